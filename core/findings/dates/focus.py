"""Dates that a sentence is on: "it is in May that", "Wednesday is when"."""

import re

from core.findings.kind import Mention

LEAD = 16
"""Characters before a date in which what leads to it stands."""
_IT_IS = re.compile(
    r"\b(?:it (?:is|was|will be)|c'est|es|fue|é|foi)(?: (?:in|on|at|en|le|em|el))?\s$", re.IGNORECASE
)
_THAT = re.compile(r" (?:that|when|que|cuando|quando)\b")
_IS_WHEN = re.compile(r" (?:is|was|will be) when\b")


def in_focus(m: Mention) -> bool:
    """Whether a sentence is on when something is, so that its date is that of what it tells."""
    text, first, last = m.statement.text, m.start - m.statement.start, m.end - m.statement.start
    if _IS_WHEN.match(text, last):
        return True
    return bool(_THAT.match(text, last) and _IT_IS.search(text, max(0, first - LEAD), first))

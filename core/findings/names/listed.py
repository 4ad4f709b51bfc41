"""Names that stand in one list: "Karr, Lomb and Velin"."""

from collections.abc import Sequence

from core.findings.kind import Mention
from core.findings.text import Statement
from core.findings.tie import ONE, tie

_BETWEEN = frozenset({",", "and", ", and", "&", "und", "et", "y", "e", "en", "и"})
"""What stands between two members of a list."""


def uneven(x: Mention, y: Mention, a: Sequence[Mention], b: Sequence[Mention]) -> bool:
    """Whether two names stand in lists that share a member and of which one is longer: it goes on.

    Args:
        x: A name of the first side.
        y: A name of the second.
        a: All names of the first side.
        b: All names of the second.
    """
    here = members(x, a)
    there = members(y, b) if len(here) > 1 else ()
    if len(here) == len(there) or len(there) < 2:
        return False
    return any(tie(m.value, o.value) in ONE for m in here for o in there)


def fellows(x: Mention, y: Mention, a: Sequence[Mention], b: Sequence[Mention]) -> bool:
    """Whether two names are all that differs between two lists: "Karr and Lomb", "Karr and Velin"."""
    here = members(x, a)
    if len(here) < 2 or len(here) != len(there := members(y, b)):
        return False
    return all(any(tie(m.value, o.value) in ONE for o in there) for m in here if m is not x)


def members(m: Mention, names: Sequence[Mention]) -> Sequence[Mention]:
    """The names of a list that a name stands in, itself among them."""
    own = [o for o in names if o.statement is m.statement]
    first = last = own.index(m)
    while first and _listed(m.statement, own[first - 1], own[first]):
        first -= 1
    while last + 1 < len(own) and _listed(m.statement, own[last], own[last + 1]):
        last += 1
    return own[first : last + 1]


def _listed(s: Statement, before: Mention, after: Mention) -> bool:
    """Whether nothing but a comma or "and", and the titles of the second, stands between two names.

    Nor is one in full in a list with the place before it: "two guides from Karr, Ida Brenn and Max Vale".
    """
    came = before.first > 1 and s.sequence[before.first - 1] == "from"
    if came and len(after.value.words) > len(before.value.words):
        return False
    lead = after.first
    while lead > before.last and s.forms[lead - 1][0][0].isupper():
        lead -= 1
    return s.text[before.end - s.start : s.tokens[lead].start - s.start].strip() in _BETWEEN

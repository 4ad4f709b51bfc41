"""What becomes of the people who are counted: the dead, the hurt, the missing, each a list of words."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from core.findings.kind import Mention
from core.findings.language import Lexicon
from core.findings.text import Statement

TOLLS = ("dead", "hurt", "missing", "arrested", "hostages", "living", "homeless", "trapped")
"""Lists of words that say what became of the people counted."""
_AND = frozenset({"and", "but", "while", "und", "et", "y", "e", "и"})


def with_tolls(statement: Statement, mentions: Sequence[Mention], words: Lexicon) -> Sequence[Mention]:
    """Give each count the list of `TOLLS` that stands nearest, no other number between."""
    lists = [(t, ws) for t in TOLLS if not statement.words.isdisjoint(ws := words.words(t))]
    if not mentions or not lists:
        return mentions
    marks = [(n, t) for n, token in enumerate(statement.tokens) for t, ws in lists if token.word in ws]
    result = []
    for k, m in enumerate(mentions):
        left = mentions[k - 1].last if k else 0
        right = mentions[k + 1].first if k + 1 < len(mentions) else len(statement.tokens)
        near = [(_apart(statement, m, n), t) for n, t in marks if left <= n < right]
        best = min((x for x in near if x[0] <= 9), default=(0, ""))[1] if m.value.unit == "count" else ""
        result.append(replace(m, value=replace(m.value, toll=best)) if best else m)
    return result


def _apart(statement: Statement, m: Mention, at: int) -> int:
    """Words from a number to a word, and one more for "and" or a mark between: "12 dead, 30 hurt"."""
    low, high = (m.last, at) if at >= m.last else (at + 1, m.first)
    parted = any(t.word in _AND for t in statement.tokens[low:high]) or any(
        b.start - a.end > 1 for a, b in pairwise(statement.tokens[low - 1 : high + 1])
    )
    return min(abs(at - m.first), abs(at - m.last + 1)) + parted

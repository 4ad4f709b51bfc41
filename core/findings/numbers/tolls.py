"""What becomes of the people who are counted: the dead, the hurt, the missing, each a list of words."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from core.findings.kind import Mention
from core.findings.language import Lexicon, lexicon
from core.findings.text import Statement

TOLLS = ("dead", "hurt", "missing", "arrested", "hostages", "living", "homeless", "trapped")
"""Lists of words that say what became of the people counted."""
FAR = 9
"""Words from a number past which a word tells nothing of it."""
GUESS = 8
"""Words on either side of a number in which it is told that it is feared, or thought likely."""
_OR = frozenset({"or", "oder", "ou", "o", "или"})
_AND = frozenset({"and", "but", "while", "und", "et", "y", "e", "и"})


def with_tolls(statement: Statement, mentions: Sequence[Mention], words: Lexicon) -> Sequence[Mention]:
    """Give each count the list of `TOLLS` that stands nearest, no other number between."""
    if not mentions or statement.words.isdisjoint(words.words(*TOLLS)):
        return mentions
    lists = [(t, ws) for t in TOLLS if not statement.words.isdisjoint(ws := words.words(t))]
    marks = _marks(statement, lists, words.words("spared"))
    result = []
    for k, m in enumerate(mentions):
        left = mentions[k - 1].last if k else 0
        right = mentions[k + 1].first if k + 1 < len(mentions) else len(statement.tokens)
        own = [mark for mark in marks if left <= mark[0] < right] if m.value.unit == "count" else ()
        far = FAR if m.value.noun else 2 * FAR
        near = [(*_apart(statement, m, n), t) for n, t in own if _far(m, n) <= far]
        near = [x for x in near if x[1] <= FAR or not x[0]]  # "the toll of … stands at 12"
        result.append(replace(m, value=replace(m.value, toll=min(near)[-1])) if near else m)
    return result


def _marks(
    statement: Statement, lists: Sequence[tuple[str, AbstractSet[str]]], spared: AbstractSet[str]
) -> list[tuple[int, str]]:
    """Where words of the lists stand, but not "fight for their lives"; "dead or hurt" tells neither of 49."""
    said = statement.sequence
    marks = [(n, t) for n, word in enumerate(said) for t, words in lists if word in words]
    marks = [m for m in marks if " ".join(said[max(0, m[0] - 2) : m[0] + 1]) not in spared]
    at = dict(marks)
    either = {n for n, t in marks if at.get(n + 2, t) != t and said[n + 1] in _OR}
    return [(n, t) for n, t in marks if either.isdisjoint((n, n - 2))]


def _apart(statement: Statement, m: Mention, at: int) -> tuple[bool, int]:
    """Whether "and" or a mark parts a number from a word, "12 dead, 30 hurt"; and how far it is, in words."""
    low, high = (m.last, at) if at >= m.last else (at + 1, m.first)
    parted = not _AND.isdisjoint(statement.sequence[low:high])
    return parted or max(map(len, statement.gaps[low : high + 1]), default=0) > 1, _far(m, at)


def _far(m: Mention, at: int) -> int:
    """How far a number is from a word, in words."""
    return min(abs(at - m.first), abs(at - m.last + 1))


def guessed(m: Mention) -> bool:
    """Whether people are counted who are feared, not known, to be dead: "likely killed more than 300"."""
    s, words = m.statement, lexicon(m.statement.language).words("guess")
    if words.isdisjoint(s.words):
        return False
    return not words.isdisjoint(s.sequence[max(0, m.first - GUESS) : m.last + GUESS])


def feared_more(x: Mention, y: Mention) -> bool:
    """Whether one account alone fears more victims than the other knows: 7,000 confirmed, 10,000 likely."""
    if not x.value.toll or x.value.toll != y.value.toll:
        return False
    small, large = (x, y) if x.value.point < y.value.point else (y, x)
    return guessed(large) and not guessed(small)

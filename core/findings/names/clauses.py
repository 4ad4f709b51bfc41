"""Two names that change places between two clauses: "Brenn sang, Vale played", "Vale sang, Brenn played"."""

from collections.abc import Sequence
from itertools import combinations

from core.findings.kind import MANY, Conflict, Mention
from core.findings.language import lexicon
from core.findings.slots import Pair, Window

_JOINS = frozenset({"and", "while", "with", "but", "whereas"})
"""Words that begin another clause, as a comma does."""
_AGAINST = frozenset({"than", "behind", "of", "after", "before", "above", "below", "over", "under"})
"""Words before a name that others are held against: "a lap behind Brenn" is "a lap ahead of Vale"."""


def conflicts(pair: Pair, a: Sequence[Mention], b: Sequence[Mention]) -> list[Conflict]:
    """Find two names of which each has, in a clause of its own, what the other account tells of the other.

    Args:
        pair: Two windows.
        a: Names of the first.
        b: Names of the second.

    Returns:
        At most one conflict, of those of whom the same is told.
    """
    if min(len(a), len(b)) < 2 or len(a) * len(b) > MANY:
        return []
    both = [(x, y) for x in _lone(a) for y in _lone(b) if x.value.words[-1] == y.value.words[-1]]
    for (x, its), (y, other) in combinations(both, 2):
        if _told_of(pair, (x, y), (its, other)) and _told_of(pair, (y, x), (other, its)):
            label = f"{x.said} or {y.said}"
            rule = "each account tells of one what the other tells of the other"
            return [Conflict(x, other, 2.0, label, rule, pair.context(x, other))]
    return []


def _lone(names: Sequence[Mention]) -> list[Mention]:
    """The names whose last word no other name of a window has."""
    last = [m.value.words[-1] for m in names]
    return [m for m in names if last.count(m.value.words[-1]) == 1]


def _clause(window: Window, m: Mention, o: Mention) -> set[int]:
    """Places of the other words of the clause of a name; none where it tells of the other or of "her" too."""
    s, first, last = m.statement, m.first, m.last
    if first and s.sequence[first - 1] in _AGAINST:
        return set()
    words = s.sequence
    while first and not (words[first] in _JOINS or s.gaps[first].strip(" '’-")):
        first -= 1
    while last < len(words) and not (words[last] in _JOINS or s.gaps[last].strip(" '’-")):
        last += 1
    others = lexicon(s.language).words("pronoun", "owner")
    if (o.statement is s and first <= o.first < last) or not others.isdisjoint(words[first:last]):
        return set()
    at = window.offset[s.number]
    return {*range(at + first, at + last)} - {*range(*window.place(m))}


def _told_of(pair: Pair, here: tuple[Mention, Mention], there: tuple[Mention, Mention]) -> bool:
    """Whether words of the clause of the first of two names stand in that of the other on the other side."""
    own, other = there
    met = {pair.aligned[i] for i in _clause(pair.a, *here) if i in pair.aligned}
    if not met or met.isdisjoint(_clause(pair.b, other, own)):
        return False
    return met.isdisjoint(_clause(pair.b, own, other))

"""Numbers, or dates, of two windows that conflict: which value of one side is set against which of the other.

A value that the other side has anywhere is settled; what is left over is seldom more than one a side. Of
leftovers that conflict, those count whose surroundings say that they fill the same slot; they pair best
first, one to one.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import product
from typing import Any

from core.findings import labels
from core.findings.dates.reported import of_report
from core.findings.kind import MANY, Compare, Conflict, Mention, Relation
from core.findings.slots import Pair, word_for_word
from core.findings.values import sums
from core.findings.values.apart import apart, told_with, votes
from core.findings.values.gate import fits
from core.findings.values.odds import Candidate, kin, odds, transposed
from core.model import FindingKind

SURE = 20
"""The odds of two values where two sentences differ in nothing else."""
TABLE = 2_500
"""Pairs of values of two windows past which they are tables, not prose, and are not compared."""


def conflicts(pair: Pair, a: Sequence[Mention], b: Sequence[Mention], compare: Compare) -> list[Conflict]:
    """Find the values of one kind that conflict between two windows.

    Args:
        pair: The two windows.
        a: Readings of the first, rising: its numbers, or its dates.
        b: Readings of the second.
        compare: Compares two values of the kind.

    Returns:
        At most one conflict for each reading, the surest first; none for tables and other things that prose
        does not have (`TABLE`, `MANY`).
    """
    here, there = pair.a.values[a[0].kind], pair.b.values[a[0].kind]
    if here <= there or there <= here or len(a) * len(b) > TABLE:  # equal values are the same
        return []
    open_ = _left_over(a, b, here & there, compare)
    if not open_ or len(open_) > MANY:
        return []
    open_ = [(x, y) for x, y in open_ if _may_fill_one(pair, x, y)]
    candidates = [
        Candidate(pair, x, y, _only((x, a), (y, b), open_))
        for x, y in open_
        if not sums.third_told(pair, x, y)
    ]
    scored = [(s, c.x, c.y) for c in candidates if (s := SURE if word_for_word(c.x, c.y) else odds(c)) > 0]
    scored.sort(key=lambda c: (-c[0], c[1].start, c[2].start))
    found: list[Conflict] = []
    used: set[Mention] = set()
    for points, x, y in scored:
        if not {x, y} & used:
            used |= {x, y}
            found.append(Conflict(x, y, points, labels.of_value(x, y), _rule(x), pair.context(x, y)))
    return found


def _may_fill_one(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether no guard says that two values are of two things; the day of a report is none of the story."""
    if word_for_word(x, y):
        return x.kind is not FindingKind.DATE or not (of_report(x) or of_report(y))
    return fits(x, y) and not apart(pair, x, y)


def _left_over(
    a: Sequence[Mention], b: Sequence[Mention], both: AbstractSet[Any], compare: Compare
) -> list[tuple[Mention, Mention]]:
    """Pairs of values that conflict and are both left over.

    A value is settled if the other side has its like anywhere (`both`), or if values of the other side lead
    to it by sums or ranks.
    """
    settled = {m for m in (*a, *b) if m.value in both} if both else set()
    twice = {m for m in settled if sums.is_count(m) and m.value.noun}
    against = []
    for x, y in product(a, b):
        if x in settled and y in settled:
            continue
        relation = compare(x, y)
        if relation is Relation.CONFLICT:
            against.append((x, y))
        elif relation is not Relation.UNRELATED and not (_elsewhere(x, y, both) or _crossed(x, y, a, b)):
            settled |= {x, y}
            twice |= {x, y} if sums.one_sort(x, y) else set()
    if not against:
        return []
    own, other = ([m for m in side if m not in settled] for side in (a, b))
    if not own or not other:
        return []
    rivals = {m for x, y in against if sums.one_noun(x, y) for m in (x, y)}
    turned = {m for x, y in against if sums.one_noun(x, y) and transposed(x, y) for m in (x, y)}
    settled |= (sums.explained(own, b, twice, rivals) | sums.explained(other, a, twice, rivals)) - turned
    settled |= sums.ranked(own, b) | sums.ranked(other, a)
    return [(x, y) for x, y in against if x not in settled and y not in settled]


def _tolls(side: Sequence[Mention]) -> set[str]:
    """What became of those whom the numbers of a side count: dead, hurt."""
    return {m.value.toll for m in side if sums.is_count(m)} - {""}


def _crossed(x: Mention, y: Mention, a: Sequence[Mention], b: Sequence[Mention]) -> bool:
    """Whether equal numbers count what both sides count apart: 12 dead and 25 hurt, 6 dead and 12 hurt."""
    if not (sums.is_count(x) and sums.is_count(y)) or x.value.toll == y.value.toll:
        return False
    return {x.value.toll, y.value.toll} <= _tolls(a) & _tolls(b)


def _elsewhere(x: Mention, y: Mention, both: AbstractSet[Any]) -> bool:
    """Whether one of two dates is told alike on both sides, so that it is not what the other stands for."""
    return x.kind is FindingKind.DATE and not both.isdisjoint((x.value, y.value))


def _only(
    own: tuple[Mention, Sequence[Mention]],
    other: tuple[Mention, Sequence[Mention]],
    open_: Sequence[tuple[Mention, Mention]],
) -> bool:
    """Whether two values, each of some, are the only ones of their class left over on either side."""
    if len(open_) == 1:
        return True
    (x, a), (y, b) = own, other
    beside = told_with(x, a), told_with(y, b)
    one_vote = x.kind is FindingKind.DATE or votes(x, beside[0]) == votes(y, beside[1])
    if not (beside[0] and beside[1] and one_vote):
        beside = [], []
    return all(
        kin(x, p) <= (p is x or p in beside[0]) and kin(y, q) <= (q is y or q in beside[1]) for p, q in open_
    )


def _rule(x: Mention) -> str:
    if x.kind is FindingKind.DATE:
        return "different times" if x.value.minute is not None else "different dates"
    return {"age": "different ages", "score": "different scores", "rank": "different ranks"}.get(
        x.value.unit, "different numbers"
    )

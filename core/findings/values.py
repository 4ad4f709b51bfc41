"""Values that fill the same slot and conflict: what numbers and dates have in common.

A value that the other side has anywhere is settled; what is left over is seldom more than one a side. Of
leftovers that conflict, those count whose surroundings say that they fill the same slot; they pair best
first, one to one.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise, product
from typing import Any

from core.findings import labels, sums
from core.findings.apart import other_figures
from core.findings.dates.when import When
from core.findings.gate import fits
from core.findings.kind import MANY, Compare, Conflict, Mention, Relation
from core.findings.language import lexicon
from core.findings.scale import Candidate, evidence, kin, transposed
from core.findings.slots import Pair, Window
from core.model import FindingKind

DAY = 4
"""Words between a time of day and the day that it is of."""
TABLE = 2_500
"""Pairs of values from which two windows are tables, not prose."""


def conflicts(pair: Pair, a: Sequence[Mention], b: Sequence[Mention], compare: Compare) -> list[Conflict]:
    """Find the values of one kind that conflict between two windows.

    Args:
        pair: The two windows.
        a: Readings of the first, rising.
        b: Readings of the second.
        compare: The comparison of the kind.

    Returns:
        At most one conflict for each reading.
    """
    if len(a) * len(b) > TABLE:
        return []
    open_ = _left_over(a, b, compare)
    if not open_ or len(open_) > MANY:
        return []
    open_ = [
        (x, y)
        for x, y in open_
        if fits(x, y) and not (other_figures(pair, x, y) or _of_days(pair, x, y) or _of_periods(pair, x, y))
    ]
    candidates = [
        Candidate(pair, x, y, _only(x, y, open_)) for x, y in open_ if not sums.third_told(pair, x, y)
    ]
    scored = [(s, c.x, c.y) for c in candidates if (s := evidence(c)) > 0]
    scored.sort(key=lambda c: (-c[0], c[1].start, c[2].start))
    found: list[Conflict] = []
    used: set[Mention] = set()
    for points, x, y in scored:
        if not {x, y} & used:
            used |= {x, y}
            found.append(Conflict(x, y, points, labels.of_value(x, y), _rule(x), pair.context(x, y)))
    return found


def _of_days(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether two times of day are of two days: 11 p.m. on Saturday, 2 a.m. on Sunday."""
    if x.kind is not FindingKind.DATE or x.value.minute is None or y.value.minute is None:
        return False
    here, there = (_day_beside(w, m) for w, m in ((pair.a, x), (pair.b, y)))
    return None not in (here, there) and here != there


def _of_periods(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether two numbers are of a month and of a year: 900 ships last year, 60 this month."""
    if x.kind is FindingKind.DATE:
        return False
    here, there = (_periods(w, m) for w, m in ((pair.a, x), (pair.b, y)))
    return bool(here and there) and all(
        p.period != q.period and p.away != q.away for p in here for q in there
    )


def _periods(window: Window, m: Mention) -> list[When]:
    """The periods counted from now that stand in the sentence of a number."""
    return [d.value for d in window.told(FindingKind.DATE, m.statement) if d.value.period]


def _day_beside(window: Window, m: Mention) -> int | None:
    """The day of the week that stands beside a time of day."""
    found = window.told(FindingKind.DATE, m.statement)
    days = [d for d in found if -DAY <= d.first - m.last < DAY and d.value.weekday is not None]
    return days[0].value.weekday if days else None


def _left_over(a: Sequence[Mention], b: Sequence[Mention], compare: Compare) -> list[tuple[Mention, Mention]]:
    """Values that conflict, neither of which the other side has anywhere, or reaches by its own."""
    here, there = {m.value for m in a}, {m.value for m in b}
    if here <= there or there <= here:  # equal values are the same: all of near copies are
        return []
    both = here & there
    settled = {m for m in (*a, *b) if m.value in both} if both else set[Mention]()
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
    """What becomes of the people whom numbers count: dead, hurt."""
    return {m.value.toll for m in side if sums.is_count(m)} - {""}


def _crossed(x: Mention, y: Mention, a: Sequence[Mention], b: Sequence[Mention]) -> bool:
    """Whether equal numbers count what both sides count apart: 12 dead and 25 hurt, 6 dead and 12 hurt."""
    if not (sums.is_count(x) and sums.is_count(y)) or x.value.toll == y.value.toll:
        return False
    return {x.value.toll, y.value.toll} <= _tolls(a) & _tolls(b)


def _elsewhere(x: Mention, y: Mention, both: AbstractSet[Any]) -> bool:
    """Whether one of two dates is told alike on both sides, so that it is not what the other stands for."""
    return x.kind is FindingKind.DATE and x.value != y.value and not both.isdisjoint((x.value, y.value))


def of_one_moment(found: list[Conflict]) -> list[Conflict]:
    """Conflicts without those of sentences that give other figures for another day or hour: an update.

    A sentence says that it is one ("had risen to", "so far", "by Tuesday"); without a word of that kind two
    sentences that differ in day and figure are at odds about both.
    """
    if len(found) < 2:
        return found
    moments = {
        (c.a.statement, c.b.statement)
        for c in found
        if c.a.kind is FindingKind.DATE and (_new(c.a) or _new(c.b) or c.a.value.period != c.b.value.period)
    }
    figures = {(c.a.statement, c.b.statement) for c in found if c.a.kind is FindingKind.NUMBER}
    updates = moments & figures
    return [c for c in found if (c.a.statement, c.b.statement) not in updates]


def _new(date: Mention) -> bool:
    """Whether the sentence of a date says that it brings a figure up to date."""
    statement = date.statement
    updates = lexicon(statement.language).words("update")
    phrases = {f"{a.word} {b.word}" for a, b in pairwise(statement.tokens)}
    before = statement.tokens[date.first - 1].word if date.first else ""
    by = before in lexicon(statement.language).words("update_by")
    return by or not updates.isdisjoint(statement.words | phrases)


def _only(x: Mention, y: Mention, open_: Sequence[tuple[Mention, Mention]]) -> bool:
    """Whether two values are the only ones of their class, on either side, that are left over."""
    return all(kin(x, p) <= (p is x) and kin(y, q) <= (q is y) for p, q in open_)


def _rule(x: Mention) -> str:
    if x.kind is FindingKind.DATE:
        return "different times" if x.value.minute is not None else "different dates"
    return {"age": "different ages", "score": "different scores", "rank": "different ranks"}.get(
        x.value.unit, "different numbers"
    )

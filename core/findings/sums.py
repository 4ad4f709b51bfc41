"""What adds up contradicts nobody: sums, differences, products, shares and spans lead from value to value."""

from collections.abc import Sequence, Set
from itertools import combinations, pairwise
from math import inf, isclose
from typing import NamedTuple

from core.findings.dates.when import When, between
from core.findings.kind import Mention
from core.findings.language import SPACELESS, lexicon
from core.findings.numbers.age import YEAR
from core.findings.numbers.quantity import Quantity
from core.findings.numbers.shares import worth
from core.findings.scale import both_people
from core.findings.text import Statement
from core.model import FindingKind

_FOR = frozenset({"per", "por", "par", "pro"})
"""Words for "each" that are prepositions as well: they count beside a number only."""
NEAR = 3
"""Words around a number that say that it is a difference: "6 million more", "five ahead of"."""
MANY_TIMES = 100
"""How many there are at most of whom each gets so much."""
EXACT = 0.01
"""Share of a number by which a reckoned one may be off: people round."""
BOUND = 0.1
"""Share of a bound by which what adds up may pass it: 6,300 are "more than 6,000"."""
TINY = 1e-9
"""Share by which floats that are equal may differ."""
WHOLE = frozenset({"%", "points", "rank", "score", "age", "angle", "speed", "fold"})
"""Classes of which nothing adds up."""
DAY = 86_400
"""Seconds; so short a time leads from date to date only where its direction is told, too."""
WEEK = 7
"""Days."""
PERIODS = (DAY, WEEK * DAY, YEAR / 12, YEAR / 4, YEAR)
"""Seconds of the times for which a mean is summed up."""
MEAN = 0.02
"""Share by which a mean summed up may miss the sum: a year has 52.2 weeks, and people round."""


def explained(
    side: Sequence[Mention], other: Sequence[Mention], twice: Set[Mention], rivals: Set[Mention]
) -> set[Mention]:
    """The values of one side that those of the other add up to, or lead to, with the values that do it.

    Args:
        side: Values of one side that the other has not.
        other: All values of the other.
        twice: Counts that both sides have of one thing.
        rivals: Values that count the same noun as one of the other side: no difference, unless told as one.

    Returns:
        28 dead and 20 alive for 48 people; 28 for 48 people, 20 of them alive.
    """
    found = set[Mention]()
    for m in side:
        alike = _alike(m, other)
        parts = [o for o in alike if o not in twice or one_noun(m, o) or both_people(m, o)]
        found |= {s for s in _summed(m, parts) if s is m or s not in rivals}
        if parts and (m not in rivals or _compares(m)):
            found |= _left(m, parts)
        found |= {m for o in alike if _stepped(m, o, alike) or _rest_of(m, o)}
    return found


def _stepped(m: Mention, o: Mention, alike: Sequence[Mention]) -> bool:
    """Whether a value lies so far from another as the account tells: seven points, two more than they."""
    if not _compares(o):
        return False
    return any(isclose(abs(p.value.point - m.value.point), o.value.point) for p in alike if p is not o)


def _rest_of(m: Mention, o: Mention) -> bool:
    """Whether two values are what makes up one whole that both name: 340 of 500, and 160 of the 500."""
    if m.value.whole != m.value.point + o.value.point:
        return False
    lead = " ".join([t.word for t in o.statement.tokens[max(0, o.first - 2) : o.first]])
    some = o.value.part or lead in lexicon(o.statement.language).words("partof")  # "of which 15,000"
    return o.value.whole == m.value.whole or (some and o.value.whole is None)


def _summed(m: Mention, others: Sequence[Mention]) -> set[Mention]:
    """A value that is the sum of two or three others, with these; the dead and the hurt are no more hurt."""
    parts = [o for o in others if not m.value.toll or o.value.toll in {"", m.value.toll}]
    for size in (2, 3):
        if size == 3 and len(parts) != 3:
            break
        for some in combinations(parts, size):
            if _adds_up(m.value, sum([o.value.point for o in some])):
                return {m, *some}
    return set()


def _adds_up(whole: Quantity, total: float) -> bool:
    """Whether parts make up a whole, told exactly or as a bound: 2,300 and 4,000 are more than 6,000."""
    if isclose(whole.point, total):
        return True
    bound = inf in {whole.high, -whole.low}
    return bound and whole.low <= total <= whole.high and abs(total - whole.point) <= BOUND * whole.point


def _left(m: Mention, parts: Sequence[Mention]) -> set[Mention]:
    """A value that is the difference of two others: 48 people, 20 alive, so 28 dead."""
    toll, total = m.value.toll, m.value.point
    parts_of_one = not [o for o in parts if o.value.toll not in {"", toll}]
    values = {o.value.point for o in parts}
    wholes = {o.value.point for o in parts if not toll or parts_of_one or o.value.toll != toll}
    led = [w for v in values for w in wholes if w * (1 - TINY) <= total + v <= w * (1 + TINY)]
    return {m} if total > 0 and led else set()


def _alike(m: Mention, other: Sequence[Mention]) -> list[Mention]:
    """The values of the other side that are of the class of one, if anything of it adds up."""
    if m.kind is not FindingKind.NUMBER or m.value.unit in WHOLE:
        return []
    return [o for o in other if o.kind is FindingKind.NUMBER and o.value.unit == m.value.unit]


def ranked(own: Sequence[Mention], other: Sequence[Mention]) -> set[Mention]:
    """Counts that a rank of the same noun reaches, or one behind one fewer: three brothers and a fourth."""
    ranks = [o for o in other if o.kind is FindingKind.NUMBER and o.value.unit == "rank"]
    return {
        m
        for m in own
        for o in ranks
        if is_count(m) and m.value.point == o.value.point and (one_noun(m, o) or _one_fewer(m, other))
    }


def _one_fewer(m: Mention, other: Sequence[Mention]) -> bool:
    """Whether the other side counts one fewer of the same noun."""
    return any(is_count(o) and o.value.point == m.value.point - 1 and one_noun(m, o) for o in other)


def is_count(m: Mention) -> bool:
    """Whether a reading is a number of things or people."""
    return m.kind is FindingKind.NUMBER and m.value.unit == "count"


def one_noun(x: Mention, y: Mention) -> bool:
    """Whether two numbers count the same noun."""
    return x.kind is FindingKind.NUMBER and x.value.noun[:1] == y.value.noun[:1] != ()


def one_sort(x: Mention, y: Mention) -> bool:
    """Whether two numbers have a word of what they count in common: wrecked lorries, lorries."""
    return x.kind is FindingKind.NUMBER and not {*x.value.noun}.isdisjoint(y.value.noun)


class Thirds(NamedTuple):
    """Numbers that may lead from one of two rivals to the other, by how they do."""

    own: list[Mention]
    """Those that only one of the sides has, and shares, which both may tell."""
    every: list[Mention]
    """All: both sides may tell how many years lie between."""
    shared: list[Mention]
    """Counts, where something is told of each of so many."""
    parts: list[Mention]
    """Those told as a part of another: 8,000 runners, 3,000 of them women."""
    days: list[Mention]
    """The manieth day of something."""


def thirds(a: Sequence[Mention], b: Sequence[Mention]) -> Thirds:
    """Sort the numbers of two sides by how they may lead from value to value."""
    every = [*a, *b]
    here, there = ({(m.value.unit, m.value.point) for m in side} for side in (a, b))
    both = {(unit, point) for unit, point in here & there if unit != "%"}
    own = [m for m in every if (m.value.unit, m.value.point) not in both]
    each = any(_tells_each(s) for s in {m.statement for m in every})
    counts = [m for m in every if is_count(m) and m.value.point > 1] if each else []
    parts = [m for m in every if m.value.part]
    return Thirds(own, every, counts, parts, [m for m in every if m.value.unit == "rank" and _of_day(m)])


def reached(x: Mention, y: Mention, others: Thirds) -> Mention | None:
    """The number of one side that leads from one of two rivals to the other.

    Args:
        x: A number or date of one side.
        y: One of the other, at odds with it.
        others: The numbers of both sides.

    Returns:
        What makes one of 84 million, 6 million more than 78; 40 of the 190 and 150; 3 million a day, six
        days and 18 million; 8 % more than 50,000 and 54,000; 30 August, eight days later and 7 September;
        8,000, 3,000 of them women, and 5,000 men; 12 million each, two ships and 24 million; Monday, the
        third day and Wednesday; one of the two itself where it is the mean of the other: 1.2 million,
        100,000 a month.
    """
    if x.kind is FindingKind.DATE:
        told = next((z for z in others.own if _spans(x.value, y.value, z)), None)
        return told or next((z for z in others.days if _nth_day(x, y, z)), None)
    if x.value.unit != y.value.unit or x.value.unit in {"rank", "score"}:
        return None
    small, large = sorted((x, y), key=lambda m: float(m.value.point))
    if _of_all(small, large):
        return small
    if small.value.rate and not large.value.rate and _mean(small, large):
        return small
    third = [z for z in (others.every if x.value.unit == "age" else others.own) if z is not x and z is not y]
    found = next((z for z in third if _leads(small, large, z)), None)
    found = found or next((z for z in others.parts if _leaves(small, large, z)), None)
    return found or next((z for z in others.shared if _apiece(small, large, z)), None)


def _leads(small: Mention, large: Mention, z: Mention) -> bool:
    """Whether a third number leads from one of two to the other: so many more, times, per cent, years."""
    told = _differs(small, large, z) or _times(small, large, z)
    return told or _risen(small, large, z) or _aged(small, large, z)


def _differs(small: Mention, large: Mention, z: Mention) -> bool:
    """Whether a number is told as the difference of two others."""
    p, q, r = small.value, large.value, z.value
    printed = p.measure == q.measure and q.printed - p.printed == r.printed  # nine years, two less
    if r.unit not in {p.unit, "count"} or (q.point - p.point != r.point and not printed):
        return False
    return q.point in {r.whole, p.whole} or _compares(z)


def _compares(z: Mention) -> bool:
    """Whether a word near a number says that it is a difference: more, fewer, ahead."""
    words, tokens = lexicon(z.statement.language), z.statement.tokens
    beside = [t.word for t in tokens[max(0, z.first - 1) : z.last + NEAR]]
    if not words.words("difference").isdisjoint(beside):
        return True
    lead = [t.word for t in tokens[max(0, z.first - NEAR) : z.first]]
    if lead[-1:] != ["by"]:
        return False
    moved = {w for row in words.rows("came") for group in row for w in group}
    return not moved.isdisjoint(lead)  # "dropped by 25,000"


def _of_all(small: Mention, large: Mention) -> bool:
    """Whether one account tells what each gets and the other what all do: 5 million each, 15 million for 3.

    How many they are stands in either, or the other says that it is the total; both may name the number.
    """
    if small.value.point <= 0 or small.value.unit in WHOLE:
        return False
    times = large.value.point / small.value.point
    if not 1.9 < times < MANY_TIMES or not _near(times, round(times)):
        return False
    if not _each_told(small.statement) or _each_told(large.statement):
        return False
    tokens = [(t, lexicon(m.statement.language)) for m in (small, large) for t in m.statement.tokens]
    return _says(large.statement, "total") or any(worth(t, words) == round(times) for t, words in tokens)


def _each_told(s: Statement) -> bool:
    """Whether a sentence tells what each gets: "5 million each", Hindi "20-20"."""
    return _says(s, "apiece") or any(x[1] == y[1] and x[1][0].isdigit() for x, y in pairwise(s.forms))


def _says(s: Statement, key: str) -> bool:
    """Whether a sentence has a word or a phrase of a list."""
    gap = "" if s.language in SPACELESS else " "
    told = gap.join(["", *[form[1] for form in s.forms], ""])
    return any(f"{gap}{phrase}{gap}" in told for phrase in lexicon(s.language).words(key))


def _times(small: Mention, large: Mention, z: Mention) -> bool:
    """Whether one number is so many times the other, which is told for each: 3 million a day, six days."""
    each = lexicon(small.statement.language).words("each")
    rated = small.value.rate or not each.isdisjoint(small.statement.words)
    times = z.value.printed or z.value.point
    return bool(rated) and times > 1 and _near(small.value.point * times, large.value.point)


def _leaves(small: Mention, large: Mention, z: Mention) -> bool:
    """Whether a part of the larger number, told in its sentence, leaves the smaller."""
    if z in (small, large) or z.statement is not large.statement or z.value.unit != large.value.unit:
        return False
    return bool(z.value.point + small.value.point == large.value.point)


def _apiece(small: Mention, large: Mention, z: Mention) -> bool:
    """Whether one number alone is told for each of so many, and the other for them all: 12 each, two, 24."""
    if z in (small, large) or not _near(small.value.point * z.value.point, large.value.point):
        return False
    return _for_each(small) and not _for_each(large)


def _for_each(m: Mention) -> bool:
    """Whether words say that a number is that of each: "12 million each", "each of the two gets 12"."""
    tokens, each = m.statement.tokens, lexicon(m.statement.language).words("each")
    beside = tokens[max(0, m.first - 2) : m.first] + tokens[m.last : m.last + 3]
    return not (each.isdisjoint([t.word for t in beside]) and (each - _FOR).isdisjoint(m.statement.words))


def _tells_each(statement: Statement) -> bool:
    """Whether a sentence has a word for each of some."""
    return not lexicon(statement.language).words("each").isdisjoint(statement.words)


def _mean(small: Mention, large: Mention) -> bool:
    """Whether one number is told for a time and the other, for none, is that of a longer one."""
    units = lexicon(small.statement.language).values("unit")
    seconds = float(units.get(small.value.rate, "time:0").removeprefix("time:"))
    if not seconds:
        return False
    ratio = large.value.point / (small.value.point or 1)
    return any(span > seconds and isclose(span / seconds, ratio, rel_tol=MEAN) for span in PERIODS)


def _risen(small: Mention, large: Mention, z: Mention) -> bool:
    """Whether one number is the other and so many per cent, or so many per cent of it."""
    if z.value.unit != "%" or small.value.unit == "%":
        return False
    share = z.value.point / 100
    shares = (
        (small.value.point * (1 + share), large.value.point),
        (large.value.point * share, small.value.point),
    )
    return _near(*shares[0]) or _near(*shares[1]) or _near(large.value.point * (1 - share), small.value.point)


def _aged(small: Mention, large: Mention, z: Mention) -> bool:
    """Whether so many years lie between two ages: 44, for twelve years, at the age of 32."""
    apart = YEAR * (large.value.point - small.value.point)
    return small.value.unit == "age" and z.value.unit == "time" and _near(apart, z.value.point)


def _nth_day(x: Mention, y: Mention, z: Mention) -> bool:
    """Whether something began on one date, and the other is its so manieth day: Monday, third, Wednesday."""
    began, then = (x, y) if _begins(x) else (y, x)
    if not _begins(began) or _begins(then):
        return False
    days, p, q = z.value.point - 1, began.value, then.value
    if p.day is None and q.day is None and p.weekday is not None and q.weekday is not None:
        return bool(0 < days < WEEK and (q.weekday - p.weekday) % WEEK == days)
    return days > 0 and days * DAY in between(p, q)


def _of_day(m: Mention) -> bool:
    """Whether a rank is that of a day."""
    units = lexicon(m.statement.language).values("unit")
    return any(units.get(t.word) == f"time:{DAY}" for t in m.statement.tokens[m.last : m.last + 1])


def _begins(m: Mention) -> bool:
    """Whether words near a date tell that something began then: "began on Monday", "since Monday"."""
    tokens = m.statement.tokens
    near = tokens[max(0, m.first - NEAR) : m.first] + tokens[m.last : m.last + NEAR]
    return not lexicon(m.statement.language).words("beginning").isdisjoint([t.word for t in near])


def _near(x: float, y: float) -> bool:
    return abs(x - y) <= EXACT * max(abs(x), abs(y))


def _spans(x: When, y: When, z: Mention) -> bool:
    """Whether a length of time, or an age, leads from one date to the other."""
    if z.value.unit not in {"time", "age"}:
        return False
    seconds: float = z.value.point * (YEAR if z.value.unit == "age" else 1)
    if x.grain == y.grain == "year" and x.year and y.year:
        return seconds >= YEAR and abs(abs(x.year - y.year) - seconds / YEAR) <= 1
    return seconds > DAY and seconds in between(x, y)

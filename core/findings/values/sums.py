"""What adds up contradicts nobody: sums and differences lead from value to value."""

from collections.abc import Sequence, Set
from itertools import combinations
from math import isclose

from core.findings.kind import Mention
from core.findings.language import lexicon
from core.findings.numbers.age import YEAR
from core.findings.numbers.quantity import Quantity
from core.findings.numbers.units import POINTS
from core.findings.slots import Pair
from core.findings.values.odds import framed, transposed
from core.findings.window import Window
from core.model import FindingKind

NEAR = 3
"""Words behind a number that say that it is a difference: "6 million more", "five ahead of"."""
EXACT = 0.01
"""Share of a number by which a reckoned one may be off: people round."""
FEW = 20
"""A number up to which one is by chance what two others differ by."""
TINY = 1e-9
"""Share by which floats that are equal may differ."""
WHOLE = frozenset({"%", "points", "rank", "score", "age", "angle", "speed", "fold"})
"""Classes of which nothing adds up."""
DAY = "time:86400"
"""What the lists of units say of words for a day."""
CLOCK = 86_400.0
"""Seconds from an hour to the same of the next day."""
APART = {"%": (POINTS, 1), "age": ("time", YEAR)}
"""Of two of these, the class of how far they lie apart, and the worth of one in it."""


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
    found: set[Mention] = set()
    for m in side:
        alike = _alike(m, other)
        parts = [o for o in alike if o not in twice or one_noun(m, o)]
        if len(parts) < 2:
            continue
        found |= {s for s in _summed(m, parts) if s is m or s not in rivals}
        if m not in rivals or _compares(m):
            found |= _left(m, parts)
    return found


def _summed(m: Mention, others: Sequence[Mention]) -> set[Mention]:
    """A value that is the sum of two or three others, with these; the dead and the hurt are no more hurt."""
    parts = [o for o in others if not m.value.toll or o.value.toll in {"", m.value.toll}]
    for size in (2, 3):
        if size == 3 and len(parts) != 3:
            break
        for some in combinations(parts, size):
            if isclose(m.value.point, sum([o.value.point for o in some])):
                return {m, *some}
    return set()


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
    return [o for o in other if o.value.unit == m.value.unit]


def third_told(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether an account tells what two rivals make up, by how much they differ, or what share one is.

    60 of 140 sailings cancelled, 80 made; 31 cases, eight more than the 23 of Monday; 54,000, 8 % more than
    50,000; seven hurt, two of them children, and five grown-ups.
    """
    if x.kind is not FindingKind.NUMBER:
        return _time_told(pair, x, y)
    small, large = (x.value, y.value) if x.value.point <= y.value.point else (y.value, x.value)
    numbers = [m for w in (pair.a, pair.b) for m in w.mentions.get(FindingKind.NUMBER, ())]
    if small.unit == large.unit and small.unit in APART:
        return any(_lies_between(small, large, m) for m in numbers)
    if not _alike(x, (y,)) or transposed(x, y):
        return False
    if small.point + large.point in {small.whole, large.whole}:
        return not _one_deed(pair, x, y)
    if one_noun(x, y):  # two judges and three are no rest of five clerks
        numbers = [
            m
            for m in numbers
            if not is_count(m) or not m.value.noun or m.value.part or one_noun(m, x) or _compares(m)
        ]
    less, more = (x, y) if small is x.value else (y, x)
    one_more = large.point == small.point + 1 and not one_noun(x, y) and with_another(less)
    if one_more or any(_leads(small, large, m) for m in numbers):
        return True
    parts = {m.statement for m in numbers if m.value.part and m.value.point == large.point - small.point}
    return more.statement in parts and less.statement not in parts


def _time_told(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether an account tells how long lies between two times of day, or which day of many one weekday is.

    14:30, 40 minutes late, 15:10; began on Monday, in its third day on Wednesday.
    """
    if None not in (x.value.minute, y.value.minute):
        return _minutes_told(pair.a, x, y) or _minutes_told(pair.b, y, x)
    if None in (x.value.weekday, y.value.weekday):
        return False
    numbers = [m for w in (pair.a, pair.b) for m in w.mentions.get(FindingKind.NUMBER, ())]
    days = {(x.value.weekday - y.value.weekday) % 7, (y.value.weekday - x.value.weekday) % 7}
    return any(m.value.point - 1 in days and _is_day(m) for m in numbers if m.value.unit == "rank")


def _minutes_told(window: Window, own: Mention, other: Mention) -> bool:
    """Whether a length of time leads from one hour to the other: at 6.40, "two hours earlier", 4.40."""
    between = 60.0 * (other.value.minute - own.value.minute)
    lengths = (m for m in window.mentions.get(FindingKind.NUMBER, ()) if m.value.unit == "time")
    on, back = {abs(between), between % CLOCK}, {-between % CLOCK}
    return any(m.value.point in (back if _earlier(m) else on) for m in lengths)


def _earlier(m: Mention) -> bool:
    """Whether a word behind a length of time and its unit says that it leads back: "two hours earlier"."""
    behind = m.statement.sequence[m.last : m.last + 2]
    return not lexicon(m.statement.language).words("length_before").isdisjoint(behind)


def _is_day(m: Mention) -> bool:
    """Whether the word behind a number is one for a day."""
    units = lexicon(m.statement.language).values("unit")
    return any(units.get(t.word) == DAY for t in m.statement.tokens[m.last : m.last + 1])


def _one_deed(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether one word leads to two numbers that make up a whole: "cancelled four", "cancelled six"."""
    marked = any(m.statement.gaps[m.first].strip() for m in (x, y))
    return not marked and framed(x, pair.sides(x, y)[0])


def with_another(m: Mention) -> bool:
    """Whether one more is counted with some: "two surgeons and a nurse", "A driver and two passengers"."""
    tokens, words = m.statement.tokens, lexicon(m.statement.language)
    joins, articles = words.words("joining"), words.words("article", "single")
    for n in range(m.last + 1, min(len(tokens) - 1, m.last + NEAR)):
        if tokens[n].word in joins:
            return tokens[n + 1].word in articles and _counted(m, m.last, n)
    one = tokens[0].word in articles and m.first <= NEAR
    return one and tokens[m.first - 1].word in joins and _counted(m, 1, m.first - 1)


def _counted(m: Mention, first: int, last: int) -> bool:
    """Whether some words of the sentence of a number can be nouns alone."""
    deeds = lexicon(m.statement.language).values("irregular")
    between = m.statement.tokens[first:last]
    return all(t.content and t.word not in deeds and not t.word.endswith("ed") for t in between)


def _lies_between(small: Quantity, large: Quantity, third: Mention) -> bool:
    """Whether a number tells how far two lie apart of which nothing adds up: eight points, nine years."""
    unit, size = APART[small.unit]
    apart, z = large.point - small.point, third.value
    exact = z.unit == unit and isclose(z.point, size * apart, rel_tol=EXACT)
    return exact or (isclose(z.printed, apart) and _compares(third))


def _leads(small: Quantity, large: Quantity, third: Mention) -> bool:
    """Whether a third number leads from one of two to the other: their sum, so many more, per cent of it."""
    z = third.value
    if z.unit == "%":
        reached = small.point * (100 + z.point), large.point * (100 - z.point), large.point * z.point
        wanted = 100 * large.point, 100 * small.point, 100 * small.point
        return any(isclose(p, q, rel_tol=EXACT) for p, q in zip(reached, wanted, strict=True))
    if z.whole and z.whole == large.printed == small.printed + z.printed:  # 22 of the 31 days; nine days
        return True
    if z.unit == "count" and small.measure == large.measure != "":  # "seven years is two less"
        return z.point == large.printed - small.printed and _compares(third, 1)
    if z.unit != small.unit or z.point != large.point - small.point:
        return bool(z.unit == small.unit and z.point == large.point + small.point)
    before = z.point > max(small.point, FEW)  # 120 are hired, 300 were there, so 420
    return before or z.whole in {small.point, large.point} or _compares(third)


def _compares(m: Mention, reach: int = NEAR) -> bool:
    """Whether a word near a number, or right behind it, says that it is a difference: more, fewer, ahead."""
    near = m.statement.sequence[max(0, m.first - (reach == NEAR)) : m.last + reach]
    return not lexicon(m.statement.language).words("difference").isdisjoint(near)


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

"""Two numbers by value alone: the same, compatible, at odds or of other things."""

from collections.abc import Sequence
from math import inf, isclose

from core.findings.kind import Mention, Relation
from core.findings.language import lexicon
from core.findings.numbers.quantity import Quantity

FAHRENHEIT, CELSIUS = frozenset({"f", "fahrenheit"}), frozenset({"c", "celsius"})
"""What a temperature is measured in."""
OLDEST, FAR = 120, 3
"""Years that people reach, and how many times as many those of a thing are."""
ASKED = 8
"""Words before the least of something in which it is told that it is asked for."""


def compare(a: Mention, b: Mention) -> Relation:
    """Compare two quantities by value alone."""
    x, y = a.value, b.value
    if x.unit == y.unit:
        other = (x.who and y.who and not same_person(x.who, y.who)) or _outlives(x, y)
        return Relation.UNRELATED if other else _sized(a, b)
    units = {x.unit, y.unit}
    if "count" not in units:  # as much of two kinds of money is a conflict
        money = x.point == y.point and x.unit.startswith("money") and y.unit.startswith("money")
        return Relation.CONFLICT if money else Relation.UNRELATED
    if "%" in units and (x.whole or y.whole):
        return _shared(x, y) if y.whole else _shared(y, x)
    if "age" in units and _is_range(x) and _is_range(y) and not (x.noun or y.noun):
        return _sized(a, b)  # "between the ages of 8 and 10", "at 11 to 13"
    return Relation.COMPATIBLE if _bare(x, y) else Relation.UNRELATED


def _outlives(x: Quantity, y: Quantity) -> bool:
    """Whether one of two ages alone can be that of somebody: a boy of nine, a ring that is 300 years old."""
    small, large = sorted((x.point, y.point))
    return x.unit == "age" and small < OLDEST < large and large > FAR * small


def _sized(a: Mention, b: Mention) -> Relation:
    """Compare two quantities of one class by their intervals."""
    x, y = a.value, b.value
    if x.unit == "score":
        same = {x.point, x.second} == {y.point, y.second}
        return Relation.SAME if same else Relation.CONFLICT
    if "age" in {x.unit, y.unit} and _is_range(x) and _is_range(y):  # who may come is told by both ends
        return Relation.SAME if (x.low, x.high) == (y.low, y.high) else Relation.CONFLICT
    if x.second is not None and y.second is not None and _one_end(x, y):
        return Relation.CONFLICT
    if x.unit == "angle" and _other_scale(x.measure, y.measure):
        return Relation.SAME if _same_degrees(x, y) else Relation.CONFLICT
    rough = x.measure != y.measure and x.unit != "age"  # 102 and "104 years old" are two ages
    share = _rounding(x, y) if rough else 1e-9
    if isclose(x.point, y.point, rel_tol=share):
        return Relation.SAME
    slack = share * max(abs(x.point), abs(y.point))
    if _is_rounded(x) and _is_rounded(y):
        slack = -slack  # two million and three only touch
    overlap = x.low <= y.high + slack and y.low <= x.high + slack
    return Relation.COMPATIBLE if overlap and not _are_limits(a, b) else Relation.CONFLICT


def _one_end(x: Quantity, y: Quantity) -> bool:
    """Whether two ranges have one end alone in common: 310 to 360, 310 to 390."""
    return isclose(x.point, y.point) != isclose(x.second or 0, y.second or 0)


def _is_rounded(q: Quantity) -> bool:
    """Whether a quantity stands for more and for less than what is printed."""
    return -inf < q.low < q.point < q.high < inf


def _are_limits(a: Mention, b: Mention) -> bool:
    """Whether two bounds of one direction are what a rule sets: another limit is another rule."""
    x, y = a.value, b.value
    if abs(x.printed - y.printed) == 1 and _bound(a) != _bound(b):  # under 12, 11 or less
        return False
    if x.low == y.low == -inf:
        return (_is_limit(a) and _is_limit(b)) or (_is_ruled(a) and _is_ruled(b))
    return x.high == y.high == inf and ((_is_asked(a) and _is_asked(b)) or (_is_ruled(a) and _is_ruled(b)))


def _rounding(x: Quantity, y: Quantity) -> float:
    """The share by which one measure told in two units may differ: nine miles, 15 kilometres."""
    return min(0.06, max(0.03, 0.5 / max(1.0, min(abs(x.printed), abs(y.printed)))))


def _is_range(q: Quantity) -> bool:
    """Whether a quantity is told by both its ends: 8 to 10; its point is the upper one."""
    return q.low < q.high == q.point


def _other_scale(x: str, y: str) -> bool:
    """Whether one temperature is measured in Fahrenheit and the other in Celsius."""
    return (x in FAHRENHEIT and y in CELSIUS) or (x in CELSIUS and y in FAHRENHEIT)


def _same_degrees(x: Quantity, y: Quantity) -> bool:
    """Whether a temperature in Fahrenheit is one in Celsius."""
    heat, cold = (x, y) if x.measure in FAHRENHEIT else (y, x)
    return abs((heat.point - 32) / 1.8 - cold.point) <= 1


def _shared(share: Quantity, part: Quantity) -> Relation:
    """Compare a share with so many of so many: a half, 20 of the 80; half of the votes is of others."""
    told = 100 * part.point / (part.whole or 1)
    if share.low - 1 <= told <= share.high + 1:
        return Relation.COMPATIBLE
    apart = share.noun and part.noun and set(share.noun).isdisjoint(part.noun)
    return Relation.UNRELATED if apart else Relation.CONFLICT


def _is_asked(m: Mention) -> bool:
    """Whether a rule asks for so much at least: "must earn at least 2,000", but "at least 12 must have"."""
    lead = " ".join(["", *[t.word for t in m.statement.tokens[max(0, m.first - ASKED) : m.first]], ""])
    return any(f" {phrase} " in lead for phrase in lexicon(m.statement.language).words("asked"))


def _bound(m: Mention) -> Sequence[str]:
    """The word directly before a number: at least three, at least two."""
    return m.statement.sequence[max(0, m.first - 1) : m.first]


def _is_limit(m: Mention) -> bool:
    """Whether a bound is told as the most that there may be: "up to 80", "80 or less", but "under 80"."""
    tokens, words = m.statement.tokens, lexicon(m.statement.language)
    lead = " ".join(t.word for t in tokens[max(0, m.first - 3) : m.first])
    behind = (" ".join(t.word for t in tokens[n : n + 2]) for n in (m.last, m.last + 1))
    return lead.endswith(tuple(words.words("limit"))) or not words.words("most_behind").isdisjoint(behind)


def _is_ruled(m: Mention) -> bool:
    """Whether a rule says by a bound for whom it holds: "children under 12 travel free".

    The bound stands behind the noun that it is of; "fewer than 50 came", before it, is an estimate.
    """
    words, tokens = lexicon(m.statement.language), m.statement.tokens
    told = m.statement.words & words.words("rule", "ruling")
    if not told or (told == {"may"} and m.statement.words.isdisjoint(words.words("negator", "no"))):
        return False
    lead = words.words("rule_lead")
    n = next((n for n in range(m.first - 1, -1, -1) if tokens[n].word not in lead), -1)
    return n >= 0 and (
        tokens[n].word in words.words("ruled") or (tokens[n].content and tokens[n].word[-1] == "s")
    )


def _bare(x: Quantity, y: Quantity) -> bool:
    """Whether one number stands alone, as the same number of a measure does beside its unit."""
    alone = (q for q in (x, y) if q.unit == "count" and not q.noun and not q.toll)
    return x.printed == y.printed != 0 and any(alone)


def same_person(x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether the words of two names can be those of one person: the shorter lies in the longer."""
    return x <= y or y <= x

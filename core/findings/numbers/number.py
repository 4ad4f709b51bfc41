"""Numbers as intervals of what is counted: shares, money, measures, ages, scores, ranks and counts."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from core.findings.kind import Mention
from core.findings.language import SPACELESS, Lexicon, lexicon
from core.findings.numbers import han
from core.findings.numbers.age import YEAR, age_of, decades
from core.findings.numbers.comparing import compare
from core.findings.numbers.multiples import multiples
from core.findings.numbers.numerals import Numeral, numerals
from core.findings.numbers.part import is_of_one_place, is_part, is_room, named_whole, whole_of
from core.findings.numbers.quantity import Found, Quantity, bounds, bounds_behind, noun_after
from core.findings.numbers.shares import every, magnitudes, ratios, scores, shares, single
from core.findings.numbers.tolls import with_tolls
from core.findings.numbers.units import below_zero, rate_of, sign_start, unit_of
from core.findings.text import ARTICLES, Statement
from core.model import FindingKind

__all__ = ["compare", "readings", "said"]
KIND = FindingKind.NUMBER
_JOIN = re.compile(r"\s?[-–—]\s?[$£€¥₹]?|\s(?:to|and|bis|und|à|a|y|e|do|до)\s[$£€¥₹]?")
_SCORE_END = re.compile(
    r"\s*(?:$|[,.;)]|(?:in|at|on|to|after|by|draw|win|lead|victory|loss|defeat|home|away|over|against)\b)"
)
_UNIT = re.compile(r"\s?(%|[^\W\d_]+(?: cent)?)(?=\s)")
_BETWEEN = frozenset({"between", "zwischen", "entre", "tra", "tussen"})
_AGES = frozenset({"the", "ages", "of"})
"""Words between "between" and a range of ages."""
_CONVERTED = re.compile(r"\d[^()]{0,20}\([^\d()]{0,12}$")
_CONVERSION = 40
"""Characters that these patterns take at the most."""
WHOLE = 100
"""Per cent that there are at the most."""
_LISTS, _ALSO = frozenset({",", ";"}), frozenset({"and", "but", "while"})
"""What stands before a number of a list."""
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def readings(statement: Statement, earlier: Sequence[Mention] = ()) -> Sequence[Mention]:
    """Find the numbers of a sentence that are no dates, rising, never overlapping."""
    if not _may_count(statement):
        return []
    words = lexicon(statement.language)
    found: list[Found] = han.shares(statement) if statement.language in SPACELESS else []
    for told, digits, read in _readers(statement.language):
        if (digits and statement.digits) or not told.isdisjoint(statement.words):
            found += read(statement, words)
    found += _joined(statement, numerals(statement), words, earlier)
    mentions: list[Mention] = []
    free = 0
    for start, end, quantity in sorted(found, key=lambda f: (f[0], -f[1])):
        if start < free or _taken(earlier, start, end):
            continue
        free = end
        first, last = statement.tokens_in(start, end)
        printed = statement.text[start - statement.start : end - statement.start]
        meant = said(quantity) or " ".join(printed.split())
        mentions.append(Mention(KIND, statement, start, end, first, last, quantity, meant))
    return with_tolls(statement, _in_per_cent(statement, mentions), words)


def _in_per_cent(statement: Statement, mentions: list[Mention]) -> list[Mention]:
    """Read numbers listed behind a share as shares too: "45 percent for it, 38 against and 17 undecided"."""
    first = next((n for n, m in enumerate(mentions) if m.value.unit == "%"), len(mentions))
    shares = mentions[: first + 1]
    for m in mentions[first + 1 :]:
        q = m.value
        listed = statement.gaps[m.first].strip() in _LISTS or statement.sequence[m.first - 1] in _ALSO
        bare = q.unit == "count" and q.printed == q.point <= WHOLE and not (q.part or q.whole or q.room)
        alone = listed and bare and shares[-1].value.unit == "%"
        own = alone and {*statement.sequence[m.last : m.last + 1]} & lexicon(statement.language).words("poll")
        shares.append(replace(m, value=replace(q, unit="%")) if own else m)
    return shares


def _taken(earlier: Sequence[Mention], start: int, end: int) -> bool:
    """Whether an earlier reading has some of these characters."""
    return any(start < m.end and m.start < end for m in earlier)


def _may_count(statement: Statement) -> bool:
    """Whether a sentence has a digit, or a word that numbers are made of, where these are listed."""
    spoken = _spoken(statement.language)
    return statement.digits or not spoken or not statement.words.isdisjoint(spoken)


@cache
def _spoken(language: str) -> frozenset[str]:
    words = lexicon(language)
    spoken = words.words("spoken")
    if not spoken:
        return frozenset()
    return words.words("spoken").union(*map(words.values, ("dozen", "fraction", "unit")))


Reader = Callable[[Statement, Lexicon], list[Found]]
"""Finds numbers without a numeral."""


@cache
def _readers(language: str) -> tuple[tuple[frozenset[str], bool, Reader], ...]:
    """What finds them in a language, each with words of which it takes one, and whether digits do as well."""
    words = lexicon(language)

    def told(*keys: str) -> frozenset[str]:
        return frozenset().union(*map(words.values, keys))

    return (
        (told("fraction", "dozen"), False, shares),
        (told("ones"), True, ratios),
        (words.words("every"), False, every),
        (words.words("owner"), False, decades),
        (told("unit"), False, single),
        (words.words("score_to"), True, scores),
        (told("multiple"), False, multiples),
        (told("magnitude"), False, magnitudes),
    )


def said(q: Quantity) -> str:
    """A quantity in words; nothing for a measure, which its printed form says best."""
    if q.unit == "score":
        return f"{q.point:g}-{q.second:g}"
    kind, _, currency = q.unit.partition(":")
    if kind not in {"%", "count", "rank", "age", "money"}:
        return ""
    value = _written(q.point)
    if kind == "rank":
        return f"number {value}"
    return (
        f"{value}%"
        if kind == "%"
        else f"{value} {currency.upper() if len(currency) == 3 else currency}".strip()
    )


def _written(value: float) -> str:
    """A number as people write it: 1,250, 38 million, 1.2 billion."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if value >= size and round(100 * value / size, 6).is_integer():
            return f"{value / size:g} {name}"
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def _joined(
    statement: Statement, found: list[Numeral], words: Lexicon, earlier: Sequence[Mention]
) -> list[Found]:
    """Numerals as quantities, two of a range or score as one; not what an earlier reading has some of."""
    result: list[Found] = []
    n = 0
    while n < len(found):
        one = found[n]
        two = found[n + 1] if n + 1 < len(found) else None
        between = _between(statement, one, two) if two else ""
        joint = two is not None and not one.ordinal and not two.ordinal and _JOIN.fullmatch(between)
        if two is not None and joint and _is_score(statement, one, two, between):
            result.append((one.start, two.end, Quantity(0, 0, one.value, "score", second=two.value)))
            n += 2
            continue
        ranged = two is not None and joint and one.value < two.value and _is_range(statement, one, between)
        last = two if two is not None and ranged else one
        if not _taken(earlier, one.start, last.end):
            result.append(_quantity(statement, last, words, one if ranged else None))
        n += 1 + bool(ranged)
    return result


def _between(statement: Statement, one: Numeral, two: Numeral) -> str:
    """What stands between two numbers, without the unit of both: "between 4% and 6%"."""
    text, at = statement.text, statement.start
    between = text[one.end - at : two.start - at]
    unit = _UNIT.match(between)
    if unit is None or not text[two.end - at :].lstrip().startswith(unit[1]):
        return between
    lead = text[: one.start - at].split()[-1:]
    return between[unit.end() :] if lead and lead[0].lower() in _BETWEEN else between


def _is_score(statement: Statement, one: Numeral, two: Numeral, between: str) -> bool:
    if one.words or two.words or between.strip() not in {"-", "–"} or max(one.value, two.value) > 200:
        return False
    after = statement.text[two.end - statement.start :]
    return one.value >= two.value or bool(_SCORE_END.match(after))


def _is_range(statement: Statement, one: Numeral, between: str) -> bool:
    between = between.rstrip("$£€¥₹")
    if between.strip() in {"and", "und", "y", "e", "a"}:
        before = statement.text[: one.start - statement.start].split()
        while before and before[-1] in _AGES:
            before.pop()
        return bool(before) and before[-1].lower() in _BETWEEN | {"de", "von"}
    return between.strip() != "a"


def _quantity(statement: Statement, n: Numeral, words: Lexicon, from_: Numeral | None) -> Found:
    """One numeral, or a range that ends with it, with its unit and how exact it is."""
    tokens = statement.tokens
    first, after = statement.tokens_in((from_ or n).start, n.end)
    unit, factor, end, used = unit_of(statement, n, after, first, words)
    below = below_zero(statement, n.start, end) if unit == "angle" else None
    if below is not None:
        n = replace(n, start=below, value=-n.value)
    low, high = (_least(from_, n), n.value) if from_ else (n.value, n.value)
    half = n.step / 2 if n.vague else 0
    rounded = _rounding(n)
    low, high = low - max(half, rounded), high + max(half, rounded)
    before = statement.sequence[max(0, first - 4) : first]
    if unit != "rank" and not (unit == "time" and before[-1:] == ("over",)):  # "over ten years" is no bound
        low, high = bounds(before, low, high, words, range_=from_ is not None)
        low, high = bounds_behind(statement.sequence, (after, used), low, high, words)
    whole = named_whole(statement, first, words)
    quantity = Quantity(
        low * factor,
        high * factor,
        n.value * factor,
        unit,
        printed=n.value,
        second=_least(from_, n) * factor if from_ else None,
        noun=noun_after(tokens, used),
        weak=_weak(statement, unit, n, first, used),
        part=unit != "%" and (whole is not None or _in_part(statement, first, used, words)),
        rate=rate_of(statement, used, words),
        room=is_room(statement, first, used, words),
        whole=whole_of(statement, whole, used, n.value, words) if unit == "count" else None,
        measure=tokens[after if unit == "speed" else used - 1].word if used > after else "",
    )
    start = (from_ or n).start
    if unit.startswith("money") and start > statement.start:
        start = sign_start(statement, start)
    who = age_of(statement, (start, end), (first, used), unit, quantity.point)
    return start, end, quantity if who is None else _in_years(quantity, who)


def _in_part(statement: Statement, first: int, used: int, words: Lexicon) -> bool:
    return is_part(statement, first, used, words) or is_of_one_place(statement, first, words)


def _in_years(q: Quantity, who: frozenset[str]) -> Quantity:
    """A quantity as an age of somebody."""
    low, high, point = q.low, q.high, q.point
    if q.unit == "time":
        low, high, point = (round(value / YEAR, 2) for value in (low, high, point))
    return replace(q, unit="age", low=low, high=high, point=point, noun=(), who=who)


def _least(one: Numeral, two: Numeral) -> float:
    """The lower end of a range, with the magnitude that stands behind the upper: 2 to 3 million."""
    scaled = one.value * two.times
    return scaled if one.times == 1 and scaled < two.value else one.value


def _rounding(n: Numeral) -> float:
    """A round number stands for half a unit of its last digit that is not 0, but for 5 % at the most."""
    zeros, value = 0, round(n.value)
    while value and value % 10 == 0:
        zeros, value = zeros + 1, value // 10
    return min(10**zeros / 2, 0.05 * n.value) if zeros >= 2 and value < 100 else 0.0


def _weak(statement: Statement, unit: str, n: Numeral, first: int, after: int) -> bool:
    """Whether it settles a match but never conflicts: "Act 3", "a 2003 letter", "not the first"."""
    words = lexicon(statement.language)
    near = statement.sequence[max(0, first - 2) : first]
    if not words.words("negator").isdisjoint(near) and _denied(statement, first, words):
        return True
    if unit == "count":
        return _labels(statement, first, after) or _is_year(statement, n, first)
    if unit == "rank":
        return _is_adverb(statement, first, after, words)
    at = n.start - statement.start  # "9,000 euros ($10,300)": in other money
    money = unit.startswith("money")
    return money and _CONVERTED.search(statement.text, max(0, at - _CONVERSION), at) is not None


def _denied(statement: Statement, first: int, words: Lexicon) -> bool:
    """Whether a number is denied: "not the first", not "for nothing, and 90 of them"."""
    negators, near = (
        words.words("negator") - words.words("nobody", "done_without"),
        range(max(0, first - 2), first),
    )
    marks = statement.gaps
    return any(
        statement.sequence[k] in negators
        and not "".join(marks[k + 1 : first + 1]).strip()
        and not any(statement.content_of[k + 1 : first])  # "could not fill 20"
        for k in near
    )


def _is_adverb(statement: Statement, first: int, after: int, words: Lexicon) -> bool:
    """Whether a rank tells of a verb: "was first seen", but "was third" and "her first book"."""
    tokens = statement.tokens
    before = tokens[first - 1].word if first else ""
    follows = after < len(tokens) and tokens[after].content
    return follows and before in words.words("passive")


def _is_year(statement: Statement, n: Numeral, first: int) -> bool:
    """Whether a number is the year of a thing: "a 2003 letter", "the 1973 ruling"."""
    if not first or n.words or statement.sequence[first - 1] not in ARTICLES:
        return False
    return _YEAR.fullmatch(statement.text, n.start - statement.start, n.end - statement.start) is not None


def _labels(statement: Statement, first: int, after: int) -> bool:
    """Whether a number only names a thing: "Grade 3", "Act 2", with no noun behind."""
    tokens = statement.tokens
    if not 1 < first < len(tokens) or not tokens[first - 1].text[0].isupper():
        return False
    gap = statement.text[tokens[first - 1].end - statement.start : tokens[first].start - statement.start]
    return not gap.strip() and not (after < len(tokens) and tokens[after].content)

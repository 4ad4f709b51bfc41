"""The odds that two values that conflict fill the same slot: a weighted sum over what stands around them."""

from math import inf, log

from core.findings.alike import alike, synonyms
from core.findings.dates import date
from core.findings.dates.focus import in_focus
from core.findings.dates.when import When
from core.findings.kind import Mention
from core.findings.language import lexicon
from core.findings.numbers.quantity import Quantity
from core.findings.slots import Pair
from core.findings.text import ARTICLES, Token
from core.findings.tie import spelled_alike
from core.findings.window import Window
from core.frozen import frozen
from core.model import FindingKind

SPECIFIC = frozenset(
    {"%", "length", "mass", "volume", "area", "time", "speed", "age", "score", "money", "points"}
)
"""Classes of which a passage seldom has two."""
NUMBERS, DATES = 3.1, 3.5
"""What is asked of two numbers, and of two dates that give a day: taken off the sum."""
GRAIN = {"clock": 1, "day": 0, "weekday": -0.4, "month": -0.7, "season": -0.7, "year": -1.6}
"""What is added by how exact a date is: news names many years for many things, and few minutes."""
FOCUS = 0.6
"""What is added where a sentence is on when something is: "it is in May that"."""
HALF = 0.5
"""Least share of the words of the longer sentence that is aligned, or "three" is some of "the eight"."""
THIRD, SHORT = 0.3, 16
"""A lone value on each side counts more if so much of the windows is aligned and neither has more words."""
FRAME = 3
"""Equal words directly before two counts from which another noun behind them is another thing."""
SEVERAL = ("s", "men", "people", "children")
"""How nouns end of which there are several."""
FARTHEST = 3
"""How far apart 0 and another number count as, as a logarithm: as far as 1 and 20."""


@frozen()
class Candidate:
    """Two values that conflict, with the windows they stand in."""

    pair: Pair
    """The two windows."""
    x: Mention
    """The value of the first."""
    y: Mention
    """That of the second."""
    only: bool
    """Whether they are the only ones of their class without their like on the other side."""


def odds(c: Candidate) -> float:
    """How much speaks for one slot.

    The weights are those of a logistic regression, rounded: values that linked sentences share, which
    fill one slot, against values left over in linked sentences of real news, which do not.

    Returns:
        Log odds: a conflict is told if they are above 0. Minus infinity where one guard rules it out.
    """
    pair, x, y = c.pair, c.x, c.y
    dated = x.kind is FindingKind.DATE
    _, longer = pair.cover(x.statement, y.statement, x, y)
    points = 4 * min(1, pair.whole) + (0.5 * longer or -0.5) + 1.4 * min(pair.near(x, y), 1.5)
    left, right = pair.sides(x, y)
    if not dated and (left >= FRAME or not longer) and _other_noun(x, y, alone=not longer):
        return -inf
    points += 0.5 * min(left + right, 4) + c.only
    points += 0.6 * (c.only and pair.whole >= THIRD and max(pair.a.content, pair.b.content) <= SHORT)
    if not dated and (_both_told(c) or (longer < HALF and _some_of_all(x, y))):
        return -inf
    points += 1.5 * framed(x, left) + _of_dates(x, y) - DATES if dated else _of_numbers(c) - NUMBERS
    if points <= 0:
        return points
    strangers = (_unknown(_names(w, m), o) for w, m, o in ((pair.a, x, pair.b), (pair.b, y, pair.a)))
    return points - (0.6 * any(strangers) if dated else 1.8 * all(strangers))


def _some_of_all(x: Mention, y: Mention) -> bool:
    """Whether one is told as all that there are, and fewer of them are told of: the eight judges, three."""
    small, large = sorted((x, y), key=lambda m: float(m.value.point))
    if not x.value.unit == y.value.unit == "count" or x.value.noun[:1] != y.value.noun[:1]:
        return False
    return _definite(large) and not _definite(small)


def _definite(m: Mention) -> bool:
    """Whether "the" stands before a number: "the eight judges"."""
    return m.statement.sequence[max(0, m.first - 1) : m.first] == ("the",)


def framed(x: Mention, left: int) -> bool:
    """Whether the equal words before two values have a content word: "suspended until", "built in".

    Args:
        x: One of the values.
        left: How many equal words stand directly before both.
    """
    start = x.first - 1 if x.first and x.statement.tokens[x.first - 1].word in ARTICLES else x.first
    return any(t.content for t in x.statement.tokens[max(0, start - left) : start])


def _of_dates(x: Mention, y: Mention) -> float:
    """What is added by how exact two dates are, and by the fields that they share: the vaguer, the less."""
    p, q = x.value, y.value
    grains = p.grain, q.grain
    points = GRAIN[p.grain] - 1.5 * (grains.count("year") == 1) + FOCUS * (in_focus(x) or in_focus(y))
    exchanged = bool(p.year and q.year) and sorted(str(p.year)) == sorted(str(q.year))  # 1964 / 1946
    points += 0.7 * (p.year is not None and p.year == q.year)
    return points + 1.2 * (exchanged and p.year != q.year) + 1.7 * (date.shared_fields(p, q) >= 2)


def _of_numbers(c: Candidate) -> float:
    """What is added by what two numbers count, and how far apart they lie: the closer, the more."""
    p, q = c.x.value, c.y.value
    toll = bool(p.toll and p.toll == q.toll)
    specific = toll or p.unit.partition(":")[0] in SPECIFIC
    points = (0.5 + specific) * c.only + 0.7 * toll + 0.6 * _one_thing(c.x, c.y)
    points += bool(p.who & q.who) - 2 * (bool(p.who) != bool(q.who))
    return points + 0.8 * transposed(c.x, c.y) - 1.5 * _apart(p, q)


def _other_noun(x: Mention, y: Mention, *, alone: bool) -> bool:
    """Whether two counts have other nouns behind them, and so are of two things.

    Asked where the words before both are equal, or (`alone`) where the sentences share no word; only then are
    a kind of people and people in general two things. Victims may be told by any noun.
    """
    if {x.value.unit, y.value.unit} != {"count"} or x.value.toll == y.value.toll != "":
        return False
    nouns = _nouns(x, y)
    if nouns is None:
        return False
    return alone or lexicon(x.statement.language).words("anybody").isdisjoint([t.word for t in nouns])


def _nouns(x: Mention, y: Mention) -> tuple[Token, Token] | None:
    """The nouns directly behind two counts, if they are not of one thing."""
    kin, p, q = synonyms(x.statement.language), _counted(x), _counted(y)
    if p is None or q is None or alike(p.stem, q.stem) or kin.get(p.stem, p.stem) == kin.get(q.stem, q.stem):
        return None
    return p, q


def _both_told(c: Candidate) -> bool:
    """Whether each clause names what the other counts: "600 volunteers filled bags", "filled 12,000 bags".

    In another clause it may be another word for the same: "44 passengers; the pensioners".
    """
    pair, x, y = c.pair, c.x, c.y
    if not (x.value.unit == y.value.unit == "count") or x.value.toll == y.value.toll != "":
        return False
    nouns = _nouns(x, y)
    if nouns is None:
        return False
    i = pair.a.offset[x.statement.number] + x.statement.tokens.index(nouns[0], x.last)
    j = pair.b.offset[y.statement.number] + y.statement.tokens.index(nouns[1], y.last)
    here, there = pair.back.get(j), pair.aligned.get(i)
    if here is None and there is None:
        return all(n.word.endswith(SEVERAL) for n in nouns) and _other_deed(pair, x, y)
    told = (
        here is not None and _in_one_clause(pair.a, x, i, here),
        there is not None and _in_one_clause(pair.b, y, j, there),
    )
    several = all(n.word.endswith(SEVERAL) for n in nouns) and _apart(x.value, y.value) > 0
    return all(told) or (any(told) and several)


def _other_deed(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether two counts follow other deeds behind one word: "and seized 11", "and searched 14"."""
    if (
        x.statement.stemmed[max(0, x.first - 2) : x.first - 1]
        != y.statement.stemmed[max(0, y.first - 2) : y.first - 1]
    ):
        return False
    for window, m, matched in ((pair.a, x, pair.aligned), (pair.b, y, pair.back)):
        form = m.statement.forms[m.first - 1] if m.first else None
        if form is None or not form[3] or m.statement.gaps[m.first].strip():
            return False
        if window.offset[m.statement.number] + m.first - 1 in matched:
            return False
    return True


def _in_one_clause(window: Window, m: Mention, n: int, other: int) -> bool:
    """Whether two words of a window stand in the sentence of a mention, no mark between them."""
    at, gaps = window.offset[m.statement.number], m.statement.gaps
    first, last = sorted((n - at, other - at))
    return first >= 0 and last < len(gaps) and not "".join(gaps[first + 1 : last + 1]).strip()


def _counted(m: Mention) -> Token | None:
    """The noun directly behind a count, of two the one that is in the plural: "turtle nests"."""
    run = [t for t in m.statement.tokens[m.last : m.last + 2] if len(t.word) > 1]
    several = next((t for t in run if t.word.endswith("s") and t.content), None)
    return several or (run[0] if run and run[0].content else None) if m.value.noun else None


def _apart(p: Quantity, q: Quantity) -> float:
    """How far two numbers lie apart, as the logarithm of their ratio; 0 for 14 million and 14 billion."""
    small, large = sorted((abs(p.point), abs(q.point)))
    if f"{p.printed:.6e}".partition("e")[0] == f"{q.printed:.6e}".partition("e")[0]:
        return 0
    return log(large / small) if small else FARTHEST


def _unknown(names: set[str], window: Window) -> bool:
    """Whether a window lacks one of some names, in whatever spelling."""
    rest = names.difference(*(s.words for s in window.statements))
    return any(not any(spelled_alike(word, other) for other in window.capitals) for word in rest)


def _names(window: Window, m: Mention) -> set[str]:
    """Folded capitalised words of a mention's sentence but for its first and for dates."""
    words: set[str] = set()
    if m.statement.language == "de":  # where every noun has a capital
        return words
    own, begins = range(*window.place(m)), window.offset.values()
    for n in window.words_of(m.statement):
        printed, word, _, content = window.forms[n]
        if printed[0].isupper() and content and n not in own and n not in begins:
            words.add(word)
    return words - {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}


def _one_thing(x: Mention, y: Mention) -> bool:
    """Whether two numbers count the same thing by one of two words."""
    p, q, synonymous = x.value.noun, y.value.noun, synonyms(x.statement.language)
    return not {synonymous.get(n, n) for n in p}.isdisjoint([synonymous.get(n, n) for n in q])


def transposed(x: Mention, y: Mention) -> bool:
    """Whether one number is the other with digits exchanged: 206 / 260, 3.75 / 3.57."""
    p, q = f"{x.value.point:g}", f"{y.value.point:g}"
    return len(p) > 1 and p != q and sorted(p) == sorted(q) and x.value.unit == y.value.unit


def _vague(when: When) -> bool:
    """Whether a date is a season, or a month or a year counted from now."""
    return when.grain == "season" or bool(when.period)


def kin(x: Mention, y: Mention) -> bool:
    """Whether two values are of one class, so that both may be rivals of a third: two ages, two days."""
    p, q = x.value, y.value
    if x.kind is FindingKind.DATE:
        return (p.minute is None) == (q.minute is None) and _vague(p) == _vague(q)
    ranked = p.unit == "rank" and bool(p.noun) != bool(q.noun)  # "fifth in her first race"
    return not ranked and bool(p.unit.partition(":")[0] == q.unit.partition(":")[0] and p.toll == q.toll)

"""Values whose slot is told in so many words: a person's age, a way from a landmark, so much of a stuff.

They are compared over whole articles, linked or not, and inside one article as well: a name, or what one
measures from, says more surely than any alignment that two values are rivals.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from core.findings import labels
from core.findings.kind import Conflict, Mention, Readings, Relation
from core.findings.language import lexicon
from core.findings.numbers import number
from core.findings.numbers.age import YEAR
from core.findings.numbers.ways import BACK, ends, from_either_end, landmark, point
from core.findings.text import Article, Statement, content_stems, folded
from core.progress import Tick, silent, ticked

_AGES = (
    re.compile(r", (?:now )?\d{1,3}(?=[,.;:)]|\s+and\b)"),
    re.compile(r"age(?<!\wage)d? \d{1,3}\b"),
    re.compile(r"year(?<=[\w-][- ]year)[- ]old\b"),
    re.compile(
        r"(?:is(?<!\wis)|was(?<!\wwas)|turn(?<!\wturn)(?:ed|s)) (?:now |only |just )?"
        r"[\w-]+(?=[,.;)]| when | at the time|$)"
    ),
)
"""Each begins with letters and looks back from there: a search skips to them, seven times faster in all."""
_MEASURE = re.compile(
    r"[fkmqy](?<!\w.)(?:(?<=m)(?:iles?|et(?:re|er)s)|(?<=k)(?:m|il(?:omet(?:res?|er[ns]?)|[oó]metros?))"
    r"|(?<=y)ards|(?<=f)eet|(?<=q)uil[oô]metros?)\b"
)
_DIGITS = re.compile(r"\d+")
_POUNDS = frozenset({"pound", "pounds"})
MEASURES = frozenset({"mass", "volume", "area"})
"""Classes of which what is measured follows: tonnes of barley."""
AROUND, FRAME = 8, 3
"""Stems, within so many words on either side, that two measures share when they fill one slot. Plain counts
are left out: 5 of 5 that an article gave twice in one frame were of different days, games or pictures."""
MOST, MANY = 60, 1_000
"""Facts that may share a word before the word tells nothing: a tenth in an article that has very many."""
BEFORE = 2
"""Sentences before one on "the 56-year-old" that tell who that is."""
BESIDES = 2
"""Content words that two sentences must share beside a landmark to tell the same thing."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A value and the words that say of what."""

    mention: Mention
    """The number."""
    of: frozenset[str]
    """Folded words of a person, or stems of a landmark or of what is counted."""
    names: frozenset[str]
    """Those of them with a capital; for a measure, the stems around it."""
    before: frozenset[str] = frozenset()
    """Capitalised words that stand directly before the one word of a person, anywhere in the article."""
    beside: frozenset[float] = frozenset()
    """Ages of nobody by name in its sentence and the ones next to it: "she was 33 when"."""
    years: frozenset[float] = frozenset()
    """Lengths of time in its sentence: "has led it for nine years"."""
    point: str = ""
    """The direction of a way: north."""


def conflicts(
    articles: Sequence[Article], numbers: Readings, names: Readings, tick: Tick = silent
) -> list[Conflict]:
    """Find ages of one person, and distances from one place, that conflict.

    Args:
        articles: The articles, in an order that does not depend on how they were given.
        numbers: Gives the numbers of a sentence.
        names: Gives its names.
        tick: Told now and then; what it raises stops the search.

    Returns:
        Conflicts between articles and inside one; each value stands against the first rival in each article.
    """
    found: list[Conflict] = []
    ages = [list(_ages(a, numbers, names, tick)) for a in articles]
    ways = [list(_distances(a, numbers, tick)) for a in articles]
    measures = [list(_measures(a, numbers, tick)) for a in articles]
    for n in range(len(articles)):
        found += _against(ages[n], ages[n], _one_person, tick)
        found += _against(measures[n], measures[n], _one_frame, tick)
        for m in range(n + 1, len(articles)):
            found += _against(ages[n], ages[m], _one_person, tick)
            found += _against(ways[n], ways[m], _one_way, tick)
            back = {BACK[way.point] for way in ways[n] if way.point}
            turned = [_from_other_end(way) for way in ways[m] if way.point in back]
            found += _against(ways[n], turned, _either_way, tick)
            found += _against(measures[n], measures[m], _one_frame, tick)
    return found


def _against(
    left: Sequence[Fact], right: Sequence[Fact], same: Callable[[Fact, Fact], bool], tick: Tick
) -> list[Conflict]:
    if not left or not right:
        return []
    own = left is right
    pairs = [(x, y) for x, y in ticked(_candidates(left, right, tick), tick) if same(x, y)]
    agreed = {
        f.mention
        for x, y in ticked(pairs, tick)
        if not own and _compare(x, y) is not Relation.CONFLICT
        for f in (x, y)
    }
    found, seen = [], set()
    for x, y in ticked(pairs, tick):
        values = x.mention.said, y.mention.said
        if _compare(x, y) is not Relation.CONFLICT or {x.mention, y.mention} & agreed or values in seen:
            continue
        if _reached(x, y):
            continue
        seen.add(values)
        found.append(_conflict(x.mention, y.mention, x.of & y.of))
    return found


def _reached(x: Fact, y: Fact) -> bool:
    """Whether two ages may be of two times: the other account tells both, or how many years lie between."""
    p, q = x.mention.value.point, y.mention.value.point
    return p in y.beside or q in x.beside or abs(p - q) in x.years | y.years


def _candidates(left: Sequence[Fact], right: Sequence[Fact], tick: Tick) -> list[tuple[Fact, Fact]]:
    """Pairs of facts that share a word of what they are of; a word of very many facts tells nothing."""
    index: dict[str, list[int]] = defaultdict(list)
    for m, fact in enumerate(right):
        for word in fact.of:
            index[word].append(m)
    most = MOST if len(right) <= MANY else MOST // 10
    near = {
        (n, m)
        for n, fact in enumerate(ticked(left, tick))
        for word in fact.of
        if len(index[word]) <= most
        for m in index[word]
        if left is not right or n < m
    }
    return [(left[n], right[m]) for n, m in sorted(near)]


def _compare(x: Fact, y: Fact) -> Relation:
    return number.compare(x.mention, y.mention)


def _conflict(x: Mention, y: Mention, shared: frozenset[str]) -> Conflict:
    if x.value.unit != "age" and not {x.value.unit, y.value.unit} <= {"length"}:
        return Conflict(x, y, 1.5, labels.of_value(x, y), "different numbers", ())
    age = x.value.unit == "age"
    tokens = [t for m in (x, y) for t in m.statement.tokens if (t.word if age else t.stem) in shared]
    words = tuple({t.word: t.text.removesuffix("'s").removesuffix("’s") for t in tokens}.values())[:3]
    label = f"age of {' '.join(words)}" if age else labels.of_value(x, y)
    return Conflict(x, y, 2.0, label, "different ages" if age else "different distances", words)


def _ages(article: Article, numbers: Readings, names: Readings, tick: Tick) -> Iterator[Fact]:
    read = list(_read(article, _AGES, numbers, tick))
    ages = [m for m in read if m.value.unit == "age"]
    first_names = _first_names(article, tick) if ages else {}
    nobody, times = defaultdict[int, set[float]](set), defaultdict[int, set[float]](set)
    for m in read:
        if m.value.unit == "time":
            times[m.statement.number].add(m.value.point / YEAR)
        elif m.value.unit == "age" and not m.value.who:
            nobody[m.statement.number].add(m.value.point)
    for mention in ages:
        if who := mention.value.who or _told_before(article, mention, names):
            at = mention.statement.number
            beside = frozenset[float]().union(*(nobody.get(n, ()) for n in (at - 1, at, at + 1)))
            before = first_names[min(who)] if len(who) == 1 else frozenset[str]()
            yield Fact(mention, who, who, before, beside, frozenset(times.get(at, ())))


def _told_before(article: Article, age: Mention, names: Readings) -> frozenset[str]:
    """Whom alone the two sentences before "The 56-year-old was …" name; nobody where they name several."""
    words, forms = lexicon(article.language), age.statement.forms
    behind = age.last + (age.last < len(forms) and forms[age.last][1] in words.words("old"))
    opens = age.first == 1 and forms[0][1] in words.words("article")
    if not opens or behind == len(forms) or forms[behind][3]:
        return frozenset()
    at = age.statement.number
    before = article.statements(range(max(0, at - BEFORE), at))
    people = {frozenset(m.value.words) for s in before for m in names(s) if not m.value.place}
    full = max(people, key=len, default=frozenset[str]())
    return full if all(one <= full for one in people) else frozenset()


def _first_names(article: Article, tick: Tick) -> dict[str, frozenset[str]]:
    """Family name -> first names that an article has for it: several make the name alone ambiguous."""
    titles = lexicon(article.language).words("title")
    found: dict[str, set[str]] = defaultdict(set)
    for _, first, last in ticked(article.full, tick):
        if len(last) > 1 and (word := folded(first)) not in titles:
            found[folded(last)].add(word)
    return defaultdict(frozenset, {last: frozenset(first) for last, first in found.items()})


def _from_other_end(way: Fact) -> Fact:
    """A way as one that is of what lies at its other end."""
    return replace(way, of=ends(way.mention)[1])


def _either_way(x: Fact, y: Fact) -> bool:
    """Whether two ways are told from either end: north of Karr, south of the camp."""
    return BACK.get(x.point) == y.point and from_either_end(x.mention, y.mention)


def _distances(article: Article, numbers: Readings, tick: Tick) -> Iterator[Fact]:
    for mention in _read(article, (_MEASURE,), numbers, tick):
        if mention.value.unit == "length":
            run = landmark(mention)
            stems = frozenset(content_stems(run))
            if stems:
                names = frozenset(t.stem for t in run if t.content and t.text[0].isupper())
                yield Fact(mention, stems, names, point=point(mention))


@cache
def _stuff(language: str) -> frozenset[str]:
    """Words of which a measure of a stuff has one."""
    units = lexicon(language).values("unit").items()
    return frozenset(w for w, unit in units if unit.partition(":")[0] in MEASURES) | _POUNDS


def _measures(article: Article, numbers: Readings, tick: Tick) -> Iterator[Fact]:
    told = _stuff(article.language)

    def measured(statement: Statement) -> Sequence[Mention]:
        return () if statement.words.isdisjoint(told) else numbers(statement)

    for mention in _read(article, (_DIGITS,), measured, tick):
        q = mention.value
        if q.noun and q.unit in MEASURES:
            first, last = max(0, mention.first - AROUND), mention.last + AROUND
            around = content_stems(mention.statement.tokens[first:last])
            yield Fact(mention, frozenset(q.noun[:1]), frozenset(around) - frozenset(q.noun[:1]))


def _one_frame(x: Fact, y: Fact) -> bool:
    """Whether two measures are of the same in the same frame: "the tank held 60 tonnes of oil", twice."""
    p, q = x.mention.value, y.mention.value
    alike = x.of == y.of and (p.unit, p.part, p.rate) == (q.unit, q.part, q.rate)
    apart = x.mention.statement.place != y.mention.statement.place
    return alike and apart and len(x.names & y.names) >= FRAME


def _read(
    article: Article, patterns: Sequence[re.Pattern[str]], numbers: Readings, tick: Tick
) -> Iterator[Mention]:
    """The numbers of the sentences in which one of some patterns is found, rising."""
    text = article.source.text
    told = set[int]()
    for start, end in article.blocks:
        tick(0.0)
        found = [m.start() for pattern in patterns for m in pattern.finditer(text, start, end)]
        told |= {n for at in ticked(found, tick) if (n := article.within(at)) is not None}
    for n in ticked(sorted(told), tick):
        yield from numbers(article.statement(n))


def _one_person(x: Fact, y: Fact) -> bool:
    """Whether two ages are of one person; a family name alone is nobody's when relatives are named."""
    return number.same_person(x.of, y.of) and len(x.before | y.before) < 2


def _one_way(x: Fact, y: Fact) -> bool:
    """Whether two distances are from one landmark, in sentences that share more than the landmark."""
    shared = x.of & y.of
    if not shared or (x.names and y.names and not x.names & y.names):
        return False
    left, right = (content_stems(f.mention.statement.tokens) for f in (x, y))
    return len((left & right) - shared) >= BESIDES

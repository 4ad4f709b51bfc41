"""Ages of people over whole articles, linked or not, and inside one article as well."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement

from core.findings.kind import Conflict, Mention, Reader
from core.findings.language import lexicon
from core.findings.numbers.age import YEAR
from core.findings.numbers.comparing import same_person
from core.findings.text import Article, folded
from core.findings.whole.facts import Fact, numbers_at, once, printed, rivals
from core.progress import Tick, silent, ticked

_TOLD = (
    re.compile(r", (?:now )?\d{1,3}(?=[,.;:)]|\s+and\b)"),
    re.compile(r"age(?<!\wage)d? \d{1,3}\b"),
    re.compile(r"year(?<=[\w-][- ]year)[- ]old\b"),
    re.compile(
        r"(?:is(?<!\wis)|was(?<!\wwas)|turn(?<!\wturn)(?:ed|s)) (?:now |only |just )?"
        r"[\w-]+(?=[,.;)]| when | at the time|$)"
    ),
)
"""Each begins with letters and looks back from there: a search skips to them, seven times faster in all."""
BEFORE = 2
"""Sentences before one on "the 56-year-old" that tell who that is."""


@dataclass(frozen=True, slots=True)
class Age(Fact):
    """How old somebody is; `of` are the folded words of the name."""

    before: frozenset[str] = frozenset()
    """First names that the article has for the one word of a name: several make it ambiguous."""
    beside: frozenset[float] = frozenset()
    """Ages of nobody by name in its sentence and the ones next to it: "she was 33 when"."""
    years: frozenset[float] = frozenset()
    """Lengths of time in its sentence: "has led it for nine years"."""


def conflicts(
    articles: Sequence[Article], numbers: Reader, names: Reader, tick: Tick = silent
) -> list[Conflict]:
    """Find people whose age is told in two ways.

    Args:
        articles: The articles, in an order that does not depend on how they were given.
        numbers: Gives the numbers of a sentence.
        names: Gives its names.
        tick: Told now and then; what it raises stops the search.

    Returns:
        Conflicts between articles and inside one; each value stands against the first rival in each article.
    """
    ages = [list(_ages(a, numbers, names, tick)) for a in articles]
    return [
        _conflict(x, y)
        for left, right in combinations_with_replacement(ages, 2)
        for x, y in once(p for p in rivals(left, right, _of_one_person, tick) if not _at_two_times(*p))
    ]


def _conflict(x: Age, y: Age) -> Conflict:
    words = printed(x.mention, y.mention, lambda token: token.word in x.of & y.of)
    return Conflict(x.mention, y.mention, 2.0, f"age of {' '.join(words)}", "different ages", words)


def _at_two_times(x: Age, y: Age) -> bool:
    """Whether two ages may be of two times: the other account tells both, or how many years lie between."""
    p, q = x.mention.value.point, y.mention.value.point
    return p in y.beside or q in x.beside or abs(p - q) in x.years | y.years


def _of_one_person(x: Age, y: Age) -> bool:
    """Whether two ages are of one person; a family name alone is nobody's when relatives are named."""
    return same_person(x.of, y.of) and len(x.before | y.before) < 2


def _ages(article: Article, numbers: Reader, names: Reader, tick: Tick) -> Iterator[Age]:
    """The ages that an article tells of somebody by name."""
    read = list(numbers_at(article, _TOLD, numbers, tick))
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
            yield Age(mention, who, before, beside, frozenset(times.get(at, ())))


def _told_before(article: Article, age: Mention, names: Reader) -> frozenset[str]:
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

"""Ages of people over whole articles, linked or not, and inside one article as well."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations_with_replacement

from core.findings.article import Article
from core.findings.kind import Conflict, Mention
from core.findings.language import lexicon
from core.findings.numbers.age import YEAR, stands_for_name
from core.findings.numbers.comparing import same_person
from core.findings.text import folded
from core.findings.whole.epithets import meant
from core.findings.whole.event import Accounts
from core.findings.whole.facts import Fact, numbers_at, once, printed, rivals
from core.frozen import frozen
from core.progress import Tick, ticked

_TOLD = (
    re.compile(r", (?:now )?\d{1,3}(?=[,.;:)]|\s+and\b)"),
    re.compile(r"age(?<!\wage)d? \d{1,3}\b"),
    re.compile(r"year(?<=[\w-][- ]year)[- ]old\b"),
    re.compile(r"Jährige(?<=\d-Jährige)[nr]?\b"),
    re.compile(
        r"(?:is(?<!\wis)|was(?<!\wwas)|turn(?<!\wturn)(?:ed|s)) (?:now |only |just )?"
        r"[\w-]+(?=[,.;)]| when | at the time|$)"
    ),
)
"""Each begins with letters and looks back from there: a search skips to them, seven times faster in all."""

MOST = 30
"""People whose age other articles tell by name, past whom nobody knows who "the 24-year-old" is: 8,000 of
either took 50 s."""


@frozen()
class Age(Fact):
    """How old somebody is; `of` are the folded words of the name."""

    before: frozenset[str] = frozenset()
    """First names that the article has for the one word of a name: several make it ambiguous."""
    beside: frozenset[float] = frozenset()
    """Ages of nobody by name in its sentence and the ones next to it: "she was 33 when"."""
    years: frozenset[float] = frozenset()
    """Lengths of time in its sentence: "has led it for nine years"."""


def conflicts(accounts: Accounts) -> list[Conflict]:
    """Find people whose age is told in two ways.

    Args:
        accounts: The articles, with what reads them.

    Returns:
        Conflicts between articles and inside one; each value stands against the first rival in each article.
    """
    articles, numbers, tick = accounts.articles, accounts.numbers, accounts.tick
    read = [list(numbers_at(a, _TOLD, numbers, tick)) for a in articles]
    named = [[m for m in own if m.value.unit == "age" and m.value.who] for own in read]
    meant = [_meant(n, accounts, read, named) for n in range(len(read))]
    ages = [list(_ages(a, own, also, tick)) for a, own, also in zip(articles, read, meant, strict=True)]
    return [
        _conflict(x, y)
        for left, right in combinations_with_replacement(ages, 2)
        for x, y in once(p for p in rivals(left, right, _of_one_person, tick) if not _at_two_times(*p))
    ]


def _meant(
    n: int, accounts: Accounts, read: Sequence[Sequence[Mention]], named: Sequence[Sequence[Mention]]
) -> dict[Mention, frozenset[str]]:
    """Ages of "the 24-year-old" in an article, each with the name of whoever that is.

    Of somebody whose age other articles tell by name, and this one does not; no age that is told of others.
    """
    ages = [m for m in read[n] if m.value.unit == "age"]
    nameless = {id(m): m for m in ages if not m.value.who and stands_for_name(m)}
    elsewhere = [m.value for other in (*named[:n], *named[n + 1 :]) for m in other] if nameless else []
    people = {age.who: age.point for age in elsewhere}
    if not people or len(people) > MOST:
        return {}
    taken = {m.value.point for m in ages if id(m) not in nameless} | {age.point for age in elsewhere}
    told = {m.value.who for m in named[n]}
    known = {
        who: point for who, point in people.items() if not any(same_person(who, other) for other in told)
    }
    found: dict[Mention, frozenset[str]] = {}
    for m in nameless.values():
        accounts.tick(0.0)
        if m.value.point not in taken:
            found[m] = meant(accounts.articles[n], m, accounts.names, known)
    return found


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


def _ages(
    article: Article, read: Sequence[Mention], meant: Mapping[Mention, frozenset[str]], tick: Tick
) -> Iterator[Age]:
    """The ages that an article tells of somebody by name, or by "the 24-year-old" for a name."""
    ages = [m for m in read if m.value.unit == "age"]
    first_names = _first_names(article, tick) if ages else {}
    nobody, times = defaultdict[int, set[float]](set), defaultdict[int, set[float]](set)
    for m in read:
        if m.value.unit == "time":
            times[m.statement.number].add(m.value.point / YEAR)
        elif m.value.unit == "age" and not m.value.who:
            nobody[m.statement.number].add(m.value.point)
    for mention in ages:
        if who := mention.value.who or meant.get(mention, frozenset[str]()):
            at = mention.statement.number
            beside = frozenset[float]().union(*(nobody.get(n, ()) for n in (at - 1, at, at + 1)))
            before = first_names[min(who)] if len(who) == 1 else frozenset[str]()
            yield Age(mention, who, before, beside, frozenset(times.get(at, ())))


def _first_names(article: Article, tick: Tick) -> dict[str, frozenset[str]]:
    """Family name -> first names that an article has for it: several make the name alone ambiguous."""
    titles = lexicon(article.language).words("title")
    found: dict[str, set[str]] = defaultdict(set)
    for at, first, last in ticked(article.full, tick):
        joined = article.source.text[at - 1 : at] == "-"  # "Ex-Bankchef Brahl"
        if not joined and len(last) > 1 and (word := folded(first)) not in titles:
            found[folded(last)].add(word)
    return defaultdict(frozenset, {last: frozenset(first) for last, first in found.items()})

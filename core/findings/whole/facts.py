"""What facts of whole articles have in common: a value, and the words that say of what it is.

A name, or what one measures from, says more surely than any alignment that two values are rivals: they are
compared over whole articles, linked or not. `ages.py`, `distances.py` and `amounts.py` each have their own.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from core.findings.article import Article
from core.findings.kind import Mention, Reader, Relation
from core.findings.numbers import number
from core.findings.text import Token
from core.frozen import frozen
from core.progress import Tick, ticked

MOST, MANY = 60, 1_000
"""Facts that may share a word before the word tells nothing: a tenth in an article that has very many."""


@frozen()
class Fact:
    """A value and the words that say of what."""

    mention: Mention
    """The number."""
    of: frozenset[str]
    """Folded words of a person, or stems of a landmark or of what is counted."""


AnyFact = TypeVar("AnyFact", bound=Fact)


def rivals(
    left: Sequence[AnyFact], right: Sequence[AnyFact], of_one: Callable[[AnyFact, AnyFact], bool], tick: Tick
) -> Iterator[tuple[AnyFact, AnyFact]]:
    """Pairs of facts of one thing that are at odds.

    Args:
        left: The facts of one article.
        right: Those of another one, or the very same for those of one article among each other.
        of_one: Whether two facts that share a word of what they are of are of one thing.
        tick: Told now and then; what it raises stops the search.

    Yields:
        Each pair of which neither has its like among the other article's facts; in the order of both.
    """
    if not left or not right:
        return
    pairs = [(x, y) for x, y in ticked(_near(left, right, tick), tick) if of_one(x, y)]
    agreed = {
        fact.mention
        for x, y in ticked(pairs, tick)
        if left is not right and not _at_odds(x, y)
        for fact in (x, y)
    }
    for x, y in ticked(pairs, tick):
        if _at_odds(x, y) and agreed.isdisjoint((x.mention, y.mention)):
            yield x, y


def once(pairs: Iterable[tuple[AnyFact, AnyFact]]) -> Iterator[tuple[AnyFact, AnyFact]]:
    """The first of all pairs that tell the same two values."""
    seen: set[tuple[str, str]] = set()
    for x, y in pairs:
        values = x.mention.said, y.mention.said
        if values not in seen:
            seen.add(values)
            yield x, y


def _near(left: Sequence[AnyFact], right: Sequence[AnyFact], tick: Tick) -> list[tuple[AnyFact, AnyFact]]:
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


def _at_odds(x: Fact, y: Fact) -> bool:
    return number.compare(x.mention, y.mention) is Relation.CONFLICT


def printed(x: Mention, y: Mention, told: Callable[[Token], bool]) -> tuple[str, ...]:
    """Up to three of the words of two sentences that tell what both values are of, as printed."""
    tokens = (t for m in (x, y) for t in m.statement.tokens if told(t))
    return tuple({t.word: t.text.removesuffix("'s").removesuffix("’s") for t in tokens}.values())[:3]


def numbers_at(
    article: Article, patterns: Sequence[re.Pattern[str]], numbers: Reader, tick: Tick
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

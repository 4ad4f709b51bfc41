"""The articles of a comparison as the rules of whole articles read them; which of them are on one event."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TypeVar

from core.findings.article import Article
from core.findings.kind import Reader
from core.findings.text import Statement
from core.findings.whole.spots import Places, spots
from core.progress import Tick, silent, ticked

OPENING = 6
"""Sentences with which an article says what happened, its heading among them."""
SHARED, LETTERS = 2, 4
"""Names of so many letters in an opening that another report of the event has too: where, and what or who."""
IN_YEAR = re.compile(r"(?:^\w|\s[a-zà-ÿ])[a-zà-ÿ]{1,4} (?:1[5-9]|20)\d\d\b")
"""A year behind a small word, as no day has it ("in 2011", "since 1974"): such a sentence is of another
event."""
K = TypeVar("K", str, tuple[str, str])
V = TypeVar("V")
Capitals = Callable[[str], AbstractSet[str]]
"""Gives the folded words of a source, by its ID, that have a capital."""


@dataclass(frozen=True)
class Accounts:
    """The articles of a comparison, with what reads their sentences."""

    articles: Sequence[Article]
    """In an order that does not depend on how they were given."""
    numbers: Reader
    """Gives the numbers of a sentence."""
    dates: Reader
    """Gives its dates and times of day."""
    names: Reader
    """Gives its names."""
    capitals: Capitals
    """Gives the words of a source that have a capital."""
    common: frozenset[str] = frozenset()
    """Words that some source writes in lower case: no names."""
    tick: Tick = silent
    """Told now and then; what it raises stops the search."""

    @cached_property
    def _spots(self) -> list[dict[str, Places]]:
        return [spots(article) for article in self.articles]

    def told(self, kind: str) -> list[tuple[Article, Places]]:
        """The articles, each with where it has the phrases of a kind (a key of `spots.LISTS`)."""
        return list(zip(self.articles, (own[kind] for own in self._spots), strict=True))

    @cached_property
    def _names(self) -> dict[str, set[str]]:
        """The names with which each article opens, by the ID of its source."""
        return {a.source.id: _names(a) for a in ticked(self.articles, self.tick)}

    def of_one_event(self, a: Article, b: Article) -> bool:
        """Whether each of two articles has names with which the other one opens: links are not asked."""
        sides = (a.source.id, b.source.id), (b.source.id, a.source.id)
        return all(len(self._names[x] & self.capitals(y)) >= SHARED for x, y in sides)


def of_both(
    told: Iterable[tuple[Article, Mapping[K, V]]], tick: Tick
) -> Iterator[tuple[K, tuple[Article, V], tuple[Article, V]]]:
    """Go through each two articles, and each thing that both tell of.

    Args:
        told: Articles, each with what it tells of a thing.
        tick: Told before each two; what it raises stops that.

    Yields:
        The thing, then either article with what it tells of it.
    """
    for (a, here), (b, there) in combinations(told, 2):
        tick(0.0)
        for of in sorted(here.keys() & there.keys()):
            yield of, (a, here[of]), (b, there[of])


def opening_of(article: Article) -> Sequence[Statement]:
    """The sentences with which an article opens."""
    return article.statements(range(min(OPENING, len(article.places))))


def _names(article: Article) -> set[str]:
    """The words with a capital, folded, with which an article opens."""
    return {
        word
        for statement in opening_of(article)
        for printed, word, _, content in statement.forms
        if content and printed[0].isupper() and len(word) >= LETTERS
    }

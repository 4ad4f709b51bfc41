"""Whether two articles are on one event: by the names with which they open, not by what is linked."""

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from core.findings.text import Article, Statement

OPENING = 6
"""Sentences with which an article says what happened, its heading among them."""
SHARED, LETTERS = 2, 4
"""Names of so many letters in an opening that another report of the event has too: where, and what or who."""
IN_YEAR = re.compile(r"(?:^\w|\s[a-zà-ÿ])[a-zà-ÿ]{1,4} (?:1[5-9]|20)\d\d\b")
"""A year behind a small word, as no day has it ("in 2011", "since 1974"): such a sentence is of another
event."""
Capitals = Callable[[str], AbstractSet[str]]
"""Gives the folded words of a source, by its ID, that have a capital."""


def of_one_event(a: Article, b: Article, capitals: Capitals) -> bool:
    """Whether each of two articles has names with which the other one opens."""
    here, there = capitals(a.source.id), capitals(b.source.id)
    return min(len(_names(a) & there), len(_names(b) & here)) >= SHARED


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

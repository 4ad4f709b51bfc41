"""Title Case and lines in capitals: there a capital tells no name, as every word has one."""

from bisect import bisect_left
from collections.abc import Iterator

from core.findings.article import Article
from core.findings.language import lexicon
from core.findings.text import Statement
from core.progress import Tick, ticked

LEAST = 5
"""Words with a capital from which a sentence without others is a headline: most full names have fewer."""
DENSE = 12
"""Characters to each capital of a headline at most: a word, and a small one between."""


def headline(statement: Statement) -> bool:
    """Whether all words of a sentence have capitals but such small ones as a headline leaves small.

    Running text has a verb in small letters. What a mark joins to a word belongs to it: "3rd", "Thirty-six".
    """
    small, capitals = lexicon(statement.language).words("headline"), 0
    for n, (printed, word, _, _) in enumerate(statement.forms):
        if printed[0].isupper():
            capitals += n > 0 or word not in small
        elif printed[0].isalpha() and word not in small and not statement.joined(n):
            return False
    return capitals >= LEAST


def in_text(article: Article, tick: Tick) -> Iterator[tuple[int, str]]:
    """First character and letters of every word with a capital that stands in no headline of an article."""
    capitals, first = article.capitals, 0
    for n, (_, place) in enumerate(ticked(article.places, tick)):
        last = bisect_left(capitals, (place.end, ""), first)
        dense = (last - first) * DENSE > place.end - place.start
        if not (dense and last - first >= LEAST and headline(article.statement(n))):
            yield from capitals[first:last]
        first = last
    yield from ticked(capitals[first:], tick)

"""Dates and times in words that no calendar prints: "in autumn", "Christmas Eve", "the 1950s", "at noon"."""

import re
from collections.abc import Iterator
from functools import cache

from core.findings.dates.when import When
from core.findings.language import lexicon
from core.findings.text import Statement

_DECADE = re.compile(r"(1[5-9]\d0|20\d0)(?<![\w.,]\d{4})(?:s|er)\b")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
LONGEST = 3
"""Words of a holiday."""


def spoken(statement: Statement) -> list[tuple[int, int, When]]:
    """Find holidays, seasons, decades, noon and midnight.

    Returns:
        First character and one past the last, in the sentence, and the date or time.
    """
    at = statement.start
    found: list[tuple[int, int, When]] = []
    if statement.digits:
        found = [(m.start(), m.end(), _years(int(m.group(1)))) for m in _DECADE.finditer(statement.text)]
    if not statement.words.isdisjoint(telling(statement.language)):
        found += [(start - at, end - at, when) for start, end, when in _worded(statement)]
    return found


def _years(first: int) -> When:
    """A decade; "the 1800s" are a hundred years."""
    return When(decade=first, span=10 if first % 100 else 100)


@cache
def _last_words(language: str) -> frozenset[str]:
    """The last word of each holiday."""
    return frozenset([day.split()[-1] for day in lexicon(language).values("holiday")])


@cache
def telling(language: str) -> frozenset[str]:
    """Words of which a holiday, a season or a named hour has at least one."""
    words = lexicon(language)
    return frozenset(_last_words(language) | words.values("season").keys() | words.values("clock").keys())


def _worded(statement: Statement) -> Iterator[tuple[int, int, When]]:
    tokens, said, words = statement.tokens, statement.sequence, lexicon(statement.language)
    days, seasons, clock = words.values("holiday"), words.values("season"), words.values("clock")
    leads, before = words.words("before_season"), words.words("before_clock")
    last_words = _last_words(statement.language)
    for n, word in enumerate(said):
        token, lead = tokens[n], said[n - 1] if n else ""
        for first in range(max(0, n + 1 - LONGEST), n + 1) if word in last_words else ():
            if day := days.get(" ".join(said[first : n + 1])):
                month, _, date = day.partition("-")
                yield tokens[first].start, token.end, When(month=int(month), day=int(date))
                break
        if word in seasons and lead in leads:
            year = next((t for t in tokens[n + 1 : n + 3] if _YEAR.fullmatch(t.text)), None)
            end = year.end if year else token.end
            yield token.start, end, When(int(year.text) if year else None, season=int(seasons[word]))
        elif word in clock and lead in before:
            yield token.start, token.end, When(minute=int(clock[word]))

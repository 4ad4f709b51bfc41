"""The day of a dateline, and days counted from it: "OSTREL, Monday - The ferry sank yesterday"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from core.findings.dates.when import When
from core.findings.language import lexicon
from core.findings.text import Statement

_PLACE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}(?: [A-ZÀ-Þ.'’-]+){0,3}(?:, [A-ZÀ-Þ][\w.]+)?,? (?:\([^()]{1,40}\),? )?$"
)
"""A place in capitals, a country or an agency behind it: the beginning of a dateline."""
_DASH = re.compile(r"\.?(?: \([^()]{1,40}\))? ?[-–—]{1,2} ")
"""What ends one, behind the day."""
LEAP = 2000
"""A year that has every day."""
Found = tuple[int, int, When]
"""First character and one past the last, in the sentence, and the date."""


def opens(text: str, start: int, end: int) -> bool:
    """Whether a day that stands between two characters of a sentence is that of its dateline."""
    return start > 0 and _DASH.match(text, end) is not None and _PLACE.match(text, 0, start) is not None


def counted(statement: Statement, found: Sequence[Found]) -> Iterator[Found]:
    """Find the days that a sentence counts from its dateline: "tomorrow", "yesterday".

    Args:
        statement: The sentence.
        found: Its dates, each with its first character and one past the last.

    Yields:
        More of them.
    """
    days = lexicon(statement.language).values("day_away")
    if not found or statement.words.isdisjoint(days):
        return
    start, end, when = min(found, key=lambda f: f[0])
    if when.minute is not None or not opens(statement.text, start, end):
        return
    for token in statement.tokens:
        if token.word in days and (other := away(when, int(days[token.word]))):
            yield token.start - statement.start, token.end - statement.start, other


def away(when: When, days: int) -> When | None:
    """The day that is so many days behind another."""
    weekday = None if when.weekday is None else (when.weekday + days) % 7
    if when.month is None or when.day is None:
        return When(weekday=weekday) if weekday is not None else None
    number = date(when.year or LEAP, when.month, when.day).toordinal() + days
    if not 0 < number <= date.max.toordinal():  # "800,000 days earlier": no such day
        return None
    day = date.fromordinal(number)
    return replace(when, year=day.year if when.year else None, month=day.month, day=day.day, weekday=weekday)

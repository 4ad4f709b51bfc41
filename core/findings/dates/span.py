"""Dates and hours that lack a part: "3 to 17 November", "Nov. 3-17", "the second of March", "9 to 11am"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from core.findings.dates.when import When
from core.findings.language import lexicon
from core.findings.text import Statement

_TO = r"\s?(?:-|\u2013|\u2014|to|and|until|till|through|bis|und|au|al|a|à|e|y|do|до|по)\s?"
_NTH = r"(?:st|nd|rd|th|er|[.ºª])?"
_BEFORE = re.compile(rf"(?<![\w.,:/-])(\d{{1,2}}){_NTH}{_TO}$")
_BEHIND = re.compile(rf"{_TO}(\d{{1,2}}){_NTH}(?![\w:%/-]|[.,]\d|\s(?:[ap]\.?m|people))")
_HOUR = re.compile(
    r"(?<![\w.,:/-])(\d{1,2})(?:[.:h](\d\d))?\s?(?:-|\u2013|to|until|till|bis|à|a|às|alle|até|tot|до)\s?$"
)
LONGEST = 16
"""Characters of a day and of what joins it to another."""
LAST = 31
HOURS, MINUTES, NOON = 24, 60, 780
"""Hours of a day, minutes of an hour, and the minute from which a time is surely of the afternoon."""


def days(text: str, found: list[tuple[int, int, When]]) -> Iterator[tuple[int, int, When]]:
    """Find the other day of each two of one month.

    Args:
        text: The sentence.
        found: Its dates, each with its first character and one past the last.

    Yields:
        The same for the days that lack the name of their month.
    """
    for start, end, when in found:
        if when.day is None or when.month is None:
            continue
        before = _BEFORE.search(text, max(0, start - LONGEST), start) if text[start].isdigit() else None
        behind = None if text[start].isdigit() else _BEHIND.match(text, end)
        if before and 0 < int(before[1]) < when.day:
            yield before.start(1), before.end(1), replace(when, day=int(before[1]), weekday=None)
        elif behind and when.day < int(behind[1]) <= LAST:
            yield behind.start(1), behind.end(1), replace(when, day=int(behind[1]), weekday=None)


def ranked(s: Statement, found: list[tuple[int, int, When]]) -> list[tuple[int, int, When]]:
    """The dates of a sentence, each month with the day that is told in a word beside it.

    Args:
        s: The sentence.
        found: Its dates, each with its first character and one past the last.

    Returns:
        The same, with "the second of" and "the second" taken into the month behind or before it.
    """
    ranks = lexicon(s.language).values("day_rank")
    if s.words.isdisjoint(ranks):
        return found
    return [_ranked(s, f, ranks) if f[2].month and not f[2].day else f for f in found]


def _ranked(s: Statement, found: tuple[int, int, When], ranks: dict[str, str]) -> tuple[int, int, When]:
    """A month with its day: "twenty-second of March", "March the third"."""
    start, end, when = found
    first, last = s.tokens_in(s.start + start, s.start + end)
    told = [t.word for t in s.tokens]
    if told[max(0, first - 1) : first] == ["of"]:
        at = first - 2
    elif told[last : last + 1] == ["the"]:
        at = last + 1 + (told[last + 1 : last + 2] == ["twenty"])
    else:
        return found
    if not 0 < at < len(told) or told[at] not in ranks:
        return found
    tens = int(lexicon(s.language).values("day_tens").get(told[at - 1], 0))
    day = tens + int(ranks[told[at]])
    if day > LAST:
        return found
    begins = min(start, s.tokens[at - bool(tens)].start - s.start)
    return begins, max(end, s.tokens[at].end - s.start), replace(when, day=day)


def hours(text: str, found: list[tuple[int, int, When]]) -> Iterator[tuple[int, int, When]]:
    """Find the first of each two times of day of which only the second says that it is one.

    Args:
        text: The sentence.
        found: Its dates, each with its first character and one past the last.

    Yields:
        The same for the first; it may be of either half of the day.
    """
    for start, _, when in found:
        before = _HOUR.search(text, max(0, start - LONGEST), start) if when.minute is not None else None
        if before and int(before[1]) < HOURS and int(before[2] or 0) < MINUTES:
            minute = MINUTES * int(before[1]) + int(before[2] or 0)
            yield (
                before.start(1),
                before.end(2 if before[2] else 1),
                When(minute=minute, half=0 < minute < NOON),
            )

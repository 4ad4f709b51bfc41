"""Dates and times of day: a date is the fields a text gives; only fields that both give are compared.

Own grammar over Babel's names of months and days: dateparser (180 ms to import, up to 95 ms a sentence)
splits "Oct. 7, 2023" in two and reads "may" as a month.
"""

import re
from dataclasses import replace
from datetime import date
from functools import cache

from core.findings.dates import clock, dateline, reckoned, span, vague
from core.findings.dates.patterns import CLOCK_WORDS, calendar_words, grammar
from core.findings.dates.season import spoken, telling
from core.findings.dates.when import When, compare, said, shared_fields
from core.findings.dates.zone import zone
from core.findings.kind import Mention
from core.findings.language import SPACELESS
from core.findings.text import Statement
from core.model import FindingKind

__all__ = ["compare", "readings", "said", "shared_fields"]
KIND = FindingKind.DATE
_BESIDE = re.compile(r",?\s(?:de[mn]\s|the\s)?")
"""What stands between a day of the week and its date."""
_STAMPED = re.compile(r"\.?(?:\s[A-Z]{2,4})?:\s")
"""Behind the hour when an entry of a live report was written: what it tells was at any time."""


def readings(statement: Statement) -> list[Mention]:
    """Find the dates and times of day of a sentence, rising, never overlapping."""
    if not _may_date(statement):
        return []
    found = spoken(statement) + clock.spoken(statement)  # first: "the summer of 2023" is no bare year
    found += _matched(statement, [(start, end) for start, end, _ in found])
    if found:
        found = span.ranked(statement, found)
    if found and statement.digits:
        found += [*span.days(statement.text, found), *span.hours(statement.text, found)]
    found += [*dateline.counted(statement, found), *vague.vague(statement, found)]
    found += reckoned.reckoned(statement, sorted(found, key=lambda f: f[0]))
    return [_mention(statement, *f) for f in _joined(statement.text, sorted(found, key=lambda f: f[0]))]


def _joined(text: str, found: list[tuple[int, int, When]]) -> list[tuple[int, int, When]]:
    """A day of the week and the date behind it are one reading: "Friday, 16 May"."""
    joined: list[tuple[int, int, When]] = []
    for start, end, when in found:
        before = joined[-1] if joined and when.day is not None and when.weekday is None else None
        if before and before[2].grain == "weekday" and _BESIDE.fullmatch(text, before[1], start):
            joined[-1] = before[0], end, replace(when, weekday=before[2].weekday)
        else:
            joined.append((start, end, when))
    return joined


def _matched(statement: Statement, taken: list[tuple[int, int]]) -> list[tuple[int, int, When]]:
    """What the patterns of its language find in a sentence, outside what is taken."""
    text, found = statement.text, []
    for digits, words, pattern, make in grammar(statement.language):
        if (digits and not statement.digits) or (words and statement.words.isdisjoint(words)):
            continue
        for match in pattern.finditer(text):
            start, end = match.span()
            if start == end or any(start < e and s < end for s, e in taken):
                continue
            when = make(match)
            if when is not None:
                stop = end - start > 5 and text[end - 1] == "." and text[end - 2] != "m"
                found.append((start, end - stop, _with_weekday(when)))
                taken.append((start, end))
    return found


def _may_date(statement: Statement) -> bool:
    """Whether a sentence has a digit or a name of a month or day at all: most have not."""
    if statement.language in SPACELESS:
        return True
    return statement.digits or not statement.words.isdisjoint(_telling(statement.language))


@cache
def _telling(language: str) -> frozenset[str]:
    """Words of which a date or a spoken time has at least one."""
    days = calendar_words(language)
    several = {f"{word}s" for word in days} if language == "en" else set[str]()
    words = telling(language) | clock.telling(language) | vague.telling(language)
    return CLOCK_WORDS | words | days | several


def _mention(statement: Statement, start: int, end: int, when: When) -> Mention:
    stamped = when.minute is not None and _STAMPED.match(statement.text, end)
    start, end = statement.start + start, statement.start + end
    first, last = statement.tokens_in(start, end)
    if when.minute is not None:
        told, last = zone(statement, last)
        when, end = (replace(when, zone=told), statement.tokens[last - 1].end) if told else (when, end)
    if stamped and not (first and statement.tokens[first - 1].text.islower()):  # "at 8:15 a.m.: a first ship"
        when = replace(when, early=720, late=720)
    elif when.minute is not None:
        when = clock.vague(statement, first, when)
    return Mention(KIND, statement, start, end, first, last, when, said(when))


def _with_weekday(when: When) -> When:
    if when.weekday is None and when.year and when.month and when.day:
        return replace(when, weekday=date(when.year, when.month, when.day).weekday())
    return when

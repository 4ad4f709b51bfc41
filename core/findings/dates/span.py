"""Days of one month told together: "3 to 17 November", "Nov. 3-17"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from core.findings.dates.when import When

_TO = r"\s?(?:-|\u2013|\u2014|to|and|until|till|through|bis|und|au|al|a|à|e|y|do|до|по)\s?"
_NTH = r"(?:st|nd|rd|th|er|[.ºª])?"
_BEFORE = re.compile(rf"(?<![\w.,:/-])(\d{{1,2}}){_NTH}{_TO}$")
_BEHIND = re.compile(rf"{_TO}(\d{{1,2}}){_NTH}(?![\w:%/-]|[.,]\d|\s(?:[ap]\.?m|people))")
LONGEST = 16
"""Characters of a day and of what joins it to another."""
LAST = 31


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

"""The day of a dateline, and days counted from it: "OSTREL, Monday - The ferry sank yesterday"."""

import re

_PLACE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}(?: [A-ZÀ-Þ.'’-]+){0,3}(?:, [A-ZÀ-Þ][\w.]+)?,? (?:\([^()]{1,40}\),? )?$"
)
"""A place in capitals, a country or an agency behind it: the beginning of a dateline."""
_DASH = re.compile(r"\.?(?: \([^()]{1,40}\))? ?[-–—]{1,2} ")
"""What ends one, behind the day."""


def opens(text: str, start: int, end: int) -> bool:
    """Whether a day that stands between two characters of a sentence is that of its dateline."""
    return start > 0 and _DASH.match(text, end) is not None and _PLACE.match(text, 0, start) is not None

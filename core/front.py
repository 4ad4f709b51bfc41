"""What an article in Markdown says of itself above its text, between two lines of dashes (front matter).

Only whole, plain values of the few keys that a source has a place for; no YAML is evaluated.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from core.safe import make_safe

_BOX = re.compile(r"---[ \t]*\n((?:[^\n]{0,2000}\n){1,100}?)---[ \t]*(?:\n|$)")
_ENTRY = re.compile(r"^([A-Za-z_-]{1,30}):[ \t]+(\S[^\n]*)$", re.MULTILINE)
URL = re.compile(r"https?://[^\s<>\"]{3,1000}")
"""An address on the web."""


class Front(NamedTuple):
    """What front matter says."""

    end: int = 0
    """One past its last character; 0 when there is none."""
    title: str = ""
    outlet: str | None = None
    published: str | None = None
    """As YYYY-MM-DD."""
    url: str | None = None


def day(text: str) -> str | None:
    """The day that a text begins with, as YYYY-MM-DD; None when there is no such day."""
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return None


def _address(text: str) -> str | None:
    found = URL.match(text)
    return found and found.group()


def front_matter(text: str) -> Front:
    """The front matter of an article.

    Args:
        text: The article.

    Returns:
        Where it ends and what it says, each value safe and on one line; nothing when there is none.
    """
    box = _BOX.match(text)
    if not box:
        return Front()
    entries = {
        key.lower(): value.strip().strip("\"'") for key, value in reversed(_ENTRY.findall(box.group(1)))
    }
    if not entries:
        return Front()

    def first(*keys: str, form: Callable[[str], str | None] = str) -> str | None:
        found = next(filter(None, (form(entries.get(key, "")) for key in keys)), None)
        return found and make_safe(found, one_line=True)[0]

    return Front(
        box.end(),
        first("title", "headline") or "",
        first("outlet", "publisher", "site", "publication"),
        first("published", "date", form=day),
        first("url", "link", "source", "canonical", form=_address),
    )

"""Characters and the cells they fill: text as shown, its width, and where its lines break.

Text as shown has the same length as the source, so that an offset means the same in both. Widths are
Rich's, because Textual crops and pads by them, but for vowel signs that take a cell beside their letter.
"""

import re
import unicodedata
from functools import lru_cache

from rich.cells import get_character_cell_size

Lines = list[tuple[int, int]]

NOTHING = "\u200b"
"""Stands for a character that is not drawn; taken out when a line is drawn."""

_BREAK = re.compile(r"[ \t]*\n\s*|[ \t]{2,}|[\t\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
    "\U0001f3fb-\U0001f3ff]"
)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_LONE = re.compile("[\ud800-\udfff]")
_NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038e-\u03a1\u03a3-\u0482"
    "\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2199]*"
)
_CLOSING = frozenset("、。，．！？；：」』）】〉》〕］｝ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々…”’")


def display(text: str) -> str:
    """The text as it is shown: the same length, one line, nothing that could move what stands beside it.

    Breaks and runs of white space become one space and characters that are not drawn; joiners, variation
    selectors and skin tones, on whose width terminals disagree, are not drawn either.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    text = _BREAK.sub(lambda m: " " + NOTHING * (len(m.group()) - 1), text)
    text = _LONE.sub("\ufffd", _UNSEEN.sub(NOTHING, text))
    return _CONTROL.sub(" ", text)


def is_narrow(text: str, start: int, end: int) -> bool:
    """Whether every character of a run surely fills one cell; False also when that is not known."""
    return _NARROW.fullmatch(text, start, end) is not None


@lru_cache(maxsize=4096)
def size(character: str) -> int:
    """Cells of one character, 0 to 2.

    A spacing mark (Devanagari AA, Tamil I) has one of its own in xterm, VTE and tmux, and none for Rich:
    lines of Hindi ran over their column and lost their last words under what stands beside it.
    """
    return 1 if unicodedata.category(character) == "Mc" else get_character_cell_size(character)


def width_of(text: str) -> int:
    """Cells of a text as shown."""
    if text.isascii():
        return len(text)
    return len(text) if is_narrow(text, 0, len(text)) else sum(map(size, text))


def wrap(text: str, start: int, end: int, width: int) -> Lines:
    """Break a run of shown text into lines.

    Args:
        text: Text as shown.
        start: First character of the run.
        end: One past its last.
        width: Cells of a line, at least 2.

    Returns:
        Half-open runs of characters, at least one. What lies between two of them is spaces.
    """
    if end - start <= width and is_narrow(text, start, end):
        return [(start, end)]
    return (
        _wrap_narrow(text, start, end, width)
        if is_narrow(text, start, end)
        else _wrap_wide(text, start, end, width)
    )


def _wrap_narrow(text: str, start: int, end: int, width: int) -> Lines:
    lines = []
    while end - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        after = cut + 1
        if cut <= start:
            cut = after = start + width
        lines.append((start, cut))
        start = after
        while start < end and text[start] == " ":
            start += 1
    if start < end or not lines:
        lines.append((start, end))
    return lines


def _wrap_wide(text: str, start: int, end: int, width: int) -> Lines:
    lines: Lines = []
    while True:
        cut, after = _break(text, start, end, width)
        if start < cut or not lines:
            lines.append((start, cut))
        start = after
        while start < end and text[start] in (" ", NOTHING):
            start += 1
        if start >= end:
            return lines


def _break(text: str, start: int, end: int, width: int) -> tuple[int, int]:
    """Where a line that begins at `start` ends, and where the next one begins."""
    used = 0
    best: tuple[int, int] | None = None
    for at in range(start, end):
        cells = size(text[at])
        if used + cells > width and at > start:
            return (at, at + 1) if text[at] == " " else best or (at, at)
        used += cells
        if text[at] == " " and at > start:
            best = (at, at + 1)
        elif cells == 2 and at + 1 < end and size(text[at + 1]) and text[at + 1] not in _CLOSING:
            best = (at + 1, at + 1)
    return end, end


def cut(text: str, width: int) -> str:
    """A text as shown in at most `width` cells, with an ellipsis when it does not fit."""
    if width_of(text) <= width:
        return text
    used = 0
    for at, character in enumerate(text):
        used += size(character)
        if used > width - 1:
            return text[:at].rstrip() + "…" if width else ""
    return text

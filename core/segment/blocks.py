"""Text -> blocks, by structure: blank lines, one paragraph per line, or lines wrapped by hand.

A block is a run of whole lines. Whether the lines of a document were wrapped is decided once for the
document, the way a word processor undoes wrapping: a line was wrapped when the first word of the next would
not have fitted.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from core.model import ParagraphKind
from core.progress import Tick, silent, ticked

BULLET = re.compile(r"[ \t]{0,8}(?:[-*+•‣▪●◦·–—]|\d{1,3}[.)])[ \t]+(?=\S)")
"""The mark of a list item at the start of a line."""
_OURS = re.compile(r"(#{1,6}|-) ")
"""The marks that `core.read.html` sets before a heading and an item of a web page."""
_LINE = re.compile(r"\S[^\n]*")
_ENDED = re.compile(r"[.!?…:;。！？।॥؟۔][\"'”’»“)\]*_]{0,4}$")
_LINES = 5_000
"""Lines found between two ticks, some 20 ms."""
_WIDEST = 100
"""Columns. Mail and terminals wrap at 60-80; a longer line was not wrapped."""
_NARROWEST = 20
"""Columns. Chinese is wrapped at 20 or more; shorter lines are a poem or a list."""
_OVERLONG = 0.1
"""Share of lines that may be longer all the same: addresses and tables do not wrap."""
_RAGGED = 0.8
"""A line shorter than this share of the width, the next word included, was broken on purpose."""


class Line(NamedTuple):
    """One line of a text that is not blank, without the white space around it."""

    start: int
    """First character that is not white space."""
    end: int
    """One past the last such character."""
    indent: int
    """White space before it, in characters."""
    number: int
    """Which line of the text it is, from 0, blank ones counted."""


class Block(NamedTuple):
    """A run of lines of one kind."""

    start: int
    """First character."""
    end: int
    """One past the last."""
    kind: ParagraphKind
    """What it is; noise only for markup that holds no words."""
    reason: str = "markup"
    """Why it is noise, when it is."""


def lines_of(text: str, tick: Tick = silent) -> list[Line]:
    """The lines of a text that are not blank; `tick` is told how far it is."""
    found: list[Line] = []
    at = number = 0
    for match in _LINE.finditer(text):
        start = match.start()
        if len(found) % _LINES == 0:
            tick(start / len(text))
        number += text.count("\n", at, start)
        at = match.end()
        indent = start - text.rfind("\n", 0, start) - 1
        found.append(Line(start, start + len(match.group().rstrip()), indent, number))
    return found


def groups_of(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """The runs of lines without a blank one among them."""
    group: list[Line] = []
    for line in lines:
        if group and line.number > group[-1].number + 1:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def plain_blocks(text: str, lines: Sequence[Line], tick: Tick = silent) -> list[Block]:
    """The blocks of a plain text.

    Args:
        text: The article.
        lines: Its lines.
        tick: Told how far it is, from .1 to .2: as long as the lines before take, and the noise after.

    Returns:
        Blocks that rise, never overlap and hold every character that is not white space.
    """
    width = wrap_width(text, lines)
    blocks = []
    for group in groups_of(ticked(lines, tick, 0.1, 0.2)):
        for run in joined(text, group, width, _indented):
            item = BULLET.match(text, run[0].start)
            kind = ParagraphKind.ITEM if item else ParagraphKind.PARAGRAPH
            blocks.append(Block(run[0].start, run[-1].end, kind))
    return blocks


def page_blocks(text: str, lines: Sequence[Line]) -> list[Block]:
    """The blocks of a web page: headings and items where our own marks stand, all else is text.

    Args:
        text: The article, as `core.read.html` wrote it.
        lines: Its lines.

    Returns:
        Blocks that rise, never overlap and hold every character that is not white space.
    """
    width = wrap_width(text, lines)
    blocks = []
    for group in groups_of(lines):
        ours = _OURS.match(text, group[0].start)
        kind = ParagraphKind.PARAGRAPH
        if ours:
            kind = ParagraphKind.ITEM if ours.group(1) == "-" else ParagraphKind.HEADING
        for run in joined(text, group, width):
            blocks.append(Block(run[0].start, run[-1].end, kind))
            kind = ParagraphKind.PARAGRAPH
    return blocks


def joined(
    text: str, group: Sequence[Line], width: int, begins: Callable[[Line, Line], bool] | None = None
) -> Iterator[list[Line]]:
    """Gather the lines of a group into paragraphs.

    Args:
        text: The article.
        group: Lines without a blank one among them.
        width: Columns at which the document was wrapped; 0 when each line is a paragraph.
        begins: Whether a line begins a paragraph after another, by its indent; None when indents say nothing.

    Yields:
        The lines of each paragraph.
    """
    run: list[Line] = []
    for line in group:
        if run and (
            not width
            or (BULLET.match(text, line.start) and _listed(text, run, line, width))
            or _broken(text, run[-1], line, width)
            or (begins and not BULLET.match(text, run[0].start) and begins(run[-1], line))
        ):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def wrap_width(text: str, lines: Sequence[Line]) -> int:
    """The columns at which a document was wrapped by hand, or 0 when it was not."""
    lengths = [line.end - line.start for line in lines]
    fitting = [length for length in lengths if length <= _WIDEST]
    if not fitting or len(fitting) < (1 - _OVERLONG) * len(lengths):
        return 0
    width = max(fitting)
    pairs = wrapped = lower = full = 0
    for before, line in pairwise(lines):
        if line.number > before.number + 1:
            continue
        pairs += 1
        if not _ended(text, before) and not _fits(text, before, line, _RAGGED * width):
            wrapped += 1
            lower += not text[line.start].isupper()
            full += not _fits(text, before, line, width)
    # Half of the breaks must look wrapped, and a third of those must go on inside a sentence: a list of
    # headlines has neither full stops nor small letters at the start of a line. In German an eighth will do,
    # if the lines are all as full as they can be.
    inside = wrapped <= 3 * lower or (wrapped >= 6 and wrapped <= 8 * lower and full >= 0.95 * wrapped)
    return width if width >= _NARROWEST and wrapped and pairs <= 2 * wrapped and inside else 0


def _listed(text: str, run: Sequence[Line], line: Line, width: int) -> bool:
    """Whether a line with a bullet begins an item, and no sentence goes on behind a dash."""
    before = run[-1]
    listed = BULLET.match(text, run[0].start) or _ended(text, before)
    return bool(listed) or _fits(text, before, line, _RAGGED * width)


def _broken(text: str, before: Line, line: Line, width: int) -> bool:
    """Whether the author broke the line here although the next word would have fitted."""
    if _ended(text, before):
        return _fits(text, before, line, 0.9 * width)
    return not text[line.start].islower() and _fits(text, before, line, _RAGGED * width)


def _fits(text: str, before: Line, line: Line, width: float) -> bool:
    word = text.find(" ", line.start, line.end)
    length = (line.end if word < 0 else word) - line.start
    return before.end - before.start + 1 + length <= width


def _ended(text: str, line: Line) -> bool:
    return bool(_ENDED.search(text, max(line.start, line.end - 6), line.end))


def _indented(before: Line, line: Line) -> bool:
    return line.indent >= before.indent + 2

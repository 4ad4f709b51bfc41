"""Boxes of wrapped text, side by side in bands, drawn as lines. Pure.

A row is a stack of bands; a band is one or more boxes side by side; a box is a run of characters wrapped
into a column. Heights and lines both come from the bands, so that they cannot disagree.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.model import Cell, Wording, WordMark
from tui.cells import Lines, cut, width_of, wrap
from tui.ink import Ink, Line, Piece, Role, Words, fill, pieces
from tui.look import Look
from tui.rows import Row
from tui.signs import Sign
from tui.state import Marks

_NO_WORDS = Words()


@dataclass(frozen=True, slots=True)
class Box:
    """A run of characters wrapped into a column."""

    text: str
    start: int
    end: int
    left: int
    """Cells before it, at least 2."""
    width: int
    """Cells of a line."""
    inks: tuple[Ink, ...] = ()
    cell: Cell | None = None
    """The cell it shows; None for words of the screen's own."""
    label: Words = _NO_WORDS
    """What stands left of its first line."""
    most: int = 0
    """Lines after which it is folded; 0 for never."""
    hint: bool = True
    """Whether a fold says how much it hides."""
    marked: bool = True
    """Whether the words that some or one of the sources have are marked; conflicts and hits always are."""

    def lines(self) -> Lines:
        """Its lines, all of them."""
        return wrap(self.text, self.start, self.end, self.width)

    def height(self) -> int:
        """How many lines are drawn."""
        lines = len(self.lines())
        return min(lines, self.most) if self.most else lines


Band = tuple[Box, ...]


def word_box(words: Words, left: int, width: int, label: Words = _NO_WORDS, most: int = 0) -> Box:
    """A box for words of the screen's own."""
    text = words.text
    return Box(text, 0, len(text), left, max(4, width), words.inks, label=label, most=most, hint=False)


def side_by_side(look: Look, row: Row, band: Band) -> Iterator[Line]:
    """Lines of a band, without the two cells of the cursor bar."""
    drawn = [_draw(look, row, box) for box in band]
    divider = Piece(Sign.DIVIDER, (Role.MUTED,))
    for y in range(max(map(len, drawn))):
        line: Line = ()
        for box, lines in zip(band, drawn, strict=True):
            if box is not band[0]:
                line = (*fill(line, box.left - 4 - width_of(box.label.text)), divider)
            if y == 0:
                line = (*line, *pieces(box.label.text, 0, len(box.label.text), box.label.inks))
            line = (*fill(line, box.left - 2), *(lines[y] if y < len(lines) else ()))
        yield line


def _draw(look: Look, row: Row, box: Box) -> list[Line]:
    lines = box.lines()
    hidden = lines[box.most - 1 :] if 0 < box.most < len(lines) else ()
    if hidden:
        lines = lines[: box.most]
    inks = (*box.inks, *cell_inks(look, row, box.cell, marked=box.marked)) if box.cell else box.inks
    of = (box.cell.source, 0) if box.cell else ("", -1)
    drawn = [tuple(pieces(box.text, a, b, inks, of)) for a, b in lines]
    if hidden and box.hint:
        drawn[-1] = (Piece(_fold(hidden, inks, box.width), (Role.MUTED,)),)
    elif hidden:
        start = lines[-1][0]
        end = start + len(cut(box.text[start : start + box.width + 1], box.width)) - 1
        drawn[-1] = (*pieces(box.text, start, end, inks, of), Piece("…", (Role.MUTED,)))
    return drawn


def _fold(hidden: Lines, inks: Sequence[Ink], width: int) -> str:
    """What stands for the lines that a fold hides: how many, and what in them one may be looking for."""
    start = hidden[0][0]
    hits = sum(ink.start >= start for ink in inks if ink.role is Role.SEARCH)
    marks = [ink for ink in inks if ink.role in (Role.OWN, Role.PARTIAL)]
    differ = sum(any(m.start < end and start < m.end for m in marks) for start, end in hidden)
    found = f", {hits} hit{'s' * (hits > 1)}" if hits else f", {differ} differ" if differ else ""
    line = f"… {len(hidden)} more lines{found} (Enter)"
    return line if width_of(line) <= width else cut(f"… {len(hidden)} more lines (Enter)", width)


def cell_inks(look: Look, row: Row, cell: Cell, *, marked: bool = True) -> Iterator[Ink]:
    """Roles over the text of a cell, the loudest last."""
    marked = marked and look.marks is not Marks.NONE
    if marked and row.passage is not None and len(row.passage.cells) > 1 and cell in row.passage.cells:
        marks = look.spread.marks(row.passage)[row.passage.cells.index(cell)]
        own = look.marks is Marks.ALL or row.wording is not Wording.REWORDED
        seen = (WordMark.PARTIAL, WordMark.OWN) if own else (WordMark.PARTIAL,)
        yield from (Ink(m.start, m.end, Role(m.mark)) for m in marks if m.mark in seen)
    for start, end, _ in look.conflicts_in(cell):
        yield Ink(start, end, Role.CONFLICT)
    for start, end in look.hits.within(cell.source, cell.start, cell.end):
        yield Ink(start, end, Role.SEARCH)


def on_ground(lines: Iterator[Line], width: int, here: bool) -> Iterator[Line]:
    """Lines made `width` cells wide, after the cursor bar, or two empty cells when the cursor is not here."""
    ground = (Role.CURSOR,) if here else ()
    bar = Piece(Sign.BAR + " ", (Role.BAR,)) if here else Piece("  ")
    for line in lines:
        whole = fill((bar, *line), width)
        yield tuple(p._replace(roles=(*ground, *p.roles)) for p in whole) if ground else whole


def stack(parts: Sequence[Words], width: int, here: bool) -> tuple[Line, ...]:
    """Words under one another, wrapped, an empty line below; lines that go on keep the indent."""
    lines = (line for words in parts for line in _wrapped(words, max(4, width - 3)))
    return (*on_ground(lines, width, here), (Piece(" " * width),))


def _wrapped(words: Words, width: int) -> Iterator[Line]:
    text, of = words.text, (words.source, words.at)
    indent = min(words.hang or len(text) - len(text.lstrip(" ")), width // 2)
    empty: Line = (Piece(" " * indent),)
    label = tuple(pieces(text, 0, indent, words.inks, of)) if words.hang else empty
    for a, b in wrap(text, indent, len(text), max(4, width - indent)):
        yield (*label, *pieces(text, a, b, words.inks, of))
        label = empty

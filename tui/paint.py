"""A row and a width -> finished lines. Pure: what is drawn depends on the arguments alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from core.model import Cell, Finding, Passage, Span, Status
from tui.abreast import cuts
from tui.boxes import Band, Box, on_ground, side_by_side, word_box
from tui.cells import display
from tui.ink import Ink, Line, Piece, Role, Words
from tui.layout import column_places
from tui.look import Look, coverage, sentence_at
from tui.rows import Row
from tui.signs import Sign
from tui.spread import Spread
from tui.state import View
from tui.telling import absent, brief, header, in_words, pointer, sign_of

FOLD = 12
"""Lines of a cell above which it is folded: half a small terminal, so that its neighbours stay in sight."""
BODY = 100
"""Cells of the longest line of running text: longer ones are hard to follow."""
NARROWEST = 12
"""Cells below which a row is not drawn narrower, but cropped."""
BESIDE = 63
"""Cells from which an article has room for another account beside it: 30 for each."""


def height(look: Look, row: Row, width: int) -> int:
    """How many lines a row takes, the empty ones below it among them."""
    return sum(max(box.height() for box in band) for band in bands(look, row, width)) + _gap(look, row)


def paint(look: Look, row: Row, width: int) -> tuple[Line, ...]:
    """Draw a row.

    Args:
        look: How rows are shown.
        row: The row.
        width: Cells of a line.

    Returns:
        Its lines, each exactly `width` cells (or `NARROWEST`, when that is more).
    """
    width = max(width, NARROWEST)
    lines = (line for band in bands(look, row, width) for line in side_by_side(look, row, band))
    empty = [(Piece(" " * width),)] * _gap(look, row)
    return (*on_ground(lines, width, row.key == look.cursor), *empty)


def _gap(look: Look, row: Row) -> int:
    return 0 if look.view is View.OVERVIEW else row.gap


def bands(look: Look, row: Row, width: int) -> Iterator[Band]:
    """What a row is made of, from top to bottom."""
    width = max(width, NARROWEST)
    if row.passage is None:
        yield from _left_out(look, row, width)
    elif look.view is View.OVERVIEW:
        yield (_one_line(look, row, row.passage, width),)
    elif look.view is View.SOURCE:
        yield from _article(look, row, row.passage, width)
    else:
        yield (word_box(header(look, row, row.passage), 2, width - 3),)
        yield from _findings(look, row, row.passage, width)
        shown = _columns if look.view is View.COLUMNS else _readings
        yield from shown(look, row, row.passage, width)


def _left_out(look: Look, row: Row, width: int) -> Iterator[Band]:
    paragraph = row.paragraph
    if paragraph is None:
        return
    reason = display(paragraph.reason or "no part of the report")
    head = f"{Sign.LEFT_OUT} {row.source} ¶{paragraph.index + 1} left out, {reason}: "
    text = head + look.spread.texts[row.source][paragraph.start : paragraph.end]
    most = 0 if row.key in look.unfolded else 1
    yield (word_box(Words(text, (Ink(0, len(text), Role.NOISE),)), 2, width - 3, most=most),)


def _findings(look: Look, row: Row, passage: Passage, width: int) -> Iterator[Band]:
    for finding in row.findings:
        for n, words in enumerate(in_words(look, finding, passage.id, width - 7)):
            label, left = (Words(), 8) if n else (pointer(look, finding), 6)
            yield (word_box(words, left, width - left - 1, label),)
        yield from _elsewhere(look, finding, passage, width)


def _elsewhere(look: Look, finding: Finding, passage: Passage, width: int) -> Iterator[Band]:
    """The sentences of readings that stand in other passages.

    Of a reading that no source has here the first; of others, in the row of the finding, those of sources
    whose cell here is another one.
    """
    own = {c.source: c for c in passage.cells}
    for reading in finding.readings:
        here = {s.source for s in reading.spans if s.source in own and _inside(s, own[s.source])}
        asked = here and finding.passage == passage.id  # or a name would bring its sentences to every row
        beside = [s for s in reading.spans if s.source in own and s.source not in here] if asked else []
        firsts = {s.source: s for s in reversed(beside) if s.source not in look.hidden}
        for span in reversed(firsts.values()) if here else reading.spans[:1]:
            yield (_far(look, sentence_at(look.spread, span), span, width),)


def _inside(span: Span, cell: Cell) -> bool:
    return cell.start <= span.start < cell.end


def _far(look: Look, far: Cell, span: Span, width: int) -> Box:
    """A sentence of another passage, behind where it stands."""
    left = min(18, width // 3)
    key = look.spread.key_at(span.source, span.start)
    place = f"{key:<5} {far.source} ¶{far.paragraph + 1}" if key else f"{far.source} ¶{far.paragraph + 1}"
    label = Words().add(f"   {place}", Role.MUTED)
    wide = max(4, min(BODY, width - left - 1))
    return Box(look.spread.texts[far.source], far.start, far.end, left, wide, (), far, label)


def _columns(look: Look, row: Row, passage: Passage, width: int) -> Iterator[Band]:
    own = {c.source: c for c in passage.cells}
    if not any(source in own for source in look.columns):
        yield from _readings(look, row, passage, width)  # else the row would hide what it tells
        return
    only = passage.status is Status.ONLY
    boxes = []
    for source, (left, wide) in zip(look.columns, column_places(width, len(look.columns)), strict=False):
        cell = own.get(source)
        if cell is None:
            words = Words().add("" if only else absent(look, row, passage, source), Role.MUTED)
            boxes.append(word_box(words, left, wide))
        else:
            text = look.spread.texts[source]
            boxes.append(Box(text, cell.start, cell.end, left, wide, (), cell, most=_most(look, row)))
    several = sum(box.cell is not None for box in boxes) > 1
    if several and max(box.height() for box in boxes) > FOLD:
        yield from _abreast(look, passage, boxes)
    else:
        yield tuple(boxes)


def _abreast(look: Look, passage: Passage, boxes: Sequence[Box]) -> Iterator[Band]:
    """Long cells, cut so that what was matched begins on the same line: else they drift apart."""
    rest = {box.cell.source: box.end for box in boxes if box.cell}
    bands: list[Band] = []
    for cut in reversed(cuts(look.spread, passage, [box.cell for box in boxes if box.cell])):
        parts = [(box, cut.get(box.cell.source) if box.cell else None) for box in boxes]
        bands.append(tuple(_part(box, start, rest) for box, start in parts))
        rest |= cut
    yield tuple(part if part.cell else box for part, box in zip(bands.pop(), boxes, strict=True))
    yield from reversed(bands)


def _part(box: Box, start: int | None, rest: Mapping[str, int]) -> Box:
    """The part of a cell from a character up to where the rest begins; nothing where none begins."""
    if box.cell is None or start is None:
        return replace(box, start=box.end)
    return replace(box, start=start, end=rest[box.cell.source])


def _most(look: Look, row: Row) -> int:
    """Lines after which a cell is folded. One that holds a conflicting reading is always shown whole."""
    return 0 if row.findings or row.key in look.unfolded else FOLD


def gutter(ids: Sequence[str]) -> int:
    """Cells for the letters left of the readings."""
    return min(len(" ".join(ids)) + 3, 11)


def _readings(look: Look, row: Row, passage: Passage, width: int) -> Iterator[Band]:
    left = 2 + gutter(look.spread.ids)
    wide = max(4, min(BODY, width - left - 1))
    for group in readings_of(look.spread, passage):
        carriers = tuple(c.source for c in group)
        cell = group[0]
        label = _letters(carriers, look.source)
        if len(label.text) >= left - 2:
            yield (word_box(label, 2, width - 3),)
            label = Words()
        text = look.spread.texts[cell.source]
        yield (Box(text, cell.start, cell.end, left, wide, (), cell, label, _most(look, row)),)
    told = {*look.hidden, *(c.source for c in passage.cells)}
    lacking: dict[str, list[str]] = {}
    for i in look.spread.ids if passage.status is not Status.ONLY else ():
        if i not in told:
            lacking.setdefault(absent(look, row, passage, i), []).append(i)
    for said, ids in lacking.items():
        names = Words().add(f"  {' '.join(ids)}  {said}", Role.MUTED)
        yield (word_box(names, 2, width - 3),)


@lru_cache(maxsize=1024)
def _letters(sources: tuple[str, ...], chosen: str) -> Words:
    """Letters beside a reading; few sets of sources carry all of them, so they are made once."""
    label = Words().add(" ")
    for source in sources:
        label = label.add(" ").add(source, Role.CHOSEN if source == chosen else Role.STRONG)
    return label


def readings_of(spread: Spread, passage: Passage) -> list[list[Cell]]:
    """Cells of a passage gathered by wording: the same words, whatever their case and spacing."""
    if len({spread.texts[c.source][c.start].casefold() for c in passage.cells}) == len(passage.cells):
        return [[cell] for cell in passage.cells]  # no two begin alike: no need to read on
    groups: dict[str, list[Cell]] = {}
    for cell in passage.cells:
        words = " ".join(spread.comparison.text(cell).casefold().split())
        groups.setdefault(words, []).append(cell)
    return list(groups.values())


def _article(look: Look, row: Row, passage: Passage, width: int) -> Iterator[Band]:
    """A passage as a part of its article: margin signs, and another account beside it where there is room."""
    own = {c.source: c for c in passage.cells}
    cell = own.get(look.source, passage.cells[0])
    sign, role = sign_of(row)
    margin = min(len(coverage(look, passage)), 14)
    label = Words().add(f"{sign} {coverage(look, passage)[:margin]}", role)
    left = margin + 6
    room = width - left - 1
    other = _other(look, passage)
    wide = (room - 3) // 2 if room >= BESIDE else room
    texts = look.spread.texts
    box = Box(texts[cell.source], cell.start, cell.end, left, max(4, min(BODY, wide)), (), cell, label)
    if room < BESIDE:
        yield (box,)
    else:
        beside = left + wide + 3
        yield (box, _account(look, row, other, beside, room - wide - 3))
    yield from _findings(look, row, passage, width)


def _account(look: Look, row: Row, cell: Cell | None, left: int, width: int) -> Box:
    if cell is None:
        return word_box(Words(), left + 1, width - 1)  # its line stands under those of the others
    text = look.spread.texts[cell.source]
    label = Words().add(" ").add(cell.source, Role.STRONG)
    return Box(
        text, cell.start, cell.end, left + 3, max(4, width - 3), (), cell, label, most=_most(look, row)
    )


def _other(look: Look, passage: Passage) -> Cell | None:
    """The account to set beside the chosen source's: the base's when it has one."""
    others = [c for c in passage.cells if c.source != look.source]
    return next((c for c in others if c.source == look.shown[0]), others[0] if others else None)


def _one_line(look: Look, row: Row, passage: Passage, width: int) -> Box:
    """A passage on one line: sign, ID, coverage, and the readings that conflict, or how it begins."""
    sign, role = sign_of(row)
    words = Words().add(f"{sign:<2}{passage.id:<5}", role)
    for letter in coverage(look, passage):
        words = words.add(letter, Role.MUTED if letter == Sign.ABSENT else role)
    cell = passage.cell(look.source) or passage.cells[0]
    left = len(words.text) + 4
    wide = width - left - 1
    if wide < 4:
        return word_box(words, 2, width - 3, most=1)
    if row.findings and not look.hits.within(cell.source, cell.start, cell.end):
        return word_box(brief(look, row.findings[0], row.key, wide), left, wide, words, most=1)
    text, end = look.spread.texts[cell.source], min(cell.end, cell.start + 2 * width)
    return Box(text, cell.start, end, left, wide, (), cell, words, most=1, hint=False, marked=False)

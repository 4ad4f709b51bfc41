"""A row and a width -> finished lines. Pure: what is drawn depends on the arguments alone.

A row is a stack of bands; a band is one or more boxes side by side; a box is a run of characters wrapped
into a column. Heights and lines both come from the bands, so that they cannot disagree.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from core.model import Cell, Finding, Passage, Span, Status, Wording
from tui.cells import Lines, cut, display, wrap
from tui.ink import Ink, Line, Piece, Role, Words, fill, pieces
from tui.layout import column_places
from tui.rows import Row
from tui.spread import Spread
from tui.state import View

FOLD = 12
"""Lines of a cell above which it is folded: half a small terminal, so that its neighbours stay in sight."""
BODY = 100
"""Cells of the longest line of running text: longer ones are hard to follow."""
NARROWEST = 12
"""Cells below which a row is not drawn narrower, but cropped."""


@dataclass(frozen=True, slots=True)
class Signs:
    """Characters with a meaning of their own."""

    agree: str = "="
    diverge: str = "≠"
    only: str = "1"
    left_out: str = "~"
    bar: str = "▌"
    absent: str = "·"
    divider: str = "│"
    here: str = "▸"
    rule: str = "─"


ASCII = Signs(diverge="!", bar=">", absent=".", divider="|", here=">", rule="-")
"""Signs for terminals that draw no others, or draw them two cells wide."""


@dataclass(frozen=True, slots=True)
class Look:
    """How rows are shown: every input of `paint` but the row and the width."""

    spread: Spread
    view: View
    columns: tuple[str, ...]
    """IDs of the sources in the columns, in order."""
    signs: Signs = Signs()
    cursor: str = ""
    """Key of the row under the cursor."""
    source: str = ""
    """ID of the source under the cursor."""
    finding: str | None = None
    """ID of the finding under the cursor."""
    unfolded: frozenset[str] = frozenset()
    hits: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    """Hits of the search in each source, rising."""


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

    def lines(self) -> Lines:
        """Its lines, all of them."""
        return wrap(self.text, self.start, self.end, self.width)

    def height(self) -> int:
        """How many lines are drawn."""
        lines = len(self.lines())
        return min(lines, self.most) if self.most else lines


Band = tuple[Box, ...]


def height(look: Look, row: Row, width: int) -> int:
    """How many lines a row takes, the empty ones below it among them."""
    return sum(max(box.height() for box in band) for band in bands(look, row, width)) + row.gap


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
    here = row.key == look.cursor
    ground = (Role.CURSOR,) if here else ()
    bar = Piece(look.signs.bar + " ", (Role.BAR, *ground)) if here else Piece("  ")
    lines = [
        _on(ground, fill((bar, *line), width))
        for band in bands(look, row, width)
        for line in _side_by_side(look, row, band)
    ]
    lines.extend([(Piece(" " * width),)] * row.gap)
    return tuple(lines)


def stack(signs: Signs, parts: Sequence[Words], width: int, here: bool) -> tuple[Line, ...]:
    """Words under one another, wrapped, with an empty line below; with the bar when the cursor is here."""
    ground = (Role.CURSOR,) if here else ()
    bar = Piece(signs.bar + " ", (Role.BAR, *ground)) if here else Piece("  ")
    lines = []
    for words in parts:
        for a, b in wrap(words.text, 0, len(words.text), max(4, width - 3)):
            lines.append(_on(ground, fill((bar, *pieces(words.text, a, b, words.inks)), width)))
    return (*lines, (Piece(" " * width),))


def _on(ground: tuple[Role, ...], line: Line) -> Line:
    return tuple(p._replace(roles=(*ground, *p.roles)) for p in line) if ground else line


def _side_by_side(look: Look, row: Row, band: Band) -> Iterator[Line]:
    """Lines of a band, without the two cells of the bar."""
    drawn = [_draw(look, row, box) for box in band]
    divider = Piece(look.signs.divider, (Role.MUTED,))
    for y in range(max(map(len, drawn))):
        line: Line = ()
        for box, lines in zip(band, drawn, strict=True):
            if box is not band[0]:
                line = (*fill(line, box.left - 4), divider)
            if y == 0:
                line = (*line, *pieces(box.label.text, 0, len(box.label.text), box.label.inks))
            line = (*fill(line, box.left - 2), *(lines[y] if y < len(lines) else ()))
        yield line


def _draw(look: Look, row: Row, box: Box) -> list[Line]:
    lines = box.lines()
    hidden = len(lines) - box.most if box.most and len(lines) > box.most else 0
    if hidden:
        lines = lines[: box.most]
    inks = (*box.inks, *_inks(look, row, box.cell)) if box.cell else box.inks
    source = box.cell.source if box.cell else ""
    drawn = [fill(tuple(pieces(box.text, a, b, inks, source)), box.width) for a, b in lines]
    if hidden and box.hint:
        drawn[-1] = fill(
            (Piece(cut(f"… {hidden + 1} more lines (Enter)", box.width), (Role.MUTED,)),), box.width
        )
    elif hidden:
        last = cut(box.text[lines[-1][0] : lines[-1][0] + box.width + 1], box.width)
        drawn[-1] = fill((Piece(last, tuple(ink.role for ink in box.inks[-1:])),), box.width)
    return drawn


def _inks(look: Look, row: Row, cell: Cell) -> Iterator[Ink]:
    """Roles over the text of a cell, the loudest last."""
    if row.passage is not None and len(row.passage.cells) > 1 and cell in row.passage.cells:
        marks = look.spread.marks(row.passage)[row.passage.cells.index(cell)]
        yield from (Ink(m.start, m.end, Role(m.mark)) for m in marks if m.mark != "shared")
    for start, end, _ in look.spread.conflicts_in(cell):
        yield Ink(start, end, Role.CONFLICT)
    for start, end in look.hits.get(cell.source, ()):
        if start < cell.end and end > cell.start:
            yield Ink(start, end, Role.SEARCH)


def bands(look: Look, row: Row, width: int) -> Iterator[Band]:
    """What a row is made of, from top to bottom."""
    width = max(width, NARROWEST)
    if row.passage is None:
        yield from _left_out(look, row, width)
        return
    yield (_words(_header(look, row.passage), 2, width - 3),)
    for finding in row.findings:
        yield (_words(_finding(look, finding), 6, max(4, width - 7), _pointer(look, finding)),)
        yield from _elsewhere(look, finding, row.passage, width)
    if look.view is View.COLUMNS:
        yield from _columns(look, row, row.passage, width)
    else:
        yield from _readings(look, row, row.passage, width)


def _words(words: Words, left: int, width: int, label: Words = _NO_WORDS) -> Box:
    return Box(words.text, 0, len(words.text), left, width, words.inks, label=label)


def _left_out(look: Look, row: Row, width: int) -> Iterator[Band]:
    paragraph = row.paragraph
    if paragraph is None:
        return
    reason = display(paragraph.reason or "no part of the report")
    head = f"{look.signs.left_out} {row.source} ¶{paragraph.index + 1} left out, {reason}: "
    text = head + look.spread.texts[row.source][paragraph.start : paragraph.end]
    whole = row.key in look.unfolded
    inks = (Ink(0, len(text), Role.NOISE),)
    yield (Box(text, 0, len(text), 2, width - 3, inks, most=0 if whole else 1, hint=False),)


_STATUS = {Status.AGREE: Role.AGREE, Status.DIVERGE: Role.DIVERGE, Status.ONLY: Role.ONLY}
_WORDING = {
    None: "agree",
    Wording.SAME: "agree, in the same words",
    Wording.NEAR: "agree, in nearly the same words",
    Wording.REWORDED: "agree, in other words",
}


def coverage(look: Look, passage: Passage) -> str:
    """Letters of the sources that have a passage, a sign for those that do not."""
    own = {c.source for c in passage.cells}
    ids = look.spread.ids
    letters = [i if i in own else look.signs.absent * len(i) for i in ids]
    return "".join(letters) if len(ids) <= 26 else " ".join(i for i in ids if i in own)


def _header(look: Look, passage: Passage) -> Words:
    role = _STATUS[passage.status]
    sign = getattr(look.signs, passage.status.value)
    if passage.status is Status.ONLY:
        says = f"only {passage.cells[0].source}"
    else:
        says = "diverge" if passage.status is Status.DIVERGE else _WORDING[passage.wording]
    words = Words().add(f"{sign} {passage.id}  {coverage(look, passage)}  {says}", role)
    if passage.moved:
        words = words.add(f"  moved in {' '.join(passage.moved)}", Role.MUTED)
    if look.view is View.COLUMNS:
        hidden = [c.source for c in passage.cells if c.source not in look.columns]
        if 0 < len(hidden) < len(passage.cells):
            words = words.add(f"  also in {' '.join(hidden)}", Role.MUTED)
    return words


def _pointer(look: Look, finding: Finding) -> Words:
    here = finding.id == look.finding
    return Words().add(f"  {look.signs.here if here else ' '} ", Role.DIVERGE)


def _finding(look: Look, finding: Finding) -> Words:
    """Kind, label, and each reading with who carries it."""
    words = Words().add(f"{finding.kind.value}  ", Role.MUTED)
    if finding.label:
        words = words.add(display(finding.label) + ": ")
    for n, reading in enumerate(finding.readings):
        words = words.add(" / ", Role.MUTED) if n else words
        words = words.add(display(reading.value), Role.DIVERGE)
        words = words.add(f" ({who(look, finding, n)})")
    return words


def _elsewhere(look: Look, finding: Finding, passage: Passage, width: int) -> Iterator[Band]:
    """Sentences that hold the readings of a finding which stand in other passages."""
    own = {c.source: c for c in passage.cells}
    for span in (s for r in finding.readings for s in r.spans):
        cell = own.get(span.source)
        if finding.passage is not None or (cell and cell.start <= span.start < cell.end):
            continue
        far = _sentence_at(look.spread, span)
        left = min(18, width // 3)
        label = Words().add(f"      {span.source} ¶{far.paragraph + 1}", Role.MUTED)
        wide = max(4, min(BODY, width - left - 1))
        yield (Box(look.spread.texts[span.source], far.start, far.end, left, wide, (), far, label),)


def _sentence_at(spread: Spread, span: Span) -> Cell:
    """The sentence that holds the first character of a span, as a cell."""
    paragraphs = spread.comparison.source(span.source).paragraphs
    paragraph = paragraphs[paragraph_at(spread, span.source, span.start) - 1]
    for sentence in reversed(paragraph.sentences):
        if sentence.start <= span.start:
            return Cell(span.source, paragraph.index, sentence.start, max(sentence.end, span.end))
    return Cell(span.source, paragraph.index, span.start, span.end)


def who(look: Look, finding: Finding, n: int) -> str:
    """Who carries a reading; with paragraph numbers when the finding is not about one passage."""
    reading = finding.readings[n]
    if finding.passage is not None:
        return " ".join(reading.sources)
    places = dict.fromkeys((s.source, paragraph_at(look.spread, s.source, s.start)) for s in reading.spans)
    return ", ".join(f"{source} ¶{number}" for source, number in places)


def paragraph_at(spread: Spread, source: str, at: int) -> int:
    """Number, from 1, of the paragraph that holds a character."""
    paragraphs = spread.comparison.source(source).paragraphs
    return next((p.index + 1 for p in reversed(paragraphs) if p.start <= at), 1)


def _columns(look: Look, row: Row, passage: Passage, width: int) -> Iterator[Band]:
    own = {c.source: c for c in passage.cells}
    most = _most(look, row)
    absent = Words().add("" if passage.status is Status.ONLY else "not reported", Role.MUTED)
    boxes = []
    for source, (left, wide) in zip(look.columns, column_places(width, len(look.columns)), strict=False):
        cell = own.get(source)
        if cell is None:
            boxes.append(_words(absent, left, wide))
        else:
            boxes.append(
                Box(look.spread.texts[source], cell.start, cell.end, left, wide, (), cell, most=most)
            )
    if any(source in own for source in look.columns):
        yield tuple(boxes)
    else:
        keys = " or ".join(own)
        yield (_words(Words().add(f"told by {keys}: h and l bring its column", Role.MUTED), 2, width - 3),)


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
        cell = group[0]
        label = Words().add("  ")
        for n, c in enumerate(group):
            chosen = (Role.CHOSEN,) if c.source == look.source else (Role.STRONG,)
            label = label.add(" ") if n else label
            label = label.add(c.source, *chosen)
        if len(label.text) >= left - 2:
            yield (_words(label, 2, width - 3),)
            label = Words()
        text = look.spread.texts[cell.source]
        yield (Box(text, cell.start, cell.end, left, wide, (), cell, label, _most(look, row)),)
    silent = [i for i in look.spread.ids if i not in {c.source for c in passage.cells}]
    if silent and passage.status is not Status.ONLY:
        names = Words().add(f"  {' '.join(silent)}  not reported", Role.MUTED)
        yield (_words(names, 2, width - 3),)


def readings_of(spread: Spread, passage: Passage) -> list[list[Cell]]:
    """Cells of a passage gathered by wording: the same words, whatever their case and spacing."""
    groups: dict[str, list[Cell]] = {}
    for cell in passage.cells:
        words = " ".join(spread.comparison.text(cell).casefold().split())
        groups.setdefault(words, []).append(cell)
    return list(groups.values())

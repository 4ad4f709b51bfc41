"""What a list of lines can show: rows that know their height and how they are drawn. Pure."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple, Protocol

from core.model import Cell, Source
from tui.boxes import Box, on_ground, side_by_side, stack
from tui.cells import NOTHING, display
from tui.ink import Ink, Line, Piece, Role, Words, selected
from tui.look import Look
from tui.paint import NARROWEST, height, paint
from tui.rows import Listing, Row
from tui.search import Folded, search
from tui.spread import Spread
from tui.state import View
from tui.telling import header, label_of, sign_of, who


class Sheet(Protocol):
    """Rows of a list."""

    @property
    def sources(self) -> Sequence[str]:
        """What can be selected with the mouse: IDs of sources, or names of texts of its own."""

    def quote(self, source: str, start: int, end: int) -> str:
        """A run of characters of one of them, each paragraph on one line."""

    def __len__(self) -> int:
        """How many rows."""

    def height(self, row: int, width: int) -> int:
        """Lines of a row, at least 1."""

    def paint(self, row: int, width: int) -> tuple[Line, ...]:
        """The lines of a row, as many as `height` says, each `width` cells."""

    def sticky(self, row: int, width: int) -> Line | None:
        """What stays on the first line of the screen while the top of a row is above it; None for nothing."""

    def like(self, other: "Sheet") -> bool:
        """Whether it surely paints every row as another one does, but for the rows under their cursors."""


class Hit(NamedTuple):
    """Where a hit of a search stands in what a dialog shows."""

    row: int
    """Index of the row."""
    start: int
    """The first character, as the pieces of its lines tell theirs."""
    end: int
    """One past the last."""


class Searched(Sheet, Protocol):
    """Rows that can be searched alone."""

    def sought(self, query: str) -> tuple["Searched", Sequence[Hit]]:
        """The same rows with the hits of a folded query marked, and these, rising; nothing has none."""

    def on(self, hit: Hit) -> "Searched":
        """The same rows, the bar beside the one with this hit, which is marked among the others."""


@dataclass(frozen=True, slots=True)
class RowSheet:
    """The passages, and what was left out."""

    look: Look
    rows: Listing

    @property
    def sources(self) -> Sequence[str]:
        """IDs of the sources."""
        return self.look.spread.ids

    def quote(self, source: str, start: int, end: int) -> str:
        """A run of characters of a source."""
        return quoted(self.look.spread, source, start, end)

    def __len__(self) -> int:
        """How many rows."""
        return len(self.rows)

    def height(self, row: int, width: int) -> int:
        """Lines of a row."""
        return height(self.look, self.rows[row], width)

    def paint(self, row: int, width: int) -> tuple[Line, ...]:
        """Draw a row."""
        return paint(self.look, self.rows[row], width)

    def sticky(self, row: int, width: int) -> Line | None:
        """The header of a passage that began above."""
        passage = self.rows[row].passage
        if passage is None or self.look.view in (View.SOURCE, View.OVERVIEW):
            return None
        words = header(self.look, self.rows[row], passage)
        begun = "  (begins above)"
        width = max(width, NARROWEST)
        short = words.cut_to(max(0, width - 3 - len(begun))).add(begun, Role.MUTED)
        return stack([short], width, self.rows[row].key == self.look.cursor)[0]

    def like(self, other: Sheet) -> bool:
        """Whether nothing but the cursor has moved; a finding is pointed at wherever it is told."""
        if not isinstance(other, RowSheet) or self.rows is not other.rows:
            return False
        return self.look == replace(other.look, cursor=self.look.cursor)


class _Aside:
    """What stands beside the passages or above them."""

    __slots__ = ()

    @property
    def sources(self) -> Sequence[str]:
        """Nothing."""
        return ()

    def quote(self, source: str, start: int, end: int) -> str:  # noqa: ARG002
        """Nothing."""
        return ""

    def sticky(self, row: int, width: int) -> Line | None:  # noqa: ARG002
        """Nothing."""
        return None

    def like(self, other: Sheet) -> bool:  # noqa: ARG002
        """That is not known."""
        return False


class FindingSheet(_Aside):
    """The findings, in the order in which they are walked; each is a text of its own."""

    def __init__(self, look: Look, rows: Listing, finding: str | None) -> None:
        self._look = look
        self._finding = finding
        self._rows = rows

    @property
    def cursor(self) -> int:
        """Index of the finding under the cursor; -1 for none."""
        return self._rows.number.get(self._finding or "", -1)

    @property
    def sources(self) -> Sequence[str]:
        """IDs of the findings."""
        return tuple(finding for _, finding in self._rows.stops)

    def quote(self, source: str, start: int, end: int) -> str:
        """A run of characters of a finding, each of its readings on a line."""
        return _plain(self._words(self._rows.number[source]), start, end)

    def __len__(self) -> int:
        """How many findings."""
        return len(self._rows.stops)

    def height(self, row: int, width: int) -> int:
        """Lines of a finding."""
        return len(self.paint(row, width))

    def paint(self, row: int, width: int) -> tuple[Line, ...]:
        """Draw a finding: where and what, then each reading with who carries it."""
        finding = self._rows.stops[row][1]
        parts = _placed(finding, self._words(row))
        return stack(parts, width, finding == self._finding)

    def like(self, other: Sheet) -> bool:
        """Whether nothing but the cursor has moved: who carries a reading follows from the comparison."""
        if not isinstance(other, FindingSheet):
            return False
        return self._rows is other._rows and self._look.spread is other._look.spread

    def _words(self, row: int) -> list[Words]:
        place, finding = self._rows[self._rows.stops[row][0]], self._rows.finding(row)
        head = Words().add(f"{sign_of(place)[0]} {place.key} ", Role.DIVERGE)
        head = head.add(" ".join(part for part in (finding.kind.value, label_of(finding)) if part))
        readings = [
            Words()
            .add(f"  {display(r.value)}", Role.STRONG)
            .add(f"  {who(self._look, finding, n)}", Role.MUTED)
            for n, r in enumerate(finding.readings)
        ]
        return [head, *readings]


class WordSheet(_Aside):
    """Blocks of words, one under the other; for dialogs. Together they are one text."""

    def __init__(
        self, blocks: Sequence[Words], cursor: int = -1, *, gap: bool = False, hit: Hit | None = None
    ) -> None:
        """Make the sheet.

        Args:
            blocks: The words.
            cursor: Index of the block with the bar; -1 for none.
            gap: Whether an empty line stands between blocks.
            hit: The hit of a search that the reader is at.
        """
        self._cursor, self._gap, self._hit = cursor, gap, hit
        self._blocks = _placed(_TEXT, blocks)

    @property
    def sources(self) -> Sequence[str]:
        """The one text."""
        return (_TEXT,)

    def quote(self, source: str, start: int, end: int) -> str:  # noqa: ARG002 - there is one
        """A run of its characters, each block on a line."""
        return _plain(self._blocks, start, end)

    def __len__(self) -> int:
        """How many blocks."""
        return len(self._blocks)

    def height(self, row: int, width: int) -> int:
        """Lines of a block."""
        return len(self.paint(row, width))

    def sought(self, query: str) -> tuple["WordSheet", Sequence[Hit]]:
        """The same words with the hits of a folded query marked, and these."""
        found = [Folded.of(words.text).find(query) for words in self._blocks]
        marked = [_with_hits(*pair) for pair in zip(self._blocks, found, strict=True)]
        starts = enumerate(words.at for words in self._blocks)
        hits = [Hit(n, at + start, at + end) for n, at in starts for start, end in found[n]]
        return (WordSheet(marked, self._cursor, gap=self._gap) if query else self), hits

    def on(self, hit: Hit) -> "WordSheet":
        """The same words, the bar beside the block with this hit."""
        return WordSheet(self._blocks, hit.row, gap=self._gap, hit=hit)

    def paint(self, row: int, width: int) -> tuple[Line, ...]:
        """Draw a block."""
        lines = stack([self._blocks[row]], width, row == self._cursor)
        return _with_hit(lines if self._gap else lines[:-1], row, self._hit, _TEXT)


@dataclass(frozen=True, slots=True)
class ArticleSheet(_Aside):
    """The whole article of a cell: its paragraph under the bar, it and the conflicting readings marked."""

    look: Look
    cell: Cell
    hit: Hit | None = None
    """The hit of a search that the reader is at; its paragraph is under the bar, not that of the cell."""

    @property
    def sources(self) -> Sequence[str]:
        """ID of the source."""
        return (self.cell.source,)

    def quote(self, source: str, start: int, end: int) -> str:
        """A run of characters of the source."""
        return quoted(self.look.spread, source, start, end)

    def __len__(self) -> int:
        """How many paragraphs."""
        return len(self._source.paragraphs)

    @property
    def _source(self) -> Source:
        return self.look.spread.comparison.source(self.cell.source)

    def height(self, row: int, width: int) -> int:
        """Lines of a paragraph."""
        return self._box(row, width).height() + 1

    def paint(self, row: int, width: int) -> tuple[Line, ...]:
        """Draw a paragraph, an empty line below it."""
        lines = side_by_side(self.look, _NO_ROW, (self._box(row, width),))
        here = row == (self.hit.row if self.hit else self.cell.paragraph)
        drawn = (*on_ground(lines, width, here), (Piece(" " * width),))
        return _with_hit(drawn, row, self.hit, self.cell.source)

    def sought(self, query: str) -> tuple["ArticleSheet", Sequence[Hit]]:
        """The article with the hits of a folded query marked in place of those of all sources, and these."""
        found = search(self.look.spread.index(), query, self.sources)
        blocks = self._source.paragraphs
        starts = [p.start for p in blocks]
        everywhere = found.within(self.cell.source, 0, len(self._source.text))
        placed = ((bisect_right(starts, start) - 1, start, end) for start, end in everywhere)
        hits = [Hit(n, start, end) for n, start, end in placed if n >= 0 and end <= blocks[n].end]
        return (replace(self, look=replace(self.look, hits=found)) if query else self), hits

    def on(self, hit: Hit) -> "ArticleSheet":
        """The same article, the bar beside the paragraph with this hit."""
        return replace(self, hit=hit)

    def like(self, other: Sheet) -> bool:
        """Whether it is the same article, and the same words of it are marked outside the paragraph."""
        if not isinstance(other, ArticleSheet) or self.cell.source != other.cell.source:
            return False
        mine, its = self.look, other.look
        return mine.spread is its.spread and mine.hits is its.hits and mine.order == its.order

    def _box(self, row: int, width: int) -> Box:
        """A paragraph, its number left of it."""
        p, cell = self._source.paragraphs[row], self.cell
        inks: tuple[Ink, ...] = (Ink(p.start, p.end, Role.NOISE),) if p.reason else ()
        if row == cell.paragraph:
            inks += (Ink(cell.start, cell.end, Role.STRONG),)
        left = len(str(len(self))) + 5
        label = Words().add(f"¶{row + 1}", Role.MUTED)
        here = Cell(cell.source, row, p.start, p.end)
        text = self.look.spread.texts[cell.source]
        return Box(text, p.start, p.end, left, max(4, width - left - 1), inks, here, label)


@dataclass(frozen=True, slots=True)
class _Nothing(_Aside):
    def __len__(self) -> int:
        return 0

    def height(self, row: int, width: int) -> int:  # noqa: ARG002
        return 1

    def paint(self, row: int, width: int) -> tuple[Line, ...]:  # noqa: ARG002
        return ((),)


NOTHING_TO_SHOW: Sheet = _Nothing()
"""No rows."""


def quoted(spread: Spread, source: str, start: int, end: int) -> str:
    """A run of characters of a source as it is shown, each of its paragraphs on one line."""
    text = spread.texts[source]
    blocks = spread.comparison.source(source).paragraphs
    runs = (text[max(start, p.start) : min(end, p.end)] for p in blocks if p.start < end and p.end > start)
    return "\n\n".join(run.replace(NOTHING, "") for run in runs)


_TEXT = "text"
_NO_ROW = Row("", None)


def _with_hit(lines: tuple[Line, ...], row: int, hit: Hit | None, source: str) -> tuple[Line, ...]:
    """Lines of a row with the hit that the reader is at marked, if it is in this one."""
    if hit is None or hit.row != row:
        return lines
    return tuple(selected(line, source, hit.start, hit.end, Role.HIT) for line in lines)


def _with_hits(words: Words, runs: Sequence[tuple[int, int]]) -> Words:
    """Words with hits marked in place of those that are marked."""
    inks = (ink for ink in words.inks if ink.role is not Role.SEARCH)
    return replace(words, inks=(*inks, *(Ink(start, end, Role.SEARCH) for start, end in runs)))


def _placed(name: str, parts: Sequence[Words]) -> tuple[Words, ...]:
    """Words that are one text, each of them on a line of it."""
    starts = accumulate((len(words.text) + 1 for words in parts), initial=0)
    return tuple(replace(words, source=name, at=at) for words, at in zip(parts, starts, strict=False))


def _plain(parts: Sequence[Words], start: int, end: int) -> str:
    """A run of characters of words that are one text."""
    return "\n".join(words.text for words in parts)[start:end].replace(NOTHING, "")


def first_finding(row: Row | None) -> str | None:
    """ID of the first finding of a row; None when it has none."""
    return row.findings[0].id if row and row.findings else None

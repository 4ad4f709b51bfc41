"""Words and whole articles, as dialogs show them: each can be searched alone. Pure."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from core.model import Cell, Source
from tui.boxes import Box, on_ground, side_by_side, stack
from tui.ink import Ink, Line, Piece, Role, Words, selected
from tui.look import Look
from tui.rows import Row
from tui.search import Folded, search
from tui.sheet import Aside, Sheet, placed, plain, quoted

_TEXT = "text"
_NO_ROW = Row("", None)


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


class WordSheet(Aside):
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
        self._blocks = placed(_TEXT, blocks)

    @property
    def sources(self) -> Sequence[str]:
        """The one text."""
        return (_TEXT,)

    def quote(self, source: str, start: int, end: int) -> str:  # noqa: ARG002 - there is one
        """A run of its characters, each block on a line."""
        return plain(self._blocks, start, end)

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
class ArticleSheet(Aside):
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


def _with_hit(lines: tuple[Line, ...], row: int, hit: Hit | None, source: str) -> tuple[Line, ...]:
    """Lines of a row with the hit that the reader is at marked, if it is in this one."""
    if hit is None or hit.row != row:
        return lines
    return tuple(selected(line, source, hit.start, hit.end, Role.HIT) for line in lines)


def _with_hits(words: Words, runs: Sequence[tuple[int, int]]) -> Words:
    """Words with hits marked in place of those that are marked."""
    inks = (ink for ink in words.inks if ink.role is not Role.SEARCH)
    return replace(words, inks=(*inks, *(Ink(start, end, Role.SEARCH) for start, end in runs)))

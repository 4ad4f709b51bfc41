"""What a list of lines can show: rows that know their height and how they are drawn. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from core.model import Cell, Finding, Source
from tui.boxes import stack
from tui.cells import NOTHING, display
from tui.ink import Ink, Line, Role, Words
from tui.look import Look, Signs
from tui.paint import NARROWEST, height, paint
from tui.rows import Listing, Row
from tui.spread import Spread
from tui.state import View
from tui.telling import header, who


class Sheet(Protocol):
    """Rows of a list."""

    @property
    def sources(self) -> Sequence[str]:
        """IDs of the sources whose text it shows, to be selected; empty when there is none."""

    def quote(self, source: str, start: int, end: int) -> str:
        """A run of characters of a source, each paragraph on one line."""

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
        words = header(self.look, self.rows[row], passage).add("  (begins above)", Role.MUTED)
        here = self.rows[row].key == self.look.cursor
        return stack(self.look.signs, [words], max(width, NARROWEST), here)[0]

    def like(self, other: Sheet) -> bool:
        """Whether nothing but the cursor has moved; a finding is pointed at wherever it is told."""
        if not isinstance(other, RowSheet) or self.rows is not other.rows:
            return False
        return self.look == replace(other.look, cursor=self.look.cursor)


class _OwnWords:
    """Shows no text of a source."""

    __slots__ = ()

    @property
    def sources(self) -> Sequence[str]:
        """None."""
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


class FindingSheet(_OwnWords):
    """The findings, in the order in which they are walked."""

    def __init__(self, look: Look, rows: Listing, finding: str | None) -> None:
        self._look = look
        self._finding = finding
        self._rows = rows

    @property
    def cursor(self) -> int:
        """Index of the finding under the cursor; -1 for none."""
        return self._rows.number.get(self._finding or "", -1)

    def __len__(self) -> int:
        """How many findings."""
        return len(self._rows.stops)

    def height(self, row: int, width: int) -> int:
        """Lines of a finding."""
        return len(self.paint(row, width))

    def paint(self, row: int, width: int) -> tuple[Line, ...]:
        """Draw a finding: where and what, then each reading with who carries it."""
        at, finding = self._rows.stops[row][0], self._rows.finding(row)
        here = finding.id == self._finding
        return stack(self._look.signs, self._words(finding, self._rows[at].key), width, here)

    def _words(self, finding: Finding, key: str) -> list[Words]:
        head = Words().add(f"{self._look.signs.diverge} {key} ", Role.DIVERGE)
        head = head.add(" ".join(part for part in (finding.kind.value, display(finding.label)) if part))
        readings = [
            Words()
            .add(f"  {display(r.value)}", Role.STRONG)
            .add(f"  {who(self._look, finding, n)}", Role.MUTED)
            for n, r in enumerate(finding.readings)
        ]
        return [head, *readings]


@dataclass(frozen=True, slots=True)
class WordSheet(_OwnWords):
    """Blocks of words, one under the other; for dialogs."""

    signs: Signs
    blocks: tuple[Words, ...]
    cursor: int = -1
    """Index of the block with the bar; -1 for none."""
    gap: bool = False
    """Whether an empty line stands between blocks."""

    def __len__(self) -> int:
        """How many blocks."""
        return len(self.blocks)

    def height(self, row: int, width: int) -> int:
        """Lines of a block."""
        return len(self.paint(row, width))

    def paint(self, row: int, width: int) -> tuple[Line, ...]:
        """Draw a block."""
        lines = stack(self.signs, [self.blocks[row]], width, row == self.cursor)
        return lines if self.gap else lines[:-1]


@dataclass(frozen=True, slots=True)
class ArticleSheet(_OwnWords):
    """The whole article of a cell: its paragraph under the bar, it and the conflicting readings marked."""

    look: Look
    cell: Cell

    def __len__(self) -> int:
        """How many paragraphs."""
        return len(self._source.paragraphs)

    @property
    def _source(self) -> Source:
        return self.look.spread.comparison.source(self.cell.source)

    def height(self, row: int, width: int) -> int:
        """Lines of a paragraph."""
        return len(self.paint(row, width))

    def paint(self, row: int, width: int) -> tuple[Line, ...]:
        """Draw a paragraph, an empty line below it."""
        return stack(self.look.signs, [self._words(row)], width, row == self.cell.paragraph)

    def _words(self, row: int) -> Words:
        p, cell = self._source.paragraphs[row], self.cell
        text = self.look.spread.texts[cell.source][p.start : p.end]
        inks = [Ink(0, len(text), Role.NOISE)] if p.reason else []
        if row == cell.paragraph:
            inks.append(Ink(cell.start - p.start, cell.end - p.start, Role.STRONG))
        here = Cell(cell.source, row, p.start, p.end)
        conflicts = self.look.conflicts_in(here)
        inks += [Ink(a - p.start, b - p.start, Role.CONFLICT) for a, b, _ in conflicts]
        head = f"¶{row + 1}  "
        shift = tuple(Ink(i.start + len(head), i.end + len(head), i.role) for i in inks)
        return Words(head + text, (Ink(0, len(head), Role.MUTED), *shift))


@dataclass(frozen=True, slots=True)
class _Nothing(_OwnWords):
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


def first_finding(row: Row | None) -> str | None:
    """ID of the first finding of a row; None when it has none."""
    return row.findings[0].id if row and row.findings else None

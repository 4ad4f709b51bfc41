"""What a list of lines can show: rows that know their height and how they are drawn. Pure."""

from dataclasses import dataclass
from typing import Protocol

from core.model import Cell, Finding
from tui.boxes import stack
from tui.cells import display
from tui.ink import Ink, Line, Role, Words
from tui.look import Look, Signs
from tui.paint import NARROWEST, height, paint
from tui.rows import Listing, Row
from tui.state import View
from tui.telling import header, who


class Sheet(Protocol):
    """Rows of a list."""

    def __len__(self) -> int:
        """How many rows."""

    def height(self, row: int, width: int) -> int:
        """Lines of a row, at least 1."""

    def paint(self, row: int, width: int) -> tuple[Line, ...]:
        """The lines of a row, as many as `height` says, each `width` cells."""

    def sticky(self, row: int, width: int) -> Line | None:
        """What stays on the first line of the screen while the top of a row is above it; None for nothing."""


@dataclass(frozen=True, slots=True)
class RowSheet:
    """The passages, and what was left out."""

    look: Look
    rows: Listing

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
        words = header(self.look, passage).add("  (begins above)", Role.MUTED)
        here = self.rows[row].key == self.look.cursor
        return stack(self.look.signs, [words], max(width, NARROWEST), here)[0]


class FindingSheet:
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
        at, name = self._rows.stops[row]
        finding = self._look.spread.comparison.finding(name)
        here = finding.id == self._finding
        return stack(self._look.signs, self._words(finding, self._rows[at].key), width, here)

    def sticky(self, row: int, width: int) -> Line | None:  # noqa: ARG002
        """Nothing."""
        return None

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
class WordSheet:
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

    def sticky(self, row: int, width: int) -> Line | None:  # noqa: ARG002
        """Nothing."""
        return None


def article_sheet(look: Look, cell: Cell) -> WordSheet:
    """The whole article of a cell: its paragraph under the bar, it and the conflicting readings marked."""
    source = look.spread.comparison.source(cell.source)
    blocks = []
    for p in source.paragraphs:
        text = look.spread.texts[source.id][p.start : p.end]
        inks = [Ink(0, len(text), Role.NOISE)] if p.reason else []
        if p.index == cell.paragraph:
            inks.append(Ink(cell.start - p.start, cell.end - p.start, Role.STRONG))
        here = Cell(source.id, p.index, p.start, p.end)
        inks += [Ink(a - p.start, b - p.start, Role.CONFLICT) for a, b, _ in look.spread.conflicts_in(here)]
        head = f"¶{p.index + 1}  "
        shift = tuple(Ink(i.start + len(head), i.end + len(head), i.role) for i in inks)
        blocks.append(Words(head + text, (Ink(0, len(head), Role.MUTED), *shift)))
    return WordSheet(look.signs, tuple(blocks), cell.paragraph, gap=True)


@dataclass(frozen=True, slots=True)
class _Nothing:
    def __len__(self) -> int:
        return 0

    def height(self, row: int, width: int) -> int:  # noqa: ARG002
        return 1

    def paint(self, row: int, width: int) -> tuple[Line, ...]:  # noqa: ARG002
        return ((),)

    def sticky(self, row: int, width: int) -> Line | None:  # noqa: ARG002
        """Nothing."""
        return None


NOTHING_TO_SHOW: Sheet = _Nothing()
"""No rows."""


def first_finding(row: Row | None) -> str | None:
    """ID of the first finding of a row; None when it has none."""
    return row.findings[0].id if row and row.findings else None

"""What a list of lines can show: rows that know their height and how they are drawn. Pure."""

from dataclasses import dataclass
from typing import Protocol

from core.model import Finding
from tui.cells import display
from tui.ink import Line, Role, Words
from tui.paint import Look, height, paint, stack, who
from tui.rows import Order, Row
from tui.state import stops


class Sheet(Protocol):
    """Rows of a list."""

    def __len__(self) -> int:
        """How many rows."""

    def height(self, row: int, width: int) -> int:
        """Lines of a row, at least 1."""

    def paint(self, row: int, width: int) -> tuple[Line, ...]:
        """The lines of a row, as many as `height` says, each `width` cells."""


@dataclass(frozen=True, slots=True)
class RowSheet:
    """The passages, and what was left out."""

    look: Look
    rows: Order

    def __len__(self) -> int:
        """How many rows."""
        return len(self.rows)

    def height(self, row: int, width: int) -> int:
        """Lines of a row."""
        return height(self.look, self.rows[row], width)

    def paint(self, row: int, width: int) -> tuple[Line, ...]:
        """Draw a row."""
        return paint(self.look, self.rows[row], width)


class FindingSheet:
    """The findings, in the order in which they are walked."""

    def __init__(self, look: Look, rows: Order, finding: str | None) -> None:
        self._look = look
        self._finding = finding
        self._stops = stops(rows)
        self._keys = [rows[at].key for at, _ in self._stops]

    @property
    def cursor(self) -> int:
        """Index of the finding under the cursor; -1 for none."""
        return next((n for n, (_, finding) in enumerate(self._stops) if finding == self._finding), -1)

    def __len__(self) -> int:
        """How many findings."""
        return len(self._stops)

    def height(self, row: int, width: int) -> int:
        """Lines of a finding."""
        return len(self.paint(row, width))

    def paint(self, row: int, width: int) -> tuple[Line, ...]:
        """Draw a finding: where and what, then each reading with who carries it."""
        finding = self._look.spread.comparison.finding(self._stops[row][1])
        here = finding.id == self._finding
        return stack(self._look.signs, self._words(finding, self._keys[row]), width, here)

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
class _Nothing:
    def __len__(self) -> int:
        return 0

    def height(self, row: int, width: int) -> int:  # noqa: ARG002
        return 1

    def paint(self, row: int, width: int) -> tuple[Line, ...]:  # noqa: ARG002
        return ((),)


NOTHING_TO_SHOW: Sheet = _Nothing()
"""No rows."""


def first_finding(row: Row | None) -> str | None:
    """ID of the first finding of a row; None when it has none."""
    return row.findings[0].id if row and row.findings else None

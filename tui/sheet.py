"""What a list of lines can show: rows that know their height and how they are drawn. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Protocol

from tui.boxes import stack
from tui.cells import NOTHING, display
from tui.ink import Line, Role, Words
from tui.look import Look
from tui.paint import NARROWEST, height, paint
from tui.rows import Listing
from tui.spread import Spread
from tui.state import View
from tui.telling import header, in_rows, label_of, sign_of, who


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


class Aside:
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


class FindingSheet(Aside):
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
        return plain(self._words(self._rows.number[source]), start, end)

    def __len__(self) -> int:
        """How many findings."""
        return len(self._rows.stops)

    def height(self, row: int, width: int) -> int:
        """Lines of a finding."""
        return len(self.paint(row, width))

    def paint(self, row: int, width: int) -> tuple[Line, ...]:
        """Draw a finding: where and what, then each reading with who carries it."""
        finding = self._rows.stops[row][1]
        parts = placed(finding, self._words(row))
        return stack(parts, width, row == self.cursor)

    def like(self, other: Sheet) -> bool:
        """Whether nothing but the cursor has moved: who carries a reading follows from the comparison."""
        if not isinstance(other, FindingSheet):
            return False
        return self._rows is other._rows and self._look.spread is other._look.spread

    def _words(self, row: int) -> list[Words]:
        place, finding = self._rows[self._rows.stops[row][0]], self._rows.finding(row)
        head = Words().add(f"{sign_of(place)[0]} {place.key} ", Role.DIVERGE)
        head = head.add(" ".join(part for part in (finding.kind.value, label_of(finding)) if part))
        head = head.add(in_rows(self._look, finding, place.key), Role.MUTED)
        readings = [
            Words()
            .add(f"  {display(r.value)}", Role.STRONG)
            .add(f"  {who(self._look, finding, n)}", Role.MUTED)
            for n, r in enumerate(finding.readings)
        ]
        return [head, *readings]


@dataclass(frozen=True, slots=True)
class _Nothing(Aside):
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


def placed(name: str, parts: Sequence[Words]) -> tuple[Words, ...]:
    """Words that are one text, each of them on a line of it."""
    starts = accumulate((len(words.text) + 1 for words in parts), initial=0)
    return tuple(replace(words, source=name, at=at) for words, at in zip(parts, starts, strict=False))


def plain(parts: Sequence[Words], start: int, end: int) -> str:
    """A run of characters of words that are one text."""
    return "\n".join(words.text for words in parts)[start:end].replace(NOTHING, "")

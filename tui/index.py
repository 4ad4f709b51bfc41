"""Where rows stand: from heights to lines and back. The cursor is the truth and the scroll follows it."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Index:
    """The first line of every row, and one past the last line of all."""

    tops: tuple[int, ...]
    """Rising; one more than there are rows."""

    @classmethod
    def of(cls, heights: Iterable[int]) -> "Index":
        """The index of rows of these heights, each at least 1."""
        return cls(tuple(accumulate(heights, initial=0)))

    @property
    def rows(self) -> int:
        """How many rows."""
        return len(self.tops) - 1

    @property
    def total(self) -> int:
        """How many lines."""
        return self.tops[-1]

    def row_at(self, line: int) -> int:
        """The row that holds a line; the nearest one for lines outside."""
        return max(0, min(bisect_right(self.tops, line) - 1, self.rows - 1))

    def height(self, row: int) -> int:
        """Lines of a row."""
        return self.tops[row + 1] - self.tops[row]

    def clamp(self, scroll: int, viewport: int) -> int:
        """The nearest scroll that shows no line beyond the last."""
        return max(0, min(scroll, self.total - viewport))

    def reveal(self, row: int, scroll: int, viewport: int) -> int:
        """The least scroll that shows a row whole, or its top when it is taller than the viewport."""
        top, height = self.tops[row], self.height(row)
        if height > viewport or top < scroll:
            return self.clamp(top, viewport)
        return self.clamp(max(scroll, top + height - viewport), viewport)

    def present(self, row: int, scroll: int, viewport: int) -> int:
        """The scroll for a jump: none when the row is in sight, else the row a quarter down the viewport."""
        seen = self.tops[row] >= scroll and self.tops[row + 1] <= scroll + viewport
        return (
            scroll
            if seen
            else self.reveal(row, self.clamp(self.tops[row] - viewport // 4, viewport), viewport)
        )

    def keep(self, row: int, offset: int, viewport: int) -> int:
        """The scroll that puts the top of a row on screen line `offset`, or as near as keeps it in sight."""
        scroll = self.clamp(self.tops[row] - offset, viewport)
        visible = self.tops[row] < scroll + viewport and self.tops[row + 1] > scroll
        return scroll if visible else self.reveal(row, scroll, viewport)

    def in_sight(self, row: int, scroll: int, viewport: int) -> int:
        """The row itself when any of its lines is in sight, else the nearest row that is."""
        first = self.row_at(scroll)
        last = self.row_at(scroll + viewport - 1)
        if first < last and self.tops[first] < scroll and row < first:
            first += 1
        return max(first, min(row, last))

"""Where rows stand: from heights to lines and back. The cursor is the truth and the scroll follows it."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate

WHOLE = 512
"""Rows up to which all are measured at once: some 20 ms, and the scroll bar is exact."""
_STRETCH = 64
"""Rows measured together: 3 ms, so that scrolling has something to measure on one step in many only."""
_SAMPLES = 64
"""Rows that the heights of all others are guessed by."""


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

    def moved(self, before: "Index", scroll: int, viewport: int) -> int:
        """The scroll that leaves on the first line what stands there, after the same rows got other heights.

        At the end of all it stays at the end.
        """
        if scroll >= before.total - viewport:
            return self.clamp(self.total, viewport)
        row = before.row_at(scroll)
        return self.clamp(self.tops[row] + min(scroll - before.tops[row], self.height(row) - 1), viewport)

    def in_sight(self, row: int, scroll: int, viewport: int) -> int:
        """The row itself when any of its lines is in sight, else the nearest row that is."""
        first = self.row_at(scroll)
        last = self.row_at(scroll + viewport - 1)
        if first < last and self.tops[first] < scroll and row < first:
            first += 1
        return max(first, min(row, last))


class Heights:
    """Heights of rows: measured where the eye is, elsewhere guessed by the nearest row of a sample.

    Measuring 50,000 rows takes a second or two, measuring what is in sight some milliseconds.
    """

    def __init__(self, rows: int, height: Callable[[int], int], *, whole: int = WHOLE) -> None:
        """Measure all rows when they are few, else a sample.

        Args:
            rows: How many rows.
            height: Measures a row; at least 1.
            whole: How many rows are few.
        """
        self._height = height
        self._stretch = _STRETCH if rows > whole else max(1, rows)
        every = max(1, rows // _SAMPLES) if rows > whole else max(1, rows)
        guesses = [height(n) for n in range(every // 2, rows, every)] if rows > whole else [1]
        self._heights = [guesses[min(n // every, len(guesses) - 1)] for n in range(rows)]
        self._measured = bytearray(-(-rows // self._stretch))
        if rows <= whole:
            self.measure(0, rows)
        self.index = Index.of(self._heights)
        """Where the rows stand as far as is known."""

    def measure(self, first: int, last: int) -> bool:
        """Measure these rows and their neighbours.

        Args:
            first: The first row; may lie before the first of all.
            last: The last row; may lie behind the last of all.

        Returns:
            Whether any of them was not measured before; the index is then another.
        """
        stretches = range(max(0, first) // self._stretch, min(last // self._stretch + 1, len(self._measured)))
        new = [n for n in stretches if not self._measured[n]]
        for n in new:
            rows = range(n * self._stretch, min((n + 1) * self._stretch, len(self._heights)))
            self._heights[rows.start : rows.stop] = map(self._height, rows)
            self._measured[n] = 1
        if new:
            self.index = Index.of(self._heights)
        return bool(new)

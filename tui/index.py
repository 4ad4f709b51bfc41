"""Where rows stand: from heights to lines and back. The cursor is the truth and the scroll follows it."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import mul, sub

WHOLE = 512
"""Rows up to which all are measured at once: some 20 ms, and the scroll bar is exact."""
_STRETCH = 8
"""Rows measured together."""
_SAMPLES = 24
"""Rows that the heights of all others are guessed by."""


@dataclass(frozen=True, slots=True)
class Index:
    """The first line of every row, by runs of rows of one height: exact where measured, else guessed."""

    rows: int
    """How many rows."""
    firsts: Sequence[int]
    """The first row of each run. Rising, from 0."""
    lines: Sequence[int]
    """The first line of each run, and one past the last line of all. Rising, from 0."""
    heights: Sequence[int]
    """The height of every row of each run, at least 1."""

    @classmethod
    def of(cls, heights: Iterable[int]) -> "Index":
        """The index of rows of these heights, each at least 1."""
        each = tuple(heights)
        return cls(len(each), range(len(each)), tuple(accumulate(each, initial=0)), each)

    @classmethod
    def of_runs(cls, rows: int, runs: Iterable[tuple[int, int]]) -> "Index":
        """The index of so many rows, of which runs from a first row on, rising, have a height each."""
        firsts, heights = zip(*runs, strict=True)
        many = map(sub, (*firsts[1:], rows), firsts)
        return cls(rows, firsts, tuple(accumulate(map(mul, many, heights), initial=0)), heights)

    @property
    def total(self) -> int:
        """How many lines."""
        return self.lines[-1]

    def top(self, row: int) -> int:
        """The first line of a row; one past the last line for one past the last row."""
        if row >= self.rows:
            return self.total
        n = bisect_right(self.firsts, row) - 1
        return self.lines[n] + (row - self.firsts[n]) * self.heights[n]

    def row_at(self, line: int) -> int:
        """The row that holds a line; the nearest one for lines outside."""
        if not self.rows:
            return 0
        line = max(0, min(line, self.total - 1))
        n = bisect_right(self.lines, line) - 1
        return self.firsts[n] + (line - self.lines[n]) // self.heights[n]

    def height(self, row: int) -> int:
        """Lines of a row."""
        return self.top(row + 1) - self.top(row)

    def clamp(self, scroll: int, viewport: int) -> int:
        """The nearest scroll that shows no line beyond the last."""
        return max(0, min(scroll, self.total - viewport))

    def reveal(self, row: int, scroll: int, viewport: int) -> int:
        """The least scroll that shows a row whole, or its top when it is taller than the viewport."""
        top, height = self.top(row), self.height(row)
        if height > viewport or top < scroll:
            return self.clamp(top, viewport)
        return self.clamp(max(scroll, top + height - viewport), viewport)

    def present(self, row: int, scroll: int, viewport: int) -> int:
        """The scroll for a jump: none when the row is in sight, else the row a quarter down the viewport."""
        seen = self.top(row) >= scroll and self.top(row + 1) <= scroll + viewport
        return (
            scroll
            if seen
            else self.reveal(row, self.clamp(self.top(row) - viewport // 4, viewport), viewport)
        )

    def keep(self, row: int, offset: int, viewport: int) -> int:
        """The scroll that puts the top of a row on screen line `offset`, or as near as keeps it in sight."""
        scroll = self.clamp(self.top(row) - offset, viewport)
        visible = self.top(row) < scroll + viewport and self.top(row + 1) > scroll
        return scroll if visible else self.reveal(row, scroll, viewport)

    def moved(self, before: "Index", scroll: int, viewport: int) -> int:
        """The scroll that leaves on the first line what stands there, after the same rows got other heights.

        At the end of all it stays at the end.
        """
        if scroll >= before.total - viewport:
            return self.clamp(self.total, viewport)
        row = before.row_at(scroll)
        return self.clamp(self.top(row) + min(scroll - before.top(row), self.height(row) - 1), viewport)

    def in_sight(self, row: int, scroll: int, viewport: int) -> int:
        """The row itself when any of its lines is in sight, else the nearest row that is."""
        first = self.row_at(scroll)
        last = self.row_at(scroll + viewport - 1)
        if first < last and self.top(first) < scroll and row < first:
            first += 1
        return max(first, min(row, last))


class Heights:
    """Heights of rows: measured where the eye is, elsewhere guessed by the nearest row of a sample.

    Measuring 50,000 rows takes a second or two, measuring what is in sight some milliseconds.
    """

    def __init__(self, rows: int, height: Callable[[int], int]) -> None:
        """Measure all rows when they are few, else a sample.

        Args:
            rows: How many rows.
            height: Measures a row; at least 1.
        """
        self._rows, self._height = rows, height
        self._few = rows <= WHOLE
        self._known: dict[int, tuple[int, ...]] = {}
        self._every = max(1, rows // _SAMPLES)
        sample = range(0) if self._few else range(self._every // 2, rows, self._every)
        self._guesses = [height(n) for n in sample]
        every = map(height, range(rows))
        self.index = Index.of(every) if self._few else Index.of_runs(rows, self._runs())
        """Where the rows stand as far as is known."""

    def _guessed(self, first: int, end: int) -> Iterator[tuple[int, int]]:
        """The runs of rows that are as high as the nearest of the sample."""
        while first < end:
            n = min(first // self._every, len(self._guesses) - 1)
            yield first, self._guesses[n]
            first = (n + 1) * self._every if n + 1 < len(self._guesses) else end

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Every run: each row that is measured is one, between them are those that are guessed."""
        end = 0
        for n in sorted(self._known):
            yield from self._guessed(end, n * _STRETCH)
            yield from enumerate(self._known[n], n * _STRETCH)
            end = min((n + 1) * _STRETCH, self._rows)
        yield from self._guessed(end, self._rows)

    def measure(self, row: int, lines: int) -> bool:
        """Measure a row and what stands near it.

        Args:
            row: The row.
            lines: How many lines above it and below it to measure the rows of.

        Returns:
            Whether any of them was not measured before; the index is then another.
        """
        if self._few:
            return False
        before = len(self._known)
        first = last = row // _STRETCH
        here, at = self._stretch(first), row % _STRETCH
        above, below = sum(here[:at]), sum(here[at + 1 :])
        while above < lines and first > 0:
            first -= 1
            above += sum(self._stretch(first))
        while below < lines and (last + 1) * _STRETCH < self._rows:
            last += 1
            below += sum(self._stretch(last))
        new = len(self._known) > before
        if new:
            self.index = Index.of_runs(self._rows, self._runs())
        return new

    def _stretch(self, n: int) -> tuple[int, ...]:
        """The heights of the rows of a stretch, measured when they are first asked for."""
        if n not in self._known:
            rows = range(n * _STRETCH, min((n + 1) * _STRETCH, self._rows))
            self._known[n] = tuple(map(self._height, rows))
        return self._known[n]

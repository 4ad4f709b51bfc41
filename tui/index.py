"""Where rows stand: from heights to lines and back. The cursor is the truth and the scroll follows it."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

WHOLE = 512
"""Rows up to which all are measured at once: some 20 ms, and the scroll bar is exact."""
_STRETCH = 8
"""Rows measured together. They stand under one sum, so that no key sums up the heights of all rows."""
_SAMPLES = 24
"""Rows that the heights of all others are guessed by."""


@dataclass(frozen=True, slots=True)
class Index:
    """The first line of every row: exact inside the stretches that are measured, guessed elsewhere."""

    rows: int
    """How many rows."""
    stretch: int
    """How many rows stand under one sum; the last stretch may have fewer."""
    firsts: tuple[int, ...]
    """The first line of each stretch, and one past the last line of all. Rising."""
    inside: Mapping[int, tuple[int, ...]]
    """Of each measured stretch, the first line of each row and one past the last, counted from its first."""
    guesses: Sequence[int]
    """Of each stretch, the height of a row where it is not measured."""

    @classmethod
    def of(cls, heights: Iterable[int]) -> "Index":
        """The index of rows of these heights, each at least 1."""
        tops = tuple(accumulate(heights, initial=0))
        return cls(len(tops) - 1, max(1, len(tops) - 1), (0, tops[-1]), {0: tops}, (1,))

    @property
    def total(self) -> int:
        """How many lines."""
        return self.firsts[-1]

    def top(self, row: int) -> int:
        """The first line of a row; one past the last line for one past the last row."""
        n, at = divmod(row, self.stretch)
        if row >= self.rows:
            return self.total
        tops = self.inside.get(n)
        return self.firsts[n] + (tops[at] if tops else at * self.guesses[n])

    def row_at(self, line: int) -> int:
        """The row that holds a line; the nearest one for lines outside."""
        line = max(0, min(line, self.total - 1))
        n = min(bisect_right(self.firsts, line), len(self.firsts) - 1) - 1
        tops = self.inside.get(n)
        away = line - self.firsts[n]
        at = bisect_right(tops, away) - 1 if tops else away // self.guesses[n]
        return max(0, min(n * self.stretch + at, self.rows - 1))

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
        self._guesses = [] if self._few else self._guess()
        self.index = Index.of(map(height, range(rows))) if self._few else self._summed()
        """Where the rows stand as far as is known."""

    def _guess(self) -> list[int]:
        """The height of a row in each stretch: that of the nearest of a sample."""
        stretches = -(-self._rows // _STRETCH)
        every = max(1, stretches // _SAMPLES)
        sample = [self._height(n * _STRETCH) for n in range(every // 2, stretches, every)]
        guesses = [height for height in sample for _ in range(every)]
        return (guesses + guesses[-1:] * every)[:stretches]

    def _summed(self) -> Index:
        lines = [guess * _STRETCH for guess in self._guesses]
        lines[-1] = self._guesses[-1] * (self._rows - (len(lines) - 1) * _STRETCH)
        for n, tops in self._known.items():
            lines[n] = tops[-1]
        firsts = tuple(accumulate(lines, initial=0))
        return Index(self._rows, _STRETCH, firsts, dict(self._known), self._guesses)

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
        tops, at = self._tops(first), row % _STRETCH
        above, below = tops[at], tops[-1] - tops[at + 1]
        while above < lines and first > 0:
            first -= 1
            above += self._tops(first)[-1]
        while below < lines and last < len(self._guesses) - 1:
            last += 1
            below += self._tops(last)[-1]
        new = len(self._known) > before
        if new:
            self.index = self._summed()
        return new

    def _tops(self, n: int) -> tuple[int, ...]:
        """The first lines of the rows of a stretch, measured when they are first asked for."""
        if n not in self._known:
            rows = range(n * _STRETCH, min((n + 1) * _STRETCH, self._rows))
            self._known[n] = tuple(accumulate(map(self._height, rows), initial=0))
        return self._known[n]

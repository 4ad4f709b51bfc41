"""Where a character stands: which passage has it in a cell. The one index of cells, for core and screen."""

from array import array
from bisect import bisect_right
from collections.abc import Sequence

from core.model import Passage
from core.progress import Tick, silent, sorted_ticked, ticked


class Standing:
    """The cells of some passages, found by the characters in them."""

    def __init__(self, passages: Sequence[Passage], tick: Tick = silent) -> None:
        """Index the cells.

        Args:
            passages: Rows of one comparison: no two have a character of a source in common.
            tick: Told now and then; what it raises stops the work.
        """
        self._passages = passages
        self._starts: dict[str, array[int]] = {}
        self._rows: dict[str, array[int]] = {}
        numbered = enumerate(ticked(passages, tick))
        cells = sorted_ticked([(c.source, c.start, n) for n, p in numbered for c in p.cells], tick, 1.0)
        for source, start, n in ticked(cells, tick):
            self._starts.setdefault(source, array("L")).append(start)
            self._rows.setdefault(source, array("L")).append(n)

    def row(self, source: str, at: int) -> int:
        """Index of the passage whose cell holds a character of a source; -1 where no cell does."""
        row = self.nearest(source, at)
        cell = self._passages[row].cell(source) if row >= 0 else None
        return row if cell and cell.start <= at < cell.end else -1

    def nearest(self, source: str, at: int) -> int:
        """Index of the passage that holds a character, or else the one before it, or else the first one.

        Args:
            source: ID of the source.
            at: The character.

        Returns:
            -1 when no passage has a cell of the source.
        """
        starts = self._starts.get(source)
        return self._rows[source][max(0, bisect_right(starts, at) - 1)] if starts else -1

"""Links that no row shows: where else a passage is told.

A row has one cell of each source, so a sentence told by two paragraphs of another source stands
in a row with one of them alone. One source alone tells a passage only when nothing here speaks against it.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping

from core.model import Cell, Comparison


def told_elsewhere(comparison: Comparison) -> Mapping[str, Mapping[str, tuple[Cell, ...]]]:
    """For each passage, the other passages that a link joins it with.

    Args:
        comparison: Whose links to follow.

    Returns:
        ID of a passage -> ID of another one -> the cells of the other one that are linked with a cell of the
        first, in the order of the sources; the other passages in the order of the rows. A passage is left out
        when its links all stay in its row.
    """
    starts: dict[str, list[tuple[int, int, Cell]]] = defaultdict(list)
    for row, passage in enumerate(comparison.passages):
        for cell in passage.cells:
            starts[cell.source].append((cell.start, row, cell))
    for own in starts.values():
        own.sort(key=lambda place: place[0])

    def stands_in(end: Cell) -> tuple[int, Cell]:
        own = starts[end.source]
        _, row, cell = own[bisect_right(own, end.start, key=lambda place: place[0]) - 1]
        return row, cell

    found: dict[int, dict[int, dict[Cell, None]]] = defaultdict(lambda: defaultdict(dict))
    for link in comparison.links:
        (here, a), (there, b) = stands_in(link.a), stands_in(link.b)
        if here != there:
            found[here][there][b] = None
            found[there][here][a] = None
    ids = [passage.id for passage in comparison.passages]
    rank = {source.id: n for n, source in enumerate(comparison.sources)}
    return {
        ids[here]: {
            ids[there]: tuple(sorted(cells, key=lambda c: (rank[c.source], c.start)))
            for there, cells in sorted(others.items())
        }
        for here, others in sorted(found.items())
    }

"""Long cells side by side, cut so that sentences that were matched begin on the same line. Pure."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from core.model import Cell, Passage
from tui.spread import Spread


def cuts(spread: Spread, passage: Passage, cells: Sequence[Cell]) -> list[Mapping[str, int]]:
    """Where to cut cells of a passage into bands.

    Args:
        spread: What is shown.
        passage: Whose cells they are.
        cells: Those that stand side by side, at least one; the first one leads.

    Returns:
        For each band, from top to bottom, the sources of which something begins in it, and its first
        character. What one source tells in another order, or no other tells, stays with what is before it.
    """
    first, *others = cells
    ways: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for link in spread.matches.touching(passage):
        for near, far in ((link.a, link.b), (link.b, link.a)):
            matched = link.score >= spread.comparison.settings.threshold
            if matched and _begins_in(first, near) and any(_begins_in(cell, far) for cell in others):
                ways[near.start].append((far.start, far.source))
    found: list[Mapping[str, int]] = [{cell.source: cell.start for cell in cells}]
    last = dict(found[0])
    for start in sorted(ways):
        ahead = {source: at for at, source in sorted(ways[start], reverse=True) if at > last[source]}
        if ahead and start > first.start:
            last |= ahead
            found.append({first.source: start, **ahead})
    return found


def _begins_in(cell: Cell, other: Cell) -> bool:
    return cell.source == other.source and cell.start <= other.start < cell.end

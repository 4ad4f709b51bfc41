"""Passages in the order of a base, and which of them stand at another place in a source.

A passage counts as moved in a source when it is off the longest run that rises in both orders (Schensted,
1961; the patience diff uses the same).
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from core.model import Comparison, Passage, source_index
from core.progress import Tick, silent, sorted_ticked, ticked

Run = tuple[int, int]
"""Where a source has a passage: its first sentence and one past the last, or characters likewise."""
Row = dict[int, Run]
"""For each source that has the passage (by index), where."""


def rebase(comparison: Comparison, base: str) -> tuple[Passage, ...]:
    """The same passages, with the same IDs and findings, in the order of another source.

    Args:
        comparison: What to reorder.
        base: ID of the source whose order leads.

    Returns:
        The passages in that order, with the moved flags that follow from it.
    """
    first = source_index(base)
    rows: list[Row] = [
        {source_index(c.source): (c.start, c.end) for c in p.cells} for p in comparison.passages
    ]
    of = {id(row): p for row, p in zip(rows, comparison.passages, strict=True)}
    return flagged([of[id(row)] for row in ordered(rows, first, silent)], base, silent)


def ordered(rows: Sequence[Row], base: int, tick: Tick) -> list[Row]:
    """Rows in the order of a source; those it lacks stand after the row before them in their own source.

    Args:
        rows: The rows, in any order.
        base: Index of the source that leads; behind it the others lead in their order.
        tick: Told now and then; what it raises stops the laying out.

    Returns:
        The rows in order. What stands before everything its source shares with the base comes just before
        that; what shares nothing with it comes last. Rows between two rows of the base are ordered likewise
        by the next source.
    """
    if len(rows) < 2:
        return [*rows]
    by_source: dict[int, list[Row]] = defaultdict(list)
    for row in ticked(rows, tick):
        for source in row:
            by_source[source].append(row)
    if len(by_source) < 2:
        return [row for source, own in by_source.items() for row in _rising(own, source, tick)]
    first, *rest = sorted(by_source, key=lambda source: (source != base, source))
    lead = _rising(by_source[first], first, tick)
    gaps = _gaps(lead, (_rising(by_source[source], source, tick) for source in rest), tick)
    whole = ordered(gaps[0], base, tick)
    for n, row in enumerate(ticked(lead, tick), 1):
        whole += [row, *ordered(gaps[n], base, tick)] if gaps[n] else [row]
    return whole


def _gaps(lead: Sequence[Row], others: Iterable[Sequence[Row]], tick: Tick) -> list[list[Row]]:
    """The rows that the base lacks, source by source, by the number of rows of the base they stand behind."""
    before: dict[int, int] = {}
    after: dict[int, int] = {}
    gaps: list[list[Row]] = [[]]
    for n, row in enumerate(ticked(lead, tick)):
        before[id(row)], after[id(row)] = n, n + 1
        gaps.append([])
    for own in others:
        gap = next((before[id(row)] for row in ticked(own, tick) if id(row) in before), len(lead))
        for row in ticked(own, tick):
            if id(row) not in after:
                before[id(row)] = after[id(row)] = gap
                gaps[gap].append(row)
            gap = after[id(row)]
    return gaps


def _rising(rows: Sequence[Row], source: int, tick: Tick) -> list[Row]:
    """Rows that a source has, in its order."""
    runs = [(row[source], n) for n, row in enumerate(ticked(rows, tick))]
    return [rows[n] for _, n in ticked(sorted_ticked(runs, tick, 0.0), tick)]


def flagged(passages: Sequence[Passage], base: str, tick: Tick) -> tuple[Passage, ...]:
    """The passages with the sources in which they are off the longest run that rises with the rows.

    The source that leads a row, the base or else the first that has it, is what the others are measured by.
    """
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for n, passage in enumerate(ticked(passages, tick, 0.0, 0.3)):
        if len(passage.cells) > 1:
            for cell in passage.cells:
                places[cell.source].append((n, cell.start))
    moved: dict[int, set[str]] = defaultdict(set)
    for source, own in places.items():
        tick(0.3)
        steady = longest_rising([start for _, start in own])
        for k, (n, _) in enumerate(own):
            if k not in steady:
                moved[n].add(source)

    numbered = enumerate(ticked(passages, tick, 0.3))
    flagged = ((p, _flags(p, moved.get(n, ()), base)) for n, p in numbered)
    return tuple(p if p.moved == flags else replace(p, moved=flags) for p, flags in flagged)


def _flags(passage: Passage, moved: Collection[str], base: str) -> tuple[str, ...]:
    """The sources that count as moved in a passage: all that are off but the one that leads it."""
    if not moved:
        return ()
    present = [c.source for c in passage.cells]
    lead = base if base in present else present[0]
    return tuple(s for s in present if s in moved and s != lead)


def longest_rising(values: Sequence[int]) -> set[int]:
    """Indices of a longest strictly rising subsequence, in n log n."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(value)
            ends.append(n)
        else:
            tails[at], ends[at] = value, n
    found: set[int] = set()
    n = ends[-1] if ends else -1
    while n >= 0:
        found.add(n)
        n = before[n]
    return found

"""The rows as they are without the sources that the reader hid. Pure.

A conflict of the sources that are shown is never hidden: a finding stays while two of its readings stay.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

from core.model import Comparison, Finding, Passage, Status, Wording
from core.progress import Tick, silent, ticked
from core.ties import Told
from tui.rows import Listing, Row

Ties = Mapping[str, Mapping[str, Told]]
"""For each passage that links join with other rows, those rows and their linked cells."""


def without(
    rows: Listing, comparison: Comparison, ties: Ties, hidden: frozenset[str], tick: Tick = silent
) -> Listing:
    """Every row as it is without some sources; those that only they have are gone.

    Args:
        rows: Every row.
        comparison: What they show.
        ties: Where else each passage is told.
        hidden: IDs of the sources to leave out.
        tick: Told how far it is; may raise to stop.

    Returns:
        The rows; a passage has the status that the sources left give it.
    """
    if not hidden:
        return rows
    findings = {finding.id: remaining(finding, hidden) for finding in comparison.findings}
    left = (_without(row, comparison, ties, hidden, findings) for row in ticked(rows, tick))
    return Listing.of(row for row in left if row is not None)


def remaining(finding: Finding, hidden: frozenset[str]) -> Finding | None:
    """A finding without the readings of some sources; None when the others do not conflict."""
    if hidden.isdisjoint(source for reading in finding.readings for source in reading.sources):
        return finding
    kept = tuple(
        replace(
            reading,
            sources=tuple(s for s in reading.sources if s not in hidden),
            spans=tuple(s for s in reading.spans if s.source not in hidden),
        )
        for reading in finding.readings
        if not hidden.issuperset(reading.sources)
    )
    return replace(finding, readings=kept) if len(kept) > 1 else None


def _without(
    row: Row, comparison: Comparison, ties: Ties, hidden: frozenset[str], left: Mapping[str, Finding | None]
) -> Row | None:
    if row.passage is None:
        return None if row.source in hidden else row
    passage, wording = _left(row, row.passage, comparison, hidden, left)
    if passage is None:
        return None
    there = (left[f.id] for f in row.findings)
    findings = tuple(f for f in there if f and (f.id in passage.findings or _holds(passage, f)))
    told = ties.get(row.key, {})
    tied = any(c.source not in hidden for other in told.values() for c in other.cells)
    # not `replace`, which takes ten times as long: half of what hiding took
    return Row(
        row.key,
        passage,
        findings,
        row.source,
        row.paragraph,
        row.gap,
        wording,
        tied,
        row.weak and len(passage.cells) > 1,
    )


def _holds(passage: Passage, finding: Finding) -> bool:
    """Whether a reading of a finding stands in a cell that is left."""
    spans = [(s.source, s.start) for reading in finding.readings for s in reading.spans]
    return any(c.source == source and c.start <= at < c.end for c in passage.cells for source, at in spans)


def _left(
    row: Row,
    passage: Passage,
    comparison: Comparison,
    hidden: frozenset[str],
    left: Mapping[str, Finding | None],
) -> tuple[Passage | None, Wording | None]:
    """A passage without some sources, and its wording; None when nothing is left of it."""
    cells = tuple([cell for cell in passage.cells if cell.source not in hidden])
    findings = tuple([f for f in passage.findings if left[f]]) if passage.findings else ()
    if len(cells) == len(passage.cells) and findings == passage.findings:
        return passage, row.wording
    wording = row.wording
    if len(cells) < len(passage.cells):
        from core.wording import least_alike  # heavy, as in `all_rows`

        texts = [comparison.text(cell) for cell in cells]
        wording = least_alike(combinations(texts, 2)) if len(texts) > 1 else None
    status = Status.DIVERGE if findings else Status.AGREE if len(cells) > 1 else Status.ONLY
    moved = tuple([source for source in passage.moved if source not in hidden]) if passage.moved else ()
    own = wording if status is Status.AGREE else None
    return Passage(passage.id, cells, status, own, moved, findings) if cells else None, wording

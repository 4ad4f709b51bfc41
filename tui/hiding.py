"""The rows as they are without the sources that the reader hid. Pure.

A conflict of the sources that are shown is never hidden: a finding stays while two of its readings stay.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations

from core.model import Comparison, Finding, Passage, Status
from core.ties import Told
from tui.rows import Listing, Row

Ties = Mapping[str, Mapping[str, Told]]
"""For each passage that links join with other rows, those rows and their linked cells."""


def without(rows: Listing, comparison: Comparison, ties: Ties, hidden: frozenset[str]) -> Listing:
    """Every row as it is without some sources; those that only they have are gone.

    Args:
        rows: Every row.
        comparison: What they show.
        ties: Where else each passage is told.
        hidden: IDs of the sources to leave out.

    Returns:
        The rows; a passage has the status that the sources left give it.
    """
    if not hidden:
        return rows
    left = (_without(row, comparison, ties, hidden) for row in rows)
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


def _without(row: Row, comparison: Comparison, ties: Ties, hidden: frozenset[str]) -> Row | None:
    if row.passage is None:
        return None if row.source in hidden else row
    passage = _left(row.passage, comparison, hidden)
    if passage is None:
        return None
    left = (remaining(f, hidden) for f in row.findings)
    findings = tuple(f for f in left if f and (f.id in passage.findings or _holds(passage, f)))
    tied = any(c.source not in hidden for told in ties.get(row.key, {}).values() for c in told.cells)
    wording = row.wording
    if len(passage.cells) < len(row.passage.cells):
        from core.wording import least_alike  # heavy, as in `all_rows`

        texts = [comparison.text(cell) for cell in passage.cells]
        wording = least_alike(combinations(texts, 2)) if len(texts) > 1 else None
    if passage is not row.passage and passage.status is Status.AGREE:
        passage = replace(passage, wording=wording)
    return replace(row, passage=passage, findings=findings, elsewhere=tied, wording=wording)


def _holds(passage: Passage, finding: Finding) -> bool:
    """Whether a reading of a finding stands in a cell that is left."""
    spans = [(s.source, s.start) for reading in finding.readings for s in reading.spans]
    return any(c.source == source and c.start <= at < c.end for c in passage.cells for source, at in spans)


def _left(passage: Passage, comparison: Comparison, hidden: frozenset[str]) -> Passage | None:
    """A passage without some sources; None when nothing is left of it."""
    cells = tuple(cell for cell in passage.cells if cell.source not in hidden)
    findings = tuple(f for f in passage.findings if remaining(comparison.finding(f), hidden))
    if len(cells) == len(passage.cells) and findings == passage.findings:
        return passage
    status = Status.DIVERGE if findings else Status.AGREE if len(cells) > 1 else Status.ONLY
    moved = tuple(source for source in passage.moved if source not in hidden)
    left = replace(passage, cells=cells, status=status, wording=None, moved=moved, findings=findings)
    return left if cells else None

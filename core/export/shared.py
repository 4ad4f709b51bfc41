"""What a report says of wording that sources share: who copied whom, as far as wording tells."""

from collections.abc import Iterator, Sequence

from core.clusters import COPIED, clusters
from core.export.blocks import Block, Heading, Table, Words
from core.marks import matrix
from core.model import Comparison
from core.ties import tellers, told_elsewhere


def shared_wording(comparison: Comparison) -> Iterator[Block]:
    """The matrix, where it holds more than one pair, then the sources that are one wire text."""
    ids = [source.id for source in comparison.sources]
    if len(ids) < 3:
        return
    yield Heading(2, "Shared wording")
    yield Words(
        "How many of the words of the source on the left the others share, in passages that both tell."
    )
    shared = matrix(comparison)
    rows = zip(ids, shared, strict=True)
    yield Table(
        ("Source", *ids),
        tuple(
            (a, *("–" if a == b else f"{v:.0%}" for b, v in zip(ids, own, strict=True))) for a, own in rows
        ),
    )
    copied = clusters(ids, shared)
    named = "; ".join(", ".join(group) for group in copied) or "none"
    said = f"One wire text, for {COPIED:.0%} or more of the words of one stand in another: {named}."
    alone = _told_by_one(comparison, copied) if copied else ()
    yield Words(f"{said} Passages that no other source tells: {', '.join(alone)}." if alone else said)


def _told_by_one(comparison: Comparison, copied: Sequence[Sequence[str]]) -> list[str]:
    """IDs of passages that two or more sources tell, all one wire text, and no other one anywhere."""
    elsewhere = told_elsewhere(comparison)
    told = {
        passage.id: {*(cell.source for cell in passage.cells), *tellers(passage, elsewhere)}
        for passage in comparison.passages
        if len(passage.cells) > 1
    }
    return [row for row, sources in told.items() if any(sources <= set(group) for group in copied)]

"""What a report says of wording that sources share: who copied whom, as far as wording tells."""

from collections.abc import Iterator
from functools import lru_cache

from core.clusters import COPIED, Groups, clusters, one_text, wire_texts
from core.export.blocks import Block, Heading, Table, Words
from core.marks import matrix
from core.model import Comparison, Passage
from core.ties import tellers, told_elsewhere

_matrix = lru_cache(maxsize=1)(matrix)
elsewhere = lru_cache(maxsize=1)(told_elsewhere)


def copied(comparison: Comparison) -> tuple[tuple[str, ...], ...]:
    """The sources that are one wire text beside others, in groups."""
    return wire_texts([source.id for source in comparison.sources], _matrix(comparison))


def by_copies(comparison: Comparison, passage: Passage, groups: Groups) -> bool:
    """Whether the sources that tell a passage, in whatever row, are several and all one wire text."""
    if not groups:
        return False
    told = tellers(passage, elsewhere(comparison))
    return one_text((*(cell.source for cell in passage.cells), *told), groups)


def shared_wording(comparison: Comparison) -> Iterator[Block]:
    """The matrix, where it holds more than one pair, then the sources that are one wire text."""
    ids = [source.id for source in comparison.sources]
    if len(ids) < 3:
        return
    yield Heading(2, "Shared wording")
    yield Words(
        "How many of the words of the source on the left the others share, in passages that both tell."
    )
    shared = _matrix(comparison)
    rows = zip(ids, shared, strict=True)
    yield Table(
        ("Source", *ids),
        tuple(
            (a, *("–" if a == b else f"{v:.0%}" for b, v in zip(ids, own, strict=True))) for a, own in rows
        ),
    )
    groups = clusters(ids, shared)
    named = "; ".join(", ".join(group) for group in groups) or "none"
    said = f"One wire text, where {COPIED:.0%} or more of the words of one source stand in another: {named}."
    alone = _told_by_one(comparison, groups) if groups else ()
    yield Words(f"{said} Passages that no other source tells: {', '.join(alone)}." if alone else said)


def _told_by_one(comparison: Comparison, groups: Groups) -> list[str]:
    """IDs of passages that two or more sources tell, all one wire text, and no other one anywhere."""
    several = (p for p in comparison.passages if len(p.cells) > 1)
    return [p.id for p in several if by_copies(comparison, p, groups)]

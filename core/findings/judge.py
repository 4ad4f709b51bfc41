"""Passages and links -> findings: the points on which readings conflict. A first form: none."""

from collections.abc import Sequence

from core.model import Finding, Link, Passage, Source


def judge(
    sources: Sequence[Source], passages: Sequence[Passage], links: Sequence[Link]
) -> tuple[Finding, ...]:
    """Find the conflicting readings.

    Args:
        sources: Segmented sources with IDs.
        passages: The rows, without findings.
        links: Every pair of cells judged to tell the same thing.

    Returns:
        The findings, with IDs, in the order of the passages; those without a passage last.
    """
    del sources, passages, links
    return ()

"""Cells of a passage -> which words every source has, some have, one alone has. A first form: no marks."""

from core.model import Comparison, Mark, Passage


def passage_marks(comparison: Comparison, passage: Passage) -> tuple[tuple[Mark, ...], ...]:
    """Mark the words of a passage; made when asked for, never stored.

    Returns:
        For each cell, its marks, rising; all empty for a passage of one source.
    """
    del comparison
    return tuple(() for _ in passage.cells)


def matrix(comparison: Comparison) -> tuple[tuple[float, ...], ...]:
    """Share of the words of source i that stand in passages shared with source j and are marked shared, 0-1."""
    n = len(comparison.sources)
    return tuple(tuple(float(i == j) for j in range(n)) for i in range(n))

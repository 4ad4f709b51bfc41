"""Sparse rows of numbers: sums of products for many pairs of rows, and pairs that share a term.

Compressed rows and the inverted index are as in Manning, Raghavan and Schuetze, Introduction to Information
Retrieval (2008), chapters 1 and 6. Sums run in the order of the terms, whichever row comes first, so that
they are the same to the last bit when two rows change places.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Tick = Callable[[float], None]
"""Told the fraction done, 0-1; may raise to stop."""

BLOCK = 1_000_000
"""Numbers held at once while terms are expanded: 8 MB an array, and some 10 ms between two ticks."""


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """A sparse matrix in compressed rows: one row for each sentence, its terms rising."""

    first: Ints
    """Where each row begins in `term` and `value`, and the end; shape (sentences + 1,)."""
    term: NDArray[np.int32]
    """Number of the term, rising with the term itself; shape (entries,)."""
    value: Floats
    """Its count or weight, more than 0; shape (entries,)."""
    width: int
    """How many terms there are."""

    def spread(self, rows: Ints) -> tuple[Ints, Ints]:
        """Entries of some rows: for each, its place in `rows` and its index in `term`. Rows may repeat."""
        return spread(self.first[rows], self.first[rows + 1] - self.first[rows])


def spread(start: Ints, length: Ints) -> tuple[Ints, Ints]:
    """Concatenate the ranges `start .. start + length`: for each number its range, and the number."""
    owner = np.repeat(np.arange(len(length)), length)
    offset = np.cumsum(length) - length
    return owner, np.arange(len(owner)) + (start - offset)[owner]


def blocks(first: Ints, size: int) -> Iterator[tuple[int, int]]:
    """Cut rows into runs of at least one row and, where they are small enough, at most `size` entries.

    Args:
        first: Where each row begins, and the end; shape (rows + 1,).
        size: Entries in a run.

    Yields:
        First row and one past the last.
    """
    low, rows = 0, len(first) - 1
    while low < rows:
        high = int(np.searchsorted(first, first[low] + size, side="right")) - 1
        high = min(rows, max(low + 1, high))
        yield low, high
        low = high


def dots(left: Rows, right: Rows, pairs: tuple[Ints, Ints], tick: Tick) -> Floats:
    """Sum of products over the terms that two rows share, for many pairs of rows.

    Args:
        left: Rows for the first side.
        right: Rows for the second side, of the same terms.
        pairs: Rows of `left`, rising, and rows of `right`; shapes (pairs,).
        tick: Told how far it is.

    Returns:
        One sum for each pair, added up in the order of the terms; shape (pairs,).
    """
    a, b = pairs
    total = np.zeros(len(a))
    held = max(1, 2 * BLOCK // max(1, left.width))
    dense = np.zeros((min(held, len(left.first)), left.width))
    for low, high in _runs(a, right.first[b + 1] - right.first[b], held):
        tick(low / len(a))
        own, place = np.unique(a[low:high], return_inverse=True)
        owner, at = left.spread(own)
        dense[owner, left.term[at]] = left.value[at]
        pair, there = right.spread(b[low:high])
        product = dense[place[pair], right.term[there]] * right.value[there]
        total[low:high] = np.bincount(pair, product, minlength=high - low)
        dense[owner, left.term[at]] = 0
    return total


def _runs(a: Ints, size: Ints, held: int) -> Iterator[tuple[int, int]]:
    """Runs of pairs with at most `held` different first rows, and few enough entries of their second rows."""
    rank = np.cumsum(np.concatenate(([0], np.diff(a) != 0))) if len(a) else a
    for low, high in blocks(np.concatenate(([0], np.cumsum(size))), BLOCK):
        at = low
        while at < high:
            end = min(high, int(np.searchsorted(rank, rank[at] + held)))
            yield at, end
            at = end


def presence(rows: Rows, value: Floats) -> Rows:
    """The same rows with a value of each term in place of its weight."""
    return Rows(rows.first, rows.term, value[rows.term], rows.width)


def candidates(rows: Rows, article: Ints, tick: Tick) -> tuple[Ints, Ints]:
    """Pairs of sentences of different articles that share a term: an inverted index, walked row by row.

    Args:
        rows: Sentences by stems.
        article: Number of the article of each sentence, rising; shape (sentences,).
        tick: Told how far it is.

    Returns:
        First and second sentence of each pair, the first of the earlier article; sorted; shapes (pairs,).
    """
    sentences = len(article)
    by_term = np.argsort(rows.term, kind="stable")
    posting = np.repeat(np.arange(sentences), np.diff(rows.first))[by_term]
    start = np.concatenate(([0], np.bincount(rows.term, minlength=rows.width).cumsum()))
    walk = np.concatenate(([0], np.diff(start)[rows.term].cumsum()))[rows.first]
    found_a, found_b = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for low, high in blocks(walk, BLOCK):
        tick(low / sentences)
        owner, at = rows.spread(np.arange(low, high))
        entry, there = spread(start[rows.term[at]], start[rows.term[at] + 1] - start[rows.term[at]])
        a, b = owner[entry] + low, posting[there]
        key = np.unique((a * sentences + b)[article[a] < article[b]])
        found_a.append(key // sentences)
        found_b.append(key % sentences)
    return np.concatenate(found_a), np.concatenate(found_b)

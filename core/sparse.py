"""Sparse rows of numbers: sums of products for many pairs of rows, and pairs that share a term.

Compressed rows and the inverted index are as in Manning, Raghavan and Schuetze, Introduction to Information
Retrieval (2008), chapters 1 and 6. Sums run in the order of the terms, whichever row comes first, so that
they are the same to the last bit when two rows change places.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Tick = Callable[[float], None]
"""Told the fraction done, 0-1; may raise to stop."""

BLOCK = 400_000
"""Numbers held at once while terms are expanded: 3 MB an array, some 20 ms between two ticks."""


_WALK, _LEAST = 5_000_000, 200
"""Sentences met on the whole walk of an index, and for each sentence at least."""
_PARTNERS = 20
"""Sentences of one article that a sentence is compared with at most, the likeliest by the walk."""


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


def distinct(numbers: Ints) -> Ints:
    """The different ones of some numbers from 0, rising; a sort is faster here than numpy's hashing."""
    numbers = np.sort(numbers)
    return numbers[np.diff(numbers, prepend=-1) > 0]


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


def shared(rows: Rows, pairs: tuple[Ints, Ints], worth: Sequence[Floats], tick: Tick) -> list[Floats]:
    """What pairs of rows have in common: the sum of the products of their values, and sums over shared terms.

    Args:
        rows: Weighted sentences.
        pairs: First rows, rising, and second rows; shapes (pairs,).
        worth: Values of the terms to be summed over the terms that both rows have; shapes (terms,).
        tick: Told how far it is.

    Returns:
        The sum of products and one sum for each of `worth`, in the order of the terms; shapes (pairs,).
    """
    a, b = pairs
    total = [np.zeros(len(a)) for _ in range(1 + len(worth))]
    held = max(1, 2 * BLOCK // max(1, rows.width))
    dense = np.zeros((min(held, len(rows.first)), rows.width))
    for low, high in _runs(a, rows.first[b + 1] - rows.first[b], held):
        tick(low / len(a))
        place = np.cumsum(np.diff(a[low:high], prepend=a[low]) != 0)
        own = a[low:high][np.append(0, np.flatnonzero(np.diff(place)) + 1)]
        owner, at = rows.spread(own)
        dense[owner, rows.term[at]] = rows.value[at]
        pair, there = rows.spread(b[low:high])
        value = dense[place[pair], rows.term[there]]
        both = np.flatnonzero(value)
        pair, there = pair[both], there[both]
        total[0][low:high] = np.bincount(pair, value[both] * rows.value[there], minlength=high - low)
        for sums, of_term in zip(total[1:], worth, strict=True):
            sums[low:high] = np.bincount(pair, of_term[rows.term[there]], minlength=high - low)
        dense[owner, rows.term[at]] = 0
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


def candidates(rows: Rows, article: Ints, least: Floats, tick: Tick) -> tuple[Ints, Ints]:
    """Pairs of sentences of different articles that share evidence: an inverted index, rarest terms first.

    The prefix idea of similarity joins (Bayardo, Ma and Srikant, Scaling Up All Pairs Similarity Search,
    2007): a sentence asks the lists of its rarest terms, as many as its share of the walk allows. Up to some
    thousand sentences that is every list; in books the lists of common words are left out, so that the walk
    grows with the number of sentences and not with its square.

    Args:
        rows: Weighted sentences.
        article: Number of the article of each sentence, rising; shape (sentences,).
        least: Cosine over the walked terms under which a pair of the sentence is dropped; shape (sentences,).
        tick: Told how far it is.

    Returns:
        First and second sentence of each pair, the first of the earlier article; sorted; shapes (pairs,).
    """
    sentences, several = len(article), int(article.max(initial=0)) + 1
    often = np.bincount(rows.term, minlength=rows.width)
    start = often.cumsum() - often
    by_term = np.argsort(rows.term, kind="stable")
    row = np.repeat(np.arange(sentences), np.diff(rows.first))
    listed, weight = row[by_term], rows.value[by_term]
    asked = _asked(rows, often, max(_LEAST, _WALK // max(1, sentences)))
    owner, term, value = row[asked], rows.term[asked], rows.value[asked]
    found = [np.zeros(0, np.int64)]
    for low, high in _whole_rows(owner, often[term]):
        tick(low / len(owner))
        entry, there = spread(start[term[low:high]], often[term[low:high]])
        a, b = owner[low:high][entry], listed[there]
        other = article[a] != article[b]
        a, b, share = a[other], b[other], (value[low:high][entry] * weight[there])[other]
        a, b, share = _summed(a * sentences + b, share, least)
        best = _foremost(a * several + article[b], share)
        found.append(np.minimum(a, b)[best] * sentences + np.maximum(a, b)[best])
    key = distinct(np.concatenate(found))
    return key // sentences, key % sentences


def _summed(key: Ints, share: Floats, least: Floats) -> tuple[Ints, Ints, Floats]:
    """Pairs given as numbers, each once with the sum of its shares, without those that have too little."""
    order = np.argsort(key, kind="stable")
    key = key[order]
    head = np.flatnonzero(np.diff(key, prepend=-1))
    total = np.add.reduceat(share[order], head) if len(head) else share
    a, b = key[head] // len(least), key[head] % len(least)
    kept = total >= np.maximum(least[a], least[b])
    return a[kept], b[kept], total[kept]


def _foremost(group: Ints, share: Floats) -> Ints:
    """Indices of the greatest shares of each group, as many as a sentence may have partners."""
    order = np.lexsort((-share, group))
    ordered = group[order]
    rank = np.arange(len(order)) - np.searchsorted(ordered, ordered)
    return order[rank < _PARTNERS]


def _asked(rows: Rows, often: Ints, budget: int) -> Ints:
    """Entries whose lists are walked: for each row the rarest, until their lists hold `budget` sentences."""
    row = np.repeat(np.arange(len(rows.first) - 1), np.diff(rows.first))
    order = np.lexsort((rows.term, often[rows.term], row))
    held = often[rows.term[order]].cumsum()
    before = np.concatenate(([0], held))[rows.first[:-1]]
    kept: Ints = np.sort(order[held - before[row] <= budget])
    return kept


def _whole_rows(owner: Ints, size: Ints) -> Iterator[tuple[int, int]]:
    """Runs of entries that end where a row ends and hold some `BLOCK` sentences."""
    ends = np.append(np.flatnonzero(np.diff(owner)) + 1, len(owner)) if len(owner) else owner
    for low, high in blocks(np.concatenate(([0], size.cumsum()))[np.concatenate(([0], ends))], BLOCK):
        yield int(ends[low - 1]) if low else 0, int(ends[high - 1])

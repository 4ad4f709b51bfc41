"""Sparse rows of numbers, and sums of products for many pairs of them.

Compressed rows are as in Manning, Raghavan and Schuetze, Introduction to Information Retrieval (2008),
chapter 6. Sums run in the order of the terms, whichever row comes first, so that they are the same to the
last bit when two rows change places.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from core.frozen import frozen
from core.progress import Tick

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Small = NDArray[np.uint16] | NDArray[np.uint32]
"""Numbers of terms in as few bytes as they fit in: the terms of all sentences are what fills the memory."""
Pairs = tuple[Ints, Ints]
"""First and second rows of some pairs; shapes (pairs,)."""

_Number = TypeVar("_Number", bound=np.generic)

BLOCK = 25_000
"""Numbers held at once while terms are expanded: 200 KB an array, a few ms between two ticks. Four times as
many are no faster on books; on a few articles the first touch of their memory takes a third of the time."""
_DENSE = 500_000
"""Weights of whole rows held at once, 4 MB: more would leave the cache."""
MOST = 255
"""Most that a term is counted in one sentence."""


def damped(count: Ints) -> Floats:
    """What a term weighs that a sentence has `count` times, over what it weighs there once."""
    weight: Floats = 1 + np.log(count)
    return weight


_DAMPED = np.concatenate(([0.0], damped(np.arange(1, MOST + 1))))


@frozen(eq=False)
class Rows:
    """A sparse matrix of weights in compressed rows: one row for each sentence, its terms rising.

    A weight is made of three parts and never stored: what the term weighs, damped by how often the sentence
    has it, over the norm of the sentence.
    """

    first: Ints
    """Where each row begins in `term` and `count`, and the end; shape (sentences + 1,)."""
    term: Small
    """Number of the term, rising with the term itself; shape (entries,)."""
    count: NDArray[np.uint8]
    """How often the sentence has it, 1-255; shape (entries,)."""
    scale: Floats
    """What each term weighs where a sentence has it once; shape (terms,)."""
    norm: Floats
    """What the weights of each row are divided by; shape (sentences,)."""

    @property
    def width(self) -> int:
        """How many terms there are."""
        return len(self.scale)

    @property
    def size(self) -> Ints:
        """Terms of each row; shape (sentences,)."""
        return np.diff(self.first)

    def spread(self, rows: Ints) -> tuple[Ints, Ints]:
        """Entries of some rows: for each, its place in `rows` and its index in `term`. Rows may repeat."""
        return spread(self.first[rows], self.first[rows + 1] - self.first[rows])

    def weights(self, at: Ints | slice) -> Floats:
        """Weights of some entries, not divided by the norm of their rows."""
        weights: Floats = self.scale[self.term[at]] * _DAMPED[self.count[at]]
        return weights


def spread(start: Ints, length: Ints) -> tuple[Ints, Ints]:
    """Concatenate the ranges `start .. start + length`: for each number its range, and the number."""
    owner = np.repeat(np.arange(len(length)), length)
    numbers = np.repeat(start - (np.cumsum(length) - length), length)
    numbers += np.arange(len(numbers))
    return owner, numbers


def begins(numbers: NDArray[_Number]) -> Bools:
    """Which of some numbers begin a run of equal ones; shape (numbers,)."""
    new = np.ones(len(numbers), dtype=bool)
    np.not_equal(numbers[1:], numbers[:-1], out=new[1:])
    return new


def distinct(numbers: Ints) -> Ints:
    """The different ones of some numbers from 0, rising.

    A stable sort merges runs that rise already, of which the numbers here are made: an eighth of the time.
    """
    numbers = np.sort(numbers, kind="stable")
    return numbers[begins(numbers)]


def counted(numbers: NDArray[_Number]) -> tuple[NDArray[_Number], Ints]:
    """The different ones of some numbers, rising, and how often each occurs.

    `np.unique` imports masked arrays when it is first called: 10 of the 150 ms of a first comparison.
    """
    numbers = np.sort(numbers, kind="stable")
    first = np.flatnonzero(begins(numbers))
    return numbers[first], np.diff(first, append=len(numbers))


def tally(numbers: Small, width: int) -> Ints:
    """How often each number under `width` occurs; `np.bincount` makes long numbers of all at once."""
    often = np.zeros(width, np.int64)
    for low in range(0, len(numbers), 10 * BLOCK):
        often += np.bincount(numbers[low : low + 10 * BLOCK], minlength=width)
    return often


def joined(parts: list[NDArray[_Number]], tick: Tick, done: float) -> NDArray[_Number]:
    """Arrays one behind the other, each let go when it is copied, while `tick` is told `done`."""
    whole = np.empty(sum(map(len, parts)), parts[-1].dtype)
    end = len(whole)
    while parts:
        tick(done)
        part = parts.pop()
        whole[end - len(part) : end] = part
        end -= len(part)
    return whole


def merged(parts: Sequence[Ints], tick: Tick) -> Iterator[Ints]:
    """The different ones of some numbers from 0, rising, a range of them at a time.

    Args:
        parts: Numbers that rise in each part.
        tick: Told how far it is, before each range.

    Yields:
        Some `BLOCK` numbers, and a sample for each part more, so that no sort runs long.
    """
    sample = np.sort(np.concatenate([part[:: BLOCK // 100] for part in parts]), kind="stable")
    edges = np.append(sample[100::100], np.iinfo(np.int64).max)
    start = [0] * len(parts)
    for n, edge in enumerate(edges):
        tick(n / len(edges))
        end = [int(np.searchsorted(part, edge)) for part in parts]
        yield distinct(np.concatenate([p[i:j] for p, i, j in zip(parts, start, end, strict=True)]))
        start = end


def pairs_of(keys: Iterable[Ints], width: int) -> list[Pairs]:
    """Part by part, the pairs that are numbered `first * width + second`."""
    return [(part // width, part % width) for part in keys]


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


def shared(rows: Rows, pairs: Pairs, worth: Sequence[Floats], tick: Tick) -> list[Floats]:
    """What pairs of rows have in common: the sum of the products of their weights, and sums over their terms.

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
    dense, size = np.zeros(0), rows.size[b]
    for low, high in _runs(a, size, max(1, _DENSE // max(1, rows.width))):
        tick(low / len(a))
        new = begins(a[low:high])
        needed = np.count_nonzero(new) * rows.width
        if len(dense) < needed:  # as few rows as come together: the others would be cleared for nothing
            dense = np.zeros(needed)
        owner, at = rows.spread(a[low:high][new])
        filled = owner * rows.width + rows.term[at]
        dense[filled] = rows.weights(at)
        pair, there = rows.spread(b[low:high])
        line = np.repeat((np.cumsum(new) - 1) * rows.width, size[low:high])
        line += rows.term[there]
        weight = dense.take(line)
        both = np.flatnonzero(weight > 0)  # of truths: of numbers it takes four times as long
        pair, there = pair.take(both), there.take(both)
        product = weight.take(both) * rows.weights(there)
        total[0][low:high] = np.bincount(pair, product, minlength=high - low)
        for sums, of_term in zip(total[1:], worth, strict=True):
            sums[low:high] = np.bincount(pair, of_term[rows.term[there]], minlength=high - low)
        dense[filled] = 0
    total[0] /= rows.norm[a] * rows.norm[b]
    return total


def _runs(a: Ints, size: Ints, held: int) -> Iterator[tuple[int, int]]:
    """Runs of pairs with at most `held` different first rows, and few enough entries of their second rows."""
    rank = np.cumsum(begins(a))
    for low, high in blocks(np.concatenate(([0], np.cumsum(size))), BLOCK):
        at = low
        while at < high:
            end = min(high, int(np.searchsorted(rank, rank[at] + held)))
            yield at, end
            at = end

"""Sparse rows of numbers: sums of products for many pairs of rows, and pairs that share a term.

Compressed rows and the inverted index are as in Manning, Raghavan and Schuetze, Introduction to Information
Retrieval (2008), chapters 1 and 6. Sums run in the order of the terms, whichever row comes first, so that
they are the same to the last bit when two rows change places.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf, isqrt
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

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
_WHOLE = 1_200
"""Sentences of all articles up to which every pair that shares evidence is looked at: twelve long reports."""
_ASKED = 0.15
"""The most that is asked of a pair in books, so that they cost no square."""
_PARTNERS, _FEW = 20, 5
"""Sentences of one article that a sentence is compared with at most once pairs are left out, the likeliest by
the walk; and the least of it in books, where what stands around a sure pair is looked at in any case."""
_WALK, _LEAST = 5_000_000, 2.0
"""Sentences met on the whole walk of an index; in books each meets at least the root of so many times all of
them, 300 of 50,000 and 1,000 of 500,000, because lists grow with the book."""

MOST = 255
"""Most that a term is counted in one sentence."""


def damped(count: Ints) -> Floats:
    """What a term weighs that a sentence has `count` times, over what it weighs there once."""
    weight: Floats = 1 + np.log(count)
    return weight


_DAMPED = np.concatenate(([0.0], damped(np.arange(1, MOST + 1))))


@dataclass(frozen=True, slots=True, eq=False)
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
    held = max(1, _DENSE // max(1, rows.width))
    dense = np.zeros(min(held, len(rows.norm)) * rows.width)
    size = rows.size[b]
    for low, high in _runs(a, size, held):
        tick(low / len(a))
        new = begins(a[low:high])
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


class Reach(NamedTuple):
    """How far a sentence looks for its like."""

    least: float
    """Cosine over the walked terms under which a pair is dropped."""
    partners: float
    """Sentences of one article that it is compared with at most, the likeliest by the walk."""
    met: float
    """Sentences in the lists that it walks, at most."""

    @classmethod
    def of(cls, sentences: int, worth: float) -> "Reach":
        """The reach among so many sentences, where a pair is worth looking at from some cosine on.

        Nothing is left out of what a reader may put together of reports. In books three bounds keep the work
        from growing with the square; what that loses is measured in docs/decisions/0001-alignment.md.
        """
        if sentences <= _WHOLE:
            return cls(worth, inf, inf)
        longer = sentences / _WHOLE
        met = max(isqrt(int(_LEAST * sentences)), _WALK // sentences)
        return cls(min(_ASKED, worth * longer), max(_FEW, _PARTNERS // longer), met)


def candidates(rows: Rows, article: Ints, reach: Reach, tick: Tick) -> list[Pairs]:
    """Pairs of sentences of different articles that share evidence: an inverted index, rarest terms first.

    The prefix idea of similarity joins (Bayardo, Ma and Srikant, Scaling Up All Pairs Similarity Search,
    2007): a sentence asks the lists of its rarest terms, as many as its share of the walk allows. Up to some
    thousand sentences that is every list; in books the lists of common words are left out, so that the walk
    grows with the number of sentences and not with its square.

    Args:
        rows: Weighted sentences.
        article: Number of the article of each sentence, rising; shape (sentences,).
        reach: How far each sentence looks.
        tick: Told how far it is.

    Returns:
        The pairs, the first sentence of the earlier article; sorted, in parts of some `BLOCK`: dropping those
        without enough part by part held a third less of two books.
    """
    sentences, several = len(article), int(article.max(initial=0)) + 1
    # Where nothing is left out, whom a sentence meets in an earlier article meets it, too.
    whole = reach.met == reach.partners == inf
    index = _Index.of(rows, lambda done: tick(0.1 * done))
    found = [np.zeros(0, np.int64)]
    for asked in _asked(rows, index.often, reach.met):
        for low, high in _whole_rows(asked.row, index.often[asked.term]):
            tick(0.1 + 0.8 * int(asked.row[low]) / sentences)
            one, other, part = index.met(asked.row[low:high], asked.term[low:high], asked.weight[low:high])
            far = article[one] < article[other] if whole else article[one] != article[other]
            a, b, share = _summed(one[far], other[far], part[far], sentences, reach.least)
            best = _foremost(a * several + article[b], share, reach.partners)
            found.append(distinct(np.minimum(a, b)[best] * sentences + np.maximum(a, b)[best]))
    return pairs_of(merged(found, lambda done: tick(0.9 + 0.1 * done)), sentences)


def pairs_of(keys: Iterable[Ints], width: int) -> list[Pairs]:
    """Part by part, the pairs that are numbered `first * width + second`."""
    return [(part // width, part % width) for part in keys]


class _Asked(NamedTuple):
    """Entries whose lists are walked, row by row; every array has the shape (entries,)."""

    row: Ints
    """The sentence that asks, rising."""
    term: Small
    """The term it asks for."""
    weight: Floats
    """What the term weighs there."""


@dataclass(frozen=True, slots=True, eq=False)
class _Index:
    """For each term the sentences that have it."""

    often: Ints
    """How many have it; shape (terms,)."""
    start: Ints
    """Where its list begins; shape (terms,)."""
    row: NDArray[np.int32]
    """The sentences, list after list, rising in each; shape (entries,)."""
    weight: Floats
    """What the term weighs there; shape (entries,)."""

    @classmethod
    def of(cls, rows: Rows, tick: Tick) -> "_Index":
        """Turn rows of terms into lists of rows, some rows at a time."""
        often = tally(rows.term, rows.width)
        start = often.cumsum() - often
        filled = start.copy()
        row, weight = np.empty(len(rows.term), np.int32), np.empty(len(rows.term))
        for low in range(0, len(row), 20 * BLOCK):  # the first rows alone reach into every page of it
            tick(0.0)
            row[low : low + 20 * BLOCK], weight[low : low + 20 * BLOCK] = 0, 0.0
        for low, high in blocks(rows.first, BLOCK):
            tick(low / len(rows.norm))
            begin, end = int(rows.first[low]), int(rows.first[high])
            order = begin + np.argsort(rows.term[begin:end], kind="stable")
            term, size = counted(rows.term[order])
            at = spread(filled[term], size)[1]
            filled[term] += size
            row[at] = np.repeat(np.arange(low, high), np.diff(rows.first[low : high + 1]))[order - begin]
            weight[at] = rows.weights(order) / rows.norm[row[at]]
        return cls(often, start, row, weight)

    def met(self, row: Ints, term: Small, weight: Floats) -> tuple[Ints, NDArray[np.int32], Floats]:
        """Walk the lists of some terms for some rows: the row, the one it meets, the product of weights."""
        entry, there = spread(self.start[term], self.often[term])
        return row[entry], self.row[there], weight[entry] * self.weight[there]


def _asked(rows: Rows, often: Ints, budget: float) -> Iterator[_Asked]:
    """For each row the rarest of its terms, until their lists hold `budget` rows; some rows at a time."""
    rank = np.empty(rows.width, np.int64)
    rank[np.argsort(often, kind="stable")] = np.arange(rows.width)
    for low, high in blocks(rows.first, BLOCK):
        begin, end = rows.first[low], rows.first[high]
        row = np.repeat(np.arange(high - low), rows.first[low + 1 : high + 1] - rows.first[low:high])
        at = begin + np.argsort(row * rows.width + rank[rows.term[begin:end]])
        held = often[rows.term[at]].cumsum()
        before = np.concatenate(([0], held))[rows.first[low:high] - begin]
        kept = held - before[row] <= budget
        at, row = at[kept], row[kept] + low
        yield _Asked(row, rows.term[at], rows.weights(at) / rows.norm[row])


def _summed(
    a: Ints, b: NDArray[np.int32], share: Floats, sentences: int, least: float
) -> tuple[Ints, Ints, Floats]:
    """Pairs, each once with the sum of its shares if that is enough; in order."""
    key = a * sentences + b
    order = np.argsort(key, kind="stable")
    key = key[order]
    head = np.flatnonzero(begins(key))
    total = np.add.reduceat(share[order], head) if len(head) else share
    kept = total >= least
    key = key[head[kept]]
    return key // sentences, key % sentences, total[kept]


def _foremost(group: Ints, share: Floats, most: float) -> Ints:
    """Indices of the greatest shares of each group, some at most; groups rise."""
    if most == inf:
        return np.arange(len(group))
    head = np.flatnonzero(begins(group))
    nth = np.repeat(np.arange(len(head)), np.diff(head, append=len(group)))
    # One sort in place of two: no share reaches into the next group.
    order = np.argsort((1 + share.max(initial=0)) * nth - share, kind="stable")
    return order[np.arange(len(order)) - head[nth] < most]


def _whole_rows(owner: Ints, size: Ints) -> Iterator[tuple[int, int]]:
    """Runs of entries that end where a row ends and hold some `BLOCK` sentences."""
    ends = np.append(np.flatnonzero(np.diff(owner)) + 1, len(owner)) if len(owner) else owner
    for low, high in blocks(np.concatenate(([0], size.cumsum()))[np.concatenate(([0], ends))], BLOCK):
        yield int(ends[low - 1]) if low else 0, int(ends[high - 1])

"""Rows of terms -> which pairs of sentences share enough to be looked at: an inverted index.

The index is as in Manning, Raghavan and Schuetze, Introduction to Information Retrieval (2008), chapter 1.
"""

from collections.abc import Iterator
from math import inf, isqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.frozen import frozen
from core.progress import Tick
from core.sparse import (
    BLOCK,
    Floats,
    Ints,
    Pairs,
    Rows,
    Small,
    begins,
    blocks,
    counted,
    distinct,
    merged,
    pairs_of,
    spread,
    tally,
)

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


class Reach(NamedTuple):
    """How far a sentence looks for its like."""

    least: float
    """Cosine over the walked terms under which a pair is dropped."""
    partners: float
    """Sentences of one article that it is compared with at most, the likeliest by the walk."""
    met: float
    """Sentences in the lists that it walks, at most."""

    @property
    def whole(self) -> bool:
        """Whether every pair that shares enough is found."""
        return self.met == self.partners == inf

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
    index = _Index.of(rows, lambda done: tick(0.1 * done))
    found = [np.zeros(0, np.int64)]
    for asked in _asked(rows, index.often, reach.met):
        for low, high in _whole_rows(asked.row, index.often[asked.term]):
            tick(0.1 + 0.8 * int(asked.row[low]) / sentences)
            one, other, part = index.met(asked.row[low:high], asked.term[low:high], asked.weight[low:high])
            # Where nothing is left out, whom a sentence meets in an earlier article meets it, too.
            far = article[one] < article[other] if reach.whole else article[one] != article[other]
            a, b, share = _summed(one[far], other[far], part[far], sentences, reach.least)
            best = _foremost(a * several + article[b], share, reach.partners)
            found.append(distinct(np.minimum(a, b)[best] * sentences + np.maximum(a, b)[best]))
    return pairs_of(merged(found, lambda done: tick(0.9 + 0.1 * done)), sentences)


class _Asked(NamedTuple):
    """Entries whose lists are walked, row by row; every array has the shape (entries,)."""

    row: Ints
    """The sentence that asks, rising."""
    term: Small
    """The term it asks for."""
    weight: Floats
    """What the term weighs there."""


@frozen(eq=False)
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

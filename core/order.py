"""Sure pairs -> which other pairs stand in the same order.

Versions of one text tell it in one order, so what stands between two of their sure pairs in both of them is
likelier the same; reports of one event do not, and are left as they are. Aligners of translations take the
order for granted (Gale and Church, A Program for Aligning Sentences in Bilingual Corpora, 1993); here the
texts are asked for it, and a pair out of order loses nothing, for a passage may have moved.
"""

import numpy as np

from core.progress import Tick
from core.sparse import Bools, Floats, Ints, Pairs

_DOUBT = 10
"""Sure pairs in no order that are counted beside those there are: a few may agree by chance."""
_LOOSE = 0.4
"""Order from which on two articles are versions of one text: 141 of 164 such pairs of articles reach it, and
10 of 493 pairs of reports and summaries."""
_LIFT, _OFF = 8.0, 3.0
"""How much keeping the order lifts a pair, for each unit of order above that; and how many sentences off the
line between the sure pairs around it leave a third of that."""
_LOOKED = 50_000
"""Pairs that are looked at between two ticks: some 20 ms."""


def in_order(a: Ints, b: Ints, sure: Bools, article: Ints, tick: Tick) -> Floats:
    """How much it lifts pairs that they stand in order between the sure pairs of two versions of one text.

    Args:
        a: Sentences of the earlier articles; shape (pairs,).
        b: Sentences of the other ones; shape (pairs,).
        sure: Which pairs are sure; shape (pairs,).
        article: Number of the article of each sentence, rising; shape (sentences,).
        tick: Told how far it is.

    Returns:
        The exponents of e by which they are lifted, 0-4.8; 0 between articles of different order; shape
        (pairs,).
    """
    several = int(article.max(initial=0)) + 1
    both = article[a] * several + article[b]
    many = np.bincount(both[sure], minlength=several * several)
    # Fewer could not reach the least order.
    asked = np.flatnonzero(many[both] * (1 - _LOOSE) > _LOOSE * _DOUBT)
    gain = np.zeros(len(a))
    if len(asked):
        a, b, both, sure = a[asked], b[asked], both[asked], sure[asked]
        first = _between(both, (a, b), sure, article, lambda done: tick(done / 2))
        second = _between(both, (b, a), sure, article, lambda done: tick((1 + done) / 2))
        agreed, close = ((one + other) / 2 for one, other in zip(first, second, strict=True))
        kept = np.bincount(both[sure], agreed[sure], minlength=len(many)) / (many + _DOUBT)
        gain[asked] = _LIFT * np.maximum(0.0, kept[both] - _LOOSE) * np.maximum(0.0, agreed) * close
    return gain


def _between(both: Ints, pairs: Pairs, sure: Bools, article: Ints, tick: Tick) -> tuple[Floats, Floats]:
    """Hold pairs against the nearest sure pairs before and after them in the first article.

    Args:
        both: Number of the two articles of each pair; shape (pairs,).
        pairs: The sentences by which the nearest are found, and those they are paired with; shapes (pairs,).
        sure: Which pairs are sure; shape (pairs,).
        article: Number of the article of each sentence, rising; shape (sentences,).
        tick: Told how far it is.

    Returns:
        How many of the two are in order less those crossed, -1 to 1; and how close the pairs stand to the
        line between them, 0-1; shapes (pairs,).
    """
    one, other = pairs
    known = np.flatnonzero(sure)
    known = known[np.lexsort((other[known], one[known], both[known]))]
    key = both[known] * len(article) + one[known]
    edges = np.concatenate(([0], np.bincount(article).cumsum()))
    agreed, close = np.zeros(len(one)), np.zeros(len(one))
    for low in range(0, len(one), _LOOKED):
        tick(low / len(one))
        here = slice(low, low + _LOOKED)
        x, y = one[here], other[here]
        mine = both[here] * len(article) + x
        ends = []
        for step, at in ((-1, np.searchsorted(key, mine) - 1), (1, np.searchsorted(key, mine, side="right"))):
            near = known[np.clip(at, 0, len(known) - 1)]
            same = (both[near] == both[here]) & (step * (one[near] - x) > 0)
            agreed[here] += np.where(same, step * np.sign(other[near] - y) / 2, 0.0)
            # Where no sure pair is left the line ends beside the articles.
            beside = [edges[article[s[here]] + (step > 0)] - (step < 0) for s in pairs]
            ends += [np.where(same, s[near], edge) for s, edge in zip(pairs, beside, strict=True)]
        x0, y0, x1, y1 = ends
        close[here] = np.exp(-np.abs(y - y0 - (x - x0) * (y1 - y0) / (x1 - x0)) / _OFF)
    return agreed, close

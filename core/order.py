"""Sure pairs -> which other pairs stand in the same order.

Versions of one text tell it in one order, so what stands between two of their sure pairs in both of them is
likelier the same; reports of one event do not, and are left as they are. Aligners of translations take the
order for granted (Gale and Church, A Program for Aligning Sentences in Bilingual Corpora, 1993); here the
texts are asked for it, and a pair out of order loses nothing, for a passage may have moved.
"""

import numpy as np

from core.progress import Tick
from core.sparse import Bools, Floats, Ints

_DOUBT = 10
"""Sure pairs in no order that are counted beside those there are: a few may agree by chance."""
_LOOSE = 0.4
"""Order from which on two articles are versions of one text: 141 of 164 such pairs of articles reach it, and
10 of 493 pairs of reports and summaries."""
_LIFT = 4.0
"""How much keeping the order lifts a pair, for each unit of order above that."""
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
        The exponents of e by which they are lifted, 0-2.4; 0 between articles of different order; shape
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
        agreed = (
            _agreed(both, a, b, sure, lambda done: tick(done / 2))
            + _agreed(both, b, a, sure, lambda done: tick((1 + done) / 2))
        ) / 4
        kept = np.bincount(both[sure], agreed[sure], minlength=len(many)) / (many + _DOUBT)
        gain[asked] = _LIFT * np.maximum(0.0, kept[both] - _LOOSE) * np.maximum(0.0, agreed)
    return gain


def _agreed(both: Ints, one: Ints, other: Ints, sure: Bools, tick: Tick) -> Floats:
    """Of the nearest sure pairs before and after in the first article, those in order less those crossed.

    Args:
        both: Number of the two articles of each pair; shape (pairs,).
        one: Sentences by which the nearest are found; shape (pairs,).
        other: The sentences they are paired with; shape (pairs,).
        sure: Which pairs are sure; shape (pairs,).
        tick: Told how far it is.

    Returns:
        -2 to 2; shape (pairs,).
    """
    known = np.flatnonzero(sure)
    known = known[np.lexsort((other[known], one[known], both[known]))]
    width = int(one.max(initial=0)) + 1
    key, near = both[known] * width + one[known], other[known]
    agreed = np.zeros(len(one))
    for low in range(0, len(one), _LOOKED):
        tick(low / len(one))
        here = slice(low, low + _LOOKED)
        mine = both[here] * width + one[here]
        for at, side in ((np.searchsorted(key, mine) - 1, 1), (np.searchsorted(key, mine, side="right"), -1)):
            found = np.clip(at, 0, len(key) - 1)
            same = (found == at) & (key[found] // width == both[here])
            agreed[here] += np.where(same, side * np.sign(other[here] - near[found]), 0)
    return agreed

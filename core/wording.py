"""How alike two texts are worded: what a score, which is about what they tell, does not say."""

import re
from collections import Counter
from collections.abc import Iterable

from rapidfuzz import fuzz

from core.model import Wording

_SAME, _NEAR = 90, 75
"""Least likeness, 0-100, of the same words with other signs between them; and of near ones: every fourth word
may change."""
_LONG = 100_000
"""Characters of both from which on words are counted: two lines of 1 MB took 30 s to be set side by side."""
_WORD = re.compile(r"\w+")


def wording(a: str, b: str) -> Wording:
    """How alike two texts are worded, whatever their case: the same words in order, near in any order."""
    if a == b:
        return Wording.SAME
    a, b = a.lower(), b.lower()
    if len(a) + len(b) > _LONG:
        return _long_wording(Counter(_WORD.findall(a)), Counter(_WORD.findall(b)))
    if fuzz.ratio(a, b, score_cutoff=_SAME) and _WORD.findall(a) == _WORD.findall(b):
        return Wording.SAME
    return Wording.NEAR if fuzz.token_sort_ratio(a, b, score_cutoff=_NEAR) else Wording.REWORDED


def _long_wording(a: Counter[str], b: Counter[str]) -> Wording:
    """The same of two very long texts, by their words in any order."""
    alike = 200 * (a & b).total() / max(1, a.total() + b.total())
    return Wording.SAME if a == b else Wording.NEAR if alike >= _NEAR else Wording.REWORDED


def least_alike(pairs: Iterable[tuple[str, str]]) -> Wording:
    """How the pair of texts is worded that is least alike; the same when there is none."""
    worst = Wording.SAME
    for a, b in pairs:
        found = wording(a, b)
        if found is Wording.REWORDED:
            return found
        worst = worst if found is Wording.SAME else found
    return worst

"""How alike two texts are worded: what a score, which is about what they tell, does not say."""

import re

from rapidfuzz import fuzz

from core.model import Wording

_SAME, _NEAR = 90, 75
"""Least likeness, 0-100, of the same words with other signs between them; and of near ones: every fourth word
may change."""
_WORD = re.compile(r"\w+")


def wording(a: str, b: str) -> Wording:
    """How alike two texts are worded, whatever their case: the same words in order, near in any order."""
    if a == b:
        return Wording.SAME
    a, b = a.lower(), b.lower()
    if fuzz.ratio(a, b, score_cutoff=_SAME) and _WORD.findall(a) == _WORD.findall(b):
        return Wording.SAME
    return Wording.NEAR if fuzz.token_sort_ratio(a, b, score_cutoff=_NEAR) else Wording.REWORDED

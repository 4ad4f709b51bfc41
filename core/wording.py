"""How alike two texts are worded: what a score, which is about what they tell, does not say."""

from rapidfuzz import fuzz

from core.model import Wording

_SAME, _NEAR = 97, 75
"""Least likeness, 0-100: 97 leaves room for a comma or a changed quotation mark, 75 for every fourth word."""


def wording(a: str, b: str) -> Wording:
    """How alike two texts are worded, whatever their case: same in order, near in any order of the words."""
    if a == b:
        return Wording.SAME
    a, b = a.lower(), b.lower()
    if fuzz.ratio(a, b, score_cutoff=_SAME):
        return Wording.SAME
    return Wording.NEAR if fuzz.token_sort_ratio(a, b, score_cutoff=_NEAR) else Wording.REWORDED

"""How alike two texts are worded: what a score, which is about what they tell, does not say."""

from rapidfuzz import fuzz

from core.model import Wording

_SAME, _NEAR = 97, 75
"""Least likeness, 0-100: 97 leaves room for a comma or a changed quotation mark, 75 for every fourth word."""


def wording(a: str, b: str) -> Wording:
    """How alike two texts are worded, whatever the order and the case of their words."""
    if a == b:
        return Wording.SAME
    alike = fuzz.token_sort_ratio(a.lower(), b.lower())
    return Wording.SAME if alike >= _SAME else Wording.NEAR if alike >= _NEAR else Wording.REWORDED

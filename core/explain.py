"""Why two sentences were linked, in words that a lay reader can follow; told when asked for, never stored."""

from collections import Counter
from collections.abc import Iterator, Mapping

import numpy as np

from core.evidence import stem, weight, words
from core.model import Comparison, Evidence, Grounds, Link
from core.wording import wording

_SHOWN = 8
"""Shared words that are told; the rest carries little."""


def explain(comparison: Comparison, link: Link) -> Evidence:
    """Tell why two sentences were linked.

    Args:
        comparison: The result that holds the link.
        link: One of its links or weak pairs.

    Returns:
        How alike they are worded, the words they share as the first prints them, and what raised or lowered
        the score.
    """
    a, b = comparison.text(link.a), comparison.text(link.b)
    return Evidence(wording(a, b), _shared(a, b, comparison.rarity), tuple(_notes(link.grounds)))


def _shared(a: str, b: str, rarity: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """The words that two sentences share, as the first prints them, with the weight of each."""
    printed = {stem(word.lower()): word for word in reversed(words(a))}
    left, right = (Counter(stem(word.lower()) for word in words(text)) for text in (a, b))
    terms = sorted(left.keys() & right.keys())
    rare = np.array([rarity.get(term, 1.0) for term in terms])
    parts = [weight(np.array([own[t] for t in terms], dtype=np.int64), rare) for own in (left, right)]
    value = parts[0] * parts[1]
    found = sorted(zip((-value / value.sum()).tolist(), (printed[term] for term in terms), strict=True))
    return tuple((word, round(-share, 3)) for share, word in found[:_SHOWN])


def _notes(grounds: Grounds) -> Iterator[str]:
    if grounds.neighbours:
        yield "neighbours also match"
    if grounds.place:
        yield "same place in both"
    for better in grounds.rivals:
        yield f"a better partner exists: {better.source} ¶{better.paragraph + 1}"
    if grounds.apart:
        yield "little in common between the two articles"

"""Why two sentences were linked, in words that a lay reader can follow; told when asked for, never stored."""

from collections import Counter
from collections.abc import Iterator, Mapping

import numpy as np

from core.evidence import weight
from core.model import Comparison, Evidence, Grounds, Link
from core.terms import spelled, stem, tells, words
from core.wording import wording

_SHOWN = 16
"""Shared words that are told: all those of most sentences."""
_LEAST = 0.01
"""Share of the weight under which a word tells nothing."""


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
    moved = _moved(comparison, link)
    return Evidence(wording(a, b), _shared(a, b, comparison.rarity), tuple(_notes(link.grounds, moved)))


def _moved(comparison: Comparison, link: Link) -> bool:
    """Whether the row that shows an end of a link stands at another place in one of its sources."""
    return any(
        cell.source == end.source and cell.start <= end.start < cell.end
        for passage in comparison.passages
        if passage.moved and {link.a.source, link.b.source} & {*passage.moved}
        for cell in passage.cells
        for end in (link.a, link.b)
    )


def _shared(a: str, b: str, rarity: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """The words that two sentences share, as the first prints them, with the weight of each.

    Words that tell what happened come first, then numbers and short words, each by its weight; what has less
    than a hundredth of it is left out.
    """
    printed = {stem(spelled(word)): word for word in reversed(words(a))}
    left, right = (Counter(stem(spelled(word)) for word in words(text)) for text in (a, b))
    terms = sorted(left.keys() & right.keys())
    rare = np.array([rarity.get(term, 1.0) for term in terms])
    parts = [weight(np.array([own[t] for t in terms], dtype=np.int64), rare) for own in (left, right)]
    value = parts[0] * parts[1]
    shares = (value / value.sum()).tolist()
    found = sorted(
        (not tells(term), -share, printed[term]) for term, share in zip(terms, shares, strict=True)
    )
    told = [entry for entry in found if -entry[1] >= _LEAST] or found[:1]
    return tuple((word, round(-share, 3)) for _, share, word in told[:_SHOWN])


def _notes(grounds: Grounds, moved: bool) -> Iterator[str]:
    if grounds.neighbours:
        yield "neighbours also match"
    if grounds.place and not moved:
        yield "same place in both"
    for better in grounds.rivals:
        yield f"a better partner exists: {better.source} ¶{better.paragraph + 1}"
    if grounds.apart:
        yield "little in common between the two articles"

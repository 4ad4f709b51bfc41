"""Why two sentences were linked, in words that a lay reader can follow; told when asked for, never stored."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from core.evidence import weight
from core.model import Cell, Comparison, Evidence, Grounds, Link, Passage
from core.terms import is_word, spelled, stem, tells, words
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
    asked = link.grounds.place or link.grounds.rivals
    rows = [p for p in comparison.passages if _holds(p, link.a) or _holds(p, link.b)] if asked else []
    moved = any({link.a.source, link.b.source} & {*passage.moved} for passage in rows)
    better = [rival for rival in link.grounds.rivals if not any(_holds(p, rival) for p in rows)]
    notes = tuple(_notes(link.grounds, better, moved))
    return Evidence(wording(a, b), _shared(a, b, comparison.rarity), notes)


def _holds(passage: Passage, end: Cell) -> bool:
    """Whether a row shows a sentence."""
    return any(c.source == end.source and c.start <= end.start < c.end for c in passage.cells)


def _shared(a: str, b: str, rarity: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """The words that two sentences share, as the first prints them, with the weight of each.

    Words that tell what happened come first, then numbers, each by its weight. Short words and what has less
    than a hundredth of it are left out: "the 2%" is no reason that a reader could follow.
    """
    printed = {stem(spelled(word)): word for word in reversed(words(a))}
    left, right = (Counter(stem(spelled(word)) for word in words(text)) for text in (a, b))
    terms = sorted(left.keys() & right.keys())
    rare = np.array([rarity.get(term, 1.0) for term in terms])
    parts = [weight(np.array([own[t] for t in terms], dtype=np.int64), rare) for own in (left, right)]
    value = parts[0] * parts[1]
    shares = (value / value.sum()).tolist()
    found = sorted(
        (not tells(term), -share, printed[term])
        for term, share in zip(terms, shares, strict=True)
        if tells(term) or not is_word(term)
    )
    told = [entry for entry in found if -entry[1] >= _LEAST] or found[:1]
    return tuple((word, round(-share, 3)) for _, share, word in told[:_SHOWN])


def _notes(grounds: Grounds, better: Sequence[Cell], moved: bool) -> Iterator[str]:
    if grounds.neighbours:
        yield "neighbours also match"
    if grounds.place and not moved:
        yield "same place in both"
    for rival in better:
        yield f"a better partner exists: {rival.source} ¶{rival.paragraph + 1}"
    if grounds.apart:
        yield "little in common between the two articles"

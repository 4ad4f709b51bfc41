"""Why two sentences were linked, in words that a lay reader can follow."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.evidence import Terms, stem, words
from core.model import Cell, Evidence

_SHOWN = 8
"""Shared words that are told; the rest carries little."""
_LIFT, _PLACE = 1.2, 1.2
"""Factors from which on the neighbours and the place (most 1.4) are told."""


class Grounds(NamedTuple):
    """What raised or lowered the score of a pair."""

    lift: float
    """The factor for the evidence around the pair, at least 1."""
    place: float
    """The factor for standing at the same place in both articles."""
    gate: float
    """The factor for what the two articles have in common, 0-1."""
    rival_a: int
    """Number of the best partner of the first sentence in the other article; often the second."""
    rival_b: int
    """Number of the best partner of the second sentence."""


class Explainer:
    """Tells why pairs were linked; what it has read of a sentence is kept for the sentence's other links."""

    def __init__(self, cells: Sequence[Cell], texts: Sequence[str], stems: Terms) -> None:
        self._cells = cells
        self._texts = texts
        self._stems = stems
        self._known: dict[int, dict[int, tuple[str, float]]] = {}

    def __call__(self, a: int, b: int, grounds: Grounds) -> Evidence:
        """The evidence for a pair of sentences, by number."""
        return Evidence(self._shared(a, b), tuple(self._notes(a, b, grounds)))

    def _words(self, sentence: int) -> dict[int, tuple[str, float]]:
        """For each stem of a sentence, the word as it is first printed there, and its weight."""
        if sentence not in self._known:
            rows, names = self._stems.weight, self._stems.names
            printed = {stem(word.lower()): word for word in reversed(words(self._texts[sentence]))}
            entries = slice(int(rows.first[sentence]), int(rows.first[sentence + 1]))
            weights = zip(rows.term[entries].tolist(), rows.value[entries].tolist(), strict=True)
            self._known[sentence] = {t: (printed[names[t]], value) for t, value in weights}
        return self._known[sentence]

    def _shared(self, a: int, b: int) -> tuple[tuple[str, float], ...]:
        """The words that two sentences share, as the first prints them, with the weight of each."""
        left, right = self._words(a), self._words(b)
        found = sorted((-left[t][1] * right[t][1], left[t][0]) for t in left.keys() & right.keys())
        total = sum(value for value, _ in found)
        return tuple((word, round(value / total, 3)) for value, word in found[:_SHOWN])

    def _notes(self, a: int, b: int, grounds: Grounds) -> Iterator[str]:
        if grounds.lift >= _LIFT:
            yield "neighbours also match"
        if grounds.place >= _PLACE:
            yield "same place in both"
        for own, rival in ((b, grounds.rival_a), (a, grounds.rival_b)):
            if own != rival:
                better = self._cells[rival]
                yield f"a better partner exists: {better.source} ¶{better.paragraph + 1}"
        if grounds.gate < 1:
            yield "little in common between the two articles"

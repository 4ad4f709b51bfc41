"""Quotations of two sources that lie on each other, and which of them are reports of the same words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from core.findings.kind import Mention
from core.findings.quotations import quote
from core.frozen import frozen
from core.progress import Tick, ticked

ALIKE = 0.8
"""Share of the shorter of two quotations that makes them one, if no word was changed."""
SPOKEN = 5
"""Words that two quotations share, however they differ, that two people hardly say alike."""


@frozen()
class Laid:
    """Two quotations of different sources laid on each other."""

    a: Mention
    """The first."""
    b: Mention
    """The second."""
    match: quote.Match
    """How they lie."""
    linked: bool
    """Whether their sentences were judged to tell the same thing."""
    short: bool = False
    """Whether one is a phrase of a few words."""
    lone: bool = False
    """Whether either lies on no other quotation of the other's source: no set phrase."""
    whole: float = 1.0
    """Share of the shorter of the two whole quotations, of which these are sentences, that both have, 0-1."""

    @property
    def sides(self) -> tuple[tuple[Mention, str], tuple[Mention, str]]:
        """Each quotation with the source of the other."""
        return (self.a, self.b.statement.source), (self.b, self.a.statement.source)

    @property
    def worded(self) -> bool:
        """Whether they are one saying in two wordings."""
        much = self.short or self.whole >= quote.SHARE or self.match.equal >= quote.SAYING
        return bool(self.match.changes) and (self.linked or self.lone) and much

    @property
    def same(self) -> bool:
        """Whether they are one saying in the same words."""
        unchanged = not self.match.changes and self.match.share >= ALIKE
        return unchanged and (self.short or self.match.equal >= 4)

    @property
    def spoken(self) -> bool:
        """Whether two speakers of them are at odds: both may say "it is a tragedy" and go on otherwise."""
        if self.match.changes:
            return self.match.equal >= SPOKEN and self.whole >= quote.SHARE
        return self.short or self.whole >= ALIKE

    @property
    def rank(self) -> tuple[bool, bool, bool, float]:
        """The greater, the surer they are the same: alike as a whole, linked, unchanged, then by share."""
        whole = self.match.equal >= ALIKE * max(len(self.a.value.stems), len(self.b.value.stems))
        unchanged = not self.match.changes and self.match.share >= ALIKE
        return whole and unchanged, self.linked, unchanged, self.match.share


def best_of(laid: Sequence[Laid], tick: Tick) -> list[Laid]:
    """The pairs of which neither quotation lies better on another one of the same two sources.

    A talk of set phrases lies on many; what stands alike in both articles is settled, wherever else a part
    of it returns. One long quotation may be told in several: of linked ones only what stands alike is better.
    """
    rank: dict[tuple[Mention, str], tuple[bool, bool, bool, float]] = {}
    rivals: Counter[tuple[Mention, str]] = Counter()
    printed: set[tuple[Mention, str]] = set()
    for one in ticked(laid, tick):
        own = one.rank
        for side in one.sides:
            rank[side] = max(rank.get(side, own), own)
            rivals[side] += 1
            if not one.match.changes and one.match.equal >= len(side[0].value.stems):
                printed.add(side)
    best = [
        one
        for one in ticked(laid, tick)
        if all(_first(one, rank[side]) and not (one.match.changes and side in printed) for side in one.sides)
    ]
    return [replace(one, lone=all(rivals[side] == 1 for side in one.sides)) for one in ticked(best, tick)]


def _first(one: Laid, best: tuple[bool, bool, bool, float]) -> bool:
    return one.rank == best or (one.linked and bool(one.match.changes) and not best[0])


def in_wholes(quotes: Sequence[Mention], laid: Sequence[Laid], tick: Tick) -> list[Laid]:
    """The same pairs, with how much of the quotations that they are sentences of lies on each other."""
    words: Counter[tuple[str, int, int]] = Counter()
    for q in ticked(quotes, tick):
        words[q.value.whole] += len(q.value.stems)
    equal: Counter[tuple[object, object]] = Counter()
    for one in ticked(laid, tick):
        equal[one.a.value.whole, one.b.value.whole] += one.match.equal
    wholes = [(one.a.value.whole, one.b.value.whole) for one in laid]
    return [
        replace(one, whole=equal[x, y] / min(words[x], words[y]))
        for one, (x, y) in ticked(list(zip(laid, wholes, strict=True)), tick)
    ]

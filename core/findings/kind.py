"""The shape that every kind of finding has, and the few values that pass between kinds and driver."""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from itertools import combinations, product
from typing import Any, TypeVar

from core.findings.text import Statement
from core.frozen import frozen
from core.model import FindingKind

MANY = 150
"""Pairs of readings at odds past which two windows tell of different things and are left alone."""

T = TypeVar("T")


class Relation(Enum):
    """What two readings are to each other, by their values alone."""

    SAME = "same"
    """One value: "twelve" and 12."""
    COMPATIBLE = "compatible"
    """Two that may both hold: "about 24" and 23."""
    CONFLICT = "conflict"
    """Two that cannot both hold of one thing: 12 dead, 14 dead."""
    UNRELATED = "unrelated"
    """Two that are never of one thing: 60 days, 60 people."""


@frozen(eq=False)
class Mention:
    """A reading where it stands. Equal only to itself: the same value may stand twice."""

    kind: FindingKind
    """What it is a reading of."""
    statement: Statement
    """The sentence it stands in."""
    start: int
    """First character, in the source's text."""
    end: int
    """One past the last."""
    first: int
    """Number of its first token among those of the sentence."""
    last: int
    """One past the number of its last token."""
    value: Any
    """What `compare` compares; its type is the kind's own."""
    said: str
    """The value in words, for the line that explains."""
    cut: tuple[bool, bool] = (False, False)
    """Whether the words that it is a part of go on before it, and behind it."""

    @property
    def text(self) -> str:
        """As printed."""
        at = self.statement.start
        return self.statement.text[self.start - at : self.end - at]

    @property
    def shown(self) -> str:
        """As printed, on one line, with an ellipsis where it was cut."""
        before, behind = ("…" if cut else "" for cut in self.cut)
        return f"{before}{' '.join(self.text.split())}{behind}"


@frozen()
class Conflict:
    """Two mentions, of different places, that cannot both hold."""

    a: Mention
    """The one that stands first."""
    b: Mention
    """The other."""
    score: float
    """How surely they fill the same slot; comparable within a kind."""
    label: str
    """What is counted, named or said, from the words around."""
    rule: str
    """Why they conflict, in words for the reader, without the values."""
    shared: tuple[str, ...] = ()
    """Words that stand near both, as printed in the first."""
    once: bool = False
    """Whether it is a fact about the articles, told in one passage though many have it: a name's spelling."""


Compare = Callable[[Mention, Mention], Relation]
"""Compares two readings by value alone; symmetric."""
Reader = Callable[[Statement], Sequence[Mention]]
"""Gives the readings of one kind in a sentence: its numbers, its dates, its names."""


def at_one(told: Sequence[Mention], compare: Compare) -> bool:
    """Whether no two of some readings conflict, as those of one article on one thing."""
    return all(compare(x, y) is not Relation.CONFLICT for x, y in combinations(told, 2))


def at_odds(left: Sequence[Mention], right: Sequence[Mention], compare: Compare) -> bool:
    """Whether both have readings, and every one of one conflicts with every one of the other."""
    return bool(left and right) and all(compare(x, y) is Relation.CONFLICT for x, y in product(left, right))


def each_with_first(left: Sequence[T], right: Sequence[T]) -> Iterator[tuple[T, T]]:
    """Each of one side with the first of the other: all meet in one finding, and the pairs are no product."""
    yield from ((x, right[0]) for x in left)
    yield from ((left[0], y) for y in right[1:])

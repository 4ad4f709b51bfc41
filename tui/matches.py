"""Which links touch a passage: found by where they end, since there are as many links as passages. Pure."""

from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.model import Cell, Link, Passage


@dataclass(frozen=True, slots=True)
class Matches:
    """Links by where they end."""

    links: Sequence[Link]
    ends: Mapping[str, tuple[Sequence[int], Sequence[int]]]
    """Of each source, by ID: where the cells of its links begin, rising, and the numbers of these links."""

    @classmethod
    def of(cls, links: Sequence[Link]) -> "Matches":
        """Put links in order."""
        own: dict[str, list[tuple[int, int]]] = {}
        for n, link in enumerate(links):
            for end in (link.a, link.b):
                own.setdefault(end.source, []).append((end.start, n))
        return cls(links, {source: _columns(sorted(ends)) for source, ends in own.items()})

    def touching(self, passage: Passage) -> tuple[Link, ...]:
        """Those with an end in a cell of a passage, in their own order."""
        return tuple(self.links[n] for n in sorted({n for c in passage.cells for n in self._from(c)}))

    def _from(self, cell: Cell) -> Sequence[int]:
        starts, numbers = self.ends.get(cell.source, ((), ()))
        return numbers[bisect_left(starts, cell.start) : bisect_left(starts, cell.end)]


def _columns(ends: Sequence[tuple[int, int]]) -> tuple[Sequence[int], Sequence[int]]:
    return array("L", (start for start, _ in ends)), array("L", (n for _, n in ends))

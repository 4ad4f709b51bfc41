"""Searching the sources: case and accents folded, places in the text kept. Pure."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.safe import fold
from tui.cells import NOTHING
from tui.rows import Row

Hits = Mapping[str, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True)
class Folded:
    """A text for searching, and where each of its characters comes from."""

    text: str
    at: tuple[int, ...] | None
    """Place of each character in the text as shown; None when they are the same."""

    @classmethod
    def of(cls, shown: str) -> "Folded":
        """Fold a text as shown."""
        if shown.isascii():
            return cls(shown.lower(), None)
        letters: list[str] = []
        at: list[int] = []
        for n, character in enumerate(shown):
            folded = _fold(character)
            letters.append(folded)
            at.extend([n] * len(folded))
        return cls("".join(letters), tuple(at))

    def find(self, query: str) -> tuple[tuple[int, int], ...]:
        """Every place of a folded query, rising, none overlapping, as half-open runs of the text as shown."""
        found = []
        start = self.text.find(query) if query else -1
        while start >= 0:
            end = start + len(query)
            found.append((start, end) if self.at is None else (self.at[start], self.at[end - 1] + 1))
            start = self.text.find(query, end)
        return tuple(found)


@lru_cache(maxsize=4096)
def _fold(character: str) -> str:
    return "" if character == NOTHING else fold(character)


def folded_query(query: str) -> str:
    """A query as `Folded` texts are folded, its white space single."""
    return " ".join(fold(query).split())


def rows_with_hits(rows: Sequence[Row], hits: Hits) -> tuple[int, ...]:
    """Indices of the rows that hold a hit."""
    return tuple(n for n, row in enumerate(rows) if first_hit(row, hits) is not None)


def first_hit(row: Row, hits: Hits) -> str | None:
    """ID of the first source of a row whose text there holds a hit; None when there is none."""
    if row.passage is None:
        p = row.paragraph
        return row.source if p and _within(hits.get(row.source, ()), p.start, p.end) else None
    return next(
        (c.source for c in row.passage.cells if _within(hits.get(c.source, ()), c.start, c.end)), None
    )


def _within(places: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(places, (start,))
    return at < len(places) and places[at][0] < end

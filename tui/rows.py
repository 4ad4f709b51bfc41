"""The rows of the screen, and some of them in order, found by what keys ask for. No screen here."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import compress, count
from operator import and_, itemgetter
from typing import NamedTuple, overload

from core.across import gist
from core.model import Cell, Finding, FindingKind, Paragraph, Passage, Wording
from tui.natures import FOUND, GRAVITY, OF_KIND, SORTS, kinds_of, nature
from tui.parting import let_go_with

_WAYS = 24
"""Ways of choosing rows that are kept: some 200 kB each with 50,000 rows."""


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One row of the screen: a passage, or a paragraph that was left out of the comparison."""

    key: str
    """The passage's ID, or the place of the paragraph: "B¶3"."""
    passage: Passage | None
    """The passage, or None."""
    findings: tuple[Finding, ...] = ()
    """Every finding that has a reading in it, those that stand elsewhere too last."""
    source: str = ""
    """ID of the source of a paragraph that was left out."""
    paragraph: Paragraph | None = None
    """The paragraph that was left out."""
    gap: int = 1
    """Empty lines below."""
    wording: Wording | None = None
    """How a passage of several sources is worded, also of one that diverges."""
    elsewhere: bool = False
    """Whether a link joins it with another row."""
    weak: bool = False
    """Whether it is a weak match: fewer than half of such rows are confirmed by readers."""


class Counts(NamedTuple):
    """How many rows there are of each sort; together they are all passages."""

    agree: int
    weak: int
    """Those that agree, too, but are a weak match."""
    diverge: int
    across: int
    """Without a finding of their own, but with a reading of one that is told across rows."""
    only: int
    """Told by one source alone."""
    elsewhere: int
    """Of one source in its row, but told in another row too."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class _Every:
    """Every row of a base, and what each filter and view asks of them, made once."""

    rows: tuple[Row, ...]
    at: Mapping[str, int]
    """Number of each row, by its key."""
    natures: bytes
    """What each row is."""
    kinds: bytes
    """The kinds of findings of each row, a bit each."""
    articles: dict[str, "_Article"]
    """Of each source that was asked for."""

    def article(self, source: str) -> "_Article":
        if source not in self.articles:
            own = [
                (start, paragraph, n)
                for n, row in enumerate(self.rows)
                for paragraph, start in _start(row, source)
            ]
            own.sort()
            ranks, there = array("I", bytes(4 * len(self.rows))), bytearray(len(self.rows))
            for rank, (_, _, n) in enumerate(own):
                ranks[n], there[n] = rank, 1
            numbers, paragraphs = (array("I", (entry[at] for entry in own)) for at in (2, 1))
            self.articles[source] = _Article(numbers, paragraphs, ranks, bytes(there))
        return self.articles[source]


class _Article(NamedTuple):
    """The rows that a source has."""

    numbers: Sequence[int]
    """Their numbers, in its own order."""
    paragraphs: Sequence[int]
    """The paragraph of each of them."""
    ranks: Sequence[int]
    """Of each row of the base, its place among these; of one that the source does not have, anything."""
    there: bytes
    """A byte for each row of the base: whether the source has it."""


class Listing(Sequence[Row]):
    """Some rows of a base in order, by their numbers. What keys ask of them is made once, when asked for."""

    def __init__(
        self,
        every: _Every,
        numbers: Sequence[int],
        there: bytes,
        kind: FindingKind | None = None,
        article: _Article | None = None,
    ) -> None:
        self._every, self._numbers, self._there, self._article = every, numbers, there, article
        self._ways: dict[object, Listing] = {}
        self.kind = kind
        """The only kind of findings that are walked; None for every kind."""

    @classmethod
    def of(cls, rows: Iterable[Row], kind: FindingKind | None = None) -> "Listing":
        """All of some rows, ready for every key."""
        held = tuple(rows)
        at = {row.key: n for n, row in enumerate(held)}
        natures = bytes(
            nature(
                row.passage, row.wording, findings=bool(row.findings), elsewhere=row.elsewhere, weak=row.weak
            )
            for row in held
        )
        every = _Every(held, at, natures, bytes(kinds_of(row.findings) for row in held), {})
        let_go_with(every, held)
        listing = cls(every, range(len(held)), b"\1" * len(held), kind)
        _ = listing.number
        return listing

    def once(self, way: object, make: Callable[[], "Listing"]) -> "Listing":
        """Some of the rows, made when they are first asked for: making them again took 2 to 8 ms of a key."""
        made = self._ways.get(way)
        if made is None:
            if len(self._ways) >= _WAYS:
                self._ways.clear()
            self._ways[way] = made = make()
        return made

    def where(self, shown: bytes, kind: FindingKind | None = None) -> "Listing":
        """Those for which a byte is not 0; `shown` has a byte for each row of all."""
        return Listing(self._every, array("I", compress(self._numbers, shown)), shown, kind)

    def article(self, source: str) -> "Listing":
        """Those of one source in its own order; those of one paragraph without a gap between them."""
        return self.once(source, lambda: self._in_article(self._every.article(source)))

    def _in_article(self, own: _Article) -> "Listing":
        if len(self) == len(self._every.rows):
            return Listing(self._every, own.numbers, own.there, self.kind, own)
        shown = bytes(map(self._there.__getitem__, own.numbers))
        numbers, paragraphs = (array("I", compress(every, shown)) for every in (own.numbers, own.paragraphs))
        there = bytes(map(and_, self._there, own.there))
        return Listing(self._every, numbers, there, self.kind, own._replace(paragraphs=paragraphs))

    def has(self, source: str) -> bytes:
        """A byte for each row of all: whether a source has it."""
        return self._every.article(source).there

    def with_kind(self, kind: FindingKind) -> bytes:
        """A byte for each row of all: whether it has a finding of a kind."""
        return self._every.kinds.translate(OF_KIND[kind])

    def place(self, key: str) -> int:
        """Index of a row by its key; -1 when it is not among them."""
        return self._at(self._every.at.get(key, -1))

    def _at(self, n: int) -> int:
        """Index of a row by its number; -1 when it is not among them."""
        if n < 0 or not self._there[n]:
            return -1
        if self._article is None:
            return bisect_left(self._numbers, n)
        ranks = self._article.ranks
        return bisect_left(self._numbers, ranks[n], key=ranks.__getitem__)

    def after(self, keys: Iterable[str]) -> int:
        """Index of the first row, in the order of the base, from the first known one of some rows on.

        Args:
            keys: Keys of rows, shown or not; those that the base does not have are passed over.

        Returns:
            Its index; -1 when there is none.
        """
        n = next((self._every.at[key] for key in keys if key in self._every.at), len(self._every.rows))
        return self._at(self._there.find(1, n))

    @cached_property
    def _told(self) -> tuple[tuple[tuple[int, str], ...], ...]:
        """Row and ID of the findings that tell one conflict, for each conflict, in the order of the walk.

        A finding stands at its own passage, as in the report, or where it is told first.
        """
        found: dict[str, tuple[int, int, Finding]] = {}
        rows, numbers = self._every.rows, self._numbers
        for n in compress(count(), self.natures.translate(FOUND)):
            row = rows[numbers[n]]
            for at, finding in enumerate(row.findings):
                own = finding.passage == row.key
                if (own or finding.id not in found) and self.kind in (None, finding.kind):
                    found[finding.id] = n, at, finding
        told: dict[object, list[tuple[int, str]]] = {}
        for n, _, finding in sorted(found.values(), key=itemgetter(0, 1)):
            told.setdefault(gist(finding), []).append((n, finding.id))
        return tuple(map(tuple, told.values()))

    @cached_property
    def stops(self) -> tuple[tuple[int, str], ...]:
        """Row and ID of each finding that is walked: of those that tell the same, the first."""
        return tuple(same[0] for same in self._told)

    @cached_property
    def number(self) -> Mapping[str, int]:
        """Place of each finding in the walk, from 0; those that tell the same have one place."""
        return {finding: n for n, same in enumerate(self._told) for _, finding in same}

    @cached_property
    def again(self) -> Mapping[str, tuple[str, ...]]:
        """For each finding that is told again, the keys of the rows that tell it, rising."""
        several = [same for same in self._told if same[0][0] != same[-1][0]]
        keys = [tuple(dict.fromkeys(self[n].key for n, _ in same)) for same in several]
        return {finding: own for own, same in zip(keys, several, strict=True) for _, finding in same}

    def met(self, at: int) -> str | None:
        """ID of the finding that a row is met for: the first that the walk stops at, or else that it has."""
        n = bisect_left(self.stops, (at,))
        if n < len(self.stops) and self.stops[n][0] == at:
            return self.stops[n][1]
        return next((f.id for f in self[at].findings if self.kind in (None, f.kind)), None)

    @cached_property
    def kinds(self) -> Counter[FindingKind]:
        """How many findings of each kind are walked."""
        return Counter(self.finding(n).kind for n in range(len(self.stops)))

    @cached_property
    def natures(self) -> bytes:
        """What each row is, as a byte."""
        if self._article is None:
            return bytes(compress(self._every.natures, self._there))
        return bytes(map(self._every.natures.__getitem__, self._numbers))

    @cached_property
    def gravity(self) -> bytes:
        """How grave each row is: 0 left out, 1 agree, 2 only, 3 with a finding."""
        return self.natures.translate(GRAVITY)

    @cached_property
    def counts(self) -> Counts:
        """How many rows there are of each sort."""
        return Counts(*(self.natures.translate(sort).count(1) for sort in SORTS))

    @property
    def passages(self) -> int:
        """How many of the rows are passages."""
        return len(self) - self.gravity.count(0)

    def __len__(self) -> int:
        """How many rows."""
        return len(self._numbers)

    def __iter__(self) -> Iterator[Row]:
        """Each row."""
        return map(self.__getitem__, range(len(self)))

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        """A row, or some."""
        if isinstance(at, slice):
            return tuple(map(self.__getitem__, range(*at.indices(len(self)))))
        row = self._every.rows[self._numbers[at]]
        gap = self._gap(at % len(self)) if self._article else row.gap
        return row if gap == row.gap else replace(row, gap=gap)

    def _gap(self, at: int) -> int:
        """Empty lines below a row of an article: one unless the next row is of the same paragraph."""
        below = self._article.paragraphs[at : at + 2] if self._article else ()
        return int(len(below) < 2 or below[0] != below[1])

    def finding(self, number: int) -> Finding:
        """A finding by its place in the walk, from 0, as its row has it."""
        at, name = self.stops[number]
        return next(finding for finding in self[at].findings if finding.id == name)


NO_ROWS = Listing.of(())
"""No rows at all."""


def _start(row: Row, source: str) -> tuple[tuple[int, int], ...]:
    """Paragraph and first character of a row in a source, if it has the row."""
    if row.passage is not None:
        for cell in row.passage.cells:
            if cell.source == source:
                return ((cell.paragraph, cell.start),)
    elif row.paragraph is not None and row.source == source:
        return ((row.paragraph.index, row.paragraph.start),)
    return ()


def cell_in(row: Row, source: str) -> Cell | None:
    """What a source has in a row, or else the first that has it; of a paragraph left out, all of it."""
    if row.passage is not None:
        return row.passage.cell(source) or row.passage.cells[0]
    left_out = row.paragraph
    return Cell(row.source, left_out.index, left_out.start, left_out.end) if left_out else None


def sources_of(row: Row) -> tuple[str, ...]:
    """IDs of the sources that have a row."""
    return tuple(c.source for c in row.passage.cells) if row.passage else (row.source,)

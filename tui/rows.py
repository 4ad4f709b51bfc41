"""The rows of the screen, and which of them a filter or a view shows, in order. No screen here."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import compress, count
from operator import and_, ne
from typing import NamedTuple, overload

from core.model import Cell, Finding, FindingKind, Paragraph, Passage, Status, Wording
from tui.parting import let_go_with


class Show(StrEnum):
    """Which rows are shown."""

    ALL = "all"
    FINDINGS = "with findings"
    """Those with a finding, also one that stands between passages."""
    AGREE = "agree"
    """Those of several sources that conflict with nothing."""
    ONLY = "only"
    """Those that one source alone tells."""
    ELSEWHERE = "told elsewhere"
    """Those of one source that a link joins with another row."""
    MOVED = "moved"
    """Those that stand at another place in a source."""
    LEFT_OUT = "left out"
    """Paragraphs that are no part of the report."""


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


class Counts(NamedTuple):
    """How many rows there are of each sort; together they are all passages."""

    agree: int
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
    """What each row is: its status, 0 when it was left out; 4 more with a finding, 8 when moved, 16 when
    another row tells it too; 32, 64 or 96 by its wording."""
    articles: dict[str, tuple["array[int]", "array[int]", bytes]]
    """Of each source that was asked for: the numbers of its rows in its own order, their paragraphs, and
    whether a gap follows."""

    def article(self, source: str) -> tuple["array[int]", "array[int]", bytes]:
        if source not in self.articles:
            own = [
                (start, paragraph, n)
                for n, row in enumerate(self.rows)
                for paragraph, start in _start(row, source)
            ]
            own.sort()
            numbers = array("L", (n for _, _, n in own))
            paragraphs = array("L", (paragraph for _, paragraph, _ in own))
            self.articles[source] = numbers, paragraphs, _gaps(paragraphs)
        return self.articles[source]

    def among(self, numbers: Sequence[int]) -> bytearray:
        """A byte for each row: whether its number is one of some."""
        there = bytearray(len(self.rows))
        for n in numbers:
            there[n] = 1
        return there


def _gaps(paragraphs: "array[int]") -> bytes:
    """A byte for each row of an article: whether the next one is of another paragraph; the last has a 1."""
    return bytes(map(ne, paragraphs, paragraphs[1:])) + b"\1"


class Listing(Sequence[Row]):
    """Some rows of a base in order, by their numbers. What keys ask of them is made once, when asked for."""

    def __init__(
        self,
        every: _Every,
        numbers: Sequence[int],
        kind: FindingKind | None = None,
        gaps: bytes = b"",
    ) -> None:
        self._every, self._numbers, self._gaps = every, numbers, gaps
        self.kind = kind
        """The only kind of findings that are walked; None for every kind."""

    @classmethod
    def of(cls, rows: Iterable[Row], kind: FindingKind | None = None) -> "Listing":
        """All of some rows, ready for every key."""
        held = tuple(rows)
        at = {row.key: n for n, row in enumerate(held)}
        every = _Every(held, at, bytes(map(_nature, held)), {})
        let_go_with(every, held)
        listing = cls(every, range(len(held)), kind)
        _ = listing.number
        return listing

    def where(self, shown: bytes, kind: FindingKind | None = None) -> "Listing":
        """Those for which a byte is not 0; `shown` has a byte for each row of the listing."""
        return Listing(self._every, array("L", compress(self._numbers, shown)), kind)

    def article(self, source: str) -> "Listing":
        """Those of one source in its own order; those of one paragraph without a gap between them."""
        numbers, paragraphs, gaps = self._every.article(source)
        if len(self) < len(self._every.rows):
            shown = bytes(map(self._every.among(self._numbers).__getitem__, numbers))
            numbers = array("L", compress(numbers, shown))
            gaps = _gaps(array("L", compress(paragraphs, shown)))
        return Listing(self._every, numbers, self.kind, gaps)

    def has(self, source: str) -> bytes:
        """A byte for each row: whether a source has it."""
        there = self._every.among(self._every.article(source)[0])
        return bytes(map(there.__getitem__, self._numbers))

    def place(self, key: str) -> int:
        """Index of a row by its key; -1 when it is not among them."""
        n = self._every.at.get(key, -1)
        if self._gaps:  # an article: its numbers do not rise
            return self._places.get(n, -1)
        at = bisect_left(self._numbers, n)
        return at if at < len(self) and self._numbers[at] == n else -1

    def after(self, keys: Iterable[str]) -> int:
        """Index of the first row, in the order of the base, from the first known one of some rows on.

        Args:
            keys: Keys of rows, shown or not; those that the base does not have are passed over.

        Returns:
            Its index; -1 when there is none.
        """
        n = next((self._every.at[key] for key in keys if key in self._every.at), len(self._every.rows))
        if self._gaps:
            return next((self._places[m] for m in range(n, len(self._every.rows)) if m in self._places), -1)
        at = bisect_left(self._numbers, n)
        return at if at < len(self) else -1

    @cached_property
    def _places(self) -> Mapping[int, int]:
        return {n: at for at, n in enumerate(self._numbers)}

    @cached_property
    def stops(self) -> tuple[tuple[int, str], ...]:
        """Where the findings are walked: index of the row and ID of the finding, each finding once."""
        found: dict[str, int] = {}
        rows, numbers = self._every.rows, self._numbers
        for n in compress(count(), self.natures.translate(_FOUND)):
            for finding in rows[numbers[n]].findings:
                if self.kind is None or finding.kind is self.kind:
                    found.setdefault(finding.id, n)
        return tuple((n, finding) for finding, n in found.items())

    @cached_property
    def number(self) -> Mapping[str, int]:
        """Place of each finding in the walk, from 0."""
        return {finding: n for n, (_, finding) in enumerate(self.stops)}

    @cached_property
    def kinds(self) -> Counter[FindingKind]:
        """How many findings of each kind are walked."""
        return Counter(self.finding(n).kind for n in range(len(self.stops)))

    @cached_property
    def natures(self) -> bytes:
        """What each row is, as a byte."""
        if isinstance(self._numbers, range):
            return self._every.natures
        return bytes(map(self._every.natures.__getitem__, self._numbers))

    @cached_property
    def gravity(self) -> bytes:
        """How grave each row is: 0 left out, 1 agree, 2 only, 3 with a finding."""
        return self.natures.translate(_GRAVITY)

    @cached_property
    def counts(self) -> Counts:
        """How many rows there are of each sort."""
        return Counts(*(self.natures.translate(sort).count(1) for sort in _SORTS))

    @property
    def passages(self) -> int:
        """How many of the rows are passages."""
        return len(self) - self.gravity.count(0)

    def __len__(self) -> int:
        """How many rows."""
        return len(self._numbers)

    def __iter__(self) -> Iterator[Row]:
        """Each row."""
        return (
            map(self.__getitem__, range(len(self)))
            if self._gaps
            else map(self._every.rows.__getitem__, self._numbers)
        )

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        """A row, or some."""
        if isinstance(at, slice):
            return tuple(map(self.__getitem__, range(*at.indices(len(self)))))
        row = self._every.rows[self._numbers[at]]
        gap = self._gaps[at] if self._gaps else row.gap
        return row if gap == row.gap else replace(row, gap=gap)

    def finding(self, number: int) -> Finding:
        """A finding by its place in the walk, from 0, as its row has it."""
        at, name = self.stops[number]
        return next(finding for finding in self[at].findings if finding.id == name)


_STATUS = {Status.AGREE: 1, Status.ONLY: 2, Status.DIVERGE: 3}
_GRAVITY = bytes(3 if nature & 4 else nature & 3 for nature in range(256))


_WORDINGS: tuple[Wording | None, ...] = (None, *Wording)


def _nature(row: Row) -> int:
    status = _STATUS[row.passage.status] if row.passage else 0
    moved = row.passage is not None and bool(row.passage.moved)
    worded = _WORDINGS.index(row.wording)
    return status + 4 * bool(row.findings) + 8 * moved + 16 * row.elsewhere + 32 * worded


def _where(holds: Callable[[int], bool]) -> bytes:
    """A table that translates the natures for which something holds to 1, the others to 0."""
    return bytes(map(holds, range(256)))


_SHOWN = {
    Show.ALL: bytes([1]) * 256,
    Show.FINDINGS: _where(lambda nature: _GRAVITY[nature] == 3),
    Show.AGREE: _where(lambda nature: nature & 7 == 1),
    Show.ONLY: _where(lambda nature: nature & 23 == 2),
    Show.ELSEWHERE: _where(lambda nature: nature & 23 == 18),
    Show.MOVED: _where(lambda nature: nature & 8 == 8),
    Show.LEFT_OUT: _where(lambda nature: nature & 3 == 0),
}
_FOUND = _where(lambda nature: nature & 4 == 4)
_WORDED = {
    wording: bytes(nature >> 5 == n for nature in range(256))
    for n, wording in enumerate(_WORDINGS)
    if wording
}
_SORTS = (
    _SHOWN[Show.AGREE],
    _where(lambda nature: nature & 3 == 3),
    _where(lambda nature: nature & 7 in (5, 6)),
    _SHOWN[Show.ONLY],
    _SHOWN[Show.ELSEWHERE],
)

NO_ROWS = Listing.of(())
"""No rows at all."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a row must be to be shown; each part that is None lets every row through."""

    show: Show = Show.ALL
    """Which rows."""
    kind: FindingKind | None = None
    """Only rows with a finding of this kind."""
    source: str | None = None
    """Only rows that this source has."""
    wording: Wording | None = None
    """Only passages of this wording."""


def _start(row: Row, source: str) -> tuple[tuple[int, int], ...]:
    """Paragraph and first character of a row in a source, if it has the row."""
    if row.passage is not None:
        for cell in row.passage.cells:
            if cell.source == source:
                return ((cell.paragraph, cell.start),)
    elif row.paragraph is not None and row.source == source:
        return ((row.paragraph.index, row.paragraph.start),)
    return ()


EVERYTHING = Filter()
"""Lets every row through."""


def shown_rows(rows: Listing, only: Filter) -> Listing:
    """The rows that a filter lets through; of one kind of findings only those are walked."""
    if only == EVERYTHING:
        return rows
    shown = rows.natures.translate(_SHOWN[only.show])
    if only.source is not None:
        shown = bytes(map(and_, shown, rows.has(only.source)))
    if only.wording is not None:
        shown = bytes(map(and_, shown, rows.natures.translate(_WORDED[only.wording])))
    if only.kind is not None:
        found = bytearray(len(rows))
        for n in compress(count(), bytes(map(and_, shown, rows.natures.translate(_FOUND)))):
            found[n] = any(finding.kind is only.kind for finding in rows[n].findings)
        shown = bytes(found)
    return rows.where(shown, only.kind)


def shows_there(rows: Listing) -> tuple[Show, ...]:
    """The ways of filtering that would leave a row, in their order; all rows are always one."""
    return tuple(show for show in Show if show is Show.ALL or 1 in rows.natures.translate(_SHOWN[show]))


def wordings_there(rows: Listing) -> tuple[Wording, ...]:
    """The wordings of the rows, those that differ most first."""
    return tuple(w for w in reversed(Wording) if 1 in rows.natures.translate(_WORDED[w]))


def cell_in(row: Row, source: str) -> Cell | None:
    """What a source has in a row, or else the first that has it; of a paragraph left out, all of it."""
    if row.passage is not None:
        return next((c for c in row.passage.cells if c.source == source), row.passage.cells[0])
    left_out = row.paragraph
    return Cell(row.source, left_out.index, left_out.start, left_out.end) if left_out else None


def sources_of(row: Row) -> tuple[str, ...]:
    """IDs of the sources that have a row."""
    return tuple(c.source for c in row.passage.cells) if row.passage else (row.source,)

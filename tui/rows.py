"""Comparison and state -> the rows that are shown, in order. No screen here."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import compress
from typing import NamedTuple, overload

from core.model import Comparison, Finding, FindingKind, Paragraph, ParagraphKind, Passage, Status, Wording


class Show(StrEnum):
    """Which rows are shown."""

    ALL = "all"
    FINDINGS = "with findings"
    """Those with a finding, also one that stands between passages."""
    AGREE = "agree"
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
    only: int
    """Told by one source alone."""
    elsewhere: int
    """Of one source in its row, but told in another row too."""


class Listing(Sequence[Row]):
    """Rows in order, with what every key asks of them made once: no key costs a pass over all."""

    def __init__(
        self, rows: Iterable[Row], natures: bytes | None = None, kind: FindingKind | None = None
    ) -> None:
        self._rows = tuple(rows)
        self.kind = kind
        """The only kind of findings that are walked; None for every kind."""
        self.at: Mapping[str, int] = {row.key: n for n, row in enumerate(self._rows)}
        """Index of each row by its key."""
        found: dict[str, int] = {}
        for n, row in enumerate(self._rows):
            for finding in row.findings:
                if kind is None or finding.kind is kind:
                    found.setdefault(finding.id, n)
        self.stops: tuple[tuple[int, str], ...] = tuple((n, finding) for finding, n in found.items())
        """Where the findings are walked: index of the row and ID of the finding, each finding once."""
        self.number: Mapping[str, int] = {finding: n for n, finding in enumerate(found)}
        """Place of each finding in the walk, from 0."""
        self.natures = bytes(map(_nature, self._rows)) if natures is None else natures
        """What each row is: its status, 0 when it was left out; 4 more with a finding, 8 when moved, 16 when
        another row tells it too."""
        self.gravity = self.natures.translate(_GRAVITY)
        """How grave each row is: 0 left out, 1 agree, 2 only, 3 with a finding."""

    def __len__(self) -> int:
        """How many rows."""
        return len(self._rows)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        """A row, or some."""
        return self._rows[at]

    def finding(self, number: int) -> Finding:
        """A finding by its place in the walk, from 0, as its row has it."""
        at, name = self.stops[number]
        return next(finding for finding in self._rows[at].findings if finding.id == name)

    @property
    def counts(self) -> Counts:
        """How many rows there are of each sort."""
        return Counts(*(sum(self.natures.translate(sort)) for sort in _SORTS))

    @property
    def passages(self) -> int:
        """How many of the rows are passages."""
        return len(self._rows) - self.gravity.count(0)


_STATUS = {Status.AGREE: 1, Status.ONLY: 2, Status.DIVERGE: 3}
_GRAVITY = bytes(3 if nature & 4 else nature & 3 for nature in range(256))


def _nature(row: Row) -> int:
    status = _STATUS[row.passage.status] if row.passage else 0
    moved = row.passage is not None and bool(row.passage.moved)
    return status + 4 * bool(row.findings) + 8 * moved + 16 * row.elsewhere


def _where(holds: Callable[[int], bool]) -> bytes:
    """A table that translates the natures for which something holds to 1, the others to 0."""
    return bytes(map(holds, range(256)))


_SHOWN = {
    Show.ALL: bytes([1]) * 256,
    Show.FINDINGS: _where(lambda nature: _GRAVITY[nature] == 3),
    Show.AGREE: _where(lambda nature: nature & 3 == 1),
    Show.ONLY: _where(lambda nature: nature & 19 == 2),
    Show.ELSEWHERE: _where(lambda nature: nature & 19 == 18),
    Show.MOVED: _where(lambda nature: nature & 8 == 8),
    Show.LEFT_OUT: _where(lambda nature: nature & 3 == 0),
}
_SORTS = (
    _SHOWN[Show.AGREE],
    _where(lambda nature: nature & 3 == 3),
    _SHOWN[Show.ONLY],
    _SHOWN[Show.ELSEWHERE],
)

NO_ROWS = Listing(())
"""No rows at all."""


def findings_by_passage(comparison: Comparison) -> dict[str, tuple[Finding, ...]]:
    """The findings that a reader should see at each passage, its own first.

    A finding stands at every passage that holds one of its readings: a self-conflict, or one between
    passages, has no passage of its own, and one that has may be told in others too.
    """
    cells = {
        s.id: sorted((c.start, c.end, p.id) for p in comparison.passages for c in p.cells if c.source == s.id)
        for s in comparison.sources
    }
    found: defaultdict[str, dict[str, Finding]] = defaultdict(dict)
    for finding in comparison.findings:
        if finding.passage is not None:
            found[finding.passage][finding.id] = finding
    for finding in comparison.findings:
        for span in (s for r in finding.readings for s in r.spans):
            place = _holding(cells[span.source], span.start)
            if place is not None:
                found[place][finding.id] = finding
    return {passage: tuple(own.values()) for passage, own in found.items()}


def _holding(cells: Sequence[tuple[int, int, str]], at: int) -> str | None:
    """The passage whose cell holds a character."""
    n = bisect_right(cells, at, key=lambda cell: cell[0]) - 1
    return cells[n][2] if n >= 0 and at < cells[n][1] else None


def wordings_of(comparison: Comparison) -> dict[str, Wording]:
    """How the passages of several sources are worded, by ID; those that diverge too."""
    from core.wording import least_alike  # heavy, as in `all_rows`

    several = (p for p in comparison.passages if len(p.cells) > 1)
    return {p.id: p.wording or least_alike([comparison.text(c) for c in p.cells]) for p in several}


def all_rows(
    comparison: Comparison,
    findings: Mapping[str, tuple[Finding, ...]],
    tied: Container[str],
    base: str,
    wordings: Mapping[str, Wording],
) -> Listing:
    """Every row in the order of a base: the passages, and what was left out at its place.

    A paragraph that was left out follows the passage of the paragraph before it in its own source.

    Args:
        comparison: Whose rows.
        findings: The findings to be seen at each passage, by its ID.
        tied: IDs of the passages that a link joins with another row.
        base: ID of the source that leads.
        wordings: How the passages of several sources are worded, by ID.
    """
    from core.arrange import rebase  # heavy; the first frame does not need it

    passages = comparison.passages if base == comparison.sources[0].id else rebase(comparison, base)
    left_out = _left_out(comparison, passages)
    rows = list(left_out.get(-1, ()))
    for n, passage in enumerate(passages):
        own, wording = findings.get(passage.id, ()), wordings.get(passage.id)
        rows.append(Row(passage.id, passage, own, wording=wording, elsewhere=passage.id in tied))
        rows.extend(left_out.get(n, ()))
    return Listing(rows)


def _left_out(comparison: Comparison, passages: Sequence[Passage]) -> dict[int, list[Row]]:
    """Rows of the paragraphs that were left out, by the place of the passage they follow (-1 for none)."""
    noise = {
        source.id: [p for p in source.paragraphs if p.kind is ParagraphKind.NOISE]
        for source in comparison.sources
    }
    places: dict[str, list[tuple[int, int]]] = {source: [] for source, own in noise.items() if own}
    for n, passage in enumerate(passages) if places else ():
        for cell in passage.cells:
            if cell.source in places:
                places[cell.source].append((cell.start, n))
    found: defaultdict[int, list[tuple[str, Paragraph]]] = defaultdict(list)
    for source, own in places.items():
        own.sort()
        for paragraph in noise[source]:
            before = bisect_right(own, (paragraph.start, -1)) - 1
            found[own[before][1] if before >= 0 else -1].append((source, paragraph))
    return {
        n: [
            Row(f"{source}¶{p.index + 1}", None, (), source, p, gap=int(last))
            for last, (source, p) in zip([False] * (len(group) - 1) + [True], group, strict=True)
        ]
        for n, group in found.items()
    }


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


def article_rows(rows: Listing, source: str) -> Listing:
    """The rows of one source in its own order; those of one paragraph without a gap between them."""
    own = [(start, paragraph, n) for n, row in enumerate(rows) for paragraph, start in _start(row, source)]
    own.sort()
    following = [paragraph for _, paragraph, _ in own[1:]] + [-1]  # nothing follows the last
    gaps = [int(paragraph != after) for (_, paragraph, _), after in zip(own, following, strict=True)]
    ordered = [rows[n] for _, _, n in own]
    return Listing(
        (row if row.gap == gap else replace(row, gap=gap) for row, gap in zip(ordered, gaps, strict=True)),
        kind=rows.kind,
    )


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
    kept = compress(rows, shown)
    if only == Filter(only.show):
        return Listing(kept, bytes(compress(rows.natures, shown)))
    return Listing((row for row in kept if _passes(row, only)), kind=only.kind)


def _passes(row: Row, only: Filter) -> bool:
    if only.source is not None and only.source not in sources_of(row):
        return False
    if only.wording is not None and row.wording is not only.wording:
        return False
    return only.kind is None or any(f.kind is only.kind for f in row.findings)


def shows_there(rows: Listing) -> tuple[Show, ...]:
    """The ways of filtering that would leave a row, in their order; all rows are always one."""
    return tuple(show for show in Show if show is Show.ALL or any(rows.natures.translate(_SHOWN[show])))


def sources_of(row: Row) -> tuple[str, ...]:
    """IDs of the sources that have a row."""
    return tuple(c.source for c in row.passage.cells) if row.passage else (row.source,)

"""What the screen needs of a comparison, made once in the worker: the pages spread out before the reader."""

import gc
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial

from core.across import Rows, findings_told, places
from core.errors import ReadError
from core.model import Cell, Comparison, Finding, Mark, Passage
from core.settings import Settings
from core.standing import Standing
from core.ties import Told, strengths, told_elsewhere
from tui.filters import Filter, shown_rows, shows_there, wordings_there
from tui.gathering import Traits, all_rows, wordings_of
from tui.matches import Matches
from tui.parting import let_go_with
from tui.rows import NO_ROWS, Listing
from tui.search import SearchIndex
from tui.unmarked import unmarked

Marker = Callable[[Passage], tuple[tuple[Mark, ...], ...]]
Conflict = tuple[int, int, str]

_NAMED = re.compile(r"\s*([A-Za-z]{0,3})\s*¶?\s*([0-9]{1,9})\s*")
"""How a reader calls a place."""
_MARKED = 16
"""Passages whose marks are kept: a row that is painted asks for them once for each of its cells."""
_BASES = 4
"""Bases whose rows are kept, so that going there and back costs nothing: some 300 bytes a row each."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Spread:
    """A comparison, ready to be shown."""

    comparison: Comparison
    """The comparison."""
    ids: tuple[str, ...]
    """IDs of the sources, in order."""
    texts: Mapping[str, str]
    """Text of each source as it is shown, by ID; the same length as the source's."""
    findings: Mapping[str, tuple[Finding, ...]]
    """Findings to be seen at each passage, by its ID."""
    places: Mapping[str, tuple[Rows, ...]]
    """For each finding, by its ID, the passages of each of its readings."""
    conflicts: Mapping[str, tuple[Conflict, ...]]
    """Conflicting readings of each source, rising: first character, one past the last, ID of the finding."""
    standing: Standing
    """Which passage holds a character."""
    marks: Marker
    """Word marks of a passage, made when asked for."""
    strengths: Mapping[str, float]
    """How sure each row of several sources is, 0-100, by its ID."""
    elsewhere: Mapping[str, Mapping[str, Told]]
    """For each passage that links join with other rows, those rows and their linked cells."""
    matches: Matches
    """The links, and those under the threshold, by where they end."""
    index: Callable[[], SearchIndex]
    """What a search goes through; folded once."""
    rows: Callable[[str], Listing]
    """Every row in the order of a base; that of the first source is ready."""
    problems: tuple[ReadError, ...] = ()
    """Files that could not be read."""

    def prepare(self) -> None:
        """Make what the reader may ask for next, so that it is seen at once: other bases, the search.

        What is made stays: the search for cycles passes it over.
        """
        ids = self.ids[:_BASES]
        made: list[Callable[[], object]] = [partial(self.rows(ids[0]).article, ids[0]), self.index]
        made += [partial(self.rows, base) for base in ids[1:]]
        made += [partial(self._ready, base) for base in ids]
        for make in made:
            make()
            gc.freeze()

    def _ready(self, base: str) -> None:
        """Make what the keys that filter and the view of an article ask of a base."""
        rows = self.rows(base)
        _ = rows.counts, rows.kinds
        ways = [Filter(show) for show in shows_there(rows)]
        ways += [Filter(kind=kind) for kind in rows.kinds]
        ways += [Filter(wording=wording) for wording in wordings_there(rows)]
        listings = [shown_rows(rows, way) for way in ways]
        listings += map(rows.article, self.ids[:_BASES])
        for listing in listings:
            _ = listing.number, listing.gravity

    def nearest(self, source: str, at: int) -> str:
        """ID of the passage that holds a character of a source, or of the one before it, or of its first."""
        row = self.standing.nearest(source, at)
        return self.comparison.passages[row].id if row >= 0 else ""

    def key_at(self, source: str, at: int) -> str | None:
        """ID of the passage whose cell in a source holds a character; None when there is none."""
        row = self.standing.row(source, at)
        return self.comparison.passages[row].id if row >= 0 else None

    def named(self, told: str) -> tuple[str, str]:
        """What a reader means by a number: a passage (12, P12), or a paragraph of a source (B7, b ¶7).

        Where a source is called P, P12 is the passage.

        Returns:
            The key of the row and the ID of the source; both empty where there is none.
        """
        found = _NAMED.fullmatch(told)
        if found is None:
            return "", ""
        name, number = found[1].upper(), int(found[2])
        if name in ("", "P"):
            return f"P{number}", ""
        paragraphs = self.comparison.source(name).paragraphs if name in self.ids else ()
        if not 0 < number <= len(paragraphs):
            return "", ""
        there = paragraphs[number - 1]
        return f"{name}¶{number}" if there.reason else self.nearest(name, there.start), name

    def conflicts_in(self, cell: Cell) -> tuple[Conflict, ...]:
        """The conflicting readings that begin in a cell."""
        own = self.conflicts[cell.source]
        return own[bisect_left(own, (cell.start,)) : bisect_left(own, (cell.end,))]


def no_marks(passage: Passage) -> tuple[tuple[Mark, ...], ...]:
    """Marks for a comparison whose words are not marked."""
    return ((),) * len(passage.cells)


def spread_out(
    comparison: Comparison, marks: Marker = no_marks, problems: tuple[ReadError, ...] = ()
) -> Spread:
    """Make a comparison ready to be shown.

    Args:
        comparison: The comparison.
        marks: Marks the words of a passage.
        problems: Files that could not be read.

    Returns:
        The spread.
    """
    findings = findings_told(comparison)
    ties, sure = told_elsewhere(comparison), strengths(comparison)
    traits = Traits(findings, ties, wordings_of(comparison), sure)
    rows = lru_cache(_BASES)(partial(all_rows, comparison, traits))
    first = rows(comparison.sources[0].id)
    texts = {s.id: unmarked(s) for s in comparison.sources}
    spread = Spread(
        comparison,
        tuple(s.id for s in comparison.sources),
        texts,
        findings,
        places(comparison),
        _conflicts(comparison),
        Standing(comparison.passages),
        lru_cache(_MARKED)(marks),
        sure,
        ties,
        Matches.of((*comparison.links, *comparison.weak)),
        lru_cache(1)(partial(SearchIndex.of, texts, first)),
        rows,
        problems,
    )
    paragraphs = (s.paragraphs for s in comparison.sources)
    links = comparison.links, comparison.weak
    let_go_with(spread, comparison.passages, comparison.findings, *links, *paragraphs)
    return spread


def _conflicts(comparison: Comparison) -> dict[str, tuple[Conflict, ...]]:
    """The conflicting words of each source, rising."""
    found: dict[str, list[Conflict]] = {s.id: [] for s in comparison.sources}
    for finding in comparison.findings:
        for reading in finding.readings:
            for span in reading.spans:
                found[span.source].append((span.start, span.end, finding.id))
    return {source: tuple(sorted(own)) for source, own in found.items()}


NO_SPREAD = Spread(
    Comparison((), (), (), (), Settings()),
    (),
    {},
    {},
    {},
    {},
    Standing(()),
    no_marks,
    {},
    {},
    Matches.of(()),
    SearchIndex,
    lambda _: NO_ROWS,
)
"""Of no sources: what there is before the first comparison."""

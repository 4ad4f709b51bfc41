"""Searching the sources: case and accents folded, places in the text kept. Pure."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress, count, repeat
from operator import attrgetter

from core.progress import Tick, silent
from core.safe import fold
from tui.cells import NOTHING
from tui.rows import Listing, Row


class _Table(dict[int, str]):
    """What each character is folded to; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = folded = "" if character == NOTHING else fold(character)
        return folded


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A text for searching, and where its characters come from."""

    text: str
    turns: tuple[int, ...] = (0,)
    """Places in the folded text, rising, from which on characters go along with those shown, one for one."""
    shown: tuple[int, ...] = (0,)
    """Place in the text as shown of each turn, rising."""

    @classmethod
    def of(cls, shown: str) -> "Folded":
        """Fold a text as shown: all of it in one call, since few characters fold to none or to several."""
        if shown.isascii():
            return cls(shown.lower())
        odd = "".join(c for c in set(shown) if len(_TABLE[ord(c)]) != 1)
        turns, ats, longer = [0], [0], 0  # characters that the folded text is longer by, so far
        for found in re.finditer(f"[{re.escape(odd)}]", shown) if odd else ():
            at = found.start()
            many = len(_TABLE[ord(shown[at])])
            turns += range(at + longer, at + longer + many)
            ats += [at] * many
            longer += many - 1
            turns.append(at + 1 + longer)
            ats.append(at + 1)
        return cls(shown.translate(_TABLE), tuple(turns), tuple(ats))

    def place(self, at: int) -> int:
        """The folded place of a character of the text as shown."""
        n = bisect_left(self.shown, at)
        n -= n == len(self.shown) or self.shown[n] != at
        return self.turns[n] + at - self.shown[n]

    def origin(self, place: int) -> int:
        """The character of the text as shown that a folded one comes from."""
        n = bisect_right(self.turns, place) - 1
        return self.shown[n] + place - self.turns[n]

    def find(self, query: str, first: int = 0, last: int | None = None) -> tuple[tuple[int, int], ...]:
        """Places of a folded query, rising, none overlapping, as half-open runs of the text as shown.

        Args:
            query: What to find; nothing is found for nothing.
            first: Folded place from which on they begin.
            last: Folded place before which they begin; None for the end.
        """
        end = len(self.text) if last is None else last + len(query) - 1
        places = (m.start() for m in re.compile(re.escape(query)).finditer(self.text, first, end))
        return tuple((self.origin(a), self.origin(a + len(query) - 1) + 1) for a in places if query)


@dataclass(frozen=True, slots=True)
class _Runs:
    """Where the rows stand in the folded text of a source, rising."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    keys: tuple[str, ...]

    def holding(self, text: str, query: str, tick: Tick) -> Iterator[str]:
        """Keys of the rows in which a hit begins; `tick` is told between parts of them."""
        for low in range(0, len(self.keys), _PART):
            tick(low / len(self.keys))
            part = slice(low, low + _PART)
            ends = map((len(query) - 1).__add__, self.ends[part])
            found = map(text.find, repeat(query), self.starts[part], ends)
            yield from compress(self.keys[part], map((-1).__lt__, found))

    def at(self, places: Iterable[int]) -> Iterator[str]:
        """Keys of the rows that hold some places of the folded text."""
        for place in places:
            n = bisect_right(self.starts, place) - 1
            if n >= 0 and place < self.ends[n]:
                yield self.keys[n]


@dataclass(frozen=True, slots=True, eq=False)
class SearchIndex:
    """Every source folded, and where the rows stand in it: made once for a comparison."""

    texts: Mapping[str, Folded] = field(default_factory=dict)
    runs: Mapping[str, _Runs] = field(default_factory=dict)
    rows: int = 0
    """How many rows there are."""

    @classmethod
    def of(cls, texts: Mapping[str, str], rows: Listing) -> "SearchIndex":
        """Fold texts as shown, by the ID of their source; rows are all that there are."""
        folded = {source: Folded.of(text) for source, text in texts.items()}
        found: dict[str, list[tuple[int, int, str]]] = {source: [] for source in texts}
        for row in rows:
            for source, start, end in _cells(row):
                place = folded[source].place
                found[source].append((place(start), place(end), row.key))
        columns = {
            source: tuple(zip(*sorted(own), strict=True)) or ((), (), ()) for source, own in found.items()
        }
        return cls(folded, {source: _Runs(*own) for source, own in columns.items()}, len(rows))


def _cells(row: Row) -> tuple[tuple[str, int, int], ...]:
    """What a row shows: sources, first characters, one past the last ones."""
    if row.passage is not None:
        return tuple((c.source, c.start, c.end) for c in row.passage.cells)
    p = row.paragraph
    return ((row.source, p.start, p.end),) if p else ()


@dataclass(frozen=True, slots=True)
class Hits:
    """What a search found."""

    index: SearchIndex
    query: str = ""
    """Folded."""
    sources: tuple[str, ...] = ()
    """IDs of the sources that were searched."""
    count: int = 0
    """How many places."""
    rows: frozenset[str] = frozenset()
    """Keys of the rows in which one begins."""
    places: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Folded places where one begins, overlapping ones too, of each source in which they are not many."""

    def within(self, source: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Places that begin in a run of a source, rising, as half-open runs of the text as shown."""
        if source not in self.sources:
            return ()
        folded = self.index.texts[source]
        return folded.find(self.query, folded.place(start), folded.place(end))


NO_HITS = Hits(SearchIndex())
"""Nothing was searched for."""


_MANY = 1 / 300
"""Hits a character from which on they are counted and not listed: one in each cell of a report."""
_PART = 5_000
"""Rows looked through between two ticks: some 2 ms."""
_SAMPLE = 65_536
"""Characters by which that is guessed."""


def goes_on(query: str, sources: Sequence[str], before: Hits, index: SearchIndex) -> bool:
    """Whether a folded query need be looked for in listed places of another one alone."""
    further = before.index is index and bool(before.query) and query.startswith(before.query)
    return further and all(source in before.places for source in sources)


def search(
    index: SearchIndex,
    query: str,
    sources: Sequence[str],
    before: Hits = NO_HITS,
    tick: Tick = silent,
) -> Hits:
    """Look for a folded query in some sources; nothing is found for nothing.

    Args:
        index: What to look in.
        query: What to find.
        sources: IDs of the sources to look in.
        before: What was found before; when the query begins with that one, only there it is looked for.
        tick: Told the fraction of a source that is done; what it raises stops the search.
    """
    if not query:
        return Hits(index)
    further = before.index is index and bool(before.query) and query.startswith(before.query)
    places: dict[str, Sequence[int]] = {}
    counts: dict[str, int] = {}
    rows: set[str] = set()
    for source in sources:
        tick(0.0)
        text, runs = index.texts[source].text, index.runs[source]
        if further and source in before.places:
            places[source] = [at for at in before.places[source] if text.startswith(query, at)]
        elif text.count(query, 0, _SAMPLE) <= min(len(text), _SAMPLE) * _MANY:
            places[source] = list(_walk(text, query))
        if source in places:
            counts[source] = _apart(places[source], len(query))
            rows.update(runs.at(places[source]))
        else:
            counts[source] = text.count(query)
            rows.update(runs.holding(text, query, tick) if len(rows) < index.rows else ())
    there = tuple(source for source, count in counts.items() if count)
    return Hits(index, query, there, sum(counts.values()), frozenset(rows), places)


def _walk(text: str, query: str) -> Iterator[int]:
    """Where a query stands in a text, overlapping places too."""
    at = text.find(query)
    while at >= 0:
        yield at
        at = text.find(query, at + 1)


def _apart(places: Iterable[int], length: int) -> int:
    """How many of some rising places do not overlap, as `str.count` counts them."""
    count = end = 0
    for at in places:
        if at >= end:
            count, end = count + 1, at + length
    return count


def folded_query(query: str) -> str:
    """A query as `Folded` texts are folded, its white space single."""
    return " ".join(fold(query).split())


def rows_with_hits(rows: Listing, hits: Hits) -> tuple[int, ...]:
    """Indices of the rows that hold a hit, rising."""
    if len(hits.rows) * 4 < len(rows):  # to look one up takes as long as to pass over four
        return tuple(sorted(at for at in map(rows.place, hits.rows) if at >= 0))
    return tuple(compress(count(), map(hits.rows.__contains__, map(attrgetter("key"), rows))))


def first_hit(row: Row, hits: Hits) -> str | None:
    """ID of the first source of a row whose text there holds a hit; None when there is none."""
    return next((source for source, start, end in _cells(row) if hits.within(source, start, end)), None)

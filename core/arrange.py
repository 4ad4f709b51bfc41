"""Links -> passages: rows with at most one cell for each source.

Rows grow by agglomerative clustering with average linkage (Sokal and Michener, 1958) over pairs of sources,
most of which must have something in common, so that A and C do not meet in a row by their links to B.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product, takewhile

from core.model import Cell, Link, Passage, Source, Status, Wording, source_index
from core.progress import Tick, let_go, silent, sorted_ticked, still, ticked
from core.rebase import Row, Run, flagged, ordered
from core.wording import least_alike

Pair = tuple[float, int, int]
"""A link: its score, made negative so that the best sort first, and the numbers of its sentences, counted
through all sources."""

_AS_SOON = 0.9
"""Share of a link's score from which on another link of a sentence does as well: the sentence waits for a row
that lacks its source before it makes a cell of two sentences."""


def arrange(
    sources: Sequence[Source],
    links: Sequence[Link],
    weak: Sequence[Link] = (),
    threshold: float = 33.0,
    tick: Tick = silent,
) -> tuple[Passage, ...]:
    """Gather linked sentences into rows, and what is left over into rows of one source.

    Args:
        sources: Segmented sources with IDs.
        links: The links between their sentences.
        weak: Pairs under the threshold: they speak for joining two rows, but join none by themselves.
        threshold: Least mean score, 0-100, over the pairs of sources of two rows, at which they become one.
        tick: Told the fraction done, 0-1; what it raises stops the arranging.

    Returns:
        The passages, numbered P1, P2, … in the order of the first source, without findings. Every sentence
        stands in one of them.
    """
    paragraphs = ticked([(s.id, p) for s in sources for p in s.paragraphs], tick, 0.0, 0.0)
    cells = [Cell(source, p.index, t.start, t.end) for source, p in paragraphs for t in p.sentences]
    strong, loose = _numbered(cells, (links, weak), tick)
    rows = _gather(cells, strong, loose, threshold, tick)
    rows = _joined_lone(cells, rows, tick)
    placed = ordered(rows, 0, still(tick, 0.5))
    alike = _least_alike(sources, cells, placed, strong, tick)
    numbered = enumerate(ticked(placed, tick, 0.8, 0.9), 1)
    passages = tuple(
        Passage(
            f"P{n}",
            tuple(_cell(cells, row[s]) for s in sorted(row)),
            Status.AGREE if len(row) > 1 else Status.ONLY,
            alike[n - 1],
        )
        for n, row in numbered
    )
    return flagged(passages, sources[0].id if sources else "", lambda done: tick(0.9 + 0.1 * done))


def _numbered(cells: Sequence[Cell], links: Sequence[Sequence[Link]], tick: Tick) -> list[list[Pair]]:
    """Some lists of links by the numbers of their sentences."""
    number: dict[str, dict[int, int]] = defaultdict(dict)
    for n, cell in enumerate(ticked(cells, tick, 0.0, 0.1)):
        number[cell.source][cell.start] = n
    pairs = [
        [
            (-x.score, number[x.a.source][x.a.start], number[x.b.source][x.b.start])
            for x in ticked(own, tick, 0.1, 0.2)
        ]
        for own in links
    ]
    for places in number.values():
        let_go(places, tick, 0.2)
    return pairs


def _gather(
    cells: Sequence[Cell], links: Sequence[Pair], weak: Sequence[Pair], threshold: float, tick: Tick
) -> list[Row]:
    """Join the ends of links, the strongest first, where the rows that they belong to go together.

    What would make one cell of two sentences that have partners of their own waits until all else is joined.
    """
    scores: dict[tuple[int, int], float] = {}
    for score, a, b in ticked((*links, *weak), tick, 0.2, 0.25):
        scores[a, b] = scores[b, a] = -score
    index = {siglum: source_index(siglum) for siglum in {c.source for c in cells}}
    row_of: dict[int, Row] = {
        n: {index[c.source]: (n, n + 1)} for n, c in enumerate(ticked(cells, tick, 0.25, 0.3))
    }
    growing = _Growing(cells, scores, threshold, row_of)
    ordered = sorted_ticked(links, tick, 0.3)
    for score, a, b in ticked(ordered, tick, 0.3, 0.35):
        growing.near[a].append((-score, b))
        growing.near[b].append((-score, a))
    late = [(a, b) for _, a, b in ticked(ordered, tick, 0.35, 0.45) if not growing.join(a, b, wait=True)]
    for a, b in ticked(late, tick, 0.45, 0.5):
        growing.join(a, b, wait=False)
    rows = {id(row): row for row in ticked(list(row_of.values()), tick, 0.5, 0.5)}
    for held in (scores, growing.near, growing.refused, row_of):
        let_go(held, tick, 0.5)
    return list(rows.values())


@dataclass(slots=True)
class _Growing:
    """The rows while links join them, the strongest first."""

    cells: Sequence[Cell]
    """One for each sentence."""
    scores: Mapping[tuple[int, int], float]
    """Of links and weak pairs, by the numbers of their sentences, both ways."""
    threshold: float
    """Least mean score at which two rows become one."""
    row_of: dict[int, Row]
    """The row that each sentence is in."""
    near: dict[int, list[tuple[float, int]]] = field(default_factory=lambda: defaultdict(list))
    """For each sentence the scores of its links and their other ends, the strongest first."""
    refused: dict[tuple[int, int], int] = field(default_factory=dict)
    """How many cells two rows had together when they did not become one: only larger they are asked again."""

    def join(self, a: int, b: int, *, wait: bool) -> bool:
        """Make the rows of two linked sentences one if they go together.

        Args:
            a: Number of one sentence.
            b: Number of the other.
            wait: Put off what would make one cell of two sentences that have partners of their own.

        Returns:
            False when it was put off.
        """
        g, h = self.row_of[a], self.row_of[b]
        if g is h or self.refused.get((id(g), id(h))) == len(g) + len(h):
            return True
        shared = g.keys() & h.keys()
        if wait and shared and (len(g) > 1 < len(h) or self._free(a, b) or self._free(b, a)):
            return False
        apart = len(shared) > 1  # two sources that have a sentence each in both rows
        joined = None if apart else _joined(self.cells, g, h)
        if joined and _together(g, h, self.scores, self.threshold):
            for run in h.values():
                for n in range(*run):
                    self.row_of[n] = g
            g.update(joined)
        else:
            self.refused[id(g), id(h)] = len(g) + len(h)
        return True

    def _free(self, lone: int, other: int) -> bool:
        """Whether a sentence by itself could join, by a link nearly as good, a row that lacks its source."""
        own = self.row_of[lone]
        if len(own) > 1:
            return False
        least = _AS_SOON * self.scores[lone, other]
        partners = takewhile(lambda near: near[0] >= least, self.near[lone])
        rows = (self.row_of[n] for _, n in partners if n != other)
        return any(
            own.keys().isdisjoint(row) and _together(own, row, self.scores, self.threshold) for row in rows
        )


def _joined(cells: Sequence[Cell], g: Row, h: Row) -> Row | None:
    """Two rows as one; None when the runs of a source in both do not touch inside a paragraph."""
    joined = g | h
    for s in g.keys() & h.keys():
        first, second = sorted((g[s], h[s]))
        if first[1] != second[0] or cells[first[0]].paragraph != cells[second[0]].paragraph:
            return None
        joined[s] = (first[0], second[1])
    return joined


def _together(g: Row, h: Row, scores: Mapping[tuple[int, int], float], threshold: float) -> bool:
    """Whether the mean over the pairs of different sources, of their best score, reaches the threshold.

    And whether most of these pairs speak for it: two sources that have nothing in common do not stand in one
    row because a third, longer sentence tells what each of them does. For one source to join a row, weak
    scores speak too; for two rows that stand by themselves to become one, links alone.
    """
    best = [
        max(scores.get(pair, 0.0) for pair in product(range(*g[s]), range(*h[t])))
        for s, t in product(g, h)
        if s != t
    ]
    least = threshold if len(g) > 1 and len(h) > 1 else 0.0
    speaking = sum(score > 0 and score >= least for score in best)
    # Sorted, because a sum of floats depends on the order in which the articles are given.
    return 2 * speaking > len(best) and sum(sorted(best)) / len(best) >= threshold


def _cell(cells: Sequence[Cell], run: Run) -> Cell:
    first, last = cells[run[0]], cells[run[1] - 1]
    return Cell(first.source, first.paragraph, first.start, last.end)


def _joined_lone(cells: Sequence[Cell], rows: list[Row], tick: Tick) -> list[Row]:
    """Neighbouring sentences of a paragraph that no other source tells become one row."""
    lone = sorted_ticked([run for row in rows if len(row) == 1 for run in row.values()], tick, 0.5)
    joined: list[list[int]] = []
    for start, end in ticked(lone, tick, 0.5, 0.5):
        if joined and joined[-1][1] == start and _same_paragraph(cells[start - 1], cells[start]):
            joined[-1][1] = end
        else:
            joined.append([start, end])
    return [row for row in rows if len(row) > 1] + [
        {source_index(cells[start].source): (start, end)} for start, end in joined
    ]


def _same_paragraph(a: Cell, b: Cell) -> bool:
    return (a.source, a.paragraph) == (b.source, b.paragraph)


def _least_alike(
    sources: Sequence[Source], cells: Sequence[Cell], rows: Sequence[Row], links: Sequence[Pair], tick: Tick
) -> list[Wording | None]:
    """For each row of several sources, how alike its linked cells are worded where they are least alike."""
    numbered = enumerate(ticked(rows, tick, 0.5, 0.55))
    row_of = {n: r for r, row in numbered for run in row.values() for n in range(*run)}
    pairs: dict[int, dict[tuple[str, str], None]] = defaultdict(dict)
    for _, a, b in ticked(links, tick, 0.55, 0.6):
        r = row_of[a]
        if r == row_of[b]:
            pairs[r][cells[a].source, cells[b].source] = None
    found: list[Wording | None] = []
    for r, row in enumerate(ticked(rows, tick, 0.6, 0.8)):
        if r not in pairs:
            found.append(None)
            continue
        texts = {sources[s].id: _text(sources[s], _cell(cells, run)) for s, run in row.items()}
        linked = ticked(list(pairs[r]), tick, *[0.6 + 0.2 * r / len(rows)] * 2)
        found.append(least_alike((texts[s], texts[t]) for s, t in linked))
    let_go(row_of, tick, 0.8)
    return found


def _text(source: Source, cell: Cell) -> str:
    return source.text[cell.start : cell.end]

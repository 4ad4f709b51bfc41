"""How links tie the rows: how sure a row is, and where else a passage is told.

A row has one cell of each source, so a sentence told by two paragraphs of another stands in a row with one
of them alone. One source alone tells a passage only when no link that says something leads out of its row.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import chain
from typing import NamedTuple

from core.model import Cell, Comparison, Link, Passage, Status
from core.standing import Standing
from core.terms import spelled, stem, tells, words

SURE = 50.0
"""Score under which a link is weak: fewer than half of such pairs are confirmed by readers."""
_SHARED = 0.15
"""Share, by rarity, of the telling words of one end of a weak link that the other must have: with less it
lives by its neighbours, and says nothing of this sentence."""


class Told(NamedTuple):
    """What another row tells of a passage."""

    cells: tuple[Cell, ...]
    """The cells of the other row that are linked with it, in the order of the sources."""
    score: float
    """The best of these links, 0-100."""
    parts: tuple[Cell, ...]
    """The sentences of the passage itself that these links tell."""

    @property
    def sure(self) -> bool:
        """Whether one of these links is not weak: what hangs on weak ones alone is told there perhaps."""
        return self.score >= SURE


def told_elsewhere(comparison: Comparison) -> Mapping[str, Mapping[str, Told]]:
    """For each passage, the other passages that a link joins it with.

    Args:
        comparison: Whose links to follow; a weak one whose ends share next to no word that tells is left out.

    Returns:
        ID of a passage -> ID of another one -> its linked cells and how sure that is; the other passages in
        the order of the rows. A passage is left out when none of its links leaves its row.
    """
    standing, says, passages = Standing(comparison.passages), _says(comparison), comparison.passages
    found: dict[int, dict[int, list[tuple[Cell, Cell, float]]]] = defaultdict(lambda: defaultdict(list))
    for link in comparison.links:
        here, there = (standing.row(end.source, end.start) for end in (link.a, link.b))
        a, b = passages[here].cell(link.a.source), passages[there].cell(link.b.source)
        if here != there and a and b and says(link):
            found[here][there].append((link.a, b, link.score))
            found[there][here].append((link.b, a, link.score))
    ids = [passage.id for passage in passages]
    rank = {source.id: n for n, source in enumerate(comparison.sources)}
    return {
        ids[here]: {
            ids[there]: Told(
                tuple(sorted({cell for _, cell, _ in ties}, key=lambda c: (rank[c.source], c.start))),
                max(score for *_, score in ties),
                tuple(dict.fromkeys(part for part, *_ in ties)),
            )
            for there, ties in sorted(others.items())
        }
        for here, others in sorted(found.items())
    }


def tellers(passage: Passage, elsewhere: Mapping[str, Mapping[str, Told]]) -> Mapping[str, str]:
    """Who tells a passage: ID of each source -> the row where it does.

    Args:
        passage: One row.
        elsewhere: What `told_elsewhere` found.

    Returns:
        Its own ID for each source with a cell in it, then the first other row with a linked cell of a source.
    """
    told = {cell.source: passage.id for cell in passage.cells}
    for row, other in elsewhere.get(passage.id, {}).items():
        for cell in other.cells:
            told.setdefault(cell.source, row)
    return told


def told_in(source: str, others: Mapping[str, Told], held: Iterable[str], *, carries: bool) -> str:
    """Where a source without a cell in a passage tells it, in words; empty when it is silent.

    Args:
        source: ID of the source.
        others: The other rows that a link joins the passage with, as `told_elsewhere` found.
        held: IDs of the rows where the source has a reading of a finding that is seen at the passage.
        carries: Whether it has such a reading at all, also outside all rows.
    """
    tied = {row: told.sure for row, told in others.items() if any(c.source == source for c in told.cells)}
    surely = (row for row, sure in tied.items() if sure)
    if there := next(chain(surely, held), None):
        return f"told in {there}"
    if carries:
        return "told in another row"
    return f"perhaps told in {next(iter(tied))}" if tied else ""


def in_part(comparison: Comparison, cell: Cell, told: Iterable[Told]) -> bool:
    """Whether other rows tell only a part of a cell: words of it stand in no sentence that they tell.

    Args:
        comparison: Whose cell it is.
        cell: The one cell of a passage of one source.
        told: What other rows tell of it, as `told_elsewhere` found.
    """
    text, at = comparison.source(cell.source).text, cell.start
    for start, end in sorted((part.start, part.end) for other in told for part in other.parts):
        if text[at:start].strip():
            return True
        at = max(at, end)
    return bool(text[at : cell.end].strip())


def _says(comparison: Comparison) -> Callable[[Link], bool]:
    """Tells whether a link is sure or its ends share enough of what one of them says."""

    @cache
    def said(end: Cell) -> frozenset[str]:
        stems = {stem(spelled(word)) for word in words(comparison.text(end))}
        return frozenset(term for term in stems if tells(term) or term[0].isdigit())

    def mass(terms: frozenset[str]) -> float:
        return sum(comparison.rarity.get(term, 1.0) for term in terms)

    def enough(link: Link) -> bool:
        if link.score >= SURE:
            return True
        a, b = said(link.a), said(link.b)
        return mass(a & b) >= _SHARED * min(mass(a), mass(b))

    return enough


def told_alone(comparison: Comparison) -> tuple[Passage, ...]:
    """The passages that one source alone tells: of that status, and told in no other row."""
    tied = told_elsewhere(comparison)
    return tuple(p for p in comparison.passages if p.status is Status.ONLY and p.id not in tied)


def strengths(comparison: Comparison) -> Mapping[str, float]:
    """How sure each row of several sources is.

    Returns:
        ID of a passage -> the score, 0-100, by which its most loosely tied cell hangs on: the least, over its
        cells, of the best link to another cell of the row. Under `SURE` the row is a weak match.
    """
    standing = Standing(comparison.passages)
    best: dict[tuple[int, str], float] = defaultdict(float)
    for link in comparison.links:
        here, there = (standing.row(end.source, end.start) for end in (link.a, link.b))
        if here == there:
            for end in (link.a, link.b):
                best[here, end.source] = max(best[here, end.source], link.score)
    return {
        passage.id: min(best[row, cell.source] for cell in passage.cells)
        for row, passage in enumerate(comparison.passages)
        if len(passage.cells) > 1
    }

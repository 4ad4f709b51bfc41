"""What a report says of passages that stand at another place in a source than their neighbours do."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from core.export.blocks import Block, Heading, Table, Words
from core.export.quotes import several
from core.model import Comparison


class _Steady(NamedTuple):
    """The passages of a source that stand in it as they do in the rows, in that order."""

    rows: list[int]
    """Their numbers."""
    starts: list[int]
    """Where their cells begin."""


def moved_passages(comparison: Comparison) -> Iterator[Block]:
    """Which passages moved: from where, and where, with the passage that each stands after there.

    The paragraph alone shows nothing: articles of one build have a moved sentence in that of the same number.
    """
    steady = _steady(comparison)
    rows: dict[str, list[str]] = {}
    for n, passage in enumerate(comparison.passages):
        if passage.moved:
            rows.setdefault(_places(comparison, n, steady), []).append(passage.id)
    if rows:
        yield Heading(2, "Moved")
        count = sum(map(len, rows.values()))
        told = f"{several(count, 'passage')} {'is' if count == 1 else 'are'} told"
        yield Words(f"{told} at another point of one source than of another:")
        yield Table(("Passages", "Places"), tuple((", ".join(ids), at) for at, ids in rows.items()))


def _places(comparison: Comparison, n: int, steady: Mapping[str, _Steady]) -> str:
    """The paragraph of the source that leads a passage, then those of the sources it is moved in."""
    passage = comparison.passages[n]
    here, *others = passage.cells
    there: dict[str, str] = {}  # two cells, one place
    for cell in (c for c in others if c.source in passage.moved):
        place = f"{cell.source} ¶{cell.paragraph + 1}"
        there.setdefault(place, f"{place}{_shown(comparison, n, cell.start, steady[cell.source])}")
    return f"{here.source} ¶{here.paragraph + 1}, in {', '.join(there.values())}"


def _shown(comparison: Comparison, n: int, start: int, steady: _Steady) -> str:
    """After which passage one stands in a source, and after which it stands in the rows."""
    after, rather = (
        comparison.passages[steady.rows[at - 1]].id if at else ""
        for at in (bisect_left(steady.starts, start), bisect_left(steady.rows, n))
    )
    if after == rather:
        return ""
    return f" (after {after}, not {rather or 'first'})" if after else f" (first, not after {rather})"


def _steady(comparison: Comparison) -> Mapping[str, _Steady]:
    """The steady passages of each source, but for those that it leads itself: of these no flag tells."""
    found: defaultdict[str, _Steady] = defaultdict(lambda: _Steady([], []))
    for n, passage in enumerate(comparison.passages):
        for cell in passage.cells[1:]:
            if cell.source not in passage.moved:
                found[cell.source].rows.append(n)
                found[cell.source].starts.append(cell.start)
    return found

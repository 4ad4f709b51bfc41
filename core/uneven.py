"""Which values of a row not every source of it writes, and no finding tells; read when asked for.

A reader then sees what was compared and not called a conflict: 312 (A), 296 (B).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from core.findings.dates import date
from core.findings.desk import Desk
from core.findings.judge import at_desk
from core.findings.kind import Compare, Mention, Relation
from core.findings.numbers import number
from core.findings.text import folded
from core.findings.tie import ONE, Name, tie
from core.model import Cell, Comparison, FindingKind, Passage, Span
from core.progress import silent

_MOST = 60
"""Values of a kind, as printed, that a row may have: each is laid beside every other."""


class Uneven(NamedTuple):
    """A value that some sources of a row write and others do not."""

    kind: FindingKind
    """Number, date or name."""
    value: str
    """As printed."""
    sources: tuple[str, ...]
    """Who writes it, in the order of the cells."""


def uneven(comparison: Comparison, passage: Passage) -> tuple[Uneven, ...]:
    """The values that not every source of a row writes.

    Args:
        comparison: The result that the row belongs to.
        passage: One of its rows.

    Returns:
        Numbers, then dates, then names, as they come in the cells; none that a finding tells, and none for a
        row of one source.
    """
    if len(passage.cells) < 2:
        return ()
    spans = [s for f in comparison.findings for r in f.readings for s in r.spans]
    told = [
        s for s in spans if any(c.source == s.source and c.start <= s.start < c.end for c in passage.cells)
    ]
    with at_desk(comparison.sources, silent) as desk:
        cells = [_read(desk, cell) for cell in passage.cells]
    found = (one for kind, same in _SAME.items() for one in _of_kind(kind, same, cells))
    return tuple(
        Uneven(m[0].kind, m[0].shown, tuple(dict.fromkeys(x.statement.source for x in m)))
        for m in found
        if not any(_tells(span, x) for x in m for span in told)
    )


def _tells(span: Span, m: Mention) -> bool:
    """Whether a reading of a finding has characters of a mention."""
    return span.source == m.statement.source and span.start < m.end and m.start < span.end


def _read(desk: Desk, cell: Cell) -> Mapping[FindingKind, Sequence[Mention]]:
    """What a cell has of each kind."""
    article = desk.articles[cell.source]
    numbers = range(article.at(cell.start), article.at(cell.end - 1) + 1)
    read = [desk.readings(statement) for statement in article.statements(numbers)]
    return {kind: [m for own in read for m in own.get(kind, ())] for kind in _SAME}


def _of_kind(
    kind: FindingKind, compare: Compare, cells: Sequence[Mapping[FindingKind, Sequence[Mention]]]
) -> Iterator[Sequence[Mention]]:
    """The mentions of each value of a kind that some of the cells do not have; none where there are too many.

    What is printed alike is one value, and its first mention is laid beside those of the others.
    """
    groups: dict[str, list[Mention]] = {}
    firsts: dict[str, Mention] = {}
    for m in (m for own in cells for m in own[kind]):
        form = folded(m.shown)
        if form not in groups:
            if len(firsts) == _MOST:
                return
            same = next((f for f, other in firsts.items() if compare(m, other) is Relation.SAME), form)
            groups[form] = groups.get(same, [])
            firsts[form] = m
        groups[form].append(m)
    for group in {id(g): g for g in groups.values()}.values():
        if len({m.statement.source for m in group}) < len(cells):
            yield group


def _named(a: Mention, b: Mention) -> Relation:
    """Compare two names: a part of one, or a people and its country, says the same."""
    both = isinstance(a.value, Name) and isinstance(b.value, Name) and tie(a.value, b.value) in ONE
    return Relation.SAME if both else Relation.UNRELATED


_SAME: Mapping[FindingKind, Compare] = {
    FindingKind.NUMBER: number.compare,
    FindingKind.DATE: date.compare,
    FindingKind.NAME: _named,
}

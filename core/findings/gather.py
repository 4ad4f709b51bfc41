"""Conflicts of two mentions each -> findings over all sources: "24 (C) / 20 (A, B)"."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from core.findings import date, name, number
from core.findings.kind import Compare, Conflict, Mention, Relation
from core.findings.text import folded
from core.model import Finding, FindingKind, Passage, Reading, Source, Span

ORDER = tuple(FindingKind)
COMPARE: dict[FindingKind, Compare] = {
    FindingKind.NUMBER: number.compare,
    FindingKind.DATE: date.compare,
    FindingKind.NAME: name.compare,
    FindingKind.PLACE: name.compare,
}
"""What tells whether two mentions carry one value; all other kinds go by their words."""


Place = tuple[FindingKind, str, int, int]
"""Kind, source, start and end of a mention."""


class Rows:
    """Which passage a character of a source stands in."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        cells = sorted((c.source, c.start, n) for n, p in enumerate(passages) for c in p.cells)
        self._starts: dict[str, list[int]] = defaultdict(list)
        self._rows: dict[str, list[int]] = defaultdict(list)
        for source, start, n in cells:
            self._starts[source].append(start)
            self._rows[source].append(n)

    def of(self, mention: Mention) -> int:
        """Number of the passage that holds a mention, or -1."""
        source = mention.statement.source
        at = bisect_right(self._starts[source], mention.start) - 1
        return self._rows[source][at] if at >= 0 else -1


def gather(
    sources: Sequence[Source], passages: Sequence[Passage], conflicts: Sequence[Conflict]
) -> tuple[Finding, ...]:
    """Make one finding of all conflicts on one point.

    Args:
        sources: The sources, in order.
        passages: The rows.
        conflicts: Conflicts of two mentions each; those that share a mention and a row are one point.

    Returns:
        The findings in the order of the passages; those without a passage last.
    """
    rows, order = Rows(passages), {s.id: n for n, s in enumerate(sources)}
    placed: list[tuple[tuple[int, int, int], int | None, Finding]] = []
    for row, group in _points(rows, _once(rows, conflicts)):
        finding = _finding(group, order, passages[row].id if row is not None else None)
        if finding is not None:
            first = min(span.start for r in finding.readings for span in r.spans)
            where = (len(passages) if row is None else row, ORDER.index(finding.kind), first)
            placed.append((where, row, finding))
    placed.sort(key=lambda p: (p[0], p[2].key))
    seen: Counter[str] = Counter()
    result = []
    for n, (_, _, f) in enumerate(placed):
        seen[f.key] += 1
        key = f.key if seen[f.key] == 1 else f"{f.key}#{seen[f.key]}"
        result.append(Finding(f"F{n + 1}", f.kind, f.passage, f.label, f.readings, f.why, key))
    return tuple(result)


def _once(rows: Rows, conflicts: Sequence[Conflict]) -> list[Conflict]:
    """Conflicts without those across rows whose two sources have the same conflict in one row as well."""
    inside = {_essence(c) for c in conflicts if _row(rows, c) is not None}
    return [c for c in conflicts if _row(rows, c) is not None or _essence(c) not in inside]


def _row(rows: Rows, c: Conflict) -> int | None:
    """The passage that holds both mentions of two sources, if there is one."""
    row_a, row_b = rows.of(c.a), rows.of(c.b)
    own = c.a.statement.source == c.b.statement.source
    return row_a if row_a == row_b >= 0 and not own else None


def _essence(c: Conflict) -> tuple[FindingKind, frozenset[tuple[str, str]]]:
    """What of a conflict is the same wherever it stands: kind, sources and differing values."""
    if isinstance(c.a.value, name.Name) and isinstance(c.b.value, name.Name):
        left, right = set(c.a.value.words), set(c.b.value.words)
        said = " ".join(sorted(left - right)), " ".join(sorted(right - left))
    else:
        said = c.a.said, c.b.said
    return c.a.kind, frozenset(zip((c.a.statement.source, c.b.statement.source), said, strict=True))


def _points(rows: Rows, conflicts: Sequence[Conflict]) -> list[tuple[int | None, list[Conflict]]]:
    """Conflicts that share a mention, in the same row, as one point."""
    groups: dict[tuple[int | None, Place], int] = {}
    points: dict[int, tuple[int | None, list[Conflict]]] = {}
    for n, c in enumerate(conflicts):
        row = _row(rows, c)
        ends = [(row, _place(c.a)), (row, _place(c.b))]
        merged = [c]
        for old in sorted({groups[e] for e in ends if e in groups}):
            merged = points.pop(old)[1] + merged
        points[n] = (row, merged)
        for m in merged:
            groups[row, _place(m.a)] = groups[row, _place(m.b)] = n
    return list(points.values())


def _finding(group: Sequence[Conflict], order: dict[str, int], passage: str | None) -> Finding | None:
    best = max(group, key=lambda c: (c.score, c.label, c.shared))
    mentions = {_place(m): m for c in group for m in (c.a, c.b)}
    ranked = sorted(mentions.values(), key=lambda m: (order[m.statement.source], m.start))
    against = {frozenset((_place(c.a), _place(c.b))) for c in group}
    readings: list[list[Mention]] = []
    for m in ranked:
        for same in readings:
            if all(frozenset((_place(m), _place(o))) not in against for o in same) and any(
                _equal(m, o) for o in same
            ):
                same.append(m)
                break
        else:
            readings.append([m])
    if len(readings) < 2:
        return None
    shown = tuple(_reading(same, order) for same in readings)
    said = sorted(min(folded(m.said) for m in same) for same in readings)
    key = f"{best.a.kind}:{folded(best.label)}:{'|'.join(said)}"
    return Finding("", best.a.kind, passage, best.label, shown, _why(best, readings, order), key)


def _place(m: Mention) -> Place:
    return m.kind, m.statement.source, m.start, m.end


def _equal(a: Mention, b: Mention) -> bool:
    """Whether two mentions are one reading: the same words or the same value."""
    compare = COMPARE.get(a.kind)
    return a.said == b.said or (compare is not None and compare(a, b) is Relation.SAME)


def _reading(same: Sequence[Mention], order: dict[str, int]) -> Reading:
    sources = tuple(sorted({m.statement.source for m in same}, key=lambda s: order[s]))
    spans = tuple(Span(m.statement.source, m.start, m.end) for m in same)
    return Reading(_shown([" ".join(m.text.split()) for m in same]), sources, spans)


def _shown(texts: Sequence[str]) -> str:
    """The words that most mentions have, else the calmer and shorter; no source comes before another."""
    counts = Counter(texts)
    return min(counts, key=lambda t: (-counts[t], t.isupper(), len(t), t))


def _why(best: Conflict, readings: Sequence[Sequence[Mention]], order: dict[str, int]) -> str:
    """One line: the rule, the values as understood, and what stands near them."""
    who = [sorted({m.statement.source for m in same}, key=lambda s: order[s]) for same in readings]
    said = [_shown([m.said for m in same]) for same in readings]
    sides = [f"{value} ({', '.join(sources)})" for value, sources in zip(said, who, strict=True)]
    line = f"{best.rule[:1].upper()}{best.rule[1:]}: {' / '.join(sides)}"
    return (
        f"{line}. Both accounts also have: {', '.join(dict.fromkeys(best.shared))}."
        if best.shared
        else f"{line}."
    )

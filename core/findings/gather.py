"""Conflicts of two mentions each -> findings over all sources: "24 (C) / 20 (A, B)"."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.findings.kind import Conflict, Mention
from core.findings.names.labels import of_spelling
from core.findings.points import Carriers, Readings, divided, points, readings, row_of, stands, toll
from core.findings.text import folded
from core.findings.tie import SPELLED, Name, Tie, same_sound, tie
from core.model import Finding, FindingKind, Passage, Reading, Source, Span
from core.progress import Tick, silent, ticked
from core.standing import Standing

ORDER = tuple(FindingKind)
FULL = 2
"""Words from which a name is a full one: a third may be a title that was read as a name."""
ELSEWHERE = 50
"""Places in other passages that a finding names of a source where many passages have a finding."""


def gather(
    sources: Sequence[Source],
    passages: Sequence[Passage],
    conflicts: Sequence[Conflict],
    carriers: Carriers,
    tick: Tick = silent,
) -> tuple[Finding, ...]:
    """Make one finding of all conflicts on one point.

    A point stands in the passage in which two sources differ on it; what other passages have of it is told
    there too. Where sources differ on it in several passages, each of them has its finding, so that none
    passes for one that agrees; but who is called what is a single fact about the articles (`Conflict.once`).

    Args:
        sources: The sources, in order.
        passages: The rows.
        conflicts: Conflicts of two mentions each.
        carriers: Gives what is read in the sentences that are linked with that of a mention.
        tick: Told before each point; what it raises stops the gathering.

    Returns:
        The findings by passage, its own first, then those without one that are told there first.
    """
    if not conflicts:
        return ()
    standing, order = Standing(passages, tick), {s.id: n for n, s in enumerate(sources)}
    placed: list[tuple[tuple[int, ...], Finding]] = []
    for point in points(conflicts, tick):
        if not stands(point, told := readings(point, order, carriers, tick)):
            continue
        best = _as_one_name(max(point, key=_surest), told)
        here = _conflicts_by_row(point, standing, tick)
        for row, own in _by_row(told, standing, once=all(c.once for c in point)):
            tick(1.0)
            passage = None if row is None else passages[row].id
            finding = _finding(_of_row(here.get(row), best), own, order, passage)
            where = _first_row(own, standing, len(passages)) if row is None else row
            placed.append(((where, row is None, *_reading_order(finding)), finding))
    placed.sort(key=lambda p: (p[0], p[1].key))
    return _numbered([finding for _, finding in placed])


def _surest(c: Conflict) -> tuple[float, str, tuple[str, ...]]:
    return c.score, c.label, c.shared


def _conflicts_by_row(
    point: Sequence[Conflict], standing: Standing, tick: Tick
) -> dict[int | None, list[Conflict]]:
    """The conflicts of a point whose two mentions stand in one passage: another may tell of another thing."""
    here: dict[int | None, list[Conflict]] = defaultdict(list)
    for c in ticked(point, tick):
        if (row := row_of(c.a, standing)) == row_of(c.b, standing):
            here[row].append(c)
    return here


def _of_row(here: Sequence[Conflict] | None, best: Conflict) -> Conflict:
    """The conflict that names the point in a row: the surest, unless those of the row are of other words.

    Two accounts may have one pair of days for two things: the jurors met, the ferry ran aground.
    """
    if best.once or not here:
        return best
    words = {*best.label.split(), *best.shared}
    same = any(toll(c) == toll(best) != "" or words & {*c.label.split(), *c.shared} for c in here)
    return best if same else max(here, key=_surest)


def _reading_order(finding: Finding) -> tuple[int, int]:
    """The place of its kind, and where the first of its readings stands."""
    return ORDER.index(finding.kind), min(span.start for r in finding.readings for span in r.spans)


def _first_row(told: Readings, standing: Standing, last: int) -> int:
    """Index of the first passage that holds a mention; the last where none does."""
    return min((row for same in told for m in same if (row := row_of(m, standing)) >= 0), default=last)


def _numbered(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings with their IDs, and keys of which no two are the same."""
    seen: Counter[str] = Counter()
    result = []
    for n, f in enumerate(findings):
        seen[f.key] += 1
        key = f.key if seen[f.key] == 1 else f"{f.key}#{seen[f.key]}"
        result.append(Finding(f"F{n + 1}", f.kind, f.passage, f.label, f.readings, f.why, key))
    return tuple(result)


def _by_row(told: Readings, standing: Standing, *, once: bool) -> Iterator[tuple[int | None, Readings]]:
    """The readings for each passage in which sources differ (once: the first), else for no passage."""
    rows = divided(told, standing)
    if once or not rows:
        yield rows[0] if rows else None, told
        return
    near = [_Near(same, standing) for same in told]
    for row in rows:
        yield row, [one.of(row) for one in near]


class _Near:
    """The mentions of a reading, found by where they stand."""

    def __init__(self, same: Sequence[Mention], standing: Standing) -> None:
        self._by_row: dict[int, list[Mention]] = defaultdict(list)
        self._by_source: dict[str, list[Mention]] = defaultdict(list)
        for m in same:
            self._by_row[row_of(m, standing)].append(m)
            self._by_source[m.statement.source].append(m)

    def of(self, row: int) -> list[Mention]:
        """Of each source what stands in a passage; the first of what stands elsewhere if nothing does."""
        here = self._by_row.get(row, ())
        sources = {m.statement.source for m in here}
        return [
            m
            for source, own in self._by_source.items()
            for m in (
                (m for m in here if m.statement.source == source) if source in sources else own[:ELSEWHERE]
            )
        ]


def _finding(best: Conflict, told: Readings, order: dict[str, int], passage: str | None) -> Finding:
    shown = tuple(_reading(same, order) for same in told)
    said = sorted(min(folded(m.said) for m in same) for same in told)
    key = f"{best.a.kind}:{folded(best.label)}:{'|'.join(said)}"
    values = [_shown([(m, m.said) for m in same]) for same in told]
    sides = [f"{value} ({', '.join(r.sources)})" for value, r in zip(values, shown, strict=True)]
    return Finding("", best.a.kind, passage, best.label, shown, _why(best, sides, order), key)


def _as_one_name(c: Conflict, told: Readings) -> Conflict:
    """A conflict as one of spelling where two like names of one title stand for each other again and again.

    Neither article has the other's name anywhere, or there would be no conflict: two captains would meet
    somewhere. What is written otherwise stays another name.
    """
    if not c.once or c.a.kind is not FindingKind.NAME or tie(c.a.value, c.b.value) is not Tie.DIFFERENT:
        return c
    again = len(told) == 2 and all(len({m.statement.place for m in same}) > 1 for same in told)
    titles = [frozenset().union(*(m.value.role for m in same)) for same in told]
    if not (again and titles[0] & titles[1] and same_sound(c.a.value, c.b.value)):
        return c
    return replace(c, rule=SPELLED, label=of_spelling(c.a, c.b))


def _reading(same: Sequence[Mention], order: dict[str, int]) -> Reading:
    sources = tuple(sorted({m.statement.source for m in same}, key=order.__getitem__))
    spans = tuple([Span(m.statement.source, m.start, m.end) for m in same])
    return Reading(_shown([(m, m.shown) for m in same]), sources, spans)


def _shown(told: Sequence[tuple[Mention, str]]) -> str:
    """A full name before a part of it; then the words that most mentions have, or the calmer and shorter."""
    full = {text: _fullness(m) for m, text in told}
    if len(full) == 1:
        return told[0][1]
    counts = Counter(text for _, text in told)
    return min(counts, key=lambda t: (-full[t], -counts[t], t.isupper(), len(t), t))


def _fullness(m: Mention) -> int:
    """How much of a name, up to two words, or of a quotation is told: of others the shorter says as much."""
    if isinstance(m.value, Name):
        return min(FULL, len(m.value.words))
    return m.last - m.first if m.kind is FindingKind.QUOTE else 0


def _why(best: Conflict, sides: Sequence[str], order: dict[str, int]) -> str:
    """One line: the rule, the values as understood with who tells them, and what stands near them."""
    line = f"{best.rule[:1].upper()}{best.rule[1:]}: {' / '.join(sides)}"
    pair = sorted({m.statement.source for m in (best.a, best.b)}, key=order.__getitem__)
    near = "Both sentences also have" if len(pair) == 1 else f"{' and '.join(pair)} also have"
    return f"{line}. {near}: {', '.join(dict.fromkeys(best.shared))}." if best.shared else f"{line}."

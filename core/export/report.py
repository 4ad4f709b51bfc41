"""Comparison -> the blocks of a report, in order: what is said, never how a format writes it.

Every format draws the same blocks, so that Markdown and HTML cannot drift apart. Text is plain: the writer of
a format escapes all of it, ours and the articles'.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from core.across import Rows, findings_told, places, rivals, rows_of
from core.clusters import Groups
from core.export.blocks import Block, Heading, Items, Place, Quote, Remark, Table, Words
from core.export.moved import moved_passages
from core.export.notes import origins
from core.export.quotes import NAMED, absent, quote, quotes, several, strong_in
from core.export.shared import by_copies, copied, elsewhere, shared_wording
from core.marks import passage_marks
from core.model import Comparison, Finding, Passage, Span, Status, Wording, WordMark
from core.ties import SURE, in_part, strengths, told_alone
from core.version import VERSION

_WORDING = {Wording.SAME: "same wording", Wording.NEAR: "near wording", Wording.REWORDED: "reworded"}

Above = Mapping[tuple[Place, str], str]
"""What is quoted of a paragraph -> the rows under whose heading it is."""
_NOTHING: Above = MappingProxyType({})

_findings_told = lru_cache(maxsize=1)(findings_told)
_rows_of = lru_cache(maxsize=1)(places)


def report(comparison: Comparison, *, reproducible: bool, full: bool) -> Iterator[Block]:
    """The whole report.

    Args:
        comparison: What to tell.
        reproducible: Leave the time out.
        full: Add every passage in its order, and what was left out as no part of the report.

    Yields:
        Title, provenance, sources, wording they share, divergences, what one source alone has, agreements.
    """
    yield from _head(comparison, reproducible)
    yield from _sources(comparison)
    yield from shared_wording(comparison)
    yield from _section("Divergences", _at_a_glance(list(_divergences(comparison))))
    yield from _section("In one source only", _only(comparison))
    yield from _section("Agreements", _agreements(comparison))
    yield from moved_passages(comparison)
    if full:
        yield from _section("Full alignment", _full(comparison))


def extract(comparison: Comparison, passages: Sequence[Passage], groups: Groups) -> Iterator[Block]:
    """Some passages alone, in the order given, each with every finding that has a reading in it.

    Args:
        comparison: What they are from.
        passages: The passages.
        groups: Sources that are one wire text, in groups: to count them takes as long as a whole report.
    """
    sure = strengths(comparison)
    told = _findings_told(comparison)
    for passage in passages:
        if passage.id in told:
            yield from _diverging(comparison, passage, told[passage.id])
        else:
            yield from _calm(comparison, passage, sure.get(passage.id, SURE), groups)


def _head(comparison: Comparison, reproducible: bool) -> Iterator[Block]:
    title = comparison.sources[0].title if comparison.sources else ""
    count = several(len(comparison.sources), "source")
    touched, alone = _touched(comparison), len(_alone(comparison))
    by = Counter(p.status for p in comparison.passages if p.id not in touched)
    sure = strengths(comparison)
    agree = [p.id for p in comparison.passages if p.status is Status.AGREE and p.id not in touched]
    loose = sum(sure.get(name, SURE) < SURE for name in agree)
    weak = f" + {loose} weak" if loose else ""
    across = f"{len(touched)} conflict across rows, " if touched else ""
    rows = f", {tied} told elsewhere" if (tied := by[Status.ONLY] - alone) else ""
    now = "" if reproducible else f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, "
    yield Heading(1, f"{title}: {count} side by side" if title else f"{count} side by side")
    yield Words(
        f"{now}Sidelight {VERSION}, threshold {comparison.settings.threshold:g}, "
        f"{several(len(comparison.passages), 'passage')}: {len(agree) - loose} agree{weak}, "
        f"{by[Status.DIVERGE]} diverge, {across}{alone} in one source only{rows}; "
        f"{several(len(comparison.findings), 'finding')}; "
        "alignment is automatic: check the originals. In quotations, words that differ are bold."
    )


def _sources(comparison: Comparison) -> Iterator[Block]:
    """The table of sources, without the columns that nobody fills, and what reading them changed."""
    sources = comparison.sources
    yield Heading(2, "Sources")
    if not sources:
        yield Words("None given.")
        return
    called = origins(sources)
    columns: dict[str, list[str | None]] = {
        "Source": [s.id for s in sources],
        "Title": [s.title for s in sources],
        "Outlet": [s.outlet for s in sources],
        "Published": [s.published for s in sources],
        "Words": [str(len(s.text.split())) for s in sources],
        "Origin": [called[s.id] for s in sources],
        "URL": [s.url for s in sources],
    }
    filled = {name: values for name, values in columns.items() if any(values)}
    rows = zip(*filled.values(), strict=True)
    yield Table(tuple(filled), tuple(tuple(value or "–" for value in row) for row in rows))
    warned = tuple(Remark(s.id, warning) for s in sources for warning in s.warnings)
    if warned:
        yield Items(warned)


def _section(heading: str, blocks: Iterable[Block]) -> Iterator[Block]:
    yield Heading(2, heading)
    held = list(blocks)
    yield from held or [Words("None found.")]


def _touched(comparison: Comparison) -> frozenset[str]:
    """IDs of the passages without a finding of their own that hold a reading of one told across rows."""
    told = _findings_told(comparison)
    return frozenset(p.id for p in comparison.passages if p.id in told and p.status is not Status.DIVERGE)


def _alone(comparison: Comparison) -> list[Passage]:
    """The passages that one source alone tells, and that conflict with no other."""
    touched = _touched(comparison)
    return [p for p in told_alone(comparison) if p.id not in touched]


def _divergences(comparison: Comparison) -> Iterator[Block]:
    """Each finding once, at the first passage that has it; then the passages that one across rows touches."""
    across = _unplaced(comparison)
    above = {
        (item.place, item.text): head.text.partition(": ")[0]
        for blocks in across.values()
        for head, below in zip(blocks[::3], blocks[2::3], strict=True)
        if isinstance(head, Heading) and isinstance(below, Items)
        for item in below.items
        if isinstance(item, Quote)
    }
    for passage in comparison.passages:
        if passage.findings:
            yield from _diverging(comparison, passage, [comparison.finding(f) for f in passage.findings])
        yield from across.pop(passage.id, ())
    for rest in across.values():
        yield from rest
    sure, touched = strengths(comparison), _touched(comparison)
    for passage in comparison.passages:
        if passage.id in touched:
            yield from _calm(comparison, passage, sure.get(passage.id, SURE), above=above)


def _once(item: Quote, above: Above) -> Quote | Remark:
    """A quotation, or where it stands above."""
    where = above.get((item.place, item.text))
    return Remark(item.lead, f"quoted above, at {where}") if where else item


def _at_a_glance(blocks: Sequence[Block]) -> Iterator[Block]:
    """Before the findings a table of them, to be pasted alone; what is told again has one row.

    A headline and the sentence below it give the same readings, one of them with a capital. A label that is
    but one of the readings ("told": told / not told) says nothing of what, so those rows stay apart.
    """
    told: dict[tuple[str, str, str], tuple[str, str, list[str]]] = {}
    for head, table in pairwise(blocks):
        if isinstance(head, Heading) and isinstance(table, Table):
            row, _, what = head.text.partition(": ")
            readings = " / ".join(f"{value} ({sources})" for value, sources in table.rows)
            label = what.partition(" (")[0]
            own = row if any(label.casefold() == value.casefold() for value, _ in table.rows) else ""
            told.setdefault((what.casefold(), readings.casefold(), own), (what, readings, []))[2].append(row)
    if sum(isinstance(block, Table) for block in blocks) > 1:
        rows = tuple((f"{_few(where)}: {what}", readings) for what, readings, where in told.values())
        yield Table(("Finding", "Readings and sources"), rows)
    yield from blocks


def _diverging(comparison: Comparison, passage: Passage, findings: Sequence[Finding]) -> Iterator[Block]:
    """A heading and a table for each finding of a passage, then what every source writes, once."""
    for block in _findings((_where(comparison, passage, finding), finding) for finding in findings):
        yield from block
    told = tuple(quotes(comparison, passage.cells, findings))
    here = {item.place[0] for item in told if isinstance(item, Quote)}
    alone = passage.status is Status.ONLY
    yield Items((*told, *(() if alone else absent(comparison, passage, here, findings))))


def _where(comparison: Comparison, passage: Passage, finding: Finding) -> str:
    """The passage, and those it conflicts with where the finding is none of its own."""
    own = finding.id in passage.findings
    return f"{passage.id}{'' if own else _against(_rivals(comparison, passage, [finding]))}"


def _rivals(comparison: Comparison, passage: Passage, findings: Iterable[Finding]) -> Rows:
    """The passages that hold another reading of some findings than one does, and who carries it there."""
    return rivals((_rows_of(comparison)[f.id] for f in findings), passage.id)


def _against(rows: Rows) -> str:
    """The passages that one conflicts with, and who tells them: the first few."""
    named = [f"{row} ({', '.join(sources)})" for row, sources in rows.items()]
    return f", conflicts with {_few(named)}" if named else ", self-conflict"


def _unplaced(comparison: Comparison) -> dict[str, list[Block]]:
    """The findings that stand in no passage, by the first one that holds a reading; empty where none does."""
    unplaced = [f for f in comparison.findings if f.passage is None]
    rows = {f.id: rows_of(_rows_of(comparison)[f.id]) for f in unplaced}
    told = _findings((_few(rows[f.id]) or ", ".join(_parties(f)), f) for f in unplaced)
    found: defaultdict[str, list[Block]] = defaultdict(list)
    for block, finding in zip(told, unplaced, strict=True):
        first = next(iter(rows[finding.id]), "")
        found[first] += (*block, Items(tuple(quotes(comparison, (), [finding]))))
    return found


def _findings(placed: Iterable[tuple[str, Finding]]) -> Iterator[tuple[Heading, Table]]:
    """The heading and the readings of each; the ID is told where two findings would be headed alike."""
    held = list(placed)
    alike = Counter((where, f.label, f.kind) for where, f in held)
    for where, f in held:
        alone = f.passage is None and len(_parties(f)) == 1
        kind = f"{f.kind}{', self-conflict' * alone}{f', {f.id}' * (alike[where, f.label, f.kind] > 1)}"
        rows = tuple((r.value, ", ".join(r.sources)) for r in f.readings)
        heading = f"{where}: {f.subject} ({kind})" if f.subject else f"{where}: {kind}"
        yield Heading(3, heading), Table(("Reading", "Sources"), rows)


def _parties(finding: Finding) -> list[str]:
    """Whose readings conflict."""
    return list(dict.fromkeys(source for reading in finding.readings for source in reading.sources))


def _few(names: Sequence[str]) -> str:
    """The first few of some names, and how many more there are."""
    rest = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + rest


def _only(comparison: Comparison) -> Iterator[Block]:
    alone = [(p.id, p.cells[0]) for p in _alone(comparison)]
    for source in comparison.sources:
        own = [quote(comparison, cell, (), name) for name, cell in alone if cell.source == source.id]
        if own:
            yield Heading(3, f"Only {source.id}: “{source.title}”" if source.title else f"Only {source.id}")
            yield Items(tuple(own))


def _agreements(comparison: Comparison) -> Iterator[Block]:
    sure, touched, groups = strengths(comparison), _touched(comparison), copied(comparison)
    for passage in comparison.passages:
        if passage.status is Status.AGREE and passage.id not in touched:
            yield from _calm(comparison, passage, sure[passage.id], groups)
    tied = tuple(_tied(comparison))
    if tied:
        yield Heading(3, "Told elsewhere: by others in another row")
        yield Items(tied)


def _tied(comparison: Comparison) -> Iterator[Quote]:
    """Passages of one source that a link joins with another row: not told by that source alone."""
    touched = _touched(comparison)
    for name in elsewhere(comparison):
        passage = comparison.passage(name)
        if passage.status is Status.ONLY and name not in touched:
            cell = passage.cells[0]
            yield quote(comparison, cell, (), f"{name}, {_told(comparison, passage, 'told')}: {cell.source}")


def _told(comparison: Comparison, passage: Passage, told: str, but: Container[str] = ()) -> str:
    """In which rows, but for some, a passage of one source is told too, whole or in part, and by whom.

    A weak link tells so of every second sentence at best: what hangs on one alone is told perhaps.
    """
    others = elsewhere(comparison)[passage.id]
    sure, weak = list[str](), list[str]()
    for row, there in others.items():
        who = ", ".join(c.source for c in there.cells)
        if row not in but and there.sure:
            sure.append(f"{row} ({who})")
        elif row not in but:
            weak.append(f"{row} ({who}, score {there.score:.0f})")
    part = " in part" if in_part(comparison, passage.cells[0], others.values()) else ""
    perhaps = f"perhaps {'' if sure else f'{told}{part} '}in {', '.join(weak)}" if weak else ""
    return ", ".join(filter(None, (f"{told}{part} in {', '.join(sure)}" if sure else "", perhaps)))


def _calm(
    comparison: Comparison, passage: Passage, sure: float, groups: Groups = (), above: Above = _NOTHING
) -> Iterator[Block]:
    """A passage without findings of its own; where the wording is near, what a source alone has is strong."""
    findings = _findings_told(comparison).get(passage.id, ())
    spans = [strong_in(comparison, findings, cell) for cell in passage.cells]
    if not findings and passage.wording is Wording.NEAR:
        marked = zip(passage.cells, passage_marks(comparison, passage), strict=True)
        spans = [[Span(c.source, m.start, m.end) for m in own if m.mark is WordMark.OWN] for c, own in marked]
    rows = _rivals(comparison, passage, findings)
    who = _who(comparison, passage, rows, "" if findings else " agree")
    one = ", one wire text" if not findings and by_copies(comparison, passage, groups) else ""
    yield Heading(3, f"{passage.id}: {who}{one}{_weak(sure)}{_against(rows) if findings else ''}")
    cells = zip(passage.cells, spans, strict=True)
    quoted = (_once(quote(comparison, cell, own, cell.source), above) for cell, own in cells)
    here = {cell.source for cell in passage.cells}
    alone = passage.status is Status.ONLY
    yield Items((*quoted, *(() if alone else absent(comparison, passage, here, findings))))


def _weak(score: float) -> str:
    return "" if score >= SURE else f", weak match: score {score:.0f}"


def _who(comparison: Comparison, passage: Passage, against: Container[str], agree: str) -> str:
    """Who tells a passage and how alike they word it; that they agree where no reading conflicts.

    A row that it conflicts with is named as that alone, not as one that tells the same too.
    """
    names = ", ".join(cell.source for cell in passage.cells)
    if passage.status is not Status.ONLY:
        return f"{names}{agree} ({_WORDING[passage.wording]})" if passage.wording else names
    if passage.id not in elsewhere(comparison):
        return f"only {names}"
    rows = _told(comparison, passage, "told elsewhere", against)
    return f"{names} here, {rows}" if rows else names


def _full(comparison: Comparison) -> Iterator[Block]:
    for passage in comparison.passages:
        moved = f", moved in {', '.join(passage.moved)}" if passage.moved else ""
        findings = _findings_told(comparison).get(passage.id, ())
        far = [f for f in findings if f.id not in passage.findings]
        against = _against(_rivals(comparison, passage, far)) if far else ""
        yield Heading(3, f"{passage.id}, {passage.status}{against}{moved}")
        own = (quote(comparison, c, strong_in(comparison, findings, c), c.source) for c in passage.cells)
        here = {cell.source for cell in passage.cells}
        yield Items((*own, *absent(comparison, passage, here, findings)))
    noise = tuple(
        Quote(f"{s.id} ¶{p.index + 1}, {p.reason}", s.text[p.start : p.end], (), (s.id, p.index))
        for s in comparison.sources
        for p in s.paragraphs
        if p.reason
    )
    if noise:
        yield Heading(3, "Left out as no part of the report")
        yield Items(noise)

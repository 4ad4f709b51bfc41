"""Comparison -> the blocks of a report, in order: what is said, never how a format writes it.

Every format draws the same blocks, so that Markdown and HTML cannot drift apart. Text is plain: the writer of
a format escapes all of it, ours and the articles'.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from itertools import chain
from pathlib import PurePath

from core.export.blocks import Block, Heading, Items, Place, Quote, Remark, Table, Words
from core.marks import matrix, passage_marks
from core.model import Cell, Comparison, Finding, Passage, Source, Span, Status, Wording, WordMark
from core.ties import SURE, strengths, tellers, told_alone, told_elsewhere
from core.version import VERSION

_WORDING = {Wording.SAME: "same wording", Wording.NEAR: "near wording", Wording.REWORDED: "reworded"}

_PLACES = 3
"""Paragraphs that are named of those that are not quoted; CSV and JSON have every place."""

_elsewhere = lru_cache(maxsize=1)(told_elsewhere)


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
    yield from _shared_wording(comparison)
    yield from _section("Divergences", chain(_placed(comparison), _unplaced(comparison)))
    yield from _section("In one source only", _only(comparison))
    yield from _section("Agreements", _agreements(comparison))
    yield from _moved(comparison)
    if full:
        yield from _section("Full alignment", _full(comparison))


def extract(comparison: Comparison, passages: Sequence[Passage]) -> Iterator[Block]:
    """Some passages alone, in the order given."""
    sure = strengths(comparison)
    for passage in passages:
        if passage.findings:
            yield from _diverging(comparison, passage)
        else:
            yield from _calm(comparison, passage, sure.get(passage.id, SURE))


def notes(comparison: Comparison, blocks: Iterable[Block]) -> dict[Place, str]:
    """The footnotes that some blocks need, in the order of their first use.

    Returns:
        For each paragraph quoted: who published it, under which title, when, where, and which paragraph.
    """
    lists = (block.items for block in blocks if isinstance(block, Items))
    places = (item.place for items in lists for item in items if isinstance(item, Quote))
    called = _origins(comparison.sources)
    return {place: _citation(comparison.source(place[0]), called[place[0]], place[1]) for place in places}


def _origins(sources: Sequence[Source]) -> Mapping[str, str | None]:
    """What the files of sources are called, by ID: their names, or as they were given where two are alike."""
    given = {s.id: s.origin for s in sources}
    names = {n: PurePath(o).name if o and "://" not in o else o for n, o in given.items()}
    often = Counter(names.values())
    return {n: name if name and often[name] == 1 else given[n] for n, name in names.items()}


def note_name(place: Place) -> str:
    """The name of the footnote of a paragraph: A3 for the third of source A."""
    return f"{place[0]}{place[1] + 1}"


def _citation(source: Source, origin: str | None, paragraph: int) -> str:
    title = f"“{source.title}”" if source.title else None
    about = (title, source.outlet, source.published, origin, source.url, f"paragraph {paragraph + 1}")
    return f"{source.id}: {', '.join(value for value in about if value)}"


def _head(comparison: Comparison, reproducible: bool) -> Iterator[Block]:
    title = comparison.sources[0].title if comparison.sources else ""
    count = _several(len(comparison.sources), "source")
    by = {status: sum(p.status is status for p in comparison.passages) for status in Status}
    alone = len(told_alone(comparison))
    rows = f", {tied} told elsewhere" if (tied := by[Status.ONLY] - alone) else ""
    now = "" if reproducible else f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, "
    yield Heading(1, f"{title}: {count} side by side" if title else f"{count} side by side")
    yield Words(
        f"{now}Sidelight {VERSION}, threshold {comparison.settings.threshold:g}, "
        f"{_several(len(comparison.passages), 'passage')}: {by[Status.AGREE]} agree, "
        f"{by[Status.DIVERGE]} diverge, {alone} in one source only{rows}; "
        "alignment is automatic: check the originals."
    )


def _sources(comparison: Comparison) -> Iterator[Block]:
    """The table of sources, without the columns that nobody fills, and what reading them changed."""
    sources = comparison.sources
    yield Heading(2, "Sources")
    if not sources:
        yield Words("None given.")
        return
    called = _origins(sources)
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


def _shared_wording(comparison: Comparison) -> Iterator[Block]:
    """Who copied whom, as far as wording tells: the matrix, where it holds more than one pair."""
    ids = [source.id for source in comparison.sources]
    if len(ids) < 3:
        return
    yield Heading(2, "Shared wording")
    yield Words(
        "How many of the words of the source on the left the others share, in passages that both tell."
    )
    rows = zip(ids, matrix(comparison), strict=True)
    yield Table(
        ("Source", *ids),
        tuple(
            (a, *("–" if a == b else f"{v:.0%}" for b, v in zip(ids, own, strict=True))) for a, own in rows
        ),
    )


def _section(heading: str, blocks: Iterable[Block]) -> Iterator[Block]:
    yield Heading(2, heading)
    held = list(blocks)
    yield from held or [Words("None found.")]


def _placed(comparison: Comparison) -> Iterator[Block]:
    for passage in comparison.passages:
        if passage.findings:
            yield from _diverging(comparison, passage)


def _diverging(comparison: Comparison, passage: Passage) -> Iterator[Block]:
    """A heading and a table for each finding of a passage, then what every source writes, once."""
    findings = [comparison.finding(f) for f in passage.findings]
    for block in _findings((passage.id, finding) for finding in findings):
        yield from block
    spans = [span for f in findings for r in f.readings for span in r.spans]
    told = _told(comparison, passage.cells, findings)
    yield Items((*told, *_silent(comparison, passage, spans)))


def _unplaced(comparison: Comparison) -> Iterator[Block]:
    """The findings that stand in no passage: self-conflicts, and those of cells that share no row."""
    unplaced = [f for f in comparison.findings if f.passage is None]
    told = _findings((_parties(finding), finding) for finding in unplaced)
    for block, finding in zip(told, unplaced, strict=True):
        yield from (*block, Items(tuple(_told(comparison, (), [finding]))))


def _findings(placed: Iterable[tuple[str, Finding]]) -> Iterator[tuple[Heading, Table]]:
    """The heading and the readings of each; the ID is told where two findings would be headed alike."""
    held = list(placed)
    alike = Counter((where, f.label, f.kind) for where, f in held)
    for where, f in held:
        kind = f"{f.kind}, {f.id}" if alike[where, f.label, f.kind] > 1 else str(f.kind)
        rows = tuple((r.value, ", ".join(r.sources)) for r in f.readings)
        heading = f"{where}: {f.label} ({kind})" if f.label else f"{where}: {kind}"
        yield Heading(3, heading), Table(("Reading", "Sources"), rows)


def _parties(finding: Finding) -> str:
    """Whose readings conflict, for a finding that stands in no passage."""
    names = list(dict.fromkeys(s for r in finding.readings for s in r.sources))
    return f"{names[0]}, self-conflict" if len(names) == 1 else ", ".join(names)


def _only(comparison: Comparison) -> Iterator[Block]:
    alone = [(p.id, p.cells[0]) for p in told_alone(comparison)]
    for source in comparison.sources:
        own = [_quote(comparison, cell, (), name) for name, cell in alone if cell.source == source.id]
        if own:
            yield Heading(3, f"Only {source.id}: “{source.title}”" if source.title else f"Only {source.id}")
            yield Items(tuple(own))


def _agreements(comparison: Comparison) -> Iterator[Block]:
    sure = strengths(comparison)
    for passage in comparison.passages:
        if passage.status is Status.AGREE:
            yield from _calm(comparison, passage, sure[passage.id])
    tied = tuple(_tied(comparison))
    if tied:
        yield Heading(3, "Told elsewhere: by others in another row")
        yield Items(tied)


def _moved(comparison: Comparison) -> Iterator[Block]:
    """How many passages, and which, stand at another place in a source than their neighbours do."""
    moved = [f"{p.id} (in {', '.join(p.moved)})" for p in comparison.passages if p.moved]
    if moved:
        yield Heading(2, "Moved")
        told = f"{_several(len(moved), 'passage')} at another place than the neighbours"
        yield Words(f"{told}: {', '.join(moved)}.")


def _tied(comparison: Comparison) -> Iterator[Quote]:
    """Passages of one source that a link joins with another row: not told by that source alone."""
    for name, others in _elsewhere(comparison).items():
        passage = comparison.passage(name)
        if passage.status is Status.ONLY:
            rows = ", ".join(
                f"{row} ({', '.join(c.source for c in told.cells)}{_weak(told.score)})"
                for row, told in others.items()
            )
            yield _quote(comparison, passage.cells[0], (), f"{name}, as {rows}: {passage.cells[0].source}")


def _calm(comparison: Comparison, passage: Passage, sure: float) -> Iterator[Block]:
    """A passage without findings; where the wording is near, what a source alone has is strong."""
    spans: list[Span] = []
    if passage.wording is Wording.NEAR:
        for cell, own in zip(passage.cells, passage_marks(comparison, passage), strict=True):
            spans += (Span(cell.source, m.start, m.end) for m in own if m.mark is WordMark.OWN)
    yield Heading(3, f"{passage.id}: {_who(passage)}{_weak(sure)}")
    yield Items(tuple(_quote(comparison, cell, spans, cell.source) for cell in passage.cells))


def _weak(score: float) -> str:
    return "" if score >= SURE else f", weak match: score {score:.0f}"


def _who(passage: Passage) -> str:
    """Who tells a passage and how alike they word it."""
    names = ", ".join(cell.source for cell in passage.cells)
    if passage.status is Status.ONLY:
        return f"only {names}"
    return f"{names} ({_WORDING[passage.wording]})" if passage.wording else names


def _full(comparison: Comparison) -> Iterator[Block]:
    for passage in comparison.passages:
        moved = f", moved in {', '.join(passage.moved)}" if passage.moved else ""
        yield Heading(3, f"{passage.id}, {passage.status}{moved}")
        spans = [s for f in passage.findings for r in comparison.finding(f).readings for s in r.spans]
        quotes = (_quote(comparison, cell, spans, cell.source) for cell in passage.cells)
        yield Items((*quotes, *_silent(comparison, passage)))
    noise = tuple(
        Quote(f"{s.id} ¶{p.index + 1}, {p.reason}", s.text[p.start : p.end], (), (s.id, p.index))
        for s in comparison.sources
        for p in s.paragraphs
        if p.reason
    )
    if noise:
        yield Heading(3, "Left out as no part of the report")
        yield Items(noise)


def _told(
    comparison: Comparison, cells: Sequence[Cell], findings: Sequence[Finding]
) -> Iterator[Quote | Remark]:
    """A quote of each cell, and of the first sentence elsewhere in which a source carries a reading.

    A name may stand in a hundred sentences: one shows how a source writes it, a remark counts the rest.
    """
    spans = [span for f in findings for r in f.readings for span in r.spans]
    quoted, others = dict.fromkeys(cells), dict[Cell, None]()
    for reading in (r for f in findings for r in f.readings):
        there = {span.source for span in reading.spans if any(_within(span, cell) for cell in cells)}
        for span in reading.spans:
            if not any(_within(span, cell) for cell in cells):
                cell = around(comparison.source(span.source), span)
                (others if span.source in there else quoted)[cell] = None
                there.add(span.source)
    for cell in quoted:
        yield _quote(comparison, cell, spans, cell.source)
    yield from _more(comparison, [cell for cell in others if cell not in quoted])


def _more(comparison: Comparison, others: Sequence[Cell]) -> Iterator[Remark]:
    """Of each source how many sentences are not quoted, and where the first of them stand."""
    for source in comparison.sources:
        own = [cell for cell in others if cell.source == source.id]
        places = list(dict.fromkeys(f"¶{cell.paragraph + 1}" for cell in own))
        rest = " …" if len(places) > _PLACES else ""
        if own:
            where = f"{', '.join(places[:_PLACES])}{rest}"
            yield Remark(source.id, f"the same in {_several(len(own), 'more sentence')}: {where}")


def _quote(comparison: Comparison, cell: Cell, spans: Sequence[Span], lead: str) -> Quote:
    strong = tuple((s.start - cell.start, s.end - cell.start) for s in spans if _within(s, cell))
    place = (cell.source, cell.paragraph)
    return Quote(f"{lead} ¶{cell.paragraph + 1}", comparison.text(cell), strong, place)


def _within(span: Span, cell: Cell) -> bool:
    return span.source == cell.source and cell.start <= span.start and span.end <= cell.end


def around(source: Source, span: Span) -> Cell:
    """The sentences of one paragraph that hold a span; the paragraph where it has none."""
    paragraph = next(p for p in source.paragraphs if p.start <= span.start < p.end)
    held = [s for s in paragraph.sentences if s.start < span.end and span.start < s.end]
    start, end = (held[0].start, held[-1].end) if held else (paragraph.start, paragraph.end)
    return Cell(source.id, paragraph.index, start, max(end, span.end))


def _silent(comparison: Comparison, passage: Passage, spans: Sequence[Span] = ()) -> Iterator[Remark]:
    """The sources that neither tell a passage, in any row, nor carry a reading of its findings."""
    told = {*tellers(passage, _elsewhere(comparison)), *(span.source for span in spans)}
    silent = [s.id for s in comparison.sources if s.id not in told]
    if silent:
        yield Remark(", ".join(silent), "not reported", quiet=True)


def _several(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"

"""A comparison as Markdown to paste into a memo.

Tables hold short values, bullets hold text: one quoted bullet for each source, never one column. Article
text stands on one line, inside quotation marks, and parses back to itself (see `core.export.escape`).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import chain

from core.export.escape import Range, embolden, escape, escape_line
from core.marks import passage_marks
from core.model import Cell, Comparison, Finding, Passage, Source, Span, Status, Wording, WordMark
from core.version import VERSION

_WORDING = {Wording.SAME: "same wording", Wording.NEAR: "near wording", Wording.REWORDED: "reworded"}


def to_markdown(comparison: Comparison, *, reproducible: bool = False, full: bool = False) -> str:
    """Write a comparison as Markdown.

    Args:
        comparison: What to write.
        reproducible: Leave the time out, so that the same comparison gives the same bytes.
        full: Add every passage in its order, and what was left out as no part of the report.

    Returns:
        The report: title, provenance, sources, divergences, what one source alone has, agreements, footnotes.
        One line for each paragraph; no HTML and no link; it ends with a newline.
    """
    notes = _Notes(comparison)
    lines = [
        *_head(comparison, reproducible),
        *_sources(comparison),
        *_section("Divergences", _divergences(comparison, comparison.passages, notes, loose=True)),
        *_section("In one source only", _only(comparison, notes)),
        *_section("Agreements", _agreements(comparison, notes)),
    ]
    if full:
        lines += _section("Full alignment", _full(comparison, notes))
    return "\n".join((*lines, *notes.lines())) + "\n"


def passages_to_markdown(comparison: Comparison, passages: Sequence[Passage]) -> str:
    """Write some passages as Markdown with their citations, for copying.

    Args:
        comparison: What they belong to.
        passages: Which, in the order wanted.

    Returns:
        A heading, the readings and the quoted bullets of each passage, then the footnotes they need.
    """
    notes = _Notes(comparison)
    lines: list[str] = []
    for passage in passages:
        if passage.findings:
            lines += _divergences(comparison, (passage,), notes, loose=False)
        else:
            lines += _passage(comparison, passage, notes, f"### {passage.id}: {_who(passage)}")
    return "\n".join((*lines, *notes.lines())) + "\n"


class _Notes:
    """The footnotes, one for each paragraph that is quoted, in the order of their first use."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._cited: dict[tuple[str, int], None] = {}

    def cite(self, source: str, paragraph: int) -> str:
        """The reference to a paragraph; remembered."""
        self._cited[source, paragraph] = None
        return f"[^{source}{paragraph + 1}]"

    def lines(self) -> Iterator[str]:
        """The definitions: who published it, under which title, when, where, and which paragraph."""
        for name, paragraph in self._cited:
            source = self._comparison.source(name)
            title = f"“{escape_line(source.title)}”" if source.title else ""
            about = (source.outlet, source.published, source.origin, source.url)
            told = [title, *(escape_line(value) for value in about if value), f"paragraph {paragraph + 1}"]
            yield f"[^{name}{paragraph + 1}]: {name}: {', '.join(filter(None, told))}"


def _head(comparison: Comparison, reproducible: bool) -> list[str]:
    title = escape_line(comparison.sources[0].title) if comparison.sources else ""
    count = _several(len(comparison.sources), "source")
    by = {status: sum(p.status is status for p in comparison.passages) for status in Status}
    now = "" if reproducible else f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, "
    provenance = (
        f"{now}Sidelight {VERSION}, threshold {comparison.settings.threshold:g}, "
        f"{_several(len(comparison.passages), 'passage')}: {by[Status.AGREE]} agree, "
        f"{by[Status.DIVERGE]} diverge, {by[Status.ONLY]} in one source only; "
        "alignment is automatic: check the originals."
    )
    return [f"# {title + ': ' if title else ''}{count} side by side", "", provenance, ""]


def _sources(comparison: Comparison) -> Iterator[str]:
    """The table of sources, without the columns that nobody fills, and what reading them changed."""
    sources = comparison.sources
    columns = {
        "Source": [s.id for s in sources],
        "Title": [escape_line(s.title) for s in sources],
        "Outlet": [escape_line(s.outlet or "") for s in sources],
        "Published": [escape_line(s.published or "") for s in sources],
        "Words": [str(len(s.text.split())) for s in sources],
        "Origin": [escape_line(s.origin or "") for s in sources],
        "URL": [escape_line(s.url or "") for s in sources],
    }
    filled = {name: values for name, values in columns.items() if any(values)}
    yield from ("## Sources", "")
    rows = zip(*filled.values(), strict=True)
    yield from _table(list(filled), ([value or "–" for value in row] for row in rows))
    warned = [f"- {s.id}: {escape_line(warning)}" for s in sources for warning in s.warnings]
    if warned:
        yield from (*warned, "")


def _divergences(
    comparison: Comparison, passages: Iterable[Passage], notes: _Notes, *, loose: bool
) -> Iterator[str]:
    """Each passage with its findings: a heading and a table for each, then what every source writes, once.

    Args:
        comparison: What they belong to.
        passages: Those to write; the ones without findings are passed over.
        notes: Collects the footnotes.
        loose: Add the findings that stand in no passage.
    """
    for passage in passages:
        findings = [comparison.finding(f) for f in passage.findings]
        for finding in findings:
            yield from _finding(finding, passage.id, findings)
        if findings:
            spans = [span for f in findings for r in f.readings for span in r.spans]
            yield from _bullets(comparison, passage.cells, spans, notes)
            yield from (_silent(comparison, passage), "") if _silent(comparison, passage) else ("",)
    unplaced = [f for f in comparison.findings if loose and f.passage is None]
    for finding in unplaced:
        where = _parties(finding)
        spans = [span for r in finding.readings for span in r.spans]
        yield from _finding(finding, where, [f for f in unplaced if _parties(f) == where])
        yield from (*_bullets(comparison, (), spans, notes), "")


def _finding(finding: Finding, where: str, beside: Sequence[Finding]) -> Iterator[str]:
    """The heading and the readings; the ID is told where two findings at one place would be headed alike."""
    same = sum((f.label, f.kind) == (finding.label, finding.kind) for f in beside)
    kind = f"{finding.kind}, {finding.id}" if same > 1 else str(finding.kind)
    label = escape_line(finding.label)
    yield from (f"### {where}: {label} ({kind})" if label else f"### {where}: {kind}", "")
    yield from _table(
        ("Reading", "Sources"), ((escape_line(r.value), ", ".join(r.sources)) for r in finding.readings)
    )


def _parties(finding: Finding) -> str:
    """Whose readings conflict, for a finding that stands in no passage."""
    names = list(dict.fromkeys(s for r in finding.readings for s in r.sources))
    return f"{names[0]}, self-conflict" if len(names) == 1 else ", ".join(names)


def _only(comparison: Comparison, notes: _Notes) -> Iterator[str]:
    for source in comparison.sources:
        cells = [
            (p.id, cell)
            for p in comparison.passages
            if p.status is Status.ONLY
            for cell in p.cells
            if cell.source == source.id
        ]
        if cells:
            title = f": “{escape_line(source.title)}”" if source.title else ""
            yield from (f"### Only {source.id}{title}", "")
            for passage, cell in cells:
                yield f"- {passage} {_quoted(comparison, cell, (), notes)}"
            yield ""


def _agreements(comparison: Comparison, notes: _Notes) -> Iterator[str]:
    for passage in comparison.passages:
        if passage.status is Status.AGREE:
            yield from _passage(comparison, passage, notes, f"### {passage.id}: {_who(passage)}")


def _passage(comparison: Comparison, passage: Passage, notes: _Notes, heading: str) -> Iterator[str]:
    """A passage without findings; where the wording is near, what a source alone has is bold."""
    spans: list[Span] = []
    if passage.wording is Wording.NEAR:
        for cell, own in zip(passage.cells, passage_marks(comparison, passage), strict=True):
            spans += (Span(cell.source, m.start, m.end) for m in own if m.mark is WordMark.OWN)
    yield from (heading, "", *_bullets(comparison, passage.cells, spans, notes), "")


def _who(passage: Passage) -> str:
    """Who tells a passage and how alike they word it."""
    names = ", ".join(cell.source for cell in passage.cells)
    if passage.status is Status.ONLY:
        return f"only {names}"
    return f"{names} ({_WORDING[passage.wording]})" if passage.wording else names


def _full(comparison: Comparison, notes: _Notes) -> Iterator[str]:
    for passage in comparison.passages:
        moved = f", moved in {', '.join(passage.moved)}" if passage.moved else ""
        yield from (f"### {passage.id}, {passage.status}{moved}", "")
        spans = [s for f in passage.findings for r in comparison.finding(f).readings for s in r.spans]
        inside = [s for s in spans if any(_within(s, cell) for cell in passage.cells)]
        yield from _bullets(comparison, passage.cells, inside, notes)
        yield from (_silent(comparison, passage), "") if _silent(comparison, passage) else ("",)
    noise = [
        f"- {s.id} ¶{p.index + 1}, {escape_line(p.reason)}: “{escape(s.text[p.start : p.end])}”"
        f"{notes.cite(s.id, p.index)}"
        for s in comparison.sources
        for p in s.paragraphs
        if p.reason
    ]
    if noise:
        yield from ("### Left out as no part of the report", "", *noise, "")


def _bullets(
    comparison: Comparison, cells: Sequence[Cell], spans: Sequence[Span], notes: _Notes
) -> Iterator[str]:
    """One quoted bullet for each cell, and for each sentence that holds a span outside of them."""
    astray = [s for s in spans if not any(_within(s, cell) for cell in cells)]
    outside = dict.fromkeys(_around(comparison.source(span.source), span) for span in astray)
    for cell in chain(cells, outside):
        yield f"- {cell.source} {_quoted(comparison, cell, spans, notes)}"


def _quoted(comparison: Comparison, cell: Cell, spans: Sequence[Span], notes: _Notes) -> str:
    ranges: list[Range] = [(s.start - cell.start, s.end - cell.start) for s in spans if _within(s, cell)]
    text = embolden(comparison.text(cell), ranges)
    return f"¶{cell.paragraph + 1}: “{text}”{notes.cite(cell.source, cell.paragraph)}"


def _within(span: Span, cell: Cell) -> bool:
    return span.source == cell.source and cell.start <= span.start and span.end <= cell.end


def _around(source: Source, span: Span) -> Cell:
    """The sentences that hold a span; the paragraph where it has none."""
    paragraph = next(p for p in source.paragraphs if p.start <= span.start < p.end)
    held = [s for s in paragraph.sentences if s.start < span.end and span.start < s.end]
    start, end = (held[0].start, held[-1].end) if held else (paragraph.start, paragraph.end)
    return Cell(source.id, paragraph.index, start, max(end, span.end))


def _silent(comparison: Comparison, passage: Passage) -> str:
    """The bullet of the sources that do not tell a passage; empty when all do."""
    told = {cell.source for cell in passage.cells}
    silent = ", ".join(s.id for s in comparison.sources if s.id not in told)
    return f"- {silent}: *not reported*" if silent else ""


def _section(heading: str, lines: Iterable[str]) -> list[str]:
    return [f"## {heading}", "", *(list(lines) or ["None found.", ""])]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    for row in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(row)} |"
    yield ""


def _several(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"

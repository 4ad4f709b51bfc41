"""What stands under a finding or a passage: its cells quoted, what else tells the same, and who is silent."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache

from core.across import row_finder
from core.export.blocks import Quote, Remark
from core.export.shared import elsewhere
from core.marks import differing
from core.model import Cell, Comparison, Finding, Passage, Source, Span
from core.ties import told_in

NAMED = 3
"""Paragraphs, or rows, that are named of more; CSV and JSON have every place."""
_row_at = lru_cache(maxsize=1)(row_finder)


def quotes(
    comparison: Comparison, cells: Sequence[Cell], findings: Sequence[Finding]
) -> Iterator[Quote | Remark]:
    """A quote of each cell, and of the first sentence elsewhere in which a source carries a reading.

    A name may stand in a hundred sentences: one shows how a source writes it, a remark counts the rest. Where
    no cells are given, those that hold the sentences are told whole, for their rows to point to.
    """
    quoted, others = dict.fromkeys(cells), defaultdict[tuple[str, str], dict[Cell, None]](dict)
    for reading in (r for f in findings for r in f.readings):
        there = {span.source for span in reading.spans if any(_within(span, cell) for cell in cells)}
        for span in reading.spans:
            if not any(_within(span, cell) for cell in cells):
                cell = around(comparison.source(span.source), span)
                (others[span.source, reading.value] if span.source in there else quoted)[cell] = None
                there.add(span.source)
    for cell in quoted if cells else dict.fromkeys(_whole(comparison, cell) for cell in quoted):
        row = None if cell in cells else _row_at(comparison)(cell.source, cell.start)
        lead = f"{row}, {cell.source}" if row else cell.source
        yield quote(comparison, cell, strong_in(comparison, findings, cell), lead)
    for source in comparison.sources:
        for (who, value), own in others.items():
            rest = [cell for cell in own if cell not in quoted]
            if who == source.id and rest:
                yield Remark(who, _also(value, rest))


def _whole(comparison: Comparison, sentences: Cell) -> Cell:
    """The cell of a row that holds some sentences; themselves where none holds all of them."""
    row = _row_at(comparison)(sentences.source, sentences.start)
    cell = comparison.passage(row).cell(sentences.source) if row else None
    return cell if cell and sentences.end <= cell.end else sentences


def _also(value: str, others: Sequence[Cell]) -> str:
    """In how many sentences that are not quoted a reading stands, and where the first of them are."""
    places = list(dict.fromkeys(f"¶{cell.paragraph + 1}" for cell in others))
    where = f"{', '.join(places[:NAMED])}{' …' * (len(places) > NAMED)}"
    return f"{value} also in {several(len(others), 'more sentence')}: {where}"


def quote(comparison: Comparison, cell: Cell, spans: Sequence[Span], lead: str) -> Quote:
    """A cell with some spans in it strong; `lead` says whose it is."""
    strong = tuple((s.start - cell.start, s.end - cell.start) for s in spans)
    place = (cell.source, cell.paragraph)
    return Quote(f"{lead} ¶{cell.paragraph + 1}", comparison.text(cell), strong, place)


def spans_of(findings: Sequence[Finding]) -> list[Span]:
    """Where the readings of some findings stand."""
    return [span for finding in findings for reading in finding.readings for span in reading.spans]


def strong_in(comparison: Comparison, findings: Sequence[Finding], cell: Cell) -> list[Span]:
    """The words of a cell by which the readings of some findings differ, rising."""
    words, found = _differing(comparison), list[Span]()
    for own in (words[finding.id] for finding in findings):
        first, last = (bisect_left(own, (cell.source, at), key=place_of) for at in (cell.start, cell.end))
        found += (span for span in own[first:last] if span.end <= cell.end)
    return sorted(found, key=place_of)


@lru_cache(maxsize=1)
def _differing(comparison: Comparison) -> Mapping[str, Sequence[Span]]:
    """For each finding its words, rising: a point that a hundred passages tell is laid out once."""
    return {f.id: sorted(differing(comparison, f), key=place_of) for f in comparison.findings}


def place_of(span: Span) -> tuple[str, int]:
    """Where a span begins: by this spans rise."""
    return span.source, span.start


def _within(span: Span, cell: Cell) -> bool:
    return span.source == cell.source and cell.start <= span.start and span.end <= cell.end


def around(source: Source, span: Span) -> Cell:
    """The sentences of one paragraph that hold a span; the paragraph where it has none."""
    paragraph = source.paragraphs[bisect_right(source.paragraphs, span.start, key=lambda p: p.start) - 1]
    first = bisect_right(paragraph.sentences, span.start, key=lambda s: s.end)
    held = paragraph.sentences[first : bisect_left(paragraph.sentences, span.end, key=lambda s: s.start)]
    start, end = (held[0].start, held[-1].end) if held else (paragraph.start, paragraph.end)
    return Cell(source.id, paragraph.index, start, max(end, span.end))


def absent(
    comparison: Comparison, passage: Passage, here: Container[str], findings: Sequence[Finding] = ()
) -> Iterator[Remark]:
    """Where each source that is not quoted at a passage tells it, as the screen does; then who does not.

    Args:
        comparison: What the passage is from.
        passage: The passage.
        here: IDs of the sources that are quoted.
        findings: Those to be seen at it: who carries a reading of one elsewhere is not silent.
    """
    row_at, spans = _row_at(comparison), defaultdict[str, list[Span]](list)
    for span in spans_of(findings):
        spans[span.source].append(span)
    others, silent = elsewhere(comparison).get(passage.id, {}), list[str]()
    for source in (s.id for s in comparison.sources if s.id not in here):
        rows = (row_at(source, span.start) for span in spans.get(source, ()))
        told = told_in(source, others, filter(None, rows), carries=source in spans)
        if told:
            yield Remark(source, told, quiet=True)
        else:
            silent.append(source)
    if silent:
        yield Remark(", ".join(silent), "not reported", quiet=True)


def several(count: int, noun: str) -> str:
    """How many of something: "1 source", "3 sources"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"

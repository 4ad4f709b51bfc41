"""A comparison as Markdown to paste into a memo.

Tables hold short values, bullets hold text: one quoted bullet for each source, never one column. Article
text stands on one line, inside quotation marks, and parses back to itself (see `core.export.escape`).
"""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from core.clusters import Groups
from core.export.blocks import Block, Heading, Items, Place, Quote, Remark, Table, Words
from core.export.escape import embolden, escape_line
from core.export.notes import note_name, notes
from core.export.report import extract, report
from core.model import Comparison, Passage


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
    blocks = list(report(comparison, reproducible=reproducible, full=full))
    cited = notes(comparison, blocks)
    return _written(blocks, cited, {place: note_name(place) for place in cited})


def passages_to_markdown(comparison: Comparison, passages: Sequence[Passage], groups: Groups = ()) -> str:
    """Write some passages as Markdown with their citations, for copying.

    Args:
        comparison: What they belong to.
        passages: Which, in the order wanted.
        groups: Sources that are one wire text, in groups, as `wire_texts` tells them.

    Returns:
        A heading, the readings and the quoted bullets of each passage, then the footnotes they need. These
        are named after the text of the source too: what is copied of two comparisons meets in one memo,
        where of two footnotes of one name the second would cite the first one's article.
    """
    blocks = list(extract(comparison, passages, groups))
    cited = notes(comparison, blocks)
    texts = {source: comparison.source(source).text for source, _ in cited}
    tags = {source: sha256(text.encode()).hexdigest()[:4] for source, text in texts.items()}
    return _written(blocks, cited, {place: f"{note_name(place)}-{tags[place[0]]}" for place in cited})


def _written(blocks: Sequence[Block], cited: Mapping[Place, str], names: Mapping[Place, str]) -> str:
    lines = [line for block in blocks for line in (*_block(block, names), "")]
    lines += (f"[^{names[place]}]: {escape_line(about)}" for place, about in cited.items())
    return "\n".join(lines).rstrip("\n") + "\n"


def _block(block: Block, names: Mapping[Place, str]) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f"{'#' * level} {escape_line(text)}"
        case Words(text):
            yield escape_line(text)
        case Table(head, rows):
            yield from (_row(head), _row(["---"] * len(head)))
            yield from (_row([escape_line(value) for value in row]) for row in rows)
        case Items(items):
            yield from (f"- {_item(item, names)}" for item in items)


def _row(values: Sequence[str]) -> str:
    return f"| {' | '.join(values)} |"


def _item(item: Quote | Remark, names: Mapping[Place, str]) -> str:
    lead = escape_line(item.lead)
    match item:
        case Quote(text=text, strong=strong, place=place):
            return f"{lead}: “{embolden(text, strong)}”[^{names[place]}]"
        case Remark(text=text, quiet=quiet):
            return f"{lead}: *{escape_line(text)}*" if quiet else f"{lead}: {escape_line(text)}"

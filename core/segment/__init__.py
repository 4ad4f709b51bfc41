"""Source -> the same source with paragraphs, noise, sentences, language and title."""

from collections.abc import Sequence
from dataclasses import replace

from core.front import Front, front_matter
from core.model import Paragraph, ParagraphKind, Source
from core.progress import Tick, silent, still, ticked
from core.safe import make_safe
from core.segment.blocks import Block, Line, lines_of, page_blocks, plain_blocks
from core.segment.dateline import is_byline, is_dateline
from core.segment.language import detect_language
from core.segment.markdown import ParseTimeout, looks_like_markdown, markdown_blocks
from core.segment.noise import Piece, bare, mark_noise
from core.segment.phrases import BYLINE, LABELLED, family
from core.segment.sentences import sentences_of
from core.settings import Limits

_HEADLINE = 200
"""Characters; a longer first line is a paragraph."""
_PREFACE = 3
"""Blocks among which a heading of the first order is still the headline: a standfirst may come first."""
_SHORT_TITLE = 72
"""Characters of the first paragraph that stand for a headline when there is none."""


def segment(source: Source, limits: Limits | None = None, tick: Tick = silent) -> Source:
    """Cut a source into paragraphs and sentences.

    Args:
        source: A source as read.
        limits: How much is parsed as Markdown, and how many sentences are told apart.
        tick: Told the fraction done, 0-1; what it raises stops the cutting.

    Returns:
        The same source with `paragraphs`; with a title, a language and what its front matter says of outlet,
        date and URL where it had none; and with a warning when its Markdown was too much for the parser.
    """
    text = source.text
    limits = limits or Limits()
    front = Front() if source.page else front_matter(text)
    blocks, markdown, warnings = _blocks(source, front, limits, tick)
    tick(0.2)
    headline = _headline_at(text, blocks)
    if headline is not None:
        blocks[headline] = blocks[headline]._replace(kind=ParagraphKind.HEADING)
    said = bare(text[blocks[headline].start : blocks[headline].end]) if headline is not None else ""
    title = source.title or front.title
    pieces = mark_noise(text, blocks, headline, said or title, tick)
    tick(0.5)
    language = source.language or detect_language(text)
    paragraphs, crowded = _paragraphs(text, pieces, language, limits.sentences, tick)
    return replace(
        source,
        paragraphs=paragraphs,
        title=title or make_safe(said or _opening(text, paragraphs), one_line=True)[0],
        outlet=source.outlet or front.outlet,
        published=source.published or front.published,
        url=source.url or front.url,
        language=language,
        markdown=markdown,
        warnings=tuple(
            dict.fromkeys((*source.warnings, *(_named(source, w) for w in (*warnings, *crowded))))
        ),
    )


def _named(source: Source, warning: str) -> str:
    """A warning with the file it is about."""
    return f"{source.origin}: {warning}" if source.origin else warning


def _blocks(
    source: Source, front: Front, limits: Limits, tick: Tick
) -> tuple[list[Block], bool, tuple[str, ...]]:
    """The blocks, whether they were read as Markdown, and a warning when they could not be."""
    text = source.text
    lines = [line for line in lines_of(text, lambda done: tick(0.1 * done)) if line.start >= front.end]
    tick(0.1)
    head = (
        [Block(0, len(text[: front.end].rstrip()), ParagraphKind.NOISE, "front matter")] if front.end else []
    )
    if source.page:
        return page_blocks(text, lines), False, ()
    markdown = looks_like_markdown(text) if source.markdown is None else source.markdown
    if not markdown:
        return head + plain_blocks(text, lines, tick), False, ()
    reason = _too_much(text, lines, limits)
    if not reason:
        try:
            return head + markdown_blocks(text, lines, limits.parse_seconds, tick), True, ()
        except ParseTimeout:
            reason = f"takes longer than {limits.parse_seconds:g} s to parse"
    return head + plain_blocks(text, lines, tick), False, (f"read as plain text: its Markdown {reason}",)


def _too_much(text: str, lines: Sequence[Line], limits: Limits) -> str:
    """Why an article is not parsed as Markdown; empty when it is."""
    if len(text) > limits.markdown_chars:
        return f"is longer than {limits.markdown_chars:,} characters"
    return f"has more than {limits.markdown_lines:,} lines" if len(lines) > limits.markdown_lines else ""


def _headline_at(text: str, blocks: list[Block]) -> int | None:
    """The block that is the headline, if one is: it may stand below furniture, author and date."""
    seen = 0
    for n, block in enumerate(blocks):
        said = text[block.start : min(block.end, block.start + _HEADLINE)]
        if block.kind is ParagraphKind.NOISE or _is_around(bare(said), n == 0):
            continue
        followed = n + 1 < len(blocks)
        if said.startswith("# ") or (not seen and _looks_like_one(text, block, followed)):
            return n
        seen += 1
        if seen == _PREFACE:
            break
    return None


def _is_around(said: str, first: bool) -> bool:
    """Whether a block is furniture, or tells author or date."""
    if first and LABELLED.fullmatch(said):
        return False
    return bool(family(said) or BYLINE.fullmatch(said)) or is_dateline(said) or is_byline(said)


def _looks_like_one(text: str, block: Block, followed: bool) -> bool:
    """Whether a block is a heading, or a short line that ends with a word, a question or a quotation."""
    if block.kind is ParagraphKind.HEADING:
        return True
    if block.kind is not ParagraphKind.PARAGRAPH or not followed or block.end - block.start > _HEADLINE:
        return False
    said = text[block.start : block.end]
    last = bare(said).rstrip("\"'”’»“)]")[-1:]
    return "\n" not in said and bool(last) and (last.isalnum() or last in "?!%")


def _opening(text: str, paragraphs: tuple[Paragraph, ...]) -> str:
    """The first words of the article."""
    first = next((p for p in paragraphs if p.kind is not ParagraphKind.NOISE), None)
    if first is None:
        return ""
    said = bare(text[first.start : min(first.end, first.start + 4 * _SHORT_TITLE)])
    if len(said) <= _SHORT_TITLE:
        return said
    return (
        said[:_SHORT_TITLE].rpartition(" ")[0].rstrip(" ,;:–—-") + "…"
        if " " in said[:_SHORT_TITLE]
        else said[:_SHORT_TITLE] + "…"
    )


def _paragraphs(
    text: str, pieces: Sequence[Piece], language: str | None, most: int, tick: Tick
) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    """The pieces with their numbers and sentences, and a warning when there are too many of those."""
    found = []
    left = most
    for index, piece in enumerate(ticked(pieces, tick, 0.5)):
        start, end, kind = piece.start, piece.end, piece.kind
        noise = kind is ParagraphKind.NOISE
        within = still(tick, 0.5 + 0.5 * index / len(pieces))
        sentences = () if noise else sentences_of(text, start, end, language, left, tick=within)
        found.append(Paragraph(index, start, end, kind, piece.reason, sentences))
        left -= len(sentences)
    warning = f"more than {most:,} sentences: past them, paragraphs are compared as they stand"
    return tuple(found), (warning,) if left <= 0 else ()

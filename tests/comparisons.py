"""Comparisons made by hand and by chance, for the tests of what is written from them.

No stage of the pipeline takes part: an export is held to its own laws, whatever aligned the articles.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from core.model import (
    Cell,
    Comparison,
    Finding,
    FindingKind,
    Link,
    Paragraph,
    ParagraphKind,
    Passage,
    Reading,
    Sentence,
    Source,
    Span,
    Status,
    Wording,
    source_id,
)
from core.safe import make_safe
from core.settings import Settings

HOSTILE = (
    *"|*_[]<>#~$@^=`\\&!:{}()-+.\"'",
    "**", "__", "~~", "==", "$$", "```", "~~~", "---", "===", "***", "\t", "\n", "\n\n", "  \n", "\\\n", "  ",
    "[^1]", "[^1]: note", "^[inline]", "[a](b)", "![a](b)", "[a]: http://example.org", "<b>", "</p>", "<!--",
    "-->", "<script>alert(1)</script>", "<https://example.org>", "&amp;", "&#64;", "&lt", "&nbsp;",
    "javascript:alert(1)", "https://example.org/a_b", "www.example.org", "example.com", "ada@example.org",
    "mailto:ada@example.org", "1. ", "1) ", "- ", "+ ", "* ", "> ", "# ", "    ",
    "| a | b |\n| --- | --- |\n", ":smile:", ": term", "- [ ] task", "{.class}", "$x$", "H~2~O", "x^2^",
    "#12", "@ada", "“", "”", "é", "e\u0301", "שלום", "日本", "👩‍👩‍👧", "\u00a0", "\u3000", "word", "12", "a",
    "<!DOCTYPE html>", "<?php", "<![CDATA[",
)  # fmt: skip
"""Pieces that mean something to some Markdown, HTML or terminal."""


def hostile_text(max_pieces: int = 12) -> st.SearchStrategy[str]:
    """Text made of hostile pieces and of any characters; safe for a terminal, not empty, not padded."""
    piece = st.sampled_from(HOSTILE) | st.text(max_size=4)
    pieces = st.lists(piece, min_size=1, max_size=max_pieces)
    return pieces.map(lambda p: make_safe("".join(p))[0].strip()).filter(bool)


def hostile_line() -> st.SearchStrategy[str]:
    """The same on one line, for titles, labels and values."""
    return hostile_text(6).map(lambda text: make_safe(text, one_line=True)[0]).filter(bool)


@dataclass(frozen=True)
class Words:
    """Every text of a comparison, and nothing of its shape."""

    cells: tuple[tuple[str, ...], ...]
    """For each source, what it says in each passage; the shape says which of them there are."""
    titles: tuple[str, ...]
    label: str
    values: tuple[str, str]


@dataclass(frozen=True)
class Shape:
    """Which source tells which passage, and what conflicts; nothing of the texts."""

    told: tuple[tuple[bool, ...], ...]
    """For each passage, whether each source tells it; at least one does."""
    diverging: tuple[bool, ...]
    """For each passage, whether it holds a finding (two sources must tell it)."""
    loose: bool
    """Whether the first source contradicts itself."""
    wording: Wording


def made(words: Words, shape: Shape, settings: Settings | None = None) -> Comparison:
    """Put a comparison together: each cell is a paragraph of one sentence, then one paragraph of noise."""
    sources, cells = [], []
    for number, title in enumerate(words.titles):
        own = [(row, words.cells[number][row]) for row, told in enumerate(shape.told) if told[number]]
        source, placed = _source(source_id(number), title, own, noise=words.label)
        sources.append(source)
        cells.append(placed)
    passages: list[Passage] = []
    findings: list[Finding] = []
    for row, told in enumerate(shape.told):
        held = tuple(cells[n][row] for n, there in enumerate(told) if there)
        conflict = shape.diverging[row] and len(held) > 1
        name = f"F{len(findings) + 1}"
        if conflict:
            findings.append(_finding(name, f"P{row + 1}", words, held))
        status = Status.DIVERGE if conflict else Status.AGREE if len(held) > 1 else Status.ONLY
        wording = shape.wording if len(held) > 1 else None
        passages.append(Passage(f"P{row + 1}", held, status, wording, (), (name,) if conflict else ()))
    if shape.loose and cells[0]:
        first = next(iter(cells[0].values()))
        findings.append(_finding(f"F{len(findings) + 1}", None, words, (first, first)))
    return Comparison(
        tuple(sources), tuple(passages), _links(passages), tuple(findings), settings or Settings()
    )


def _source(
    name: str, title: str, own: Sequence[tuple[int, str]], noise: str
) -> tuple[Source, dict[int, Cell]]:
    text, paragraphs, cells = "", [], {}
    for index, (row, said) in enumerate(own):
        start = len(text)
        end = start + len(said)
        paragraphs.append(
            Paragraph(index, start, end, ParagraphKind.PARAGRAPH, None, (Sentence(start, end),))
        )
        cells[row] = Cell(name, index, start, end)
        text += said + "\n\n"
    reason = "an appeal to subscribe"
    paragraphs.append(Paragraph(len(own), len(text), len(text) + len(noise), ParagraphKind.NOISE, reason))
    source = Source(text + noise, title, name, f"{name}/{title}", warnings=(title,))
    return replace(source, paragraphs=tuple(paragraphs)), cells


def _finding(name: str, passage: str | None, words: Words, cells: Sequence[Cell]) -> Finding:
    readings = []
    for value, cell in zip(words.values, (cells[0], cells[-1]), strict=True):
        third = (cell.end - cell.start) // 3
        span = Span(cell.source, cell.start + third, cell.end - third)
        readings.append(Reading(value, (cell.source,), (span,)))
    return Finding(name, FindingKind.NUMBER, passage, words.label, tuple(readings))


def _links(passages: Sequence[Passage]) -> tuple[Link, ...]:
    return tuple(Link(p.cells[0], other, 60.0) for p in passages for other in p.cells[1:])


@st.composite
def shapes(draw: st.DrawFn) -> Shape:
    """Up to four sources and six passages."""
    width = draw(st.integers(1, 4))
    told = st.lists(st.booleans(), min_size=width, max_size=width).filter(any).map(tuple)
    rows = draw(st.lists(told, min_size=1, max_size=6))
    diverging = draw(st.lists(st.booleans(), min_size=len(rows), max_size=len(rows)))
    return Shape(tuple(rows), tuple(diverging), draw(st.booleans()), draw(st.sampled_from(Wording)))


@st.composite
def hostile_words(draw: st.DrawFn, shape: Shape) -> Words:
    """Hostile texts for a shape, none for what a source does not tell."""
    width = len(shape.told[0])
    text = hostile_text()
    return Words(
        tuple(tuple(draw(text) if told[n] else "" for told in shape.told) for n in range(width)),
        tuple(draw(st.lists(hostile_line(), min_size=width, max_size=width))),
        draw(hostile_line()),
        (draw(hostile_line()), draw(hostile_line())),
    )


def plain_words(shape: Shape) -> Words:
    """The calmest texts for a shape."""
    width, rows = len(shape.told[0]), len(shape.told)
    return Words((("said",) * rows,) * width, ("title",) * width, "label", ("one", "two"))

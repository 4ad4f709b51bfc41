"""The text of a source as it is shown, the marks of its Markdown hidden. Pure."""

import re
from collections.abc import Iterator

from core.model import Paragraph, ParagraphKind, Source
from tui.cells import NOTHING, display

_BEFORE = {
    ParagraphKind.HEADING: re.compile(r"#{1,6}[ \t]+"),
    ParagraphKind.ITEM: re.compile(r"[-*+][ \t]+"),
    ParagraphKind.QUOTE: re.compile(r"(?:>[ \t]?){1,100}"),
    ParagraphKind.NOISE: re.compile(r"#{1,6}[ \t]+|[-*+][ \t]+|(?:>[ \t]?){1,100}"),
}
"""Marks at the beginning of a block. The number of an item stays: an author may mean it."""
_OURS = re.compile(r"(?:#{1,6}|-) ")
"""The marks that stand for the headings and items of a web page, in which no other mark means anything."""
_AROUND = (
    re.compile(r"(?<![*\\])(\*{1,3})(?=[^\s*])[^*\n]*[^\s*\\](\1)(?!\*)"),
    re.compile(r"(?<![\w\\])(_{1,3})(?=[^\s_])[^_\n]*[^\s_\\](\1)(?!\w)"),
    re.compile(r"(?<![`\\])(`)[^`\n]+(`)(?!`)"),
    re.compile(r"(?<!\\)(!?\[)[^\[\]\n]+(\]\([^()\s]*\))"),
)
"""Marks on both sides of words: emphasis, code, links with their address."""


def unmarked(source: Source) -> str:
    """The text of a source as it is shown: the same length, so that every offset means the same in both."""
    text = display(source.text)
    marks = _marks if source.markdown else _own_marks if source.page else None
    if marks is None:
        return text
    parts, at = [], 0
    for start, end in sorted({run for p in source.paragraphs for run in marks(source.text, p)}):
        if start >= at:
            parts += [text[at:start], NOTHING * (end - start)]
            at = end
    return "".join((*parts, text[at:]))


def _own_marks(text: str, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Runs of characters that we set before the words of a web page."""
    if found := _OURS.match(text, paragraph.start, paragraph.end):
        yield found.span()


def _marks(text: str, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Runs of characters that are marks and no words."""
    before = _BEFORE.get(paragraph.kind)
    found = before and before.match(text, paragraph.start, paragraph.end)
    if found:
        yield found.span()
    for pattern in _AROUND:
        for around in pattern.finditer(text, paragraph.start, paragraph.end):
            yield around.span(1)
            yield around.span(2)

"""Quotation marks of many languages: what stands between them, in a paragraph and over several."""

import re
from collections.abc import Iterator, Sequence

from core.model import ParagraphKind, Source
from core.progress import Tick, ticked

PAIRS = (
    *(("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("»", "«"), ("「", "」"), ("『", "』"), ('"', '"')),
    *(("'", "'"), ("‘", "’")),
)
_SINGLE = frozenset("'‘")
_MARKS = re.compile(
    '[“”„«»「」『』"\'‘’](?:(?<=[“”„«»「」『』"])'
    "|(?<=['‘])(?<![\\w.,!?…].)(?=[A-Z])|(?<=['’])(?<=[.,!?…].)(?!\\w))"
)
"""A single mark opens before a capital and closes behind a mark of the sentence: others are apostrophes."""
_OPEN = {a for a, _ in PAIRS}
_CLOSE = {a: {b for x, b in PAIRS if x == a} for a, _ in PAIRS}
_CLOSES = re.compile(r'(?<=\S)"(?!\w)')
"""A straight mark that can only close: something stands right before it and no word right behind."""
WITHOUT = 4
"""Paragraphs without a mark that a quotation may run through."""


def quotations(source: Source, tick: Tick) -> list[tuple[int, int]]:
    """Find what stands between quotation marks in an article.

    A quotation that its paragraph leaves open goes on over paragraphs without a mark if the next mark can
    only close it: of a long statement cut into paragraphs some open each part and some the first alone.

    Args:
        source: A segmented source.
        tick: Told now and then; what it raises stops the search.

    Returns:
        Half-open ranges without the marks, rising; none reaches over a paragraph. One that is never closed
        ends with its paragraph, unless its mark is single.
    """
    opening = _opening(source.text)
    found: list[tuple[int, int]] = []
    running, through = "", list[tuple[int, int]]()
    for paragraph in ticked(source.paragraphs, tick):
        if paragraph.kind is ParagraphKind.NOISE or not paragraph.sentences:
            continue
        marks = list(_MARKS.finditer(source.text, paragraph.start, paragraph.end))
        if running and not marks and len(through) < WITHOUT:
            through.append((paragraph.start, paragraph.end))
            continue
        if running and marks and marks[0].group() in _CLOSE[running] and not _opens(marks[0], opening):
            found += [*through, (paragraph.start, marks.pop(0).start())]
        running, through = "", []
        for begin, end, mark in _paired(marks, opening, paragraph.end):
            found.append((begin, end))
            running = mark if end == paragraph.end else ""
    return found


def _opening(text: str) -> frozenset[str]:
    """The marks that open in an article: where one is used either way, those that its first one tells of."""
    turned = {"“"} if "„" in text else set()
    if "«" in text and "»" in text:
        turned.add(max("«»", key=text.index))
    return frozenset(_OPEN - turned)


def _opens(match: re.Match[str], opening: frozenset[str]) -> bool:
    sign, text, at = match.group(), match.string, match.start()
    if sign in _SINGLE:
        return at == 0 or text[at - 1] not in ".,!?…"
    return sign in opening and not _CLOSES.match(text, at)


def _paired(
    marks: Sequence[re.Match[str]], opening: frozenset[str], last: int
) -> Iterator[tuple[int, int, str]]:
    """What the marks of one paragraph have between them, with the mark that opens it."""
    begin, mark = -1, ""
    for match in marks:
        sign, opens = match.group(), _opens(match, opening)
        if begin >= 0 and sign in _CLOSE[mark] and not (mark in _SINGLE and opens):
            yield begin, match.start(), mark
            begin = -1
        elif opens and (begin < 0 or (mark in _SINGLE and sign not in _SINGLE)):
            begin, mark = match.end(), sign
    if begin >= 0 and mark not in _SINGLE:
        yield begin, last, mark

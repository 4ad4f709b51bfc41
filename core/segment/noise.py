"""Blocks that are no part of the report: kept, shown dim, never aligned, each with its reason.

Precision comes first: a paragraph taken for noise by mistake is news that nobody compares. What a rule does
not know for certain stays in.
"""

import re
from collections.abc import Iterator, Sequence

from core.frozen import frozen
from core.model import ParagraphKind
from core.progress import Tick, ticked
from core.segment.blocks import Block
from core.segment.dateline import BY, PARTICLE, is_byline, is_dateline, is_hour
from core.segment.phrases import COMMENTS, DATELINE, ELSEWHERE, INSIDE, Inside, family

_LONGEST = 300
"""Characters. Furniture is short; longer blocks are not tried against the families."""
_TAIL = 0.67
"""Share of the article after which what follows a comment box belongs to it."""
_LINKS_TAIL = 0.85
"""Share of the article after which short blocks that follow "More from …" are other headlines."""
_CLOSED = 0.8
"""Share of the paragraphs that close a sentence, from which one that does not is looked at."""
_BYLINE, _TOP, _BOTTOM = 100, 5, 3
"""Characters of a byline, and the blocks from the top and from the bottom among which it stands."""
_UNDER = 3
"""Blocks among which the outlet may stand before the author: headline, its second line and the byline."""
_HOURS = 3
"""Lines of an hour alone from which they are those of a live blog; one or two may be results."""
_SUBHEAD = 4
"""Words of a heading in plain text; a longer one may tell something that others tell too."""
_LINK = re.compile(r"!?\[([^\[\]]{0,200})\]\([^()\s]{0,500}(?: \"[^\"]{0,100}\")?\)")
_MARKUP = re.compile(r"^[\s#>*_`~•·|-]{1,20}|[\s#*_`~|]{1,20}$|(?<=\S)\*{1,3}|\*{1,3}(?=\S)|__|`")
_EDGE = frozenset(" #>~•·|-")
"""Printable signs that those patterns find at the start and the end alone; four others they find anywhere."""
_WORDY = re.compile(r"[^\W_]")
_FINAL = re.compile(r"[.!?…。！？।؟۔][\"'”’»“)\]*_]{0,4}$")
_OUTLET, _BESIDE = re.compile(r" [|–—·-] [^|\d]{2,40}$"), 40
"""The outlet behind a headline, as the titles of pages have it; most characters that it adds."""
_CREDIT = re.compile(r"\([^()]{1,60}\)")
_MAP = re.compile(r"(?:the|this) (?:map|graphic|chart|illustration) (?:above |below )?shows\b", re.IGNORECASE)

BYLINE = "byline"
HEADING = "section heading"
HEADLINE = "repeated headline"


@frozen()
class Piece:
    """A block, or a part of one, with the reason why it is noise."""

    start: int
    """First character."""
    end: int
    """One past the last."""
    kind: ParagraphKind
    """Noise whenever there is a reason."""
    reason: str | None
    """In words for the reader."""


def bare(text: str) -> str:
    """A short text on one line without Markdown's marks around it, and of a link its words."""
    ends = text[:1] + text[-1:]
    marked = "*" in text or "_" in text or "`" in text or "[" in text
    if ends.isprintable() and _EDGE.isdisjoint(ends) and not marked:
        return " ".join(text.split())  # as nearly all texts: the patterns take ten times as long
    return " ".join(_MARKUP.sub("", _LINK.sub(r"\1", text)).split())


def mark_noise(
    text: str, blocks: Sequence[Block], headline: int | None, title: str, tick: Tick
) -> list[Piece]:
    """Tell the noise among the blocks of an article, cutting blocks that are noise in part.

    Args:
        text: The article.
        blocks: Its blocks.
        headline: Which of them is the headline; None when none is.
        title: What the headline says; a block that says it again is noise. May be empty.
        tick: Told how far it is, from .2 to .5: what comes before and after takes as long.

    Returns:
        Pieces that rise, never overlap and together hold what the blocks hold, white space aside.
    """
    reasons = _reasons(text, blocks, headline, title, tick)
    tick(0.4)
    lowered = text.lower().replace("\n", " ")
    active = [family for family in INSIDE if _hinted(lowered, family, tick)]
    pieces: list[Piece] = []
    for block, reason in ticked(list(zip(blocks, reasons, strict=True)), tick, 0.4, 0.5):
        if reason:
            pieces.append(Piece(block.start, block.end, ParagraphKind.NOISE, reason))
        else:
            pieces += _cut(text, block, active)
    return pieces


def _reasons(
    text: str, blocks: Sequence[Block], headline: int | None, title: str, tick: Tick
) -> list[str | None]:
    """Why each block as a whole is noise; None for one that is not."""
    longest = max(_LONGEST, len(title) + _BESIDE)
    said = [
        bare(text[b.start : b.end]) if b.end - b.start <= longest else ""
        for b in ticked(blocks, tick, 0.2, 0.25)
    ]
    reasons = [_whole(b, words) for b, words in zip(ticked(blocks, tick, 0.25, 0.3), said, strict=True)]
    _bylines(text, blocks, said, reasons)
    _hours(blocks, said, reasons)
    if headline is not None:
        reasons[headline] = None
    _headline(blocks, said, title, reasons)
    _headings(blocks, headline, reasons)
    _captions(text, blocks, reasons)
    tick(0.3)
    if _stops(text, blocks, reasons):
        tick(0.3)
        _subheads(text, blocks, reasons)
        tick(0.3)
        _lists(text, blocks, reasons)
    _tail(text, blocks, reasons)
    return reasons


def _hinted(lowered: str, family: Inside, tick: Tick) -> bool:
    """Whether an article holds one of the hints of a family."""
    tick(0.4)
    return any(hint in lowered for hint in family.hints)


def _whole(block: Block, said: str) -> str | None:
    """The family that says all of a block."""
    if block.kind is ParagraphKind.NOISE:
        return block.reason
    return family(said) if block.end - block.start <= _LONGEST else None


def _bylines(text: str, blocks: Sequence[Block], said: Sequence[str], reasons: list[str | None]) -> None:
    """Who wrote it, where and when, near the top or the bottom: little but names, which close no sentence."""
    for n in {*range(min(_TOP, len(blocks))), *range(max(0, len(blocks) - _BOTTOM), len(blocks))}:
        block = blocks[n]
        if reasons[n] or block.end - block.start > _BYLINE or _closed(text, block):
            continue
        lines = text[block.start : block.end].splitlines()
        if is_dateline("\n".join(map(bare, lines)), told=n >= _TOP):
            reasons[n] = DATELINE
            continue
        first, *rest = said[n].split() or [""]
        named = [word for word in rest if word[0].isupper()]
        plain = [word for word in rest if not word[0].isupper() and len(word) > PARTICLE]
        signed = first.lower() in BY and len(named) >= 2 and not plain
        if signed or (n < _UNDER and is_byline(said[n])):
            reasons[n] = BYLINE


def _hours(blocks: Sequence[Block], said: Sequence[str], reasons: list[str | None]) -> None:
    """The hours of a live blog, each on a line of its own."""
    told = [n for n, b in enumerate(blocks) if b.end - b.start <= _BYLINE and is_hour(said[n])]
    for n in told if len(told) >= _HOURS else ():
        reasons[n] = reasons[n] or DATELINE


def _headline(blocks: Sequence[Block], said: Sequence[str], title: str, reasons: list[str | None]) -> None:
    """The headline once more."""
    wanted = bare(title).casefold()
    if " " not in wanted:
        return  # one word says too little to be a headline
    short, seen = _OUTLET.sub("", wanted), False
    for n, block in enumerate(blocks):
        if block.end - block.start > len(title) + _BESIDE:
            continue
        words = said[n].casefold()
        if words in {wanted, short} or wanted == _OUTLET.sub("", words):
            if seen:
                reasons[n] = HEADLINE
            seen = True


def _headings(blocks: Sequence[Block], headline: int | None, reasons: list[str | None]) -> None:
    """Headings other than the headline, as Markdown marks them."""
    for n, block in enumerate(blocks):
        if n != headline and block.kind is ParagraphKind.HEADING and not reasons[n]:
            reasons[n] = HEADING


def _stops(text: str, blocks: Sequence[Block], reasons: Sequence[str | None]) -> bool:
    """Whether nearly all paragraphs of an article close a sentence, so that it tells when one does not."""
    closed = [_closed(text, block) for block, reason in zip(blocks, reasons, strict=True) if not reason]
    return len(closed) >= 5 and sum(closed) >= _CLOSED * len(closed)


def _subheads(text: str, blocks: Sequence[Block], reasons: list[str | None]) -> None:
    """Headings in plain text: few words that close no sentence, between blocks that do, as nearly all do."""
    closed = [_closed(text, block) for block in blocks]
    for n in range(1, len(blocks) - 1):
        said = text[blocks[n].start : blocks[n].end] if blocks[n].end - blocks[n].start <= 60 else ""
        if reasons[n] or closed[n] or not said[-1:].isalpha() or len(said.split()) > _SUBHEAD:
            continue
        if (
            blocks[n].kind is ParagraphKind.PARAGRAPH
            and closed[n - 1]
            and closed[n + 1]
            and said[0].isupper()
        ):
            reasons[n] = HEADING


def _captions(text: str, blocks: Sequence[Block], reasons: list[str | None]) -> None:
    """A credit alone in brackets, and the line on a map that stands over one."""
    for n, block in enumerate(blocks):
        said = text[block.start : block.end] if block.end - block.start <= _LONGEST else ""
        if not reasons[n] and _CREDIT.fullmatch(said) and not _FINAL.search(said[:-1]) and said.istitle():
            reasons[n] = "picture credit"
        if n and reasons[n] == "picture credit" and _MAP.match(text, blocks[n - 1].start):
            reasons[n - 1] = "picture caption"


def _lists(text: str, blocks: Sequence[Block], reasons: list[str | None]) -> None:
    """Headlines that follow "More from …", wherever it stands."""
    listed = False
    for n, block in enumerate(blocks):
        listed = reasons[n] == ELSEWHERE or (listed and not reasons[n] and not _closed(text, block))
        if listed and not reasons[n] and block.kind is not ParagraphKind.HEADING:
            reasons[n] = ELSEWHERE


def _tail(text: str, blocks: Sequence[Block], reasons: list[str | None]) -> None:
    """What follows a comment box or a list of links near the end, and stray headlines right before it."""
    length = blocks[-1].end if blocks else 0
    for n, block in enumerate(blocks):
        if reasons[n] == COMMENTS and block.start >= _TAIL * length:
            _fill(reasons, n, COMMENTS)
            break
        if reasons[n] == ELSEWHERE and block.start >= _LINKS_TAIL * length:
            _fill(reasons, n, ELSEWHERE)
            break
    end = len(blocks)
    while end and reasons[end - 1]:
        end -= 1
    if end < len(blocks):
        _stray(text, blocks, reasons, end)


def _fill(reasons: list[str | None], start: int, reason: str) -> None:
    for n in range(start, len(reasons)):
        reasons[n] = reasons[n] or reason


def _stray(text: str, blocks: Sequence[Block], reasons: list[str | None], end: int) -> None:
    """Lines before the furniture at the end that close no sentence, where all others do: other headlines."""
    start = end
    while start > 1 and end - start < 4 and not _closed(text, blocks[start - 1]):
        start -= 1
    body = [b for n, b in enumerate(blocks[1:start], 1) if not reasons[n]]
    closed = sum(1 for b in body if _closed(text, b))
    if len(body) >= 3 and closed >= 0.8 * len(body):
        for n in range(start, end):
            reasons[n] = ELSEWHERE


def _closed(text: str, block: Block) -> bool:
    """Whether a block ends as a sentence does."""
    return bool(_FINAL.search(text, max(block.start, block.end - 8), block.end))


def _cut(text: str, block: Block, families: Sequence[Inside]) -> Iterator[Piece]:
    """The block in pieces: what a family claims, and the rest."""
    claims = sorted(
        (match.start(), match.end(), family.reason)
        for family in families
        for match in family.pattern.finditer(text, block.start, block.end)
        if not (family.spoken and _quoted(text, block.start, match.start()))
    )
    at = block.start
    for start, end, reason in claims:
        if start < at:
            continue
        yield from _piece(text, at, start, block.kind, None)
        yield from _piece(text, start, end, ParagraphKind.NOISE, reason)
        at = end
    yield from _piece(text, at, block.end, block.kind, None)


def _quoted(text: str, start: int, at: int) -> bool:
    """Whether a place lies in a quotation that was opened in its block."""
    opened = sum(text.count(sign, start, at) for sign in "“«「")
    closed = sum(text.count(sign, start, at) for sign in "”»」")
    return opened > closed or text.count('"', start, at) % 2 == 1


def _piece(text: str, start: int, end: int, kind: ParagraphKind, reason: str | None) -> Iterator[Piece]:
    """The piece without the white space around it, unless nothing is left."""
    whole = text[start:end]
    left = start + len(whole) - len(whole.lstrip())
    right = start + len(whole.rstrip())
    if left < right and (reason or _WORDY.search(whole)):
        yield Piece(left, right, kind, reason)
    elif left < right:
        yield Piece(left, right, ParagraphKind.NOISE, "signs without words")

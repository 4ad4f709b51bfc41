"""Markdown -> blocks, through the block rules of markdown-it-py and their line maps.

An article is read for its headings, items, quotes and paragraphs. Code, HTML, tables and link definitions are
left off the parser: an unclosed fence would swallow an article, and they are where a parser grows quadratic.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from time import monotonic

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from core.model import ParagraphKind
from core.progress import Tick
from core.segment.blocks import Block, Line, joined, plain_blocks, wrap_width

_RULES = ("blockquote", "hr", "list", "heading", "lheading", "paragraph")
_HEADING = re.compile(r"#{1,6}[ \t]+\S")
_SIGNS = {
    "heading": ("#", re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)),
    "item": ("", re.compile(r"^ {0,3}(?:[-*+]|\d{1,3}[.)])[ \t]+\S", re.MULTILINE)),
    "strong": ("**", re.compile(r"(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*\*(?![\w*])")),
    "link": ("](", re.compile(r"\[[^\[\]\n]{1,200}\]\((?:https?://|/|#|mailto:)[^()\s]{1,500}\)")),
    "underline": (
        "\n===",
        re.compile(r"^(?! )[^\n]{1,200}[^\s\n][^\n]{0,20}\n={3,100}[ \t]*$", re.MULTILINE),
    ),
}
"""Kind of mark -> what a text must hold to have it, which is found at once, and its pattern."""
_BOLD = re.compile(r"(\*\*|__)[^*_\n]{1,100}[^*_\n.!…;,](?:\1:?|:\1)")
_PICTURE = re.compile(r"\[?!\[[^\[\]]{0,300}\]\([^()]{0,500}\)(?:\]\([^()]{0,500}\))?")
_BARE = re.compile(
    r"[-*_=`~|:+>#\s]+|</?[a-zA-Z!][^<>]{0,500}>"
    r"|\[[^\[\]\n]{1,200}\]:[ \t]{0,9}\S{1,2000}"
    r"(?:[ \t]{1,9}(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|\([^()\n]{0,200}\)))?"
)
_LOOK = 200_000
"""Characters that are looked at to tell Markdown from plain text."""


class ParseTimeout(Exception):  # noqa: N818 - nothing failed: the text is read as plain
    """The parser took longer than it may."""


def looks_like_markdown(text: str) -> bool:
    """Whether a text clearly holds Markdown: two headings, or two kinds of mark of which one is no list item.

    A dash at the start of a line is also how dialogue is printed, so items alone never decide.
    """
    head = text[:_LOOK]
    counts = {
        name: sum(1 for _ in _first_few(sign, head)) if holds in head else 0
        for name, (holds, sign) in _SIGNS.items()
    }
    if counts["heading"] >= 2 or counts["underline"] >= 2:
        return True
    kinds = sum(1 for name, n in counts.items() if n >= (2 if name in {"item", "strong"} else 1))
    return kinds >= 2


def markdown_blocks(text: str, lines: Sequence[Line], seconds: float, tick: Tick) -> list[Block]:
    """The blocks of a Markdown text.

    Args:
        text: The article.
        lines: Its lines, without those above that are front matter.
        seconds: How long the parser may take.
        tick: Told .1 while the parser runs; what it raises stops it.

    Returns:
        Blocks that rise, never overlap and hold every character that is not white space. Lines that hold
        markup alone are noise.

    Raises:
        ParseTimeout: the parser took longer.
    """
    width = wrap_width(text, lines)
    numbers = [line.number for line in lines]
    blocks: list[Block] = []
    done = 0
    skipped = lines[0].start - lines[0].indent if lines else len(text)
    above = lines[0].number if lines else 0
    tokens = _PARSER.parse(text[skipped:], {"until": monotonic() + seconds, "tick": tick})
    for top, bottom, kind in _leaves(tokens):
        first, last = (bisect_left(numbers, above + n, done) for n in (top, bottom))
        blocks += _left_over(text, lines[done:first])
        blocks += _leaf(text, lines[first:last], kind, width)
        done = last
    return blocks + _left_over(text, lines[done:])


def _first_few(sign: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    for _, match in zip(range(3), sign.finditer(text), strict=False):
        yield match


def _in_time(state: StateBlock, _start: int, _end: int, _silent: bool) -> bool:
    """A rule that takes no line, but looks at the clock at each."""
    if monotonic() > state.env["until"]:
        raise ParseTimeout
    state.env["tick"](0.1)
    return False


def _parser() -> MarkdownIt:
    """The parser of blocks alone."""
    parser = MarkdownIt("commonmark")
    parser.core.ruler.enableOnly(["block"])
    parser.block.ruler.enableOnly([*_RULES])
    every = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    parser.block.ruler.before("blockquote", "in time", _in_time, every)  # type: ignore[arg-type]
    return parser


_PARSER = _parser()
"""Made once: that takes as long as to parse an article. What a parsing needs to know stands in its `env`."""


def _leaves(tokens: Sequence[Token]) -> Iterator[tuple[int, int, ParagraphKind]]:
    """First line, line after the last, and kind of each heading and paragraph."""
    within: list[str] = []
    for token in tokens:
        if token.type in {"blockquote_open", "list_item_open"}:
            within.append(token.type)
        elif token.type in {"blockquote_close", "list_item_close"}:
            within.pop()
        elif token.type in {"heading_open", "paragraph_open"} and token.map:
            yield token.map[0], token.map[1], _kind(token.type, within)


def _kind(type_: str, within: Sequence[str]) -> ParagraphKind:
    if type_ == "heading_open":
        return ParagraphKind.HEADING
    if not within:
        return ParagraphKind.PARAGRAPH
    return ParagraphKind.QUOTE if within[-1] == "blockquote_open" else ParagraphKind.ITEM


def _left_over(text: str, lines: Sequence[Line]) -> list[Block]:
    """What no rule took: rules between parts, empty items, what is nested too deep."""
    return [_bare(text, block) for block in plain_blocks(text, lines)]


def _bare(text: str, block: Block) -> Block:
    """The block, as noise when it is nothing but markup, as a heading when it is bold and no more."""
    if block.end - block.start > 3000:
        return block
    if _BARE.fullmatch(text, block.start, block.end):
        return block._replace(kind=ParagraphKind.NOISE)
    if _PICTURE.fullmatch(text, block.start, block.end):
        return block._replace(kind=ParagraphKind.NOISE, reason="picture")
    if block.kind is ParagraphKind.PARAGRAPH and _BOLD.fullmatch(text, block.start, block.end):
        return block._replace(kind=ParagraphKind.HEADING)
    return block


def _leaf(text: str, lines: Sequence[Line], kind: ParagraphKind, width: int) -> Iterator[Block]:
    """The paragraphs of one leaf: lines that were not wrapped stand alone, whatever Markdown joins."""
    group = list(lines)
    if not group:
        return
    if kind is ParagraphKind.HEADING and not _HEADING.search(text, group[0].start, group[0].end):
        underline = group.pop()
        yield from (_bare(text, b) for b in _underlined(text, group, width))
        yield Block(underline.start, underline.end, ParagraphKind.NOISE)
        return
    for n, run in enumerate(joined(text, group, width)):
        own = kind if n == 0 or run[0].indent or text[run[0].start] == ">" else ParagraphKind.PARAGRAPH
        yield _bare(text, Block(run[0].start, run[-1].end, own))


def _underlined(text: str, group: Sequence[Line], width: int) -> Iterator[Block]:
    """The lines above an underline: the last paragraph is the heading, if it is short enough for one."""
    runs = list(joined(text, group, width))
    for n, run in enumerate(runs):
        block = Block(run[0].start, run[-1].end, ParagraphKind.PARAGRAPH)
        short = n == len(runs) - 1 and block.end - block.start <= 200
        yield block._replace(kind=ParagraphKind.HEADING) if short else block

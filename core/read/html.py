"""A web page -> the text a reader sees of it, with headings and items marked as Markdown marks them.

libxml2 reads the page as a stream of tags: no tree is built, so that nesting costs nothing. What no browser
shows (scripts, styles, hidden parts) is left out, and so is what frames an article (menus, footers, boxes
beside it) as long as something else is left.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from core.front import URL, day

_SILENT, _FRAMES, _INLINE, _EMPTY = (
    frozenset(names.split())
    for names in (
        "script style template noscript svg math iframe object canvas audio video head select button",
        "nav aside footer",
        """a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark q rp rt
        ruby s samp small span strike strong sub sup time tt u var wbr""",
        "area base br col embed hr img input link meta source track wbr",
    )
)
"""Elements that hold nothing to read (of the head, title and links are looked at all the same), that frame an
article, that end no block (every other one does), and that have no end."""
_MARKS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### ", "h5": "##### ", "h6": "###### ", "li": "- "}
_HIDDEN = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_LINE_END = re.compile("[\v\x85\u2028\u2029]")
_OURS = re.compile(r"\A(#{1,6}|-) ")
_NAME = re.compile(r"\S.{0,200}", re.DOTALL)
_LANGUAGE = re.compile("[a-z]{2}(?![a-z])")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s{0,9}=\s{0,9}[\"']?([\w-]{3,30})", re.IGNORECASE)


class Page(NamedTuple):
    """What a page says, and what it says of itself."""

    text: str = ""
    """Its blocks, with a blank line between two of them; not yet made safe, empty when it shows nothing."""
    outlet: str | None = None
    published: str | None = None
    """As YYYY-MM-DD."""
    url: str | None = None
    language: str | None = None
    """ISO 639-1 code."""


def read_page(html: str) -> Page:
    """Read a web page.

    Args:
        html: The page; whatever it holds, and however little of it is closed.

    Returns:
        What a reader sees of it; entities are decoded, so that what they stand for has yet to be made safe.
    """
    page = _parsed(html, _FRAMES)
    return page if page.text else _parsed(html, frozenset())


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page names among its first bytes; None when it names none."""
    match = _CHARSET.search(data[:2048])
    return match.group(1).decode("ascii") if match else None


def _parsed(html: str, left_out: frozenset[str]) -> Page:
    from lxml import etree  # 35 ms to import, and only for pages

    reader = _Reader(left_out | _SILENT)
    parser = etree.HTMLParser(target=reader, encoding="utf-8", no_network=True, huge_tree=True)
    parser.feed(html.replace("\0", "\ufffd").encode("utf-8", "replace"))
    page: Page = parser.close()
    return page


class _Reader:
    """Takes the tags and the text as they come: the target that lxml calls."""

    def __init__(self, left_out: frozenset[str]) -> None:
        self._left_out = left_out
        self._open: list[str] = []
        """The elements within the outermost one that is left out, and that one; empty outside of any."""
        self._blocks: list[str] = []
        self._block: list[str] = []
        self._mark = ""
        self._exact = 0
        """How many elements are open in which line ends count."""
        self._title: list[str] | None = None
        self._headline = ""
        self._said: dict[str, str] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A tag that opens an element."""
        self._note(tag, attributes)
        if self._open or tag in self._left_out or _is_hidden(attributes):
            if tag not in _EMPTY:
                self._open.append(tag)
        elif tag == "br":
            self._block.append("\v")
        elif tag not in _INLINE:
            self._end_block()
            self._mark = _MARKS.get(tag, self._mark)
            self._exact += tag == "pre"

    def end(self, tag: str) -> None:
        """The end of an element, told by libxml2 also where the page forgot it."""
        if tag == "title":
            self._headline = self._headline or _SPACE.sub(" ", "".join(self._title or ())).strip()
            self._title = None
        if tag in _EMPTY:  # libxml2 tells it for these as well, and none of them was opened
            return
        if self._open:
            while self._open and self._open.pop() != tag:
                pass
        elif tag not in _INLINE:
            self._end_block()
            self._mark = ""
            self._exact -= tag == "pre"

    def data(self, text: str) -> None:
        """Text between tags."""
        if self._title is not None:
            self._title.append(text)
        elif not self._open:
            self._block.append(text.replace("\n", "\v") if self._exact > 0 else text)

    def close(self) -> Page:
        """The end of the page."""
        self._end_block()
        if self._headline and self._blocks and not any(b.startswith("# ") for b in self._blocks):
            self._blocks.insert(0, f"# {self._headline}")
        said = self._said
        return Page(
            "\n\n".join(self._blocks), said.get("outlet"), said.get("date"), said.get("url"), said.get("lang")
        )

    def _end_block(self) -> None:
        """Close a block: white space folds as in a browser, a line break parts lines.

        Where a block begins as one of our marks does, a no-break space follows, so that it is none.
        """
        lines = (_SPACE.sub(" ", line).strip() for line in _LINE_END.split("".join(self._block)))
        told = "\n".join(line for line in lines if line)
        if told:
            self._blocks.append(self._mark + told if self._mark else _OURS.sub("\\1\u00a0", told))
            self._mark = ""
        self._block.clear()

    def _note(self, tag: str, attributes: Mapping[str, str]) -> None:
        """What the page says of itself."""
        if tag == "title" and "svg" not in self._open:
            self._title = []
        elif tag == "html":
            self._say("lang", attributes.get("lang", "").lower(), _LANGUAGE)
        elif tag == "link" and attributes.get("rel") == "canonical":
            self._say("url", attributes.get("href", ""), URL)
        elif tag == "meta":
            content = attributes.get("content", "")
            match attributes.get("property") or attributes.get("name"):
                case "og:site_name":
                    self._say("outlet", content.strip(), _NAME)
                case "article:published_time" | "date":
                    self._say("date", day(content) or "", _NAME)

    def _say(self, what: str, value: str, form: re.Pattern[str]) -> None:
        if found := form.match(value):
            self._said.setdefault(what, found.group())


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style", "")[:2000]))

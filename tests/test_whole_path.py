"""Bytes of any kind, read, compared and exported: refused in one line, or a result that keeps every law."""

import json
from io import BytesIO

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from core.errors import ReadError
from core.export.csv import to_csv
from core.export.html import to_html
from core.export.json import to_json
from core.export.markdown import to_markdown
from core.model import Source
from core.pipeline import compare
from core.read import load
from tests.comparisons import HOSTILE
from tests.laws import check_document

PARSER = MarkdownIt("js-default").use(footnote_plugin)
TOLD = (
    "The silo burst on Monday.", "Nine people were hurt.", "9 people were hurt, the port said.",
    "Eleven people were hurt, said Ada Pell.", "“We heard it twice,” said Ada Pel.", "Nobody was hurt.",
    "He denied it.", "The port confirmed it.", "On June 3.", "On June 4.",
    "# The silo\n\n", "- one\n- two\n", "\n\n", "\n", " ",
)  # fmt: skip
ODD = (
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\xc3",
    b"\x1b[31m",
    b"\x9b31m",
    b"\x85",
    b"\r",
    b"\r\n",
)

PIECES = st.one_of(
    st.sampled_from(TOLD).map(str.encode),
    st.sampled_from(TOLD).map(str.encode),
    st.sampled_from(HOSTILE).map(str.encode),
    st.sampled_from(ODD),
    st.binary(max_size=6),
)
ARTICLES = st.lists(PIECES, min_size=1, max_size=14).map(b" ".join)


def source(data: bytes) -> Source | None:
    """The article, if it is one; a refusal is one safe line."""
    try:
        (read,) = load(["-"], stdin=BytesIO(data)).sources
    except ReadError as refusal:
        told = str(refusal)
    else:
        return read
    assert told.isprintable()
    return None


@example([b"The silo burst on Monday.", b"The silo burst on Monday. \xd8\x90"])  # an accent without a letter
@example([TOLD[4].encode() + b" \xcc\x80", TOLD[4].encode() * 2 + b" \xcc\x80"])
@given(st.lists(ARTICLES, min_size=2, max_size=3))
def test_whatever_is_read_keeps_the_laws_in_every_export(articles: list[bytes]) -> None:
    sources = [read for data in articles if (read := source(data)) is not None]
    comparison = compare(sources)
    text = to_json(comparison)
    check_document(json.loads(text))
    assert to_json(compare(sources)) == text
    tokens = PARSER.parse(to_markdown(comparison, full=True))
    inside = {child.type for token in tokens for child in token.children or ()}
    assert inside <= {"text", "strong_open", "strong_close", "em_open", "em_close", "footnote_ref"}
    to_csv(comparison).encode("utf-8")
    to_html(comparison, full=True).encode("utf-8")

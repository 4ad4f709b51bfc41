# ruff: noqa: E501 - pages are read on one line
"""A web page is read as what a reader sees of it, and nothing in it acts."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import ParagraphKind, Source
from core.read import load
from core.read.html import read_page
from core.safe import is_safe
from core.segment import segment
from tui.cells import NOTHING, display
from tui.unmarked import unmarked

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Bridge falls | Veldby Post</title>
<meta property="og:site_name" content="Veldby Post"><meta property="article:published_time" content="2026-05-11T10:00">
<link rel="canonical" href="https://veldby.example/bridge"><style>p { color: red }</style></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Bridge <b>falls</b></h1><p>It fell   at&nbsp;noon &amp; fast.<br>Nobody was hurt.</p>
<h2>The road</h2><ul><li>It is closed.</li><li><p>Until May.</p></li></ul>
<script>document.write("<p>never</p>")</script><p hidden>not shown</p><div style="display: none"><p>nor this</p></div>
<table><tr><td>12</td><td>hurt</td></tr></table></article><footer>All rights</footer></body></html>
"""
TEXT = """# Bridge falls

It fell at\xa0noon & fast.
Nobody was hurt.

## The road

- It is closed.

- Until May.

12

hurt"""


def article(folder: Path, content: str | bytes, name: str = "a.html") -> Source:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (source,) = load([str(path)]).sources
    return source


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml"])
def test_a_page_is_its_title_paragraphs_headings_and_items(tmp_path: Path, name: str) -> None:
    source = segment(article(tmp_path, PAGE, name))

    assert source.text == TEXT
    assert (source.title, source.outlet, source.published) == ("Bridge falls", "Veldby Post", "2026-05-11")
    assert (source.url, source.language, source.warnings) == ("https://veldby.example/bridge", "en", ())
    kinds = [source.text[p.start : p.end].split("\n")[0] + f" / {p.kind}" for p in source.paragraphs]
    assert "- It is closed. / item" in kinds
    assert "# Bridge falls / heading" in kinds


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One<p>Two", "One\n\nTwo"),
        ("<div>" * 100_000 + "deep" + "</div>" * 100_000, "deep"),
        ("<b>" * 50_000 + "<p>deep", "deep"),
        ("<ul><li>" * 20_000 + "deep", "- deep"),
        ("<p>5 < 6 and 7 > 6</p>", "5 < 6 and 7 > 6"),
        ("<nav>menu</nav>", "menu"),
        ("<p>a<!-- not shown --->b", "ab"),
        ("<svg><title>a</title><text>b</text></svg><p>seen", "seen"),
        ("<title>Bridge falls</title><p>It rained.", "# Bridge falls\n\nIt rained."),
        ("<?xml version='1.0' encoding='latin-1'?><p>größer", "größer"),
        ("<p>&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"),
        ("<pre>one\n  two</pre>", "one\ntwo"),
        ("<p>a\0b", "a\ufffdb"),
        ("<a href='javascript:alert(1)' onclick='x()'>here</a>", "here"),
        ("<p style='display:none'>a</p><p>b</p>", "b"),
        ("<nav>" * 500 + "menu" + "</nav>" * 500 + "<p>text", "text"),
        ("<nav><a>Home</a><br> MENU</nav><p>Art.</p>", "Art."),
        ("<div hidden><img src=x>SECRET</div><p>Art.", "Art."),
        ("<aside><hr><input>x<wbr>y<embed>z<source>MENU</aside><br hidden><p>Art.", "Art."),
        ("<div hidden><p><div></p></b>S</div></i>ECRET</div><p>Art.", "Art."),
        (
            "<p># a</p><p>- b<br># c</p><li>- d</li><p>\u2028\u2029# e",
            "#\u00a0a\n\n-\u00a0b\n# c\n\n- - d\n\n#\u00a0e",
        ),
    ],
)
def test_hostile_pages(html: str, text: str) -> None:
    assert read_page(html).text == text


@pytest.mark.parametrize(
    "said",
    [
        "[Watch]: https://x.example/ 14 people died.",
        "1986. A great year for bridges.",
        "14. people died.",
        "# 14 people died.",
        "> 14 people died.",
        "- 14 people died.",
        "* 14 people died.",
        "**14 people died**",
        "--- 14 people died ---",
        "```<br>14 people died.<br>```",
        "14 people died<br>===",
        "![14 people died.](x)",
        "14 people _died_ [here](https://x.example/).",
    ],
)
def test_no_mark_of_markdown_acts_in_a_page(tmp_path: Path, said: str) -> None:
    source = segment(
        article(tmp_path, f"<h1>Bridge falls</h1><p>It rained a lot.</p><p>{said}</p><p>It fell at noon.")
    )

    told = [p.kind for p in source.paragraphs if "14 people" in source.text[p.start : p.end]]
    assert set(told) <= {ParagraphKind.PARAGRAPH}
    assert ParagraphKind.ITEM not in [p.kind for p in source.paragraphs]
    assert [p.reason for p in source.paragraphs if p.reason not in (None, "signs without words")] == []
    assert unmarked(replace(source, id="A")).replace(NOTHING, "") == display(source.text[2:]).replace(
        NOTHING, ""
    )


def test_what_a_page_writes_between_dashes_is_no_front_matter(tmp_path: Path) -> None:
    source = segment(
        article(tmp_path, "<p>---<br>url: https://x.example/<br>---</p><p>The bridge fell at noon.")
    )

    assert source.url is None
    assert "front matter" not in [p.reason for p in source.paragraphs]


@pytest.mark.parametrize(
    ("meta", "outlet", "published"),
    [
        ('<meta property="og:site_name" content=" ">', None, None),
        ('<meta name="date" content="2023-99-99"><meta name="date" content="2023-02-31">', None, None),
        (
            '<meta name="date" content="soon"><meta name="date" content="2023-02-28T10:00Z">',
            None,
            "2023-02-28",
        ),
        (
            '<meta property="og:site_name" content=""><meta property="og:site_name" content="Post">',
            "Post",
            None,
        ),
        (
            '<meta property="og:site_name" content="Post"><meta property="og:site_name" content="Other">',
            "Post",
            None,
        ),
    ],
)
def test_what_a_page_says_of_itself_is_believed_when_it_says_something(
    meta: str, outlet: str | None, published: str | None
) -> None:
    page = read_page(f"{meta}<p>The bridge fell.")

    assert (page.outlet, page.published) == (outlet, published)


ENTITIES = {
    "&#27;[2J": "\u241b[2J",
    "&#x202e;": "\ufffd",
    "&#x9b;2J": "›2J",  # as browsers have it: the C1 controls are read as cp1252
    "&#127;": "\u2421",
    "&#x200b;": "\ufffd",
    "&#x2066;": "\ufffd",
    "&#7;": "\u2407",
    "&#0;": "\ufffd",
    "&#xd800;": "\ufffd",
}


@pytest.mark.parametrize(("entity", "shown"), ENTITIES.items(), ids=ENTITIES)
def test_what_an_entity_stands_for_is_made_safe(tmp_path: Path, entity: str, shown: str) -> None:
    source = article(tmp_path, f"<title>a{entity}b</title><p>The bridge {entity} fell at noon.</p>")

    assert source.text == f"# a{shown}b\n\nThe bridge {shown} fell at noon."
    assert is_safe(segment(source).title, one_line=True)


@pytest.mark.parametrize("html", ["<!-- a comment that never ends", "<script>var a", "<p></p>", "<style>p{}"])
def test_a_page_that_shows_nothing_is_read_as_plain_text(tmp_path: Path, html: str) -> None:
    source = article(tmp_path, html)

    assert source.text == html
    assert source.warnings == (f"{source.origin}: read as plain text: its HTML shows nothing",)


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r"])
def test_the_encoding_that_a_page_names_is_believed(tmp_path: Path, charset: str) -> None:
    words = "Мост упал в полдень."

    source = article(tmp_path, f'<meta charset="{charset}"><p>{words}'.encode(charset))

    assert (source.text, source.warnings) == (words, ())


@pytest.mark.parametrize("charset", ["utf-7", "punycode", "rot13", "unicode_escape", "idna", "x" * 30, "hex"])
def test_an_encoding_that_no_page_is_in_is_not_believed(tmp_path: Path, charset: str) -> None:
    source = article(tmp_path, f'<meta charset="{charset}"><p>+ADw-b+AD4- Die Br'.encode() + b"\xfccke.")

    assert source.text == "+ADw-b+AD4- Die Brücke."
    assert source.warnings


_PIECES = st.sampled_from(
    ["<p>", "</p>", "<li>", "<nav>", "</nav>", "<!--", "-->", "<script>", "</script>", "<b", ">", "<br/>", "&#27;", "&amp;",
     "&", "<svg>", "</svg>", "<pre>", "\n", " ", "rain", "<title>", "</title>", "<table>", "<td hidden>", "]]>", "<![CDATA[", "\0"]
)  # fmt: skip


@given(st.lists(_PIECES | st.text(max_size=3), max_size=30).map("".join))
def test_whatever_the_page_it_is_read_and_cut(html: str) -> None:
    page = read_page(html)
    source = segment(Source.from_text(page.text, page=True))

    assert "\0" not in page.text
    held = "".join(source.text[p.start : p.end] for p in source.paragraphs)
    assert "".join(held.split()) == "".join(source.text.split())
    assert all(p.kind is ParagraphKind.NOISE or p.sentences for p in source.paragraphs)

"""CSV and HTML: what was written comes back, and nothing in an article can act in them."""

import csv
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.export.csv import HEAD, to_csv
from core.export.escape import folded
from core.export.html import to_html
from core.model import Comparison, Status, Wording
from tests.comparisons import Shape, Words, hostile_words, made, plain_words, shapes
from tests.tui import story

HEADER = {"html", "head", "meta", "title", "style", "body"}
TABLE = {"table", "thead", "tbody", "tr", "th", "td"}
TAGS = HEADER | TABLE | {"h1", "h2", "h3", "bdi", "p", "ul", "li", "q", "mark", "small", "i"}
VOID = {"meta"}
TWO = Shape(((True, True),), (True,), loose=False, wording=Wording.NEAR)


class Page(HTMLParser):
    """The tags in their order and the text of every quotation."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.open: list[str] = []
        self.quotes: list[str] = []
        self.style = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "q":
            self.quotes.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "q" in self.open:
            self.quotes[-1] += data
        if self.open[-1:] == ["style"]:
            self.style += data

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def structure(page: Page) -> list[object]:
    """The tags without the marked words."""
    return [tag for tag in page.tags if tag[0] != "mark"]


@given(data=st.data(), shape=shapes(), full=st.booleans())
def test_a_page_holds_the_article_text_and_no_structure_of_its(
    data: st.DataObject, shape: Shape, full: bool
) -> None:
    comparison = made(data.draw(hostile_words(shape)), shape)
    page = Page(to_html(comparison, reproducible=True, full=full))
    plain = Page(to_html(made(plain_words(shape), shape), reproducible=True, full=full))
    assert {tag for tag, _ in page.tags} <= TAGS
    assert structure(page) == structure(plain)
    assert page.open == []
    wanted = {comparison.text(cell) for passage in comparison.passages for cell in passage.cells}
    assert (
        set(page.quotes) - {s.text[p.start : p.end] for s in comparison.sources for p in s.paragraphs}
        == set()
    )
    assert wanted <= set(page.quotes)


def test_texts_of_one_wording_leave_the_structure_as_it_is() -> None:
    shape = Shape(((True,) * 3,) * 6, (False,) * 6, loose=False, wording=Wording.NEAR)
    alike = plain_words(shape)
    apart = replace(alike, cells=tuple((f"by {name}",) * 6 for name in "ABC"))
    one, other = (Page(to_html(made(words, shape), reproducible=True)) for words in (alike, apart))
    assert structure(one) == structure(other)


def test_a_page_asks_for_nothing_and_forbids_the_rest() -> None:
    written = to_html(made(plain_words(TWO), TWO))
    page = Page(written)
    policy = dict(next(attributes for tag, attributes in page.tags if dict(attributes).get("http-equiv")))
    digest = b64encode(sha256(page.style.encode()).digest()).decode()
    assert policy["content"] == f"default-src 'none'; style-src 'sha256-{digest}'"
    assert not re.search(r"(?i)\b(src|href|on\w+|action)=|url\(|@import", written)


@given(data=st.data(), shape=shapes())
def test_a_table_comes_back_and_runs_nothing(data: st.DataObject, shape: Shape) -> None:
    comparison = made(data.draw(hostile_words(shape)), shape)
    rows = list(csv.reader(StringIO(to_csv(comparison), newline="")))
    assert tuple(rows[0]) == HEAD
    spans = [(f, r, s) for f in comparison.findings for r in f.readings for s in r.spans]
    assert len(rows) == len(spans) + 1
    for row, (finding, reading, span) in zip(rows[1:], spans, strict=True):
        cells = dict(zip(HEAD, row, strict=True))
        assert cells["finding"] == finding.id
        assert cells["kind"] == finding.kind
        assert plainly(cells["label"]) == folded(finding.label)
        assert plainly(cells["reading"]) == folded(reading.value)
        assert plainly(cells["words"]) == folded(comparison.text(span))
        assert not any(re.match(r"\s*[=+\-@＝＋－＠\t]", value) for value in row)


def plainly(value: str) -> str:
    """A value without the apostrophe that keeps a spreadsheet from running it."""
    return value[1:] if re.match(r"'[\s']*[=+\-@＝＋－＠\t]", value) else value


def test_an_apostrophe_of_the_text_is_told_from_ours() -> None:
    words = Words((("said",),) * 2, ("title",) * 2, "'-label", ("'=one", "-two"))
    rows = list(csv.reader(StringIO(to_csv(made(words, TWO)))))
    assert [row[HEAD.index("reading")] for row in rows[1:]] == ["''=one", "'-two"]
    assert plainly("''=one") == "'=one"


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", ' \t=cmd|"/c calc"!A1'])
def test_a_formula_stays_text(value: str) -> None:
    words = Words((("said",),) * 2, ("title",) * 2, value, (value, "two"))
    row = list(csv.reader(StringIO(to_csv(made(words, TWO)))))[1]
    assert row[HEAD.index("label")].startswith("'")
    assert row[HEAD.index("reading")].startswith("'")


def test_each_row_names_the_file_of_its_source() -> None:
    head, *rows = csv.reader(StringIO(to_csv(story.comparison())))
    assert {row[head.index("source")]: row[head.index("origin")] for row in rows} == {
        source: f"{source.lower()}.txt" for source in "ABCD"
    }


def test_each_row_names_the_passage_that_holds_its_words() -> None:
    whole = story.comparison()
    across = next(f for f in whole.findings if f.passage is None)
    rows = csv.DictReader(StringIO(to_csv(whole)))
    assert [row["passage"] for row in rows if row["finding"] == across.id] == ["P4", "P1"]


def test_without_findings_the_table_is_its_head() -> None:
    calm = Shape(((True, True),), (False,), loose=False, wording=Wording.NEAR)
    comparison: Comparison = made(plain_words(calm), calm)
    assert {p.status for p in comparison.passages} == {Status.AGREE}
    assert to_csv(comparison) == ",".join(HEAD) + "\r\n"

"""Markdown: what it says, and that nothing in an article can change its structure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from core.export.escape import embolden, escape, escape_line, folded
from core.export.markdown import passages_to_markdown, to_markdown
from core.model import (
    Cell,
    Comparison,
    Finding,
    FindingKind,
    Link,
    Passage,
    Reading,
    Source,
    Span,
    Status,
    Wording,
)
from core.pipeline import compare
from core.settings import Settings
from tests.comparisons import (
    HOSTILE,
    Shape,
    hostile_line,
    hostile_text,
    hostile_words,
    made,
    plain_words,
    shapes,
)
from tests.core.made import article
from tests.tui import story

PARSERS = {
    "js-default": MarkdownIt("js-default").use(footnote_plugin),
    "with autolinks": MarkdownIt("js-default", {"linkify": True}).use(footnote_plugin),
}
PAIRS = ("heading", "paragraph", "bullet_list", "list_item", "table", "thead", "tbody", "tr", "th", "td")
BLOCKS = {
    *(f"{block}_{end}" for block in (*PAIRS, "footnote_block", "footnote") for end in ("open", "close")),
    "inline",
    "footnote_anchor",
}
INLINES = {"text", "strong_open", "strong_close", "em_open", "em_close", "footnote_ref"}


def skeleton(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """The structure without the text and the bold words."""
    for token in tokens:
        yield token.type, token.tag
        for child in token.children or ():
            if child.type not in {"text", "strong_open", "strong_close"}:
                yield child.type, child.tag


def texts(tokens: list[Token]) -> list[str]:
    """The text of every block, as a reader sees it."""
    return [
        "".join(c.content for c in token.children or () if c.type == "text")
        for token in tokens
        if token.type == "inline"
    ]


def quotes(tokens: list[Token]) -> list[str]:
    """What stands in quotation marks in the bullets, footnotes apart."""
    end = next((n for n, t in enumerate(tokens) if t.type == "footnote_block_open"), len(tokens))
    lines = [line for line in texts(tokens[:end]) if re.match(r"(P\d+|(P\d+, )?[A-Z]+) ¶", line)]
    return [line[line.index("“") + 1 : -1] for line in lines if line.endswith("”")]


def expected_quotes(comparison: Comparison, *, full: bool) -> list[str]:
    """Every cell in the order of the report, from the comparison alone."""
    paragraphs = [(s, p) for s in comparison.sources for p in s.paragraphs]
    first = comparison.sources[0].paragraphs[0]
    between = [Cell("A", 0, first.start, first.end)] * any(f.passage is None for f in comparison.findings)
    holding = {
        p.id for p in comparison.passages for c in p.cells if between and c.start == 0 and c.source == "A"
    }
    touched = [p for p in comparison.passages if p.id in holding and not p.findings]
    by = {
        status: [p for p in comparison.passages if p.status is status and p not in touched]
        for status in Status
    }
    wanted: list[Cell] = []
    for passage in comparison.passages:
        wanted += passage.cells if passage.findings else ()
        wanted += between if passage.id in holding else ()
    wanted += [] if holding else between
    wanted += [cell for p in touched for cell in p.cells if cell not in between]
    wanted += sorted((cell for p in by[Status.ONLY] for cell in p.cells), key=lambda cell: cell.source)
    wanted += [cell for p in by[Status.AGREE] for cell in p.cells]
    if full:
        wanted += [cell for passage in comparison.passages for cell in passage.cells]
        wanted += [Cell(s.id, p.index, p.start, p.end) for s, p in paragraphs if p.reason]
    return [folded(comparison.text(cell)) for cell in wanted]


@lru_cache(200)
def plain_skeleton(shape: Shape, full: bool) -> list[tuple[str, str]]:
    """The structure that a shape has with words that mean nothing to any parser."""
    markdown = to_markdown(made(plain_words(shape), shape), reproducible=True, full=full)
    return list(skeleton(PARSERS["js-default"].parse(markdown)))


@given(data=st.data(), shape=shapes(), full=st.booleans())
def test_parsed_back_it_is_the_article_text_and_nothing_else(
    data: st.DataObject, shape: Shape, full: bool
) -> None:
    comparison = made(data.draw(hostile_words(shape)), shape)
    markdown = to_markdown(comparison, reproducible=True, full=full)
    for parser in PARSERS.values():
        tokens = parser.parse(markdown)
        assert {t.type for t in tokens} <= BLOCKS
        assert {c.type for t in tokens for c in t.children or ()} <= INLINES
        assert list(skeleton(tokens)) == plain_skeleton(shape, full)
        assert quotes(tokens) == expected_quotes(comparison, full=full)


@given(data=st.data(), shape=shapes())
def test_titles_labels_and_values_come_back_too(data: st.DataObject, shape: Shape) -> None:
    words = data.draw(hostile_words(shape))
    comparison = made(words, shape)
    seen = texts(PARSERS["js-default"].parse(to_markdown(comparison, reproducible=True)))
    assert seen[0].startswith(f"{words.titles[0]}: ")
    assert set(words.titles) <= set(seen)
    if comparison.findings:
        assert any(words.label in text for text in seen)
        assert all(value in seen for value in words.values)


@given(hostile_text(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5))
def test_bold_words_are_bold_and_change_no_text(text: str, ranges: list[tuple[int, int]]) -> None:
    inside = [(a, b) for a, b in ranges if a < b <= len(text)]
    tokens = PARSERS["js-default"].parseInline(f"“{embolden(text, inside)}”")
    children = tokens[0].children or []
    assert "".join(c.content for c in children) == f"“{folded(text)}”"
    assert {c.type for c in children} <= {"text", "strong_open", "strong_close"}
    bold, deep = "", False
    for child in children:
        deep = {"strong_open": True, "strong_close": False}.get(child.type, deep)
        bold += child.content if deep else ""
    wanted = {n for a, b in inside for n in range(a, b) if text[n].isalnum()}
    assert [c for c in bold if c.isalnum()] == [text[n] for n in sorted(wanted)]


@given(hostile_line())
def test_a_value_survives_a_table(value: str) -> None:
    markdown = f"| a | b |\n| --- | --- |\n| {escape_line(value)} | A |\n"
    assert texts(PARSERS["js-default"].parse(markdown)) == ["a", "b", value, "A"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_every_hostile_piece_twice(piece: str) -> None:
    text = f"a{piece}b {piece} c{piece}{piece}"
    children = PARSERS["with autolinks"].parseInline(f"“{escape(text)}”")[0].children or []
    assert [c.type for c in children] == ["text"]
    assert children[0].content == f"“{folded(text)}”"


def test_the_point_of_a_shortened_word_is_bold_with_it() -> None:
    written = embolden("at 6:40 p.m. on 7 p.m.and 12. It", [(3, 12), (16, 22), (26, 29)])
    assert written == "at **6:40 p.m.** on **7 p.m**.and **12**. It"


def test_prose_stays_readable() -> None:
    prose = 'U.S. officials said at 10:30 p.m. that 3.5 million (about 4%) - "most" - had left; it\'s over!'
    assert escape(prose) == prose


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\tb", "a&#9;b"),
        ("<b>", r"\<b\>"),
        ("@ada #12", r"\@ada \#12"),
        ("x^2^ ==y== $5$", r"x\^2\^ \=\=y\=\= \$5\$"),
        ("[a](b)", r"\[a\](b)"),
        ("{.class}", r"\{.class\}"),
    ],
)
def test_what_other_dialects_would_take_is_escaped_as_well(text: str, written: str) -> None:
    assert escape(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("wire.txt", "wire.txt"),
        ("wire.TXT", "wire.TXT"),
        ("b.html, c.htm", "b.html, c.htm"),
        ("daily.md", r"daily\.md"),
        ("a.txts", r"a\.txts"),
        ("a.txt.com", r"a.txt\.com"),
        ("www.txt", r"www\.txt"),
        ("002_4a_b.txt", "002_4a_b.txt"),
        ("été_à_2.txt", "été_à_2.txt"),
        ("_a_ b_ _c a__b _", r"\_a\_ b\_ \_c a\_\_b \_"),
    ],
)
def test_the_name_of_a_text_file_is_no_address_and_half_of_it_no_emphasis(text: str, written: str) -> None:
    assert escape(text) == written
    children = PARSERS["with autolinks"].parseInline(f"“{written}”")[0].children or []
    assert {child.type for child in children} == {"text"}


def test_hard_wrapped_lines_are_joined() -> None:
    assert folded("one\n  two \n three  four") == "one two three  four"


def test_the_time_is_the_only_difference_between_two_runs() -> None:
    shape = Shape(((True, True),), (True,), loose=False, wording=Wording.NEAR)
    comparison = made(plain_words(shape), shape)
    timed, bare = to_markdown(comparison), to_markdown(comparison, reproducible=True)
    stamp = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC, ")
    assert stamp.sub("", timed) == bare
    assert len(stamp.findall(timed)) == 1
    assert to_markdown(comparison, reproducible=True) == bare


@given(data=st.data(), shape=shapes())
def test_copied_passages_carry_their_citations(data: st.DataObject, shape: Shape) -> None:
    comparison = made(data.draw(hostile_words(shape)), shape)
    chosen = data.draw(st.lists(st.sampled_from(comparison.passages), min_size=1, unique=True))
    markdown = passages_to_markdown(comparison, chosen)
    tokens = PARSERS["js-default"].parse(markdown)
    assert quotes(tokens) == [folded(comparison.text(c)) for p in chosen for c in p.cells]
    cited = {
        m for t in tokens for c in t.children or () if c.type == "footnote_ref" for m in [c.meta["label"]]
    }
    assert {name.rpartition("-")[0] for name in cited} == {
        f"{c.source}{c.paragraph + 1}" for p in chosen for c in p.cells
    }


def test_what_is_copied_of_two_comparisons_into_one_memo_cites_its_own_articles() -> None:
    copies, titles = [], ["Crane falls", "Crane down", "Pier opens", "New pier"]
    for n in (0, 2):
        said = [f"{title}: the port of Ostrel said so on Monday." for title in titles[n : n + 2]]
        made = compare([Source.from_text(t, title=titles[n + k]) for k, t in enumerate(said)])
        copies.append(passages_to_markdown(made, made.passages[:1]))
    tokens = PARSERS["js-default"].parse("\n".join((*copies, copies[0])))
    notes = [line for line in texts(tokens) if "paragraph 1" in line]
    assert [any(title in note for note in notes) for title in titles] == [True] * 4
    assert len(notes) == 4


def test_a_comparison_of_nothing_is_still_a_report() -> None:
    nothing = Comparison((), (), (), (), Settings())
    tokens = PARSERS["js-default"].parse(to_markdown(nothing, reproducible=True, full=True))
    assert {c.type for t in tokens for c in t.children or ()} == {"text"}
    assert "None given." in texts(tokens)


def test_who_carries_a_reading_elsewhere_is_not_silent() -> None:
    whole = story.comparison()
    first = whole.findings[0]
    far = whole.passages[5].cells[0]
    wide = replace(first.readings[0], sources=("A", "C", "D"))
    wide = replace(wide, spans=(*wide.spans, Span("D", far.start, far.start + 8)))
    findings = (replace(first, readings=(wide, first.readings[1])), *whole.findings[1:])
    lines = to_markdown(replace(whole, findings=findings), reproducible=True).splitlines()
    start = lines.index("### P2: deaths (number)")
    bullets = [line for line in lines[start : lines.index("### P3: name")] if line.startswith("- ")]
    assert any(line.startswith("- P6, D ¶3: “**Families** waited") for line in bullets)
    assert not any("not reported" in line for line in bullets)


def test_a_label_that_only_says_the_kind_is_not_said_again() -> None:
    whole = story.comparison()
    plain = replace(whole.findings[0], kind=FindingKind.NAME, label="name")
    lines = to_markdown(replace(whole, findings=(plain, *whole.findings[1:])), reproducible=True).splitlines()
    assert "### P2: name" in lines


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (("/desk/in/wire.txt", "/desk/in/daily.md", None), ("wire.txt", "daily.md", None)),
        (("/desk/wire.txt", "old/wire.txt", "b.txt"), ("/desk/wire.txt", "old/wire.txt", "b.txt")),
        (("https://daily.example/a/b", "/", "./a.txt"), ("https://daily.example/a/b", "/", "a.txt")),
    ],
)
def test_a_file_is_called_by_its_name_however_it_was_given(
    given: tuple[str | None, ...], written: tuple[str | None, ...]
) -> None:
    sources = [Source(f"Nobody was hurt {n}.", "T", id="ABC"[n], origin=o) for n, o in enumerate(given)]
    made = to_markdown(Comparison(tuple(sources), (), (), (), Settings()), reproducible=True)
    table = made.partition("## Shared wording")[0].splitlines()
    rows = [line.split(" | ")[-1].rstrip(" |") for line in table if line.startswith("| ")][2:]
    assert rows == [escape_line(name or "–") for name in written]


def test_a_name_in_many_sentences_is_quoted_once_for_each_source_and_reading() -> None:
    left, right = article(0, *[["Elder Pim rowed."]] * 40), article(1, *[["Elder Pym rowed."]] * 40)
    cells = tuple(Cell(s.id, 0, s.paragraphs[0].start, s.paragraphs[0].end) for s in (left, right))
    readings = tuple(
        Reading(value, (s.id,), tuple(Span(s.id, p.start + 6, p.start + 9) for p in s.paragraphs))
        for value, s in (("Pim", left), ("Pym", right))
    )
    placed = Finding("F1", FindingKind.NAME, "P1", "elder", readings)
    loose = Finding("F2", FindingKind.NAME, None, "rower", readings)
    passage = Passage("P1", cells, Status.DIVERGE, None, findings=("F1",))
    written = to_markdown(Comparison((left, right), (passage,), (), (placed, loose), Settings()))
    assert written.count("A ¶1: “Elder **Pim** rowed.”") == 2
    assert written.count("rowed.”") == 4
    assert written.count("- A: Pim also in 39 more sentences: ¶2, ¶3, ¶4 …") == 2
    assert written.count("| Pym | B |") == 2


def test_a_passage_is_never_copied_without_a_finding_that_touches_it() -> None:
    whole = story.comparison()
    between = next(f for f in whole.findings if f.passage is None)
    copied = passages_to_markdown(whole, [whole.passage("P4")])
    assert copied.startswith("### P4, conflicts with P1 (C): inquiry (date)\n")
    assert all(f"| {reading.value} | " in copied for reading in between.readings)
    quoted = [line for line in copied.splitlines() if line.startswith("- ")]
    assert [line.partition(":")[0] for line in quoted] == ["- A ¶4", "- P1, C ¶1"]
    assert re.search(r"^\[\^C1-[0-9a-f]{4}\]: C: ", copied, re.MULTILINE)


def test_the_report_tells_a_finding_across_rows_once_and_what_it_touches_as_no_agreement() -> None:
    written = to_markdown(story.comparison(), reproducible=True)
    diverging = written.partition("## Divergences")[2].partition("## In one source only")[0]
    assert diverging.count("### P1, P4: inquiry (date)") == written.count(": inquiry (date)\n") == 1
    assert diverging.count("### P1: A, B, C, D (reworded), conflicts with P4 (A)") == 1
    assert diverging.count("### P4: only A, conflicts with P1 (C)") == 1
    assert not any(f"{row}: " in written.partition("## In one source only")[2] for row in ("P1", "P4"))
    assert "7 passages: 1 agree, 2 diverge, 2 conflict across rows, 2 in one source only;" in written


@pytest.mark.parametrize(
    ("label", "heading"),
    [("quotation “the pier”", "P2: “the pier” (quote)"), ("quotation", "P2: quotation (quote)")],
)
def test_a_heading_calls_a_quotation_one_only_once(label: str, heading: str) -> None:
    whole = story.comparison()
    quote = replace(whole.findings[0], kind=FindingKind.QUOTE, label=label)
    made = replace(whole, findings=(quote, *whole.findings[1:]))
    assert f"### {heading}" in to_markdown(made).splitlines()


def test_who_tells_a_passage_in_another_row_is_not_silent() -> None:
    whole = story.comparison()
    passage = next(p for p in whole.passages if p.findings and len(p.cells) < len(whole.sources))
    silent = next(s.id for s in whole.sources if s.id not in {c.source for c in passage.cells})
    far = next(c for p in whole.passages for c in p.cells if c.source == silent)
    first, second = sorted((passage.cells[0], far), key=lambda c: c.source)
    tied = replace(whole, links=(*whole.links, Link(first, second, 90.0)))
    for told, says in ((whole, True), (tied, False)):
        lines = to_markdown(told, reproducible=True).splitlines()
        start = next(n for n, line in enumerate(lines) if line.startswith(f"### {passage.id}: "))
        absent = next((line for line in lines[start:] if "not reported" in line), "")
        assert (silent in absent.partition(":")[0]) is says


def test_the_report_tells_how_many_passages_moved_and_which() -> None:
    whole = story.comparison()
    a, d = (next(c for c in whole.passage("P3").cells if c.source == i).paragraph + 1 for i in "AD")
    written = to_markdown(whole).partition("## Moved\n\n")[2].splitlines()
    assert written[0] == "1 passage is told at another point of one source than of another:"
    assert written[4] == f"| P3 | A ¶{a}, in D ¶{d} |"
    twice = tuple(replace(p, cells=(*p.cells, *p.cells[-1:]) if p.moved else p.cells) for p in whole.passages)
    assert f"| P3 | A ¶{a}, in D ¶{d} |" in to_markdown(replace(whole, passages=twice))
    still = tuple(replace(p, moved=()) for p in story.comparison().passages)
    assert "## Moved" not in to_markdown(replace(story.comparison(), passages=still))

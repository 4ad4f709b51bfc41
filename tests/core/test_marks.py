"""Laws of the marks on words, and of the matrix made of them."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from core import Settings
from core.marks import _equal, _words, differing, matrix, passage_marks
from core.model import (
    Cell,
    Comparison,
    Finding,
    FindingKind,
    Passage,
    Reading,
    Source,
    Span,
    Status,
    WordMark,
    source_id,
)
from core.pipeline import compare

WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "river",
            "rose",
            "Élan",
            "élan",
            "24",
            "3,500",
            "by-law",
            "火",
            "災",
            "नदी",
            "and,",
            "«quoted»",
            "café",
            "harbour",
        ]
    ),
    min_size=1,
    max_size=12,
).map(" ".join)


def said(text: str) -> list[str]:
    return [w for _, _, w in _words(text, 0, len(text))]


def one_row(texts: list[str]) -> Comparison:
    sources = tuple(Source(f"## {t}", "", id=source_id(n)) for n, t in enumerate(texts))
    cells = tuple(Cell(s.id, 0, 3, len(s.text)) for s in sources)
    return Comparison(sources, (Passage("P1", cells, Status.AGREE, None),), (), (), Settings())


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_marks_rise_inside_the_cell_and_hold_whole_words(texts: list[str]) -> None:
    comparison = one_row(texts)
    passage = comparison.passages[0]
    rows = passage_marks(comparison, passage)
    assert len(rows) == len(passage.cells)
    for cell, marks in zip(passage.cells, rows, strict=True):
        text, at = comparison.source(cell.source).text, cell.start
        for mark in marks:
            assert at <= mark.start < mark.end <= cell.end
            at = mark.end
            assert not text[mark.start].isspace()
            assert not text[mark.end - 1].isspace()
            assert not (text[mark.start - 1].isascii() and text[mark.start - 1].isalnum())
        assert all(a.mark is not b.mark for a, b in pairwise(marks))


@given(WORDS, WORDS)
def test_shared_is_symmetric(a: str, b: str) -> None:
    def shared(texts: list[str]) -> list[str]:
        comparison = one_row(texts)
        rows = passage_marks(comparison, comparison.passages[0])
        return [
            " ".join(s.text[m.start : m.end] for m in marks if m.mark is WordMark.SHARED).casefold()
            for s, marks in zip(comparison.sources, rows, strict=True)
        ]

    left, right = shared([a, b])
    assert left.replace(" ", "").replace("-", "").replace(",", "").replace("«", "").replace("»", "") == (
        right.replace(" ", "").replace("-", "").replace(",", "").replace("«", "").replace("»", "")
    )
    assert all(
        m.mark is not WordMark.PARTIAL
        for row in passage_marks(one_row([a, b]), one_row([a, b]).passages[0])
        for m in row
    )


@given(WORDS)
def test_a_copy_is_shared_whole_and_one_source_has_no_marks(text: str) -> None:
    comparison = one_row([text, text])
    for marks in passage_marks(comparison, comparison.passages[0]):
        assert [m.mark for m in marks] == [WordMark.SHARED]
    alone = one_row([text])
    assert passage_marks(alone, alone.passages[0]) == ((),)


def test_three_sources_share_in_part() -> None:
    comparison = one_row(["a silo burned down", "a silo burned twice", "the barn fell"])
    rows = passage_marks(comparison, comparison.passages[0])
    assert [m.mark for m in rows[0]] == [WordMark.PARTIAL, WordMark.OWN]
    assert [m.mark for m in rows[2]] == [WordMark.OWN]


@pytest.mark.parametrize(
    ("a", "b", "shared"),
    [
        ("ferry at dawn", "tug at noon", []),  # a lone small word tells nothing
        ("ferry in at dawn", "tug in at noon", ["in at"]),  # four letters do
        ("ferry 7 dawn", "tug 7 noon", ["7"]),  # so does a number,
        ("ferry at 7 dawn", "tug at 7 noon", ["at 7"]),
        ("ferry 火 dawn", "tug 火 noon", ["火"]),  # and a word of another script
    ],
)
def test_a_run_is_shared_when_it_tells_something(a: str, b: str, shared: list[str]) -> None:
    made = one_row([a, b])
    (marks, _) = passage_marks(made, made.passages[0])
    text = made.sources[0].text
    assert [text[m.start : m.end] for m in marks if m.mark is WordMark.SHARED] == shared


@given(st.lists(WORDS, min_size=1, max_size=4))
def test_matrix_holds_shares(texts: list[str]) -> None:
    square = matrix(one_row(texts))
    assert len(square) == len(texts) == len(square[0])
    for i, row in enumerate(square):
        assert row[i] == 1.0
        assert all(0 <= x <= 1 for x in row)


def test_matrix_is_one_for_copies_and_nought_for_strangers() -> None:
    assert matrix(one_row(["fire at dawn", "fire at dawn"])) == ((1.0, 1.0), (1.0, 1.0))
    assert matrix(one_row(["fire at dawn", "nothing else"])) == ((1.0, 0.0), (0.0, 1.0))


def test_figures_glued_to_the_end_of_a_sentence_are_a_word_of_their_own() -> None:
    text = "The road to the coast stays closed until May 14.\u0663\u0663"
    assert matrix(compare([Source.from_text(text), Source.from_text(text)])) == ((1.0, 1.0), (1.0, 1.0))


@given(st.lists(WORDS, min_size=2, max_size=5))
def test_what_two_share_does_not_depend_on_who_else_is_there(texts: list[str]) -> None:
    square = matrix(one_row(texts))
    for i, j in combinations(range(len(texts)), 2):
        ((_, there), (back, _)) = matrix(one_row([texts[i], texts[j]]))
        assert (square[i][j], square[j][i]) == (there, back)


@given(WORDS, WORDS)
def test_of_two_sources_the_words_marked_shared_are_counted(a: str, b: str) -> None:
    comparison = one_row([a, b])
    ((_, there), (back, _)) = matrix(comparison)
    for share, source, marks in zip(
        (there, back), comparison.sources, passage_marks(comparison, comparison.passages[0]), strict=True
    ):
        words = [w for m in marks if m.mark is WordMark.SHARED for w in said(source.text[m.start : m.end])]
        assert share == len(words) / len(said(source.text))


def test_cells_of_the_same_words_are_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    opcodes = Levenshtein.opcodes

    def counted(a: Sequence[int], b: Sequence[int]) -> object:
        nonlocal compared
        compared += 1
        return opcodes(a, b)

    texts = [f"a silo of {('Karr', 'Vem', 'Ostrel', 'Tolvan')[n % 4]} burned down" for n in range(40)]
    comparison = one_row(texts)
    monkeypatch.setattr("core.marks.Levenshtein", SimpleNamespace(opcodes=counted))
    square = matrix(comparison)
    assert compared == 6
    assert square[0][4] == 1.0
    assert square[0][1] == square[38][1] == 5 / 6


def test_rows_of_very_many_words_are_compared_part_by_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.marks._LONGEST", 10)
    first = [n % 7 for n in range(95)]
    second = [*first[:50], 9, *first[51:]]

    runs = list(_equal(first, second))

    assert all(first[a : a + n] == second[b : b + n] for a, b, n in runs)
    assert sum(n for _, _, n in runs) == 94
    assert max(n for _, _, n in runs) <= 10
    assert list(_equal(first, first[:1]))
    assert list(_equal(first, [])) == []


@given(st.lists(WORDS, min_size=2, max_size=4))
def test_of_wordings_what_not_all_have_differs_and_nothing_else(texts: list[str]) -> None:
    comparison = one_row(texts)
    cells = comparison.passages[0].cells
    spans = [Span(c.source, c.start, c.end) for c in cells]
    readings = tuple(Reading(t, (s.source,), (s,)) for t, s in zip(texts, spans, strict=True))
    for kind in FindingKind:
        found = differing(comparison, Finding("F1", kind, "P1", "what", readings))
        inside = {s.source: s for s in spans}
        assert all(inside[s.source].start <= s.start < s.end <= inside[s.source].end for s in found)
        if kind is not FindingKind.QUOTE or len({tuple(said(t)) for t in texts}) == 1:
            assert found == tuple(spans)
        else:
            own = {c.source: comparison.source(c.source).text[c.start : c.end] for c in cells}
            bare = {
                tuple(said(_without(own[s.source], [f for f in found if f.source == s.source])))
                for s in spans
            }
            shortest = min(len(said(t)) for t in texts)
            assert all(len(words) <= shortest for words in bare)


def _without(text: str, spans: list[Span]) -> str:
    """A text, which stands behind the three characters of its heading, without some spans."""
    for span in reversed(spans):
        text = text[: span.start - 3] + " " + text[span.end - 3 :]
    return text


@given(st.text("abS_'-.,:12 \n"))
def test_plain_letters_alone_are_cut_into_the_same_words(text: str) -> None:
    assert _words(text, 0, len(text)) == _words(f"{text} é", 0, len(text) + 2)[:-1]

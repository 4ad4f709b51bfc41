"""How links tie the rows: against slow, obvious versions over random links."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Cell, Comparison, Link, Passage, Status
from core.settings import Settings
from core.ties import Told, in_part, strengths, told_alone, told_elsewhere, told_in
from tests.core.made import article

SOURCES = tuple(article(n, [f"Sentence {k} of {n}." for k in range(4)]) for n in range(3))
CELLS = [Cell(s.id, p.index, t.start, t.end) for s in SOURCES for p in s.paragraphs for t in p.sentences]
PAIRS = [(a, b) for a, b in combinations(CELLS, 2) if a.source != b.source]


def comparison(rows: Sequence[tuple[Cell, ...]], pairs: Sequence[tuple[Cell, Cell]]) -> Comparison:
    passages = tuple(
        Passage(f"P{n + 1}", row, Status.AGREE if len(row) > 1 else Status.ONLY, None)
        for n, row in enumerate(rows)
    )
    links = tuple(Link(a, b, 35.0 + n) for n, (a, b) in enumerate(pairs))
    return Comparison(SOURCES, passages, links, (), Settings())


@given(st.lists(st.sampled_from(PAIRS), unique=True), st.booleans())
def test_it_is_every_link_that_leaves_its_row(pairs: list[tuple[Cell, Cell]], together: bool) -> None:
    rows: list[tuple[Cell, ...]] = [(cell,) for cell in CELLS]
    if together:
        rows = [(CELLS[n], CELLS[n + 4], CELLS[n + 8]) for n in range(4)]
    made = comparison(rows, pairs)
    row_of = {cell: p.id for p in made.passages for cell in p.cells}
    expected: set[tuple[str, str, Cell]] = set()
    for a, b in pairs:
        if row_of[a] != row_of[b]:
            expected |= {(row_of[a], row_of[b], b), (row_of[b], row_of[a], a)}
    found = told_elsewhere(made)
    assert {
        (p, q, c) for p, others in found.items() for q, told in others.items() for c in told.cells
    } == expected


def test_a_cell_of_several_sentences_is_told_where_any_of_them_is() -> None:
    first, second = CELLS[0], CELLS[1]
    whole = Cell("A", first.paragraph, first.start, second.end)
    made = comparison([(whole,), *((c,) for c in CELLS[2:])], [(second, CELLS[4])])
    assert told_elsewhere(made)["P1"] == {"P4": Told((CELLS[4],), 35.0, (second,))}
    assert told_elsewhere(made)["P4"] == {"P1": Told((whole,), 35.0, (CELLS[4],))}


@given(st.sets(st.integers(0, 3)))
def test_a_cell_is_told_in_part_when_a_sentence_of_it_is_told_nowhere(told: set[int]) -> None:
    source = article(0, [f"Sentence {k}." for k in range(4)], ["Another."])
    made = Comparison((source,), (), (), (), Settings())
    paragraph = source.paragraphs[0]
    whole = Cell(source.id, 0, paragraph.start, paragraph.end)
    parts = [Cell(source.id, 0, s.start, s.end) for s in paragraph.sentences]
    others = [Told((), 60.0, (parts[n],)) for n in sorted(told, reverse=True)]
    assert in_part(made, whole, others) == (told != {0, 1, 2, 3})


@pytest.mark.parametrize(
    ("other", "score", "alone"),
    [
        ("The first bell rang at nine in the evening, neighbours told police.", 43.0, True),
        ("The first bell rang at nine in the evening, neighbours told police.", 50.0, False),
        ("Searchers found a dog at first light.", 43.0, False),
    ],
)
def test_a_weak_link_without_words_that_tell_says_nothing(other: str, score: float, alone: bool) -> None:
    sources = (
        article(0, ["Divers would search the wreck at first light, officials added."]),
        article(1, [other]),
    )
    a, b = (Cell(s.id, 0, 0, len(s.text)) for s in sources)
    rows = tuple(Passage(f"P{n + 1}", (c,), Status.ONLY, None) for n, c in enumerate((a, b)))
    made = Comparison(sources, rows, (Link(a, b, score),), (), Settings())
    assert told_alone(made) == (rows if alone else ())


@given(st.lists(st.sampled_from(PAIRS), unique=True))
def test_one_source_alone_tells_what_no_link_leaves(pairs: list[tuple[Cell, Cell]]) -> None:
    rows: list[tuple[Cell, ...]] = [
        (CELLS[0], CELLS[4]),
        *((c,) for c in CELLS if c not in {CELLS[0], CELLS[4]}),
    ]
    ends = {cell for pair in pairs for cell in pair}
    alone = {p.cells[0] for p in told_alone(comparison(rows, pairs))}
    assert alone == {row[0] for row in rows if len(row) == 1} - ends


@given(st.lists(st.sampled_from(PAIRS), unique=True))
def test_a_row_is_as_sure_as_its_most_loosely_tied_cell(pairs: list[tuple[Cell, Cell]]) -> None:
    rows = [(CELLS[n], CELLS[n + 4], CELLS[n + 8]) for n in range(4)]
    made = comparison(rows, pairs)
    for passage in made.passages:
        best = []
        for cell in passage.cells:
            ties = [x.score for x in made.links if cell in (x.a, x.b) and {x.a, x.b} <= set(passage.cells)]
            best.append(max(ties, default=0.0))
        assert strengths(made)[passage.id] == min(best)


@pytest.mark.parametrize(
    ("score", "held", "carries", "told"),
    [
        (60.0, ("P9",), True, "told in P4"),
        (40.0, ("P9", "P3"), True, "told in P9"),
        (40.0, (), True, "told in another row"),
        (40.0, (), False, "perhaps told in P4"),
        (None, ("P9",), True, "told in P9"),
        (None, (), False, ""),
    ],
)
def test_a_source_without_a_cell_tells_a_passage_where_that_is_surest(
    score: float | None, held: tuple[str, ...], carries: bool, told: str
) -> None:
    linked = {"P2": Told((Cell("C", 0, 0, 9),), 90.0, ())}
    if score is not None:
        linked["P4"] = Told((Cell("B", 3, 40, 52),), score, ())
    assert told_in("B", linked, held, carries=carries) == told

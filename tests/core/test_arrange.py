"""Rows from links that are given, whatever alignment would say of them."""

from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from core.arrange import arrange, longest_rising
from core.model import Cell, Link, Passage, Source
from tests.core.made import article


def _all_cells(sources: list[Source]) -> list[list[Cell]]:
    return [[Cell(s.id, p.index, t.start, t.end) for p in s.paragraphs for t in p.sentences] for s in sources]


def _link(a: Cell, b: Cell, score: float) -> Link:
    return Link(a, b, score)


def _rows(passages: tuple[Passage, ...]) -> list[str]:
    return [" ".join(f"{c.source}{c.paragraph + 1}" for c in p.cells) for p in passages]


def _three(a: int, b: int, c: int) -> list[Source]:
    return [article(n, [f"Sentence {n} {k}." for k in range(size)]) for n, size in enumerate((a, b, c))]


def test_rows_do_not_chain_by_a_weak_link() -> None:
    sources = _three(1, 1, 1)
    (a,), (b,), (c,) = _all_cells(sources)
    assert _rows(arrange(sources, [_link(a, b, 80), _link(b, c, 40)])) == ["A1 B1", "C1"]


def test_rows_do_not_chain_by_strong_links_either() -> None:
    sources = _three(1, 1, 1)
    (a,), (b,), (c,) = _all_cells(sources)
    assert _rows(arrange(sources, [_link(a, b, 80), _link(b, c, 90)])) == ["A1", "B1 C1"]


def test_one_missing_pair_of_several_is_forgiven() -> None:
    sources = [article(n, [f"Sentence {n}."]) for n in range(4)]
    a, b, c, d = (cells[0] for cells in _all_cells(sources))
    links = [_link(x, y, 80) for x, y in combinations((a, b, c), 2)]
    both = [*links, _link(a, d, 60), _link(b, d, 60)]
    assert _rows(arrange(sources, both)) == ["A1 B1 C1 D1"]
    assert _rows(arrange(sources, both[:-1])) == ["A1 B1 C1", "D1"]


def test_a_pair_under_the_threshold_speaks_for_a_row() -> None:
    sources = _three(1, 1, 1)
    (a,), (b,), (c,) = _all_cells(sources)
    links = [_link(a, b, 80), _link(b, c, 45)]
    assert _rows(arrange(sources, links, [_link(a, c, 25)])) == ["A1 B1 C1"]


def test_a_paragraph_is_cut_only_where_its_sentences_belong_to_different_rows() -> None:
    sources = [article(0, ["One.", "Two.", "Three.", "Four."], ["Five."]), article(1, ["Uno."], ["Cinque."])]
    first, second = _all_cells(sources)
    passages = arrange(sources, [_link(first[1], second[0], 60), _link(first[2], second[0], 50)])
    assert [[sources["AB".index(c.source)].text[c.start : c.end] for c in p.cells] for p in passages] == [
        ["One."],
        ["Two. Three.", "Uno."],
        ["Cinque."],
        ["Four."],
        ["Five."],
    ]


def test_what_the_base_lacks_stands_beside_its_neighbours() -> None:
    sources = _three(2, 4, 3)
    a, b, c = _all_cells(sources)
    links = [_link(a[0], b[1], 90), _link(a[1], b[3], 90), _link(b[2], c[1], 90)]
    assert _rows(arrange(sources, links)) == ["B1", "A1 B2", "C1", "B3 C2", "C3", "A2 B4"]


def test_the_shorter_of_two_crossing_runs_is_moved() -> None:
    sources = _three(4, 4, 0)
    a, b, _ = _all_cells(sources)
    links = [_link(a[k], b[m], 90) for k, m in ((0, 1), (1, 2), (2, 3), (3, 0))]
    assert [p.moved for p in arrange(sources, links)] == [(), (), (), ("B",)]


@settings(deadline=None)
@given(st.lists(st.integers(0, 30), max_size=12, unique=True))
def test_longest_rising_is_as_long_as_any(values: list[int]) -> None:
    found = sorted(longest_rising(values))
    assert all(values[x] < values[y] for x, y in combinations(found, 2))
    longest = max(
        sum(keep)
        for keep in product((0, 1), repeat=len(values))
        if (kept := [v for v, k in zip(values, keep, strict=True) if k]) == sorted(kept)
    )
    assert len(found) == longest


SHAPE = st.lists(st.lists(st.integers(1, 3), min_size=1, max_size=4), min_size=1, max_size=4)


@settings(max_examples=80, deadline=None)
@given(SHAPE, st.data())
def test_any_links_whatever_give_whole_rows(shape: list[list[int]], data: st.DataObject) -> None:
    sources = [
        article(n, *[[f"Word {k} {m}." for m in range(size)] for k, size in enumerate(own)], [])
        for n, own in enumerate(shape)
    ]
    cells = _all_cells(sources)
    pairs = [(a, b) for own, other in combinations(cells, 2) for a in own for b in other]
    chosen = data.draw(st.lists(st.sampled_from(pairs), unique=True, max_size=20)) if pairs else []
    scores = data.draw(st.lists(st.integers(10, 100), min_size=len(chosen), max_size=len(chosen)))
    made = [_link(a, b, score) for (a, b), score in zip(chosen, scores, strict=True)]
    passages = arrange(sources, [x for x in made if x.score >= 33], [x for x in made if x.score < 33])
    covered = [
        one
        for p in passages
        for c in p.cells
        for own in cells
        for one in own
        if (one.source, one.paragraph) == (c.source, c.paragraph)
        and c.start <= one.start
        and one.end <= c.end
    ]
    assert sorted(covered, key=str) == sorted((one for own in cells for one in own), key=str)
    assert all(len({c.source for c in p.cells}) == len(p.cells) for p in passages)
    linked = {frozenset((x.a.source, x.b.source)) for x in made if x.score >= 33}
    assert all(len(p.cells) == 1 or linked for p in passages)


@settings(deadline=None)
@given(st.tuples(*[st.integers(1, 4)] * 3), st.data())
def test_three_sources_share_a_row_only_where_every_two_have_something_in_common(
    size: tuple[int, int, int], data: st.DataObject
) -> None:
    sources = _three(*size)
    cells = _all_cells(sources)
    pairs = [(a, b) for own, other in combinations(cells, 2) for a in own for b in other]
    chosen = data.draw(st.lists(st.sampled_from(pairs), unique=True, min_size=3, max_size=20))
    made = [_link(a, b, data.draw(st.integers(20, 100))) for a, b in chosen]
    passages = arrange(sources, [x for x in made if x.score >= 33], [x for x in made if x.score < 33])
    known = set(chosen)
    for passage in passages:
        if len(passage.cells) == 3:
            assert all(pair in known for pair in combinations(passage.cells, 2))

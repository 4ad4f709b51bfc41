"""Rows from links that are given, whatever alignment would say of them."""

from itertools import combinations, permutations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from core.arrange import arrange
from core.model import Cell, Comparison, Link, Passage, Source, Wording
from core.rebase import longest_rising, rebase
from core.settings import Settings
from core.wording import wording
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


def test_a_row_is_worded_as_its_linked_cells_are_and_not_as_those_that_no_link_joins() -> None:
    texts = (
        "The old mill of Osterwick burned down on Monday evening.",
        "The old mill of Osterwick burned down this morning, early.",
        "The big barn of Osterwick burned down this morning, early.",
    )
    sources = [article(n, [text]) for n, text in enumerate(texts)]
    a, b, c = (cells[0] for cells in _all_cells(sources))
    links = [_link(a, b, 90), _link(b, c, 90)]
    (row,) = arrange(sources, links, [_link(a, c, 25)])
    assert row.wording is Wording.NEAR
    (row,) = arrange(sources, [*links, _link(a, c, 90)])
    assert row.wording is wording(texts[0], texts[2]) is Wording.REWORDED


def test_a_source_joins_a_row_by_its_mean_score_and_not_by_its_best() -> None:
    sources = [article(n, [f"Sentence {n}."]) for n in range(4)]
    a, b, c, d = (cells[0] for cells in _all_cells(sources))
    links = [_link(x, y, 80) for x, y in combinations((a, b, c), 2)]
    assert _rows(arrange(sources, [*links, _link(a, d, 60)], [_link(b, d, 20)])) == ["A1 B1 C1", "D1"]
    assert _rows(arrange(sources, [*links, _link(a, d, 80)], [_link(b, d, 20)])) == ["A1 B1 C1 D1"]


def test_a_source_that_was_refused_is_asked_again_when_the_row_has_grown() -> None:
    sources = [article(n, [f"Sentence {n}."]) for n in range(4)]
    a, b, c, d = (cells[0] for cells in _all_cells(sources))
    refused = [_link(a, b, 95), _link(a, d, 90)]
    assert _rows(arrange(sources, refused)) == ["A1 B1", "C1", "D1"]
    grown = [*refused, _link(a, c, 85), _link(b, c, 85), _link(c, d, 60)]
    assert _rows(arrange(sources, grown)) == ["A1 B1 C1 D1"]


def test_a_source_joins_between_two_others() -> None:
    sources = _three(1, 1, 1)
    (a,), (b,), (c,) = _all_cells(sources)
    assert _rows(arrange(sources, [_link(a, c, 90), _link(a, b, 60), _link(b, c, 60)])) == ["A1 B1 C1"]


def test_a_paragraph_that_one_source_alone_tells_is_one_cell() -> None:
    sources = [article(0, ["One.", "Two.", "Three."], ["Four.", "Five."]), article(1, ["Uno."], [])]
    assert [[p.cells[0].start, p.cells[0].end] for p in arrange(sources, [])] == [[0, 16], [18, 29], [0, 4]]


def test_two_rows_become_one_by_links_and_not_by_weak_pairs() -> None:
    sources = [article(n, [f"Sentence {n}."]) for n in range(4)]
    a, b, c, d = (cells[0] for cells in _all_cells(sources))
    links = [_link(a, b, 98), _link(c, d, 71), _link(a, d, 57), _link(b, d, 65)]
    assert _rows(arrange(sources, links, [_link(b, c, 28)])) == ["A1 B1", "C1 D1"]
    assert _rows(arrange(sources, [*links, _link(b, c, 38)])) == ["A1 B1 C1 D1"]


def test_the_order_of_the_sources_decides_no_row_at_the_very_threshold() -> None:
    # Sums of these in another order are less by the last bit.
    scores = 40.1, 66.3, 85.0
    for order in permutations(range(3)):
        sources = [article(n, [f"Sentence {n}."]) for n in range(4)]
        *three, d = (cells[0] for cells in _all_cells(sources))
        links = [_link(x, y, 90) for x, y in combinations(three, 2)]
        links += [_link(x, d, scores[n]) for x, n in zip(three, order, strict=True)]
        assert _rows(arrange(sources, links, threshold=sum(scores) / 3)) == ["A1 B1 C1 D1"]


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


def _told(passages: tuple[Passage, ...], sources: list[Source]) -> list[str]:
    texts = {s.id: s.text for s in sources}
    return [" / ".join(texts[c.source][c.start : c.end] for c in p.cells) for p in passages]


def test_a_sentence_joins_a_free_partner_that_is_nearly_as_near_before_it_widens_a_cell() -> None:
    sources = [article(0, ["One.", "Two.", "Three."], []), article(1, ["Uno.", "Tres."], [])]
    (one, _, three), (uno, tres) = _all_cells(sources)
    links = [_link(one, uno, 90), _link(one, tres, 80), _link(three, tres, 75)]
    assert _told(arrange(sources, links), sources) == ["One. / Uno.", "Two.", "Three. / Tres."]
    farther = [*links[:2], _link(three, tres, 70)]
    assert _told(arrange(sources, farther), sources) == ["One. / Uno. Tres.", "Two. Three."]


def test_two_sources_that_tell_two_things_side_by_side_keep_two_rows() -> None:
    sources = [article(n, said, []) for n, said in enumerate((["One.", "Two."], ["Uno.", "Dos."], ["Eins."]))]
    (one, two), (uno, dos), (eins,) = _all_cells(sources)
    links = [_link(two, eins, 90), _link(one, uno, 78), _link(two, dos, 60), _link(dos, eins, 60)]
    across = [_link(one, eins, 80), _link(uno, eins, 57)]
    rows = ["One. / Uno.", "Two. / Dos. / Eins."]
    assert _told(arrange(sources, links), sources) == rows
    assert _told(arrange(sources, links + across), sources) == rows


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


def test_what_one_source_alone_tells_moves_no_other_passage() -> None:
    sources = [article(0, [f"One {n}." for n in range(3)]), article(1, [f"Two {n}." for n in range(6)])]
    a, b = _all_cells(sources)
    passages = arrange(sources, [_link(a[k], b[m], 90) for k, m in ((0, 4), (1, 5), (2, 0))])
    assert _rows(passages) == ["A1 B5", "A2 B6", "A3 B1", "B2", "B3", "B4"]
    assert [p.moved for p in passages] == [(), (), ("B",), (), (), ()]


def test_the_source_that_leads_a_row_has_not_moved_in_it() -> None:
    sources = _three(4, 5, 1)
    a, b, c = _all_cells(sources)
    links = [_link(a[k], b[m], 90) for k, m in ((0, 2), (1, 3), (2, 4), (3, 0))]
    passages = arrange(sources, [*links, _link(b[1], c[0], 90)])
    assert _rows(passages) == ["A1 B3", "A2 B4", "A3 B5", "A4 B1", "B2 C1"]
    assert [p.moved for p in passages] == [(), (), (), ("B",), ()]


def test_of_two_sources_the_one_that_is_not_the_base_has_moved() -> None:
    sources = _three(3, 3, 0)
    a, b, _ = _all_cells(sources)
    links = tuple(_link(a[k], b[m], 90) for k, m in ((0, 1), (1, 2), (2, 0)))
    passages = arrange(sources, links)
    comparison = Comparison(tuple(sources), passages, links, (), Settings())
    assert [p.moved for p in passages] == [(), (), ("B",)]
    assert [p.moved for p in rebase(comparison, "B")] == [("A",), (), ()]


@settings(deadline=None)
@given(st.integers(1, 8).flatmap(lambda n: st.permutations(range(n))))
def test_as_few_passages_as_can_be_have_moved(order: list[int]) -> None:
    pairs = [["One.", "Two."]] * ((len(order) + 1) // 2)
    sources = [article(n, *pairs, []) for n in range(2)]
    a, b = _all_cells(sources)
    links = [_link(a[k], b[m], 90) for k, m in enumerate(order)]
    rows = [p for p in arrange(sources, links) if len(p.cells) > 1]
    assert [p.cells[0].start for p in rows] == sorted(p.cells[0].start for p in rows)
    assert {source for p in rows for source in p.moved} <= {"B"}
    starts = [p.cells[1].start for p in rows]
    steady = [start for start, p in zip(starts, rows, strict=True) if not p.moved]
    assert steady == sorted(steady)
    rising = (
        k
        for k in range(len(starts), 0, -1)
        if any(list(kept) == sorted(kept) for kept in combinations(starts, k))
    )
    assert len(steady) == next(rising)


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

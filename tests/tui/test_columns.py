from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.model import Comparison, Status
from tests.tui import story
from tests.tui.drawn import line_text
from tests.tui.worlds import spreads
from tui import columns
from tui.filters import Filter
from tui.hiding import without
from tui.look import Look
from tui.paint import paint
from tui.rows import Listing, sources_of
from tui.spread import Spread
from tui.state import View, ViewState

IDS = ("A", "B", "C", "D")
STEPS = st.lists(
    st.one_of(
        st.just(("hide", 0)),
        st.just(("show", 0)),
        st.tuples(st.just("move"), st.sampled_from((-1, 1))),
        st.tuples(st.just("choose"), st.integers(0, 8)),
        st.just(("base", 0)),
    ),
    max_size=30,
)


def at(source: str, **more: object) -> ViewState:
    return replace(ViewState(source=source), **more)  # type: ignore[arg-type]


def test_the_base_comes_first_and_the_others_as_they_were_put() -> None:
    assert columns.in_order(at("A"), IDS) == IDS
    assert columns.in_order(at("C", base="C"), IDS) == ("C", "A", "B", "D")
    assert columns.in_order(at("A", order=("D", "C", "B", "A")), IDS) == ("A", "D", "C", "B")
    assert columns.in_order(at("A", hidden=frozenset("B")), IDS) == ("A", "C", "D")


def test_a_source_is_hidden_and_its_neighbour_is_chosen() -> None:
    state = columns.hide(at("B"), IDS)
    assert (state.hidden, state.source) == (frozenset("B"), "C")
    state = columns.hide(replace(state, source="D"), IDS)
    assert (state.hidden, state.source) == (frozenset("BD"), "C")


def test_a_filter_by_a_source_goes_when_the_source_is_hidden() -> None:
    assert columns.hide(at("B", only=Filter(source="B")), IDS).only == Filter()
    assert columns.hide(at("B", only=Filter(source="C")), IDS).only == Filter(source="C")


def test_the_base_is_never_hidden_and_two_sources_stay() -> None:
    assert columns.hide(at("A"), IDS) == at("A")
    two = at("D", hidden=frozenset("BC"))
    assert columns.hide(two, IDS) == two


def test_a_source_moves_past_its_neighbours_and_over_what_is_hidden() -> None:
    state = columns.move(at("D"), IDS, -1)
    assert columns.in_order(state, IDS) == ("A", "B", "D", "C")
    assert columns.move(state, IDS, 1).order == IDS
    over = columns.move(at("D", hidden=frozenset("C")), IDS, -1)
    assert columns.in_order(over, IDS) == ("A", "D", "B")
    assert columns.move(at("B"), IDS, -1) == at("B")  # the base stays first
    assert columns.move(at("A"), IDS, 1) == at("A")
    assert columns.move(at("D"), IDS, 1) == at("D")


def test_showing_all_undoes_both() -> None:
    state = columns.hide(columns.move(at("D"), IDS, -1), IDS)
    assert columns.in_order(columns.show_all(state), IDS) == IDS


def walk(state: ViewState, ids: tuple[str, ...], what: str, n: int) -> ViewState:
    shown = columns.in_order(state, ids)
    ways = {
        "hide": lambda: columns.hide(state, ids),
        "show": lambda: columns.show_all(state),
        "move": lambda: columns.move(state, ids, n),
        "choose": lambda: replace(state, source=shown[n % len(shown)]),
        "base": lambda: replace(state, base=state.source, first=0),
    }
    return ways[what]()


@given(st.integers(1, 6), st.integers(1, 6), STEPS)
def test_whatever_is_hidden_and_moved_the_base_leads_and_the_chosen_is_seen(
    sources: int, wide: int, steps: list[tuple[str, int]]
) -> None:
    ids = tuple("ABCDEF"[:sources])
    state = ViewState()
    for what, n in steps:
        state = columns.slide(walk(state, ids, what, n), ids, wide)
        shown = columns.in_order(state, ids)
        assert shown[0] == state.base
        assert set(shown) | state.hidden == set(ids)
        assert len(shown) == len(ids) - len(state.hidden) >= min(2, len(ids))
        assert state.source in shown
        assert wide == 1 or state.source in columns.columns_of(state, ids, wide)


@given(spreads(), st.integers(0, 4))
def test_a_hidden_source_takes_its_own_rows_along_but_no_finding_of_the_others(
    spread: Spread, which: int
) -> None:
    every = spread.rows("A")
    hidden = frozenset(spread.ids[1:][which : which + 2])
    rows: Listing = without(every, spread.comparison, spread.elsewhere, hidden)
    assert [r.key for r in rows] == [r.key for r in every if set(sources_of(r)) - hidden]
    assert not any(hidden & set(sources_of(row)) for row in rows)
    for finding in spread.comparison.findings:
        left = [r for r in finding.readings if set(r.sources) - hidden]
        assert (finding.id in rows.number) == (len(left) > 1)
    for n in range(len(rows.stops)):
        told = rows.finding(n).readings
        assert not hidden & {s.source for r in told for s in r.spans}
        assert not hidden & {source for r in told for source in r.sources}
    assert sum(rows.counts) == rows.passages
    tied = _tied(spread.comparison, hidden)
    for row in rows:
        assert row.elsewhere == (row.key in tied)
        if row.passage:
            was = spread.comparison.passage(row.key).moved
            assert row.passage.moved == tuple(source for source in was if source not in hidden)
        if row.passage and row.passage.status is Status.DIVERGE:
            assert row.findings
        elif row.passage:
            assert (row.passage.status is Status.AGREE) == (len(row.passage.cells) > 1)


def _tied(comparison: Comparison, hidden: frozenset[str]) -> set[str]:
    """Keys of the rows that a link joins with a cell of another row that is shown."""
    row_of = {cell: passage.id for passage in comparison.passages for cell in passage.cells}
    ends = [ends for link in comparison.links for ends in ((link.a, link.b), (link.b, link.a))]
    return {row_of[a] for a, b in ends if row_of[a] != row_of[b] and b.source not in hidden}


def test_a_hidden_source_is_neither_read_nor_named_nor_called_silent() -> None:
    spread = story.spread()
    rows = without(spread.rows("A"), spread.comparison, spread.elsewhere, frozenset("B"))
    row = next(r for r in rows if r.key == "P3")
    look = Look(spread, View.READINGS, ("A", "C", "D"), source="A", order=("A", "C", "D"))
    text = "\n".join(line_text(line).rstrip() for line in paint(look, row, 78))
    assert "The last to leave" not in text
    assert "A·D  agree" in text
    assert "C  not reported" in text
    assert "Boehler" not in text  # A and D spell the name alike: nothing is left that conflicts
    assert not row.findings


@given(spreads(), st.integers(1, 3))
def test_the_column_of_the_chosen_source_is_always_in_sight(spread: Spread, fits: int) -> None:
    for source in spread.ids:
        state = columns.slide(at(source), spread.ids, fits)
        assert source in columns.columns_of(state, spread.ids, fits)

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from core.model import FindingKind, Wording
from tests.tui import story
from tests.tui.worlds import spreads
from tui import columns
from tui import state as moves
from tui.filters import EVERYTHING, Filter, shown_rows, shows_there
from tui.hiding import without
from tui.natures import Show
from tui.rows import Listing
from tui.spread import Spread
from tui.state import Pane, View, ViewState

ROWS = story.spread().rows("A")
_T = TypeVar("_T")


def test_the_cursor_stops_at_both_ends() -> None:
    first = moves.go(ViewState(), ROWS, 0)
    assert moves.step(first, ROWS, -1).cursor == "B¶1"
    assert moves.step(first, ROWS, 100).cursor == "P7"


def test_findings_are_walked_in_the_order_of_the_rows_and_round_at_the_end() -> None:
    state = moves.go(ViewState(), ROWS, 0)
    walk = []
    for _ in range(4):
        state = moves.to_finding(state, ROWS, 1)
        walk.append((state.cursor, state.finding))
    assert walk == [("P1", "F3"), ("P2", "F1"), ("P3", "F2"), ("P1", "F3")]
    assert moves.to_finding(state, ROWS, -1).finding == "F2"


def test_the_next_finding_is_not_the_one_that_the_row_tells_already() -> None:
    state = moves.to_finding(moves.go(ViewState(), ROWS, 1), ROWS, 1)  # from P1, which tells F3
    assert (state.cursor, state.finding) == ("P2", "F1")


def test_the_previous_finding_is_before_the_cursor() -> None:
    state = moves.go(ViewState(), ROWS, 3)  # P3
    assert moves.to_finding(state, ROWS, -1).finding == "F1"


def test_going_to_a_finding_that_is_hidden_keeps_the_kind_alone() -> None:
    only = Filter(Show.LEFT_OUT, kind=FindingKind.NAME, source="B", wording=Wording.NEAR)
    every = shown_rows(ROWS, Filter(kind=FindingKind.NAME))
    state = moves.go_to_finding(ViewState(only=only), shown_rows(ROWS, only), every, 0)
    assert (state.cursor, state.finding, state.only) == ("P3", "F2", Filter(kind=FindingKind.NAME))


def test_no_findings_no_step() -> None:
    rows = shown_rows(ROWS, Filter(Show.LEFT_OUT))
    state = moves.go(ViewState(), rows, 0)
    assert moves.to_finding(state, rows, 1) == state


def test_a_hidden_cursor_goes_to_the_next_row_that_is_shown() -> None:
    state = moves.go(ViewState(), ROWS, 2)  # P2
    rows = shown_rows(ROWS, Filter(Show.ONLY))
    assert moves.reconcile(state, rows, ROWS).cursor == "P5"
    rows = shown_rows(ROWS, Filter(Show.LEFT_OUT))
    assert moves.reconcile(state, rows, ROWS).cursor == "B¶1"


def test_sources_slide_and_the_base_stays() -> None:
    ids = ("A", "B", "C", "D")
    state = columns.slide(replace(ViewState(), source="D"), ids, 2)
    assert columns.columns_of(state, ids, 2) == ("A", "D")
    state = columns.slide(replace(state, source="C"), ids, 2)
    assert columns.columns_of(state, ids, 2) == ("A", "C")
    state = columns.slide(replace(state, source="A"), ids, 4)
    assert columns.columns_of(state, ids, 4) == ("A", "B", "C", "D")


@given(
    st.integers(1, 9).flatmap(lambda n: st.tuples(st.just("ABCDEFGHI"[:n]), st.integers(0, n - 1))),
    st.integers(0, 8),
    st.integers(1, 9),
    st.integers(0, 8),
)
def test_the_chosen_source_is_always_in_a_column(
    world: tuple[str, int], base: int, wide: int, first: int
) -> None:
    ids, chosen = tuple(world[0]), world[1]
    start = ViewState(base=ids[base % len(ids)], source=ids[chosen], first=first)
    state = columns.slide(start, ids, wide)
    shown = columns.columns_of(state, ids, wide)
    assert shown[0] == (state.base if wide > 1 else state.source)
    assert len(set(shown)) == len(shown) == min(wide, len(ids))
    assert state.source in shown


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("step"), st.integers(-3, 3)),
        st.tuples(st.just("finding"), st.sampled_from((-1, 1))),
        st.tuples(st.just("source"), st.sampled_from((-1, 1))),
        st.tuples(st.just("number"), st.integers(0, 9)),
        st.tuples(st.sampled_from(("listed", "move")), st.sampled_from((-1, 1))),
        st.tuples(st.sampled_from(("show", "kind", "wording")), st.integers(0, 7)),
        st.tuples(st.sampled_from(("view", "fold", "base", "within", "hide", "all")), st.just(0)),
    ),
    max_size=40,
)


def every_of(spread: Spread, state: ViewState) -> Listing:
    return without(spread.rows(state.base), spread.comparison, spread.elsewhere, state.hidden)


def rows_of(state: ViewState, spread: Spread) -> Listing:
    return shown_rows(every_of(spread, state), state.only)


def _of(ways: Sequence[_T], by: int) -> _T:
    return ways[by % len(ways)]


def walk(state: ViewState, spread: Spread, move: str, by: int) -> ViewState:
    rows, ids = rows_of(state, spread), spread.ids
    shown = columns.in_order(state, ids)
    every = every_of(spread, state)
    ways = {
        "step": lambda: moves.step(state, rows, by),
        "finding": lambda: moves.to_finding(state, rows, by),
        "listed": lambda: moves.step_finding(state, rows, every, by),
        "source": lambda: moves.to_source(state, shown, by),
        "number": lambda: columns.among(replace(state, source=ids[by % len(ids)]), ids),
        "show": lambda: replace(state, only=moves.with_show(state.only, _of(shows_there(every), by))),
        "kind": lambda: replace(state, only=moves.with_kind(state.only, _of(tuple(FindingKind), by))),
        "wording": lambda: replace(state, only=moves.with_wording(state.only, _of(tuple(Wording), by))),
        "within": lambda: moves.toggle_within(state),
        "view": lambda: moves.next_view(state, state.view or View.READINGS, list(View)),
        "fold": lambda: moves.toggle_fold(state),
        "base": lambda: replace(state, base=state.source),
        "hide": lambda: columns.hide(state, ids),
        "all": lambda: columns.show_all(state),
        "move": lambda: columns.move(state, ids, by),
    }
    new = ways[move]()
    return moves.reconcile(new, rows_of(new, spread), spread.rows(new.base))


@given(spreads(), STEPS)
def test_whatever_the_keys_the_cursor_is_on_a_row_that_is_shown(
    spread: Spread, steps: list[tuple[str, int]]
) -> None:
    rows = spread.rows("A")
    state = moves.go(ViewState(), rows, 0)
    for move, by in steps:
        state = walk(state, spread, move, by)
        rows = rows_of(state, spread)
        assert (moves.position(state, rows) >= 0) == bool(rows)
        assert {state.source, state.base} <= set(columns.in_order(state, spread.ids))
        assert rows.place(state.home) < 0
        if state.finding is not None and rows:
            here = rows[moves.position(state, rows)]
            assert state.finding in {f.id for f in here.findings}


def test_the_cursor_returns_to_the_row_that_a_filter_hid() -> None:
    start = moves.go(ViewState(), ROWS, 2)  # P2
    state, seen = start, []
    for _ in shows_there(ROWS):
        there = shows_there(ROWS)
        show = there[(there.index(state.only.show) + 1) % len(there)]
        state = replace(state, only=moves.with_show(state.only, show))
        state = moves.reconcile(state, shown_rows(ROWS, state.only), ROWS)
        seen.append(state.cursor)
    assert seen[0] == "P2"
    assert len(set(seen)) > 1
    assert (state.cursor, state.home) == ("P2", "")


def test_a_reader_who_moves_on_stays_where_he_went() -> None:
    only = shown_rows(ROWS, Filter(Show.ONLY))
    state = moves.reconcile(moves.go(ViewState(), ROWS, 2), only, ROWS)
    assert state.home == "P2"
    state = moves.step(state, only, 1)
    assert moves.reconcile(state, ROWS, ROWS).cursor == "P6"


def test_a_wording_lets_agreeing_rows_through() -> None:
    assert moves.with_wording(Filter(Show.ONLY), Wording.SAME) == Filter(wording=Wording.SAME)
    assert moves.with_wording(Filter(wording=Wording.SAME), None) == EVERYTHING
    rows = shown_rows(ROWS, Filter(wording=Wording.REWORDED))
    assert rows
    assert all(row.passage and row.passage.wording is Wording.REWORDED for row in rows)
    assert moves.with_show(Filter(wording=Wording.SAME), Show.ONLY) == Filter(Show.ONLY)


@given(spreads(), st.sampled_from(Show), st.sampled_from(FindingKind))
def test_a_kind_of_findings_and_rows_that_have_none_give_way_to_each_other(
    spread: Spread, show: Show, kind: FindingKind
) -> None:
    rows = spread.rows("A")
    without_any = not any(row.findings for row in shown_rows(rows, Filter(show)))
    asked = moves.with_kind(Filter(show), kind)
    assert asked.kind is kind
    assert asked.show is show or (asked.show is Show.ALL and without_any)
    there = moves.with_show(Filter(kind=kind), show)
    assert there.show is show
    assert there.kind is kind or (there.kind is None and without_any)


def test_no_filter_asks_for_findings_among_rows_that_have_none() -> None:
    there = shows_there(ROWS)
    seen = [moves.with_kind(Filter(show), FindingKind.NAME) for show in there]
    seen += [moves.with_show(Filter(kind=FindingKind.NAME), show) for show in there]
    assert [only for only in seen if only.kind and not shown_rows(ROWS, only)] == []


def test_the_list_of_findings_is_walked_without_going_round() -> None:
    state, seen = moves.go(ViewState(), ROWS, 2), []  # P2, between the findings of P1 and P2
    for by in (1, 1, 1, -1, -9):
        state = moves.step_finding(state, ROWS, ROWS, by)
        seen.append((state.cursor, state.finding))
    assert seen == [("P2", "F1"), ("P3", "F2"), ("P3", "F2"), ("P2", "F1"), ("P1", "F3")]
    before = moves.go(ViewState(), ROWS, 3)
    assert moves.step_finding(before, ROWS, ROWS, -1).finding == "F1"


def test_a_finding_that_a_filter_hides_is_shown_all_the_same() -> None:
    rows = shown_rows(ROWS, Filter(Show.ONLY))
    state = moves.step_finding(moves.reconcile(ViewState(cursor="P6"), rows, ROWS), rows, ROWS, -1)
    assert (state.finding, state.only) == ("F2", Filter())


def test_panes_follow_each_other_and_one_that_is_gone_is_left() -> None:
    panes = moves.panes_of(View.READINGS, findings=True, article=True)
    assert panes == (Pane.PASSAGES, Pane.FINDINGS, Pane.ARTICLE)
    state = moves.next_pane(ViewState(), panes)
    assert state.pane is Pane.FINDINGS
    assert moves.next_pane(ViewState(), panes, -1).pane is Pane.ARTICLE
    overview = moves.panes_of(View.OVERVIEW, findings=False, article=False)
    assert overview == (Pane.PASSAGES, Pane.MATRIX)
    assert moves.in_pane(state, overview).pane is Pane.PASSAGES
    assert moves.in_pane(state, panes) is state

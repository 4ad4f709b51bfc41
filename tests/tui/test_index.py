from itertools import accumulate
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from tui.index import Heights, Index

HEIGHTS = st.lists(st.integers(1, 30), min_size=1, max_size=40)


@given(HEIGHTS, st.integers(0, 2000))
def test_a_line_belongs_to_the_row_that_holds_it(heights: list[int], line: int) -> None:
    index = Index.of(heights)
    row = index.row_at(line)
    slow = [n for n, h in enumerate(heights) for _ in range(h)]
    assert row == (slow[line] if line < len(slow) else len(heights) - 1)


@given(HEIGHTS, st.data(), st.integers(1, 40), st.integers(0, 300))
def test_a_revealed_row_is_in_sight(heights: list[int], data: st.DataObject, view: int, scroll: int) -> None:
    index = Index.of(heights)
    row = data.draw(st.integers(0, len(heights) - 1))
    new = index.reveal(row, scroll, view)
    assert new == index.clamp(new, view)
    assert new <= index.top(row) < new + view
    if heights[row] <= view:
        assert index.top(row + 1) <= new + view


@given(HEIGHTS, st.data(), st.integers(1, 40), st.integers(0, 300))
def test_a_jump_shows_the_row_as_well(
    heights: list[int], data: st.DataObject, view: int, scroll: int
) -> None:
    index = Index.of(heights)
    row = data.draw(st.integers(0, len(heights) - 1))
    new = index.present(row, index.clamp(scroll, view), view)
    assert new <= index.top(row) < new + view
    if heights[row] <= view:
        assert index.top(row + 1) <= new + view


@given(HEIGHTS, st.data(), st.integers(1, 40))
def test_a_row_in_sight_does_not_scroll(heights: list[int], data: st.DataObject, view: int) -> None:
    index = Index.of(heights)
    row = data.draw(st.integers(0, len(heights) - 1))
    scroll = index.reveal(row, 0, view)
    assert index.reveal(row, scroll, view) == scroll


@given(HEIGHTS, HEIGHTS, st.data(), st.integers(3, 40))
def test_a_row_keeps_its_line_whatever_happens_to_the_heights(
    before: list[int], after: list[int], data: st.DataObject, view: int
) -> None:
    size = min(len(before), len(after))
    old, new = Index.of(before[:size]), Index.of(after[:size])
    row = data.draw(st.integers(0, size - 1))
    scroll = old.reveal(row, data.draw(st.integers(0, old.total)), view)
    offset = old.top(row) - scroll
    kept = new.keep(row, offset, view)
    moved = new.top(row) - kept
    assert moved == offset or kept == new.clamp(new.top(row) - offset, view)
    assert kept < new.top(row + 1)
    assert new.top(row) < kept + view


@given(HEIGHTS, st.data(), st.integers(1, 40), st.integers(0, 500))
def test_the_cursor_comes_along_when_the_list_is_scrolled(
    heights: list[int], data: st.DataObject, view: int, scroll: int
) -> None:
    index = Index.of(heights)
    scroll = index.clamp(scroll, view)
    row = index.in_sight(data.draw(st.integers(0, len(heights) - 1)), scroll, view)
    assert index.top(row) < scroll + view
    assert index.top(row + 1) > scroll


@given(st.lists(st.tuples(st.integers(1, 30), st.integers(1, 9)), min_size=1, max_size=20))
def test_runs_of_rows_of_one_height_are_these_rows(runs: list[tuple[int, int]]) -> None:
    heights = [height for many, height in runs for _ in range(many)]
    firsts = accumulate((many for many, _ in runs[:-1]), initial=0)
    index = Index.of_runs(len(heights), zip(firsts, (height for _, height in runs), strict=True))
    exact = Index.of(heights)
    assert tops(index) == tops(exact)
    lines = range(-2, exact.total + 2)
    assert list(map(index.row_at, lines)) == list(map(exact.row_at, lines))


def tops(index: Index) -> list[int]:
    return [index.top(row) for row in range(index.rows + 1)]


def _guessed(real: list[int]) -> Heights:
    """The heights of these rows, however few, measured when they are asked for."""
    with patch("tui.index.WHOLE", 0):
        return Heights(len(real), real.__getitem__)


MANY = st.lists(st.integers(1, 30), min_size=1, max_size=400)


def in_sight(index: Index, heights: list[int], scroll: int, view: int) -> list[tuple[int, int]]:
    """Row and line of the row, for every line in sight, as the rows really are."""
    lines = [(row, n) for row in range(index.rows) for n in range(index.height(row))]
    seen = lines[scroll : scroll + view]
    assert all(n < heights[row] for row, n in seen)
    return seen


@given(MANY, st.data(), st.integers(1, 30))
def test_around_a_measured_row_all_is_as_if_every_row_had_been_measured(
    real: list[int], data: st.DataObject, view: int
) -> None:
    heights = _guessed(real)
    exact = Index.of(real)
    rows = st.integers(0, len(real) - 1)
    for row, offset in data.draw(st.lists(st.tuples(rows, st.integers(0, view - 1)), min_size=1, max_size=5)):
        heights.measure(row, 2 * view)
        guessed = heights.index
        assert guessed.rows == len(real)
        scroll = guessed.keep(row, offset, view)
        slow = exact.keep(row, offset, view)
        assert in_sight(guessed, real, scroll, view) == in_sight(exact, real, slow, view)
        here = guessed.row_at(scroll)
        assert (here, scroll - guessed.top(here)) == (
            exact.row_at(slow),
            slow - exact.top(exact.row_at(slow)),
        )


@given(MANY, st.data(), st.integers(1, 30))
def test_what_is_in_sight_stays_while_rows_elsewhere_are_measured(
    real: list[int], data: st.DataObject, view: int
) -> None:
    heights = _guessed(real)
    rows = st.integers(0, len(real) - 1)
    here = data.draw(rows)
    heights.measure(here, 2 * view)
    before = heights.index
    scroll = before.reveal(here, data.draw(st.integers(0, before.total)), view)
    seen = in_sight(before, real, scroll, view)
    for there in data.draw(st.lists(rows, max_size=5)):
        old = heights.index
        if heights.measure(there, view):
            scroll = heights.index.moved(old, scroll, view)
        assert in_sight(heights.index, real, scroll, view) == seen


@given(st.lists(st.integers(1, 30), max_size=80))
def test_few_rows_are_measured_at_once_and_many_when_all_were_asked_for(real: list[int]) -> None:
    assert tops(Heights(len(real), real.__getitem__).index) == tops(Index.of(real))
    many = _guessed(real)
    if real:
        many.measure(0, sum(real))
    assert tops(many.index) == tops(Index.of(real))


def test_measuring_many_rows_measures_few() -> None:
    asked: list[int] = []

    def height(row: int) -> int:
        asked.append(row)
        return 1 + row % 9

    heights = Heights(50_000, height)
    heights.measure(25_000, 80)
    assert len(asked) < 160
    exact = Index.of(1 + n % 9 for n in range(50_000))
    assert abs(heights.index.total / exact.total - 1) < 0.1

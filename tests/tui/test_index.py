from hypothesis import given
from hypothesis import strategies as st

from tui.index import Index

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
    assert new <= index.tops[row] < new + view
    if heights[row] <= view:
        assert index.tops[row + 1] <= new + view


@given(HEIGHTS, st.data(), st.integers(1, 40), st.integers(0, 300))
def test_a_jump_shows_the_row_as_well(
    heights: list[int], data: st.DataObject, view: int, scroll: int
) -> None:
    index = Index.of(heights)
    row = data.draw(st.integers(0, len(heights) - 1))
    new = index.present(row, index.clamp(scroll, view), view)
    assert new <= index.tops[row] < new + view
    if heights[row] <= view:
        assert index.tops[row + 1] <= new + view


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
    offset = old.tops[row] - scroll
    kept = new.keep(row, offset, view)
    moved = new.tops[row] - kept
    assert moved == offset or kept == new.clamp(new.tops[row] - offset, view)
    assert kept < new.tops[row + 1]
    assert new.tops[row] < kept + view


@given(HEIGHTS, st.data(), st.integers(1, 40), st.integers(0, 500))
def test_the_cursor_comes_along_when_the_list_is_scrolled(
    heights: list[int], data: st.DataObject, view: int, scroll: int
) -> None:
    index = Index.of(heights)
    scroll = index.clamp(scroll, view)
    row = index.in_sight(data.draw(st.integers(0, len(heights) - 1)), scroll, view)
    assert index.tops[row] < scroll + view
    assert index.tops[row + 1] > scroll

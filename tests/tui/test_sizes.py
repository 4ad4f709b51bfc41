"""Other sizes of the terminal, and what is drawn again."""

import pytest

from tests.tui.driving import app, line_of, settle, shown
from tui.widgets.lines import LineList

SIZES = [(120, 40), (40, 10), (200, 60), (80, 24), (20, 5), (300, 80), (1, 1), (80, 24)]


async def test_the_passage_under_the_cursor_stays_through_every_size() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "j")
        line = line_of(pilot, "P3  AB·D")
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await settle(pilot)
        assert line_of(pilot, "P3  AB·D") == line


async def test_what_another_row_tells_of_a_finding_is_drawn_with_the_step_to_it() -> None:
    async with app().run_test(size=(200, 60)) as pilot:
        await settle(pilot)
        await pilot.press("v", "full_stop")
        await settle(pilot)
        assert [line[:12] for line in shown(pilot) if "date  inquiry" in line] == [
            "▌   ▸ date  ",
            "    ▸ date  ",
        ]


@pytest.mark.parametrize("keys", [(), ("v",), ("tab",)])  # readings, source, the list of findings
async def test_a_narrow_size_leaves_no_trace_on_a_wide_one(keys: tuple[str, ...]) -> None:
    async with app().run_test(size=(200, 60)) as pilot:
        await settle(pilot)
        await pilot.press("v", *keys)
        await settle(pilot)
        wide = shown(pilot)
        assert "article" in wide[2]
        for size in ((80, 24), (200, 60)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
        assert shown(pilot) == wide


@pytest.mark.parametrize(
    "keys", [("enter",), ("v",), ("v", "v", "v", "enter")], ids=["readings", "source", "columns"]
)
async def test_inside_a_long_row_the_words_stay_through_every_size(keys: tuple[str, ...]) -> None:
    async with app().run_test(size=(80, 12)) as pilot:
        await settle(pilot)
        await pilot.press("2", "colon", *"B5", "enter", *keys, "space")
        await settle(pilot)
        text = pilot.app.screen.query_one("#passages", LineList)
        before = text.place_at(0, 1)
        assert before is not None
        for size in ((50, 12), (120, 12), (40, 10), (80, 12), (33, 8), (80, 12)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            drawn = [p for p in text._line(1) if p.at >= 0]
            assert any(p.at <= before.x < p.at + len(p.text) for p in drawn), size
        assert text.place_at(0, 1) == before

"""What the mouse does: clicks on rows, columns, names of sources, the strip, the article; selecting text."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.driving import app, job, line_of, settle, shown, told
from tests.tui.test_selecting import place
from tui.app import SidelightApp
from tui.config import Config
from tui.screens.comparison import ComparisonScreen
from tui.screens.reading import TextDialog
from tui.state import ViewState


def state_of(pilot: Pilot[None]) -> ViewState:
    screen = pilot.app.screen_stack[1]
    assert isinstance(screen, ComparisonScreen)
    return screen.desk.state


async def click(pilot: Pilot[None], at: tuple[int, int], times: int = 1) -> None:
    await pilot.click(pilot.app.screen, offset=at, times=times)
    await settle(pilot)


async def drag(pilot: Pilot[None], *ways: tuple[int, int]) -> str | None:
    screen = pilot.app.screen
    await pilot.mouse_down(screen, offset=ways[0])
    for way in ways[1:]:
        await pilot.hover(screen, offset=way)
    await pilot.mouse_up(screen, offset=ways[-1])
    await settle(pilot)
    return screen.get_selected_text()


async def test_a_click_chooses_the_source_by_its_name_and_by_its_column_wherever_it_is_empty() -> None:
    async with app().run_test(size=(200, 40)) as pilot:
        await settle(pilot)
        await click(pilot, (shown(pilot)[1].index("C C Post"), 1))
        assert state_of(pilot).source == "C"
        y = line_of(pilot, "Fourteen bodies")
        await click(pilot, (shown(pilot)[y].index("not reported"), y))
        assert (state_of(pilot).cursor, state_of(pilot).source) == ("P2", "D")
        await click(pilot, (60, line_of(pilot, "The ministry opened an inquiry [sic] on Friday │")))
        assert (state_of(pilot).cursor, state_of(pilot).source) == ("P4", "B")


async def test_a_click_in_the_matrix_chooses_the_source() -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("v", "v")
        await settle(pilot)
        await click(pilot, place(pilot, "B Daily B"))
        assert state_of(pilot).source == "B"


async def test_a_click_on_the_strip_goes_there_and_back_again() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await click(pilot, (79, 21))
        assert state_of(pilot).cursor == "P7"
        await click(pilot, (79, 3))
        assert state_of(pilot).cursor == "B¶1"
        await pilot.press("apostrophe")
        assert state_of(pilot).cursor == "P7"


async def test_two_clicks_open_the_article() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await click(pilot, place(pilot, "Fourteen bodies"), times=2)
        assert isinstance(pilot.app.screen, TextDialog)
        assert state_of(pilot).cursor == "P2"
        assert "B: Ferry blaze" in shown(pilot)[1]


async def test_a_click_in_the_article_goes_to_its_passage_and_what_was_left_out_has_its_article() -> None:
    async with app().run_test(size=(200, 40)) as pilot:
        await settle(pilot)
        await pilot.press("v")
        await settle(pilot)
        assert "¶1  Share this story" in shown(pilot)[3]
        y = line_of(pilot, "¶3  Fourteen")
        await click(pilot, (shown(pilot)[y].index("¶3  Fourteen") + 8, y))
        assert state_of(pilot).cursor == "P2"


@pytest.mark.parametrize(
    ("begin", "end", "text"),
    [
        ("At least 12", "guard said.", 'At least 12 people died," the coast g'),
        ("fire off", "guard", 'fire off Port Sorrel on Thursday.\n\n"At least 12 people died," the coast g'),
        ("inquiry", "Thursday  C", "inquiry\n  Friday  A\xa0¶4\n  T"),
    ],
)
async def test_text_is_selected_in_the_article_and_the_list_of_findings_too(
    begin: str, end: str, text: str, tmp_path: Path
) -> None:
    target = tmp_path / "copied"
    config = Config(copy_command=f"tee {target}")
    async with SidelightApp(job, config=config).run_test(size=(200, 40)) as pilot:
        await settle(pilot)
        await pilot.press("v", "full_stop")
        await settle(pilot)
        assert await drag(pilot, aside(pilot, begin), (50, 5), aside(pilot, end)) == text
        assert "Copy what is selected" in shown(pilot)[-1]
        await pilot.press("y")
        await settle(pilot)
        assert target.read_text("utf-8") == text
        assert told(pilot) == "What is selected copied by tee"
        await pilot.press("escape")
        await settle(pilot)
        assert not pilot.app.screen.get_selected_text()
        assert "Finding" in shown(pilot)[-1]


def aside(pilot: Pilot[None], words: str) -> tuple[int, int]:
    """Where words begin right of the passages, on the first such line."""
    for n, line in enumerate(shown(pilot)):
        if "│" in line and words in line[line.index("│") :]:
            return line.rindex(words), n
    raise AssertionError(words)


async def test_escape_clears_what_is_selected_and_only_then_the_filter() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("f")
        await settle(pilot)
        x, y = place(pilot, "A ferry with 240")
        assert await drag(pilot, (x, y), (x + 6, y)) == "A ferry"
        for filtered in (True, False):
            await pilot.press("escape")
            await settle(pilot)
            assert not pilot.app.screen.get_selected_text()
            assert ("with findings" in shown(pilot)[2]) is filtered


async def test_what_was_selected_in_an_article_is_not_taken_from_the_next_one() -> None:
    async with app().run_test(size=(200, 40)) as pilot:
        await settle(pilot)
        await pilot.press("v", "full_stop")
        await settle(pilot)
        x, y = aside(pilot, "At least 12")
        assert await drag(pilot, (x, y), (x + 7, y)) == "At least"
        await pilot.press("2")
        await settle(pilot)
        assert not pilot.app.screen.get_selected_text()


async def test_text_is_selected_and_copied_in_a_dialog(tmp_path: Path) -> None:
    target = tmp_path / "copied"
    config = Config(copy_command=f"tee {target}")
    async with SidelightApp(job, config=config).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("full_stop", "full_stop", "i")
        await settle(pilot)
        x, y = place(pilot, "at least 12  (A C)")
        assert await drag(pilot, (x, y), (40, 20), (x + 1, y + 1)) == "at least 12  (A C)\n  14"
        await pilot.press("y")
        await settle(pilot)
        assert target.read_text("utf-8") == "at least 12  (A C)\n  14"
        assert "What is selected copied by tee" in shown(pilot)[line_of(pilot, "╰─")]

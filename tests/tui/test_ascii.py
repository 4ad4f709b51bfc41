"""On a terminal that draws ASCII alone nothing else is drawn, whichever widget it is from."""

from itertools import chain
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from tests.tui import story
from tests.tui.driving import app, job, settle, shown
from tui.app import SidelightApp
from tui.config import Config
from tui.screens.picker import PickerScreen
from tui.signs import IN_ASCII, Sign
from tui.widgets.ascii import InAscii

WRITTEN = {c for text in chain(*story.TEXTS.values(), story.TITLES.values()) for c in text}
"""What the articles hold, and what typesetting adds to letters: only the first is drawn as it is."""
WALKS = {
    "views": ("full_stop", "v", "v", "full_stop", "v", "tab", "j", "escape", "v"),
    "dialogs": ("question_mark", "escape", "i", "escape", "enter", "l", "escape", "z", "escape", "s", "r"),
    "export": ("e", "escape", "m", "Y", "y", "ctrl+p", *"hide", "escape"),
    "filters": ("f", "t", "w", "2", "x", "F", "slash", *"ferry", "enter", "n", "N", "escape", "X", "o"),
    "threshold": ("left_parenthesis", "B", "H", "B", "9"),
    "themes": ("T", "v", "T", "question_mark"),
}


def foreign(lines: list[str]) -> set[str]:
    return {c for line in lines for c in line if ord(c) > 127} - (WRITTEN - set(map(chr, IN_ASCII)))


@pytest.mark.parametrize("size", [(80, 24), (200, 60)], ids=["80x24", "200x60"])
@pytest.mark.parametrize("walk", WALKS)
async def test_every_view_and_dialog(walk: str, size: tuple[int, int]) -> None:
    async with SidelightApp(job, config=Config(ascii=True)).run_test(size=size) as pilot:
        await settle(pilot)
        for key in WALKS[walk]:
            await pilot.press(key)
            await settle(pilot)
            assert foreign(shown(pilot)) == set(), key


async def test_the_start_screen_its_dialogs_and_a_notice(tmp_path: Path) -> None:
    (tmp_path / "quay.txt").write_text("A silo burst at the quay.")
    config = Config(ascii=True)
    async with SidelightApp(job, config=config, problems=("one", "two", "3", "4")).run_test() as pilot:
        await settle(pilot)
        assert "! P2  ABC.  diverge" in "\n".join(shown(pilot))
        pilot.app.push_screen(PickerScreen(str(tmp_path), 2))
        for key in ("j", "j", "space", "question_mark", "escape", "slash", "escape", "p", *"A silo"):
            await settle(pilot)
            assert foreign(shown(pilot)) == set(), key
            await pilot.press(key)


async def test_other_terminals_get_the_signs() -> None:
    async with app().run_test() as pilot:
        await settle(pilot)
        assert foreign(shown(pilot)) >= {"≠", "·", "▌", "¶"}


@pytest.mark.parametrize("character", [*map(chr, IN_ASCII), *Sign])
def test_a_sign_takes_as_many_cells_in_ascii(character: str) -> None:
    (drawn,) = InAscii().apply([Segment(character)], Color(0, 0, 0))
    assert drawn.text.isascii()
    assert len(drawn.text) == cell_len(character)

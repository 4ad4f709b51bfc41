"""Dialogs: one frame for all, whole at every size; what they show is searched, and their keys are clicked."""

from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui import story
from tests.tui.driving import app, job, line_of, settle, shown, told
from tui.app import SidelightApp
from tui.ink import Role
from tui.screens.comparison import ComparisonScreen
from tui.screens.reading import TextDialog
from tui.screens.sources import SourcesDialog
from tui.widgets.reader import Reader

THIRD = ("full_stop", "full_stop", "full_stop")
DIALOGS = pytest.mark.parametrize(
    ("keys", "last"),
    [
        pytest.param(("e",), "Esc Cancel", id="export"),
        pytest.param(("s",), "Esc Close", id="sources"),
        pytest.param(("s", "r"), "Esc Back", id="rename"),
        pytest.param((*THIRD, "i"), "Esc Close", id="why"),
        pytest.param((*THIRD, "enter"), "Esc Close", id="article"),
        pytest.param((*THIRD, "enter", "slash"), "Esc Clear", id="search"),
        pytest.param((*THIRD, "z"), "Esc Close", id="zoom"),
        pytest.param(("question_mark",), "Esc Close", id="help"),
        pytest.param(("s", "a", "!", "p"), "Esc Cancel", id="paste"),
        pytest.param(("s", "a", "!", "slash"), "Esc Cancel", id="path"),
    ],
)


async def pressed(pilot: Pilot[None], *keys: str) -> None:
    """Press keys; at "!" wait for what they open."""
    await settle(pilot)
    for key in keys:
        await (settle(pilot) if key == "!" else pilot.press(key))
    await settle(pilot)


@DIALOGS
@pytest.mark.parametrize("size", [(80, 24), (60, 18), (200, 60)], ids=lambda s: f"{s[0]}x{s[1]}")
async def test_the_frame_is_whole_and_ends_with_the_keys(
    keys: tuple[str, ...], last: str, size: tuple[int, int]
) -> None:
    async with app().run_test(size=size) as pilot:
        await pressed(pilot, *keys)
        lines = shown(pilot)
        top, bottom = line_of(pilot, "╭─"), line_of(pilot, "╰─")
        left, right = lines[top].index("╭"), lines[top].index("╮")
        assert (lines[bottom].index("╰"), lines[bottom].index("╯")) == (left, right)
        assert lines[top][left + 3 : right].strip("─").strip()
        assert lines[bottom - 1][left + 1 : right].rstrip().endswith(last)
        assert lines[bottom - 2][left + 1 : right].strip() == ""


@pytest.mark.parametrize("plain", [False, True])
async def test_the_passages_around_a_dialog_stay_where_they_are(plain: bool) -> None:
    async with SidelightApp(job, plain=plain).run_test(size=(80, 24)) as pilot:
        await pressed(pilot, *THIRD, "i")
        assert "Ferry fire off" in shown(pilot)[0]
        assert "Quit" in shown(pilot)[-1]


@pytest.mark.parametrize(
    "keys", [("s",), (*THIRD, "i"), (*THIRD, "enter")], ids=["sources", "why", "article"]
)
async def test_a_dialog_is_no_higher_than_what_it_tells(keys: tuple[str, ...]) -> None:
    async with app().run_test(size=(200, 60)) as pilot:
        await pressed(pilot, *keys)
        assert line_of(pilot, "╰─") - line_of(pilot, "╭─") < 30


async def test_an_open_article_is_searched_hit_by_hit() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await pressed(pilot, *THIRD, "1", "enter", "slash", *"FERRY")
        assert "“FERRY”: hit 2 of 2" in shown(pilot)[line_of(pilot, "╰─")]  # from where the reader is
        assert "▌ ¶5" in shown(pilot)[line_of(pilot, "Two tugs")]
        await pressed(pilot, "enter", "n")
        assert "hit 1 of 2" in shown(pilot)[line_of(pilot, "╰─")]
        assert "▌ ¶1" in shown(pilot)[line_of(pilot, "A ferry with 240")]
        await pressed(pilot, "n", "N", "N")
        assert "hit 2 of 2" in shown(pilot)[line_of(pilot, "╰─")]
        assert marked(pilot, Role.HIT) == ["ferry"]
        assert marked(pilot) == ["ferry", "ferry"]


async def test_the_search_goes_on_in_the_article_of_the_next_source() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await pressed(pilot, *THIRD, "1", "enter", "slash", *"last", "enter", "l")
        assert "B:" in shown(pilot)[line_of(pilot, "╭─")]
        assert "“last”: 1 hit" in shown(pilot)[line_of(pilot, "╰─")]
        await pressed(pilot, "n")
        assert "“last”: hit 1 of 1" in shown(pilot)[line_of(pilot, "╰─")]


async def test_the_search_beneath_goes_on_in_the_article_until_another_is_typed() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "slash", *"ferry", "enter", "colon", "2", "enter", "1", "enter")
        assert "“ferry”: 2 hits" in shown(pilot)[line_of(pilot, "╰─")]
        assert "n Next hit  N Previous hit  / Search  Esc Close" in shown(pilot)[line_of(pilot, "╰─") - 1]
        await pressed(pilot, "N")
        assert "▌ ¶1" in shown(pilot)[line_of(pilot, "A ferry with 240")]
        await pressed(pilot, "n")
        assert "▌ ¶5" in shown(pilot)[line_of(pilot, "Two tugs")]
        await pressed(pilot, "slash", *"boat", "escape")
        assert "“ferry”: 2 hits" in shown(pilot)[line_of(pilot, "╰─")]
        await pressed(pilot, "escape")
        assert isinstance(pilot.app.screen, ComparisonScreen)
        assert pilot.app.screen.desk.state.query == "ferry"


async def test_esc_clears_the_search_of_a_dialog_and_then_closes_it() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await pressed(pilot, *THIRD, "enter", "slash", *"bridge", "enter")
        assert marked(pilot)
        await pressed(pilot, "escape")
        assert not marked(pilot)
        assert isinstance(pilot.app.screen, TextDialog)
        await pressed(pilot, "escape")
        assert isinstance(pilot.app.screen, ComparisonScreen)
        assert not pilot.app.screen.desk.state.query


async def test_a_far_hit_in_one_long_cell_is_brought_into_sight() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "colon", *"5", "enter", "z", "slash", *"2024", "enter")
        assert any("2024" in line for line in shown(pilot))
        await pressed(pilot, "escape", "g", "slash", *"door on deck", "enter")
        seen = {tuple(shown(pilot))}
        for _ in range(13):
            await pressed(pilot, "n")
            seen.add(tuple(shown(pilot)))
        assert "hit 14 of 14" in shown(pilot)[line_of(pilot, "╰─")]
        assert len(seen) == 14


async def test_keys_in_one_burst_are_typed_into_the_search_and_not_obeyed() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await pressed(pilot, *THIRD, "i")
        for key in ("slash", *"nqz", "enter", "q"):
            pilot.app.simulate_key(key)
        await settle(pilot)
        assert isinstance(pilot.app.screen, ComparisonScreen)


async def test_help_is_searched() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "question_mark", "slash", *"browser", "enter")
        assert "browser" in "\n".join(shown(pilot)[2:-4])
        await pressed(pilot, "escape", "slash", *"no such words", "enter", "n")
        assert "no hits" in shown(pilot)[line_of(pilot, "╰─")]


def marked(pilot: Pilot[None], role: Role = Role.SEARCH) -> list[str]:
    """The words in a role in what is in sight."""
    text = pilot.app.screen.query_one(Reader)
    return [p.text for y in range(text.size.height) for p in text._line(y) if role in p.roles]


async def test_the_format_of_an_export_is_chosen_from_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sidelight.json").write_text("mine")
    async with app().run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "e", "down")
        name = pilot.app.screen.query_one(Input)
        assert name.value == "sidelight-2.json"
        assert "▌ .json" in shown(pilot)[line_of(pilot, ".json  JSON")]
        name.value = "mine.pdf"
        await pressed(pilot, "down")
        assert name.value == "mine.pdf.md"
        await pressed(pilot, "up")
        assert name.value == "mine.pdf.html"
        await pilot.click("#formats", offset=(15, 2))
        await settle(pilot)
        assert name.value == "mine.pdf.csv"


async def test_esc_gives_up_a_new_title_and_not_the_list() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "s", "j", "r", *"X", "escape", "j")
        assert "▌ C" in shown(pilot)[line_of(pilot, "C Post: Twelve die in ferry fire  c.txt")]
        await pressed(pilot, "escape")
        assert isinstance(pilot.app.screen, ComparisonScreen)


async def test_the_sources_say_which_is_the_base_and_which_are_hidden() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "B", "2", "x", "s")
        said = [line for line in shown(pilot) if ".txt" in line and "│" in line]
        assert [("  base  " in line, "  hidden  " in line) for line in said] == [
            (True, False),
            (False, True),
            (False, False),
            (False, False),
        ]


async def test_the_path_of_a_source_is_named_once_with_what_was_noted_of_it() -> None:
    async with app().run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        sources = story.comparison().sources
        noted = replace(sources[0], warnings=("a.txt: read as cp1252", "pasted"))
        pilot.app.push_screen(SourcesDialog((noted, *sources[1:]), 0, "A", ()))
        await settle(pilot)
        assert "  a.txt  read as cp1252  pasted" in shown(pilot)[line_of(pilot, "cp1252")]


async def test_a_text_that_is_pasted_beside_the_dialog_for_it_is_told_where_it_goes() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        pilot.app.post_message(events.Paste("Nobody who was aboard was heard."))
        await settle(pilot)
        assert told(pilot) == "Nothing is pasted here: s, then p, adds a text as a source."
        await pressed(pilot, "slash")
        pilot.app.post_message(events.Paste("ferry"))
        await settle(pilot)
        assert pilot.app.screen.query_one("#query", Input).value == "ferry"


async def test_the_keys_of_a_dialog_are_clicked() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "s")
        line = shown(pilot)[line_of(pilot, "Esc Close")]
        await pilot.click(offset=(line.index("Esc"), line_of(pilot, "Esc Close")))
        await settle(pilot)
        assert isinstance(pilot.app.screen, ComparisonScreen)

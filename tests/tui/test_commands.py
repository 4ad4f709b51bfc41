"""The keys for sources, panes, zoom, addresses and reloading, in the app."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input, LoadingIndicator

from core.model import Comparison
from core.settings import Settings
from tests.tui import story
from tests.tui.driving import app, line_of, settle, shown, told
from tests.tui.test_browser import opener
from tests.tui.test_reading_room import state_of, text_of
from tui.app import SidelightApp
from tui.config import Config
from tui.filters import EVERYTHING
from tui.keys import COMMANDS
from tui.palette import Commands
from tui.screens.reading import SourceDialog
from tui.spread import Spread, spread_out
from tui.state import Pane, View
from tui.work import Progress, job_of


async def test_columns_are_moved() -> None:
    async with app().run_test(size=(200, 60)) as pilot:
        await settle(pilot)
        await pilot.press("4", "H")
        await settle(pilot)
        head = shown(pilot)[1]
        assert head.index("B Daily B") < head.index("D Delta TV") < head.index("C C Post")
        await pilot.press("L", "L")
        assert state_of(pilot).order == ("A", "B", "C", "D")
        await pilot.press("1", "L")
        assert told(pilot) == "A is the base and stays first."
        await pilot.press("2", "H")
        assert told(pilot) == "A is the base and stays first."
        await pilot.press("4", "L")
        assert told(pilot) == "D stands last already."


async def test_agreeing_passages_by_wording() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("w")
        await settle(pilot)
        assert "show: reworded (" in shown(pilot)[2]
        await pilot.press("w")
        assert "show: all" in shown(pilot)[2]


async def test_a_cell_is_zoomed_and_the_sources_walked() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("full_stop", "full_stop", "2", "z")
        await settle(pilot)
        assert isinstance(pilot.app.screen, SourceDialog)
        assert "P2 in B" in text_of(pilot)
        said = text_of(pilot)
        assert said.index("Fourteen bodies") < said.index("number deaths")
        await pilot.press("h")
        await settle(pilot)
        assert "P2 in A" in text_of(pilot)
        assert "At least 12" in text_of(pilot)
        await pilot.press("4")
        await pilot.press("l", "l", "l")
        await settle(pilot)
        assert "D: not reported" in text_of(pilot)
        await pilot.press("z")
        await settle(pilot)
        assert state_of(pilot).source == "D"


def with_address(url: str | None) -> Comparison:
    made = story.comparison()
    return replace(made, sources=(replace(made.sources[0], url=url), *made.sources[1:]))


@pytest.mark.parametrize("url", ["https://wire.example/1", None, "javascript:alert(1)"])
async def test_an_address_is_opened_and_nothing_else(tmp_path: Path, url: str | None) -> None:
    def job(_: Progress) -> Spread:
        return spread_out(with_address(url))

    config = Config(open_command=opener(tmp_path))
    async with SidelightApp(job, config=config).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("o")
        await settle(pilot)
        opened = tmp_path / "opened"
        if url and url.startswith("https"):
            assert opened.read_text() == url
            assert told(pilot).startswith(f"Opened {url}")
        else:
            assert not opened.exists()
            assert told(pilot).startswith(
                "A has no address. Give it one" if url is None else "Not opened, no address of the web: java"
            )


async def test_reloading_keeps_the_place(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.txt" for name in "ABC"]
    for path in paths:
        path.write_text("\n\n".join(story.TEXTS[path.stem]))
    job = job_of(tuple(map(str, paths)), Settings(40.0))
    async with SidelightApp(job).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert told(pilot) == "No file has changed."
        await pilot.press("G")
        line = next(n for n, text in enumerate(shown(pilot)) if text.startswith("▌"))
        words = shown(pilot)[line + 1].split()[1:4]
        paths[0].write_text("Something was put on top of it.\n\n" + paths[0].read_text())
        paths[2].unlink()
        await pilot.press("r")
        await settle(pilot)
        assert told(pilot) == "Read again: A (paragraphs: 1 added)."
        assert "Not read again, kept as it was" in text_of(pilot)
        await pilot.press("r")
        await settle(pilot)
        assert "Not read again, kept as it was" in text_of(pilot)
        assert told(pilot) == ""
        assert "match: 40 " in shown(pilot)[2]
        line = next(n for n, text in enumerate(shown(pilot)) if text.startswith("▌"))
        assert shown(pilot)[line + 1].split()[1:4] == words
        assert "C " in shown(pilot)[1]


async def test_panes_at_eighty_columns_and_with_a_rail() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("tab")
        await settle(pilot)
        assert state_of(pilot).pane is Pane.FINDINGS
        assert shown(pilot)[2].startswith("── 3 findings ")
        assert "Go there" in shown(pilot)[-1]
        assert "14  B" in text_of(pilot)
        await pilot.press("j")
        await settle(pilot)
        assert state_of(pilot).finding == "F1"
        await pilot.press("G")
        assert state_of(pilot).finding == "F2"
        await pilot.press("enter")
        await settle(pilot)
        assert state_of(pilot).pane is Pane.PASSAGES
        assert shown(pilot)[line_of(pilot, "Bohler (A D)")].startswith("▌")
        await pilot.press("tab")
        await settle(pilot)
        await pilot.click(offset=(10, line_of(pilot, "14  B")))
        await settle(pilot)
        assert (state_of(pilot).finding, state_of(pilot).pane) == ("F1", Pane.PASSAGES)
        await pilot.press("full_stop")
        await pilot.resize_terminal(200, 60)
        await pilot.press("v", "tab")
        await settle(pilot)
        assert state_of(pilot).pane is Pane.FINDINGS
        assert "P3  AB·D" in text_of(pilot)
        await pilot.press("tab")
        await settle(pilot)
        assert state_of(pilot).pane is Pane.ARTICLE
        cursor = state_of(pilot).cursor
        await pilot.press("j", "j", "space", "G")
        assert state_of(pilot).cursor == cursor
        await pilot.press("escape")
        assert state_of(pilot).pane is Pane.PASSAGES
        await pilot.press("shift+tab")
        assert state_of(pilot).pane is Pane.ARTICLE


async def test_the_matrix_is_a_pane_of_the_overview() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("v", "v")
        await settle(pilot)
        assert state_of(pilot).view is View.OVERVIEW
        await pilot.press("shift+tab", "j", "j")
        assert state_of(pilot).pane is Pane.MATRIX
        assert state_of(pilot).source == "C"
        await pilot.press("v")
        await settle(pilot)
        assert state_of(pilot).pane is Pane.PASSAGES


async def test_help_scrolls_by_every_key_that_scrolls() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("question_mark")
        await settle(pilot)
        top = text_of(pilot)
        assert all(words in top for words in ("▸ in a row", "▐ at the edge", "match: 33"))
        for down, up in (("j", "k"), ("space", "b"), ("pagedown", "pageup"), ("G", "g"), ("end", "home")):
            await pilot.press(down)
            await settle(pilot)
            assert text_of(pilot) != top, down
            await pilot.press(up)
            await settle(pilot)
            assert text_of(pilot) == top, up


async def test_a_burst_of_keys_is_searched_for_and_what_follows_does_what_it_does() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j")
        for key in ("/", *"ferry/2"):
            pilot.app.post_message(events.Key("slash" if key == "/" else key, key))
        for key in ("enter", "y"):
            pilot.app.post_message(events.Key(key, "y" if key == "y" else None))
        await settle(pilot)
        assert state_of(pilot).query == "ferry/2"
        assert state_of(pilot).source == "A"
        assert told(pilot).startswith("P1 ")
        assert pilot.app.screen is pilot.app.screen_stack[1]


async def test_escape_clears_the_search_then_the_filters() -> None:
    async with app().run_test(size=(100, 24)) as pilot:
        await settle(pilot)
        await pilot.press("t", "f", "slash", *"fire", "enter")
        await settle(pilot)
        filtered = state_of(pilot).only
        assert state_of(pilot).query == "fire"
        assert filtered.kind
        await pilot.press("escape")
        await settle(pilot)
        assert (state_of(pilot).query, state_of(pilot).only) == ("", filtered)
        assert "Esc Show all" in shown(pilot)[-1]
        await pilot.press("escape")
        await settle(pilot)
        assert state_of(pilot).only == EVERYTHING
        assert "Esc" not in shown(pilot)[-1]


async def test_the_palette_names_every_command_and_each_source() -> None:
    async with app().run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        provider = Commands(pilot.app.screen)
        said = [str(hit.text) async for hit in provider.discover()]
        numbered = {c.says for c in COMMANDS if c.id.startswith("source.") and c.id[-1].isdecimal()}
        assert {c.says for c in COMMANDS} - numbered - {"all commands by name"} <= set(said)
        assert "source D: Delta TV: Ferry [bold]fire[/bold]" in said
        assert len(said) == len(set(said))
        assert not any("source 5" in line for line in said)
        found = {str(hit.text): hit async for hit in provider.search("export everything as")}
        assert {"export everything as Markdown", "export everything as JSON"} < set(found)
        await found["export everything as JSON"].command()
        await settle(pilot)
        assert pilot.app.screen.query_one(Input).value == "sidelight.json"


async def test_nothing_moves_in_the_palette_while_it_waits_for_a_key() -> None:
    async with app().run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        assert not pilot.app.screen.query_one(Input).cursor_blink
        assert pilot.app.screen.query_one(LoadingIndicator).auto_refresh is None


async def test_the_palette_shows_one_kind_of_rows_at_once() -> None:
    async with app().run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p", *"moved")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "show: moved (1 of 7 passages)" in text_of(pilot)
        await pilot.press("ctrl+p", *"show: told")  # none is
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert told(pilot) == "Nothing to show: told elsewhere."
        assert "show: moved" in text_of(pilot)


async def test_the_palette_has_a_line_for_each_command_with_its_key() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        lines = shown(pilot)
        at = line_of(pilot, "next passage")
        assert [line.strip(" │▌").split()[0] for line in lines[at : at + 6]] == ["j", "k", ".", ",", "l", "h"]
        await pilot.press(*"fire[/bold]")  # words of an article, and no markup
        await settle(pilot)
        assert "4          source D: Delta TV: Ferry [bold]fire[/bold]" in text_of(pilot)
        await pilot.press("ctrl+u", *"fi")  # of filter, findings and four headlines of a fire
        await settle(pilot)
        assert "source" not in shown(pilot)[line_of(pilot, "▌ fi") + 2]


async def test_the_start_screen_has_help_and_a_palette(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with SidelightApp(None).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert shown(pilot)[-1].endswith("? Help  q Leave")
        said = [str(hit.text) async for hit in Commands(pilot.app.screen).discover()]
        assert "paste a text as an account" in said
        await pilot.press("question_mark")
        await settle(pilot)
        assert "c                  compare what is chosen" in text_of(pilot)


async def test_a_search_typed_while_the_articles_are_compared_waits_for_them() -> None:
    go = threading.Event()

    def slow(progress: Progress) -> Spread:
        progress("aligning", 0.25)
        go.wait()
        return story.spread()

    async with SidelightApp(slow).run_test(size=(80, 24)) as pilot:
        while not any("aligning" in line for line in shown(pilot)):
            await pilot.pause()
        await pilot.press("slash", *"quay", "ctrl+j")  # Enter, as a terminal sends it that is not yet ours
        assert pilot.app.is_running
        go.set()
        await settle(pilot)
        assert state_of(pilot).query == "quay"
        assert "“quay”: 1 hit in 1 passage" in shown(pilot)[-2]
        assert state_of(pilot).cursor == "P6"
        await pilot.press("n")
        assert state_of(pilot).cursor == "P6"


async def test_the_cursor_comes_back_when_all_filters_have_been_seen() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        line = line_of(pilot, "P2  ABC·")
        for _ in range(6):  # the story has no passage that is told elsewhere
            await pilot.press("f")
        await settle(pilot)
        assert "show: all" in shown(pilot)[2]
        assert state_of(pilot).cursor == "P2"
        assert line_of(pilot, "P2  ABC·") == line


async def test_a_cell_alone_is_of_a_source_that_has_the_passage() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("G", "k", "z")  # only D tells the one before the last, A is chosen
        await settle(pilot)
        screen = "\n".join(shown(pilot))
        assert "P6 in D" in screen
        assert "not reported" not in screen


async def test_a_column_alone_is_the_chosen_sources() -> None:
    async with app().run_test(size=(60, 20)) as pilot:
        await settle(pilot)
        await pilot.press("v", "v", "v", "j", "3")
        await settle(pilot)
        assert "[C Post]" in shown(pilot)[1] or "C C Post" in shown(pilot)[1]

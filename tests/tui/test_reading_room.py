"""The app beyond the list: views, search, filters, why, copying, threshold, palette, configuration."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.pilot import Pilot

import core.marks
from core.model import Comparison, Source
from core.progress import Tick
from core.settings import Settings
from tests.tui import story
from tests.tui.driving import app, job, line_of, settle, shown, told
from tui.app import SidelightApp
from tui.config import Config
from tui.screens.comparison import ComparisonScreen
from tui.state import ViewState
from tui.work import compare_job

if TYPE_CHECKING:
    from textual.app import App


def state_of(pilot: Pilot[None]) -> ViewState:
    screen = pilot.app.screen_stack[1]
    assert isinstance(screen, ComparisonScreen)
    return screen.desk.state


def text_of(pilot: Pilot[None]) -> str:
    return "\n".join(shown(pilot))


async def test_search_as_one_types_and_walk_the_hits() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"BRIDGE")
        await settle(pilot)
        assert state_of(pilot).cursor == "P3"
        assert shown(pilot)[-1] == " Enter Keep the hits  Esc Clear the search"
        await pilot.press("enter")
        assert "“BRIDGE”: 3 hits in 1 passage," in shown(pilot)[-2]
        assert shown(pilot)[-1] == " n Next hit  Esc Clear  N Previous hit  ? Help  q Quit"
        await pilot.press("escape", "slash", *"ferry", "enter")
        first = state_of(pilot).cursor
        await pilot.press("n")
        assert state_of(pilot).cursor != first or "in 1 passage," in shown(pilot)[-2]
        await pilot.press("escape")
        assert state_of(pilot).query == ""


async def test_keys_type_into_the_search_and_not_into_the_app() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"qvf")
        await settle(pilot)
        assert state_of(pilot).query == "qvf"
        assert pilot.app.is_running


async def test_filters() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("t")
        assert "number (1 of 7 passages)" in shown(pilot)[2]
        await pilot.press("t", "t", "t")
        assert "show: all" in shown(pilot)[2]
        await pilot.press("4", "F")
        assert "in D (3 of 7 passages)" in shown(pilot)[2]


async def test_back_returns_to_where_the_jump_began() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "G", "apostrophe")
        assert state_of(pilot).cursor == "P2"
        await pilot.press("apostrophe")
        assert state_of(pilot).cursor == "P7"


async def test_why_shows_the_evidence() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("full_stop", "full_stop", "i")
        await settle(pilot)
        assert "shared words and their weight: coast 42%" in text_of(pilot)


async def test_a_hit_far_down_in_a_long_passage_is_in_sight() -> None:
    async with app().run_test(size=(80, 10)) as pilot:
        await settle(pilot)
        await pilot.press("v", "v", "v", "G", "k", "k", "enter")  # columns
        await settle(pilot)
        assert state_of(pilot).unfolded == {"P5"}
        await pilot.press("slash", *"deck 14")
        await settle(pilot)
        assert "deck 14." in text_of(pilot)
        await pilot.press("enter", "g", "n")
        await settle(pilot)
        assert "deck 14." in text_of(pilot)
        line = line_of(pilot, "deck 14.")
        await pilot.press("n")
        await settle(pilot)
        assert line_of(pilot, "deck 14.") == line


async def test_enter_shows_the_article_at_the_paragraph_and_unfolds() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "2", "enter")
        await settle(pilot)
        assert "B: Ferry blaze: fourteen dead" in text_of(pilot)
        assert "¶3  Fourteen" in text_of(pilot)
        assert "¶1  Share this story" in text_of(pilot)
        await pilot.press("escape", "v", "v", "v", "j", "j", "j", "enter")  # columns
        await settle(pilot)
        assert state_of(pilot).cursor == "P5"
        assert "more lines (Enter)" not in text_of(pilot)
        await pilot.press("enter")  # there is no more of the row: its article
        await settle(pilot)
        assert "¶5  The owner had been fined in 2011" in text_of(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "more lines (Enter)" in text_of(pilot)


async def test_the_articles_of_those_who_have_the_passage_are_walked() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "j", "3", "enter")  # C has no such passage
        await settle(pilot)
        seen = []
        for key in ("l", "l", "l", "h"):
            seen.append(shown(pilot)[line_of(pilot, "╭─")].split("╭─")[1].split()[0])
            assert any("▌ ¶" in line and "Captain" in line.title() for line in shown(pilot))
            await pilot.press(key)
            await settle(pilot)
        assert seen == ["A:", "B:", "D:", "D:"]
        assert state_of(pilot).source == "B"


async def test_the_source_view_is_the_article_in_its_own_order() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("4", "v")
        await settle(pilot)
        places = [line_of(pilot, words) for words in ("渡", "Captain Ilsa Bohler stayed", "Families waited")]
        assert places == sorted(places)
        assert not any("The ministry" in line for line in shown(pilot) if "¶" not in line)
        await pilot.press("1")
        await settle(pilot)
        assert any("The ministry" in line for line in shown(pilot))


async def test_the_overview_counts_what_is_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    count = core.marks.matrix

    def counted(comparison: Comparison, tick: Tick) -> tuple[tuple[float, ...], ...]:
        nonlocal asked
        asked += 1
        return count(comparison, tick)

    monkeypatch.setattr("core.marks.matrix", counted)
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("v", "v")
        await settle(pilot)
        head = line_of(pilot, "% of its words")
        await pilot.press("j", "k")
        await settle(pilot)
        assert asked == 1  # not once for each key
        assert "3 findings" in shown(pilot)[head]
        assert shown(pilot)[head + 1].split()[-6] == "-"
        assert "…" not in shown(pilot)[head + 1][40:]


async def test_a_copy_goes_through_the_readers_command(tmp_path: Path) -> None:
    target = tmp_path / "copied.md"
    script = f"import sys, pathlib; pathlib.Path({str(target)!r}).write_bytes(sys.stdin.buffer.read())"
    config = Config(copy_command=f'"{sys.executable}" -c "{script}"')
    async with SidelightApp(job, config=config).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("full_stop", "full_stop", "y")
        await settle(pilot)
        assert "Fourteen" in target.read_text("utf-8")
        assert told(pilot).startswith("P2 copied by ")
        await pilot.press("m", "full_stop", "m", "Y")
        await settle(pilot)
        assert "Boehler" in target.read_text("utf-8")
        assert told(pilot).startswith("2 passages copied")


async def test_the_threshold_moves_and_the_place_stays() -> None:
    sources = [Source.from_text("\n\n".join(story.TEXTS[name]), title=name) for name in "ABC"]
    async with SidelightApp(compare_job(sources, Settings())).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j")
        row = state_of(pilot).cursor
        before = shown(pilot)[line_of(pilot, f" {row} ") + 1]
        for _ in range(3):
            await pilot.press("right_parenthesis")
        await settle(pilot)
        assert "match: 48 " in shown(pilot)[2]
        after = state_of(pilot).cursor
        assert shown(pilot)[line_of(pilot, f" {after} ") + 1].split()[-3:] == before.split()[-3:]


async def test_the_palette_holds_every_command() -> None:
    async with app().run_test(size=(100, 40)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p", *"columns")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert state_of(pilot).view is not None


async def test_a_rebound_key_is_obeyed_and_shown() -> None:
    config = Config(keys={"view": "W", "finding.next": "Z"})
    async with SidelightApp(job, config=config).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "W View" in shown(pilot)[-1]
        await pilot.press("Z")
        assert state_of(pilot).finding == "F3"
        await pilot.press("v")
        assert state_of(pilot).view is None
        await pilot.press("W")
        assert state_of(pilot).view is not None


async def test_what_is_wrong_with_the_configuration_is_told() -> None:
    async with SidelightApp(job, problems=("config.toml: [b]x",)).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "config.toml: [b]x" in text_of(pilot)


async def test_what_has_no_room_above_is_listed_in_the_help() -> None:
    problems = tuple(f"config.toml: problem {n}" for n in range(5))
    async with SidelightApp(job, problems=problems).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "and 3 more: ? lists them" in text_of(pilot)
        await pilot.press("question_mark")
        await settle(pilot)
        assert all(problem in text_of(pilot) for problem in problems)


async def test_a_kind_cannot_be_chosen_where_nothing_conflicts() -> None:
    async with SidelightApp(lambda _: story.spread_of(story.source("A"))).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "t")
        await settle(pilot)
        assert told(pilot) == "No conflicting readings are shown."


async def test_a_hidden_source_takes_its_findings_out_of_list_counts_and_walk() -> None:
    async with app().run_test(size=(200, 60)) as pilot:
        await settle(pilot)
        await pilot.press("v", "2", "full_stop", "full_stop")
        await settle(pilot)
        assert all(words in text_of(pilot) for words in (" 3 findings ", "finding 2 of 3", "2 diverge"))
        await pilot.press("x")
        await settle(pilot)
        assert all(
            words in text_of(pilot) for words in (" 1 finding ", "0 diverge", "hidden: B  (X shows all)")
        )
        await pilot.press("full_stop")
        await settle(pilot)
        assert "finding 1 of 1" in text_of(pilot)
        assert not any(value in text_of(pilot) for value in ("Fourteen", "Boehler"))


@pytest.mark.parametrize("plain", [True, False])
async def test_colours_or_none(plain: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if plain:
        monkeypatch.setenv("NO_COLOR", "1")
    application: App[None] = SidelightApp(job, plain=plain)
    async with application.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        strips = application.screen._compositor.render_strips()
        styles = [s.style for strip in strips for s in strip if s.style]
        coloured = [s for s in styles if s.color and not s.color.is_default]
        assert bool(coloured) != plain
        assert any(s.reverse and s.bold for s in styles) or not plain


async def test_themes_follow_each_other() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        seen = [pilot.app.theme]
        for _ in range(3):
            await pilot.press("T")
            seen.append(pilot.app.theme)
        assert seen == ["sidelight-dark", "sidelight-light", "sidelight-contrast", "sidelight-dark"]


async def test_the_header_of_a_passage_that_began_above_stays() -> None:
    async with app().run_test(size=(80, 12)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "j", "j", "j", "enter", "space")
        await settle(pilot)
        assert "P5  ·B··  only B  (begins above)" in shown(pilot)[3]

"""What changes while a dialog is open or something is made in a thread: the reader stays where one can be."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import TextArea

from core import pipeline
from core.model import Source
from core.settings import Settings
from tests.tui import story
from tests.tui.driving import app, at_rest, settle, shown, told
from tests.tui.test_hiding import go
from tests.tui.test_picking import folder, paste
from tests.tui.test_reading_room import state_of
from tui import desk
from tui.app import SidelightApp
from tui.screens import taking
from tui.screens.comparison import ComparisonScreen
from tui.screens.deskview import DeskView
from tui.work import add, compare_job

__all__ = ["folder", "go"]


def compared(ids: str) -> SidelightApp:
    """The app with some articles of the story, compared in earnest."""
    sources = [Source.from_text("\n\n".join(story.TEXTS[name]), title=name * 3) for name in ids]
    return SidelightApp(compare_job(sources, Settings()))


def desk_of(pilot: Any) -> desk.Desk:
    return next(s for s in pilot.app.screen_stack if isinstance(s, ComparisonScreen)).desk


@pytest.fixture
def compare(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Holds every comparison back while it is clear."""
    gate, real = threading.Event(), pipeline.compare
    gate.set()

    def slow(*given: Any) -> Any:
        assert gate.wait(20)
        return real(*given)

    monkeypatch.setattr(pipeline, "compare", slow)
    yield gate
    gate.set()


async def test_a_hidden_source_is_not_chosen_among_the_sources() -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "x", "s", "B")
        await settle(pilot)
        assert told(pilot) == "B is hidden: X shows all sources."
        await pilot.press("l")
        assert state_of(pilot).source == "D"


async def test_a_source_that_went_while_the_dialog_was_open_is_not_chosen(compare: threading.Event) -> None:
    async with compared("ABC").run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        compare.clear()
        await pilot.press("s", "end", "d", "s")
        await at_rest()
        compare.set()
        await settle(pilot)
        await pilot.press("end", "enter")
        await settle(pilot)
        assert told(pilot) == "C is no longer compared."
        await pilot.press("l")
        assert state_of(pilot).source == "B"


async def test_who_makes_the_base_of_what_is_about_to_be_hidden_keeps_it(go: threading.Event) -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "x", "B")
        go.set()
        await settle(pilot)
        now = desk_of(pilot)
        assert (now.state.base, now.state.hidden) == ("B", frozenset())
        assert [row.key for row in now.rows] == [row.key for row in now.spread.rows("B")]
        assert told(pilot) == "B is the base and stays."


async def test_rows_of_another_base_are_made_again(go: threading.Event) -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "x", "4", "B")
        go.set()
        await settle(pilot)
        now = desk_of(pilot)
        order = [row.key for row in now.spread.rows("D")]
        assert (now.state.base, now.state.hidden) == ("D", frozenset("B"))
        assert [row.key for row in now.rows] == [key for key in order if key in {r.key for r in now.rows}]
        assert now.choice.asked == (now.spread, "D", frozenset("B"))


async def test_who_pages_away_is_not_told_any_more_that_a_walk_went_round() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(",")
        assert "again from the last" in shown(pilot)[-2]
        await pilot.press("pagedown")
        await settle(pilot)
        assert "again from the last" not in shown(pilot)[-2]


@pytest.fixture
def rearrange(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Holds every move of the threshold back while it is clear."""
    gate, real = threading.Event(), pipeline.rearrange

    def slow(*given: Any) -> Any:
        assert gate.wait(20)
        return real(*given)

    monkeypatch.setattr(pipeline, "rearrange", slow)
    yield gate
    gate.set()


async def test_two_sources_removed_one_after_the_other_are_both_gone(compare: threading.Event) -> None:
    async with compared("ABCD").run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        compare.clear()
        await pilot.press("s", "end", "d")
        await at_rest()
        await pilot.press("s", "j", "d")
        await at_rest()
        compare.set()
        await settle(pilot)
        assert [source.title for source in desk_of(pilot).spread.comparison.sources] == ["AAA", "CCC"]
        assert told(pilot) == "Removed: B D. C is B now."


async def test_a_name_that_is_given_while_a_source_goes_is_kept_and_two_stay(
    compare: threading.Event,
) -> None:
    async with compared("ABC").run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        compare.clear()
        await pilot.press("s", "home", "d", "s", "end", "r", "X", "enter", "home", "j", "d")
        await at_rest()
        compare.set()
        await settle(pilot)
        assert [source.title for source in desk_of(pilot).spread.comparison.sources] == ["BBB", "X"]


async def test_a_threshold_that_was_asked_for_comes_though_a_source_is_hidden(
    rearrange: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "_LEFT", 0)
    async with compared("ABCD").run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        before = desk_of(pilot).threshold
        await pilot.press(")", "2", "x")
        await at_rest()
        rearrange.set()
        await settle(pilot)
        now = desk_of(pilot)
        assert now.threshold == now.spread.comparison.settings.threshold > before
        assert (now.state.hidden, now.busy) == (frozenset("B"), "")


async def test_a_source_is_hidden_though_another_threshold_is_asked_for_meanwhile(
    go: threading.Event,
) -> None:
    async with compared("ABCD").run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        before = desk_of(pilot).threshold
        await pilot.press("2", "x", ")")
        await at_rest()
        go.set()
        await settle(pilot)
        now = desk_of(pilot)
        assert now.threshold == now.spread.comparison.settings.threshold > before
        assert (now.state.hidden, now.busy) == (frozenset("B"), "")


async def test_a_source_that_was_removed_goes_though_hiding_another_is_taken_back(
    compare: threading.Event, go: threading.Event
) -> None:
    async with compared("ABCD").run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        compare.clear()
        await pilot.press("s", "end", "d", "2", "x", "X")
        await at_rest()
        go.set()
        compare.set()
        await settle(pilot)
        assert desk_of(pilot).shown == ("A", "B", "C")


async def test_what_cannot_be_added_costs_no_change_that_was_asked_for_before(
    rearrange: threading.Event,
) -> None:
    async with compared("AB").run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        before = desk_of(pilot).threshold
        await pilot.press(")")
        await at_rest()
        view = pilot.app.screen_stack[-1].query_one(DeskView)
        view.threads.change(add(("/no/such.txt",), ()))
        await at_rest()
        rearrange.set()
        await settle(pilot)
        now = desk_of(pilot)
        assert now.threshold == now.spread.comparison.settings.threshold > before
        assert now.notice == ("Not opened: /no/such.txt: does not exist: look at the name",)
        view.threads.change(add(("/no/such.txt",), ()))
        await settle(pilot)
        assert desk_of(pilot).notice == ("/no/such.txt: does not exist: look at the name",)


async def test_a_text_that_was_pasted_after_an_export_is_not_lost_without_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with compared("AB").run_test(size=(80, 24)) as pilot:
        await settle(pilot)

        async def press(*keys: str) -> None:
            await pilot.press(*keys)
            await settle(pilot)

        await press("e")
        await press("enter")
        await press("s", "p")
        pilot.app.screen.query_one("#page", TextArea).text = "Nobody who was aboard the ferry was heard."
        await press("ctrl+s")
        await press("q")
        assert told(pilot) == "Source C is in no file: e keeps the text in .json alone, q again quits."
        await press("e")
        await press("enter")
        await press("y")  # in place of the first: it quotes the text, and does not hold it
        assert taking.loose(desk_of(pilot)) == ["C"]
        await press("e", "down")
        await press("enter")
        assert taking.would_lose(desk_of(pilot)) == ""


async def test_a_text_that_is_pasted_is_neither_stopped_nor_removed_without_a_question(
    compare: threading.Event,
) -> None:
    async with compared("AB").run_test(size=(120, 40)) as pilot:
        await settle(pilot)

        async def pasted() -> None:
            await pilot.press("s", "p")
            await at_rest()
            pilot.app.screen.query_one("#page", TextArea).text = "Nobody who was aboard was heard."
            await pilot.press("ctrl+s")
            await at_rest()

        compare.clear()
        await pasted()
        await pilot.press("escape")
        assert told(pilot) == "The pasted text is in no file: Esc again drops it."
        await pilot.press("escape")
        compare.set()
        await settle(pilot)
        assert (desk_of(pilot).ids, desk_of(pilot).pasted) == (("A", "B"), ())
        await pasted()
        await settle(pilot)
        assert desk_of(pilot).ids == ("A", "B", "C")
        await pilot.press("s", "end", "d")
        await settle(pilot)
        assert "C is in no file: d again removes it." in "\n".join(shown(pilot))
        await pilot.press("d")
        await settle(pilot)
        assert desk_of(pilot).ids == ("A", "B")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("key", ["q", "escape"])
async def test_a_text_that_was_pasted_is_not_lost_while_it_is_compared_for_the_first_time(
    key: str, compare: threading.Event
) -> None:
    async with SidelightApp(None).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for name in "AC":
            await paste(pilot, "\n\n".join(story.TEXTS[name]))
        compare.clear()
        await pilot.press("c")
        await at_rest()
        await pilot.press(key)
        await at_rest()
        try:
            assert pilot.app.is_running
            assert shown(pilot)[-2].strip() == "2 pasted texts are in no file: q again quits."
            await pilot.press(key)
            await at_rest()
            assert not pilot.app.is_running
        finally:
            compare.set()


@pytest.mark.usefixtures("folder")
async def test_what_was_typed_into_the_paste_dialog_is_not_dropped_without_a_question() -> None:
    async with SidelightApp(None).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        pilot.app.screen.query_one("#page", TextArea).text = "Boat lost"
        await pilot.press("escape")
        await settle(pilot)
        assert "The text is in no file: Esc again drops it." in "\n".join(shown(pilot))
        await pilot.press("x", "escape")  # another text: asked again
        await settle(pilot)
        assert pilot.app.screen.query_one("#page", TextArea).text
        await pilot.press("escape")
        await settle(pilot)
        assert "Space chooses" in "\n".join(shown(pilot))

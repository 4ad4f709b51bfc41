import os
import signal
import threading

import pytest
from textual.message import Message
from textual.screen import Screen

from core.errors import Cancelled, ReadError
from tests.tui import story
from tests.tui.driving import app, line_of, settle, shown
from tui.app import SidelightApp
from tui.messages import Progressed
from tui.screens.comparison import ComparisonScreen
from tui.screens.reading import TextDialog
from tui.screens.threads import Threads
from tui.spread import Spread, spread_out
from tui.work import Progress


async def test_a_new_reader_finds_who_says_what() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "4 sources" in shown(pilot)[0]
        assert "2+2≠" in shown(pilot)[0]
        await pilot.press("full_stop", "full_stop")
        lines = shown(pilot)
        assert lines[line_of(pilot, "deaths")].startswith("▌   ▸ number  deaths: at least 12 (A C) / 14 (B)")
        assert "finding 2 of 3" in lines[-2]
        assert "? Help" in lines[-1]
        assert "q Quit" in lines[-1]


async def test_a_search_without_hits_says_so_and_no_more() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"xyzzy", "enter")
        await settle(pilot)
        assert "“xyzzy”: no hits" in shown(pilot)[-2]
        assert "passages" not in shown(pilot)[-2]


async def test_the_first_frame_is_there_before_the_comparison() -> None:
    go = threading.Event()

    def slow(progress: Progress) -> Spread:
        progress("aligning", 0.25)
        go.wait()
        return story.spread()

    async with SidelightApp(slow).run_test(size=(80, 24)) as pilot:
        while not any("aligning, 25%" in line for line in shown(pilot)):
            await pilot.pause()
        assert shown(pilot)[0].strip() == "Sidelight"
        assert "q Quit" in shown(pilot)[-1]
        go.set()
        await settle(pilot)
        assert "4 sources" in shown(pilot)[0]


async def test_progress_is_posted_only_when_what_is_shown_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    posted: list[str] = []
    post = Threads.post_message

    def counted(screen: Threads, message: Message) -> bool:
        if isinstance(message, Progressed):
            posted.append(f"{message.stage} {message.fraction:.0%}")
        return post(screen, message)

    def book(progress: Progress) -> Spread:
        for stage in ("aligning", "judging"):
            for n in range(5_000):
                progress(stage, n / 10_000)
        return story.spread()

    monkeypatch.setattr(Threads, "post_message", counted)
    async with SidelightApp(book).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
    assert posted == [f"{stage} {n}%" for stage in ("aligning", "judging") for n in range(51)]


async def test_an_older_comparison_is_dropped() -> None:
    first, second = threading.Event(), threading.Event()
    waits = [first, second]
    small = spread_out(story.comparison())

    def job(_: Progress) -> Spread:
        mine = waits.pop(0)
        mine.wait()
        return story.spread() if mine is first else small

    async with SidelightApp(job).run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, ComparisonScreen)
        while len(waits) > 1:
            await pilot.pause()
        screen.view.threads.compare(job)
        while waits:
            await pilot.pause()
        second.set()
        while not screen.desk.ids:
            await pilot.pause()
        first.set()
        await settle(pilot)
        assert screen.desk.spread is small


async def test_escape_stops_a_comparison_that_runs() -> None:
    stopped = threading.Event()

    def endless(progress: Progress) -> Spread:
        try:
            while True:
                progress("aligning", 0.5)
        except Cancelled:
            stopped.set()
            raise

    application = SidelightApp(endless)
    async with application.run_test(size=(80, 24)) as pilot:
        while not any("aligning" in line for line in shown(pilot)):
            await pilot.pause()
        await pilot.press("escape")
        await settle(pilot)
    assert stopped.wait(5)
    assert not application.return_code


async def test_nothing_to_read_ends_with_the_reason() -> None:
    def empty(_: Progress) -> Spread:
        raise ReadError("none.txt", "does not exist")

    application = SidelightApp(empty)
    async with application.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
    assert application.return_code == 2
    assert str(application.error) == "none.txt: does not exist"


async def test_files_that_cannot_be_read_are_told_while_the_others_open() -> None:
    problem = ReadError("[b]odd.pdf", "is no text")

    def job(_: Progress) -> Spread:
        return spread_out(story.comparison(), problems=(problem,))

    async with SidelightApp(job).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert any("Not opened: [b]odd.pdf: is no text" in line for line in shown(pilot))
        assert "4 sources" in shown(pilot)[0]
        await pilot.press("escape")
        assert not any("Not opened" in line for line in shown(pilot))


async def test_the_passage_keeps_its_line_through_a_change_of_view_and_filter() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j", "j", "j", "j")
        line = line_of(pilot, "P4  A···")
        await pilot.press("v")
        assert shown(pilot)[-2].startswith(" P4")
        await pilot.press("v")
        await pilot.press("v")
        await settle(pilot)
        assert line_of(pilot, "P4  A···") == line
        await pilot.press("f")
        await settle(pilot)
        assert "show: with findings (4 of 7 passages)" in shown(pilot)[2]
        assert shown(pilot)[line_of(pilot, "P4  A···")].startswith("▌")


async def test_mouse() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        y = line_of(pilot, "Fourteen")
        await pilot.click(offset=(20, y))
        await settle(pilot)
        assert shown(pilot)[y].startswith("▌")
        screen = pilot.app.screen
        assert isinstance(screen, ComparisonScreen)
        assert screen.desk.state.source == "B"
        x = shown(pilot)[-1].index("? Help")
        await pilot.click(offset=(x, 23))
        await settle(pilot)
        assert any("Keys and signs" in line for line in shown(pilot))


async def test_pages_reach_the_end_and_come_back() -> None:
    async with app().run_test(size=(80, 12)) as pilot:
        await settle(pilot)
        for _ in range(9):
            await pilot.press("space")
        assert shown(pilot)[-2].startswith(" P7")
        for _ in range(9):
            await pilot.press("b")
        assert shown(pilot)[-2].startswith(" B ¶1")
        await pilot.press("G")
        assert shown(pilot)[-2].startswith(" P7")
        await pilot.press("g")
        assert shown(pilot)[-2].startswith(" B ¶1")


async def test_another_base_leads_the_rows() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("4", "B")
        await settle(pilot)
        assert "D* Delta TV" in shown(pilot)[1]
        assert shown(pilot)[0].strip().startswith("Ferry [bold]fire[/bold]")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
async def test_a_signal_ends_the_app_in_order(number: signal.Signals) -> None:
    application = app()
    async with application.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        os.kill(os.getpid(), number)
        while application.return_code is None:
            await pilot.pause()
    assert application.return_code == 128 + number


async def test_help_names_every_key_in_force() -> None:
    async with app().run_test(size=(100, 100)) as pilot:
        await settle(pilot)
        await pilot.press("question_mark")
        await settle(pilot)
        text = "\n".join(shown(pilot))
        active = pilot.app.screen_stack[-2].active_bindings.values()
        bound = {a.binding.description for a in active if a.binding.id}
        assert len(bound) > 15
        assert all(says in text for says in bound if says)
        await pilot.press("escape")
        await settle(pilot)
        assert "Keys and signs" not in "\n".join(shown(pilot))


async def test_a_dialog_is_drawn_with_its_words_from_the_first_frame_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    frames: list[str] = []
    refresh = Screen._compositor_refresh

    def drawn(screen: Screen[object]) -> None:
        refresh(screen)
        if isinstance(screen, TextDialog):
            frames.append("\n".join(shown(pilot)))

    monkeypatch.setattr(Screen, "_compositor_refresh", drawn)
    async with app().run_test(size=(200, 60)) as pilot:
        await settle(pilot)
        await pilot.press("question_mark")
        await settle(pilot)
        assert frames
        assert all("next passage" in frame for frame in frames if "Keys and signs" in frame)

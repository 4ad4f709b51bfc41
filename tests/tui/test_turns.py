from threading import Thread

import pytest

from tests.tui.driving import app, settle
from tui import turns
from tui.turns import TURNS, Turns


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, which passes while a thread sleeps and not otherwise."""
    clock = [100.0]

    def sleep(seconds: float) -> None:
        clock[0] += seconds

    monkeypatch.setattr(turns, "monotonic", lambda: clock[0])
    monkeypatch.setattr(turns, "sleep", sleep)
    return clock


def _in_a_thread(turns: Turns, *, stopped: bool = False) -> None:
    thread = Thread(target=turns.rest, args=(lambda: stopped,))
    thread.start()
    thread.join()


def test_a_thread_rests_while_a_key_is_answered(now: list[float]) -> None:
    here = Turns()
    here.begin()
    now[0] += 0.05
    here.begin()
    _in_a_thread(here)
    assert 100.15 <= now[0] < 100.16


def test_nobody_rests_when_no_key_was_pressed(now: list[float]) -> None:
    here = Turns()
    _in_a_thread(here)
    assert now == [100.0]


def test_a_thread_that_is_stopped_does_not_rest(now: list[float]) -> None:
    here = Turns()
    here.begin()
    _in_a_thread(here, stopped=True)
    assert now == [100.0]


def test_the_thread_of_the_screen_never_rests(now: list[float]) -> None:
    here = Turns()
    here.begin()
    here.rest(lambda: False)
    assert now == [100.0]


async def test_each_key_begins_a_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        told: list[str] = []
        monkeypatch.setattr(TURNS, "begin", lambda: told.append("begin"))
        for key in ("j", "v", "F12"):
            await pilot.press(key)
            await settle(pilot)
            assert told == ["begin"]
            told.clear()
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert told == ["begin"]


async def test_another_size_waits_for_no_timer(monkeypatch: pytest.MonkeyPatch) -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        set_timer = pilot.app.set_timer
        monkeypatch.setattr(
            pilot.app, "set_timer", lambda _, *given, **named: set_timer(1e6, *given, **named)
        )
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert pilot.app.screen.size == (80, 24)

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


def _in_a_thread(turns: Turns) -> None:
    thread = Thread(target=turns.rest)
    thread.start()
    thread.join()


def test_a_thread_rests_until_a_key_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    here, slept = Turns(), []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 3:
            here.end()

    monkeypatch.setattr("tui.turns.sleep", sleep)
    monkeypatch.setattr("tui.turns.monotonic", lambda: 0.0)
    here.begin()
    _in_a_thread(here)
    assert len(slept) == 3


def test_a_thread_goes_on_when_nothing_is_drawn(now: list[float]) -> None:
    here = Turns()
    here.begin()
    _in_a_thread(here)
    assert 100.05 <= now[0] < 100.06


def test_nobody_rests_when_no_key_was_pressed(now: list[float]) -> None:
    here = Turns()
    _in_a_thread(here)
    here.begin()
    here.end()
    _in_a_thread(here)
    assert now == [100.0]


def test_the_thread_of_the_screen_never_rests(now: list[float]) -> None:
    here = Turns()
    here.begin()
    here.rest()
    assert now == [100.0]


@pytest.mark.parametrize("key", ["j", "v", "G", "2"])
async def test_a_key_begins_a_turn_and_its_frame_ends_it(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        told: list[str] = []
        for name in ("begin", "end"):
            monkeypatch.setattr(TURNS, name, lambda name=name: told.append(name))
        await pilot.press(key)
        await settle(pilot)
        assert told[:2] == ["begin", "end"]
        assert told.count("begin") == 1


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

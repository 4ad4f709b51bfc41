"""Searching in a thread: what is shown and where the reader comes is what searching at once brings."""

import threading
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.driving import app, at_rest, settle, shown
from tests.tui.test_reading_room import state_of
from tui import desk
from tui.screens import threads
from tui.search import Hits, search
from tui.state import ViewState

_NAMES = {"/": "slash", "\n": "enter", "\x1b": "escape"}


def _typed(pilot: Pilot[None], keys: str) -> None:
    """Send keys in one burst."""
    for key in keys:
        pilot.app.post_message(events.Key(_NAMES.get(key, key), key if key.isprintable() else None))


async def _seen(keys: tuple[str, ...], at_once: int) -> tuple[ViewState, list[str]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk, "_SEARCHED", at_once)
        async with app().run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            for burst in keys:
                _typed(pilot, burst)
                await at_rest()
            await settle(pilot)
            return state_of(pilot), shown(pilot)


@pytest.mark.parametrize(
    "keys",
    [
        ("/f", "i", "re\n", "n", "j"),
        ("/ferry\nn", "2x", "N", "X"),
        ("2x", "/a\nnn", "B", "n", "/", "\x1b", "n"),
        ("/e", "\x1b", "j", "/fire", "\n", "ff", "n"),
    ],
)
async def test_a_search_in_a_thread_leads_where_one_at_once_does(keys: tuple[str, ...]) -> None:
    assert await _seen(keys, -1) == await _seen(keys, 1_000_000)


async def test_keys_behind_a_search_wait_for_its_hits_and_the_loop_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go = threading.Event()

    def slow(*given: Any, **named: Any) -> Hits:
        assert go.wait(20)
        return search(*given, **named)

    monkeypatch.setattr(desk, "_SEARCHED", -1)
    monkeypatch.setattr(threads, "search", slow)
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        before = state_of(pilot).cursor
        try:
            _typed(pilot, "/quay")
            await at_rest()
            assert "“quay”: searching" in shown(pilot)[-2]
            assert state_of(pilot).cursor == before
            _typed(pilot, "\nn")
        finally:
            go.set()
        await settle(pilot)
        assert "“quay”: 1 hit in 1 passage" in shown(pilot)[-2]
        assert state_of(pilot).cursor == "P6"
        assert state_of(pilot).source == "D"


async def test_a_search_that_is_given_up_leads_back_and_one_that_is_kept_can_be_left_by_the_mark() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        began = state_of(pilot).cursor
        _typed(pilot, "/br")
        await settle(pilot)
        led = state_of(pilot).cursor
        assert led != began
        await pilot.press("x")
        await settle(pilot)
        assert state_of(pilot).cursor == began  # no hit: as if nothing had been typed
        await pilot.press("backspace")
        await settle(pilot)
        assert state_of(pilot).cursor == led
        await pilot.press("escape")
        assert (state_of(pilot).cursor, state_of(pilot).query) == (began, "")
        _typed(pilot, "/br\n")
        await settle(pilot)
        await pilot.press("apostrophe")
        assert (state_of(pilot).cursor, state_of(pilot).back) == (began, led)


@pytest.mark.parametrize("at_once", [-1, 1_000_000], ids=["in a thread", "at once"])
async def test_in_the_view_of_an_article_its_own_hits_are_found_and_walked(
    at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "_SEARCHED", at_once)
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("2", "v", *"/ferry", "enter")
        await settle(pilot)
        assert "“ferry”: 1 hit in B" in shown(pilot)[-2]
        await pilot.press("n", "n")
        assert state_of(pilot).source == "B"
        await pilot.press("1")
        await settle(pilot)
        assert "“ferry”: 2 hits in A, passage 1 of 2" in shown(pilot)[-2]
        await pilot.press("n", "n", "n")
        assert state_of(pilot).source == "A"
        await pilot.press("4")
        await settle(pilot)
        assert "“ferry”: no hits in D" in shown(pilot)[-2]
        await pilot.press("v", "v")
        await settle(pilot)
        assert "“ferry”: 5 hits, passage 2 of 2" in shown(pilot)[-2]

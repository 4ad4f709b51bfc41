"""Searching in a thread: what is shown and where the reader comes is what searching at once brings."""

import threading
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.driving import app, at_rest, settle, shown
from tests.tui.test_reading_room import state_of
from tui.screens import searching
from tui.search import Hits, search
from tui.state import ViewState

_NAMES = {"/": "slash", "\n": "enter", "\x1b": "escape"}


def _typed(pilot: Pilot[None], keys: str) -> None:
    """Send keys in one burst."""
    for key in keys:
        pilot.app.post_message(events.Key(_NAMES.get(key, key), key if key.isprintable() else None))


async def _seen(keys: tuple[str, ...], at_once: int) -> tuple[ViewState, list[str]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searching, "_AT_ONCE", at_once)
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

    monkeypatch.setattr(searching, "_AT_ONCE", -1)
    monkeypatch.setattr(searching, "search", slow)
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

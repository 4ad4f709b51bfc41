"""Hiding a source and showing it again, in the app."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from tests.tui.driving import app, line_of, settle, shown, told
from tests.tui.test_reading_room import state_of, text_of
from tui import desk
from tui.hiding import without
from tui.rows import Listing
from tui.screens import threads


@pytest.mark.parametrize("at_once", [0, 5000], ids=["in a thread", "at once"])
async def test_a_source_is_hidden_told_and_shown_again(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "_LEFT", at_once)
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "x")
        await settle(pilot)
        assert state_of(pilot).hidden == {"B"}
        assert "hidden: B  (X shows all)" in shown(pilot)[2]
        assert "Daily B" not in shown(pilot)[1]
        assert "Fourteen bodies" not in text_of(pilot)
        assert told(pilot) == "B is hidden: X shows all sources." * (at_once > 0)
        await pilot.press("2")
        assert told(pilot) == "B is hidden: X shows all sources."
        await pilot.press("l")
        assert state_of(pilot).source == "D"
        await pilot.press("X")
        await settle(pilot)
        assert "Daily B" in shown(pilot)[1]
        assert "Fourteen bodies" in text_of(pilot)
        await pilot.press("1", "x")
        assert told(pilot).startswith("A is the base and stays")


@pytest.fixture
def go(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Lets the rows without a source be made: they wait for it, in a thread."""
    gate = threading.Event()

    def slow(*given: Any) -> Listing:
        assert gate.wait(20)
        return without(*given)

    monkeypatch.setattr(desk, "_LEFT", 0)
    monkeypatch.setattr(threads, "without", slow)
    yield gate
    gate.set()


async def test_who_moves_while_a_source_is_left_out_stays_where_he_went(go: threading.Event) -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "x")
        try:
            assert "Leaving sources out" in shown(pilot)[-2]
            await pilot.press("j", "j")
            at = state_of(pilot).cursor
            assert not state_of(pilot).hidden
        finally:
            go.set()
        await settle(pilot)
        assert state_of(pilot).hidden == {"B"}
        assert state_of(pilot).cursor == at
        assert "Leaving sources out" not in shown(pilot)[-2]


async def test_who_shows_all_sources_while_one_is_left_out_keeps_it(go: threading.Event) -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "x", "X")
        try:
            assert told(pilot) == "All sources are shown."
            assert "Leaving sources out" not in shown(pilot)[-2]
        finally:
            go.set()
        await settle(pilot)
        assert not state_of(pilot).hidden
        assert "Daily B" in shown(pilot)[1]


async def test_with_a_source_hidden_the_columns_of_the_others_fit() -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert shown(pilot)[line_of(pilot, "Fourteen")].count("│") < 2  # four columns do not fit
        await pilot.press("2", "x")
        await settle(pilot)
        assert shown(pilot)[1].split()[:3] == ["A*", "Wire", "One:"]
        assert shown(pilot)[line_of(pilot, "At least 12")].count("│") >= 2


async def test_another_source_is_not_hidden_while_one_is_left_out_and_it_is_said(go: threading.Event) -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "x", "3", "x")
        try:
            assert told(pilot).startswith("A source is still being left out: press again when that is done")
        finally:
            go.set()
        await settle(pilot)
        assert state_of(pilot).hidden == {"B"}

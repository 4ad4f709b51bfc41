"""What is told in passing stands in the status line, and goes."""

import pytest

from tests.tui.driving import app, settle, shown, told


async def test_what_a_key_cannot_do_is_said() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("9")
        assert told(pilot) == "There are 4 sources."
        await pilot.press("B")
        assert told(pilot) == "A is the base already: the rows stand in its order."
        await pilot.press("2", "B")
        assert not told(pilot)
        await pilot.press("n")
        assert told(pilot) == "/ searches first."
        await pilot.press("X")
        assert told(pilot) == "No source is hidden or moved."
        assert shown(pilot)[-2].strip() == "No source is hidden or moved."
        await pilot.press("1")  # nothing new, but the reader has gone on
        assert "P1" in shown(pilot)[-2] or "B ¶1" in shown(pilot)[-2]
        await pilot.press("ctrl+c")
        await settle(pilot)
        assert told(pilot) == "Ctrl+C does not quit: q does; Esc closes a dialog."
        await pilot.press("j")
        assert not told(pilot)
        assert not pilot.app._notifications


async def test_what_is_told_does_not_go_beyond_the_screen_and_covers_nothing() -> None:
    async with app().run_test(size=(40, 14)) as pilot:
        await settle(pilot)
        passages = pilot.app.screen.query_one("#passages")
        lines = passages.size.height
        await pilot.press("o")
        await settle(pilot)
        assert " ".join(told(pilot).split()) in " ".join(" ".join(shown(pilot)).split())
        assert passages.size.height < lines
        await pilot.press("j")
        await settle(pilot)
        assert passages.size.height == lines


async def test_what_is_told_goes_after_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.deskview._MOMENT", 0.01)
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("9")
        while told(pilot):
            await pilot.pause()
        assert "¶" in shown(pilot)[-2]

"""What a key changes is laid out and drawn once."""

from collections.abc import Awaitable, Callable
from functools import partial

import pytest
from rich.segment import Segment
from textual._context import visible_screen_stack
from textual.pilot import Pilot

from tests.tui.driving import app, at_rest, settle
from tui.frame import Over

Frames = list[str]


@pytest.fixture
def frames(monkeypatch: pytest.MonkeyPatch) -> Frames:
    """What was done by the comparison's screen, in order."""
    from tui.screens.comparison import ComparisonScreen

    done: Frames = []
    for name in ("_refresh_layout", "_compositor_refresh"):

        def noted(screen: ComparisonScreen, *given: object, name: str = name, **named: object) -> object:
            done.append(name)
            return getattr(super(ComparisonScreen, screen), name)(*given, **named)

        monkeypatch.setattr(ComparisonScreen, name, noted, raising=False)
    return done


@pytest.mark.parametrize("key", ["j", "G", "full_stop", "f", "l", "x"])
async def test_a_key_draws_one_frame(key: str, frames: Frames) -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "j")
        await settle(pilot)
        frames.clear()
        await _once(pilot, lambda: _pressed(pilot, key))
        assert frames.count("_compositor_refresh") == 1


async def test_a_view_is_laid_out_and_drawn_once(frames: Frames) -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press(*"vvvv")  # the matrix of the overview is counted once, and drawn when it is there
        await settle(pilot)
        for _ in range(4):
            frames.clear()
            await _once(pilot, lambda: _pressed(pilot, "v"))
            assert frames == ["_refresh_layout", "_compositor_refresh"]


@pytest.mark.parametrize("size", [(80, 24), (200, 60), (119, 40)])
async def test_another_size_is_laid_out_and_drawn_once(size: tuple[int, int], frames: Frames) -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        frames.clear()
        await _once(pilot, lambda: pilot.resize_terminal(*size))
        assert frames == ["_refresh_layout", "_compositor_refresh"]


@pytest.mark.parametrize("key", ["z", "i", "question_mark"])
async def test_coming_back_from_a_dialog_draws_one_frame(key: str, frames: Frames) -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
        frames.clear()
        await _once(pilot, lambda: _pressed(pilot, "escape"))
        assert frames == ["_compositor_refresh"]


async def test_what_lies_beneath_a_dialog_is_blended_as_the_toolkit_does() -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("z", "j", "l")
        await settle(pilot)
        dialog = pilot.app.screen
        assert isinstance(dialog, Over)
        drawn = []
        for draw in (dialog._render_content, partial(super(Over, dialog)._render_content)):
            visible_screen_stack.set(pilot.app._background_screens)
            dialog.refresh()
            draw()
            drawn.append([list(Segment.simplify(line)) for line in dialog._render_cache.lines])
        assert drawn[0] == drawn[1]


async def _pressed(pilot: Pilot[None], key: str) -> None:
    pilot.app.simulate_key(key)


async def _once(pilot: Pilot[None], do: Callable[[], Awaitable[None]]) -> None:
    await do()
    await settle(pilot)
    await at_rest()

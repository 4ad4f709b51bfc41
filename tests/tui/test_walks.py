"""Random walks in the running app: whatever keys, whatever comparison, whatever size."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple
from unittest.mock import patch

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from textual.pilot import Pilot

from tests.tui.driving import settle, shown
from tests.tui.worlds import many, spreads
from tui import state as moves
from tui.app import SidelightApp
from tui.keys import COMMANDS
from tui.screens.comparison import ComparisonScreen
from tui.spread import Spread
from tui.widgets.lines import LineList

_AWAY = {"quit", "suspend"}
"""Commands that end a walk."""
KEYS = [key for c in COMMANDS if c.id not in _AWAY for key in c.keys.split(",")]
SIZES = [(80, 24), (120, 40), (200, 60), (40, 10), (20, 5), (300, 80), (37, 17)]


class Drag(NamedTuple):
    """The mouse button pressed at one place and let go at another, each in thousandths of the screen."""

    x: int
    y: int
    to_x: int
    to_y: int


_PLACES = st.integers(0, 999)
DRAGS = st.builds(Drag, _PLACES, _PLACES, _PLACES, _PLACES)
CLICKS = st.builds(lambda x, y: Drag(x, y, x, y), _PLACES, _PLACES)
WALKS = st.lists(st.one_of(st.sampled_from(KEYS), st.sampled_from(SIZES), CLICKS, DRAGS), max_size=14)
_FEW = settings(
    max_examples=40 if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else 4,
    phases=(Phase.explicit, Phase.generate),  # to shrink a walk takes minutes
)
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")


def screen_of(pilot: Pilot[None]) -> ComparisonScreen:
    screen = pilot.app.screen_stack[1]
    assert isinstance(screen, ComparisonScreen)
    return screen


Step = str | tuple[int, int] | Drag


async def go(pilot: Pilot[None], step: Step) -> None:
    if isinstance(step, str):
        await pilot.press(step)
    elif isinstance(step, Drag):
        width, height = pilot.app.size
        # Not on the last line: there one can click on Quit.
        start, end = ((x * width // 1000, y * (height - 1) // 1000) for x, y in (step[:2], step[2:]))
        await pilot.mouse_down(offset=start)
        if end != start:
            await pilot.hover(offset=end)
        await pilot.mouse_up(offset=end)
        if end == start:
            await pilot.click(offset=start)
    else:
        await pilot.resize_terminal(*step)
    await settle(pilot)


def cursor_line(pilot: Pilot[None]) -> int | None:
    """The line of the list on which the row under the cursor begins; None for no row or no room."""
    screen = screen_of(pilot)
    passages = screen.query_one("#passages", LineList)
    at = moves.position(screen.desk.state, screen.desk.rows)
    assert (at >= 0) == bool(screen.desk.rows)
    if at < 0 or not passages.size.height:
        return None
    scroll = round(passages.scroll_y)
    assert passages.index.top(at) < scroll + passages.size.height
    assert passages.index.top(at + 1) > scroll
    return passages.index.top(at) - scroll


def check(pilot: Pilot[None]) -> None:
    """The laws that hold whatever was pressed."""
    cursor_line(pilot)
    for line in shown(pilot):
        assert not _FORBIDDEN.search(line), line


@_FEW
@given(spreads(), st.sampled_from(SIZES), WALKS)
async def test_whatever_is_pressed_the_laws_of_the_screen_hold(
    spread: Spread, size: tuple[int, int], walk: list[Step]
) -> None:
    async with SidelightApp(lambda _: spread).run_test(size=size) as pilot:
        await settle(pilot)
        check(pilot)
        for step in walk:
            before = screen_of(pilot).desk.state
            await go(pilot, step)
            assert pilot.app.is_running
            check(pilot)
            if not isinstance(step, str | Drag):
                assert screen_of(pilot).desk.state.cursor == before.cursor


@contextmanager
def guessing(whole: int) -> Iterator[None]:
    """Lists that measure one row at a time, when they have more rows than this."""
    with (
        patch("tui.index.WHOLE", whole),
        patch("tui.index._STRETCH", 1),
        patch("tui.index._SAMPLES", 5),
    ):
        yield


SHORT = ["j", "k", "space", "b", "G", "g", "full_stop", "v", "f", "2", "B", "enter", "l", "apostrophe", "F"]


@_FEW
@given(
    st.integers(0, 9),
    st.lists(st.one_of(st.sampled_from(SHORT), st.sampled_from([(40, 10), (80, 12)])), max_size=14),
)
async def test_guessed_heights_show_what_exact_ones_show(
    seed: int, walk: list[str | tuple[int, int]]
) -> None:
    spread = many(150, seed)
    seen: list[list[list[str]]] = []
    for whole in (10_000, 0):
        with guessing(whole):
            seen.append([])
            async with SidelightApp(lambda _: spread).run_test(size=(80, 12)) as pilot:
                await settle(pilot)
                for step in walk:
                    await go(pilot, step)
                    seen[-1].append([line[: pilot.app.size.width - 2].rstrip() for line in shown(pilot)])
    assert seen[0] == seen[1]

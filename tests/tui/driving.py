"""Driving the app in tests: no sleeps, every wait is for a state of the app."""

import asyncio
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual._context import active_app
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen

from tests.tui import story
from tui.app import SidelightApp
from tui.screens.comparison import ComparisonScreen
from tui.spread import Spread
from tui.work import Progress

if TYPE_CHECKING:
    from textual.worker import Worker


def job(_: Progress) -> Spread:
    return story.spread()


def app() -> SidelightApp:
    return SidelightApp(job)


async def at_rest(*_: float) -> None:
    """Wait until every part of the app waits for a message and nothing is left to draw; workers may run.

    It takes the place of the toolkit's own wait (`wait_for_idle`), which takes a process for idle that
    used no processor for a moment: on a busy machine its turn may just not have come.
    """
    app = active_app.get()
    quiet = 0
    while app.is_running and app._exception is None and quiet < _HOPS:
        await asyncio.sleep(0)
        waits = app._resize_timer is None and all(map(_waits, (app, *app._registry)))
        quiet = quiet + 1 if waits else 0
        if quiet == _HOPS and app._screen_stack and _draws(app.screen):
            quiet = 0


_HOPS = 8
"""Turns of the loop without any work after which none can come: a key of the pilot takes two to a queue."""


def _waits(part: MessagePump) -> bool:
    """Whether a part of the app has handled every message, and is what a next one would wake."""
    there: asyncio.Event = part._message_queue.ready_event
    return not part.is_running or (not there.is_set() and bool(there._waiters))


def _draws(screen: Screen[object]) -> bool:
    """Draw now what is to be drawn with the next frame; whether there was anything."""
    left = screen._layout_required or screen._scroll_required or screen._repaint_required
    left = left or bool(screen._dirty_widgets or screen._callbacks)
    if left:
        screen._on_timer_update()
    return left


async def settle(pilot: Pilot[None]) -> None:
    """Wait until no worker runs and every message has been handled."""
    await at_rest()
    while running := [w for w in pilot.app.workers if not w.is_finished]:
        await asyncio.gather(*map(_finish, running))
        await at_rest()


async def _finish(worker: "Worker[object]") -> None:
    await asyncio.gather(worker.wait(), return_exceptions=True)


def shown(pilot: Pilot[None]) -> list[str]:
    """The lines of the screen as text."""
    width, height = pilot.app.size
    strips = pilot.app.screen._compositor.render_strips()
    lines = ["".join(segment.text for segment in strip) for strip in strips]
    assert len(lines) == height
    assert all(cell_len(line) <= width for line in lines)
    return [line.rstrip() for line in lines]


def told(pilot: Pilot[None]) -> str:
    """What the screen of the comparison told in passing last; empty when the reader has gone on."""
    return next(s for s in pilot.app.screen_stack if isinstance(s, ComparisonScreen)).desk.said


def line_of(pilot: Pilot[None], words: str) -> int:
    """The line of the screen on which words stand."""
    return next(n for n, line in enumerate(shown(pilot)) if words in line)

"""Driving the app in tests: no sleeps, every wait is for a condition."""

import asyncio
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.pilot import Pilot

from tests.tui import story
from tui.app import SidelightApp
from tui.spread import Spread
from tui.work import Progress

if TYPE_CHECKING:
    from textual.worker import Worker


def job(_: Progress) -> Spread:
    return story.spread()


def app() -> SidelightApp:
    return SidelightApp(job)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until no worker runs and every message has been handled."""
    await pilot.pause()
    while running := [w for w in pilot.app.workers if not w.is_finished]:
        await asyncio.gather(*map(_finish, running))
        await pilot.pause()
    await pilot.pause()


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


def line_of(pilot: Pilot[None], words: str) -> int:
    """The line of the screen on which words stand."""
    return next(n for n, line in enumerate(shown(pilot)) if words in line)

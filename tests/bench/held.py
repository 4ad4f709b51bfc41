"""How long each key holds the event loop with 50,000 passages: while it is held, no key is answered.

    python tests/bench/screen.py held

Every key of the desk, from the table that the bindings are made of, is pressed in every view, with a search
and with a hidden source, in a pseudo-terminal. The program presses them itself and looks at the clock around
every step of its loop; told is the longest step from a key until all that it set off is done.
"""

import asyncio
import fcntl
import os
import struct
import termios
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.pilot import Pilot

from tests.bench import screen
from tests.tui.driving import settle
from tui.app import SidelightApp
from tui.filters import EVERYTHING
from tui.keys import COMMANDS
from tui.spread import Spread
from tui.state import View, ViewState

if TYPE_CHECKING:
    from tui.screens.comparison import ComparisonScreen

BAR = 0.1
"""Seconds for which no key may hold the loop."""
_LEAVES = ("leave", "app.suspend_process")
"""Actions after which there is no loop to look at."""
_PATIENCE = 200.0
"""Seconds after which a key that has set off something that does not end is an error."""
_COMPARES = ("threshold(-5)", "threshold(5)")
"""Actions that take half a minute in a worker, whatever is shown: once is enough."""
_CODE = f"""
import sys
sys.path.insert(0, {str(screen.ROOT)!r})
from tests.bench.held import press_all
press_all(int(sys.argv[1]))
"""


class Step(NamedTuple):
    """A step of the event loop."""

    held: float = 0.0
    """Seconds by the clock on the wall."""
    used: float = 0.0
    """Seconds of them on the processor, by the loop itself: the others are other threads' and programs'."""


class Clock:
    """Keeps the longest step of the event loop since it was last asked."""

    def __init__(self) -> None:
        self._longest = Step()
        run = asyncio.Handle._run

        def timed(handle: asyncio.Handle) -> None:
            began, used = time.perf_counter(), time.thread_time()
            run(handle)
            step = Step(time.perf_counter() - began, time.thread_time() - used)
            self._longest = max(self._longest, step)

        setattr(asyncio.Handle, "_run", timed)  # noqa: B010 - the loop has no other place to look from

    def read(self) -> Step:
        """The longest step; the next one is looked for from now on."""
        longest, self._longest = self._longest, Step()
        return longest


Tell = Callable[[str, str, Step], None]


def report() -> None:
    """Press every key and tell of each how long it held the loop at most, as it goes; the worst last."""
    worst: dict[str, tuple[Step, str]] = {}
    for line in _answers():
        name, where, held, used = line.split("\t")
        step = Step(float(held), float(used))
        screen.say(_told(name, step, where))
        worst[name] = max(worst.get(name, (Step(), "")), (step, where))
    screen.say("\nThe longest of each:")
    for name, (step, where) in sorted(worst.items(), key=lambda entry: entry[1]):
        screen.say(_told(name, step, where))


def _told(name: str, step: Step, where: str) -> str:
    times = f"{step.held * 1000:6.0f} ms  ({step.used * 1000:4.0f} on the processor)"
    return f"{name:<22} {times}  {where}{'  over the bar' * (step.held > BAR)}"


def _answers() -> Iterator[str]:
    """The lines that the program in the pseudo-terminal tells, as they come."""
    answer, told = os.pipe()
    os.set_inheritable(told, True)
    terminal = screen.Terminal(_CODE, str(told))
    os.close(told)
    os.set_blocking(answer, False)
    heard, heard_at = b"", time.monotonic()
    while not heard.startswith(b"\n"):
        terminal.read(0.1)
        try:
            heard += os.read(answer, 1 << 16)
            heard_at = time.monotonic()
        except BlockingIOError:
            if time.monotonic() - heard_at > _PATIENCE:
                terminal.close()
                raise screen.NothingCameError(f"no key was answered for {_PATIENCE:.0f} s") from None
        while b"\n" in heard[1:]:
            line, _, heard = heard.partition(b"\n")
            yield line.decode()
    terminal.close()


def press_all(told: int) -> None:
    """Open the app on a generated comparison and press every key; runs in the pseudo-terminal."""
    spread = screen.generated(screen.PASSAGES)
    app = SidelightApp(lambda _: spread)
    clock = Clock()

    async def drive(pilot: Pilot[object]) -> None:
        with os.fdopen(told, "w") as out:

            def tell(name: str, where: str, step: Step) -> None:
                print(name, where, *step, sep="\t", file=out, flush=True)

            await _drive(cast("Pilot[None]", pilot), spread, clock, tell)
            print(file=out)

    app.run(auto_pilot=drive)


async def _drive(pilot: Pilot[None], spread: Spread, clock: Clock, tell: Tell) -> None:
    shown = cast("ComparisonScreen", pilot.app.screen)
    await settle(pilot)
    tell("the first screen", "", clock.read())
    begun = shown.desk.state
    for where, start in _starts(begun):
        for name, keys in _keys(again=where != View.COLUMNS):
            if shown.desk.spread is not spread:
                clock.read()
                shown.view.threads.compare(lambda _: spread)
                await settle(pilot)
                tell("back from another", where, clock.read())
            shown.view.become(start)
            await settle(pilot)
            clock.read()
            await pilot.press(*keys)
            await settle(pilot)
            tell(name, where, clock.read())
            _check(name, shown, spread)
            while pilot.app.screen is not shown or shown.desk.typing:
                await pilot.press("escape")
                await settle(pilot)
    shown.view.become(begun)
    for size in screen.SIZES:
        await settle(pilot)
        clock.read()
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        while pilot.app.size != (size[1], size[0]):
            await asyncio.sleep(0.01)
        await settle(pilot)
        tell("another size", f"{size[1]}x{size[0]}", clock.read())


def _check(name: str, shown: "ComparisonScreen", spread: Spread) -> None:
    """Whether another threshold has led to another comparison: else nothing was measured."""
    threshold = spread.comparison.settings.threshold + {"left_parenthesis": -5, "right_parenthesis": 5}.get(
        name, 0
    )
    assert shown.desk.spread.comparison.settings.threshold == threshold, name


def _starts(state: ViewState) -> Iterator[tuple[str, ViewState]]:
    """Where the reader may be when a key is pressed."""
    middle = partial(replace, state, cursor=f"P{screen.PASSAGES // 2}", source="B", only=EVERYTHING)
    for view in View:
        yield view, middle(view=view)
    yield "with a search", middle(query="ea")
    yield "with a hidden source", middle(hidden=frozenset("C"))


def _keys(*, again: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The first key of every command of the desk, and a search typed."""
    for command in COMMANDS:
        if command.keys and command.action not in (_LEAVES + _COMPARES * again):
            yield command.keys, (command.keys.split(",")[0],)
    yield "a search typed", ("slash", "e", "a", "escape")

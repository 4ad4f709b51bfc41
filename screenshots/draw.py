"""Draw screenshots/*.svg from the real app on seeds/: three sizes, and a walk through the story step by step.

`make screenshots` runs it.
"""

import asyncio
import os
import re
from collections.abc import Sequence
from pathlib import Path

os.environ.update(COLORTERM="truecolor", TERM="xterm-256color", TEXTUAL_ANIMATIONS="none")
os.environ.pop("NO_COLOR", None)

from textual.pilot import Pilot

from core.settings import Settings
from tui.app import SidelightApp
from tui.work import job_of

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
SIZES = {"80x24": (80, 24), "120x40": (120, 40), "200x60": (200, 60)}
SHOTS = {"": (), "-finding": ("full_stop",) * 4}
"""What is pressed before each picture, by the ending of its name."""

WALK = (
    ("1-open", ()),
    ("2-finding", ("full_stop",) * 3),
    ("3-why", ("i",)),
    ("4-search", ("escape", "slash", *"barley", "enter")),
    ("5-source", ("escape", "v", "2")),
    ("6-overview", ("v",)),
)
"""A walk at 100x30: the name of each step, and what is pressed since the one before."""

_WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing is being worked on."""
    await pilot.pause()
    while any(not worker.is_finished for worker in pilot.app.workers):
        await asyncio.gather(*(w.wait() for w in pilot.app.workers), return_exceptions=True)
        await pilot.pause()


async def draw(size: tuple[int, int], steps: Sequence[tuple[Path, Sequence[str]]]) -> None:
    """Open the app, and at each step press keys and write what is on the screen; no font is fetched."""
    app = SidelightApp(job_of((str(SEEDS),), Settings()))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for path, keys in steps:
            await pilot.press(*keys)
            await settle(pilot)
            svg = app.export_screenshot(title="sidelight seeds")
            path.write_text(_WEB_FONT.sub("", svg), encoding="utf-8")


def main() -> None:
    """Draw every picture."""
    os.chdir(HERE.parent)
    for size_name, size in SIZES.items():
        for ending, keys in SHOTS.items():
            asyncio.run(draw(size, [(HERE / f"{size_name}{ending}.svg", keys)]))
    asyncio.run(draw((100, 30), [(HERE / f"walk-{name}.svg", keys) for name, keys in WALK]))


if __name__ == "__main__":
    main()

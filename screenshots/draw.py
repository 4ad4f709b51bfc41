"""Draw screenshots/*.svg from the real app on seeds/, at three sizes: `make screenshots`."""

import asyncio
import os
import re
from pathlib import Path

os.environ.update(COLORTERM="truecolor", TERM="xterm-256color", TEXTUAL_ANIMATIONS="none")
os.environ.pop("NO_COLOR", None)

from core.settings import Settings
from tui.app import SidelightApp
from tui.work import job_of

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
SIZES = {"80x24": (80, 24), "120x40": (120, 40), "200x60": (200, 60)}
SHOTS = {"": (), "-finding": ("full_stop",) * 4}
"""What is pressed before each picture, by the ending of its name."""

_WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def draw(size: tuple[int, int], keys: tuple[str, ...], path: Path) -> None:
    """Open the app, press some keys, write what is on the screen; no font is fetched by the picture."""
    app = SidelightApp(job_of((str(SEEDS),), Settings()))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        while any(not worker.is_finished for worker in app.workers):
            await asyncio.gather(*(w.wait() for w in app.workers), return_exceptions=True)
            await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        path.write_text(_WEB_FONT.sub("", app.export_screenshot(title="sidelight seeds")), encoding="utf-8")


def main() -> None:
    """Draw every picture."""
    os.chdir(HERE.parent)
    for size_name, size in SIZES.items():
        for ending, keys in SHOTS.items():
            asyncio.run(draw(size, keys, HERE / f"{size_name}{ending}.svg"))


if __name__ == "__main__":
    main()

"""What a key leaves as it stands is what would be drawn from nothing."""

import pytest
from textual.pilot import Pilot
from textual.strip import Strip

from tests.tui.driving import settle
from tests.tui.worlds import many
from tui.app import SidelightApp
from tui.widgets.drawing import Drawing
from tui.widgets.lines import LineList

_KEYS = "j.jjhlj..2x.jkX/al\nnj.,\tjj\tjj\tfj.t.tmBjGg"
_NAMES = {".": "full_stop", ",": "comma", "/": "slash", "\n": "enter", "\t": "tab"}
"""Keys that the toolkit has names for."""


def _drawn(pilot: Pilot[None]) -> list[Strip]:
    """The lines of the screen with their styles."""
    return [Strip(strip).simplify() for strip in pilot.app.screen._compositor.render_strips()]


@pytest.mark.parametrize("views", ["", "v", "vv", "vvv"])  # columns, readings, source, overview
async def test_every_list_keeps_what_stays_and_draws_what_changes(views: str) -> None:
    spread = many(40, 3)
    async with SidelightApp(lambda _: spread).run_test(size=(200, 40)) as pilot:
        await settle(pilot)
        await pilot.press(*views)
        for key in _KEYS:
            await pilot.press(_NAMES.get(key, key))
            await settle(pilot)
            kept = _drawn(pilot)
            for part in pilot.app.screen.query(Drawing):
                part._drawn.clear()
                if isinstance(part, LineList):
                    part._memo = {}
            assert kept == _drawn(pilot), key

"""What is composed is what the toolkit would have composed."""

import pytest
from rich.segment import Segment
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.strip import Strip

from tests.tui.driving import app, settle
from tui.tiles import Tiles
from tui.widgets.drawing import Bar

Drawn = list[list[Segment]]


def _composed(by: type[Compositor], tiles: Compositor, first: int, last: int) -> Drawn:
    """Some lines of the screen as a compositor makes them."""
    chops = by._render_chops(tiles, tiles.size.region, lambda y: first <= y < last)
    lines = [Strip.join(line.values()) for line in chops[first:last]]
    return [list(Segment.simplify(line)) for line in lines]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize(
    "keys", [("v",), ("v", "v", "l"), ("v", "v", "v", "tab"), ("1", "x"), ("z",), ("tab",), ("/", "f")]
)
async def test_it_draws_what_the_toolkit_draws(size: tuple[int, int], keys: tuple[str, ...]) -> None:
    async with app().run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("2", *keys)
        await settle(pilot)
        tiles = pilot.app.screen._compositor
        assert isinstance(tiles, Tiles)
        visible_screen_stack.set(pilot.app._background_screens)
        for first, last in ((0, size[1]), (7, 12)):
            assert _composed(Tiles, tiles, first, last) == _composed(Compositor, tiles, first, last)


async def test_a_widget_that_is_yet_to_grow_leaves_lines_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        tiles, whole = pilot.app.screen._compositor, Bar.render_lines
        visible_screen_stack.set(pilot.app._background_screens)
        monkeypatch.setattr(Bar, "render_lines", lambda self, crop: whole(self, crop)[:-3])
        assert any(isinstance(widget, Bar) for widget in tiles.visible_widgets)
        assert _composed(Tiles, tiles, 0, 40) == _composed(Compositor, tiles, 0, 40)

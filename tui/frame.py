"""A screen that shows what a key changes in one frame: the toolkit took three for another view or size."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from rich.segment import Segment
from rich.style import Style
from textual import events, messages
from textual._time import get_time
from textual.color import Color
from textual.geometry import Region, Size
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from tui.tiles import Tiles
from tui.widgets.drawing import filtered

_NEXT = 1 / 120
"""Seconds between two frames at least: a key that tells something in passing draws two, with 1 / 60 of the
toolkit's up to 33 ms apart."""


class Ground(Screen[None]):
    """A screen that is drawn only while nothing lies over it: all that does covers it whole."""

    def _compositor_refresh(self) -> None:
        """Draw; beneath another screen it had that one drawn anew, at each change of size."""
        if self is self.app.screen:
            super()._compositor_refresh()


class OneFrame(Screen[None]):
    """Lays out once and draws once. It leans on private parts of the toolkit; a test holds that they work."""

    def __init__(
        self,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's word
        classes: str | None = None,
    ) -> None:
        super().__init__(name, id, classes)
        self._compositor = Tiles()

    @cached_property
    def _update_timer(self) -> Timer:
        """What draws."""
        return self.set_interval(_NEXT, self._on_timer_update, name="screen_update", pause=True)

    def _before_drawing(self) -> None:
        """Make what depends on where the layout has put everything."""

    _laid_out_for: Size | None = None
    _laid_out_at = 0.0

    def _screen_resized(self, size: Size) -> None:
        """Lay out for another size of the terminal; the layout tells it a second time."""
        if size != self._laid_out_for:
            self._laid_out_for = size
            super()._screen_resized(size)

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        """Draw it when it comes or comes back; what has just been laid out is drawn."""
        event.prevent_default()
        before = self._laid_out_at
        super()._on_screen_resume(event)
        if self._laid_out_at != before:
            self._repaint_required = False

    def _on_screen_suspend(self) -> None:
        """Stay as it is: what comes over it draws what it shows of it."""
        self._repaint_required = False

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        """Lay out what has asked for it; taking on the size that is given asks for no second layout."""
        self._laid_out_for = size or self._laid_out_for
        if scroll and not self._layout_widgets:
            super()._refresh_layout(size, scroll)
            return
        for widget in self._parts():
            if widget._layout_required:
                for above in widget.ancestors_with_self:
                    if isinstance(above, Widget):
                        above._clear_arrangement_cache()
        self._laid_out_at = get_time()
        super()._refresh_layout(size, scroll)
        for widget in self._parts():
            widget._layout_required = False

    async def _on_layout(self, message: messages.Layout) -> None:
        """Lay out, unless that was done since it was asked for."""
        if message.time > self._laid_out_at:
            await super()._on_layout(message)
        else:
            message.stop()
            message.prevent_default()

    def _parts(self) -> set[Widget]:
        """Every widget: also those that are not drawn now, and the scroll bars."""
        return {*self.walk_children(Widget), *(widget for widget, _ in self._compositor.layers)}

    def _compositor_refresh(self) -> None:
        """Draw, and with it what has asked to be drawn since: a scroll bar, the strip."""
        self._before_drawing()
        asked = {widget for widget in self._parts() if widget._repaint_required}
        for widget in asked:
            widget._repaint_required = False
        self._compositor.update_widgets(asked)
        super()._compositor_refresh()


class Covered(OneFrame):
    """A screen whose widgets cover it."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw nothing but the ground: what stands on it covers it."""
        ground = [Segment(" " * crop.width, self.rich_style)]
        return [Strip(filtered(self, ground, self.styles.background), crop.width)] * crop.height


class Over(OneFrame):
    """A dialog: the screen beneath shows through, of which only lines that have changed are blended again."""

    _blended: Mapping[tuple[Segment, ...], Strip] = MappingProxyType({})
    _blended_by: object = None

    def _render_content(self) -> None:
        """Draw what lies beneath."""
        shown = self.render()
        if not isinstance(shown, BackgroundScreen):
            super()._render_content()
            return
        by = shown.color, self.visual_style.rich_style
        known = self._blended if by == self._blended_by else {}
        lines = [tuple(strip) for strip in shown.screen._compositor.render_strips()]
        self._blended = {line: known.get(line) or _blended(line, *by) for line in lines}
        self._blended_by = by
        drawn = [self._blended[line] for line in lines]
        self._render_cache = self._render_cache._replace(size=self.size, lines=drawn)
        self._dirty_regions.clear()


def _blended(line: tuple[Segment, ...], colour: Color, below: Style) -> Strip:
    """A line of the screen beneath, as the toolkit shows it under a screen of a colour."""
    return Strip(Segment.apply_style(BackgroundScreen.process_segments(line, colour), below))

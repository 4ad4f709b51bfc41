"""From lines of pieces to strips of styled segments, each role in the colours of the theme.

The roles are no component classes: Textual matches every one of them against the style sheet for every
widget, which took a quarter of the time to the first frame. The strips are handed over as they are drawn:
Textual made three of each, one for its border, one for its colours and one for the frame.
"""

from collections.abc import Callable
from itertools import islice
from typing import Self

from rich.color import Color as Colour
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.geometry import Region, Size
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.widget import Widget

from tui.cells import NOTHING
from tui.ink import Line, Role, line_width, source_at
from tui.themes import style_of
from tui.widgets.ascii import InAscii

_EDGES = {"solid": "│", "heavy": "┃"}
"""The borders that stand at the left, by their names in the style sheet."""


class Drawing(Widget):
    """A widget that draws lines of pieces."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        self._drawn: dict[tuple[int, int], Strip] = {}  # lines of a width, as they were drawn last
        super().__init__(id=id)
        self._styles_of: dict[tuple[Role, ...], Style] = {}
        self._edge: Segment | None = None
        self._ground: Color | None = None

    def notify_style_update(self) -> None:
        """Forget the styles: the theme has changed."""
        super().notify_style_update()
        self._styles_of = {}
        self._edge = self._ground = None
        self._drawn.clear()

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw the lines anew; of some regions only theirs."""
        if repaint and regions:
            anew = {y for region in regions for y in region.line_range}
            self._drawn = {key: strip for key, strip in self._drawn.items() if key[0] not in anew}
        elif repaint:
            self._drawn.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines as they are: no more stands around them than a border at the left."""
        gutter, width = self.styles.gutter, self.size.width
        if gutter.top or gutter.right or gutter.bottom or gutter.left > 1:
            return super().render_lines(crop)
        for y in crop.line_range:
            if (y, width) not in self._drawn:
                self._drawn[y, width] = self._finished(self.render_line(y), gutter.left)
        strips = [self._drawn[y, width] for y in crop.line_range]
        if crop.x or crop.right < width + gutter.left:
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - every line is the same
        """Draw nothing but the ground."""
        return self.strip((), self.size.width)

    def _finished(self, strip: Strip, cells: int) -> Strip:
        """A line in ASCII where the application asks for it, behind the border."""
        for each in self.get_line_filters():
            if isinstance(each, InAscii):  # the others change styles, and have changed them
                strip = Strip(each.apply([*strip], self._grounds()), strip.cell_length)
        return Strip([self._border(), *strip], strip.cell_length + cells) if cells else strip

    def _grounds(self) -> Color:
        if self._ground is None:
            self._ground = self.background_colors[1]
        return self._ground

    def _border(self) -> Segment:
        if self._edge is None:
            kind, colour = self.styles.border_left
            below, ground = self.background_colors
            style = Style(color=(below + colour).rich_color, bgcolor=below.rich_color)
            self._edge = filtered(self, [Segment(_EDGES[kind], style)], ground)[0]
        return self._edge

    def _style(self, roles: tuple[Role, ...]) -> Style:
        style = self._styles_of.get(roles)
        if style is None:
            style = self.rich_style
            for role in roles:
                style += style_of(role, self.app.theme, plain=self.app.has_class("plain"))
            style = filtered(self, [Segment(" ", style)], self._grounds())[0].style or style
            self._styles_of[roles] = style
        return style

    def strip(self, line: Line, width: int) -> Strip:
        """A line as a strip of `width` cells, by our own ruler where it fits."""
        missing = width - line_width(line)
        segments = [Segment(p.text.replace(NOTHING, ""), self._style(p.roles)) for p in line if p.text]
        if missing > 0:
            segments.append(Segment(" " * missing, self._style(())))
        if missing >= 0:
            return Strip(segments, width)
        return Strip(segments).adjust_cell_length(width, self._style(()))


def filtered(widget: Widget, segments: list[Segment], ground: Color) -> list[Segment]:
    """Segments as the application lets them through: without colours, in ASCII."""
    for each in widget.get_line_filters():
        segments = each.apply(segments, ground)
    return segments


class Side(Drawing):
    """What stands side by side; it draws nothing of its own."""


class Bar(ScrollBar):
    """A scroll bar at the right, few of whose lines differ."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines."""
        bar, height = self.render(), self.size.height
        if not isinstance(bar, ScrollBarRender):
            return super().render_lines(crop)
        style, ground = self.app.console.get_style(bar.style), self.background_colors[1]
        back, thumb = (colour or Colour.default() for colour in (style.bgcolor, style.color))
        places = bar.virtual_size, bar.window_size, bar.position
        drawn = bar.render_bar(height, *places, back_color=back, bar_color=thumb)
        alike = {
            segment: Strip(
                filtered(self, [Segment(segment.text, self.rich_style + segment.style)], ground), 1
            )
            for segment in set(drawn.segments)
        }
        return [alike[segment] for segment in islice(drawn.segments, crop.y, crop.bottom)]


class Lines(Drawing):
    """Lines of the screen's own; as high as they are many."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._lines: tuple[Line, ...] = ((),)

    def show(self, *lines: Line) -> None:
        """Draw these lines from now on."""
        if lines == self._lines:
            return
        if len(lines) != len(self._lines) and self.styles.height is not None and self.styles.height.is_cells:
            self.styles.height = len(lines)
        self._lines = lines
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Tell which line was clicked, and on which source."""
        from tui.messages import LineClicked  # the first frame needs none of them

        source = source_at(self._lines[event.y], event.x) if event.y < len(self._lines) else ""
        self.post_message(LineClicked(self.id or "", event.y, source))

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        return self.strip(self._lines[y] if y < len(self._lines) else (), self.size.width)


class Scale(Lines):
    """Lines that are made for the height there is, and made anew for another one."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._make: Callable[[int], tuple[Line, ...]] = lambda _: ()

    def scale(self, make: Callable[[int], tuple[Line, ...]]) -> None:
        """Draw what this makes for a number of lines from now on."""
        self._make = make
        self.show(*make(self.size.height))

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Fit the new height before it is drawn."""
        before = self._size
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if self._size != before:
            self.show(*self._make(self.size.height))
        return changed

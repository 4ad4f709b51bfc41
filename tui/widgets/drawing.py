"""From lines of pieces to strips of styled segments, each role in the colours of the theme.

The roles are no component classes: Textual matches every one of them against the style sheet for every
widget, which took a quarter of the time to the first frame.
"""

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from tui.cells import NOTHING
from tui.ink import Line, Role, fill, line_width, source_at
from tui.themes import style_of


class Drawing(Widget):
    """A widget that draws lines of pieces."""

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's word
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes, disabled=disabled)
        self._styles_of: dict[tuple[Role, ...], Style] = {}

    def notify_style_update(self) -> None:
        """Forget the styles: the theme has changed."""
        super().notify_style_update()
        self._styles_of = {}

    def _style(self, roles: tuple[Role, ...]) -> Style:
        style = self._styles_of.get(roles)
        if style is None:
            style = self.rich_style
            for role in roles:
                style += style_of(role, self.app.theme, plain=self.app.has_class("plain"))
            self._styles_of[roles] = style
        return style

    def strip(self, line: Line, width: int) -> Strip:
        """A line as a strip of `width` cells, by our own ruler where it fits."""
        filled = fill(line, width)
        segments = [
            Segment(piece.text.replace(NOTHING, ""), self._style(piece.roles))
            for piece in filled
            if piece.text
        ]
        if line_width(line) <= width:
            return Strip(segments, width)
        return Strip(segments).adjust_cell_length(width, self._style(()))


class Lines(Drawing):
    """Lines of the screen's own; as high as they are many."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
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

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
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

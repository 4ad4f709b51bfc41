"""From lines of pieces to strips of styled segments, with the colours of the style sheet."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from tui.cells import NOTHING
from tui.ink import Line, Role


class Drawing(Widget):
    """A widget that draws lines of pieces; the style sheet colours each role."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{role.value}" for role in Role}

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
                style += self.get_component_rich_style(f"ink--{role.value}", partial=True)
            self._styles_of[roles] = style
        return style

    def strip(self, line: Line, width: int) -> Strip:
        """A line as a strip of `width` cells."""
        segments = [
            Segment(piece.text.replace(NOTHING, ""), self._style(piece.roles)) for piece in line if piece.text
        ]
        return Strip(segments).adjust_cell_length(width, self.rich_style)


class OneLine(Drawing):
    """One line of the screen's own; click on it does nothing."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._line: Line = ()

    def show(self, line: Line) -> None:
        """Draw this line from now on."""
        self._line = line
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        return self.strip(self._line if y == 0 else (), self.size.width)

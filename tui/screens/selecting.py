"""Selecting text with the mouse, on every screen that shows lists of lines."""

from typing import TYPE_CHECKING, Any

from textual.geometry import Offset
from textual.widget import Widget

from tui.widgets.lines import LineList

if TYPE_CHECKING:
    from textual.screen import Screen

    _Base = Screen[Any]
else:
    _Base = object  # Textual takes the styles of a screen from its first base that is a node


class Selecting(_Base):
    """A screen whose lists say which place of a text is under the mouse. The application copies it."""

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What is under the mouse; in a list the place in a text, which its gutters and gaps have too.

        A drag stays in the list it began in, wherever the mouse is.
        """
        widget, offset = super().get_widget_and_offset_at(x, y)
        widget = next((drawn for drawn in self.query(LineList) if drawn.held), widget)
        if isinstance(widget, LineList):
            left, top = widget.content_region.offset
            offset = widget.place_at(x - left, y - top)
        return widget, offset

    def _key_escape(self) -> None:
        """Nothing: Esc clears the selection as one of the things it closes, and no other with it.

        Private to the toolkit: held by a test.
        """

    def text_select_all(self) -> None:
        """Nothing: a double click would select every article whole."""

    def on_text_selected(self) -> None:
        """The mouse button was let go."""
        for drawn in self.query(LineList):
            drawn.release()

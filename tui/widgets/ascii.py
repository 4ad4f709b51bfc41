"""The last thing done to a line on a terminal that draws ASCII alone: nothing drawn can be forgotten."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.signs import IN_ASCII


class InAscii(LineFilter):
    """Draws signs as ASCII, whichever widget they are from."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The same segments, cell for cell."""
        return [Segment(text.translate(IN_ASCII), style, control) for text, style, control in segments]

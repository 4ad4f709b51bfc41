"""Selecting text of a list with the mouse: an offset is a character and the number of its text."""

from textual import events
from textual.geometry import Offset
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.widget import Widget

from tui.ink import Line, place_at, selected
from tui.sheet import NOTHING_TO_SHOW, Sheet
from tui.widgets.drawing import Drawing


class Selected(Drawing, ScrollView, can_focus=False, inherit_bindings=False):
    """A list whose text is selected with the mouse, within the text that a drag began in."""

    _sheet: Sheet = NOTHING_TO_SHOW
    _width = 0
    """Cells that the rows are measured for; 0 for none."""
    _selected: Selection | None = None
    """What is selected, as lines are drawn."""
    held = ""
    """The text that the mouse is being dragged over."""

    @property
    def _viewport(self) -> int:
        return self.scrollable_content_region.height

    def _line(self, y: int) -> Line:
        """What a line of the screen shows of the rows."""
        raise NotImplementedError

    def place_at(self, x: int, y: int) -> Offset | None:
        """The place in a text that is drawn nearest to a cell; while the mouse is dragged, in the one held.

        Returns:
            The character and the number of its text; None when there is none on the line.
        """
        up, down = range(y - 1, -1, -1), range(y + 1, self._viewport)
        tries = [(y, x), *((n, self._width) for n in up), *((n, 0) for n in down)]
        for line, cell in tries if self.held else tries[:1]:
            place = place_at(self._line(line), cell, self.held)
            if place is not None:
                return Offset(place[1], self._sheet.sources.index(place[0]))
        return None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Stay in the column in which the drag begins."""
        place = self.place_at(event.x - self.gutter.left, event.y)
        self.held = self._sheet.sources[place.y] if place is not None else ""

    def release(self) -> None:
        """The mouse is dragged no more."""
        self.held = ""

    def _with_selection(self, line: Line, selection: Selection) -> Line:
        start, end = selection
        if start is None or end is None or start.y != end.y:  # everything, or across: nobody asked for that
            return line
        return selected(line, self._sheet.sources[start.y], start.x, end.x)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text as it stands where it is from, each paragraph on one line."""
        start, end = selection
        if start is None or end is None or start.y != end.y:
            return None
        return self._sheet.quote(self._sheet.sources[start.y], start.x, end.x), "\n"

    @property
    def select_container(self) -> Widget:
        """The list itself: a triple click would select everything on the screen."""
        return self

    def text_select_all(self) -> None:
        """Nothing: a double click would select every article whole."""

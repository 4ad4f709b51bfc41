"""A list of rows drawn line by line: one virtualised widget, however many rows there are."""

from collections.abc import Callable
from functools import partial

from textual import events
from textual.geometry import Region, Size
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from tui.index import Heights, Index
from tui.ink import Line, Role, place_at
from tui.messages import RowClicked, Scrolled
from tui.sheet import Sheet
from tui.widgets.drawing import Bar
from tui.widgets.selected import Selected

_MEMO = 256
"""Painted rows that are kept: several screens full, so that scrolling paints only what comes into sight."""
_WHEEL = 2
"""Lines of one turn of the wheel."""
_READ = 1
"""Line whose text stays when a row that began above is laid out anew: a header covers the first."""
_NO_HEIGHTS = Heights(0, int)
Place = tuple[str, int]
"""ID of a source, or name of a text, and a character of it."""
_NOWHERE: tuple[tuple[int, int, int], Place | None] = (-1, -1, -1), None


class _Painted:
    """A row as it is painted, and those of its lines that were drawn."""

    __slots__ = ("lines", "strips")

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.lines = lines
        self.strips: dict[int, Strip] = {}


class LineList(Selected, can_focus=False, inherit_bindings=False):
    """Rows drawn line by line. The cursor and its line on the screen are the truth; the scroll follows."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._heights = _NO_HEIGHTS
        self._room = 0  # cells of a line beside the scroll bar
        self._cursor = -1
        self._offset: int | None = None  # screen line of the row under the cursor, as the reader left it
        self._memo: dict[int, _Painted] = {}
        self._held = _NOWHERE
        self._led = False

    def notify_style_update(self) -> None:
        """Draw anew: the theme has changed."""
        super().notify_style_update()
        self._memo = {}

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar, made when it is first asked for, as the toolkit makes its own."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = bar = Bar(vertical=True, name="vertical")
            bar.display = False
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    @property
    def index(self) -> Index:
        """Where the rows stand; far from what is in sight by a guess when there are many."""
        return self._heights.index

    def show(self, sheet: Sheet, cursor: int, *, relaid: bool, jump: bool = False, width: int = 0) -> None:
        """Show rows.

        Args:
            sheet: The rows.
            cursor: Index of the row under the cursor; -1 when there is none.
            relaid: Whether anything changed that could change a height; the row under the cursor then
                stays on its line of the screen, else it is brought into sight.
            jump: Whether the cursor came from afar; it is then shown with something above it.
            width: Cells that the rows will have when the screen is laid out next; 0 for those that they have.
        """
        before, held = self._cursor, self._reading() if relaid else None
        alike = self._take(sheet, cursor)
        if relaid or len(sheet) != self.index.rows:
            self._offset = None if jump else self._offset
            self._relay(width, held)
            return
        moved = cursor != before or (jump and alike)
        scrolled = moved and self._bring(Index.present if jump else Index.reveal)
        if scrolled or not alike:
            self.refresh()
        else:
            self._draw_rows(before, cursor)

    def _take(self, sheet: Sheet, cursor: int) -> bool:
        """Forget what was painted of rows that look different now; whether only the cursor's do."""
        alike = sheet.like(self._sheet)
        if not alike:
            self._memo = {}
        for row in (self._cursor, cursor):
            self._memo.pop(row, None)
        if self.text_selection is not None and sheet.sources != self._sheet.sources:
            self.screen.clear_selection()  # what was selected is shown no more
        self._sheet, self._cursor = sheet, cursor
        return alike

    def _relay(self, width: int = 0, held: Place | None = None) -> None:
        """Measure the rows anew and put the one under the cursor, or a place held in it, back on its line."""
        width = self.scrollable_content_region.width and (width or self.scrollable_content_region.width)
        if not width:  # nothing to draw on, and no line of other rows may be left to draw
            self._width, self._heights = 0, _NO_HEIGHTS
            return
        if width != self._width:
            self._width, self._memo = width, {}
        self._heights = Heights(len(self._sheet), partial(self._sheet.height, width=width))
        self._resum()
        self._hold(held)
        self._put_back()
        self._held = self._stand, held
        self.refresh()

    def _resum(self) -> None:
        """Tell the toolkit how many lines there are; it lays out anew only where a height follows them."""
        size = Size(self._width, self.index.total)
        above = (node for node in self.ancestors_with_self if isinstance(node, Widget))
        if any(node.styles.is_auto_height for node in above):
            self.virtual_size = size
        else:
            self.set_reactive(Widget.virtual_size, size)
            self._led = True
            self._scroll_update(size)
            self._led = False

    def _measure(self, row: int) -> None:
        """Measure what is a screen or less away from a row; what stands on the first line stays there."""
        before, line = self.index, round(self.scroll_y)
        if self._heights.measure(row, self._viewport):
            self._resum()
            self._scroll(self.index.moved(before, line, self._viewport))

    @property
    def _stand(self) -> tuple[int, int, int]:
        """What changes when the reader moves, or other lines are drawn."""
        return self._width, round(self.scroll_y), self._cursor

    def _reading(self) -> Place | None:
        """The place in a text that one reads in a row that began above the screen; None in no such row.

        It stays the same until the reader scrolls: lines that begin with it at one width do not at another,
        and going to and fro would lead away from it.
        """
        if self._held[0] == self._stand:
            return self._held[1]
        return place_at(self._line(_READ), 0) if self._offset is not None and self._offset < 0 else None

    def _hold(self, held: Place | None) -> None:
        """Let the row under the cursor begin so far above that a place in its text is on its line."""
        if held is None or self._offset is None or not 0 <= self._cursor < self.index.rows:
            return
        source, at = held
        for n, line in enumerate(self._painted(self._cursor).lines):
            if any(p.source == source and p.at <= at < p.at + len(p.text) for p in line if p.at >= 0):
                self._offset = min(0, _READ - n)
                return

    def _put_back(self) -> None:
        """Scroll so that the row under the cursor is on its line; on a good one when it has none yet."""
        if not 0 <= self._cursor < self.index.rows:
            return
        self._measure(self._cursor)
        if self._offset is None:
            scroll = self.index.present(self._cursor, round(self.scroll_y), self._viewport)
            self._offset = self.index.top(self._cursor) - scroll
        self._scroll(self.index.keep(self._cursor, self._offset, self._viewport))

    def _bring(self, by: Callable[[Index, int, int, int], int]) -> bool:
        """Bring the row under the cursor into sight; whether it scrolled."""
        if self._cursor < 0 or not self._width:
            return False
        self._measure(self._cursor)
        before = round(self.scroll_y)
        scroll = by(self.index, self._cursor, before, self._viewport)
        self._offset = self.index.top(self._cursor) - scroll
        if scroll != before:
            self._scroll(scroll)
        return scroll != before

    def _draw_rows(self, *rows: int) -> None:
        """Draw some rows anew, and no other."""
        for row in set(rows):
            if 0 <= row < self.index.rows:
                self.refresh_lines(self.index.top(row), self.index.height(row))

    def bring(self, role: Role) -> None:
        """Scroll to the first line of the row under the cursor that has words in this role."""
        lines = self._painted(self._cursor).lines if 0 <= self._cursor < self.index.rows else ()
        within = next((n for n, line in enumerate(lines) if any(role in p.roles for p in line)), None)
        if within is None:
            return
        line, scroll = self.index.top(self._cursor) + within, round(self.scroll_y)
        if not scroll <= line < scroll + self._viewport:
            self._scroll(self.index.clamp(line - self._viewport // 4, self._viewport))
            self._offset = self.index.top(self._cursor) - round(self.scroll_y)
            self.refresh()

    def _scroll(self, line: int) -> None:
        self._led = True
        self.scroll_to(y=line, animate=False, immediate=True, force=True)
        self._led = False

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell when the reader scrolled with the wheel or the scroll bar, not with the cursor."""
        super().watch_scroll_y(old_value, new_value)
        if not self._led:
            self._measure(self.index.row_at(round(new_value)))
            self.post_message(Scrolled(self.id or ""))

    def page(self, by: int) -> int:
        """Scroll by so many screens, a line of the old one staying.

        Returns:
            The row that should be under the cursor now.
        """
        old = round(self.scroll_y)
        scroll = self.index.clamp(old + by * max(1, self._viewport - 1), self._viewport)
        if scroll == old:
            return self.index.rows - 1 if by > 0 else 0
        self._scroll(scroll)
        self._measure(self.index.row_at(scroll))
        scroll = round(self.scroll_y)
        return self.index.in_sight(self.index.row_at(scroll), scroll, self._viewport)

    def row_in_sight(self) -> int:
        """The row that should be under the cursor after the list was scrolled without it."""
        return self.index.in_sight(self._cursor, round(self.scroll_y), self._viewport)

    def mark(self, sheet: Sheet, cursor: int) -> None:
        """Move the cursor without scrolling."""
        self._take(sheet, cursor)
        if 0 <= cursor < self.index.rows:
            self._offset = self.index.top(cursor) - round(self.scroll_y)
        self.refresh()

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Lay the rows out for the new size, the row under the cursor on its line.

        The toolkit tells the size here before it draws, and by an event after: a dialog stood empty until
        the event came, and rows were drawn once at a width that they were not measured for.
        """
        before, held = self._size, self._reading()
        self._led = True  # a scroll that is cut short is none of the reader's
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        self._led = False
        self._room = self.scrollable_content_region.width
        if self._size != before or not self._width:  # it had none while hidden, and may be as large as before
            self._memo = {}
            if self.scrollable_content_region.width != self._width:
                self._relay(held=held)
            else:
                self._put_back()
        return changed

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some lines."""
        self._selected = self.text_selection
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line, at the width that the rows were measured for."""
        line, width = y + round(self.scroll_y), self._room
        if line >= self.index.total:
            return self.strip((), width)
        row = self.index.row_at(line)
        if y == 0 and self.index.top(row) < line < self.index.top(row + 1) - 1:
            sticky = self._sheet.sticky(row, self._width)
            if sticky is not None:
                return self.strip(sticky, width)
        if self._selected is not None:
            return self.strip(self._with_selection(self._line(y), self._selected), width)
        painted, n = self._painted(row), line - self.index.top(row)
        if n >= len(painted.lines):  # it is not measured yet
            return self.strip((), width)
        if n not in painted.strips:
            painted.strips[n] = self.strip(painted.lines[n], width)
        return painted.strips[n]

    def _line(self, y: int) -> Line:
        """What a line of the screen shows of the rows."""
        line = y + round(self.scroll_y)
        if line >= self.index.total or not 0 <= y < self._viewport:
            return ()
        row = self.index.row_at(line)
        lines = self._painted(row).lines[line - self.index.top(row) :]  # none when it is not measured yet
        return lines[0] if lines else ()

    def _painted(self, row: int) -> _Painted:
        if row not in self._memo:
            if len(self._memo) >= _MEMO:
                self._memo.clear()
            self._memo[row] = _Painted(self._sheet.paint(row, self._width))
        return self._memo[row]

    def on_click(self, event: events.Click) -> None:
        """Tell which row was clicked, and on whose text."""
        line, cell = event.y + round(self.scroll_y), event.x - self.gutter.left
        if line < self.index.total and self.text_selection is None:
            place = place_at(self._line(event.y), cell)
            row, again = self.index.row_at(line), event.chain == 2
            self.post_message(RowClicked(self.id or "", row, cell, place, again=again))

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, _WHEEL)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -_WHEEL)

    def _wheel(self, event: events.MouseEvent, by: int) -> None:
        event.stop()
        event.prevent_default()
        line = self.index.clamp(round(self.scroll_y) + by, self._viewport)
        self.scroll_to(y=line, animate=False, immediate=True, force=True)

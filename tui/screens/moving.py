"""Moving: what the keys do that go from passage to passage, in the other panes too, and to a number."""

from dataclasses import replace

from tui import columns, state
from tui.layout import column_at
from tui.messages import KeyClicked, LineClicked, RowClicked, Scrolled
from tui.rows import sources_of
from tui.screens.holding import Holding
from tui.state import Pane, View
from tui.widgets.drawing import Scale
from tui.widgets.fields import Prompt
from tui.widgets.lines import LineList

_PAGE = 5
"""Findings or sources that a page of their lists is taken for."""
_FAR = 1_000_000
"""Further than any list goes."""


class Moving(Holding):
    """A desk that the reader moves about."""

    def action_step(self, by: int) -> None:
        """Go some passages on, or lines of the pane."""
        if not self._elsewhere(by, by):
            self._become(state.step(self._state, self._rows, by))

    def action_page(self, by: int) -> None:
        """Scroll a page; the cursor comes along."""
        if not self._elsewhere(by * _PAGE, 0, by) and self._rows:
            self._mark(self._list.page(by))

    def action_edge(self, by: int) -> None:
        """Go to the first or the last passage."""
        if not self._elsewhere(by * _FAR, by * _FAR):
            self._become(state.go(self._state, self._rows, 0 if by < 0 else len(self._rows) - 1, jump=True))

    def _elsewhere(self, by: int, lines: int, pages: int = 0) -> bool:
        """Move in another pane than the passages, by so many entries or lines; whether there is one."""
        now = self._state
        if self._spread is None or now.pane is Pane.PASSAGES:
            return False
        if now.pane is Pane.FINDINGS:
            self._become(state.step_finding(now, self._rows, self._choice.walked, by))
        elif now.pane is Pane.MATRIX:
            self._become(state.to_source(now, columns.in_order(now, self._spread.ids), by))
        else:
            article = self.query_one("#context", LineList)
            article.scroll_relative(y=lines, animate=False) if lines else article.page(pages)
        return True

    def action_pane(self, by: int) -> None:
        """Let the keys act on the next or previous pane."""
        if self._spread is None:
            return
        new = state.next_pane(self._state, self._panes, by)
        if new.pane is Pane.FINDINGS and new.finding is None:
            new = state.step_finding(new, self._rows, self._choice.walked, 1)
        self._become(new)
        if len(self._panes) == 1:
            self._say("No other pane here: no findings to list, no article beside the passages.")

    def action_finding(self, by: int) -> None:
        """Go to the next or previous finding."""
        if self._spread is None:
            return
        new = state.to_finding(self._state, self._rows, by)
        told = state.turned(self._rows, self._state, new, by) if self._rows.stops else ""
        if self._plan.view is View.COLUMNS and new.finding:
            ids = self._spread.ids
            seen = columns.columns_of(self._state, ids, self._plan.columns)
            new = columns.carrying(new, self._spread.comparison.finding(new.finding), ids, seen)
        self._walk(new, told)
        if not self._rows.stops:
            self._say("No conflicting readings are shown.")

    def action_source(self, by: int) -> None:
        """Choose the next or previous source."""
        if self._spread is not None:
            self._become(state.to_source(self._state, columns.in_order(self._state, self._spread.ids), by))

    def action_number(self, number: int) -> None:
        """Choose a source by number."""
        if self._spread is None:
            return
        ids = self._spread.ids
        if number > len(ids):
            self._say(f"There are {len(ids)} sources." if len(ids) > 1 else "There is one source.")
        elif ids[number - 1] in self._state.hidden:
            self._say(f"{ids[number - 1]} is hidden: X shows all sources.")
        else:
            self._become(state.choose_source(self._state, ids, number))

    def action_back(self) -> None:
        """Go back to where the last jump came from."""
        self._become(state.go_back(self._state, self._rows))

    def on_scrolled(self, message: Scrolled) -> None:
        """Keep the cursor in sight."""
        if self._rows and message.sender == "passages":
            self._mark(self._list.row_in_sight())

    def on_row_clicked(self, message: RowClicked) -> None:
        """Go to the row, and to the source whose text was clicked; or to the finding."""
        if message.sender == "rail":
            new = state.go_to_finding(self._state, self._rows, self._choice.walked, message.row)
            self._become(new if self._plan.rail else replace(new, pane=Pane.PASSAGES))
        elif message.sender == "passages":
            new = replace(state.go(self._state, self._rows, message.row), pane=Pane.PASSAGES)
            self._become(replace(new, source=self._clicked_source(message) or new.source))
            if message.again:
                self.call_later(self.run_action, "context")
        elif message.sender == "context" and message.place and self._spread is not None:
            at = self._rows.place(self._spread.key_at(*message.place) or "")
            self._become(state.go(self._state, self._rows, at, jump=True) if at >= 0 else self._state)

    def _clicked_source(self, message: RowClicked) -> str:
        """The source whose column or text was clicked; empty for none."""
        if self._plan.view is View.COLUMNS and self._spread is not None:
            shown = self._look(self._spread).columns
            return shown[column_at(self._list.scrollable_content_region.width, len(shown), message.cell)]
        return message.place[0] if message.place else ""

    def on_line_clicked(self, message: LineClicked) -> None:
        """Choose the source whose name was clicked; go where the strip was clicked."""
        if message.sender == "strip" and self._rows:
            index, lines = self._list.index, self.query_one("#strip", Scale).size.height
            row = index.row_at(message.line * index.total // lines)
            self._become(state.go(self._state, self._rows, row, jump=True))
        elif message.source and message.sender in ("legend", "panel"):
            self._become(replace(self._state, source=message.source))

    def on_key_clicked(self, message: KeyClicked) -> None:
        """Do what the key does."""
        self.call_later(self.run_action, message.action)

    # to a number

    def action_go(self) -> None:
        """Ask for the number of a passage or a paragraph."""
        if self._spread is not None:
            self._ask("place", "")

    async def on_input_submitted(self) -> None:
        """Keep the hits or go to the place, and give the keys back to the passages."""
        if self._typing == "place":
            self.action_go_there()
        else:
            await self.action_keep_hits()

    def action_go_there(self) -> None:
        """Go to the passage or the paragraph that was typed; show all passages if a filter hides it."""
        told = self.query_one("#place", Prompt).value
        self._close_field()
        if self._spread is None or not told.strip():
            return
        key, source = self._spread.named(told)
        at = self._choice.left.place(key)
        if at < 0:
            self._say("There is no such passage here: type 12, or B7 for a paragraph.")
            return
        there = sources_of(self._choice.left[at])
        if not source and self._plan.view is View.SOURCE and self._state.source not in there:
            source = there[0]  # its article holds the passage
        new = replace(self._state, source=source or self._state.source)
        self._become(state.go_to_row(new, self._rows, self._choice.left, key))

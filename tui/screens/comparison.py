"""The comparison: what each key does. An action ends in a new state, a dialog, or a request to a worker."""

from dataclasses import replace
from functools import partial

from core.model import Cell, FindingKind
from tui import state
from tui.asking import why
from tui.keys import GROUPS
from tui.messages import KeyClicked, RowClicked, Scrolled
from tui.paint import height
from tui.rows import shows_there
from tui.screens.export import ExportDialog
from tui.screens.holding import Holding
from tui.screens.reading import TextDialog, help_blocks
from tui.search import first_hit
from tui.sheet import WordSheet, article_sheet
from tui.spread import Spread
from tui.state import View, ViewState
from tui.themes import PALETTES
from tui.widgets.fields import Field
from tui.work import matrix_of, rearrange_job

_VIEWS = (View.COLUMNS, View.READINGS, View.SOURCE, View.OVERVIEW)


class ComparisonScreen(Holding):
    """The passages of a comparison and the lines around them."""

    # moving

    def action_step(self, by: int) -> None:
        """Go some passages on."""
        self._become(state.step(self._state, self._rows, by))

    def action_finding(self, by: int) -> None:
        """Go to the next or previous finding."""
        if self._spread is None:
            return
        if not any(row.findings for row in self._rows):
            self._say("No conflicting readings are shown.")
        new = state.to_finding(self._state, self._rows, by)
        if self._plan.view is View.COLUMNS and new.finding:
            columns = state.columns_of(self._state, self._spread.ids, self._plan.columns)
            new = state.carrying(new, self._spread.comparison.finding(new.finding), columns)
        self._become(new)

    def action_source(self, by: int) -> None:
        """Choose the next or previous source."""
        if self._spread is not None:
            self._become(state.to_source(self._state, self._spread.ids, by))

    def action_number(self, number: int) -> None:
        """Choose a source by number."""
        if self._spread is not None:
            self._become(state.choose_source(self._state, self._spread.ids, number))

    def action_page(self, by: int) -> None:
        """Scroll a page; the cursor comes along."""
        if self._rows:
            self._mark(self._list.page(by))

    def action_edge(self, by: int) -> None:
        """Go to the first or the last passage."""
        self._become(state.go(self._state, self._rows, 0 if by < 0 else len(self._rows) - 1, jump=True))

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
            self._become(state.go_to_finding(self._state, self._rows, self._all, message.row))
        elif message.sender == "passages":
            new = state.go(self._state, self._rows, message.row)
            self._become(replace(new, source=message.source or new.source))

    def on_key_clicked(self, message: KeyClicked) -> None:
        """Do what the key does."""
        self.call_later(self.run_action, message.action)

    # searching

    def action_search(self) -> None:
        """Ask what to search for."""
        if self._spread is not None:
            query = self.query_one("#query", Field)
            query.display = True
            query.value = self._state.query
            query.focus()
            self._show_keys()

    def on_input_changed(self, event: Field.Changed) -> None:
        """Search while the reader types."""
        if event.input.display:
            self._become(replace(self._state, query=event.value))
            self._become(state.to_hit(self._state, self._rows, self._hit_rows, 0))

    def on_input_submitted(self) -> None:
        """Keep the hits, and give the keys back to the passages."""
        self._close_query()

    def action_keep_hits(self) -> None:
        """Do what Enter does while one types a search."""
        self._close_query()

    def _close_query(self) -> None:
        query = self.query_one("#query", Field)
        query.display = False
        self.set_focus(None)
        self._show_keys()

    def action_hit(self, by: int) -> None:
        """Go to the next or previous passage with a hit."""
        if self._state.query and not self._hit_rows:
            self._say("No passage that is shown has a hit.")
        new = state.to_hit(self._state, self._rows, self._hit_rows, by)
        at = state.position(new, self._rows)
        if self._hit_rows and at >= 0:
            new = replace(new, source=first_hit(self._rows[at], self._hits) or new.source)
        self._become(new)

    # showing otherwise

    def action_filter(self) -> None:
        """Show other rows."""
        self._become(state.next_show(self._state, shows_there(self._all)))

    def action_kind(self) -> None:
        """Show findings of one kind."""
        if self._spread is not None:
            there = {f.kind for f in self._spread.comparison.findings}
            self._become(state.next_kind(self._state, [kind for kind in FindingKind if kind in there]))

    def action_within(self) -> None:
        """Show the rows of one source."""
        self._become(state.toggle_within(self._state))

    def action_view(self) -> None:
        """Change the view."""
        self._become(state.next_view(self._state, self._plan.view, _VIEWS))

    def action_base(self) -> None:
        """Let the chosen source lead the rows."""
        self._become(replace(self._state, base=self._state.source, first=0))

    def action_threshold(self, by: int) -> None:
        """Match more loosely or more strictly."""
        if self._spread is not None:
            settings = self._spread.comparison.settings
            threshold = max(10.0, min(95.0, (self._threshold or settings.threshold) + by))
            self._threshold = threshold
            self._compare(rearrange_job(self._spread, replace(settings, threshold=threshold)))

    def action_theme(self) -> None:
        """Change the colours."""
        names = list(PALETTES)
        now = names.index(self.app.theme.removeprefix("sidelight-"))
        self.app.theme = f"sidelight-{names[(now + 1) % len(names)]}"

    def _become(self, new: ViewState, *, force: bool = False) -> None:
        super()._become(new, force=force)
        if self._plan.view is View.OVERVIEW and self._matrix is None and self._spread is not None:
            self._count(self._spread, partial(matrix_of, self._spread))

    def _take(self, spread: Spread, new: ViewState) -> None:
        self._threshold = spread.comparison.settings.threshold
        super()._take(spread, new)

    # asking

    def action_context(self) -> None:
        """Unfold the row when it is folded; else show its paragraph in its article."""
        row, cell = self._row(), self._cell()
        if row is None or self._spread is None:
            return
        look = self._look(self._spread)
        width = max(12, self._list.size.width - 2)
        whole = replace(look, unfolded=look.unfolded ^ {row.key})
        if row.passage is None or height(look, row, width) != height(whole, row, width):
            self._become(state.toggle_fold(self._state))
        elif cell is not None:
            source = self._spread.comparison.source(cell.source)
            title = f"{cell.source}: {source.title}"
            self.app.push_screen(TextDialog(title, article_sheet(look, cell), cell.paragraph))

    def _cell(self) -> Cell | None:
        """The cell of the chosen source in the passage under the cursor, or its first."""
        row = self._row()
        if row is None or row.passage is None:
            return None
        cells = row.passage.cells
        return next((c for c in cells if c.source == self._state.source), cells[0])

    def action_why(self) -> None:
        """Show why the passage is what it is."""
        row = self._row()
        if row is not None and self._spread is not None:
            blocks = why(self._look(self._spread), row)
            self.app.push_screen(TextDialog(f"Why {row.key}", WordSheet(self._signs, blocks)))

    def action_help(self) -> None:
        """Show the keys in force."""
        blocks = help_blocks(GROUPS, dict(self._config.keys), self._signs)
        self.app.push_screen(TextDialog("Keys and signs", WordSheet(self._signs, blocks)))

    # the rest

    def action_export(self) -> None:
        """Ask where to, and export."""
        if self._spread is not None:
            self.app.push_screen(ExportDialog("sidelight.md"), self._export)

    def action_close(self) -> None:
        """Close what is open last: the search, a running comparison, the notice."""
        if self._spread is None:
            self.action_leave()
        elif self.query_one("#query", Field).display or self._state.query:
            self._close_query()
            self._become(replace(self._state, query=""))
        elif self._busy:
            self._stop_comparing()
        else:
            self._notice([])

    def action_leave(self) -> None:
        """Quit."""
        self.workers.cancel_all()
        self.app.exit()

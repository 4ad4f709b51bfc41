"""The comparison: what each key does. An action ends in a new state, a dialog, or a request to a worker."""

from dataclasses import replace

from core.model import Cell, FindingKind
from tui import columns, state
from tui.asking import why, zoomed
from tui.filters import EVERYTHING, shows_there, wordings_there
from tui.help import help_blocks
from tui.ink import Role, Words
from tui.naming import PASTED
from tui.natures import Show
from tui.pages import ArticleSheet, Searched, WordSheet
from tui.paint import height
from tui.rows import cell_in, sources_of
from tui.screens.export import ExportDialog, offered
from tui.screens.moving import Moving
from tui.screens.reading import SourceDialog, TextDialog, ZoomDialog
from tui.spread import Spread
from tui.state import Pane, View, ViewState
from tui.themes import PALETTES

_COUNTED = 1_000
"""Rows up to which the wording that sources share is counted at once: 0.1 s, behind the first frame."""
_VIEWS = (View.COLUMNS, View.READINGS, View.SOURCE, View.OVERVIEW)


class ComparisonScreen(Moving):
    """The passages of a comparison and the lines around them."""

    _counted: Spread | None = None
    """The comparison whose shared wording was asked for."""

    # showing otherwise

    def action_filter(self, show: str = "") -> None:
        """Show the next kind of rows there is, or this one."""
        there = shows_there(self._choice.left)
        if not show:
            self._become(state.next_show(self._state, there))
        elif show in there:
            self._become(state.to_show(self._state, Show(show)))
        else:
            self._say(f"Nothing to show: {show}.")

    def action_kind(self) -> None:
        """Show findings of one kind."""
        if self._spread is not None:
            kinds = [kind for kind in FindingKind if self._choice.left.kinds[kind]]
            self._become(state.next_kind(self._state, kinds))
            if not kinds:
                self._say("No conflicting readings are shown.")

    def action_wording(self) -> None:
        """Show passages of one wording."""
        wordings = wordings_there(self._choice.left)
        self._become(state.next_wording(self._state, wordings))
        if not wordings:
            self._say("No two sources tell the same here.")

    def action_within(self) -> None:
        """Show the rows of one source."""
        self._become(state.toggle_within(self._state))

    def action_view(self) -> None:
        """Change the view."""
        self._become(state.next_view(self._state, self._plan.view, _VIEWS))

    def action_base(self) -> None:
        """Let the chosen source lead the rows."""
        was = self._state.base
        self._become(replace(self._state, base=self._state.source, first=0))
        if self._state.source == was:
            self._say(f"{was} is the base already: the rows stand in its order.")

    def action_hide(self) -> None:
        """Hide the chosen source."""
        if self._spread is None:
            return
        old = self._state
        new = columns.hide(old, self._spread.ids)
        self._become(new)
        if self._leaving_out:
            return  # the line under the sources says so when the rows are made
        if new.hidden != old.hidden:
            self._say(f"{old.source} is hidden: X shows all sources.")
        elif old.source == old.base:
            self._say(f"{old.base} is the base and stays: choose another source, or make one the base (B).")
        else:
            self._say("Two sources stay in sight.")

    def action_show_all(self) -> None:
        """Show all sources, in their own order."""
        leaving = self._leaving_out
        if leaving:
            self._stop_comparing()
        changed = leaving or self._state.hidden or self._state.order
        self._become(columns.show_all(self._state))
        self._say("All sources are shown." if changed else "No source is hidden or moved.")

    def action_move(self, by: int) -> None:
        """Move the chosen source among the others."""
        if self._spread is None:
            return
        old = self._state
        self._become(columns.move(old, self._spread.ids, by))
        if old.source == old.base or (self._state == old and by < 0):
            self._say(f"{old.base} is the base and stays first.")
        elif self._state == old:
            self._say(f"{old.source} stands last already.")

    def action_theme(self) -> None:
        """Change the colours."""
        names = list(PALETTES)
        now = names.index(self.app.theme.removeprefix("sidelight-"))
        self.app.theme = f"sidelight-{names[(now + 1) % len(names)]}"

    def _become(self, new: ViewState, *, force: bool = False) -> None:
        super()._become(new, force=force)
        spread = self._spread
        if spread is None or self._counted is spread:
            return
        at_once = len(spread.ids) > 2 and len(self._choice.every) <= _COUNTED
        if at_once or self._plan.view is View.OVERVIEW:
            self._counted = spread
            self._count(spread)

    # asking

    def action_context(self) -> None:
        """Unfold the row when it is folded; else show its paragraph in its article, and fold it again."""
        row = self._row()
        if row is None or self._spread is None:
            return
        if self._state.pane is not Pane.PASSAGES:
            self._become(replace(self._state, pane=Pane.PASSAGES))
            return
        look = self._look(self._spread)
        width = max(12, self._list.size.width - 2)
        other = replace(look, unfolded=look.unfolded ^ {row.key})
        folds = row.passage is None or height(look, row, width) != height(other, row, width)
        if folds:
            self._become(state.toggle_fold(self._state))
        if row.passage is not None and (not folds or row.key in look.unfolded):
            self.app.push_screen(SourceDialog(self._in_article, self._state.query))

    def _in_article(self, by: int) -> tuple[str, Searched, int]:
        """Choose a source so far on, of those that have the passage; its article, with a title."""
        row, spread = self._row(), self._spread
        if row is None or spread is None:
            return "", WordSheet(()), -1
        there = [i for i in columns.in_order(self._state, spread.ids) if i in sources_of(row)]
        if self._state.source not in there:
            self._become(replace(self._state, source=there[0]))
        self._become(state.to_source(self._state, there, by))
        cell = cell_in(row, self._state.source)
        if cell is None:
            return "", WordSheet(()), -1
        title = f"{cell.source}: {spread.comparison.source(cell.source).title}"
        return title, ArticleSheet(self._look(spread), cell), cell.paragraph

    def _cell(self) -> Cell | None:
        """What the chosen source has in the row under the cursor, or else the first that has it."""
        row = self._row()
        return cell_in(row, self._state.source) if row is not None else None

    def action_zoom(self) -> None:
        """Show the cell of the chosen source alone; of the first that has the passage when it lacks it."""
        row = self._row()
        if row is None or self._spread is None:
            return
        there = [i for i in columns.in_order(self._state, self._spread.ids) if i in sources_of(row)]
        if there and self._state.source not in there:
            self._become(replace(self._state, source=there[0]))
        self.app.push_screen(ZoomDialog(self._zoomed, self._state.query))

    def _zoomed(self, by: int) -> tuple[str, Searched, int]:
        """Choose a source so far on; its cell, with a title."""
        self.action_source(by)
        row = self._row()
        if row is None or self._spread is None:
            return "", WordSheet(()), -1
        look = self._look(self._spread)
        return f"{row.key} in {look.source}", WordSheet(zoomed(look, row)), -1

    def action_why(self) -> None:
        """Show why the passage is what it is."""
        row = self._row()
        if row is not None and self._spread is not None:
            blocks = why(self._look(self._spread), row)
            self.app.push_screen(TextDialog(f"Why {row.key}", WordSheet(blocks)))

    def action_help(self) -> None:
        """Show the keys in force."""
        threshold = f"match: {self._threshold:.0f}" if self._spread is not None else ""
        blocks = help_blocks(self._config.keys, threshold)
        told = (Words().add(line, Role.ERROR) for line in self._told)
        self.app.push_screen(TextDialog("Keys and signs", WordSheet((*told, *blocks))))

    # the rest

    def action_export(self, ending: str = "md") -> None:
        """Ask where to, and export; the reader may choose another format by another ending."""
        if self._spread is not None:
            dialog = ExportDialog(offered(ending, self._written), self._beyond(), self._written)
            self.app.push_screen(dialog, self._export)

    def _beyond(self) -> str:
        """What an export holds besides what the reader sees or has marked."""
        marked = len(self._state.marked)
        told = {
            "Hidden sources are exported too.": bool(self._state.hidden),
            "Passages that the filter leaves out are exported too.": self._state.only != EVERYTHING,
            f"Every passage is exported; Y copies the {marked} marked.": marked > 0,
        }
        return "\n".join(line for line, holds in told.items() if holds)

    def _would_lose(self) -> str:
        """What goes when the program ends: texts that were pasted, as long as nothing was exported."""
        sources = self._spread.comparison.sources if self._spread is not None else ()
        loose = [s.id for s in sources if PASTED in s.warnings]
        if not loose or self._written:
            return ""
        told = f"Source {loose[0]} is" if len(loose) == 1 else f"Sources {' '.join(loose)} are"
        return f"{told} in no file: e exports, q again quits."

    def action_close(self) -> None:
        """Close what is open: a pane, the search, a running comparison, the notice; then the filters."""
        if self._spread is None and not self._typing:
            self.action_leave()
        elif self.selections:
            self.clear_selection()
        elif self._state.pane is not Pane.PASSAGES and not self._typing:
            self._become(replace(self._state, pane=Pane.PASSAGES))
        elif self._typing == "place":
            self._close_field()
        elif self._typing or self._state.query:
            began = self._from_where_asked()
            self._close_field()
            self._become(replace(began, query=""))
        elif self._busy:
            self._stop_comparing()
        elif self.query_one("#notice").display:
            self._notice([])
        else:
            self._become(replace(self._state, only=EVERYTHING))

    def action_leave(self) -> None:
        """Quit; where a pasted text would go with it, when the reader was told so."""
        warning = self._would_lose()
        if warning and self._said != warning:
            self._say(warning)
            return
        self.workers.cancel_all()
        self.app.exit()

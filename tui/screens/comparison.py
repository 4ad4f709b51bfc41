"""The comparison: owns what is shown and where the reader is; every key ends here."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import Worker, WorkerState, get_current_worker

from core.errors import Cancelled, SidelightError
from tui import chrome, state
from tui.chrome import Key
from tui.ink import Piece, Role
from tui.layout import Layout, choose
from tui.messages import Compared, KeyClicked, Progressed, RowClicked, Scrolled
from tui.paint import Look, Signs
from tui.rows import Order, Row, shown_rows
from tui.screens.export import ExportDialog
from tui.screens.help import HelpDialog
from tui.sheet import FindingSheet, RowSheet, first_finding
from tui.spread import Spread
from tui.state import View, ViewState
from tui.widgets.drawing import OneLine
from tui.widgets.footer import KeyLine
from tui.widgets.lines import LineList
from tui.work import Job

_FOOTER = (
    ("passage.next", "Passage"),
    ("finding.next", "Finding"),
    ("source.next", "Source"),
    ("filter", "Filter"),
    ("view", "View"),
    ("export", "Export"),
    ("help", "Help"),
    ("quit", "Quit"),
)
_VIEWS = (View.COLUMNS, View.READINGS)


def _bind(keys: str, action: str, name: str, says: str) -> Binding:
    return Binding(keys, action, says, id=name)


class ComparisonScreen(Screen[None]):
    """The passages of a comparison and the lines around them."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        _bind("j,down", "step(1)", "passage.next", "next passage"),
        _bind("k,up", "step(-1)", "passage.previous", "previous passage"),
        _bind("full_stop", "finding(1)", "finding.next", "next finding"),
        _bind("comma", "finding(-1)", "finding.previous", "previous finding"),
        _bind("l,right", "source(1)", "source.next", "next source"),
        _bind("h,left", "source(-1)", "source.previous", "previous source"),
        *(_bind(str(n), f"number({n})", f"source.{n}", "source by its number") for n in range(1, 10)),
        _bind("space,pagedown", "page(1)", "page.next", "a page down"),
        _bind("b,pageup", "page(-1)", "page.previous", "a page up"),
        _bind("g,home", "edge(-1)", "first", "first passage"),
        _bind("G,end", "edge(1)", "last", "last passage"),
        _bind("enter", "fold", "fold", "show long text whole, or folded"),
        _bind("f", "filter", "filter", "show all, diverge, agree, only, left out"),
        _bind("v", "view", "view", "columns or readings"),
        _bind("B", "base", "base", "put the rows in the order of this source"),
        _bind("e", "export", "export", "export as Markdown"),
        _bind("escape", "close", "close", "close a notice; stop comparing"),
        _bind("question_mark,f1", "help", "help", "the keys"),
        _bind("q,ctrl+q", "leave", "quit", "quit"),
    ]

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job
        self._request = 0
        self._spread: Spread | None = None
        self._all: Order = ()
        self._rows: Order = ()
        self._state = ViewState()
        self._plan = Layout(View.READINGS, 1, 0, 0)

    def compose(self) -> ComposeResult:
        """The lines and the list."""
        yield OneLine(id="masthead")
        yield OneLine(id="legend")
        yield OneLine(id="rule")
        yield Static(id="notice", markup=False)
        yield OneLine(id="progress")
        with Horizontal():
            yield LineList(id="passages")
            yield LineList(id="rail")
        yield OneLine(id="status")
        yield KeyLine(id="footer")

    def on_mount(self) -> None:
        """Show the frame, and only then begin to compare."""
        self.query_one("#notice").display = False
        self._line("masthead", Piece(" Sidelight", (Role.STRONG,)))
        self._line("progress", Piece("  Reading the articles …"))
        self._show_keys()
        self.call_after_refresh(self._compare)

    @property
    def _list(self) -> LineList:
        return self.query_one("#passages", LineList)

    def _line(self, name: str, *pieces: Piece) -> None:
        self.query_one(f"#{name}", OneLine).show(pieces)

    # comparing

    def _compare(self) -> None:
        self._request += 1
        self._run(self._request)

    @work(thread=True, exclusive=True, exit_on_error=False, group="compare")
    def _run(self, request: int) -> None:
        worker = get_current_worker()

        def progress(stage: str, fraction: float) -> None:
            if worker.is_cancelled:
                raise Cancelled
            self.post_message(Progressed(request, stage, fraction))

        self.post_message(Compared(request, self._job(progress)))

    def on_progressed(self, message: Progressed) -> None:
        """Tell how far it is."""
        if message.request == self._request and self._spread is None:
            said = f"  Comparing: {message.stage}, {message.fraction:.0%}   Esc stops and quits"
            self._line("progress", Piece(said))

    def on_compared(self, message: Compared) -> None:
        """Show a comparison, unless another was asked for since."""
        if message.request != self._request:
            return
        spread = message.spread
        self._spread = spread
        self._state = replace(self._state, base=spread.ids[0], source=spread.ids[0])
        self._all = spread.rows(self._state.base)
        self.query_one("#progress").display = False
        self._notice([f"Not opened: {problem}" for problem in spread.problems])
        self._rows = shown_rows(self._all, self._state.only)
        self._state = state.go(self._state, self._rows, 0)
        self._lay_out(relaid=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """End with the reason when nothing could be compared."""
        error = event.worker.error
        if event.state is not WorkerState.ERROR or isinstance(error, Cancelled):
            return
        if isinstance(error, SidelightError):
            self._failed(error)
        elif error is not None:
            raise error

    def _failed(self, error: SidelightError) -> None:
        if self._spread is None:
            self.app.error = error  # type: ignore[attr-defined]
            self.app.exit(return_code=2)
        else:
            self._notice([str(error)])

    def _notice(self, lines: list[str]) -> None:
        notice = self.query_one("#notice", Static)
        notice.display = bool(lines)
        notice.update("\n".join([*lines[:2], *([f"and {len(lines) - 2} more"] if len(lines) > 2 else [])]))

    # showing

    def _lay_out(self, *, relaid: bool, jump: bool = False) -> None:
        """Draw everything anew from the state."""
        if self._spread is None:
            return
        ids = self._spread.ids
        before = (self._plan, state.columns_of(self._state, ids, self._plan.columns))
        self._plan = choose(self.app.size.width, len(ids), self._state.view)
        self._state = state.slide(self._state, ids, self._plan.columns)
        look = self._look_of(self._spread)
        relaid = relaid or before != (self._plan, look.columns)
        sheet = RowSheet(look, self._rows)
        self._list.show(sheet, state.position(self._state, self._rows), relaid=relaid, jump=jump)
        self._show_lines(look)

    def _look_of(self, spread: Spread) -> Look:
        at = self._state
        columns = state.columns_of(at, spread.ids, self._plan.columns)
        return Look(spread, self._plan.view, columns, Signs(), at.cursor, at.source, at.finding, at.unfolded)

    def _show_lines(self, look: Look) -> None:
        comparison, width = look.spread.comparison, self.app.size.width
        self._show_rail(look)
        self._line("masthead", *chrome.masthead(comparison, look, width))
        self._line("legend", *chrome.legend(comparison, look, width, self._plan.rail))
        self._line("rule", *chrome.rule(look, self._all, width, self._plan.rail))
        self._line("status", *chrome.status(look, self._state, self._rows, self._row(), width))
        self._show_keys()

    def _show_rail(self, look: Look) -> None:
        rail = self.query_one("#rail", LineList)
        rail.display = self._plan.rail > 0
        if rail.display:
            rail.styles.width = self._plan.rail
            sheet = FindingSheet(look, self._all, look.finding or first_finding(self._row()))
            rail.show(sheet, sheet.cursor, relaid=True)

    def _show_keys(self) -> None:
        bound = {b.binding.id: b.binding for b in reversed(self.active_bindings.values())}
        keys = [
            Key(self.app.get_key_display(bound[name]), says, bound[name].action)
            for name, says in _FOOTER
            if name in bound
        ]
        self.query_one("#footer", KeyLine).show(keys)

    def _row(self) -> Row | None:
        at = state.position(self._state, self._rows)
        return self._rows[at] if at >= 0 else None

    def _become(self, new: ViewState) -> None:
        """Take on a new state and draw what it changes."""
        old, self._state = self._state, new
        if self._spread is None or new == old:
            return
        if new.base != old.base:
            self._all = self._spread.rows(new.base)
        if new.base != old.base or new.only != old.only:
            self._rows = shown_rows(self._all, new.only)
            self._state = state.reconcile(new, self._rows, [row.key for row in self._all])
        relaid = (new.base, new.only, new.unfolded) != (old.base, old.only, old.unfolded)
        self._lay_out(relaid=relaid, jump=new.back != old.back)

    def on_resize(self) -> None:
        """Lay out for the new size."""
        self._lay_out(relaid=False)

    # moving

    def action_step(self, by: int) -> None:
        """Go some passages on."""
        self._become(state.step(self._state, self._rows, by))

    def action_finding(self, by: int) -> None:
        """Go to the next or previous finding."""
        if self._spread is not None and not self._spread.comparison.findings:
            self.app.notify("No conflicting readings were found.", markup=False)
        self._become(state.to_finding(self._state, self._rows, by))

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

    def _mark(self, at: int) -> None:
        """Put the cursor on a row without scrolling."""
        if self._spread is None:
            return
        self._state = state.go(self._state, self._rows, at)
        look = self._look_of(self._spread)
        self._list.mark(RowSheet(look, self._rows), state.position(self._state, self._rows))
        self._show_lines(look)

    def on_scrolled(self, message: Scrolled) -> None:
        """Keep the cursor in sight."""
        if self._rows and message.sender == "passages":
            self._mark(self._list.row_in_sight())

    def on_row_clicked(self, message: RowClicked) -> None:
        """Go to the row, and to the source whose text was clicked; or to the finding."""
        if message.sender == "rail":
            self._become(state.go_to_finding(self._state, self._rows, self._all, message.row))
            return
        new = state.go(self._state, self._rows, message.row)
        self._become(replace(new, source=message.source or new.source))

    def on_key_clicked(self, message: KeyClicked) -> None:
        """Do what the key does."""
        self.call_later(self.run_action, message.action)

    # showing otherwise

    def action_fold(self) -> None:
        """Unfold the row, or fold it again."""
        self._become(state.toggle_fold(self._state))

    def action_filter(self) -> None:
        """Show other rows."""
        self._become(state.next_show(self._state))

    def action_view(self) -> None:
        """Change the view."""
        self._become(state.next_view(self._state, self._plan.view, _VIEWS))

    def action_base(self) -> None:
        """Let the chosen source lead the rows."""
        self._become(replace(self._state, base=self._state.source, first=0))

    # taking away

    def action_export(self) -> None:
        """Ask where to, and export."""
        if self._spread is not None:
            self.app.push_screen(ExportDialog(str(Path("sidelight.md"))), self._export)

    def _export(self, answer: tuple[str, bool] | None) -> None:
        if answer is not None and self._spread is not None:
            self._write(self._spread, *answer)

    @work(thread=True, exit_on_error=False, group="export")
    def _write(self, spread: Spread, path: str, overwrite: bool) -> None:
        from core.export.markdown import to_markdown
        from core.export.write import write

        inputs = [s.origin for s in spread.comparison.sources if s.origin]
        write(path, to_markdown(spread.comparison), overwrite=overwrite, inputs=inputs)
        self.app.call_from_thread(partial(self.app.notify, f"Written to {path}", markup=False))

    # the rest

    def action_close(self) -> None:
        """Close the notice; while comparing, stop and quit."""
        if self._spread is None:
            self.workers.cancel_all()
            self.app.exit()
        else:
            self._notice([])

    def action_help(self) -> None:
        """Show the keys in force."""
        self.app.push_screen(HelpDialog(self._keys_in_force(), Signs()))

    def _keys_in_force(self) -> list[tuple[str, str]]:
        keys: dict[str, list[str]] = {}
        for active in self.active_bindings.values():
            if active.binding.id and active.binding.description:
                shown = self.app.get_key_display(active.binding)
                keys.setdefault(active.binding.description, []).append(shown)
        return [(" ".join(dict.fromkeys(k)), says) for says, k in keys.items()]

    def action_leave(self) -> None:
        """Quit."""
        self.workers.cancel_all()
        self.app.exit()

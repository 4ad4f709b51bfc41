"""The desk: takes a comparison, and where the reader is. What keys do, and drawing, stand elsewhere."""

from tui import columns, state
from tui.config import Config
from tui.layout import choose
from tui.naming import name_of
from tui.once import Last
from tui.screens.drawn import Drawn, Shared
from tui.sheet import RowSheet
from tui.spread import Spread
from tui.state import Pane, View, ViewState


class Desk(Drawn):
    """What is drawn, and the way from one state of the reader to the next."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self._config = config
        self._sought: Last[tuple[str, frozenset[str]]] = Last()  # a query, and the sources searched
        self._panes: tuple[Pane, ...] = (Pane.PASSAGES,)

    def named(self, command: str, says: str) -> str:
        """What a command does here: of a number, which source it chooses; empty where there is none."""
        number = command.removeprefix("source.")
        if self._spread is None or not number.isdecimal():
            return says
        sources = self._spread.comparison.sources
        if int(number) > len(sources):
            return ""
        source = sources[int(number) - 1]
        return f"source {source.id}: {name_of(source)}"

    def _take(self, spread: Spread, new: ViewState) -> None:
        """Take a comparison, and a state that fits it."""
        same = self._spread is not None and self._spread.comparison.sources == spread.comparison.sources
        self._shared = Shared(None, self._shared.wires if same else ())
        self._spread, self._busy = spread, ""
        self.query_one("#progress").display = False
        self._become(new, force=True)

    def _become(self, new: ViewState, *, force: bool = False) -> None:
        """Take on a new state and draw what it changes."""
        old, self._state = self._state, new
        said, self._said, self._turned = self._said, "", ""
        spread = self._spread
        if spread is None or (new == old and not force):
            if said:
                self._draw_status()
            return
        if force or (new.base, new.hidden) != (old.base, old.hidden):
            self._choice.leave_out((spread, new.base, new.hidden))
        self._arrange(spread)
        within = self._searched(spread)
        if self._sought.changes((new.query, frozenset(within))) or force:
            self._search(spread, new.query, within)
        self._gather()
        jump = new.back != old.back or new.finding != old.finding
        self._draw(spread, jump=jump, force=force)

    def _arrange(self, spread: Spread) -> None:
        """Lay out for the size and the sources that are shown; leave a pane that is there no more."""
        now = self._state
        self._plan = plan = choose(self.app.size.width, len(columns.in_order(now, spread.ids)), now.view)
        self._panes = state.panes_of(
            plan.view, findings=bool(self._choice.left.stops), article=plan.context > 0
        )
        self._state = state.in_pane(now, self._panes)

    def _gather(self) -> None:
        """Choose the rows, and keep the cursor on one of them."""
        now, choice = self._state, self._choice
        choice.filter(now.only, now.source if self._plan.view is View.SOURCE else "")
        self._state = state.reconcile(now, choice.rows, choice.every)

    def _searched(self, spread: Spread) -> tuple[str, ...]:
        """IDs of the sources that a search goes through: in an article, its own."""
        now = self._state
        return (now.source,) if self._plan.view is View.SOURCE else columns.in_order(now, spread.ids)

    def _search(self, spread: Spread, query: str, within: tuple[str, ...]) -> None:
        """Find the hits of a search in some sources."""
        raise NotImplementedError

    def _mark(self, at: int) -> None:
        """Put the cursor on a row without scrolling."""
        if self._spread is None:
            return
        self._state = state.go(self._state, self._rows, at)
        look = self._look(self._spread)
        self._list.mark(RowSheet(look, self._rows), state.position(self._state, self._rows))
        self._draw_lines(look)

    def on_resize(self) -> None:
        """Lay out for the new size."""
        if self._spread is None or self._sized == self.app.size:
            return  # the toolkit tells a size twice: by the terminal, and when it has laid out
        self._arrange(self._spread)
        self._gather()
        self._draw(self._spread)

"""The lines and the lists of the comparison, drawn from where the reader is."""

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui import chrome, columns, overview, state
from tui.choice import Choice
from tui.chrome import Key
from tui.filters import EVERYTHING
from tui.ink import Piece, Role
from tui.keys import BESIDE, COMMANDS, FILTERED, HITS, LISTED, READING, SELECTED, shown_key
from tui.layout import EDGE, Layout
from tui.look import Look
from tui.once import Last, Once
from tui.pages import ArticleSheet
from tui.rows import Listing, Row, cell_in
from tui.screens.saying import Saying
from tui.search import NO_HITS, Hits, folded_query, rows_with_hits
from tui.sheet import FindingSheet, RowSheet, first_finding
from tui.spread import Spread
from tui.state import Pane, View, ViewState
from tui.widgets.drawing import Lines, Scale, Side
from tui.widgets.fields import Prompt
from tui.widgets.footer import KeyLine
from tui.widgets.lines import LineList

if TYPE_CHECKING:
    from textual.geometry import Size

    from tui.index import Index


_FIELDS = ("search", "go")
"""Commands that open a field."""


class Shared(NamedTuple):
    """How much wording the sources share."""

    matrix: tuple[tuple[float, ...], ...] | None = None
    """Share of the words of each source that each other one has too, 0 to 1; None until it is counted."""
    wires: tuple[tuple[str, ...], ...] = ()
    """IDs of the sources that are one wire text, in groups."""


class Drawn(Saying):
    """The lines, the list of passages and what stands beside it."""

    AUTO_FOCUS = ""
    # What opens a field has priority: it is there before the keys behind it are handled, and gets them all.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(c.keys, c.action, c.says, id=c.id, priority=c.id in _FIELDS) for c in COMMANDS
    ]

    def __init__(self) -> None:
        super().__init__()
        self._spread: Spread | None = None
        self._state = ViewState()
        self._plan = Layout(View.READINGS, 1, 0, 0)
        self._choice = Choice()
        self._hits: Hits = NO_HITS
        self._hit_in: Once[tuple[Listing, Hits], tuple[int, ...]] = Once()
        self._shared = Shared()
        self._typing = ""  # name of the field that is open
        self._shape: Last[tuple[object, ...]] = Last()
        self._listed: Last[Listing] = Last()
        self._article: Last[tuple[Spread, str]] = Last()
        self._sized: Size | None = None  # the size of the terminal that was drawn for
        self._stripped: Index | None = None  # where the rows stood when the strip was drawn

    def compose(self) -> ComposeResult:
        """The lines and the lists."""
        yield Lines(id="masthead")
        yield Lines(id="legend")
        yield Lines(id="rule")
        yield Static(id="notice", markup=False)
        yield Lines(id="progress")
        yield Lines(id="panel")
        with Side():
            yield LineList(id="passages")
            yield Scale(id="strip")
            yield LineList(id="context")
            yield LineList(id="rail")
        yield Prompt(id="query", placeholder="search all sources: Enter keeps the hits, Esc clears them")
        yield Prompt(
            id="place", placeholder="a passage (12) or a paragraph (B7): Enter goes there, Esc closes"
        )
        yield Lines(id="status")
        yield KeyLine(id="footer")

    @property
    def _list(self) -> LineList:
        return self.query_one("#passages", LineList)

    def _lines(self, name: str) -> Lines:
        return self.query_one(f"#{name}", Lines)

    @property
    def _rows(self) -> Listing:
        """The rows that are shown."""
        return self._choice.rows

    @property
    def _hit_rows(self) -> tuple[int, ...]:
        """Those of them with a hit of the search."""
        return self._hit_in.of((self._rows, self._hits), lambda: rows_with_hits(self._rows, self._hits))

    def _row(self) -> Row | None:
        at = state.position(self._state, self._rows)
        return self._rows[at] if at >= 0 else None

    def _look(self, spread: Spread) -> Look:
        at = self._state
        return Look(
            spread,
            self._plan.view,
            columns.columns_of(at, spread.ids, self._plan.columns),
            at.cursor,
            at.source,
            at.finding,
            at.unfolded,
            self._hits,
            at.marked,
            columns.in_order(at, spread.ids),
            self._shared.wires,
        )

    def _draw(self, spread: Spread, *, jump: bool = False, force: bool = False) -> None:
        """Draw everything from the state; measure the rows anew only when their heights can have changed."""
        self._sized = self.app.size
        self._state = columns.slide(self._state, spread.ids, self._plan.columns)
        look = self._look(spread)
        article = look.source if look.view is View.SOURCE else ""
        shape = (self._plan, look.columns, look.hidden, look.unfolded, look.marked, article, self._rows)
        relaid = self._shape.changes(shape) or force
        cursor = state.position(self._state, self._rows)
        width = self.app.size.width - self._plan.rail - self._plan.context - EDGE
        self._list.show(RowSheet(look, self._rows), cursor, relaid=relaid, jump=jump, width=width)
        self._draw_lines(look)

    def _draw_lines(self, look: Look) -> None:
        comparison, width = look.spread.comparison, self.app.size.width
        side = self._plan.rail + self._plan.context
        self._lines("masthead").show(chrome.masthead(comparison, look, self._choice.left, width))
        self._lines("legend").show(chrome.legend(comparison, look, width, side))
        self._lines("rule").show(
            chrome.rule(
                look, self._state, self._rows, walked=self._choice.walked, width=width, plan=self._plan
            )
        )
        self._draw_status()
        self._draw_panel(look)
        self._draw_rail(look)
        self._draw_context(look)
        self._draw_strip()
        self._show_keys()

    def _draw_status(self) -> None:
        """Draw what was told in passing, else what is under way, else where the reader is."""
        if self._spread is None:
            return
        width, lines = self.app.size.width, self._lines("status")
        if self._said:
            lines.show(*chrome.said(self._said, width))
        elif self._busy:
            lines.show((Piece(f" {self._busy}   Esc stops", (Role.STRONG,)),))
        else:
            here = chrome.status(
                self._look(self._spread),
                self._rows,
                self._row(),
                every=self._choice.walked,
                found=self._found(),
                width=width,
                turned=self._turned,
            )
            lines.show(here)

    def _found(self) -> chrome.Found:
        """What the search has found so far."""
        query, hits = self._state.query, self._hits
        sought = not hits.query and folded_query(query) != ""  # and not found yet
        at = state.number_of_hit(self._state, self._rows, self._hit_rows)
        within = self._state.source if self._plan.view is View.SOURCE else ""
        return chrome.Found(query, None if sought else hits.count, len(self._hit_rows), at, within)

    def _draw_panel(self, look: Look) -> None:
        panel = self._lines("panel")
        panel.display = look.view is View.OVERVIEW
        if panel.display:
            width, height = self.app.size
            focused = self._state.pane is Pane.MATRIX
            lines = overview.panel(
                look, self._choice.left, self._shared.matrix, width, max(3, height // 2 - 3), focused=focused
            )
            panel.show(*lines)

    def _draw_rail(self, look: Look) -> None:
        rail = self.query_one("#rail", LineList)
        focused = self._state.pane is Pane.FINDINGS
        over = focused and not self._plan.rail
        rail.display = over or self._plan.rail > 0
        rail.set_class(over, "over")
        rail.set_class(focused and not over, "focused")
        if rail.display:
            rail.styles.width = "100%" if over else self._plan.rail
            walked = self._choice.walked
            sheet = FindingSheet(look, walked, look.finding or first_finding(self._row()))
            relaid = self._listed.changes(walked)
            rail.show(sheet, sheet.cursor, relaid=relaid, jump=True)

    def _draw_context(self, look: Look) -> None:
        context = self.query_one("#context", LineList)
        row = self._row()
        context.display = self._plan.context > 0
        context.set_class(self._state.pane is Pane.ARTICLE, "focused")
        cell = cell_in(row, look.source) if row is not None else None
        if context.display and cell is not None:
            context.styles.width = self._plan.context
            relaid = self._article.changes((look.spread, cell.source))
            context.show(ArticleSheet(look, cell), cell.paragraph, relaid=relaid, jump=True)

    def _draw_strip(self) -> None:
        rows, cursor = self._rows, state.position(self._state, self._rows)
        self._stripped = index = self._list.index
        self.query_one("#strip", Scale).scale(lambda lines: overview.strip(rows, index, cursor, lines))

    # keys

    def watch_selections(self) -> None:
        """Show what can be done with what is selected."""
        if self._spread is not None:
            self._show_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While one types into a field, the keys that open one are characters like any other."""
        return action not in _FIELDS or (self.is_mounted and not self._typing)

    def _show_keys(self) -> None:
        bound = {b.binding.id: b.binding for b in reversed(self.active_bindings.values())}
        shown = {n: shown_key(b.key, self.app.get_key_display(b)) for n, b in bound.items() if n}
        close = shown.get("close", "Esc")
        if self._typing == "place":
            keys = [Key("Enter", "Go there", "go_there"), Key(close, "Close", "close")]
        elif self._typing:
            keys = [Key("Enter", "Keep the hits", "keep_hits"), Key(close, "Clear the search", "close")]
        else:
            keys = [Key(shown[n], says, bound[n].action) for n, says in self._footer() if n in shown]
        self.query_one("#footer", KeyLine).show(keys)

    def _footer(self) -> tuple[tuple[str, str], ...]:
        """Names of the commands that matter most just now, and a word for each."""
        if self.selections:
            return SELECTED
        if self._state.pane is Pane.PASSAGES:
            reading = READING if self._state.only == EVERYTHING else FILTERED
            return HITS if self._hit_rows else reading
        return BESIDE if self._state.pane is Pane.ARTICLE else LISTED

    def _before_drawing(self) -> None:
        """The strip follows the rows."""
        if self._spread is not None and self._list.index is not self._stripped:
            self._draw_strip()

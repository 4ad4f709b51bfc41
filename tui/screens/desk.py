"""The desk: holds the comparison and where the reader is, and draws them. What keys do stands elsewhere."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui import chrome, columns, overview, state
from tui.chrome import Key
from tui.config import Config
from tui.filters import EVERYTHING, Filter, shown_rows
from tui.frame import Covered
from tui.hiding import without
from tui.ink import Piece, Role
from tui.keys import BESIDE, COMMANDS, FILTERED, HITS, LISTED, READING, SELECTED, shown_key
from tui.layout import EDGE, Layout, choose
from tui.look import Look
from tui.messages import Said
from tui.naming import name_of
from tui.rows import NO_ROWS, Listing, Row, cell_in
from tui.screens.selecting import Selecting
from tui.search import NO_HITS, Hits, folded_query, rows_with_hits
from tui.sheet import ArticleSheet, FindingSheet, RowSheet, first_finding
from tui.spread import Spread
from tui.state import Pane, View, ViewState
from tui.widgets.drawing import Lines, Scale, Side
from tui.widgets.fields import Prompt
from tui.widgets.footer import KeyLine
from tui.widgets.lines import LineList

if TYPE_CHECKING:
    from tui.messages import Left


_MOMENT = 5.0
"""Seconds for which something is told in passing."""
_FIELDS = ("search", "go")
"""Commands that open a field."""


class Desk(Selecting, Covered):
    """The lines, the list of passages and what stands beside it."""

    AUTO_FOCUS = ""
    # What opens a field has priority: it is there before the keys behind it are handled, and gets them all.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(c.keys, c.action, c.says, id=c.id, priority=c.id in _FIELDS) for c in COMMANDS
    ]

    def __init__(self, config: Config) -> None:
        super().__init__()
        self._config = config
        self._spread: Spread | None = None
        self._every: Listing = NO_ROWS  # hidden sources and all
        self._all: Listing = NO_ROWS
        self._walked: Listing = NO_ROWS  # those with findings to list: of every kind, or the one chosen
        self._rows: Listing = NO_ROWS
        self._filtered: object = None
        self._without: Left | None = None  # the rows left, and what was asked for
        self._listed: Listing = NO_ROWS
        self._article: object = None  # the comparison, and the source whose article stands at the side
        self._state = ViewState()
        self._plan = Layout(View.READINGS, 1, 0, 0)
        self._shape: object = None
        self._sized: object = None  # the size of the terminal that was drawn for
        self._stripped: object = None  # the index that the strip was drawn by
        self._hits: Hits = NO_HITS
        self._sought: object = None  # the query that these answer, and the sources searched
        self._hit_rows: tuple[int, ...] = ()
        self._hit_in: object = None  # the rows and the hits that these are of
        self._matrix: tuple[tuple[float, ...], ...] | None = None
        self._counted: Spread | None = None  # the comparison whose matrix was asked for
        self._wires: tuple[tuple[str, ...], ...] = ()  # sources that are one wire text, when that is counted
        self._busy = ""
        self._said = ""  # told in passing: until the reader goes on, or for a moment
        self._turned = ""  # said when the last key went past an end of its walk
        self._typing = ""  # name of the field that is open
        self._asked_at = ""  # key of the row where the reader was when he began to type a search
        self._told: list[str] = []  # what stood in the notice last
        self._panes: tuple[Pane, ...] = (Pane.PASSAGES,)

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

    def _notice(self, lines: list[str]) -> None:
        """Show lines until the reader closes them: three at most, the help has all."""
        self._told = lines or self._told
        notice = self.query_one("#notice", Static)
        notice.display = bool(lines)
        more = [f"and {len(lines) - 2} more: ? lists them, Esc closes this"] if len(lines) > 3 else lines[2:]
        notice.update("\n".join([*lines[:2], *more]))

    def _say(self, words: str) -> None:
        """Tell something in passing, in place of where the reader is; what it says may hold article text."""
        self._said = words
        self.set_timer(_MOMENT, partial(self._unsay, words))
        self._draw_status()

    def _unsay(self, words: str) -> None:
        """Tell where the reader is again, unless something else was said meanwhile."""
        if self._said == words and self._spread is not None:
            self._said = ""
            self._draw_status()

    def on_said(self, message: Said) -> None:
        """Tell what the application has to say."""
        self._say(message.words)

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

    def watch_selections(self) -> None:
        """Show what can be done with what is selected."""
        if self._spread is not None:
            self._show_keys()

    # state

    def _row(self) -> Row | None:
        at = state.position(self._state, self._rows)
        return self._rows[at] if at >= 0 else None

    def _take(self, spread: Spread, new: ViewState) -> None:
        """Take a comparison, and a state that fits it."""
        if self._spread is None or self._spread.comparison.sources != spread.comparison.sources:
            self._wires = ()
        self._spread, self._matrix, self._busy = spread, None, ""
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
        if force or new.base != old.base:
            self._every = spread.rows(new.base)
        if force or new.base != old.base or new.hidden != old.hidden:
            self._all = self._left(spread, new.base, new.hidden)
        self._arrange(spread)
        within = self._searched(spread)
        if force or (new.query, frozenset(within)) != self._sought:
            self._sought = new.query, frozenset(within)
            self._search(spread, new.query, within)
        self._gather()
        jump = new.back != old.back or new.finding != old.finding
        self._draw(spread, jump=jump, force=force)

    def _left(self, spread: Spread, base: str, hidden: frozenset[str]) -> Listing:
        """The rows without the hidden sources; those of the last time are kept."""
        asked = (spread, base, hidden)
        if self._without is None or self._without[0] != asked:
            rows = without(spread.rows(base), spread.comparison, spread.elsewhere, hidden)
            self._without = asked, rows
        return self._without[1]

    def _arrange(self, spread: Spread) -> None:
        """Lay out for the size and the sources that are shown; leave a pane that is there no more."""
        now = self._state
        self._plan = plan = choose(self.app.size.width, len(columns.in_order(now, spread.ids)), now.view)
        self._panes = state.panes_of(plan.view, findings=bool(self._all.stops), article=plan.context > 0)
        self._state = state.in_pane(now, self._panes)

    def _gather(self) -> None:
        """Choose the rows, and keep the cursor on one of them."""
        now = self._state
        article = now.source if self._plan.view is View.SOURCE else ""
        wanted = (id(self._all), now.only, article)
        if wanted != self._filtered:
            self._filtered = wanted
            of_kind = Filter(kind=now.only.kind)
            self._walked = shown_rows(self._all, of_kind)
            rows = self._walked if now.only == of_kind else shown_rows(self._all, now.only)
            self._rows = rows.article(article) if article else rows
        if self._hit_in != (found := (self._rows, self._hits)):
            self._hit_in, self._hit_rows = found, rows_with_hits(*found)
        self._state = state.reconcile(now, self._rows, self._every)

    def _searched(self, spread: Spread) -> tuple[str, ...]:
        """IDs of the sources that a search goes through: in an article, its own."""
        now = self._state
        return (now.source,) if self._plan.view is View.SOURCE else columns.in_order(now, spread.ids)

    def _search(self, spread: Spread, query: str, within: tuple[str, ...]) -> None:
        """Find the hits of a search in some sources."""
        raise NotImplementedError

    # drawing

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
            self._wires,
        )

    def _draw(self, spread: Spread, *, jump: bool = False, force: bool = False) -> None:
        """Draw everything from the state; measure the rows anew only when their heights can have changed."""
        self._sized = self.app.size
        self._state = columns.slide(self._state, spread.ids, self._plan.columns)
        look = self._look(spread)
        article = look.source if look.view is View.SOURCE else ""
        shape = (self._plan, look.columns, look.hidden, look.unfolded, look.marked, article, self._filtered)
        relaid = force or shape != self._shape
        self._shape = shape
        cursor = state.position(self._state, self._rows)
        width = self.app.size.width - self._plan.rail - self._plan.context - EDGE
        self._list.show(RowSheet(look, self._rows), cursor, relaid=relaid, jump=jump, width=width)
        self._draw_lines(look)

    def _draw_lines(self, look: Look) -> None:
        comparison, width = look.spread.comparison, self.app.size.width
        side = self._plan.rail + self._plan.context
        self._lines("masthead").show(chrome.masthead(comparison, look, self._all, width))
        self._lines("legend").show(chrome.legend(comparison, look, width, side))
        self._lines("rule").show(
            chrome.rule(look, self._state, self._rows, walked=self._walked, width=width, plan=self._plan)
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
                every=self._walked,
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
                look, self._all, self._matrix, width, max(3, height // 2 - 3), focused=focused
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
            sheet = FindingSheet(look, self._walked, look.finding or first_finding(self._row()))
            relaid = self._listed is not self._walked
            self._listed = self._walked
            rail.show(sheet, sheet.cursor, relaid=relaid, jump=True)

    def _draw_context(self, look: Look) -> None:
        context = self.query_one("#context", LineList)
        row = self._row()
        context.display = self._plan.context > 0
        context.set_class(self._state.pane is Pane.ARTICLE, "focused")
        cell = cell_in(row, look.source) if row is not None else None
        if context.display and cell is not None:
            context.styles.width = self._plan.context
            article = look.spread, cell.source
            context.show(ArticleSheet(look, cell), cell.paragraph, relaid=article != self._article, jump=True)
            self._article = article

    def _draw_strip(self) -> None:
        rows, cursor = self._rows, state.position(self._state, self._rows)
        self._stripped = index = self._list.index
        self.query_one("#strip", Scale).scale(lambda lines: overview.strip(rows, index, cursor, lines))

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

    def _before_drawing(self) -> None:
        """The strip follows the rows."""
        if self._spread is not None and self._list.index is not self._stripped:
            self._draw_strip()

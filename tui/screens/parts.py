"""What stands on the screen of a comparison: its lines, lists and fields, drawn from a desk."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Static

from tui import chrome, overview, state
from tui.chrome import Key
from tui.desk import Desk
from tui.filters import EVERYTHING
from tui.ink import Line, Piece, Role
from tui.keys import BESIDE, FILTERED, HITS, LISTED, READING, SELECTED
from tui.layout import EDGE
from tui.look import Look
from tui.pages import ArticleSheet
from tui.screens.threads import Threads
from tui.search import folded_query
from tui.sheet import FindingSheet, RowSheet
from tui.state import Pane, View
from tui.widgets.drawing import Lines, Scale, Side
from tui.widgets.fields import Prompt
from tui.widgets.footer import KeyLine
from tui.widgets.lines import LineList

if TYPE_CHECKING:
    from tui.index import Index
    from tui.rows import Listing
    from tui.spread import Spread


class Parts:
    """The widgets, and what each drew last: rows are measured anew only when a height can have changed."""

    def __init__(self, threads: Threads) -> None:
        self._masthead, self._legend, self._rule = Lines(id="masthead"), Lines(id="legend"), Lines(id="rule")
        self.notice = Static(id="notice", markup=False)
        self._threads, self._panel, self._status = threads, Lines(id="panel"), Lines(id="status")
        self.passages, self.context, self._rail = (LineList(id=i) for i in ("passages", "context", "rail"))
        self.strip = Scale(id="strip")
        self.fields = {
            "query": Prompt(
                id="query", placeholder="search all sources: Enter keeps the hits, Esc clears them"
            ),
            "place": Prompt(
                id="place", placeholder="a passage (12) or a paragraph (B7): Enter goes there, Esc closes"
            ),
        }
        self.footer = KeyLine(id="footer")
        # what they showed when they were drawn last
        self._shape: tuple[object, ...] = ()
        self._listed: Listing | None = None
        self._article: tuple[Spread, str] | None = None
        self._stripped: Index | None = None
        self._masthead.show((Piece(" Sidelight", (Role.STRONG,)),))

    def compose(self) -> Iterator[Widget]:
        """The lines, the lists and the fields."""
        yield from (self._masthead, self._legend, self._rule, self.notice, self._threads, self._panel)
        with Side():
            yield from (self.passages, self.strip, self.context, self._rail)
        yield from (*self.fields.values(), self._status, self.footer)

    def draw(self, desk: Desk, *, jump: bool = False, force: bool = False) -> None:
        """Draw everything.

        Args:
            desk: What is shown.
            jump: Whether the cursor came from afar.
            force: Whether to measure the rows anew in any case.
        """
        look, plan = desk.look, desk.plan
        shape = (plan, look.columns, look.hidden, look.unfolded, look.marked, desk.article, desk.rows)
        relaid, self._shape = force or shape != self._shape, shape
        width = desk.size[0] - plan.rail - plan.context - EDGE
        self.passages.show(RowSheet(look, desk.rows), desk.at, relaid=relaid, jump=jump, width=width)
        self._draw_around(desk, look)

    def mark(self, desk: Desk) -> None:
        """Draw the cursor where it is without scrolling, and what stands around the passages."""
        look = desk.look
        self.passages.mark(RowSheet(look, desk.rows), desk.at)
        self._draw_around(desk, look)

    def _draw_around(self, desk: Desk, look: Look) -> None:
        comparison, width, plan = look.spread.comparison, desk.size[0], desk.plan
        self._masthead.show(chrome.masthead(comparison, look, desk.choice.left, width))
        self._legend.show(chrome.legend(comparison, look, width, plan.rail + plan.context))
        self._rule.show(
            chrome.rule(look, desk.state, desk.rows, walked=desk.choice.walked, width=width, plan=plan)
        )
        self.tell(desk)
        self.draw_panel(desk)
        self._draw_rail(desk, look)
        self._draw_context(desk, look)
        self._draw_strip(desk)

    def tell(self, desk: Desk) -> None:
        """Draw what was told in passing, else what is under way, else where the reader is."""
        if desk.ids:
            self._status.show(*_status(desk))
        else:
            self._status.show(*chrome.said(desk.said, self._status.app.size.width))

    def draw_panel(self, desk: Desk) -> None:
        """Draw the overview's panel."""
        self._panel.display = desk.plan.view is View.OVERVIEW
        if self._panel.display:
            width, height = desk.size
            focused = desk.state.pane is Pane.MATRIX
            lines = overview.panel(
                desk.look,
                desk.choice.left,
                desk.shared.matrix,
                width,
                max(3, height // 2 - 3),
                focused=focused,
            )
            self._panel.show(*lines)

    def _draw_rail(self, desk: Desk, look: Look) -> None:
        rail, walked = self._rail, desk.choice.walked
        focused = desk.state.pane is Pane.FINDINGS
        over = focused and not desk.plan.rail
        rail.display = over or desk.plan.rail > 0
        rail.set_class(over, "over")
        rail.set_class(focused and not over, "focused")
        if rail.display:
            rail.styles.width = "100%" if over else desk.plan.rail
            sheet = FindingSheet(look, walked, look.finding or (desk.rows.met(desk.at) if desk.row else None))
            relaid, self._listed = walked is not self._listed, walked
            rail.show(sheet, sheet.cursor, relaid=relaid, jump=True)

    def _draw_context(self, desk: Desk, look: Look) -> None:
        context, cell = self.context, desk.cell
        context.display = desk.plan.context > 0
        context.set_class(desk.state.pane is Pane.ARTICLE, "focused")
        if context.display and cell is not None:
            context.styles.width = desk.plan.context
            article = look.spread, cell.source
            relaid, self._article = article != self._article, article
            context.show(ArticleSheet(look, cell), cell.paragraph, relaid=relaid, jump=True)

    def _draw_strip(self, desk: Desk) -> None:
        rows, cursor = desk.rows, desk.at
        self._stripped = index = self.passages.index
        self.strip.scale(lambda lines: overview.strip(rows, index, cursor, lines))

    def follow(self, desk: Desk) -> None:
        """Draw the strip where the rows stand now, if the layout has moved them."""
        if desk.ids and self.passages.index is not self._stripped:
            self._draw_strip(desk)

    def row_of_strip(self, line: int) -> int:
        """Index of the row that a line of the strip stands for."""
        index = self.passages.index
        return index.row_at(line * index.total // self.strip.size.height)

    def scroll_article(self, lines: int, pages: int) -> None:
        """Scroll the article by lines, or else by pages."""
        if lines:
            self.context.scroll_relative(y=lines, animate=False)
        else:
            self.context.page(pages)

    def show_keys(self, desk: Desk, bound: Mapping[str, Key], *, selecting: bool) -> None:
        """Tell the keys that matter most just now.

        Args:
            desk: What is shown.
            bound: Commands by name, with their keys.
            selecting: Whether text is selected with the mouse.
        """
        close = bound["close"].key if "close" in bound else "Esc"
        if desk.typing == "place":
            keys = [Key("Enter", "Go there", "go_there"), Key(close, "Close", "close")]
        elif desk.typing:
            keys = [Key("Enter", "Keep the hits", "keep_hits"), Key(close, "Clear the search", "close")]
        else:
            told = SELECTED if selecting else _commands(desk)
            keys = [bound[name]._replace(says=says) for name, says in told if name in bound]
        self.footer.show(keys)

    def notify(self, lines: Sequence[str]) -> None:
        """Show lines until they are closed: three at most, the help has all; none close it."""
        self.notice.display = bool(lines)
        more = [f"and {len(lines) - 2} more: ? lists them, Esc closes this"] if len(lines) > 3 else lines[2:]
        self.notice.update("\n".join([*lines[:2], *more]))


def _commands(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Names of the commands that matter most on a desk, and a word for each."""
    if desk.state.pane is Pane.PASSAGES:
        reading = READING if desk.state.only == EVERYTHING else FILTERED
        return HITS if desk.hit_rows.at else reading
    return BESIDE if desk.state.pane is Pane.ARTICLE else LISTED


def _status(desk: Desk) -> tuple[Line, ...]:
    width = desk.size[0]
    if desk.said:
        return chrome.said(desk.said, width)
    if desk.busy:
        return ((Piece(f" {desk.busy}   Esc stops", (Role.STRONG,)),),)
    walked, found = desk.choice.walked, _found(desk)
    return (
        chrome.status(
            desk.look, desk.rows, desk.row, every=walked, found=found, width=width, turned=desk.turned
        ),
    )


def _found(desk: Desk) -> chrome.Found:
    """What the search has found so far."""
    query, hits, there = desk.state.query, desk.hits, desk.hit_rows.at
    sought = not hits.query and folded_query(query) != ""  # and not found yet
    at = state.number_of_hit(desk.state, desk.rows, there)
    return chrome.Found(query, None if sought else hits.count, len(there), at, desk.article)

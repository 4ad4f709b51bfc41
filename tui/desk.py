"""The desk: all that is shown of a comparison, as one value, and the ways to the next. No screen here."""

import os
from dataclasses import dataclass, replace
from typing import NamedTuple

from core.model import Cell, Source
from tui import columns, state
from tui.choice import NO_CHOICE, Choice, Left, leave_out, let_through
from tui.hiding import without
from tui.keeping import kept, reports
from tui.layout import Layout, choose
from tui.look import Look
from tui.rows import NO_ROWS, Listing, Row, cell_in
from tui.search import NO_HITS, Hits, folded_query, goes_on, rows_with_hits, search
from tui.spread import NO_SPREAD, Spread
from tui.state import Pane, View, ViewState

_SEARCHED = 2_000_000
"""Characters up to which a search is done at once: some 5 ms."""
_LEFT = 5000
"""Rows from which on those without some sources are made in a thread: some 0.1 s."""
_COUNTED = 1_000
"""Rows up to which the wording that sources share is counted at once: 0.1 s, behind the first frame."""


class Shared(NamedTuple):
    """How much wording the sources share."""

    matrix: tuple[tuple[float, ...], ...] | None = None
    """Share of the words of each source that each other one has too, 0 to 1; None until it is counted."""
    wires: tuple[tuple[str, ...], ...] = ()
    """IDs of the sources that are one wire text, in groups."""
    asked: bool = False
    """Whether it was asked for."""


class HitRows(NamedTuple):
    """Those of some rows that have a hit of a search."""

    rows: Listing = NO_ROWS
    hits: Hits = NO_HITS
    at: tuple[int, ...] = ()
    """Their indices, rising."""


_BEGIN = ViewState()
_NARROW = Layout(View.READINGS, 1, 0, 0)
_NO_HIT_ROWS = HitRows()
_NOT_COUNTED = Shared()


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """All that is shown of a comparison, where the reader is, and what he is told."""

    state: ViewState = _BEGIN
    """Where the reader is."""
    spread: Spread = NO_SPREAD
    """The comparison; one of no sources until the first is there."""
    size: tuple[int, int] = (0, 0)
    """Columns and lines of the terminal that it is laid out for."""
    plan: Layout = _NARROW
    """What fits."""
    panes: tuple[Pane, ...] = (Pane.PASSAGES,)
    """What the keys that move can act on."""
    choice: Choice = NO_CHOICE
    """The rows."""
    sought: tuple[str, frozenset[str]] = ("", frozenset())
    """The query that was searched for last, and IDs of the sources searched."""
    hits: Hits = NO_HITS
    """What was found."""
    hit_rows: HitRows = _NO_HIT_ROWS
    """In which of the rows that are shown."""
    leads: bool = False
    """Whether the cursor goes to the first hit when they are found."""
    typing: str = ""
    """The field that is open: "query", "place" or none."""
    asked_at: str = ""
    """Key of the row where the reader was when he began to type a search."""
    shared: Shared = _NOT_COUNTED
    """How much wording the sources share."""
    threshold: float = 0.0
    """The one asked for last."""
    busy: str = ""
    """What is under way, in words."""
    said: str = ""
    """Told in passing: until the reader goes on, or for a moment."""
    turned: str = ""
    """Said when the last key went past an end of its walk."""
    problems: tuple[str, ...] = ()
    """What is told with the first comparison."""
    notice: tuple[str, ...] = ()
    """What stood in the notice last."""
    files: frozenset[str] = frozenset()
    """Paths of every article that was read or refused so far, as they are on the disk."""
    pasted: tuple[Source, ...] = ()
    """Texts that the reader pasted and that are not compared yet."""
    written: str = ""
    """Where the comparison was exported to last."""
    saved: frozenset[str] = frozenset()
    """Texts of the sources that were exported."""

    @property
    def ids(self) -> tuple[str, ...]:
        """IDs of the sources; none until there is a comparison."""
        return self.spread.ids

    @property
    def shown(self) -> tuple[str, ...]:
        """IDs of the sources that are not hidden, as they stand."""
        return columns.in_order(self.state, self.spread.ids)

    @property
    def rows(self) -> Listing:
        """The rows that are shown."""
        return self.choice.rows

    @property
    def at(self) -> int:
        """Index of the row under the cursor; -1 for none."""
        return state.position(self.state, self.choice.rows)

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.at] if self.at >= 0 else None

    @property
    def cell(self) -> Cell | None:
        """What the chosen source has in the row under the cursor, or else the first that has it."""
        row = self.row
        return cell_in(row, self.state.source) if row is not None else None

    @property
    def look(self) -> Look:
        """How the rows are shown."""
        now, ids = self.state, self.spread.ids
        return Look(
            self.spread,
            self.plan.view,
            columns.columns_of(now, ids, self.plan.columns),
            now.cursor,
            now.source,
            now.finding,
            now.unfolded,
            self.hits,
            now.marked,
            columns.in_order(now, ids),
            self.shared.wires,
            now.marks,
            self.choice.left,
        )

    @property
    def article(self) -> str:
        """ID of the source whose article alone is shown; empty for none."""
        return self.state.source if self.plan.view is View.SOURCE else ""


def moved(desk: Desk, new: ViewState, made: Left | None = None) -> Desk:
    """The desk with the reader at another state: laid out, its rows chosen, the cursor on one of them.

    Args:
        desk: The desk, of a comparison and a size.
        new: Where the reader wants to be.
        made: The rows without the hidden sources, if they were made in a thread.
    """
    spread = desk.spread
    choice = leave_out(desk.choice, (spread, new.base, new.hidden), made)
    plan = choose(desk.size[0], len(columns.in_order(new, spread.ids)), new.view)
    panes = state.panes_of(plan.view, findings=bool(choice.left.stops), article=plan.context > 0)
    new = state.in_pane(new, panes)
    choice = let_through(choice, new.only, new.source if plan.view is View.SOURCE else "")
    new = columns.slide(state.reconcile(new, choice.rows, choice.every), spread.ids, plan.columns)
    return replace(desk, state=new, plan=plan, panes=panes, choice=choice)


def taken(desk: Desk, spread: Spread) -> Desk:
    """The desk with another comparison; who is one wire text holds while the sources are the same."""
    comparison = spread.comparison
    same = desk.spread.comparison.sources == comparison.sources
    given = [*(source.file for source in comparison.sources), *(problem.file for problem in spread.problems)]
    return replace(
        desk,
        spread=spread,
        shared=Shared(wires=desk.shared.wires if same else ()),
        threshold=comparison.settings.threshold,
        files=desk.files.union(os.fsdecode(file) for file in given if file),
        problems=(),
        busy="",
        pasted=(),
    )


def notice_of(desk: Desk, spread: Spread, *, again: bool) -> tuple[str, ...]:
    """What a reader must know of another comparison; `again` tells whether files were read again for it."""
    head = "Not read again, kept as it was" if again else "Not opened"
    alone = "Only one account is open, so there is nothing to compare it with: s adds another."
    told = (f"{head}: {problem}" for problem in spread.problems)
    return (*desk.problems, *told, *reports(desk.spread, spread), *(alone,) * (len(spread.ids) == 1))


def state_in(desk: Desk, spread: Spread) -> ViewState:
    """The state for another comparison: the reader's place in it."""
    if not desk.ids:
        return replace(desk.state, base=spread.ids[0], source=spread.ids[0])
    return kept(desk.state, desk.row, desk.spread, spread)


def made_ready(desk: Desk, spread: Spread) -> Left | None:
    """Make, still in the thread, what the screen will ask for to show a comparison to a reader who is there.

    Made when it is shown, it froze the screen for a second or two with 50,000 passages.
    """
    if not desk.ids:
        return None
    new = state_in(desk, spread)
    rows = spread.rows(new.base)
    if new.query:
        spread.index()
    if not new.hidden:
        return None
    left = without(rows, spread.comparison, spread.elsewhere, new.hidden)
    return (spread, new.base, new.hidden), left


def leaves_out(desk: Desk, new: ViewState, made: Left | None = None) -> bool:
    """Whether so many rows are to be made without some sources that it is done in a thread.

    Not when they are `made`; rows made for a base that the reader left meanwhile are those of another order.
    """
    asked = (desk.spread, new.base, new.hidden)
    there = asked == desk.choice.asked or (made is not None and made[0] == asked)
    return bool(new.hidden) and not there and len(desk.choice.every) >= _LEFT


def to_count(desk: Desk) -> bool:
    """Whether to count now how much wording the sources share."""
    at_once = len(desk.ids) > 2 and len(desk.choice.every) <= _COUNTED
    return bool(desk.ids) and not desk.shared.asked and (at_once or desk.plan.view is View.OVERVIEW)


def searched(desk: Desk) -> tuple[str, ...]:
    """IDs of the sources that a search goes through: in an article, its own."""
    return (desk.article,) if desk.article else desk.shown


def found_at_once(desk: Desk) -> Hits | None:
    """The hits of what is searched for, where they are found quickly; None where that takes a thread."""
    query, within, spread = folded_query(desk.state.query), searched(desk), desk.spread
    if not query:
        return NO_HITS
    small = sum(map(len, spread.texts.values())) <= _SEARCHED
    if small or goes_on(query, within, desk.hits, spread.index()):
        return search(spread.index(), query, within, desk.hits)
    return None


def with_hits(desk: Desk, hits: Hits) -> Desk:
    """The desk with the hits of a search, and the rows shown that have one."""
    known = desk.hit_rows
    if known.rows is not desk.rows or known.hits is not hits:
        known = HitRows(desk.rows, hits, rows_with_hits(desk.rows, hits))
    return replace(desk, hits=hits, hit_rows=known)


def from_where_asked(desk: Desk) -> ViewState:
    """The state at the row where the reader began to type: one letter more or less starts there anew."""
    at = desk.rows.place(desk.asked_at)
    return state.go(desk.state, desk.rows, at) if at >= 0 else desk.state

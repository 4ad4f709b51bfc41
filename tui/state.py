"""What the reader sees and where, as one frozen value, and the ways from one to the next. No screen here."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from core.model import FindingKind, Wording
from tui.filters import EVERYTHING, Filter
from tui.natures import Show
from tui.rows import Listing

_ALIKE = (Show.ALL, Show.FINDINGS, Show.AGREE, Show.WEAK, Show.MOVED)
"""Ways of filtering that let passages of several sources through."""
_AT_ODDS = (Show.ALL, Show.FINDINGS, Show.WEAK, Show.MOVED)
"""Ways of filtering that let rows with findings through."""


class View(StrEnum):
    """How passages are shown."""

    COLUMNS = "columns"
    READINGS = "readings"
    SOURCE = "source"
    OVERVIEW = "overview"


class Pane(StrEnum):
    """What the keys that move act on."""

    PASSAGES = "passages"
    FINDINGS = "findings"
    """The list of findings."""
    ARTICLE = "article"
    """The article that stands beside the passages."""
    MATRIX = "matrix"
    """The matrix of the overview."""


class Marks(StrEnum):
    """In which rows words are marked that some or one of the sources have."""

    ALIKE = "rows worded alike"
    """Own words where most words are shared: in a row told in other words they would be nearly all."""
    ALL = "all rows"
    NONE = "no row"


@dataclass(frozen=True, slots=True)
class ViewState:
    """Where the reader is and what is shown."""

    base: str = "A"
    """ID of the source whose order leads the rows."""
    source: str = "A"
    """ID of the source under the cursor."""
    cursor: str = ""
    """Key of the row under the cursor."""
    finding: str | None = None
    """ID of the finding the reader went to last, while the cursor stays on its row."""
    view: View | None = None
    """The view the reader chose; None lets the size of the terminal choose."""
    only: Filter = EVERYTHING
    """Which rows are shown."""
    first: int = 0
    """How many of the sources that slide have gone past on the left, in the columns view."""
    unfolded: frozenset[str] = frozenset()
    """Keys of the rows whose long cells are shown whole."""
    query: str = ""
    """What is searched for."""
    marked: frozenset[str] = frozenset()
    """Keys of the rows marked for copying."""
    back: str = ""
    """Key of the row where the reader was before the last jump."""
    home: str = ""
    """Key of the row that the cursor left because it is not shown; it returns when it is shown again."""
    order: tuple[str, ...] = ()
    """IDs of the sources as the reader put them; empty for their own order."""
    hidden: frozenset[str] = frozenset()
    """IDs of the sources that are not shown; never the base or the chosen one."""
    pane: Pane = Pane.PASSAGES
    """What the keys that move act on."""
    marks: Marks = Marks.ALIKE
    """In which rows words are marked."""


def position(state: ViewState, rows: Listing) -> int:
    """Index of the row under the cursor; -1 when it is not among the rows."""
    return rows.place(state.cursor)


def go(state: ViewState, rows: Listing, at: int, *, jump: bool = False) -> ViewState:
    """Put the cursor on the row at an index, or on the nearest one; a jump remembers where it came from."""
    if not rows:
        return replace(state, cursor="", finding=None, home="")
    key = rows[max(0, min(at, len(rows) - 1))].key
    if key == state.cursor:
        return state
    back = state.cursor if jump else state.back
    return replace(state, cursor=key, finding=None, back=back, home="")


def step(state: ViewState, rows: Listing, by: int) -> ViewState:
    """Move the cursor by so many rows."""
    return go(state, rows, max(0, position(state, rows)) + by)


def to_finding(state: ViewState, rows: Listing, by: int) -> ViewState:
    """Go to the next (1) or the previous (-1) finding among the rows; round at the ends.

    On a row that the reader came to otherwise, the walk goes on from its first finding: its number is shown.
    """
    ways = rows.stops
    if not ways:
        return state
    here = max(0, position(state, rows))
    at = rows.number.get(state.finding or "")
    if at is None or ways[at][0] != here:
        at = bisect_left(ways, (here,))
        at -= by > 0 and not (at < len(ways) and ways[at][0] == here)
    row, finding = ways[(at + by) % len(ways)]
    return replace(go(state, rows, row, jump=True), finding=finding)


def place_in_walk(state: ViewState, rows: Listing) -> tuple[int, int]:
    """Row of the cursor and number of the finding there that the reader went to; -1 for none."""
    here, number = position(state, rows), rows.number.get(state.finding or "", -1)
    return here, number if number >= 0 and rows.stops[number][0] == here else -1


def turned(rows: Listing, old: ViewState, new: ViewState, by: int) -> str:
    """What is said when a walk of findings or hits went on from the other end; empty when it did not."""
    before, after = place_in_walk(old, rows), place_in_walk(new, rows)
    if after > before if by > 0 else after < before:
        return ""
    return "again from the first" if by > 0 else "again from the last"


def go_to_finding(state: ViewState, rows: Listing, every: Listing, number: int) -> ViewState:
    """Go to a finding by its number in the walk through every row, from 0; show all rows if they hide it."""
    row, finding = every.stops[number]
    key = every[row].key
    if rows.place(key) < 0:
        state, rows = replace(state, only=Filter(kind=state.only.kind)), every
    return replace(go(state, rows, rows.place(key), jump=True), finding=finding)


def go_to_row(state: ViewState, rows: Listing, every: Listing, key: str) -> ViewState:
    """Go to a row by its key; show all rows if the filter hides it."""
    if rows.place(key) < 0:
        state, rows = replace(state, only=EVERYTHING), every
    return go(state, rows, rows.place(key), jump=True)


def step_finding(state: ViewState, rows: Listing, every: Listing, by: int) -> ViewState:
    """Move so many findings in the list of all; stops at the ends.

    Args:
        state: The state.
        rows: The rows that are shown.
        every: All rows, shown or not.
        by: How many findings; the first step from a row without one goes to the nearest that way.
    """
    stops = every.stops
    if not stops:
        return state
    at = every.number.get(state.finding or "")
    if at is not None:
        number = at + by
    else:
        here = max(0, position(state, every))
        number = bisect_left(stops, (here,)) + by - (by > 0)
    return go_to_finding(state, rows, every, max(0, min(number, len(stops) - 1)))


def reconcile(state: ViewState, rows: Listing, every: Listing) -> ViewState:
    """Keep the cursor on a row that is shown.

    Args:
        state: The state after a change of what is shown.
        rows: The rows that are shown now.
        every: All rows, shown or not.

    Returns:
        The state, its cursor on the same row, or on the next one in order that is shown, or on the last. A
        row that the cursor had to leave gets it back as soon as it is shown again.
    """
    if state.finding is not None and state.finding not in rows.number:
        state = replace(state, finding=None)
    at = rows.place(state.home)
    if at >= 0:
        return go(state, rows, at)
    if position(state, rows) >= 0:
        return state
    home = state.home or state.cursor
    at = rows.after(every[n].key for n in range(max(0, every.place(home)), len(every)))
    return replace(go(state, rows, at if at >= 0 else len(rows) - 1), home=home if rows else "")


def to_source(state: ViewState, sources: Sequence[str], by: int) -> ViewState:
    """Choose the next or the previous source; stops at the ends."""
    at = sources.index(state.source) + by
    return replace(state, source=sources[max(0, min(at, len(sources) - 1))])


def next_view(state: ViewState, now: View, views: Sequence[View]) -> ViewState:
    """Choose the view after the one that is shown now."""
    return replace(state, view=views[(views.index(now) + 1) % len(views)])


def next_marks(state: ViewState) -> ViewState:
    """Mark the words of other rows."""
    ways = list(Marks)
    return replace(state, marks=ways[(ways.index(state.marks) + 1) % len(ways)])


def with_show(only: Filter, show: Show) -> Filter:
    """A filter for this kind of rows; a wording and a kind are let go where they would leave none."""
    wording = only.wording if show in _ALIKE else None
    kind = only.kind if show in _AT_ODDS else None
    return replace(only, show=show, wording=wording, kind=kind)


def with_kind(only: Filter, kind: FindingKind | None) -> Filter:
    """A filter for findings of this kind only, or of every kind."""
    return replace(only, show=only.show if only.show in _AT_ODDS else Show.ALL, kind=kind)


def with_wording(only: Filter, wording: Wording | None) -> Filter:
    """A filter for passages of this wording only, or of every wording."""
    return replace(only, show=only.show if only.show in _ALIKE else Show.ALL, wording=wording)


def panes_of(view: View, *, findings: bool, article: bool) -> tuple[Pane, ...]:
    """The panes that there are.

    Args:
        view: The view that is shown.
        findings: Whether there is a finding to list.
        article: Whether an article stands beside the passages.
    """
    there = {Pane.FINDINGS: findings, Pane.ARTICLE: article, Pane.MATRIX: view is View.OVERVIEW}
    return tuple(pane for pane in Pane if there.get(pane, True))


def in_pane(state: ViewState, panes: Sequence[Pane]) -> ViewState:
    """Let the keys act on the passages when the pane they acted on is there no more."""
    return state if state.pane in panes else replace(state, pane=Pane.PASSAGES)


def next_pane(state: ViewState, panes: Sequence[Pane], by: int = 1) -> ViewState:
    """Let the keys act on the next or the previous of these panes."""
    at = panes.index(state.pane) if state.pane in panes else 0
    return replace(state, pane=panes[(at + by) % len(panes)])


def toggle_within(state: ViewState) -> ViewState:
    """Show only the rows of the chosen source, or of all again."""
    source = None if state.only.source == state.source else state.source
    return replace(state, only=replace(state.only, source=source))


def toggle_mark(state: ViewState) -> ViewState:
    """Mark the passage under the cursor for copying, or unmark it."""
    return replace(state, marked=state.marked ^ {state.cursor}) if state.cursor.startswith("P") else state


def come_from(state: ViewState, key: str) -> ViewState:
    """Remember the row where the reader was before a search led him away from it."""
    return replace(state, back=key) if key and key != state.cursor else state


def to_hit(state: ViewState, rows: Listing, hits: Sequence[int], by: int) -> ViewState:
    """Go to the next (1) or previous (-1) row with a hit, 0 to the first at or after the cursor.

    Args:
        state: The state.
        rows: The rows that are shown.
        hits: Indices of the rows with a hit, rising.
        by: Which way.

    Returns:
        The state; round at the ends.
    """
    if not hits:
        return state
    here = position(state, rows)
    at = bisect_left(hits, here + max(0, by)) - (by < 0)
    return go(state, rows, hits[at % len(hits)], jump=by != 0)


def number_of_hit(state: ViewState, rows: Listing, hits: Sequence[int]) -> int:
    """Which of the rows with a hit, rising, is under the cursor, from 1; 0 for none of them."""
    here = position(state, rows)
    at = bisect_left(hits, here)
    return at + 1 if at < len(hits) and hits[at] == here else 0


def toggle_fold(state: ViewState) -> ViewState:
    """Show the long cells of the row under the cursor whole, or folded again."""
    return replace(state, unfolded=state.unfolded ^ {state.cursor})

"""What the reader sees and where, as one frozen value, and the ways from one to the next. No screen here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from core.model import Finding, FindingKind
from tui.rows import EVERYTHING, Filter, Listing, Show


class View(StrEnum):
    """How passages are shown."""

    COLUMNS = "columns"
    READINGS = "readings"
    SOURCE = "source"
    OVERVIEW = "overview"


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


def position(state: ViewState, rows: Listing) -> int:
    """Index of the row under the cursor; -1 when it is not among the rows."""
    return rows.at.get(state.cursor, -1)


def go(state: ViewState, rows: Listing, at: int, *, jump: bool = False) -> ViewState:
    """Put the cursor on the row at an index, or on the nearest one; a jump remembers where it came from."""
    if not rows:
        return replace(state, cursor="", finding=None)
    key = rows[max(0, min(at, len(rows) - 1))].key
    if key == state.cursor:
        return state
    back = state.cursor if jump else state.back
    return replace(state, cursor=key, finding=None, back=back)


def step(state: ViewState, rows: Listing, by: int) -> ViewState:
    """Move the cursor by so many rows."""
    return go(state, rows, max(0, position(state, rows)) + by)


def to_finding(state: ViewState, rows: Listing, by: int) -> ViewState:
    """Go to the next (1) or the previous (-1) finding among the rows; round at the ends."""
    ways = rows.stops
    if not ways:
        return state
    here = max(0, position(state, rows))
    at = next((n for n, stop in enumerate(ways) if stop == (here, state.finding)), None)
    if at is not None:
        row, finding = ways[(at + by) % len(ways)]
    elif by > 0:
        row, finding = next((s for s in ways if s[0] >= here), ways[0])
    else:
        row, finding = next((s for s in reversed(ways) if s[0] < here), ways[-1])
    return replace(go(state, rows, row, jump=True), finding=finding)


def go_to_finding(state: ViewState, rows: Listing, every: Listing, number: int) -> ViewState:
    """Go to a finding by its number in the walk through every row, from 0; show all rows if they hide it."""
    row, finding = every.stops[number]
    key = every[row].key
    if key not in rows.at:
        state, rows = replace(state, only=EVERYTHING), every
    at = rows.at[key]
    return replace(go(state, rows, at, jump=True), finding=finding)


def reconcile(state: ViewState, rows: Listing, every: Listing) -> ViewState:
    """Keep the cursor on a row that is shown.

    Args:
        state: The state after a change of what is shown.
        rows: The rows that are shown now.
        every: All rows, shown or not.

    Returns:
        The state, its cursor on the same row, or on the next one in order that is shown, or on the last.
    """
    if position(state, rows) >= 0:
        return state
    after = every[every.at.get(state.cursor, 0) :]
    return go(state, rows, next((rows.at[row.key] for row in after if row.key in rows.at), len(rows) - 1))


def to_source(state: ViewState, sources: Sequence[str], by: int) -> ViewState:
    """Choose the next or the previous source; stops at the ends."""
    at = sources.index(state.source) + by
    return replace(state, source=sources[max(0, min(at, len(sources) - 1))])


def choose_source(state: ViewState, sources: Sequence[str], number: int) -> ViewState:
    """Choose a source by its number, from 1; nothing happens when there is none."""
    return replace(state, source=sources[number - 1]) if 0 < number <= len(sources) else state


def slide(state: ViewState, sources: Sequence[str], columns: int) -> ViewState:
    """Bring the chosen source among the columns: the base stays, the others slide.

    Args:
        state: The state.
        sources: IDs of all sources.
        columns: How many columns fit, at least 1.

    Returns:
        The state with the first sliding source set so that the chosen one is in sight.
    """
    others = [s for s in sources if s != state.base]
    room = max(1, columns - 1)
    if state.source not in others:
        return replace(state, first=max(0, min(state.first, len(others) - room)))
    at = others.index(state.source)
    return replace(state, first=max(0, min(max(state.first, at - room + 1), at, max(0, len(others) - room))))


def columns_of(state: ViewState, sources: Sequence[str], columns: int) -> tuple[str, ...]:
    """IDs of the sources that stand in the columns, the base first."""
    others = [s for s in sources if s != state.base]
    return (state.base, *others[state.first : state.first + columns - 1])


def next_view(state: ViewState, now: View, views: Sequence[View]) -> ViewState:
    """Choose the view after the one that is shown now."""
    return replace(state, view=views[(views.index(now) + 1) % len(views)])


def next_show(state: ViewState, shows: Sequence[Show]) -> ViewState:
    """Show the next of these kinds of rows."""
    at = shows.index(state.only.show) if state.only.show in shows else -1
    show = shows[(at + 1) % len(shows)]
    return replace(state, only=replace(state.only, show=show))


def next_kind(state: ViewState, kinds: Sequence[FindingKind]) -> ViewState:
    """Show findings of the next of these kinds only; after the last, of every kind."""
    ways = [None, *kinds]
    at = ways.index(state.only.kind) if state.only.kind in ways else 0
    return replace(state, only=replace(state.only, kind=ways[(at + 1) % len(ways)]))


def toggle_within(state: ViewState) -> ViewState:
    """Show only the rows of the chosen source, or of all again."""
    source = None if state.only.source == state.source else state.source
    return replace(state, only=replace(state.only, source=source))


def toggle_mark(state: ViewState) -> ViewState:
    """Mark the passage under the cursor for copying, or unmark it."""
    return replace(state, marked=state.marked ^ {state.cursor}) if state.cursor.startswith("P") else state


def go_back(state: ViewState, rows: Listing) -> ViewState:
    """Go to where the last jump came from; done twice it returns."""
    at = rows.at.get(state.back)
    return state if at is None else go(state, rows, at, jump=True)


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
    if by < 0:
        at = next((n for n in reversed(hits) if n < here), hits[-1])
    else:
        at = next((n for n in hits if n >= here + by), hits[0])
    return go(state, rows, at, jump=by != 0)


def carrying(state: ViewState, finding: Finding | None, columns: Sequence[str]) -> ViewState:
    """Choose a source that carries a reading of a finding and has no column in sight, if there is one."""
    if finding is None:
        return state
    carriers = [source for reading in finding.readings for source in reading.sources]
    hidden = [source for source in carriers if source not in columns]
    return replace(state, source=hidden[0]) if hidden and state.source not in carriers else state


def toggle_fold(state: ViewState) -> ViewState:
    """Show the long cells of the row under the cursor whole, or folded again."""
    return replace(state, unfolded=state.unfolded ^ {state.cursor})

"""Where each key and click leads from a desk, and what is told of it. No screen here."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from core.model import FindingKind
from tui import columns, state
from tui.desk import Desk, from_where_asked
from tui.filters import Filter, counted, shown_rows, shows_there, wordings_there
from tui.layout import column_at
from tui.natures import Show
from tui.paint import height
from tui.rows import sources_of
from tui.search import first_hit
from tui.state import Pane, View, ViewState
from tui.telling import leads

FAR = 1_000_000
"""Further than any list goes."""
_BRIEF = {Show.FINDINGS: "findings", Show.WEAK: "any weak", Show.ELSEWHERE: "elsewhere"}
"""Filters in a word, where all are told on one line."""
_NO_JUMP = "There is no jump to go back from yet."


class Move(NamedTuple):
    """Where a key leads."""

    state: ViewState
    said: str = ""
    """What is told in passing."""
    turned: str = ""
    """What is told of a walk that went past an end."""


# from passage to passage


def step(desk: Desk, by: int) -> Move:
    """Some passages on; findings or sources, when the keys act on a list of them."""
    now = desk.state
    if now.pane is Pane.FINDINGS:
        return Move(state.step_finding(now, desk.rows, desk.choice.walked, by))
    if now.pane is Pane.MATRIX:
        return source(desk, by)
    return Move(state.step(now, desk.rows, by))


def edge(desk: Desk, by: int) -> Move:
    """The first passage, or the last."""
    if desk.state.pane is not Pane.PASSAGES:
        return step(desk, by * FAR)
    return Move(state.go(desk.state, desk.rows, 0 if by < 0 else len(desk.rows) - 1, jump=True))


def finding(desk: Desk, by: int) -> Move:
    """The next or previous finding; in columns, one of them that carries a reading."""
    if not desk.rows.stops:
        return Move(desk.state, "No conflicting readings are shown.")
    new = state.to_finding(desk.state, desk.rows, by)
    told = state.turned(desk.rows, desk.state, new, by)
    if desk.plan.view is View.COLUMNS and new.finding:
        found = desk.spread.comparison.finding(new.finding)
        new = columns.carrying(new, found, desk.ids, desk.look.columns)
    return Move(new, turned=told)


def hit(desk: Desk, by: int) -> Move:
    """The next or previous passage with a hit, and a source that has it there."""
    hits = desk.hit_rows.at
    if not hits:
        return Move(
            desk.state, "No passage that is shown has a hit." if desk.state.query else "/ searches first."
        )
    new = state.to_hit(desk.state, desk.rows, hits, by)
    row = desk.rows[state.position(new, desk.rows)]
    told = state.turned(desk.rows, desk.state, new, by)
    return Move(replace(new, source=first_hit(row, desk.hits) or new.source), turned=told)


def first_from_where_asked(desk: Desk) -> Move:
    """The first hit from where the search was asked for."""
    return Move(state.to_hit(from_where_asked(desk), desk.rows, desk.hit_rows.at, 0))


def back(desk: Desk) -> Move:
    """Where the last jump came from; done twice it returns. All passages are shown if it is hidden."""
    key = desk.state.back
    if key and key == desk.state.cursor:
        return Move(desk.state, "You are where the last jump came from.")
    if desk.choice.left.place(key) < 0:
        return Move(desk.state, "The row you came from is hidden: X shows all sources." if key else _NO_JUMP)
    return _to_row(desk, desk.state, key)


def follow(desk: Desk) -> Move:
    """The passage that this one points to, for the chosen source first; all are shown if it is hidden."""
    left, row = desk.choice.left, desk.row
    key = next((k for k in leads(desk.look, row) if left.place(k) >= 0), "") if row is not None else ""
    if not key:
        return Move(desk.state, "This passage points to no other one.")
    return _to_row(desk, desk.state, key)


def _to_row(desk: Desk, new: ViewState, key: str) -> Move:
    """A row that is left, by its key; in the view of an article, in one that holds it."""
    left = desk.choice.left
    there = sources_of(left[left.place(key)])
    if desk.article and new.source not in there:
        new = replace(new, source=there[0])
    rows = shown_rows(left, new.only) if desk.article else desk.rows
    found = state.go_to_row(new, rows, left, key)
    return Move(found, "The filter hid it: all passages are shown." if found.only != new.only else "")


def to_place(desk: Desk, told: str) -> Move:
    """A passage or a paragraph by its number; all passages are shown if a filter hides it."""
    left = desk.choice.left
    key, source = desk.spread.named(told)
    if left.place(key) < 0:
        return Move(desk.state, "There is no such passage here: type 12, or B7 for a paragraph.")
    return _to_row(desk, replace(desk.state, source=source or desk.state.source), key)


# to a pane and to a source


def pane(desk: Desk, by: int) -> Move:
    """The next or previous pane; in the list of findings, the one at the cursor."""
    new = state.next_pane(desk.state, desk.panes, by)
    if new.pane is Pane.FINDINGS and new.finding is None and desk.row is not None:
        new = replace(new, finding=desk.rows.met(desk.at))
    if new.pane is Pane.FINDINGS and new.finding is None:
        new = state.step_finding(new, desk.rows, desk.choice.walked, 1)
    alone = len(desk.panes) == 1
    return Move(new, "No other pane here: no findings to list, no article beside the passages." * alone)


def to_passages(desk: Desk) -> Move:
    """The keys act on the passages again."""
    return Move(replace(desk.state, pane=Pane.PASSAGES))


def source(desk: Desk, by: int) -> Move:
    """The next or previous source."""
    return Move(state.to_source(desk.state, desk.shown, by))


def number(desk: Desk, number: int) -> Move:
    """A source by its number."""
    ids = desk.ids
    if number > len(ids):
        return Move(desk.state, f"There are {len(ids)} sources." if len(ids) > 1 else "There is one source.")
    return choose(desk, ids[number - 1])


def choose(desk: Desk, source: str) -> Move:
    """A source by its ID."""
    if source in desk.state.hidden:
        return Move(desk.state, f"{source} is hidden: X shows all sources.")
    return Move(replace(desk.state, source=source))


def to_teller(desk: Desk, by: int = 0) -> Move:
    """A source so far on, of those that have the passage."""
    own = sources_of(desk.row) if desk.row is not None else ()
    there = [i for i in desk.shown if i in own]
    if not there:
        return Move(desk.state)
    new = desk.state if desk.state.source in there else replace(desk.state, source=there[0])
    return Move(state.to_source(new, there, by))


# what is shown


def show(desk: Desk, show: str) -> Move:
    """The next kind of rows there is, or this one."""
    there, only = shows_there(desk.choice.left), desk.state.only
    if show and show not in there:
        return Move(desk.state, f"Nothing to show: {show}.")
    ways = {_BRIEF.get(way, way.value): state.with_show(only, way) for way in there}
    return _through(desk, ways, only, state.with_show(only, Show(show)) if show else None)


def kind(desk: Desk) -> Move:
    """Findings of one kind; after the last, of every kind."""
    kinds = [kind for kind in FindingKind if desk.choice.left.kinds[kind]]
    if not kinds:
        return Move(desk.state, "No conflicting readings are shown.")
    only = desk.state.only
    ways = {kind.value if kind else "all": state.with_kind(only, kind) for kind in (None, *kinds)}
    return _through(desk, ways, state.with_kind(only, only.kind), findings=True)


def wording(desk: Desk) -> Move:
    """Passages of one wording; after the last, of every wording."""
    there = wordings_there(desk.choice.left)
    if not there:
        return Move(desk.state, "No two sources tell the same here.")
    only = desk.state.only
    ways = {way.value if way else "all": state.with_wording(only, way) for way in (None, *there)}
    return _through(desk, ways, state.with_wording(only, only.wording))


def _through(
    desk: Desk, ways: Mapping[str, Filter], now: Filter, to: Filter | None = None, *, findings: bool = False
) -> Move:
    """The filter after the present one, of those a key goes through, or this one.

    All that leave something are told, with how many passages or findings, that one in brackets. The first
    stays in any case.
    """
    left, (first, *_) = desk.choice.left, ways.values()
    counts = {name: counted(left, only, desk.article, findings=findings) for name, only in ways.items()}
    there = {name: only for name, only in ways.items() if counts[name] or only in (first, to)}
    order = [*there.values()]
    to = to or order[(order.index(now) + 1) % len(order) if now in order else 0]
    told = [f"{name}\u00a0{counts[name]}" for name in there]
    told[order.index(to)] = f"[{told[order.index(to)]}]"
    lines = [between.join(told) for between in (" · ", " ")]
    lines.insert(0, f"{'findings' if findings else 'passages'}: {lines[0]}")
    said = next((line for line in lines if len(line) + 2 <= desk.size[0]), lines[-1])
    return Move(replace(desk.state, only=to), said)


def marks(desk: Desk) -> Move:
    """Own words underlined in other rows."""
    new = state.next_marks(desk.state)
    return Move(new, f"Own words are underlined in {new.marks.value}.")


def within(desk: Desk) -> Move:
    """The rows of the chosen source, or of all again."""
    return Move(state.toggle_within(desk.state))


def mark(desk: Desk) -> Move:
    """The passage marked for copying, or unmarked."""
    return Move(state.toggle_mark(desk.state))


def view(desk: Desk) -> Move:
    """The next view."""
    return Move(state.next_view(desk.state, desk.plan.view, tuple(View)))


def base(desk: Desk) -> Move:
    """The chosen source leads the rows."""
    was, new = desk.state.base, desk.state.source
    said = f"{was} is the base already: the rows stand in its order." if was == new else ""
    return Move(replace(desk.state, base=new, first=0), said)


def hide(desk: Desk) -> Move:
    """The chosen source is hidden."""
    old = desk.state
    new = columns.hide(old, desk.ids)
    if new.hidden != old.hidden:
        return Move(new, f"{old.source} is hidden: X shows all sources.")
    if old.source == old.base:
        return Move(
            new, f"{old.base} is the base and stays: choose another source, or make one the base (B)."
        )
    return Move(new, "Two sources stay in sight.")


def show_all(desk: Desk, *, leaving: bool) -> Move:
    """All sources are shown, in their own order; `leaving` tells whether one was about to be hidden."""
    changed = leaving or desk.state.hidden or desk.state.order
    said = "All sources are shown." if changed else "No source is hidden or moved."
    return Move(columns.show_all(desk.state), said)


def fold(desk: Desk, width: int) -> Move | None:
    """The row under the cursor, of `width` cells, unfolded or folded; None where that changes nothing."""
    row, look = desk.row, desk.look
    if row is None:
        return None
    other = replace(look, unfolded=look.unfolded ^ {row.key})
    same = row.passage is not None and height(look, row, width) == height(other, row, width)
    return None if same else Move(state.toggle_fold(desk.state))


def among_sources(desk: Desk, by: int) -> Move:
    """The chosen source changes places with its neighbour."""
    old = desk.state
    new = columns.move(old, desk.ids, by)
    if old.source == old.base or (new == old and by < 0):
        return Move(new, f"{old.base} is the base and stays first.")
    return Move(new, f"{old.source} stands last already." if new == old else "")


# clicks


def listed_finding(desk: Desk, number: int) -> Move:
    """A finding that was clicked in the list, which closes where it lies over the passages."""
    new = state.go_to_finding(desk.state, desk.rows, desk.choice.walked, number)
    return Move(new if desk.plan.rail else replace(new, pane=Pane.PASSAGES))


def to_row(desk: Desk, row: int, cell: int, width: int, place: tuple[str, int] | None) -> Move:
    """A row that was clicked, and the source whose column or text was.

    Args:
        desk: The desk.
        row: Its index.
        cell: The cell of the line that was clicked, of `width` cells.
        width: Cells of the rows.
        place: ID of the source whose text is nearest on the line, and the character; None for none.
    """
    new = replace(state.go(desk.state, desk.rows, row), pane=Pane.PASSAGES)
    if desk.plan.view is View.COLUMNS:
        shown = desk.look.columns
        return Move(replace(new, source=shown[column_at(width, len(shown), cell)]))
    return Move(replace(new, source=place[0]) if place else new)


def to_words(desk: Desk, place: tuple[str, int]) -> Move:
    """The passage that holds a character of a source, if it is shown."""
    at = desk.rows.place(desk.spread.key_at(*place) or "")
    return jump(desk, at) if at >= 0 else Move(desk.state)


def jump(desk: Desk, row: int) -> Move:
    """A row from afar, by its index."""
    return Move(state.go(desk.state, desk.rows, row, jump=True))

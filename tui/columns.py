"""Which sources are shown, in which order, and which of them stand in the columns. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from core.model import Finding
from tui.state import ViewState


def in_order(state: ViewState, ids: Sequence[str]) -> tuple[str, ...]:
    """IDs of the sources that are not hidden: the base, then the others as the reader put them."""
    others = (i for i in state.order or ids if i != state.base and i not in state.hidden)
    return (state.base, *others)


def among(state: ViewState, ids: Sequence[str]) -> ViewState:
    """The state for sources that are there: the base is shown, and so is the chosen one."""
    base = state.base if state.base in ids else ids[0]
    hidden = state.hidden.intersection(ids) - {base}
    there = state.source in ids and state.source not in hidden
    source = state.source if there else base
    if (base, hidden, source) == (state.base, state.hidden, state.source):
        return state
    return replace(state, base=base, hidden=hidden, source=source)


def hide(state: ViewState, ids: Sequence[str]) -> ViewState:
    """Hide the chosen source and choose its neighbour; the base stays, and one other source."""
    shown = in_order(state, ids)
    if state.source == state.base or len(shown) < 3:
        return state
    at = shown.index(state.source)
    neighbour = shown[at + 1] if at + 1 < len(shown) else shown[at - 1]
    only = replace(state.only, source=None) if state.only.source == state.source else state.only
    return replace(state, hidden=state.hidden | {state.source}, source=neighbour, only=only)


def show_all(state: ViewState) -> ViewState:
    """Show every source, in its own order again."""
    return replace(state, hidden=frozenset(), order=())


def move(state: ViewState, ids: Sequence[str], by: int) -> ViewState:
    """Let the chosen source change places with its neighbour; the base stays first."""
    shown = in_order(state, ids)
    at = shown.index(state.source)
    if at == 0 or not 0 < at + by < len(shown):
        return state
    order = list(state.order or ids)
    one, other = order.index(state.source), order.index(shown[at + by])
    order[one], order[other] = order[other], order[one]
    return replace(state, order=tuple(order))


def slide(state: ViewState, ids: Sequence[str], columns: int) -> ViewState:
    """Bring the chosen source among the columns: the base stays, the others slide.

    Args:
        state: The state.
        ids: IDs of all sources.
        columns: How many columns fit, at least 1.

    Returns:
        The state with the first sliding source set so that the chosen one is in sight.
    """
    _, *others = in_order(state, ids)
    room = max(1, columns - 1)
    if state.source not in others:
        return replace(state, first=max(0, min(state.first, len(others) - room)))
    at = others.index(state.source)
    return replace(state, first=max(0, min(max(state.first, at - room + 1), at, max(0, len(others) - room))))


def columns_of(state: ViewState, ids: Sequence[str], columns: int) -> tuple[str, ...]:
    """IDs of the sources that stand in the columns, the base first; a column alone is the chosen source's."""
    if columns == 1:
        return (state.source,)
    base, *others = in_order(state, ids)
    return (base, *others[state.first : state.first + columns - 1])


def carrying(
    state: ViewState, finding: Finding | None, ids: Sequence[str], columns: Sequence[str]
) -> ViewState:
    """Choose a source that carries a reading of a finding and has no column in sight, if there is one."""
    if finding is None:
        return state
    carriers = [source for reading in finding.readings for source in reading.sources]
    shown = in_order(state, ids)
    beyond = [source for source in carriers if source in shown and source not in columns]
    return replace(state, source=beyond[0]) if beyond and state.source not in carriers else state

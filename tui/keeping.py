"""The reader's place, kept from one comparison to the next: which source is which, where words went. Pure."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from core.model import Cell, Passage, Source
from core.read import REPORT
from tui.rows import Row
from tui.spread import Spread
from tui.state import ViewState

_TOLD = 3
"""Sources up to which it is told what was changed in each that was read again."""


def kept(state: ViewState, row: Row | None, old: Spread, new: Spread) -> ViewState:
    """The state for a comparison that takes the place of another.

    Args:
        state: Where the reader was.
        row: The row under the cursor; None when there is none.
        old: The comparison that was shown.
        new: The one to be shown.

    Returns:
        The state with the cursor on the passage that holds the same words, or the nearest place when they
        are gone; marks and folds stay with their words, hidden and moved sources stay so.
    """
    now = followed(old.comparison.sources, new.comparison.sources)
    base = now.get(state.base, new.ids[0])
    source = now.get(state.source, base)
    passages = {p.id: p for p in old.comparison.passages}

    def key(name: str) -> str | None:
        return _key(passages[name], state.source, now, old, new) if name in passages else None

    order = [now[i] for i in state.order if i in now]
    return replace(
        state,
        base=base,
        source=source,
        cursor=_cursor(row, state, now, old, new),
        finding=None,
        only=replace(state.only, source=now.get(state.only.source or "")),
        unfolded=frozenset(filter(None, map(key, state.unfolded))),
        marked=frozenset(filter(None, map(key, state.marked))),
        back=key(state.back) or "",
        home=key(state.home) or "",
        order=(*order, *(i for i in new.ids if i not in order)) if order else (),
        hidden=frozenset(now[i] for i in state.hidden if i in now) - {base, source},
    )


def changes(old: Spread, new: Spread) -> str:
    """What became of the sources, in a sentence; empty when they are as they were."""
    now = followed(old.comparison.sources, new.comparison.sources)
    again = [(a, b) for a, b in now.items() if old.texts[a] != new.texts[b]]
    if len(again) <= _TOLD:
        read = ", ".join(f"{b}{_counted(old, a, new, b)}" for a, b in again)
    else:
        read = " ".join(b for _, b in again)
    became = (
        ("Read again", read),
        ("Removed", " ".join(a for a in old.ids if a not in now)),
        ("Added", " ".join(b for b in new.ids if b not in now.values())),
    )
    told = [f"{what}: {ids}." for what, ids in became if ids]
    moved = [a for a in old.ids if now.get(a, a) != a]
    if moved:  # those after one that was removed
        ends = dict.fromkeys((moved[0], moved[-1]))
        told.append(
            f"{'-'.join(ends)} {'are' if len(ends) > 1 else 'is'} {'-'.join(now[a] for a in ends)} now."
        )
    gone = [s for s in old.comparison.sources if s.id not in now and s.file]
    if gone:
        told.append(f"s, a adds again: {', '.join(str(source.origin) for source in gone)}")
    return " ".join(told)


def _counted(old: Spread, a: str, new: Spread, b: str) -> str:
    """How many paragraphs of a source are others now; empty when they stand otherwise only."""
    before, after = (
        Counter(spread.texts[i][p.start : p.end] for p in spread.comparison.source(i).paragraphs)
        for spread, i in ((old, a), (new, b))
    )
    gone, come = (before - after).total(), (after - before).total()
    changed = min(gone, come)
    counts = ((changed, "changed"), (come - changed, "added"), (gone - changed, "removed"))
    told = ", ".join(f"{n} {what}" for n, what in counts if n)
    return f" (paragraphs: {told})" if told else ""


def reports(old: Spread, new: Spread) -> list[str]:
    """What is to be told of sources that are reports of ours, named by the reader; once."""
    known = {warning for source in old.comparison.sources for warning in source.warnings}
    return [
        warning
        for source in new.comparison.sources
        for warning in source.warnings
        if warning.endswith(REPORT) and warning not in known
    ]


def followed(old: Sequence[Source], new: Sequence[Source]) -> dict[str, str]:
    """The new ID of each source that is still there: of the same words and origin, else of either."""
    ways: tuple[Callable[[Source, Source], bool], ...] = (
        lambda a, b: a.text == b.text and a.origin == b.origin,
        lambda a, b: a.text == b.text,
        lambda a, b: a.origin is not None and a.origin == b.origin,
    )
    found: dict[str, str] = {}
    for alike in ways:
        for source in old:
            free = (s for s in new if s.id not in found.values() and alike(source, s))
            match = next(free, None) if source.id not in found else None
            if match is not None:
                found[source.id] = match.id
    return found


def moved_to(old: str, new: str, start: int, end: int) -> int:
    """Where words of a text stand in a later version of it.

    Args:
        old: The text as it was.
        new: The text as it is.
        start: First character of the words.
        end: One past their last.

    Returns:
        Their place in the new text; when they are there more than once the nearest, when they are gone a
        place beside which they stood.
    """
    if old == new:
        return start
    ahead = _alike(old, new)
    if end <= ahead:
        return start
    behind = _alike(old[::-1], new[::-1])
    if start >= len(old) - behind:
        return start + len(new) - len(old)
    words, near = old[start:end], min(start, len(new))
    there = [at for at in (new.rfind(words, 0, near + len(words)), new.find(words, near)) if at >= 0]
    return min(there, key=lambda at: abs(at - near)) if there else max(0, min(near, len(new) - 1))


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle - 1)
    return low


def _cursor(row: Row | None, state: ViewState, now: dict[str, str], old: Spread, new: Spread) -> str:
    if row is None:
        return ""
    if row.passage is not None:
        found = _key(row.passage, state.source, now, old, new)
        places = _places(row.passage.cells, state.source, now, old, new)
        return found or next((new.nearest(source, at) for source, at, _ in places), "")
    if row.source not in now or row.paragraph is None:
        return ""
    source, p = now[row.source], row.paragraph
    at = moved_to(old.texts[row.source], new.texts[source], p.start, p.end)
    own = [q for q in new.comparison.source(source).paragraphs if q.start <= at]
    return f"{source}¶{own[-1].index + 1}" if own and own[-1].reason else new.nearest(source, at)


def _key(passage: Passage, first: str, now: dict[str, str], old: Spread, new: Spread) -> str | None:
    """ID of the new passage that holds the words of a cell of an old one; None when all are gone."""
    places = _places(passage.cells, first, now, old, new)
    return next((new.nearest(source, at) for source, at, same in places if same), None)


def _places(
    cells: Sequence[Cell], first: str, now: dict[str, str], old: Spread, new: Spread
) -> Iterator[tuple[str, int, bool]]:
    """Where the words of cells stand now: source, character, whether they are still there; `first` first."""
    for cell in sorted(cells, key=lambda c: c.source != first):
        if cell.source in now:
            source = now[cell.source]
            before, after = old.texts[cell.source], new.texts[source]
            at = moved_to(before, after, cell.start, cell.end)
            yield source, at, after.startswith(before[cell.start : cell.end], at)

"""The lines around the list: title and counts, the sources, where the reader is, the keys. Pure."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple

from core.model import Comparison, Source, Status
from tui.cells import cut, display, width_of
from tui.ink import Line, Piece, Role, fill, line_width
from tui.layout import EDGE, column_places
from tui.look import Look
from tui.rows import Listing, Row, Show
from tui.state import View, ViewState

_NAMED = 10
"""Cells below which a name in the legend tells nothing: the letters stand alone then."""


class Key(NamedTuple):
    """An entry of the footer."""

    key: str
    """The key as it is written."""
    says: str
    """What it does, in a word."""
    action: str
    """The action it runs."""


class Found(NamedTuple):
    """What the search found."""

    query: str
    hits: int
    rows: int


def name_of(source: Source) -> str:
    """What a source is called: its outlet, else the name of its file; and its title."""
    name = source.outlet or _file_name(source.origin or "")
    return display(": ".join(part for part in (name, source.title) if part) or "untitled")


def _file_name(path: str) -> str:
    """The name of a file without its ending; empty when it is a number or a checksum rather than a name."""
    stem = PurePath(path).stem
    return stem if sum(map(str.isalpha, stem)) > sum(map(str.isdigit, stem)) else ""


def masthead(comparison: Comparison, look: Look, width: int) -> Line:
    """Title and counts: as much of the counts as fits beside a title of some length."""
    title = display(comparison.source(look.columns[0]).title or "untitled")
    counts = next((c for c in _counts(comparison, look) if line_width(c) <= width - 32), ())
    room = max(0, width - line_width(counts) - 4)
    left = (Piece(" " + cut(title, room), (Role.STRONG,)),)
    return fill((*fill(left, width - line_width(counts) - 1), *counts), width)


def _counts(comparison: Comparison, look: Look) -> list[Line]:
    by = look.spread.counts
    signs = look.signs
    told = (
        Piece(f"{signs.agree} {by[Status.AGREE]} agree", (Role.AGREE,)),
        Piece("  "),
        Piece(f"{signs.diverge} {by[Status.DIVERGE]} diverge", (Role.DIVERGE,)),
        Piece("  "),
        Piece(f"{by[Status.ONLY]} in one only", (Role.ONLY,)),
    )
    sources = Piece(f"{len(comparison.sources)} sources  ")
    passages = Piece(f"{len(comparison.passages)} passages  ")
    return [(sources, passages, *told), (sources, *told), told]


def legend(comparison: Comparison, look: Look, width: int, rail: int) -> Line:
    """The sources: above their columns where there are columns, else one after the other."""
    if look.view is View.COLUMNS:
        return fill(_heads(comparison, look, width - rail - EDGE), width)
    room = (width - 1) // len(comparison.sources) - 2
    if room < _NAMED:
        return _letters(comparison, look, width)
    line: list[Piece] = [Piece(" ")]
    for source in comparison.sources:
        text, role = _entry(look, source, room)
        line += [Piece(text, role), Piece("  ")]
    return fill(line, width)


def _letters(comparison: Comparison, look: Look, width: int) -> Line:
    """The letters of many sources, and the whole name of the chosen one."""
    line: list[Piece] = [Piece(" ")]
    for source in comparison.sources:
        base = "*" if source.id == look.columns[0] else ""
        chosen = source.id == look.source
        line += [Piece(source.id + base, (Role.CHOSEN if chosen else Role.STRONG,)), Piece(" ")]
    room = max(0, width - line_width(line) - 3)
    name = cut(f"{look.source}: {name_of(comparison.source(look.source))}", room)
    return fill((*line, Piece("  "), Piece(name, (Role.MUTED,))), width)


def _heads(comparison: Comparison, look: Look, width: int) -> Line:
    line: Line = ()
    for source, (left, wide) in zip(look.columns, column_places(width, len(look.columns)), strict=False):
        text, role = _entry(look, comparison.source(source), wide)
        line = (*fill(line, left), Piece(text, role))
    return fill(line, width)


def _entry(look: Look, source: Source, room: int) -> tuple[str, tuple[Role, ...]]:
    base = "*" if source.id == look.columns[0] else ""
    roles = (Role.CHOSEN,) if source.id == look.source else (Role.STRONG,)
    return cut(f"{source.id}{base} {name_of(source)}", room), roles


def rule(look: Look, rows: Listing, width: int, rail: int) -> Line:
    """The line under the legend: names the sources whose columns are not in sight, and the findings list."""
    sign = look.signs.rule
    left = width - rail
    hidden = [i for i in look.spread.ids if i not in look.columns]
    note = f" more columns: {' '.join(hidden)}  (h l) " if look.view is View.COLUMNS and hidden else ""
    note = cut(note, left)
    line = sign * (left - width_of(note)) + note
    if rail:
        found = len(rows.stops)
        head = cut(f" {found} finding{'s' * (found != 1)} ", rail - 2)
        line += sign * 2 + head + sign * (rail - 2 - width_of(head))
    return (Piece(line, (Role.MUTED,)),)


def status(  # noqa: PLR0913 - one line tells of all of them
    look: Look, state: ViewState, rows: Listing, row: Row | None, *, found: Found, width: int
) -> Line:
    """Where the reader is: passage, finding, paragraphs; the search; and what is shown."""
    comparison = look.spread.comparison
    right = f"{_filter(state, rows, comparison)}  match {comparison.settings.threshold:.0f}+ "
    left = " nothing to show: f shows other passages" if row is None else " " + _where(look, rows, row)
    if found.query:
        hits = f"{found.hits} hit{'s' * (found.hits != 1)} in {found.rows} passage{'s' * (found.rows != 1)}"
        left = f" {row.key if row else ''}  “{display(found.query)}”: {hits}, n and N walk them"
    left = cut(left, max(0, width - width_of(right) - 2))
    return fill((*fill((Piece(left),), width - width_of(right)), Piece(right, (Role.MUTED,))), width)


def _filter(state: ViewState, rows: Listing, comparison: Comparison) -> str:
    only = state.only
    parts = [only.show.value if only.show is not Show.ALL or not (only.kind or only.source) else ""]
    parts += [only.kind.value if only.kind else "", f"in {only.source}" if only.source else ""]
    told = ", ".join(p for p in parts if p)
    if only.show is Show.LEFT_OUT:
        return f"show: {told} ({len(rows)})"
    return f"show: {told}" + ("" if told == "all" else f" ({rows.passages} of {len(comparison.passages)})")


def _where(look: Look, rows: Listing, row: Row) -> str:
    if row.passage is None:
        return f"{row.source} ¶{row.paragraph.index + 1 if row.paragraph else 0}, left out of the comparison"
    parts = [row.key]
    shown = look.finding or (row.findings[0].id if row.findings else None)
    if shown:
        parts.append(f"finding {rows.number[shown] + 1} of {len(rows.stops)}")
    places = [f"{c.source} ¶{c.paragraph + 1}" for c in row.passage.cells]
    score = look.spread.strengths.get(row.key)
    told = [f"score {score:.0f}"] if score is not None else []
    return "  ".join([*parts, ", ".join(places), *told])


def footer(keys: Sequence[Key], width: int) -> tuple[tuple[Key, int, int], ...]:
    """Choose and place the keys that fit, whole; the last two are the first to be kept.

    Args:
        keys: What could be shown, in order of worth; help and quit last.
        width: Cells of the line.

    Returns:
        Each key that is shown, its first cell and one past its last.
    """
    widths = [width_of(f"{k.key} {k.says}") for k in keys]
    kept = list(range(len(keys)))
    while kept and 1 + sum(widths[n] + 2 for n in kept) - 2 > width:
        kept.pop(-3 if len(kept) > 2 else 0)
    placed = []
    left = 1
    for n in kept:
        placed.append((keys[n], left, left + widths[n]))
        left += widths[n] + 2
    return tuple(placed)


def footer_line(keys: Sequence[Key], width: int) -> Line:
    """The footer as a line."""
    line: Line = ()
    for key, left, _ in footer(keys, width):
        line = (*fill(line, left), Piece(key.key, (Role.KEY,)), Piece(f" {key.says}", (Role.MUTED,)))
    return fill(line, width)

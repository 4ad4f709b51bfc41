"""The overview's panel: how much wording each pair of sources shares, and the findings by kind. Pure."""

from collections.abc import Sequence

from core.clusters import COPIED, clusters
from core.model import FindingKind
from tui.cells import cut, width_of
from tui.index import Index
from tui.ink import Line, Piece, Role, fill
from tui.look import Look
from tui.naming import name_of, short_names
from tui.rows import Listing
from tui.signs import Sign

HEAT = (Role.HEAT0, Role.HEAT1, Role.HEAT2, Role.HEAT3, Role.HEAT4)
"""Grounds of the matrix, from none to all of the wording shared."""
_STEPS = (0.02, 0.1, 0.25, 0.5)
"""Shares at which the ground changes: reports share a few per cent, rewritten wire text half,
which is bold besides: 256 colours have one ground for the two that share most."""
_FIGURE = 4
"""Cells of a figure of the matrix."""
_HEADS = ("% of its words shared with", "% of words shared", "% shared")
"""What the matrix says, the longest that fits."""
_LEAST = 5
"""Lines of the matrix that stay where copies are told: its head, three sources, and how many more."""


def heat(share: float) -> Role:
    """The ground for a share of wording, 0 to 1."""
    return HEAT[sum(share >= step for step in _STEPS)]


def panel(  # noqa: PLR0913 - what it shows, and its size
    look: Look,
    every: Listing,
    matrix: Sequence[Sequence[float]] | None,
    width: int,
    height: int,
    *,
    focused: bool = False,
) -> tuple[Line, ...]:
    """Draw the panel.

    Args:
        look: How things are shown.
        every: All rows: whose findings to count.
        matrix: Share of the words of source i that source j has too, 0 to 1; None while it is being counted.
        width: Cells of a line.
        height: Most lines.
        focused: Whether the keys that move act on it.

    Returns:
        At most `height` lines, each `width` cells.
    """
    kinds = _kinds(every)
    at = look.shown.index(look.source) + 1 if look.source in look.shown else 1
    fit = max(1, (width - 12) // _FIGURE)
    first = max(0, min(at - 1 - fit // 2, len(look.shown) - fit))
    columns = look.shown[first : first + fit]
    figures = _FIGURE * len(columns)
    name = max(8, min(30, width - figures - 4 - (24 if width >= figures + 40 else 0)))
    lines = _table(look, columns, matrix, name, focused=focused)
    beside = max(len(lines), len(kinds))
    lines += [()] * (beside - len(lines))
    left = name + figures + 4
    whole = [
        (*fill(line, left), *(kinds[n] if n < len(kinds) else ())) if width >= left + 18 else line
        for n, line in enumerate(lines)
    ]
    copied = _copied(look, matrix, width)[: max(0, height - _LEAST)]
    return tuple(fill(line, width) for line in (*_in_sight(whole, at, height - len(copied)), *copied))


def _table(
    look: Look,
    columns: Sequence[str],
    matrix: Sequence[Sequence[float]] | None,
    name: int,
    *,
    focused: bool,
) -> list[Line]:
    """The matrix: a head, and a line for each source, its name in so many cells."""
    sources = [look.spread.comparison.source(i) for i in look.shown]
    head = next((said for said in _HEADS if len(said) <= name), _HEADS[-1])
    more = f" {Sign.MORE}" if len(columns) < len(sources) else ""
    lines: list[Line] = [
        (
            Piece(f" {head:<{name}}", (Role.CHOSEN if focused else Role.MUTED,)),
            *(Piece(f"{source:>{_FIGURE}}", (Role.STRONG,)) for source in columns),
            Piece(more, (Role.MUTED,)),
        )
    ]
    names = short_names([name_of(source) for source in sources], name - 3)
    places = [look.spread.ids.index(source) for source in columns]
    for source, short in zip(sources, names, strict=True):
        i = look.spread.ids.index(source.id)
        text = cut(f"{source.id} {short}", name)
        role = Role.CHOSEN if source.id == look.source else Role.STRONG
        label = (Piece(" "), Piece(text, (role,), source.id), Piece(" " * (name - width_of(text))))
        lines.append((*label, *(_figure(matrix, i, j) for j in places)))
    return lines


def _copied(look: Look, matrix: Sequence[Sequence[float]] | None, width: int) -> list[Line]:
    """A line that names the sources that are one wire text; none when there are none."""
    places = [look.spread.ids.index(source) for source in look.shown]
    shared = [[matrix[i][j] for j in places] for i in places] if matrix else []
    groups = clusters(look.shown, shared) if matrix else ()
    said = f" one wire text, {COPIED:.0%} or more shared: "
    told = cut(" / ".join(" ".join(group) for group in groups), max(0, width - len(said)))
    return [(Piece(said, (Role.MUTED,)), Piece(told, (Role.STRONG,)))] if groups else []


def _in_sight(lines: list[Line], at: int, height: int) -> list[Line]:
    """The head, and as many of the lines below it as there is room for, the one at `at` among them."""
    missing = len(lines) - height
    if missing <= 0 or height < 3:
        return lines[:height]
    room = height - 2
    first = max(1, min(at - room // 2, len(lines) - room))
    more = (Piece(f" {missing + 1} more: h and l reach them, a taller terminal shows all", (Role.MUTED,)),)
    return [lines[0], *lines[first : first + room], more]


def _figure(matrix: Sequence[Sequence[float]] | None, i: int, j: int) -> Piece:
    if i == j:
        return Piece(f"{'-':>{_FIGURE}}", (Role.MUTED,))
    if matrix is None:
        return Piece(f"{Sign.MORE:>{_FIGURE}}", (Role.MUTED,))
    return Piece(f"{matrix[i][j] * 100:>{_FIGURE}.0f}", (heat(matrix[i][j]),))


def _kinds(every: Listing) -> list[Line]:
    """The findings by kind."""
    counts, all_ = every.kinds, len(every.stops)
    lines: list[Line] = [(Piece(f"{all_} findings" if all_ != 1 else "1 finding", (Role.STRONG,)),)]
    found = (kind for kind in FindingKind if counts[kind])
    lines.extend((Piece(f"{counts[kind]:>3} ", (Role.DIVERGE,)), Piece(kind.value)) for kind in found)
    return lines


def strip(rows: Listing, index: Index, cursor: int, lines: int) -> tuple[Line, ...]:
    """The strip at the edge: the gravest status in each slice of the whole, and where the reader is.

    Args:
        rows: The rows that are shown.
        index: Where they stand.
        cursor: Index of the row under the cursor; -1 for none.
        lines: Lines of the strip.

    Returns:
        `lines` lines of one cell.
    """
    drawn: list[Line] = []
    for n in range(lines if rows and index.rows == len(rows) else 0):
        first = index.row_at(n * index.total // lines)
        last = index.row_at(max(n * index.total // lines, (n + 1) * index.total // lines - 1))
        seen = rows.gravity[first : last + 1]
        role = next(role for gravity, role in _GRAVITY if gravity in seen)
        here = first <= cursor <= last
        drawn.append((Piece(Sign.HERE if here else Sign.STRIP, (role,)),))
    return tuple(drawn)


_GRAVITY = ((3, Role.DIVERGE), (2, Role.ONLY), (1, Role.AGREE), (0, Role.NOISE))
"""The role for each gravity of a row, the gravest first."""

"""Lines made of pieces, each piece with the roles that colour it. The themes say how these look."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from tui.cells import cut, size, width_of


class Role(StrEnum):
    """What a piece of a line is."""

    MUTED = "muted"
    """Helps, but is not what one reads."""
    STRONG = "strong"
    """To be seen first among its neighbours."""
    AGREE = "agree"
    """Header of a passage whose sources agree."""
    DIVERGE = "diverge"
    """Header of a passage with a finding."""
    ONLY = "only"
    """Header of a passage of one source."""
    PARTIAL = "partial"
    """Words that some of the sources have."""
    OWN = "own"
    """Words that one source alone has."""
    CONFLICT = "conflict"
    """A conflicting reading: the loudest thing on the screen."""
    NOISE = "noise"
    """A paragraph that was left out."""
    SEARCH = "search"
    """A hit of the search."""
    HIT = "hit"
    """The one that the reader went to."""
    CURSOR = "cursor"
    """The row under the cursor."""
    BAR = "bar"
    """The bar beside it."""
    CHOSEN = "chosen"
    """The source under the cursor."""
    KEY = "key"
    """A key in the footer."""
    HEAT0 = "heat0"
    HEAT1 = "heat1"
    HEAT2 = "heat2"
    HEAT3 = "heat3"
    HEAT4 = "heat4"
    """Grounds of the matrix, rising."""
    SELECTED = "selected"
    """Text selected with the mouse."""
    ERROR = "error"
    """Something went wrong."""


class Ink(NamedTuple):
    """A role over a run of characters."""

    start: int
    end: int
    role: Role


class Piece(NamedTuple):
    """A run of characters of one line, in the same roles throughout."""

    text: str
    roles: tuple[Role, ...] = ()
    source: str = ""
    """ID of the source, or name of the text, that it is taken from or stands for; empty for none."""
    at: int = -1
    """Place of its first character there; -1 where it only stands for the source."""


Line = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the screen's own, with their roles."""

    text: str = ""
    inks: tuple[Ink, ...] = ()
    source: str = ""
    """Name of the text they are a part of, to be selected with the mouse; empty for none."""
    at: int = -1
    """Place of their first character in that text; -1 where they cannot be selected."""
    hang: int = 0
    """Cells of a label that they begin with: lines that go on stand behind it."""

    def add(self, text: str, *roles: Role) -> "Words":
        """These words and more, in the roles given."""
        start, end = len(self.text), len(self.text) + len(text)
        inks = self.inks + tuple(Ink(start, end, role) for role in roles)
        return Words(self.text + text, inks, self.source, self.at, self.hang)

    def cut_to(self, width: int) -> "Words":
        """These words in at most so many cells, with an ellipsis when they do not fit."""
        text = cut(self.text, width)
        inks = tuple(Ink(i.start, min(i.end, len(text)), i.role) for i in self.inks if i.start < len(text))
        return replace(self, text=text, inks=inks)


def pieces(
    text: str, start: int, end: int, inks: Sequence[Ink], of: tuple[str, int] = ("", -1)
) -> Iterable[Piece]:
    """Cut a run of characters into pieces wherever a role begins or ends.

    Args:
        text: The characters.
        start: The first of the run.
        end: One past its last.
        inks: Roles over the characters.
        of: What the text is a part of, and the place of its first character there; -1 for no part of it.
    """
    source, at = of
    near = [ink for ink in inks if ink.start < end and ink.end > start]
    edges = {start, end}
    for ink in near:
        edges.update((max(start, ink.start), min(end, ink.end)))
    cuts = sorted(edges)
    for a, b in pairwise(cuts):
        roles = tuple(dict.fromkeys(ink.role for ink in near if ink.start <= a and b <= ink.end))
        yield Piece(text[a:b], roles, source, at + a if at >= 0 else -1)


def line_width(line: Iterable[Piece]) -> int:
    """Cells of a line."""
    cells = 0
    for piece in line:  # a loop: a frame measures some thousand pieces, most of them ASCII
        text = piece[0]
        cells += len(text) if text.isascii() else width_of(text)
    return cells


def fill(line: Sequence[Piece], width: int) -> Line:
    """A line made `width` cells wide with spaces; a wider one stays as it is."""
    missing = width - line_width(line)
    return (*line, Piece(" " * missing)) if missing > 0 else tuple(line)


def source_at(line: Iterable[Piece], cell: int) -> str:
    """ID of the source whose text is drawn at a cell or left of it; empty when there is none."""
    left = 0
    source = ""
    for piece in line:
        if left > cell:
            break
        source = piece.source or source
        left += width_of(piece.text)
    return source


def place_at(line: Iterable[Piece], cell: int, source: str = "") -> tuple[str, int] | None:
    """The place in a source whose text is drawn nearest to a cell.

    Args:
        line: What is drawn.
        cell: A cell of the line.
        source: ID of the only source that counts; empty for any.

    Returns:
        ID of the source and a character of it, or one past the last of those drawn; None when none is drawn.
    """
    nearest: tuple[int, str, int] | None = None
    left = 0
    for piece in line:
        right = left + width_of(piece.text)
        if piece.at >= 0 and source in ("", piece.source):
            away = max(left - cell, cell - right + 1, 0)
            if nearest is None or away < nearest[0]:
                nearest = away, piece.source, piece.at + _within(piece.text, cell - left)
        left = right
    return nearest and nearest[1:]


def _within(text: str, cells: int) -> int:
    """How many characters fill so many cells; those that are not drawn go with the one before."""
    used = 0
    for at, character in enumerate(text):
        used += size(character)
        if used > cells:
            return at
    return len(text)


def selected(line: Line, source: str, start: int, end: int, role: Role = Role.SELECTED) -> Line:
    """A line with a run of characters of a source selected, or in another role over those that it has."""
    return tuple(part for piece in line for part in _cut(piece, source, start, end, role))


def _cut(piece: Piece, source: str, start: int, end: int, role: Role) -> Iterable[Piece]:
    first, last = max(0, start - piece.at), min(len(piece.text), end - piece.at)
    if piece.source != source or piece.at < 0 or first >= last:
        yield piece
        return
    for a, b in ((0, first), (first, last), (last, len(piece.text))):
        roles = (*piece.roles, role) if a == first and b == last else piece.roles
        if a < b:
            yield Piece(piece.text[a:b], roles, source, piece.at + a)

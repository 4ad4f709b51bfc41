"""Lines as text."""

from collections.abc import Iterable

from tui.cells import NOTHING
from tui.ink import Piece


def line_text(line: Iterable[Piece]) -> str:
    """The characters of a line as drawn."""
    return "".join(piece.text for piece in line).replace(NOTHING, "")

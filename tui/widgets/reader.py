"""A list of lines in a dialog: as high as its rows, and led to places in its text."""

from textual.geometry import Size

from tui.ink import Piece
from tui.widgets.lines import LineList

_AROUND = 7
"""Lines of a screen that a list leaves to what stands around it: the frame, the keys, a field."""


class Reader(LineList):
    """As high as its rows, up to what the screen leaves it."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Lines that it takes: those of the rows, of which no more are measured than fit.

        Returns:
            Lines, at least 1.
        """
        most, lines = max(1, viewport.height - _AROUND), 0
        within = max(1, width - self.styles.scrollbar_size_vertical)
        for row in range(len(self._sheet)):
            lines += self._sheet.height(row, within)
            if lines >= most:
                return most
        return max(1, lines)

    def go_to(self, row: int, at: int) -> None:
        """Bring a place of the text into sight, with something above it.

        Args:
            row: Index of the row that holds it, the one under the cursor.
            at: The character, as the pieces of the row's lines tell theirs.
        """
        self._measure(row)
        lines = self._painted(row).lines
        within = next((n for n, line in enumerate(lines) if any(_holds(p, at) for p in line)), 0)
        line, scroll = self.index.top(row) + within, round(self.scroll_y)
        if not scroll <= line < scroll + self._viewport:
            self._scroll(self.index.clamp(line - self._viewport // 4, self._viewport))
        self._offset = self.index.top(row) - round(self.scroll_y)


def _holds(piece: Piece, at: int) -> bool:
    """Whether a character of the text is in a piece."""
    return 0 <= piece.at <= at < piece.at + len(piece.text)

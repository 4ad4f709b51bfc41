"""The size of the terminal and the number of sources -> what is shown, and how wide. Pure."""

from dataclasses import dataclass

from tui.state import View

COLUMN = 36
"""Cells that a column needs to be read with ease."""
MARGINS = 7
"""Cells of a row that no column has: bar, gaps, overview strip, scroll bar."""
EDGE = 2
"""Cells right of the passages: the scroll bar and the overview strip."""
RAIL = 31
"""Least cells of the findings list at the side; it grows to what the columns leave."""
WIDE_COLUMN = 54
"""Columns as wide as this are not worth more than a findings list beside them."""
WIDEST = 72
"""No column is wider than this while a findings list can use the room."""

BOTH = 180
"""Cells of a terminal from which a findings list and an article stand beside the passages; an article with
another account beside it needs the room of the list below that."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What fits."""

    view: View
    """The view that is shown."""
    columns: int
    """How many columns fit, at least 1."""
    rail: int
    """Cells of the findings list at the side; 0 when there is none."""
    context: int
    """Cells of the panel that shows a paragraph in its article; 0 when there is none."""


def choose(width: int, sources: int, chosen: View | None) -> Layout:
    """Lay the screen out.

    Args:
        width: Cells of the terminal.
        sources: How many sources there are, at least 1.
        chosen: The view the reader chose; None takes columns when all fit, else readings.

    Returns:
        The layout.
    """
    fits = (width - MARGINS) // COLUMN
    view = chosen or (View.COLUMNS if sources <= fits else View.READINGS)
    if view is View.COLUMNS:
        columns = max(1, min(sources, fits))
        spare = (width - MARGINS - RAIL) // columns >= WIDE_COLUMN and columns == sources
        return Layout(view, columns, max(RAIL, width - MARGINS - WIDEST * columns) if spare else 0, 0)
    if view is View.OVERVIEW or width < 110 or (view is View.SOURCE and width < BOTH):
        return Layout(view, max(1, fits), 0, 0)
    if width < BOTH:
        return Layout(view, max(1, fits), max(RAIL, width // 3), 0)
    return Layout(view, max(1, fits), width // 5, width // 4)


def column_places(width: int, columns: int) -> tuple[tuple[int, int], ...]:
    """Left edge and width of each column in a row of `width` cells, after the two of the cursor bar.

    Three cells lie between columns; one is left free at the right. No column is narrower than 4.
    """
    gap = 3
    each = max(4, (width - 3 - gap * (columns - 1)) // columns)
    return tuple((2 + n * (each + gap), each) for n in range(columns))


def column_at(width: int, columns: int, cell: int) -> int:
    """Number of the column, from 0, that holds a cell of a row of `width` cells or ends left of it."""
    return max(0, sum(left <= cell for left, _ in column_places(width, columns)) - 1)

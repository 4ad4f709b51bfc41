"""The rows of a comparison that are shown, by what the reader hides and filters. No screen here."""

from tui.filters import Filter, shown_rows
from tui.hiding import without
from tui.once import Once
from tui.rows import NO_ROWS, Listing
from tui.spread import Spread

Asked = tuple[Spread, str, frozenset[str]]
"""What rows are asked for: of a comparison, in the order of a base, without the sources that are hidden."""
Left = tuple[Asked, Listing]
"""Rows without some sources, after what they were made for."""


class Choice:
    """The rows, chosen step by step; a step is done anew only when what it depends on is another."""

    every: Listing = NO_ROWS
    """All of the base, hidden sources and all."""
    left: Listing = NO_ROWS
    """Those without the hidden sources."""
    walked: Listing = NO_ROWS
    """Of these, those with findings to list: of every kind, or the one chosen."""
    rows: Listing = NO_ROWS
    """Of those that are left, what is shown."""

    def __init__(self) -> None:
        self._left: Once[Asked, Listing] = Once()
        self._filtered: Once[tuple[Listing, Filter, str], tuple[Listing, Listing]] = Once()

    def take(self, left: Left | None) -> None:
        """Take rows without some sources that were made in a thread."""
        self._left.put(left)

    def has(self, asked: Asked) -> bool:
        """Whether rows without some sources need not be made."""
        return self._left.has(asked)

    def leave_out(self, asked: Asked) -> None:
        """Choose the rows of a base without some sources."""
        spread, base, hidden = asked
        self.every = every = spread.rows(base)
        self.left = self._left.of(asked, lambda: without(every, spread.comparison, spread.elsewhere, hidden))

    def filter(self, only: Filter, article: str) -> None:
        """Choose those that a filter lets through; in the order of an article, if any."""
        self.walked, self.rows = self._filtered.of(
            (self.left, only, article), lambda: self._let_through(only, article)
        )

    def _let_through(self, only: Filter, article: str) -> tuple[Listing, Listing]:
        of_kind = Filter(kind=only.kind)
        walked = shown_rows(self.left, of_kind)
        rows = walked if only == of_kind else shown_rows(self.left, only)
        return walked, rows.article(article) if article else rows

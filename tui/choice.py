"""The rows of a comparison that are shown, by what the reader hides and filters. No screen here."""

from dataclasses import dataclass, replace

from tui.filters import EVERYTHING, Filter, shown_rows
from tui.hiding import without
from tui.rows import NO_ROWS, Listing
from tui.spread import Spread

Asked = tuple[Spread, str, frozenset[str]]
"""What rows are asked for: of a comparison, in the order of a base, without the sources that are hidden."""
Left = tuple[Asked, Listing]
"""Rows without some sources, after what they were made for."""


@dataclass(frozen=True, slots=True, eq=False)
class Choice:
    """The rows, chosen step by step, and what they were chosen by."""

    asked: Asked | None = None
    """What `left` was made for."""
    every: Listing = NO_ROWS
    """All of the base, hidden sources and all."""
    left: Listing = NO_ROWS
    """Those without the hidden sources."""
    by: tuple[Listing, Filter, str] = (NO_ROWS, EVERYTHING, "")
    """What was left, the filter and the article that these were chosen of:"""
    walked: Listing = NO_ROWS
    """Of those that are left, those with findings to list: of every kind, or the one chosen."""
    rows: Listing = NO_ROWS
    """Of those that are left, what is shown."""


NO_CHOICE = Choice()
"""Of nothing."""


def leave_out(choice: Choice, asked: Asked, made: Left | None = None) -> Choice:
    """Choose the rows of a base without some sources.

    Args:
        choice: The rows that were chosen last.
        asked: What rows are asked for; the same as last changes nothing.
        made: Rows that were made in a thread; taken when they are what is asked for.
    """
    if choice.asked == asked and made is None:
        return choice
    spread, base, hidden = asked
    every = spread.rows(base)
    if made is not None and made[0] == asked:
        left = made[1]
    else:
        left = without(every, spread.comparison, spread.elsewhere, hidden)
    return replace(choice, asked=asked, every=every, left=left)


def let_through(choice: Choice, only: Filter, article: str) -> Choice:
    """Choose those of what is left that a filter lets through; in the order of an article, if any."""
    by = choice.left, only, article
    if choice.by == by:
        return choice
    of_kind = Filter(kind=only.kind)
    walked = shown_rows(choice.left, of_kind)
    rows = walked if only == of_kind else shown_rows(choice.left, only)
    return replace(choice, by=by, walked=walked, rows=rows.article(article) if article else rows)

"""Which rows are shown: of a status, a kind of finding, a source, a wording."""

from dataclasses import dataclass
from operator import and_

from core.model import FindingKind, Wording
from tui.natures import SHOWN, WORDED, Show
from tui.rows import Listing


@dataclass(frozen=True, slots=True)
class Filter:
    """What a row must be to be shown; each part that is None lets every row through."""

    show: Show = Show.ALL
    """Which rows."""
    kind: FindingKind | None = None
    """Only rows with a finding of this kind."""
    source: str | None = None
    """Only rows that this source has."""
    wording: Wording | None = None
    """Only passages of this wording."""


EVERYTHING = Filter()
"""Lets every row through."""


def shown_rows(rows: Listing, only: Filter) -> Listing:
    """The rows of all that a filter lets through; of one kind of findings only those are walked."""
    if only == EVERYTHING:
        return rows
    return rows.once(only, lambda: rows.where(_shown(rows, only), only.kind))


def counted(rows: Listing, only: Filter, article: str, *, findings: bool = False) -> int:
    """How many passages, of an article if any, a filter lets through; of what was left out, paragraphs.

    Or how many findings they have, each counted once, as in their list.
    """
    shown = shown_rows(rows, only)
    shown = shown.article(article) if article else shown
    if findings:
        return len(shown.stops)
    return len(shown) if only.show is Show.LEFT_OUT else shown.passages


def _shown(rows: Listing, only: Filter) -> bytes:
    """A byte for each row: whether a filter lets it through."""
    shown = rows.natures.translate(SHOWN[only.show])
    if only.source is not None:
        shown = bytes(map(and_, shown, rows.has(only.source)))
    if only.wording is not None:
        shown = bytes(map(and_, shown, rows.natures.translate(WORDED[only.wording])))
    return shown if only.kind is None else bytes(map(and_, shown, rows.with_kind(only.kind)))


def shows_there(rows: Listing) -> tuple[Show, ...]:
    """The ways of filtering that would leave a row, in their order; all rows are always one."""
    return tuple(show for show in Show if show is Show.ALL or 1 in rows.natures.translate(SHOWN[show]))


def wordings_there(rows: Listing) -> tuple[Wording, ...]:
    """The wordings of the rows, those that differ most first."""
    return tuple(w for w in reversed(Wording) if 1 in rows.natures.translate(WORDED[w]))

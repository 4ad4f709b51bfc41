"""How rows are shown: the inputs of painting besides the row and the width. Pure."""

from bisect import bisect_right
from dataclasses import dataclass

from core.model import Cell, Passage, Span
from tui.hiding import remaining
from tui.rows import NO_ROWS, Listing
from tui.search import NO_HITS, Hits
from tui.signs import Sign
from tui.spread import Conflict, Spread
from tui.state import Marks, View


@dataclass(frozen=True, slots=True)
class Look:
    """How rows are shown: every input of `paint` but the row and the width."""

    spread: Spread
    view: View
    columns: tuple[str, ...]
    """IDs of the sources in the columns, in order; the base first."""
    cursor: str = ""
    """Key of the row under the cursor."""
    source: str = ""
    """ID of the source under the cursor."""
    finding: str | None = None
    """ID of the finding under the cursor."""
    unfolded: frozenset[str] = frozenset()
    hits: Hits = NO_HITS
    """What the search found."""
    marked: frozenset[str] = frozenset()
    """Keys of the rows marked for copying."""
    order: tuple[str, ...] = ()
    """IDs of the sources that are not hidden, in order; the base first. Empty for all."""
    wires: tuple[tuple[str, ...], ...] = ()
    """IDs of the sources that are one wire text, in groups; none where no other source is left."""
    marks: Marks = Marks.ALIKE
    """In which rows words are marked that some or one of the sources have."""
    rows: Listing = NO_ROWS
    """All that are left of hidden sources, whatever the filter."""

    @property
    def shown(self) -> tuple[str, ...]:
        """IDs of the sources that are not hidden."""
        return self.order or self.spread.ids

    @property
    def hidden(self) -> tuple[str, ...]:
        """IDs of the sources that the reader hid."""
        if len(self.shown) == len(self.spread.ids):
            return ()
        return tuple(i for i in self.spread.ids if i not in self.order)

    def conflicts_in(self, cell: Cell) -> tuple[Conflict, ...]:
        """The readings that begin in a cell and conflict with another one that is shown."""
        return tuple(c for c in self.spread.conflicts_in(cell) if self.conflicts(c[2]))

    def conflicts(self, finding: str) -> bool:
        """Whether the sources that are shown conflict in a finding, by its ID."""
        hidden = frozenset(self.hidden)
        return not hidden or remaining(self.spread.comparison.finding(finding), hidden) is not None


def coverage(look: Look, passage: Passage) -> str:
    """Letters of the sources that have a passage, a sign for those that do not."""
    own = {c.source for c in passage.cells}
    ids = [i for i in look.spread.ids if i not in look.hidden]
    letters = [i if i in own else Sign.ABSENT * len(i) for i in ids]
    return "".join(letters) if len(ids) <= 26 else " ".join(i for i in ids if i in own)


def paragraph_at(spread: Spread, source: str, at: int) -> int:
    """Number, from 1, of the paragraph that holds a character."""
    paragraphs = spread.comparison.source(source).paragraphs
    return max(1, bisect_right(paragraphs, at, key=lambda p: p.start))


def sentence_at(spread: Spread, span: Span) -> Cell:
    """The sentence that holds the first character of a span, as a cell."""
    paragraphs = spread.comparison.source(span.source).paragraphs
    paragraph = paragraphs[paragraph_at(spread, span.source, span.start) - 1]
    for sentence in reversed(paragraph.sentences):
        if sentence.start <= span.start:
            return Cell(span.source, paragraph.index, sentence.start, max(sentence.end, span.end))
    return Cell(span.source, paragraph.index, span.start, span.end)

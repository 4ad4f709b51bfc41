"""The few messages that cross between widgets, worker and screen."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from textual.message import Message

from core.errors import SidelightError
from core.model import Source
from tui.choice import Left
from tui.spread import Spread


class Request(NamedTuple):
    """What was asked of a thread: whatever was asked for before is dropped."""

    number: int = 0
    what: Literal["compare", "reload", "leave out", ""] = ""
    """Empty when it was given up, or is done."""


class Progressed(Message):
    """The comparison has come this far."""

    def __init__(self, request: Request, stage: str, fraction: float) -> None:
        super().__init__()
        self.request = request
        self.stage = stage
        self.fraction = fraction

    def can_replace(self, message: Message) -> bool:
        """Only the newest counts."""
        return isinstance(message, Progressed)


class Opened(Message):
    """The articles are read; comparing them begins."""

    def __init__(self, request: Request, sources: Sequence[Source]) -> None:
        super().__init__()
        self.request = request
        self.sources = sources


class Compared(Message):
    """The comparison that was asked for is done."""

    def __init__(self, request: Request, spread: Spread, left: Left | None) -> None:
        super().__init__()
        self.request = request
        self.spread = spread
        self.left = left
        """The rows without the sources that the reader hid, when there are any."""


class LeftOut(Message):
    """The rows are made without some sources."""

    def __init__(self, request: Request, changed: Mapping[str, Any], made: Left) -> None:
        super().__init__()
        self.request = request
        self.changed = changed
        """What the state changes by that asked for it."""
        self.made = made


class Found(Message):
    """The hits of a search are found."""


class Written(Message):
    """The comparison is exported."""

    def __init__(self, path: str, texts: frozenset[str]) -> None:
        super().__init__()
        self.path = path
        self.texts = texts
        """Texts of its sources that the export holds whole."""


class Counted(Message):
    """The wording that each pair of sources shares has been counted."""

    def __init__(self, spread: Spread, matrix: tuple[tuple[float, ...], ...]) -> None:
        super().__init__()
        self.spread = spread
        self.matrix = matrix


class Failed(Message):
    """What was asked for could not be done, and why."""

    def __init__(self, error: SidelightError) -> None:
        super().__init__()
        self.error = error


class RowClicked(Message):
    """The reader clicked on a row of a list, maybe on the text of one source."""

    def __init__(
        self, sender: str, row: int, cell: int, place: tuple[str, int] | None, *, again: bool
    ) -> None:
        super().__init__()
        self.sender = sender
        self.row = row
        self.cell = cell
        """Cell of the line, from 0."""
        self.place = place
        """ID of the source whose text is nearest on the line, and the character; None for none."""
        self.again = again
        """Whether it is the second click of a double one."""


class LineClicked(Message):
    """The reader clicked on one of the lines around the lists."""

    def __init__(self, sender: str, line: int, source: str) -> None:
        super().__init__()
        self.sender = sender
        self.line = line
        self.source = source
        """ID of the source that stands there; empty for none."""


class Scrolled(Message):
    """A list was scrolled without its cursor: by the wheel or by the scroll bar."""

    def __init__(self, sender: str) -> None:
        super().__init__()
        self.sender = sender


class KeyClicked(Message):
    """The reader clicked on a key of the footer."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action


class Copying(Message):
    """Something is to be copied."""

    def __init__(self, what: str, text: Callable[[], str]) -> None:
        super().__init__()
        self.what = what
        """What it is, to open a sentence; may hold article text."""
        self.text = text
        """Makes it; called in a thread."""


class Said(Message):
    """Something is to be told in passing, on whatever screen the reader is."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
        """A sentence; may hold article text."""


class TypedAhead(Message):
    """A key reached a field that an earlier key had closed."""

    def __init__(self, key: str, character: str | None) -> None:
        super().__init__()
        self.key = key
        self.character = character

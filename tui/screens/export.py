"""Where to write the result, as what, and whether a file that is there may be replaced."""

import os
from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets.input import Selection
from textual.worker import Worker, WorkerState

from core.errors import ExportError
from core.export.formats import Format, format_of
from tui.chrome import Key
from tui.ink import Line, Piece, Role
from tui.messages import LineClicked, Said
from tui.screens.dialog import Dialog, Told, entry
from tui.signs import Sign
from tui.widgets.drawing import Lines
from tui.widgets.fields import Field

_MOST = 100
"""Names that are tried; after them the first is offered, and it is asked before a file is replaced."""
_FORMATS = tuple(Format)


def offered(ending: str, last: str) -> str:
    """The name to offer for an export.

    Args:
        ending: The format, as a name ends.
        last: Where this comparison was written last; empty for nowhere.

    Returns:
        That name again when it has the format; else the first that is free, so that the report on one event
        does not take the place of that on another in the same folder.
    """
    if last.endswith(f".{ending}"):
        return last
    return _free(f"sidelight.{ending}")


def _free(path: str) -> str:
    """A path if nothing is there, else the first free one beside it that ends in a number."""
    root, ending = os.path.splitext(path)  # noqa: PTH122 - as the reader wrote it
    bare, _, number = root.rpartition("-")
    ours = number in map(str, range(2, _MOST)) and _taken(bare + ending)  # and no day or year
    first = bare if ours else root
    names = (path, *(f"{first}-{n}{ending}" for n in range(2, _MOST)))
    return next((n for n in names if not _taken(n)), path)


def _taken(path: str) -> bool:
    """Whether something is there, be it a link that leads nowhere."""
    return os.path.lexists(os.path.expanduser(path))  # noqa: PTH111 - a home that is not there stays


class _Name(Field):
    """The path; "y" answers when it was asked about, and is a letter once the cursor was moved."""

    asking = False

    def ask(self) -> None:
        """Take the next key for an answer, and no letter for what replaces the whole name."""
        self.asking = True
        self.selection = Selection.cursor(len(self.value))

    async def _on_key(self, event: events.Key) -> None:
        asked, self.asking = self.asking, False
        if asked and event.key in ("y", "n"):
            event.stop()
            event.prevent_default()
            await self.screen.run_action("replace" if event.key == "y" else "write")


class ExportDialog(Dialog[None]):
    """Asks for a path, and stays until it is written to, or tells why it cannot be."""

    KEYS = (
        Key("Enter", "Write", "write"),
        Key("Down", "Format", "format(1)"),
        Key("Esc", "Cancel", "cancel"),
    )
    _ASKED = (
        Key("Enter n", "Another name", "write"),
        Key("y", "Replace", "replace"),
        Key("Esc", "Cancel", "cancel"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "cancel"),
        Binding("down", "format(1)", "next format"),
        Binding("up", "format(-1)", "previous format"),
    ]

    def __init__(self, path: str, beyond: str, last: str, write: Callable[[str, bool], None]) -> None:
        """Make the dialog.

        Args:
            path: Where to write, until the reader says otherwise.
            beyond: What is written besides what is in sight, a line each; empty for nothing.
            last: Where this comparison was written last; empty for nowhere.
            write: Writes to a path, and replaces what is there or not; called in a thread.
        """
        super().__init__()
        self._path = path
        self._beyond = beyond
        self._last = last
        self._write = write
        self._writing = False
        self._asked = ""
        self._chosen: Format | None = None

    def entitled(self) -> str:
        """What it is."""
        return "Export"

    def parts(self) -> ComposeResult:
        """A line for the path, the formats, and what is to be known before it is written."""
        yield entry("Write to", _Name(self._path, id="path"))
        yield Lines(id="formats")
        yield Told(self._beyond, id="beyond")
        yield Told(id="question", classes="error")

    def on_input_changed(self, event: Field.Changed) -> None:
        """Another path has not been asked about."""
        self._asked = ""
        self.show_keys(self.KEYS)
        self._tell(event.value.strip())

    async def on_input_submitted(self) -> None:
        """Write."""
        self.action_write()

    def action_write(self) -> None:
        """Write there; ask first when the file is there, and offer a free one when asked again."""
        field = self.query_one(_Name)
        path = field.value.strip()
        if self._writing or not path or not self._tell(path):
            return
        if not os.path.exists(self._full(path)):  # noqa: PTH110 - whatever the name holds
            self._begin(self._full(path), overwrite=False)
        elif self._asked == path:
            field.value = _free(self._ended(path))
            field.cursor_position = len(field.value)
        else:
            self._asked = path
            field.ask()
            self.query_one("#question", Told).tell("This file is there already. Replace it?")
            self.show_keys(self._ASKED)

    def action_replace(self) -> None:
        """Replace what is there."""
        if not self._writing:
            self._begin(self._full(self._asked), overwrite=True)

    def _begin(self, path: str, *, overwrite: bool) -> None:
        self._writing = True
        self.show_keys(self.KEYS)
        self.query_one("#question", Told).tell("")
        self.on_said(Said(f"Writing {path}"))  # a thousand findings take a second
        write = partial(self._write, path, overwrite)
        self.run_worker(write, group="export", description="export", exit_on_error=False, thread=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Close when it is written; else tell why it is not, the name left to be corrected."""
        error = event.worker.error
        if event.state is WorkerState.SUCCESS and self.is_current:
            self.dismiss(None)
        elif event.state is WorkerState.ERROR and error is not None:
            if not isinstance(error, ExportError):
                raise error
            self._writing = False
            self.on_said(Said(""))
            self.query_one("#question", Told).tell(f"{error}.")

    def _full(self, path: str) -> str:
        """The path to write to."""
        return self._ended(os.path.expanduser(path))  # noqa: PTH111 - a home that is not there stays as it is

    def _ended(self, path: str) -> str:
        """A path with the ending that the list shows, where it names a file without one."""
        name = os.path.basename(path)  # noqa: PTH119 - a path that ends in a stroke names none
        bare = name and "." not in name and not os.path.isdir(path)  # noqa: PTH112
        return f"{path}.{self._chosen}" if bare else path

    def on_line_clicked(self, message: LineClicked) -> None:
        """Choose the format that was clicked."""
        self._choose(_FORMATS[message.line])

    def action_format(self, by: int) -> None:
        """Choose the next or previous format."""
        at = 0 if self._chosen is None else _FORMATS.index(self._chosen) + by
        self._choose(_FORMATS[at % len(_FORMATS)])

    def _choose(self, new: Format) -> None:
        """Let the name end in a format; a name that was offered gives way to one that is free."""
        field = self.query_one(_Name)
        path = field.value.strip()
        root, dot, ending = path.rpartition(".")
        known = dot and ending.lower() in _FORMATS
        mine = known and path == offered(ending, self._last)
        field.value = offered(new, self._last) if mine else f"{root if known else path}.{new}"
        field.cursor_position = len(field.value)

    def _tell(self, path: str) -> bool:
        """Tell what will be written; whether the name is that of a format."""
        chosen, question = None, ""
        try:
            chosen = format_of(path)
        except ExportError as error:
            question = f"{error.reason[:1].upper()}{error.reason[1:]}."
        self._chosen = chosen
        self.query_one("#question", Told).tell(question)
        self.query_one("#formats", Lines).show(*(_line(each, chosen) for each in _FORMATS))
        return chosen is not None

    def action_cancel(self) -> None:
        """Write nothing."""
        self.dismiss(None)


def _line(each: Format, chosen: Format | None) -> Line:
    """A format in the list."""
    says = f".{each:<6}{each.says}"
    if each is chosen:
        return (Piece(" " * 11), Piece(f"{Sign.BAR} ", (Role.BAR,)), Piece(says, (Role.STRONG,)))
    return (Piece(" " * 13), Piece(says, (Role.MUTED,)))

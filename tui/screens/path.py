"""Typing the path of a file or a folder."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.chrome import Key
from tui.paths import Completed, completed, there
from tui.screens.dialog import Dialog, Told, entry
from tui.widgets.fields import Field

_TOLD = 12
"""Names that are told when a path may go on with several: two lines at 80 columns."""


class PathDialog(Dialog[Path | None]):
    """Answers with the path of what is there, or with nothing."""

    KEYS = (
        Key("Enter", "Choose or open", "choose"),
        Key("Tab", "Complete", "complete"),
        Key("Esc", "Cancel", "cancel"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "complete", "complete", priority=True),
        Binding("escape", "cancel", "cancel"),
    ]

    def __init__(self, begins: str, folder: str) -> None:
        """Make the dialog.

        Args:
            begins: How the path begins.
            folder: Where a path begins that names no root.
        """
        super().__init__()
        self._begins = begins
        self._folder = folder
        self._told_of: str | None = None
        """The path of which it was told last what it may go on with."""

    def entitled(self) -> str:
        """What it is."""
        return "A file or a folder"

    def parts(self) -> ComposeResult:
        """A line for the path."""
        yield entry("Path", Field(self._begins, id="path", select_on_focus=False))
        yield Told(id="several")
        yield Told(id="problem", classes="error")

    def on_input_changed(self) -> None:
        """What was told of another path goes."""
        if self.query_one("#path", Field).value == self._told_of:
            return
        self._told_of = None
        self.query_one("#several", Told).tell("")
        self.query_one("#problem", Told).tell("")

    def on_input_submitted(self) -> None:
        """Answer."""
        self.action_choose()

    def action_choose(self) -> None:
        """Answer, when there is such a file."""
        path = there(self.query_one("#path", Field).value, self._folder)
        if path is not None:
            self.dismiss(path)
        else:
            self.query_one("#problem", Told).tell("There is no such file or folder: check the path.")

    def action_complete(self) -> None:
        """Add what all names have that begin so, and tell them when they are several."""
        field = self.query_one("#path", Field)
        told = completed(field.value, self._folder)
        self._told_of = told.path
        if told.path != field.value:
            field.value = told.path
            field.cursor_position = len(told.path)
        self._tell(told)

    def _tell(self, told: Completed) -> None:
        """Tell which names a path may go on with; why it goes on with none."""
        names = told.names
        more = len(names) - _TOLD
        several = "  ".join(names[:_TOLD]) + (f"  and {more} more" if more > 0 else "")
        self.query_one("#several", Told).tell(several if len(names) > 1 else "")
        self.query_one("#problem", Told).tell(told.problem)

    def action_cancel(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)

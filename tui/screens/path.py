"""Typing the path of a file or a folder."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.chrome import Key
from tui.paths import absolute, completed
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

    def entitled(self) -> str:
        """What it is."""
        return "A file or a folder"

    def parts(self) -> ComposeResult:
        """A line for the path."""
        yield entry("Path", Field(self._begins, id="path", select_on_focus=False))
        yield Told(id="several")
        yield Told(id="problem", classes="error")

    def on_input_changed(self) -> None:
        """What was told was told of another path."""
        self.query_one("#several", Told).tell("")
        self.query_one("#problem", Told).tell("")

    def on_input_submitted(self) -> None:
        """Answer."""
        self.action_choose()

    def action_choose(self) -> None:
        """Answer, when there is such a file."""
        value = self.query_one("#path", Field).value
        path = absolute(value, self._folder)
        if value.strip() and os.path.exists(path):  # noqa: PTH110 - whatever the name holds
            self.dismiss(Path(path))
        else:
            self.query_one("#problem", Told).tell("There is no such file or folder: check the path.")

    def action_complete(self) -> None:
        """Add what all names have that begin so, and tell them when they are several."""
        field = self.query_one("#path", Field)
        told, names = completed(field.value, self._folder)
        if told != field.value:
            field.value = told
            field.cursor_position = len(told)
        self.call_after_refresh(self._tell, names)

    def _tell(self, names: Sequence[str]) -> None:
        """Tell which names a path may go on with; that there is none at all."""
        more = len(names) - _TOLD
        several = "  ".join(names[:_TOLD]) + (f"  and {more} more" if more > 0 else "")
        self.query_one("#several", Told).tell(several if len(names) > 1 else "")
        self.query_one("#problem", Told).tell("" if names else "Nothing begins so.")

    def action_cancel(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)

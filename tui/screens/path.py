"""Typing the path of a file or a folder."""

import os
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tui.chrome import Key
from tui.screens.dialog import Dialog, Told, entry
from tui.widgets.fields import Field


class PathDialog(Dialog[Path | None]):
    """Answers with the path of what is there, or with nothing."""

    KEYS = (Key("Enter", "Choose the file or open the folder", "choose"), Key("Esc", "Cancel", "cancel"))
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "cancel")]

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
        yield Told(id="problem", classes="error")

    def on_input_submitted(self) -> None:
        """Answer."""
        self.action_choose()

    def action_choose(self) -> None:
        """Answer, when there is such a file."""
        value = self.query_one("#path", Field).value.strip()
        typed = os.path.expanduser(value)  # noqa: PTH111 - a home that is not there stays
        path = os.path.abspath(os.path.join(self._folder, typed))  # noqa: PTH100, PTH118 - not through links
        if typed and os.path.exists(path):  # noqa: PTH110 - whatever the name holds
            self.dismiss(Path(path))
        else:
            self.query_one("#problem", Told).tell("There is no such file or folder: check the path.")

    def action_cancel(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)

"""Typing the path of a file or a folder."""

import os
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.widgets.fields import Field


class PathDialog(ModalScreen[Path | None]):
    """Answers with the path of what is there, or with nothing."""

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

    def compose(self) -> ComposeResult:
        """A line for the path, and what Enter does."""
        with Vertical(classes="dialog") as box:
            box.border_title = "A file or a folder"
            yield Field(self._begins, id="path", select_on_focus=False)
            yield Static("", classes="error", id="problem", markup=False)
            yield Static(
                "Enter chooses the file or opens the folder, Esc cancels", classes="hint", markup=False
            )

    def on_input_submitted(self, event: Field.Submitted) -> None:
        """Answer, when there is such a file."""
        typed = os.path.expanduser(event.value.strip())  # noqa: PTH111 - a home that is not there stays
        path = os.path.abspath(os.path.join(self._folder, typed))  # noqa: PTH100, PTH118 - not through links
        if typed and os.path.exists(path):  # noqa: PTH110 - whatever the name holds
            self.dismiss(Path(path))
        else:
            self.query_one("#problem", Static).update("There is no such file or folder: check the path.")

    def action_cancel(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)

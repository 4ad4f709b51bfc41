"""Where to write the Markdown, and whether a file that is there may be replaced."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.widgets.fields import Field


class ExportDialog(ModalScreen[tuple[str, bool] | None]):
    """Asks for a path; answers with it and whether to replace what is there, or with nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "cancel")]

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path
        self._asked = ""

    def compose(self) -> ComposeResult:
        """A line for the path, and what Enter does."""
        with Vertical(classes="dialog") as box:
            box.border_title = "Export as Markdown"
            yield Static("Write to", classes="title", markup=False)
            yield Field(self._path, id="path")
            yield Static("", classes="error", id="question", markup=False)
            yield Static("Enter writes the file, Esc cancels", classes="hint", id="hint", markup=False)

    def on_input_changed(self) -> None:
        """Another path has not been asked about."""
        self._asked = ""
        self.query_one("#question", Static).update("")
        self.query_one("#hint", Static).update("Enter writes the file, Esc cancels")

    def on_input_submitted(self, event: Field.Submitted) -> None:
        """Answer; ask first when the file is there."""
        path = event.value.strip()
        if not path:
            return
        full = Path(path).expanduser()
        if full.exists() and self._asked != path:
            self._asked = path
            self.query_one("#question", Static).update("This file is there already. Replace it?")
            self.query_one("#hint", Static).update("Enter replaces it, Esc cancels")
            return
        self.dismiss((str(full), self._asked == path))

    def action_cancel(self) -> None:
        """Write nothing."""
        self.dismiss(None)

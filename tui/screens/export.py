"""Where to write the result, as what, and whether a file that is there may be replaced."""

import os
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from core.errors import ExportError
from core.export.formats import format_of
from tui.widgets.fields import Field


class ExportDialog(ModalScreen[tuple[str, bool] | None]):
    """Asks for a path; answers with it and whether to replace what is there, or with nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "cancel")]

    def __init__(self, path: str, *, hiding: bool = False) -> None:
        super().__init__()
        self._path = path
        self._hiding = hiding
        self._asked = ""

    def compose(self) -> ComposeResult:
        """A line for the path, and what Enter does."""
        with Vertical(classes="dialog") as box:
            box.border_title = "Export"
            yield Static("Write to (.md .json .csv .html choose the format)", classes="title", markup=False)
            yield Field(self._path, id="path")
            if self._hiding:
                yield Static("Hidden sources are exported too.", id="hiding", markup=False)
            yield Static("", classes="error", id="question", markup=False)
            yield Static("", classes="hint", id="hint", markup=False)

    def on_mount(self) -> None:
        """Tell what Enter does."""
        self._tell(self._path)

    def on_input_changed(self, event: Field.Changed) -> None:
        """Another path has not been asked about."""
        self._asked = ""
        self._tell(event.value.strip())

    def on_input_submitted(self, event: Field.Submitted) -> None:
        """Answer; ask first when the file is there."""
        path = event.value.strip()
        if not path or not self._tell(path):
            return
        full = os.path.expanduser(path)  # noqa: PTH111 - a home that is not there is left as it stands
        if os.path.exists(full) and self._asked != path:  # noqa: PTH110 - whatever the name holds
            self._asked = path
            self._show("This file is there already. Replace it?", "Enter replaces it, Esc cancels")
            return
        self.dismiss((full, self._asked == path))

    def _tell(self, path: str) -> bool:
        """Tell what will be written; whether the name is that of a format."""
        try:
            self._show("", f"Enter writes {format_of(path).says}; Esc cancels")
        except ExportError as error:
            self._show(f"{error.reason[:1].upper()}{error.reason[1:]}.", "Esc cancels")
            return False
        return True

    def _show(self, question: str, hint: str) -> None:
        self.query_one("#question", Static).update(question)
        self.query_one("#hint", Static).update(hint)

    def action_cancel(self) -> None:
        """Write nothing."""
        self.dismiss(None)

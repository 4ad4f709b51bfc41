"""Where to write the result, as what, and whether a file that is there may be replaced."""

import os
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.widgets.input import Selection

from core.errors import ExportError
from core.export.formats import format_of
from tui.widgets.fields import Field

_MOST = 100
"""Names that are tried; after them the first is offered, and Enter asks before it replaces a file."""


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
    names = [f"sidelight.{ending}", *(f"sidelight-{n}.{ending}" for n in range(2, _MOST))]
    return next((n for n in names if not os.path.lexists(n)), names[0])


class _Name(Field):
    """The path; "y" and "n" answer when it was asked about, and are letters once the cursor was moved."""

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
            await (self.action_submit() if event.key == "y" else self.screen.run_action("cancel"))


class ExportDialog(ModalScreen[tuple[str, bool] | None]):
    """Asks for a path; answers with it and whether to replace what is there, or with nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "cancel")]

    def __init__(self, path: str, beyond: str = "") -> None:
        """Make the dialog.

        Args:
            path: Where to write, until the reader says otherwise.
            beyond: What is written besides what is in sight, a line each; empty for nothing.
        """
        super().__init__()
        self._path = path
        self._beyond = beyond
        self._asked = ""

    def compose(self) -> ComposeResult:
        """A line for the path, and what Enter does."""
        with Vertical(classes="dialog") as box:
            box.border_title = "Export"
            yield Static("Write to (.md .json .csv .html choose the format)", classes="title", markup=False)
            yield _Name(self._path, id="path")
            if self._beyond:
                yield Static(self._beyond, id="beyond", markup=False)
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
            self.query_one(_Name).ask()
            self._show("This file is there already. Replace it?", "Enter or y replaces it; Esc or n cancels")
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

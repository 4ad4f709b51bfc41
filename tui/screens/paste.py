"""Pasting a text as a source, with its title and outlet."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from core.model import Source
from core.safe import make_safe
from tui.widgets.fields import Field


class Page(TextArea):
    """Many lines."""

    def on_mount(self) -> None:
        """Keep the cursor still, as in the other fields."""
        self.cursor_blink = False

    async def _on_paste(self, event: events.Paste) -> None:
        """Make it safe; the toolkit's own handler, which runs next, then takes it in."""
        event.text = make_safe(event.text)[0]


class PasteDialog(ModalScreen[Source | None]):
    """Answers with a source made of the text, or with nothing."""

    AUTO_FOCUS = "#text"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "add", "add", priority=True),
        Binding("escape", "cancel", "cancel", priority=True),
    ]

    def compose(self) -> ComposeResult:
        """Three fields."""
        with Vertical(classes="dialog tall") as box:
            box.border_title = "Paste a text"
            yield Field(placeholder="title (the first line, when empty)", id="name")
            yield Field(placeholder="outlet", id="outlet")
            yield Page(id="text", soft_wrap=True, tab_behavior="focus")
            hint = "Ctrl+S adds it, Tab goes to the next field, Esc cancels"
            yield Static(hint, classes="hint", id="hint", markup=False)

    def action_add(self) -> None:
        """Answer with the text, if there is any."""
        text = self.query_one("#text", Page).text
        if not text.strip():
            self.query_one("#hint", Static).update("There is no text yet: paste it into the large field.")
            return
        title, outlet = (self.query_one(name, Field).value.strip() or None for name in ("#name", "#outlet"))
        self.dismiss(Source.from_text(text, title=title, outlet=outlet))

    def action_cancel(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)

"""Pasting a text as a source, with its title and outlet."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from core.model import Source
from core.safe import make_safe
from tui.chrome import Key
from tui.naming import PASTED
from tui.screens.dialog import Dialog, Told, entry
from tui.widgets.fields import Field


class Page(TextArea):
    """Many lines."""

    def on_mount(self) -> None:
        """Keep the cursor still, as in the other fields."""
        self.cursor_blink = False

    async def _on_paste(self, event: events.Paste) -> None:
        """Make it safe; the toolkit's own handler, which runs next, then takes it in."""
        event.text = make_safe(event.text)[0]


class PasteDialog(Dialog[Source | None]):
    """Answers with a source made of the text, or with nothing."""

    AUTO_FOCUS = "#page"
    SHAPE = "tall"
    KEYS = (
        Key("Ctrl+S", "Add it", "add"),
        Key("Tab", "Next field", "app.focus_next"),
        Key("Esc", "Cancel", "cancel"),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "add", "add", priority=True),
        Binding("escape", "cancel", "cancel", priority=True),
    ]

    _warned = False
    """Whether the reader was told last that the text would be lost."""

    def entitled(self) -> str:
        """What it is."""
        return "Paste a text"

    def parts(self) -> ComposeResult:
        """Three fields."""
        yield entry("Title", Field(placeholder="the first line, when empty", id="name"))
        yield entry("Outlet", Field(placeholder="who published it", id="outlet"))
        yield Page(id="page", soft_wrap=True, tab_behavior="focus", placeholder="the text: paste it here")
        yield Told(id="problem", classes="error")

    def action_add(self) -> None:
        """Answer with the text, if there is any."""
        text = self.query_one(Page).text
        if not text.strip():
            self.query_one("#problem", Told).tell("There is no text yet: paste it into the large field.")
            return
        title, outlet = (self.query_one(name, Field).value.strip() or None for name in ("#name", "#outlet"))
        self.dismiss(Source.from_text(text, title=title, outlet=outlet, warnings=(PASTED,)))

    def action_cancel(self) -> None:
        """Answer with nothing; where a text would go with it, when the reader was told so."""
        if self.query_one(Page).text.strip() and not self._warned:
            self.query_one("#problem", Told).tell("The text is in no file: Esc again drops it.")
            self._warned = True
        else:
            self.dismiss(None)

    def on_text_area_changed(self) -> None:
        """Ask again before another text is dropped."""
        self._warned = False
        self.query_one("#problem", Told).tell("")

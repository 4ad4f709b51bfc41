"""A field to type and paste into; what is pasted is made safe before it is drawn."""

from textual import events
from textual.widgets import Input

from core.safe import make_safe


class Field(Input):
    """One line."""

    def on_mount(self) -> None:
        """Keep the cursor still: a blinking one sends bytes for nothing over a slow line."""
        self.cursor_blink = False

    def _on_paste(self, event: events.Paste) -> None:
        """Make it safe; the toolkit's own handler, which runs next, then takes it in."""
        event.text = make_safe(event.text)[0]

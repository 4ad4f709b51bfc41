"""A field to type and paste into; what is pasted is made safe before it is drawn."""

from textual import events
from textual.widgets import Input

from core.safe import make_safe
from tui.messages import TypedAhead


class Field(Input):
    """One line."""

    def on_mount(self) -> None:
        """Keep the cursor still: a blinking one sends bytes for nothing over a slow line."""
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Make safe what is put into it, whoever does."""
        return make_safe(value)[0]

    def _on_paste(self, event: events.Paste) -> None:
        """Make it safe; the toolkit's own handler, which runs next, then takes it in."""
        event.text = make_safe(event.text)[0]


class Prompt(Field):
    """A line for a search. Keys take effect in the order in which they were typed, however fast they came."""

    async def _on_key(self, event: events.Key) -> None:
        """Answer at Enter; what was typed after it is no part of the answer."""
        if self.screen.focused is not self:
            event.stop()
            event.prevent_default()
            self.post_message(TypedAhead(event.key, event.character))
        elif event.key in ("enter", "ctrl+j"):  # typed before the terminal was ours, Enter is a line feed
            event.stop()
            event.prevent_default()
            self.screen.set_focus(None)
            self.post_message(self.Submitted(self, self.value))

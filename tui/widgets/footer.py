"""The footer: the keys that matter most, never cut; a click does what the key does."""

from collections.abc import Sequence

from textual import events
from textual.strip import Strip

from tui.chrome import Key, footer, footer_line
from tui.messages import KeyClicked
from tui.widgets.drawing import Drawing


class KeyLine(Drawing):
    """One line of keys."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._keys: tuple[Key, ...] = ()

    def show(self, keys: Sequence[Key]) -> None:
        """Show these keys, as many as fit."""
        if tuple(keys) != self._keys:
            self._keys = tuple(keys)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the keys."""
        return self.strip(footer_line(self._keys, self.size.width) if y == 0 else (), self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Tell which key was clicked."""
        for key, left, right in footer(self._keys, self.size.width):
            if left <= event.x < right:
                self.post_message(KeyClicked(key.action))

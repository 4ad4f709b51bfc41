"""What a screen tells: in passing, in a notice until it is closed, and what is under way."""

from functools import partial

from textual.widgets import Static

from tui.frame import Covered
from tui.messages import Said
from tui.screens.selecting import Selecting

_MOMENT = 5.0
"""Seconds for which something is told in passing."""


class Saying(Selecting, Covered):
    """A screen that tells the reader something."""

    _busy = ""
    """What is under way."""
    _said = ""
    """Told in passing: until the reader goes on, or for a moment."""
    _turned = ""
    """Said when the last key went past an end of its walk."""
    _told: tuple[str, ...] = ()
    """What stood in the notice last."""

    def _notice(self, lines: list[str]) -> None:
        """Show lines until the reader closes them: three at most, the help has all."""
        self._told = tuple(lines) or self._told
        notice = self.query_one("#notice", Static)
        notice.display = bool(lines)
        more = [f"and {len(lines) - 2} more: ? lists them, Esc closes this"] if len(lines) > 3 else lines[2:]
        notice.update("\n".join([*lines[:2], *more]))

    def _say(self, words: str) -> None:
        """Tell something in passing, in place of where the reader is; what it says may hold article text."""
        self._said = words
        self.set_timer(_MOMENT, partial(self._unsay, words))
        self._draw_status()

    def _unsay(self, words: str) -> None:
        """Tell where the reader is again, unless something else was said meanwhile."""
        if self._said == words:
            self._said = ""
            self._draw_status()

    def on_said(self, message: Said) -> None:
        """Tell what the application has to say."""
        self._say(message.words)

    def _draw_status(self) -> None:
        """Draw what is told, else where the reader is."""
        raise NotImplementedError

"""What every dialog is: a frame with a title, what it holds, and the keys on its last line."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Static

from tui.cells import cut
from tui.chrome import Key
from tui.messages import KeyClicked, Said
from tui.widgets.fields import Field
from tui.widgets.footer import KeyLine

TITLE = 60
"""Cells of a title: what fits a frame at 80 columns."""


class Dialog(ModalScreen[ScreenResultType]):
    """A frame over the screen. Its keys are told as the footer tells them, and clicked as there."""

    SHAPE: ClassVar[str] = ""
    """How large it is: "tall" for what one reads, "whole" for the screen; empty for fields."""
    KEYS: Sequence[Key] = ()
    """What the last line tells, by worth; the last two are never left out."""

    def compose(self) -> ComposeResult:
        """The frame."""
        keys = KeyLine(id="keys")
        keys.show(self.KEYS)
        with Vertical(classes=f"dialog {self.SHAPE}") as box:
            box.border_title = Content(cut(self.entitled(), TITLE))
            yield from self.parts()
            yield keys

    def entitled(self) -> str:
        """What it is about; may hold article text."""
        raise NotImplementedError

    def parts(self) -> ComposeResult:
        """What it holds."""
        raise NotImplementedError

    def show_keys(self, keys: Sequence[Key]) -> None:
        """Tell these keys from now on."""
        self.query_one("#keys", KeyLine).show(keys)

    def on_said(self, message: Said) -> None:
        """Tell in the frame what the application has to say."""
        self.query_one(Vertical).border_subtitle = Content(cut(message.words, TITLE))

    def on_key_clicked(self, message: KeyClicked) -> None:
        """Do what the key does."""
        self.call_later(self.run_action, message.action)


class Told(Static):
    """Words of the dialog's own; it takes no line while there are none."""

    def __init__(self, words: str = "", *, id: str, classes: str = "") -> None:  # noqa: A002 - Textual's word
        super().__init__(words, id=id, classes=classes, markup=False)
        self.display = bool(words)

    def tell(self, words: str) -> None:
        """Say this from now on."""
        self.update(words)
        self.display = bool(words)


def entry(label: str, field: Field) -> Horizontal:
    """A field behind its name."""
    return Horizontal(Static(label, classes="label", markup=False), field, classes="entry")

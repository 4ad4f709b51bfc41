"""Help: the keys in force, and what the signs mean."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.cells import width_of
from tui.paint import Signs


def help_text(keys: Sequence[tuple[str, str]], signs: Signs) -> str:
    """The keys in two columns, and the signs.

    Args:
        keys: Keys and what they do.
        signs: The signs in use.

    Returns:
        Lines of plain text, each at most 70 cells.
    """
    wide = max((width_of(k) for k, _ in keys), default=0)
    lines = [f"{k}{' ' * (wide - width_of(k))}  {says}" for k, says in keys]
    return "\n".join(
        [
            "Each block is one passage: what the sources write on one point.",
            f"{signs.agree} agree     two or more tell it, nothing conflicts",
            f"{signs.diverge} diverge   a number, name, date … differs; the readings are marked",
            f"{signs.only} only      one source alone tells it",
            f"{signs.left_out} left out  no part of the report, not compared",
            f"ABC{signs.absent}        A, B and C have the passage, D does not",
            "A*          the source whose order leads the rows (the base)",
            "underlined words stand in one source only, italic ones in some",
            "",
            *lines,
        ]
    )


class HelpDialog(ModalScreen[None]):
    """The keys in force."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q,enter", "dismiss_none", "close"),
        Binding("j,down", "scroll(1)", "down"),
        Binding("k,up", "scroll(-1)", "up"),
        Binding("space,pagedown", "scroll(10)", "a page down"),
        Binding("b,pageup", "scroll(-10)", "a page up"),
    ]
    AUTO_FOCUS = ""

    def __init__(self, keys: Sequence[tuple[str, str]], signs: Signs) -> None:
        super().__init__()
        self._text = help_text(keys, signs)

    def compose(self) -> ComposeResult:
        """The text in a box."""
        with VerticalScroll(classes="dialog", can_focus=False) as box:
            box.border_title = "Keys and signs (j k scroll, Esc closes)"
            yield Static(self._text, id="keys", markup=False)

    def action_dismiss_none(self) -> None:
        """Close it."""
        self.dismiss(None)

    def action_scroll(self, by: int) -> None:
        """Scroll the text."""
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)

"""A dialog to read: help, why, an article."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from tui.cells import cut, width_of
from tui.ink import Role, Words
from tui.keys import Command, in_force
from tui.look import Signs
from tui.sheet import WordSheet
from tui.widgets.lines import LineList


class TextDialog(ModalScreen[None]):
    """Blocks of words in a box that scrolls."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,question_mark,f1,i", "leave", "close"),
        Binding("j,down", "scroll(1)", "down"),
        Binding("k,up", "scroll(-1)", "up"),
        Binding("space,pagedown", "page(1)", "a page down"),
        Binding("b,pageup", "page(-1)", "a page up"),
    ]

    def __init__(self, title: str, sheet: WordSheet, at: int = -1) -> None:
        """Make the dialog.

        Args:
            title: What it is about; may hold article text.
            sheet: The words.
            at: Index of the block to begin with; -1 for the top.
        """
        super().__init__()
        self._title = title
        self._sheet = sheet
        self._at = at

    def compose(self) -> ComposeResult:
        """The words in a box."""
        with Vertical(classes="dialog tall") as box:
            box.border_title = Content(cut(self._title, 60))
            box.border_subtitle = Content("j k scroll, Esc closes")
            yield LineList(id="text")

    def on_mount(self) -> None:
        """Begin with the block asked for."""
        self.query_one(LineList).show(self._sheet, self._at, relaid=True)

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self.query_one(LineList).scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by a page."""
        self.query_one(LineList).page(by)


def help_blocks(
    groups: Sequence[tuple[str, Sequence[Command]]], keymap: dict[str, str], signs: Signs
) -> tuple[Words, ...]:
    """The keys in force, by what they are for, and what the signs mean.

    Args:
        groups: The commands with the names of their groups.
        keymap: Keys that the reader gave to commands, by ID.
        signs: The signs in use.

    Returns:
        Lines of words.
    """
    lines = [Words().add("Each block is one passage: what the sources write on one point.")]
    told = (
        (f"{signs.agree} agree", "two or more tell it, nothing conflicts", Role.AGREE),
        (f"{signs.diverge} diverge", "a number, name, date … differs; the readings are marked", Role.DIVERGE),
        (f"{signs.only} only", "one source alone tells it", Role.ONLY),
        (f"{signs.left_out} left out", "no part of the report, not compared", Role.MUTED),
        (f"ABC{signs.absent}", "A, B and C have the passage, D does not", Role.STRONG),
        ("A*", "the source whose order leads the rows (the base)", Role.STRONG),
        ("underlined", "words that stand in one source only", Role.OWN),
        ("italic", "words that some of the sources have", Role.PARTIAL),
    )
    for sign, says, role in told:
        lines.append(Words().add(sign, role).add(" " * (12 - width_of(sign)) + says))
    for title, commands in groups:
        lines += [Words(), Words().add(title, Role.STRONG)]
        for keys, says in in_force(commands, keymap):
            lines.append(Words().add(f"{keys:<12}", Role.KEY).add(says))
    return tuple(lines)

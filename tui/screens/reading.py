"""A dialog to read: help, why, an article."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from tui.cells import cut, width_of
from tui.frame import Over
from tui.ink import Role, Words
from tui.keys import Command, in_force
from tui.screens.selecting import Selecting
from tui.sheet import Sheet
from tui.signs import Sign
from tui.widgets.lines import LineList

_SIGN = 14
"""Cells of a sign or a key, before what it means."""


class TextDialog(Selecting, ModalScreen[None], Over):
    """Blocks of words in a box that scrolls."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,question_mark,f1,i", "leave", "close"),
        Binding("j,down", "scroll(1)", "down"),
        Binding("k,up", "scroll(-1)", "up"),
        Binding("space,pagedown,ctrl+d", "page(1)", "a page down"),
        Binding("b,pageup,ctrl+u", "page(-1)", "a page up"),
        Binding("g,home", "edge(-1)", "to the top"),
        Binding("G,end", "edge(1)", "to the end"),
        Binding("y", "screen.copy_text", "copy what is selected"),
    ]
    HINT = "j k Space b g G scroll, Esc closes"

    def __init__(self, title: str, sheet: Sheet, at: int = -1, classes: str = "dialog tall") -> None:
        """Make the dialog.

        Args:
            title: What it is about; may hold article text.
            sheet: The words.
            at: Index of the block to begin with; -1 for the top.
            classes: How large its box is.
        """
        super().__init__()
        self._title = title
        self._sheet = sheet
        self._at = at
        self._box = classes

    def compose(self) -> ComposeResult:
        """The words in a box."""
        with Vertical(classes=self._box) as box:
            box.border_title = Content(cut(self._title, 60))
            box.border_subtitle = Content(self.HINT)
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

    def action_edge(self, by: int) -> None:
        """Scroll to the top or the end."""
        text = self.query_one(LineList)
        (text.scroll_home if by < 0 else text.scroll_end)(animate=False)


class SourceDialog(TextDialog):
    """What one source has, a cell or its article; the sources can be walked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("z", "leave", "close"),
        Binding("l,right", "source(1)", "next source"),
        Binding("h,left", "source(-1)", "previous source"),
    ]
    HINT = "h l other sources, j k scroll, Esc closes"

    def __init__(self, show: Callable[[int], tuple[str, Sheet, int]], classes: str = "dialog tall") -> None:
        """Make the dialog.

        Args:
            show: Chooses a source so many on, and gives a title, what to show, and the row to begin with.
            classes: How large its box is.
        """
        super().__init__(*show(0), classes)
        self._show = show

    def action_source(self, by: int) -> None:
        """Show another source."""
        title, sheet, at = self._show(by)
        self.query_one(Vertical).border_title = Content(cut(title, 60))
        self.query_one(LineList).show(sheet, at, relaid=True, jump=True)


def signs_in_words(threshold: str) -> tuple[Words, ...]:
    """What the signs mean, and the figures of the status line.

    Args:
        threshold: The threshold as the status line tells it; empty when there is none yet.
    """
    told = (
        (f"{Sign.AGREE} agree", "two or more tell it, nothing conflicts", Role.AGREE),
        (f"{Sign.DIVERGE} diverge", "a number, a name, a date differs; readings are marked", Role.DIVERGE),
        (f"1+4{Sign.DIVERGE}", "rows that diverge, and that conflict with other rows", Role.DIVERGE),
        (f"{Sign.ONLY} only", "one source alone tells it", Role.ONLY),
        ("elsewhere", "told by one source here; others tell it in another row", Role.ONLY),
        (f"{Sign.LEFT_OUT} left out", "no part of the report, not compared", Role.MUTED),
        (f"ABC{Sign.ABSENT}", "A, B and C have the passage, D does not", Role.STRONG),
        ("A*", "the source whose order leads the rows (the base)", Role.STRONG),
        ("moved in D", "it stands elsewhere in D than its neighbours (¶2 > ¶5)", Role.MUTED),
        ("conflict", "the words that conflict", Role.CONFLICT),
        ("one only", "words that stand in one source only", Role.OWN),
        ("some", "words that some of the sources have", Role.PARTIAL),
        (f"{Sign.HERE} in a row", "the finding that . and , went to", Role.DIVERGE),
        (
            f"{Sign.STRIP} at the edge",
            "the whole, from top to end, coloured by status",
            Role.DIVERGE,
        ),
        (f"{Sign.HERE} at the edge", "where you are in the whole", Role.DIVERGE),
        (threshold or "match: 33", "least chance that a reader would confirm a match;", Role.STRONG),
        ("", "( and ) change it", Role.STRONG),
        ("score 82", "that chance here, for the cell that fits least", Role.STRONG),
    )
    lines = [Words().add("Each block is one passage: what the sources write on one point.")]
    for sign, says, role in told:
        lines.append(Words(hang=_SIGN).add(sign, role).add(" " * (_SIGN - width_of(sign)) + says))
    return tuple(lines)


def key_blocks(title: str, keys: Iterable[tuple[str, str]]) -> tuple[Words, ...]:
    """Keys and what they do, under a title."""
    head = (Words(), Words().add(title, Role.STRONG))
    return (
        *head,
        *(Words(hang=_SIGN).add(f"{f'{key}  ':<{_SIGN}}", Role.KEY).add(says) for key, says in keys),
    )


def help_blocks(
    groups: Sequence[tuple[str, Sequence[Command]]],
    keymap: Mapping[str, str],
    threshold: str = "",
) -> tuple[Words, ...]:
    """The keys in force, by what they are for, and what the signs mean.

    Args:
        groups: The commands with the names of their groups.
        keymap: Keys that the reader gave to commands, by ID.
        threshold: The threshold as the status line tells it.

    Returns:
        Lines of words.
    """
    lines = signs_in_words(threshold)
    for title, commands in groups:
        lines += key_blocks(title, in_force(commands, dict(keymap)))
    return lines

"""The sources of a comparison: rename, remove, add."""

from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Static

from core.model import Source
from tui.cells import display
from tui.ink import Role, Words
from tui.messages import RowClicked
from tui.naming import name_of
from tui.screens.selecting import Selecting
from tui.sheet import WordSheet
from tui.widgets.fields import Field
from tui.widgets.lines import LineList


class Change(NamedTuple):
    """What to do with the sources."""

    what: str
    """choose, rename, remove or add."""
    source: str = ""
    """ID of the source."""
    title: str = ""
    """Its new title."""


class SourcesDialog(Selecting, ModalScreen[Change | None]):
    """The sources; answers with what to change."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "down"),
        Binding("k,up", "move(-1)", "up"),
        Binding("enter", "choose", "go to it"),
        Binding("r", "rename", "rename"),
        Binding("d,delete", "remove", "remove"),
        Binding("a", "add", "add"),
        Binding("y", "screen.copy_text", "copy what is selected"),
        Binding("escape,q,s", "leave", "close"),
    ]

    def __init__(self, sources: tuple[Source, ...], at: int) -> None:
        super().__init__()
        self._sources = sources
        self._at = at

    def compose(self) -> ComposeResult:
        """The list, a field for a new title, the keys."""
        with Vertical(classes="dialog tall") as box:
            box.border_title = "Sources"
            yield LineList(id="text")
            yield Field(id="name")
            goes = f"A to {self._sources[-1].id} or Enter goes to it"
            hint = f"{goes}, r renames, d removes, a adds, Esc closes"
            yield Static(hint, classes="hint", id="hint", markup=False)

    def on_mount(self) -> None:
        """Show the list."""
        self.query_one("#name", Field).display = False
        self._draw(relaid=True)

    def _draw(self, *, relaid: bool = False) -> None:
        blocks = []
        for source in self._sources:
            letter = f"{source.id}  "
            words = Words(hang=len(letter)).add(letter, Role.STRONG).add(name_of(source))
            for line in (source.origin, *source.warnings):
                words = words.add(f"  {display(line)}", Role.MUTED) if line else words
            blocks.append(words)
        sheet = WordSheet(tuple(blocks), self._at, gap=True)
        self.query_one(LineList).show(sheet, self._at, relaid=relaid)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self._at = max(0, min(self._at + by, len(self._sources) - 1))
        self._draw()

    def on_row_clicked(self, message: RowClicked) -> None:
        """Move the cursor to what was clicked."""
        self._at = message.row
        self._draw()
        if message.again:
            self.action_choose()

    @property
    def _source(self) -> Source:
        return self._sources[self._at]

    def action_choose(self) -> None:
        """Go to the source."""
        self.dismiss(Change("choose", self._source.id))

    def on_key(self, event: Key) -> None:
        """Go to the source whose letter was typed: the digits of the comparison reach but nine."""
        if event.character in {source.id for source in self._sources}:
            event.stop()
            self.dismiss(Change("choose", event.character))

    def action_rename(self) -> None:
        """Ask for a title."""
        name = self.query_one("#name", Field)
        name.display = True
        name.value = self._source.title
        name.focus()
        self.query_one("#hint", Static).update("Its new title: Enter renames, Esc closes")

    def on_input_submitted(self, event: Field.Submitted) -> None:
        """Answer with the new title."""
        if event.value.strip():
            self.dismiss(Change("rename", self._source.id, event.value.strip()))

    def action_remove(self) -> None:
        """Answer that it is to go; two must stay."""
        if len(self._sources) > 2:
            self.dismiss(Change("remove", self._source.id))
        else:
            self.query_one("#hint", Static).update("Two sources must stay: add another first (a).")

    def action_add(self) -> None:
        """Answer that another is wanted."""
        self.dismiss(Change("add"))

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)

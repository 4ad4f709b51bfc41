"""The sources of a comparison: rename, remove, add."""

from collections.abc import Collection
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from core.model import Source
from tui.cells import display
from tui.chrome import Key
from tui.ink import Role, Words
from tui.messages import RowClicked
from tui.naming import name_of
from tui.pages import WordSheet
from tui.screens.dialog import Dialog, Told, entry
from tui.screens.selecting import Selecting
from tui.widgets.fields import Field
from tui.widgets.reader import Reader


class Change(NamedTuple):
    """What to do with the sources."""

    what: str
    """choose, rename, remove, add or paste."""
    source: str = ""
    """ID of the source."""
    title: str = ""
    """Its new title."""


class SourcesDialog(Selecting, Dialog[Change | None]):
    """The sources; answers with what to change."""

    AUTO_FOCUS = ""
    SHAPE = "tall"
    _RENAMING = (Key("Enter", "Rename", "name"), Key("Esc", "Back", "leave"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "down"),
        Binding("k,up", "move(-1)", "up"),
        Binding("home", "move(-9999)", "first"),
        Binding("end", "move(9999)", "last"),
        Binding("enter", "choose", "go to it"),
        Binding("r", "rename", "rename"),
        Binding("d,delete", "remove", "remove"),
        Binding("a", "add", "add"),
        Binding("p", "paste", "paste"),
        Binding("y", "screen.copy_text", "copy what is selected"),
        Binding("escape,q,s", "leave", "close"),
    ]

    def __init__(
        self,
        sources: tuple[Source, ...],
        at: int,
        base: str,
        hidden: Collection[str],
        loose: Collection[str] = (),
    ) -> None:
        """Make the dialog.

        Args:
            sources: What is compared.
            at: Index of the chosen one.
            base: ID of the one whose order leads.
            hidden: IDs of those that are not shown.
            loose: IDs of those that are in no file.
        """
        super().__init__()
        self._sources = sources
        self._at = at
        self._loose = set(loose)
        self._is = {**dict.fromkeys(hidden, "hidden"), base: "base"}
        self.KEYS = (
            Key(f"Enter A-{sources[-1].id}", "Go to it", "choose"), Key("r", "Rename", "rename"),
            Key("d", "Remove", "remove"), Key("a", "Add", "add"), Key("p", "Paste", "paste"),
            Key("Esc", "Close", "leave"),
        )  # fmt: skip

    def entitled(self) -> str:
        """What it is."""
        return "Sources"

    def parts(self) -> ComposeResult:
        """The list, a field for a new title."""
        yield Reader(id="text")
        yield entry("New title", Field(id="name"))
        yield Told(id="problem", classes="error")

    def on_mount(self) -> None:
        """Show the list."""
        self._show_list()
        self._draw(relaid=True)

    def _show_list(self) -> None:
        """Give the keys to the list."""
        self._entry.display = False
        self.set_focus(None)
        self.show_keys(self.KEYS)

    @property
    def _entry(self) -> Horizontal:
        return self.query_one(".entry", Horizontal)

    def _draw(self, *, relaid: bool = False) -> None:
        blocks = []
        for source in self._sources:
            letter = f"{source.id}  "
            words = Words(hang=len(letter)).add(letter, Role.STRONG).add(name_of(source))
            noted = (warning.removeprefix(f"{source.origin}: ") for warning in source.warnings)
            for line in (self._is.get(source.id), source.origin, *noted):
                words = words.add(f"  {display(line)}", Role.MUTED) if line else words
            blocks.append(words)
        sheet = WordSheet(tuple(blocks), self._at, gap=True)
        self.query_one(Reader).show(sheet, self._at, relaid=relaid)

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

    def on_key(self, event: events.Key) -> None:
        """Go to the source whose letter was typed: the digits of the comparison reach but nine."""
        if event.character in {source.id for source in self._sources}:
            event.stop()
            self.dismiss(Change("choose", event.character))

    def action_rename(self) -> None:
        """Ask for a title."""
        self._entry.display = True
        name = self.query_one("#name", Field)
        name.value = self._source.title
        name.focus()
        self.show_keys(self._RENAMING)

    def on_input_submitted(self) -> None:
        """Answer with the new title."""
        self.action_name()

    def action_name(self) -> None:
        """Answer with the new title, if there is one."""
        title = self.query_one("#name", Field).value.strip()
        if title:
            self.dismiss(Change("rename", self._source.id, title))

    def action_remove(self) -> None:
        """Answer that it is to go; two must stay."""
        if len(self._sources) > 2 and self._source.id in self._loose:
            self._loose.remove(self._source.id)
            told = f"{self._source.id} is in no file: d again removes it."
            self.query_one("#problem", Told).tell(told)
        elif len(self._sources) > 2:
            self.dismiss(Change("remove", self._source.id))
        else:
            self.query_one("#problem", Told).tell("Two sources must stay: add another first (a).")

    def action_add(self) -> None:
        """Answer that another is wanted."""
        self.dismiss(Change("add"))

    def action_paste(self) -> None:
        """Answer that a text is to be pasted."""
        self.dismiss(Change("paste"))

    def action_leave(self) -> None:
        """Change nothing: neither the title, while one types it, nor the sources."""
        if self._entry.display:
            self._show_list()
        else:
            self.dismiss(None)

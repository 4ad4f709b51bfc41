"""Choosing articles: comparisons of late, a file and folder picker with a preview, and pasting."""

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.screen import Screen

from core.model import Source
from tui import picking
from tui.boxes import stack
from tui.cells import cut
from tui.chrome import Key, said
from tui.help import key_blocks
from tui.ink import Piece, Role, Words
from tui.keys import all_keys
from tui.messages import KeyClicked, RowClicked, Said
from tui.naming import short_names
from tui.opening import begun
from tui.pages import WordSheet
from tui.picking import Chosen, Entry, Picker
from tui.screens.path import PathDialog
from tui.screens.reading import TextDialog
from tui.screens.selecting import Selecting
from tui.widgets.drawing import Lines
from tui.widgets.footer import KeyLine
from tui.widgets.lines import LineList

_KEYS = (
    Key("Space", "Choose", "pick"),
    Key("c", "Compare", "compare"),
    Key("Enter", "Open", "open"),
    Key("/", "Path", "path('/')"),
    Key("p", "Paste", "paste"),
    Key("h", "Folder above", "above"),
    Key("?", "Help", "help"),
    Key("q", "Leave", "leave"),
)
_BINDINGS = (
    Binding("j,down", "move(1)", "down"),
    Binding("k,up", "move(-1)", "up"),
    Binding("pagedown", "move(10)", "ten down"),
    Binding("pageup", "move(-10)", "ten up"),
    Binding("g,home", "move(-9999)", "first"),
    Binding("G,end", "move(9999)", "last"),
    Binding("space", "pick", "choose the file or folder, or no longer"),
    Binding("enter,l,right", "open", "open the folder or the comparison; choose the file"),
    Binding("h,left,backspace", "above", "the folder above"),
    Binding("p", "paste", "paste a text as an account"),
    Binding("slash", "path('/')", "type the path of a file or a folder"),
    Binding("tilde", "path('~/')", "the same, from your home"),
    Binding("c", "compare", "compare what is chosen"),
    Binding("y", "screen.copy_text", "copy what is selected with the mouse"),
    Binding("question_mark,f1", "help", "this help"),
    Binding("escape,q,ctrl+q", "leave", "leave"),
)

_NAME = 16
"""Cells of the name of what is chosen: less would tell no headline from another."""


class PickerScreen(Selecting, Screen[Chosen | None]):
    """Answers with what to compare, or with nothing."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [*_BINDINGS]

    def __init__(self, folder: str, least: int, recent: tuple[Entry, ...] = ()) -> None:
        """Make the screen.

        Args:
            folder: Where to begin.
            least: How many sources must be chosen.
            recent: Comparisons of late, to be opened again.
        """
        super().__init__()
        self._least = least
        self._warned = False
        """Whether the reader was told last that what was pasted would be lost."""
        self._picker: Picker = picking.open_folder(folder, recent)

    def begin_again(self, before: Chosen, problem: str) -> None:
        """Begin where a choice was made that led to nothing, and tell why; what was pasted stays chosen."""
        folder = str(Path(before.paths[0]).parent) if before.paths else self._picker.folder
        picker = picking.go(self._picker, folder)
        self._picker = replace(picker, chosen=Chosen(pasted=before.pasted), problem=problem)

    def compose(self) -> ComposeResult:
        """Title, entries beside a preview, what is chosen, keys."""
        yield Lines(id="title")
        yield Lines(id="where")
        with Horizontal():
            yield LineList(id="entries")
            yield LineList(id="preview")
        yield Lines(id="chosen")
        yield KeyLine(id="footer")

    def on_mount(self) -> None:
        """Show the folder."""
        self.query_one("#footer", KeyLine).show(_KEYS)
        self._become(self._picker, force=True)

    def _become(self, picker: Picker, *, force: bool = False) -> None:
        relaid = force or picker.entries != self._picker.entries
        marked = picker.chosen != self._picker.chosen
        self._picker = picker
        sheet = WordSheet(picking.in_words(picker), picker.cursor)
        self.query_one("#entries", LineList).show(sheet, picker.cursor, relaid=relaid or marked)
        shown = WordSheet(picking.preview(picker.entry()))
        self.query_one("#preview", LineList).show(shown, -1, relaid=True)
        self._draw_lines()

    def _draw_lines(self) -> None:
        width, picker = self.app.size.width, self._picker
        self._warned = False
        wanted = "the accounts to put side by side" if self._least > 1 else "accounts to add to those open"
        title = (Piece(" Sidelight", (Role.STRONG,)), Piece(f"  choose {wanted}"))
        self.query_one("#title", Lines).show(title)
        where = (Piece(" " + cut(picking.safe_name(picker.folder), width - 2), (Role.MUTED,)),)
        problem = [Words().add(picker.problem, Role.ERROR)] if picker.problem else []
        told = stack(problem, width, here=False)[:-1]
        self.query_one("#where", Lines).show(where, *told)
        chosen = picker.chosen
        names = [picking.safe_name(Path(p).name) for p in chosen.paths]
        names += [begun(source).name for source in chosen.pasted]
        short = short_names(names, max(_NAME, (width - 10) // max(1, len(names)) - 2))
        says = f"chosen: {', '.join(short)}" if names else "nothing chosen yet: Space chooses, c compares"
        self.query_one("#chosen", Lines).show((Piece(" " + cut(says, width - 2)),))

    def on_said(self, message: Said) -> None:
        """Tell something in passing, in place of what is chosen."""
        self._warned = False
        self.query_one("#chosen", Lines).show(*said(message.words, self.app.size.width))

    def on_resize(self) -> None:
        """Draw for the new size."""
        self._draw_lines()

    def on_row_clicked(self, message: RowClicked) -> None:
        """Choose what was clicked."""
        if message.sender == "entries" and message.again:
            self._become(picking.toggle(self._picker))
            self.action_open()
        elif message.sender == "entries":
            self._become(picking.toggle(replace(self._picker, cursor=message.row)))

    def on_key_clicked(self, message: KeyClicked) -> None:
        """Do what the key does."""
        self.call_later(self.run_action, message.action)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        self._become(picking.move(self._picker, by))

    def action_pick(self) -> None:
        """Choose, and go on to the next."""
        self._become(picking.move(picking.toggle(self._picker), 1))

    def action_open(self) -> None:
        """Open the folder or the comparison under the cursor; choose the file."""
        entry = self._picker.entry()
        if entry is None:
            return
        if entry.recent:
            self.dismiss(Chosen(entry.paths))
        elif entry.folder:
            self._become(picking.go(self._picker, entry.paths[0]))
        else:
            self.action_pick()

    def action_above(self) -> None:
        """Go to the folder above."""
        below = self._picker.folder
        self._become(picking.go(self._picker, str(Path(below).parent), below))

    def action_path(self, begins: str) -> None:
        """Ask for a path, with how it begins."""
        self.app.push_screen(PathDialog(begins, self._picker.folder), self._typed)

    def _typed(self, path: Path | None) -> None:
        if path is not None and path.is_dir():
            self._become(picking.go(self._picker, str(path)))
        elif path is not None:
            self._become(picking.choose(self._picker, str(path)))

    def action_paste(self) -> None:
        """Ask for a text."""
        from tui.screens.paste import PasteDialog  # the text area costs the first frame 20 ms

        self.app.push_screen(PasteDialog(), self._pasted)

    def _pasted(self, source: Source | None) -> None:
        if source is not None:
            chosen = self._picker.chosen
            chosen = replace(chosen, pasted=(*chosen.pasted, source))
            self._become(replace(self._picker, chosen=chosen))

    def action_compare(self) -> None:
        """Answer with what is chosen, when it is enough."""
        chosen = self._picker.chosen
        folder = any(Path(path).is_dir() for path in chosen.paths)
        if folder or len(chosen.paths) + len(chosen.pasted) >= self._least:
            self.dismiss(chosen)
        else:
            missing = "one account" if self._least == 1 else "two accounts"
            self.on_said(Said(f"Choose at least {missing}: Space chooses."))

    def action_help(self) -> None:
        """Show the keys in force."""
        keys = [(all_keys(binding.key), binding.description) for binding in _BINDINGS]
        self.app.push_screen(TextDialog("Keys", WordSheet(key_blocks("Choosing articles", keys)[1:])))

    def action_leave(self) -> None:
        """Answer with nothing; where a pasted text would go with it, when the reader was told so."""
        loose = len(self._picker.chosen.pasted)
        if loose and not self._warned:
            told = "The pasted text is" if loose == 1 else f"{loose} pasted texts are"
            self.on_said(Said(f"{told} in no file: c compares, q again leaves."))
            self._warned = True
        else:
            self.dismiss(None)

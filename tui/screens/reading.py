"""Dialogs to read: words, a cell, an article."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from tui.cells import cut, display
from tui.chrome import Key
from tui.frame import Over
from tui.messages import TypedAhead
from tui.pages import Hit, Searched
from tui.screens.dialog import TITLE, Dialog
from tui.screens.selecting import Selecting
from tui.search import folded_query
from tui.widgets.fields import Prompt
from tui.widgets.reader import Reader

_QUERY = 24
"""Cells of a query that are told in the frame."""
_FIND = Key("/", "Search", "search")
_CLOSE = Key("Esc", "Close", "leave")


class TextDialog(Selecting, Dialog[None], Over):
    """Blocks of words in a frame that scrolls, and can be searched."""

    AUTO_FOCUS = ""
    SHAPE = "tall"
    # What opens a field has priority: it is there before the keys behind it are handled, and gets them all.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "clear the search, close"),
        Binding("q,enter,question_mark,f1,i", "leave", "close"),
        Binding("j,down", "scroll(1)", "down"),
        Binding("k,up", "scroll(-1)", "up"),
        Binding("space,pagedown,ctrl+d", "page(1)", "a page down"),
        Binding("b,pageup,ctrl+u", "page(-1)", "a page up"),
        Binding("g,home", "edge(-1)", "to the top"),
        Binding("G,end", "edge(1)", "to the end"),
        Binding("slash", "search", "search here", priority=True),
        Binding("n", "hit(1)", "next hit"),
        Binding("N", "hit(-1)", "previous hit"),
        Binding("y", "screen.copy_text", "copy what is selected"),
    ]
    KEYS: Sequence[Key] = (
        Key("j k", "Scroll", "scroll(1)"),
        Key("Space", "Page", "page(1)"),
        _FIND,
        _CLOSE,
    )
    _TYPING = (Key("Enter", "Keep the hits", "keep_hits"), Key("Esc", "Clear", "back"))
    _HITS = (Key("n", "Next hit", "hit(1)"), Key("N", "Previous hit", "hit(-1)"), _FIND)

    def __init__(self, title: str, sheet: Searched, at: int = -1, query: str = "") -> None:
        """Make the dialog.

        Args:
            title: What it is about; may hold article text.
            sheet: The words.
            at: Index of the block to begin with; -1 for the top.
            query: The search of the screen beneath, whose hits are walked until another is typed.
        """
        super().__init__()
        self._title = title
        self._sheet = sheet
        self._at = at
        self._query = self._given = query
        self._found = sheet
        self._hits: Sequence[Hit] = ()
        self._hit: int | None = None  # the one that the reader went to
        self._from = 0  # the row where the reader was when he began to type a search

    def entitled(self) -> str:
        """What it is about."""
        return self._title

    def parts(self) -> ComposeResult:
        """The words, and a field for a search."""
        yield Reader(id="text")
        yield Prompt(id="query", placeholder="search here: Enter keeps the hits, Esc clears them")

    def on_mount(self) -> None:
        """Begin with the block asked for."""
        self._text.show(self._sheet, self._at, relaid=True)
        if self._query:
            self._find(self._query)

    @property
    def _text(self) -> Reader:
        return self.query_one(Reader)

    @property
    def _typing(self) -> bool:
        return bool(self.query_one("#query").display)

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)

    def action_back(self) -> None:
        """Clear the search; close it when none was typed here."""
        if not self._typing and self._query == self._given:
            self.action_leave()
            return
        self._find(self._given)
        self.action_keep_hits()

    def action_scroll(self, by: int) -> None:
        """Scroll by lines."""
        self._text.scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by a page."""
        self._text.page(by)

    def action_edge(self, by: int) -> None:
        """Scroll to the top or the end."""
        (self._text.scroll_home if by < 0 else self._text.scroll_end)(animate=False)

    # searching

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While one types, the key that opens the field is a character like any other."""
        return action != "search" or (self.is_mounted and not self._typing)

    def action_search(self) -> None:
        """Ask what to search for."""
        field = self.query_one("#query", Prompt)
        field.value, field.display, self._from = self._query, True, self._text.row_in_sight()
        self.set_focus(field)
        self.show_keys(self._TYPING)

    def on_input_changed(self, event: Prompt.Changed) -> None:
        """Search while the reader types; go to the first hit from where he was."""
        if self._typing:
            self._find(event.value)
            self._go(self._after(self._from))

    def on_input_submitted(self) -> None:
        """Keep the hits."""
        self.action_keep_hits()

    def on_typed_ahead(self, message: TypedAhead) -> None:
        """Do what a key does that was typed before the search had closed."""
        self.app.post_message(events.Key(message.key, message.character))

    def action_keep_hits(self) -> None:
        """Give the keys back to the text."""
        self.query_one("#query").display = False
        self.set_focus(None)
        self._tell()

    def action_hit(self, by: int) -> None:
        """Go to the next or previous hit, from where one reads; past the last one to the first."""
        if self._hit is not None:
            self._go(self._hit + by)
        else:
            self._go(self._after(self._text.row_in_sight()) - (by < 0))

    def _after(self, row: int) -> int:
        """The first hit in a row or below it; as many as there are when there is none."""
        return next((n for n, hit in enumerate(self._hits) if hit.row >= row), len(self._hits))

    def _find(self, query: str) -> None:
        """Mark the hits of a search, and tell how many there are."""
        self._query, self._hit = query, None
        self._found, self._hits = self._sheet.sought(folded_query(query))
        self._text.show(self._found, self._at, relaid=False)
        self._tell()

    def _go(self, hit: int) -> None:
        if self._hits:
            self._hit = hit % len(self._hits)
            there = self._hits[self._hit]
            self._text.show(self._found.on(there), there.row, relaid=False)
            self._text.go_to(there.row, there.start)
            self._tell()

    def _tell(self) -> None:
        """Tell in the frame which hit is in sight, and on its last line what the keys do now."""
        query, hits = cut(display(self._query), _QUERY), len(self._hits)
        count = (
            f"{hits or 'no'} hit{'s' * (hits != 1)}"
            if self._hit is None
            else f"hit {self._hit + 1} of {hits}"
        )
        box = self.query_one(Vertical)
        box.border_subtitle = Content(f"“{query}”: {count}" if folded_query(query) else "")
        clear = _CLOSE if self._query == self._given else Key("Esc", "Clear", "back")
        self.show_keys(self._TYPING if self._typing else (*self._HITS, clear) if hits else self.KEYS)


class SourceDialog(TextDialog):
    """What one source has, a cell or its article; the sources can be walked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("z", "leave", "close"),
        Binding("l,right", "source(1)", "next source"),
        Binding("h,left", "source(-1)", "previous source"),
    ]
    KEYS = (Key("h l", "Other sources", "source(1)"), *TextDialog.KEYS)

    def __init__(self, show: Callable[[int], tuple[str, Searched, int]], query: str) -> None:
        """Make the dialog.

        Args:
            show: Chooses a source so many on, and gives a title, what to show, and the row to begin with.
            query: The search of the screen beneath.
        """
        super().__init__(*show(0), query)
        self._show = show

    def action_source(self, by: int) -> None:
        """Show another source; the search goes on in it, and the frame does not shrink."""
        title, self._sheet, self._at = self._show(by)
        self.query_one(Vertical).border_title = Content(cut(title, TITLE))
        self._text.styles.min_height = self._text.size.height
        self._text.show(self._sheet, self._at, relaid=True, jump=True)
        self._find(self._query)


class ZoomDialog(SourceDialog):
    """A cell as large as the screen."""

    SHAPE = "whole"

"""The command palette: what the keys in force do, by its words, so that key and command cannot drift."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widgets import Input, LoadingIndicator

from tui.desk import Desk
from tui.keys import EXPORTS, shown_key
from tui.naming import name_of
from tui.natures import Show
from tui.screens.comparison import ComparisonScreen

_KEY = 11
"""Cells of the key of a command: Shift+Tab is the longest, and two are left free."""

_NAMED = 0.5
"""What a fit with a source's name weighs: "exp" means the export, not the explosion of a headline."""


class Entry(NamedTuple):
    """A line of the palette."""

    says: str
    """What it does; may hold article text."""
    key: str
    """Its key, as a reader knows it."""
    action: str
    """The action of the screen."""


_FURTHER = {
    "filter": tuple(Entry(f"show: {show}", "", f"filter('{show}')") for show in Show),
    "export": tuple(Entry(export.says, "", export.action) for export in EXPORTS),
}
"""What the palette alone offers, behind the command whose key goes through it or asks for it."""


class Commands(Provider):
    """The commands of the screen."""

    async def startup(self) -> None:
        """Keep the cursor still, as in our fields, and what would turn: unseen, it woke the loop."""
        palette = self.app.screen
        palette.query_one(Input).cursor_blink = False
        palette.query_one(LoadingIndicator).auto_refresh = None

    def _entries(self) -> Iterator[Entry]:
        """Each action of the screen once, with its first key in force, in the order of its table."""
        active = [a.binding for a in self.screen.active_bindings.values() if a.node is self.screen]
        found: dict[str, Entry] = {}
        for binding in active:
            key = shown_key(binding.key, self.app.get_key_display(binding))
            says = binding.description
            if isinstance(self.screen, ComparisonScreen):
                says = _of_source(self.screen.desk, binding.id or "", says)
            if says:
                found.setdefault(binding.action, Entry(says, key, binding.action))
        own = (binding.action for binding in self.screen.BINDINGS if isinstance(binding, Binding))
        for action in own:
            if action in found and action != "app.command_palette":
                yield found.pop(action)
                yield from _FURTHER.get(action, ())

    async def discover(self) -> Hits:
        """All of them."""
        for says, key, action in self._entries():
            run = partial(self.screen.run_action, action)
            yield DiscoveryHit(_line(key, Content(says)), run, text=says)

    async def search(self, query: str) -> Hits:
        """Those whose words fit; of two that fit alike, the one that says less besides comes first."""
        matcher = self.matcher(query)
        for says, key, action in self._entries():
            score = matcher.match(says) * (_NAMED if action.startswith("number") else 1)
            if score > 0:
                run = partial(self.screen.run_action, action)
                yield Hit(score + len(query) / len(says), _line(key, Content(says)), run, text=says)


def _of_source(desk: Desk, command: str, says: str) -> str:
    """What a command does: of a number, which source it chooses; empty where there is none."""
    number = command.removeprefix("source.")
    if not desk.ids or not number.isdecimal():
        return says
    if int(number) > len(desk.ids):
        return ""
    source = desk.spread.comparison.sources[int(number) - 1]
    return f"source {source.id}: {name_of(source)}"


def _line(key: str, says: Content) -> Content:
    """A command on one line: its key where the help has it, and what it does."""
    return Content.assemble((f"{key:<{_KEY}}", "bold"), says)

"""The command palette: every command that a key runs, by its words, so that key and command cannot drift."""

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.keys import COMMANDS, Command, written


class Commands(Provider):
    """The commands of the table of keys."""

    def _commands(self) -> Iterator[tuple[Command, str]]:
        """Each command once, with its first key in force."""
        bound = {b.binding.id: b.binding for b in reversed(self.screen.active_bindings.values())}
        told = set()
        for command in COMMANDS:
            if command.id in bound and command.id != "palette" and command.says not in told:
                told.add(command.says)
                yield command, written(bound[command.id].key)

    async def discover(self) -> Hits:
        """All of them."""
        for command, key in self._commands():
            run = partial(self.screen.run_action, command.action)
            yield DiscoveryHit(Content(command.says), run, text=command.says, help=key)

    async def search(self, query: str) -> Hits:
        """Those whose words fit."""
        matcher = self.matcher(query)
        for command, key in self._commands():
            score = matcher.match(command.says)
            if score > 0:
                run = partial(self.screen.run_action, command.action)
                yield Hit(score, Content(command.says), run, text=command.says, help=key)

"""Taking passages away: to the clipboard, to a file, to an editor."""

import os
import shlex
import subprocess
from collections.abc import Sequence
from functools import partial

from textual import work
from textual.app import SuspendNotSupported

from core.errors import ExportError
from core.model import Cell, Passage
from tui.browser import address, open_address
from tui.editor import command_for
from tui.messages import Copying
from tui.screens.comparing import Comparing
from tui.spread import Spread
from tui.state import toggle_mark


class Taking(Comparing):
    """A desk from which passages can be taken away."""

    def _cell(self) -> Cell | None:
        raise NotImplementedError

    _written: str = ""
    """Where the comparison was exported to last."""

    # copying

    def action_mark(self) -> None:
        """Mark the passage, or unmark it."""
        self._become(toggle_mark(self._state))

    def action_copy(self) -> None:
        """Copy the selected text, or else the passage under the cursor."""
        row = self._row()
        if self.get_selected_text():
            self.action_copy_text()
        elif row is not None and row.passage is not None:
            self._send((row.passage,))
        else:
            self._say("There is no passage here to copy.")

    def action_copy_marked(self) -> None:
        """Copy the marked passages, in their order."""
        marked = tuple(r.passage for r in self._choice.left if r.passage and r.key in self._state.marked)
        if marked:
            self._send(marked)
        else:
            self._say("No passage is marked: m marks one.")

    def _send(self, passages: Sequence[Passage]) -> None:
        if self._spread is not None:
            passages = [self._spread.comparison.passage(p.id) for p in passages]  # hidden sources and all
            what = passages[0].id if len(passages) == 1 else f"{len(passages)} passages"
            self.post_message(
                Copying(what, partial(_as_markdown, self._spread, tuple(passages), self._shared.wires))
            )

    # exporting

    def _export(self, answer: tuple[str, bool] | None) -> None:
        if answer is not None and self._spread is not None:
            self._say(f"Writing {answer[0]}")  # a thousand findings take a second
            self._write(self._spread, *answer, frozenset(self._articles))

    @work(thread=True, exit_on_error=False, group="export", description="export")
    def _write(self, spread: Spread, path: str, overwrite: bool, inputs: frozenset[str]) -> None:
        from core.export.formats import format_of, render
        from core.export.write import write

        write(path, render(spread.comparison, format_of(path)), overwrite=overwrite, inputs=inputs)
        self.app.call_from_thread(self._wrote, path)

    def _wrote(self, path: str) -> None:
        self._written = path
        self._say(f"Written to {path}")

    # editing

    def action_edit(self) -> None:
        """Open the article in the reader's editor, at the passage."""
        cell = self._cell()
        if cell is None or self._spread is None:
            return
        source = self._spread.comparison.source(cell.source)
        path = os.fsdecode(source.file or b"")
        if not os.path.isfile(path):  # noqa: PTH113 - Path raises where a folder may not be entered
            self._notice([f"{cell.source} is no file on this machine: there is nothing to open."])
            return
        command = command_for(path, source.text.count("\n", 0, cell.start) + 1)
        if self._edited(command):
            self.refresh()
            self.action_reload()

    def _edited(self, command: list[str]) -> bool:
        """Run an editor in the terminal; False, told to the reader, when that cannot be."""
        failed: OSError | None = None
        try:
            with self.app.suspend():
                try:
                    subprocess.run(command, check=False)  # noqa: S603 - the reader's own editor
                except OSError as error:  # caught in here: what leaves `suspend` leaves the terminal blank
                    failed = error
        except SuspendNotSupported:
            self._notice(["This terminal cannot be handed to an editor."])
            return False
        if failed:
            why = f"cannot be started: {failed.strerror}; set $VISUAL or $EDITOR to an editor"
            self._notice([str(ExportError(shlex.join(command[:1]), why))])
        return failed is None

    # opening

    def action_open(self) -> None:
        """Open the address of the chosen source in the reader's browser."""
        if self._spread is None:
            return
        source = self._spread.comparison.source(self._state.source)
        url = address(source.url)
        if url is not None:
            self._browse(url)
        elif source.url:
            self._say(f"Not opened, no address of the web: {source.url}")
        else:
            self._say(
                f"{source.id} has no address. Give it one in the first lines of its file, --- then"
                " url: https://... then ---, and press r."
            )

    @work(thread=True, exit_on_error=False, group="open", description="open")
    def _browse(self, url: str) -> None:
        told = open_address(url, self._config.open_command)
        self.app.call_from_thread(self._say, told)


def _as_markdown(spread: Spread, passages: Sequence[Passage], wires: Sequence[Sequence[str]]) -> str:
    from core.export.markdown import passages_to_markdown

    return passages_to_markdown(spread.comparison, passages, wires)

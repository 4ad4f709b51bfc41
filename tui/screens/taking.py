"""Taking passages away: to the clipboard, to a file, to an editor."""

import os
import shlex
import subprocess
from collections.abc import Sequence
from functools import partial

from textual.app import App, SuspendNotSupported

from core.errors import ExportError
from core.model import Cell, Passage, Source
from tui.desk import Desk
from tui.editor import command_for
from tui.filters import EVERYTHING
from tui.messages import Copying
from tui.naming import PASTED
from tui.spread import Spread


def copying(desk: Desk, keys: Sequence[str]) -> Copying:
    """Passages to be copied, by the keys of their rows: hidden sources and all."""
    passages = [desk.spread.comparison.passage(key) for key in keys]
    what = keys[0] if len(keys) == 1 else f"{len(keys)} passages"
    return Copying(what, partial(_as_markdown, desk.spread, passages, desk.shared.wires))


def _as_markdown(spread: Spread, passages: Sequence[Passage], wires: Sequence[Sequence[str]]) -> str:
    from core.export.markdown import passages_to_markdown

    return passages_to_markdown(spread.comparison, passages, wires)


def marked(desk: Desk) -> list[str]:
    """Keys of the marked passages, in their order."""
    return [row.key for row in desk.choice.left if row.passage and row.key in desk.state.marked]


def beyond(desk: Desk) -> str:
    """What an export holds besides what the reader sees or has marked."""
    many = len(desk.state.marked)
    told = {
        "Hidden sources are exported too.": bool(desk.state.hidden),
        "Passages that the filter leaves out are exported too.": desk.state.only != EVERYTHING,
        f"Every passage is exported; Y copies the {many} marked.": many > 0,
    }
    return "\n".join(line for line, holds in told.items() if holds)


def loose(desk: Desk) -> list[str]:
    """IDs of the sources that are gone when the program ends: pasted, and whole in no export."""
    pasted = (source for source in desk.spread.comparison.sources if PASTED in source.warnings)
    return [source.id for source in pasted if source.text not in desk.saved]


def would_lose(desk: Desk) -> str:
    """What goes when the program ends: texts that were pasted, which JSON alone holds whole."""
    ids = loose(desk)
    if desk.pasted:
        return f"{_texts(len(ids) + len(desk.pasted))} in no file: q again quits."
    if not ids:
        return ""
    told = f"Source {ids[0]} is" if len(ids) == 1 else f"Sources {' '.join(ids)} are"
    return f"{told} in no file: e keeps the text in .json alone, q again quits."


def would_drop(desk: Desk) -> str:
    """What goes when a comparison is stopped: texts that were pasted for it."""
    many = len(desk.pasted)
    return f"{_texts(many)} in no file: Esc again drops {'it' if many == 1 else 'them'}." if many else ""


def _texts(many: int) -> str:
    return "The pasted text is" if many == 1 else f"{many} pasted texts are"


def no_address(source: Source) -> str:
    """Why a source cannot be opened in a browser."""
    if source.url:
        return f"Not opened, no address of the web: {source.url}"
    return (
        f"{source.id} has no address. Give it one in the first lines of its file, --- then"
        " url: https://... then ---, and press r."
    )


def edit(app: App[object], spread: Spread, cell: Cell) -> str:
    """Open the article of a cell in the reader's editor, there; tells why when that cannot be."""
    source = spread.comparison.source(cell.source)
    path = os.fsdecode(source.file or b"")
    if not os.path.isfile(path):  # noqa: PTH113 - Path raises where a folder may not be entered
        return f"{cell.source} is no file on this machine: there is nothing to open."
    command = command_for(path, source.text.count("\n", 0, cell.start) + 1)
    failed: OSError | None = None
    try:
        with app.suspend():
            try:
                subprocess.run(command, check=False)  # noqa: S603 - the reader's own editor
            except OSError as error:  # caught in here: what leaves `suspend` leaves the terminal blank
                failed = error
    except SuspendNotSupported:
        return "This terminal cannot be handed to an editor."
    if failed is None:
        return ""
    why = f"cannot be started: {failed.strerror}; set $VISUAL or $EDITOR to an editor"
    return str(ExportError(shlex.join(command[:1]), why))

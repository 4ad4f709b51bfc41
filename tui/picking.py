"""Choosing articles: what a folder holds, what is chosen, and what was compared lately."""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from platformdirs import user_state_path

from core.errors import ExportError
from core.export.write import write
from core.model import Source
from core.read.files import holds_report
from core.safe import make_safe
from tui.cells import display
from tui.ink import Role, Words

_LISTED = 2000
"""Entries of a folder that are listed: more cannot be chosen from by eye."""
_REPORTS = (".md", ".html", ".json", ".csv")
"""How reports end that could be taken for articles; only such files are looked into."""
_AGAIN = "again: "
_RECENT = 8
"""Comparisons that are remembered."""
_NAMED = 3
"""Files of a comparison that are all named; of more, one less and how many the others are."""
_PREVIEW = 4000
"""Bytes of a file that are read to show how it begins."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the picker."""

    name: str
    """What it is called, safe to show."""
    paths: tuple[str, ...]
    """The path of a file or a folder; those of a comparison."""
    folder: bool = False
    recent: bool = False
    report: bool = False
    """Whether it is a report of ours, and no article."""
    place: str = ""
    """The folder that the files of a comparison stand in, safe to show."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the reader wants to compare."""

    paths: tuple[str, ...] = ()
    pasted: tuple[Source, ...] = ()


NOTHING_CHOSEN = Chosen()


@dataclass(frozen=True, slots=True)
class Picker:
    """A folder, the cursor in it, and what is chosen so far."""

    folder: str
    entries: tuple[Entry, ...]
    cursor: int = 0
    chosen: Chosen = NOTHING_CHOSEN
    problem: str = ""

    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        return self.entries[self.cursor] if self.entries else None


def open_folder(folder: str, recent: Sequence[Entry] = (), chosen: Chosen = NOTHING_CHOSEN) -> Picker:
    """List a folder: comparisons of late, the folder above, folders, files; hidden ones are left out."""
    folder = str(Path(folder).absolute())
    problem = ""
    found: list[tuple[bool, str, str]] = []
    try:
        with os.scandir(folder) as inside:
            seen = (item for item in inside if not item.name.startswith("."))
            found = [(not i.is_dir(), i.name.casefold(), i.path) for i in islice(seen, _LISTED)]
            if next(seen, None):
                problem = (
                    f"This folder has more than {_LISTED:,} entries; {_LISTED:,} are listed: / takes a path."
                )
    except OSError as error:
        problem = f"This folder cannot be opened: {error.strerror}"
    entries = [
        Entry(
            safe_name(Path(path).name) + ("" if is_file else "/"),
            (path,),
            folder=not is_file,
            report=is_file and path.lower().endswith(_REPORTS) and holds_report(path),
        )
        for is_file, _, path in sorted(found)
    ]
    above = Entry("../", (str(Path(folder).parent),), folder=True)
    return Picker(folder, (*recent, above, *entries), 0, chosen, problem)


def safe_name(name: str) -> str:
    """A file name that can be shown."""
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return display(make_safe(text, one_line=True)[0])


def move(picker: Picker, by: int) -> Picker:
    """Move the cursor; stops at the ends."""
    return replace(picker, cursor=max(0, min(picker.cursor + by, len(picker.entries) - 1)))


def toggle(picker: Picker) -> Picker:
    """Choose the file or folder under the cursor, or no longer."""
    entry = picker.entry()
    if entry is None or entry.recent or entry.name == "../":
        return picker
    path, paths = entry.paths[0], picker.chosen.paths
    now = tuple(p for p in paths if p != path) if path in paths else (*paths, path)
    return replace(picker, chosen=replace(picker.chosen, paths=now))


def go(picker: Picker, folder: str, to: str = "") -> Picker:
    """List another folder.

    Args:
        picker: What is left.
        folder: The folder.
        to: Path of the entry to put the cursor on; without one it is the first behind the folder above.
    """
    recent = [entry for entry in picker.entries if entry.recent]
    there = open_folder(folder, recent, picker.chosen)
    first = len(recent) + 1
    own = enumerate(there.entries[first:], first)
    return move(replace(there, cursor=next((n for n, entry in own if entry.paths == (to,)), first)), 0)


def choose(picker: Picker, path: str) -> Picker:
    """Choose a file by its path, and go where it stands."""
    paths = tuple(dict.fromkeys((*picker.chosen.paths, path)))
    chosen = replace(picker, chosen=replace(picker.chosen, paths=paths))
    return go(chosen, str(Path(path).parent), path)


def in_words(picker: Picker) -> tuple[Words, ...]:
    """The entries as lines."""
    return tuple(_line(entry, entry.paths[0] in picker.chosen.paths) for entry in picker.entries)


def _line(entry: Entry, chosen: bool) -> Words:
    if entry.recent:
        words = Words(hang=len(_AGAIN)).add(_AGAIN, Role.MUTED).add(entry.name)
        return words.add(f"  in {entry.place}", Role.MUTED) if entry.place else words
    if entry.name == "../":
        return Words().add("    ").add(entry.name, Role.AGREE)
    role = Role.AGREE if entry.folder else Role.STRONG
    mark = "[x] " if chosen else "[ ] "
    words = Words().add(mark, Role.STRONG if chosen else Role.MUTED).add(entry.name, role)
    return words.add("  a report of Sidelight", Role.MUTED) if entry.report else words


def preview(entry: Entry | None) -> tuple[Words, ...]:
    """How a file begins, or what a comparison was of."""
    if entry is None or (entry.folder and not entry.recent):
        return ()
    if entry.recent:
        return tuple(Words().add(safe_name(path)) for path in entry.paths)
    try:
        if not Path(entry.paths[0]).is_file():
            return (Words().add("This is no regular file.", Role.MUTED),)
        with Path(entry.paths[0]).open("rb") as file:
            data = file.read(_PREVIEW)
    except OSError as error:
        return (Words().add(f"This file cannot be opened: {error.strerror}", Role.ERROR),)
    text = make_safe(data.decode("utf-8", "replace"))[0]
    return tuple(Words().add(display(line)) for line in text.splitlines()[:80])


def _recent_file() -> Path:
    return user_state_path("sidelight") / "recent.json"


def recent() -> tuple[Entry, ...]:
    """The comparisons of late whose files are still there, the newest first."""
    try:
        held = json.loads(_recent_file().read_text("utf-8"))
        lists = [tuple(map(str, paths)) for paths in held][:_RECENT]
    except (OSError, ValueError, TypeError):
        return ()
    there = [paths for paths in lists if paths and all(Path(p).exists() for p in paths)]
    return tuple(_again(paths) for paths in there)


def _again(paths: tuple[str, ...]) -> Entry:
    """A comparison of late: the names of its files and their folder; their paths when they have several."""
    folders = {Path(path).parent for path in paths}
    if len(folders) > 1:
        return Entry(_some([_from_home(Path(path)) for path in paths]), paths, recent=True)
    names = _some([safe_name(Path(path).name) for path in paths])
    return Entry(names, paths, recent=True, place=_from_home(folders.pop()))


def _some(names: Sequence[str]) -> str:
    """The names of some files, or of the first and how many more; the preview has them all."""
    shown = names if len(names) <= _NAMED else [*names[: _NAMED - 1], f"{len(names) - _NAMED + 1} more"]
    return ", ".join(shown)


def _from_home(path: Path) -> str:
    """A path as it is written at home."""
    home = Path.home()
    return safe_name(str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path))


def _whole(given: str) -> Path:
    """A path from the root. Links keep their names, but "..", which after a link is not the folder above."""
    path = Path(given).absolute()
    return path.resolve() if ".." in path.parts else path


def remember(paths: Sequence[str]) -> None:
    """Keep a comparison among those of late. What cannot be written is not kept."""
    own = [str(_whole(p)) for p in paths if p != "-"]
    if not own:
        return
    lists = [own, *(list(e.paths) for e in recent() if list(e.paths) != own)][:_RECENT]
    with suppress(OSError, ExportError):
        _recent_file().parent.mkdir(parents=True, exist_ok=True)
        write(str(_recent_file()), json.dumps(lists), overwrite=True)

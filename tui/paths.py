"""Paths as a reader types them: where they lead, and what they may go on with."""

import os
import re
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from core.safe import make_safe
from tui.picking import safe_name

_LOOKED_AT = 20_000
"""Entries of a folder that are looked at: they take 30 ms. With more, what all have is not known."""
_UNTYPED = "The rest of the name cannot be typed: choose it in the list."
"""What is told of a name that goes on with what could act on the terminal."""
_BEFORE = re.compile("(?:~?/)+(?=~?/)")
"""What stood there when a whole path was put behind it."""


@dataclass(frozen=True, slots=True)
class Completed:
    """A path, and what it may go on with."""

    path: str
    """With as much more as all names have that begin so, and a stroke behind the one folder that does."""
    names: tuple[str, ...] = ()
    """The names that begin so, safe to show."""
    problem: str = ""
    """Why there is nothing more, when the names do not tell."""


def absolute(typed: str, folder: str) -> str:
    """Where a path leads.

    Args:
        typed: As it was typed; a whole path behind the stroke that stood there already is that path.
        folder: Where a path begins that names no root.

    Returns:
        The path from the root, links kept.
    """
    home = os.path.expanduser(_once(typed))  # noqa: PTH111 - a home that is not there stays
    return os.path.abspath(os.path.join(folder, home))  # noqa: PTH100, PTH118 - not through links


def there(typed: str, folder: str) -> Path | None:
    """What a path leads to: as it was typed, for a name may end in a blank; else without blanks around it.

    Args:
        typed: As it was typed.
        folder: Where a path begins that names no root.

    Returns:
        The path from the root; nothing when nothing is there.
    """
    paths = (absolute(way, folder) for way in (typed, typed.strip()) if way)
    return next((Path(path) for path in paths if os.path.exists(path)), None)  # noqa: PTH110 - any name


def _once(typed: str) -> str:
    """A path without the beginning that was there when a whole one was put behind it."""
    return typed[before.end() :] if (before := _BEFORE.match(typed)) else typed


def completed(typed: str, folder: str) -> Completed:
    """Complete a path by the names in its folder.

    Args:
        typed: As it was typed.
        folder: Where a path begins that names no root.

    Returns:
        The path with what could be added. What could act on the terminal is never added: in its safe form it
        would name another file.
    """
    typed = _once(typed)
    above, _, begun = typed.rpartition("/")
    found = _names(there(f"{above}/" if "/" in typed else ".", folder), begun)
    if found is None:
        return Completed(typed, (), f"This folder has more than {_LOOKED_AT:,} entries: type the whole name.")
    names = sorted(name for name in found if begun or not name.startswith("."))
    if not names:
        return Completed(typed, (), "Nothing begins so.")
    common = os.path.commonprefix(names)  # noqa: RUF071 - of one name, letter by letter
    path = typed + common[len(begun) :]
    while not _can_be_typed(path) and len(path) > len(typed):
        path = path[:-1]
    whole = len(path) - len(typed) == len(common) - len(begun)
    stroke = "/" * (whole and len(names) == 1 and found[names[0]])
    told = tuple(safe_name(name) + "/" * found[name] for name in names)
    return Completed(path + stroke, told, "" if whole else _UNTYPED)


def _names(folder: Path | None, begun: str) -> dict[str, bool] | None:
    """The names in a folder that begin so, and which are folders; nothing when it has too many entries."""
    if folder is None:
        return {}
    try:
        with os.scandir(folder) as entries:
            seen = list(islice(entries, _LOOKED_AT + 1))
    except OSError:
        return {}
    if len(seen) > _LOOKED_AT:
        return None
    return {entry.name: entry.is_dir() for entry in seen if entry.name.startswith(begun)}


def _can_be_typed(path: str) -> bool:
    """Whether a field that shows only what is safe holds a path as it is."""
    return make_safe(path)[0] == path and "\n" not in path and "\t" not in path

"""Paths as a reader types them: where they lead, and what they may go on with."""

import os

from tui.picking import safe_name

_LISTED = 2000
"""Entries of a folder that are looked at."""


def absolute(typed: str, folder: str) -> str:
    """Where a path leads.

    Args:
        typed: As it was typed; a whole path behind the stroke that stood there already is that path.
        folder: Where a path begins that names no root.

    Returns:
        The path from the root, links kept.
    """
    home = os.path.expanduser(_once(typed.strip()))  # noqa: PTH111 - a home that is not there stays
    return os.path.abspath(os.path.join(folder, home))  # noqa: PTH100, PTH118 - not through links


def _once(typed: str) -> str:
    """A path without the beginning that was there when a whole one was put behind it."""
    for begins in ("~/", "/"):
        rest = typed.removeprefix(begins)
        if rest != typed and rest.startswith(("/", "~/")):
            return _once(rest)
    return typed


def completed(typed: str, folder: str) -> tuple[str, tuple[str, ...]]:
    """A path with as much more as all names have that begin so.

    Args:
        typed: As it was typed.
        folder: Where a path begins that names no root.

    Returns:
        The path, a stroke behind it when it is that of the one folder that begins so; and the names, safe to
        show, that it may go on with.
    """
    typed = _once(typed)
    above, _, begun = typed.rpartition("/")
    try:
        with os.scandir(absolute(f"{above}/" if "/" in typed else ".", folder)) as entries:
            seen = [entry for _, entry in zip(range(_LISTED), entries, strict=False)]
            found = {e.name: e.is_dir() for e in seen if e.name.startswith(begun)}
    except (OSError, ValueError):
        return typed, ()
    names = sorted(name for name in found if begun or not name.startswith("."))
    if not names:
        return typed, ()
    more = os.path.commonprefix(names)[len(begun) :]  # noqa: RUF071 - of one name, letter by letter
    stroke = "/" * (len(names) == 1 and found[names[0]])
    return f"{typed}{more}{stroke}", tuple(safe_name(name) + "/" * found[name] for name in names)

"""What sources are called, and how many names are cut so that they stay apart. Pure."""

from __future__ import annotations

from collections import defaultdict
from pathlib import PurePath
from typing import TYPE_CHECKING

from tui.cells import cut, display, width_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.model import Source

PASTED = "pasted, in no file"
"""What is noted of a source that the reader pasted: it is gone when the program ends."""
_TELLS = 3
"""Characters that must be gained before the beginning that names share is left out."""


def name_of(source: Source) -> str:
    """What a source is called: its outlet, else the name of its file; and its title."""
    name = source.outlet or _file_name(source.origin or "")
    return display(": ".join(part for part in (name, source.title) if part) or "untitled")


def _file_name(path: str) -> str:
    """The name of a file without its ending; empty when it is a number or a checksum rather than a name."""
    stem = PurePath(path).stem
    return stem if sum(map(str.isalpha, stem)) > sum(map(str.isdigit, stem)) else ""


def short_names(names: Sequence[str], width: int) -> tuple[str, ...]:
    """Names in at most `width` cells each, so that those which differ still do.

    Args:
        names: The names, as shown.
        width: Cells for each.

    Returns:
        Each name cut at its end; where that leaves names alike, without the words that these begin with,
        or without the middle. Names that differ by less than fits may still come out alike.
    """
    plain = {name: cut(name, width) for name in names}
    alike = defaultdict(list)
    for name, short in plain.items():
        alike[short].append(name)
    for group in alike.values():
        if len(group) > 1:
            plain |= _apart(group, width)
    return tuple(plain[name] for name in names)


def _apart(names: Sequence[str], width: int) -> dict[str, str]:
    """Names that are alike when cut at the end, cut otherwise: the way that leaves most of them apart."""
    first, last = min(names), max(names)  # what these two begin with, all do
    alike = (n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b)
    shared = first[: next(alike, len(first))]
    words = len(shared)
    while words and not (shared[words - 1].isspace() or shared[words - 1] in "-_:/.,"):
        words -= 1
    after = words if words >= _TELLS else len(shared)
    ways = (
        {name: cut("…" + name[after:], width) for name in names},
        {name: _ends(name, width) for name in names},
    )
    return max(ways, key=lambda way: len(set(way.values())))


def _ends(name: str, width: int) -> str:
    """The beginning and the end of a name, an ellipsis between them."""
    if width_of(name) <= width:
        return name
    tail = ""
    for character in reversed(name):
        if width_of(character + tail) > (width - 1) * 2 // 3:
            break
        tail = character + tail
    head = cut(name, max(0, width - width_of(tail)))
    return head + tail

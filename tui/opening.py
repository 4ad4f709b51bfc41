"""What is shown first: the names of the articles, and how the first one begins.

Light to import, and quick: it is what a reader reads while everything else is imported and compared.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, NamedTuple

from core.errors import ReadError
from core.read.files import articles_in, is_folder, shown
from core.safe import make_safe
from tui.cells import cut, display, wrap
from tui.ink import Line, Piece, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from core.model import Source
    from core.settings import Limits

_MARGIN = 2
_MOST = 60
"""Articles that are glanced at: as many names as the tallest terminals have lines."""
_GLANCED = 16_384
"""Bytes of an article that are glanced at: they fill a screen of 200x60."""


class Beginning(NamedTuple):
    """How an article begins."""

    name: str
    """What it is called, as it is shown."""
    text: str = ""
    """Its first lines, safe to show; empty when they are not known yet."""


def glance(paths: Sequence[str], limits: Limits) -> tuple[Beginning, ...]:
    """How the articles of some paths begin, as far as that is seen at once; reading them tells the rest.

    Args:
        paths: Files and folders; what is piped in, and what cannot be opened, is left to the reading.
        limits: How many articles a folder may hold.
    """
    return tuple(map(_glance, islice(_files(paths, limits), _MOST)))


def _files(paths: Sequence[str], limits: Limits) -> Iterator[str]:
    for path in paths:
        with suppress(ReadError):
            if path != "-":
                yield from articles_in(path, limits) if is_folder(path) else (path,)


def _glance(path: str) -> Beginning:
    """The first lines of a file, when they are UTF-8 and no web page; the name of any other."""
    name = display(shown(Path(path).name))
    text = ""
    with suppress(OSError, ValueError):  # told when it is read
        if S_ISREG(Path(path).stat().st_mode):
            with Path(path).open("rb") as file:
                data = file.read(_GLANCED)
            whole = data if len(data) < _GLANCED else data[: data.rfind(b"\n") + 1]
            text = whole.decode("utf-8-sig")
    if "\0" in text or text.lstrip().startswith("<"):
        return Beginning(name)
    text = make_safe(text)[0]
    return Beginning(_first_line(text) or name, text)


def begun(source: Source) -> Beginning:
    """How an article that was read begins."""
    from tui.naming import name_of

    known = source.title or source.outlet
    return Beginning(name_of(source) if known else _first_line(source.text) or name_of(source), source.text)


def _first_line(text: str) -> str:
    """What an article is called before its title is known: its first line, which mostly is the title."""
    return next((display(line.strip()) for line in text.split("\n") if line.strip()), "")


def opening(articles: Sequence[Beginning], width: int, height: int) -> tuple[Line, ...]:
    """The names of the articles, then the first one from its beginning, as it was written.

    Args:
        articles: How each of them begins.
        width: Cells of a line.
        height: Lines there are room for.

    Returns:
        At most `height` lines.
    """
    return tuple(islice(_lines(articles, max(1, width - 2 * _MARGIN)), max(0, height)))


def _lines(articles: Sequence[Beginning], room: int) -> Iterator[Line]:
    for article in articles:
        yield _indented(cut(article.name, room), Role.STRONG)
    if not articles:
        return
    yield ()
    for written in articles[0].text.split("\n"):
        text = display(written)
        for start, end in wrap(text, 0, len(text), room) if text.strip() else ((0, 0),):
            yield _indented(text[start:end])


def _indented(text: str, *roles: Role) -> Line:
    return (Piece(" " * _MARGIN + text, roles),)

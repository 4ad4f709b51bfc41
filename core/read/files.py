"""Paths -> bytes: the only place that touches the disk to read an article.

Nothing is opened that could block or never end: devices, pipes and sockets are refused by their kind, and
no more is read than the limit allows, whatever size the file claims.
"""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import BinaryIO

from core.errors import ReadError
from core.safe import make_safe
from core.settings import Limits

_SUFFIXES = frozenset({"", ".txt", ".text", ".md", ".markdown", ".mdown", ".mkd", ".htm", ".html", ".xhtml"})
"""What an article in a folder may end with; a file named on its own may end with anything."""
_ABOUT = re.compile(r"readme|licen[cs]e|changelog|contributing|notice", re.IGNORECASE)
"""Files that speak of their folder."""
_REPORT = re.compile(
    rb"^(<p>)?([-\d]+ [:\d]+ UTC, )?Sidelight [.\w]+, threshold [.\d]+, \d+ passages?: ", re.MULTILINE
)
"""The line of a report that tells where it comes from: under whatever name, it is no account of the event."""
_DATA = re.compile(
    rb'(\xef\xbb\xbf)?\s*(\{\s*"format":\s*"sidelight/|"?finding"?,"?kind"?,"?passage"?,"?label"?,"?reading"?,)'
)
"""How a report begins that is data, JSON or CSV, also as another program has saved it."""
_BEGINNING = 8192
"""Bytes in which these stand, behind the style and the title of a page."""
_KINDS = (
    (stat.S_ISFIFO, "is a named pipe"),
    (stat.S_ISCHR, "is a device"),
    (stat.S_ISBLK, "is a device"),
    (stat.S_ISSOCK, "is a socket"),
)


def shown(path: str) -> str:
    """A path as it may be printed: on one line, without anything that could act on a terminal."""
    return make_safe(path, one_line=True)[0] or '""'


def real_path(path: str) -> str:
    """Where a path leads, links followed; itself where that cannot be told."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key that sorts numbers in names by value: 2 before 10."""
    parts = re.split(r"(\d+)", name.casefold())
    return tuple((0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts)


def articles_in(folder: str, limits: Limits) -> list[str]:
    """The paths of the articles in a folder, in natural order; its own folders are not entered.

    What is named like one but leads nowhere or is no file is among them, to be told when it is read.

    Raises:
        ReadError: it cannot be read, holds no article, or more than the limit.
    """
    found, about = [], []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                name = PurePath(entry.name)
                if entry.name.startswith(".") or not _is_article(name) or is_folder(entry.path):
                    continue
                if _ABOUT.fullmatch(name.stem):
                    about.append(entry.name)
                elif not holds_report(entry.path):
                    found.append(entry.name)
    except OSError as error:
        raise ReadError(shown(folder), _reason(error)) from None
    if not found:
        only = f" but {shown(min(about))}, which is passed over" if about else ""
        raise ReadError(shown(folder), f"holds no articles (.txt, .md, .html){only}: name the files")
    if len(found) > limits.files:
        raise ReadError(
            shown(folder),
            f"holds {len(found):,} articles, more than the {limits.files} of one comparison: name some",
        )
    return [str(PurePath(folder, name)) for name in sorted(found, key=lambda name: (natural(name), name))]


def _is_article(name: PurePath) -> bool:
    return name.suffix.lower() in _SUFFIXES


def holds_report(path: str) -> bool:
    """Whether a file is a report on a comparison; False for what cannot be read, which is told later."""
    if not os.path.isfile(path):  # noqa: PTH113 - nothing is taken out of a pipe
        return False
    try:
        with _opened(path) as file:
            return is_report(file.read(_BEGINNING))
    except (OSError, ValueError):
        return False


def is_report(data: bytes) -> bool:
    """Whether bytes are those of a report on a comparison, or begin one."""
    return bool(_REPORT.search(data[:_BEGINNING])) or is_data(data)


def is_data(data: bytes) -> bool:
    """Whether bytes are those of a report as JSON or CSV, which holds no text to read, or begin one."""
    return bool(_DATA.match(data[:_BEGINNING]))


def is_folder(path: str) -> bool:
    """Whether a path leads to a folder; False when it cannot be told."""
    try:
        return stat.S_ISDIR(Path(path).stat().st_mode)
    except (OSError, ValueError):
        return False


def read_file(path: str, limits: Limits) -> bytes:
    """All bytes of a file.

    Raises:
        ReadError: it is missing, no regular file, too large, or may not be read.
    """
    name = shown(path)
    try:
        _refuse(name, Path(path).stat(), limits)
        with _opened(path) as file:
            _refuse(name, os.fstat(file.fileno()), limits)
            return read_stream(file, name, limits)
    except OSError as error:
        raise ReadError(name, _reason(error, path)) from None
    except ValueError:
        raise ReadError(name, "is no file name: it holds a NUL character") from None


def _opened(path: str) -> BinaryIO:
    """A file, opened so that it cannot block."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    return open(handle, "rb")  # noqa: PTH123 - a handle; whoever asked closes it


def read_stream(stream: BinaryIO, name: str, limits: Limits) -> bytes:
    """All bytes of an open stream, however they arrive.

    Raises:
        ReadError: there are more than the limit, or reading fails.
    """
    try:
        data = b"".join(_chunks(stream, limits.file_bytes + 1))
    except OSError as error:
        raise ReadError(name, _reason(error)) from None
    if len(data) > limits.file_bytes:
        raise ReadError(name, _too_large(limits))
    return data


def _chunks(stream: BinaryIO, most: int) -> Iterator[bytes]:
    while most > 0:
        chunk = stream.read(min(most, 1_048_576))
        if not chunk:
            return
        most -= len(chunk)
        yield chunk


def _refuse(name: str, status: os.stat_result, limits: Limits) -> None:
    """Raise for what is no regular file or claims to be too large."""
    for is_kind, reason in _KINDS:
        if is_kind(status.st_mode):
            raise ReadError(name, f"{reason}, not a file: give a text file, or - for standard input")
    if status.st_size > limits.file_bytes:
        raise ReadError(name, _too_large(limits))


def _too_large(limits: Limits) -> str:
    return f"is larger than the {limits.file_bytes / 1e6:g} MB that one article may have: cut it into parts"


def _reason(error: OSError, path: str = "") -> str:
    """What went wrong, for a reader."""
    if re.match(r"https?://", path):
        return "is an address, and nothing is fetched: save the page and give the file"
    if isinstance(error, FileNotFoundError):
        return "does not exist: look at the name"
    if isinstance(error, PermissionError):
        return "may not be read: look at its permissions"
    if isinstance(error, IsADirectoryError):
        return "is a folder"
    return f"cannot be read: {(error.strerror or type(error).__name__).lower()}"

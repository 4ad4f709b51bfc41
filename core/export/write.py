"""A text -> a file, replaced whole or not at all; the only place that writes a result to a disk."""

import os
import secrets
import stat
import time
from collections.abc import Iterable
from contextlib import suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from zlib import crc32

from core.errors import ExportError
from core.safe import make_safe

_YOUNG = 60.0
"""Seconds in which a temporary file is never swept: between its making and its lock it could seem dead."""


def write(path: str, text: str, *, overwrite: bool, inputs: Iterable[str] = ()) -> None:
    """Write a text to a file through a temporary file beside it and a rename.

    Whatever happens on the way, the file is the old one or the new one, whole. A symbolic link stays one:
    what it leads to is replaced. Permissions of a file that was there are kept. What an export to the same
    file left behind when it was killed is taken away.

    Args:
        path: Where to.
        text: What; written as UTF-8.
        overwrite: Whether a file that is there may be replaced.
        inputs: Paths of what was compared; none of them is ever replaced.

    Raises:
        ExportError: it cannot be written there; the message says why and what to do.
    """
    try:
        target = Path(path).resolve()
        mode = _checked(path, target, overwrite, inputs)
        ours = f".sidelight-{crc32(os.fsencode(target.name)):08x}-"
        temporary = target.with_name(f"{ours}{secrets.token_hex(8)}.tmp")
        _replace(temporary, target, text.encode("utf-8", "replace"), mode)
        _sweep(target.parent, ours)
    except (
        OSError,
        RuntimeError,
        ValueError,
    ) as error:  # RuntimeError: links in a circle, before Python 3.13
        raise _refused(path, _reason(error)) from error


def _checked(path: str, target: Path, overwrite: bool, inputs: Iterable[str]) -> int | None:
    """Refuse a target that must not be replaced.

    Returns:
        The permissions to keep; None when there is no file yet.
    """
    if not path or path.endswith("/"):
        raise _refused(
            path or "''", "is a folder; give a file name" if path else "an export needs a file name"
        )
    try:
        old = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(old.st_mode):
        raise _refused(path, "is a folder; give a file name")
    if not stat.S_ISREG(old.st_mode):
        raise _refused(path, "is no regular file; use - for standard output")
    if any(_same(old, name) for name in inputs):
        raise _refused(path, "is one of the articles compared; choose another name")
    if not overwrite:
        raise _refused(path, "is there already; choose another name or ask for it to be replaced (--force)")
    if not old.st_mode & 0o222:
        raise _refused(path, "is read-only; choose another name")
    return stat.S_IMODE(old.st_mode)


def _same(old: os.stat_result, name: str) -> bool:
    try:
        return os.path.samestat(old, Path(name).stat())
    except (OSError, ValueError):
        return False


def _replace(temporary: Path, target: Path, data: bytes, mode: int | None) -> None:
    number = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    with suppress(OSError):  # tells others that it is in use; some file systems cannot
        flock(number, LOCK_EX | LOCK_NB)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            if mode is not None:
                os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        temporary.replace(target)
    finally:  # also after Ctrl-C: nothing of ours stays behind
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    with suppress(OSError):  # the rename itself on disk; some file systems cannot
        _sync_folder(target.parent)


def _sweep(folder: Path, ours: str) -> None:
    """Take away temporary files of one target that were left behind: a killed process holds no lock."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(ours) and entry.name.endswith(".tmp"):
                with suppress(OSError):
                    _take_away(Path(entry.path))


def _take_away(left: Path) -> None:
    """Remove a regular file of this user that is not young and that nobody has locked.

    Raises:
        OSError: it is in use, or cannot be looked at or removed.
    """
    number = os.open(left, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        status = os.fstat(number)
        own = stat.S_ISREG(status.st_mode) and status.st_uid == os.geteuid()
        if own and time.time() - status.st_mtime > _YOUNG:
            flock(number, LOCK_EX | LOCK_NB)
            left.unlink()
    finally:
        os.close(number)


def _sync_folder(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _reason(error: OSError | RuntimeError | ValueError) -> str:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return "its folder does not exist; make it first"
        case PermissionError():
            return "no permission to write there; choose another folder"
        case OSError(strerror=str(told)):
            return f"cannot be written: {told}; choose another place"
        case _:
            return "is no file name that can be written"


def _refused(path: str, reason: str) -> ExportError:
    return ExportError(make_safe(path, one_line=True)[0], reason)

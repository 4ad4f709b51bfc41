"""A text -> a file, replaced whole or not at all; the only place that writes a result to a disk."""

import os
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from core.errors import ExportError
from core.safe import make_safe


def write(path: str, text: str, *, overwrite: bool, inputs: Iterable[str] = ()) -> None:
    """Write a text to a file through a temporary file beside it and a rename.

    Whatever happens on the way, the file is the old one or the new one, whole. A symbolic link stays one:
    what it leads to is replaced. Permissions of a file that was there are kept.

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
        temporary = target.with_name(f".sidelight-{secrets.token_hex(8)}.tmp")
        _replace(temporary, target, text.encode("utf-8", "replace"), mode)
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
    if not path:
        raise _refused("''", "an export needs a file name")
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

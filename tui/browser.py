"""Opening an address in the reader's browser; says what was done."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import PurePath
from threading import Thread

_PATIENCE = 3.0
"""Seconds after which an opener that still runs counts as the browser itself."""
_ADDRESS = re.compile(r"https?://[^\s/?#\\]+[^\s\\]*", re.IGNORECASE)


def address(url: str | None) -> str | None:
    """What may be opened: an address of the web with a host in it; None for anything else."""
    return url if url and url.isprintable() and _ADDRESS.fullmatch(url) else None


def open_address(url: str, command: str) -> str:
    """Open an address. Runs in a worker: a browser may take its time.

    Args:
        url: What `address` let through.
        command: The reader's own command; the address follows it. Empty takes $BROWSER, else the desktop's.

    Returns:
        A sentence on what was done.
    """
    try:
        words = shlex.split(command or os.environ.get("BROWSER", "").split(os.pathsep)[0]) or _desktop()
    except ValueError:
        return f"Not opened: {command or '$BROWSER'} cannot be read as a command"
    if not words:
        return f"No browser is known here: set open_command in the configuration. The address: {url}"
    if _started(_with(words, url)):
        return f"Opened {url} with {PurePath(words[0]).name}"
    return f"Not opened: {words[0]} failed. The address: {url}"


def _with(words: list[str], url: str) -> list[str]:
    """A command with the address where it says "%s", else behind it."""
    return [url if w == "%s" else w for w in words] if "%s" in words else [*words, url]


def _desktop() -> list[str]:
    """The opener of the desktop; none without a desktop, as over SSH: it would draw on the terminal."""
    if sys.platform == "darwin":
        return ["open"]
    if sys.platform == "win32":
        return ["explorer"]
    desk = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return ["xdg-open"] if desk else []


def _started(words: list[str]) -> bool:
    """Start a command that may neither read nor draw on the terminal; whether it went well so far."""
    nowhere = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603 - the reader's own browser
            words, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
        )
    except OSError:
        return False
    try:
        return process.wait(_PATIENCE) == 0
    except subprocess.TimeoutExpired:
        Thread(target=process.wait, daemon=True).start()  # or it would stay as a zombie
        return True

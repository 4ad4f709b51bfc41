"""Copying: by the reader's own command, by tmux, or by the terminal; says which it was."""

import os
import shlex
import subprocess
from collections.abc import Callable
from pathlib import PurePath

_PATIENCE = 5.0
"""Seconds that a copy command may take."""


def copy(text: str, command: str, terminal: Callable[[str], object]) -> str:
    """Copy a text. Runs in a worker: a command may take its time.

    Args:
        text: What to copy.
        command: The reader's copy command; empty for none.
        terminal: Asks the terminal to copy (OSC 52); it never answers.

    Returns:
        What was done, to follow "P3" in a sentence.
    """
    if command:
        try:
            words = shlex.split(command)
        except ValueError:
            return f"not copied: {command} cannot be read as a command"
        return (
            f"copied by {PurePath(words[0]).name}" if _fed(words, text) else f"not copied: {command} failed"
        )
    if os.environ.get("TMUX") and _fed(["tmux", "load-buffer", "-w", "-"], text):
        return "copied to tmux"
    terminal(text)
    return "sent to the terminal's clipboard"


def _fed(words: list[str], text: str) -> bool:
    """Run a command with a text on its standard input; whether it went well."""
    try:
        done = subprocess.run(  # noqa: S603 - the reader's own command
            words,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired, IndexError):
        return False
    return done.returncode == 0

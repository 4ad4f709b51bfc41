"""The command that opens a file in the reader's editor at a line. Pure but for the environment."""

import os
import shlex
from pathlib import PurePath

_TAKES_LINE = {"vi", "vim", "nvim", "view", "nano", "emacs", "emacsclient", "micro", "joe", "kak", "ne", "mg"}
"""Editors that take the line as +N before the file."""


def command_for(path: str, line: int) -> list[str]:
    """The command for $VISUAL, else $EDITOR, else vi.

    Args:
        path: The file.
        line: Its line, from 1.

    Returns:
        The program and its arguments; editors that are not known get the file alone.
    """
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        command = shlex.split(chosen) or ["vi"]
    except ValueError:  # an open quotation mark: the name of a program all the same
        command = [chosen]
    full = str(path) if not path.startswith("-") else f"./{path}"
    at = [f"+{line}"] if PurePath(command[0]).name in _TAKES_LINE else []
    return [*command, *at, full]

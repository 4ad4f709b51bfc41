"""What a command writes: a report to standard output, and all else, a safe line each, to standard error."""

import os
import sys
from contextlib import suppress
from math import inf
from time import monotonic

from core.errors import ExportError
from core.safe import make_safe


def print_report(report: str) -> None:
    """Write the report to standard output, as UTF-8 whatever the locale says."""
    if sys.stdout is None:
        raise ExportError("standard output", "is closed; use -o FILE")
    try:
        sys.stdout.buffer.write(report.encode("utf-8", "replace"))
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExportError("standard output", f"cannot be written: {error.strerror}") from error


def complain(*messages: str) -> None:
    """A harmless line for each on stderr; where nobody can read it, the exit code tells."""
    for message in messages if sys.stderr is not None else ():
        line = make_safe(f"sidelight: {message}", one_line=True)[0]
        with suppress(OSError):
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()


def flush_quietly() -> None:
    """Write out what is left; where nobody reads any more, let it go into nothing and keep the exit code."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, stream.fileno())
            os.close(nothing)


class Telling:
    """Tells the stage on one line of stderr, from the second second on, ten times a second at most."""

    def __init__(self, *, seen: bool) -> None:
        """Begin to count; where nobody sees stderr, nothing is ever told."""
        self._due = monotonic() + 1 if seen else inf
        self._told = False

    def __call__(self, stage: str, fraction: float) -> None:
        """Tell a stage and how much of it is done, 0-1, when it is time to."""
        if monotonic() >= self._due:
            self._due = monotonic() + 0.1
            self._told = True
            self._write(f"{stage} {fraction:.0%}")

    def clear(self) -> None:
        """Take the line away, if there is one."""
        if self._told:
            self._write("", end="\r")

    def _write(self, text: str, end: str = "") -> None:
        sys.stderr.write(f"\r{text:24}{end}")
        sys.stderr.flush()

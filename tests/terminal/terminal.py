"""A real terminal for a test: a pty with the command on one side and pyte on the other.

The command leads its own session and has the pty as its controlling terminal, as under a shell.
"""

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

SIDELIGHT = str(Path(sys.executable).with_name("sidelight"))
QUIET = 0.15
"""Seconds without output or work after which a frame counts as whole, for half a frame looks like a bug: more
than the .1 that workers rest after a key."""
ANSWER = 1.5
"""Seconds to wait for the first sign of an answer to a key: a busy machine is no fault of the command."""
PATIENCE = 25.0
"""Seconds that anything may take before a test gives up."""

# Takes the pty as its controlling terminal, then becomes the command.
_LEAD = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""
_UNKNOWN_TO_PYTE = re.compile(
    r"\x1b\[[<>=][0-9;]*u|\x1b\[\?[0-9;]*\$p|\x1b\]22;[^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[P_][^\x1b]*\x1b\\"
    "|[\u200b-\u200d\ufe0e\ufe0f]"
)
_MODES = {1049: "alternate screen", 1000: "mouse", 1003: "mouse moves", 1006: "mouse places", 2004: "paste"}


class Terminal:
    """A command in a pty. Use it in a `with`: the command is gone afterwards."""

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        size: tuple[int, int] = (120, 40),
        cwd: Path | None = None,
        environment: Mapping[str, str] | None = None,
        command: Sequence[str] = (SIDELIGHT,),
        leads: bool = True,
    ) -> None:
        """Start a command.

        Args:
            arguments: Its arguments.
            size: Columns and lines.
            cwd: The folder it works in.
            environment: What is added to a calm environment.
            command: The command itself, with the path of its program.
            leads: Whether the pty is its controlling terminal; else nothing tells it when the pty goes away.
        """
        self.raw = bytearray()
        """Every byte the command has written."""
        self._pending = bytearray()
        self.screen = pyte.Screen(*size)
        self._stream = pyte.Stream(self.screen)
        self._pty, tty = os.openpty()
        self._set_size(size)
        self.modes_before = termios.tcgetattr(tty)
        self._tty = tty  # kept open: the pty lives on when the command has left
        self.process = subprocess.Popen(
            [*((sys.executable, "-c", _LEAD) if leads else ()), *command, *arguments],
            stdin=tty,
            stdout=tty,
            stderr=tty,
            cwd=cwd,
            env=_environment(environment or {}),
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for number in (self._pty, self._tty):
            if number >= 0:
                os.close(number)

    @property
    def text(self) -> str:
        """What the screen shows, one line for each row."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_for(self, *wanted: str) -> str:
        """Wait until the screen shows some texts and has come to rest; return what it shows."""
        end = time.monotonic() + PATIENCE
        while not all(text in self.text for text in wanted):
            assert time.monotonic() < end, f"waited for {wanted}; the screen shows:\n{self.text}"
            self._take(0.02)
            gone = self.process.poll() is not None and not self._take(0.02)
            assert not gone or all(text in self.text for text in wanted), (
                f"gone with {self.process.returncode}, waited for {wanted}; the screen shows:\n{self.text}"
            )
        return self.settle()

    def see(self, *wanted: str) -> None:
        """Wait until the screen shows some texts, though it may change all the time."""
        end = time.monotonic() + PATIENCE
        while not all(text in self.text for text in wanted):
            assert time.monotonic() < end, f"waited for {wanted}; the screen shows:\n{self.text}"
            self._take(0.02)

    def type(self, keys: str) -> None:
        """Press keys and wait for nothing."""
        os.write(self._pty, keys.encode())

    def settle(self) -> str:
        """Wait until the command has done and written nothing for a while; return what the screen shows."""
        end = time.monotonic() + PATIENCE
        before = self._work()
        while self._take(QUIET) or before != self._work():
            before = self._work()
            assert time.monotonic() < end, f"never at rest; the screen shows:\n{self.text}"
        return self.text

    def _work(self) -> object:
        """What differs between two moments if the command did something between them, or waits for its turn.

        By the kernel's word: how often its main thread has slept, and whether any thread runs; without a
        `/proc` nothing differs. Its other threads wake ten times a second to look for keys.
        """
        own = Path(f"/proc/{self.process.pid}")
        if not own.is_dir():
            return None
        told = []
        for thread in (own, *(own / "task").iterdir()):
            with suppress(OSError):  # it has just ended
                told.append((thread / "status").read_text())
        if any(re.search(r"^State:\s[RD]", status, re.MULTILINE) for status in told):
            return object()
        return re.findall(r"^\w+_ctxt_switches:.*", told[0], re.MULTILINE)

    def press(self, *keys: str) -> str:
        """Press keys, each when the one before has been answered; return what the screen shows at rest."""
        for key in keys:
            os.write(self._pty, key.encode())
            self._take(ANSWER)
        return self.settle()

    def resize_at_once(self, columns: int, lines: int) -> None:
        """Change the size and wait for nothing; pyte keeps a size that it can draw."""
        self.screen.resize(max(lines, 1), max(columns, 1))
        self._set_size((columns, lines))
        self._take(0.01)

    def resize(self, columns: int, lines: int) -> str:
        """Change the size, let the screen come to rest; return what it shows."""
        self.screen.resize(lines, columns)
        self._set_size((columns, lines))
        self._take(ANSWER)
        return self.settle()

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the command."""
        self.process.send_signal(number)

    def stopped(self) -> bool:
        """Wait until the command is stopped, as by Ctrl-Z."""
        end = time.monotonic() + PATIENCE
        flags = os.WSTOPPED | os.WNOHANG | os.WNOWAIT
        while time.monotonic() < end:
            self._take(0.02)
            if os.waitid(os.P_PID, self.process.pid, flags) is not None:
                return True
        return False

    def hang_up(self) -> None:
        """Take the terminal away, as a closed window does."""
        os.close(self._tty)
        os.close(self._pty)
        self._pty = self._tty = -1

    def wait(self) -> int:
        """Wait until the command has left; return its exit code as a shell would tell it."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < end, f"does not end; the screen shows:\n{self.text}"
            self._take(0.02)
        while self._take(0.02):
            pass
        code = self.process.returncode
        return code if code >= 0 else 128 - code

    def left_on(self) -> list[str]:
        """What the command has switched and not switched back; empty when the terminal is as it was."""
        written = self.raw.decode("utf-8", "replace")
        left = [name for mode, name in _MODES.items() if _last(written, mode) == "h"]
        if _last(written, 25) == "l":
            left.append("hidden cursor")
        if len(re.findall(r"\x1b\[>[0-9;]*u", written)) > len(re.findall(r"\x1b\[<[0-9;]*u", written)):
            left.append("keyboard protocol")
        if len(re.findall(r"\x1b\[22;[0-9]*t", written)) > len(re.findall(r"\x1b\[23;[0-9]*t", written)):
            left.append("title")
        if termios.tcgetattr(self._tty) != self.modes_before:
            left.append("line discipline")
        return left

    def _set_size(self, size: tuple[int, int]) -> None:
        columns, lines = size
        fcntl.ioctl(self._pty, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def _take(self, seconds: float) -> bool:
        """Read what is written within a time, and show it once nothing more comes. False: nothing came."""
        came = False
        while select.select([self._pty], [], [], 0.005 if came else seconds)[0]:
            chunk = os.read(self._pty, 65536)
            self.raw += chunk
            self._pending += chunk
            came = True
        if came:
            text = self._pending.decode("utf-8", "replace")
            self._pending.clear()
            self._stream.feed(_UNKNOWN_TO_PYTE.sub("", text))
        return came


def _last(written: str, mode: int) -> str | None:
    """Whether a mode was last set (h) or reset (l); None when it was never touched."""
    found = None
    for modes, letter in re.findall(r"\x1b\[\?([0-9;]+)([hl])", written):
        if str(mode) in modes.split(";"):
            found = letter
    return found


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("HOME", "PATH", "PYTHONPATH", "TMPDIR") if name in os.environ}
    calm = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "TEXTUAL_ANIMATIONS": "none"}
    nobody = {"SIDELIGHT_CONFIG": os.devnull, "XDG_STATE_HOME": os.devnull}  # no reader's own settings
    return {**kept, **calm, **nobody, **more}

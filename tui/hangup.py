"""Ending when the terminal is gone: not every terminal that goes away says so by a signal."""

import os
import select
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

_GRACE = 3.0
"""Seconds in which the program may end in order; its toolkit would read the end of the file for ever."""


def watch(number: int, gone: Callable[[], object]) -> None:
    """Wait, in a thread of its own and without work, until a terminal hangs up; end the program then.

    Args:
        number: The open file of the terminal.
        gone: Asks the program to end; called in that thread. What has not ended some seconds later is ended.
    """
    if hasattr(select, "poll"):
        Thread(target=_wait, args=(number, gone), name="hangup", daemon=True).start()


def _wait(number: int, gone: Callable[[], object]) -> None:
    poll = select.poll()
    poll.register(number, 0)  # a hang-up is told unasked, and nothing else is
    if not any(event & select.POLLHUP for _, event in poll.poll()):
        return  # a system that cannot tell
    with suppress(RuntimeError):  # it is ending already
        gone()
    time.sleep(_GRACE)
    os._exit(128 + signal.SIGHUP)

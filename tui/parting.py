"""Letting go of what is shown no more, without holding up the screen."""

import threading
import weakref
from collections.abc import Sequence
from typing import Any

_MANY = 5000
"""Things up to which they may go where their owner does: some 10 ms."""
_LATER = 0.5
"""Seconds until the owner is gone too: this begins while it goes."""
_PART = 500
"""Things let go between two turns of the other threads: some 2 ms."""


def let_go_with(owner: object, *held: Sequence[Any]) -> None:
    """Let many things go in a thread, in parts, once nobody has their owner: at once it took 160 ms of a key.

    Args:
        owner: What has them; it can be referred to weakly.
        held: The things.
    """
    if sum(map(len, held)) > _MANY:
        weakref.finalize(owner, _begin, list(held)).atexit = False


def _begin(held: list[Sequence[Any]]) -> None:
    timer = threading.Timer(_LATER, _let_go, (held,))
    timer.daemon = True
    timer.start()


def _let_go(held: list[Sequence[Any]]) -> None:
    left = [thing for things in held for thing in things]
    held.clear()  # now the list alone has them
    while left:
        del left[-_PART:]

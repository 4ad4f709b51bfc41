"""How a stage tells how far it is, and can be stopped while it runs."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Progress = Callable[[str, float], None]
"""Told (stage, fraction done 0-1); raises `Cancelled` to stop."""
Tick = Callable[[float], None]
"""Told the fraction done, 0-1; may raise to stop."""
_EVERY = 500
"""Things between two ticks: some 5 ms for a few calls each."""
_T = TypeVar("_T")


def ticked(things: Sequence[_T], tick: Tick, low: float = 0.0, high: float = 1.0) -> Iterator[_T]:
    """The same things, while `tick` is told how far through them one is, from `low` to `high`."""
    for n, thing in enumerate(things):
        if n % _EVERY == 0:
            tick(low + (high - low) * n / len(things))
        yield thing

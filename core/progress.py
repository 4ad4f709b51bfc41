"""How a stage tells how far it is, and can be stopped while it runs."""

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, repeat
from typing import Any, TypeVar

Progress = Callable[[str, float], None]
"""Told (stage, fraction done 0-1); raises `Cancelled` to stop."""
Tick = Callable[[float], None]
"""Told the fraction done, 0-1; may raise to stop."""
_EVERY = 500
"""Things between two ticks: some 5 ms for a few calls each."""
_MANY = 50_000
"""Things sorted, or put into a dictionary, between two ticks: some 50 ms for tuples."""
_T = TypeVar("_T")
_Sortable = TypeVar("_Sortable", bound=str | tuple[object, ...])


def silent(_: float) -> None:
    """A tick that tells nobody."""


def unheard(stage: str, done: float) -> None:
    """A progress that tells nobody."""


def still(tick: Tick, done: float) -> Tick:
    """Tells one fraction whatever it is told: for a part of the work that is not measured."""
    return lambda _: tick(done)


def ticked(things: Sequence[_T], tick: Tick, low: float = 0.0, high: float = 1.0) -> Iterator[_T]:
    """The same things, while `tick` is told how far through them one is, from `low` to `high`."""
    if len(things) > _EVERY:
        return chain.from_iterable(_parts(things, tick, low, high))
    tick(low)
    return iter(things)


def _parts(things: Sequence[_T], tick: Tick, low: float, high: float) -> Iterator[Sequence[_T]]:
    for n in range(0, len(things), _EVERY):
        tick(low + (high - low) * n / len(things))
        yield things[n : n + _EVERY]


def sorted_ticked(things: Sequence[_Sortable], tick: Tick, done: float) -> list[_Sortable]:
    """The same things in rising order, while `tick` is told `done` between parts of the work."""
    if len(things) <= _MANY:
        tick(done)
        return sorted(things)
    parts = []
    for low in range(0, len(things), _MANY):
        tick(done)
        parts.append(sorted(things[low : low + _MANY]))
    rising: list[_Sortable] = []
    start = [0] * len(parts)
    for edge in sorted(thing for part in parts for thing in part[:: _MANY // 50])[50::50]:
        tick(done)
        end = [bisect_left(part, edge) for part in parts]
        rising += sorted(chain(*(p[i:j] for p, i, j in zip(parts, start, end, strict=True))))
        start = end
    return rising + sorted(chain(*(p[i:] for p, i in zip(parts, start, strict=True))))


def dict_ticked(keys: Sequence[str], values: Sequence[_T], tick: Tick, done: float) -> dict[str, _T]:
    """Keys with their values, while `tick` is told `done` between parts of the work."""
    found: dict[str, _T] = {}
    for low in range(0, len(keys), _MANY):
        tick(done)
        found.update(zip(keys[low : low + _MANY], values[low : low + _MANY], strict=True))
    return found


def let_go(held: dict[Any, Any], tick: Tick, done: float) -> None:
    """Empty a large dictionary, while `tick` is told `done`: at once, to free a million things takes .3 s."""
    while len(held) > _EVERY:
        tick(done)
        deque(map(type(held).popitem, repeat(held, _EVERY)), 0)
    tick(done)
    held.clear()

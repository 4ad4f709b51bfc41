"""Letting go of many things: all of them go, in a thread, and none while somebody has their owner."""

import gc
import threading
import weakref
from itertools import repeat

import pytest

from tui import parting


class _Thing:
    pass


def _ended() -> None:
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer):
            thread.join(20)


@pytest.mark.parametrize("many", [10, 1300], ids=["at once", "in a thread"])
def test_things_go_when_nobody_has_their_owner(many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parting, "_MANY", 100)
    monkeypatch.setattr(parting, "_LATER", 0.0)
    owner, things = _Thing(), tuple(_Thing() for _ in repeat(None, many))
    gone: list[threading.Thread] = []
    watched = [weakref.ref(thing, lambda _: gone.append(threading.current_thread())) for thing in things]
    parting.let_go_with(owner, things)
    del things
    _ended()
    gc.collect()
    assert many < 100 or not gone
    del owner
    _ended()
    assert len(gone) == len(watched) == many
    assert all((thread is threading.main_thread()) == (many < 100) for thread in gone)

"""Who goes first: the screen, while a key is answered. Light to import."""

import gc
import sys
from collections.abc import Callable
from threading import get_ident
from time import monotonic, sleep

_TURN = 0.001
"""Seconds after which a thread at work lets another run; after 5 ms the screen waited for several."""
_YOUNG = 50_000
"""New objects after which cycles are looked for among them. A frame makes some 10,000 and the next lets them
go: at Python's own 700 each key searched 15 times, 1 to 3 ms, and it was a fiftieth of the first frame."""
_ANSWER = 0.1
"""Seconds after a key for which threads rest: it is answered by then, and a quick walk goes on."""
_STEP = 0.005
"""Seconds between two looks of a thread at rest."""


def go_first() -> None:
    """Set the process up for a screen."""
    sys.setswitchinterval(_TURN)
    gc.set_threshold(_YOUNG)


class Turns:
    """Lets threads at work rest while a key is answered: side by side both take twice as long."""

    def __init__(self) -> None:
        self._until = 0.0
        self._screen = 0

    def begin(self) -> None:
        """Told by the screen's thread: a key has come."""
        self._screen, self._until = get_ident(), monotonic() + _ANSWER

    def rest(self, stopped: Callable[[], bool]) -> None:
        """Wait while a key is answered, but not when stopped; the screen's own thread never waits."""
        while monotonic() < self._until and get_ident() != self._screen and not stopped():
            sleep(_STEP)


TURNS = Turns()
"""Those of this process."""

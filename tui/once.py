"""What a screen remembers between two frames: what it made, and of what. Pure."""

from collections.abc import Callable
from typing import Generic, TypeVar

_Made = TypeVar("_Made")
_Key = TypeVar("_Key")


class Once(Generic[_Key, _Made]):
    """Something that is made of a key, and anew only when the key is another."""

    def __init__(self) -> None:
        self._held: tuple[_Key, _Made] | None = None

    def of(self, key: _Key, make: Callable[[], _Made]) -> _Made:
        """What was made of this key; made now unless it is what was made last."""
        if self._held is None or self._held[0] != key:
            self._held = key, make()
        return self._held[1]

    def put(self, held: tuple[_Key, _Made] | None) -> None:
        """Take a key and what was made of it elsewhere; None for nothing."""
        self._held = held

    def has(self, key: _Key) -> bool:
        """Whether what is held was made of this key."""
        return self._held is not None and self._held[0] == key


class Last(Generic[_Key]):
    """What something was last: tells whether it is another now."""

    def __init__(self) -> None:
        self._key: _Key | None = None

    def changes(self, key: _Key) -> bool:
        """Whether it was another until now, or is told for the first time."""
        before, self._key = self._key, key
        return before is None or before != key

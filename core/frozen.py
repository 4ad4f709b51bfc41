"""Values that do not change once they are made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True)
def frozen(*, eq: bool = True) -> Callable[[type[_T]], type[_T]]:
    """Make a dataclass with slots for what is made inside a comparison: nobody sets its fields once made.

    Who checks the types forbids it, not Python, which would set each field by a call when a value is made: a
    fiftieth of the instructions of a comparison. What is handed out (`core.model`, `core.settings`) is
    guarded by Python too.

    Args:
        eq: Whether two are equal, and hash alike, if all their fields are; else a value equals itself alone.
    """

    def made(cls: type[_T]) -> type[_T]:
        return dataclass(slots=True, eq=eq, unsafe_hash=eq and "__hash__" not in cls.__dict__)(cls)

    return made

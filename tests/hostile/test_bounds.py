"""No pattern of ours can be made slow: held by their shape, not by a clock."""

import re
from collections.abc import Iterator
from importlib import import_module

import pytest

_parser = import_module("re._parser")
MODULES = (
    *("safe", "read", "read.decode", "read.files"),
    *(
        f"segment.{name}"
        for name in ("blocks", "front", "language", "markdown", "noise", "phrases", "sentences")
    ),
)
_SETS = {"IN", "ANY", "LITERAL", "NOT_LITERAL"}


def patterns(value: object) -> Iterator[re.Pattern[str]]:
    """The patterns in a value of a module, however deep."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from patterns(list(value.values()))
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from patterns(part)


OURS = [
    pytest.param(pattern, id=f"{module}.{name}.{n}")
    for module in MODULES
    for name, value in vars(import_module(f"core.{module}")).items()
    for n, pattern in enumerate(patterns(value))
]


def complaints(tree: object, inside: bool = False) -> Iterator[str]:
    """Where repetitions without end stand inside repetitions, or repeat more than one set of characters."""
    for operation, argument in tree:  # type: ignore[attr-defined]
        name = str(operation)
        if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            low, high, body = argument
            endless = high == _parser.MAXREPEAT
            if endless and (inside or len(body) != 1 or str(body[0][0]) not in _SETS):
                yield f"{{{low},}} of {body}"
            yield from complaints(body, inside or high > 1)
        elif name == "BRANCH":
            for branch in argument[1]:
                yield from complaints(branch, inside)
        elif name == "SUBPATTERN":
            yield from complaints(argument[3], inside)
        elif name in {"ASSERT", "ASSERT_NOT"}:
            yield from complaints(argument[1], inside)


@pytest.mark.parametrize("pattern", OURS)
def test_repetitions_without_end_are_of_one_set_and_never_nested(pattern: re.Pattern[str]) -> None:
    assert list(complaints(_parser.parse(pattern.pattern, pattern.flags))) == []


def test_the_check_itself_can_fail() -> None:
    assert len(OURS) > 30
    for bad in (r"(?:a+)+", r"(?:ab)*", r"(\w+\s?)*$", r"(?=(?:a|b+)*)"):
        assert list(complaints(_parser.parse(bad))), bad

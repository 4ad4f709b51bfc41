"""No pattern of ours can be made slow: held by their shape, not by a clock."""

import re
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from core.findings.judge import judge
from core.model import Cell, Passage, Status, Wording
from core.safe import _forbidden
from tests.findings.linked import linked, told
from tui.unmarked import _AROUND

_parser = import_module("re._parser")
MODULES = (
    *(
        "core.safe",
        "core.bounds",
        "core.front",
        "core.read",
        "core.read.decode",
        "core.read.files",
        "core.read.html",
    ),
    *(f"core.segment.{name}" for name in ("blocks", "language", "markdown", "noise", "phrases", "sentences")),
    "tui.unmarked",
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
    for name, value in vars(import_module(module)).items()
    for n, pattern in enumerate(patterns(value))
] + [pytest.param(_forbidden(), id="core.safe._forbidden")]


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


@pytest.mark.parametrize("pattern", _AROUND)
def test_marks_around_words_are_looked_for_no_farther_than_the_next_mark(pattern: re.Pattern[str]) -> None:
    """A pattern that runs over its own mark looks from each of them to the end of the line: quadratic."""
    sets = list(endless(_parser.parse(pattern.pattern, pattern.flags)))
    assert sets
    for kind, members in sets:
        assert str(kind) == "IN"
        assert str(members[0][0]) == "NEGATE"
        assert {chr(sign) for what, sign in members[1:] if str(what) == "LITERAL"} & set("*_`[(")


def endless(tree: Any) -> Iterator[Any]:
    """The sets that are repeated without an end."""
    for operation, argument in tree:
        if str(operation) in {"MAX_REPEAT", "MIN_REPEAT"} and argument[1] == _parser.MAXREPEAT:
            yield argument[2][0]
        elif str(operation) == "SUBPATTERN":
            yield from endless(argument[3])


FINDINGS = [
    ".".join(path.with_suffix("").parts) for path in sorted(Path("core/findings").glob("**/[a-z]*.py"))
]
SHAPES: dict[str, Callable[[int], str]] = {
    "capitals": lambda n: "AB" * n,
    "capitals before numbers": lambda n: f"{'AB' * n} " + " ".join(str(20 + k % 70) for k in range(n)),
    "numbers": lambda n: " ".join(map(str, range(101, 101 + n))),
    "years": lambda n: " ".join(str(1500 + k) for k in range(n)),
    "ages": lambda n: ", ".join(f"Ida Brenn, {20 + k % 7}" for k in range(n // 3)),
    "money": lambda n: " ".join(f"${k}" for k in range(101, 101 + n)),
    "quotation marks": lambda n: " ".join("“”" for _ in range(n)),
    "words in quotation marks": lambda n: " ".join(f"“wide w{k}” “" for k in range(n)),
    "months": lambda n: " ".join("May" for _ in range(n)),
    "negators": lambda n: "not no never " * n,
    "hyphens": lambda n: "-" * n,
    "hyphenated": lambda n: "a-" * n,
    "apostrophes": lambda n: "o'" * n,
    "open brackets": lambda n: "[" * n,
}
SIZE = 120
"""Pieces of a run; twice as many are still one sentence that is read whole."""


class Counted:
    """A pattern that adds up the characters it is asked to search."""

    def __init__(self, pattern: re.Pattern[str], work: list[int]) -> None:
        self.pattern, self.work = pattern, work

    def __getattr__(self, name: str) -> Any:
        method = getattr(self.pattern, name)

        def counted(text: str, *place: int, **other: Any) -> Any:
            start, end, *_ = (*place, len(text)) if len(place) == 1 else place or (0, len(text))
            self.work[0] += (
                max(1, min(end, len(text)) - start) if name in {"search", "finditer", "findall"} else 1
            )
            return method(text, *place, **other)

        return counted if callable(method) else method


def work_of(run: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """Calls that judging two accounts with a run in them makes, and characters that its patterns search."""
    work = [0]
    sources = [
        told(f"The old mill at Karr {verb} {run}.", s) for verb, s in (("stood", "A"), ("burned", "B"))
    ]
    rows = [
        Passage("P1", tuple(Cell(s.id, 0, 0, len(s.text)) for s in sources), Status.AGREE, Wording.REWORDED)
    ]
    links = linked(sources)
    with monkeypatch.context() as patched:
        for module in map(import_module, FINDINGS):
            for name, value in vars(module).items():
                if isinstance(value, re.Pattern):
                    patched.setattr(module, name, Counted(value, work))
        sys.setprofile(lambda *_: work.__setitem__(0, work[0] + 1))
        try:
            judge(sources, rows, links)
        finally:
            sys.setprofile(None)
    return work[0]


@pytest.mark.parametrize("shape", SHAPES)
def test_judging_does_not_grow_faster_than_what_it_judges(
    shape: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = SHAPES[shape]
    work_of(make(SIZE - 1), monkeypatch)  # word lists and grammars are read once
    once, twice = work_of(make(SIZE), monkeypatch), work_of(make(2 * SIZE), monkeypatch)
    assert twice <= 2.7 * once + 500  # 2 is linear, 4 quadratic; pairs are compared up to a cap

"""One point told thousands of times: gathering it does not take the square of them. Counted, never timed."""

import sys
from typing import Any

import pytest

from core.findings import gather as gathering
from core.findings import judge as judging
from core.findings import points
from core.model import Finding, Source
from core.pipeline import compare

FEW = 40
"""Sentences of an article; then twice as many."""


def _word(n: int) -> str:
    """A word of its own for each number, without a figure in it."""
    return "".join("bdfgklmnprst"[n // 12**k % 12] + "aeiou"[(n + k) % 5] for k in range(3))


SHAPES: dict[str, tuple[str, tuple[object, ...]]] = {
    "one number": ("The {a} crane at {b} lifted {told} barges.", (40, 60)),
    "one number, and a third who tells it": ("The {a} crane at {b} lifted {told} barges.", (40, 40, 60)),
    "one day": ("On {told} the {a} lock at {b} was shut.", ("Monday", "Friday")),
    "one captain": ("Nobody paid Captain {told} for the {a} lock.", ("Trewdy", "Solvan")),
    "one family in two spellings": ("“We saw {a} of it,” said {B} {told}.", ("Karrell", "Karell")),
    "twelve sources": ("The {a} crane at {b} lifted {told} barges.", tuple(range(40, 52))),
}
"""A sentence, told again and again with other words, and what each source tells in it."""


def _told(shape: str, size: int) -> list[str]:
    form, values = SHAPES[shape]
    words = [(_word(n), _word(n + 700)) for n in range(2 * size // len(values))]
    return ["\n\n".join(form.format(a=a, b=b, B=b.title(), told=value) for a, b in words) for value in values]


def work_of(texts: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    """Calls that are made while conflicts become findings, with small bounds."""
    calls = 0

    def count(_frame: object, event: str, _arg: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    def counting(*given: Any) -> tuple[Finding, ...]:
        sys.setprofile(count)
        try:
            return gathering.gather(*given)
        finally:
            sys.setprofile(None)

    monkeypatch.setattr(judging, "gather", counting)
    monkeypatch.setattr(points, "EXAMPLES", 5)
    monkeypatch.setattr(gathering, "ELSEWHERE", 5)
    assert compare([Source.from_text(text, language="en") for text in texts]).findings
    return calls


@pytest.mark.parametrize("shape", SHAPES)
def test_a_point_told_twice_as_often_takes_twice_the_work(
    shape: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    once, twice = (work_of(_told(shape, size), monkeypatch) for size in (FEW, 2 * FEW))
    assert once > FEW
    assert twice <= 2.7 * once + 500  # 2 is linear, 4 quadratic

"""A comparison can be cancelled at any time: between two ticks lies little work, counted and never timed.

Work is every call, and every number that goes through a function of numpy by what that takes. The parts that
stages work in are made small, so that a few hundred sentences stand for a book: what is not done in parts, or
tells nobody between them, then does more at once than the rest.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from random import Random
from types import FrameType
from typing import Any

import numpy as np
import pytest

from core.errors import Cancelled
from core.model import Source
from core.pipeline import compare, rearrange
from core.settings import Settings
from tests.bench.made import SIZES, make

SMALL = {
    "core.progress._EVERY": 20,
    "core.progress._MANY": 200,
    "core.sparse.BLOCK": 1_000,
    "core.candidates.BLOCK": 1_000,
    "core.candidates._WHOLE": 100,
    "core.candidates._WALK": 10_000,
    "core.sparse._DENSE": 20_000,
    "core.evidence.BLOCK": 1_000,
    "core.align._GROUND": 5,
    "core.align._LOOKED": 20,
    "core.order._LOOKED": 40,
    "core.segment.blocks._LINES": 50,
    "core.segment.sentences._WINDOW": 400,
}
"""The parts in which the stages work, some hundredth of what they are."""
SORTS = frozenset({"argsort", "lexsort", "searchsorted", "sort", "unique"})
SORTED, TOUCHED = 0.5, 0.03
"""What a number takes that is sorted or sought, or only met, in calls: some 50 and 3 ns of 100."""
MOST = 8_000
"""Work between two ticks that is little."""


class _Counted:
    """numpy, with every number counted that goes through a function of it."""

    def __init__(self, work: "_Work") -> None:
        self._work = work

    def __getattr__(self, name: str) -> Any:
        own = getattr(np, name)
        if isinstance(own, type | np.ufunc) or not callable(own):
            return own

        def counted(*args: object, **kwargs: object) -> object:
            result = own(*args, **kwargs)
            met = (result,) if name == "searchsorted" else (*args, result)
            numbers = max((x.size for x in met if isinstance(x, np.ndarray)), default=0)
            self._work.units += numbers * (SORTED if name in SORTS else TOUCHED)
            return result

        return counted


class _Work:
    """A progress callback that knows the most work between two of its calls, until judging begins."""

    def __init__(self) -> None:
        self.units = self.most = 0.0
        self.between = ("", "")
        self._last = "start"

    def __call__(self, stage: str, done: float) -> None:
        here = f"{stage} {done:.3f}"
        if self.units > self.most:
            self.most, self.between = self.units, (self._last, here)
        self.units, self._last = 0.0, here
        if stage == "judge":
            raise Cancelled

    def profile(self, _frame: FrameType, event: str, _arg: object) -> None:
        self.units += event in {"call", "c_call"}


@contextmanager
def _counting(work: _Work, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for module in ("align", "candidates", "order", "sparse", "evidence"):
        monkeypatch.setattr(f"core.{module}.np", _Counted(work))
    sys.setprofile(work.profile)
    try:
        yield
    finally:
        sys.setprofile(None)


def _book() -> list[str]:
    return list(make("few").texts)


def _line() -> list[str]:
    return [text.replace("\n\n", " ") for text in make("few").texts]


def _markdown() -> list[str]:
    return [f"# One\n\n## Two\n\n{text}" for text in make("few").texts]


def _copies() -> list[str]:
    words = make("few").texts[0][:5_000].split(" ")
    random = Random(1)  # noqa: S311 - not for secrets
    return [" ".join(w if random.random() < 0.99 else "zap" for w in words) for _ in range(4)]


def _unspaced() -> list[str]:
    random = Random(1)  # noqa: S311 - not for secrets
    sentences = ["".join(chr(0x4E00 + random.randrange(2_000)) for _ in range(20)) + "。" for _ in range(250)]
    return ["".join(random.sample(sentences, 200)) for _ in range(2)]


@pytest.mark.parametrize("made", [_book, _line, _markdown, _copies, _unspaced])
def test_little_work_lies_between_two_ticks(
    made: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SIZES, "few", (2, 120))
    texts = made()
    # With a language, for to find one takes a sample that is as long for a page as for a book.
    sources = [Source.from_text(t, language="en") for t in texts]
    compare([Source.from_text(t[:300]) for t in texts])  # what is imported or compiled once
    for name, small in SMALL.items():
        monkeypatch.setattr(name, small)
    work = _Work()
    with _counting(work, monkeypatch), pytest.raises(Cancelled):
        compare(sources, progress=work)
    assert work.most < MOST, work.between


def test_little_work_lies_between_two_ticks_when_the_threshold_is_moved(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(SIZES, "few", (2, 120))
    comparison = compare([Source.from_text(t, language="en") for t in _book()])
    for name, small in SMALL.items():
        monkeypatch.setattr(name, small)
    work = _Work()
    with _counting(work, monkeypatch), pytest.raises(Cancelled):
        rearrange(comparison, Settings(threshold=20), work)
    assert work.most < MOST, work.between

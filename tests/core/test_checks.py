"""How much work lies between two checks for cancelling: counted in calls, because a time is no law."""

import sys
from dataclasses import replace
from types import FrameType

import pytest

from core.align import align
from core.arrange import arrange
from core.model import Source, source_id
from core.segment import segment
from tests.bench.made import SIZES, make

MOST = 60_000
"""Calls between two checks: some 20 ms; all of them make some 800,000 here."""


class _Counter:
    """Counts the calls of Python and C functions between two checks."""

    def __init__(self) -> None:
        self.calls = self.most = self.total = 0

    def __call__(self, _: FrameType, event: str, __: object) -> None:
        if event in {"call", "c_call"}:
            self.calls += 1

    def check(self, *_: object) -> None:
        self.most = max(self.most, self.calls)
        self.total += self.calls
        self.calls = 0


def test_the_work_between_two_checks_is_small_in_long_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SIZES, "book", (2, 800))
    sources = [
        segment(replace(Source.from_text(t, markdown=False), id=source_id(n)))
        for n, t in enumerate(make("book").texts)
    ]
    counter = _Counter()
    sys.setprofile(counter)
    try:
        links, weak, _ = align(sources, 33, counter.check)
        passages = arrange(sources, links, weak, 33, counter.check)
    finally:
        sys.setprofile(None)
    counter.check()
    assert len(passages) > 1000
    assert counter.total > 5 * MOST
    assert counter.most < MOST

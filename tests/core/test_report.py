"""What a report quotes around a span."""

import pytest

from core.export.report import around
from core.model import Cell, Span
from tests.core.made import article


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Two", "Two."),
        ("One. Two", "One. Two."),
        ("One.", "One."),
        ("Four", "Four."),
        ("Two. Three.", "Two. Three."),
    ],
)
def test_around_a_span_stand_the_sentences_that_hold_it(words: str, whole: str) -> None:
    source = article(0, ["One.", "Two.", "Three."], ["Four."])
    start = source.text.index(words)
    cell = around(source, Span("A", start, start + len(words)))
    assert source.text[cell.start : cell.end] == whole
    assert cell.paragraph == (words == "Four")


def test_around_a_span_that_runs_past_its_sentences_nothing_of_it_is_lost() -> None:
    source = article(0, ["One."], ["Two."])
    assert around(source, Span("A", 0, len("One.\n\nTwo"))) == Cell("A", 0, 0, len("One.\n\nTwo"))

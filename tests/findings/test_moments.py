"""When something happened, by two articles that time it once each, linked or not."""

import pytest

from core import Source, compare
from core.findings.desk import Desk
from tests.findings.test_fates import DAILY, WIRE


def told(one: str, other: str) -> list[list[str]]:
    sources = Source.from_text(WIRE.format(total=one)), Source.from_text(DAILY.format(total=other))
    return [[r.value for r in f.readings] for f in compare(sources).findings]


@pytest.mark.parametrize(
    ("one", "other", "readings"),
    [
        (
            "The dyke gave way at 2.15am.",
            "The break came at a quarter past four.",
            "2.15am / quarter past four",
        ),
        (
            "The fire broke out at 2.15am.",
            "The first flames were seen at ten to four in the morning.",
            "2.15am / ten to four in the morning",
        ),
        (
            "The siege was over at 4.40pm.",
            "It ended when the door opened at twenty to seven.",
            "4.40pm / twenty to seven",
        ),
    ],
)
def test_one_moment_at_two_times_is_at_odds(one: str, other: str, readings: str) -> None:
    assert [[r.removesuffix(".") for r in own] for own in told(one, other)] == [readings.split(" / ")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The dyke gave way at 2.15am.", "The break came at a quarter past two."),
        ("The dyke gave way at 2.15am.", "A break came at a quarter past four, a second one at five."),
        ("The dyke gave way at 2.15am.", "The mayor was woken at a quarter past four."),
        ("The dyke gave way at 2.15am.", "It was shortly after two that the first flames were seen."),
        ("The dyke gave way at 2.15am.", "Years ago, the break came at a quarter past four."),
        ("The siege was over at 4.40pm.", "By nightfall it was over."),
        ("The siege was over at 4.40pm.", "Lessons ended at noon."),
    ],
)
def test_other_moments_are_not(one: str, other: str) -> None:
    assert told(one, other) == []


def test_what_is_told_again_and_again_stands_against_the_first_alone() -> None:
    """60 articles of 29 such sentences took 20 s, and no cancel was heard for 5 of them."""
    often = (" ".join([f"The dyke gave way at {hour}."] * 9) for hour in ("2.15am", "4.40am"))
    texts = (form.format(total=told) for form, told in zip((WIRE, DAILY), often, strict=True))
    found = compare([Source.from_text(text) for text in texts])
    times = [c for c in Desk(found.sources).facts if c.rule == "different times"]
    assert len({c.a.start for c in times} | {c.b.start for c in times}) == 18
    assert len(times) == 17

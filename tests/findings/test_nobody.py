"""What befell nobody in one article and somebody in another, linked or not."""

import pytest

from core import Source, compare
from core.findings.article import LONGEST
from tests.findings.test_fates import DAILY, GERMAN, WIRE


def told(one: str, other: str, form: str = DAILY) -> list[list[str]]:
    sources = Source.from_text(WIRE.format(total=one)), Source.from_text(form.format(total=other))
    return [[r.value for r in f.readings] for f in compare(sources).findings]


@pytest.mark.parametrize(
    ("one", "other", "readings"),
    [
        (
            "A man of 40 was arrested on Monday night.",
            "No one was in custody, they insisted.",
            "was arrested / No one was in custody",
        ),
        ("Police made 37 arrests.", "Nobody was behind bars by dusk.", "37 arrests / Nobody was behind bars"),
        ("A baker was killed by a falling sign.", "There were no deaths.", "was killed / no deaths"),
        ("Two clerks were hurt by glass.", "Nobody was injured.", "were hurt / Nobody was injured"),
    ],
)
def test_what_befell_somebody_and_nobody_is_at_odds(one: str, other: str, readings: str) -> None:
    assert told(one, other) == [readings.split(" / ")]


def test_it_is_at_odds_in_two_languages() -> None:
    assert told("A man was hurt.", "Es gab keine Verletzten.", GERMAN) == [["was hurt", "keine Verletzten"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A man was arrested.", "No further arrests were made."),
        ("A man was arrested.", "No arrests had been made so far."),
        ("A man was arrested.", "Nobody else was arrested."),
        ("A man was arrested.", "The police made no arrests on Monday. On Tuesday a man was arrested."),
        ("A man was arrested.", "No official was arrested."),
        ("Two clerks were hurt by glass.", "Nobody was seriously injured."),
        ("Two clerks were hurt by glass.", "Nobody was killed."),
        ("Two clerks were hurt by glass in 2019.", "Nobody was injured."),
        ("Two clerks could have been hurt.", "Nobody was injured."),
        ("Nobody was hurt.", "There were no injuries."),
        ("Two officers were injured.", "None of the marchers was hurt."),
    ],
)
def test_what_befell_others_or_at_another_time_is_not(one: str, other: str) -> None:
    assert told(one, other) == []


def test_nothing_is_found_behind_what_is_read_of_a_sentence() -> None:
    endless = (
        "The march went by the mill " + "and by the mill " * (LONGEST // 16) + "and no arrests were made."
    )
    assert told(endless, "A man was arrested.") == []

"""Which office somebody has, by two articles that give one each, linked or not."""

import pytest

from tests.findings.test_moments import told

HEAD = "Chief executive Martin Lowe walked along the quay with the crowd."


@pytest.mark.parametrize(
    ("one", "other", "readings"),
    [
        (
            HEAD,
            "The company's operations director, Martin Lowe, had no time for a talk.",
            "Chief executive / operations director",
        ),
        (
            "Ines Holm, 52, the finance director of Lomb Iron, left by a side door.",
            "Down in the canteen, CEO Ines Holm ate soup with the foundrymen.",
            "finance director / CEO",
        ),
        (
            "Sgt. Ruth Selby brought the dogs.",
            "It was a long night, said Inspector Ruth Selby, who had not slept.",
            "Sgt / Inspector",
        ),
    ],
)
def test_two_offices_of_one_person_are_at_odds(one: str, other: str, readings: str) -> None:
    assert told(one, other) == [readings.split(" / ")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (HEAD, "Managing director Martin Lowe had no time for a talk."),
        (HEAD, "Years before, Martin Lowe, then operations director, had drunk here with the men."),
        (HEAD, "Martin Lowe, operations director until May, had no time for a talk."),
        (HEAD, "Operations director and chief executive Martin Lowe had no time for a talk."),
        (HEAD, "The operations director had Martin Lowe called home."),
        (HEAD, "Down by the river, operations director Martina Brack had no time for a talk."),
        (
            "Finance director Ines Holm of Tarr Iron left.",
            "Ines Holm, chief executive of Lomb Steel, came too.",
        ),
        ("Chief Inspector Carl Voss brought the dogs.", "It was a long night, said Inspector Carl Voss."),
        ("Lt. Col. Boris Adler brought the tents.", "Nobody slept much, said Colonel Boris Adler."),
    ],
)
def test_other_offices_are_not(one: str, other: str) -> None:
    assert told(one, other) == []

"""Denials that stand alone, for now, of some or behind a long subject, each with a pair that agrees."""

import pytest

from tests.findings.test_scripts import kinds


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            '"We will appeal," the clerk of the guild, Tom Karr, said behind the hall in Lomb.',
            '"We will not appeal," the clerk of the guild, Tom Karr, said behind the hall in Lomb.',
        ),
        (
            "The old lift at Karr station will be mended this spring, the railway says.",
            "Karr station stays bare this spring: the lift in the hall won't be mended, the railway says.",
        ),
        (
            "The ferry at Karr is open to lorries again, the county said on Monday.",
            "On Monday the ferry at Karr was not yet open to lorries, according to the county.",
        ),
        (
            "Several survivors were found in the wreck off Karr.",
            "No survivors were found in the wreck off Karr.",
        ),
        (
            "The skipper confirmed to police that he had steered the ferry while asleep.",
            "Asked by police about the ferry, the skipper denied having steered while asleep.",
        ),
    ],
)
def test_these_conflict(a: str, b: str) -> None:
    assert kinds(a, b) == kinds(b, a) == ["negation"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            '"We will appeal," said Tom Karr, lawyer for the driver.',
            '"We will not appeal," said Ida Moss, lawyer for the owner.',
        ),
        (
            "The water in Karr is safe to drink again, officials said on Thursday.",
            "Officials said on Tuesday that the water in Karr was not yet safe to drink.",
        ),
        (
            "The ferry at Karr is open again, the county says.",
            "The ferry at Karr is not yet open, the county says.",
        ),
        (
            "Some tickets are left for the matinee at the opera in Karr.",
            "No tickets are left for the premiere at the opera in Karr.",
        ),
        (
            "The skipper confirmed to police that he had drunk beer.",
            "The skipper denied to police that he had been asleep.",
        ),
        (
            "The mayor confirmed to reporters that the bridge was closed.",
            "The mayor denied that the town was broke.",
        ),
    ],
)
def test_these_agree(a: str, b: str) -> None:
    assert kinds(a, b) == kinds(b, a) == []

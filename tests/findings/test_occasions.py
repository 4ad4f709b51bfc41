"""The day of what one affair has once, by two articles, linked or not."""

import pytest

from tests.findings.test_moments import told


@pytest.mark.parametrize(
    ("one", "other", "readings"),
    [
        (
            "Voss passed a medical in the capital on Thursday evening.",
            "His medical took place on Wednesday afternoon and lasted two hours.",
            "Thursday / Wednesday",
        ),
        (
            "The funeral will be held at the new church on Friday.",
            "On Saturday the funeral takes place in the chapel by the lake.",
            "Friday / Saturday",
        ),
        (
            "An autopsy is planned for Monday.",
            "The family will hear more after the post-mortem on Wednesday.",
            "Monday / Wednesday",
        ),
    ],
)
def test_one_occasion_on_two_days_is_at_odds(one: str, other: str, readings: str) -> None:
    assert told(one, other) == [readings.split(" / ")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The funeral will be held on Friday.",
            "The funeral, first set for Friday, was put off to Saturday.",
        ),
        (
            "The funeral of Ida Lomb is on Friday.",
            "Far away, the funeral of Luc Tarr will be held on Saturday.",
        ),
        ("The funeral is on Friday.", "On Saturday, a day after the funeral, a choir will sing for him."),
        ("His funeral is on Friday.", "Her funeral in the chapel by the lake will be held on Saturday."),
        ("An autopsy is planned for Monday.", "The results of the autopsy are expected on Wednesday."),
        ("Voss passed a medical on Thursday.", "By the lake, people knew of the first medical on Monday."),
        ("The wedding is on Saturday.", "The wedding dress came on Thursday in a van without windows."),
    ],
)
def test_other_days_are_not(one: str, other: str) -> None:
    assert told(one, other) == []

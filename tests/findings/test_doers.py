"""Who did it, by two articles that name one person each, linked or not."""

import pytest

from tests.findings.test_moments import told


@pytest.mark.parametrize(
    ("one", "other", "readings"),
    [
        (
            "The body was found by a dog walker, Peter Lund, near the old mill.",
            "It was the fisherman Carl Voss who discovered the body in the reeds.",
            "Peter Lund / Carl Voss",
        ),
        (
            "The fraud was uncovered by an auditor, Ruth Selby, who left the firm in 2019.",
            "Its treasurer, the retired clerk Arne Holt, spent a winter over the books and exposed the scam.",
            "Ruth Selby / Arne Holt",
        ),
        (
            "The deal, brokered by the lawyer Boris Klein, runs until June.",
            "Carla Mendes, the agent who put the deal together, was not to be seen.",
            "Boris Klein / Carla Mendes",
        ),
        (
            "The deal was negotiated by the lawyer Boris Klein.",
            "It was the owner's niece and finance director, Carla Mendes, who got this over the line.",
            "Boris Klein / Carla Mendes",
        ),
        (
            "The lorry was driven by Ivan Moser, 52, who was not hurt.",
            "Kurt Vogel, 38, was driving the lorry when its brakes failed.",
            "Ivan Moser / Kurt Vogel",
        ),
        (
            "The alarm was raised by a nurse, Ellen Moor.",
            "Porter Sam Ritter raised the alarm shortly before two.",
            "Ellen Moor / Sam Ritter",
        ),
    ],
)
def test_one_deed_of_two_people_is_at_odds(one: str, other: str, readings: str) -> None:
    assert [[r.removeprefix("Porter ") for r in own] for own in told(one, other)] == [readings.split(" / ")]


FOUND = "The body was found by a dog walker, Peter Lund, near the old mill."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FOUND, "Peter Lund and his friend Carl Voss discovered the body in the reeds."),
        (FOUND, "The fisherman Carl Voss found the body's missing shoe on the bank."),
        (FOUND, "Together with a friend, the fisherman Carl Voss discovered the body at dawn."),
        (FOUND, "In 1987 the fisherman Carl Voss had found the body in the reeds below the weir."),
        (FOUND, "The fisherman Carl Voss found the body that lay further up, below the weir."),
        (FOUND, "The next day the fisherman Carl Voss found the body of a second walker there."),
        (FOUND, "Had the fisherman Carl Voss found the body, nobody would have heard of it."),
        (FOUND, "Helpers of the Karr River Watch found the body."),
        (
            "The deal was brokered by the firm Marlow Reed.",
            "By the quay, they say that the lawyer Ida Voss negotiated the contract over a plate of eels.",
        ),
        ("The first car was driven by Tom Barker, 24.", "Further back Lena Frost, 31, drove the second car."),
        ("The van was driven by Ivan Moser, 52.", "Kurt Vogel, 38, was driving his van home and saw it."),
        (
            "The alarm was raised by a nurse, Ellen Moor.",
            "Nobody slept. When all was over, Mrs Moor was asked how she had raised the alarm.",
        ),
    ],
)
def test_other_deeds_are_not(one: str, other: str) -> None:
    assert told(one, other) == []

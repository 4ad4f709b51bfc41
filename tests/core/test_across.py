"""Findings across rows: where each reading is told, and against what."""

import pytest

from core.across import Rows, rivals, rows_of

HERE = {"P2": ("F",), "P10": ("B", "AA")}
THERE = {"P10": ("C",), "P3": ("D",), "P2": ("E",)}


@pytest.mark.parametrize(
    ("passage", "expected"),
    [
        ("P2", {"P3": ("D",), "P10": ("B", "C", "AA")}),
        ("P10", {"P2": ("E", "F"), "P3": ("D",)}),
        ("P3", {"P2": ("F",), "P10": ("B", "AA")}),
        ("P4", {}),
    ],
)
def test_a_passage_is_no_rival_of_itself_and_the_others_stand_in_their_order(
    passage: str, expected: Rows
) -> None:
    found = rivals([(HERE, THERE)], passage)
    assert list(found.items()) == list(expected.items())


def test_who_conflicts_in_a_row_by_one_of_several_findings_is_named_there() -> None:
    one: tuple[Rows, Rows] = {"P2": ("A",)}, {"P3": ("C",)}
    other: tuple[Rows, Rows] = {"P2": ("A",)}, {"P3": ("B",), "P1": ("D",)}
    assert list(rivals([one, other], "P2").items()) == [("P1", ("D",)), ("P3", ("B", "C"))]


def test_the_passages_of_a_finding_stand_in_their_order() -> None:
    assert rows_of((HERE, THERE)) == ["P2", "P3", "P10"]

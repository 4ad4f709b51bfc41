"""The values of a row that not every source writes and no finding tells."""

from dataclasses import replace

import pytest

from core import Source, compare
from core.model import FindingKind
from core.uneven import uneven


def told(*texts: str) -> set[tuple[str, str, str]]:
    made = compare([Source.from_text(f"{text}\n\nThe day was calm and cold.", title="") for text in texts])
    (row,) = [p for p in made.passages if p.cells[0].start == 0]
    bare = replace(made, findings=())
    return {(one.kind, one.value, "".join(one.sources)) for one in uneven(bare, row)}


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("312 people", "296 people", {("number", "312", "A"), ("number", "296", "B")}),
        ("twelve people", "12 people", set()),
        ("people on Friday", "people on Monday", {("date", "Friday", "A"), ("date", "Monday", "B")}),
        ("people of Ida Brenn", "people of Brenn", set()),
        ("people of Brenn", "people of the owner", {("name", "Brenn", "A")}),
    ],
)
def test_what_one_side_alone_writes(one: str, other: str, found: set[tuple[str, str, str]]) -> None:
    line = "The ferry left the harbour of Ellwick in the fog with {} aboard."
    assert told(line.format(one), line.format(other)) == found


def test_of_three_sources_who_writes_it_is_told() -> None:
    line = "The ferry left the harbour of Ellwick in the fog with {} people aboard."
    assert told(*(line.format(n) for n in (312, 312, 296))) == {
        ("number", "312", "AB"),
        ("number", "296", "C"),
    }


def test_what_a_finding_tells_is_not_told_again() -> None:
    line = "A fire on the ferry killed {} people, the coast guard said.\n\nThe day was calm and cold."
    made = compare([Source.from_text(line.format(n), title="") for n in (12, 14)])
    assert [f.kind for f in made.findings] == [FindingKind.NUMBER]
    assert uneven(made, made.passages[0]) == ()


def test_a_row_of_one_source_has_none() -> None:
    made = compare([Source.from_text(t, title="") for t in ("Twelve cars burned.", "Rain fell on Monday.")])
    assert [uneven(made, p) for p in made.passages] == [(), ()]


def test_values_that_very_many_sources_write_are_missing_from_none() -> None:
    line = "The ferry left Ellwick with 312 people, 40 cars, 17 bicycles and 9 dogs aboard in the fog."
    assert told(*([line] * 20)) == set()


def test_of_very_many_values_nothing_is_told() -> None:
    line = "The ferry left the harbour of Ellwick in the fog with {} aboard."
    counts = [", ".join(f"{n} people" for n in range(low, low + 35)) for low in (1_000, 2_000)]
    assert told(*map(line.format, counts)) == set()

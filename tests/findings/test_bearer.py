"""What sort of thing a name names, and which values are of one class."""

import pytest

from core.findings.desk import Desk
from core.findings.names.bearer import sort
from core.findings.text import Statement
from core.findings.values.odds import kin
from tests.findings.linked import told


def read(text: str) -> tuple[Desk, Statement]:
    desk = Desk([told(text, "A")])
    return desk, desk.articles["A"].statement(0)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The grain was kept in Ostrel until May.", "place"),
        ("The grain was taken to Ostrel in May.", ""),
        ("Grain was sold by Ostrel Harbour Trust in May.", "body"),
        ("The grain was weighed by the baker Ida Brenn.", "person"),
        ("The grain was weighed by Ida Brenn.", "actor"),
    ],
)
def test_the_bearer_of_a_name(text: str, what: str) -> None:
    desk, statement = read(text)
    assert [sort(m) for m in desk.names(statement)] == [what]


def test_values_of_two_classes_are_no_kin() -> None:
    desk, statement = read("They saw 12 boats and 40 gulls within 4 miles.")
    boats, gulls, miles = desk.numbers(statement)
    assert kin(boats, gulls)
    assert not kin(boats, miles)

"""What a sentence has of numbers, ages and times, and which of them two sentences set against each other."""

import pytest

from core.findings import date, number
from core.findings.judge import judge
from core.findings.text import Article
from tests.findings.linked import linked, rows, told


def numbers(text: str) -> list[tuple[str, float]]:
    """Class and value of each number of a sentence."""
    statement = Article(told(text, "A")).statement(0)
    earlier = date.readings(statement)
    return [(m.value.unit, m.value.printed or m.value.point) for m in number.readings(statement, earlier)]


def conflicts(a: str, b: str) -> list[set[str]]:
    """The values that are set against each other."""
    sources = told(a, "A"), told(b, "B")
    links = linked(sources)
    findings = judge(sources, rows(sources, links), links)
    return [
        {sources["AB".index(s.source)].text[s.start : s.end] for r in f.readings for s in r.spans}
        for f in findings
    ]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The baker is 54.", [("age", 54)]),
        ("The tower is 54.", [("count", 54)]),
        ("At 19, Ilse Tarn is the youngest of the judges.", [("age", 19)]),
        ("At 9, Ilse Tarn opened the shop.", [("count", 9)]),
        ("Her husband was 61.", [("age", 61)]),
        ("The poet died in Karr at 88.", [("age", 88)]),
        ("The child who fell into the well is four.", [("age", 4)]),
        ("A widow of 79 won the regatta.", [("age", 79)]),
        ("A crew of 12 won the regatta.", [("count", 12)]),
        ("She sang on her eightieth birthday.", [("age", 80)]),
        ("The oak is 600 years of age.", [("age", 600)]),
        ("It took eleven and a half hours.", [("time", 11.5)]),
        ("It took 2½ hours.", [("time", 2.5)]),
        ("They sold two and a half million jars.", [("count", 2_500_000)]),
        ("The council voted 16-9 for the bridge.", [("count", 16), ("count", 9)]),
        ("The bill passed by 40 to 31.", [("count", 40), ("count", 31)]),
        ("Karr won 16-9 on Sunday.", [("score", 16)]),
        ("The tax goes from 40 to 31 after the vote.", [("count", 40), ("count", 31)]),
    ],
)
def test_what_a_number_is(text: str, read: list[tuple[str, float]]) -> None:
    assert numbers(text) == read


@pytest.mark.parametrize("text", ["The work will last two years.", "The freeze is to last six days."])
def test_how_long_something_lasts_is_no_part(text: str) -> None:
    statement = Article(told(text, "A")).statement(0)
    assert [m.value.part for m in number.readings(statement)] == [False]


def test_the_last_two_of_something_are_a_part() -> None:
    statement = Article(told("The last two miles are steep.", "A")).statement(0)
    assert [m.value.part for m in number.readings(statement)] == [True]


@pytest.mark.parametrize(
    ("a", "b", "against"),
    [
        # One in two words for two ages: no rounding between a number and "years old".
        (
            "Ilse Tarn, who is 102, is the oldest.",
            "The oldest, Ilse Tarn, is 104 years old.",
            [{"102", "104 years"}],
        ),
        # Nineteen thousand, misheard for ninety thousand, is not four times as few.
        (
            "The library in Karr lent ninety thousand books last year.",
            "Last year readers took 19,000 volumes home from the library in Karr.",
            [{"ninety thousand", "19,000"}],
        ),
        # 14 and 106 of 120 are two parts of them.
        (
            "Police in Karr stopped 120 drivers; 14 of them had been drinking.",
            "Of 120 drivers stopped by police in Karr, 106 were sober.",
            [],
        ),
        (
            "The siren of Karr sounded shortly after noon.",
            "The siren of Karr sounded at midnight.",
            [{"noon", "midnight"}],
        ),
    ],
)
def test_what_is_set_against_what(a: str, b: str, against: list[set[str]]) -> None:
    assert conflicts(a, b) == against


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # Both tell of three, of other things: it may still be a part of the eleven.
        (
            "Police in Karr towed three cars and eight vans.",
            "Police in Karr towed eleven wrecks, three by crane.",
        ),
        # Ten, or more, may be a part of the fifty, although the other side counts its sheep too.
        (
            "At least 10 sheep and 40 goats were stolen from a farm in Karr.",
            "From a farm in Karr 50 animals were stolen, among them 12 sheep.",
        ),
    ],
)
def test_what_both_count_may_be_a_part_of_more(a: str, b: str) -> None:
    assert conflicts(a, b) == []

"""What a sentence has of numbers, ages and times, and which of them two sentences set against each other."""

from dataclasses import replace

import pytest

from core.findings.article import Article
from core.findings.dates import date
from core.findings.judge import judge
from core.findings.numbers import number
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
        ("A crew of 12 won the regatta.", [("count", 12)]),
        ("A baker of 42 was rescued.", [("age", 42)]),
        ("The baker of 42 loaves was rescued.", [("count", 42)]),
        ("A baker of 42 pulled him out.", [("age", 42)]),
        ("Seats cost 20 to 45 crowns.", [("money:crown", 45)]),
        ("Ann, Bo and Lee Tarn, 16, 18 and 21, fled.", [("age", 16), ("age", 18), ("age", 21)]),
        ("Ann Tarn (40) and Lee Tarn (50) won.", [("count", 40), ("count", 50)]),
        ("The well is a third full.", [("%", 100 / 3)]),
        ("The well is a third well.", [("rank", 3)]),
        ("It took eleven and a half hours.", [("time", 11.5)]),
        ("It took 2½ hours.", [("time", 2.5)]),
        ("They sold two and a half million jars.", [("count", 2_500_000)]),
        ("Karr won 16-9 on Sunday.", [("score", 16)]),
        ("Prices rose by between 4% and 6% in Karr.", [("%", 6)]),
        ("The gale cost EUR 40 or more.", [("money:eur", 40)]),
        ("Well over a hundred boats came to Karr.", [("count", 100)]),
        ("A hundred and twelve boats came to Karr.", [("count", 112)]),
        ("The firm must pay 21 mln euros.", [("money:eur", 21_000_000)]),
        ("The bell weighed fourteen hundredweight.[3]", [("count", 14)]),
        ("[4] So the copy has it.", []),
        ("“We saw [12] boats.”", [("count", 12)]),
        ("The bank lost $3.2 bln.", [("money:usd", 3.2e9)]),
        ("Karr has twice as many boats as before.", [("fold", 2)]),
        ("Every third year Karr is flooded.", [("rank", 3)]),
        ("The pilot is accused of 14 thefts.", [("count", 14)]),
        ("Hundreds of tugs left Karr, and then two came back.", [("count", 2)]),
        ("O'Brenn sailed two boats.", [("count", 2)]),
        (
            "The gale, which nobody in Karr had seen coming, sank one and a half tonnes of eels in two bays.",
            [("mass", 1.5), ("count", 2)],
        ),
        ("A baby of 18 months was found in Karr.", [("age", 18)]),
        ("It was 41 degrees Celsius in Karr.", [("angle", 41)]),
        ("A bun is 80 pence in Karr.", [("money:gbp", 80)]),
        ("The tax goes from 40 to 31 after the vote.", [("count", 40), ("count", 31)]),
    ],
)
def test_what_a_number_is(text: str, read: list[tuple[str, float]]) -> None:
    assert numbers(text) == read


@pytest.mark.parametrize("text", ["The work will last two years.", "The freeze is to last six days."])
def test_how_long_something_lasts_is_no_part(text: str) -> None:
    statement = Article(told(text, "A")).statement(0)
    assert [m.value.part for m in number.readings(statement)] == [False]


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


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The bakery in Karr Street opened in March.", "The bakery in Karr Street closes in July."),
        ("The fair in Karr begins on 3 June.", "The fair in Karr runs until 12 June."),
        ("The Karr ferry leaves at 8 a.m.", "The Karr ferry arrives at 11 a.m."),
        ("Ilse Tarn was last seen in Karr on Sunday.", "Ilse Tarn was reported missing in Karr on Tuesday."),
        ("The Karr union wants 8 percent more pay.", "The Karr union was offered 4 percent more pay."),
        ("The wall of Karr is 300 metres long.", "The wall of Karr is 250 metres wide."),
        ("Karr drew 4 of its last 6 games.", "Karr settled 2 of its last 6 games on penalties."),
        ("Fire broke out in Karr in the night to Tuesday.", "Fire broke out in Karr on Monday night."),
        ("The storm off Karr weakened slightly to a category 2.", "A category 3 storm is off Karr."),
        ("Tickets for the Karr fair go on sale on Friday.", "The Karr fair takes place on Sunday."),
        ("It was 20C in Karr at noon.", "It was 68 degrees Fahrenheit in Karr at noon."),
        ("A bun in Karr costs 80 cents.", "A bun in Karr costs €0.80."),
        ("Of the seats in Karr hall, seven are left.", "Seven seats are left in the hall of Karr."),
        ("The vase of Karr was sold for CHF 1,500.", "The vase of Karr was sold for 1,500 francs."),
        ("The mayor of Karr invited 60 guests or more.", "The mayor of Karr invited 75 guests."),
    ],
)
def test_values_of_two_slots_are_not_set_against_each_other(a: str, b: str) -> None:
    assert conflicts(a, b) == []


@pytest.mark.parametrize(
    ("a", "b", "against"),
    [
        (
            "The bakery in Karr Street opened in March.",
            "The bakery in Karr Street opened in July.",
            {"March", "July"},
        ),
        ("Karr town hall closes at 8 p.m.", "Karr town hall is open until 10 p.m.", {"8 p.m.", "10 p.m."}),
        (
            "Karr union wants 8 percent more pay.",
            "Karr union demands 6 percent more pay.",
            {"8 percent", "6 percent"},
        ),
        (
            "It was 41 degrees Celsius in Karr.",
            "It was 41 degrees Fahrenheit in Karr.",
            {"41 degrees Celsius", "41 degrees Fahrenheit"},
        ),
        (
            "Karr will pay 2 to 3 million crowns.",
            "Karr will pay 5 to 6 million crowns.",
            {"2 to 3 million crowns", "5 to 6 million crowns"},
        ),
        (
            "Botanists in Karr counted 3,045 lilies.",
            "Botanists found 30,450 lilies in Karr.",
            {"3,045", "30,450"},
        ),
        ("Sales in Karr doubled in May.", "Sales in Karr trebled in May.", {"doubled", "trebled"}),
        (
            "Ida Karr, who came in November, retires this summer.",
            "Ida Karr, who came in March, retires this summer.",
            {"November", "March"},
        ),
        # Little else is told, and each has one number.
        (
            "Nearly 9,000 people saw the opening match in Karr.",
            "The first match in Karr was played in front of almost 4,000 people.",
            {"9,000", "4,000"},
        ),
        (
            "The squad of 26 includes eight boys and four players from Karr.",
            "Of the 26 players in the squad, eight are boys and six come from Karr.",
            {"four", "six"},
        ),
        (
            "Karr owes the banks 3.4 billion marks.",
            "The debts of Karr with the banks add up to 4.3 billion marks.",
            {"3.4 billion marks", "4.3 billion marks"},
        ),
        (
            "The fire left 40 families in Karr homeless.",
            "The fire left 60 families in Karr homeless.",
            {"40", "60"},
        ),
        (
            "Ilse Tarn finished in second place in Karr.",
            "Ilse Tarn finished in third place in Karr.",
            {"second", "third"},
        ),
    ],
)
def test_values_of_one_slot_are(a: str, b: str, against: set[str]) -> None:
    assert conflicts(a, b) == [against]


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("zh", "台风取消了四十多个航班。", 40, float("inf")),
        ("ja", "朝市には320人以上が訪れた。", 320, float("inf")),
        ("ar", "أصيب خمسة وعشرون شخصا في الحادث.", 25, 25),
        ("hi", "मेले से डेढ़ सौ दुकानें हटाई गईं।", 150, 150),
    ],
)
def test_numbers_with_what_stands_behind_them(language: str, text: str, low: float, high: float) -> None:
    source = replace(told(text, "A"), language=language)
    (found,) = number.readings(Article(source).statement(0))
    assert (found.value.low, found.value.high) == (low, high)

"""What became of how many, told once in each of two articles on one event, linked or not."""

import pytest

from core import Source, compare
from core.findings.whole.spots import OFTEN

WIRE = """March ends in clashes at Karr

Trouble broke out on Monday in Karr, in the valley of the Ostrel, after a march through the old town.

{total}

The mayor, Idris Brenn, spoke of a dark day."""
DAILY = """The night the windows broke

Nobody in Karr slept much. Along the Ostrel, shopkeepers swept up glass until the sun came up.

Idris Brenn, the mayor, went from door to door with coffee. He has run the town since the spring.

In the baker's lane the awnings hung in strips. A dog had been left tied to a lamp post, and somebody fed it.

{total}

Buses were running again by noon."""
GERMAN = """Nach dem Marsch: Scherben in Karr

In Karr am Ostrel haben die Händler am Dienstag die Scherben aufgekehrt.

{total}

The mayor, Idris Brenn: „a dark day“, ein schwarzer Tag."""


def told(one: str, other: str, form: str = DAILY) -> list[list[str]]:
    sources = Source.from_text(WIRE.format(total=one)), Source.from_text(form.format(total=other))
    return [[r.value for r in f.readings] for f in compare(sources).findings]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("37 people were arrested, police said.", "By nightfall 73 people were behind bars."),
        ("Police made 37 arrests.", "73 people were taken into custody, the ministry said."),
        ("The arrest of 37 people was confirmed.", "The number of people detained was put at 73."),
        ("The flood drove 37 people from their homes.", "Some 73 residents were evacuated, the county said."),
        (
            "At least 37 people fell ill. Those 37 were sickened by clams.",
            "Doctors treat 73 cases of salmonella.",
        ),
        ("37 people died.", "In the end 73 had lost their lives, the hospital said."),
        ("The gunman held 37 people hostage.", "He took 73 people hostage, the baker counted."),
        (
            "37 firefighters from eleven towns were deployed.",
            "The brigade said 73 firefighters fought the flames.",
        ),
        ("The union said 37 drivers and fitters stayed away from work.", "Some 73 drivers walked out."),
        ("Some 37 people took to the streets.", "The union said 73 people joined the march."),
    ],
)
def test_totals_told_in_other_words_of_one_family_are_at_odds(one: str, other: str) -> None:
    assert told(one, other) == [["37", "73"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police made 37 arrests.", "37 people were taken into custody, the ministry said."),
        ("Police made 37 arrests so far.", "73 people were behind bars."),
        ("Police made 37 arrests.", "In 2019, 73 people were taken into custody there."),
        ("Police made 37 arrests.", "Two people were detained over a looted chemist's."),
        ("Police made 37 arrests.", "Another 73 people were detained in Vell."),
        ("Police made 37 arrests.", "Across the country, 73 people were detained."),
        ("Police made 37 arrests.", "Of 73 people detained, 36 were let go and 37 kept."),
        ("Police made 37 arrests.", "The 73 officers detained a man with a saw."),
        ("Police made 37 arrests.", "In Marwitz, 73 people were held and 73 people detained."),
        ("Police made 37 arrests on Monday.", "When Sunday ended, 73 people were in custody."),
        ("37 people were injured.", "The doctors counted 19 who were badly hurt: 19 people were badly hurt."),
        ("Police made about 70 arrests.", "73 people were taken into custody."),
        ("There were 41 passengers aboard the coach.", "It had 44 people on board."),
        ("37 people were evacuated.", "Some 73 villagers and dozens of tourists fled their homes."),
        ("Police deployed 37 officers.", "Some 73 soldiers were deployed."),
        ("37 people joined the march.", "At the depot alone 73 people joined it, and took to the streets."),
    ],
    ids=[
        "as many",
        "so far",
        "of before",
        "a few",
        "another",
        "wider",
        "told of both",
        "who did",
        "elsewhere",
        "another day",
        "badly",
        "about",
        "with the crew",
        "and dozens more",
        "of another body",
        "of one place",
    ],
)
def test_totals_that_may_be_one_are_not(one: str, other: str) -> None:
    assert told(one, other) == []


def test_totals_of_one_event_are_compared_across_languages() -> None:
    assert told(
        "Police made 37 arrests.", "Die Polizei teilte mit, 73 Menschen seien festgenommen worden.", GERMAN
    ) == [["37", "73"]]


@pytest.mark.parametrize("furniture", ["Read more: 37 people were arrested", "Share this"])
def test_nobody_is_counted_in_what_is_no_part_of_a_report(furniture: str) -> None:
    """Nor is an article asked that has nothing else."""
    wire = WIRE.format(total=f"In the square 37 people were hurt.\n\n{furniture}: arrested at night")
    daily = DAILY.format(total="43 people were arrested.")
    sources = Source.from_text(wire), Source.from_text(daily), Source.from_text(furniture)
    assert compare(sources).findings == ()


def test_what_is_told_very_often_is_no_total_of_one_event() -> None:
    once, other = "37 people were arrested, police said.", "By nightfall 73 people were behind bars."
    assert told(once, other) != []
    assert told(" ".join([once] * (OFTEN + 1)), other) == []

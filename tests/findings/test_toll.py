"""The victims that the openings of two reports count, linked or not."""

import pytest

from core import Source, compare

WIRE = """Express derails near Karr

{lead} when an overnight express left the rails on a curve near Karr in the Ostrel valley, police said.

The driver, Idris Brenn, was taken to hospital with a broken arm."""
DAILY = """The wheels were screaming

They had been asleep for hours when it happened, not far from Karr in the valley of the Ostrel.

{toll} on the 23:40, the worst that anybody there remembers.

The driver, Idris Brenn, lies in hospital. His arm is broken.{end}"""
LEAD = "Nine people were killed and 46 injured"
TOLL = "Twelve passengers perished"


def told(lead: str, toll: str, end: str = "") -> list[list[str]]:
    found = compare(
        [
            Source.from_text(WIRE.format(lead=lead), title="wire"),
            Source.from_text(DAILY.format(toll=toll, end=end), title="daily"),
        ]
    )
    return [[r.value for r in f.readings] for f in found.findings]


def test_openings_that_share_no_words_but_count_the_dead_otherwise_are_at_odds() -> None:
    assert told(LEAD, TOLL) == [["Nine", "Twelve"]]


def test_some_of_the_dead_are_no_other_toll() -> None:
    assert told(f"Two of the dead were named on Tuesday. {LEAD}", TOLL) == [["Nine", "Twelve"]]


@pytest.mark.parametrize(
    ("lead", "toll", "end"),
    [
        (LEAD, "Nine passengers perished", ""),
        (LEAD, "More than 40 people were hurt", ""),
        (LEAD, TOLL, " Police had first spoken of nine dead."),
        (LEAD, "Four children were among those who perished", ""),
        (LEAD, "Three passengers perished in 2011, more", ""),
        ("Nine people were killed, six people died on the spot", TOLL, ""),
        ("Nine people were killed on the spot and three more died in hospital", TOLL, ""),
        ("Nine people were killed, the railway said. The county spoke of twelve", TOLL, ""),
        ("Eleven cooks and a waiter were killed", "Twelve people perished", ""),
    ],
    ids=[
        "as many",
        "the hurt",
        "told of both",
        "some of them",
        "of before",
        "not at one",
        "in parts",
        "of others too",
        "and one more",
    ],
)
def test_openings_that_may_be_of_one_toll_are_not(lead: str, toll: str, end: str) -> None:
    assert told(lead, toll, end) == []


def test_those_of_one_body_are_compared_with_their_like() -> None:
    lead, toll = "Nine officers were hurt, 40 people injured", "Twenty-one policemen were wounded"
    assert told(lead, toll) == [["Nine", "Twenty-one"]]

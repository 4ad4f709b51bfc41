"""In which of two states a thing is, by whole articles, linked or not: each tells one state of one thing."""

import pytest

from core import Source, compare
from core.findings.text import Article
from core.findings.whole.subjects import subject_before
from tests.findings.test_fates import DAILY, WIRE


def told(one: str, other: str) -> list[list[str]]:
    sources = (Source.from_text(form.format(total=own)) for form, own in ((WIRE, one), (DAILY, other)))
    return [[r.value for r in f.readings] for f in compare(tuple(sources)).findings]


@pytest.mark.parametrize(
    ("one", "other", "readings"),
    [
        (
            "Night trams are running as usual, the firm said.",
            "Nothing moved. Not one night tram left the depot in the small hours of Tuesday.",
            "Night trams are running as usual / Not one night tram left the depot",
        ),
        (
            "The mill's sprinkler system had been looked at in May and was in working order.",
            '"I stood right there. The sprinklers never came on," said a stoker.',
            "was in working order / The sprinklers never came on",
        ),
        (
            "The judge allowed Brenn to remain free on bail until the appeal is heard.",
            "Brenn did not walk free. He was taken straight to the remand prison.",
            "The judge allowed Brenn to remain free / He was taken straight to",
        ),
        (
            "Every household had been sent a warning by letter.",
            "Not a single resident we spoke to had been alerted.",
            "Every household had been sent a warning / Not a single resident we spoke to had been alerted",
        ),
        (
            "The firm said the two sides would meet again on Friday.",
            '"There is no meeting, there is no date," she said.',
            "the two sides would meet again / There is no meeting",
        ),
        (
            "The rear doors were unlocked, the owner said.",
            "The rear doors were padlocked.",
            "The rear doors were unlocked / The rear doors were padlocked",
        ),
    ],
)
def test_two_states_of_one_thing_are_at_odds(one: str, other: str, readings: str) -> None:
    assert readings.split(" / ") in told(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferries are suspended until noon.", "All the ferries are running on time, as they were told."),
        ("The pumps at the mill worked.", "One pump failed and was carried off."),
        ("The union's website was working.", "The website of the county failed, nobody knows why."),
        ("The plan worked.", "The plan to sell the mill failed, and so did the owner."),
        ("A meeting was cancelled.", "A meeting took place in the depot, with tea and songs."),
        (
            "Residents were alerted by the county to the new tax.",
            "Nobody in the lane had been alerted, says one who lives there.",
        ),
        ("Brenn's wife walked free.", "The stoker said Brenn was led away in handcuffs."),
        ("Brenn said he would walk free.", "The stoker said Brenn was led away in handcuffs."),
        ("No further talks are planned for today.", "The two sides will meet again on Friday."),
        ("Talks are to resume, the two sides will meet again.", '"There is no meeting of minds," she said.'),
        ("The canteen is open.", "The canteen was closed on that night, which nobody in town liked."),
        (
            "The lift was out of order, a maid said. The lift worked, said the owner.",
            "The lift worked, we saw.",
        ),
        (
            "Staff meetings were held with cake and songs.",
            "The staff meeting was cancelled, and nobody came.",
        ),
        (
            "The north door was unlocked, the owner said. Wind came from the south.",
            "North of the mill it was dark. A stoker says the south door was padlocked.",
        ),
        ("The siren went off in the bakery.", "The siren at the mill never went off, said a stoker."),
    ],
)
def test_other_times_things_and_parts_are_not(one: str, other: str) -> None:
    assert told(one, other) == []


def test_what_linked_sentences_deny_is_told_once() -> None:
    assert told("The night shift was cancelled.", "The night shift took place.") == [
        ["cancelled", "took place"]
    ]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The firm said on Monday that the north lift was working.", "the north lift"),
        ("The belt that ran past the oven was working.", ""),
        ("A maid called when the lift was working.", ""),
        ("The road between Karr and Lomb was open.", ""),
        ("It rained and the road was open.", "the road"),
    ],
)
def test_a_clause_on_a_noun_or_a_time_has_no_subject(text: str, subject: str) -> None:
    s = Article(compare((Source.from_text(text), Source.from_text("Nothing."))).sources[0]).statement(0)
    assert " ".join(s.sequence[n] for n in subject_before(s, s.sequence.index("was"))) == subject

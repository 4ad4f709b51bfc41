"""What the driver makes of conflicts: readings over all sources, rows, self-conflicts, keys and progress."""

import gc
import re
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import Cancelled
from core.findings import desk, points
from core.findings import judge as judging
from core.findings.article import Article
from core.findings.judge import judge
from core.findings.kind import Conflict
from core.findings.slots import Pair
from core.findings.window import Window
from core.model import Cell, Finding, FindingKind, Passage, Source, Status
from core.pipeline import compare
from core.progress import silent
from tests.findings.linked import cells, linked, rows, told

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def found(*texts: str) -> tuple[Finding, ...]:
    sources = [told(text, siglum) for text, siglum in zip(texts, "ABCD", strict=False)]
    links = linked(sources, least=3)
    return judge(sources, rows(sources, links), links)


def carried(finding: Finding) -> list[tuple[str, tuple[str, ...]]]:
    return [(r.value, r.sources) for r in finding.readings]


def test_readings_are_grouped_over_all_sources() -> None:
    (finding,) = found(
        "The crane at Ostrel lifted 40 barges on Monday.",
        "On Monday the crane at Ostrel lifted forty barges.",
        "The crane at Ostrel lifted 60 barges on Monday.",
    )
    assert finding.kind is FindingKind.NUMBER
    assert finding.passage == "P1"
    assert carried(finding) == [("40", ("A", "B")), ("60", ("C",))]
    assert finding.label == "barges"
    assert finding.why.startswith("Different numbers: 40 (A, B) / 60 (C).")


def test_sources_that_agree_or_are_silent_bring_no_finding() -> None:
    assert found("The crane at Ostrel lifted 40 barges.", "The crane at Ostrel stood idle all day.") == ()
    assert found("The crane at Ostrel lifted 40 barges.", "The crane at Ostrel lifted about 42 barges.") == ()


def test_a_source_that_contradicts_itself_has_a_finding_without_a_passage() -> None:
    (finding,) = found(
        "The tank at Ostrel held 6,000 tonnes of oil on Monday.\n\nIt was dark.\n\n"
        "On Monday the tank at Ostrel, which held 9,000 tonnes of oil, was shut.",
        "Nobody in Karr saw it.\n\nIt was dark.",
    )
    assert finding.passage is None
    assert carried(finding) == [("6,000 tonnes", ("A",)), ("9,000 tonnes", ("A",))]


def test_an_age_is_compared_wherever_it_stands() -> None:
    (finding,) = found(
        "Mirre Tolvan, 51, dived alone.\n\nThe reef was calm all day.",
        "The reef was calm all day.\n\nNobody else was there.\n\nA friend of Mirre Tolvan, 54, wept.",
    )
    assert finding.label == "age of Mirre Tolvan"
    assert finding.passage is None


def test_relatives_make_a_family_name_alone_nobodys() -> None:
    assert not found(
        "Ada Kendre and Basil Kendre dived. Kendre, 51, came back.\n\nThe reef was calm all day.",
        "The reef was calm all day.\n\nKendre, 24, waited ashore for them.",
    )


def test_one_conflict_in_a_row_and_across_rows_is_told_once() -> None:
    texts = ("The crane lifted 40 barges at Ostrel.", "The crane lifted 60 barges at Ostrel.")
    sources = [told(f"{a}\n\n{a}", siglum) for a, siglum in zip(texts, "AB", strict=True)]
    first, second = cells(sources[0]), cells(sources[1])
    row = [
        Passage(f"P{n + 1}", (a, b), Status.AGREE, None)
        for n, (a, b) in enumerate(zip(first, second, strict=True))
    ]
    findings = judge(sources, row, linked(sources))
    assert [f.passage for f in findings] == ["P1", "P2"]
    assert len({f.key for f in findings}) == 2


def test_a_conflict_in_a_row_takes_in_what_other_rows_have_of_it() -> None:
    crane = "The crane at Ostrel lifted {} barges on Monday, the port of Ostrel said."
    sources = [told(crane.format(n), siglum) for n, siglum in (("40", "A"), ("60", "B"))]
    sources.append(told("It was dark.\n\n" + crane.format("forty"), "C"))
    sources.append(told("It was dark.\n\n" + crane.format("sixty"), "D"))
    own = [cells(s) for s in sources]
    row = [(own[0][0], own[1][0]), (own[2][0], own[3][0]), (own[2][1],), (own[3][1],)]
    passages = [Passage(f"P{n + 1}", r, Status.AGREE, None) for n, r in enumerate(row)]
    (finding,) = judge(sources, passages, linked(sources, least=3))
    assert finding.passage == "P1"
    assert carried(finding) == [("40", ("A", "C")), ("60", ("B", "D"))]


def test_why_names_the_two_that_share_the_words_however_many_conflict() -> None:
    crane = "The crane at Ostrel lifted {} barges on Monday, the port of Ostrel said."
    (finding,) = found(*(crane.format(n) for n in ("40", "60", "60")))
    assert re.search(r"\. A and [BC] also have: [^:]+\.$", finding.why)


def test_a_value_in_another_slot_of_a_linked_sentence_is_no_reading() -> None:
    (finding,) = found(
        "The crane at Ostrel lifted 40 barges on Monday.",
        "The crane at Ostrel lifted 60 barges on Monday.",
        "On Monday 40 gulls saw how the crane at Ostrel lifted 60 barges.",
    )
    assert carried(finding) == [("40", ("A",)), ("60", ("B", "C"))]


def test_who_tells_both_values_of_one_thing_contradicts_nobody() -> None:
    assert not found(
        "In May the fair at Karr ran for 19 days and in June it runs for 17 days.",
        "The fair at Karr runs for 17 days in June.\n\nNo rain.\n\nIn May the fair at Karr ran for 19 days.",
    )


def test_one_name_in_two_spellings_is_one_finding() -> None:
    (finding,) = found(
        "The diver Odda Kellmar searched the reef at dawn.\n\nKellmar left the quay at noon.",
        "The diver Odda Kelmar searched the reef at dawn.\n\nKelmar left the quay at noon.",
        "Nobody saw Odda Kellmar after the dive, a friend said.",
    )
    assert finding.label == "diver"
    assert carried(finding) == [("Odda Kellmar", ("A", "C")), ("Odda Kelmar", ("B",))]


@pytest.mark.parametrize(
    ("a", "b", "rows_told", "rule", "label"),
    [
        ("Captain Trewdy", "Captain Trudy", 2, "One name in two spellings", "spelling of Trewdy or Trudy"),
        ("Captain Trewdy", "Captain Trudy", 1, "Another name in the same place", "Captain"),
        ("Captain Trewdy", "Captain Brandt", 2, "Another name in the same place", "Captain"),
    ],
)
def test_two_names_of_one_title_again_and_again_are_one_in_two_forms_if_they_are_alike(
    a: str, b: str, rows_told: int, rule: str, label: str
) -> None:
    lines = ("{} closed the lock at Ostrel before noon.", "Nobody paid {} for the broken crane.")
    (finding,) = found(*("\n\n".join(line.format(name) for line in lines[:rows_told]) for name in (a, b)))
    assert finding.why.startswith(rule)
    assert finding.label == label


def test_roles_that_are_exchanged_in_two_rows_have_a_finding_in_each() -> None:
    findings = found(
        "Karr Shipping has bought Vem Lines in May.\n\nIn June Karr Shipping sued Vem Lines for the dock.",
        "Vem Lines has bought Karr Shipping in May.\n\nIn June Vem Lines sued Karr Shipping for the dock.",
    )
    assert [f.passage for f in findings] == ["P1", "P2"]


def test_judging_can_be_stopped_and_tells_how_far_it_is() -> None:
    sources = [told("The crane lifted 40 barges.", "A"), told("The crane lifted 60 barges.", "B")]
    links = linked(sources)
    told_so: list[float] = []

    def stop(stage: str, done: float) -> None:
        assert stage == "judge"
        told_so.append(done)
        if len(told_so) > 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        judge(sources, rows(sources, links), links, stop)
    assert all(0 <= done <= 1 for done in told_so)


def test_no_links_no_findings() -> None:
    sources = [told("The crane lifted 40 barges.", "A"), told("The crane lifted 60 barges.", "B")]
    whole = [Passage(f"P{n + 1}", (Cell(s.id, 0, 0, 5),), Status.ONLY, None) for n, s in enumerate(sources)]
    assert judge(sources, whole, []) == ()


def test_each_conflict_is_marked_once_however_many_are_on_one_point(monkeypatch: pytest.MonkeyPatch) -> None:
    ages = ", ".join(f"Ida Brenn, {20 + n}" for n in range(12))
    sources = [told(f"They counted {ages} at Karr.", siglum) for siglum in "AB"]
    marked: list[object] = []
    marks = points._marks

    def marking(conflict: Conflict) -> list[object]:
        marked.append(conflict)
        return marks(conflict)

    monkeypatch.setattr(points, "_marks", marking)
    judge(sources, rows(sources, links := linked(sources)), links)
    assert len(marked) == len(set(map(id, marked))) > 12


def test_a_reading_lists_whoever_carries_its_value_in_other_units() -> None:
    (finding,) = found(
        "The panel of Karr answers on the barges within 30 days.",
        "The panel of Karr means to answer on the barges within 30 days.",
        "The panel of Karr answers on the barges within a month.",
        "The panel of Karr answers on the barges within 90 days.",
    )
    assert carried(finding) == [("30 days", ("A", "B", "C")), ("90 days", ("D",))]


def test_a_capital_makes_no_other_reading() -> None:
    (finding,) = found(
        "No barges passed the lock at Ostrel on Monday.",
        "On Monday no barges passed the lock at Ostrel.",
        "On Monday barges passed the lock at Ostrel.",
    )
    assert [sources for _, sources in carried(finding)] == [("A", "B"), ("C",)]


def test_a_day_of_something_else_is_not_carried() -> None:
    (finding,) = found(
        "The crane at Ostrel lifted forty barges on Monday.",
        "The crane at Ostrel lifted forty barges on Friday.",
        "The crane at Ostrel lifted forty barges on Monday, and a choir will sing in Vem chapel on Friday.",
    )
    assert carried(finding) == [("Monday", ("A", "C")), ("Friday", ("B",))]


@pytest.mark.parametrize(
    ("label", "a", "b"),
    [
        ("siren", "At 12 a.m. the siren sounded.", "At 3 a.m. the siren sounded."),
        ("Ostrel", "Last fall the Ostrel ferry sank.", "Last spring the Ostrel ferry sank."),
    ],
)
def test_a_label_is_no_letter_and_no_word_that_opens_a_sentence(label: str, a: str, b: str) -> None:
    sources = [told(a, "A"), told(b, "B")]
    (finding,) = judge(sources, rows(sources, links := linked(sources)), links)
    assert finding.label == label


def test_a_label_is_no_adjective_that_two_nouns_share() -> None:
    (finding,) = found(
        "A crane that fell at Ostrel hurt 14 foreign divers.",
        "A crane that fell at Ostrel hurt 18 foreign swimmers.",
    )
    assert finding.label == "foreign divers hurt"


@pytest.mark.parametrize(
    ("label", "a", "b"),
    [
        (
            "people freed",
            "Divers freed 14 people from the lift at Ostrel.",
            "Divers freed 18 people from the lift at Ostrel.",
        ),
        (
            "people queued",
            "Some 5,000 people queued for the market at Ostrel.",
            "Some 8,000 people queued for the market at Ostrel.",
        ),
        (
            "nurses",
            "Ostrel will need 200 more nurses, the mayor said.",
            "Ostrel will need 120 more nurses, the mayor said.",
        ),
        (
            "Ostrel Ferries lost",
            "Ostrel Ferries lost 2.4 million crowns last year.",
            "Ostrel Ferries lost 4.2 million crowns last year.",
        ),
        (
            "Ostrel crane weighs",
            "It weighs 40 tonnes, the owner of the Ostrel crane said.",
            "The Ostrel crane weighs 90 tonnes, the owner of it said.",
        ),
        (
            "knew of the leak",
            "The owner knew of the leak at the Ostrel silo before the fire.",
            "The owner did not know of the leak at the Ostrel silo before the fire.",
        ),
        (
            "grey lorry",
            "The grey lorry stood on Sunday morning near Tarvik, completely burnt out.",
            "The grey lorry was burnt out near Ostrel on Sunday morning.",
        ),
        (
            "arrested",
            "The suspect was arrested in Tarvik on Monday evening, the police said.",
            "The man suspected of theft was arrested on Monday evening in Ostrel, according to police.",
        ),
        (
            "grey ferry docked",
            "The grey ferry docked in Tarvik late in the evening.",
            "The grey ferry docked late in the evening in Ostrel.",
        ),
        (
            "stay closed until the end",
            "The company left Ostrel; until the end of March no ferry will run.",
            "The company said the Ostrel ferry will stay closed until the end of February.",
        ),
        (
            "weighs",
            "The crane of Ostrel is put by Mirre Tolvan at 40 tonnes.",
            "The crane of Ostrel, says Mirre Tolvan, weighs 90 tonnes.",
        ),
    ],
)
def test_a_label_is_more_than_people_a_time_a_verb_or_who_says_so(label: str, a: str, b: str) -> None:
    (finding,) = found(a, b)
    assert finding.label == label


def test_room_for_so_many_elsewhere_is_not_how_many_there_were() -> None:
    assert not found(
        "The white tram of Ostrel can carry 90 passengers over the bridge.",
        "The white tram of Ostrel, which carries 90 passengers, crossed the bridge.",
        "The white tram of Ostrel was carrying 31 passengers over the bridge.",
    )


@pytest.mark.parametrize(
    ("label", "account"),
    [
        ("people injured", "A crane fell at Ostrel on Monday, injuring {} people in the yard."),
        ("miners killed", "Blast kills {} miners in Ostrel"),
        ("killed", "Ostrel mine blast kills {}"),
        ("Death toll", "Death toll in Ostrel mine rises to {}"),
    ],
)
def test_what_befell_people_is_told_as_what_they_underwent(label: str, account: str) -> None:
    (finding,) = found(account.format(14), account.format(18))
    assert finding.label == label


def test_who_has_the_same_pole_in_a_linked_sentence_carries_it() -> None:
    (finding,) = found(
        "The mill at Karr denied that the boiler had leaked last month.",
        "The mill at Karr confirmed that the boiler had leaked last month.",
        "A boiler of the mill at Karr, by elms that no storm ever bent, had a leak, it was confirmed.",
    )
    assert carried(finding) == [("denied", ("A",)), ("confirmed", ("B", "C"))]


def test_a_pole_in_another_tense_is_one_reading() -> None:
    (finding,) = found(
        "The mill at Karr denied that the boiler had leaked last month.",
        "The mill at Karr confirmed that the boiler had leaked last month.",
        "The mill at Karr denies that the boiler leaked last month.",
    )
    assert carried(finding) == [("denied", ("A", "C")), ("confirmed", ("B",))]


def test_somebody_else_who_has_the_same_pole_does_not_carry_it() -> None:
    (finding,) = found(
        "The mill at Karr denied that the boiler had leaked last month.",
        "The mill at Karr confirmed that the boiler had leaked last month.",
        "A boiler of the mill at Karr, by elms that no storm ever bent, had a leak, Vale confirmed.",
    )
    assert carried(finding) == [("denied", ("A",)), ("confirmed", ("B",))]


def test_nothing_that_is_laid_out_refers_to_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """No cycles are searched for while comparing: what is in one would stay, of two books a gigabyte."""
    made: list[weakref.ref[object]] = []

    def watched(kind: type) -> Callable[..., object]:
        def make(*parts: object) -> object:
            one = kind(*parts)
            made.append(weakref.ref(one))
            return one

        return make

    for kind in (Window, Pair, Article):
        monkeypatch.setattr(desk, kind.__name__, watched(kind))
    sources = [Source.from_text(path.read_text(encoding="utf-8")) for path in SEEDS]
    gc.disable()
    try:
        assert compare(sources).findings
        judging._LAST.pop().clear(silent)
        assert made
        assert not [one for one in made if one() is not None]
    finally:
        gc.enable()


def test_a_count_against_the_dead_and_against_the_hurt_makes_two_points() -> None:
    texts = (
        "The flood at Ostrel killed 7 people, officials in Karr said.",
        "The flood at Ostrel injured 15 people, officials in Karr said.",
        "The flood at Ostrel struck 31 people, officials in Karr said.",
    )
    found = compare([Source.from_text(text, title=str(n)) for n, text in enumerate(texts)]).findings
    assert sorted(sorted(r.value for r in f.readings) for f in found) == [["15", "31"], ["31", "7"]]

"""One name in two forms: a single fact about two articles."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core import Source, compare
from core.findings.desk import Desk
from core.findings.kind import Conflict
from core.findings.points import points
from core.findings.tie import Name, Tie, may_be_one, tie
from core.model import FindingKind, Status
from core.segment import segment
from tests.findings.linked import told

LINES = (
    "Before dawn {} counted the barrels in the Ostrel brewery and locked the cellar door.",
    "Nobody believed {} when the second flood was foretold for the end of the month.",
    "At the ferry the pilots drank with {} until the tide turned and the lamps went out.",
)


def test_it_is_told_once_however_many_rows_carry_it() -> None:
    pairs = (("Robert Kellmar", "Bob Kelmar"), ("Odda Kellmar", "Odda Kelmar"), ("Odda Venn", "Piet Venn"))
    for left, right in pairs:
        texts = ("\n\n".join(line.format(who) for line in LINES) for who in (left, right))
        found = compare([Source.from_text(text, title=text[:30]) for text in texts])
        assert [(f.kind, [r.value for r in f.readings]) for f in found.findings] == [("name", [left, right])]
        assert found.findings[0].passage == found.passages[0].id
        assert [p.status for p in found.passages[1:]] == [Status.AGREE, Status.AGREE]


def test_a_part_of_it_alone_is_the_same_fact() -> None:
    lines = (*LINES, "Long after the fair {} still kept the smallest of the three keys.")
    texts = (
        "\n\n".join(line.format(full if n else full.split()[0]) for n, line in enumerate(lines))
        for full in ("Margit Kellmar", "Margitt Kelmar")
    )
    found = compare([Source.from_text(text, title=text[:30]) for text in texts])
    assert [[r.value for r in f.readings] for f in found.findings] == [["Margit Kellmar", "Margitt Kelmar"]]


WORDS = st.sampled_from(["north", "eastern", "east", "easter", "mil", "b", "i", "y"]) | st.text(
    "iyan", min_size=1
)
NAMES = st.builds(
    Name,
    st.lists(WORDS, max_size=3).map(tuple),
    role=st.just(frozenset[str]()),
    place=st.just(False),
    acronym=st.booleans(),
    expanded=st.just(()) | st.just(("mil",)),
)


@given(NAMES, NAMES)
def test_names_without_a_beginning_in_common_are_never_of_one(a: Name, b: Name) -> None:
    assert may_be_one(a, b) or tie(a, b) not in (Tie.SAME, Tie.RELATED)


def test_most_names_have_no_beginning_in_common() -> None:
    first, second = (Name(words, frozenset(), False, False) for words in (("odda", "venn"), ("piet", "kell")))
    assert not may_be_one(first, second)


def _readings(*texts: str) -> list[tuple[str, list[str]]]:
    found = compare([Source.from_text(text, title=str(n)) for n, text in enumerate(texts)]).findings
    return [(f.kind.value, [r.value for r in f.readings]) for f in found]


def test_a_town_read_as_a_name_and_as_a_place_is_one_point() -> None:
    lines = (
        "The mayor of Ostrel Bridge slept.",
        "In Ostrel Bridge all slept.",
        "Ostrel Ferry slept. In Ostrel Ferry all did.",
    )
    sources = [told(line, siglum) for line, siglum in zip(lines, "ABC", strict=True)]
    desk = Desk(sources)
    bridge, at_bridge, ferry, at_ferry = (
        m for a in desk.order for n in range(len(a.places)) for m in desk.names(a.statement(n))
    )
    pairs = (bridge, ferry), tuple(replace(m, kind=FindingKind.PLACE) for m in (at_bridge, at_ferry))
    found = [Conflict(x, y, 1.0, "", "", once=True) for x, y in pairs]
    assert points(found) == [found]


def test_a_speaker_is_one_by_full_name_and_by_family_name() -> None:
    said = "“We heard no siren on the hill, and nobody else did,” {} said after the flood in Ostrel."
    lone = "The head of the fire service, Marta Lind, was there at dawn. " + said
    told = (lone.format("Lind"), said.format("Marta Lind"), said.format("Rikard Sommer"))
    assert _readings(*told) == [("attribution", ["Marta Lind", "Rikard Sommer"])]


def test_a_reading_is_named_as_most_accounts_have_it() -> None:
    lines = ("Kreisbrandmeister Odda Kellmar led the search.", *("Odda Kellmar led the search.",) * 2)
    texts = (f"In the Ostrel marsh nobody slept that night. {line}" for line in lines)
    other = "In the Ostrel marsh nobody slept that night. Odda Kelmar led the search."
    assert _readings(*texts, other) == [("name", ["Odda Kellmar", "Odda Kelmar"])]


def test_two_languages_have_two_nouns_for_one_thing() -> None:
    english = (
        "The Karr Reservoir was empty in March. Lomb Water owns the Karr Reservoir and a mill in Ostrel."
    )
    german = "Der Karr-Stausee war im März leer. Lomb Water besitzt den Karr-Stausee und die Mühle in Ostrel."
    assert _readings(english, german) == []


def test_one_language_alone_has_the_noun_in_the_name() -> None:
    english = "The St Ida hospital was evacuated; its 83 patients were taken to Ostrel by bus."
    german = "Das Krankenhaus St. Ida wurde geräumt, die 83 Patienten kamen mit Bussen nach Ostrel."
    assert _readings(english, german) == []


WITNESS = (
    "{0} Hallmark was the first to see the smoke. {1} told the court that nobody had slept.",
    "The judge asked Hallmark about the keys. The porter had given them to Hallmark before midnight.",
    "For an hour Hallmark said nothing. Then the mill of the Hallmark family was on fire.",
)


def _slips(first: str, once: str) -> list[list[str]]:
    other = "The judge asked the witness about the keys, which the porter had given away before midnight."
    text = "\n\n".join(line.format(first, once) for line in WITNESS)
    found = compare([Source.from_text(text, title="1"), Source.from_text(other, title="2")])
    return [[r.value for r in f.readings] for f in found.findings if f.passage is None]


def test_a_slip_of_a_letter_is_told_inside_one_source() -> None:
    assert _slips("Odda", "Halmark") == [["Odda Hallmark", "Halmark"]]
    assert _slips("Odda", "But Hallmerk") == [["Odda Hallmark", "Hallmerk"]]


def test_a_name_that_stands_twice_or_ends_otherwise_is_no_slip() -> None:
    for once in ("Halmark, as Halmark does,", "Hallmarks", "Mark", "Hallmans"):
        assert _slips("Odda", once) == []


def test_a_word_before_a_colon_says_what_a_line_is_and_names_nobody() -> None:
    lines = ("They went home. RELATED: The Ostrel barrels", "They went home. The SUV of Odda Venn stayed.")
    sources = [segment(Source.from_text(line, language="en")) for line in lines]
    desk = Desk([replace(s, id=i) for s, i in zip(sources, "AB", strict=True)])
    named = [[m.text for m in desk.names(desk.articles[i].statement(1))] for i in "AB"]
    assert named == [["Ostrel"], ["SUV", "Odda Venn"]]


def test_a_german_noun_behind_a_word_that_says_how_many_is_no_name() -> None:
    lines = ("Manche Winzer verkaufen Wein in Karr.", "Otto Winzer verkauft den Wein in Karr.")
    sources = [segment(Source.from_text(line, language="de")) for line in lines]
    desk = Desk([replace(s, id=i) for s, i in zip(sources, "AB", strict=True)])
    assert [[m.text for m in desk.names(desk.articles[i].statement(0))] for i in "AB"] == [
        [],
        ["Otto Winzer"],
    ]

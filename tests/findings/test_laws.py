"""Laws of the findings, on texts made of parts that conflict, agree and stand alone."""

import datetime
from itertools import combinations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from core.findings.dates import date
from core.findings.judge import judge
from core.findings.kind import Mention, Relation
from core.findings.numbers import number
from core.findings.text import Forms, Statement, words_in
from core.model import Finding, FindingKind, Passage, Source
from tests.findings.linked import linked, rows, told

PARTS = st.sampled_from(
    [
        "Fourteen barges were stuck above the lock at Ostrel.",
        "About 30 barges were stuck above the lock at Ostrel.",
        "The inspector Odda Kellmar led the search in the marsh.",
        "The inspector Odda Kelmar led the search in the marsh.",
        "The marsh was searched on Monday by divers from Karr.",
        "The marsh was searched on Friday by divers from Karr.",
        '"The bridge is perfectly safe," Lio Sandt said.',
        '"The bridge is perfectly unfit," Lio Sandt said.',
        "The dockers accepted the offer of the port.",
        "The dockers did not accept the offer of the port.",
        "Nothing else was reported.",
    ]
)
TEXT = st.lists(PARTS, min_size=1, max_size=5, unique=True).map("\n\n".join)


def found(texts: list[str]) -> tuple[list[Source], list[Passage], tuple[Finding, ...]]:
    sources = [told(text, siglum) for text, siglum in zip(texts, "ABCD", strict=False)]
    links = linked(sources, least=4)
    passages = rows(sources, links)
    return sources, passages, judge(sources, passages, links)


@given(st.lists(TEXT, min_size=2, max_size=4))
def test_findings_keep_their_laws(texts: list[str]) -> None:
    sources, passages, findings = found(texts)
    by_id = {s.id: s for s in sources}
    assert [f.id for f in findings] == [f"F{n + 1}" for n in range(len(findings))]
    assert len({f.key for f in findings}) == len(findings)
    places = [int(f.passage[1:]) if f.passage else len(passages) + 1 for f in findings]
    assert places == sorted(places)
    for finding in findings:
        assert len(finding.readings) >= 2
        assert finding.label
        assert finding.why.count("\n") == 0
        for reading in finding.readings:
            assert {s.source for s in reading.spans} == set(reading.sources)
            printed = [" ".join(by_id[s.source].text[s.start : s.end].split()) for s in reading.spans]
            assert reading.value in printed
        assert divides(finding, passages) or not finding.passage


def divides(finding: Finding, passages: list[Passage]) -> bool:
    """Whether two sources carry different readings in the finding's own passage."""
    if not finding.passage:
        return False
    row = passages[int(finding.passage[1:]) - 1]
    carriers = [
        {
            s.source
            for s in reading.spans
            for c in row.cells
            if c.source == s.source and c.start <= s.start < s.end <= c.end
        }
        for reading in finding.readings
    ]
    return any(len(one | other) > 1 for one, other in combinations(carriers, 2) if one and other)


@given(st.lists(TEXT, min_size=2, max_size=4, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_the_sources_changes_no_finding(texts: list[str], chance: Random) -> None:
    def essence(order: list[str]) -> list[tuple[str, str, list[tuple[str, list[str]]]]]:
        sources, _, findings = found(order)
        text = {s.id: s.text for s in sources}
        return sorted(
            (f.key, f.label, sorted((r.value, sorted(text[s] for s in r.sources)) for r in f.readings))
            for f in findings
        )

    assert essence(texts) == essence(chance.sample(texts, len(texts)))


@given(TEXT, TEXT)
def test_a_key_survives_an_edit_elsewhere(a: str, b: str) -> None:
    before = {f.key for f in found([a, b])[2]}
    after = {f.key for f in found([f"A note by the desk.\n\n{a}", b])[2]}
    assert before <= after


ROWS = (
    "The {} closed the lock at Ostrel before noon.",
    "By night the {} had seen three barges pass the weir.",
    "Nobody paid the {} for the broken crane.",
    "A letter from the {} lay in the chapel of Karr.",
    "In May the {} bought a blue boat for the ferry.",
    "The {} slept badly on the marsh that winter.",
)
CAPTAINS = st.sampled_from(
    [
        ("Captain Trewdy", "Captain Trudy"),
        ("Captain Kellmar", "Captain Kelmar"),
        ("Captain Solvan", "Captain Brandt"),
        ("captain, Piet Solvan,", "captain, Ulla Brandt,"),
    ]
)


@given(CAPTAINS, st.lists(st.sampled_from(ROWS), min_size=1, max_size=6, unique=True))
def test_one_name_for_another_is_one_finding_in_the_first_row_with_every_place(
    names: tuple[str, str], told_rows: list[str]
) -> None:
    texts = ["\n\n".join(row.format(name) for row in told_rows) for name in names]
    _, passages, findings = found(texts)
    assert [(f.kind, f.passage) for f in findings] == [(FindingKind.NAME, "P1")]
    for n, reading in enumerate(findings[0].readings):
        cells = [p.cells[n] for p in passages]
        assert [c.source for c in cells] == ["AB"[n]] * len(told_rows)
        assert [sum(c.start <= s.start < c.end for s in reading.spans) for c in cells] == [1] * len(cells)


@given(TEXT)
def test_a_copy_conflicts_with_nothing_of_its_original(text: str) -> None:
    alone = {f.key for f in found([text])[2]}
    assert {f.key for f in found([text, text])[2] if f.passage} <= alone


def sentence(text: str) -> Statement:
    return Statement(("A", 0, 0, 0), text, Forms("en"))


def one_number(text: str) -> Mention:
    mentions = number.readings(sentence(text))
    assert len(mentions) == 1, text
    return mentions[0]


ONES = (
    "",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spelled(n: int) -> str:
    """English number words for 1-999, the obvious way."""
    if n >= 100:
        rest = n % 100
        return f"{ONES[n // 100]} hundred" + (f" and {spelled(rest)}" if rest else "")
    if n < 20:
        return ONES[n]
    return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")


@given(st.integers(2, 999))
def test_words_and_digits_are_one_number(n: int) -> None:
    words, digits = one_number(f"They saw {spelled(n)} gulls."), one_number(f"They saw {n} gulls.")
    assert number.compare(words, digits) is Relation.SAME


@given(st.integers(2, 10**7), st.integers(2, 10**7), st.sampled_from(["", "about ", "at least ", "up to "]))
def test_comparing_numbers_is_symmetric_and_reflexive(m: int, n: int, how: str) -> None:
    x, y = one_number(f"They saw {how}{m:,} gulls."), one_number(f"They saw {n} gulls.")
    assert number.compare(x, y) is number.compare(y, x)
    assert number.compare(x, x) is Relation.SAME
    if how == "at least ":
        agrees = number.compare(x, y) is not Relation.CONFLICT
        assert agrees or n < m


@given(st.dates(min_value=datetime.date(1500, 1, 1)))
def test_a_date_is_the_same_in_every_form(day: datetime.date) -> None:
    forms = [f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%B} {day.year}", day.isoformat()]
    mentions = [date.readings(sentence(f"It sank on {form} at sea.")) for form in forms]
    assert [len(m) for m in mentions] == [1, 1, 1], forms
    assert all(date.compare(mentions[0][0], m[0]) is Relation.SAME for m in mentions)


@given(st.text("abdeSTv_'-.,:12 \n"))
def test_plain_letters_alone_are_cut_into_the_same_words(text: str) -> None:
    assert words_in(text) == words_in(f"{text} é")[:-1]

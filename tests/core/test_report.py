"""What a report tells first, and what it quotes around a span."""

from dataclasses import replace

import pytest

from core import compare
from core.export.markdown import to_markdown
from core.export.quotes import around
from core.model import Cell, Finding, FindingKind, Link, Reading, Source, Span, Status
from tests.core.made import article
from tests.tui import story


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Two", "Two."),
        ("One. Two", "One. Two."),
        ("One.", "One."),
        ("Four", "Four."),
        ("Two. Three.", "Two. Three."),
    ],
)
def test_around_a_span_stand_the_sentences_that_hold_it(words: str, whole: str) -> None:
    source = article(0, ["One.", "Two.", "Three."], ["Four."])
    start = source.text.index(words)
    cell = around(source, Span("A", start, start + len(words)))
    assert source.text[cell.start : cell.end] == whole
    assert cell.paragraph == (words == "Four")


def test_around_a_span_that_runs_past_its_sentences_nothing_of_it_is_lost() -> None:
    source = article(0, ["One."], ["Two."])
    assert around(source, Span("A", 0, len("One.\n\nTwo"))) == Cell("A", 0, 0, len("One.\n\nTwo"))


def test_before_the_divergences_stands_a_table_of_them_to_be_pasted_alone() -> None:
    made = story.comparison()
    diverging = to_markdown(made, reproducible=True).partition("## Divergences\n\n")[2].splitlines()
    assert diverging[: 2 + len(made.findings)] == [
        "| Finding | Readings and sources |",
        "| --- | --- |",
        "| P1, P4: inquiry (date) | Friday (A) / Thursday (C) |",
        "| P2: deaths (number) | at least 12 (A, C) / 14 (B) |",
        "| P3: name | Bohler (A, D) / Boehler (B) |",
    ]
    deaths = tuple(p for p in made.passages if p.id == "P2")
    alone = to_markdown(
        replace(made, passages=deaths, links=(), findings=made.findings[:1]), reproducible=True
    )
    assert "| Finding |" not in alone  # its own table says the same
    assert "In quotations, words that differ are bold.\n" in alone


def test_of_a_paragraph_that_another_row_tells_in_part_the_report_says_so() -> None:
    made = story.comparison()
    here, own = made.passage("P1").cells[0], made.passage("P5").cells[0]
    for end, score, told in (
        (own.end, 60.0, "- P5, told in P1 (A): B "),
        (own.start + 9, 60.0, "- P5, told in part in P1 (A): B "),
        (own.end, 40.0, "- P5, perhaps told in P1 (A, score 40): B "),
    ):
        link = Link(here, replace(own, end=end), score)
        tied = replace(made, links=(*made.links, link), rarity=dict.fromkeys(("fire", "fir"), 9.0))
        assert told in to_markdown(tied, reproducible=True)


def test_of_a_quotation_in_two_wordings_only_the_words_that_differ_are_bold() -> None:
    said = "The divers waited all night.\n\n“We have never {} like that one,” said the diver Ada Lorne."
    wordings = ("fought a fire", "faced a fire", "seen a fire")
    texts = [said.format(words) for words in wordings]
    made = compare([Source.from_text(text, title=f"{n}") for n, text in enumerate(texts)])
    told = to_markdown(made, reproducible=True)
    for words in wordings:
        verb, _, rest = words.partition(" ")
        assert f"“We have never **{verb}** {rest} like that one,”" in told
        assert f"| We have never {words} like that one |" in told


def test_what_a_headline_and_its_story_tell_alike_has_one_row_in_that_table() -> None:
    texts = [
        "Five dead in Ellwick ferry fire\n\nA fire on a ferry off Ellwick on Monday killed five people.",
        "Ferry fire off Ellwick kills four\n\nFour people were killed by a fire on a ferry off Ellwick.",
    ]
    made = to_markdown(compare([Source.from_text(text) for text in texts]), reproducible=True)
    table, _, below = made.partition("## Divergences\n\n")[2].partition("\n\n")
    assert table.splitlines()[2:] == ["| P1, P2: people killed (number) | Five (A) / four (B) |"]
    assert below.count(": people killed (number)\n") == 2


def test_rows_whose_label_is_but_a_reading_stay_apart_in_that_table() -> None:
    made = story.comparison()
    spans = [made.findings[0].readings[n].spans[:1] for n in (0, 1)]
    said = tuple(
        Reading(value, (of,), own) for value, of, own in zip(("told", "not told"), "AB", spans, strict=True)
    )
    bare = [Finding(f"F{n}", FindingKind.NEGATION, f"P{n}", "Told", said) for n in (1, 2)]
    passages = tuple(
        replace(p, findings=(f"F{n + 1}",) if n < 2 else (), status=Status.DIVERGE if n < 2 else p.status)
        for n, p in enumerate(made.passages)
    )
    for label, rows in (
        ("Told", ["P1: Told", "P2: Told"]),
        ("told of the fire", ["P1, P2: told of the fire"]),
    ):
        findings = tuple(replace(f, label=label) for f in bare)
        report = to_markdown(replace(made, passages=passages, findings=findings), reproducible=True)
        table = report.partition("| Finding |")[2].partition("\n\n")[0].splitlines()[2:]
        assert table == [f"| {row} (negation) | told (A) / not told (B) |" for row in rows]

"""What a report tells first, and what it quotes around a span."""

from dataclasses import replace

import pytest

from core import compare
from core.across import findings_told
from core.export.markdown import to_markdown
from core.export.quotes import around
from core.model import (
    Cell,
    Comparison,
    Finding,
    FindingKind,
    Link,
    Passage,
    Reading,
    Source,
    Span,
    Status,
    Wording,
)
from core.settings import Settings
from tests.core.made import article
from tests.tui import story
from tui.spread import spread_out


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


def test_the_first_line_counts_findings_and_tells_weak_matches_apart_as_the_screen_does() -> None:
    made = story.comparison()
    row = next(p for p in made.passages if p.status is Status.AGREE and p.id not in findings_told(made))
    links = [
        replace(link, score=40.0) if {link.a, link.b} & {*row.cells} else link
        for link in (*made.links, Link(row.cells[0], row.cells[1], 40.0))
    ]
    loose = replace(made, links=tuple(links))
    for of, said in ((made, "1 agree, 2 diverge"), (loose, "0 agree + 1 weak, 2 diverge")):
        told = to_markdown(of, reproducible=True)
        assert f"7 passages: {said}" in told
        assert "; 3 findings; alignment" in told
    counts = spread_out(loose).rows("A").counts
    assert (counts.agree, counts.weak) == (0, 1)


def test_every_source_is_named_at_every_row_that_several_tell() -> None:
    made = story.comparison()
    row = next(p for p in made.passages if p.status is Status.AGREE and p.id not in findings_told(made))
    short = replace(row, cells=row.cells[:2])
    lacking = [s.id for s in made.sources if s.id not in {c.source for c in short.cells}]
    passages = tuple(short if p is row else p for p in made.passages)
    alone = replace(made, passages=passages, rarity=dict.fromkeys(("ferry", "ferri", "ferr"), 9.0))
    far = next(c for p in passages if p is not short for c in p.cells if c.source == lacking[0])
    own = [link for link in made.links if {link.a, link.b} <= {*short.cells}]
    where = next(p.id for p in passages if far in p.cells)
    said = f"{lacking[0]}: *{{}}told in {where}*"
    for score, told in ((None, ", ".join(lacking)), (60.0, said.format("")), (40.0, said.format("perhaps "))):
        first, second = sorted((short.cells[0], far), key=lambda c: c.source)
        links = (*own, *([Link(first, second, score)] if score else []))
        for full in (False, True):
            report = to_markdown(replace(alone, links=links), reproducible=True, full=full)
            heading = f"### {row.id}, agree" if full else f"### {row.id}: "
            assert f"\n- {told}" in report.rpartition(heading)[2].partition("\n\n#")[0]


def test_a_conflict_across_rows_is_quoted_once_and_the_rows_point_to_it() -> None:
    made = story.comparison()
    report = to_markdown(made, reproducible=True).partition("## In one source only")[0]
    assert "- A ¶4: quoted above, at P1, P4" in report
    assert "- C ¶1: quoted above, at P1, P4" in report
    quoted = [line.partition("“")[2] for line in report.splitlines() if "“" in line and line[0] == "-"]
    assert len(quoted) == len(set(quoted))


def test_what_moved_is_told_with_what_stands_before_it() -> None:
    """The paragraphs are of the same number in both articles."""
    sentences = [
        "The old mill burned down.",
        "Nobody was hurt at all.",
        "Police close the road.",
        "Rain came.",
    ]
    orders = ([0, 1, 2, 3], [0, 3, 1, 2])
    sources = tuple(article(n, [sentences[k] for k in order], ["The end."]) for n, order in enumerate(orders))
    cells = [
        tuple(Cell(s.id, 0, at, at + len(text)) for s in sources for at in [s.text.index(text)])
        for text in sentences
    ]
    rows = tuple(
        Passage(f"P{n}", own, Status.AGREE, Wording.SAME, ("B",) * (n == 4), ())
        for n, own in enumerate(cells, 1)
    )
    links = tuple(Link(a, b, 90.0) for a, b in cells)
    made = Comparison(sources, rows, links, (), Settings())
    assert "| P4 | A ¶1, in B ¶1 (after P1, not P3) |" in to_markdown(made, reproducible=True)

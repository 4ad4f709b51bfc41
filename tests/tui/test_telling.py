"""What the header of a passage says of how sure it is, and of who else tells it."""

from dataclasses import replace

import pytest

from core.export.markdown import to_markdown
from core.model import Comparison, FindingKind, Link, Passage, Source, Span
from core.settings import Settings
from tests.tui import story
from tests.tui.drawn import line_text
from tests.tui.driving import settle, shown
from tui.app import SidelightApp
from tui.chrome import masthead
from tui.filters import Filter, shown_rows
from tui.hiding import without
from tui.ink import Role
from tui.look import Look
from tui.natures import Show
from tui.paint import paint
from tui.sheet import FindingSheet
from tui.spread import spread_out
from tui.state import View
from tui.telling import absent, header, in_words, who
from tui.work import compare_job


def said(comparison: Comparison, passage: str) -> str:
    spread = spread_out(comparison)
    row = next(row for row in spread.rows("A") if row.key == passage)
    return header(Look(spread, View.READINGS, spread.ids), row, comparison.passage(passage)).text


def test_a_row_of_weak_links_says_so() -> None:
    made = story.comparison()
    assert "weak" not in said(made, "P1")
    weak = tuple(replace(x, score=49.0) for x in made.links)
    assert said(replace(made, links=weak), "P1").endswith(
        "≠ P1  ABCD  conflicts with P4 (A); here agree, in other words, weak match"
    )
    assert said(replace(made, links=weak), "P2").startswith("≠? P2  ")
    assert "diverge, weak match" in said(replace(made, links=weak), "P2")


def test_a_weak_match_looks_less_sure_in_every_view_and_without_colour() -> None:
    made = story.comparison()
    doubtful = replace(made, links=tuple(replace(x, score=49.0) for x in made.links))
    for comparison, sign, role in ((made, "= ", Role.AGREE), (doubtful, "=?", Role.MUTED)):
        spread = spread_out(comparison)
        row = next(row for row in spread.rows("A") if row.key == "P7")  # A and C agree
        for view in (View.COLUMNS, View.READINGS, View.SOURCE, View.OVERVIEW):
            first = paint(Look(spread, view, spread.ids, source="A"), row, 76)[0]
            assert line_text(first).startswith(f"  {sign}"), view
            assert next(piece for piece in first if piece.text.strip()).roles == (role,), view
    assert (spread.rows("A").counts.agree, spread.rows("A").counts.weak) == (0, 1)
    masthead_ = line_text(masthead(doubtful, Look(spread, View.READINGS, spread.ids), spread.rows("A"), 120))
    assert "= 0 agree + 1 weak  " in masthead_
    assert [r.key for r in shown_rows(spread.rows("A"), Filter(Show.AGREE))] == ["P7"]
    assert [r.key for r in shown_rows(spread.rows("A"), Filter(Show.WEAK))] == ["P1", "P2", "P3", "P7"]
    left = without(spread.rows("A"), doubtful, spread.elsewhere, frozenset("C"))
    assert [r.key for r in shown_rows(left, Filter(Show.WEAK))] == ["P1", "P2", "P3"]  # P7 is of A alone
    finding = FindingSheet(Look(spread, View.READINGS, spread.ids), spread.rows("A"), None)
    assert any("≠? P2 " in line_text(line) for n in range(len(finding)) for line in finding.paint(n, 40))


def test_what_a_weak_link_alone_ties_is_told_perhaps() -> None:
    made = story.comparison()
    ferry, fines, tugs = (made.passages[n].cells for n in (0, 4, 6))
    fined = replace(
        fines[0], start=fines[0].start + 19, end=fines[0].start + 44
    )  # "fined in 2011 over a fire"
    burnt = replace(tugs[0], start=tugs[0].start + 21, end=tugs[0].start + 32)  # "burnt ferry"
    weak = (Link(ferry[1], burnt, 49.0), Link(ferry[0], fined, 49.0))
    tied = replace(made, links=(*made.links, *weak), rarity={})
    assert said(tied, "P5").endswith("B here  perhaps told elsewhere in part, in P1 (A)")
    sure = replace(tied, links=(*made.links, *(replace(x, score=60.0) for x in weak)))
    for comparison, told in ((tied, "perhaps in P1"), (sure, "told in P1")):
        spread = spread_out(comparison)
        row = next(row for row in spread.rows("A") if row.key == "P7")
        assert row.passage
        assert absent(Look(spread, View.READINGS, spread.ids), row, row.passage, "B") == told


def test_an_agreement_of_one_wire_text_says_so() -> None:
    made = story.comparison()
    spread = spread_out(made)
    row = next(row for row in spread.rows("A") if row.key == "P7")  # A and C
    look = Look(spread, View.READINGS, spread.ids)
    told = [
        header(replace(look, wires=wires), row, made.passage("P7")).text
        for wires in ((), (("A", "B"),), (("A", "B", "C"),))
    ]
    assert told[0] == told[1] == "= P7  A·C·  agree, in other words"
    assert told[2] == "= P7  A·C·  agree, in other words, one wire text"
    outward = Link(made.passages[6].cells[0], made.passages[5].cells[0], 60.0)  # D tells it in its own row
    tied = spread_out(replace(made, links=(*made.links, outward)))
    assert header(replace(look, spread=tied, wires=(("A", "C"),)), row, made.passage("P7")).text == told[0]


async def test_the_screen_says_what_copies_alone_tell_when_it_is_counted() -> None:
    crane = "The crane at Ostrel lifted forty barges on Monday, the port said."
    dog = "A dog slept all day long beside the mill, and nobody came to wake it before the evening bell."
    sources = [Source.from_text(text) for text in (crane, crane, dog)]
    async with SidelightApp(compare_job(sources, Settings())).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "P1  AB·  agree, in the same words, one wire text" in "\n".join(shown(pilot))
        await pilot.press("right_parenthesis")
        await settle(pilot)
        assert "one wire text" in "\n".join(shown(pilot))


def test_what_another_row_tells_too_is_not_told_by_one_source_alone() -> None:
    made = story.comparison()
    assert said(made, "P5").endswith("only B")
    outward = Link(made.passages[0].cells[0], made.passages[4].cells[0], 60.0)
    tied = replace(made, links=(*made.links, outward))
    assert said(tied, "P5").endswith("B here  told elsewhere, in P1 (A)")
    own = made.passages[4].cells[0]
    half = replace(outward, b=replace(own, end=own.start + 9))
    assert said(replace(made, links=(*made.links, half)), "P5").endswith(
        "B here  told elsewhere in part, in P1 (A)"
    )
    before, after = (spread_out(c).rows("A") for c in (made, tied))
    assert before.counts == (1, 0, 2, 2, 2, 0)
    assert after.counts == (1, 0, 2, 2, 1, 1)
    assert [r.key for r in shown_rows(after, Filter(Show.ELSEWHERE))] == ["P5"]
    assert [r.key for r in shown_rows(after, Filter(Show.ONLY))] == ["P6"]


def test_a_row_that_conflicts_with_one_that_tells_it_too_names_that_one_once() -> None:
    made = story.comparison()
    assert said(made, "P4").endswith("conflicts with P1 (C); here only A")
    first, own = made.passages[0].cells, made.passages[3].cells[0]
    there = Link(own, first[2], 60.0)
    tied = replace(made, links=(*made.links, there))
    assert said(tied, "P4").endswith("conflicts with P1 (C); here A")
    assert "### P4: A, conflicts with P1 (C)\n" in to_markdown(tied, reproducible=True)
    elsewhere = replace(there, b=made.passages[1].cells[1])
    both = replace(made, links=(*made.links, there, elsewhere))
    assert said(both, "P4").endswith("conflicts with P1 (C); here A  told elsewhere, in P2 (B)")
    heading = "### P4: A here, told elsewhere in P2 (B), conflicts with P1 (C)\n"
    assert heading in to_markdown(both, reproducible=True)


def test_a_moved_passage_says_from_where_to_where() -> None:
    made = story.comparison()
    moved = replace(made.passages[1], moved=("B",))
    places = {c.source: c.paragraph + 1 for c in moved.cells}
    several = replace(moved, moved=("B", "C"))

    def told(passage: Passage) -> str:
        return said(replace(made, passages=(made.passages[0], passage, *made.passages[2:])), "P2")

    assert told(moved).endswith(f"  moved in B (¶{places['A']} > ¶{places['B']})")
    assert told(several).endswith("  moved in B C")


def test_who_hears_of_a_source_that_is_hidden() -> None:
    spread = spread_out(story.comparison())
    row = next(
        r
        for r in without(spread.rows("A"), spread.comparison, spread.elsewhere, frozenset("BD"))
        if r.key == "P3"
    )
    assert row.passage is not None
    said_so = header(Look(spread, View.READINGS, ("A", "C"), order=("A", "C")), row, row.passage).text
    assert said_so == "1 P3  A·  only A of those shown"


def test_a_finding_that_takes_in_another_row_says_which_paragraphs() -> None:
    made = story.comparison()
    far = made.passages[3].cells[0]
    first = made.findings[0]
    other = replace(
        first.readings[1],
        sources=("A", "B"),
        spans=(Span("A", far.start, far.start + 3), *first.readings[1].spans),
    )
    wide = replace(first, readings=(first.readings[0], other))
    spread = spread_out(replace(made, findings=(wide, *made.findings[1:])))
    look = Look(spread, View.READINGS, spread.ids)
    assert who(look, first, 1) == "B"
    assert who(look, wide, 1) == "A\u00a0¶4, B\u00a0¶3"
    assert wide in spread.findings["P4"]


def test_a_name_in_many_paragraphs_names_a_few_places_and_counts_the_rest() -> None:
    made = story.comparison()
    spans = tuple(
        Span(s.id, p.start, p.start + 3) for s in made.sources if s.id in "ABD" for p in s.paragraphs
    )
    first = made.findings[0]
    wide = replace(first, readings=(replace(first.readings[0], spans=spans), first.readings[1]))
    spread = spread_out(replace(made, findings=(wide, *made.findings[1:])))
    look = Look(spread, View.READINGS, spread.ids)
    assert who(look, wide, 0) == "A\u00a0¶1, B\u00a0¶1, D\u00a0¶1 and 10 more"
    alone = replace(wide, readings=(replace(wide.readings[0], spans=spans[:4]), first.readings[1]))
    assert who(look, alone, 0) == "A\u00a0¶1, A\u00a0¶2, A\u00a0¶3 and 1 more"


def test_a_reading_of_many_sources_says_who_and_not_where() -> None:
    made = story.comparison()
    own = {s.id: [Span(s.id, p.start, p.start + 3) for p in s.paragraphs] for s in made.sources}
    copies = tuple(replace(made.source("A"), id=s) for s in "EFG")
    spans = (*(own[s][0] for s in "ABCD"), *(Span(s, x.start, x.end) for s in "EFG" for x in own["A"]))
    first = made.findings[0]
    many = replace(first.readings[0], sources=tuple("ABCDEFG"), spans=spans)
    few = replace(first.readings[1], sources=("B",), spans=(own["B"][2],))
    wide = replace(first, readings=(many, few))
    spread = spread_out(replace(made, sources=(*made.sources, *copies), findings=(wide, *made.findings[1:])))
    look = Look(spread, View.READINGS, spread.ids)
    assert [who(look, wide, n) for n in (0, 1)] == ["A B C D E F G", "B\u00a0¶3"]


def test_a_label_that_only_says_the_kind_is_not_said_again() -> None:
    made = story.comparison()
    plain = replace(made.findings[0], kind=FindingKind.NAME, label="name")
    spread = spread_out(replace(made, findings=(plain, *made.findings[1:])))
    look = Look(spread, View.READINGS, spread.ids)
    assert in_words(look, plain, "P2", 90)[0].text.startswith("name  at least 12 (A C)")


def test_quotations_that_stand_in_the_row_are_not_said_above_it_again() -> None:
    made = story.comparison()
    quote = replace(made.findings[0], kind=FindingKind.QUOTE, label="coast guard")
    spread = spread_out(replace(made, findings=(quote, *made.findings[1:])))
    columns = Look(spread, View.COLUMNS, spread.ids)
    assert [w.text for w in in_words(columns, quote, "P2", 60)] == ["quote  coast guard: A C / B"]
    assert "at least 12" in in_words(replace(columns, view=View.SOURCE), quote, "P2", 60)[0].text
    unseen = replace(columns, columns=("A", "C"))  # the column of B is not in sight
    assert "at least 12" in in_words(unseen, quote, "P2", 60)[0].text


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("We knew the pier was weak", "we knew the pier was safe", "“…weak” (A C) / “…safe” (B)"),
        ("“No ferry, ever, may sail…”", "“No boat, ever, may sail…”", "“…ferry…” (A C) / “…boat…” (B)"),
        ("Sail on now", "Wait on now", "“Sail…” (A C) / “Wait…” (B)"),
        ("We will sail", "We will never sail", "“…will sail” (A C) / “…will never sail” (B)"),
        ("We lost it all", "We never lost it all", "“We lost…” (A C) / “We never lost…” (B)"),
        ("We sail", "We never sail", "“We sail” (A C) / “We never sail” (B)"),
        ("sail", "Never sail", "“sail” (A C) / “Never sail” (B)"),
        ("sail now", "sail now at last", "“…now” (A C) / “…now at last” (B)"),
        ("It is so so late", "It is so late", "“…so so late” (A C) / “…so late” (B)"),
        ("All of it was lost", "Nothing could be saved", "A C / B"),
        (
            "We lost one two three four five six seven",
            "We lost it",
            "“…one two three four five six…” (A C) / “…it” (B)",
        ),
        (
            "Two three four five six seven eight do",
            "It will do",
            "“…three four five six seven eight…” (A C) / “It will…” (B)",
        ),
    ],
)
def test_of_quotations_below_only_the_words_that_differ_are_said_above(
    one: str, other: str, told: str
) -> None:
    made = story.comparison()
    first, second = made.findings[0].readings
    readings = replace(first, value=one), replace(second, value=other)
    quote = replace(made.findings[0], kind=FindingKind.QUOTE, label="pier", readings=readings)
    spread = spread_out(replace(made, findings=(quote, *made.findings[1:])))
    columns = Look(spread, View.COLUMNS, spread.ids)
    assert [w.text for w in in_words(columns, quote, "P2", 80)] == [f"quote  pier: {told}"]
    bare = told if "“" in told else f"pier: {told}"
    assert [w.text for w in in_words(columns, quote, "P2", len(f"quote  {told}"))] == [f"quote  {bare}"]
    assert [w.text for w in in_words(columns, quote, "P2", 20)] == ["quote  pier: A C / B"]


def test_of_quotations_that_part_for_long_so_many_words_are_said_as_fit() -> None:
    made = story.comparison()
    first, second = made.findings[0].readings
    values = "We warned of this bridge for years. Nobody cared to pay", "We warned of this bend for years"
    readings = replace(first, value=values[0]), replace(second, value=values[1])
    quote = replace(made.findings[0], kind=FindingKind.QUOTE, label="pier", readings=readings)
    spread = spread_out(replace(made, findings=(quote, *made.findings[1:])))
    columns = Look(spread, View.COLUMNS, spread.ids)
    told = [in_words(columns, quote, "P2", width)[0].text for width in (75, 64, 40, 20)]
    assert told == [
        "quote  “…bridge for years. Nobody cared to…” (A C) / “…bend for years” (B)",
        "quote  pier: “…bridge for years…” (A C) / “…bend for years” (B)",
        "quote  “…bridge…” (A C) / “…bend…” (B)",
        "quote  pier: A C / B",
    ]

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Cell, Span, Status, Wording
from tests.tui import story
from tests.tui.drawn import line_text
from tests.tui.worlds import spreads
from tui.boxes import Box, side_by_side, stack
from tui.cells import NOTHING
from tui.hiding import without
from tui.ink import Ink, Line, Role, Words, line_width
from tui.layout import EDGE, choose
from tui.look import Look
from tui.paint import NARROWEST, height, paint
from tui.rows import Row
from tui.search import folded_query, search
from tui.sheet import RowSheet
from tui.spread import Spread, spread_out
from tui.state import Marks, View

VIEWS = st.sampled_from((View.COLUMNS, View.READINGS, View.SOURCE, View.OVERVIEW))


def look_at(spread: Spread, view: View, columns: int = 9) -> Look:
    return Look(spread, view, spread.ids[:columns], source="A")


def row_of(key: str) -> tuple[Look, Row]:
    spread = story.spread()
    row = next(r for r in spread.rows("A") if r.key == key)
    return look_at(spread, View.READINGS), row


def drawn(look: Look, row: Row, width: int = 78) -> list[str]:
    return [line_text(line).rstrip() for line in paint(look, row, width)]


@given(spreads(), VIEWS, st.integers(1, 5), st.integers(NARROWEST, 140))
def test_the_height_of_a_row_is_the_number_of_its_lines(
    spread: Spread, view: View, columns: int, width: int
) -> None:
    look = look_at(spread, view, columns)
    for row in spread.rows("A"):
        assert height(look, row, width) == len(paint(look, row, width))


@given(spreads(), VIEWS, st.integers(1, 3), st.integers(40, 140), st.booleans())
def test_every_line_fills_its_width(spread: Spread, view: View, columns: int, width: int, here: bool) -> None:
    look = look_at(spread, view, columns)
    for row in spread.rows("A"):
        at = replace(look, cursor=row.key) if here else look
        assert {line_width(line) for line in paint(at, row, width)} == {width}


def restored(lines: tuple[Line, ...], text: str, cell: Cell) -> str:
    """The text of a cell as the lines hold it, with what lies between their pieces."""
    own = [p for line in lines for p in line if p.source == cell.source]
    found = sorted({(p.at, p.at + len(p.text)) for p in own if cell.start <= p.at < cell.end})
    out, at = "", cell.start
    for start, end in found:
        assert not text[at:start].strip(" " + NOTHING)
        out += text[at:end]
        at = end
    return out


@given(spreads(), st.integers(60, 140))
def test_the_pieces_restore_the_text_of_every_cell(spread: Spread, width: int) -> None:
    look = replace(look_at(spread, View.COLUMNS), unfolded=frozenset(r.key for r in spread.rows("A")))
    for row in spread.rows("A"):
        if row.passage is None:
            continue
        lines = paint(look, row, width)
        for cell in row.passage.cells:
            text = spread.texts[cell.source]
            tail = " " + NOTHING
            assert restored(lines, text, cell).rstrip(tail) == text[cell.start : cell.end].rstrip(tail)


@given(spreads(), VIEWS)
def test_a_conflicting_reading_is_marked_wherever_it_is_shown(spread: Spread, view: View) -> None:
    look = look_at(spread, view)
    marked: dict[str, set[int]] = {source: set() for source in spread.ids}
    shown: dict[str, set[int]] = {source: set() for source in spread.ids}
    for row in spread.rows("A"):
        for piece in (p for line in paint(look, row, 100) for p in line if p.source):
            places = range(piece.at, piece.at + len(piece.text))
            shown[piece.source].update(places)
            if Role.CONFLICT in piece.roles:
                marked[piece.source].update(places)
    for source, conflicts in spread.conflicts.items():
        held = {n for start, end, _ in conflicts for n in range(start, end)}
        assert marked[source] <= held
        assert held & shown[source] <= marked[source]


def test_a_passage_that_agrees() -> None:
    assert drawn(*row_of("P1"))[0] == "  ≠ P1  ABCD  conflicts with P4 (A); here agree, in other words"
    assert drawn(*row_of("P1"))[3].split() == ["A", "B", *story.TEXTS["A"][0].split()[:12]]


def test_a_passage_that_diverges_names_kind_values_and_who_says_which() -> None:
    lines = drawn(*row_of("P2"))
    assert lines[0] == "  ≠ P2  ABC·  diverge"
    assert lines[1].strip() == "number  deaths: at least 12 (A C) / 14 (B)"
    assert lines[-2].strip() == "D  not reported"


def test_a_finding_between_passages_says_where_each_reading_stands() -> None:
    assert drawn(*row_of("P4"))[1].strip() == "date  inquiry: Friday (A\u00a0¶4) / Thursday (C\u00a0¶1)"


def test_a_finding_between_passages_shows_the_other_sentence() -> None:
    lines = drawn(*row_of("P4"))
    assert lines[2].strip() == "P1    C ¶1   The ferry caught fire on Thursday off Port Sorrel; 240"


def test_a_reading_whose_source_says_something_else_here_is_shown_where_it_stands() -> None:
    made = story.comparison()
    text = made.source("C").text
    at = text.index("240")
    first = made.findings[0]
    twelve = replace(first.readings[0], spans=(first.readings[0].spans[0], Span("C", at, at + 3)))
    spread = spread_out(replace(made, findings=(replace(first, readings=(twelve, first.readings[1])),)))
    row = next(r for r in spread.rows("A") if r.key == "P2")
    lines = drawn(look_at(spread, View.READINGS), row)
    assert lines[2].split()[:5] == ["P1", "C", "¶1", "The", "ferry"]
    assert lines[4].split()[:3] == ["A", "C", '"At']
    elsewhere = replace(row, findings=(replace(row.findings[0], passage="P1"),))
    assert len(drawn(look_at(spread, View.READINGS), elsewhere)) == len(lines) - 2
    hidden = replace(look_at(spread, View.READINGS), order=("A", "B", "D"))
    assert not any("¶1 " in line for line in drawn(hidden, row)[2:])


def roles_at(row: Row, look: Look) -> set[Role]:
    return {role for line in paint(look, row, 78) for piece in line for role in piece.roles}


def test_own_words_are_marked_where_most_are_shared() -> None:
    spread = story.spread()
    rows = {wording: next(r for r in spread.rows("A") if r.key == "P1") for wording in Wording}
    rows = {wording: replace(row, wording=wording) for wording, row in rows.items()}
    look = look_at(spread, View.READINGS)
    seen = {
        (wording, marks): roles_at(row, replace(look, marks=marks)) & {Role.OWN, Role.PARTIAL}
        for wording, row in rows.items()
        for marks in Marks
    }
    both = {Role.OWN, Role.PARTIAL}
    assert seen[Wording.NEAR, Marks.ALIKE] == both
    assert seen[Wording.REWORDED, Marks.ALIKE] == {Role.PARTIAL}
    assert seen[Wording.REWORDED, Marks.ALL] == both
    assert seen[Wording.NEAR, Marks.NONE] == set()


def test_the_overview_tells_the_readings_of_a_row() -> None:
    look, row = row_of("P2")
    look = replace(look, view=View.OVERVIEW)
    (line,) = drawn(look, row)
    assert line.endswith("number  deaths: at least 12 (A C) / 14 (B)")
    (short,) = drawn(look, row, 50)
    assert short.endswith("number  at least 12 (A C) / 14 (B)")


def test_who_carries_a_reading_in_another_row_is_told_there() -> None:
    look, row = row_of("P4")
    assert row.passage is not None
    wide = replace(row, passage=replace(row.passage, status=Status.AGREE))
    lines = [line.strip() for line in drawn(look, wide)]
    assert "C  told in P1" in lines
    assert "B D  not reported" in lines


def test_article_text_is_never_markup() -> None:
    assert "[sic] on Friday [/]." in " ".join(drawn(*row_of("P4")))


def test_what_was_left_out_says_why_and_what() -> None:
    assert drawn(*row_of("B¶1"))[0].strip() == "~ B ¶1 left out, share bar: Share this story with a friend"


def test_long_cells_fold_and_say_how_much_they_hide() -> None:
    look, row = row_of("P5")
    folded = drawn(look, row)
    whole = drawn(replace(look, unfolded=frozenset({"P5"})), row)
    hidden = len(whole) - len(folded) + 1
    assert folded[-2].strip() == f"… {hidden} more lines (Enter)"


@pytest.mark.parametrize(
    ("query", "told"), [("nobody", ""), ("owner", ", 3 hits"), ("deck 14", ", 1 hit"), ("deck 1.", "")]
)
def test_a_fold_says_how_many_hits_it_hides(query: str, told: str) -> None:
    look, row = row_of("P5")
    look = replace(look, hits=search(look.spread.index(), folded_query(query), look.spread.ids))
    assert drawn(look, row)[-2].strip().endswith(f" more lines{told} (Enter)")


@pytest.mark.parametrize(
    ("width", "told"), [(34, "… 6 more lines, 3 differ (Enter)"), (26, "… 6 more lines (Enter)")]
)
def test_a_fold_says_how_many_of_its_lines_differ(width: int, told: str) -> None:
    text = " ".join(f"line {n} ".ljust(width, "x") for n in range(1, 9))
    look, row = row_of("P5")
    words = ("line 1", Role.OWN), ("line 4", Role.OWN), ("4 x", Role.PARTIAL), ("x line 8", Role.OWN)
    inks = tuple(Ink(at, at + len(word), role) for word, role in words for at in [text.index(word)])
    box = Box(text, 0, len(text), 2, width, inks, most=3)
    assert [line_text(line).strip() for line in side_by_side(look, row, (box,))][2] == told


def test_a_cell_with_a_conflicting_reading_is_never_folded() -> None:
    spread = story.spread()
    row = next(r for r in spread.rows("A") if r.key == "P5")
    finding = spread.comparison.findings[0]
    look = look_at(spread, View.READINGS)
    assert len(paint(look, replace(row, findings=(finding,)), 78)) > len(paint(look, row, 78)) + 1


def test_a_passage_in_no_column_in_sight_is_told_in_readings() -> None:
    spread = story.spread()
    rows = spread.rows("A")
    alone, told = (next(r for r in rows if r.key == key) for key in ("P6", "P2"))
    look = replace(look_at(spread, View.COLUMNS), columns=("A", "B"))
    assert drawn(look, alone)[1].split()[:4] == ["D", "Families", "waited", "at"]
    look = replace(look, columns=("D",))
    said = drawn(look, told)
    assert [line.split()[:3] for line in said if "died" in line or "Fourteen" in line] == [
        ["A", "C", '"At'],
        ["B", "Fourteen", "bodies"],
    ]
    (row,) = (r for r in without(rows, spread.comparison, {}, frozenset("B")) if r.key == "P2")
    assert "Fourteen" not in "".join(drawn(replace(look, order=("D", "A", "C")), row))


@pytest.mark.parametrize("key", ["P1", "P2", "P4", "B¶1"])
def test_the_row_under_the_cursor_has_a_bar(key: str) -> None:
    look, row = row_of(key)
    lines = paint(replace(look, cursor=key), row, 78)
    assert all(line_text(line).startswith("▌") for line in lines[: -row.gap or None])


def test_another_account_stands_apart_from_its_letter() -> None:
    look, row = row_of("P1")
    lines = drawn(replace(look, view=View.SOURCE, source="B"), row, 120)
    assert any("│ A A ferry" in line for line in lines), lines


@pytest.mark.parametrize("width", [80, 120, 140, 200])
def test_an_article_has_another_account_beside_it(width: int) -> None:
    spread = story.spread()
    plan = choose(width, 2, View.SOURCE)
    look = Look(spread, View.SOURCE, ("A", "B"), source="A")
    row = spread.rows("A")[1]
    text = "\n".join(line_text(line) for line in paint(look, row, width - plan.rail - plan.context - EDGE))
    assert "│ B A ferry" in text


def test_a_long_reading_goes_on_under_its_first_word() -> None:
    made = story.comparison()
    first, second = made.findings[0].readings
    long = replace(made.findings[0], readings=(replace(first, value="many words " * 9), second))
    spread = spread_out(replace(made, findings=(long, *made.findings[1:])))
    row = next(r for r in spread.rows("A") if r.key == long.passage)
    lines = drawn(look_at(spread, View.SOURCE), row)
    at = next(n for n, line in enumerate(lines) if line.startswith(" " * 8 + "many"))
    assert lines[at + 1].startswith(" " * 8 + "words") or lines[at + 1].startswith(" " * 8 + "many")


def test_lines_that_go_on_stand_behind_the_label_they_began_with() -> None:
    words = Words(hang=6).add("key   ", Role.KEY).add("one two three four")
    lines = stack([words], 20, here=False)
    assert [line_text(line).rstrip() for line in lines] == ["  key   one two", "        three four", ""]


@given(spreads(), st.integers(20, 100))
def test_a_header_that_began_above_says_so_however_long_it_is(spread: Spread, width: int) -> None:
    sheet = RowSheet(look_at(spread, View.READINGS), spread.rows("A"))
    for n, row in enumerate(sheet.rows):
        line = sheet.sticky(n, width)
        assert (line is None) == (row.passage is None)
        if line is not None:
            assert line_text(line).rstrip().endswith("(begins above)")
            assert line_width(line) == width
            assert [piece.roles for piece in line if "begins" in piece.text] == [(Role.MUTED,)]

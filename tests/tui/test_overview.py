from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.model import source_id
from tests.tui import story
from tests.tui.drawn import line_text
from tests.tui.worlds import spreads
from tui.index import Index
from tui.ink import Role, line_width
from tui.look import Look
from tui.overview import heat, panel, strip
from tui.spread import Spread, spread_out
from tui.state import View

MATRIX = ((1.0, 0.61, 0.2, 0.0), (0.6, 1.0, 0.1, 0.0), (0.3, 0.1, 1.0, 0.0), (0.0, 0.0, 0.0, 1.0))


def look(spread: Spread) -> Look:
    return Look(spread, View.OVERVIEW, spread.ids, source="B")


def test_the_matrix_has_figures_as_well_as_colours() -> None:
    lines = [
        line_text(line).rstrip()
        for line in panel(look(story.spread()), story.spread().rows("A"), MATRIX, 80, 20)
    ]
    assert lines[1].split()[-6:-2] == ["-", "61", "20", "0"]
    assert lines[0].endswith("3 findings")
    assert lines[1].endswith("1 number")


def test_a_matrix_that_is_not_counted_yet_says_so() -> None:
    lines = [line_text(line) for line in panel(look(story.spread()), story.spread().rows("A"), None, 80, 20)]
    assert "…" in lines[1]


def test_what_does_not_fit_is_told() -> None:
    lines = [line_text(line) for line in panel(look(story.spread()), story.spread().rows("A"), MATRIX, 80, 3)]
    assert len(lines) == 3
    assert "taller" in lines[-1]


def test_the_sources_that_are_one_wire_text_are_named_at_every_height() -> None:
    """The matrix gives way before them, but for its head, a source and what it says of the others."""
    copied = ((1.0, 0.97, 0.2, 0.0), (0.6, 1.0, 0.1, 0.0), (0.3, 0.1, 1.0, 0.9), (0.0, 0.0, 0.0, 1.0))
    for height in (20, 7, 6):
        lines = panel(look(story.spread()), story.spread().rows("A"), copied, 80, height)
        assert len(lines) <= height
        assert line_text(lines[-1]).strip() == "one wire text, 80% or more shared: A B / C D"
        assert " B " in "".join(line_text(line)[:4] for line in lines)
    spoken = [
        line_text(line) for line in panel(look(story.spread()), story.spread().rows("A"), MATRIX, 80, 20)
    ]
    assert not any("wire" in line for line in spoken)


@given(st.integers(0, 29), st.integers(60, 140), st.integers(3, 40))
def test_of_many_sources_the_chosen_one_has_a_line_and_a_column(chosen: int, width: int, height: int) -> None:
    made = story.comparison()
    many = tuple(replace(made.sources[0], id=source_id(n)) for n in range(30))
    comparison = replace(made, sources=many, passages=(), findings=(), links=())
    ids = tuple(s.id for s in many)
    at = Look(spread_out(comparison), View.OVERVIEW, ids, source=ids[chosen])
    lines = panel(at, story.spread().rows("A"), [[0.0] * 30] * 30, width, height)
    assert all(line_width(line) == width for line in lines)
    head = line_text(lines[0]).split()
    assert ids[chosen] in head
    assert ("…" in head) == (len(set(ids) & set(head)) < 30)
    assert any(piece.source == ids[chosen] for line in lines for piece in line)


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_in_common_is_never_cooler(a: float, b: float) -> None:
    low, high = sorted((a, b))
    assert heat(low).value <= heat(high).value


@given(spreads(), st.integers(1, 60), st.integers(20, 120))
def test_the_strip_has_one_cell_a_line_and_shows_every_finding_when_there_is_room(
    spread: Spread, lines: int, width: int
) -> None:
    rows = spread.rows("A")
    index = Index.of([1 + n % 3 for n, _ in enumerate(rows)])
    drawn = strip(rows, index, 0, lines)
    assert len(drawn) == lines
    assert all(line_width(line) == 1 for line in drawn)
    roles = [line[0].roles[0] for line in drawn]
    assert (Role.DIVERGE in roles) == any(row.findings for row in rows)
    at = look(spread)
    assert all(len(line_text(line)) == 1 for line in strip(rows, index, 0, lines))
    assert all(
        line_width(line) == width
        for line in panel(at, spread.rows("A"), None, width, 30)
        if line_width(line) <= width
    )

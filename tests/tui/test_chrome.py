from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import FindingKind
from tests.tui import story
from tests.tui.drawn import line_text
from tests.tui.worlds import spreads
from tui import columns, state
from tui.chrome import Found, Key, footer, footer_line, legend, masthead, rule, status
from tui.filters import Filter, shown_rows
from tui.hiding import without
from tui.ink import line_width
from tui.keys import BESIDE, COMMANDS, FILTERED, HITS, LISTED, READING, shown_key
from tui.layout import choose
from tui.look import Look
from tui.natures import Show
from tui.rows import Listing
from tui.spread import Spread
from tui.state import Pane, View, ViewState

NOTHING = Found("", 0, 0)


def told(width: int, at: ViewState, found: Found = NOTHING) -> str:
    spread = story.spread()
    rows = shown_rows(spread.rows("A"), at.only)
    n = state.position(at, rows)
    look = Look(spread, View.READINGS, spread.ids, cursor=at.cursor, finding=at.finding)
    row = rows[n] if n >= 0 else None
    return line_text(
        status(
            look,
            rows,
            row,
            every=shown_rows(spread.rows("A"), Filter(kind=at.only.kind)),
            found=found,
            width=width,
        )
    )


ON = ViewState(cursor="P2", finding="F1")


def headed(width: int, at: ViewState, view: View = View.READINGS) -> str:
    """The line under the legend."""
    spread = story.spread()
    rows = without(spread.rows("A"), spread.comparison, spread.elsewhere, at.hidden)
    shown = columns.in_order(at, spread.ids)
    plan = choose(width, len(shown), view)
    look = Look(spread, view, columns.columns_of(at, spread.ids, plan.columns), order=shown)
    return line_text(rule(look, at, shown_rows(rows, at.only), walked=rows, width=width, plan=plan))


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("width", [80, 120, 200])
def test_the_header_names_view_base_filter_and_threshold(view: View, width: int) -> None:
    assert headed(width, ON, view).startswith(f"─ {view.value}  base A  show: all  match: 33 ")
    found = headed(width, replace(ON, only=Filter(Show.FINDINGS)), view)
    assert found.startswith(f"─ {view.value} ")
    assert " show: with findings (4 of 7 passages) " in found


def test_the_header_says_what_is_hidden() -> None:
    assert "  show: 6 of 7  match: 33 " in headed(80, replace(ON, hidden=frozenset("D")))
    assert " hidden: D  (X shows all) " in headed(80, replace(ON, hidden=frozenset("D")))


def test_a_filter_leaves_room_for_which_columns_there_are_more() -> None:
    line = headed(80, replace(ON, only=Filter(Show.FINDINGS)), View.COLUMNS)
    assert line.startswith("─ columns  base A  show: with findings (4 of 7 passages)  match: 33 ─")
    assert line.endswith(" more: C D ")
    assert headed(80, ON, View.COLUMNS).endswith(" more columns: C D  (h l) ")


@pytest.mark.parametrize("pane", [Pane.PASSAGES, Pane.FINDINGS])
def test_a_filter_is_told_beside_the_findings_too(pane: Pane) -> None:
    line = headed(80, replace(ON, pane=pane, only=Filter(kind=FindingKind.NAME)))
    assert "show: name (1 of 7 passages)" in line
    assert ("3 findings" in line) == (pane is Pane.FINDINGS)


@pytest.mark.parametrize("width", range(20, 130))
def test_the_status_line_fits_and_always_says_where_one_is(width: int) -> None:
    line = told(width, ON)
    assert len(line) == width
    assert line.startswith(" P2  ")
    assert "2 of 3" in line
    assert "…" not in line


def test_the_more_room_the_more_is_told() -> None:
    assert told(80, ON).split("  ")[0:2] == [" P2", "finding 2 of 3"]
    assert "A ¶2, B ¶3, C ¶2  " in told(80, ON)
    assert told(80, ON).endswith("   score 80 ")


@pytest.mark.parametrize(
    ("only", "says"),
    [
        (Filter(Show.FINDINGS), "with findings"),
        (Filter(kind=FindingKind.NUMBER), "number"),
        (Filter(source="B"), "in B"),
    ],
)
@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
def test_a_filter_is_told_at_every_width(only: Filter, says: str, width: int) -> None:
    assert says in headed(width, replace(ON, only=only))


@pytest.mark.parametrize("width", [24, 40, 60, 80])
def test_hits_are_counted_at_every_width(width: int) -> None:
    for at in (0, 3):
        assert "25 hits" in told(width, ON, Found("a long query of many words", 25, 15, at))


@pytest.mark.parametrize("width", [40, 60, 80])
def test_hits_that_a_filter_hides_are_not_said_to_be_walked(width: int) -> None:
    said = told(width, ON, Found("many words", 25, 0))
    assert "25 hits, none " in said
    assert "walk" not in said


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize(
    "keys",
    [READING, FILTERED, HITS, LISTED, BESIDE],
    ids=["reading", "filtered", "hits", "listed", "beside"],
)
def test_the_footer_shows_whole_keys_and_always_the_way_out(
    keys: tuple[tuple[str, str], ...], width: int
) -> None:
    first = {c.id: c.keys.split(",")[0] for c in COMMANDS}
    entries = [Key(shown_key(first[name], first[name]), says, name) for name, says in keys]
    shown = line_text(footer_line(entries, width))
    assert len(shown.rstrip()) <= width
    assert shown.rstrip().endswith("? Help  q Quit")
    placed = footer(entries, width)
    assert placed[0][0] == entries[0]
    assert all(f" {key.key} {key.says}" in shown for key, _, _ in placed)


@given(spreads(), st.integers(10, 220), st.sampled_from(Pane), st.sampled_from(View), st.integers(0, 4))
def test_every_line_is_as_wide_as_the_screen(
    spread: Spread, width: int, pane: Pane, view: View, hide: int
) -> None:
    at = replace(ViewState(), hidden=frozenset(spread.ids[2:][:hide]), source=spread.ids[:2][-1])
    shown = columns.in_order(at, spread.ids)
    plan = choose(width, len(shown), view)
    at = columns.slide(at, spread.ids, plan.columns)
    seen = columns.columns_of(at, spread.ids, plan.columns)
    look = Look(spread, view, seen, source=at.source, order=shown)
    rows = spread.rows("A")
    at = replace(at, pane=pane)
    assert line_width(rule(look, at, rows, walked=rows, width=width, plan=plan)) == width
    assert line_width(legend(spread.comparison, look, width, plan.rail + plan.context)) >= width
    assert line_width(masthead(spread.comparison, look, rows, width)) == width


def test_twelve_versions_have_twelve_names() -> None:
    made = story.comparison()
    sources = tuple(
        replace(
            made.sources[0], id=i, title=f"The lighthouse keeper, draft of day {n}", outlet=None, origin=None
        )
        for n, i in enumerate("ABCDEFGHIJKL")
    )
    spread = story.spread()
    look = Look(replace(spread, ids=tuple("ABCDEFGHIJKL")), View.READINGS, tuple("ABCDEFGHIJKL"), source="A")
    line = line_text(legend(replace(made, sources=sources), look, 200, 0))
    assert all(f"{i} …{n} " in line for n, i in enumerate("BCDEFGHIJ", 1))


def test_under_a_kind_only_findings_of_that_kind_are_counted_and_walked() -> None:
    spread = story.spread()
    names = Filter(kind=FindingKind.NAME)
    assert "name 1 of 1" in told(80, ViewState(cursor="P3", only=names))
    both = replace(spread.rows("A")[3], findings=spread.comparison.findings)
    rows = Listing.of([both], kind=FindingKind.NAME)
    assert rows.stops == ((0, "F2"),)


def test_a_finding_has_the_same_number_in_each_view() -> None:
    spread = story.spread()
    every = spread.rows("A")
    for rows in (every, every.article("B"), every.article("D")):
        n = rows.place("P3")
        look = Look(spread, View.SOURCE, spread.ids, cursor="P3")
        line = status(look, rows, rows[n], every=every, found=NOTHING, width=80)
        assert "finding 3 of 3" in line_text(line)


@pytest.mark.parametrize(
    ("width", "said"), [(64, "  3 of 4 sources  "), (61, "  3/4 sources  "), (56, "  1=  ")]
)
def test_how_many_sources_are_hidden_is_told_as_shortly_as_need_be(width: int, said: str) -> None:
    spread = story.spread()
    look = Look(spread, View.READINGS, ("A", "B", "D"), order=("A", "B", "D"))
    line = line_text(masthead(spread.comparison, look, spread.rows("A"), width))
    assert said in line
    assert line.count("sources") == ("sources" in said)


def test_the_title_gives_way_before_the_counts() -> None:
    spread = story.spread()
    look = Look(spread, View.READINGS, spread.ids, order=spread.ids)
    lines = [line_text(masthead(spread.comparison, look, spread.rows("A"), width)) for width in (30, 29)]
    assert lines[0] == " Ferry fir…  1=  2+2≠  2 only "
    assert lines[1].startswith(" Ferry fire off Port Sorr…")


def test_one_passage_is_told_as_one() -> None:
    spread = story.spread()
    rows = Listing.of([next(row for row in spread.rows("A") if row.passage)])
    look = Look(spread, View.READINGS, spread.ids, order=spread.ids)
    assert "  1 passage  " in line_text(masthead(spread.comparison, look, rows, 120))


def test_one_source_is_told_as_one() -> None:
    spread = story.spread_of(story.source("A"))
    look = Look(spread, View.READINGS, spread.ids, order=spread.ids)
    assert " 1 source  " in line_text(masthead(spread.comparison, look, spread.rows("A"), 120))

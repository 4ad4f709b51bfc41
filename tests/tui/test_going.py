"""Going to a passage or a paragraph by its number."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from core.model import Link
from tests.tui import story
from tests.tui.driving import app, settle, shown, told
from tests.tui.worlds import spreads
from tui.look import Look
from tui.screens.comparison import ComparisonScreen
from tui.spread import Spread, spread_out
from tui.state import View, ViewState
from tui.telling import leads


def at(pilot: Pilot[None]) -> ViewState:
    screen = pilot.app.screen
    assert isinstance(screen, ComparisonScreen)
    return screen.desk.state


@pytest.mark.parametrize(
    ("named", "place"),
    [
        ("5", ("P5", "")),
        (" p 5 ", ("P5", "")),
        ("B5", ("P5", "B")),
        ("c¶2", ("P2", "C")),
        ("B1", ("B¶1", "B")),
        ("B6", ("", "")),
        ("B0", ("", "")),
        ("E1", ("", "")),
        ("", ("", "")),
        ("five", ("", "")),
        ("9" * 5000, ("", "")),
    ],
)
def test_what_is_meant_by_a_number(named: str, place: tuple[str, str]) -> None:
    assert story.spread().named(named) == place


@given(spreads(), st.data())
def test_each_paragraph_leads_to_a_row_that_holds_it_or_stands_before_it(
    spread: Spread, data: st.DataObject
) -> None:
    source = data.draw(st.sampled_from(spread.comparison.sources))
    for n, paragraph in enumerate(source.paragraphs):
        key, name = spread.named(f"{source.id}{n + 1}")
        assert name == source.id
        own = [c for p in spread.comparison.passages for c in p.cells if c.source == source.id]
        starts = [c.start for c in own if c.start <= paragraph.start]
        row = spread.rows("A")[spread.rows("A").place(key)]
        if row.passage is not None and starts:
            assert max(starts) in [c.start for c in row.passage.cells if c.source == source.id]


@pytest.mark.parametrize("before", [(), ("f",), ("v", "v")], ids=["all", "filtered", "overview"])
async def test_a_burst_of_keys_goes_there_and_back(before: tuple[str, ...]) -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(*before)
        await settle(pilot)
        was = at(pilot).cursor
        await pilot.press("colon", "6", "enter", "m")
        await settle(pilot)
        assert at(pilot).cursor == "P6"
        assert at(pilot).marked == {"P6"}
        assert at(pilot).source == "A"
        await pilot.press("apostrophe")
        await settle(pilot)
        assert at(pilot).cursor == was


async def test_a_passage_leads_where_it_points_and_back() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(":", "4", "enter", "p")
        await settle(pilot)
        assert at(pilot).cursor == "P1"  # conflicts with P1 (C)
        await pilot.press("apostrophe")
        await settle(pilot)
        assert at(pilot).cursor == "P4"
        await pilot.press(":", "5", "enter", "p")
        await settle(pilot)
        assert at(pilot).cursor == "P5"
        assert told(pilot) == "This passage points to no other one."


def test_the_chosen_source_leads_first() -> None:
    made = story.comparison()
    far = Link(made.passages[0].cells[0], made.passages[5].cells[0], 60.0)  # D's tells P1 too
    spread = spread_out(replace(made, links=(*made.links, far)))
    row = next(r for r in spread.rows("A") if r.key == "P6")
    assert leads(Look(spread, View.READINGS, spread.ids, source="D"), row) == ("P1",)
    row = next(r for r in spread.rows("A") if r.key == "P4")
    assert leads(Look(spread, View.READINGS, spread.ids, source="C"), row) == ("P1",)
    left_out = next(r for r in spread.rows("A") if r.passage is None)
    assert leads(Look(spread, View.READINGS, spread.ids), left_out) == ()


async def test_in_an_article_it_goes_to_one_that_holds_the_passage() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("v", "colon", *"P6", "enter")
        await settle(pilot)
        assert (at(pilot).cursor, at(pilot).source) == ("P6", "D")
        await pilot.press("colon", *"b4", "enter")
        await settle(pilot)
        assert (at(pilot).cursor, at(pilot).source) == ("P3", "B")


async def test_what_is_not_there_is_said_and_escape_only_closes_the_field() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j", "f", "colon")
        await settle(pilot)
        assert any("Enter goes there" in line for line in shown(pilot))
        was = at(pilot)
        await pilot.press(*"9:/", "enter")
        await settle(pilot)
        assert told(pilot) == "There is no such passage here: type 12, or B7 for a paragraph."
        await pilot.press("colon", "2", "escape")
        await settle(pilot)
        assert at(pilot) == was
        assert not any("Enter goes there" in line for line in shown(pilot))

"""Selecting text with the mouse: inside one column, clean, as the source has it."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from core.model import Paragraph, ParagraphKind, Sentence, Source
from tests.tui import story
from tests.tui.driving import app, job, settle, shown
from tests.tui.worlds import spreads
from tui.app import SidelightApp
from tui.config import Config
from tui.ink import Role, place_at, selected
from tui.look import Look
from tui.paint import paint
from tui.screens.comparison import ComparisonScreen
from tui.sheet import quoted
from tui.spread import Spread
from tui.state import View
from tui.themes import PALETTES


def place(pilot: Pilot[None], words: str) -> tuple[int, int]:
    """Column and line of the screen where words begin."""
    for y, line in enumerate(shown(pilot)):
        if words in line:
            return line.index(words), y
    raise AssertionError(words)


async def drag(pilot: Pilot[None], start: tuple[int, int], *ways: tuple[int, int]) -> str:
    screen = pilot.app.screen
    await pilot.mouse_down(screen, offset=start)
    for way in ways:
        await pilot.hover(screen, offset=way)
    await pilot.mouse_up(screen, offset=ways[-1])
    await settle(pilot)
    assert isinstance(screen, ComparisonScreen)
    return screen.get_selected_text() or ""


async def columns(pilot: Pilot[None]) -> None:
    await settle(pilot)
    await pilot.press("v", "v", "v")  # readings, source, overview, columns
    await settle(pilot)


async def test_the_words_of_a_line_of_the_overview_are_selected() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("v", "v")
        await settle(pilot)
        start = place(pilot, "The owner had been")
        assert await drag(pilot, start, (start[0] + 6, start[1])) == "The own"
        assert await drag(pilot, (2, start[1]), (start[0] + 6, start[1])) == "The own"
        assert "…" not in await drag(pilot, start, (79, start[1]))


async def test_a_drag_selects_in_one_column_across_its_lines() -> None:
    async with app().run_test(size=(200, 40)) as pilot:
        await settle(pilot)
        start, end = place(pilot, "Fourteen bodies"), place(pilot, "told the")
        assert end[1] > start[1]
        text = await drag(pilot, start, (end[0] + 60, end[1]), (end[0] + 3, end[1]))
        assert text == "Fourteen bodies were recovered by dawn, a port official told"
        strips = pilot.app.screen._compositor.render_strips()
        ground = PALETTES["dark"].selection.lower()
        marked = "".join(
            s.text
            for strip in strips
            for s in strip
            if s.style and s.style.bgcolor and s.style.bgcolor.name.lower() == ground
        )
        assert "".join(marked.split()) == "".join(text.split())


async def test_a_drag_upwards_and_out_of_the_column_stays_in_it() -> None:
    async with app().run_test(size=(200, 40)) as pilot:
        await settle(pilot)
        start, end = place(pilot, "official told"), place(pilot, "Fourteen")
        text = await drag(pilot, (start[0] + 7, start[1]), (end[0] - 20, end[1]))
        assert text == "Fourteen bodies were recovered by dawn, a port official"


async def test_a_drag_over_a_line_without_a_text_of_its_own_offers_nothing_to_copy() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        x, y = place(pilot, "deaths: at least 12")
        assert await drag(pilot, (x, y), (x + 9, y)) == ""
        assert "Copy what is selected" not in shown(pilot)[-1]
        start = place(pilot, "A ferry with")
        await drag(pilot, start, (start[0] + 6, start[1]))
        assert "Copy what is selected" in shown(pilot)[-1]


async def test_a_click_selects_the_passage_and_no_text() -> None:
    async with app().run_test(size=(200, 40)) as pilot:
        await settle(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, ComparisonScreen)
        at = place(pilot, "Fourteen bodies")
        await drag(pilot, at, (at[0] + 7, at[1]))
        before = screen.desk.state.cursor
        assert screen.get_selected_text() == "Fourteen"
        await pilot.click(screen, offset=at)
        await settle(pilot)
        assert not screen.get_selected_text()
        assert (before, screen.desk.state.cursor, screen.desk.state.source) == ("B¶1", "P2", "B")
        await pilot.click(screen, offset=at, times=3)
        await settle(pilot)
        assert not screen.get_selected_text()


async def test_selected_text_is_copied(tmp_path: Path) -> None:
    target = tmp_path / "copied"
    config = Config(copy_command=f"tee {target}")
    async with SidelightApp(job, config=config).run_test(size=(200, 40)) as pilot:
        await settle(pilot)
        at = place(pilot, "Fourteen bodies")
        for key in ("ctrl+c", "y"):
            await drag(pilot, at, (at[0] + 14, at[1]))
            await pilot.press(key)
            await settle(pilot)
            assert target.read_text("utf-8") == "Fourteen bodies"
            target.unlink()
        await pilot.press("escape", "ctrl+c")
        await settle(pilot)
        assert not target.exists()


def test_what_is_quoted_has_its_paragraphs_and_no_wrapping() -> None:
    text = "One line\nand the next.\n\nA second paragraph."
    blocks = tuple(
        Paragraph(n, a, b, ParagraphKind.PARAGRAPH, None, (Sentence(a, b),))
        for n, (a, b) in enumerate([(0, 22), (24, len(text))])
    )
    spread = story.spread_of(Source(text, "T", id="A", paragraphs=blocks))
    assert quoted(spread, "A", 4, 32) == "line and the next.\n\nA second"


@given(spreads(), st.integers(60, 140), st.integers(0, 139))
def test_the_place_under_the_mouse_is_drawn_there(spread: Spread, width: int, cell: int) -> None:
    look = Look(spread, View.COLUMNS, spread.ids[:3])
    for row in spread.rows("A"):
        for line in paint(look, row, width):
            there = place_at(line, cell)
            assert (there is None) == all(not piece.source for piece in line)
            if there is None:
                continue
            source, at = there
            drawn = [p for p in line if p.source == source]
            assert any(p.at <= at <= p.at + len(p.text) for p in drawn)
            chosen = selected(line, source, at, at + 3)
            assert "".join(p.text for p in chosen) == "".join(p.text for p in line)
            marked = [p for p in chosen if Role.SELECTED in p.roles]
            assert all(p.source == source and at <= p.at and p.at + len(p.text) <= at + 3 for p in marked)

import re
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.driving import app, settle, shown, told
from tui.screens.dialog import Told
from tui.screens.export import ExportDialog, _free


@pytest.mark.parametrize("answer", ["enter", "y", "escape", "n"])
async def test_export_asks_before_it_replaces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e", "enter")
        await settle(pilot)
        written = tmp_path / "sidelight.md"
        assert "Bohler" in written.read_text("utf-8")
        written.write_text("mine")
        await pilot.press("e", "enter")
        await settle(pilot)
        assert any("Replace it?" in line for line in shown(pilot))
        assert written.read_text() == "mine"
        await pilot.press(answer)
        await settle(pilot)
        assert ("Bohler" in written.read_text("utf-8")) == (answer == "y")
        assert [path.name for path in tmp_path.iterdir()] == ["sidelight.md"]
        if answer in ("enter", "n"):  # another name, which is not asked about
            assert pilot.app.screen.query_one(Input).value == "sidelight-2.md"
            await pilot.press("enter")
            await settle(pilot)
            assert written.read_text("utf-8") == "mine"
            assert "Bohler" in (tmp_path / "sidelight-2.md").read_text("utf-8")


async def test_the_report_on_one_event_is_not_offered_the_place_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sidelight.md").write_text("of another event")
    (tmp_path / "sidelight-2.md").symlink_to("nowhere")
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e", "enter")
        await settle(pilot)
        assert "Bohler" in (tmp_path / "sidelight-3.md").read_text("utf-8")
        assert (tmp_path / "sidelight.md").read_text("utf-8") == "of another event"
        await pilot.press("e")
        await pilot.pause()
        assert pilot.app.screen.query_one(Input).value == "sidelight-3.md"


@pytest.mark.parametrize(
    ("name", "others", "free"),
    [
        ("report-2024.md", "", "report-2024-2.md"),
        ("report-2024.md", "report.md", "report-2024-2.md"),
        ("2024-05-06.md", "2024-05.md", "2024-05-06-2.md"),
        ("2024-11-12.md", "", "2024-11-12-2.md"),
        ("-2.md", "", "-2-2.md"),
        ("report-2.md", "report.md", "report-3.md"),
        ("report-2.md", "report.md report-3.md", "report-4.md"),
    ],
)
def test_a_free_name_counts_on_from_what_was_counted_and_not_from_a_date(
    name: str, others: str, free: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for each in (name, *others.split()):
        Path(each).touch()
    assert _free(name) == free


async def test_the_letters_of_an_answer_are_letters_within_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("mine")
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e", *"yn", "full_stop", *"md")
        assert pilot.app.screen.query_one(Input).value == "yn.md"
        pilot.app.screen.query_one(Input).value = "a.md"
        await pilot.press("enter", "home", *"yn")
        assert pilot.app.screen.query_one(Input).value == "yna.md"
        assert (tmp_path / "a.md").read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "says", "begins"),
    [
        ("a.md", "Markdown", "# "),
        ("b.json", "JSON", '{\n "format": "sidelight/1"'),
        ("c.CSV", "CSV", "finding,kind"),
        ("d.html", "HTML", "<!DOCTYPE html>"),
        ("plain", "Markdown", "# "),
    ],
)
async def test_the_ending_of_its_name_chooses_the_format_of_an_export(
    name: str, says: str, begins: str, tmp_path: Path
) -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await pilot.pause()
        pilot.app.screen.query_one(Input).value = str(tmp_path / name)
        await pilot.pause()
        (chosen,) = [line for line in shown(pilot) if "▌ ." in line]
        assert says in chosen
        await pilot.press("enter")
        await settle(pilot)
        written = tmp_path / (name if "." in name else f"{name}.md")
        assert written.read_text("utf-8").startswith(begins)
        assert [written] == list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["x.pdf", "x.md.txt", "~nobody-of-that-name/x.pdf"])
async def test_an_export_by_another_ending_is_refused_and_the_four_are_told(
    name: str, tmp_path: Path
) -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await pilot.pause()
        pilot.app.screen.query_one(Input).value = name if name[0] == "~" else str(tmp_path / name)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ExportDialog)
        assert any("End it in .md, .json, .csv or .html:" in line for line in shown(pilot))
        assert not list(tmp_path.iterdir())
        await pilot.press("escape")


@pytest.mark.parametrize("name", ["~nobody-of-that-name/x.md", "x" * 300 + ".md", "nowhere/out.md"])
async def test_an_export_that_fails_says_why_in_the_dialog_and_what_is_typed_next_mends_the_name(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await pilot.pause()
        field = pilot.app.screen.query_one(Input)
        field.value = name
        await pilot.press("enter", "end", *"x.md")  # at once, while it is being written
        await settle(pilot)
        assert isinstance(pilot.app.screen, ExportDialog)
        assert field.value == f"{name}x.md"
        assert told(pilot) == ""
        await pilot.press("enter")
        await settle(pilot)
        why = str(pilot.app.screen.query_one("#question", Told).content)
        assert re.search(r"its folder does not exist; make it first\.$|File name too long", why)
        assert not any("Writing" in line for line in shown(pilot))
        field.value = "right.md"
        await pilot.press("enter")
        await settle(pilot)
        assert told(pilot) == "Written to right.md"
        assert [path.name for path in tmp_path.iterdir()] == ["right.md"]


async def test_an_export_of_more_than_is_shown_or_marked_says_so() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j", "m", "f", "e")
        await settle(pilot)
        lines = "\n".join(shown(pilot))
        assert "Passages that the filter leaves out are exported too." in lines
        assert "Every passage is exported; Y copies the 1 marked." in lines


async def test_an_export_with_hidden_sources_says_that_it_holds_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        await pilot.pause()
        assert not any("Hidden sources" in line for line in shown(pilot))
        await pilot.press("escape", "2", "x", "e")
        await settle(pilot)
        assert any("Hidden sources are exported too." in line for line in shown(pilot))
        assert not any("filter" in line or "marked." in line for line in shown(pilot))
        await pilot.press("enter")
        await settle(pilot)
        assert "Daily B" in (tmp_path / "sidelight.md").read_text("utf-8")

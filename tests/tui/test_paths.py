import os
import sys
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from core.safe import make_safe
from tests.tui.driving import settle, shown
from tui import paths, picking
from tui.app import SidelightApp
from tui.paths import Completed, absolute, completed, there
from tui.picking import safe_name


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(picking, "user_state_path", lambda _: tmp_path / "state")
    inside = tmp_path / "articles"
    inside.mkdir()
    for name in ("A.txt", "B.txt", ".hidden"):
        (inside / name).write_text("Boat lost")
    (inside / "more").mkdir()
    monkeypatch.chdir(inside)
    return inside


@pytest.mark.parametrize("begins", ["/", "~"])
async def test_a_whole_path_behind_the_stroke_that_is_there_is_that_path(folder: Path, begins: str) -> None:
    async with SidelightApp(None).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press(begins)
        field = pilot.app.screen.focused
        assert field is not None
        field.post_message(events.Paste(str(folder / "B.txt")))
        await pilot.press("enter")
        await settle(pilot)
        assert "chosen: B.txt" in "\n".join(shown(pilot))


async def test_a_path_is_completed(folder: Path) -> None:
    (folder / "alpha-one.txt").write_text("x")
    (folder / "alpha-two.txt").write_text("x")
    async with SidelightApp(None).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("/")
        field = pilot.app.screen.query_one(Input)
        field.value = f"{folder}/al"
        await pilot.press("tab")
        await settle(pilot)
        assert field.value == f"{folder}/alpha-"
        assert "alpha-one.txt  alpha-two.txt" in "\n".join(shown(pilot))
        await pilot.press("o", "tab", "enter")
        await settle(pilot)
        assert "chosen: alpha-one.txt" in "\n".join(shown(pilot))


def test_completion_tells_what_a_path_may_go_on_with(folder: Path) -> None:
    (folder / "more" / "x\x1b[2J.txt").write_text("x")
    here = str(folder)
    assert completed("m", here) == Completed("more/", ("more/",))
    assert completed("more/", here).names == ("x␛[2J.txt",)
    assert completed("", here) == Completed("", ("A.txt", "B.txt", "more/"))  # what is hidden is not told
    assert completed(".h", here) == Completed(".hidden", (".hidden",))
    assert completed("no", here) == Completed("no", (), "Nothing begins so.")
    assert completed("no/thing", here) == Completed("no/thing", (), "Nothing begins so.")
    assert completed("/" + here + "/m", "/") == Completed(f"{here}/more/", ("more/",))


@pytest.mark.skipif(sys.platform == "darwin", reason="its file system refuses such names")
@pytest.mark.parametrize(
    ("name", "safe"),
    [
        (b"esc\x1b]0;PWNED\x07.txt", "esc"),
        (b"esc\x1b[2Jx.txt", "esc"),
        (b"csi\xc2\x9b2J.txt", "csi"),
        (b"bad\xff.txt", "bad"),
        (b"bidi\xe2\x80\xaetxt.exe", "bidi"),
        (b"isolate\xe2\x81\xa6x", "isolate"),
        (b"line\nend.txt", "line"),
        (b"tab\t.txt", "tab"),
        (b"paragraph\xe2\x80\xa9.txt", "paragraph"),
        (b"hidden\xe2\x80\x8b.txt", "hidden"),
    ],
)
async def test_a_name_that_could_act_on_the_terminal_is_not_completed(
    folder: Path, name: bytes, safe: str
) -> None:
    (folder / "more" / os.fsdecode(name)).write_text("x")
    async with SidelightApp(None).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("/")
        field = pilot.app.screen.query_one(Input)
        for begins in ("more/", f"more/{safe[0]}", f"more/{safe}"):
            field.value = begins
            await pilot.press("tab")
            await settle(pilot)
            assert field.value == f"more/{safe}"
            text = "\n".join(shown(pilot))
            assert "cannot be typed: choose it in the list" in text
            assert make_safe(text)[0] == text


async def test_what_is_put_into_a_field_is_safe() -> None:
    async with SidelightApp(None).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("/")
        field = pilot.app.screen.query_one(Input)
        field.value = "a\x1b]0;t\x07\u202e\udcff"
        assert make_safe(field.value)[0] == field.value


def test_what_two_names_share_is_not_completed_where_it_would_not_be_safe(folder: Path) -> None:
    for name in ("x👩\u200d🔬.txt", "x👩\u200d🚀.txt"):
        (folder / name).write_text("x")
    assert completed("x", str(folder)).path == "x👩"
    assert completed("x👩\u200d🚀", str(folder)) == Completed(
        "x👩\u200d🚀.txt", (safe_name("x👩\u200d🚀.txt"),)
    )


@pytest.mark.parametrize("name", ["blank ", " blank", "blank/ in "])
async def test_a_name_with_a_blank_at_its_end_is_completed_and_found(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("x")
    async with SidelightApp(None).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("/")
        field = pilot.app.screen.query_one(Input)
        field.value = name[:-1]
        await pilot.press("tab")
        await settle(pilot)
        assert field.value == name
        await pilot.press("enter")
        await settle(pilot)
        assert f"chosen: {name.strip().split('/ ')[-1]}" in "\n".join(shown(pilot))


def test_blanks_around_a_path_that_was_pasted_are_no_part_of_it(folder: Path) -> None:
    assert there(f"  {folder}/A.txt ", "/") == folder / "A.txt"
    assert completed(f" {folder}/m", "/").path == f" {folder}/more/"
    assert there("", str(folder)) is None
    assert there("  ", str(folder)) is None


@pytest.mark.usefixtures("folder")
async def test_strokes_without_end_are_one() -> None:
    async with SidelightApp(None).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("/")
        field = pilot.app.screen.focused
        assert field is not None
        field.post_message(events.Paste("/" * 1_200))
        await pilot.press("enter")
        await settle(pilot)
        assert shown(pilot)[1].strip() == "/"
    assert absolute("/~" * 100_000 + "/x", "/") == str(Path.home() / "x")


def test_a_folder_with_more_than_is_looked_at_is_not_completed_from_a_part(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(2_001):
        (folder / "more" / f"a{n:04}").touch()
    (folder / "more" / "a-").touch()
    assert completed("more/", str(folder)).path == "more/a"
    assert len(completed("more/a2", str(folder)).names) == 1
    monkeypatch.setattr(paths, "_LOOKED_AT", 2_001)
    told = completed("more/", str(folder))
    assert told == Completed("more/", (), "This folder has more than 2,001 entries: type the whole name.")
    monkeypatch.setattr(paths, "_LOOKED_AT", 2_002)
    assert not completed("more/", str(folder)).problem


async def test_what_was_told_goes_with_the_path_it_was_told_of(folder: Path) -> None:
    async with SidelightApp(None).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("/")
        pilot.app.screen.query_one(Input).value = f"{folder}/more"
        await pilot.press("tab", "z", "enter")
        await settle(pilot)
        assert "There is no such file" in "\n".join(shown(pilot))
        await pilot.press("backspace")
        await settle(pilot)
        assert "There is no such file" not in "\n".join(shown(pilot))


def test_a_folder_that_is_listed_in_part_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picking, "_LISTED", 2)
    picker = picking.open_folder(str(folder))
    assert len(picker.entries) == 3  # and the folder above
    assert picker.problem == "This folder has more than 2 entries; 2 are listed: / takes a path."
    monkeypatch.setattr(picking, "_LISTED", 3)
    assert not picking.open_folder(str(folder)).problem  # what is hidden does not count

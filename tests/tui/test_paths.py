from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input

from tests.tui.driving import settle, shown
from tui import picking
from tui.app import SidelightApp
from tui.paths import completed


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
    assert completed("m", str(folder)) == ("more/", ("more/",))
    assert completed("more/", str(folder))[1] == ("x␛[2J.txt",)
    assert completed("", str(folder)) == ("", ("A.txt", "B.txt", "more/"))  # what is hidden is not told
    assert completed(".h", str(folder)) == (".hidden", (".hidden",))
    assert completed("no", str(folder)) == ("no", ())
    assert completed("no/thing", str(folder)) == ("no/thing", ())
    assert completed("/" + str(folder) + "/m", "/") == (f"{folder}/more/", ("more/",))

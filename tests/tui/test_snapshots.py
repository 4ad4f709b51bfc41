"""Pictures of the screen. When one changes, look at it before you renew it (pytest --snapshot-update)."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.driving import app, settle
from tui import picking
from tui.screens.picker import PickerScreen

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)], ids=lambda s: f"{s[0]}x{s[1]}")
SECOND_FINDING = ("full_stop", "full_stop")


def looks_right(snap_compare: Any, size: tuple[int, int], *keys: str) -> bool:
    async def walk(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)

    return bool(snap_compare(app(), terminal_size=size, run_before=walk))


@SIZES
def test_readings(snap_compare: Any, size: tuple[int, int]) -> None:
    keys = ("v",) if size[0] == 200 else ()  # where all columns fit they come first
    assert looks_right(snap_compare, size, *SECOND_FINDING, *keys)


@SIZES
def test_columns(snap_compare: Any, size: tuple[int, int]) -> None:
    keys = () if size[0] == 200 else ("v", "v", "v")
    assert looks_right(snap_compare, size, *SECOND_FINDING, *keys)


@pytest.mark.parametrize("keys", [("tab",), ("tab", "tab")], ids=["findings", "article"])
def test_panes(snap_compare: Any, keys: tuple[str, ...]) -> None:
    assert looks_right(snap_compare, (200, 60), *SECOND_FINDING, "v", *keys)


@pytest.mark.parametrize("size", [(120, 40), (200, 60)], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("view", ["source", "overview"])
def test_the_other_views(snap_compare: Any, size: tuple[int, int], view: str) -> None:
    first = ("v", "v") if size[0] == 200 else ("v",)  # where all columns fit they come first
    assert looks_right(snap_compare, size, *SECOND_FINDING, *first, *(("v",) if view == "overview" else ()))


@SIZES
def test_help(snap_compare: Any, size: tuple[int, int]) -> None:
    assert looks_right(snap_compare, size, "question_mark")


DIALOGS_AND_THEMES = pytest.mark.parametrize(
    "keys",
    [
        pytest.param(("e",), id="export"),
        pytest.param((*SECOND_FINDING, "i"), id="why"),
        pytest.param((*SECOND_FINDING, "enter"), id="context"),
        pytest.param((*SECOND_FINDING, "enter", "slash", *"ferry", "enter", "n"), id="find"),
        pytest.param(("slash", *"ferry", "enter"), id="search"),
        pytest.param(("s",), id="sources"),
        pytest.param((*SECOND_FINDING, "2", "z"), id="zoom"),
        pytest.param(("T", *SECOND_FINDING), id="light"),
        pytest.param(("T", "T", *SECOND_FINDING), id="contrast"),
    ],
)


@SIZES
@DIALOGS_AND_THEMES
def test_dialogs_and_themes(snap_compare: Any, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    assert looks_right(snap_compare, size, *keys)


@pytest.mark.parametrize(
    "keys",
    [
        pytest.param((*SECOND_FINDING, "v"), id="source"),
        pytest.param((*SECOND_FINDING, "v", "v"), id="overview"),
        pytest.param((*SECOND_FINDING, "tab"), id="findings"),
        pytest.param(("v", "v", "shift+tab", "j"), id="matrix"),
        pytest.param((*SECOND_FINDING, "2", "x"), id="hidden"),
        pytest.param(("ctrl+p", "down"), id="palette"),
    ],
)
def test_the_rest(snap_compare: Any, keys: tuple[str, ...]) -> None:
    assert looks_right(snap_compare, (80, 24), *keys)


@SIZES
@pytest.mark.parametrize("keys", [("j", "j", "space"), ("p", *"A silo burst")], ids=["start", "paste"])
def test_the_start_screen_and_its_dialog(
    snap_compare: Any, size: tuple[int, int], keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = Path(__file__).resolve().parents[2]
    shown = picking.safe_name
    monkeypatch.setattr(picking, "safe_name", lambda path: shown(path).removeprefix(str(root)))

    async def walk(pilot: Pilot[None]) -> None:
        await settle(pilot)
        pilot.app.push_screen(PickerScreen(str(root / "seeds"), 2))
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)

    assert snap_compare(app(), terminal_size=size, run_before=walk)

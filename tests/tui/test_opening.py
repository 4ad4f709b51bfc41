"""What is shown while articles are compared for the first time."""

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot

from core import Limits, Settings, Source
from core.read import load
from tests.tui.driving import settle, shown
from tui.app import SidelightApp
from tui.cells import width_of
from tui.opening import Beginning, begun, glance, opening
from tui.spread import Spread
from tui.work import Job, Report, compare_job

SOURCES = [
    Source.from_text(
        "A boat sank off Port Sorrel.\n\nTwelve people were saved.", title="Boat lost", outlet="Wire"
    ),
    Source.from_text("Nobody is missing.", title="All saved"),
]


def lines(sources: list[Source], width: int, height: int) -> list[str]:
    drawn = opening([begun(source) for source in sources], width, height)
    return ["".join(piece.text for piece in line) for line in drawn]


def test_names_come_first_and_then_the_first_article() -> None:
    assert lines(SOURCES, 40, 9) == [
        "  Wire: Boat lost",
        "  All saved",
        "",
        "  A boat sank off Port Sorrel.",
        "  ",
        "  Twelve people were saved.",
    ]


def test_an_article_without_a_title_is_called_as_it_begins() -> None:
    assert lines([Source.from_text("\n  Boat lost off Sorrel  \n\nIt sank.", title="")], 40, 1) == [
        "  Boat lost off Sorrel"
    ]


@given(st.text(max_size=60), st.integers(5, 50), st.integers(0, 8))
def test_no_line_is_too_long_and_none_too_many(text: str, width: int, height: int) -> None:
    drawn = lines([Source.from_text(text, title="T"), SOURCES[0]], width, height)

    assert len(drawn) <= height
    assert all(width_of(line) <= width for line in drawn)


def test_what_is_seen_at_a_glance_is_what_is_read(tmp_path: Path) -> None:
    (tmp_path / "2.txt").write_text("\n Boat lost\r\n\nIt sank \x1b[31mat noon\u202e.\nNobody was hurt.")
    (tmp_path / "10.md").write_text("All saved\n\n- twelve people", encoding="utf-8-sig")
    paths = (str(tmp_path),)
    read = opening([begun(source) for source in load(paths).sources], 30, 20)

    assert opening(glance(paths, Limits()), 30, 20) == read
    assert [line[0].text for line in read[:2]] == ["  Boat lost", "  All saved"]


def test_what_cannot_be_glanced_at_is_left_to_the_reading(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html><p>Boat lost")
    (tmp_path / "wide.txt").write_bytes("Boat lost".encode("utf-16"))
    (tmp_path / "latin.txt").write_bytes("Bérénice lost".encode("latin-1"))
    (tmp_path / "empty.txt").write_text("")
    names = ["page.html", "wide.txt", "latin.txt", "empty.txt"]
    paths = [str(tmp_path / name) for name in names]

    assert glance(["-", *paths], Limits()) == tuple(map(Beginning, names))
    assert glance([str(tmp_path / "gone.txt")], Limits()) == (Beginning("gone.txt"),)
    assert glance([str(tmp_path)], Limits(files=3)) == ()


def test_a_long_article_is_glanced_at_up_to_a_whole_line(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("é" + "ñandú\n" * 5000)
    (begun,) = glance([str(tmp_path / "long.txt")], Limits())

    assert begun.text.startswith("éñandú\nñandú\n")
    assert set(begun.text[1:].split("\n")) == {"ñandú", ""}


async def test_what_is_shown_first_stands_where_it_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    compared, go = threading.Event(), threading.Event()
    first: list[str] = []
    follow = SidelightApp._follow

    async def seen(app: SidelightApp, job: Job) -> None:
        first.extend(shown(Pilot(app)))
        await follow(app, job)

    def job(report: Report) -> Spread:
        compared.set()
        assert go.wait(20)
        return compare_job(SOURCES, Settings())(report)

    monkeypatch.setattr(SidelightApp, "_follow", seen)
    articles = [begun(source) for source in SOURCES]
    async with SidelightApp(job, articles=articles).run_test(size=(80, 24)) as pilot:
        try:
            while not compared.is_set():
                await pilot.pause()
            assert "  Twelve people were saved." in first
            assert first[:20] == shown(pilot)[:20]
        finally:
            go.set()
            await settle(pilot)


async def test_articles_are_shown_before_they_are_compared() -> None:
    seen, go = threading.Event(), threading.Event()
    compare = compare_job(SOURCES, Settings())

    def job(report: Report) -> Spread:
        report.opened(SOURCES)
        seen.set()
        assert go.wait(20)
        return compare(report)

    async with SidelightApp(job).run_test(size=(80, 24)) as pilot:
        try:
            assert seen.wait(20)
            await pilot.pause()
            assert "Twelve people were saved." in "\n".join(shown(pilot))
            assert "Comparing" in "\n".join(shown(pilot))
        finally:
            go.set()

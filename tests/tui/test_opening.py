"""What is shown while articles are compared for the first time."""

import threading

from hypothesis import given
from hypothesis import strategies as st

from core import Settings, Source
from tests.tui.driving import shown
from tui.app import SidelightApp
from tui.cells import width_of
from tui.opening import opening
from tui.spread import Spread
from tui.work import Report, compare_job

SOURCES = [
    Source.from_text(
        "A boat sank off Port Sorrel.\n\nTwelve people were saved.", title="Boat lost", outlet="Wire"
    ),
    Source.from_text("Nobody is missing.", title="All saved"),
]


def lines(sources: list[Source], width: int, height: int) -> list[str]:
    return ["".join(piece.text for piece in line) for line in opening(sources, width, height)]


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

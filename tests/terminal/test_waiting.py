"""A comparison that takes long: it tells its stages, Esc stops it, and what was there stays."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.terminal import Terminal

STORY = "The silo at Dunmarrow burst on Monday and {} people were hurt, the port said.\n"
_LINES = 5_000
"""Lines of a long article: two of them keep a fast machine busy for seconds, and stay under the limits."""


def long(n: int) -> Iterator[str]:
    """A long article: what one says in a line, the other says nearly so."""
    for line in range(_LINES):
        yield f"Gate {line} of the lock at Veldby took {line + n} boats and barge {line % 97} on day {n}.\n"


STAGES = ("segment", "weigh", "align", "arrange", "judge")


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    paths = (tmp_path / "a.txt", tmp_path / "b.txt")
    for path, number in zip(paths, ("nine", "eleven"), strict=True):
        path.write_text(STORY.format(number))
    return paths


def test_a_comparison_under_way_can_be_stopped_and_the_one_before_stays(two: tuple[Path, Path]) -> None:
    with Terminal([str(path) for path in two], cwd=two[0].parent) as terminal:
        before = terminal.wait_for("2 sources", "nine", "eleven")
        for n, path in enumerate(two):
            path.write_text("".join(long(n)))
        terminal.type("r")
        terminal.see("Comparing: segment", "Esc stops")
        terminal.see("Comparing: align", "%   Esc stops")
        terminal.type("\x1b")
        assert terminal.wait_for("2 sources", "nine", "eleven") == before

        assert "finding 1 of 1" in terminal.press(".")  # whatever one does, it is with the comparison before
        terminal.press("e")
        terminal.press("report.md", "\r")
        terminal.wait_for("Written to")
        assert "eleven" in (two[0].parent / "report.md").read_text()

        for path, number in zip(two, ("nine", "thirteen"), strict=True):
            path.write_text(STORY.format(number))
        terminal.type("r")
        terminal.wait_for("2 sources", "thirteen")
        terminal.type("q")
        assert terminal.wait() == 0
        assert terminal.left_on() == []


def test_the_first_comparison_can_be_stopped(two: tuple[Path, Path]) -> None:
    for n, path in enumerate(two):
        path.write_text("".join(long(n)))
    with Terminal([str(path) for path in two]) as terminal:
        terminal.see("Comparing: segment", "%   Esc stops and quits")
        terminal.type("\x1b")
        assert terminal.wait() == 0
        assert terminal.left_on() == []


def test_a_report_under_way_tells_its_stages_and_is_stopped_by_a_key(two: tuple[Path, Path]) -> None:
    for n, path in enumerate(two):
        path.write_text("".join(long(n)))
    report = two[0].parent / "report.md"
    with Terminal(["compare", *map(str, two), "-o", str(report)]) as terminal:
        terminal.see("%")
        assert any(stage in terminal.text for stage in STAGES), terminal.text
        terminal.type("\x03")
        assert terminal.wait() == 130
        assert "Traceback" not in terminal.text
        assert terminal.left_on() == []
    assert sorted(path.name for path in two[0].parent.iterdir()) == ["a.txt", "b.txt"]

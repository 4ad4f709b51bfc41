"""The installed command in a real terminal, from opening the project's own articles to leaving."""

import re
from pathlib import Path

from tests.terminal.terminal import Terminal

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def passage(text: str) -> str:
    """The passage under the cursor, as the status line names it."""
    found = re.search(r"^ (P\d+) ", text, re.MULTILINE)
    assert found, text
    return found.group(1)


def findings(text: str) -> int:
    """How many findings the status line counts; the first is under the cursor."""
    found = re.search(r"finding 1 of (\d+)", text)
    assert found, text
    return int(found.group(1))


def test_keys_that_are_typed_before_anything_is_shown_are_not_lost() -> None:
    with Terminal([str(SEEDS)]) as terminal:
        terminal.press("?")
        terminal.wait_for("Keys and signs", "next passage")


def test_a_reader_opens_walks_filters_resizes_exports_and_leaves(tmp_path: Path) -> None:
    with Terminal([str(SEEDS)], cwd=tmp_path) as terminal:
        opened = terminal.wait_for("5 sources", "show: all")
        assert "A*" in opened

        count = findings(terminal.press("."))
        assert f"finding {count} of {count}" in terminal.press("." * (count - 1))
        assert "finding 1 of" in terminal.press("," * (count - 1))
        terminal.press("/silo\r")  # in one burst
        terminal.wait_for("“silo”", "hits", "n Next hit")
        found = terminal.press("\x1b")
        at = passage(found)

        seen = terminal.press("v")
        assert seen != found
        assert passage(seen) == at

        assert "B*" in terminal.press("2", "B")
        assert "hidden: C" in terminal.press("3", "x")
        assert "hidden: C" not in terminal.press("X")
        listed = terminal.press("\t")
        assert f"{count} findings" in listed
        assert "Go there" in listed
        terminal.press("\x1b")
        filtered = terminal.press("f")
        assert "show: all" not in filtered
        assert re.search(r"^ passages: all\s\d+ · \[findings\s\d+\] · agree", filtered, re.MULTILINE)
        assert passage(terminal.press("h", "l")) == at

        small = terminal.resize(40, 10)
        assert small.strip()
        assert max(len(line) for line in small.splitlines()) <= 40
        assert passage(terminal.resize(300, 80)) == at
        large = terminal.resize(120, 40)
        assert passage(large) == at
        assert large.splitlines()[0] == filtered.splitlines()[0]

        terminal.press("e")
        assert "report.md" in terminal.press("report.md")
        terminal.press("\r")
        terminal.wait_for("Written to")
        report = tmp_path / "report.md"
        assert report.read_text(encoding="utf-8").startswith("# ")
        assert [path.name for path in tmp_path.iterdir()] == ["report.md"]

        terminal.type("q")
        assert terminal.wait() == 0
        assert terminal.left_on() == []

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


def test_a_reader_opens_walks_filters_resizes_exports_and_leaves(tmp_path: Path) -> None:
    with Terminal([str(SEEDS)], cwd=tmp_path) as terminal:
        opened = terminal.wait_for("5 sources", "show: all")
        assert "A*" in opened

        found = terminal.press(".")
        assert "finding 1 of" in found
        at = passage(found)

        seen = terminal.press("v")
        assert seen != found
        assert passage(seen) == at

        assert "B*" in terminal.press("2", "B")
        filtered = terminal.press("f")
        assert "show: all" not in filtered
        assert passage(filtered) == at

        small = terminal.resize(40, 10)
        assert small.strip()
        assert max(len(line) for line in small.splitlines()) <= 40
        large = terminal.resize(120, 40)
        assert passage(large) == at
        assert large.splitlines()[0] == filtered.splitlines()[0]

        assert "report.md" in terminal.press("e", "report.md")
        terminal.press("\r")
        report = tmp_path / "report.md"
        assert report.read_text(encoding="utf-8").startswith("# ")
        assert [path.name for path in tmp_path.iterdir()] == ["report.md"]

        terminal.press("q")
        assert terminal.wait() == 0
        assert terminal.left_on() == []

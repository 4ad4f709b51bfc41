"""The Markdown under markdownlint, where it is installed (`npm install -g markdownlint-cli2`)."""

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
LINT = shutil.which("markdownlint-cli2")


@pytest.mark.skipif(LINT is None, reason="markdownlint-cli2 is not installed")
def test_markdownlint_finds_nothing(tmp_path: Path) -> None:
    """All rules but the length of lines: a paragraph is one line here."""
    (tmp_path / ".markdownlint.json").write_text('{"MD013": false}')
    for name in ("ferry.md", "ferry.full.md"):
        shutil.copy(HERE / name, tmp_path)
    done = subprocess.run([str(LINT), "*.md"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

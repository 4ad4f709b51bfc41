"""What docs/security.md says is shown by tests that are there, and its counts are those of the corpus."""

import re
from pathlib import Path

from tests.hostile.make import cases, counted

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text()
ROWS = re.findall(r"^\| (.+?) \| (.+) \| (.+?) \|$", PAGE.split("## What was tried")[0], re.MULTILINE)[1:]


def test_every_threat_has_a_promise_and_tests_that_are_there() -> None:
    written = "\n".join(path.read_text() for path in (ROOT / "tests").rglob("*.py"))
    assert len(ROWS) > 20
    for threat, _, shown in ROWS[1:]:
        named = re.findall("`([^`]+)`", shown)
        assert named, threat
        for name in named:
            there = (ROOT / name).is_file() if name.startswith("tests/") else f"def {name}(" in written
            assert there, f"{threat}: {name}"


def test_the_corpus_is_counted() -> None:
    assert counted() in PAGE
    assert f"{len(list(cases()))} cases" in PAGE

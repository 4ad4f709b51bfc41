"""The exports, byte for byte. `pytest tests/golden --write-golden` writes them anew: read the difference."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from core.export.csv import to_csv
from core.export.html import to_html
from core.export.json import to_json
from core.export.markdown import passages_to_markdown, to_markdown
from core.model import Comparison, Status
from tests.golden.ferry import comparison
from tests.laws import check_document

HERE = Path(__file__).parent


def copied(made: Comparison) -> str:
    return passages_to_markdown(made, [p for p in made.passages if p.status is not Status.ONLY])


EXPORTS: dict[str, Callable[[Comparison], str]] = {
    "ferry.md": lambda made: to_markdown(made, reproducible=True),
    "ferry.full.md": lambda made: to_markdown(made, reproducible=True, full=True),
    "ferry.copied.md": copied,
    "ferry.json": to_json,
    "ferry.csv": to_csv,
    "ferry.html": lambda made: to_html(made, reproducible=True),
}


@pytest.mark.parametrize("name", EXPORTS)
def test_the_export_is_what_it_was(name: str, request: pytest.FixtureRequest) -> None:
    written = EXPORTS[name](comparison()).encode()
    if request.config.getoption("--write-golden"):
        (HERE / name).write_bytes(written)
    assert written.decode() == (HERE / name).read_bytes().decode()


def test_what_was_made_by_hand_keeps_the_laws() -> None:
    check_document(json.loads((HERE / "ferry.json").read_text()))

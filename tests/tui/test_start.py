import re
import subprocess
import sys
from pathlib import Path

import pytest

from core.model import Source
from core.settings import Settings
from tests.tui.driving import settle
from tui.app import SidelightApp
from tui.work import compare_job

HEAVY = ("rapidfuzz", "sentencex", "babel", "markdown_it", "text_to_num", "Stemmer", "charset_normalizer")


def test_nothing_heavy_is_imported_before_the_first_frame() -> None:
    code = "import sys, tui.app; print(*sorted(m for m in sys.modules if '.' not in m))"
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    loaded = out.stdout.split()
    assert "textual" in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_no_worker_is_described_by_what_it_is_given() -> None:
    """Textual would write out the whole comparison: eleven seconds with 50,000 passages."""
    tui = Path(__file__).resolve().parents[2] / "tui"
    begins = re.compile(r"(?:@work|\.run_worker)\([^)]*\)")
    workers = [begun for path in tui.rglob("*.py") for begun in begins.findall(path.read_text())]
    assert len(workers) > 1
    assert [begun for begun in workers if "description=" not in begun] == []


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 10), (200, 60)])
async def test_the_screen_itself_never_scrolls(size: tuple[int, int]) -> None:
    """Long articles overflowed it while they were compared, and its scroll bar left its room behind."""
    long = "\n\n".join(
        f"Crane {n} of the dry dock was painted again before the autumn rain." for n in range(90)
    )
    texts = [Source.from_text(long, title=name) for name in ("One", "Two")]
    async with SidelightApp(compare_job(texts, Settings())).run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("full_stop")
        await settle(pilot)
        screen = pilot.app.screen
        assert not screen.show_vertical_scrollbar
        assert screen.query_one("#masthead").region.width == size[0]

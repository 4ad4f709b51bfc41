import subprocess
import sys
from pathlib import Path

HEAVY = ("rapidfuzz", "sentencex", "babel", "markdown_it", "text_to_num", "Stemmer", "charset_normalizer")


def test_nothing_heavy_is_imported_before_the_first_frame() -> None:
    code = "import sys, tui.app; print(*sorted(m for m in sys.modules if '.' not in m))"
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    loaded = out.stdout.split()
    assert "textual" in loaded
    assert [name for name in HEAVY if name in loaded] == []


def test_no_worker_is_described_by_what_it_is_given() -> None:
    """Textual would write out the whole comparison: eleven seconds with 50,000 passages."""
    screens = Path(__file__).resolve().parents[2] / "tui" / "screens"
    workers = [
        line for path in screens.glob("*.py") for line in path.read_text().splitlines() if "@work(" in line
    ]
    assert workers
    assert [line for line in workers if "description=" not in line] == []

import subprocess
import sys

HEAVY = ("rapidfuzz", "sentencex", "babel", "markdown_it", "text_to_num", "Stemmer", "charset_normalizer")


def test_nothing_heavy_is_imported_before_the_first_frame() -> None:
    code = "import sys, tui.app; print(*sorted(m for m in sys.modules if '.' not in m))"
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    loaded = out.stdout.split()
    assert "textual" in loaded
    assert [name for name in HEAVY if name in loaded] == []

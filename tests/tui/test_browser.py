import os
import sys
from pathlib import Path

import pytest

from tui import browser
from tui.browser import address, open_address


@pytest.mark.parametrize(
    "url", ["https://wire.example/a?b=c#d", "HTTP://wire.example", "http://127.0.0.1:8000/x"]
)
def test_addresses_of_the_web_may_be_opened(url: str) -> None:
    assert address(url) == url


@pytest.mark.parametrize(
    "url",
    [None, "", "file:///etc/passwd", "javascript:alert(1)", "https://", "https:///x", "wire.example", "-v",
     " https://a.example", "https://a.example/x y", "https://a.example\\@b", "https://a.example/\x1b[2J",
     "ftp://a.example", "https:/a.example"],
)  # fmt: skip
def test_nothing_else_may(url: str | None) -> None:
    assert address(url) is None


def opener(folder: Path, code: int = 0) -> str:
    script = folder / "opener.py"
    script.write_text(
        "import pathlib, sys\n"
        f"pathlib.Path({str(folder / 'opened')!r}).write_text(' '.join(sys.argv[1:]))\n"
        f"sys.exit({code})\n"
    )
    return f'"{sys.executable}" "{script}"'


def test_the_readers_own_command_opens_it(tmp_path: Path) -> None:
    told = open_address("https://wire.example/1", opener(tmp_path))
    assert told.startswith("Opened https://wire.example/1 with python")
    assert (tmp_path / "opened").read_text() == "https://wire.example/1"


def test_a_command_that_fails_or_is_none_is_told_with_the_address(tmp_path: Path) -> None:
    assert "failed. The address: https://a.example" in open_address("https://a.example", opener(tmp_path, 3))
    assert "nowhere failed" in open_address("https://a.example", "nowhere")
    assert "cannot be read as a command" in open_address("https://a.example", 'x "')


def test_the_environment_names_the_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", opener(tmp_path))
    assert open_address("https://a.example", "").startswith("Opened https://a.example")


def test_a_browser_may_say_where_the_address_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER", f"{opener(tmp_path)} %s")
    assert open_address("https://a.example/1", "").startswith("Opened https://a.example/1")
    assert (tmp_path / "opened").read_text() == "https://a.example/1"


def test_without_a_desktop_nothing_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert "set open_command" in open_address("https://a.example", "")


def test_a_browser_that_stays_open_counts_as_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "_PATIENCE", 0.05)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)  # a command that waits until somebody reads
    script = f"open({str(pipe)!r}, 'wb').write(b'read')"
    assert open_address("https://a.example", f'"{sys.executable}" -c "{script}"').startswith("Opened")
    with pipe.open("rb") as end:
        assert end.read() == b"read"  # it has gone on, and is not left behind

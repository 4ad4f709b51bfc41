import sys
from pathlib import Path

import pytest

from tui.clipboard import copy
from tui.editor import command_for


def test_the_readers_own_command_comes_first(tmp_path: Path) -> None:
    target = tmp_path / "copied"
    script = f"import sys, pathlib; pathlib.Path({str(target)!r}).write_bytes(sys.stdin.buffer.read())"
    sent: list[str] = []
    said = copy("naïve\ud800", f'"{sys.executable}" -c "{script}"', sent.append)
    assert said.startswith("copied by ")
    assert target.read_bytes() == "naïve?".encode()
    assert sent == []


@pytest.mark.parametrize("command", ["false", "no-such-command-here", '"open'])
def test_a_command_that_fails_is_told(command: str) -> None:
    assert copy("text", command, print).startswith("not copied: ")


def test_else_the_terminal_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TMUX", raising=False)
    sent: list[str] = []
    assert copy("text", "", sent.append) == "sent to the terminal's clipboard"
    assert sent == ["text"]


@pytest.mark.parametrize(
    ("visual", "editor", "command"),
    [
        ("vim -n", "nano", ["vim", "-n", "+7", "a.txt"]),
        ("", "/usr/bin/nano", ["/usr/bin/nano", "+7", "a.txt"]),
        ("code --wait", "", ["code", "--wait", "a.txt"]),
        ("", "", ["vi", "+7", "a.txt"]),
    ],
)
def test_the_editor(monkeypatch: pytest.MonkeyPatch, visual: str, editor: str, command: list[str]) -> None:
    monkeypatch.setenv("VISUAL", visual)
    monkeypatch.setenv("EDITOR", editor)
    assert command_for("a.txt", 7) == command


def test_a_file_is_never_taken_for_an_option(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "vi")
    assert command_for("-c quit", 1)[-1] == "./-c quit"

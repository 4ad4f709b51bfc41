"""A file that changes between a look at it and its reading does no harm."""

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import ReadError
from core.read import load
from core.settings import Limits

STORY = "The bridge at Veldby fell at noon."


def meanwhile(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], object]) -> None:
    """Let something happen after the file was looked at and before it is opened."""
    opened = os.open

    def late(path: str, flags: int) -> int:
        happens()
        return opened(path, flags)

    monkeypatch.setattr("core.read.files.os.open", late)


def refusal(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        load([str(path)], limits)
    return caught.value.reason


def test_it_grows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    meanwhile(monkeypatch, lambda: path.write_text(STORY * 100))

    assert "larger than the 0.001 MB" in refusal(path, Limits(file_bytes=1000))


def test_it_shrinks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    meanwhile(monkeypatch, lambda: path.write_text(""))

    assert refusal(path).startswith("is empty")


def test_it_vanishes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    meanwhile(monkeypatch, path.unlink)

    assert refusal(path).startswith("does not exist")


def test_it_becomes_a_pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY)

    def swap() -> None:
        path.unlink()
        os.mkfifo(path)

    meanwhile(monkeypatch, swap)

    assert "is a named pipe" in refusal(path)


def test_it_loses_its_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY)

    def deny() -> None:
        raise PermissionError(13, "Permission denied")

    meanwhile(monkeypatch, deny)

    assert refusal(path) == "may not be read: look at its permissions"


def test_its_disk_fails() -> None:
    class Failing(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, _buffer: object) -> int:
            raise OSError(5, "Input/output error")

    with pytest.raises(ReadError, match="standard input: cannot be read: input/output error"):
        load(["-"], stdin=io.BufferedReader(Failing()))


def test_its_folder_vanishes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(STORY)

    def gone(_folder: str) -> None:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr("core.read.files.os.scandir", gone)

    assert refusal(tmp_path).startswith("does not exist")

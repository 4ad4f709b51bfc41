"""Articles that change under the app, and exports that are cut off, in a real terminal."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.terminal import SIDELIGHT, Terminal

STORY = "The silo at Dunmarrow burst on Monday and nine people were hurt, the port said.\n"
HOSTILE = "a\u202eb.txt"
TWIN = "a\u2066b.txt"


def folder(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Two articles whose names are shown alike, and a third."""
    paths = (tmp_path / HOSTILE, tmp_path / TWIN, tmp_path / "c.txt")
    for number, path in zip(("nine", "ten", "ten"), paths, strict=True):
        path.write_text(STORY.replace("nine", number))
    return paths


def export(terminal: Terminal, path: str, *, over: bool) -> None:
    terminal.press("e")
    terminal.press(path)
    terminal.press("\r")
    if over:
        terminal.wait_for("there already")
        terminal.press("y")


def test_files_with_hostile_names_are_reloaded_edited_and_never_overwritten(tmp_path: Path) -> None:
    first, second, third = folder(tmp_path)
    (tmp_path / "out.md").symlink_to(first)
    editor = tmp_path / "editor"
    editor.write_text(
        f"#!{sys.executable}\nimport sys; open({str(tmp_path / 'edited')!r}, 'w').write(sys.argv[-1])"
    )
    editor.chmod(0o700)
    given = [str(path) for path in (first, second, third)]
    with Terminal(given, cwd=tmp_path, environment={"EDITOR": str(editor)}) as terminal:
        terminal.wait_for("3 sources")
        export(terminal, "out.md", over=True)
        terminal.wait_for("is one of the articles compared")
        terminal.press("\x1b")
        assert first.read_text() == STORY

        first.write_text(STORY.replace("nine", "eleven"))
        terminal.type("r")
        terminal.wait_for("3 sources", "eleven")
        terminal.press("\x1bOS")  # F4
        terminal.wait_for("3 sources")
        assert (tmp_path / "edited").read_text() == str(first)
        terminal.type("q")
        assert terminal.wait() == 0


def test_an_editor_that_is_not_there_is_told_and_the_screen_comes_back(tmp_path: Path) -> None:
    given = [str(path) for path in folder(tmp_path)]
    with Terminal(given, cwd=tmp_path, size=(160, 40), environment={"EDITOR": "no-such-editor"}) as terminal:
        terminal.wait_for("3 sources")
        terminal.press("\x1bOS")  # F4
        terminal.wait_for("no-such-editor: cannot be started")
        terminal.type("q")
        assert terminal.wait() == 0


def test_files_that_shrink_vanish_and_become_something_else_while_open(tmp_path: Path) -> None:
    first, second, third = folder(tmp_path)
    with Terminal([str(first), str(second), str(third)], cwd=tmp_path, size=(240, 40)) as terminal:
        terminal.wait_for("3 sources", "nine")
        first.unlink()
        second.write_text("")
        third.unlink()
        os.mkfifo(third)
        terminal.type("r")
        told = terminal.wait_for("does not exist", "is empty", "is a named pipe")
        assert "nine" in told
        terminal.press("\x1bOS")  # F4: nothing is opened
        terminal.wait_for("nothing to open")
        export(terminal, "report.md", over=False)
        terminal.wait_for("Written to")
        assert "nine" in (tmp_path / "report.md").read_text()

        third.unlink()
        third.mkdir()
        (third / "d.txt").write_text("Another story altogether.")
        terminal.type("r")
        terminal.wait_for("is a folder now")
        first.write_text(STORY.replace("nine", "twelve"))
        terminal.type("r")
        terminal.wait_for("3 sources", "twelve")
        terminal.type("q")
        assert terminal.wait() == 0


def test_killed_while_exporting_the_old_file_stays_and_the_next_export_works(tmp_path: Path) -> None:
    given = [str(path) for path in folder(tmp_path)]
    report = tmp_path / "report.md"
    report.write_text("old")
    kill = (
        "import os, core.export.write as w, tui.cli\n"
        f"w.os.fsync = lambda _: os.kill(os.getpid(), {int(signal.SIGKILL)})\n"
        "tui.cli.run()"
    )
    with Terminal(given, cwd=tmp_path, command=(sys.executable, "-c", kill)) as terminal:
        terminal.wait_for("3 sources")
        export(terminal, "report.md", over=True)
        assert terminal.wait() == 128 + signal.SIGKILL
    assert report.read_text() == "old"
    assert len(list(tmp_path.glob(".sidelight-*.tmp"))) == 1

    with Terminal([str(tmp_path)], cwd=tmp_path) as terminal:  # what was left behind is no article
        terminal.wait_for("4 sources")
        export(terminal, "again.md", over=False)
        terminal.wait_for("Written to")
        assert (tmp_path / "again.md").read_text().startswith("# ")


@pytest.fixture
def obedient() -> tuple[str, ...]:
    """The command, run so that permissions hold: root has to be told to heed them."""
    if os.geteuid():
        return (SIDELIGHT,)
    if (setpriv := shutil.which("setpriv")) is None:
        pytest.skip("nothing is forbidden to root, and there is no setpriv")
    return (setpriv, "--bounding-set=-dac_override,-dac_read_search", SIDELIGHT)


def test_files_and_folders_that_lose_their_permission_while_open(
    tmp_path: Path, obedient: tuple[str, ...]
) -> None:
    inner = tmp_path / "articles"
    inner.mkdir()
    first, second, third = folder(inner)
    out = tmp_path / "out"
    out.mkdir()
    with Terminal([str(inner)], cwd=tmp_path, size=(240, 40), command=obedient) as terminal:
        terminal.wait_for("3 sources", "nine")
        first.chmod(0)
        os.truncate(third, 30_000_000)
        terminal.type("r")
        told = terminal.wait_for("Not read again, kept as it was", "may not be read", "larger than the 20 MB")
        assert "nine" in told
        export(terminal, "out/report.md", over=False)
        terminal.wait_for("Written to")
        assert "nine" in (out / "report.md").read_text()

        out.chmod(0o555)
        export(terminal, "out/report.md", over=True)
        terminal.wait_for("no permission to write there")
        terminal.press("\x1b")
        assert [path.name for path in out.iterdir()] == ["report.md"]

        first.chmod(0o644)
        third.write_text(STORY)
        second.write_text(STORY.replace("nine", "eleven"))
        inner.chmod(0)
        terminal.press("r")
        terminal.wait_for("may not be read", "a�b.txt")
        terminal.press("\x1bOS")  # F4: nothing is opened
        terminal.wait_for("nothing to open")
        inner.chmod(0o755)
        terminal.type("r")
        terminal.wait_for("3 sources", "eleven")
        terminal.type("q")
        assert terminal.wait() == 0
        assert terminal.left_on() == []


def test_what_may_not_be_read_is_one_line_and_the_others_are_compared(
    tmp_path: Path, obedient: tuple[str, ...]
) -> None:
    paths = folder(tmp_path)
    paths[0].chmod(0)
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0)
    command = [*obedient, "compare", *map(str, (*paths, closed, closed / "d.txt"))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "2 sources" in done.stdout
    lines = done.stderr.splitlines()
    assert len(lines) == 3
    assert all(
        line.isprintable() and line.endswith("may not be read: look at its permissions") for line in lines
    )
    closed.chmod(0o700)

"""A file is replaced whole or not at all, and never an article."""

import fcntl
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from errno import ENOSPC
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ExportError
from core.export.write import write

REPORT = "# Ferry fire\n\n“Zwölf”\n"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_holds_the_text_and_follows_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write(str(tmp_path / "report.md"), REPORT, overwrite=False)
    finally:
        os.umask(before)
    assert (tmp_path / "report.md").read_bytes() == REPORT.encode()
    assert (tmp_path / "report.md").stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == ["report.md"]


@given(text=st.text(), name=st.text(st.characters(exclude_characters="/\0", codec="utf-8"), max_size=40))
def test_any_text_is_written_whole_under_any_name(text: str, name: str) -> None:
    with tempfile.TemporaryDirectory() as where:
        path = Path(where, f"{name}.md")
        for said in (text, text[::-1]):
            write(str(path), said, overwrite=True)
            assert path.read_bytes() == said.encode("utf-8", "replace")
        assert names(Path(where)) == [path.name]


def test_a_file_that_is_there_is_replaced_only_when_asked(tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    target.write_text("old")
    target.chmod(0o604)
    with pytest.raises(ExportError, match="is there already"):
        write(str(target), REPORT, overwrite=False)
    assert target.read_text() == "old"
    write(str(target), REPORT, overwrite=True)
    assert target.read_text() == REPORT
    assert target.stat().st_mode & 0o777 == 0o604
    assert names(tmp_path) == ["report.md"]


@pytest.mark.parametrize("there", [True, False], ids=["leads to a file", "leads nowhere yet"])
def test_a_symbolic_link_stays_one(tmp_path: Path, there: bool) -> None:
    real, link = tmp_path / "real" / "report.md", tmp_path / "link.md"
    real.parent.mkdir()
    if there:
        real.write_text("old")
    link.symlink_to(real)
    write(str(link), REPORT, overwrite=True)
    assert link.is_symlink()
    assert real.read_text() == REPORT
    assert names(real.parent) == ["report.md"]


@pytest.mark.parametrize("way", ["itself", "symlink", "hardlink", "roundabout", "uppercase"])
def test_an_article_is_never_the_target(tmp_path: Path, way: str) -> None:
    article = tmp_path / "a.txt"
    article.write_text("An article.")
    target = {
        "itself": article,
        "symlink": tmp_path / "s.txt",
        "hardlink": tmp_path / "h.txt",
        "roundabout": tmp_path / "deep" / ".." / "a.txt",
        "uppercase": tmp_path / "A.TXT",
    }[way]
    (tmp_path / "deep").mkdir()
    (tmp_path / "s.txt").symlink_to(article)
    (tmp_path / "h.txt").hardlink_to(article)
    if way == "uppercase" and not target.exists():
        pytest.skip("this file system tells A.TXT from a.txt")
    with pytest.raises(ExportError, match="one of the articles"):
        write(str(target), REPORT, overwrite=True, inputs=[str(tmp_path / "gone.txt"), "\0", str(article)])
    assert article.read_text() == "An article."


def folder(path: Path) -> Path:
    path.mkdir()
    return path


def pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


def read_only(path: Path) -> Path:
    path.write_text("old")
    path.chmod(0o444)
    return path


def circle(path: Path) -> Path:
    path.symlink_to(path)
    return path


TARGETS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a folder": (folder, "is a folder"),
    "a folder that is not there": (lambda path: f"{path}/", "is a folder"),
    "a pipe": (pipe, "no regular file"),
    "a device": (lambda _: Path(os.devnull), "no regular file"),
    "read-only": (read_only, "is read-only"),
    "a circle of links": (circle, "cannot be written|no file name"),
    "in no folder": (lambda path: path / "report.md", "its folder does not exist"),
    "below a file": (lambda path: path.write_text("x") and path / "report.md", "its folder does not exist"),
    "a name too long": (lambda path: path.with_name("n" * 300), "cannot be written"),
    "a name with NUL": (lambda path: f"{path}\0.md", "no file name"),
    "no name": (lambda _: "", "needs a file name"),
}


@pytest.mark.parametrize(("make", "reason"), TARGETS.values(), ids=TARGETS)
def test_a_target_that_cannot_be_is_refused_in_one_line(
    tmp_path: Path, make: Callable[[Path], object], reason: str
) -> None:
    target = make(tmp_path / "target")
    before = names(tmp_path)
    with pytest.raises(ExportError, match=reason) as caught:
        write(str(target), REPORT, overwrite=True)
    assert "\n" not in str(caught.value)
    assert "\0" not in str(caught.value)
    assert names(tmp_path) == before


def test_a_hostile_name_is_told_safely(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        write(f"{tmp_path}/no\x1b[2J\u202e\n/x.md", REPORT, overwrite=True)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("stage", ["fsync", "fchmod", "replace"])
@pytest.mark.parametrize("error", [OSError(ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_on_the_way_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str, error: BaseException
) -> None:
    target = tmp_path / "report.md"
    target.write_text("old")

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path if stage == "replace" else os, stage, fail)
    with pytest.raises(KeyboardInterrupt if isinstance(error, KeyboardInterrupt) else ExportError):
        write(str(target), REPORT, overwrite=True)
    assert target.read_text() == "old"
    assert names(tmp_path) == ["report.md"]


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk: the kernel refuses the write itself."""
    (tmp_path / "report.md").write_text("old")
    script = (
        "import resource, sys\n"
        "from core.errors import ExportError\n"
        "from core.export.write import write\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write(sys.argv[1], 'x' * 100_000, overwrite=True)\n"
        "except ExportError as error: print(error.reason)\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "report.md")]
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.startswith("cannot be written: File too large")
    assert (tmp_path / "report.md").read_text() == "old"
    assert names(tmp_path) == ["report.md"]


KILLED = """
import os, sys
from pathlib import Path
from core.export.write import write

place, stage, after, target = sys.argv[1:]
owner = {"os": os, "Path": Path}[place]
real = getattr(owner, stage)

def pause(*arguments, **options):
    if after == "after":
        real(*arguments, **options)
    print("here", flush=True)
    sys.stdin.read()

setattr(owner, stage, pause)
write(target, "new" * 100_000, overwrite=True)
"""


@pytest.mark.parametrize("after", ["before", "after"])
@pytest.mark.parametrize(
    ("place", "stage"), [("os", "open"), ("os", "fchmod"), ("os", "fsync"), ("Path", "replace")]
)
def test_killed_at_any_moment_the_file_is_the_old_or_the_new_one(
    tmp_path: Path, place: str, stage: str, after: str
) -> None:
    target = tmp_path / "report.md"
    target.write_text("old")
    command = [sys.executable, "-c", KILLED, place, stage, after, str(target)]
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stdout.readline() == b"here\n"
        running.kill()
    replaced = (stage, after) == ("replace", "after")
    assert target.read_text() == ("new" * 100_000 if replaced else "old")
    age(tmp_path)
    write(str(target), REPORT, overwrite=True)
    assert names(tmp_path) == ["report.md"], "the next export sweeps what was left"


def age(folder: Path) -> None:
    """Let every file be as old as yesterday."""
    for path in folder.iterdir():
        yesterday = time.time() - 86_400
        os.utime(path, (yesterday, yesterday), follow_symlinks=False)


def left_behind(folder: Path, target: str) -> Path:
    """A temporary file of an export to a target that was killed."""
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from core.export.write import write\n"
        "Path.replace = lambda *_: os._exit(9)\n"
        "write(sys.argv[1], 'new', overwrite=True)\n"
    )
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", script, str(folder / target)], cwd=root, check=False)
    (left,) = folder.glob(".sidelight-*.tmp")
    return left


def test_only_what_is_certainly_ours_and_dead_is_swept(tmp_path: Path) -> None:
    left = left_behind(tmp_path, "report.md")
    write(str(tmp_path / "report.md"), REPORT, overwrite=True)
    assert left.exists(), "young: its process may just have made it"
    age(tmp_path)
    write(str(tmp_path / "other.md"), REPORT, overwrite=True)
    assert left.exists(), "of another file"
    with left.open("rb") as used:
        fcntl.flock(used, fcntl.LOCK_EX)
        write(str(tmp_path / "report.md"), REPORT, overwrite=True)
        assert left.exists(), "in use"
    stem = left.name[: -len("0123456789abcdef.tmp")]
    link, folder, alike = (tmp_path / f"{stem}{end}" for end in ("a.tmp", "b.tmp", "c.txt"))
    link.symlink_to(tmp_path / "other.md")
    folder.mkdir()
    alike.write_text("a reader's own")
    age(tmp_path)
    write(str(tmp_path / "report.md"), REPORT, overwrite=True)
    assert names(tmp_path) == sorted([link.name, folder.name, alike.name, "other.md", "report.md"])


def test_what_another_user_left_is_not_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = left_behind(tmp_path, "report.md")
    age(tmp_path)
    monkeypatch.setattr(os, "geteuid", lambda: left.stat().st_uid + 1)
    write(str(tmp_path / "report.md"), REPORT, overwrite=True)
    assert left.exists()

# ruff: noqa: E501 - texts are read on one line
"""A corpus of articles that nobody should have to read: hostile bytes, structures, sizes, files, names.

    python -m tests.hostile.make FOLDER        # writes every case below FOLDER, each in a folder of its own
    python -m tests.hostile.make               # counts them

The tests write it to a temporary folder; nothing of it is kept in the repository. Texts are the project's own.
"""

import os
import socket
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.hostile import texts
from tests.hostile.texts import STORY

READ, WARNED, REFUSED = "read", "warned", "refused"


@dataclass(frozen=True)
class Case:
    """One thing to give to the program."""

    name: str
    """What is hostile about it."""
    outcome: str
    """`read` without a word, read but `warned` of, or `refused`."""
    put: Callable[[Path], Path]
    """Write it below a folder and return the path to give."""
    large: bool = False
    """Whether it takes long enough to be cut and counted, but not compared, in the suite."""


def cases() -> Iterator[Case]:
    """Every case, in a fixed order, names distinct."""
    for outcome, kinds, suffix in _READ_FROM_BYTES:
        for name, held in (pair for kind in kinds for pair in kind()):
            data = held if isinstance(held, bytes) else held.encode("utf-8", "surrogatepass")
            yield Case(name, outcome, _file(data, f"article{suffix}"))
    for name, text, suffix in texts.large():
        yield Case(name, READ, _file(text.encode(), f"article{suffix}"), large=True)
    yield from _names()
    yield from _places()


_READ_FROM_BYTES: tuple[tuple[str, tuple[Callable[[], Iterator[tuple[str, str | bytes]]], ...], str], ...] = (
    (REFUSED, (texts.unreadable_bytes, texts.unreadable_texts), ".txt"),
    (WARNED, (texts.odd_bytes, texts.acting), ".txt"),
    (READ, (texts.calm, texts.repeated, texts.figures, texts.front), ".txt"),
    (READ, (texts.pages,), ".html"),
    (READ, (texts.markdown,), ".md"),
)
"""What becomes of it, what it holds, and how its name ends."""


def _file(data: bytes, name: str = "article.txt") -> Callable[[Path], Path]:
    def put(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data)
        return path

    return put


def _names() -> Iterator[Case]:
    article = STORY.encode()
    for name in (
        "-", "--help", "-o x.txt", "a b.txt", "a\nb.txt", "a\x1b[2Jb.txt", "a\u202etxt.exe.txt", "[red]a[b].txt",
        "a\u200bb.txt", "..txt", "~.txt", "$(id).txt", "*.txt", "%s%n.txt", "é\u0301.txt", "名前.txt", "a" * 251 + ".txt",
        "<b>.txt", "'\".txt", "a\\b.txt", "\x1b]52;c;YQ==\x07.txt", "\x9b31m\x7f.txt", "|a|.txt", "=cmd().txt", "[a](javascript:x).txt",
        "--format=json", "\ufff9a\U000e0041.txt", "e" + "\u0301" * 60 + ".txt", "\t.txt", "\u2028.txt", "[@click=app.quit].txt",
    ):  # fmt: skip
        yield Case(f"a file named {name[:20]!r}", READ, _file(article, name))
    yield Case("a name that is no UTF-8", READ, _undecodable)


def _undecodable(folder: Path) -> Path:
    path = Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe\x1b.txt"))
    path.write_text(STORY)
    return path


def _places() -> Iterator[Case]:
    yield Case("a folder without articles", REFUSED, _folder(0))
    yield Case("a folder of 300 files", REFUSED, _folder(300))
    yield Case("a named pipe", REFUSED, _pipe)
    yield Case("a socket", REFUSED, _socket)
    yield Case("a device that never ends", REFUSED, lambda _: Path("/dev/zero"))
    yield Case("a device that is empty", REFUSED, lambda _: Path("/dev/null"))
    yield Case("a link to itself", REFUSED, _link("article.txt"))
    yield Case("a folder named like a file", REFUSED, _folder(0, "article.txt"))
    yield Case("a link to memory", REFUSED, _link("/proc/self/mem"))
    yield Case("a link to standard input", REFUSED, _link("/dev/stdin"))
    yield Case("a link to nothing", REFUSED, _link("gone.txt"))
    yield Case("a link to a device", REFUSED, _link("/dev/zero"))
    yield Case("a missing file", REFUSED, lambda folder: folder / "missing.txt")
    yield Case("a file for a folder", REFUSED, lambda folder: _file(b"a.")(folder) / "b.txt")
    yield Case("a name too long", REFUSED, lambda folder: folder / ("a" * 300))
    yield Case("10 GB that are not there", REFUSED, _sparse)


def _folder(files: int, name: str = "articles") -> Callable[[Path], Path]:
    def put(folder: Path) -> Path:
        inner = folder / name
        inner.mkdir()
        for n in range(files):
            (inner / f"{n}.txt").touch()
        return inner

    return put


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "article.txt")
    return folder / "article.txt"


def _socket(folder: Path) -> Path:
    here = Path.cwd()
    os.chdir(folder)  # the path of a socket may have no more than 100 bytes
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("article.txt")
    finally:
        os.chdir(here)
    return folder / "article.txt"


def _link(target: str) -> Callable[[Path], Path]:
    def put(folder: Path) -> Path:
        (folder / "article.txt").symlink_to(target)
        return folder / "article.txt"

    return put


def _sparse(folder: Path) -> Path:
    path = folder / "article.txt"
    with path.open("wb") as file:
        file.truncate(10_000_000_000)
    return path


def counted() -> str:
    """How many cases there are, by what becomes of them."""
    found = Counter(case.outcome for case in cases())
    return f"{found[READ]} read, {found[WARNED]} read with a warning, {found[REFUSED]} refused"


def main() -> None:
    """Write every case below the folder that is named, or only count them."""
    for number, case in enumerate(cases() if len(sys.argv) > 1 else ()):
        folder = Path(sys.argv[1], f"{number:03}")
        folder.mkdir(parents=True)
        print(f"{folder.name}  {case.outcome:8} {case.name}  {str(case.put(folder))!a}")  # noqa: T201 - a script
    print(counted())  # noqa: T201 - a script


if __name__ == "__main__":
    main()

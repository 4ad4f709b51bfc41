"""The whole corpus through the installed command in a pty: `python -m tests.hostile.on_screen`.

Fourteen cases at a time, of the large ones five, are opened beside a story, in every view, with every
dialog, a search, a copy and an export. Tells how many characters were written, and how many of them must not
reach a terminal.
"""

import re
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.hostile.make import Case, cases
from tests.hostile.texts import STORY
from tests.terminal.terminal import Terminal

TOGETHER, LARGE = 14, 5
"""Cases in one comparison, and large ones."""
SEQUENCE = re.compile(
    r"\x1b\[[<>=?]?[0-9;:]*[ $]?[@-~]"
    r"|\x1b\](?:2|22|52);[^\x00-\x1f\x7f-\x9f]*(?:\x07|\x1b\\)"
    r"|\x1b[=>78]|\x1bP=[12]s\x1b\\"
)
"""What a toolkit sends of its own: CSI sequences, window title, pointer and copied text, sync marks."""
FORBIDDEN = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
_KEYS = (
    "jkhl. y v v v v ? \x1b 2B fffff TTT m i \x1b s \x1b w z \x1b "
    "/ e \r nN \x1b \r \x1b e report.md \r x X ( ) r"
)
"""What is pressed, each between two blanks when what came before is answered."""


_CHOOSING = (
    "j j j j \r j j j j j \r \t m j j j j j j j j j j \r G \r g "
    "? \x1b \x10 exp \x1b / . \x1b p \x1b[200~\x07\u202ea\x1b[201~ \x13 q"
)
"""The same on the start screen: picker, help, palette, path, paste. It stays there: Esc closes a dialog each
time, and q asks because of what was pasted."""


class _Unread(Terminal):
    """A terminal whose screen nobody reads: what was written counts, and pyte falls over a mark alone."""

    @property
    def text(self) -> str:
        """Nothing."""
        return ""


def main() -> None:
    """Show all of it and tell what came of it."""
    every = sorted(cases(), key=lambda case: case.large)
    small = sum(not case.large for case in every)
    starts = [*range(0, small, TOGETHER), *range(small, len(every), LARGE), len(every)]
    names = [case for case in every if not case.large]
    chosen = "".join(picked(some) for some in (names, names[:1]))
    size, found = len(chosen), len(FORBIDDEN.findall(SEQUENCE.sub("", chosen)))
    sys.stdout.write(f"the start screen: {size:,} characters, {found} forbidden\n")
    with TemporaryDirectory() as folder:
        for n, end in pairwise(starts):
            group = every[n:end]
            written = _shown(group, Path(folder) / str(n))
            bad = FORBIDDEN.findall(SEQUENCE.sub("", written))
            size, found = size + len(written), found + len(bad)
            sys.stdout.write(f"{end} of {len(every)}: {size:,} characters, {found} forbidden\n")
            if bad:
                sys.stdout.write(f"{[case.name for case in group]}: {bad[:9]}\n")
            sys.stdout.flush()


def _shown(group: Sequence[Case], folder: Path) -> str:
    """What the command writes to the terminal while some cases are open in it."""
    paths = []
    for n, case in enumerate(group):
        (folder / str(n)).mkdir(parents=True)
        paths.append(str(case.put(folder / str(n))))
    (folder / "good.txt").write_text(STORY, encoding="utf-8")
    return _walked(["--", *paths, "good.txt"], folder, _KEYS)


def picked(some: Sequence[Case]) -> str:
    """What the command writes while a folder of hostile names is gone through on the start screen."""
    with TemporaryDirectory() as folder:
        for case in some:
            with suppress(OSError):  # what another case of the same name has made
                case.put(Path(folder))
        return _walked([], Path(folder), _CHOOSING, stays=True)


def _walked(arguments: list[str], folder: Path, keys: str, *, stays: bool = False) -> str:
    """What the command writes while keys are pressed, as long as it runs, which may be asked of it."""
    with _Unread(arguments, cwd=folder) as terminal:
        terminal.settle()
        for some in keys.split(" "):
            if terminal.process.poll() is None:
                terminal.press(some)
        assert terminal.process.poll() is None or not stays, "a key left it early"
        if terminal.process.poll() is None:
            terminal.signal(signal.SIGTERM)
        terminal.wait()
        return terminal.raw.decode("utf-8", "surrogateescape")


if __name__ == "__main__":
    main()

"""How fast the screen is: first frame, key to repaint, and memory, with 50,000 passages.

    python tests/bench/screen.py
    python tests/bench/screen.py held    how long each key holds the event loop (`held.py`)

Not in the suite: a figure is no law. Everything runs in a pseudo-terminal, twice, so that bytecode is
compiled; the second time counts.
"""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import termios
import time
import tracemalloc
from collections.abc import Callable, Sequence
from functools import partial
from itertools import combinations
from pathlib import Path
from random import Random

ROOT: Path = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from core.model import (  # noqa: E402
    Cell,
    Comparison,
    Finding,
    FindingKind,
    Link,
    Paragraph,
    ParagraphKind,
    Passage,
    Reading,
    Sentence,
    Source,
    Span,
    Status,
    Wording,
)
from core.settings import Settings  # noqa: E402
from tui.gathering import Traits, all_rows  # noqa: E402
from tui.index import Heights  # noqa: E402
from tui.look import Look  # noqa: E402
from tui.paint import height  # noqa: E402
from tui.spread import Spread, spread_out  # noqa: E402
from tui.state import View  # noqa: E402

PASSAGES = 50_000
_EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static('content')
Empty().run()
"""
_OWN = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tui.cli import main
sys.exit(main())
"""
_LARGE = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from tests.bench.screen import show
show()
"""
_LEAST = """
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.strip import Strip
from textual.widget import Widget
STYLES = [Style.parse(drawn) for drawn in ("", "bold", "italic #9CC9EC", "underline")]
class Page(Widget):
    turn = 0
    def render_lines(self, crop):
        many = crop.width // 15 + 1
        told = f"content {self.turn:06} "
        words = [Segment(told, STYLES[n % 4]) for n in range(self.turn, self.turn + many)]
        return [Strip(words).crop(0, crop.width) for _ in range(crop.height)]
class Least(App):
    def compose(self):
        yield Page()
    def on_key(self):
        self.query_one(Page).turn += 1
        self.query_one(Page).refresh()
Least().run()
"""
_KEYS = (
    ("next passage", "j", 200),
    ("next finding", ".", 60),
    ("a page", " ", 60),
    ("last and first", "Gg", 40),
    ("view", "v", 40),
    ("filter", "f", 40),
    ("base", "2B1B", 40),
    ("hide, show", "2xX", 21),
)
_MADE = ("hide, show",)
"""Keys after which something is made in a thread: the next one is pressed when it is there."""
SIZES = ((40, 120), (24, 80), (60, 200), (40, 100))
"""Lines and columns that the terminal is given in turn."""
_PATIENCE = 60.0
"""Seconds after which something that does not come is an error."""


class NothingCameError(Exception):
    """The program wrote nothing, or did not end, for as long as one can wait."""


def generated(passages: int) -> Spread:
    """Three sources of 273 characters a cell, every tenth passage with a finding."""
    random = Random(7)  # noqa: S311 - text, not secrets
    words = ["".join(random.choices("abcdefghijklmnoprstuvw", k=random.randint(2, 9))) for _ in range(3000)]
    sources = [_source(name, passages, random, words) for name in "ABC"]
    rows: list[Passage] = []
    findings: list[Finding] = []
    for n in range(passages):
        cells = tuple(
            Cell(s.id, n, s.paragraphs[n].start, s.paragraphs[n].end) for s in sources if n % 3 or s.id == "A"
        )
        own: tuple[str, ...] = ()
        if n % 10 == 1:
            own = (f"F{len(findings) + 1}",)
            readings = tuple(
                Reading(c.source, (c.source,), (Span(c.source, c.start, c.start + 4),)) for c in cells[:2]
            )
            findings.append(Finding(own[0], FindingKind.NUMBER, f"P{n + 1}", "people", readings))
        status = Status.DIVERGE if own else Status.AGREE if len(cells) > 1 else Status.ONLY
        rows.append(Passage(f"P{n + 1}", cells, status, Wording.NEAR if len(cells) > 1 else None, (), own))
    pairs = [Link(a, b, random.uniform(20, 100)) for row in rows for a, b in combinations(row.cells, 2)]
    settings = Settings()
    links = tuple(pair for pair in pairs if pair.score >= settings.threshold)
    weak = tuple(pair for pair in pairs if pair.score < settings.threshold)
    return spread_out(Comparison(tuple(sources), tuple(rows), links, tuple(findings), settings, weak))


def _source(name: str, passages: int, random: Random, words: Sequence[str]) -> Source:
    parts, paragraphs, at = [], [], 0
    for n in range(passages):
        text = " ".join(random.choices(words, k=42))[:273]
        paragraphs.append(
            Paragraph(n, at, at + len(text), ParagraphKind.PARAGRAPH, None, (Sentence(at, at + len(text)),))
        )
        parts.append(text)
        at += len(text) + 2
    return Source("\n\n".join(parts), f"Source {name}", id=name, paragraphs=tuple(paragraphs))


def show() -> None:
    """Open the app on a generated comparison; runs in the pseudo-terminal."""
    from tui.turns import go_first

    go_first()
    from tui.app import SidelightApp

    spread = generated(PASSAGES)
    app = SidelightApp(lambda _: spread)
    app.run()


class Terminal:
    """A program in a pseudo-terminal of 120x40."""

    def __init__(self, code: str, *arguments: str) -> None:
        self.began = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if not self.pid:
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
            os.environ["TERM"] = "xterm-256color"
            os.execv(sys.executable, [sys.executable, "-c", code, *arguments])  # noqa: S606 - our own
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def read(self, patience: float) -> bytes:
        """What comes within a time; empty when nothing does or the program is gone."""
        if not select.select([self.fd], [], [], patience)[0]:
            return b""
        try:
            return os.read(self.fd, 1 << 16)
        except OSError:
            return b""

    def wait_for(self, words: bytes) -> float:
        """Seconds from the start until words were written."""
        held = b""
        while words not in held:
            held = held[-200:] + self._next(repr(words))
        return time.perf_counter() - self.began

    def _next(self, wanted: str) -> bytes:
        came = self.read(_PATIENCE)
        if not came:
            self.close()
            raise NothingCameError(f"waited {_PATIENCE:.0f} s for {wanted}")
        return came

    def quiet(self) -> None:
        """Read until nothing comes for a quarter of a second."""
        while self.read(0.25):
            pass

    def used(self) -> float:
        """Seconds on the processor since the start, of all its threads."""
        return time.clock_gettime(
            (~self.pid << 3) | 2
        )  # what the C library's clock_getcpuclockid makes of it

    def settle(self) -> None:
        """Wait until it neither writes nor works: what it makes ready takes seconds."""
        while True:
            before = self.used()
            self.quiet()
            if self.used() - before < 0.02:
                return

    def key(self, key: str) -> float:
        """Seconds from a key to the end of the first burst of output."""
        began = time.perf_counter()
        os.write(self.fd, key.encode())
        return self._burst(key) - began

    def resize(self, size: tuple[int, int]) -> float:
        """Seconds from another size to the end of the first burst of output."""
        began = time.perf_counter()
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        return self._burst("the new size") - began

    def _burst(self, wanted: str) -> float:
        """The moment of the last output before a pause."""
        self._next(wanted)
        last = time.perf_counter()
        while self.read(0.03):
            last = time.perf_counter()
        return last

    def close(self) -> None:
        """End it: a program that is still writing needs a reader, and one that does not end is killed."""
        os.kill(self.pid, signal.SIGTERM)
        end = time.monotonic() + 10
        while os.waitpid(self.pid, os.WNOHANG) == (0, 0):
            self.read(0.05)
            if time.monotonic() > end:
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
                break
        os.close(self.fd)


def first_frames() -> None:
    """First content: an empty Textual app, and this one on the seeds."""
    seeds = str(ROOT / "seeds")
    rounds = [
        (_time(_EMPTY, b"content"), *(_time(_OWN, w, seeds) for w in (b"injured", b"agree")))
        for _ in range(16)
    ][1:]
    names = ("an empty Textual app", "the first article's words", "the seeds compared")
    for n, name in enumerate(names):
        took = statistics.median(one[n] for one in rounds)
        share = statistics.median(one[n] / one[0] for one in rounds)
        say(f"{name:<28} {took * 1000:5.0f} ms   {share:.2f} of the empty app beside it")


def _time(code: str, words: bytes, *arguments: str) -> float:
    terminal = Terminal(code, *arguments)
    took = terminal.wait_for(words)
    terminal.quiet()
    terminal.close()
    return took


def keys() -> None:
    """Key to repaint: of a bare Textual app with one page of lines, then of this one with many passages."""
    _press_all("least, ", _LEAST, b"content", (("a key", "j", 40),))
    _press_all("", _LARGE, b"agree", _KEYS)


def _press_all(of: str, code: str, words: bytes, keys: Sequence[tuple[str, str, int]]) -> None:
    """Press keys in a program that is ready when it has written some words; give it other sizes, too."""
    terminal = Terminal(code)
    terminal.wait_for(words)
    terminal.quiet()
    terminal.settle()
    for name, key, times in keys:
        wait = terminal.settle if name in _MADE else terminal.used
        _tell(terminal, of + name, [partial(terminal.key, key[n % len(key)]) for n in range(times)], wait)
    sizes = [partial(terminal.resize, SIZES[n % len(SIZES)]) for n in range(1, 41)]
    _tell(terminal, f"{of}another size", sizes, terminal.used)
    terminal.close()


def _tell(
    terminal: Terminal, name: str, presses: Sequence[Callable[[], float]], wait: Callable[[], object]
) -> None:
    """Do some things, waiting before each; tell how long they took, and what they took of the processor."""
    took, used = [], []
    for press in presses:
        wait()
        before = terminal.used()
        took.append(press())
        used.append(terminal.used() - before)
    took.sort()
    cpu = _ms(sorted(used), 0.5)
    say(f"{name:<20} median {_ms(took, 0.5)}   p95 {_ms(took, 0.95)}   on the processor, median {cpu}")
    terminal.settle()


def _ms(took: Sequence[float], part: float) -> str:
    """The time that a part of all keys stays under."""
    return f"{took[int(len(took) * part)] * 1000:6.0f} ms"


def index() -> None:
    """Laying out for another width or view, and the memory that rows and index take beside the comparison."""
    spread = generated(PASSAGES)
    look = Look(spread, View.READINGS, spread.ids)
    tracemalloc.start()
    held = all_rows(spread.comparison, Traits(spread.findings, spread.elsewhere, {}, {}), "B")
    heights = Heights(len(held), lambda n: height(look, held[n], 80))
    heights.measure(PASSAGES // 2, 80)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    began = time.process_time()
    again = Heights(len(held), lambda n: height(look, held[n], 80))
    again.measure(PASSAGES // 2, 80)
    took = time.process_time() - began
    say(f"laying out {len(held):,} rows {took * 1000:17.0f} ms   {size / len(held):.0f} bytes a row")


def say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - a benchmark speaks


if __name__ == "__main__":
    if sys.argv[1:] == ["held"]:
        from tests.bench.held import report

        report()
    else:
        index()
        first_frames()
        keys()

"""The app in a terminal that changes, misbehaves or goes away: it ends in order and leaves nothing on."""

import re
import signal
import sys
from pathlib import Path

import pytest

from tests.hostile.on_screen import FORBIDDEN, SEQUENCE
from tests.terminal.terminal import SIDELIGHT, Terminal

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
OPEN = ("5 sources", "show: all")


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_leaves_the_terminal_as_it_was(number: signal.Signals, code: int) -> None:
    with Terminal([str(SEEDS)]) as terminal:
        terminal.wait_for(*OPEN)
        terminal.signal(number)
        assert terminal.wait() == code
        assert terminal.left_on() == []


def test_it_can_be_stopped_and_go_on() -> None:
    with Terminal([str(SEEDS)]) as terminal:
        before = terminal.wait_for(*OPEN)
        terminal.signal(signal.SIGTSTP)
        assert terminal.stopped()
        assert set(terminal.left_on()) <= {"title"}  # it comes back to it
        terminal.signal(signal.SIGCONT)
        assert terminal.wait_for(*OPEN) == before
        terminal.type("q")
        assert terminal.wait() == 0
        assert terminal.left_on() == []


def test_the_smallest_terminal_and_a_storm_of_sizes() -> None:
    with Terminal([str(SEEDS)], size=(1, 1)) as terminal:
        terminal.settle()
        for columns, lines in [(0, 0), (2, 2), (300, 80), (20, 5), (1, 1), (80, 24), (40, 10), (3, 60)] * 4:
            terminal.resize_at_once(columns, lines)
        terminal.resize(120, 40)
        terminal.wait_for(*OPEN)
        assert "finding 1 of" in terminal.press("g", ".")
        terminal.type("q")
        assert terminal.wait() == 0
        assert terminal.left_on() == []


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"TERM": ""}], ids=["dumb", "none"])
def test_a_terminal_that_cannot_draw_gets_the_report(environment: dict[str, str]) -> None:
    with Terminal([str(SEEDS)], environment=environment) as terminal:
        assert terminal.wait() == 0
        assert b"\x1b" not in terminal.raw
        # On a busy machine the progress is told first, and wiped.
        assert re.match(rb"((\r[a-z]+ +\d+% *)+\r +\r)?# ", terminal.raw)


def test_the_plainest_locale_is_enough() -> None:
    with Terminal([str(SEEDS)], environment={"LC_ALL": "C"}) as terminal:
        terminal.wait_for(*OPEN)
        terminal.type("q")
        assert terminal.wait() == 0


def test_an_article_can_be_piped_in_while_the_keys_work() -> None:
    first, second = sorted(SEEDS.glob("*.txt"))[:2]
    shell = ("/bin/sh", "-c", f"cat '{first}' | '{SIDELIGHT}' - '{second}'")
    with Terminal([], command=shell) as terminal:
        terminal.wait_for("2 sources")
        assert "finding 1 of" in terminal.press(".")
        terminal.type("q")
        assert terminal.wait() == 0
        assert terminal.left_on() == []


def test_nothing_to_read_is_one_line_after_the_screen(tmp_path: Path) -> None:
    with Terminal([str(tmp_path / "gone.txt"), str(tmp_path / "lost.txt")]) as terminal:
        assert terminal.wait() == 2
        assert terminal.left_on() == []
        assert "gone.txt" in terminal.text


def test_a_crash_restores_the_terminal_and_keeps_the_articles_to_itself(tmp_path: Path) -> None:
    crash = (
        "import tui.screens.comparison as c, tui.cli\n"
        "def fail(self, *_): secret = 'the words of an article'; raise RuntimeError('injected')\n"
        "c.ComparisonScreen.action_export = fail\n"
        "tui.cli.run()"
    )
    environment = {"XDG_STATE_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    command = (sys.executable, "-c", crash)
    with Terminal([str(SEEDS)], command=command, environment=environment) as terminal:
        terminal.wait_for(*OPEN)
        drawn = len(terminal.raw)
        terminal.press("e")
        assert terminal.wait() == 1
        assert terminal.left_on() == []
        told = terminal.raw[drawn:].decode("utf-8", "replace").split("\x1b[?1049l")[-1]
        assert "RuntimeError" in told
        assert "the words of an article" not in told
        assert "Dunmarrow" not in told
        assert "sidelight/crash.log" in re.sub(r"\s+", "", told)
        assert len(told.splitlines()) < 12
    log = (tmp_path / "sidelight" / "crash.log").read_text()
    assert "injected" in log
    assert "Dunmarrow" not in log


HOSTILE = (
    "\x1b]0;PWNED\x07 \x1b[7777m \x1b]52;c;UFdORUQ=\x07 \x9b7777n \x1bP7777\x1b\\ \x90PWNED\x9c "
    "\u202ereversed\u202c \u2066isolated\u2069 \x08\x7f \U000e0041"
)


def test_nothing_in_an_article_or_its_name_reaches_the_terminal(tmp_path: Path) -> None:
    words = "The silo at Dunmarrow burst on Monday and nine people were hurt, the port said."
    for number in ("9", "11"):
        name = f"{number} \x1b]0;PWNED\x07\x1b[7777m\u202e\n[bold]x[sic] \x9b7777n.txt"
        text = words.replace("nine", f"{number} {HOSTILE}")
        (tmp_path / name).write_text(f"A headline {HOSTILE}\n\n{text}\n", encoding="utf-8")
    (tmp_path / "bad\x1b[7777m\u202e.txt").write_bytes(b"\x00\x01\x02\xff" * 50)
    with Terminal([str(tmp_path)], cwd=tmp_path) as terminal:
        terminal.wait_for("2 sources")
        for keys in ("jkhl.", "y", "v", "v", "v", "v", "?", "\x1b", "2B", "fffff", "TTT", "m", "i", "\x1b"):
            terminal.press(keys)
        for keys in ("/", "PWNED", "\r", "nN", "\x1b", "\r", "\x1b", "e", "report.md", "\r"):
            terminal.press(keys)
        terminal.wait_for("Written to")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait() == 143
        assert (tmp_path / "report.md").exists()
        written = terminal.raw.decode("utf-8", "surrogateescape")
    assert not [sequence for sequence in SEQUENCE.findall(written) if "7777" in sequence]
    assert FORBIDDEN.findall(SEQUENCE.sub("", written)) == []


@pytest.mark.parametrize("told", [True, False], ids=["with SIGHUP", "without a word"])
def test_a_terminal_that_goes_away_ends_it(told: bool) -> None:
    with Terminal([str(SEEDS)], leads=told) as terminal:
        terminal.wait_for(*OPEN)
        terminal.hang_up()
        assert terminal.process.wait(timeout=20) == 129

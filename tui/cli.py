"""The command line: arguments in, a report or the app out.

Nothing heavy is imported before it is needed: `--help` and `compare` never see Textual.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, NoReturn

from core.errors import ExportError, ReadError, SidelightError
from core.export.formats import Format, format_of, render
from core.safe import make_safe
from core.settings import Limits, Settings
from core.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from core.model import Comparison, Source

OK, DIVERGE, ERROR, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: done; `--check` found sources that diverge; an error, told on stderr; Ctrl-C."""

_SHELLS = ("bash", "zsh", "fish")
"""Shells that there is a completion script for."""

_ABOUT = """\
Put several accounts of the same event side by side: where they agree, where
they diverge, what only one of them says.
"""

_APP_NOTES = """\
commands:
  sidelight [FILE ...]          open the app
  sidelight compare FILE ...    write a report without a screen (compare --help)
  sidelight config --path       tell where the configuration file is
  sidelight completion SHELL    print a completion script for bash, zsh or fish

FILE is an article (text, Markdown or a saved web page), a folder of them, or -
for standard input.
Without a terminal the report is printed as Markdown. A file that is named like
a command is given as ./compare, one with a leading dash after --.
"""

_COMPARE_NOTES = """\
examples:
  sidelight compare agency.txt daily.md        print the report
  sidelight compare articles/ -o report.md     write it, whole or not at all
  sidelight compare articles/ --format json    print the whole result as JSON
  fetch | sidelight compare - b.txt --check    exit with 1 when they diverge

exit codes:
  0 done   1 the sources diverge (with --check)   2 something could not be read
  or written: one line on standard error says what; the others are compared
"""


_COMPLETION_NOTES = """\
bash   eval "$(sidelight completion bash)" in ~/.bashrc
zsh    eval "$(sidelight completion zsh)" in ~/.zshrc, after compinit
fish   sidelight completion fish > ~/.config/fish/completions/sidelight.fish
"""


class _Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one safe line."""

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong with the arguments, and leave."""
        _complain(f"{message} (see {self.prog} --help)")
        raise SystemExit(ERROR)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: The arguments, without the name of the program; None takes those of the process.

    Returns:
        The exit code: 0, 1 with `--check` when sources diverge, 2 after an error, 130 after Ctrl-C.
    """
    given = list(sys.argv[1:] if argv is None else argv)
    try:
        commands = {"compare": _compare, "config": _config, "completion": _completion}
        command = commands.get(given[0]) if given else None
        code = command(given[1:]) if command else _open(given)
    except SystemExit as leaving:  # argparse: --help, --version, wrong arguments
        code = leaving.code if isinstance(leaving.code, int) else OK
    except SidelightError as error:
        _complain(str(error))
        code = ERROR
    except BrokenPipeError:
        code = OK
    except KeyboardInterrupt:
        code = INTERRUPTED
    return code


def run() -> NoReturn:
    """The console script: `main`, and an orderly end when it is told to stop."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:  # nohup asks to be left alone
            signal.signal(number, _leave)
    code = main()
    _flush_quietly()
    sys.exit(code)


def _leave(number: int, _: object) -> NoReturn:
    """End with the exit code that a shell tells for a signal; what is half written is taken away."""
    raise SystemExit(128 + number)


def _shared_arguments(parser: argparse.ArgumentParser, files: str) -> None:
    parser.add_argument("files", nargs=files, metavar="FILE", help="an article, a folder of articles, or -")
    parser.add_argument(
        "--threshold",
        type=float,
        default=Settings().threshold,
        metavar="N",
        help="least score of a match, 0-100 (default: %(default)g)",
    )
    parser.add_argument(
        "--language", metavar="CODE", help="language of the articles, as en; found if not given"
    )
    parser.add_argument(
        "--limit",
        action="append",
        default=[],
        metavar="NAME=N",
        help="set a limit that a message names",
    )


def _app_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="sidelight",
        description=_ABOUT,
        epilog=_APP_NOTES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _shared_arguments(parser, "*")
    parser.add_argument("--version", action="version", version=f"sidelight {VERSION}")
    return parser


def _compare_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="sidelight compare",
        description="Compare articles without a screen and write a report.",
        epilog=_COMPARE_NOTES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _shared_arguments(parser, "+")
    parser.add_argument(
        "--format",
        choices=list(map(str, Format)),
        help="md report, json whole result, csv findings, html page"
        " (default: the ending of the output file, else md)",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="where to write it; - is standard output")
    parser.add_argument("--force", action="store_true", help="replace the output file if it is there")
    parser.add_argument("--check", action="store_true", help="exit with 1 when the sources diverge")
    parser.add_argument("--reproducible", action="store_true", help="leave the time out of the report")
    parser.add_argument("--full", action="store_true", help="add every passage in its order (md, html)")
    return parser


def _config_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="sidelight config",
        description="Tell where the configuration file is; it need not exist.",
        allow_abbrev=False,
    )
    parser.add_argument("--path", action="store_true", required=True, help="print its path")
    return parser


def _config(argv: Sequence[str]) -> int:
    """`sidelight config`."""
    _config_parser().parse_args(argv)
    from tui.configured import config_path

    _print(f"{make_safe(str(config_path()), one_line=True)[0]}\n")
    return OK


def _completion_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="sidelight completion",
        description="Print a script that lets a shell complete commands, options and files.",
        epilog=_COMPLETION_NOTES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("shell", choices=_SHELLS, help="whose script")
    return parser


def _completion(argv: Sequence[str]) -> int:
    """`sidelight completion`."""
    shell = _completion_parser().parse_args(argv).shell
    from tui.completion import script

    commands = {
        "compare": _compare_parser(),
        "config": _config_parser(),
        "completion": _completion_parser(),
    }
    _print(script(shell, _app_parser(), commands))
    return OK


def _compare(argv: Sequence[str]) -> int:
    """`sidelight compare`: read, compare, write."""
    chosen = _compare_parser().parse_args(argv)
    settings, problems = _settings(chosen)
    as_ = Format(chosen.format) if chosen.format else format_of(chosen.output or "-")
    _complain(*problems)
    comparison, whole = _compared(chosen.files, settings)
    report = render(comparison, as_, reproducible=chosen.reproducible, full=chosen.full)
    if chosen.output in (None, "-"):
        _print(report)
    else:
        from core.export.write import write

        write(chosen.output, report, overwrite=chosen.force, inputs=_articles(chosen.files))
    if not whole:
        return ERROR
    return DIVERGE if chosen.check and comparison.findings else OK


def _open(argv: Sequence[str]) -> int:
    """`sidelight`: the app, or the report where there is no screen to draw on."""
    chosen = _app_parser().parse_args(argv)
    settings, problems = _settings(chosen)
    if not _has_screen(chosen.files):
        _complain(*problems)
        if not chosen.files:
            raise SidelightError("no terminal to open the app in and no article given (see sidelight --help)")
        comparison, whole = _compared(chosen.files, settings)
        _print(render(comparison, Format.MARKDOWN))
        return OK if whole else ERROR
    from tui.turns import go_first

    go_first()  # before the toolkit is imported
    from tui.app import run_app

    return run_app(chosen.files, settings, problems)


def _settings(chosen: argparse.Namespace) -> tuple[Settings, tuple[str, ...]]:
    """How to compare: arguments before the environment before the file; and what is wrong with the two."""
    from tui.configured import config_path, limits_of

    limits, problems = limits_of(config_path(), os.environ)
    return Settings(chosen.threshold, chosen.language, limits.raised(chosen.limit)), problems


def _has_screen(files: Sequence[str]) -> bool:
    """Whether the app can be shown: Textual asks none of this, and paints into whatever it is given."""
    streams = [sys.stdout, sys.stderr] if "-" in files else [sys.stdin, sys.stdout, sys.stderr]
    seen = all(stream is not None and stream.isatty() for stream in streams)
    return seen and os.environ.get("TERM", "") not in ("", "dumb")


def _load(files: Sequence[str], limits: Limits | None) -> tuple[tuple[Source, ...], bool]:
    """Read the articles; what could not be read, or was changed on the way, is told on stderr.

    Returns:
        The sources, at least two, and whether all could be read.
    """
    from core.read import load

    loaded = load(files, limits, sys.stdin.buffer if sys.stdin else None)
    for problem in loaded.problems:
        _complain(str(problem))
    _tell_warnings(loaded.sources)
    if len(loaded.sources) < 2 and not loaded.problems:
        raise SidelightError("one article only; give at least two to compare")
    if len(loaded.sources) < 2:
        raise SystemExit(2)  # what could not be read is told already, and is what to mend
    return loaded.sources, not loaded.problems


def _tell_warnings(sources: Sequence[Source], told: Sequence[Source] = ()) -> None:
    """What reading changed, or cutting where that is told already, on stderr."""
    known = {warning for source in told for warning in source.warnings}
    for source in sources:
        name = source.origin or "standard input"
        for warning in source.warnings:
            if warning not in known:
                _complain(warning if warning.startswith(f"{name}: ") else f"{name}: {warning}")


def _articles(files: Sequence[str]) -> Iterator[str]:
    """The paths of the articles, as they are on the disk: an origin is made safe and may lead nowhere."""
    from core.read.files import articles_in, is_folder

    for name in files:
        with suppress(ReadError):  # told when it was read
            yield from articles_in(name, Limits(files=sys.maxsize)) if is_folder(name) else (name,)


def _compared(files: Sequence[str], settings: Settings) -> tuple[Comparison, bool]:
    """Read and compare, and tell a waiting reader how far it is; and whether all could be read."""
    from core.pipeline import compare

    sources, whole = _load(files, settings.limits)
    seen = sys.stderr is not None and sys.stderr.isatty()
    telling = Telling()
    try:
        comparison = compare(sources, settings, telling if seen else _nobody)
    finally:
        telling.clear()
    _tell_warnings(comparison.sources, sources)
    return comparison, whole


def _nobody(stage: str, fraction: float) -> None:
    """Nobody waits."""


class Telling:
    """Tells the stage on one line of stderr, from the second second on, ten times a second at most."""

    def __init__(self) -> None:
        self._due = monotonic() + 1
        self._told = False

    def __call__(self, stage: str, fraction: float) -> None:
        """Tell a stage and how much of it is done, 0-1, when it is time to."""
        if monotonic() >= self._due:
            self._due = monotonic() + 0.1
            self._told = True
            self._write(f"{stage} {fraction:.0%}")

    def clear(self) -> None:
        """Take the line away, if there is one."""
        if self._told:
            self._write("", end="\r")

    def _write(self, text: str, end: str = "") -> None:
        sys.stderr.write(f"\r{text:24}{end}")
        sys.stderr.flush()


def _print(report: str) -> None:
    """Write the report to standard output, as UTF-8 whatever the locale says."""
    if sys.stdout is None:
        raise ExportError("standard output", "is closed; use -o FILE")
    try:
        sys.stdout.buffer.write(report.encode("utf-8", "replace"))
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExportError("standard output", f"cannot be written: {error.strerror}") from error


def _complain(*messages: str) -> None:
    """A harmless line for each on stderr; where nobody can read it, the exit code tells."""
    for message in messages if sys.stderr is not None else ():
        line = make_safe(f"sidelight: {message}", one_line=True)[0]
        with suppress(OSError):
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()


def _flush_quietly() -> None:
    """Write out what is left; where nobody reads any more, let it go into nothing and keep the exit code."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, stream.fileno())
            os.close(nothing)

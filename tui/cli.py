"""The command line: arguments in, a report or the app out.

Nothing heavy is imported before it is needed: `--help` and `compare` never see Textual.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from core.errors import ReadError, SidelightError
from core.export.formats import Format, format_of, render
from core.safe import make_safe
from core.settings import Limits, Settings
from tui.arguments import (
    app_arguments,
    app_parser,
    compare_parser,
    completion_parser,
    config_parser,
    parsed,
)
from tui.streams import Telling, complain, flush_quietly, print_report

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from core.model import Comparison, Source

OK, DIVERGE, ERROR, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: done; `--check` found sources that diverge; an error, told on stderr; Ctrl-C."""


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
        complain(str(error))
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
    flush_quietly()
    sys.exit(code)


def _leave(number: int, _: object) -> NoReturn:
    """End with the exit code that a shell tells for a signal; what is half written is taken away."""
    raise SystemExit(128 + number)


def _config(argv: Sequence[str]) -> int:
    """`sidelight config`."""
    parsed(config_parser(), argv)
    from tui.configured import config_path

    print_report(f"{make_safe(str(config_path()), one_line=True)[0]}\n")
    return OK


def _completion(argv: Sequence[str]) -> int:
    """`sidelight completion`."""
    shell = parsed(completion_parser(), argv).shell
    from tui.completion import script

    below = {"compare": compare_parser(), "config": config_parser(), "completion": completion_parser()}
    print_report(script(shell, app_parser(), below))
    return OK


def _compare(argv: Sequence[str]) -> int:
    """`sidelight compare`: read, compare, write."""
    chosen = parsed(compare_parser(), argv)
    settings, problems = _settings(chosen)
    as_ = Format(chosen.format) if chosen.format else format_of(chosen.output or "-")
    complain(*problems)
    comparison, whole = _compared(chosen.files, settings)
    report = render(comparison, as_, reproducible=chosen.reproducible, full=chosen.full)
    if chosen.output in (None, "-"):
        print_report(report)
    else:
        from core.export.write import write

        write(chosen.output, report, overwrite=chosen.force, inputs=_articles(chosen.files))
    if not whole:
        return ERROR
    return DIVERGE if chosen.check and comparison.findings else OK


def _open(argv: Sequence[str]) -> int:
    """`sidelight`: the app, or the report where there is no screen to draw on."""
    chosen = app_arguments(argv)
    settings, problems = _settings(chosen)
    if not _has_screen(chosen.files):
        complain(*problems)
        if not chosen.files:
            raise SidelightError("no terminal to open the app in and no article given (see sidelight --help)")
        comparison, whole = _compared(chosen.files, settings)
        print_report(render(comparison, Format.MARKDOWN))
        return OK if whole else ERROR
    from tui.turns import go_first

    go_first()  # before the toolkit is imported
    from tui.app import run_app

    return run_app(chosen.files, settings, problems)


def _settings(chosen: Namespace) -> tuple[Settings, tuple[str, ...]]:
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
        complain(str(problem))
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
                complain(warning if warning.startswith(f"{name}: ") else f"{name}: {warning}")


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
    telling = Telling(seen=sys.stderr is not None and sys.stderr.isatty())
    try:
        comparison = compare(sources, settings, telling)
    finally:
        telling.clear()
    _tell_warnings(comparison.sources, sources)
    return comparison, whole

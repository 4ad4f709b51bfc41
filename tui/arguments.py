"""The arguments of the command line: which there are, and what `--help` tells of them."""

import argparse
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

from core.errors import SidelightError
from core.export.formats import Format
from core.settings import Settings
from core.version import VERSION
from tui.streams import complain

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


_SHOWN = 80
"""Characters of a wrong argument that a message quotes."""
_COMMANDS = ("compare", "config", "completion")
"""What the first argument may be besides a file."""


class _Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one safe line."""

    def __init__(self, prog: str, description: str, epilog: str = "") -> None:
        as_written = argparse.RawDescriptionHelpFormatter
        super().__init__(prog, None, description, epilog, formatter_class=as_written, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong with the arguments, and leave."""
        complain(f"{message} (see {self.prog} --help)")
        raise SystemExit(2)

    @property
    def options(self) -> list[str]:
        """Every option there is."""
        return [*self._option_string_actions]


def parsed(parser: _Parser, argv: Sequence[str]) -> argparse.Namespace:
    """The arguments of a command; of one that there is not, which it may have been meant to be."""
    chosen, unknown = parser.parse_known_args(argv)
    if unknown:
        parser.error(f"unrecognized arguments: {' '.join(unknown)}{_meant(parser, unknown[0])}")
    return chosen


def app_arguments(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments of `sidelight` itself; the first one may be a command that was mistyped."""
    parser, first = app_parser(), argv[0] if argv else ""
    for command in get_close_matches(first, _COMMANDS, 1) if first.isalpha() else ():
        if not Path(first).exists():
            parser.error(f"{first} is neither a file nor a command: did you mean sidelight {command}?")
    return parsed(parser, argv)


def _meant(parser: _Parser, given: str) -> str:
    """What an unknown option may be: one of `compare` asked of the app, or one spelled alike."""
    option = given.partition("=")[0]
    if option in compare_parser().options:
        return f": give {option} to the command, sidelight compare FILE ... {option}"
    safe = [known for known in parser.options if known != "--force"]  # who is told it may lose a file
    return "".join(f": did you mean {alike}?" for alike in get_close_matches(option, safe, 1))


def app_parser() -> _Parser:
    """Those of `sidelight` itself."""
    parser = _Parser("sidelight", _ABOUT, _APP_NOTES)
    _add_shared(parser, "*")
    parser.add_argument("--version", action="version", version=f"sidelight {VERSION}")
    return parser


def compare_parser() -> _Parser:
    """Those of `sidelight compare`."""
    says = "Compare articles without a screen and write a report."
    parser = _Parser("sidelight compare", says, _COMPARE_NOTES)
    _add_shared(parser, "+")
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


def config_parser() -> _Parser:
    """Those of `sidelight config`."""
    parser = _Parser("sidelight config", "Tell where the configuration file is; it need not exist.")
    parser.add_argument("--path", action="store_true", required=True, help="print its path")
    return parser


def completion_parser() -> _Parser:
    """Those of `sidelight completion`."""
    says = "Print a script that lets a shell complete commands, options and files."
    parser = _Parser("sidelight completion", says, _COMPLETION_NOTES)
    parser.add_argument("shell", choices=("bash", "zsh", "fish"), help="whose script")
    return parser


def _add_shared(parser: argparse.ArgumentParser, files: str) -> None:
    """Add what the app and a report have in common."""
    parser.add_argument("files", nargs=files, metavar="FILE", help="an article, a folder of articles, or -")
    parser.add_argument(
        "--threshold",
        type=_threshold,
        default=Settings().threshold,
        metavar="N",
        help="least score of a match, 0-100 (default: %(default)g)",
    )
    parser.add_argument(
        "--language",
        type=_language,
        metavar="CODE",
        help="language of the articles, as en; found if not given",
    )
    parser.add_argument(
        "--limit", action="append", default=[], metavar="NAME=N", help="set a limit that a message names"
    )


def _language(given: str) -> str:
    """A code that the program knows something of: any other would be as none."""
    from core.segment.language import CODES  # imported when it is asked for: it brings the stage

    if given not in CODES:
        raise SidelightError(f"language {given[:_SHOWN]!a} is not known: give one of {' '.join(CODES)}")
    return given


def _threshold(given: str) -> float:
    """A number; whether it is in range is told by `Settings`."""
    try:
        return float(given)
    except ValueError:
        raise SidelightError(f"threshold {given!a} is no number: give one from 0 to 100") from None

"""Scripts that let a shell complete our commands, options and files; written by shtab from the parsers."""

import argparse
from collections.abc import Iterable, Mapping

import shtab

_FILES = ("files", "output")
"""Arguments that name files."""
_FIRST = "_sidelight_files"
"""A function of the script that offers files and our commands, because either may come first."""
_FIRST_IN = {
    "bash": '{first}() {{\n  compgen -W "{commands}" -- "$1"\n  compgen -f -- "$1"\n}}\n',
    "zsh": "{first}() {{\n  _alternative 'commands:command:({commands})' 'files:file:_files'\n}}\n",
}
_ZSH_EVERY_FILE = {'"(*)::': '"*:', "defaults_added=0": "defaults_added=1"}
"""What makes a script for zsh complete every file: shtab's pattern completes the first alone."""


def script(shell: str, app: argparse.ArgumentParser, commands: Mapping[str, argparse.ArgumentParser]) -> str:
    """The completion script for a shell.

    Args:
        shell: bash, zsh or fish.
        app: The parser of the program itself.
        commands: The parsers of its commands, by name.

    Returns:
        The script. The one for zsh offers every option everywhere: shtab's zsh knows no program that takes
        files where it also takes commands.
    """
    for parser in (app, *commands.values()):
        _complete_files(parser, shtab.FILE)
    preamble = _FIRST_IN.get(shell, "").format(first=_FIRST, commands=" ".join(commands))
    if preamble:
        _complete_files(app, {shell: _FIRST})
    if shell == "zsh":
        options = [a for parser in commands.values() for a in parser._actions if a.option_strings]
        root = _parser(app.prog, [*app._actions, *options])
        written: str = shtab.complete(root, shell, preamble=preamble)
        for old, new in _ZSH_EVERY_FILE.items():
            written = written.replace(old, new)
        return written
    root = _parser(app.prog, app._actions)
    below = root.add_subparsers()
    for name, parser in commands.items():
        below.add_parser(name, help=parser.description, parents=[parser], add_help=False)
    return shtab.complete(root, shell, preamble=preamble)


def _complete_files(parser: argparse.ArgumentParser, how: Mapping[str, object]) -> None:
    for action in parser._actions:
        if action.dest in _FILES:
            vars(action)["complete"] = how


def _parser(prog: str, actions: Iterable[argparse.Action]) -> argparse.ArgumentParser:
    """A parser of these actions; an option that several have counts once."""
    parser = argparse.ArgumentParser(prog, add_help=False)
    for action in actions:
        if not set(action.option_strings) & set(parser._option_string_actions):
            parser._add_action(action)
    return parser

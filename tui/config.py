"""What the reader sets once: theme, signs, copy command, keys. One TOML file in the platform's place."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from tui.configured import in_line, read_table
from tui.keys import COMMANDS
from tui.themes import PALETTES

_T = TypeVar("_T", bool, str)
_NAMED = {f"f{n}" for n in range(1, 25)} | {
    "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete", "backspace",
    "enter", "escape", "space", "tab", "comma", "colon", "slash", "apostrophe", "minus", "plus", "period",
}  # fmt: skip
"""Keys that have a name rather than a character."""


_SETTINGS = ("theme", "ascii", "copy_command", "open_command", "keys", "limits")
"""The settings that there are; the limits are read by `tui.configured`, for a report heeds them as well."""
_YES_NO = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
"""What a variable that says yes or no may hold."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the reader set."""

    theme: str = "dark"
    """dark, light or contrast."""
    ascii: bool = False
    """Whether all signs are ASCII."""
    copy_command: str = ""
    """A command that takes the text to copy on its standard input; empty uses tmux or the terminal."""
    open_command: str = ""
    """A command that opens the address given to it; empty uses $BROWSER or the desktop's."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys that replace those of a command, by its ID."""


def load_config(path: Path) -> tuple[Config, tuple[str, ...]]:
    """Read the configuration; whatever is wrong with it is told and left out.

    Args:
        path: The file; one that does not exist is an empty one.

    Returns:
        The configuration, and a line for each thing that is wrong.
    """
    table, unread = read_table(path)
    problems: list[str] = []
    config = Config(
        theme=_theme(table, problems),
        ascii=_of_type(table, "ascii", False, problems),
        copy_command=_of_type(table, "copy_command", "", problems),
        open_command=_of_type(table, "open_command", "", problems),
        keys=_keys(table.get("keys", {}), problems),
    )
    known = ", ".join(_SETTINGS)
    problems += [f"{name}: no such setting; there are {known}" for name in table if name not in _SETTINGS]
    return config, (*unread, *(in_line(f"{path.name}: {problem}") for problem in problems))


def overridden(config: Config, environment: Mapping[str, str]) -> tuple[Config, tuple[str, ...]]:
    """The configuration with what the environment sets instead: SIDELIGHT_THEME, SIDELIGHT_ASCII and so on.

    Args:
        config: What the file says.
        environment: The variables of the environment.

    Returns:
        The configuration, and a line for each variable that cannot be used.
    """
    told = {name: environment.get(f"SIDELIGHT_{name.upper()}", "") for name in _SETTINGS}
    config = replace(
        config,
        copy_command=told["copy_command"] or config.copy_command,
        open_command=told["open_command"] or config.open_command,
        theme=told["theme"] if told["theme"] in PALETTES else config.theme,
        ascii=_YES_NO.get(told["ascii"].lower(), config.ascii),
    )
    problems = [
        in_line(f"$SIDELIGHT_{name.upper()} is {told[name]!r}: choose {', '.join(known)}")
        for name, known in (("theme", PALETTES), ("ascii", _YES_NO))
        if told[name] and told[name].lower() not in known
    ]
    return config, tuple(problems)


def _of_type(table: Mapping[str, Any], name: str, default: _T, problems: list[str]) -> _T:
    value = table.get(name, default)
    if isinstance(value, type(default)):
        return value
    kind = "true or false" if isinstance(default, bool) else "text in quotation marks"
    problems.append(f"{name} must be {kind}")
    return default


def _theme(table: Mapping[str, Any], problems: list[str]) -> str:
    name = _of_type(table, "theme", "dark", problems)
    if name in PALETTES:
        return name
    problems.append(f"theme {name!r}: choose {', '.join(PALETTES)}")
    return "dark"


def _keys(table: object, problems: list[str]) -> dict[str, str]:
    """The keys that can be given as they are asked for; the others are told."""
    if not isinstance(table, dict):
        problems.append("keys must be a table: [keys]")
        return {}
    known = {c.id: c.keys for c in COMMANDS}
    taken: dict[str, str] = {}
    given: dict[str, str] = {}
    for command, keys in known.items():
        wanted = table.get(command, keys)
        if command in table and not _can_be(command, wanted, problems):
            wanted = keys
        elif command in table:
            given[command] = wanted
        for key in wanted.split(","):
            first = taken.setdefault(_name(key), command)
            if first != command:
                problems.append(
                    f"key {key.strip()!r} is given to {first} and to {command}: give one of them another"
                )
    problems += [f"[keys] {name}: no such command" for name in table if name not in known]
    return given


def _can_be(command: str, keys: object, problems: list[str]) -> bool:
    if not isinstance(keys, str):
        problems.append(f'[keys] {command} must be text, as in "j, down"')
        return False
    wrong = [key.strip() for key in keys.split(",") if not _is_key(key.strip())]
    problems += [f"[keys] {command}: no such key {key!r}" for key in wrong]
    return not wrong


_CHARACTERS = {
    ".": "full_stop",
    ",": "comma",
    "/": "slash",
    "'": "apostrophe",
    "?": "question_mark",
    ":": "colon",
}


def _name(key: str) -> str:
    return _CHARACTERS.get(key.strip(), key.strip())


def _is_key(key: str) -> bool:
    last = key.rsplit("+", 1)[-1] if len(key) > 1 else key
    before = key[: -len(last)].split("+")[:-1] if len(key) > 1 else []
    known = (len(last) == 1 and last.isprintable()) or last in _NAMED or "_" in last
    return known and all(part in ("ctrl", "shift", "alt", "super") for part in before)

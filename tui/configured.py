"""The configuration file as a table, and the limits in it. Knows no screen: a report asks for them too."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from core.errors import SettingsError
from core.safe import make_safe
from core.settings import Limits

LONGEST = 1_000_000
"""Bytes of a configuration that are read: a device may never end."""


def config_path() -> Path:
    """Where the configuration is: $SIDELIGHT_CONFIG, or config.toml in the platform's place."""
    from platformdirs import user_config_path  # 15 ms

    given = os.environ.get("SIDELIGHT_CONFIG")
    return Path(given) if given else user_config_path("sidelight") / "config.toml"


def read_table(path: Path) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What a configuration file says.

    Args:
        path: The file; one that does not exist is an empty one.

    Returns:
        Its table, and a line when it cannot be used.
    """
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            held = file.read(LONGEST + 1) or b""
        if len(held) > LONGEST:
            return {}, (in_line(f"{path} is not used: it is longer than {LONGEST / 1e6:g} MB"),)
        import tomllib  # most readers have no such file, and the first frame need not wait for it

        return tomllib.loads(held.decode()), ()
    except FileNotFoundError:
        return {}, ()
    except OSError as error:
        return {}, (in_line(f"{path} is not used: {error.strerror}"),)
    except (ValueError, RecursionError) as error:  # no text, no TOML, or too deep a one
        return {}, (in_line(f"{path} is not used: {error}"),)


def _without_waiting(path: str, flags: int) -> int:
    """Open what may be a pipe that nobody writes to."""
    return os.open(path, flags | os.O_NONBLOCK)


def limits_of(path: Path, environment: Mapping[str, str]) -> tuple[Limits, tuple[str, ...]]:
    """The limits that the configuration sets and, before it, SIDELIGHT_LIMITS (NAME=N, parted by spaces).

    Args:
        path: The configuration file.
        environment: The variables of the environment.

    Returns:
        The limits, and a line for whatever is wrong and was left out.
    """
    table, unread = read_table(path)
    problems = list(unread)
    given = table.get("limits", {})
    limits = Limits()
    if not isinstance(given, dict):
        problems.append(f"{path.name}: limits must be a table: [limits]")
        given = {}
    in_file = [f"{name}={_number(value)}" for name, value in given.items()]
    for where, wanted in ((path.name, in_file), ("$SIDELIGHT_LIMITS", _variable(environment))):
        for one in wanted:
            try:
                limits = limits.raised([one])
            except SettingsError as error:
                problems.append(f"{where}: {error}")
    return limits, tuple(map(in_line, problems))


def _number(value: object) -> str:
    """A value of the file; what is no number there is none, whatever it looks like."""
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else repr(value)


def _variable(environment: Mapping[str, str]) -> list[str]:
    return environment.get("SIDELIGHT_LIMITS", "").split()


def in_line(text: str) -> str:
    """What is told of the file, on one line and without what could act on a terminal."""
    return make_safe(text, one_line=True)[0]

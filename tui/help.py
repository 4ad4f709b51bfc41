"""The help: what the signs mean, and the keys in force. Pure."""

from collections.abc import Iterable, Mapping

from tui.cells import width_of
from tui.ink import Role, Words
from tui.keys import GROUPS, in_force
from tui.signs import Sign

_SIGN = 14
"""Cells of a sign, before what it means."""
_KEYS = 19
"""Cells of the keys of a command: "Space PgDn Ctrl+D" are the longest."""


def _signs(threshold: str) -> tuple[Words, ...]:
    """What the signs mean, and the figures of the header and the status line."""
    told = (
        (f"{Sign.AGREE} agree", "two or more tell it, nothing conflicts", Role.AGREE),
        (
            f"{Sign.AGREE}{Sign.WEAK} weak match",
            "fewer than half of such rows tell the same",
            Role.MUTED,
        ),
        (f"{Sign.DIVERGE} diverge", "a number, a name, a date differs; readings are marked", Role.DIVERGE),
        (
            f"8+2{Sign.AGREE} 1+4{Sign.DIVERGE}",
            "agree + weak match; diverge + conflict with other rows",
            Role.DIVERGE,
        ),
        (f"{Sign.ONLY} only", "one source alone tells it", Role.ONLY),
        (f"{Sign.ONLY} elsewhere", "one tells it here; others, or a part, in another row", Role.ONLY),
        (f"{Sign.LEFT_OUT} left out", "no part of the report, not compared", Role.MUTED),
        (f"ABC{Sign.ABSENT}", "A, B and C have the passage, D does not", Role.STRONG),
        ("A*", "the source whose order leads the rows (the base)", Role.STRONG),
        ("moved in D", "it stands elsewhere in D than its neighbours (¶2 > ¶5)", Role.MUTED),
        ("conflict", "the words that conflict", Role.CONFLICT),
        ("one only", "words that stand in one source only", Role.OWN),
        ("some", "words that some of the sources have", Role.PARTIAL),
        (f"{Sign.HERE} in a row", "the finding that . and , went to", Role.DIVERGE),
        (
            f"{Sign.STRIP} at the edge",
            f"the whole, coloured by status; {Sign.HERE} is where you are",
            Role.DIVERGE,
        ),
        (threshold or "match: 33", "least chance that a reader would confirm a match;", Role.STRONG),
        ("", "( and ) change it", Role.STRONG),
        ("score 82", "that chance here, for the cell that fits least", Role.STRONG),
    )
    lines = [Words().add("Each block is one passage: what the sources write on one point.")]
    for sign, says, role in told:
        lines.append(Words(hang=_SIGN).add(sign, role).add(" " * (_SIGN - width_of(sign)) + says))
    return tuple(lines)


def key_blocks(title: str, keys: Iterable[tuple[str, str]]) -> tuple[Words, ...]:
    """Keys and what they do, under a title."""
    head = (Words(), Words().add(title, Role.STRONG))
    return (
        *head,
        *(Words(hang=_KEYS).add(f"{f'{key}  ':<{_KEYS}}", Role.KEY).add(says) for key, says in keys),
    )


def help_blocks(keymap: Mapping[str, str], threshold: str) -> tuple[Words, ...]:
    """What the signs mean, and the keys in force, by what they are for.

    Args:
        keymap: Keys that the reader gave to commands, by ID.
        threshold: The threshold as the header tells it; empty when there is none yet.
    """
    lines = _signs(threshold)
    for title, commands in GROUPS:
        lines += key_blocks(title, in_force(commands, dict(keymap)))
    return lines

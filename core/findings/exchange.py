"""Roles exchanged: "Brenn accused Vale" against "Brenn was accused by Vale"."""

from bisect import bisect_right
from collections.abc import Sequence

from core.findings.kind import Conflict, Mention
from core.findings.language import lexicon
from core.findings.name import Tie, tie
from core.findings.slots import Pair, Window

DETERMINERS = frozenset({"a", "an", "the", "his", "her", "its", "their"})
"""What stands before a noun: "their cousin" is no act."""


def conflicts(pair: Pair, a: Sequence[Mention], b: Sequence[Mention]) -> list[Conflict]:
    """Find the first act that two windows tell with agent and patient exchanged.

    Args:
        pair: The two windows.
        a: Names of the first.
        b: Names of the second.

    Returns:
        At most one conflict, of the agents.
    """
    if len(a) < 2 or len(b) < 2:
        return []
    here, there = _Places(pair.a, a), _Places(pair.b, b)
    for i, j in sorted(pair.aligned.items()):
        if not pair.a.tokens[i].text[0].islower() or pair.a.tokens[i - 1].word in DETERMINERS:
            continue
        p, q = _actors(pair.a, i, here), _actors(pair.b, j, there)
        if p is None or q is None:
            continue
        if tie(p[0].value, p[1].value) is not Tie.DIFFERENT:
            continue
        if tie(p[0].value, q[1].value) is Tie.SAME and tie(p[1].value, q[0].value) is Tie.SAME:
            rule = f'the roles in "{pair.a.tokens[i].text}" are exchanged'
            return [Conflict(p[0], q[0], 2.0, pair.a.tokens[i].text, rule, pair.context(p[0], q[0]))]
    return []


class _Places:
    """Where the names of a window stand."""

    def __init__(self, window: Window, names: Sequence[Mention]) -> None:
        places = [window.place(m) for m in names]
        self.firsts, self.lasts = [first for first, _ in places], [last for _, last in places]
        self.names = names

    def left(self, at: int) -> Mention | None:
        """The nearest name that ends at most five words before a place."""
        n = bisect_right(self.lasts, at) - 1
        return self.names[n] if n >= 0 and self.lasts[n] >= at - 5 else None

    def right(self, at: int) -> tuple[int, Mention] | None:
        """The nearest name that begins at most four words behind a place, and where."""
        n = bisect_right(self.firsts, at)
        return (self.firsts[n], self.names[n]) if n < len(self.firsts) and self.firsts[n] <= at + 4 else None


def _actors(window: Window, at: int, names: _Places) -> tuple[Mention, Mention] | None:
    """(agent, patient) of the verb at a place: the nearest names left and right of it."""
    left, right = names.left(at), names.right(at)
    if left is None or right is None:
        return None
    between = [t.word for t in window.tokens[at + 1 : right[0]]]
    titles = lexicon(window.statements[0].language).words("title")
    if not set(between) - titles <= {"the", "a", "an", "by", "to"}:
        return None
    turned = "by" in between
    return (right[1], left) if turned else (left, right[1])

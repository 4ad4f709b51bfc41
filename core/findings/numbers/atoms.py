"""Number words of languages that text2num lacks: Russian, Arabic, Hindi.

Words are read from left to right: what is smaller is added, a hundred multiplies a smaller number before it,
a thousand, lakh or million all that is not yet multiplied.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from core.findings.language import lexicon
from core.findings.text import Statement, Token

HUNDRED = 100
HALVED = 0.1
"""How much finer a number with a half or a quarter is told: ढाई करोड़, two and a half crore."""


class Spoken(NamedTuple):
    """A number in words."""

    tokens: list[Token]
    """Its words."""
    value: float
    """What it is worth."""
    step: float
    """The worth of its last word, if that multiplies; else 1."""


class _Table(NamedTuple):
    """What the number words of a language are worth."""

    atom: dict[str, float]
    """A word alone."""
    rank: dict[str, float]
    """Ranks, numbers only beside another word of one: "двадцать первого"."""
    shift: dict[str, float]
    """What a word adds to the one behind it: साढ़े, a half more."""
    size: dict[str, float]
    """Thousands and more."""
    joined: tuple[str, ...]
    """What may be written before the next word without a space: "and", "and the"."""

    def word(self, token: Token, *, first: bool) -> str:
        """A number word as the table has it; empty for any other word."""
        for lead in ("",) if first else ("", *self.joined):
            bare = token.word.removeprefix(lead)
            if token.word.startswith(lead) and any(bare in part for part in self[:4]):
                return bare
        return ""


@cache
def _table(language: str) -> _Table:
    words = lexicon(language)

    def values(key: str) -> dict[str, float]:
        return {w: float(v) for w, v in words.values(key).items()}

    joined = sorted(words.words("joined"), key=len, reverse=True)
    return _Table(values("atom"), values("rank_atom"), values("shift"), values("magnitude"), tuple(joined))


def spoken(statement: Statement) -> Iterator[Spoken]:
    """Find the numbers in words of a sentence.

    Args:
        statement: A sentence in a language whose word list has `atom`.

    Yields:
        The numbers, rising; a bare thousand, a lone rank and "one" are left out.
    """
    table = _table(statement.language)
    run: list[tuple[Token, str]] = []
    for token in (*statement.tokens, None):
        near = token is not None and bool(run) and token.start - run[-1][0].end <= 1
        word = table.word(token, first=not near) if token is not None else ""
        if not near or not word:
            if run and (found := _worth(run, table)):
                yield found
            run = []
        if token is not None and word:
            run.append((token, word))


def _worth(run: list[tuple[Token, str]], table: _Table) -> Spoken | None:
    """What a run of number words is worth."""
    total = group = shift = 0.0
    step = 1.0
    for _, word in run:
        one = table.atom.get(word, table.rank.get(word))
        if word in table.shift:
            shift, step = table.shift[word], 1
        elif one is None:
            times = group or 1 + shift
            total, step = total + times * table.size[word], table.size[word] * (HALVED if times % 1 else 1)
            group = shift = 0.0
        elif one == HUNDRED and (0 < group < HUNDRED or shift):
            group, shift, step = (group or 1 + shift) * HUNDRED, 0.0, 1
        else:
            group, shift, step = group + one + shift, 0.0, 1
    value = total + group
    words = [word for _, word in run]
    counted = len(run) > 1 or words[0] in table.atom
    return Spoken([t for t, _ in run], value, step) if counted and value not in {0, 1} else None

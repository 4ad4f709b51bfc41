"""Quotations as readings: the words between two marks, in the part that stands in one sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.findings.kind import Mention
from core.findings.text import Statement
from core.model import FindingKind

KIND = FindingKind.QUOTE
_WILD = re.compile(r"\[[^\]]*\]|\([^()]*\)|\.\s?\.\s?\.|…")


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of a quotation, or of its part in one sentence."""

    stems: tuple[str, ...]
    """What is compared; an asterisk where the author left something out."""
    places: tuple[int, ...]
    """Token of each stem in its sentence; -1 for an asterisk."""


def mention(statement: Statement, start: int, end: int) -> Mention | None:
    """The part of a quotation that stands in one sentence, as a reading; None if it is a single word."""
    start, end = max(start, statement.start), min(end, statement.end)
    first, last = statement.tokens_in(start, end)
    if last - first < 2:
        return None
    at, tokens = statement.start, statement.tokens
    holes = [m.span() for m in _WILD.finditer(statement.text, start - at, end - at)]
    if holes:
        value = _with_holes(statement, first, last, holes)
    else:
        value = Quoted(tuple([t.stem for t in tokens[first:last]]), tuple(range(first, last)))
    start, end = tokens[first].start, tokens[last - 1].end
    said = " ".join(statement.text[start - at : end - at].split())
    return Mention(KIND, statement, start, end, first, last, value, said)


def _with_holes(statement: Statement, first: int, last: int, holes: Sequence[tuple[int, int]]) -> Quoted:
    """The words of a quotation from which something is left out at some places of its sentence."""
    stems: list[str] = []
    places: list[int] = []
    end = statement.tokens[first].start - statement.start
    for n, token in enumerate(statement.tokens[first:last], first):
        at, before = token.start - statement.start, end
        end = token.end - statement.start
        inside = any(a <= at < b for a, b in holes)
        if (inside or (stems and any(before <= a and b <= at for a, b in holes))) and stems[-1:] != ["*"]:
            stems.append("*")
            places.append(-1)
        if not inside:
            stems.append(token.stem)
            places.append(n)
    return Quoted(tuple(stems), tuple(places))

"""Quotations as readings: the words between two marks, in the part that stands in one sentence."""

import re
from collections.abc import Sequence
from itertools import pairwise

from core.findings.kind import Mention
from core.findings.text import Statement
from core.frozen import frozen
from core.model import FindingKind

KIND = FindingKind.QUOTE
_ENDS = re.compile(r"(?<!\.)[.!?](?!\s?\.)")
"""Ends a sentence, but for dots that stand for words left out."""
SHORTEST = 4
"""Words of a sentence that is compared by itself."""
ABBREVIATED = 4
"""Letters of a word with a capital up to which a full stop behind it ends no sentence: Gov., Sen."""
SIC = "sic"
"""What stands in brackets behind a mistake that is quoted as it is: no words are left out there."""
_WILD = re.compile(r"\[[^\]]*\]|\([^()]*\)|\.\s?\.\s?\.|…")


@frozen()
class Quoted:
    """The words of a quotation, or of its part in one sentence."""

    stems: tuple[str, ...]
    """What is compared; an asterisk where the author left something out."""
    places: tuple[int, ...]
    """Token of each stem in its sentence; -1 for an asterisk."""
    whole: tuple[str, int, int]
    """The quotation that these are a sentence of: its source and place there."""


def mentions(statement: Statement, start: int, end: int) -> list[Mention]:
    """What stands in a sentence of a quotation, as readings: a short sentence of it with the one before."""
    first, last = statement.tokens_in(max(start, statement.start), min(end, statement.end))
    cuts = [first]
    for n in range(first + SHORTEST, last - SHORTEST + 1):
        if n - cuts[-1] >= SHORTEST and _begins(statement, n):
            cuts.append(n)
    edges = [start, *(statement.tokens[n].start for n in cuts[1:]), end]
    whole = statement.source, start, end
    return [m for a, b in pairwise(edges) if (m := mention(statement, a, b, whole)) is not None]


def _begins(statement: Statement, n: int) -> bool:
    """Whether a sentence begins at a token: behind a full stop that ends no short form."""
    before = statement.tokens[n - 1].text
    ended = len(before) > ABBREVIATED or (before[0].islower() and len(before) > 1)
    return ended and statement.tokens[n].text[0].isupper() and bool(_ENDS.search(statement.gaps[n]))


def mention(
    statement: Statement, start: int, end: int, whole: tuple[str, int, int] = ("", 0, 0)
) -> Mention | None:
    """The part of a quotation that stands in one sentence, as a reading; None if it is a single word."""
    start, end = max(start, statement.start), min(end, statement.end)
    first, last = statement.tokens_in(start, end)
    if last - first < 2:
        return None
    at, tokens = statement.start, statement.tokens
    holes = [m.span() for m in _WILD.finditer(statement.text, start - at, end - at)]
    if holes:
        value = Quoted(*_with_holes(statement, first, last, holes), whole)
    else:
        value = Quoted(tuple([t.stem for t in tokens[first:last]]), tuple(range(first, last)), whole)
    start, end = tokens[first].start, tokens[last - 1].end
    said = " ".join(statement.text[start - at : end - at].split())
    return Mention(KIND, statement, start, end, first, last, value, said)


def _with_holes(
    statement: Statement, first: int, last: int, holes: Sequence[tuple[int, int]]
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The words of a quotation from which something is left out at some places of its sentence."""
    stems: list[str] = []
    places: list[int] = []
    end = statement.tokens[first].start - statement.start
    for n, token in enumerate(statement.tokens[first:last], first):
        at, before = token.start - statement.start, end
        end = token.end - statement.start
        inside = any(a <= at < b for a, b in holes)
        if inside and token.word == SIC:
            continue
        if (inside or (stems and any(before <= a and b <= at for a, b in holes))) and stems[-1:] != ["*"]:
            stems.append("*")
            places.append(-1)
        if not inside:
            stems.append(token.stem)
            places.append(n)
    return tuple(stems), tuple(places)

"""Which step of an affair a value belongs to: "opened in March", "closes in July" are no rivals."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from core.findings.dates.when import shared_fields
from core.findings.kind import Mention
from core.findings.language import SPACELESS, lexicon, stemmer
from core.findings.text import Token
from core.model import FindingKind

NEAR = 8
"""Words before a value, then behind it, in which the nearest of a row says which step it belongs to."""
_OF = frozenset({"in", "of", "de", "di"})
"""What leads from a measure to the side that it is of."""


def other_step(x: Mention, y: Mention) -> bool:
    """Whether two values belong to two steps of one affair: "opened in March", "closes in July"."""
    here = _steps(x)
    there = _steps(y) if here else {}
    if any(here[row] != there[row] for row in here.keys() & there.keys()):
        return True
    dated = x.kind is FindingKind.DATE and shared_fields(x.value, y.value) < 2
    return dated and _of_birth(x) != _of_birth(y)


def _of_birth(m: Mention) -> bool:
    """Whether a date is that of a birth: what else somebody did was at another time."""
    births = lexicon(m.statement.language).words("birth")
    near = m.statement.sequence[max(0, m.first - NEAR) : m.last + 1]
    return not births.isdisjoint(m.statement.words) and not births.isdisjoint(near)


def _steps(m: Mention) -> dict[int, int]:
    """Row -> the step that a value belongs to, by the nearest word before it, else behind it."""
    rows = _rows(m.statement.language, "step_of_time" if m.kind is FindingKind.DATE else "step_of_deed")
    found: dict[int, int] = {}
    if rows.keys().isdisjoint(m.statement.stems):
        return found
    tokens, near = m.statement.tokens, NEAR * (1 + (m.statement.language in SPACELESS))
    lead, behind = tokens[max(0, m.first - near) : m.first], tokens[m.last : m.last + near]
    for token in (*_right_behind(m), *lead[::-1], *behind):
        for row, step in rows.get(token.stem, ()):
            found.setdefault(row, step)
    return found


def _right_behind(m: Mention) -> Sequence[Token]:
    """The word that belongs to a value before any other does: "46 metres tall", "46 metres in height"."""
    at = m.last + (not _OF.isdisjoint(m.statement.sequence[m.last : m.last + 1]))
    return () if "".join(m.statement.gaps[m.last : at + 1]).strip() else m.statement.tokens[at : at + 1]


@cache
def _rows(language: str, key: str) -> dict[str, list[tuple[int, int]]]:
    """Stem -> the rows that have it, each with the number of the step."""
    stem, irregular = stemmer(language), lexicon(language).values("irregular")
    rows: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, row in enumerate(lexicon(language).rows(key)):
        for step, words in enumerate(row):
            for word in {irregular.get(w, w) for w in words}:
                rows[stem(word)].append((number, step))
    return dict(rows)

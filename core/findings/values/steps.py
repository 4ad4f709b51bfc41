"""Which step of an affair a value belongs to: "opened in March", "closes in July" are no rivals."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from core.findings.clause import KEPT, clause, parted, whole
from core.findings.dates.when import shared_fields
from core.findings.kind import Mention
from core.findings.language import SPACELESS, lexicon, stemmer, stems
from core.findings.text import Statement, Token
from core.model import FindingKind

NEAR = 8
"""Words before a value, then behind it, in which the nearest of a row says which step it belongs to."""
DENIED = 3
"""Words behind a negator that are denied: "ne serait plus ouvert"."""
_HOUR = frozenset({"", "."})
"""What may stand behind an hour within its clause: "at 2 a.m. in Karr"."""
_OF = frozenset({"in", "of", "de", "di"})
"""What leads from a measure to the side that it is of."""


def other_step(x: Mention, y: Mention) -> bool:
    """Whether two values belong to two steps of one affair: "opened in March", "closes in July"."""
    here = _steps(x)
    there = _steps(y) if here else {}
    if any(here[row] != there[row] for row in here.keys() & there.keys()):
        return True
    if x.kind is not FindingKind.DATE or shared_fields(x.value, y.value) > 1:
        return False
    return (
        _goes_on_until(x, y)
        or _goes_on_until(y, x)
        or _of_birth(x) != _of_birth(y)
        or _called_at(x, y)
        or _called_at(y, x)
    )


def _goes_on_until(x: Mention, y: Mention) -> bool:
    """Whether one alone is up to when something went on, and the other of no end: "until ten", "at six"."""
    if not _until(x):
        return False
    s, words = y.statement, lexicon(y.statement.language)
    bounds = words.words("up_to_then", "bound_of_time")
    at = y.first - (s.sequence[max(0, y.first - 1) : y.first] == ("the",))
    bound = not bounds.isdisjoint(s.sequence[max(0, at - 1) : at])
    return not bound and words.words("of_end").isdisjoint(s.words)


def _until(m: Mention) -> bool:
    """Whether a date or an hour stands behind "until", but not in "not until ten"."""
    s, words = m.statement, lexicon(m.statement.language)
    if words.words("up_to_then").isdisjoint(s.sequence[max(0, m.first - 1) : m.first]):
        return False
    return words.words("negator").isdisjoint(s.sequence[whole(s, m.first).start : m.first])


def _called_at(x: Mention, y: Mention) -> bool:
    """Whether one hour is that of the alarm, and the other account tells of none beside its own."""
    if x.value.minute is None or y.value.minute is None:
        return False
    alarm = lexicon(x.statement.language).words("alarm")
    if alarm.isdisjoint(x.statement.words) or not alarm.isdisjoint(y.statement.words):
        return False
    return not alarm.isdisjoint(_told_with(x))


def _told_with(m: Mention) -> Sequence[str]:
    """The words of the clause that an hour stands in or begins."""
    s, last = m.statement, m.last
    ends = lexicon(s.language).words("clause")
    goes_on = (
        last < len(s.forms)
        and s.sequence[last] not in ends
        and (m.first < 2 or s.gaps[last].strip() in _HOUR)
    )
    return s.sequence[whole(s, m.first).start : clause(s, last).stop if goes_on else last]


def _of_birth(m: Mention) -> bool:
    """Whether a date is that of a birth: what else somebody did was at another time."""
    births = lexicon(m.statement.language).words("birth")
    near = m.statement.sequence[max(0, m.first - NEAR) : m.last + 1]
    return not births.isdisjoint(m.statement.words) and not births.isdisjoint(near)


@lru_cache(KEPT)
def _steps(m: Mention) -> dict[int, int]:
    """Row -> the step that a value belongs to, by the nearest word before it, else behind it.

    Where its clause tells of another step before that, it may be either: "wants to be paid".
    """
    rows = _rows(m.statement.language, _keys(m))
    if rows.keys().isdisjoint(m.statement.stems):
        return {}
    tokens, near = m.statement.tokens, NEAR * (1 + (m.statement.language in SPACELESS))
    first = min(max(0, m.first - near), whole(m.statement, m.first).start)
    lead, behind = tokens[first : m.first], tokens[m.last : _goes_on(m, near)]
    found: dict[int, int] = {}
    denied = _denied(m.statement)
    for token in (*_right_behind(m), *lead[::-1], *behind):
        for row, step in () if token.start in denied else rows.get(token.stem, ()):
            found.setdefault(row, step)
    both = {row for t in lead for row, step in rows.get(t.stem, ()) if found.get(row, step) != step}
    return {row: step for row, step in found.items() if row not in both}


def _keys(m: Mention) -> tuple[str, ...]:
    """The lists of rows that tell of a value."""
    if m.kind is FindingKind.DATE:
        return ("step_of_time",)
    if m.value.unit == "age":
        return "step_of_deed", "whose_age"
    return ("step_of_deed", "step_of_play") if _of_play(m) else ("step_of_deed",)


def _of_play(m: Mention) -> bool:
    """Whether a number is a result, or of goals: other numbers go up and are drawn too."""
    goals = stems("score_of", m.statement.language)
    return m.value.unit == "score" or not goals.isdisjoint(m.value.noun)


def _goes_on(m: Mention, near: int) -> int:
    """One past the last word behind a value, up to a mark."""
    most = min(len(m.statement.forms), m.last + near)
    return next((n for n in range(m.last + 1, most) if parted(m.statement, n - 1)), most)


def _denied(s: Statement) -> frozenset[int]:
    """First characters of the words that a negator denies, which so tell of no step: "no longer open"."""
    negators = lexicon(s.language).words("negator", "no")
    if negators.isdisjoint(s.words):
        return frozenset()
    at = [n for n, word in enumerate(s.sequence) if word in negators]
    return frozenset([s.starts[k] for n in at for k in range(n + 1, min(n + 1 + DENIED, len(s.starts)))])


def _right_behind(m: Mention) -> Sequence[Token]:
    """The word that belongs to a value before any other does: "46 metres tall", "46 metres in height"."""
    at = m.last + (not _OF.isdisjoint(m.statement.sequence[m.last : m.last + 1]))
    return () if "".join(m.statement.gaps[m.last : at + 1]).strip() else m.statement.tokens[at : at + 1]


@cache
def _rows(language: str, keys: tuple[str, ...]) -> dict[str, list[tuple[int, int]]]:
    """Stem -> the rows that have it, each with the number of the step."""
    stem, irregular = stemmer(language), lexicon(language).values("irregular")
    rows: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, row in enumerate([row for key in keys for row in lexicon(language).rows(key)]):
        for step, words in enumerate(row):
            for word in {irregular.get(w, w) for w in words}:
                rows[stem(word)].append((number, step))
    return dict(rows)

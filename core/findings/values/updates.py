"""Conflicts that are none, as one account is older than the other: another figure for another day or hour."""

from itertools import pairwise, product

from core.findings.clause import whole
from core.findings.dates.when import compare
from core.findings.kind import Conflict, Mention, Relation, at_odds
from core.findings.language import lexicon
from core.findings.numbers import number
from core.findings.slots import Pair
from core.findings.text import Statement
from core.findings.values.gate import came_to
from core.findings.window import Window
from core.model import FindingKind

SAME = 0.8
"""Share of the words of the longer of two sentences that is aligned where one was made from the other."""

OPENS = 2
"""Words by which a day that opens a sentence has begun: "By Wednesday, the number of …"."""


def without_updates(pair: Pair, found: list[Conflict]) -> list[Conflict]:
    """Conflicts without those of sentences that give other figures for another day or hour.

    Sentences whose words are else the same (`SAME`) are at odds about both, unless one says that it is newer:
    "so far", "by Tuesday". Figures of which one rose past the other are no conflict to begin with.
    """
    if not found:
        return []
    figures = {(c.a.statement, c.b.statement) for c in found if c.a.kind is FindingKind.NUMBER}
    dated = {(c.a.statement, c.b.statement) for c in found} - figures
    figures |= {(s, t) for s, t in dated if _risen(pair, s, t)}
    updates = {
        (s, t)
        for s, t in figures
        if _of_two_moments(pair, s, t) and (pair.cover(s, t)[1] < SAME or _newer(pair, s, t))
    }
    return [c for c in found if (c.a.statement, c.b.statement) not in updates]


def _risen(pair: Pair, s: Statement, t: Statement) -> bool:
    """Whether one of two sentences tells in the clause of its day that a figure of the other rose past it."""
    here, there = pair.a.told(FindingKind.NUMBER, s), pair.b.told(FindingKind.NUMBER, t)
    for x, y in product(here, there):
        if number.compare(x, y) is Relation.CONFLICT:
            mine, yours = came_to(x, y), came_to(y, x)
            if (mine and _dated(pair.a, x)) or (yours and _dated(pair.b, y)):
                return True
    return False


def _dated(window: Window, figure: Mention) -> bool:
    """Whether a day or an hour opens the sentence of a figure, or stands in its clause."""
    s = figure.statement
    return any(d.first < OPENS or d.first in whole(s, figure.first) for d in window.told(FindingKind.DATE, s))


def _of_two_moments(pair: Pair, s: Statement, t: Statement) -> bool:
    """Whether two sentences are of other days, or of none and of other hours: 35 by Monday, 52 by Friday.

    The days may be those of the report, which are no rivals.
    """
    here, there = pair.a.told(FindingKind.DATE, s), pair.b.told(FindingKind.DATE, t)
    days, hours = (
        [[d for d in own if (d.value.minute is not None) == timed] for own in (here, there)]
        for timed in (False, True)
    )
    told = days if all(days) else hours
    return at_odds(told[0], told[1], compare)


def _newer(pair: Pair, s: Statement, t: Statement) -> bool:
    """Whether one of two sentences says that it brings a figure up to date."""
    return any(_new(d) for w, own in ((pair.a, s), (pair.b, t)) for d in w.told(FindingKind.DATE, own))


def _new(date: Mention) -> bool:
    """Whether the sentence of a date says that it brings a figure up to date."""
    statement = date.statement
    updates = lexicon(statement.language).words("update")
    phrases = {f"{a.word} {b.word}" for a, b in pairwise(statement.tokens)}
    before = statement.tokens[date.first - 1].word if date.first else ""
    by = before in lexicon(statement.language).words("update_by")
    return by or not updates.isdisjoint(statement.words | phrases)

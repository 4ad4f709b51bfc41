"""Conflicts that are none, as one account is older than the other: another figure for another day or hour."""

from itertools import pairwise

from core.findings.dates.when import compare
from core.findings.kind import Conflict, Mention, at_odds
from core.findings.language import lexicon
from core.findings.slots import Pair
from core.findings.text import Statement
from core.model import FindingKind

SAME = 0.8
"""Share of the words of the longer of two sentences that is aligned where one was made from the other."""


def without_updates(pair: Pair, found: list[Conflict]) -> list[Conflict]:
    """Conflicts without those of sentences that give other figures for another day or hour.

    Sentences whose words are else the same (`SAME`) are at odds about both, unless one says that it is newer:
    "so far", "by Tuesday".
    """
    figures = {(c.a.statement, c.b.statement) for c in found if c.a.kind is FindingKind.NUMBER}
    updates = {
        (s, t)
        for s, t in figures
        if _of_two_moments(pair, s, t) and (pair.cover(s, t)[1] < SAME or _newer(pair, s, t))
    }
    return [c for c in found if (c.a.statement, c.b.statement) not in updates]


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
    return all(told) and at_odds(told[0], told[1], compare)


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

"""Conflicts that are none, as one account is older than the other: another figure for another day or hour."""

from itertools import pairwise

from core.findings import sums
from core.findings.dates.when import compare
from core.findings.kind import Conflict, Mention, at_odds
from core.findings.language import lexicon
from core.findings.slots import Pair
from core.model import FindingKind


def without_updates(pair: Pair, found: list[Conflict]) -> list[Conflict]:
    """Conflicts without those of sentences that give other figures for another day or hour: an update.

    A sentence says that it is one ("had risen to", "so far", "by Tuesday"); without a word of that kind two
    sentences that differ in day and figure are at odds about both.
    """
    moments = {
        (c.a.statement, c.b.statement)
        for c in found
        if c.a.kind is FindingKind.DATE and (_new(c.a) or _new(c.b) or c.a.value.period != c.b.value.period)
    }
    figures = {(c.a.statement, c.b.statement) for c in found if c.a.kind is FindingKind.NUMBER}
    updates = moments & figures | {
        (c.a.statement, c.b.statement) for c in found if sums.is_count(c.a) and _brought_up(pair, c.a, c.b)
    }
    return [c for c in found if (c.a.statement, c.b.statement) not in updates]


def _brought_up(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether two counts are of two days, and one is brought up to date: "35 by Monday", "52 now".

    The days may be those of the report, which are no rivals.
    """
    days = [
        [d for d in w.told(FindingKind.DATE, m.statement) if d.value.minute is None]
        for w, m in ((pair.a, x), (pair.b, y))
    ]
    return all(days) and at_odds(days[0], days[1], compare) and any(_new(d) for own in days for d in own)


def _new(date: Mention) -> bool:
    """Whether the sentence of a date says that it brings a figure up to date."""
    statement = date.statement
    updates = lexicon(statement.language).words("update")
    phrases = {f"{a.word} {b.word}" for a, b in pairwise(statement.tokens)}
    before = statement.tokens[date.first - 1].word if date.first else ""
    by = before in lexicon(statement.language).words("update_by")
    return by or not updates.isdisjoint(statement.words | phrases)

"""The time of day at which something happened, as two articles give it: when the dyke gave way."""

from collections.abc import Sequence
from functools import cache

from core.findings.article import Article
from core.findings.dates import date
from core.findings.kind import Conflict, Mention, Reader, at_odds, at_one, each_with_first
from core.findings.language import lexicon
from core.findings.text import Statement
from core.findings.whole.event import IN_YEAR, Accounts, of_both

FAR = 12
"""Most words between a time of day and the phrase for what happened then."""
VAGUE = 60
"""Most minutes by which a time may be off and still be an hour: "around six", not "in the morning"."""


def conflicts(accounts: Accounts) -> list[Conflict]:
    """Find what two articles on one event time differently.

    Args:
        accounts: The articles, with what reads them.

    Returns:
        The conflicts of each two articles of which either gives one time for it, and not the other's.
    """
    timed = cache(lambda article, places: _timed(article, places, accounts.dates))
    found: list[Conflict] = []
    for _, (a, here), (b, there) in of_both(accounts.told("moment"), accounts.tick):
        left, right = timed(a, here), timed(b, there)
        if at_odds(left, right, date.compare) and accounts.of_one_event(a, b):
            start, end = here[0]
            label = " ".join(a.source.text[start:end].split())
            found += [Conflict(x, y, 2.0, label, "different times") for x, y in each_with_first(left, right)]
    return found


def _timed(article: Article, places: Sequence[tuple[int, int]], dates: Reader) -> list[Mention]:
    """The times at which an article says that something happened, if they are one."""
    found: list[Mention] = []
    for start, end in places:
        s = article.statement(article.at(start))
        if (m := _time(s, *s.tokens_in(start, end), dates)) is not None:
            found.append(m)
    return found if at_one(found, date.compare) else []


def _time(s: Statement, first: int, last: int, dates: Reader) -> Mention | None:
    """The one time of day in a sentence, if it stands near some words and does not look back over years."""
    words = lexicon(s.language)
    if IN_YEAR.search(s.text) or not words.words("before_now", "again", "zone").isdisjoint(s.words):
        return None
    clocks = [m for m in dates(s) if m.value.minute is not None]
    if len(clocks) != 1 or not _is_hour(clocks[0]):
        return None
    m = clocks[0]
    return m if max(m.first - last, first - m.last) <= FAR else None


def _is_hour(m: Mention) -> bool:
    """Whether a time is told by an hour: not "by nightfall"."""
    words, own = lexicon(m.statement.language), m.statement.sequence[m.first : m.last]
    named = words.values("hour").keys() | words.values("clock").keys()
    return any(w[0].isdigit() or w in named for w in own) and max(m.value.early, m.value.late) <= VAGUE

"""Parts of a day, and months and years counted from now: "on Friday evening", "next month"."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from core.findings.dates.when import When
from core.findings.kind import Mention
from core.findings.language import lexicon
from core.findings.text import Statement

HOUR = 60
"""Minutes up to which a time told as "about" reaches, and from which it is a part of a day."""
Found = tuple[int, int, When]
"""First character and one past the last, in the sentence, and the date or time."""


def vague(statement: Statement, found: Sequence[Found]) -> list[Found]:
    """Find parts of a day, where no hour is told, and periods counted from now.

    Args:
        statement: A sentence.
        found: The dates and times that are read in it already.

    Returns:
        More of them, none of which has a word of one of these.
    """
    if statement.words.isdisjoint(telling(statement.language)):
        return []
    more = list(_periods(statement))
    if all(when.minute is None for _, _, when in found):
        more += _parts(statement)
    return [(p, q, when) for p, q, when in more if not any(p < end and start < q for start, end, _ in found)]


def tied(m: Mention) -> bool:
    """Whether a sentence ties its time to another one: "again in the afternoon", "on Friday, a day after"."""
    words, when, said = lexicon(m.statement.language), m.value, m.statement.tokens
    if when.weekday is not None and when.day is None:
        days, beside = words.words("day_from"), words.words("after_term")
        own = range(m.first, m.last - 1)  # "three days later" is reckoned
        told = enumerate(pairwise(said))
        return any(n not in own and a.word in days and b.word in beside for n, (a, b) in told)
    loose = when.period or min(when.early, when.late) > HOUR
    return bool(loose) and not words.words("further").isdisjoint(m.statement.words)


@cache
def telling(language: str) -> frozenset[str]:
    """Words of which a part of a day or a period counted from now has one."""
    words = lexicon(language)
    return frozenset(words.values("day_part")) | words.words("now_period")


def _parts(s: Statement) -> Iterator[Found]:
    """Each part of a day behind a day or a word that leads to one: "the morning", not "morning papers"."""
    words = lexicon(s.language)
    parts, leads = words.values("day_part"), words.words("before_part")
    for n, token in enumerate(s.tokens):
        part = parts.get(token.word)
        if part is None or (n and s.tokens[n - 1].word not in leads and token.word not in leads):
            continue
        behind = s.tokens[n + 1 : n + 2]
        if not (behind and behind[0].content and behind[0].text[0].islower() and s.gaps[n + 1] == " "):
            yield token.start - s.start, token.end - s.start, _part(*map(int, part.split("-")))


def _part(first: int, last: int) -> When:
    """The minutes from the first to the last of a part, which may lie behind midnight."""
    half = (last - first) // 2
    return When(minute=(first + half) % 1440, early=half, late=half)


def _periods(s: Statement) -> Iterator[Found]:
    """Each period with how far it is away: "next month", not "the next month"."""
    words = lexicon(s.language)
    away, spans, articles = words.values("now_away"), words.words("now_period"), words.words("definite")
    for n, (lead, token) in enumerate(pairwise(s.tokens)):
        counted = token.word in spans and lead.word in away
        if counted and (n == 0 or lead.word == "coming" or s.tokens[n - 1].word not in articles):
            when = When(away=int(away[lead.word]), period=token.word)
            yield lead.start - s.start, token.end - s.start, when

"""Parts of a day: "on Friday evening"."""

from collections.abc import Iterator, Sequence
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
    """Find parts of a day, where no hour is told.

    Args:
        statement: A sentence.
        found: The dates and times that are read in it already.

    Returns:
        More of them, none of which has a word of one of these.
    """
    if statement.words.isdisjoint(lexicon(statement.language).values("day_part")):
        return []
    if any(when.minute is not None for _, _, when in found):
        return []
    parts = _parts(statement)
    return [(p, q, when) for p, q, when in parts if not any(p < end and start < q for start, end, _ in found)]


def tied(m: Mention) -> bool:
    """Whether a sentence ties its time to another one: "again in the afternoon", "on Friday, a day after"."""
    words, when, said = lexicon(m.statement.language), m.value, m.statement.tokens
    if when.weekday is not None and when.day is None:
        days, beside = words.words("day_from"), words.words("after_term")
        return any(a.word in days and b.word in beside for a, b in pairwise(said))
    return min(when.early, when.late) > HOUR and not words.words("further").isdisjoint(m.statement.words)


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

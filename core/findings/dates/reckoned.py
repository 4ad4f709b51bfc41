"""Days and years reckoned from one that a sentence names: "on Monday … the next day", "six years later"."""

from collections.abc import Iterator, Sequence

from core.findings.dates.dateline import Found, away
from core.findings.dates.when import When
from core.findings.language import Lexicon, lexicon
from core.findings.text import Statement

DAY, YEAR = "time:86400", "time:31557600"
"""What the lists of units say of words for a day and for a year."""
WEEK = 7
"""Days after which a day of the week comes again."""
BESIDE = 3
"""Words behind a reckoned day in which it is named as well: "two days later, on Sunday"."""


def reckoned(statement: Statement, found: Sequence[Found]) -> Iterator[Found]:
    """Find the days and years that are reckoned from the date named before them.

    Args:
        statement: The sentence.
        found: Its dates, each with its first character and one past the last.

    Yields:
        More of them.
    """
    words = lexicon(statement.language)
    leads = words.values("reckoned")
    if not found or statement.words.isdisjoint(leads):
        return
    named = [(statement.tokens_in(statement.start + f[0], statement.start + f[1]), f[2]) for f in found]
    for n, word in enumerate(statement.sequence):
        read = _read(statement, n, int(leads[word]), words) if word in leads else None
        if read is None:
            continue
        first, last, unit, away_by = read
        if any(last <= at[0] < last + BESIDE or (at[0] < last and first < at[1]) for at, _ in named):
            continue
        before = [when for at, when in named if at[1] <= first and when.minute is None]
        when = _from(before[-1], unit, away_by) if before else None
        if when is not None:
            tokens, start = statement.tokens, statement.start
            yield tokens[first].start - start, tokens[last - 1].end - start, when


def _read(s: Statement, n: int, way: int, words: Lexicon) -> tuple[int, int, str, int] | None:
    """First token and one past the last, the unit, and how many of it: "the next day", "two years later"."""
    units, articles = words.values("unit"), words.words("definite")
    if units.get(s.sequence[n - 1] if n else "") in {DAY, YEAR} and n > 1:
        word = s.sequence[n - 2]
        many = int(word) if word.isdecimal() else int(words.values("ones").get(word, word == "a"))
        counts = many and s.sequence[n + 1 : n + 2] not in {("than",), ("on",)}
        return (n - 2, n + 1, units[s.sequence[n - 1]], way * many) if counts else None
    if n and n + 1 < len(s.sequence) and s.sequence[n - 1] in articles and way > 0:
        unit = units.get(s.sequence[n + 1], "")
        alone = s.sequence[n + 2 : n + 3] != ("of",)  # "the next year of the war"
        return (n - 1, n + 2, unit, way) if alone and unit in {DAY, YEAR} else None
    return None


def _from(when: When, unit: str, many: int) -> When | None:
    """The date that lies so many days or years from another one; None where it cannot be told."""
    if unit == YEAR:
        return When(year=when.year + many) if when.year is not None else None
    if when.day is None and (when.weekday is None or abs(many) >= WEEK):
        return None
    return away(when, many)

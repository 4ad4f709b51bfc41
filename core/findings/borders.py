"""Where a phrase begins and ends: a label that opens inside a name is about something else."""

from collections.abc import Sequence
from functools import cache

from core.findings.dates.patterns import calendar_words
from core.findings.dates.vague import telling
from core.findings.language import lexicon
from core.findings.text import Statement, Token

LONGEST = 8
"""Words of a label that is opened to the left."""
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "this", "that"})
SMALL = 4
"""Small words between two of a label at which they are left out: "alarms had been switched" has two."""
_NEW = frozenset({"a", "an"})
"""Before what is told of for the first time: a label says it without what stands before it."""
_JOINING = frozenset("-‐‑")
_HYPHENS = " -‐‑"
_LEADING = frozenset({"of", "de", "di", "von", "van", "do", "da", "du", "del", "della"}) | frozenset(
    {"on", "for", "about", "under", "over", "against", "with"}
)
"""Small words that lead from a noun to what says more of it; those of place and of `linking` do so too."""
_PARTICLES = frozenset({"up", "down", "off", "out", "away"})
"""Small words without which a verb before a value is another one: "went off at", "came down"."""


def opened(s: Statement, first: int, end: int) -> int:
    """The first token of the phrase that some words stand in, as long as it is short.

    Of "the ferry to Calla Bay will cost" it is "ferry" for the words "Bay will cost".

    Args:
        s: The sentence.
        first: First token of the words.
        end: One past their last.
    """
    n = best = first
    while n and end - n < LONGEST and not s.gaps[n].strip(_HYPHENS):
        if _says_of(s, n - 1):
            n -= 1
            continue
        best = n
        lead = n - 1 - is_determiner(s, n - 1)
        if (
            s.tokens[n - 1].word in _NEW
            or lead < 1
            or s.gaps[lead + 1].strip()
            or s.gaps[lead].strip()
            or not _leads(s, lead)
        ):
            break
        if not _says_of(s, lead - 1):
            break
        n = lead - 1
    whole = n == 0 or s.gaps[n].strip(_HYPHENS) or not _says_of(s, n - 1)
    n = n if whole and end - n <= LONGEST else best
    while n < end - 1 and s.gaps[n] in _JOINING:  # "the 19-year-old pilot"
        n += 1
    return n


def closed(s: Statement, end: int, stop: int) -> int:
    """One past the last token of some words, or past the particle of their verb if more precedes a value."""
    more = end < stop - 1 and s.tokens[end].word in _PARTICLES and not s.gaps[end].strip()
    return end + more


def printed(s: Statement, first: int, end: int) -> str:
    """Some tokens in a row, as they stand in the sentence."""
    return " ".join(s.text[s.tokens[first].start - s.start : s.tokens[end - 1].end - s.start].split())


def pieced(s: Statement, places: Sequence[int], apart: range) -> str:
    """Words of a sentence with the small words between them, and an ellipsis for what is left out.

    Args:
        s: The sentence.
        places: The tokens.
        apart: Tokens that are none of the label: those of the reading itself.
    """
    runs: list[list[int]] = []
    for n in places:
        first = runs[-1][1] if runs else n
        between = range(first, n)
        told = any(s.tokens[i].content or i in apart for i in between) or len(between) >= SMALL
        if not runs or told or any(s.gaps[i].strip(_HYPHENS) for i in range(first, n + 1)):
            runs.append([n, n + 1])
        runs[-1][1] = n + 1
    if runs:
        runs[-1][1] = _to_its_noun(s, runs[-1][1], apart)
    return " … ".join(printed(s, first, end) for first, end in runs)


def _to_its_noun(s: Statement, end: int, apart: range) -> int:
    """One past the noun or name that a phrase cut before it still wants: "key" of "key interest rate"."""
    stop = min(end + 2, len(s.tokens))
    if end < stop and s.tokens[end].word in _PARTICLES and s.gaps[end] == " ":  # "had been switched off"
        return end + 1
    words = lexicon(s.language).words("before_place", "linking", "clause")
    for n in range(end, stop):
        token, before = s.tokens[n], s.tokens[n - 1]
        alike = token.content and token.text[0].islower() == before.text[0].islower()
        other = n in apart or token.word in words or token.word.endswith(("ly", "ed"))
        if s.gaps[n] not in _JOINING and (not alike or other or s.gaps[n].strip()):
            return n
    return stop


@cache
def when_words(language: str) -> frozenset[str]:
    """Names of months and days, and words for parts of a day: when something was, not what."""
    return calendar_words(language) | telling(language)


def tells_when(token: Token, language: str) -> bool:
    """Whether a word only says when; a month that is a verb or a noun too has a capital: "May", "may"."""
    parts = telling(language)
    return token.word in when_words(language) and (token.word in parts or not token.text[0].islower())


def _says_of(s: Statement, n: int) -> bool:
    """Whether a token is a content word that belongs to the noun behind it, or does what follows."""
    token = s.tokens[n]
    speaks = token.word in lexicon(s.language).words("say")
    return token.content and not speaks and not tells_when(token, s.language)


def is_determiner(s: Statement, n: int) -> bool:
    """Whether a token is an article or stands for one."""
    return s.tokens[n].word in DETERMINERS or s.tokens[n].word in lexicon(s.language).words("article")


def _leads(s: Statement, n: int) -> bool:
    words, word = lexicon(s.language), s.tokens[n].word
    return word in _LEADING or word in words.words("before_place", "linking")

"""The clause that a word stands in: from a mark or a conjunction to the next."""

from collections.abc import Sequence, Set
from functools import lru_cache

from core.findings.language import lexicon
from core.findings.text import Statement

KEPT = 1_000
"""Sentences of which it is kept what was found in them: a sentence stands in several pairs of windows."""
REACH = 8
"""Words on either side of a word that are read as its clause."""
_MARKS = frozenset(',;:.()[]–—"“”„«»…，；。：،؛।')


@lru_cache(KEPT)
def clause(s: Statement, n: int) -> range:
    """The tokens of the clause that a word stands in, up to a mark or a conjunction, a few on either side."""
    ends = lexicon(s.language).words("clause")
    last, most = n + 1, min(len(s.forms), n + REACH)
    while last < most and not parted(s, last - 1) and s.forms[last][1] not in ends:
        last += 1
    return range(lead(s, n).start, last)


def whole(s: Statement, n: int) -> range:
    """The same with all before the word, however far its clause begins."""
    return range(_begins(s)[n], clause(s, n).stop)


def told_as(s: Statement, n: int, key: str) -> bool:
    """Whether a word or a phrase of a list stands in the clause of a word: "originally to open in May"."""
    words = lexicon(s.language)
    if words.ends(key).isdisjoint(s.words):
        return False
    inside = whole(s, n)
    return told_in(s.sequence[inside.start : inside.stop], words.words(key))


def told_in(said: Sequence[str], phrases: Set[str]) -> bool:
    """Whether one of some words and phrases stands among some words."""
    told = f" {' '.join(said)} "
    return any(f" {phrase} " in told for phrase in phrases)


def lead(s: Statement, n: int) -> range:
    """The tokens before a word that belong to its clause."""
    return range(max(0, n - REACH, _begins(s)[n]), n)


@lru_cache(KEPT)
def _begins(s: Statement) -> list[int]:
    """For each token, the first of its clause: behind a mark or a conjunction."""
    ends, first, begins = lexicon(s.language).words("clause"), 0, [0]
    for n, (form, gap) in enumerate(zip(s.forms, s.gaps[1:], strict=False), 1):
        if form[1] in ends or (gap != " " and not _MARKS.isdisjoint(gap)):
            first = n
        begins.append(first)
    return begins


def parted(s: Statement, n: int) -> bool:
    """Whether a mark stands behind a token, or the sentence ends there."""
    return n + 1 == len(s.gaps) or (s.gaps[n + 1] != " " and not _MARKS.isdisjoint(s.gaps[n + 1]))

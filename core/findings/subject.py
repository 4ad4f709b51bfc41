"""The noun group that a clause begins with: of what, or of whom, something is told."""

from collections.abc import Mapping

from core.findings.clause import whole
from core.findings.language import lexicon
from core.findings.text import Statement
from core.findings.window import Window


def subject(s: Statement, n: int) -> range:
    """The noun group that the clause of a word begins with, up to its first small word.

    Args:
        s: The sentence.
        n: The token.

    Returns:
        Its tokens without the article: "reading room" of "the reading room of the archive is closed"; none
        where the clause begins with another small word, or goes on behind a conjunction: "and became".
    """
    words, first = lexicon(s.language), whole(s, n).start
    if first and s.sequence[first - 1] in words.words("clause") - words.words("that"):
        return range(0)
    articles = words.words("article")
    while first < n and s.sequence[first] in articles:
        first += 1
    last = first
    while last < n and s.forms[last][3]:
        last += 1
    return range(first, last)


def alone(window: Window, s: Statement, n: int, matched: Mapping[int, int]) -> bool:
    """Whether that group has no like in the other account: its first word, or two of its words.

    One word behind others may be the verb.
    """
    at, group = window.offset[s.number], subject(s, n)
    lone = [k for k in group if at + k not in matched]
    return len(lone) > 1 or group.start in lone

"""What befell nobody at all in one article, and somebody in another: "no arrests", "a man was arrested".

Such a denial holds of the whole event: whoever it befell in another report of it contradicts it, in whatever
words the two sentences tell the rest.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import permutations

from core.findings.claims.claims import mention
from core.findings.claims.negation import RULE
from core.findings.claims.polarity import Said, reading
from core.findings.fates import PLAIN, tree
from core.findings.kind import Conflict, Mention
from core.findings.language import lexicon
from core.findings.text import Article, Statement
from core.findings.toll import IN_YEAR, OPENING, Words, of_one_event
from core.progress import Tick, silent, ticked

BETWEEN, LEAD = 40, 3
"""Characters between "nobody" and what befell them; words between "was" and what befell somebody."""
LATE = frozenset({"arrested"})
"""What reports come to late; the dead and the hurt stand in their openings, those of before further down."""


def conflicts(articles: Sequence[Article], words: Words, tick: Tick = silent) -> list[Conflict]:
    """Find what one article says of somebody and another one denies of everybody.

    Args:
        articles: The articles, in an order that does not depend on how they were given.
        words: Gives the words of a source that have a capital.
        tick: Told now and then; what it raises stops the search.

    Returns:
        For each two articles on one event and each thing that may befall people, at most one conflict.
    """
    denied = {a: told for a in ticked(articles, tick) if (told := _denied(a))}
    if not denied:
        return []
    found: list[Conflict] = []
    for (n, a), (m, b) in permutations(enumerate(articles), 2):
        for family, x in denied.get(a, {}).items():
            y = None if family in denied.get(b, ()) else _befell(b, family, early=True)
            if y is not None and _befell(a, family, early=False) is None and of_one_event(a, b, words):
                left, right = (x, y) if n < m else (y, x)
                found.append(Conflict(left, right, 1.5, y.said, RULE))
    return found


@cache
def _denial(language: str) -> re.Pattern[str] | None:
    """Finds in plain letters where something befell nobody; what it is stands in one of two groups."""
    words = lexicon(language)
    who, none, deeds = words.words("nobody_did"), words.words("none_such"), words.values("befell")
    if not who:
        return None
    nobody, no, did = (tree(sorted(own, reverse=True)) for own in (who, none, deeds))
    nouns = tree(sorted(words.values("befallen"), reverse=True))
    return re.compile(rf"\b{nobody}\b[^.,;:!?\"“”«»]{{1,{BETWEEN}}}?\b({did})\b|\b{no} ({nouns})\b")


def _denied(article: Article) -> dict[str, Mention]:
    """What is said to have befallen nobody."""
    pattern, found = _denial(article.language), dict[str, Mention]()
    words = lexicon(article.language)
    if pattern is None:
        return {}
    for start, end in article.blocks:
        for m in pattern.finditer(article.source.text[start:end].translate(PLAIN)):
            s = article.statement(article.at(start + m.start()))
            first, last = s.tokens_in(start + m.start(), start + m.end())
            if not words.words("for_now").isdisjoint(s.words) or IN_YEAR.search(s.text):
                continue
            family = words.values("befell").get(m[1]) or words.values("befallen")[m[2]]
            found.setdefault(family, mention(s, first, last))
    return found


@cache
def _deeds(language: str) -> re.Pattern[str]:
    """Finds in plain letters what may befall people."""
    words = lexicon(language)
    return re.compile(
        rf"\b{tree(sorted({**words.values('befell'), **words.values('befallen')}, reverse=True))}\b"
    )


def _befell(article: Article, family: str, *, early: bool) -> Mention | None:
    """Where an article, or at least its opening, first says that something befell somebody."""
    words = lexicon(article.language)
    families = {**words.values("befell"), **words.values("befallen")}
    last = OPENING if early and family not in LATE else len(article.places)
    for start, end in article.blocks if families else ():
        plain = article.source.text[start:end].translate(PLAIN)
        for m in _deeds(article.language).finditer(plain):
            n = article.at(start + m.start())
            if n < last and families[m[0]] == family:
                s = article.statement(n)
                told = _told(s, *s.tokens_in(start + m.start(), start + m.end()))
                if told is not None:
                    return told
    return None


def _told(s: Statement, first: int, last: int) -> Mention | None:
    """Words for what befell somebody, if it is told as done: "was arrested", "had died", "37 arrests"."""
    words = lexicon(s.language)
    if IN_YEAR.search(s.text) or not words.words("before_now").isdisjoint(s.words):
        return None
    done, spoken = words.words("be", "befell_having"), words.words("spoken") - words.words("none_such")
    lead = [n for n in range(max(0, first - LEAD), first) if s.sequence[n] in done]
    many = [n for n in (first - 1, last) if 0 <= n < len(s.forms) and _counts(s.sequence[n], spoken)]
    how = reading(s, first)
    if how.said is not Said.PLAIN or how.ahead or not (lead or many):
        return None
    return mention(s, min((*lead, *many, first)), max((*many, last - 1)) + 1)


def _counts(word: str, spoken: AbstractSet[str]) -> bool:
    """Whether a word is of a number: "37 arrests", "killed two"."""
    return word[0].isdigit() or word in spoken

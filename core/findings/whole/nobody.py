"""What befell nobody at all in one article, and somebody in another: "no arrests", "a man was arrested".

Such a denial holds of the whole event: whoever it befell in another report of it contradicts it, in whatever
words the two sentences tell the rest.
"""

import re
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import permutations

from core.findings.article import Article
from core.findings.claims.claims import mention
from core.findings.claims.negation import RULE
from core.findings.claims.polarity import Said, reading
from core.findings.kind import Conflict, Mention
from core.findings.language import lexicon
from core.findings.text import Statement
from core.findings.whole.event import IN_YEAR, OPENING, Accounts
from core.findings.whole.spots import Places, plain
from core.progress import ticked

BETWEEN, WHO, LEAD = 40, 10, 3
"""Most characters between "nobody" and the verb, and of "nobody" itself; words before the verb that may tell
that it is done ("was")."""
LATE = frozenset({"arrested"})
"""What may be told anywhere in a report; the dead and the hurt count only in its opening, for those of other
events stand further down."""


def conflicts(accounts: Accounts) -> list[Conflict]:
    """Find what one article says of somebody and another one denies of everybody.

    Args:
        accounts: The articles, with what reads them.

    Returns:
        For each two articles on one event and each thing that may befall people, at most one conflict.
    """
    told = accounts.told("befell")
    denied = [_denied(a, places) for a, places in ticked(told, accounts.tick)]
    found: list[Conflict] = []
    befell = cache(lambda n, family, *, early: _befell(*told[n], family, early=early))
    for (n, (a, _)), (m, (b, _)) in permutations(enumerate(told), 2) if any(denied) else ():
        for family, x in denied[n].items():
            y = None if family in denied[m] else befell(m, family, early=True)
            if y is not None and befell(n, family, early=False) is None and accounts.of_one_event(a, b):
                left, right = (x, y) if n < m else (y, x)
                found.append(Conflict(left, right, 1.5, y.said, RULE))
    return found


@cache
def _nobody(language: str) -> dict[str, re.Pattern[str]]:
    """Finds in plain letters "nobody" before a verb of one list, or "no" before a noun of another."""
    words = lexicon(language)
    who, none = ("|".join(sorted(words.words(key))) or "\0" for key in ("nobody_did", "none_such"))
    return {
        "befell": re.compile(rf"\b(?:{who})\b[^.,;:!?\"“”«»]{{1,{BETWEEN}}}$"),
        "befallen": re.compile(rf"\b(?:{none}) $"),
    }


def _denied(article: Article, places: Places) -> dict[str, Mention]:
    """What is said to have befallen nobody."""
    found: dict[str, Mention] = {}
    for family, own in places.items():
        told = (_denial(article, start, end) for start, end in own)
        if (m := next(filter(None, told), None)) is not None:
            found[family] = m
    return found


def _denial(article: Article, start: int, end: int) -> Mention | None:
    """Words that say of nobody what two characters of an article lie around."""
    words, before = lexicon(article.language), max(0, start - BETWEEN - WHO)
    said, lead = plain(article.source.text[start:end]), plain(article.source.text[before:start])
    denials = (
        none.search(lead) for key, none in _nobody(article.language).items() if said in words.values(key)
    )
    m = next(filter(None, denials), None)
    if m is None:
        return None
    s = article.statement(article.at(start))
    (first, last), deed = s.tokens_in(before + m.start(), end), s.tokens_in(start, end)[0]
    some = IN_YEAR.search(s.text) or _of_some(s, range(first, deed), last)
    return None if some else mention(s, first, last)


def _of_some(s: Statement, lead: range, last: int) -> bool:
    """Whether a denial is of some people, for now or of one thing: "nobody else", "nobody on the ground"."""
    words = lexicon(s.language)
    if not words.words("for_now", "again").isdisjoint(s.words):
        return True
    who = " ".join(words.words("nobody_did", "none_such")).split()
    small = words.words("be", "befell_having", "negator").union(who)
    narrow = s.sequence[last : last + 1]
    return not small.issuperset(s.sequence[lead.start : lead.stop]) or not words.words(
        "restricting"
    ).isdisjoint(narrow)


def _befell(article: Article, places: Places, family: str, *, early: bool) -> Mention | None:
    """Where an article, or at least its opening, first says that something befell somebody."""
    opening = OPENING if early and family not in LATE else len(article.places)
    for start, end in places.get(family, ()):
        s = article.statement(article.at(start))
        if s.number < opening and (told := _told(s, *s.tokens_in(start, end))) is not None:
            return told
    return None


def _told(s: Statement, first: int, last: int) -> Mention | None:
    """Words for what befell somebody, if it is told as done: "was arrested", "had died", "37 arrests"."""
    words = lexicon(s.language)
    if IN_YEAR.search(s.text) or not words.words("before_now", "unsettled", "beast").isdisjoint(s.words):
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

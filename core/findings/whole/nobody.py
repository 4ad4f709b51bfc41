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
from core.findings.kind import Conflict, Mention
from core.findings.language import lexicon
from core.findings.text import Article, Statement
from core.findings.whole.spots import pattern, spots, tree
from core.findings.whole.toll import IN_YEAR, OPENING, Words, of_one_event
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
    befell, found = cache(_befell), list[Conflict]()  # each article is asked by every other one
    for (n, a), (m, b) in permutations(enumerate(articles), 2):
        for family, x in denied.get(a, {}).items():
            y = None if family in denied.get(b, ()) else befell(b, family, early=True)
            if y is not None and befell(a, family, early=False) is None and of_one_event(a, b, words):
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
    nobody, no, did, nouns = map(tree, (who, none, deeds, words.values("befallen")))
    return re.compile(rf"\b{nobody}\b[^.,;:!?\"“”«»]{{1,{BETWEEN}}}?\b({did})\b|\b{no} ({nouns})\b")


def _denied(article: Article) -> dict[str, Mention]:
    """What is said to have befallen nobody."""
    denial, found = _denial(article.language), dict[str, Mention]()
    words = lexicon(article.language)
    for m, at in spots(article, denial) if denial else ():
        s = article.statement(article.at(at + m.start()))
        first, last = s.tokens_in(at + m.start(), at + m.end())
        deed, _ = s.tokens_in(at + m.start(1 if m[1] else 2), at + m.end())
        if not (IN_YEAR.search(s.text) or _of_some(s, range(first, deed), last)):
            family = words.values("befell").get(m[1]) or words.values("befallen")[m[2]]
            found.setdefault(family, mention(s, first, last))
    return found


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


@cache
def _deeds(language: str) -> dict[str, str]:
    """What may befall people, with its family."""
    words = lexicon(language)
    return {**words.values("befell"), **words.values("befallen")}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Finds in plain letters what may befall people."""
    return pattern(_deeds(language))


def _befell(article: Article, family: str, *, early: bool) -> Mention | None:
    """Where an article, or at least its opening, first says that something befell somebody."""
    deeds = _deeds(article.language)
    last = OPENING if early and family not in LATE else len(article.places)
    for m, at in spots(article, _pattern(article.language)) if deeds else ():
        n = article.at(at + m.start())
        if n < last and deeds[m[0]] == family:
            s = article.statement(n)
            if (told := _told(s, *s.tokens_in(at + m.start(), at + m.end()))) is not None:
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

"""How much there is of a stuff, over whole articles, linked or not, and inside one: 60 tonnes of oil.

Plain counts are left out: 5 of 5 that an article gave twice in one frame were of different days, games or
pictures.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations_with_replacement

from core.findings import labels
from core.findings.article import Article
from core.findings.kind import Conflict, Mention, Reader
from core.findings.language import lexicon
from core.findings.text import Statement, content_stems
from core.findings.whole.event import Accounts
from core.findings.whole.facts import Fact, numbers_at, once, rivals
from core.frozen import frozen
from core.progress import Tick

_DIGITS = re.compile(r"\d+")
_POUNDS = frozenset({"pound", "pounds"})
MEASURES = frozenset({"mass", "volume", "area"})
"""Classes of which what is measured follows: tonnes of barley."""
AROUND, FRAME = 8, 3
"""Stems, within so many words on either side, that two amounts share when they fill one slot."""


@frozen()
class Amount(Fact):
    """So much of a stuff; `of` is the stem of the stuff."""

    around: frozenset[str]
    """The other stems around it."""


def conflicts(accounts: Accounts) -> list[Conflict]:
    """Find amounts of one stuff, in sentences alike, that are told otherwise.

    Args:
        accounts: The articles, with what reads them.

    Returns:
        Conflicts between articles and inside one; each value stands against the first rival in each article.
    """
    amounts = [list(_amounts(a, accounts.numbers, accounts.tick)) for a in accounts.articles]
    return [
        Conflict(x, y, 1.5, labels.of_value(x, y), "different numbers")
        for left, right in combinations_with_replacement(amounts, 2)
        for x, y in ((p.mention, q.mention) for p, q in once(rivals(left, right, _one_frame, accounts.tick)))
    ]


@cache
def _stuff(language: str) -> frozenset[str]:
    """Words of which a measure of a stuff has one."""
    units = lexicon(language).values("unit").items()
    return frozenset(w for w, unit in units if unit.partition(":")[0] in MEASURES) | _POUNDS


def _amounts(article: Article, numbers: Reader, tick: Tick) -> Iterator[Amount]:
    """The amounts that an article tells of a stuff."""
    told = _stuff(article.language)

    def measured(statement: Statement) -> Sequence[Mention]:
        return () if statement.words.isdisjoint(told) else numbers(statement)

    for mention in numbers_at(article, (_DIGITS,), measured, tick):
        q = mention.value
        if q.noun and q.unit in MEASURES:
            first, last = max(0, mention.first - AROUND), mention.last + AROUND
            around = content_stems(mention.statement.tokens[first:last])
            yield Amount(mention, frozenset(q.noun[:1]), frozenset(around) - frozenset(q.noun[:1]))


def _one_frame(x: Amount, y: Amount) -> bool:
    """Whether two amounts are of one stuff in one frame: "the tank held 60 tonnes of oil", twice."""
    p, q = x.mention.value, y.mention.value
    alike = (p.unit, p.part, p.rate) == (q.unit, q.part, q.rate)
    apart = x.mention.statement.place != y.mention.statement.place
    return alike and apart and len(x.around & y.around) >= FRAME

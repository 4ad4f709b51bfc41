"""Nationalities that articles give in passing: "the Belgian engineer Luc Karr".

Two articles that tell it otherwise of one name with one trade are at odds, wherever they stand: "Luc Karr, a
Swiss engineer" far down in the other one.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from core.findings.article import Article
from core.findings.countries import both_british, demonyms, one_nation
from core.findings.kind import Conflict, Mention, Reader
from core.findings.language import lexicon
from core.findings.numbers.comparing import same_person
from core.findings.text import folded
from core.findings.tie import Name
from core.findings.whole.event import Accounts, of_both
from core.findings.whole.spots import OFTEN
from core.model import FindingKind
from core.progress import Tick, ticked

RULE = "another nationality"
REACH = 60
"""Characters before a nationality in which the name of whoever has it is looked for."""
JOINTS = frozenset("-–")
"""What joins two nationalities into one word: nothing is told of either alone."""
_NAME = r"((?:(?:[A-Z]\.|[A-Z][\w'’-]*) ){0,3}[A-Z][\w'’-]*\w)"
_BEHIND = re.compile(rf" ([a-z-]+(?: [a-z-]+){{0,2}}),? {_NAME}")
_BEFORE = re.compile(rf"{_NAME},(?: \d+,)? (?:an?|the) (?:[a-z-]+ ){{0,2}}(?:[A-Z][a-z]+ )?$")
_TRADE = re.compile(r" ([a-z-]+)")


class Told(NamedTuple):
    """A nationality that an article gives somebody."""

    article: Article
    """The article."""
    start: int
    """First character of the nationality."""
    people: str
    """The nationality, as printed: Belgian."""
    name: str
    """Whom it is told of, as printed."""
    trade: str
    """The word right behind it, in small letters: a French airline pilot may be of any nationality."""


def conflicts(accounts: Accounts) -> list[Conflict]:
    """Find people and bodies to whom two articles give two nationalities.

    Args:
        accounts: The articles, with what reads them.

    Returns:
        One conflict for each two articles that are at one with themselves, and each name.
    """
    names, tick = accounts.names, accounts.tick
    told = [(a, own) for a in ticked(accounts.articles, tick) if (own := _by_name(a, tick))]
    return [c for _, (_, left), (_, right) in of_both(told, tick) for c in _between(left, right, names)]


def _by_name(article: Article, tick: Tick) -> dict[str, list[Told]]:
    """The nationalities that an article gives, by the last word of the name; not of one that has many."""
    found: dict[str, list[Told]] = defaultdict(list)
    for told in _told(article, tick):
        found[told.name.rpartition(" ")[2]].append(told)
    return {last: own for last, own in found.items() if len(own) <= OFTEN}


def _between(left: Sequence[Told], right: Sequence[Told], names: Reader) -> Iterator[Conflict]:
    """The conflict of what two articles tell of one last name; one at the most."""
    rivals = [(x, y) for x, y in product(left, right) if _of_one(x, y)]
    if rivals and not any(_alike(x, y) for x, y in rivals):
        x, y = rivals[0]
        label = f"whose {x.trade} {max(x.name, y.name, key=len)} is"
        yield Conflict(_mention(x, names), _mention(y, names), 2.0, label, RULE, once=True)


def _of_one(x: Told, y: Told) -> bool:
    """Whether two articles tell of one name with one trade."""
    return x.trade == y.trade and same_person(*(frozenset(t.name.split()) for t in (x, y)))


def _alike(x: Told, y: Told) -> bool:
    """Whether two articles tell of one people."""
    p, q = (folded(x.people),), (folded(y.people),)
    return p == q or one_nation(p, q) or both_british(p, q)


def _told(article: Article, tick: Tick) -> Iterator[Told]:
    """What an article says of somebody's people."""
    listed, text = demonyms(article.language), article.source.text
    small = lexicon(article.language).words("stop")
    for start, people in ticked([found for found in article.capitals if found[1] in listed], tick):
        end = start + len(people)
        if text[start - 1 : start] in JOINTS or text[end : end + 1] != " " or article.within(start) is None:
            continue
        if (m := _BEHIND.match(text, end)) and small.isdisjoint(m[1].split()):
            trade, name = m[1].split()[0], m[2]
        elif (b := _BEFORE.search(text, max(0, start - REACH), start)) and (m := _TRADE.match(text, end)):
            trade, name = m[1], b[1]
        else:
            continue
        if trade not in small:
            yield Told(article, start, people, name, trade)


def _mention(told: Told, names: Reader) -> Mention:
    """The name of a people where it stands."""
    s = told.article.statement(told.article.at(told.start))
    end = told.start + len(told.people)
    if own := next((m for m in names(s) if m.start <= told.start < m.end <= end), None):
        return own
    first, last = s.tokens_in(told.start, end)
    value = Name((folded(told.people),), frozenset(), place=False, acronym=False)
    return Mention(FindingKind.NAME, s, told.start, end, first, last, value, told.people)

"""One vessel under two first names, over whole articles: "the freighter Ida Karr", "the trawler Una Karr".

People share a family name with their kin, vessels do not: two vessels of two articles with one last name,
of which neither article knows the other's first, are one under two names.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from core.findings.article import Article
from core.findings.kind import Conflict, Mention, Reader
from core.findings.language import lexicon
from core.findings.text import folded
from core.findings.tie import Tie, tie
from core.findings.whole.event import Accounts, Capitals
from core.progress import Tick, ticked

_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{3,})\s\Z")
_LONGEST = 30
"""Characters before a name in which a word for a vessel stands."""
MOST = 400
"""Pairs of vessels with one last name past which the name tells nothing."""


def conflicts(accounts: Accounts) -> list[Conflict]:
    """Find vessels that two articles call by one last name and two first names.

    Args:
        accounts: The articles, with what reads them.

    Returns:
        One conflict for each two articles and names, at the first mention in each.
    """
    vessels = [list(_vessels(a, accounts.names, accounts.tick)) for a in accounts.articles]
    found = []
    for n, left in enumerate(vessels):
        for right in vessels[n + 1 :]:
            seen: set[tuple[str, str]] = set()
            for x, y in ticked(_of_one_name(left, right), accounts.tick):
                key = x.value.words[0], y.value.words[0]
                if key not in seen and _one_vessel(x, y, accounts.capitals):
                    seen.add(key)
                    last = x.said.split()[-1]
                    rule = "same last name, another first name"
                    found.append(Conflict(x, y, 1.5, f"vessel {last}", rule, (last,), once=True))
    return found


def _of_one_name(left: Sequence[Mention], right: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Pairs of vessels whose names end alike; a name of very many vessels tells nothing."""
    here, there = (Counter(m.value.words[-1] for m in side) for side in (left, right))
    by_last: dict[str, list[Mention]] = defaultdict(list)
    for m in right:
        by_last[m.value.words[-1]].append(m)
    few = {last for last in here if here[last] * there[last] <= MOST}
    return [(x, y) for x in left if x.value.words[-1] in few for y in by_last[x.value.words[-1]]]


def _one_vessel(x: Mention, y: Mention, known: Capitals) -> bool:
    if tie(x.value, y.value) is not Tie.GIVEN or len(x.value.words) != 2 or len(y.value.words) != 2:
        return False
    here, there = known(x.statement.source), known(y.statement.source)
    return x.value.words[0] not in there and y.value.words[0] not in here


def _vessels(article: Article, names: Reader, tick: Tick) -> Iterator[Mention]:
    """Full names directly behind a word for a vessel."""
    words = lexicon(article.language).words("vessel")
    for at, _, _ in ticked(article.full if words else (), tick):
        match = _BEFORE.search(article.source.text, max(0, at - _LONGEST), at)
        if match and folded(match.group(1)) in words and (n := article.within(at)) is not None:
            yield from (m for m in names(article.statement(n)) if m.start == at)

"""How far something is from a landmark, over whole articles, linked or not."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from core.findings import labels
from core.findings.article import Article
from core.findings.kind import Conflict, Reader
from core.findings.numbers.ways import BACK, ends, from_either_end, landmark, point
from core.findings.text import content_stems
from core.findings.whole.event import Accounts
from core.findings.whole.facts import Fact, numbers_at, once, printed, rivals
from core.frozen import frozen
from core.progress import Tick

_MEASURE = re.compile(
    r"[fkmqy](?<!\w.)(?:(?<=m)(?:iles?|et(?:re|er)s)|(?<=k)(?:m|il(?:omet(?:res?|er[ns]?)|[oó]metros?))"
    r"|(?<=y)ards|(?<=f)eet|(?<=q)uil[oô]metros?)\b"
)
"""Begins with a letter and looks back from there, so that a search skips to it."""
BESIDES = 2
"""Content words that two sentences must share beside a landmark to tell the same thing."""


@frozen()
class Way(Fact):
    """How far something is from a landmark; `of` are the stems of the landmark."""

    names: frozenset[str]
    """Those of them with a capital."""
    point: str
    """The direction: north; empty where none is told."""


def conflicts(accounts: Accounts) -> list[Conflict]:
    """Find ways from one landmark that two articles tell otherwise.

    Args:
        accounts: The articles, with what reads them.

    Returns:
        Conflicts between two articles: of ways from one landmark, then of ways told from either end.
    """
    tick = accounts.tick
    ways = [list(_ways(a, accounts.numbers, tick)) for a in accounts.articles]
    found: list[Conflict] = []
    for left, right in combinations(ways, 2):
        back = {BACK[way.point] for way in left if way.point}
        turned = [_from_other_end(way) for way in right if way.point in back]
        for pairs in (rivals(left, right, _one_way, tick), rivals(left, turned, _either_way, tick)):
            found += [_conflict(x, y) for x, y in once(pairs)]
    return found


def _conflict(x: Way, y: Way) -> Conflict:
    words = printed(x.mention, y.mention, lambda token: token.stem in x.of & y.of)
    label = labels.of_value(x.mention, y.mention)
    return Conflict(x.mention, y.mention, 2.0, label, "different distances", words)


def _ways(article: Article, numbers: Reader, tick: Tick) -> Iterator[Way]:
    """The ways that an article tells from a landmark."""
    for mention in numbers_at(article, (_MEASURE,), numbers, tick):
        if mention.value.unit == "length":
            run = landmark(mention)
            stems = frozenset(content_stems(run))
            if stems:
                names = frozenset(t.stem for t in run if t.content and t.text[0].isupper())
                yield Way(mention, stems, names, point(mention))


def _from_other_end(way: Way) -> Way:
    """A way as one that is of what lies at its other end."""
    return replace(way, of=ends(way.mention)[1])


def _either_way(x: Way, y: Way) -> bool:
    """Whether two ways are told from either end: north of Karr, south of the camp."""
    return BACK.get(x.point) == y.point and from_either_end(x.mention, y.mention)


def _one_way(x: Way, y: Way) -> bool:
    """Whether two distances are from one landmark, in sentences that share more than the landmark."""
    shared = x.of & y.of
    if x.names and y.names and not x.names & y.names:
        return False
    left, right = (content_stems(f.mention.statement.tokens) for f in (x, y))
    return len((left & right) - shared) >= BESIDES

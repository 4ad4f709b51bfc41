"""A measure before what it is of, as one word: "the nine-month restoration", "a 12-mile zone".

Two articles that each have one such measure of one thing, and not the other's, are at odds about it. Read in
English alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from core.findings.alike import synonyms
from core.findings.article import Article
from core.findings.kind import Conflict, Mention, Reader, Relation, at_one
from core.findings.language import lexicon, stemmer
from core.findings.numbers import number
from core.findings.text import content_stems
from core.findings.values.gate import fits
from core.findings.whole.event import Accounts, of_both
from core.findings.whole.spots import OFTEN
from core.progress import Tick, ticked

SHARED = 2
"""Words beside the measure that two sentences share where either tells of something new: "a zone"."""
BEHIND = 8
"""Most words behind a measure among which what it is of is looked for: "50-mile (80-km) safety zone"."""
_LONGEST = 30
"""Characters of a number, in words or in digits."""
_KNOWN = frozenset({"the", "his", "her", "its", "their", "this", "that", "our"})
"""Words before something known."""


Places = dict[tuple[str, str], list[int]]
"""Class or noun of a measure, and the stem of a word behind it, one for all synonyms -> where it begins."""


def conflicts(accounts: Accounts) -> list[Conflict]:
    """Find measures of one thing that two articles on one event give otherwise.

    Args:
        accounts: The articles, with what reads them.

    Returns:
        The conflicts of each two articles of which either has one measure of a thing that the other has not.
    """
    numbers, tick = accounts.numbers, accounts.tick
    told = [(a, own) for a in ticked(accounts.articles, tick) if (own := _places(a, tick))]
    found: list[Conflict] = []
    for (_, head), (a, here), (b, there) in of_both(told, tick):
        if accounts.of_one_event(a, b):
            found += _between(head, _readings(a, here, numbers), _readings(b, there, numbers))
    return found


def _between(head: str, left: Sequence[Mention], right: Sequence[Mention]) -> Iterator[Conflict]:
    """The conflict of what two articles have of one thing beside what they agree on; one at the most.

    Args:
        head: Stem of what the measures are of, one for all synonyms.
        left: The measures of one article.
        right: Those of the other.
    """
    pairs = [(x, y) for x in left for y in right]
    agreed = {m for x, y in pairs if number.compare(x, y) is not Relation.CONFLICT for m in (x, y)}
    rest = [[m for m in side if m not in agreed] for side in (left, right)]
    if all(rest) and all(at_one(side, number.compare) for side in rest):
        x, y = rest[0][0], rest[1][0]
        if fits(x, y) and ((_known(x) and _known(y)) or _alike(x, y)):
            yield Conflict(x, y, 2.0, _label(x, head), "different numbers")


def _label(m: Mention, head: str) -> str:
    """What a measure is of, as printed behind it."""
    kin, behind = synonyms(m.statement.language), m.statement.tokens[m.last : m.last + BEHIND]
    return next((t.text for t in behind if kin.get(t.stem, t.stem) == head), head)


def _known(m: Mention) -> bool:
    """Whether a measure is told of something known: "the nine-month restoration"."""
    return not _KNOWN.isdisjoint(m.statement.sequence[max(0, m.first - 1) : m.first])


def _alike(x: Mention, y: Mention) -> bool:
    """Whether two sentences share words beside the measure, and not both have names of their own."""
    own = {t.stem for m in (x, y) for t in m.statement.tokens[m.first : m.last + 2]}
    here, there = (content_stems(m.statement.tokens) for m in (x, y))
    p, q = ({t.stem for t in m.statement.tokens[1:] if t.content and t.text[0].isupper()} for m in (x, y))
    return len((here & there) - own) >= SHARED and (p <= there or q <= here)


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    """Finds measures before a noun, where a language writes them so."""
    if language != "en":
        return None
    told = "|".join(sorted(lexicon(language).values("ones"), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?:(?:\d[\d.,]*|{told})-([a-z]+)(?:-[a-z]+)?|([a-z]+)-long)(?: \([^()\n]{{1,30}}\))?"
        r"((?: [a-z]+){1,3})"
    )


def _measures(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where a pattern is found, looked for before hyphens alone: a search takes 20 times as long."""
    while (hyphen := text.find("-", start, end)) >= 0:
        first = max(start, hyphen - _LONGEST, text.rfind(" ", start, hyphen) + 1)
        found = next((m for at in range(first, hyphen) if (m := pattern.match(text, at, end))), None)
        if found:
            yield found
        start = found.end() if found else hyphen + 1


def _places(article: Article, tick: Tick) -> Places:
    """Where an article has measures before a noun; not of what it has very many of."""
    pattern, text = _pattern(article.language), article.source.text
    if pattern is None:
        return {}
    found: Places = defaultdict(list)
    words, stem, kin = lexicon(article.language), stemmer(article.language), synonyms(article.language)
    units, small = words.values("unit"), words.words("stop")
    told = [m for start, end in article.blocks for m in _measures(pattern, text, start, end)]
    for m in ticked(told, tick):
        unit = m[1] or m[2]
        if (m[2] and unit not in units) or article.within(m.start()) is None:
            continue
        sort = units[unit].partition(":")[0] if unit in units else unit
        for word in takewhile(lambda word: word not in small, m[3].split()):
            head = stem(word)
            found[sort, kin.get(head, head)].append(m.start())
    return {of: own for of, own in found.items() if len(own) <= OFTEN}


def _readings(article: Article, places: Sequence[int], numbers: Reader) -> list[Mention]:
    """The measures that begin at some places of an article."""
    told = [m for at in places for m in numbers(article.statement(article.at(at))) if m.start == at]
    return [m for m in told if not m.value.weak]

"""Places told by a common noun: found in a barn, found in a church.

Kinds of sites that no site is two of stand in one row of a list. Two sentences that tell the same but for the
site are at odds where neither side has a word for that of the other.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from core.findings.claims.guards import other_day
from core.findings.clause import told_in
from core.findings.kind import Conflict, Mention
from core.findings.language import lexicon
from core.findings.names.labels import of_name
from core.findings.names.same_role import rest
from core.findings.slots import Pair
from core.findings.text import Statement
from core.findings.tie import Name
from core.findings.window import Window
from core.model import FindingKind

RULE = "another place"
ALIKE = 0.6, 0.5
"""Share of the words of the shorter and of the longer sentence that are told alike, the sites left out."""
MOST = 3
"""Words that a sentence has of its own at most, the site left out."""
REACH = 3
"""Words before a site among which its preposition and its article stand: "in an old barn"."""
BEFORE = 3
"""Words before the preposition of a site among which one is that both tell: "was found asleep in a barn"."""

Sorts = dict[str, dict[int, int]]
"""A phrase for a site -> the rows that it stands in, and its group in each."""


@cache
def _sorts(language: str) -> Sorts:
    table: Sorts = {}
    for row, groups in enumerate(lexicon(language).rows("site")):
        for group, phrases in enumerate(groups):
            for phrase in phrases:
                table.setdefault(phrase, {})[row] = group
    return table


@cache
def _words(language: str) -> frozenset[str]:
    """Last words of the phrases for sites."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in _sorts(language))


def conflicts(pair: Pair) -> list[Conflict]:
    """Find the sites that conflict in two windows.

    Args:
        pair: The two windows.

    Returns:
        The conflict of the only two sites that are at odds, if there are no more.
    """
    words = _words(pair.a.statements[0].language)
    here, there = words & pair.a.words, words & pair.b.words
    if not here or not there or here == there or not pair.shares(ALIKE[0]):
        return []
    ours, theirs = list(_sites(pair.a, pair.aligned)), list(_sites(pair.b, pair.back))
    rivals = [(x, y) for x in ours for y in theirs if _at_odds(pair, x, y) and _one_telling(pair, x, y)]
    if len(rivals) != 1:
        return []
    x, y = rivals[0]
    return [Conflict(x, y, 1.0, of_name(pair, x, y), RULE, pair.context(x, y))]


def _sites(window: Window, matched: Mapping[int, int]) -> Iterator[Mention]:
    """The sites of a window at which something is that the other tells of too."""
    for s in window.statements:
        words = _words(s.language)
        for n in range(1, len(s.forms)) if not words.isdisjoint(s.words) else ():
            site = _site(s, n) if s.sequence[n] in words else None
            if site is not None:
                at = window.offset[s.number] + _preposition(s, site.first)
                if any(k in matched for k in range(at - BEFORE, at)):
                    yield site


def _site(s: Statement, n: int) -> Mention | None:
    """The site that a word ends, behind a preposition and an article: "in the town hall"; no "school bus"."""
    sorts, first = _sorts(s.language), n
    if " ".join(s.sequence[n - 1 : n + 1]) in sorts:
        first = n - 1
    phrase = " ".join(s.sequence[first : n + 1])
    if phrase not in sorts or _goes_on(s, n + 1) or not s.forms[n][0].islower() or _preposition(s, first) < 0:
        return None
    start, end = s.tokens[first].start, s.tokens[n].end
    value = Name((phrase,), frozenset(), place=True, acronym=False)
    said = s.text[start - s.start : end - s.start]
    return Mention(FindingKind.PLACE, s, start, end, first, n + 1, value, said)


def _goes_on(s: Statement, n: int) -> bool:
    """Whether a token is a noun that the one before it belongs to: "a school bus", not "a barn near Karr"."""
    if n == len(s.forms) or s.gaps[n].strip(" '’-"):
        return False
    return s.content_of[n] and s.sequence[n] not in lexicon(s.language).words("before_place")


def _preposition(s: Statement, first: int) -> int:
    """The token of the preposition before a site and its article; -1 where there is none."""
    words = lexicon(s.language)
    for n in range(first - 1, max(-1, first - 1 - REACH), -1):
        if s.gaps[n + 1].strip():
            break
        if s.sequence[n] in words.words("article"):
            return n - 1 if n and s.sequence[n - 1] in words.words("at_site") else -1
    return -1


def _at_odds(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether no site is both, and neither side has a word for that of the other."""
    sorts = _sorts(x.statement.language)
    here, there = sorts[x.value.words[0]], sorts[y.value.words[0]]
    if not any(there.get(row, group) != group for row, group in here.items()):
        return False
    return not (_tells(pair.b, sorts, here) or _tells(pair.a, sorts, there))


def _tells(window: Window, sorts: Sorts, sort: Mapping[int, int]) -> bool:
    """Whether a window has a word or a phrase for a sort of site."""
    phrases = {
        phrase
        for phrase, rows in sorts.items()
        if phrase.rpartition(" ")[2] in window.words
        and any(rows.get(row) == group for row, group in sort.items())
    }
    return bool(phrases) and any(told_in(s.sequence, phrases) for s in window.statements)


def _one_telling(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether little but the site differs between two sentences, and no day."""
    shorter, longer = pair.cover(x.statement, y.statement, x, y)
    if shorter < ALIKE[0] or longer < ALIKE[1] or max(rest(pair, x, y)) > MOST:
        return False
    return not other_day(pair, x.statement, y.statement)

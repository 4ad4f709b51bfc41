"""Passages and links -> findings: the points on which readings conflict.

Only sentences that alignment linked are compared, each read once. Names and quotations are resolved over
whole articles first.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from core.findings import date, facts, name, negation, number, quoting, roles, spelling, values
from core.findings.gather import gather
from core.findings.kind import Conflict, Mention, Read
from core.findings.language import lexicon
from core.findings.slots import Pair, Window
from core.findings.text import Article, Statement, folded
from core.model import Finding, FindingKind, Link, Passage, Source

READS: tuple[tuple[FindingKind, Read], ...] = (
    (FindingKind.DATE, date.readings),
    (FindingKind.NUMBER, number.readings),
)
"""The kinds that read sentence by sentence, in the order in which they claim their words."""
LONG = 12
"""Links of one run; a longer one is compared piece by piece, so that judging stays linear."""
GAP = 2
"""Sentences between two links of the same two paragraphs that still tell one thing."""


_CAPITAL = re.compile(r"(?<!\w)[^\W\d_a-z][^\W\d_]*")
_INNER = re.compile(r"(?<=[^\W\d_][ ,]) ?([^\W\d_a-z][^\W\d_]+)")
_NOUN = re.compile(r"\b(?:an?|the|h(?:is|er)|its|their)\s+([a-z]{3,})")
_NAMED_NOUN = re.compile(r"\b[Aa]n?\s(?:[A-Z][\w.]*,?\s(?:and\s)?){1,8}([a-z]{3,})")
_LOWER = re.compile(r"(?<!\w)[^\W\d_A-Z]+")


class Desk:
    """The articles with what was read in them so far: each sentence is read once for each kind."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.articles = {s.id: Article(s) for s in sources}
        by_text = sorted(sources, key=lambda s: s.text)
        self.rank = {s.id: n for n, s in enumerate(by_text)}
        """An order of the sources that does not depend on how they were given."""
        self.written = name.Written(
            frozenset(w for s in sources for w in _LOWER.findall(s.text)),
            frozenset(folded(w) for s in sources for w in set(_INNER.findall(s.text))),
            frozenset(w for s in sources for p in (_NOUN, _NAMED_NOUN) for w in p.findall(s.text)),
        )
        """How the sources write words."""
        self._words: dict[str, frozenset[str]] = {}
        self._read: dict[tuple[str, int], dict[FindingKind, list[Mention]]] = {}

    def readings(self, kind: FindingKind, statement: Statement) -> list[Mention]:
        """The readings of one kind in a sentence."""
        place = statement.source, statement.number
        if place not in self._read:
            found: dict[FindingKind, list[Mention]] = {}
            for own, read in READS:
                found[own] = list(read(statement, [m for earlier in found.values() for m in earlier]))
            found[FindingKind.NAME] = name.readings(statement, found[FindingKind.DATE], self.written)
            self._read[place] = found
        return self._read[place][kind]

    def words(self, source: str) -> frozenset[str]:
        """Every word of an article with a capital, folded."""
        if source not in self._words:
            text = self.articles[source].source.text
            small = lexicon(self.articles[source].language).words("stop")
            self._words[source] = frozenset(folded(w) for w in set(_CAPITAL.findall(text))) - small
        return self._words[source]

    def linked(self, links: Sequence[Link]) -> set[frozenset[tuple[str, int]]]:
        """Linked sentences, as pairs of (source, number)."""
        at = {s: a.at for s, a in self.articles.items()}
        return {frozenset((c.source, at[c.source](c.start)) for c in (link.a, link.b)) for link in links}

    def all(self, kind: FindingKind, window: Window) -> list[Mention]:
        """The readings of one kind in a window, rising."""
        return [m for s in window.statements for m in self.readings(kind, s)]


def judge(
    sources: Sequence[Source], passages: Sequence[Passage], links: Sequence[Link]
) -> tuple[Finding, ...]:
    """Find the conflicting readings.

    Args:
        sources: Segmented sources with IDs.
        passages: The rows, without findings.
        links: Every pair of cells judged to tell the same thing.

    Returns:
        The findings, with IDs, in the order of the passages; those without a passage last. A finding in a
        passage has its spans in the cells of that passage.
    """
    if not links:
        return ()
    desk = Desk(sources)
    articles = sorted(desk.articles.values(), key=lambda a: desk.rank[a.source.id])

    def names(statement: Statement) -> list[Mention]:
        return desk.readings(FindingKind.NAME, statement)

    told = desk.linked(links)

    def linked(a: Statement, b: Statement) -> bool:
        return frozenset(((a.source, a.number), (b.source, b.number))) in told

    found = quoting.conflicts(articles, names, linked) + spelling.conflicts(
        articles, names, desk.written.common
    )
    found += facts.conflicts(articles, lambda s: desk.readings(FindingKind.NUMBER, s))
    settled = {m.statement for c in found if c.a.kind is FindingKind.QUOTE for m in (c.a, c.b)}
    for pair in pairs(desk, links):
        if pair.alike:
            continue
        found += _values(desk, pair) + _names(desk, pair)
        found += [c for c in negation.conflicts(pair) if not {c.a.statement, c.b.statement} & settled]
    return gather(sources, passages, found)


def pairs(desk: Desk, links: Sequence[Link]) -> Iterator[Pair]:
    """The linked sentences as pairs of windows: runs of two paragraphs with a sentence on either side."""
    runs: dict[tuple[str, int, str, int], list[tuple[int, int]]] = defaultdict(list)
    for link in links:
        a, b = sorted((link.a, link.b), key=lambda c: desk.rank[c.source])
        i, j = desk.articles[a.source].at(a.start), desk.articles[b.source].at(b.start)
        runs[a.source, a.paragraph, b.source, b.paragraph].append((i, j))
    windows: dict[tuple[str, int, int], Window] = {}

    def window(source: str, paragraph: int, numbers: Sequence[int]) -> Window:
        places = desk.articles[source].places
        first, last = min(numbers), max(numbers)
        first -= first > 0 and places[first - 1][0] == paragraph
        last += last + 1 < len(places) and places[last + 1][0] == paragraph
        key = source, first, last
        if key not in windows:
            windows[key] = Window(desk.articles[source].statements(range(first, last + 1)))
        return windows[key]

    for (source_a, paragraph_a, source_b, paragraph_b), places in sorted(runs.items()):
        for run in _runs(sorted(places)):
            left = window(source_a, paragraph_a, [i for i, _ in run])
            right = window(source_b, paragraph_b, [j for _, j in run])
            yield Pair(left, right)


def _runs(places: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Linked pairs of sentences of two paragraphs, those close together on both sides as one run."""
    runs: list[list[tuple[int, int]]] = []
    for i, j in places:
        for run in runs[-LONG:]:
            close = any(abs(i - p) <= GAP and abs(j - q) <= GAP for p, q in run[-LONG:])
            if close and len(run) < LONG:
                run.append((i, j))
                break
        else:
            runs.append([(i, j)])
    return runs


def _values(desk: Desk, pair: Pair) -> list[Conflict]:
    found: list[Conflict] = []
    for kind, compare in ((FindingKind.DATE, date.compare), (FindingKind.NUMBER, number.compare)):
        a, b = desk.all(kind, pair.a), desk.all(kind, pair.b)
        if a and b:
            found += values.conflicts(pair, a, b, compare)
    return found


def _names(desk: Desk, pair: Pair) -> list[Conflict]:
    a, b = desk.all(FindingKind.NAME, pair.a), desk.all(FindingKind.NAME, pair.b)
    if not a or not b:
        return []
    known = desk.words(pair.a.statements[0].source), desk.words(pair.b.statements[0].source)
    return roles.conflicts(pair, a, b, known)

"""The articles of a comparison and what was read in them: sentences, windows, conflicts of two windows.

The desk is where each kind of finding is called from: `readings` reads a sentence, `facts` compares whole
articles, `conflicts` compares two windows.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from weakref import proxy

from core.findings.article import Article, Kept
from core.findings.claims import negation
from core.findings.dates import date
from core.findings.kind import Conflict, Mention
from core.findings.language import lexicon
from core.findings.names import exchange, name, roles, sites, uncased
from core.findings.names.written import Written, written
from core.findings.numbers import number
from core.findings.slots import Pair
from core.findings.text import Forms, Statement, all_folded
from core.findings.values import values
from core.findings.values.updates import without_updates
from core.findings.whole import (
    ages,
    amounts,
    compounds,
    distances,
    fates,
    moments,
    nobody,
    origins,
    spelling,
    toll,
    vessels,
)
from core.findings.whole.event import Accounts
from core.findings.window import Window
from core.model import FindingKind, Link, Source
from core.progress import Tick, let_go, silent, sorted_ticked, ticked

COMPARED = ((FindingKind.DATE, date.compare), (FindingKind.NUMBER, number.compare))
"""The kinds of values, each with what compares two."""
WHOLE = (
    *(spelling, vessels, toll, fates, nobody, moments),
    *(compounds, origins, ages, distances, amounts),
)
"""The rules of whole articles; a new one is added here."""
KEPT = 1_000
"""Windows, and pairs of which the conflicts are kept: twice what a dozen articles have. On two books, four
times as many take 95 MB more and no less time."""
READ = 30_000
"""Sentences of which it is kept what was read in them: more than the limits let in of such as hold a fact."""
Place = tuple[str, int, int]
"""Where a window is: ID of its source, and the numbers in it of its first and of its last sentence."""
Placed = tuple[int, str, str, int, int, int]
"""Two linked sentences: paragraph and source of one, source and paragraph of the other, then the numbers of
both in their sources. In this order, so that sorting puts those of two paragraphs together."""
ByKind = dict[FindingKind, Sequence[Mention]]
"""What a sentence has of each kind; a kind of which it has nothing is left out."""


class Desk:
    """The articles, each sentence of which is read once for each kind.

    What was read last is kept, as much as `READ` and `KEPT` say: books are read from front to back. The desk
    outlives a comparison, so that another threshold finds what was read.
    """

    def __init__(self, sources: Sequence[Source]) -> None:
        self.sources = tuple(sources)
        """The articles, as they were given."""
        known: dict[str, Forms] = {}
        desk = proxy(self)  # or the articles would hold what holds them

        def tell(done: float) -> None:
            desk.tick(done)  # whoever has the desk now

        self.articles = {s.id: Article(s, known, tell) for s in sources}
        by_text = sorted(sources, key=lambda s: s.text)
        self.rank = {s.id: n for n, s in enumerate(by_text)}
        """An order of the sources that does not depend on how they were given."""
        self.order = [self.articles[s.id] for s in by_text]
        """The articles in that order."""
        self.tick: Tick = silent
        """Told before a sentence is read, and between the blocks of an article."""
        self._capitals: dict[str, frozenset[str]] = {}
        self._read: Kept[tuple[str, int], ByKind] = Kept(READ)
        self._windows: Kept[Place, Window] = Kept(KEPT)
        self._conflicts: Kept[tuple[Place, Place], list[Conflict]] = Kept(KEPT)

    def clear(self, tick: Tick) -> None:
        """Let everything go that was read, part by part."""
        for kept in (self._conflicts, self._windows, self._read):
            let_go(kept, tick, 0.0)
        for article in self.order:
            article.clear(tick)

    @cached_property
    def written(self) -> Written:
        """How the sources write words."""
        return written(self.order, self.tick)

    @cached_property
    def facts(self) -> list[Conflict]:
        """Conflicts of whole articles that hold whatever is linked."""
        common = self.written.common
        accounts = Accounts(
            self.order, self.numbers, self.dates, self.names, self.capitals, common, self.tick
        )
        return [c for rule in WHOLE for c in rule.conflicts(accounts)]

    def names(self, statement: Statement) -> Sequence[Mention]:
        """The names of a sentence."""
        return self.readings(statement).get(FindingKind.NAME, ())

    def numbers(self, statement: Statement) -> Sequence[Mention]:
        """The numbers of a sentence."""
        return self.readings(statement).get(FindingKind.NUMBER, ())

    def dates(self, statement: Statement) -> Sequence[Mention]:
        """The dates and times of day of a sentence."""
        return self.readings(statement).get(FindingKind.DATE, ())

    def readings(self, statement: Statement) -> ByKind:
        """The readings of every kind in a sentence."""
        place = statement.place
        found = self._read.get(place)
        if found is None:
            self.tick(0.0)
            dates = date.readings(statement)  # no number or name begins in one
            numbers, names = number.readings(statement, dates), name.readings(statement, dates, self.written)
            kinds = (FindingKind.DATE, dates), (FindingKind.NUMBER, numbers), (FindingKind.NAME, names)
            found = self._read[place] = {kind: own for kind, own in kinds if own}
        return found

    def like(self, m: Mention, place: tuple[str, int]) -> Sequence[Mention]:
        """What a sentence has of the kind of a mention; of opposite words, the same word alone."""
        source, number = place
        statement = self.articles[source].statement(number)
        if m.kind is FindingKind.NEGATION:
            return negation.carried(m, statement)
        return self.readings(statement).get(FindingKind.NAME if m.kind is FindingKind.PLACE else m.kind, ())

    def capitals(self, source: str) -> frozenset[str]:
        """Every word of an article with a capital, folded, without function words."""
        if source not in self._capitals:
            article = self.articles[source]
            small = lexicon(article.language).words("stop")
            printed = [*{w for _, w in ticked(article.capitals, self.tick)}]
            words = set[str]()
            for n in range(0, len(printed), KEPT):
                self.tick(0.0)
                words.update(all_folded(printed[n : n + KEPT]))
            self._capitals[source] = frozenset(words) - small
        return self._capitals[source]

    def placed(self, links: Sequence[Link]) -> list[Placed]:
        """The sentences of some links, sorted, so that those of two paragraphs stand together."""
        placed: list[Placed] = []
        for link in ticked(links, self.tick):
            a, b = link.a, link.b
            if self.rank[a.source] > self.rank[b.source]:
                a, b = b, a
            i, j = self.articles[a.source].at(a.start), self.articles[b.source].at(b.start)
            placed.append((a.paragraph, a.source, b.source, b.paragraph, i, j))
        # By paragraph first: of many articles, the same sentences are then read once and still kept.
        return sorted_ticked(placed, self.tick, 0.0)

    def around(self, source: str, paragraph: int, run: Sequence[int]) -> Place:
        """The window of one side of a run of links.

        Args:
            source: ID of the source.
            paragraph: Index of the paragraph.
            run: Numbers of its linked sentences.

        Returns:
            From the first to the last of them, with the one before and the one behind in the paragraph.
        """
        places = self.articles[source].places
        first, last = min(run), max(run)
        first -= first > 0 and places[first - 1][0] == paragraph
        last += last + 1 < len(places) and places[last + 1][0] == paragraph
        return source, first, last

    def text(self, place: Place) -> str:
        """The characters of a window: where both sides have the same, nothing can conflict."""
        source, first, last = place
        article = self.articles[source]
        return article.source.text[article.starts[first] : article.places[last][1].end]

    def window(self, place: Place) -> Window:
        """The sentences of a window with their readings."""
        source, first, last = place
        window = self._windows.get(place)
        if window is None:
            statements = self.articles[source].statements(range(first, last + 1))
            mentions: dict[FindingKind, list[Mention]] = defaultdict(list)
            for statement in statements:
                for kind, found in self.readings(statement).items():
                    mentions[kind] += found
            window = self._windows[place] = Window(statements, mentions)
        return window

    def pair(self, a: Place, b: Place) -> Pair:
        """Two windows that tell the same thing."""
        return Pair(self.window(a), self.window(b))

    def conflicts(self, a: Place, b: Place) -> Sequence[Conflict]:
        """What conflicts in two windows: another threshold asks again for most of them."""
        found = self._conflicts.get((a, b))
        if found is None:
            found = self._conflicts[a, b] = _of_pair(self, self.pair(a, b))
        return found


def _of_pair(desk: Desk, pair: Pair) -> list[Conflict]:
    """What conflicts in two windows: values, names, then what one denies."""
    found: list[Conflict] = []
    if pair.a.mentions and pair.b.mentions:
        found += _values(pair)
        found += _names(desk, pair)
        desk.tick(0.0)
    elif pair.a.stems == pair.b.stems:
        found += exchange.conflicts(pair, (), ())
    return found + sites.conflicts(pair) + uncased.conflicts(pair) + negation.conflicts(pair)


def _values(pair: Pair) -> list[Conflict]:
    found: list[Conflict] = []
    for kind, compare in COMPARED:
        a, b = pair.a.mentions.get(kind), pair.b.mentions.get(kind)
        if a and b:
            found += values.conflicts(pair, a, b, compare)
    return without_updates(pair, found)


def _names(desk: Desk, pair: Pair) -> list[Conflict]:
    a, b = pair.a.mentions.get(FindingKind.NAME), pair.b.mentions.get(FindingKind.NAME)
    if not a or not b:
        return exchange.conflicts(pair, (), ()) if pair.a.stems == pair.b.stems else []
    if len(a) * len(b) > values.TABLE:
        return []
    known = desk.capitals(pair.a.statements[0].source), desk.capitals(pair.b.statements[0].source)
    return roles.conflicts(pair, a, b, known)

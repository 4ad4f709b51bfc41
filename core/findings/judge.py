"""Passages and links -> findings: the points on which readings conflict.

First what whole articles say is compared, linked or not: quotations, spellings of names, and the facts of the
folder `whole` (victims, hours, ages). Then each two runs of linked sentences are, as a pair of windows, for
values, names and denials. Conflicts of two mentions each become findings over all sources in `gather.py`.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import contextmanager
from functools import cache, partial
from itertools import groupby
from operator import itemgetter

from core.findings.article import Article
from core.findings.desk import Desk, Place, Placed
from core.findings.gather import gather
from core.findings.kind import Conflict, Mention
from core.findings.quotations import quoting
from core.findings.text import Statement
from core.model import Finding, FindingKind, Link, Passage, Source
from core.progress import Progress, Tick, silent, ticked, unheard

LONG = 12
"""Most links in one run; more are compared as several runs, so that judging stays linear."""
WIDE = 6_000
"""Most characters between the first and the last sentence of a run: twelve sentences have some 2,000."""
GAP = 2
"""How many sentences on, on both sides, a link of the same two paragraphs still belongs to a run."""


_LAST: deque[Desk] = deque(maxlen=1)
"""The desk of the last sources: another threshold links other sentences of the same articles."""


@contextmanager
def at_desk(sources: tuple[Source, ...], tick: Tick) -> Iterator[Desk]:
    """The desk of the last sources, or a new one; nobody else has it meanwhile: it tells one caller alone."""
    desk = _left()
    if desk is None or desk.sources != sources:
        if desk is not None:
            desk.clear(tick)
        desk = Desk(sources)
    desk.tick = tick
    try:
        yield desk
    finally:
        desk.tick = silent
        _LAST.append(desk)


def _left() -> Desk | None:
    """Take the desk that was left, if nobody has it."""
    try:
        return _LAST.pop()
    except IndexError:
        return None


def judge(
    sources: Sequence[Source],
    passages: Sequence[Passage],
    links: Sequence[Link],
    progress: Progress = unheard,
) -> tuple[Finding, ...]:
    """Find the conflicting readings.

    Args:
        sources: Segmented sources with IDs.
        passages: The rows, without findings.
        links: Every pair of cells judged to tell the same thing; without any there are no findings.
        progress: Told ("judge", fraction done 0-1); what it raises stops the judging.

    Returns:
        The findings, with IDs, in the order of the passages; at each its own, then those without a passage
        that are told there first. In the passage of a finding two sources carry different readings; other
        sources may carry one elsewhere.
    """
    if not links:
        return ()
    done = 0.0

    def tick(_: float) -> None:
        progress("judge", done)

    tick(done)
    with at_desk(tuple(sources), tick) as desk:
        placed = desk.placed(links)
        told = cache(lambda: _sentences(placed, tick))  # few articles have something that asks
        quoted = quoting.conflicts(desk.order, desk.names, partial(_told, told), tick)
        found = quoted + desk.facts
        compared: list[Conflict] = []
        for done, left, right in pairs(desk, placed):
            tick(done)
            compared += desk.conflicts(left, right)
        found += _besides(quoted, compared)
        return gather(sources, passages, found, partial(_carriers, desk, told), tick)


def _besides(quoted: Sequence[Conflict], compared: Sequence[Conflict]) -> list[Conflict]:
    """What conflicts in windows, without what a conflict of quotations or of their speakers tells already."""
    worded = {(c.a.statement.place, c.b.statement.place): c for c in quoted if c.a.kind is FindingKind.QUOTE}
    settled = {place for both in worded for place in both}
    speakers = {_where(m) for c in quoted if c.a.kind is FindingKind.ATTRIBUTION for m in (c.a, c.b)}
    return [c for c in compared if not (_settled(c, settled, speakers) or _quoted(c, worded))]


Told = Callable[[], dict[tuple[str, int], set[tuple[str, int]]]]
"""Gives for each sentence those that it is linked with."""


def _sentences(placed: Sequence[Placed], tick: Tick) -> dict[tuple[str, int], set[tuple[str, int]]]:
    """Sentence -> the sentences that it is linked with, each as (source, number)."""
    told: dict[tuple[str, int], set[tuple[str, int]]] = defaultdict(set)
    for _, a, b, _, i, j in ticked(placed, tick):
        told[a, i].add((b, j))
        told[b, j].add((a, i))
    return told


def _told(told: Told, statement: Statement) -> Set[tuple[str, int]]:
    """The sentences that one is linked with."""
    return told().get(statement.place, frozenset())


def _carriers(desk: Desk, told: Told, m: Mention) -> Iterator[Mention]:
    """What is read, of its kind, in the sentences that are linked with that of a mention."""
    for place in sorted(told().get(m.statement.place, ())):
        yield from desk.like(m, place)


def _settled(c: Conflict, quoted: set[tuple[str, int]], speakers: set[tuple[str, int, int]]) -> bool:
    """Whether a denial stands in a quotation that is told as worded otherwise, or names are its speakers."""
    if c.a.kind is FindingKind.NEGATION:
        return not quoted.isdisjoint((c.a.statement.place, c.b.statement.place))
    named = c.a.kind in {FindingKind.NAME, FindingKind.PLACE}
    return named and {_where(c.a), _where(c.b)} <= speakers


Worded = dict[tuple[tuple[str, int], tuple[str, int]], Conflict]
"""Two sentences -> the quotation in them that is worded otherwise."""


def _quoted(c: Conflict, worded: Worded) -> bool:
    """Whether two numbers stand in one quotation that is told as worded otherwise."""
    if c.a.kind is not FindingKind.NUMBER:
        return False
    for x, y in ((c.a, c.b), (c.b, c.a)):
        q = worded.get((x.statement.place, y.statement.place))
        if q and all(o.start <= m.start and m.end <= o.end for m, o in ((x, q.a), (y, q.b))):
            return True
    return False


def _where(m: Mention) -> tuple[str, int, int]:
    return m.statement.source, m.start, m.end


def pairs(desk: Desk, placed: Sequence[Placed]) -> Iterator[tuple[float, Place, Place]]:
    """Lay the linked sentences out as pairs of windows.

    Links of the same two paragraphs that lie close together on both sides are one run. Its sentences on one
    side, with the one before and the one behind in the paragraph, are a window.

    Args:
        desk: The articles.
        placed: Their linked sentences, rising.

    Yields:
        How much is done, 0-1, and the two windows of a run; none whose texts are the same.
    """
    rising, done = ticked(placed, desk.tick), 0
    for (paragraph_a, source_a, source_b, paragraph_b), linked in groupby(rising, itemgetter(0, 1, 2, 3)):
        places = [(i, j) for *_, i, j in linked]
        for run in _runs(places, desk.articles[source_a], desk.articles[source_b], desk.tick):
            ours, theirs = zip(*run, strict=True)
            left = desk.around(source_a, paragraph_a, ours)
            right = desk.around(source_b, paragraph_b, theirs)
            if desk.text(left) != desk.text(right):
                yield done / len(placed), left, right
        done += len(places)


def _runs(
    places: Sequence[tuple[int, int]], a: Article, b: Article, tick: Tick
) -> Sequence[Sequence[tuple[int, int]]]:
    """Linked pairs of sentences of two paragraphs, those close together on both sides as one run."""
    if len(places) == 1:
        return [places]
    runs: list[list[tuple[int, int]]] = []
    for i, j in ticked(places, tick):
        for run in runs[-LONG:]:
            close = any(abs(i - p) <= GAP and abs(j - q) <= GAP for p, q in run[-LONG:])
            if close and len(run) < LONG and a.length(run[0][0], i) < WIDE > b.length(run[0][1], j):
                run.append((i, j))
                break
        else:
            runs.append([(i, j)])
    return runs

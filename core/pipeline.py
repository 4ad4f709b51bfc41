"""The pipeline, in reading order: what a front end calls."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from heapq import merge

from core.align import Aligned, align
from core.arrange import arrange
from core.bounds import too_alike, too_long, too_many
from core.errors import LimitError
from core.findings.judge import judge
from core.model import Comparison, Finding, Link, Passage, Source, Status, source_id, source_index
from core.progress import Progress, still, ticked, unheard
from core.segment import segment
from core.settings import Settings


@contextmanager
def _uncollected() -> Iterator[None]:
    """Pause Python's search for reference cycles.

    Values point only to values made before them, so there is nothing to find, and on two books the search
    takes a fifth of all time. Of several threads the one that paused it sets it going again. What was made
    meanwhile goes to the oldest generation at once, or the next search would go through all of it.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()


@_uncollected()
def compare(
    sources: Sequence[Source],
    settings: Settings | None = None,
    progress: Progress = unheard,
) -> Comparison:
    """Put several accounts of the same event side by side.

    Args:
        sources: The articles, in the order in which they get their IDs: A, B and so on.
        settings: How to compare, and what is too much; the defaults were measured, and set no limits.
        progress: Called at least every 50 ms or so with the stage (segment, weigh, align, arrange, judge) and
            the fraction of it that is done, 0-1; what it raises stops the comparison.

    Returns:
        The result: the sources with their IDs, paragraphs and sentences; the passages in the order of the
        first source; links and findings. The same input and settings give the same result.

    Raises:
        Cancelled: `progress` raised it.
        LimitError: the sources are more than the limits allow.
    """
    settings = settings or Settings()
    limits = settings.limits
    if limits:
        _allow(too_long(sources, limits))
    articles = []
    for n, source in enumerate(sources):
        language = source.language or settings.language
        article = replace(source, id=source_id(n), language=language)
        articles.append(segment(article, limits, partial(_part, progress, n, len(sources))))
    if limits:
        _allow(too_many(articles, limits))
    aligned = align(articles, settings.threshold, progress)
    if limits:
        _allow(too_alike(articles, aligned.links, limits))
    return _compared(tuple(articles), aligned, settings, progress)


def _part(progress: Progress, n: int, parts: int, done: float) -> None:
    """Tell how much of the n-th article of some is cut."""
    progress("segment", (n + done) / parts)


def _allow(too_much: str) -> None:
    """Stop when there is a reason to."""
    if too_much:
        raise LimitError(f"the articles are too much: {too_much}; compare fewer or shorter ones")


@_uncollected()
def rearrange(comparison: Comparison, settings: Settings, progress: Progress = unheard) -> Comparison:
    """Move the threshold of a comparison without reading, segmenting or scoring again.

    Args:
        comparison: A comparison at any threshold.
        settings: The settings to come; only the threshold is looked at. Pairs that score under 20 were
            never kept, so that a threshold below that links nothing more.
        progress: Called as by `compare`, with the stages arrange and judge.

    Returns:
        What `compare` would give with the new threshold.

    Raises:
        Cancelled: `progress` raised it.
    """
    tick = still(partial(progress, "arrange"), 0.0)
    rising = (ticked(pairs, tick) for pairs in (comparison.links, comparison.weak))
    links: list[Link] = []
    weak: list[Link] = []
    for pair in merge(*rising, key=_place):
        (links if pair.score >= settings.threshold else weak).append(pair)
    aligned = Aligned(tuple(links), tuple(weak), comparison.rarity)
    return _compared(comparison.sources, aligned, settings, progress)


def _place(link: Link) -> tuple[int, int, int, int]:
    """What links are sorted by: the sources and first characters of both ends."""
    return source_index(link.a.source), link.a.start, source_index(link.b.source), link.b.start


def _compared(
    sources: tuple[Source, ...], aligned: Aligned, settings: Settings, progress: Progress
) -> Comparison:
    """The result from the links on: rows, then findings."""
    links, weak, rarity = aligned
    passages = arrange(sources, links, weak, settings.threshold, partial(progress, "arrange"))
    progress("judge", 0.0)
    findings = judge(sources, passages, links, progress)
    return Comparison(sources, _judged(passages, findings), links, findings, settings, weak, rarity)


def _judged(passages: Sequence[Passage], findings: Sequence[Finding]) -> tuple[Passage, ...]:
    """The passages with the findings that stand in them, and the status that follows."""
    own: dict[str | None, list[str]] = {}
    for finding in findings:
        own.setdefault(finding.passage, []).append(finding.id)
    return tuple(
        replace(p, status=Status.DIVERGE, wording=None, findings=tuple(own[p.id])) if p.id in own else p
        for p in passages
    )

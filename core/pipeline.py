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
from core.progress import Progress, still, ticked
from core.segment import segment
from core.settings import Settings


def _silent(stage: str, fraction: float) -> None:
    """Tell nobody."""


@contextmanager
def _uncollected() -> Iterator[None]:
    """Search for no reference cycles in here.

    Values point only to values made before them: nothing is to be found, and on two books the search takes a
    fifth of all time. Whoever paused it goes on with it, so of several threads none leaves it off. What was
    made meanwhile is taken for old, or the next search would go through all of it.
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
    progress: Progress = _silent,
) -> Comparison:
    """Put several accounts of the same event side by side.

    Args:
        sources: The articles, in the order in which they get their IDs.
        settings: How to compare, and what is too much; the defaults were measured, and set no limits.
        progress: Called with (stage, fraction 0-1) at least every 50 ms or so; what it raises stops the
            comparison.

    Returns:
        The result. The same input and settings give the same result.

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
def rearrange(comparison: Comparison, settings: Settings, progress: Progress = _silent) -> Comparison:
    """Move the threshold of a comparison without reading, segmenting or scoring again.

    Args:
        comparison: A comparison at any threshold.
        settings: The settings to come; only the threshold is looked at. Under 20 nothing more
            is found.
        progress: Called as by `compare`, with the stages from "arrange" on.

    Returns:
        What `compare` would give.

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
    return source_index(link.a.source), link.a.start, source_index(link.b.source), link.b.start


def _compared(
    sources: tuple[Source, ...], aligned: Aligned, settings: Settings, progress: Progress
) -> Comparison:
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

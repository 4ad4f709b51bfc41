"""What runs in the worker: from paths to a comparison that is ready to be shown.

Light to import: the stages are imported in the worker, after the first frame.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO

from core.errors import ReadError

if TYPE_CHECKING:
    from core.model import Comparison, Source
    from core.progress import Tick
    from core.settings import Limits, Settings
    from tui.spread import Spread

Progress = Callable[[str, float], None]
Opened = Callable[["Sequence[Source]"], None]


class Report:
    """Where a job tells what it does; called with a stage and the fraction done, 0-1."""

    def __init__(self, progress: Progress, opened: Opened = lambda _: None) -> None:
        """Make a report.

        Args:
            progress: Told how far the job is; what it raises stops the job.
            opened: Told the articles as soon as they are read.
        """
        self._progress = progress
        self.opened = opened

    def __call__(self, stage: str, fraction: float) -> None:
        """Tell how far it is."""
        self._progress(stage, fraction)


Job = Callable[[Report], "Spread"]


def job_of(
    paths: tuple[str, ...],
    settings: Settings,
    stdin: BinaryIO | None = None,
    others: Sequence[Source] = (),
) -> Job:
    """The job of reading and comparing some articles.

    Args:
        paths: Files and folders; "-" is standard input.
        settings: How to compare.
        stdin: What was piped in.
        others: Sources that are read already; they come first.

    Returns:
        A function for the worker. It tells its progress as (stage, fraction 0-1) and lets through what
        that raises, and the errors of reading.
    """

    def job(report: Report) -> Spread:
        from core.read import load
        from core.read.files import shown
        from tui.picking import remember

        report("reading", 0.0)
        loaded = load(paths, settings.limits, stdin)
        sources = (*others, *loaded.sources)
        report.opened(sources)
        refused = {problem.path for problem in loaded.problems}
        if len(sources) > 1:
            before = (os.fsdecode(source.file) for source in others if source.file)
            remember((*before, *(path for path in paths if shown(path) not in refused)))
        return _compared(sources, settings, report, loaded.problems)

    return job


def compare_job(sources: Sequence[Source], settings: Settings) -> Job:
    """The job of comparing sources that are read already."""

    def job(report: Report) -> Spread:
        report.opened(sources)
        return _compared(sources, settings, report, ())

    return job


def rearrange_job(spread: Spread, threshold: float) -> Job:
    """The job of moving the threshold of a comparison."""
    settings = replace(spread.comparison.settings, threshold=threshold)

    def job(report: Report) -> Spread:
        from core.pipeline import rearrange

        return _ready(rearrange(spread.comparison, settings, report), ())

    return job


def add_job(spread: Spread, paths: tuple[str, ...], pasted: Sequence[Source]) -> Job:
    """The job of comparing with further articles, and with sources that were pasted."""
    comparison = spread.comparison
    others = (*comparison.sources, *pasted)
    if paths:
        return job_of(paths, comparison.settings, others=others)
    return compare_job(others, comparison.settings)


def remove_job(spread: Spread, source: str) -> Job:
    """The job of comparing without a source, given by its ID."""
    comparison = spread.comparison
    return compare_job([s for s in comparison.sources if s.id != source], comparison.settings)


def renamed(sources: Sequence[Source], source: str, title: str) -> tuple[Source, ...]:
    """Sources of which one, given by its ID, has another title."""
    from core.model import Source

    named = Source.from_text("", title=title).title
    return tuple(replace(s, title=named) if s.id == source else s for s in sources)


def rename_job(spread: Spread, sources: tuple[Source, ...]) -> Job:
    """The job of giving sources the titles that others of the same words have; nothing is compared again."""

    def job(_: Report) -> Spread:
        titles = {(s.id, s.text): s.title for s in sources}
        old = spread.comparison
        named = (replace(s, title=titles.get((s.id, s.text), s.title)) for s in old.sources)
        return _ready(replace(old, sources=tuple(named)), ())

    return job


def reload_job(spread: Spread) -> Job:
    """The job of reading again the files that have changed. A source whose file is gone stays as it was."""

    def job(report: Report) -> Spread:
        old = spread.comparison
        fresh: list[Source] = []
        problems: list[ReadError] = []
        for n, source in enumerate(old.sources):
            report("reading", n / len(old.sources))
            try:
                fresh.append(_again(source, old.settings.limits))
            except ReadError as problem:
                fresh.append(source)
                problems.append(problem)
        if all(a is b for a, b in zip(fresh, old.sources, strict=True)):
            return replace(spread, problems=tuple(problems))
        return _compared(fresh, old.settings, report, tuple(problems))

    return job


def _again(source: Source, limits: Limits | None) -> Source:
    """A source read anew; itself when it came from no file or has not changed. A title given to it stays."""
    from core.read import load
    from core.segment import segment

    if source.file is None:
        return source
    fresh = load((os.fsdecode(source.file),), limits).sources[0]
    if fresh.file != source.file:
        raise ReadError(source.origin or "", "is a folder now: give a file")
    if fresh.text == source.text:
        return source
    named = segment(replace(source, title="", paragraphs=())).title != source.title
    return replace(fresh, title=source.title) if named else fresh


def matrix_of(spread: Spread, tick: Tick) -> tuple[tuple[float, ...], ...]:
    """Share of wording that each pair of sources has in common; `tick` is told how far it is."""
    from core.marks import matrix

    return matrix(spread.comparison, tick)


def _compared(
    sources: Sequence[Source], settings: Settings, progress: Progress, problems: tuple[ReadError, ...]
) -> Spread:
    from core.pipeline import compare

    return _ready(compare(sources, settings, progress), problems)


def _ready(comparison: Comparison, problems: tuple[ReadError, ...]) -> Spread:
    gc.freeze()  # the search for cycles has nothing to find in it
    from core.marks import passage_marks
    from tui.spread import spread_out

    return spread_out(comparison, lambda passage: passage_marks(comparison, passage), problems)

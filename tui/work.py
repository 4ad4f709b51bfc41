"""What runs in the worker: from paths to a comparison that is ready to be shown.

Light to import: the stages are imported in the worker, after the first frame.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

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


class Asked(NamedTuple):
    """What is to be compared."""

    sources: tuple[Source, ...]
    settings: Settings
    problems: tuple[ReadError, ...] = ()
    """Why some articles are not among them, or were not read again."""


Job = Callable[[Report], "Spread"]
Step = Callable[[Asked, Report], Asked]
"""A change of what is compared: several are taken one after the other, and compared once."""


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
        read = _read(paths, Asked(tuple(others), settings), report, stdin)
        report.opened(read.sources)
        return _compared(read, report)

    return job


def _read(paths: tuple[str, ...], asked: Asked, report: Report, stdin: BinaryIO | None = None) -> Asked:
    """Further articles are compared, which are read here."""
    from core.read import load
    from core.read.files import shown
    from tui.picking import remember

    report("reading", 0.0)
    loaded = load(paths, asked.settings.limits, stdin)
    sources = (*asked.sources, *loaded.sources)
    refused = {problem.path for problem in loaded.problems}
    if len(sources) > 1:
        before = (os.fsdecode(source.file) for source in asked.sources if source.file)
        remember((*before, *(path for path in paths if shown(path) not in refused)))
    return Asked(sources, asked.settings, (*asked.problems, *loaded.problems))


def compare_job(sources: Sequence[Source], settings: Settings) -> Job:
    """The job of comparing sources that are read already."""

    def job(report: Report) -> Spread:
        report.opened(sources)
        return _compared(Asked(tuple(sources), settings), report)

    return job


def change_job(spread: Spread, steps: Sequence[Step]) -> Job:
    """The job of changing what is compared; texts that stay as they are, are not compared again.

    Args:
        spread: The comparison that is shown.
        steps: What was asked for since, in order. Of several, one that reads nothing costs not the others.
    """

    def job(report: Report) -> Spread:
        old = spread.comparison
        asked = Asked(old.sources, old.settings)
        for step in steps:
            try:
                asked = step(asked, report)
            except ReadError as problem:
                if len(steps) == 1:
                    raise
                asked = asked._replace(problems=(*asked.problems, problem))
        if [(s.id, s.text) for s in asked.sources] != [(s.id, s.text) for s in old.sources]:
            return _compared(asked, report)
        named = old if asked.sources == old.sources else replace(old, sources=asked.sources)
        if asked.settings != old.settings:
            from core.pipeline import rearrange

            named = rearrange(named, asked.settings, report)
        return replace(spread, problems=asked.problems) if named is old else _ready(named, asked.problems)

    return job


def match_at(threshold: float) -> Step:
    """The threshold is moved."""
    return lambda asked, _: asked._replace(settings=replace(asked.settings, threshold=threshold))


def add(paths: tuple[str, ...], pasted: Sequence[Source]) -> Step:
    """Further articles are compared, and sources that were pasted."""

    def step(asked: Asked, report: Report) -> Asked:
        more = asked._replace(sources=(*asked.sources, *pasted))
        return _read(paths, more, report) if paths else more

    return step


def remove(source: str) -> Step:
    """A source, given by its ID, is compared no more; two stay."""

    def step(asked: Asked, _: Report) -> Asked:
        left = tuple(s for s in asked.sources if s.id != source)
        return asked._replace(sources=left) if len(left) > 1 else asked

    return step


def rename(source: str, title: str) -> Step:
    """A source, given by its ID, has another title."""
    return lambda asked, _: asked._replace(sources=renamed(asked.sources, source, title))


def renamed(sources: Sequence[Source], source: str, title: str) -> tuple[Source, ...]:
    """Sources of which one, given by its ID, has another title."""
    from core.model import Source

    named = Source.from_text("", title=title).title
    return tuple(replace(s, title=named) if s.id == source else s for s in sources)


def read_again(asked: Asked, report: Report) -> Asked:
    """The files that have changed are read again. A source whose file is gone stays as it was."""
    fresh: list[Source] = []
    problems = list(asked.problems)
    for n, source in enumerate(asked.sources):
        report("reading", n / len(asked.sources))
        try:
            fresh.append(_again(source, asked.settings.limits))
        except ReadError as problem:
            fresh.append(source)
            problems.append(problem)
    return asked._replace(sources=tuple(fresh), problems=tuple(problems))


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


def _compared(asked: Asked, report: Report) -> Spread:
    from core.pipeline import compare

    return _ready(compare(asked.sources, asked.settings, report), asked.problems)


def _ready(comparison: Comparison, problems: tuple[ReadError, ...]) -> Spread:
    gc.freeze()  # the search for cycles has nothing to find in it
    from core.marks import passage_marks
    from tui.spread import spread_out

    return spread_out(comparison, lambda passage: passage_marks(comparison, passage), problems)

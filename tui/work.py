"""What runs in the worker: from paths to a comparison that is ready to be shown."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import BinaryIO

from core.errors import ReadError
from core.model import Comparison, Source
from core.settings import Limits, Settings
from tui.spread import Spread, spread_out

Progress = Callable[[str, float], None]
Job = Callable[[Progress], Spread]


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

    def job(progress: Progress) -> Spread:
        from core.read import load
        from tui.picking import remember

        progress("reading", 0.0)
        loaded = load(paths, stdin=stdin)
        remember(paths)
        return _compared((*others, *loaded.sources), settings, progress, loaded.problems)

    return job


def compare_job(sources: Sequence[Source], settings: Settings) -> Job:
    """The job of comparing sources that are read already."""
    return lambda progress: _compared(sources, settings, progress, ())


def rearrange_job(spread: Spread, settings: Settings) -> Job:
    """The job of moving the threshold of a comparison."""

    def job(progress: Progress) -> Spread:
        from core.pipeline import rearrange

        progress("matching", 0.0)
        return _ready(rearrange(spread.comparison, settings), ())

    return job


def rename_job(spread: Spread, source: str, title: str) -> Job:
    """The job of giving a source another title; nothing is compared again."""

    def job(_: Progress) -> Spread:
        named = Source.from_text("", title=title).title
        old = spread.comparison
        sources = tuple(replace(s, title=named) if s.id == source else s for s in old.sources)
        return _ready(replace(old, sources=sources), ())

    return job


def reload_job(spread: Spread) -> Job:
    """The job of reading again the files that have changed. A source whose file is gone stays as it was."""

    def job(progress: Progress) -> Spread:
        old = spread.comparison
        fresh: list[Source] = []
        problems: list[ReadError] = []
        for n, source in enumerate(old.sources):
            progress("reading", n / len(old.sources))
            try:
                fresh.append(_again(source))
            except ReadError as problem:
                fresh.append(source)
                problems.append(problem)
        if all(a is b for a, b in zip(fresh, old.sources, strict=True)):
            return replace(spread, problems=tuple(problems))
        return _compared(fresh, old.settings, progress, tuple(problems))

    return job


def _again(source: Source) -> Source:
    """A source read anew; itself when it came from no file or has not changed. A title given to it stays."""
    from core.read import load
    from core.segment import segment

    if source.origin is None or "://" in source.origin:
        return source
    fresh = load((source.origin,)).sources[0]
    if fresh.text == source.text:
        return source
    named = segment(replace(source, title="", paragraphs=())).title != source.title
    return replace(fresh, title=source.title) if named else fresh


def matrix_of(spread: Spread) -> tuple[tuple[float, ...], ...]:
    """Share of wording that each pair of sources has in common."""
    from core.marks import matrix

    return matrix(spread.comparison)


def _compared(
    sources: Sequence[Source], settings: Settings, progress: Progress, problems: tuple[ReadError, ...]
) -> Spread:
    from core.pipeline import compare

    return _ready(compare(sources, settings, progress, Limits()), problems)


def _ready(comparison: Comparison, problems: tuple[ReadError, ...]) -> Spread:
    from core.marks import passage_marks

    return spread_out(comparison, lambda passage: passage_marks(comparison, passage), problems)

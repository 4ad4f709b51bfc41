"""What runs in the worker: from paths to a comparison that is ready to be shown."""

from collections.abc import Callable
from typing import BinaryIO

from core.settings import Settings
from tui.spread import Spread

Progress = Callable[[str, float], None]
Job = Callable[[Progress], Spread]


def job_of(paths: tuple[str, ...], settings: Settings, stdin: BinaryIO | None = None) -> Job:
    """The job of reading and comparing some articles.

    Args:
        paths: Files and folders; "-" is standard input.
        settings: How to compare.
        stdin: What was piped in.

    Returns:
        A function for the worker. It tells its progress as (stage, fraction 0-1) and lets through what
        that raises, and the errors of reading.
    """

    def job(progress: Progress) -> Spread:
        from core.marks import passage_marks
        from core.pipeline import compare
        from core.read import load
        from tui.spread import spread_out

        progress("reading", 0.0)
        loaded = load(paths, stdin=stdin)
        comparison = compare(loaded.sources, settings, progress)
        return spread_out(comparison, lambda passage: passage_marks(comparison, passage), loaded.problems)

    return job

"""The pipeline, in reading order: the one function that a front end calls."""

from collections.abc import Sequence
from dataclasses import replace

from core.align import Progress, align
from core.arrange import arrange
from core.findings.judge import judge
from core.model import Comparison, Finding, Passage, Source, Status, source_id
from core.segment import segment
from core.settings import Settings


def _silent(stage: str, fraction: float) -> None:
    """Tell nobody."""


def compare(
    sources: Sequence[Source], settings: Settings | None = None, progress: Progress = _silent
) -> Comparison:
    """Put several accounts of the same event side by side.

    Args:
        sources: The articles, in the order in which they get their IDs.
        settings: How to compare; the defaults were measured.
        progress: Called with (stage, fraction 0-1) at least every 50 ms or so; what it raises stops the
            comparison.

    Returns:
        The result. The same input and settings give the same result.

    Raises:
        Cancelled: `progress` raised it.
    """
    settings = settings or Settings()
    articles = tuple(segment(replace(s, id=source_id(n))) for n, s in enumerate(sources))
    links, weak = align(articles, settings.threshold, progress)
    passages = arrange(articles, links)
    findings = judge(articles, passages, links)
    return Comparison(articles, _judged(passages, findings), links, findings, settings, weak)


def _judged(passages: Sequence[Passage], findings: Sequence[Finding]) -> tuple[Passage, ...]:
    """The passages with the findings that stand in them, and the status that follows."""
    own: dict[str | None, list[str]] = {}
    for finding in findings:
        own.setdefault(finding.passage, []).append(finding.id)
    return tuple(
        replace(p, status=Status.DIVERGE, findings=tuple(own[p.id])) if p.id in own else p for p in passages
    )

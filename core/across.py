"""Findings across rows: which passages hold the readings of a finding, and with which others it conflicts.

A finding between cells that share no row has no passage of its own; one that has may be told in others too.
The status of a passage tells of its own findings alone; a reader must be told of all.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from core.model import Comparison, Finding
from core.standing import Standing

Rows = Mapping[str, tuple[str, ...]]
"""ID of a passage -> IDs of the sources that carry a reading in it; in the order of the rows."""


def places(comparison: Comparison) -> Mapping[str, tuple[Rows, ...]]:
    """Where each finding is told.

    Returns:
        ID of a finding -> the passages of each of its readings. A reading outside all cells has none.
    """
    row_at = row_finder(comparison)
    return {finding.id: tuple(_placed(row_at, finding)) for finding in comparison.findings}


def findings_told(comparison: Comparison) -> Mapping[str, tuple[Finding, ...]]:
    """The findings to be seen at each passage: its own first, then those with a reading in it.

    One that tells what another of a passage tells is left out there: it is seen at its own.
    """
    found: defaultdict[str, dict[str, Finding]] = defaultdict(dict)
    told, gists = places(comparison), {finding.id: gist(finding) for finding in comparison.findings}
    for finding in comparison.findings:
        if finding.passage is not None:
            found[finding.passage][finding.id] = finding
    seen = {row: {gists[finding.id] for finding in own.values()} for row, own in found.items()}
    for finding in comparison.findings:
        for rows in told[finding.id]:
            for row in rows:
                if finding.passage is None or gists[finding.id] not in seen.get(row, ()):
                    found[row][finding.id] = finding
    return {passage: tuple(own.values()) for passage, own in found.items()}


def rivals(findings: Iterable[tuple[Rows, ...]], passage: str) -> Rows:
    """The other passages that hold another reading of some findings than a passage does.

    Args:
        findings: The passages of each reading of each finding.
        passage: ID of a passage that holds one of them.

    Returns:
        Those passages and who carries another reading there, both in their order.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for readings in findings:
        own = {n for n, rows in enumerate(readings) if passage in rows}
        for n, rows in enumerate(readings):
            for row, sources in rows.items() if own - {n} else ():
                found[row].update(sources)
    return {
        row: tuple(sorted(found[row], key=_letters)) for row in sorted(found, key=_number) if row != passage
    }


def gist(finding: Finding) -> tuple[object, ...]:
    """What a finding tells, wherever it stands: two of one gist tell the same conflict in two passages.

    A headline and the sentence below it give the same readings, one of them with a capital. A label that is
    but one of the readings ("told": told / not told) says nothing of what, so such findings stay apart.
    """
    label = finding.label.casefold()
    readings = tuple((reading.value.casefold(), reading.sources) for reading in finding.readings)
    says_nothing = any(label == value for value, _ in readings)
    return finding.kind, label, readings, finding.id if says_nothing else ""


def rows_of(readings: tuple[Rows, ...]) -> list[str]:
    """IDs of the passages that hold a reading of a finding, in their order."""
    return sorted({row for rows in readings for row in rows}, key=_number)


def _placed(row_at: Callable[[str, int], str | None], finding: Finding) -> list[Rows]:
    held: list[Rows] = []
    for reading in finding.readings:
        rows: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for span in reading.spans:
            row = row_at(span.source, span.start)
            if row is not None:
                rows[row][span.source] = None
        held.append({row: tuple(rows[row]) for row in sorted(rows, key=_number)})
    return held


def _letters(source: str) -> tuple[int, str]:
    return len(source), source  # AA stands behind Z


def _number(passage: str) -> int:
    return int(passage[1:])


def row_finder(comparison: Comparison) -> Callable[[str, int], str | None]:
    """Finds the passage whose cell in a source holds a character: its ID, or None where no cell does."""
    standing = Standing(comparison.passages)

    def row_at(source: str, at: int) -> str | None:
        row = standing.row(source, at)
        return comparison.passages[row].id if row >= 0 else None

    return row_at

"""The findings of a comparison as a table for a spreadsheet: one row for each place of each reading."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from io import StringIO

from core.across import row_finder
from core.export.escape import folded
from core.export.notes import origins
from core.export.quotes import around
from core.model import Comparison, Finding, Reading

HEAD = (
    "finding", "kind", "passage", "label", "reading", "source", "title", "origin", "paragraph", "words",
    "sentence",
)  # fmt: skip
"""The names of the columns."""

# What a spreadsheet takes for a formula, also in full width; white space may stand before it, and apostrophes
# of the text itself, so that they can be told from ours.
_FORMULA = re.compile(r"[\s']*[=+\-@\uff1d\uff0b\uff0d\uff20\t]")


def to_csv(comparison: Comparison) -> str:
    """Write the findings as comma-separated values (RFC 4180).

    Args:
        comparison: Whose findings.

    Returns:
        A head and one row for each span of each reading of each finding, with the passage that holds the
        span; lines end with CR LF.
        A value that a spreadsheet would run as a formula has an apostrophe before it.
    """
    written = StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(HEAD)
    called, row_at = origins(comparison.sources), row_finder(comparison)
    for finding in comparison.findings:
        for reading in finding.readings:
            table.writerows(_rows(comparison, finding, reading, called, row_at))
    return written.getvalue()


def _rows(
    comparison: Comparison,
    finding: Finding,
    reading: Reading,
    called: Mapping[str, str | None],
    row_at: Callable[[str, int], str | None],
) -> Iterator[list[str]]:
    for span in reading.spans:
        source = comparison.source(span.source)
        sentence = around(source, span)
        yield [
            finding.id,
            finding.kind,
            row_at(source.id, span.start) or "",
            _inert(finding.label),
            _inert(reading.value),
            source.id,
            _inert(source.title),
            _inert(called[source.id] or ""),
            str(sentence.paragraph + 1),
            _inert(comparison.text(span)),
            _inert(comparison.text(sentence)),
        ]


def _inert(text: str) -> str:
    """A value on one line that no spreadsheet runs."""
    line = folded(text)
    return f"'{line}" if _FORMULA.match(line) else line

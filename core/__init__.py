"""Sidelight without its screen: compare several accounts of the same event.

    from core import Settings, Source, compare, to_markdown

    comparison = compare([Source.from_text(first), Source.from_text(second)], Settings(threshold=40))
    for finding in comparison.findings:
        print(finding.kind, finding.label, [(reading.value, reading.sources) for reading in finding.readings])
    print(to_markdown(comparison))

A `Comparison` holds the sources (cut into paragraphs and sentences), the passages (rows, with what each
source has on one point), the links between sentences, and the findings (points on which readings conflict).
Places are half-open ranges of characters of `Source.text`; scores go from 0 to 100. What can go wrong is a
`SidelightError`. Files are read by `core.read.load`.

Each name is imported when it is first asked for, so that a command that only prints help stays light.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.errors import Cancelled, ExportError, LimitError, ReadError, SettingsError, SidelightError
    from core.export.csv import to_csv
    from core.export.html import to_html
    from core.export.json import to_json
    from core.export.markdown import to_markdown
    from core.model import Comparison, Source
    from core.pipeline import compare
    from core.settings import Limits, Settings

_HOME = {
    "Cancelled": "errors",
    "Comparison": "model",
    "ExportError": "errors",
    "Limits": "settings",
    "LimitError": "errors",
    "ReadError": "errors",
    "Settings": "settings",
    "SettingsError": "errors",
    "SidelightError": "errors",
    "Source": "model",
    "compare": "pipeline",
    "to_csv": "export.csv",
    "to_html": "export.html",
    "to_json": "export.json",
    "to_markdown": "export.markdown",
}

__all__ = [
    "Cancelled",
    "Comparison",
    "ExportError",
    "LimitError",
    "Limits",
    "ReadError",
    "Settings",
    "SettingsError",
    "SidelightError",
    "Source",
    "compare",
    "to_csv",
    "to_html",
    "to_json",
    "to_markdown",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"core.{_HOME[name]}"), name)
    globals()[name] = value
    return value

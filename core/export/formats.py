"""The formats of a result: which one a file name asks for, and a comparison written in it.

Light to import: what writes a format is imported when it is asked for.
"""

import os
from enum import StrEnum
from typing import TYPE_CHECKING

from core.errors import ExportError
from core.safe import make_safe

if TYPE_CHECKING:
    from core.model import Comparison


class Format(StrEnum):
    """What a result can be written as; also the ending of its file."""

    MARKDOWN = "md"
    JSON = "json"
    CSV = "csv"
    HTML = "html"

    @property
    def says(self) -> str:
        """What it is, in words."""
        return _SAYS[self]


_SAYS = {
    Format.MARKDOWN: "Markdown",
    Format.JSON: "JSON",
    Format.CSV: "CSV, the findings alone",
    Format.HTML: "a page of HTML",
}
_ENDINGS = ".md, .json, .csv or .html"


def format_of(path: str) -> Format:
    """The format that the name of a file asks for; Markdown when it has no ending.

    Args:
        path: Where a result is to be written.

    Raises:
        ExportError: the name ends in something else: no file may hold what its name does not tell.
    """
    ending = os.path.basename(path).rpartition(".")[2] if "." in os.path.basename(path) else ""  # noqa: PTH119
    try:
        return Format(ending.lower()) if ending else Format.MARKDOWN
    except ValueError:
        reason = f"end it in {_ENDINGS}: the ending tells the format"
        raise ExportError(make_safe(path, one_line=True)[0], reason) from None


def render(comparison: "Comparison", as_: Format, *, reproducible: bool = False, full: bool = False) -> str:
    """Write a comparison.

    Args:
        comparison: What to write.
        as_: In which format.
        reproducible: Leave the time out (Markdown and HTML; the others have none).
        full: Add every passage in its order (Markdown and HTML).

    Returns:
        The text of the file.
    """
    match as_:
        case Format.JSON:
            from core.export.json import to_json

            return to_json(comparison)
        case Format.CSV:
            from core.export.csv import to_csv

            return to_csv(comparison)
        case Format.HTML:
            from core.export.html import to_html

            return to_html(comparison, reproducible=reproducible, full=full)
        case Format.MARKDOWN:
            from core.export.markdown import to_markdown

            return to_markdown(comparison, reproducible=reproducible, full=full)

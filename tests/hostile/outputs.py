"""Everything the program can say about a comparison: each export, and each view drawn at a width."""

import re
from collections.abc import Iterator

from core.export.csv import to_csv
from core.export.html import to_html
from core.export.json import to_json
from core.export.markdown import passages_to_markdown, to_markdown
from core.marks import passage_marks
from core.model import Comparison
from core.safe import is_safe
from tests.tui.drawn import line_text
from tui.look import Look
from tui.paint import paint
from tui.spread import spread_out
from tui.state import View

_JOINERS = re.compile("[\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""What passes the gate beside a letter that needs it; a bold sign or a line's end may come between them."""


def harmless(text: str, *, one_line: bool = False) -> bool:
    """Whether nothing in an output acts, reorders or hides."""
    return is_safe(_JOINERS.sub("", text), one_line=one_line)


def written(comparison: Comparison) -> Iterator[str]:
    """Every export."""
    yield to_json(comparison)
    yield to_markdown(comparison)
    yield to_markdown(comparison, reproducible=True, full=True)
    yield passages_to_markdown(comparison, comparison.passages[:3])
    yield to_csv(comparison).replace("\r\n", "\n")  # the line ends of RFC 4180
    yield to_html(comparison, full=True)


def drawn(comparison: Comparison, width: int, rows: int = 40) -> Iterator[str]:
    """The lines of every view."""
    if not comparison.sources:
        return
    spread = spread_out(comparison, lambda passage: passage_marks(comparison, passage))
    for view in View:
        look = Look(spread, view, spread.ids[:4], source="A")
        for row in spread.rows("A")[:rows]:
            yield from map(line_text, paint(look, row, width))
            yield from map(line_text, paint(Look(spread, view, spread.ids[:2], row.key, "A"), row, width))

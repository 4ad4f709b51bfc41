"""A comparison as one HTML page that needs nothing else and can do nothing.

All text is escaped; there is no script, no link and no external resource, and the page forbids them itself
by its content security policy: only the style sheet below, named by its digest, may apply.
"""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape

from core.export.blocks import Block, Heading, Items, Quote, Remark, Table, Words
from core.export.escape import whole_words
from core.export.notes import note_name, notes
from core.export.report import report
from core.model import Comparison

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.25; }
h2 { border-bottom: 1px solid; margin-top: 2.5rem; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { border: 1px solid; padding: .25rem .75rem; text-align: start; vertical-align: top; }
li { margin: .5rem 0; }
q { quotes: "\\201C" "\\201D"; white-space: pre-line; }
mark { font-weight: bold; }
"""
_POLICY = f"default-src 'none'; style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'"


def to_html(comparison: Comparison, *, reproducible: bool = False, full: bool = False) -> str:
    """Write a comparison as one HTML page.

    Args:
        comparison: What to write.
        reproducible: Leave the time out, so that the same comparison gives the same bytes.
        full: Add every passage in its order, and what was left out as no part of the report.

    Returns:
        The page, with the same blocks as the Markdown report; it ends with a newline.
    """
    blocks = list(report(comparison, reproducible=reproducible, full=full))
    title = next(block.text for block in blocks if isinstance(block, Heading))
    lines = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{escape(title)}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        *(line for block in blocks for line in _block(block)),
        "<h2>Citations</h2>",
        "<ul>",
        *(
            f"<li>{note_name(place)}, <bdi>{escape(about)}</bdi></li>"
            for place, about in notes(comparison, blocks).items()
        ),
        "</ul>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f"<h{level}><bdi>{escape(text)}</bdi></h{level}>"
        case Words(text):
            yield f"<p>{escape(text)}</p>"
        case Table(head, rows):
            yield f"<table>\n<thead>{_row(head, 'th')}</thead>\n<tbody>"
            yield from (_row(row, "td") for row in rows)
            yield "</tbody>\n</table>"
        case Items(items):
            yield from ("<ul>", *(f"<li>{_item(item)}</li>" for item in items), "</ul>")


def _row(values: tuple[str, ...], cell: str) -> str:
    cells = (f'<{cell} dir="auto">{escape(value)}</{cell}>' for value in values)
    return f"<tr>{''.join(cells)}</tr>"


def _item(item: Quote | Remark) -> str:
    lead = f"<bdi>{escape(item.lead)}</bdi>:"
    match item:
        case Quote(text=text, strong=strong, place=place):
            return f'{lead} <q dir="auto">{_marked(text, strong)}</q> <small>{note_name(place)}</small>'
        case Remark(text=text, quiet=quiet):
            return f"{lead} <i>{escape(text)}</i>" if quiet else f"{lead} {escape(text)}"


def _marked(text: str, strong: tuple[tuple[int, int], ...]) -> str:
    parts: list[str] = []
    at = 0
    for start, end in whole_words(text, strong):
        parts += (escape(text[at:start]), f"<mark>{escape(text[start:end])}</mark>")
        at = end
    return "".join((*parts, escape(text[at:])))

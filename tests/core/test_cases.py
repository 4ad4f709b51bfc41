"""Case files: a title, the articles, and the expected table as text."""

import re
from pathlib import Path

import pytest

from core.model import Cell, Comparison, Source
from core.pipeline import compare

CASES = sorted((Path(__file__).parent / "cases").glob("*.md"))


def _cell(comparison: Comparison, cell: Cell) -> str:
    """A cell as its source, its paragraph from 1 and, where that is cut, its sentences from 1."""
    sentences = comparison.source(cell.source).paragraphs[cell.paragraph].sentences
    own = [n for n, s in enumerate(sentences, 1) if cell.start <= s.start < cell.end]
    place = f"{cell.source}{cell.paragraph + 1}"
    if len(own) == len(sentences):
        return place
    return f"{place}.{own[0]}" + (f"-{own[-1]}" if len(own) > 1 else "")


def table(comparison: Comparison) -> str:
    rows = []
    for passage in comparison.passages:
        parts = [_cell(comparison, cell) for cell in passage.cells]
        if passage.wording:
            parts.append(passage.wording)
        if passage.moved:
            parts += ["moved", *passage.moved]
        rows.append(" ".join(parts))
    return "\n".join([*rows, *_other_links(comparison)])


def _other_links(comparison: Comparison) -> list[str]:
    """Links that no row shows."""
    shown = {
        (c.source, sentence.start): p.id
        for p in comparison.passages
        for c in p.cells
        for sentence in comparison.source(c.source).paragraphs[c.paragraph].sentences
        if c.start <= sentence.start < c.end
    }
    return [
        f"also {_cell(comparison, x.a)} {_cell(comparison, x.b)}"
        for x in comparison.links
        if shown[x.a.source, x.a.start] != shown[x.b.source, x.b.start]
    ]


def read_case(path: Path) -> tuple[list[Source], str]:
    _, *sections = re.split(r"^## (.+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    parts = dict(zip(sections[::2], (s.strip() for s in sections[1::2]), strict=True))
    expected = parts.pop("Table")
    return [Source.from_text(text, title=name) for name, text in parts.items()], expected


@pytest.mark.parametrize("path", CASES, ids=[p.stem for p in CASES])
def test_case(path: Path) -> None:
    sources, expected = read_case(path)
    assert table(compare(sources)) == expected

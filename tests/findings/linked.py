"""Sources made of plain text, their sentences linked: what the findings get from alignment."""

from collections.abc import Sequence

from core.model import Cell, Link, Passage, Source, Status
from core.segment import segment


def told(text: str, siglum: str) -> Source:
    """A segmented English source with an ID."""
    source = segment(Source.from_text(text, title=siglum))
    return Source(text, siglum, id=siglum, language="en", paragraphs=source.paragraphs)


def cells(source: Source) -> list[Cell]:
    """Each sentence of a source as a cell."""
    return [Cell(source.id, p.index, s.start, s.end) for p in source.paragraphs for s in p.sentences]


def linked(sources: Sequence[Source], least: int = 0) -> list[Link]:
    """Links between all sentences of different sources that share so many words."""
    return [
        Link(a, b, 90.0)
        for n, left in enumerate(sources)
        for right in sources[n + 1 :]
        for a in cells(left)
        for b in cells(right)
        if len({*left.text[a.start : a.end].split()} & {*right.text[b.start : b.end].split()}) >= least
    ]


def rows(sources: Sequence[Source], links: Sequence[Link]) -> list[Passage]:
    """Each sentence in a row with the first ones that it is linked with, one for each source."""
    joined = {frozenset((k.a, k.b)) for k in links}
    made: list[list[Cell]] = []
    for source in sources:
        for cell in cells(source):
            fits = [r for r in made if any(frozenset((cell, c)) in joined for c in r)]
            home = next((r for r in fits if all(c.source != cell.source for c in r)), None)
            if home is None:
                made.append([cell])
            else:
                home.append(cell)
    return [Passage(f"P{n + 1}", tuple(r), Status.AGREE, None) for n, r in enumerate(made)]

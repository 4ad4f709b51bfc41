"""Three short articles on an invented ferry, aligned and judged by hand."""

from core.model import (
    Cell,
    Comparison,
    Finding,
    FindingKind,
    Link,
    Paragraph,
    ParagraphKind,
    Passage,
    Reading,
    Sentence,
    Source,
    Span,
    Status,
    Wording,
    source_id,
)
from core.settings import Settings

AGENCY = """\
Ferry fire off Ellwick

A ferry with 240 people aboard caught fire off Ellwick on Thursday.

At least 12 people died, coast guard captain Ines Bohler said.

The Marigold was built in 1998.
"""

DAILY = """\
Fire on the Marigold

A ferry with 240 people aboard caught fire
off Ellwick on Thursday.

The owner, *Norrland Lines*, had been fined 3 | 4 times; see www.norrland.example [sic].

Fourteen bodies were recovered by dawn, captain Ines Boehler said.

Sign up for our newsletter!
"""

POST = """\
“We saw smoke”

A ferry carrying 240 people burned off Ellwick late on Thursday.

The ship was 22 years old, a port clerk said. It was 26 years old, the yard said.
"""

ORIGINS = ("ferry/agency.txt", "ferry/daily.md", "ferry/post.txt")
OUTLETS = ("Wire One", "The Daily B.", None)


def comparison() -> Comparison:
    """The three articles side by side."""
    texts = (AGENCY, DAILY, POST)
    sources = tuple(_source(n, text) for n, text in enumerate(texts))

    def cell(name: str, words: str) -> Cell:
        source = next(s for s in sources if s.id == name)
        start = source.text.index(words)
        paragraph = next(p for p in source.paragraphs if p.start <= start < p.end)
        sentence = next(s for s in paragraph.sentences if s.start <= start < s.end)
        return Cell(name, paragraph.index, sentence.start, sentence.end)

    def reading(value: str, *places: tuple[str, str]) -> Reading:
        spans = []
        for name, words in places:
            start = next(s for s in sources if s.id == name).text.index(words)
            spans.append(Span(name, start, start + len(words)))
        return Reading(value, tuple(name for name, _ in places), tuple(spans))

    rows = [
        [cell("A", "Ferry fire")],
        [cell("A", "240"), cell("B", "240"), cell("C", "240")],
        [cell("B", "The owner")],
        [cell("A", "At least"), cell("B", "Fourteen")],
        [cell("A", "The Marigold")],
        [cell("B", "Fire on")],
        [cell("C", "We saw")],
        [cell("C", "22 years")],
        [cell("C", "26 years")],
    ]
    findings = (
        Finding(
            "F1",
            FindingKind.NUMBER,
            "P4",
            "people dead",
            (reading("at least 12", ("A", "At least 12")), reading("14", ("B", "Fourteen"))),
        ),
        Finding(
            "F2",
            FindingKind.NAME,
            "P4",
            "coast guard captain",
            (reading("Ines Bohler", ("A", "Bohler")), reading("Ines Boehler", ("B", "Boehler"))),
        ),
        Finding(
            "F3",
            FindingKind.NUMBER,
            None,
            "age of the ship",
            (reading("22 years", ("C", "22 years")), reading("26 years", ("C", "26 years"))),
        ),
    )
    passages = tuple(_passage(n, row, findings) for n, row in enumerate(rows))
    links = tuple(Link(row[0], other, 71.256) for row in rows for other in row[1:])
    return Comparison(sources, passages, links, findings, Settings())


def _source(number: int, text: str) -> Source:
    paragraphs, at = [], 0
    for index, block in enumerate(text.rstrip("\n").split("\n\n")):
        start = text.index(block, at)
        at = start + len(block)
        noise = block.startswith("Sign up")
        kind = ParagraphKind.NOISE if noise else ParagraphKind.PARAGRAPH if index else ParagraphKind.HEADING
        sentences = () if noise else _sentences(text, start, at)
        paragraphs.append(
            Paragraph(index, start, at, kind, "an appeal to subscribe" if noise else None, sentences)
        )
    return Source(
        text,
        text.partition("\n")[0],
        source_id(number),
        ORIGINS[number],
        outlet=OUTLETS[number],
        published="2031-05-02" if number == 0 else None,
        warnings=("decoded as windows-1252",) if number == 2 else (),
        paragraphs=tuple(paragraphs),
    )


def _sentences(text: str, start: int, end: int) -> tuple[Sentence, ...]:
    cut = text.find(". ", start, end)
    if cut < 0:
        return (Sentence(start, end),)
    return (Sentence(start, cut + 1), Sentence(cut + 2, end))


def _passage(number: int, row: list[Cell], findings: tuple[Finding, ...]) -> Passage:
    name = f"P{number + 1}"
    held = tuple(f.id for f in findings if f.passage == name)
    status = Status.DIVERGE if held else Status.AGREE if len(row) > 1 else Status.ONLY
    wording = Wording.NEAR if len(row) > 1 else None
    return Passage(name, tuple(row), status, wording, ("B",) if number == 3 else (), held)

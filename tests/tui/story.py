"""A small comparison made by hand: four invented reports of a fire on a ferry, with every kind of row."""

from core.model import (
    Cell,
    Comparison,
    Finding,
    FindingKind,
    Grounds,
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
)
from core.settings import Settings
from tui.spread import Spread, spread_out

LONG = " ".join(
    f"The owner had been fined in {year} over a fire door on deck {year - 2010}."
    for year in range(2011, 2025)
)
TEXTS = {
    "A": [
        "A ferry with 240 people aboard caught fire off Port Sorrel on Thursday.",
        '"At least 12 people died," the coast guard said.',
        "Captain Ilsa Bohler was the last to leave the bridge.",
        "The ministry opened an inquiry [sic] on Friday [/].",
        "Two tugs brought the burnt ferry into Skerry Bay.",
    ],
    "B": [
        "Share this story with a friend",
        "A ferry with 240 people aboard caught fire off Port Sorrel on Thursday.",
        "Fourteen bodies were recovered by dawn, a port official told the paper.",
        "The last to leave the bridge was captain Ilsa Boehler.",
        LONG,
    ],
    "C": [
        "The ferry caught fire on Thursday off Port Sorrel; 240 people were aboard.",
        '"At least 12 people died," the coast guard said.',
        "The burnt ferry was brought into Skerry Bay by two tugs.",
    ],
    "D": [
        "“渡轮”在索雷尔港外起火，船上有二百四十人。",
        "Captain Ilsa Bohler stayed on the bridge to the end.",
        "Families waited at the quay until morning 🕯️.",
    ],
}
TITLES = {
    "A": "Ferry fire off Port Sorrel",
    "B": "Ferry blaze: fourteen dead",
    "C": "Twelve die in ferry fire",
    "D": "Ferry [bold]fire[/bold]",
}
OUTLETS = {"A": "Wire One", "B": "Daily B", "C": "C Post", "D": "Delta TV"}


def source(name: str, noise: int | None = None) -> Source:
    """A source with one sentence to a paragraph."""
    paragraphs = []
    at = 0
    for n, text in enumerate(TEXTS[name]):
        end = at + len(text)
        left_out = n == noise
        kind = ParagraphKind.NOISE if left_out else ParagraphKind.PARAGRAPH
        sentences = () if left_out else (Sentence(at, end),)
        paragraphs.append(Paragraph(n, at, end, kind, "share bar" if left_out else None, sentences))
        at = end + 2
    return Source(
        "\n\n".join(TEXTS[name]),
        TITLES[name],
        id=name,
        origin=f"{name.lower()}.txt",
        outlet=OUTLETS[name],
        paragraphs=tuple(paragraphs),
    )


def _cell(sources: dict[str, Source], name: str, paragraph: int) -> Cell:
    p = sources[name].paragraphs[paragraph]
    return Cell(name, paragraph, p.start, p.end)


def _span(sources: dict[str, Source], name: str, words: str) -> Span:
    at = sources[name].text.index(words)
    return Span(name, at, at + len(words))


def comparison() -> Comparison:
    """The comparison: seven passages, three findings, one paragraph left out."""
    s = {name: source(name, 0 if name == "B" else None) for name in TEXTS}

    def cells(**places: int) -> tuple[Cell, ...]:
        return tuple(_cell(s, name, place) for name, place in places.items())

    passages = (
        Passage("P1", cells(A=0, B=1, C=0, D=0), Status.AGREE, Wording.REWORDED),
        Passage("P2", cells(A=1, B=2, C=1), Status.DIVERGE, Wording.REWORDED, findings=("F1",)),
        Passage("P3", cells(A=2, B=3, D=1), Status.DIVERGE, Wording.REWORDED, ("D",), findings=("F2",)),
        Passage("P4", cells(A=3), Status.ONLY, None),
        Passage("P5", cells(B=4), Status.ONLY, None),
        Passage("P6", cells(D=2), Status.ONLY, None),
        Passage("P7", cells(A=4, C=2), Status.AGREE, Wording.REWORDED),
    )
    findings = (
        Finding(
            "F1",
            FindingKind.NUMBER,
            "P2",
            "deaths",
            (
                Reading(
                    "at least 12", ("A", "C"), (_span(s, "A", "At least 12"), _span(s, "C", "At least 12"))
                ),
                Reading("14", ("B",), (_span(s, "B", "Fourteen"),)),
            ),
            "at least 12 and 14 of the same thing: people who died",
        ),
        Finding(
            "F2",
            FindingKind.NAME,
            "P3",
            "",
            (
                Reading("Bohler", ("A", "D"), (_span(s, "A", "Bohler"), _span(s, "D", "Bohler"))),
                Reading("Boehler", ("B",), (_span(s, "B", "Boehler"),)),
            ),
            "one captain, spelled two ways",
        ),
        Finding(
            "F3",
            FindingKind.DATE,
            None,
            "inquiry",
            (
                Reading("Friday", ("A",), (_span(s, "A", "Friday"),)),
                Reading("Thursday", ("C",), (_span(s, "C", "Thursday"),)),
            ),
        ),
    )
    links = tuple(
        Link(passage.cells[0], other, 81.0 - n, Grounds(neighbours=True))
        for passage in passages
        for n, other in enumerate(passage.cells[1:])
    )
    rarity = {"coas": 2.0, "guar": 1.5, "died": 1.2}
    return Comparison(tuple(s.values()), passages, links, findings, Settings(), rarity=rarity)


def spread() -> Spread:
    """The comparison, ready to be shown, its words marked."""
    made = comparison()

    from core.marks import passage_marks

    return spread_out(made, lambda passage: passage_marks(made, passage))


def spread_of(source: Source) -> Spread:
    """One source that nothing was compared with."""
    return spread_out(Comparison((source,), (), (), (), Settings()))

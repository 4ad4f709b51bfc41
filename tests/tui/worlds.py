"""Random comparisons for the laws of the screen: any scripts, any shape of rows, findings anywhere."""

from collections.abc import Sequence
from itertools import accumulate, combinations
from random import Random

from hypothesis import strategies as st

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
from tui.spread import Spread, spread_out

WORDS = st.sampled_from(
    ["fire", "a", "harbour,", "Straße", "“quoted”", "渡轮起火。", "警察", "नमस्ते", "שלום", "é", "e\u0301",
     "👩‍👩‍👧", "✈️", "[sic]", "[/]", "two\nlines", "gap   wide", "x" * 50, "co\u00adop",
     "\u200d", "ｗｉｄｅ", "🇫🇷", "👍🏽"]
)  # fmt: skip
TEXT = st.lists(WORDS, min_size=1, max_size=30).map(" ".join)


@st.composite
def sources(draw: st.DrawFn, name: str) -> Source:
    paragraphs: list[Paragraph] = []
    text = ""
    for n in range(draw(st.integers(1, 4))):
        body = Source.from_text(draw(TEXT)).text.strip() or "x"
        start = len(text)
        text += body + "\n\n"
        noise = n > 0 and draw(st.booleans())
        kind = ParagraphKind.NOISE if noise else ParagraphKind.PARAGRAPH
        end = start + len(body)
        reason = "share bar" if noise else None
        sentences = () if noise else (Sentence(start, end),)
        paragraphs.append(Paragraph(n, start, end, kind, reason, sentences))
    return Source(text, f"Title of {name}", id=name, paragraphs=tuple(paragraphs))


@st.composite
def spreads(draw: st.DrawFn) -> Spread:
    """A spread of one to five sources; every paragraph that is not noise in one passage."""
    articles: tuple[Source, ...] = tuple(draw(sources(source_id(n))) for n in range(draw(st.integers(1, 5))))
    rows: list[dict[str, Cell]] = []
    for source in articles:
        for p in source.paragraphs:
            cell = Cell(source.id, p.index, p.start, p.end)
            free = [row for row in rows if source.id not in row]
            join: bool = draw(st.booleans())
            if p.kind is ParagraphKind.NOISE:
                continue
            if free and join:
                free[draw(st.integers(0, len(free) - 1))][source.id] = cell
            else:
                rows.append({source.id: cell})
    findings: list[Finding] = []
    passages = []
    for n, row in enumerate(rows):
        cells = tuple(row.values())
        own: tuple[str, ...] = ()
        if len(cells) > 1 and draw(st.booleans()):
            loose = draw(st.booleans())
            finding = _finding(len(findings), cells, None if loose else f"P{n + 1}")
            findings.append(finding)
            own = () if loose else (finding.id,)
        status = Status.DIVERGE if own else Status.AGREE if len(cells) > 1 else Status.ONLY
        wording = Wording.NEAR if len(cells) > 1 else None
        moved = tuple(c.source for c in cells[1:] if draw(st.booleans()))
        passages.append(Passage(f"P{n + 1}", cells, status, wording, moved, own))
    links = _links([cell for row in rows for cell in row.values()], draw)
    return spread_out(Comparison(articles, tuple(passages), links, tuple(findings), Settings()))


def _links(cells: Sequence[Cell], draw: st.DrawFn) -> tuple[Link, ...]:
    """Some pairs of cells of different sources, also of different rows, in their order."""
    pairs = [(a, b) for a, b in combinations(sorted(cells, key=_place), 2) if a.source != b.source]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=4, unique=True)) if pairs else []
    return tuple(Link(a, b, 90.0) for a, b in sorted(chosen, key=lambda two: tuple(map(_place, two))))


def _place(cell: Cell) -> tuple[str, int]:
    return cell.source, cell.start


def many(paragraphs: int, seed: int) -> Spread:
    """A spread of three sources with so many paragraphs each, some told by two or three of them."""
    random = Random(seed)  # noqa: S311 - text, not secrets
    words = ["fire", "a", "harbour", "quay", "“quoted”", "警察", "the", "lantern", "x" * 30]
    texts = {
        name: [" ".join(random.choices(words, k=random.choice((3, 12, 40)))) for _ in range(paragraphs)]
        for name in "ABC"
    }
    articles = []
    for name, own in texts.items():
        starts = list(accumulate((len(text) + 2 for text in own), initial=0))
        blocks = tuple(
            Paragraph(n, a, a + len(t), ParagraphKind.PARAGRAPH, None, (Sentence(a, a + len(t)),))
            for n, (a, t) in enumerate(zip(starts, own, strict=False))
        )
        articles.append(Source("\n\n".join(own), f"Title of {name}", id=name, paragraphs=blocks))
    passages: list[Passage] = []
    findings: list[Finding] = []
    for n in range(paragraphs):
        cells = tuple(Cell(s.id, n, s.paragraphs[n].start, s.paragraphs[n].end) for s in articles)
        groups = random.choice(((cells,), ((cells[0],), cells[1:]), tuple((c,) for c in cells)))
        for group in groups:
            key, told = f"P{len(passages) + 1}", len(group) > 1
            diverge = told and random.random() < 0.2
            if diverge:
                findings.append(_finding(len(findings), group, key))
            status = Status.DIVERGE if diverge else Status.AGREE if told else Status.ONLY
            own_findings = (findings[-1].id,) if diverge else ()
            passages.append(Passage(key, group, status, Wording.NEAR if told else None, (), own_findings))
    return spread_out(Comparison(tuple(articles), tuple(passages), (), tuple(findings), Settings()))


def _finding(n: int, cells: tuple[Cell, ...], passage: str | None) -> Finding:
    readings = tuple(
        Reading(f"value {c.source}", (c.source,), (Span(c.source, c.start, min(c.start + 4, c.end)),))
        for c in cells[:2]
    )
    return Finding(f"F{n + 1}", FindingKind.NUMBER, passage, "people", readings)

"""The five articles of seeds/, held against what seeds/README.md says is in them.

The page is the test: its tables name what was planted, with the exact words, and what the program
makes of it.
`python tests/test_seeds.py` prints what the program finds now, row by row, as the page would say it.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from core.model import Cell, Comparison, Finding, Paragraph, Passage, Span

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
NONE = "-"


class Words(NamedTuple):
    """Words of one source, as the page quotes them."""

    source: str
    text: str


class Row(NamedTuple):
    """One row of a table of the page."""

    name: str
    kind: str
    words: tuple[tuple[Words, ...], ...]
    """One group for each cell that quotes words."""
    verdict: str


@cache
def compared() -> Comparison:
    from core.pipeline import compare
    from core.read import load

    return compare(load([str(SEEDS)]).sources)


def table(heading: str) -> list[list[str]]:
    """The rows under a heading of the page, as stripped cells, without the table's head."""
    page = (SEEDS / "README.md").read_text(encoding="utf-8")
    part = page.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in part.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def quoted(cell: str) -> tuple[Words, ...]:
    return tuple(Words(*m) for m in re.findall(r"([A-E]) `([^`]+)`", cell))


def conflicts() -> list[Row]:
    return [Row(c[0], c[1], (quoted(c[3]), quoted(c[4])), c[5]) for c in table("Planted conflicts")]


def agreements() -> list[Row]:
    return [Row(c[0], "", (quoted(c[2]),), "") for c in table("Planted agreements")]


def structure() -> list[Row]:
    return [Row(c[0], c[1], (quoted(c[2]),), c[3]) for c in table("Structure")]


def places(words: Words) -> list[tuple[int, int]]:
    """Every place where the words stand in their source."""
    text = compared().source(words.source).text
    return [(m.start(), m.end()) for m in re.finditer(re.escape(words.text), text)]


def touches(words: Words, spans: tuple[Span, ...]) -> bool:
    return any(
        span.source == words.source and span.start < end and start < span.end
        for span in spans
        for start, end in places(words)
    )


def joined(finding: Finding, left: tuple[Words, ...], right: tuple[Words, ...]) -> set[str]:
    """The sources whose words a finding joins, left words in one reading and right words in another."""
    letters: set[str] = set()
    for one, other in combinations(finding.readings, 2):
        for x, y in ((one, other), (other, one)):
            a = {w.source for w in left if touches(w, x.spans)}
            b = {w.source for w in right if touches(w, y.spans)}
            if a and b:
                letters |= a | b
    return letters


def found(row: Row) -> str:
    """What the page should say of a planted conflict: the sources joined by findings of its kind."""
    letters: set[str] = set()
    for finding in compared().findings:
        if finding.kind == row.kind:
            letters |= joined(finding, *row.words)
    return " ".join(sorted(letters)) or NONE


def extras() -> dict[tuple[str, str], Finding]:
    """Findings that are no planted conflict, or that join the words of an agreement; by kind and readings."""
    wrong = {}
    for finding in compared().findings:
        planted = any(finding.kind == row.kind and joined(finding, *row.words) for row in conflicts())
        agreed = any(
            joined(finding, (a,), (b,)) for row in agreements() for a, b in combinations(row.words[0], 2)
        )
        if agreed or not planted:
            wrong[finding.kind.value, " / ".join(r.value for r in finding.readings)] = finding
    return wrong


def passages(words: Words) -> list[Passage]:
    def holds(cell: Cell) -> bool:
        return cell.source == words.source and any(cell.start <= at < cell.end for at, _ in places(words))

    return [p for p in compared().passages if any(holds(cell) for cell in p.cells)]


def paragraph(words: Words) -> Paragraph:
    start = places(words)[0][0]
    return next(p for p in compared().source(words.source).paragraphs if p.start <= start < p.end)


def is_moved(*words: Words) -> bool:
    rows = [p for w in words for p in passages(w)]
    return any(rows.count(p) == len(words) and {w.source for w in words} & set(p.moved) for p in rows)


def is_split(*words: Words) -> bool:
    whole = [w for w in words if w.source == words[0].source]
    parts = words[len(whole) :]
    rows_shared = all(
        {p.id for p in passages(a)} & {p.id for p in passages(b)} for a, b in zip(whole, parts, strict=True)
    )
    counts = len({paragraph(w).index for w in whole}), len({paragraph(w).index for w in parts})
    return rows_shared and counts == (1, len(parts))


def is_only(*words: Words) -> bool:
    return all(p.status == "only" for w in words for p in passages(w))


def is_noise(*words: Words) -> bool:
    return all(paragraph(w).kind == "noise" and bool(paragraph(w).reason) for w in words)


def is_text(*words: Words) -> bool:
    return all(paragraph(w).kind != "noise" for w in words)


SEEN = {"moved": is_moved, "split": is_split, "only": is_only, "noise": is_noise, "text": is_text}


def seen(row: Row) -> str:
    return "yes" if SEEN[row.name](*row.words[0]) else NONE


def test_the_page_quotes_the_articles() -> None:
    rows = [*conflicts(), *agreements(), *structure()]
    assert len(conflicts()) >= 18
    assert len(agreements()) >= 16
    missing = [w for row in rows for group in row.words for w in group if not places(w)]
    assert not missing
    assert all(len(group) >= 1 for row in rows for group in row.words)


def test_the_articles_are_as_long_as_news() -> None:
    words = {s.origin: len(s.text.split()) for s in compared().sources}
    assert len(words) == 5
    assert all(350 <= n <= 900 for n in words.values()), words


def test_planted_conflicts_are_found_as_the_page_says() -> None:
    now = {row.name: found(row) for row in conflicts()}
    assert now == {row.name: row.verdict for row in conflicts()}


def test_no_finding_that_the_page_does_not_name() -> None:
    assert set(extras()) == {(kind, readings) for kind, readings, _ in table("Extra findings")}


def test_the_structure_is_seen_as_the_page_says() -> None:
    now = {row.words[0]: seen(row) for row in structure()}
    assert now == {row.words[0]: row.verdict for row in structure()}


def report() -> None:
    """Print the verdicts as they are now."""
    lines = [f"{row.name:14} page {row.verdict:12} now {found(row)}" for row in conflicts()]
    lines += [
        f"{row.name:14} page {row.verdict:12} now {seen(row):4} {row.words[0][0].text}" for row in structure()
    ]
    lines += [f"extra: {' | '.join(name)} [{f.passage}] {f.label}; {f.why}" for name, f in extras().items()]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    report()

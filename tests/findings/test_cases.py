"""Cases as text: title, two accounts and the findings to expect, between lines that hold only a dot.

Four dashes stand between cases.
"""

from pathlib import Path

import pytest

from core.findings.judge import judge
from core.model import Cell, Passage, Status, Wording
from tests.findings.linked import linked, told

CASES = Path(__file__).parent / "cases"


def judged(*texts: str) -> list[str]:
    """The findings of accounts of which every sentence is linked with every other, as text."""
    sources = [told(text, siglum) for text, siglum in zip(texts, "ABCD", strict=False)]
    whole = tuple(Cell(s.id, 0, 0, len(s.text)) for s in sources)
    row = Passage("P1", whole, Status.AGREE, Wording.REWORDED)
    found = judge(sources, [row], linked(sources))
    return [f"{f.kind}: {' / '.join(r.value for r in f.readings)}" for f in found]


def cases() -> list[tuple[str, str, str, list[str]]]:
    found = []
    for path in sorted(CASES.glob("*.md")):
        for case in path.read_text(encoding="utf-8").split("\n----\n"):
            title, a, b, expected = (part.strip() for part in f"{case}\n".split("\n.\n"))
            found.append((f"{path.stem}: {title}", a, b, expected.splitlines()))
    return found


ALL = pytest.mark.parametrize(("title", "a", "b", "expected"), cases(), ids=[c[0] for c in cases()])


@ALL
def test_case(title: str, a: str, b: str, expected: list[str]) -> None:
    assert judged(a, b) == expected, title


@ALL
def test_case_the_other_way_round(title: str, a: str, b: str, expected: list[str]) -> None:
    lines = [line.partition(": ") for line in expected]
    swapped = [f"{kind}: {' / '.join(reversed(values.split(' / ')))}" for kind, _, values in lines]
    assert judged(b, a) == swapped, title

"""One name in two forms: a single fact about two articles."""

from core import Source, compare
from core.model import Status

LINES = (
    "Before dawn {} counted the barrels in the Ostrel brewery and locked the cellar door.",
    "Nobody believed {} when the second flood was foretold for the end of the month.",
    "At the ferry the pilots drank with {} until the tide turned and the lamps went out.",
)


def test_it_is_told_once_however_many_rows_carry_it() -> None:
    pairs = (("Robert Kellmar", "Bob Kelmar"), ("Odda Kellmar", "Odda Kelmar"), ("Odda Venn", "Piet Venn"))
    for left, right in pairs:
        texts = ("\n\n".join(line.format(who) for line in LINES) for who in (left, right))
        found = compare([Source.from_text(text, title=text[:30]) for text in texts])
        assert [(f.kind, [r.value for r in f.readings]) for f in found.findings] == [("name", [left, right])]
        assert found.findings[0].passage == found.passages[0].id
        assert [p.status for p in found.passages[1:]] == [Status.AGREE, Status.AGREE]


def test_a_part_of_it_alone_is_the_same_fact() -> None:
    lines = (*LINES, "Long after the fair {} still kept the smallest of the three keys.")
    texts = (
        "\n\n".join(line.format(full if n else full.split()[0]) for n, line in enumerate(lines))
        for full in ("Margit Kellmar", "Margitt Kelmar")
    )
    found = compare([Source.from_text(text, title=text[:30]) for text in texts])
    assert [[r.value for r in f.readings] for f in found.findings] == [["Margit Kellmar", "Margitt Kelmar"]]

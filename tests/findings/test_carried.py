"""Who is counted in to a reading: a source that tells the same in other words is not silent."""

import pytest

from core.model import FindingKind, Source
from core.pipeline import compare


@pytest.mark.parametrize(
    "texts",
    [
        (
            "Thieves stole 14 gold coins from the Karr museum on Monday.",
            "Thieves stole 17 gold coins from the Karr museum on Monday.",
            "On Monday thieves stole fourteen priceless gold coins from the Karr museum.",
        ),
        (
            "Guard Derek Hallworth, 58, was pushed down the stairs of the Karr museum.",
            "Guard Derek Hallworth, 61, was pushed down the stairs of the Karr museum.",
            "Guard Derek Holworth, who is 58, was pushed down the stairs of the Karr museum.",
        ),
    ],
)
def test_a_number_of_more_words_or_of_a_name_spelled_otherwise_is_counted_in(texts: tuple[str, ...]) -> None:
    findings = compare([Source.from_text(text) for text in texts]).findings
    number = next(f for f in findings if f.kind is FindingKind.NUMBER)
    assert [r.sources for r in number.readings] == [("A", "C"), ("B",)]


def test_two_wordings_are_shown_whole_or_cut_alike() -> None:
    wound, stab = "a wound to the whole town", "a stab in the heart of the whole town"
    said = '"This is {}, and it will not heal quickly," the director of the Karr museum said.'
    findings = compare([Source.from_text(said.format(words)) for words in (wound, stab)]).findings
    quoted = next(f for f in findings if f.kind is FindingKind.QUOTE)
    assert [r.value for r in quoted.readings] == [f"This is {wound}", f"This is {stab}"]


def test_two_things_with_the_same_two_days_are_told_each_by_its_own_words() -> None:
    told = "The jurors of Karr met on {0}.\n\nIt rained {1}.\n\nThe ferry to Ostrel ran aground on {0}."
    texts = [told.format(*words) for words in (("Monday", "in Lomb"), ("Tuesday", "everywhere"))]
    findings = compare([Source.from_text(text) for text in texts]).findings
    assert [f.label for f in findings] == ["jurors of Karr met", "ferry to Ostrel ran aground"]
    assert "jurors" not in findings[1].why

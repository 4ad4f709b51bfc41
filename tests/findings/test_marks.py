"""What stands between quotation marks, in a paragraph and over several."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.findings.quotations.marks import quotations
from core.model import Source
from core.progress import silent
from core.segment import segment


def quoted(text: str) -> list[str]:
    source = segment(Source.from_text(text, language="en"))
    return [source.text[start:end] for start, end in quotations(source, silent)]


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ('She said: "The bridge held." Then she left.', ["The bridge held."]),
        ("Sie sagte: „Die Brücke hielt.“ Dann ging sie.", ["Die Brücke hielt."]),
        ("»Die Brücke hielt«, sagte sie, »den ganzen Tag.«", ["Die Brücke hielt", "den ganzen Tag."]),
        ("Elle a dit : « Le pont a tenu. » Puis rien.", [" Le pont a tenu. "]),
        ('He held up a 5" bolt and a 7" nail.', []),
    ],
)
def test_marks_of_a_paragraph(text: str, between: list[str]) -> None:
    assert quoted(text) == between


@pytest.mark.parametrize(
    ("paragraphs", "between"),
    [
        (
            ('"The bridge held all day.', 'It fell at night," Ida Brenn said. "We saw it."'),
            ["The bridge held all day.", "It fell at night,", "We saw it."],
        ),
        (
            ("“The bridge held all day.", "Nobody crossed it.", "It fell at night,” Ida Brenn said."),
            ["The bridge held all day.", "Nobody crossed it.", "It fell at night,"],
        ),
        (
            ("“The bridge held all day.", "“It fell at night,” Ida Brenn said."),
            ["The bridge held all day.", "It fell at night,"],
        ),
        (
            (
                "»Die Brücke hielt den ganzen Tag.",
                "« Sie fiel in der Nacht, und »niemand sah es«, sagte sie.",
            ),
            ["Die Brücke hielt den ganzen Tag.", "niemand sah es"],
        ),
        (
            (
                '"The bridge held all day.',
                "Ida Brenn went home.",
                "Nobody was hurt.",
                'She says "perhaps" now.',
            ),
            ["The bridge held all day.", "perhaps"],
        ),
        (('It fell at night," Ida Brenn said, and left the town.', "Nothing more is known."), []),
    ],
)
def test_a_quotation_that_a_paragraph_leaves_open(paragraphs: tuple[str, ...], between: list[str]) -> None:
    assert [said.strip() for said in quoted("\n\n".join(paragraphs)) if said] == between


@given(st.lists(st.text("ab .,\"“”„«»'", min_size=1, max_size=30), min_size=1, max_size=6))
def test_ranges_rise_and_stay_inside_their_paragraphs(lines: list[str]) -> None:
    source = segment(Source.from_text("\n\n".join(lines), language="en"))
    ranges = quotations(source, silent)
    assert all(one[1] <= other[0] for one, other in pairwise(ranges))
    inside = [any(p.start <= a <= b <= p.end for p in source.paragraphs) for a, b in ranges]
    assert all(inside)

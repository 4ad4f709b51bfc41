from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Paragraph, ParagraphKind, Source
from tui.cells import NOTHING, display
from tui.unmarked import unmarked


def of(text: str, kind: ParagraphKind = ParagraphKind.PARAGRAPH, *, markdown: bool = True) -> Source:
    made = Source.from_text(text, title="T", markdown=markdown)
    return replace(made, id="A", paragraphs=(Paragraph(0, 0, len(made.text), kind),))


def shown(text: str, kind: ParagraphKind = ParagraphKind.PARAGRAPH) -> str:
    return unmarked(of(text, kind)).replace(NOTHING, "")


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("## Fire at sea", ParagraphKind.HEADING, "Fire at sea"),
        ("- a point", ParagraphKind.ITEM, "a point"),
        ("### 2. What is new", ParagraphKind.NOISE, "2. What is new"),
        ("2. a point", ParagraphKind.ITEM, "2. a point"),
        ("> > said", ParagraphKind.QUOTE, "said"),
        ("**12** people and *one* dog", ParagraphKind.PARAGRAPH, "12 people and one dog"),
        ("_soft_ but snake_case_name", ParagraphKind.PARAGRAPH, "soft but snake_case_name"),
        ("2 * 3 * 4 and 5 > 4 # 3", ParagraphKind.PARAGRAPH, "2 * 3 * 4 and 5 > 4 # 3"),
        ("see [the list](https://x.example/a) now", ParagraphKind.PARAGRAPH, "see the list now"),
        ("run `make test` [sic] [/]", ParagraphKind.PARAGRAPH, "run make test [sic] [/]"),
        (r"a \*star\* stays", ParagraphKind.PARAGRAPH, r"a \*star\* stays"),
    ],
)
def test_marks_are_hidden_and_words_are_not(text: str, kind: ParagraphKind, expected: str) -> None:
    assert shown(text, kind) == expected


def test_plain_text_is_shown_as_it_is() -> None:
    text = "**12** people and [a link](x)"
    assert unmarked(of(text, markdown=False)) == text


MARKS = st.lists(
    st.sampled_from(["*", "**", "_", "`", "[", "](a)", "word", " ", "警", "\\", "#", "> ", "- "]), max_size=30
)


@given(MARKS.map("".join), st.sampled_from(list(ParagraphKind)))
def test_only_marks_go_and_every_offset_stays(text: str, kind: ParagraphKind) -> None:
    source = of(text, kind)
    plain, bare = display(source.text), unmarked(source)
    assert len(bare) == len(plain)
    gone = {a for a, b in zip(plain, bare, strict=True) if a != b}
    assert all(b in (a, NOTHING) for a, b in zip(plain, bare, strict=True))
    assert gone <= set("*_`[](a)#>- !")
    assert bare.count("word") == plain.count("word")

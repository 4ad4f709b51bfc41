"""One name in two forms: a single fact about two articles."""

from hypothesis import given
from hypothesis import strategies as st

from core import Source, compare
from core.findings.names.name import Name, Tie, may_be_one, tie
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


WORDS = st.sampled_from(["north", "eastern", "east", "easter", "mil", "b", "i", "y"]) | st.text(
    "iyan", min_size=1
)
NAMES = st.builds(
    Name,
    st.lists(WORDS, max_size=3).map(tuple),
    role=st.just(frozenset[str]()),
    place=st.just(False),
    acronym=st.booleans(),
    expanded=st.just(()) | st.just(("mil",)),
)


@given(NAMES, NAMES)
def test_names_without_a_beginning_in_common_are_never_of_one(a: Name, b: Name) -> None:
    assert may_be_one(a, b) or tie(a, b) not in (Tie.SAME, Tie.RELATED)


def test_most_names_have_no_beginning_in_common() -> None:
    first, second = (Name(words, frozenset(), False, False) for words in (("odda", "venn"), ("piet", "kell")))
    assert not may_be_one(first, second)

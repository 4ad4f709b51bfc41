"""How alike two texts are worded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Wording
from core.wording import least_alike, wording


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("At least 11 people died on the ferry.", "At least 11 people died, on the ferry.", Wording.SAME),
        ("“It sank,” he said on Monday evening.", '"It sank", he said on Monday evening.', Wording.SAME),
        ("At least 11 people died on the ferry.", "At least 12 people died on the ferry.", Wording.NEAR),
        (
            "The clerk was Odda Kellmar of the harbour.",
            "The clerk was Odda Kelmar of the harbour.",
            Wording.NEAR,
        ),
        ("At least 11 people died on the ferry.", "On the ferry at least 11 people died.", Wording.NEAR),
        (
            "The mill by the river burned down on Monday.",
            "The barn by the lake was flooded on Monday.",
            Wording.REWORDED,
        ),
        ("At least 11 people died on the ferry.", "The sinking cost eleven lives or more.", Wording.REWORDED),
    ],
)
def test_wording(a: str, b: str, expected: Wording) -> None:
    assert wording(a, b) is wording(b, a) is expected


@given(st.lists(st.sampled_from(["ferry", "Karr", "11", "12", "sank", "the"]), min_size=1))
def test_the_same_words_are_the_same_whatever_their_case(words: list[str]) -> None:
    assert wording(" ".join(words), " ".join(words).upper()) is Wording.SAME


def test_very_long_texts_are_compared_by_counting_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.wording._LONG", 10)
    monkeypatch.setattr("core.wording.fuzz", None)
    assert wording("the bridge fell at noon", "The bridge fell, at noon") is Wording.SAME
    assert wording("the bridge fell at noon", "the bridge fell at nine") is Wording.NEAR
    assert wording("the bridge fell at noon", "a silo burst") is Wording.REWORDED


def test_of_several_pairs_the_least_alike_counts() -> None:
    a, b, c = "The mill burned on Monday.", "The mill burned on Monday!", "Flames took it as the week began."
    near = "The mill burned on Sunday."
    assert least_alike(()) is Wording.SAME
    assert least_alike([(a, b)]) is Wording.SAME
    assert least_alike([(a, near), (a, b)]) is least_alike([(a, b), (a, near)]) is Wording.NEAR
    assert least_alike([(a, b), (a, c), (a, near)]) is wording(a, c) is Wording.REWORDED

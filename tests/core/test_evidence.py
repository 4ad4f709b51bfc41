"""Words and n-grams of many scripts, how rare they are, and the reasons told for a link."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.align import align
from core.evidence import rarity, weigh
from core.explain import explain
from core.model import Comparison, Evidence, Link, Passage, Status
from core.settings import Settings
from core.sparse import blocks, counted
from core.terms import grams, spelled, stem, tokens_of, words
from tests.core.made import article


@given(st.text("abS_'-.,:12 \n"))
def test_plain_letters_alone_are_cut_into_the_same_tokens(text: str) -> None:
    assert tokens_of(text) == tokens_of(f"{text} é")[:-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Forty-two boats, 1,200.5 tonnes.", ["Forty", "two", "boats", "1,200.5", "tonnes"]),
        ("at 9:30, e-mail", ["at", "9:30", "e", "mail"]),
        ("हिन्दी में।", ["हिन्दी", "में"]),
        ("قالَ الرئيس", ["قالَ", "الرئيس"]),
        ("Łódź über", ["Łódź", "über"]),
        ("消防员救出3人", ["消防", "防员", "员救", "救出", "3", "人"]),
        ("図書館のWi-Fi", ["図書", "書館", "館の", "Wi", "Fi"]),
        ("ตลาด", ["ตล", "ลา", "าด"]),
        ("…!?", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_stems_and_grams() -> None:
    assert [stem(w) for w in ("harbour", "harbours", "1234567", "sea")] == [
        "harb",
        "harb",
        "1234567",
        "sea",
    ]
    assert grams("ab") == [" ab "]
    assert grams("abcd") == [" abc", "abcd", "bcd "]


@pytest.mark.parametrize(
    "alike",
    [("12", "twelve", "zwölf", "двенадцать", "१२", "١٢"), ("1200", "1,200", "1.200"), ("5:40", "5.40")],
)
def test_a_number_is_one_term_however_it_is_written(alike: tuple[str, ...]) -> None:
    assert len({stem(spelled(word)) for word in alike}) == 1
    assert len({tuple(grams(spelled(word))) for word in alike}) == 1
    assert stem(spelled("One")) == "one"


def test_a_word_is_not_common_because_several_articles_have_it() -> None:
    one = ["Flood.", "Rain fell.", "Rain stopped.", "Rain again."]
    article_of = np.array([0] * 4 + [1] * 4)
    alone, _ = weigh([*one, "A b.", "C d.", "E f.", "G h."], article_of, lambda _: None)
    both, _ = weigh([*one, *one], article_of, lambda _: None)
    assert alone.rarity[list(alone.names).index("floo")] == both.rarity[list(both.names).index("floo")]
    assert both.rarity[list(both.names).index("rain")] < both.rarity[list(both.names).index("floo")]


def test_in_short_articles_long_words_are_the_rare_ones() -> None:
    one, four = ["The sea and 12 harbours."] * 2, ["The sea and 12 harbours."] * 8
    for texts, told in ((one, True), (four, False)):
        stems, _ = weigh(texts, np.repeat([0, 1], len(texts) // 2), lambda _: None)
        rare = dict(zip(stems.names, stems.rarity.tolist(), strict=True))
        assert rare["the"] == rare["sea"] == rare["and"]
        assert rare["harb"] == rare["12"]
        assert (rare["harb"] > rare["the"]) is told


def test_a_term_of_every_sentence_keeps_a_little_rarity() -> None:
    stems, _ = weigh(["The sea."] * 4, np.zeros(4, dtype=np.int64), lambda _: None)
    assert rarity(stems.weight, np.zeros(4, dtype=np.int64)).tolist() == pytest.approx([1.0, 1.0])


def test_blocks_cover_all_rows_in_order() -> None:
    first = np.array([0, 5, 6, 30, 31, 31, 32])
    assert list(blocks(first, 10)) == [(0, 2), (2, 3), (3, 6)]


def _links(a: list[str], b: list[str]) -> list[tuple[Link, Evidence]]:
    """The links of two articles, and why."""
    sources = (article(0, a), article(1, b))
    links, _, rarity = align(sources, 33, lambda *_: None)
    comparison = Comparison(sources, (), links, (), Settings(), rarity=rarity)
    return [(link, explain(comparison, link)) for link in links]


TOWN = [
    "The mayor of Osterwick opened the new swimming pool.",
    "Two lorries collided on the ring road at noon.",
    "A beaver was seen in the city moat.",
]


def test_evidence_is_told_in_the_words_of_the_reader() -> None:
    _, why = _links(TOWN, ["Lorries collided at noon on the ring road near Osterwick.", "It rained."])[0]
    shared = [word for word, _ in why.shared]
    assert {"lorries", "collided", "noon", "ring"} <= set(shared)
    assert "lorr" not in shared
    weights = [weight for _, weight in why.shared]
    assert weights == sorted(weights, reverse=True)


def test_notes_tell_what_raised_a_score() -> None:
    _, first = _links(TOWN, TOWN)[0]
    assert first.notes == ("neighbours also match", "same place in both")


def test_notes_tell_neighbours_and_the_same_place_apart() -> None:
    other = [
        f"Chapter {n} is about {w}." for n, w in enumerate(["ferns", "moss", "bark", "peat", "reeds"] * 2)
    ]
    late, early = [*(s.replace("about", "on") for s in other), *TOWN], [*TOWN, "It rained."]
    _, moved = next((x, why) for x, why in _links(early, late) if x.a.paragraph == 1)
    assert "neighbours also match" in moved.notes
    assert "same place in both" not in moved.notes
    _, lone = _links(["Rain fell.", TOWN[1], "So be it."], ["Nobody came.", TOWN[1], "Well then."])[0]
    assert "same place in both" in lone.notes
    assert "neighbours also match" not in lone.notes


def test_short_words_and_stumps_are_no_evidence_that_is_named() -> None:
    a = "We're sure it's $3m, said the mayor of Osterwick."
    b = "The mayor of Osterwick: it's $3m and we're sure."
    shared = {word for word, _ in _links([a, *TOWN[1:]], [b, "It rained."])[0][1].shared}
    assert {"mayor", "Osterwick", "3"} <= shared
    assert shared.isdisjoint({"the", "of", "it", "s", "m", "re", "we", "We"})


def test_a_better_partner_in_the_row_itself_is_not_told() -> None:
    twice = [*TOWN, "The mayor of Osterwick opened the swimming pool, which is new, on a sunny day."]
    sources = (article(0, TOWN), article(1, twice))
    links, _, rarity = align(sources, 33, lambda *_: None)
    link = next(x for x in links if x.b.paragraph == 3)
    (rival,) = link.grounds.rivals
    row = Passage("P1", (link.a, replace(link.b, start=rival.start)), Status.AGREE, None)
    told = [
        explain(Comparison(sources, rows, links, (), Settings(), rarity=rarity), link).notes
        for rows in ((), (row,))
    ]
    assert ["a better partner exists: B ¶1" in notes for notes in told] == [True, False]


def test_notes_tell_of_a_better_partner() -> None:
    twice = [*TOWN, "The mayor of Osterwick opened the swimming pool, which is new, on a sunny day."]
    rival = next(why for link, why in _links(TOWN, twice) if link.b.paragraph == 3)
    assert "a better partner exists: B ¶1" in rival.notes


def test_the_better_partner_of_the_first_sentence_is_told_before_that_of_the_second() -> None:
    both = "The mayor of Osterwick opened the new swimming pool on Sunday with the children of the school."
    a = "The mayor of Osterwick opened the new swimming pool with a speech about taxes."
    b = "On Sunday the children of the school were at the new swimming pool of Osterwick."
    links = _links([both, a, *TOWN[1:]], [both, b, *TOWN[1:]])
    link, why = next(x for x in links if (x[0].a.paragraph, x[0].b.paragraph) == (0, 1))
    assert [(c.source, c.paragraph) for c in link.grounds.rivals] == [("B", 0), ("A", 1)]
    assert why.notes[-2:] == ("a better partner exists: B ¶1", "a better partner exists: A ¶2")


def test_notes_tell_when_two_articles_have_little_in_common() -> None:
    other = [
        f"Chapter {n} is about moss and {w}." for n, w in enumerate(["ferns", "lichen", "bark", "peat"] * 4)
    ]
    _, why = _links([*TOWN, *["Nothing."] * 8], [*other, TOWN[1]])[0]
    assert "little in common between the two articles" in why.notes


def test_words_that_tell_come_first_and_none_that_weighs_nothing() -> None:
    both = "And the ferry and the tug and the barge left Osterwick on the 12th, and the pilot waved."
    _, why = _links([both, *TOWN], [both, *TOWN])[0]
    shared = [word for word, _ in why.shared]
    assert shared[: shared.index("12")]
    assert not {"the", "and"} & set(shared[: shared.index("12")])
    assert {"ferry", "barge", "pilot", "waved", "left", "Osterwick"} <= set(shared)
    assert all(weight >= 0.01 for _, weight in why.shared)


def test_a_moved_passage_is_not_said_to_stand_at_the_same_place() -> None:
    sources = (article(0, TOWN), article(1, TOWN))
    links, _, rarity = align(sources, 33, lambda *_: None)
    cells = (links[0].a, links[0].b)
    still = Passage("P1", cells, Status.AGREE, None)
    moved = Passage("P1", cells, Status.AGREE, None, ("B",))
    notes = [
        explain(Comparison(sources, (p,), links, (), Settings(), rarity=rarity), links[0]).notes
        for p in (still, moved)
    ]
    assert "same place in both" in notes[0]
    assert "same place in both" not in notes[1]


@given(st.lists(st.integers(0, 9)))
def test_numbers_are_counted_as_numpy_does(numbers: list[int]) -> None:
    array = np.array(numbers, np.uint16)
    values, often = np.unique(array, return_counts=True)
    own = counted(array)
    assert own[0].tolist() == values.tolist()
    assert own[1].tolist() == often.tolist()

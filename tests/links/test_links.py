"""The hand links fit the articles, and the program's links do not fall below what they once reached."""

from __future__ import annotations

import pytest

from tests.links.score import agreement, annotation, compared, names, places, score


def test_every_numbered_sentence_stands_in_its_article() -> None:
    where = places({s.id: s.text for s in compared().sources})
    assert list(where) == list(names())
    assert all(place.start < place.end for place in where.values())


def test_the_annotations_name_sentences_of_different_articles() -> None:
    for name in ("first.txt", "second.txt", "third.txt"):
        for one, other in annotation(name):
            assert one in names()
            assert other in names()
            assert one[0] != other[0]


@pytest.mark.parametrize("other", ["second.txt", "third.txt"])
def test_the_annotations_agree(other: str) -> None:
    f1, kappa = agreement("first.txt", other)
    assert f1 > 0.8
    assert kappa > 0.8


def test_links_keep_their_floor() -> None:
    reached = score(compared())
    assert reached.precision >= 0.68
    assert reached.recall >= 0.85

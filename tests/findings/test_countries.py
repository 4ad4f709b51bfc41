"""A country, its people and its short forms are one; two countries are two, however alike written."""

import pytest

from core.findings.cldr import countries
from core.findings.countries import nation
from core.findings.tie import Name, Tie, may_be_one, tie


def named(words: str) -> Name:
    return Name(tuple(words.split()), frozenset(), place=False, acronym=False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("us", "u s"),
        ("usa", "americans"),
        ("uk", "britain"),
        ("spain", "spanish"),
        ("pak", "nw pakistan"),
        ("pakista", "pakistan"),
        ("sw china", "e china"),
        ("spanish dockers guild", "dockers guild spain"),
        ("ostrel thai kitchen", "ostrel thailand kitchen"),
    ],
)
def test_one_country(one: str, other: str) -> None:
    for p, q in ((one, other), (other, one)):
        assert tie(named(p), named(q)) is Tie.RELATED
        assert may_be_one(named(p), named(q))


@pytest.mark.parametrize(
    ("one", "other"), [("iran", "iraq"), ("niger", "nigeria"), ("austria", "australia"), ("us", "uk")]
)
def test_two_countries(one: str, other: str) -> None:
    assert tie(named(one), named(other)) is Tie.DIFFERENT


def test_no_short_form_stands_for_two_countries() -> None:
    told = [country for country in countries("en") if nation((country,))]
    assert len({nation((country,)) for country in told}) == len(told)


def test_initials_stand_for_the_words_that_another_form_has_in_full() -> None:
    assert tie(named("ostrel hc"), named("ostrel harbour court")) is Tie.SAME
    assert tie(named("ostrel hd"), named("ostrel harbour court")) is Tie.DIFFERENT

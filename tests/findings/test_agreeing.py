"""Accounts in other languages than English that agree: what adds up, and ages that were not reached."""

import pytest

from core import Source, compare
from core.model import FindingKind


def numbers(a: str, b: str) -> list[str]:
    found = compare([Source.from_text(text, title=str(n)) for n, text in enumerate((a, b))]).findings
    return [f.why for f in found if f.kind is FindingKind.NUMBER]


EACH = [
    (
        "Los dos puertos recibirán 10 millones de euros cada uno para reparar los muelles.",
        "El gobierno dará {} millones de euros {} a los dos puertos para sus muelles.",
        ("20", "en total"),
        ("27", "en total"),
    ),
    (
        "Каждая из трёх пристаней получит по 5 миллионов рублей.",
        "Трём пристаням выделят {} {} миллионов рублей.",
        ("в общей сложности", "15"),
        ("в общей сложности", "17"),
    ),
    (
        "两家船厂将各投资五亿元，新码头明年六月投产。",
        "两家船厂{}投资{}亿元建设新码头。",
        ("共", "十"),
        ("共", "七"),
    ),
    (
        "हर बंदरगाह को 10 करोड़ रुपये मिलेंगे, ऐसे तीन बंदरगाह हैं।",
        "तीन बंदरगाहों को कुल {} करोड़ रुपये {} जाएँगे।",
        ("30", "दिए"),
        ("37", "दिए"),
    ),
]


@pytest.mark.parametrize(("each", "all_", "agree", "_"), EACH)
def test_what_each_gets_adds_up_to_what_all_get(
    each: str, all_: str, agree: tuple[str, ...], _: object
) -> None:
    assert numbers(each, all_.format(*agree)) == []


@pytest.mark.parametrize(("each", "all_", "_", "differ"), EACH)
def test_what_does_not_add_up_is_told(each: str, all_: str, _: object, differ: tuple[str, ...]) -> None:
    assert numbers(each, all_.format(*differ))


def test_the_growth_of_one_thing_is_no_share_of_another() -> None:
    grown = "Der Umsatz stieg um sieben Prozent, der Anteil des Auslandsgeschäfts lag bei 40 Prozent."
    shrunk = "Im Ausland erzielte die Werft 40 Prozent ihres Umsatzes; {} drei Prozent."
    assert numbers(grown, shrunk.format("der Gewinn sank um")) == []
    assert numbers(grown, shrunk.format("der Umsatz stieg um"))


def test_a_mark_of_chinese_ends_a_clause() -> None:
    grown = "今年船厂产量增长6%，出口占总产量的四成。"
    assert numbers(grown, "出口占船厂总产量的40%，价格上涨了3%。") == []
    assert numbers(grown, "出口占总产量的40%，今年船厂产量增长3%。")

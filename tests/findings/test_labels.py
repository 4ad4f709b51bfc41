"""What a desk reads of a finding: a phrase of the article, whole, or with an ellipsis where words are cut."""

import pytest

from tests.findings.test_judge import found

FERRY = "The ticket for the ferry to Ostrel will cost {} from July."
HOSTS = "The foreign ministers of Karr and Vem gathered in {} for two days of talks on the river."
SHIFT = "“We never saw a wave like that on the {}, not once in forty years of work there,” said the pilot."


@pytest.mark.parametrize(
    ("label", "account", "values"),
    [
        ("ticket for the ferry to Ostrel will cost", FERRY, ("12 crowns", "15 crowns")),
        ("Councillors in Karr voted", "Councillors in Karr voted 23 to {} to sell the forest.", ("13", "18")),
        ("pilot Odda Venn came", "The pilot Odda Venn came in {} in the race at Karr.", ("third", "eighth")),
        (
            "inquest into the glider crash opens",
            "The inquest into the glider crash opens on {}.",
            ("May 2", "May 9"),
        ),
        ("alarm at the Karr museum went off", "The alarm at the Karr museum went off at {} a.m.", ("3", "5")),
        ("levy", "By 31 votes the council of Karr asked for a levy of {} on each bag.", ("20p", "50p")),
        ("pupils", "Flu is keeping {} of the pupils of the Karr school at home.", ("a third", "half")),
        ("divers covered", "The divers covered {} between Gull Rock and Karr.", ("9 metres", "12 metres")),
        (
            "game about Karr was downloaded",
            "The game about Karr was downloaded {} million times in May.",
            ("14", "40"),
        ),
        (
            "flood in Karr",
            "Sunday's flood in Karr was the {} time in ten years that it came.",
            ("third", "fifth"),
        ),
        ("river rose", "The river rose to {} overnight at Karr.", ("3.5 metres", "5.3 metres")),
        ("snow", "The hills of Karr will have {} of snow by Monday.", ("20 to 30 cm", "50 to 60 cm")),
        ("age of the boy", "A boy of {} fell through the ice of Lake Karr on Monday.", ("nine", "11")),
        ("age of the pupil", "A {}-year-old pupil was saved from Lake Karr on Monday.", ("14", "17")),
        (
            "age of the driver",
            "The lorry driver, {}, told the court in Karr that he had slept.",
            ("46", "64"),
        ),
        ("gathered in", HOSTS, ("Ostrel", "Tarvik")),
        ("built by", "The satellite at Karr was built by the {} in May.", ("ARSA", "IRSO")),
        (
            "airline … hand over the flight recorder",
            "The airline Karr Nord {} hand over the flight recorder to the judge.",
            ("has agreed to", "has refused to"),
        ),
        ("Pinnock Park fenced", "The old pond in Pinnock Park {} fenced last week.", ("was", "was not")),
        (
            "quotation “We never saw a wave like … quay…”",
            SHIFT,
            ("upper quay", "lower quay"),
        ),
        (
            "who said “The ice on the lake was thinner…”",
            "“The ice on the lake was thinner than any of us had known,” said {}.",
            ("the diver Odda Kellmar", "the pilot Rikard Sommer"),
        ),
    ],
)
def test_a_label_is_a_phrase(label: str, account: str, values: tuple[str, str]) -> None:
    (finding,) = found(*map(account.format, values))
    assert finding.label == label


def test_a_quotation_that_is_shared_from_its_middle_on_opens_with_an_ellipsis() -> None:
    (finding,) = found(
        "The mayor of Karr called it a “last warning” to the pilots of the port.",
        "The mayor of Karr called it a “final warning” to the pilots of the port.",
    )
    assert finding.label == "quotation “…warning”"

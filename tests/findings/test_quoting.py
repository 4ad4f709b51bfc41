"""Quotations of talk in set phrases: which of many that are alike belong together."""

from core import Source, compare
from core.findings.quotations import quoting
from core.findings.text import Forms, Statement

FRAME = (
    ("Odda Kellmar", "harbour", "The pilots came home late from the sandbanks"),
    ("Piet Solvan", "quarry", "Dust lay thick upon every window of Ostrel"),
    ("Ulla Brandt", "vineyard", "After three dry summers few grapes were picked"),
    ("Ruben Ostag", "brewery", "Forty barrels burst when the cellar froze"),
)


def talk(*order: int, things: tuple[str, ...] = ()) -> str:
    """Paragraphs that share their phrases and differ in who speaks and of what."""
    lines = []
    for n in order:
        who, thing, before = FRAME[n]
        told = things[n] if things else thing
        lines.append(f'{before}. "I would never sell the {told} to you," {who} said.')
    return "\n\n".join(lines)


def told(left: str, right: str) -> list[str]:
    found = compare([Source.from_text(left, title="A"), Source.from_text(right, title="B")])
    return [f"{f.kind}: {' / '.join(r.value for r in f.readings)}" for f in found.findings]


def test_what_stands_alike_in_both_is_settled() -> None:
    assert told(talk(0, 1, 2, 3), talk(2, 0, 3, 1)) == []


def test_another_word_in_the_linked_sentence_is() -> None:
    found = told(talk(0, 1, 2), talk(0, 1, 2, things=("harbour", "meadow", "vineyard")))
    assert found == ["quote: I would never sell the quarry to you / I would never sell the meadow to you"]


def test_another_speaker_of_the_linked_words_is_told_once() -> None:
    found = told(talk(0, 1, 2), talk(0, 1, 2).replace("Piet Solvan", "Ruben Ostag"))
    assert found == ["attribution: Piet Solvan / Ruben Ostag"]


def test_the_sentences_that_a_quotation_is_linked_with_are_told_one_by_one() -> None:
    """28 quotations of 2,500 letters, each linked with 28 plain sentences, kept a cancel waiting for .5 s."""
    statement = Statement(("A", 0, 0, 0), "“A dyke.”", Forms("en"))
    ticks: list[float] = []
    linked = {("B", 2), ("B", 1)}
    assert list(quoting._rising(lambda _: linked, ticks.append, statement)) == [("B", 1), ("B", 2)]
    assert len(ticks) == 2

"""What judging costs follows the length of the articles, whatever is repeated in them: counted, never timed.

Each text repeats one thing far more often than prose does. Without the bound that is named beside it, twice
as much of it takes 2.4 to 4 times the calls.
"""

import sys
from collections.abc import Callable, Iterator
from random import Random
from types import FrameType

import pytest

from core.findings import desk as compared
from core.findings import judge, slots, window
from core.findings.desk import Desk
from core.findings.judge import pairs
from core.findings.numbers import number
from core.findings.quotations import quote
from core.findings.text import Forms, Statement
from core.findings.values import apart, values
from core.findings.values.odds import Candidate
from core.findings.whole import ages, compounds, facts, origins, spelling, vessels
from core.model import Source
from core.pipeline import compare

MOST = 2.3
"""Times the calls that twice the text may take."""


def _word(n: int, size: int = 7) -> str:
    """A word of its own for each number, in small letters."""
    return "".join(Random(n).choices("abcdefghiklmnoprstuvw", k=size))  # noqa: S311 - not for secrets


def _ages(n: int, side: int) -> str:
    return f"Old Karr, {20 + (n + side) % 60}, sold {_word(n)} and {_word(-n)} in the market."


def _nameless(n: int, side: int) -> str:
    who = f"{_word(n, 9).title()} {_word(-n, 9).title()}, 24," if side else "The 26-year-old"
    return f"{who} sold {_word(n)} and {_word(-n)} to Karr, Lomb and Brenn in the market."


def _ways(n: int, side: int) -> str:
    return f"The {_word(n)} of {_word(-n)} lay {2 + n + side} miles from Karr Tolland."


def _back(n: int, side: int) -> str:
    here, there, point = ("Karr", "Lomb", "south") if side else ("Lomb", "Karr", "north")
    return f"The {_word(n)} road to {here} runs {2 + n + side} miles {point} of {there} and {_word(-n)}."


def _zones(n: int, side: int) -> str:
    return f"It has a {2 + n + side}-mile zone off Karr and Ostrel with {_word(n)} and {_word(-n)}."


def _peoples(n: int, side: int) -> str:
    people = "Belgian" if side else "Swiss"
    return f"The {people} engineer Luc Karr met {_word(n)} and {_word(-n)} at noon."


def _tonnes(n: int, side: int) -> str:
    return f"The {_word(n)} of {_word(-n)} held {2 + n + side} tonnes of barley."


def _vessels(n: int, side: int) -> str:
    return f"The freighter {_word(2 * n + side).title()} Karr met {_word(-n)} and {_word(n, 9)} at noon."


def _quotations(n: int, side: int) -> str:
    return f"“Never sell the {_word(n)} to {_word(n + side)},” said {_word(-n).title()} of the mill."


def _spellings(n: int, side: int) -> str:
    name = "Hardenhall"[: 1 + n % 9] + _word(n, 1) + "Hardenhall"[2 + n % 9 :]
    return f"Then {_word(n).title()} {name}{'e' * side} saw {_word(-n)} and {_word(n, 9)}."


BOUNDS: dict[str, tuple[Callable[[int, int], str], tuple[object, str, int]]] = {
    "ages of one person": (_ages, (facts, "MOST", 10)),
    "ages without a name": (_nameless, (ages, "MOST", 10)),
    "ways from one landmark": (_ways, (facts, "MOST", 10)),
    "ways told from either end": (_back, (facts, "MOST", 10)),
    "measures before one noun": (_zones, (compounds, "OFTEN", 10)),
    "peoples of one engineer": (_peoples, (origins, "OFTEN", 10)),
    "measures of one stuff": (_tonnes, (facts, "MOST", 10)),
    "vessels of one last name": (_vessels, (vessels, "MOST", 100)),
    "quotations with one beginning": (_quotations, (quote, "MOST", 10)),
    "names a letter apart": (_spellings, (spelling, "PAIRS", 20)),
}
"""What is repeated -> a sentence of one side, and the bound that holds it, made small."""


def _calls(sentence: Callable[[int, int], str], many: int) -> int:
    """Calls made while two articles of so many sentences are judged."""
    calls, judging = 0, False

    def progress(stage: str, _: float) -> None:
        nonlocal judging
        judging = stage == "judge"

    def profile(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal calls
        calls += judging and event in {"call", "c_call"}

    texts = ["\n\n".join(sentence(n, side) for n in range(many)) for side in (0, 1)]
    sources = [Source.from_text(text, language="en") for text in texts]
    sys.setprofile(profile)
    try:
        compare(sources, progress=progress)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("repeated", BOUNDS)
def test_twice_as_much_of_what_is_repeated_takes_twice_the_calls(
    repeated: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence, (module, name, bound) = BOUNDS[repeated]
    monkeypatch.setattr(module, name, bound)
    _calls(sentence, 4)  # what is compiled or read once
    once, twice = _calls(sentence, 70), _calls(sentence, 140)
    assert 1_000 < once < twice < MOST * once


def test_words_a_letter_apart_meet_so_often_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    words = sorted({"".join(Random(n).choices("abcde", k=8)) for n in range(2_000)})  # noqa: S311
    monkeypatch.setattr(spelling, "MET", 10_000)
    index: dict[str, list[str]] = {}
    for word in words:
        for key in spelling._deletions(word, twice=True):
            index.setdefault(key, []).append(word)
    crowds = spelling._crowds(index, lambda _: None)
    assert 0 < sum(len(own) * (len(own) - 1) // 2 for own in crowds) <= 10_000
    assert max(map(len, crowds)) < max(map(len, index.values()))


def test_a_word_of_very_many_letters_is_not_taken_letter_by_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    real = spelling._deletions

    def deletions(word: str, *, twice: bool) -> set[str]:
        asked.append(len(word))
        return real(word, twice=twice)

    monkeypatch.setattr(spelling, "_deletions", deletions)
    texts = [f"The K{'arr' * 200} of {who} lies in Ostrel by the sea." for who in ("Lomb", "Brenn")]
    assert compare([Source.from_text(text, language="en") for text in texts]).links
    assert asked
    assert max(asked) <= spelling.LONGEST


def _linked(left: str, right: str) -> list[slots.Pair]:
    """The two windows of two articles of one sentence each."""
    sources = [Source.from_text(text, language="en") for text in (left, right)]
    found = compare(sources)
    assert found.links
    desk = Desk(found.sources)
    return [desk.pair(a, b) for _, a, b in pairs(desk, desk.placed(found.links))]


@pytest.mark.parametrize(("figures", "few"), [(12, True), (13, False), (49, False)])
def test_very_many_values_that_nothing_settles_are_left_alone(
    figures: int, few: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    sides = [
        ", ".join(f"{n} boats" for n in range(low, 400 * figures + low, 400)) for low in (10_003, 10_117)
    ]
    laid = _linked(*(f"The harbour of Tolland told {side}." for side in sides))
    weighed: list[Candidate] = []

    def odds(candidate: Candidate) -> float:
        weighed.append(candidate)
        return 0.0

    monkeypatch.setattr(values, "odds", odds)
    for pair in laid:
        compared._values(pair)
    assert len(weighed) == (figures * figures if few else 0)


def test_words_that_begin_alike_are_paired_in_calls_that_follow_their_number() -> None:
    def scored(many: int) -> int:
        sides = [" ".join(f"anti{_word(n + low)}" for n in range(many)) for low in (0, many // 2)]
        (pair,) = _linked(*(f"The {side}." for side in sides))
        calls = 0

        def profile(_frame: FrameType, event: str, _arg: object) -> None:
            nonlocal calls
            calls += event in {"call", "c_call"}

        sys.setprofile(profile)
        try:
            assert len(pair.aligned) >= many // 2
        finally:
            sys.setprofile(None)
        return calls

    assert scored(2 * (window.CROWD + 10)) < MOST * scored(window.CROWD + 10)


def test_a_run_of_long_sentences_is_no_longer_than_its_bound_and_one_sentence() -> None:
    sides = [
        " ".join(
            f"{_word(n).title()} " + " ".join(_word(20 * n + k) for k in range(20 + side)) + "."
            for n in range(60)
        )
        for side in (90, 91)
    ]
    widths = [pair.a.statements[-1].end - pair.a.statements[0].start for pair in _linked(*sides)]
    assert len(widths) > 5
    assert max(widths) < judge.WIDE + 4 * 1_000  # the sentence that ends it, and one on either side


def test_learning_the_words_of_a_sentence_walks_no_others() -> None:
    class Known(Forms):
        def __iter__(self) -> Iterator[str]:
            raise AssertionError("every word known so far was walked")

    forms = Known("en")
    forms.learn(["boats", "of", "Karr"])
    forms.learn(["Karr", "sold", "boats"])
    assert [forms[word][2] for word in ("boats", "sold")] == ["boat", "sell"]


def test_a_word_for_a_stretch_of_time_is_read_once_for_each_value_however_often_it_stands() -> None:
    def calls(many: int) -> int:
        s = Statement(("A", 0, 0, 0), f"Ostrel sold 12 cars{' year' * many}.", Forms("en"))
        (m,) = number.readings(s)[:1]
        apart._stretch(m)
        count = 0

        def profile(_frame: FrameType, event: str, _arg: object) -> None:
            nonlocal count
            count += event in {"call", "c_call"}

        sys.setprofile(profile)
        try:
            apart._stretch(m)
        finally:
            sys.setprofile(None)
        return count

    assert calls(800) < MOST * calls(400)

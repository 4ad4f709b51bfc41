"""The pairs are well made, and the findings do not fall below what they once reached on tune.jsonl."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.pairs.score import judge_all, load, score, touches

HERE = Path(__file__).parent
SIZES = {
    "tune.jsonl": 436,
    "fresh-tune.jsonl": 103,
    "fresh-opened.jsonl": 103,
    "more-tune.jsonl": 140,
    "more-held.jsonl": 60,
    "third-tune.jsonl": 180,
    "fourth-tune.jsonl": 120,
    "fourth-opened.jsonl": 120,
    "fifth-held.jsonl": 80,
    "fifth-tune.jsonl": 176,
    "sixth-tune.jsonl": 176,
    "seventh-tune.jsonl": 176,
    "seventh-opened.jsonl": 80,
    "eighth-tune.jsonl": 176,
    "eighth-held.jsonl": 80,
    "ninth-tune.jsonl": 140,
    "ninth-held.jsonl": 120,
    "tenth-tune.jsonl": 140,
    "tenth-opened.jsonl": 120,
    "eleventh-tune.jsonl": 160,
    "twelfth-tune.jsonl": 320,
    "twelfth-held.jsonl": 150,
    "thirteenth-tune.jsonl": 240,
    "thirteenth-held.jsonl": 160,
    "fourteenth-tune.jsonl": 160,
    "fifteenth-held.jsonl": 160,
    "sixteenth-tune.jsonl": 160,
    "seventeenth-tune.jsonl": 160,
    "eighteenth-tune.jsonl": 160,
}
"""The pairs of each file."""
AGREEING = {
    "third-tune.jsonl": 100,
    "twelfth-tune.jsonl": 214,
    "twelfth-held.jsonl": 100,
    "thirteenth-tune.jsonl": 150,
    "thirteenth-held.jsonl": 90,
}
"""The agreeing pairs of a file that is not cut in half."""
KINDS = {"number", "date", "name", "place", "quote", "attribution", "negation"}


@pytest.mark.parametrize("name", SIZES)
def test_the_pairs_are_well_made(name: str) -> None:
    pairs = load(HERE / name)
    assert len(pairs) == SIZES[name]
    assert max(Counter(p["id"] for p in pairs).values()) == 1
    agreeing = sum(p["expect"] == "agree" for p in pairs)
    assert abs(agreeing - AGREEING.get(name, len(pairs) / 2)) <= 1
    for pair in pairs:
        assert bool(pair["findings"]) == (pair["expect"] == "diverge"), pair["id"]
        for finding in pair["findings"]:
            assert finding["a"] in pair["a"], pair["id"]
            assert finding["b"] in pair["b"], pair["id"]
            assert finding["kind"] in KINDS, pair["id"]


def test_no_passage_stands_in_two_files() -> None:
    texts = [{text for p in load(HERE / name) for text in (p["a"], p["b"])} for name in SIZES]
    assert len(set().union(*texts)) == sum(map(len, texts))


def test_a_span_touches_words_or_does_not() -> None:
    text = "Nine boats sank."
    assert touches(text, "Nine", (0, 4))
    assert touches(text, "boats", (9, 10))
    assert not touches(text, "Nine", (4, 5))


FLOORS = {
    "tune.jsonl": (0.96, 0.98, 0.94, 0.96, 0.98),
    "fresh-tune.jsonl": (0.94, 0.97, 0.90, 0.97, 0.95),
    "more-tune.jsonl": (0.91, 0.97, 0.84, 0.97, 0.97),
    "third-tune.jsonl": (0.79, 0.94, 0.57, 0.87, 0.89),
    "eleventh-tune.jsonl": (0.98, 0.98, 0.97, 0.97, 0.96),
}
"""What was reached on each file that may be read, less a little: right, precision, recall, kind and place."""


@pytest.mark.parametrize("name", FLOORS)
def test_findings_keep_their_floor_on_the_pairs_for_tuning(name: str) -> None:
    reached = score(*judge_all(load(HERE / name)))
    right, precision, recall, kind, place = FLOORS[name]
    assert reached.right >= right
    assert reached.precision >= precision
    assert reached.recall >= recall
    assert reached.kind >= kind
    assert reached.place >= place
    assert reached.stray == 0

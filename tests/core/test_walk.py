"""What is left out of the pairs that are looked at: nothing of reports, next to nothing of books."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from core.align import align
from core.candidates import _WHOLE
from core.model import Cell, Source, source_id
from core.segment import segment
from tests.bench.made import SIZES, make
from tests.links.score import SEEDS

GOLD = Path(__file__).parents[3] / "shared" / "gold"
SETS = ("spark_sumdoc/dev", "spark_docdoc/train", "superpal_mn/dev", "porsimples_os/dev", "deplain_de/dev")
ALONE = frozenset({"superpal_mn/dev", "porsimples_os/dev", "deplain_de/dev"})
"""Sets of which each line is a comparison; of the others, all lines of one event."""


def _articles(texts: Sequence[str]) -> list[Source]:
    given = (Source.from_text(t, title="Untitled", markdown=False) for t in texts)
    return [segment(replace(s, id=source_id(n))) for n, s in enumerate(given)]


def _sentences(articles: Sequence[Source]) -> int:
    return sum(len(p.sentences) for article in articles for p in article.paragraphs)


def _linked(articles: Sequence[Source]) -> set[tuple[Cell, Cell]]:
    return {(x.a, x.b) for x in align(articles, 33, lambda *_: None).links}


def _longest(name: str) -> list[list[Source]]:
    """The longest comparisons of a set: there something could be left out."""
    events: dict[str, dict[str, None]] = defaultdict(dict)
    for n, line in enumerate((GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        for side in (row["a"], row["b"]):
            text = "\n\n".join(" ".join(s.split()) for s in side)
            events[str(n) if name in ALONE else row["id"].split("|")[0]][text] = None
    longest = sorted(events.values(), key=lambda texts: -sum(map(len, texts)))
    return [_articles(list(texts)) for texts in longest[:4]]


@pytest.mark.parametrize("name", SETS)
def test_nothing_is_left_out_of_articles_linked_by_people(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not GOLD.exists():
        pytest.skip("the links made by people are not here")
    comparisons = _longest(name)
    assert max(map(_sentences, comparisons)) <= _WHOLE
    walked = [_linked(articles) for articles in comparisons]
    monkeypatch.setattr("core.candidates._WHOLE", 10**9)
    assert walked == [_linked(articles) for articles in comparisons]


def test_nothing_is_left_out_of_the_seeds(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = _articles([p.read_text("utf-8") for p in sorted(SEEDS.iterdir()) if p.name != "README.md"])
    walked = _linked(articles)
    monkeypatch.setattr("core.candidates._WHOLE", 10**9)
    assert walked == _linked(articles)


def test_what_is_left_out_of_books_is_next_to_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SIZES, "book", (2, 400))
    articles = _articles(make("book").texts)
    # Of 4,000 sentences each meets 20, one in 200, as it meets 300 in a book of 50,000; and as much is asked
    # of a pair.
    monkeypatch.setattr("core.candidates._WHOLE", 100)
    monkeypatch.setattr("core.candidates._WALK", 0)
    monkeypatch.setattr("core.candidates._LEAST", 0.1)
    rare = _linked(articles)
    monkeypatch.setattr("core.candidates._WHOLE", 10**9)
    exact = _linked(articles)
    assert len(exact) > 1000
    assert rare <= exact
    assert len(exact - rare) <= 0.005 * len(exact)

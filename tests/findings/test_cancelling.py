"""Judging can be cancelled at any time: between two ticks lies little work, counted in calls and never timed.

The parts that are looked at in one go are made small, so that a few dozen sentences stand for a book.
"""

import sys
from dataclasses import replace
from itertools import product
from random import Random
from types import FrameType

import pytest

from core.errors import Cancelled
from core.findings import article as reading
from core.findings import judge as judging
from core.findings.article import Article
from core.findings.desk import Desk
from core.findings.names.written import written
from core.findings.quotations import marks, quote, quoting
from core.findings.whole import compounds, spelling
from core.model import Source
from core.pipeline import compare
from core.progress import silent
from core.segment import segment

MOST = 8_000
"""Calls between two ticks that are few: to judge two runs of sentences takes the most of them, some 6,500."""
NAMES = ("Brenn", "Karr", "Ostrel", "Vemmer", "Tolland", "Hadrow", "Ilvane", "Morrek", "Sundal", "Perrin")
NOUNS = ("boats", "miners", "houses", "people", "engines", "barrels", "nurses", "shops")


class _Work:
    """A progress callback that knows the most calls between two of its own, while findings are sought."""

    def __init__(self) -> None:
        self.calls = self.most = self.told = 0
        self.between = (0.0, 0.0)
        self._last = 0.0

    def __call__(self, stage: str, done: float) -> None:
        if stage == "judge":
            if self.told and self.calls > self.most:
                self.most, self.between = self.calls, (self._last, done)
            self.calls, self._last = 0, done
            self.told += 1

    def profile(self, _frame: FrameType, event: str, _arg: object) -> None:
        self.calls += event in {"call", "c_call"}


def _article(sentences: int) -> str:
    random = Random(1)  # noqa: S311 - not for secrets
    pick = random.choice
    told = [
        f"{pick(NAMES)} {pick(NAMES)}, {random.randint(20, 80)}, said on {random.randint(1, 28)} May that "
        f"{random.randint(2, 900)} {pick(NOUNS)} {random.randint(2, 50)} miles from {pick(NAMES)} "
        f"{pick(NAMES)} were “not {pick(NOUNS)} of {pick(NOUNS)} which {pick(NAMES)} {n} had {pick(NOUNS)}”."
        for n in range(sentences)
    ]
    return "\n\n".join(" ".join(told[n : n + 3]) for n in range(0, sentences, 3))


def _altered(article: str, seed: int) -> str:
    random = Random(seed)  # noqa: S311 - not for secrets
    words = (
        random.choice(NAMES) if word in NAMES and random.random() < 0.1 else word
        for word in article.split(" ")
    )
    return " ".join(
        str(random.randint(2, 900)) if word.isdigit() and random.random() < 0.1 else word for word in words
    )


def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.progress._EVERY", 5)
    monkeypatch.setattr(reading, "BLOCK", 500)


@pytest.mark.parametrize("copies", [2, 5])
def test_few_calls_lie_between_two_ticks(copies: int, monkeypatch: pytest.MonkeyPatch) -> None:
    article = _article(180 // copies)
    texts = [article, *(_altered(article, n) for n in range(1, copies))]
    compare([Source.from_text(t[:600]) for t in texts])  # what is imported or compiled once
    _small(monkeypatch)
    work = _Work()
    sys.setprofile(work.profile)
    try:
        found = compare([Source.from_text(t, language="en") for t in texts], progress=work)
    finally:
        sys.setprofile(None)
    work("judge", 1.0)
    assert len(found.findings) > 10
    assert work.most < MOST, work.between


def test_the_words_of_an_article_are_searched_block_by_block(monkeypatch: pytest.MonkeyPatch) -> None:
    _small(monkeypatch)
    article = Article(segment(Source.from_text(_article(60))))
    told: list[float] = []
    written([article], told.append)
    assert len(told) > len(article.source.text) / reading.BLOCK


def test_an_article_tells_between_the_parts_of_what_it_looks_through(monkeypatch: pytest.MonkeyPatch) -> None:
    _small(monkeypatch)
    told: list[float] = []
    article = Article(segment(Source.from_text(_article(90))), tick=told.append)
    for what, parts in (("places", 30 // 5), ("starts", 90 // 5), ("capitals", 5), ("full", 80)):
        told.clear()
        assert getattr(article, what)
        assert len(told) >= parts, what


def test_quotations_that_share_words_are_paired_a_few_at_a_time() -> None:
    texts = [f"“Sell the {n} boats of Karr and of {who},” they said." for who in NAMES for n in range(9)]
    sources = [segment(Source.from_text("\n\n".join(texts), language="en")) for _ in range(2)]
    desk = Desk([replace(s, id=i) for s, i in zip(sources, "AB", strict=True)])
    told: list[float] = []
    quotes = [
        q
        for article in desk.order
        for q in quoting._quotes(article, marks.quotations(article.source, told.append), told.append)
    ]
    told.clear()
    assert len(quote.candidates(quotes, told.append)) > 100
    assert len(told) > len(NAMES)


def test_names_a_letter_apart_are_paired_a_few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    _small(monkeypatch)
    monkeypatch.setattr("core.progress._MANY", 50)
    signs = list(product("aeio", "bdfg", "lmnr", "aeio", "s"))
    words = ["".join(("Tre", *letters)).lower() for letters in signs]
    told: list[float] = []
    pairs = spelling._variants(words, told.append)
    assert len(pairs) > 1_000
    assert len(told) > len(pairs) / 5


def test_a_long_run_of_links_is_cut_a_few_links_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    _small(monkeypatch)
    texts = [" ".join(f"{who} {n} {noun} sailed." for n in range(20)) for who in NAMES[:2] for noun in NOUNS]
    article = " ".join(texts)
    found = compare([Source.from_text(article, language="en") for _ in range(2)])
    desk, told = Desk(found.sources), list[float]()
    desk.tick = told.append
    assert not list(judging.pairs(desk, desk.placed(found.links)))
    assert len(told) > 2 * len(found.links) / 5


def test_what_was_read_is_let_go_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: reading.Kept[int, int] = reading.Kept(3)
    for n in (1, 2, 3, 2, 4):
        kept[n] = 10 * n
    assert kept == {2: 20, 3: 30, 4: 40}
    monkeypatch.setattr("core.progress._EVERY", 5)
    sources = [Source.from_text(t, language="en") for t in (_article(60), _altered(_article(60), 1))]
    desk = Desk(compare(sources).sources)
    for article in desk.order:
        for n in range(len(article.places)):
            desk.readings(article.statement(n))
    told: list[float] = []
    desk.clear(told.append)
    assert len(told) >= 120 / 5
    assert not desk._read


@pytest.mark.parametrize("sign", ["\n", " ", "x"])
def test_the_blocks_of_an_article_are_its_text(sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BLOCK", 50)
    article = Article(segment(Source.from_text(f"{'word' * 3}{sign}" * 40)))
    blocks = list(article.blocks)
    assert "".join(article.source.text[a:b] for a, b in blocks) == article.source.text
    assert all(0 < b - a <= reading.BLOCK for a, b in blocks)


def test_to_cancel_one_comparison_stops_no_other_of_the_same_articles() -> None:
    sources = [Source.from_text(text, language="en") for text in (_article(30), _altered(_article(30), 1))]
    alone = compare(sources).findings
    stopped: list[float] = []

    def cancel(stage: str, done: float) -> None:
        if stage == "judge" and done:
            raise Cancelled

    def meanwhile(stage: str, done: float) -> None:
        if stage == "judge" and done and not stopped:
            stopped.append(done)
            with pytest.raises(Cancelled):
                compare(sources, progress=cancel)

    assert compare(sources, progress=meanwhile).findings == alone
    assert stopped


def test_measures_before_a_noun_are_searched_block_by_block(monkeypatch: pytest.MonkeyPatch) -> None:
    _small(monkeypatch)
    told: list[float] = []
    article = Article(segment(Source.from_text(_article(60), language="en")), tick=told.append)
    assert article.starts
    told.clear()
    compounds._places(article, silent)
    assert len(told) > 5

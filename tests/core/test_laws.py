"""What holds of every comparison: the laws of the JSON document that concern links, cells and passages."""

from itertools import permutations
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from core.explain import explain
from core.model import Comparison, Source, Status
from core.pipeline import compare, rearrange
from core.read import load
from core.rebase import rebase
from core.settings import Settings

# Sentences of our own that share words in many ways, so that links, splits, repeats and rivals all occur.
POOL = (
    "The ferry Sable Gull ran aground off Port Elling on Monday night.",
    "On Monday night the ferry Sable Gull ran aground near Port Elling.",
    "Captain Ruth Ansgar ordered all 212 passengers into the lifeboats.",
    "All passengers, 212 in number, were ordered into the lifeboats by Captain Ruth Ansgar.",
    "Captain Ruth Ansgar said the radar had failed.",
    "The radar had failed, the captain said, and the ferry ran aground off Port Elling.",
    "Nobody was hurt.",
    "The owner, Nordkai Lines, promised an inquiry.",
    "An inquiry was promised by Nordkai Lines, which owns the ferry.",
    "Fishing boats from Port Elling took the passengers aboard.",
    "Rain is expected for the rest of the week.",
    "The harbour master of Port Elling had warned of shoals in March.",
)
SENTENCE = st.sampled_from(POOL)
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=4).map(" ".join)
TEXT = st.lists(PARAGRAPH, max_size=6).map("\n\n".join)
TEXTS = st.lists(TEXT, max_size=4)


def sources_of(texts: list[str]) -> list[Source]:
    return [Source.from_text(text, title=f"T{n}", markdown=False) for n, text in enumerate(texts)]


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_every_sentence_stands_in_one_cell_of_one_passage(texts: list[str]) -> None:
    comparison = compare(sources_of(texts))
    held = sorted(
        (cell.source, sentence)
        for passage in comparison.passages
        for cell in passage.cells
        for sentence in _sentences(comparison, cell.source, cell.paragraph)
        if cell.start <= sentence[0] and sentence[1] <= cell.end
    )
    assert held == sorted(
        (s.id, sentence)
        for s in comparison.sources
        for p in s.paragraphs
        for sentence in _sentences(comparison, s.id, p.index)
    )


def _sentences(comparison: Comparison, source: str, paragraph: int) -> list[tuple[int, int]]:
    return [(t.start, t.end) for t in comparison.source(source).paragraphs[paragraph].sentences]


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_cells_are_whole_sentences_of_one_paragraph_and_one_for_each_source(texts: list[str]) -> None:
    comparison = compare(sources_of(texts))
    for number, passage in enumerate(comparison.passages, 1):
        assert passage.id == f"P{number}"
        siglums = [c.source for c in passage.cells]
        assert siglums
        assert siglums == sorted(set(siglums))
        assert (passage.status is Status.ONLY) == (len(siglums) == 1 and not passage.findings)
        assert (passage.wording is None) == (passage.status is not Status.AGREE)
        assert set(passage.moved) < set(siglums)
        for cell in passage.cells:
            sentences = _sentences(comparison, cell.source, cell.paragraph)
            assert cell.start in [start for start, _ in sentences]
            assert cell.end in [end for _, end in sentences]


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_links_join_sentences_of_different_sources_once(texts: list[str]) -> None:
    comparison = compare(sources_of(texts))
    pairs = [(x.a, x.b) for x in (*comparison.links, *comparison.weak)]
    assert len(set(pairs)) == len(pairs)
    for link in (*comparison.links, *comparison.weak):
        assert link.a.source < link.b.source
        for cell in (link.a, link.b):
            assert (cell.start, cell.end) in _sentences(comparison, cell.source, cell.paragraph)
        assert 0 <= sum(weight for _, weight in explain(comparison, link).shared) <= 1.01
    assert all(x.score >= 33 for x in comparison.links)
    assert all(20 <= x.score < 33 for x in comparison.weak)


def _links(comparison: Comparison) -> dict[frozenset[tuple[str, int, int]], tuple[float, str]]:
    """Links by the titles and places of their sentences, which no order of the sources changes."""

    def end(source: str, start: int, stop: int) -> tuple[str, int, int]:
        return comparison.source(source).title, start, stop

    return {
        frozenset((end(x.a.source, x.a.start, x.a.end), end(x.b.source, x.b.start, x.b.end))): (
            x.score,
            explain(comparison, x).wording,
        )
        for x in (*comparison.links, *comparison.weak)
    }


@settings(max_examples=25, deadline=None)
@given(st.lists(TEXT, min_size=2, max_size=4), st.integers(0, 8))
def test_the_order_of_the_sources_changes_no_link(texts: list[str], step: int) -> None:
    sources = sources_of(texts)
    expected = _links(compare(sources))
    orders = list(permutations(sources))
    for order in orders[step::9]:
        # Scores to the last bit: no sum may depend on the order of the articles.
        assert _links(compare(order)) == expected


def test_the_order_of_long_articles_changes_no_bit_of_a_score() -> None:
    # Short texts seldom show that a sum depends on its order; two hundred sentences do.
    sources = load([str(Path(__file__).parents[2] / "seeds")]).sources
    expected = _links(compare(sources))
    assert len(expected) > 100
    for order in (sources[::-1], (*sources[2:], *sources[:2])):
        assert _links(compare(order)) == expected


@settings(max_examples=30, deadline=None)
@given(TEXTS, st.sampled_from([20, 25, 33, 50, 80, 100]))
def test_a_threshold_moved_live_gives_what_comparing_gives(texts: list[str], threshold: int) -> None:
    told = Settings(threshold=threshold)
    moved, fresh = rearrange(compare(sources_of(texts)), told), compare(sources_of(texts), told)
    assert moved.links == fresh.links
    assert moved.weak == fresh.weak
    assert moved.passages == fresh.passages
    assert moved.findings == fresh.findings
    assert moved.settings == told


@settings(max_examples=30, deadline=None)
@given(st.lists(TEXT, min_size=1, max_size=4), st.data())
def test_another_base_reorders_the_same_passages(texts: list[str], data: st.DataObject) -> None:
    comparison = compare(sources_of(texts))
    base = data.draw(st.sampled_from([s.id for s in comparison.sources]))
    rows = rebase(comparison, base)
    assert sorted(int(p.id[1:]) for p in rows) == [int(p.id[1:]) for p in comparison.passages]
    assert all(p.cells == comparison.passage(p.id).cells for p in rows)
    starts = [c.start for p in rows for c in p.cells if c.source == base]
    assert starts == sorted(starts)
    assert all(base not in p.moved for p in rows)
    if base == "A":
        assert rows == comparison.passages

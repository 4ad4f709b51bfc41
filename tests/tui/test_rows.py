from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings

from core.across import gist
from core.export.csv import to_csv
from core.model import FindingKind, Wording
from core.pipeline import compare
from core.read import load
from tests.tui import story
from tests.tui.worlds import spreads
from tui.filters import EVERYTHING, Filter, shown_rows
from tui.natures import Show
from tui.rows import Listing, cell_in, sources_of
from tui.spread import Spread, spread_out

SEEDS = Path(__file__).parents[2] / "seeds"


def keys(only: Filter, base: str = "A") -> list[str]:
    return [row.key for row in shown_rows(story.spread().rows(base), only)]


def test_what_was_left_out_stands_at_its_place() -> None:
    assert keys(EVERYTHING) == ["B¶1", "P1", "P2", "P3", "P4", "P5", "P6", "P7"]


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        (Filter(Show.FINDINGS), ["P1", "P2", "P3", "P4"]),  # F3 stands between P1 and P4
        (Filter(Show.AGREE), ["P7"]),  # P1 conflicts with P4
        (Filter(Show.ONLY), ["P5", "P6"]),
        (Filter(Show.MOVED), ["P3"]),  # it diverges too
        (Filter(wording=Wording.REWORDED), ["P1", "P2", "P3", "P7"]),  # P2 and P3 diverge
        (Filter(Show.LEFT_OUT), ["B¶1"]),
        (Filter(kind=FindingKind.NAME), ["P3"]),
        (Filter(source="D"), ["P1", "P3", "P6"]),
        (Filter(Show.ONLY, source="B"), ["P5"]),
    ],
)
def test_filters(only: Filter, expected: list[str]) -> None:
    assert keys(only) == expected


def test_told_elsewhere_are_those_of_one_source_that_agree() -> None:
    rows = story.spread().rows("A")
    tied = Listing.of(replace(row, elsewhere=True) for row in rows)
    assert [row.key for row in shown_rows(tied, Filter(Show.ELSEWHERE))] == ["P5", "P6"]  # P4 conflicts
    assert [row.key for row in shown_rows(tied, Filter(Show.ONLY))] == []
    assert list(shown_rows(rows, Filter(Show.ELSEWHERE))) == []


def test_a_finding_between_passages_is_seen_at_each_of_them() -> None:
    rows = {row.key: [f.id for f in row.findings] for row in story.spread().rows("A")}
    assert rows["P1"] == ["F3"]
    assert rows["P4"] == ["F3"]
    assert rows["P2"] == ["F1"]


@given(spreads())
def test_a_finding_is_walked_once_at_its_own_passage_or_where_it_is_told_first(spread: Spread) -> None:
    rows = spread.rows("A")
    told = {f: [row.key for row in rows if f in row.findings] for f in spread.comparison.findings}
    homes = {f: f.passage if f.passage in keys else keys[0] for f, keys in told.items()}
    stops = {finding: rows[n].key for n, finding in rows.stops}
    assert stops == {f.id: homes[f] for f in homes if f.id in stops}
    gists = [gist(f) for f in homes if f.id in stops]
    assert set(gists) == set(map(gist, homes))
    assert len(gists) == len(set(gists))
    places = [(n, [f.id for f in rows[n].findings].index(finding)) for n, finding in rows.stops]
    assert places == sorted(set(places))


def test_a_finding_is_walked_at_its_own_passage_though_an_earlier_one_tells_it_too() -> None:
    spread = story.spread()
    first, between = spread.comparison.findings[0], spread.comparison.findings[2]
    assert (first.passage, between.passage) == ("P2", None)
    rows = [replace(r, findings=(*r.findings, first)) if r.key == "P1" else r for r in spread.rows("A")]
    told = Listing.of(rows)
    assert [(told[n].key, finding) for n, finding in told.stops] == [("P1", "F3"), ("P2", "F1"), ("P3", "F2")]
    assert [finding for _, finding in shown_rows(told, Filter(source="D")).stops] == ["F3", "F1", "F2"]


@given(spreads())
def test_nothing_is_lost(spread: Spread) -> None:
    rows = spread.rows("A")
    assert len({row.key for row in rows}) == len(rows)
    assert [r.passage for r in rows if r.passage] == list(spread.comparison.passages)
    left_out = {(s.id, p.index) for s in spread.comparison.sources for p in s.paragraphs if p.reason}
    assert {(r.source, r.paragraph.index) for r in rows if r.paragraph} == left_out
    assert {f.id for r in rows for f in r.findings} == {f.id for f in spread.comparison.findings}


@given(spreads())
def test_every_base_shows_the_same_rows(spread: Spread) -> None:
    expected = sorted(row.key for row in spread.rows("A"))
    assert all(sorted(row.key for row in spread.rows(base)) == expected for base in spread.ids)


@given(spreads())
def test_each_source_is_found_in_its_own_rows(spread: Spread) -> None:
    rows = spread.rows("A")
    for source in spread.ids:
        own = shown_rows(rows, Filter(source=source))
        assert all(source in sources_of(row) for row in own)


@settings(max_examples=15)
@given(spreads())
def test_an_article_is_found_by_its_keys_and_leaves_a_gap_below_each_paragraph(spread: Spread) -> None:
    for base, source, show in product(spread.ids, spread.ids, (Show.ALL, Show.FINDINGS, Show.AGREE)):
        rows = shown_rows(spread.rows(base), Filter(show)).article(source)
        held = list(rows)
        assert [rows.place(row.key) for row in held] == list(range(len(held)))
        every = [row.key for row in spread.rows(base)]
        shown = {row.key for row in held}
        assert all(rows.place(key) == -1 for key in every if key not in shown)
        for n, key in enumerate(every):
            first = next((later for later in every[n:] if later in shown), None)
            assert rows.after([key]) == (-1 if first is None else rows.place(first))
        paragraphs = [cell.paragraph for cell in (cell_in(row, source) for row in held) if cell]
        below = [*paragraphs, -1][1:]
        assert [row.gap for row in held] == [int(a != b) for a, b in zip(paragraphs, below, strict=True)]


def test_findings_are_walked_in_the_order_of_every_report() -> None:
    made = compare(load((str(SEEDS),)).sources)
    ids = [finding.id for finding in made.findings]
    assert any(finding.passage is None for finding in made.findings[:-1])  # they stand among the others
    assert ids == [f"F{n + 1}" for n in range(len(ids))]
    assert [name for _, name in spread_out(made).rows("A").stops] == ids
    table = [line.split(",")[0] for line in to_csv(made).splitlines()[1:]]
    assert list(dict.fromkeys(table)) == ids

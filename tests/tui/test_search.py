from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.safe import fold
from tests.tui import driving, story
from tests.tui.worlds import TEXT, spreads
from tui.cells import NOTHING, display
from tui.search import NO_HITS, Folded, first_hit, folded_query, rows_with_hits, search
from tui.spread import Spread
from tui.widgets.lines import LineList


def found(text: str, query: str) -> list[str]:
    shown = display(text)
    return [shown[a:b] for a, b in Folded.of(shown).find(folded_query(query))]


def test_case_and_accents_make_no_difference() -> None:
    assert found("Málaga, MALAGA, malaga", "malaga") == ["Málaga", "MALAGA", "malaga"]
    assert found("Straße und STRASSE", "strasse") == ["Straße", "STRASSE"]
    assert found("Ma\u0301laga", "Málaga") == ["Ma\u0301laga"]


def test_a_hit_goes_over_line_ends_and_wide_gaps() -> None:
    assert [hit.replace(NOTHING, "") for hit in found("a fire\n   chief", "fire chief")] == ["fire chief"]


def test_nothing_is_found_for_nothing() -> None:
    assert found("anything", "  ") == []


@given(TEXT, st.data())
def test_what_stands_in_a_text_is_found_there(text: str, data: st.DataObject) -> None:
    folded = Folded.of(display(text))
    start = data.draw(st.integers(0, len(folded.text)))
    query = folded_query(folded.text[start : start + 5])
    hits = folded.find(query)
    assert bool(hits) == (bool(query) and query in folded.text)
    assert all(0 <= a < b <= len(text) for a, b in hits)
    assert all(b <= c for (_, b), (c, _) in pairwise(hits))


@given(spreads(), st.sampled_from(["a", "fire", "警", "harbour, a"]))
def test_every_hit_stands_in_a_row(spread: Spread, query: str) -> None:
    hits = search(spread.index(), folded_query(query), spread.ids)
    rows = spread.rows("A")
    there = rows_with_hits(rows, hits)
    assert [n for n, row in enumerate(rows) if first_hit(row, hits)] == list(there)


@given(spreads(), st.sampled_from(["aa", "fire", "警", "e ", "harbour, a"]))
def test_a_longer_query_is_found_where_a_shorter_one_was(spread: Spread, query: str) -> None:
    index, hits, folded = spread.index(), NO_HITS, folded_query(query)
    for length in range(1, len(folded) + 1):
        hits = search(index, folded[:length], spread.ids, hits)
        afresh = search(index, folded[:length], spread.ids)
        assert (hits.count, hits.rows, hits.sources) == (afresh.count, afresh.rows, afresh.sources)
    texts = [index.texts[source].text for source in spread.ids]
    assert hits.count == sum(text.count(folded) for text in texts)
    rows = spread.rows("A")
    assert rows_with_hits(rows, hits) == tuple(n for n, row in enumerate(rows) if row.key in hits.rows)


def test_hits_in_what_was_left_out_count_too() -> None:
    spread = story.spread()
    hits = search(spread.index(), "friend", spread.ids)
    assert [spread.rows("A")[n].key for n in rows_with_hits(spread.rows("A"), hits)] == ["B¶1"]


def slowly(shown: str) -> tuple[str, list[int]]:
    """Fold character by character: the text, and the place of each of its characters."""
    folded = [("" if c == NOTHING else fold(c), n) for n, c in enumerate(shown)]
    return "".join(f for f, _ in folded), [n for f, n in folded for _ in f]


@given(TEXT)
def test_a_text_is_folded_at_once_as_character_by_character(text: str) -> None:
    shown = display(text)
    folded, (slow, at) = Folded.of(shown), slowly(shown)
    assert folded.text == slow
    assert [folded.origin(n) for n in range(len(slow))] == at
    assert all(folded.origin(folded.place(n)) == n for n in set(at))


@given(spreads(), st.sampled_from(["a", "fire", "警", "harbour, a"]))
def test_the_places_in_a_row_are_those_that_begin_in_it(spread: Spread, query: str) -> None:
    hits = search(spread.index(), query, spread.ids)
    whole = {i: Folded.of(text).find(query) for i, text in spread.texts.items()}
    assert hits.count == sum(map(len, whole.values()))
    for p in spread.comparison.passages:
        for c in p.cells:
            own = tuple(h for h in whole[c.source] if c.start <= h[0] < c.end)
            assert hits.within(c.source, c.start, c.end) == own


async def test_typing_a_search_folds_no_text_and_measures_no_row_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with driving.app().run_test(size=(120, 40)) as pilot:
        await driving.settle(pilot)
        await pilot.press("slash")
        measured: list[object] = []
        monkeypatch.setattr(Folded, "of", measured.append)
        monkeypatch.setattr(LineList, "_relay", measured.append)
        await pilot.press(*"bridge")
        await pilot.pause()
        assert "“bridge”: 3 hits" in driving.shown(pilot)[-2]
        assert not measured


@pytest.mark.parametrize("many", [0, 1], ids=["counted", "listed"])
@given(spreads(), st.sampled_from(["a", "fire", "警", "harbour, a"]))
def test_the_rows_of_the_hits_are_those_in_which_one_begins(many: int, spread: Spread, query: str) -> None:
    """Also where a passage stands at another place in its source than its neighbours do."""
    with patch("tui.search._MANY", many):
        hits = search(spread.index(), query, spread.ids)
    there = {
        p.id
        for p in spread.comparison.passages
        for c in p.cells
        if any(c.start <= at < c.end for at, _ in Folded.of(spread.texts[c.source]).find(query))
    }
    passages = {p.id for p in spread.comparison.passages}
    assert hits.rows & passages == there

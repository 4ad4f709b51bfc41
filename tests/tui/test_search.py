from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.tui import story
from tests.tui.worlds import TEXT, spreads
from tui.cells import NOTHING, display
from tui.search import Folded, first_hit, folded_query, rows_with_hits
from tui.spread import Spread


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
    hits = {i: Folded.of(text).find(query) for i, text in spread.texts.items()}
    rows = spread.rows("A")
    there = rows_with_hits(rows, hits)
    assert [n for n, row in enumerate(rows) if first_hit(row, hits)] == list(there)


def test_hits_in_what_was_left_out_count_too() -> None:
    spread = story.spread()
    hits = {i: Folded.of(text).find("friend") for i, text in spread.texts.items()}
    assert [spread.rows("A")[n].key for n in rows_with_hits(spread.rows("A"), hits)] == ["B¶1"]

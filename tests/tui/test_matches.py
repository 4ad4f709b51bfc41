from hypothesis import given

from tests.tui.worlds import spreads
from tui.matches import Matches
from tui.spread import Spread


@given(spreads())
def test_the_links_that_touch_a_passage_are_those_that_end_in_one_of_its_cells(spread: Spread) -> None:
    links = (*spread.comparison.links, *spread.comparison.weak)
    matches = Matches.of(links)
    for passage in spread.comparison.passages:
        ends = [(c.source, range(c.start, c.end)) for c in passage.cells]
        slowly = [
            x for x in links if any(e.source == s and e.start in r for e in (x.a, x.b) for s, r in ends)
        ]
        assert list(matches.touching(passage)) == slowly

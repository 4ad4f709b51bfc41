"""Long cells side by side: what was matched begins on the same line, and nothing is lost."""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from core.model import Cell, Comparison, Link, Passage, Sentence, Source, Status, Wording
from core.settings import Settings
from tests.core.made import article
from tests.tui.drawn import line_text
from tui.look import Look
from tui.paint import FOLD, height, paint
from tui.spread import Spread, spread_out
from tui.state import View

MORE = "and on it goes for as long as it takes to fill a line or two of a column with words"


def told(source: int, *sentences: str) -> Source:
    return article(source, [f"{sentence} {MORE}." for sentence in sentences], [])


def of(sources: tuple[Source, ...], *links: tuple[str, int, str, int]) -> Spread:
    """One passage that holds the first paragraph of each source, its sentences linked."""
    blocks = {s.id: s.paragraphs[0] for s in sources}

    def sentence(source: str, n: int) -> Cell:
        own: Sentence = blocks[source].sentences[n]
        return Cell(source, 0, own.start, own.end)

    cells = tuple(Cell(i, 0, p.start, p.end) for i, p in blocks.items())
    made = tuple(Link(sentence(a, m), sentence(b, n), 90.0) for a, m, b, n in links)
    passage = Passage("P1", cells, Status.AGREE, Wording.REWORDED)
    return spread_out(Comparison(sources, (passage,), made, (), Settings()))


def lines_of(spread: Spread, width: int = 79) -> list[str]:
    look = Look(spread, View.COLUMNS, spread.ids, unfolded=frozenset(["P1"]))
    return [line_text(line) for line in paint(look, spread.rows("A")[0], width)]


def test_what_was_matched_begins_on_the_same_line() -> None:
    spread = of(
        (told(0, "One", "Two", "Three", "Four", "Five"), told(1, "One", "Three", "Five")),
        ("A", 0, "B", 0),
        ("A", 2, "B", 1),
        ("A", 4, "B", 2),
    )
    lines = lines_of(spread)
    assert sum(line.count("One and on") for line in lines) == 2
    for word in ("One", "Three", "Five"):
        assert any(line.count(f"{word} and") == 2 for line in lines), word


def test_what_is_told_in_another_order_stays_in_its_own() -> None:
    both = ("One", "Two", "Three", "Four", "Five")
    spread = of((told(0, *both), told(1, *both[::-1])), *(("A", n, "B", 4 - n) for n in range(5)))
    right = "".join(line[41:] for line in lines_of(spread))
    assert [right.index(word) for word in both[::-1]] == sorted(right.index(word) for word in both)


def test_what_is_folded_or_short_is_not_cut() -> None:
    short = of((told(0, "One", "Two"), told(1, "Two")), ("A", 1, "B", 0))
    assert "Two and on" in lines_of(short)[1][41:]
    look = Look(short, View.COLUMNS, short.ids)
    assert height(look, short.rows("A")[0], 20) == FOLD + 3  # two lines of header, one below


@given(
    st.lists(st.integers(1, 6), min_size=2, max_size=3),
    st.sets(st.tuples(st.integers(0, 2), st.integers(0, 5), st.integers(0, 2), st.integers(0, 5))),
    st.integers(40, 120),
)
def test_nothing_is_lost_and_the_height_is_the_number_of_lines(
    many: list[int], pairs: set[tuple[int, int, int, int]], width: int
) -> None:
    sources = tuple(told(n, *"UVWXYZ"[:count]) for n, count in enumerate(many))
    links = [
        ("ABC"[a], m, "ABC"[b], n)
        for a, m, b, n in sorted(pairs)
        if a < b < len(many) and m < many[a] and n < many[b]
    ]
    spread = of(sources, *links)
    look, row = Look(spread, View.COLUMNS, spread.ids, unfolded=frozenset(["P1"])), spread.rows("A")[0]
    with patch("tui.paint.FOLD", 0):
        lines = paint(look, row, width)
        assert height(look, row, width) == len(lines)
    for source in sources:
        drawn = [p for line in lines for p in line if p.source == source.id and p.at >= 0]
        assert [p.at for p in drawn] == sorted(p.at for p in drawn)
        words = " ".join(p.text.strip() for p in drawn)
        assert words.split() == source.text[: source.paragraphs[0].end].split()

"""Laws of the groups of sources that are one wire text."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from core.clusters import COPIED, clusters

SHARES = st.sampled_from((0.0, 0.5, COPIED - 0.01, COPIED, 1.0))


@st.composite
def squares(draw: st.DrawFn) -> list[list[float]]:
    size = draw(st.integers(0, 6))
    return [[1.0 if i == j else draw(SHARES) for j in range(size)] for i in range(size)]


def reached(square: list[list[float]], start: int) -> frozenset[int]:
    """The slow, obvious way: walk from copy to copy until there is nothing new."""
    seen = {start}
    while True:
        new = {
            j for i in seen for j in range(len(square)) if max(square[i][j], square[j][i]) >= COPIED
        } - seen
        if not new:
            return frozenset(seen)
        seen |= new


@given(squares())
def test_a_cluster_is_what_can_be_reached_from_copy_to_copy(square: list[list[float]]) -> None:
    ids = [chr(65 + n) for n in range(len(square))]
    slow = {reached(square, n) for n in range(len(square))}
    want = sorted(tuple(ids[n] for n in sorted(group)) for group in slow if len(group) > 1)
    assert list(clusters(ids, square)) == want


@given(squares().filter(lambda square: len(square) < 5))
def test_the_order_of_the_sources_changes_no_cluster(square: list[list[float]]) -> None:
    ids = "ABCDEF"[: len(square)]
    want = {frozenset(group) for group in clusters(ids, square)}
    for order in permutations(range(len(square))):
        turned = [[square[i][j] for j in order] for i in order]
        assert {frozenset(group) for group in clusters([ids[i] for i in order], turned)} == want


def test_a_shortened_copy_is_one_wire_text_with_the_whole() -> None:
    assert clusters("ABC", ((1.0, 0.6, 0.3), (0.97, 1.0, 0.3), (0.7, 0.7, 1.0))) == (("A", "B"),)

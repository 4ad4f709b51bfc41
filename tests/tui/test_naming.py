from hypothesis import given
from hypothesis import strategies as st

from core.model import Source
from tui.cells import width_of
from tui.naming import name_of, short_names


def test_a_source_is_called_by_outlet_or_file_and_title() -> None:
    assert name_of(Source.from_text("x", title="Fire", outlet="Daily B", origin="a.txt")) == "Daily B: Fire"
    assert name_of(Source.from_text("x", title="Fire", origin="dir/wire.txt")) == "wire: Fire"
    assert name_of(Source.from_text("x", title="Fire", origin="0192837465a.txt")) == "Fire"
    assert name_of(Source.from_text("x")) == "untitled"


def test_names_that_begin_alike_are_told_apart_by_what_follows() -> None:
    names = [f"The lighthouse keeper, draft of day {n}" for n in range(1, 13)]
    short = short_names(names, 12)
    assert short[0] == "…1"
    assert len(set(short)) == 12


def test_names_that_end_alike_are_told_apart_too() -> None:
    names = [f"The keeper of the {n} lighthouse, in the second edition" for n in ("old", "new")]
    assert short_names(names, 14) == ("…old lighthou…", "…new lighthou…")


def test_only_names_that_are_alike_lose_their_beginning() -> None:
    names = ["harbour-wire-monday", "harbour-wire-tuesday", "a tower in the bay"]
    assert short_names(names, 10) == ("…monday", "…tuesday", "a tower i…")


@given(
    st.lists(st.text(alphabet="ab 渡-é", max_size=30), min_size=1, max_size=12, unique=True),
    st.integers(4, 20),
)
def test_short_names_fit_and_no_name_is_alike_that_plain_cutting_kept_apart(
    names: list[str], width: int
) -> None:
    short = short_names(names, width)
    assert all(width_of(name) <= width for name in short)
    assert all(a == b for a, b in zip(names, short, strict=True) if width_of(a) <= width and a in short)

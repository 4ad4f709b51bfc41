import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size
from rich.style import Style

from tests.tui.worlds import TEXT
from tui.cells import NOTHING, cut, display, is_narrow, width_of, wrap
from tui.ink import Piece
from tui.widgets.drawing import Drawing

WIDTHS = st.integers(2, 40)


@given(st.one_of(st.text(st.characters()), TEXT))
def test_the_text_as_shown_has_the_length_of_the_source(text: str) -> None:
    assert len(display(text)) == len(text)


@given(st.one_of(st.text(st.characters()), TEXT))
def test_the_text_as_shown_can_be_cropped_and_padded_by_textual(text: str) -> None:
    from rich.segment import Segment
    from textual.strip import Strip

    shown = display(text).replace(NOTHING, "")
    assert not any(c < " " or "\x7f" <= c < "\xa0" for c in shown)
    for width in (0, 1, 2, 7, 40):
        assert Strip([Segment(shown)]).adjust_cell_length(width).cell_length == width


@given(TEXT)
def test_widths_are_those_that_textual_pads_by(text: str) -> None:
    shown = display(text)
    assert width_of(shown) == cell_len(shown.replace(NOTHING, ""))


def test_every_character_called_narrow_fills_one_cell() -> None:
    narrow = [chr(n) for n in range(0x3000) if is_narrow(chr(n), 0, 1)]
    assert len(narrow) > 1000
    assert [c for c in narrow if get_character_cell_size(c) != 1 or cell_len(c) != 1] == []


def test_nothing_beyond_the_tested_range_is_called_narrow() -> None:
    assert not any(is_narrow(chr(n), 0, 1) for n in range(0x3000, sys.maxunicode, 7))


@given(TEXT, WIDTHS)
def test_lines_fit_and_lose_only_spaces(text: str, width: int) -> None:
    shown = display(text)
    lines = wrap(shown, 0, len(shown), width)
    assert lines
    assert all(width_of(shown[a:b]) <= width for a, b in lines)
    at = 0
    for a, b in lines:
        assert a >= at
        assert not shown[at:a].strip(" " + NOTHING)
        at = b
    assert not shown[at:].strip(" " + NOTHING)


@given(TEXT, WIDTHS)
def test_the_fast_way_breaks_where_the_slow_way_does(text: str, width: int) -> None:
    from tui.cells import _wrap_narrow, _wrap_wide

    shown = "".join(c for c in display(text) if is_narrow(c, 0, 1)).strip() or "x"
    assert _wrap_narrow(shown, 0, len(shown), width) == _wrap_wide(shown, 0, len(shown), width)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("警察は言った。", 6, ["警察は", "言っ", "た。"]),
        ("a 警察", 3, ["a", "警", "察"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("", 5, [""]),
    ],
)
def test_breaking(text: str, width: int, lines: list[str]) -> None:
    assert [text[a:b] for a, b in wrap(text, 0, len(text), width)] == lines


def test_a_hard_wrapped_line_reads_as_one() -> None:
    shown = display("first line\n    second")
    assert shown.replace(NOTHING, "") == "first line second"


@given(TEXT, st.integers(0, 30))
def test_cut_text_fits(text: str, width: int) -> None:
    assert width_of(cut(display(text), width)) <= width


def test_cut_text_says_that_it_was_cut() -> None:
    assert cut("Ferry fire off the port", 11) == "Ferry fire…"
    assert cut("Ferry fire", 10) == "Ferry fire"


def test_vowel_signs_beside_their_letter_take_a_cell_and_skin_tones_are_not_drawn() -> None:
    assert [width_of(text) for text in ("का", "नि", "கொ", "e\u0301", "कु")] == [2, 2, 2, 1, 1]
    assert display("👩\U0001f3fd\u200d🦰") == f"👩{NOTHING}{NOTHING}🦰"


def test_a_line_with_vowel_signs_is_as_wide_as_the_terminal_draws_it() -> None:
    drawing = Drawing()
    drawing._styles_of[()] = Style()
    strip = drawing.strip((Piece("काकाका"),), 8)
    assert (strip.text, strip.cell_length) == ("काकाका  ", 8)

"""The fuzz target, a few times: `python -m tests.hostile.fuzz MINUTES` runs it for longer."""

from hypothesis import example, given
from hypothesis import strategies as st

from tests.hostile.fuzz import ARTICLES, survive


@given(st.lists(ARTICLES, max_size=3), st.integers(1, 200))
@example([], 80)
@example(["万亿万".encode(), "はİ十十。万亿万".encode()], 80)
@example([b"\x1b[2J a. b.", "\ufeffa. “b”.\u202e".encode("utf-16"), b"\xff\xfe\x00"], 1)
def test_whatever_the_bytes_the_laws_hold(articles: list[bytes], width: int) -> None:
    survive(articles, width)

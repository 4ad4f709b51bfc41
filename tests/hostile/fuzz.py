# ruff: noqa: E501 - texts are read on one line
"""Bytes -> load -> compare -> every export and every view, with laws instead of expected values.

    python -m tests.hostile.fuzz MINUTES [SEED]     # by hand; prints how many were tried and what broke

In the suite the same property runs a few times. What a longer run finds becomes a case in make.py.
"""

import io
import json
import sys
from collections.abc import Callable, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from core.errors import ReadError
from core.export.json import to_json
from core.pipeline import compare
from core.read import load
from tests.hostile.outputs import drawn, harmless, written
from tests.hostile.texts import STORY
from tests.laws import check_document

if TYPE_CHECKING:
    from core.model import Source

_ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-32",
    "cp1252",
    "cp1251",
    "shift_jis",
    "gb18030",
    "koi8-r",
)
_SCRAPS = (
    *["#", "##", "-", "*", ">", "```", "~~~", "---", "===", "|", "**", "__", "`", "[", "]", "(", ")", "<", ">", "!", "&", ";", ":", "“", "”", "„", "‘", "’", "«", "»", '"', "'", ".", "…", "?", "。", "؟", "।"],
    *["\n", "\n\n", "\r", "\r\n", "\x85", "\u2028", "\t", "    ", "  \n", "\\\n", " "],
    *["\x1b", "\x1b[2J", "\x1b]52;c;YQ==\x07", "\x9b", "\x00", "\x7f", "\u202e", "\u2066", "\u200b", "\u200d", "️", "\ufeff", "\U000e0041", "́"],
    *["[a](b)", "[a]: b", "<!--", "<b>", "&#27;", "[^1]", "1. ", "10) ", "Mr. ", "U.S. ", "5 p.m. Monday", "Jan. 14, 2026", "12,000", "twelve", "13. ", "Comments"],
    *["Photo", "Share this", "Category:", "pic.twitter.com/a — A (@a) May 3, 2026", "sources cited above.", "Would you like me to", "می\u200cخواهد"],
    *["桥在中午倒塌", "पुल", "גשר", "👨\u200d👩\u200d👧", "ﷺ", "said Ilsa Brandt", "“We heard it go,”", "was not", "denied", "at least", "per cent", "€4m"],
    *["9" * 400, "0." + "0" * 400 + "1", "٣" * 320, "九" * 400, "million " * 60, "1/0", "½", "0 hours and a half", "99:99", "31 February", "99999999", "ﷺ" * 9, "İ" * 30],
    *STORY.replace("\n\n", " ").split(". "),
)  # fmt: skip


def _mostly(text: str, encoding: str) -> bytes:
    return text.encode(encoding, "replace")


TEXTS = st.lists(st.sampled_from(_SCRAPS) | st.text(max_size=4), max_size=40).map("".join)
_SENTENCES = (
    "At least 12 people were hurt when the bridge at Veldby fell on Monday, May 11, 2026, the town said.",
    "Fourteen people were hurt when the bridge at Veldby fell on Tuesday, 12 May 2026, the fire service said.",
    "“We heard it go and ran for our lives,” said Mayor Ilsa Brandt of Veldby.",
    "Ilse Brandt, the mayor, said: “We heard it go and we ran for our lives.”",
    "The company, Oster Rail, denied that it had been warned about the crack in April.",
    "The company, Oster Rail, confirmed that it had been warned about the crack in April.",
    "Repairs will cost €4.5 million, half of what was thought, and take 3 weeks.",
    "Die Reparatur kostet 4,5 Millionen Euro und dauert 3 Wochen, sagte Bürgermeisterin Ilsa Brandt.",
    "桥在5月11日倒塌，12人受伤。",
    "سقط الجسر يوم ١١ مايو وأصيب ١٢ شخصا.",
    "पुल 11 मई को गिरा और 12 लोग घायल हुए।",
)


@st.composite
def _accounts(draw: st.DrawFn) -> bytes:
    """Sentences that tell the same things with some of their words replaced."""
    words = " ".join(draw(st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=6))).split(" ")
    for _ in range(draw(st.integers(0, 6))):
        words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(_SCRAPS))
    return " ".join(words).encode()


ARTICLES = st.one_of(
    _accounts(),
    st.builds(_mostly, TEXTS, st.sampled_from(_ENCODINGS)),
    st.builds(
        lambda text, noise, at: text.encode()[:at] + noise + text.encode()[at:],
        TEXTS,
        st.binary(max_size=6),
        st.integers(0, 99),
    ),
    st.binary(max_size=300),
)


def survive(articles: Sequence[bytes], width: int = 80) -> None:
    """Hold the laws for whatever articles: read or refused in a line, compared, and exported without harm."""
    sources: list[Source] = []
    refusals: list[str] = []
    for data in articles:
        try:
            sources += load(["-"], stdin=io.BytesIO(data)).sources
        except ReadError as refusal:
            refusals.append(str(refusal))
    assert all(line.isprintable() for line in refusals), "a refusal is one harmless line"
    comparison = compare(sources)
    assert all(map(harmless, written(comparison)))
    assert all(harmless(line, one_line=True) for line in drawn(comparison, width))
    document = to_json(comparison)
    check_document(json.loads(document))
    assert to_json(compare(sources)) == document, "the same articles give the same document"


def main() -> None:
    """Try articles for some minutes."""
    until = monotonic() + 60 * float(sys.argv[1])
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    tried = 0

    def one(articles: list[bytes], width: int) -> None:
        nonlocal tried
        tried += 1
        survive(articles, width)

    target: Callable[[], None] = given(st.lists(ARTICLES, max_size=4), st.integers(1, 200))(one)
    target = settings(
        max_examples=500, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )(target)
    while monotonic() < until:
        number += 1
        seed(number)(target)()
        print(f"seed {number}: {tried} comparisons, nothing broke", flush=True)  # noqa: T201 - a script


if __name__ == "__main__":
    main()

"""Nothing that passes the gate can act on a terminal, and nothing that a script needs is lost."""

import re
import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Source
from core.safe import _HARMLESS, _forbidden, is_safe, make_safe

NEVER = (
    [chr(c) for c in (*range(0x20), *range(0x7F, 0xA0)) if chr(c) not in "\t\n\r\x85"]
    + [chr(c) for c in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)]
    + [
        chr(c)
        for c in (0xAD, 0x34F, 0x115F, 0x1160, 0x180E, 0x200B, *range(0x2060, 0x2065), 0x3164, 0xFEFF, 0xFFA0)
    ]
    + [chr(c) for c in (*range(0xE0000, 0xE0080), *range(0xFFF9, 0xFFFC), *range(0x206A, 0x2070))]
    + [chr(c) for c in (0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0x1D173, 0x1BCA0)]
)
KEPT = {
    "Hebrew": "הגשר נפל בצהריים, אמרה העירייה.",
    "Arabic": "سقط الجسر ظهرًا، قالت البلدية.",
    "Persian with a non-joiner": "می\u200cخواهند پل را بسازند",
    "Hindi with joiners": "क्\u200dष और क्\u200cष",
    "Malayalam with a joiner": "നന്\u200dമ",
    "Sinhala with a joiner": "ශ්\u200dරී",
    "Bengali": "র\u200d্যাম",
    "family": "👨\u200d👩\u200d👧\u200d👦",
    "heart on fire": "❤\ufe0f\u200d🔥",
    "skin and hair": "👩🏽\u200d🦰 🏃🏿\u200d♀\ufe0f",
    "rainbow flag": "🏳\ufe0f\u200d🌈",
    "keycap": "1\ufe0f\u20e3 #\ufe0f\u20e3",
    "text style": "☎\ufe0e ©\ufe0f ℹ\ufe0f",
    "ideograph with a variant": "葛\U000e0100城市",
    "accents": "e\u0301 Ä\u0323 ngoạ\u0302i",
    "points": "בְּרֵאשִׁית",
    "Thai": "สะพานถล่มเมื่อเที่ยงวัน",
    "tab and line": "a\tb\nc\u3000d\xa0e",
    "Mongolian with a variant": "ᠠ\u180bᠨᠠ",
    "Khitan with a filler": "\U00018b01\U00016fe4\U00018b02",
    "hieroglyphs one above the other": "\U00013000\U00013430\U00013001",
    "markup": "[red]a[/] \\[b] {c} <b>&amp;</b> [sic]",
}
HOSTILE = st.text(
    st.sampled_from(
        [*NEVER, *"".join(KEPT.values()), "\r", "\x85", "\u2028", "\u200c", "\u200d", "\ufe0f", "a", " "]
    )
)


@pytest.mark.parametrize("character", NEVER, ids=lambda c: f"U+{ord(c):04X}")
def test_what_acts_reorders_or_hides_is_shown_wherever_it_stands(character: str) -> None:
    for around in ("ab", "אב", "سج", "कष", "👩👩", "  ", "葛葛"):
        text = around[0] + character + around[1]

        safe, replaced = make_safe(text)

        assert (len(safe), replaced) == (len(text), 1)
        assert character not in safe
        assert safe[1].isprintable()
        assert unicodedata.category(safe[1]) in {"So", "Pd"}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_what_a_script_needs_stays(text: str) -> None:
    assert make_safe(text) == (text, 0)


@pytest.mark.parametrize(
    "text",
    [
        "a\u200db",
        "a\u200cb",
        "\u200d",
        "👩\u200d",
        "\u200d👩",
        "👩\u200d\u200d👩",
        "a\ufe0f",
        "☎\ufe0f\ufe0f",
        " \ufe0f\u200d👩",
        "a\U000e0101",
        "br\u180bid\u180fge",
        "ᠠ\u180b\u180b",
        "a\U00016fe4",
        "a\U00013430\U00013430",
    ],
)
def test_joiners_and_selectors_are_shown_where_no_script_needs_them(text: str) -> None:
    safe, replaced = make_safe(text)

    assert replaced
    assert len(safe) == len(text)
    assert is_safe(safe)


def test_marks_are_kept_as_far_as_a_letter_can_carry_them() -> None:
    safe, replaced = make_safe("a" + "\u0301" * 50 + "b")

    assert safe == "a" + "\u0301" * 30 + "\ufffd" * 20 + "b"
    assert replaced == 20


def test_signs_name_the_control_they_stand_for() -> None:
    assert make_safe("\x1b[2J\x07\x7f\x9b")[0] == "␛[2J␇␡\ufffd"


def test_line_ends_are_one_newline_each() -> None:
    assert make_safe("a\r\nb\rc\x85d\u2028e\u2029f\n\rg") == ("a\nb\nc\nd\ne\nf\n\ng", 0)


def test_one_line_is_one_line() -> None:
    assert make_safe(" a\r\n\tb\u2028 c\x1f", one_line=True)[0] == "a b c"
    assert not any(is_safe(f"a{end}b", one_line=True) for end in "\n\t\u2028\u2029")


@given(HOSTILE | st.text())
def test_once_safe_always_safe(text: str) -> None:
    safe, replaced = make_safe(text)

    assert is_safe(safe)
    assert make_safe(safe) == (safe, 0)
    assert len(safe) == len(re.sub("\r\n", "\n", text))
    assert not set(safe) & set(NEVER)
    safe.encode("utf-8")
    line, _ = make_safe(text, one_line=True)
    assert is_safe(line, one_line=True)
    assert make_safe(line, one_line=True) == (line, 0)
    assert replaced == sum(
        a != b for a, b in zip(re.sub("\r\n|[\r\x85\u2028\u2029]", "\n", text), safe, strict=True)
    )


_ONE_OF_EACH = (
    "a", "\x1b", "\u202e", "\u200b", "\u180e", "\u200c", "\u200d", "\ufe0f", "\U000e0100", "\u0628", "\u1820",
    "\u180b", "\u180f", "\U0001f469", "\u4e00", "\u0301", "\U00016fe4", "\U00018b00",
)  # fmt: skip
"""One character of each class that the gate knows."""


@pytest.mark.parametrize("first", _ONE_OF_EACH, ids=ascii)
def test_what_is_replaced_leaves_nothing_unsafe_behind(first: str) -> None:
    for rest in product(_ONE_OF_EACH, repeat=3):
        safe, _ = make_safe(first + "".join(rest))
        assert is_safe(safe), ascii((first, *rest))


def test_a_mongolian_letter_with_its_sign_may_be_joined() -> None:
    for joiner in ("\u200c", "\u200d"):
        assert make_safe(f"\u1820\u180b{joiner}\u1821") == (f"\u1820\u180b{joiner}\u1821", 0)
        assert make_safe(f"\u180b{joiner}") == ("\ufffd\ufffd", 2)


@given(HOSTILE, HOSTILE)
def test_a_source_takes_any_text_and_only_safe_text(text: str, name: str) -> None:
    source = Source.from_text(
        text, title=name, origin=name, outlet=name, published=name, url=name, warnings=(name,)
    )

    assert is_safe(source.text)
    assert all(
        is_safe(n or "", one_line=True) for n in (source.title, source.origin, source.url, *source.warnings)
    )
    if not is_safe(text):
        with pytest.raises(ValueError, match="from_text"):
            Source(text, "")
    if not is_safe(name, one_line=True):
        with pytest.raises(ValueError, match="from_text"):
            Source("", name)


def test_no_text_that_is_harmless_at_a_glance_holds_what_is_replaced() -> None:
    every = "".join(map(chr, range(0x110000)))
    harmless = "".join(re.findall(_HARMLESS.pattern, every))
    assert len(harmless) > 3000
    assert not _forbidden().search(harmless)

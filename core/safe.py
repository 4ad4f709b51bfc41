"""Text that cannot act on a terminal: the one gate for articles, names, titles and notes.

What could act (controls, escapes), reorder what is read (bidirectional overrides) or hide (zero-width
characters, tags) becomes a sign of the same length, so that an offset means the same before and after. What a
script needs stays where it needs it: joiners in Arabic and Indic words and inside emoji, one variation
selector after a character that has variants. Right-to-left letters need no marks to stay as they are.
"""

import re
import unicodedata
from functools import lru_cache

_ACTING = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"
_REORDERING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_HIDING = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
_JOINING = (
    "\u0600-\u061b\u061d-\u0dff\u0e80-\u109f\u1780-\u17b3\u17b6-\u180a\u1810-\u18af\ua840-\ua8ff\ua980-\ua9df"
    "\uaa60-\uaa7f\uabc0-\uabff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00011000-\U000114ff"
)
"""Letters that may be joined or kept apart: Arabic, Syriac, Mongolian, the Indic scripts."""
_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2900-\u297f"
    "\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_IDEOGRAPHS = "\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_VARYING = (
    _EMOJI
    + _IDEOGRAPHS
    + "#*0-9\u1000-\u109f\u1820-\u18aa\u2018-\u201d\u2200-\u22ff\ua840-\ua877\uff00-\uff5e"
)
_SHAPING = (
    ("\u180b-\u180d\u180f", "\u1820-\u18aa"),
    ("\U00016fe4", "\U00018b00-\U00018cff"),
    ("\U00013430-\U0001343f", "\U00013000-\U0001342f"),
)
"""Signs without a width and the letters that they shape: Mongolian, Khitan, hieroglyphs."""
_MARKS = (
    "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u0591-\u05bd\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_MOST_MARKS = 30
"""Marks on one letter; the rest would climb over the lines above (Stream-Safe Text Format, UAX #15)."""

_SHAPED = "[\u1820-\u18aa][\u180b-\u180d\u180f]"
"""A Mongolian letter with its sign. A sign alone is replaced, so that nothing may be joined to it."""
_SHAPERS = "".join(signs for signs, _ in _SHAPING)
_MISSHAPING = "".join(f"|(?<=[{signs}])(?<![{letters}].)" for signs, letters in _SHAPING)

_HARMLESS = re.compile(
    "[\\t\\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    "\u2190-\u2bff\U0001f000-\U0001faff]*"
)
"""Most text in Latin, Greek or Cyrillic letters, and emoji that nothing is joined to; looked at first."""


@lru_cache(1)
def _forbidden() -> re.Pattern[str]:
    """What is replaced. Made when it is first needed: it takes 5 ms, and harmless text needs none of it."""
    # One set comes first, so that the search runs over harmless text without trying the conditions.
    return re.compile(
        f"[{_ACTING}{_REORDERING}{_HIDING}\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef{_SHAPERS}{_MARKS}](?:"
        f"(?<=[{_ACTING}{_REORDERING}{_HIDING}])"
        f"|(?<=\u200c)(?<![{_JOINING}].)(?<!{_SHAPED}.)"
        f"|(?<=\u200d)(?<![{_JOINING}].)(?<!{_SHAPED}.)(?:(?<![{_EMOJI}].)(?<![{_EMOJI}]\ufe0f.)|(?![{_EMOJI}]))"
        f"|(?<=[\ufe00-\ufe0f])(?<![{_VARYING}].)"
        f"|(?<=[\U000e0100-\U000e01ef])(?<![{_IDEOGRAPHS}].)"
        f"{_MISSHAPING}"
        f"|(?<=[{_MARKS}]{{{_MOST_MARKS + 1}}}))"
    )


_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_NAMED = {"\x7f": "\u2421", "\u00ad": "\u2010"}


def _sign(match: re.Match[str]) -> str:
    character = match.group()
    return chr(0x2400 + ord(character)) if character < " " else _NAMED.get(character, "\ufffd")


def make_safe(text: str, *, one_line: bool = False) -> tuple[str, int]:
    """Replace what could act on a terminal, reorder a line or hide in it by a visible sign.

    Args:
        text: Any text whatever.
        one_line: Fold all white space to single spaces, for names and titles.

    Returns:
        The safe text, and how many characters were replaced (line ends are not counted). Safe text comes back
        as it is; line ends aside, the length stays the same unless `one_line`.
    """
    text = _LINE_ENDS.sub("\n", text)
    if one_line:
        text = " ".join(text.split())
    return (text, 0) if _HARMLESS.fullmatch(text) else _forbidden().subn(_sign, text)


_ENDS = frozenset("\n\t\u2028\u2029")
"""What no single line holds: ends of a line or a paragraph, and the tab."""


def is_safe(text: str, *, one_line: bool = False) -> bool:
    """Whether `make_safe` would find nothing to replace, and no line end when it is to be one line."""
    if one_line and not _ENDS.isdisjoint(text):
        return False
    return bool(_HARMLESS.fullmatch(text)) or not _forbidden().search(text)


_STROKES = str.maketrans("øłđħŧ", "oldht")
"""Letters with a stroke, which Unicode takes for letters of their own: no accent to take away."""


def fold(text: str) -> str:
    """Case, accents and strokes away, for comparing words; the length may change."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_STROKES))
    return "".join(c for c in decomposed if not unicodedata.combining(c))

"""Text that cannot act on a terminal: the one gate for articles, names, titles and notes.

Controls become signs of the same length, so that an offset means the same before and after.
"""

import re
import unicodedata

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")


def _sign(match: re.Match[str]) -> str:
    character = match.group()
    if character < " ":
        return chr(0x2400 + ord(character))
    return "\u2421" if character == "\x7f" else "\ufffd"


def make_safe(text: str, *, one_line: bool = False) -> tuple[str, int]:
    """Replace what could act on a terminal by a visible sign.

    Args:
        text: Any text whatever.
        one_line: Fold all white space to single spaces, for names and titles.

    Returns:
        The safe text, and how many characters were replaced (line ends are not counted).
    """
    text = _LINE_ENDS.sub("\n", text)
    if one_line:
        text = " ".join(text.split())
    return _FORBIDDEN.subn(_sign, text)


def is_safe(text: str, *, one_line: bool = False) -> bool:
    """Whether `make_safe` would leave the text as it is."""
    return not _FORBIDDEN.search(text) and not (one_line and "\n" in text)


def fold(text: str) -> str:
    """Case and accents away, for comparing words; the length may change."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))

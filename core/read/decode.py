"""Bytes -> text: which encoding, and what the reader should know about it."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b", "a compressed file"),
)
_SEEN = re.compile("[^\\s\u200b-\u200f\u2060\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x80-\x84\x86-\x9f]")
_MANY = 0.1
"""Share of control characters from which a text is no text; ESC is left out, for logs are full of colours."""
_SAMPLE = 65_536
"""Bytes that are shown to the detection."""
_WEB = (
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 cp866 "
    "koi8_r koi8_u mac_cyrillic iso8859_2 cp932 euc_jp gb18030 big5 cp949"
)
"""Encodings that articles come in: of the WHATWG Encoding Standard; some stand for their kin."""
_SAME = {"ascii": "cp1252", "iso8859_1": "cp1252", "iso8859_9": "cp1254", "shift_jis": "cp932"}
_SAME |= {"gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949"}
"""What the same standard reads as another one of them."""
_HIGH = re.compile(b"[\x80-\xff]")
_SURROGATE = re.compile(b"\xed[\xa0-\xbf][\x80-\xbf]")
"""Half of a pair of UTF-16, written as if it were a character of UTF-8."""
_ASCII = bytes((9, 10, 13, *range(32, 127)))
_FEW = 0.01
"""Share of characters that may be broken in a text that is UTF-8 elsewhere."""


class UnreadableBytes(Exception):  # noqa: N818 - carries a reason, becomes a ReadError with the path
    """The bytes hold no text; the message says what they are and what to do."""


def decode(data: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Decode an article.

    Args:
        data: A whole file.
        declared: The encoding that it names itself; looked at when it is no UTF-8, and one that is known.

    Returns:
        Its text, and a warning when the encoding was guessed or characters were lost.

    Raises:
        UnreadableBytes: it is empty, blank or no text.
    """
    if not data:
        raise UnreadableBytes("is empty: give a file that holds an article")
    for mark, kind in _KINDS:
        if data.startswith(mark):
            raise UnreadableBytes(f"is {kind}, not text: save the article as plain text or Markdown")
    text, warnings = _decoded(data, declared)
    if not _SEEN.search(text):
        raise UnreadableBytes("holds only white space: give a file that holds an article")
    if len(_CONTROL.findall(text)) > _MANY * len(text):
        raise UnreadableBytes("is binary, not text: give a plain text or Markdown file")
    return text, warnings


def _decoded(data: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding, ())
    if b"\0" in data:
        encoding = _wide(data)
        return _lenient(data, encoding, (f"read as {encoding.upper()}: it has no byte order mark",))
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _mostly_utf8(data) or _named(data, declared) or _detected(data)


def _named(data: bytes, declared: str | None) -> tuple[str, tuple[str, ...]] | None:
    """Decode as an article itself says, where that is an encoding of the web."""
    try:
        name = codecs.lookup(declared or "").name.replace("-", "_")
    except LookupError:
        return None
    encoding = _SAME.get(name, name)
    return _lenient(data, encoding, ()) if encoding in _WEB.split() else None


def _lenient(data: bytes, encoding: str, warnings: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Decode what is known; what is broken becomes U+FFFD, and is counted."""
    text = data.decode(encoding, "replace")
    broken = text.count("\ufffd")
    if encoding.startswith("utf"):
        broken -= data.count("\ufffd".encode(encoding))  # the author's own
    if broken > 0:
        one = "1 broken character is" if broken == 1 else f"{broken} broken characters are"
        warnings = (*warnings, f"{one} shown as \ufffd: the file is not wholly {encoding.upper()}")
    return text, warnings


def _wide(data: bytes) -> str:
    """Which UTF-16 a text without a mark is in: its spaces and line ends have a zero on one side only.

    ASCII with a few stray NULs would pass for Chinese; it is told by what is left when they are taken out.
    """
    head = data[:_SAMPLE]
    even, odd = head[::2].count(0), head[1::2].count(0)
    rest = head.replace(b"\0", b"")
    ascii_share = sum(map(rest.count, _ASCII)) / max(1, len(rest))
    latin = even + odd > 0.3 * len(head) / 2
    if min(even, odd) <= 0.05 * max(even, odd) and max(even, odd) >= 3 and (latin or ascii_share < 0.8):
        encoding = "utf-16-be" if even > odd else "utf-16-le"
        text = head[: len(head) // 2 * 2].decode(encoding, "replace")
        if sum((c.isprintable() and c != "\ufffd") or c.isspace() for c in text) >= (1 - _MANY) * len(text):
            return encoding
    raise UnreadableBytes("is binary, not text: give a plain text or Markdown file")


def _mostly_utf8(data: bytes) -> tuple[str, tuple[str, ...]] | None:
    """UTF-8 in which a few bytes are broken; None when another encoding is likelier."""
    single, halves = _SURROGATE.subn(b"\xff", data)
    text, warnings = _lenient(single, "utf-8", ())
    broken = text.count("\ufffd")
    whole = sum(1 for c in text if c > "\x7f") - broken + 2 * halves
    return (text, warnings) if whole >= broken and broken <= max(3, _FEW * len(text)) else None


def _telling(data: bytes) -> bytes:
    """The part of a file from the first byte that is not ASCII, whole words, for the rest tells nothing."""
    first = next(iter(_HIGH.finditer(data))).start()
    start = max(data.rfind(b" ", 0, first), data.rfind(b"\n", 0, first)) + 1 if first > _SAMPLE // 2 else 0
    part = data[start : start + _SAMPLE]
    cut = max(part.rfind(b"\n"), part.rfind(b" "))
    return part if start + _SAMPLE >= len(data) or cut <= 0 else part[:cut]


def _detected(data: bytes) -> tuple[str, tuple[str, ...]]:
    """What charset-normalizer makes of it, among the encodings of the web; cp1252 wins a tie."""
    from charset_normalizer import from_bytes  # 60 ms to import, and hardly ever needed

    found = list(from_bytes(_telling(data), cp_isolation=_WEB.split()))
    encoding = found[0].encoding if found else "cp1252"
    for match in found:
        level = match.chaos <= found[0].chaos and match.coherence >= found[0].coherence
        if level and "cp1252" in match.could_be_from_charset:
            encoding = "cp1252"
    warning = f"read as {encoding}, a guess: look at its accents and quotation marks"
    return _lenient(data, encoding, (warning,))

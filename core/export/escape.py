"""Article text -> Markdown that parses back to the same text, in every common dialect.

What is escaped is what any of CommonMark, GitHub, Pandoc or a maths extension could take for its own:
emphasis, links, HTML, code, tables, footnotes, strike-through, mentions, sub- and superscript, formulas,
entities and addresses that would become links by themselves. The text is never the start of a line (the
writer puts something of ours before it), so list, heading and rule signs need nothing.
"""

import re
import unicodedata
from collections.abc import Iterable

from core.safe import make_safe

_ACTIVE = re.compile(
    r"""[\\`*\[\]<>~|$@^#={}]            # always
      | (?<![^\W_])_|_(?![^\W_])          # not within a_name: no dialect bends half a word
      | &(?=[#\w])                       # an entity
      | :(?=[^\s\d])                     # a scheme, a shortcode; not the colon of a time
      | (?<=[^\W_])\.(?!(?i:txt|html?)\b)(?=[^\W\d_]{2})  # inside name.org; not U.S., a.m., 3.5 or a.txt
      | (?<=[wW]{3})\.                  # after www, whatever follows
    """,
    re.VERBOSE,
)
_SPACE = re.compile(r"\s+")

_SHORTENED = re.compile(r"\.[^\W\d_]\Z")
"""The end of "p.m" or "U.S": the point behind it is a part of it, and before a space bold may close there."""

Range = tuple[int, int]
"""First character and one past the last."""


def folded(text: str) -> str:
    """The text as an export holds it: a run of white space with a line end in it is one space.

    A hard-wrapped paragraph becomes one line; all other white space stays as it is.
    """
    return _SPACE.sub(lambda run: " " if "\n" in run.group() else run.group(), text)


def escape(text: str) -> str:
    """Write text as Markdown inline content that parses back to `folded(text)`.

    Args:
        text: Text made safe by `core.safe`; it may hold line ends.

    Returns:
        One line. It must not stand at the start of a line, nor beside white space that a parser trims.
    """
    return _ACTIVE.sub(r"\\\g<0>", folded(text)).replace("\t", "&#9;")


def escape_line(text: str) -> str:
    """Write a title, a name or a value as Markdown: made safe and set on one line first."""
    return escape(make_safe(text, one_line=True)[0])


def embolden(text: str, ranges: Iterable[Range]) -> str:
    """Write text as Markdown with some of its words in bold.

    CommonMark opens and closes emphasis only beside letters and digits in some places, so every range is
    drawn in to its first and last letter or digit; a range of signs alone stays plain.

    Args:
        text: As for `escape`.
        ranges: Characters of `text`, in any order; they may overlap.

    Returns:
        One line that parses back to `folded(text)`.
    """
    parts: list[str] = []
    at = 0
    for start, end in whole_words(text, ranges):
        parts += (escape(text[at:start]), "**", escape(text[start:end]), "**")
        at = end
    return "".join((*parts, escape(text[at:])))


def whole_words(text: str, ranges: Iterable[Range]) -> list[Range]:
    """The ranges drawn in to letters and digits, rising, never touching.

    Args:
        text: What they are characters of.
        ranges: In any order; they may overlap. Those with only white space between them become one.
    """
    joined: list[Range] = []
    for start, end in sorted(drawn for r in ranges if (drawn := _drawn_in(text, *r))):
        if joined and (start <= joined[-1][1] or text[joined[-1][1] : start].isspace()):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _drawn_in(text: str, start: int, end: int) -> Range | None:
    while start < end and not text[start].isalnum():
        start += 1
    last = end
    while end > start and not _ends_word(text[end - 1]):
        end -= 1
    if end < last and _SHORTENED.search(text, start, end) and text[end : end + 2] in (".", ". "):
        return start, end + 1
    while start < end < len(text) and unicodedata.category(text[end])[0] == "M":
        end += 1
    return (start, end) if start < end else None


def _ends_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "M"

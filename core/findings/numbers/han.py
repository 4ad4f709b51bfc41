"""Numbers and shares in Chinese characters: 二百五十, 三亿五千万, 三分之二, 百分之十, 三割, 七成."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from core.findings.language import lexicon
from core.findings.numbers.quantity import Found, Quantity, bounds, noun_after
from core.findings.text import Statement

_NUMBER = "〇零一二三四五六七八九十百千万億亿两"
_HAN = re.compile(f"[{_NUMBER}]+")
_ONES = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "億": 10**8, "亿": 10**8}
"""What multiplies all that stands before it."""
_COUNTED = frozenset(
    "人个個册冊本家名件台年月日週周歳岁円元倍度回次位头頭辆棟层階%％万亿億千百"
    "所间間座场場天条條艘架票分小隻只匹部张張枚株组組户戸戶"
)
"""What a lone character for a number stands before, if it counts."""
_ANY = f"[{_NUMBER}\\d.]+"
_SHARE = re.compile(
    rf"(?P<below>{_ANY})分(?:之|の)(?P<above>{_ANY})"
    rf"|(?P<tenths>{_ANY})(?:割(?:(?P<more>{_ANY})分)?|成(?!立|功|为|為|員|员|果|人|年|本|績|绩|长|長))"
    "|(?P<half>半数|半數|一半|過半数?|过半数?)"
)
ROUNDED = 2.5
"""Points by which a share told as a fraction may be rounded."""


class Figure(NamedTuple):
    """A number in Chinese characters."""

    start: int
    """First character, in the source's text."""
    end: int
    """One past the last."""
    value: float
    """What it is worth."""


def figures(statement: Statement) -> Iterator[Figure]:
    """Find the numbers of a sentence in characters; "one", "ten", "a hundred" are left out."""
    for match in _HAN.finditer(statement.text):
        text = match.group()
        after = statement.text[match.end() : match.end() + 1]
        before = statement.text[match.start() - 1 : match.start()] if match.start() else ""
        if before.isdigit() or text[0] in LARGE or (len(text) == 1 and after not in _COUNTED):
            continue
        value = worth(text)
        if value and text not in {"一", "十", "百", "千"}:
            start = statement.start + match.start()
            yield Figure(start, start + len(text), value)


def worth(text: str) -> float:
    """The worth of Chinese numerals: ones times small units, summed, times myriads."""
    if len(text) > 1 and all(c in _ONES for c in text):
        return float("".join(str(_ONES[c]) for c in text))
    total = section = digit = 0
    for c in text:
        if c in _ONES:
            digit = _ONES[c]
        elif c in _SMALL:
            section += (digit or 1) * _SMALL[c]
            digit = 0
        else:
            total += (section + digit) * LARGE[c]
            section = digit = 0
    return float(total + section + digit)


def shares(statement: Statement) -> list[Found]:
    """Find the shares of a sentence: two thirds, ten per cent, three tenths, a half."""
    found = []
    for match in _SHARE.finditer(statement.text):
        share = _share(match)
        if share is None or not 0 < share <= 100:
            continue
        start, end = statement.start + match.start(), statement.start + match.end()
        first, last = statement.tokens_in(start, end)
        before = [t.word for t in statement.tokens[max(0, first - 4) : first]]
        low, high = (
            (50.0, 100.0)
            if match.group()[0] in "過过"
            else bounds(before, share, share, lexicon(statement.language))
        )
        exact = match["below"] in {"百", "100"}
        around = ROUNDED * (low == high and not exact)
        noun = noun_after(statement.tokens, last)
        found.append((start, end, Quantity(low - around, high + around, share, "%", noun=noun)))
    return found


def _share(match: re.Match[str]) -> float | None:
    """The share of a match in per cent."""
    if match["half"]:
        return 50
    if match["below"]:
        below, above = _read(match["below"]), _read(match["above"])
        return 100 * above / below if below and above is not None else None
    tenths, more = _read(match["tenths"]), _read(match["more"] or "0")
    return None if tenths is None or more is None else 10 * tenths + more


def _read(text: str) -> float | None:
    """The worth of a number in digits or characters."""
    if any(c.isdigit() and c.isascii() for c in text):
        try:
            return float(text)
        except ValueError:
            return None
    return worth(text) if text and "." not in text else None

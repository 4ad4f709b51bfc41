"""Numbers in a sentence, written in digits or words, as plain values with their places."""

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from math import isfinite, log10

from core.findings.language import SPACELESS, Lexicon, lexicon
from core.findings.numbers import atoms, han
from core.findings.text import Statement
from core.frozen import frozen

_DIGITS = re.compile(
    r"\d(?<![\d.,:/]\d)(?<![^\W\u3040-\u9fff]\d)"
    r"(?:\d?(?:,\d{2})+,\d{3}(?:\.\d+)?"
    r"|\d{0,2}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?|\d*(?:[.,]\d{3})*(?:[.,]\d+)?)(?!\d)"
)
"""Begins with a digit and looks back from there, so that a search skips to the digits. Indian: 1,50,000."""
_SPACES = re.compile(r"[ \u00a0\u202f\u2009'’]")
_HAN = frozenset({"zh", "ja"})
_TEXT2NUM = frozenset({"en", "es", "fr", "pt", "nl", "de", "it"})
_ORDINAL = re.compile(r"(?:(?:st|nd|rd|th|er|ère|e|ème|º|ª)|-(?:е|й|я|го|му|м))\b", re.IGNORECASE)
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_AND_A_HALF = " and a half"
_HALF_BEHIND = re.compile(rf"[{''.join(_PARTS)}]|{_AND_A_HALF}", re.IGNORECASE)
_SIDE = re.compile(r"\s?و?")
MARGIN = 2
"""Words beside the number words of a sentence that may tell how these are meant."""
VAGUE = 1e6
"""The magnitude from which a word for it rounds."""
_NOTE = re.compile(r"(?<!\s)\[(\d{1,3})\]|\b(?:UPDATE|WRAPUP) (\d{1,2})-")
"""The mark of a footnote, behind a word or before a sentence, and of an agency's version: nothing told."""
_SIGNS = frozenset("$£€¥₹")
_CODE = re.compile(r"\b[A-Z]{3}$")
_DECIMAL_COMMA = frozenset({"de", "fr", "es", "pt", "it", "nl", "ru"})


@frozen()
class Numeral:
    """A number where it stands."""

    start: int
    """First character, in the source's text."""
    end: int
    """One past the last."""
    value: float
    """What it is worth, magnitude words included."""
    step: float
    """The worth of its last digit: 3.4 million -> 100,000."""
    ordinal: bool = False
    """Whether it ranks (third, 7th)."""
    words: bool = False
    """Whether it is written in words."""
    vague: bool = False
    """Whether a magnitude word rounds it (3 million), so that it stands for half a step on either side."""
    times: float = 1
    """The worth of the magnitude words behind it."""


class _Word(str):
    """A token as text2num wants it."""

    __slots__ = ()
    text = str.__str__  # without a call in Python for each
    apart = False

    def nt_separated(self, previous: object) -> bool:
        del previous
        return self.apart

    def not_a_number_part(self) -> bool:
        return False


class _Apart(_Word):
    """One that a mark parts from the token before it."""

    __slots__ = ()
    apart = True


def numerals(statement: Statement) -> list[Numeral]:
    """Find the numbers of a sentence.

    Args:
        statement: The sentence.

    Returns:
        The numbers, rising, never overlapping; "one", "a" and bare magnitudes ("a million") are left out, and
        so are those beyond any float, some 309 digits.
    """
    table, language = lexicon(statement.language).values("magnitude"), statement.language
    written = [_with_half(statement, n) for n in _written(statement)]
    if not written:
        return written
    if language in _HAN or not statement.words.isdisjoint(table):
        written = [_scaled(statement, n, table) for n in written]
    found = [n for n in written if isfinite(n.value)]
    free: list[Numeral] = []
    for n in sorted(found, key=lambda n: (n.start, -n.end)):
        if not free or n.start >= free[-1].end:
            free.append(n)
    if language in _TEXT2NUM or language in SPACELESS:
        return free
    return _together(free, statement.text, statement.start)


def _with_half(statement: Statement, n: Numeral) -> Numeral:
    """A number with the half behind it: "two and a half million", "2½ hours"."""
    behind = _HALF_BEHIND.match(statement.text, n.end - statement.start)
    if behind is None or n.ordinal or n.value % 1:
        return n
    part = _PARTS.get(behind.group(), 0.5)
    return replace(n, end=statement.start + behind.end(), value=n.value + part, step=0.1)


def _written(statement: Statement) -> Iterator[Numeral]:
    words = lexicon(statement.language)
    if statement.digits:
        yield from _digits(statement)
    if statement.language in _TEXT2NUM:
        spoken = words.words("spoken")
        if not spoken or not statement.words.isdisjoint(spoken):
            yield from _words(statement, words)
        yield from _ranks(statement, words)
        if not statement.words.isdisjoint(words.words("half_a")):
            yield from _halves(statement, words)
    elif statement.language in _HAN:
        for start, end, value in han.figures(statement):
            yield Numeral(start, end, value, 1, words=True)
    else:
        yield from _spoken(statement)
        yield from _ranks(statement, words)


def _digits(statement: Statement) -> Iterator[Numeral]:
    noted = "[" in statement.text or "UP" in statement.text
    notes = {m.start(m.lastindex or 0) for m in _NOTE.finditer(statement.text)} if noted else set()
    for match in _DIGITS.finditer(statement.text):
        if match.start() in notes:
            continue
        printed = match.group()
        if " " in printed and statement.language == "en":
            printed = printed.split(" ")[0]
        end = match.start() + len(printed)
        value, step = _value(printed, statement.language)
        ordinal = _ORDINAL.match(statement.text, end)
        if ordinal and not (statement.language != "en" and ordinal.group() in {"e", "er"} and value > 99):
            yield Numeral(statement.start + match.start(), statement.start + ordinal.end(), value, 1, True)
        else:
            yield Numeral(statement.start + match.start(), statement.start + end, value, step)


def _value(printed: str, language: str) -> tuple[float, float]:
    """Value and step of digits as printed; the last of two kinds of sign is the decimal one."""
    if printed.isdecimal():
        return float(printed), 1
    text = _SPACES.sub("", printed)
    signs = [c for c in text if c in ".,"]
    if not signs:
        return float(text), 1
    last = signs[-1]
    behind = len(text) - text.rindex(last) - 1
    group = "." if language in _DECIMAL_COMMA else ","
    if len(set(signs)) == 2:
        decimal = last
    elif len(signs) > 1 or (behind == 3 and last == group):
        decimal = ""
    else:
        decimal = last
    plain = "".join("." if c == decimal else c for c in text if c.isdigit() or c == decimal)
    return float(plain), 10.0**-behind if decimal else 1


def _words(statement: Statement, words: Lexicon) -> Iterator[Numeral]:
    from text_to_num import find_numbers  # native, 10 ms; only where there is something to compare

    spoken, ordinals, magnitudes = words.words("spoken"), words.values("ordinal"), words.values("magnitude")
    near = _near(statement, spoken, words.values("ones"))
    tokens, gaps = statement.tokens[near], statement.gaps[near]
    parted = [len(gap) > 1 and gap[-2] in ",;:.()" for gap in gaps]
    spaced = [(_Apart if apart else _Word)(t.text) for t, apart in zip(tokens, parted, strict=True)]
    for hit in find_numbers(spaced, statement.language, 0):
        run = tokens[hit.start : hit.end]
        told = [t.word for t in run]
        lone = (hit.value == 1 and not hit.is_ordinal) or (spoken and spoken.isdisjoint(told))
        if lone and not statement.text.startswith(_AND_A_HALF, run[-1].end - statement.start):
            continue
        if any(word[0].isdigit() for word in told) or (len(told) == 1 and told[0] in magnitudes):
            continue
        if hit.is_ordinal or told[-1] not in ordinals:
            value = float(hit.value)
            yield Numeral(run[0].start, run[-1].end, value, 1, hit.is_ordinal, True, value >= 1e6)


def _near(statement: Statement, spoken: frozenset[str], small: Container[str]) -> slice:
    """The tokens from before the first number word to behind the last; all where these are not listed."""
    if not spoken:
        return slice(None)
    told = [n for n, word in enumerate(statement.sequence) if word in spoken or word in small]
    return slice(max(0, told[0] - MARGIN), told[-1] + MARGIN + 1)


def _ranks(statement: Statement, words: Lexicon) -> Iterator[Numeral]:
    """Ranks that text2num leaves out, as they are units as well: "terminó segundo"."""
    ranks = words.values("rank")
    if statement.words.isdisjoint(ranks):
        return
    articles, tokens = words.words("one"), statement.tokens
    for n, token in enumerate(tokens):
        if token.word in ranks and (n == 0 or tokens[n - 1].word not in articles):
            yield Numeral(token.start, token.end, float(ranks[token.word]), 1, True, True)


def _halves(statement: Statement, words: Lexicon) -> Iterator[Numeral]:
    """The half before a million, which text2num leaves out: "half a million", "eine halbe Million"."""
    tokens = statement.tokens
    for n in [n for n, t in enumerate(tokens[:-1]) if t.word in words.words("half_a")]:
        last = n + (tokens[n + 1].word == "a")
        large = tokens[last + 1].word if last + 1 < len(tokens) else ""
        whole = [t.word for t in tokens[max(0, n - 2) : n]]  # "one and a half million"
        if len(large) > 2 and large in words.values("magnitude") and whole != ["and", "a"]:
            yield Numeral(tokens[n].start, tokens[last].end, 0.5, 0.1, words=True)


def _spoken(statement: Statement) -> Iterator[Numeral]:
    """Number words of languages that text2num lacks."""
    for n in atoms.spoken(statement):
        vague = n.step >= VAGUE
        yield Numeral(n.tokens[0].start, n.tokens[-1].end, n.value, n.step, words=True, vague=vague)


def _together(found: list[Numeral], text: str, at: int) -> list[Numeral]:
    """Two side by side as one, where the first counts by more than the second: 2 lakh 50 thousand."""
    joined: list[Numeral] = []
    for n in found:
        before = joined[-1] if joined else None
        if before and before.step > n.value and _SIDE.fullmatch(text[before.end - at : n.start - at]):
            value = before.value + n.value
            joined[-1] = replace(n, start=before.start, value=value, ordinal=False)
        else:
            joined.append(n)
    return joined


def _scaled(statement: Statement, numeral: Numeral, table: dict[str, str]) -> Numeral:
    """The same number with the magnitude words behind it ("mil millones" takes two)."""
    _, at = statement.tokens_in(numeral.start, numeral.end)
    n, factor, end = at, 1.0, numeral.end
    tokens = statement.tokens
    while n < len(tokens) and not numeral.ordinal and tokens[n].word in table:
        between = statement.text[end - statement.start : tokens[n].start - statement.start]
        glued = between in {"", "-"}  # "$250M", "$250-M"
        if tokens[n].start - end > 1 or (len(tokens[n].word) == 1 and not glued):
            break
        if tokens[n].word == "m" and not _counts_millions(statement, numeral, n):
            break
        factor, end, n = factor * float(table[tokens[n].word]), tokens[n].end, n + 1
    if statement.language in _HAN:
        while (c := statement.text[end - statement.start : end - statement.start + 1]) and c in han.LARGE:
            factor, end = factor * han.LARGE[c], end + 1
    if factor == 1:
        return numeral
    scaled = numeral.value * factor
    vague = scaled >= 1e6 or log10(factor) >= 6
    return Numeral(numeral.start, end, scaled, numeral.step * factor, False, numeral.words, vague, factor)


def _counts_millions(statement: Statement, numeral: Numeral, at: int) -> bool:
    """Whether "m" means millions: behind a currency or before another word, but not in "1.8m tall"."""
    before = statement.text[: numeral.start - statement.start].rstrip()
    money = before[-1:] in _SIGNS or _CODE.search(before) is not None
    if money or at + 1 >= len(statement.tokens):
        return money
    return statement.tokens[at + 1].word not in lexicon(statement.language).words("measured")

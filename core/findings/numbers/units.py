"""What a number is of by the words beside it: a share, money, a measure, and per what."""

import re
from collections.abc import Sequence

from core.findings.language import Lexicon
from core.findings.numbers.numerals import Numeral
from core.findings.text import Statement, Token

SIGNS = {"$": "usd", "£": "gbp", "€": "eur", "¥": "jpy", "₹": "inr"}
CODES = {
    "eur": "eur",
    "usd": "usd",
    "gbp": "gbp",
    "jpy": "jpy",
    "chf": "franc",
    "inr": "inr",
    "rs": "inr",
    "rub": "rub",
}
CODES |= {"sek": "crown", "nok": "crown", "dkk": "crown", "czk": "crown", "cny": "cny", "brl": "brl"}
CODES |= {"aud": "aud", "cad": "cad", "nzd": "nzd", "hkd": "hkd", "sgd": "sgd", "mxn": "peso"}
"""Codes and signs of money, and the currencies that names of them are read as."""
_DOLLAR = {
    "R": "brl",
    "MX": "peso",
    "A": "aud",
    "AU": "aud",
    "C": "cad",
    "CA": "cad",
    "NZ": "nzd",
    "HK": "hkd",
}
_DOLLAR |= {"S": "sgd", "US": "usd"}
"""Letters before a dollar sign, and whose money they make it."""
_POUNDS = frozenset({"pound", "pounds"})
OWNERS, CODE = 2, 3
"""Words that may say whose a currency is, and letters of the code of one that is always somebody's."""
STOP = 2
"""Characters between such words: "U.S. dollars"."""
LETTERS = 7
"""Characters of a measure in a script without spaces."""
WEIGHED = 4
"""Words that end with a number in which it is told that something weighs so much."""
POINTS = "points"
"""The class of differences between two shares: "up five percentage points"."""
_SIGN = re.compile(r"(?:(?<![A-Z])([A-Z]{1,2}))?([$£€¥₹])$")

_PERCENT = re.compile(r"\s*(?:[%％]|パーセント)")
_DEGREES = re.compile(r"\s?[°º]\s?[CF]?\b|\s?[°º]|[\s-]degrees?\s(?:[Cc]elsius|[Ff]ahrenheit|[CF]\b)|[CF]\b")


_MINUS = re.compile(r"(?:^|[\s(])((?:[Mm]inus|[Mm]oins|[Mm]enos|[Mm]eno|минус)\s|[-−–])$")
_BELOW = re.compile(
    r"\s(?:below (?:zero|freezing)|unter (?:Null|null)|bajo cero|sotto (?:lo )?zero|abaixo de zero|sous zéro)"
)


Named = tuple[str, float, int, int]
"""Class, factor to base units, end of the span, first token after the unit."""


def unit_of(statement: Statement, n: Numeral, after: int, first: int, words: Lexicon) -> Named:
    """What a number is of, by the words on either side."""
    if n.ordinal:
        return "rank", 1, n.end, after
    tokens, text, at = statement.tokens, statement.text, n.end - statement.start
    if sign := _PERCENT.match(text, at):
        end = statement.start + sign.end()
        return "%", 1, end, max(after, statement.tokens_in(n.start, end)[1])
    behind = statement.sequence[after : after + 2]
    if not words.ends("percent", "points").isdisjoint(behind):
        for size in range(len(behind), 0, -1):
            phrase, end = " ".join(behind[:size]), after + size
            if phrase in words.words("percent", "points"):
                return "%" if phrase in words.words("percent") else POINTS, 1, tokens[end - 1].end, end
    before = text[: (tokens[first].start if first < len(tokens) else n.start) - statement.start].rstrip()
    money = _signed(before) or (CODES.get(tokens[first - 1].word) if first else None)
    if money:
        return f"money:{money}", 1, n.end, after
    degrees = _DEGREES.match(text, at)
    if not degrees:
        return named_unit(tokens, n, after, words)
    end = statement.start + degrees.end()
    return "angle", 1, end, statement.tokens_in(n.start, end)[1]


def named_unit(tokens: Sequence[Token], n: Numeral, after: int, words: Lexicon) -> Named:
    """The same for what a word behind the number names: a coin, a currency, a measure; else a count."""
    if after + 1 < len(tokens) and tokens[after].word in {"de", "d", "di", "من"}:  # "mil millones de euros"
        after += 1
    name = tokens[after].word if after < len(tokens) else ""
    weighed = name in _POUNDS and _weighed(tokens, after, words)
    found = _unspaced(tokens, after, words) if words.values("measure") else None
    money = name in words.values("currency") or name in words.values("coin")
    if name and not weighed and (money or tokens[after].text[0].isupper()):
        found = found or _money_of(tokens, n, after, words)
    if found:
        return found
    measure = "mass:.4536" if weighed else words.values("unit").get(name)
    near = after < len(tokens) and (tokens[after].start - n.end <= 1 or tokens[after - 1].word == "من")
    if measure and near:
        dimension, factor = measure.split(":")
        if dimension == "length" and (size := _hourly(tokens, after, words)):
            return "speed", float(factor) / 3600, tokens[after + size].end, after + size + 1
        return dimension, float(factor), tokens[after].end, after + 1
    return "count", 1, n.end, after


def _unspaced(tokens: Sequence[Token], after: int, words: Lexicon) -> Named | None:
    """The longest measure behind a number in a script without spaces."""
    listed = words.values("measure")
    for size in range(min(LETTERS, len(tokens) - after), 0, -1):
        run = tokens[after : after + size]
        if measure := listed.get("".join([t.word for t in run])):
            dimension, _, factor = measure.rpartition(":")
            return dimension, float(factor), run[-1].end, after + size
    return None


def _money_of(tokens: Sequence[Token], n: Numeral, after: int, words: Lexicon) -> Named | None:
    """The money behind a number, with whose it is: "50p", "Swiss francs", "US dollars"."""
    currency = words.values("currency")
    for last in range(after, min(after + OWNERS + 1, len(tokens))):
        token = tokens[last]
        coin = words.values("coin").get(token.word)
        if coin and last == after and (len(token.word) > 1 or token.start == n.end):
            code, factor = coin.split(":")
            return f"money:{code.lower()}", float(factor), token.end, after + 1
        if last > after and token.start - tokens[last - 1].end > STOP:
            break
        if named := currency.get(token.word):
            whose = " ".join([t.word for t in tokens[after:last]])
            several = "" if whose and len(named) == CODE else named  # whose pounds, if not the British?
            money = words.values("issuer").get(whose, several)
            return (f"money:{money}", 1, token.end, last + 1) if money else None
        if not token.text[0].isupper():
            break
    return None


def _weighed(tokens: Sequence[Token], after: int, words: Lexicon) -> bool:
    """Whether pounds behind a number are no money: "50 pounds of rice", "weighs 90 pounds"."""
    if after + 1 < len(tokens) and tokens[after + 1].word == "of":
        return True
    return not words.words("weighing").isdisjoint([t.word for t in tokens[max(0, after - WEIGHED) : after]])


def _hourly(tokens: Sequence[Token], at: int, words: Lexicon) -> int:
    """How many words behind a length make it a speed: "an hour", or "h" over a slash; none if it is none."""
    behind = tokens[at + 1 : at + 3]
    if " ".join(t.word for t in behind) in words.words("hourly"):
        return 2
    return int(bool(behind) and behind[0].word in {"h", "ч"} and behind[0].start - tokens[at].end == 1)


def _signed(before: str) -> str | None:
    """The money of the sign at the end of a text, with the letters before it: R$, A$."""
    if before[-1:] not in SIGNS:
        return None
    sign = _SIGN.search(before, max(0, len(before) - 4))
    if sign is None:
        return None
    return _DOLLAR.get(sign[1], sign[1].lower()) if sign[1] and sign[2] == "$" else SIGNS[sign[2]]


def sign_start(statement: Statement, start: int) -> int:
    """Where the currency sign or code before an amount begins."""
    before = statement.text[: start - statement.start]
    bare = before.rstrip()
    sign = _SIGN.search(bare, max(0, len(bare) - 4))
    if sign is not None:
        return statement.start + (sign.start() if sign[2] == "$" else sign.start(2))
    return statement.start + len(bare) - 3 if bare[-3:].lower() in CODES else start


def below_zero(statement: Statement, start: int, end: int) -> int | None:
    """Where a temperature below zero begins, sign or word included: "minus 10", "-10", "10 below zero"."""
    sign = _MINUS.search(statement.text, max(0, start - statement.start - 7), start - statement.start)
    if sign:
        return statement.start + sign.start(1)
    return start if _BELOW.match(statement.text, end - statement.start) else None


def rate_of(statement: Statement, after: int, words: Lexicon) -> str:
    """Per what, if a rate follows within three words: "a year", "per month", "daily"."""
    near = statement.sequence[after : after + 4]
    if words.ends("rate").isdisjoint(near):
        return ""
    phrases = [*near, *(" ".join(near[n : n + 2]) for n in range(len(near) - 1))]
    period = next((p.split()[-1] for p in phrases if p in words.words("rate")), "")
    return words.values("period").get(period, period)

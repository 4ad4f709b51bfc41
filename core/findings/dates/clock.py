"""Times of day in the words of a language: "10 in the morning", "às 17h", "halb sechs", "下午5时30分"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from core.findings.dates.when import When
from core.findings.language import SPACELESS, Lexicon, lexicon
from core.findings.text import Statement, Token

_HAN = re.compile(
    "(?P<day>上午|早上|清晨|凌晨|午前|下午|午後|晚上|傍晚|夜)?"
    "(?P<hour>[0-9]{1,2}|[一二三四五六七八九十两]{1,3})(?:点|點|时|時(?!間))"
    "(?:(?P<half>半)|(?P<minute>[0-9]{1,2}|[一二三四五六七八九十]{1,3})分)?"
)
_HAN_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"两": 2}
_LATE = frozenset({"下午", "午後", "晚上", "傍晚", "夜"})
_DIGITS = re.compile(r"(\d{1,2})(?:[.:](\d\d))?")
_VAGUE = (("clock_before", 60, 0), ("clock_after", 0, 60), ("clock_about", 20, 20))
"""Lists of words before a time, and the minutes by which it may have been earlier and later."""
NAMED = 3
"""Words behind an hour in which its day and a part of that are named."""
LED = 12
"""Words before an hour in which a rule says that it sets it."""
QUARTER = 15
"""Minutes of a quarter of an hour."""
BEHIND = 5
"""Words behind an hour that tell whether it is one: "heures de l'après-midi"."""


def spoken(statement: Statement) -> list[tuple[int, int, When]]:
    """Find times of day in words.

    Returns:
        First character and one past the last, in the sentence, and the time.
    """
    if statement.language in SPACELESS:
        return [f for m in _HAN.finditer(statement.text) if (f := _of_han(m)) is not None]
    if statement.words.isdisjoint(telling(statement.language)):
        return []
    words, tokens, gaps = lexicon(statement.language), statement.tokens, statement.gaps
    hours, found = words.values("hour"), []
    told = [n for n, word in enumerate(statement.sequence) if n and (word in hours or word[0].isdigit())]
    for n in told:
        glued = n + 1 < len(tokens) and not gaps[n + 1]  # "17h30" is for the grammar of dates
        hour = None if glued else _hour(tokens[n], words)
        timed = _timed(tokens, n, words) if hour is not None else None
        if hour is not None and timed is not None:
            first, last, day, more = timed
            when = _when(hour + more - 30 * (tokens[first].word in words.words("half_before")), day)
            found.append((tokens[first].start - statement.start, tokens[last].end - statement.start, when))
    return found


def vague(statement: Statement, first: int, when: When) -> When:
    """A time with the minutes around it that the words before it leave open: "shortly before", "around"."""
    words, before = lexicon(statement.language), statement.tokens[max(0, first - 3) : first]
    said = {" ".join(t.word for t in before[n:]) for n in range(len(before))}
    for key, early, late in _VAGUE:
        if not words.words(key).isdisjoint(said):
            limit = key != "clock_about" and _ruled(statement, first, words)
            return replace(when, early=early, late=late, limit=limit)
    return replace(when, limit=True) if not words.words("till").isdisjoint(said) else when


def _ruled(statement: Statement, first: int, words: Lexicon) -> bool:
    """If a rule sets the hour behind "by" or "after": "must close by 1 a.m.", "may not land after 11"."""
    ruling = words.words("ruling")
    if statement.words.isdisjoint(ruling):
        return False
    at = next((n for n in range(first, max(0, first - LED), -1) if statement.gaps[n].strip()), first - LED)
    told = [t.word for t in statement.tokens[max(0, at) : first]]
    denied = not words.words("negator", "nobody", "no").isdisjoint(told)
    return any(w in ruling and (denied or w != "may") for w in told)


@cache
def telling(language: str) -> frozenset[str]:
    """Words of which every time of day in words has one."""
    words = lexicon(language)
    phrases = words.words("clock_mark", "half_before", "clock_at") | frozenset(words.values("half_day"))
    phrases |= frozenset(words.values("hour_part")) | frozenset(words.values("hour_lead"))
    return frozenset(w for phrase in phrases for w in phrase.split()[-1:])


def _hour(token: Token, words: Lexicon) -> int | None:
    """Minutes after midnight, or after noon, of an hour in digits or in a word."""
    digits = _DIGITS.fullmatch(token.text) if token.text[0].isdigit() else None
    if digits:
        hour, minute = int(digits[1]), int(digits[2] or 0)
        return 60 * hour + minute if hour < 25 and minute < 60 else None
    named = words.values("hour").get(token.word)
    return 60 * int(named) if named else None


def _timed(tokens: Sequence[Token], n: int, words: Lexicon) -> tuple[int, int, str, int] | None:
    """First and last token of a time whose hour is the n-th, its half of the day, and the minutes beside it.

    None if it is no time. Minutes stand behind in a phrase, "y media", or in two digits, "14 heures 30".
    """
    sure = {"às"} & {tokens[n - 1].text.lower()} or _led(tokens, n, words.words("clock_at"))
    led = sure or tokens[n - 1].word in words.words("clock_by")
    marked = _phrase(tokens, n + 1, words.words("clock_mark"))
    parts = words.values("hour_part")
    part = _phrase(tokens, n + marked + 1, frozenset(parts))
    more = int(parts[" ".join(t.word for t in tokens[n + marked + 1 : n + marked + 1 + part])]) if part else 0
    behind = n + marked + part
    next_ = tokens[behind + 1 : behind + 3] if marked and not part else ()
    if next_ and re.fullmatch("[0-5][0-9]", next_[0].text):
        behind, more, next_ = behind + 1, int(next_[0].text), next_[1:]
    if any(words.values("unit").get(t.word) == "time:60" for t in next_) or (
        next_ and next_[0].text[0].isdigit()
    ):
        return None  # "acht Uhr vierzig Minuten": to the minute, which is not read
    days = words.values("half_day")
    before = days.get(tokens[n - 1].word, "") if marked else ""
    size = 0 if before else _phrase(tokens, behind + 1, frozenset(days))
    day = days[" ".join(t.word for t in tokens[behind + 1 : behind + 1 + size])] if size else before
    named = "" if day or not led else _half_named(tokens[behind + 1 : behind + 1 + NAMED], days)
    first = n - bool(before) if before else n - (tokens[n - 1].word in words.words("half_before"))
    if first == n and (lead := _minutes_before(tokens, n, words)):
        first, more = n - 2, lead
    alone = marked and bool(words.words("clock_sure"))
    if first < n or alone or sure or (led and (marked or size or part or named)):
        return first, behind + size, day or named, more
    return None


def _minutes_before(tokens: Sequence[Token], n: int, words: Lexicon) -> int:
    """The minutes that two words before an hour put it off, "Viertel nach", "kwart voor"; 0 without them.

    "Zehn vor" may stand before any number: a word that leads to an hour stands before it.
    """
    lead = int(words.values("hour_lead").get(" ".join(t.word for t in tokens[max(0, n - 2) : n]), 0))
    sure = abs(lead) == QUARTER or (n > 2 and tokens[n - 3].word in words.words("clock_by"))
    return lead if sure else 0


def _half_named(behind: Sequence[Token], days: dict[str, str]) -> str:
    """The half of the day that is told with its day: "at ten on Tuesday morning"."""
    said = {t.word for t in behind if t.text.islower()}
    return next((half for phrase, half in days.items() if phrase.split()[-1] in said), "")


def _led(tokens: Sequence[Token], n: int, phrases: frozenset[str]) -> bool:
    return any(" ".join(t.word for t in tokens[max(0, n - size) : n]) in phrases for size in (1, 2))


def _phrase(tokens: Sequence[Token], n: int, phrases: frozenset[str]) -> int:
    """Words of the longest of some phrases that stands from the n-th word on; 0 for none."""
    run = [t.word for t in tokens[n : n + BEHIND]]
    return next((size for size in range(len(run), 0, -1) if " ".join(run[:size]) in phrases), 0)


def _when(minute: int, day: str) -> When:
    """A time, moved into its half of the day; without one an hour before one o'clock may be twelve later."""
    late = day == "pm" or (day == "night" and minute >= 360)
    if day and minute < 780:
        minute = minute % 720 + 720 * late
    return When(minute=minute % 1440, half=not day and minute < 780)


def _of_han(match: re.Match[str]) -> tuple[int, int, When] | None:
    hour, minute = _han(match["hour"]), 30 if match["half"] else _han(match["minute"] or "0")
    if hour > 24 or minute > 59:
        return None
    day = "" if match["day"] is None else "pm" if match["day"] in _LATE else "am"
    return match.start(), match.end(), _when(60 * hour + minute, day)


def _han(text: str) -> int:
    """The worth of a number under a hundred."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (10 * (_HAN_DIGITS.get(tens, 1)) if ten else 0) + _HAN_DIGITS.get(ones, 0)

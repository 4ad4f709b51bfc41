"""Lines that tell outlet, author and day of an article, or the first two, and nothing else.

They are known by their parts: what stands between commas, stops, bars and dashes is a date, an author or a
name. A lead that begins with place and agency is none: words with small letters follow.
"""

import re
from itertools import pairwise
from typing import NamedTuple

LONGEST = 100
"""Characters of such a line."""
PARTICLE = 3
"""Most letters of a small word among names: de, van, and, for, the."""
_NAME_WORDS, _NAME_CHARS = 5, 40
"""Longest name of an outlet or a place; where letters have no case, half as many characters."""

BY = frozenset(["by", "von", "par", "por", "di", "door", "av", "af", "от", "بقلم", "记者", "文"])
"""Words before the name of an author."""
_FROM = frozenset(["from", "aus", "de", "da", "dal", "van", "från", "fra"])
"""Words before a role: "from our correspondent", never before a mere name."""
_ROLE = re.compile(
    r"(?:correspond|korrespond|corrispond|correspons|reporter|repórter|redak|redac|redaç|redaz|rédac|editor|writer|staff|journalist|"
    r"periodist|agenc|agentur|agenz|newsroom|desk$|envoyé|enviad|inviat|verslaggev|корреспондент|редакци|مراسل)",
    re.IGNORECASE,
)
"""How the words begin that name somebody who writes for an outlet."""
_OWN = frozenset(
    [
        "our",
        "unserem",
        "unserer",
        "unseren",
        "notre",
        "nuestro",
        "nuestra",
        "nosso",
        "nossa",
        "nostro",
        "nostra",
        "onze",
        "vår",
        "vores",
        "нашего",
    ]
)
_PUBLISHED = re.compile(
    r"(?:published|updated|posted|modified|last$|first$|edition|aktualisiert|veröffentlicht|zuletzt|stand$|publié|actualis|jour$|"
    r"modifié|publicad|actualiza|atualiza|pubblicat|aggiornat|gepubliceerd|bijgewerkt|publicerad|uppdaterad|"
    r"opublikowano|aktualizacja|опубликовано|обновлено|نشر|تحديث|प्रकाशित|अपडेट)",
    re.IGNORECASE,
)
"""How the words begin that say when an article came out."""
_CALENDAR = re.compile(
    r"(?:jan|feb|fév|mar|mär|maart|mrt|apr|abr|avr|may[ao]?$|maio?$|maj$|mei$|mag|jun|jui|jul|giu|lug|aug|ago|aoû|sep|set|oct|okt|ott|out|"
    r"nov|dec|dez|déc|dic|gen|ene|янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|"
    r"أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|जन|फ़र|फर|मार्च|अप्र|मई|जून|जुल|अग|सित|अक्ट|नव|दिस)[^\W\d_]{0,7}$",
    re.IGNORECASE,
)
"""Names of months."""
_WEEKDAY = re.compile(
    r"(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|lundi|mardi|mercredi|"
    r"jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:segunda|terça|quarta|quinta|sexta)"
    r"(?:-feira)?|(?:lune|marte|mercole|giove|vener)dì|sabato|domenica|(?:maan|dins|woens|donder|vrij|zater|zon)dag|понедельник|"
    r"вторник|среда|четверг|пятница|суббота|воскресенье)$",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_DAY = re.compile(r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|º|\.)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_TIME = re.compile(
    r"(?:[01]?\d|2[0-3])(?:[:.h]|h )[0-5]\d(?:[:.][0-5]\d)?(?:h|am|pm|z)?|\d{1,2}(?:am|pm|h)|"
    r"(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:\d\d)?\d\d|(?:\d{4}年)?\d{1,2}月\d{1,2}日",
    re.IGNORECASE,
)
"""What is a time or a whole date by itself."""
_HOUR_WORDS = frozenset(
    [
        "a.m.",
        "p.m.",
        "a.m",
        "p.m",
        "am",
        "pm",
        "uhr",
        "h",
        "heures",
        "horas",
        "ore",
        "uur",
        "kl",
        "gmt",
        "utc",
        "cet",
        "cest",
        "est",
        "edt",
        "pst",
        "pdt",
        "bst",
        "ist",
    ]
)
_PART = re.compile(r"[,;|·•\n–—()，、；：]|(?:(?<=[^\W\d_]{3})|(?<=\d{4}))\.(?=\s)|(?<=\s)[-/](?=\s)|:(?=\s)")


class Part(NamedTuple):
    """What stands between two signs of a line."""

    dated: bool
    """Whether it tells a day or a time."""
    told: bool
    """Whether it says "by" or "updated"."""


def is_dateline(text: str, *, told: bool = False) -> bool:
    """Whether a line tells outlet, place, author and day and nothing else, and a day or a time among them.

    Args:
        text: A short block without marks around it; lines of it count as parts.
        told: Whether "by", "published" or "updated" must stand in it, too, as at the foot of an article,
            where a place and a date may well be news.
    """
    if len(text) > LONGEST or not _DIGIT.search(text):
        return False
    parts = [_part(words) for part in _PART.split(text) if (words := part.split())]
    known = [part for part in parts if part is not None]
    return (
        len(known) == len(parts) and any(p.dated for p in known) and (not told or any(p.told for p in known))
    )


def is_byline(text: str) -> bool:
    """Whether a line tells an outlet and who wrote for it: "Oster Post, by Tilda Moor", "…, staff reporters".

    Args:
        text: A short block on one line, without marks around it.
    """
    if len(text) > LONGEST or _DIGIT.search(text):
        return False
    parts = [words for part in _PART.split(text) if (words := part.split())]
    return len(parts) > 1 and any(map(_is_author, parts)) and all(_part(words) for words in parts)


def _is_author(words: list[str]) -> bool:
    """Whether a part tells an author by "by" or "from" with a role or a full name, or by roles alone."""
    first, *rest = words
    role = any(map(_ROLE.match, rest))
    if first.lower() in BY:
        return role or any(a[0].isupper() and b[0].isupper() for a, b in pairwise(rest))
    if first.lower() in _FROM:
        return role
    return role and all(_ROLE.match(word) or word.lower() in _OWN for word in words)


def is_hour(text: str) -> bool:
    """Whether a short line tells an hour and nothing but its day besides: 09:40, 18.47 Uhr."""
    if len(text) > LONGEST or not _DIGIT.search(text):
        return False
    words = [word.strip(",") for word in text.split()]
    return any(_TIME.fullmatch(word) for word in words) and all(map(_is_of_date, words))


def _part(words: list[str]) -> Part | None:
    """A part as a date, an author, a name, or an author with a date; None when it is something else."""
    rest = [word for word in words if not _is_of_date(word)]
    numbers = [word for word in words if word not in rest and any(c.isdigit() for c in word)]
    dated = any(_TIME.fullmatch(n) for n in numbers) or (
        any(_DAY.fullmatch(n) for n in numbers) and any(_CALENDAR.match(w.rstrip(".")) for w in words)
    )
    long = [word for word in rest if len(word) > PARTICLE]
    told = any(_PUBLISHED.match(word) for word in rest)
    if numbers and not long:
        return Part(dated, told)
    author = words[0].lower() in BY or (words[0].lower() in _FROM and any(map(_ROLE.match, rest)))
    if numbers and not (dated and (author or told)):
        return None
    return Part(dated, told or author) if _is_name(rest, author=author) else None


def _is_of_date(word: str) -> bool:
    bare = word.rstrip(".").lower()
    return bool(
        _DAY.fullmatch(word)
        or _YEAR.fullmatch(word)
        or _TIME.fullmatch(word)
        or bare in _HOUR_WORDS
        or word.lower() in _HOUR_WORDS
        or _CALENDAR.match(bare)
        or _WEEKDAY.match(bare)
    )


def _is_name(words: list[str], *, author: bool) -> bool:
    """Whether words are a name, an author or a role: all but small ones have capitals."""
    if len(words) > _NAME_WORDS + author or sum(map(len, words)) > _NAME_CHARS:
        return False
    cased = any(word != word.swapcase() for word in words)
    if not cased and sum(map(len, words)) > _NAME_CHARS // 2:
        return False
    has_role = any(map(_ROLE.match, words))
    return all(
        not word[0].islower()
        or len(word) <= PARTICLE
        or word.lower() in BY | _OWN
        or _ROLE.match(word)
        or _PUBLISHED.match(word)
        or (author and has_role)
        for word in words
    )

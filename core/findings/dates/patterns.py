"""The patterns of dates and times of day in each language, and what each makes of a match."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache

from core.findings.cldr import calendar
from core.findings.dates.when import When
from core.findings.language import lexicon
from core.findings.text import folded, words_in

_CAPITALISED = frozenset({"en", "de"})
"""Languages that print names of months and days with a capital; elsewhere case does not matter."""
_WORD = r"[^\W\d_]++"
_CASES = (
    "понедельника",
    "вторника",
    "среду",
    "четверга",
    "пятницу пятницы",
    "субботу субботы",
    "воскресенья",
)
_SPOKEN = {
    "en": {"Sept": 9, "Tues": 1, "Thur": 3, "Thurs": 3},
    "ru": {form: day for day, forms in enumerate(_CASES) for form in forms.split()},
}
"""Names that CLDR lacks, with their numbers: short forms, and the cases that a preposition asks for.

Of среда, which is the environment too, one alone."""
_WORDS_TOO = frozenset(
    {"may", "march", "mar", "sat", "sun", "wed", "sept", "mai", "mars", "mi", "so", "do", "sa", "fr"}
)
"""Names that are words as well: they count only beside a day or a year."""
SHORT, CLIPPED = 3, 4
"""Letters below which a day's name is a short form, and to which it may be one."""
_NEAR_YEAR = re.compile(
    r"(?:^|[\s(–—-])(?:in|since|by|until|till|from|of|to|and|between|before|after|during|early|late|year|summer|"
    r"autumn|winter|spring|(?:planned|scheduled|set|due|expected|aimed|slated) for|"
    r"compared (?:with|to)|rapport à|respecto a|frente a|gegenüber|"
    r"jahr|seit|bis|en|depuis|desde|em|de|nel|dal|sinds|até|hasta|tot|fino al|в|с|до)\s$",
    re.IGNORECASE,
)
_NIGHT_TO = re.compile(r"\bnight (?:to|into) $|\bNacht (?:auf|zum) $")
_LEAD = 16
"""Characters before a year that its preposition stands in, and before a day what says that it is none."""
_CLEFT = re.compile(r"\bit (?:was|is) $", re.IGNORECASE)
_AFTER_CLEFT = re.compile(r" (?:when|that)\b")
"""What stands around a year that is told before the rest: "it was 1932 when", "it is 2040 that"."""
_AFTER_YEAR = re.compile(
    r"\s*(?:$|[.,;:)!?]|\s(?:and|when|after|before|to|by|for|as|with|at|with|that|was|is|were)\b)"
)
# Patterns of digits begin with one and look back from there: a search skips to the digits.
_ISO = re.compile(r"(\d(?<!\d\d)\d{3})-(\d{1,2})-(\d{1,2})(?!\d)")
_DOTTED = re.compile(r"(\d(?<![\d.]\d)\d?)[./](\d{1,2})[./](\d{4}|\d{2})(?!\d)")
_DAY_MONTH = re.compile(r"(\d(?<=\s\d)\d?)\.\s?(\d{1,2})\.(?!\s?\d)")
_ON = re.compile(r"\b(?:am|vom|zum|bis|ab|seit|de[mnr]|[a-z]+tag,)\s$")
"""What stands before a day and its month in digits: in German nothing else has a stop behind it there."""
_HAN_DIGITS = "〇零一二三四五六七八九十"
_HAN = re.compile(
    rf"(?:(\d{{4}}|[{_HAN_DIGITS}]{{4}})年)?"
    rf"(?:(\d{{1,2}}|[{_HAN_DIGITS}]{{1,3}})月(?:(\d{{1,2}}|[{_HAN_DIGITS}]{{1,3}})日)?)?"
)
_HAN_DAY = re.compile("(?:星期|周|礼拜)([一二三四五六日天])|([月火水木金土日])曜")
_HAN_WEEK = (
    {c: n for n, c in enumerate("一二三四五六日")}
    | {c: n for n, c in enumerate("月火水木金土日")}
    | {"天": 6}
)
_YEAR = re.compile(r"(1[5-9]\d\d|20\d\d)(?<![\w.,/-]\d{4})(?![\w/%-]|[.,]\d)")
_OLD_YEAR = re.compile(r"(1[0-4]\d\d)(?<![\w.,/-]\d{4})(?![\w/%-]|[.,]\d|\s[a-z-]+s\b)")
_OLD_LEAD = re.compile(
    r"(?:^|\s)(?:in|since|until|dat(?:es?|ed|ing) (?:\w+ ){0,8}(?:to|from)(?: about| around)?)\s$",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(\d(?<![\w.,:]\d)\d?)"
    r"(?:(?:[:.](\d{2}))?\s?(?:([ap])\.?\s?m\b\.?|(?:uhr|o['’]clock)\b)|:(\d{2})(?![\d:])|\s?(h)(\d{2})?(?!\w))",
    re.IGNORECASE,
)
_POINTED = re.compile(
    r"(\d(?<![\w.,:]\d)\d?)\.([0-5]\d)(?=\s*(?:$|[.,;)])|\s(?:on|in|this|tonight|tomorrow|local|[A-Z][a-z]+day)\b)"
)
_FOUR = re.compile(r"([012]\d)(?<![\w.,:/-]\d\d)([0-5]\d)(?![\w%/-]|[.,:]\d)")
_FOUR_LEAD = re.compile(r"\b(?:at|by|until|till|from|around|about|since|logged)\s$", re.IGNORECASE)
_FOUR_END = re.compile(r"\s(?:GMT|UTC|BST|CES?T|[ECMP][SD]T|IST|JST|local time|h(?:ou)?rs)\b")
_AT = re.compile(r"\b(?:at|by|until|till|from|before|after|around|about)\s$", re.IGNORECASE)
_PRICED = frozenset({"share", "shares", "stock", "stocks", "index", "price", "prices", "rate", "rates"})
"""What stands at a number with a point as well: shares that closed at 10.45."""
_TIMES_OF_DAY = frozenset({"morning", "afternoon", "evening", "night", "tonight"})
"""Words of which a sentence with such an hour has one, if it names no day."""
_SPOKEN_CLOCK = re.compile(
    r"\b(half past|quarter past|quarter to|(?:five|ten|twenty|twenty-five)(?: minutes)? past"
    r"|(?<=\b[ab][ty] )(?:five|ten|twenty|twenty-five)(?: minutes)? to"
    r"|(?:five|ten|twenty|twenty-five)(?: minutes)? to(?= \w+ (?:in the|at night))) "
    r"(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\b"
    r"(?:( in the morning)|( in the (?:afternoon|evening)| at night))?",
    re.IGNORECASE,
)
CLOCK_WORDS = frozenset({"past", "quarter", "five", "ten", "twenty"})
_FROM_HOUR = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}
"""Minutes by which a spoken time is past an hour, or short of it."""
_HOURS = ("twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")


_NTH = frozenset({"st", "nd", "rd", "th"})
_ON_THE = re.compile(
    r"\b(?:on|by|until|till|since) the (\d{1,2})(?:st|nd|rd|th)"
    r"(?=\s*(?:$|[.,;:)]|\s(?:and|when|at|after|but)\b))"
)


@cache
def calendar_words(language: str) -> frozenset[str]:
    """Words of the names of months and days."""
    return frozenset().union(*map(_words_of, _names(language)))


def _words_of(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in words_in(name))


Rule = tuple[bool, frozenset[str], re.Pattern[str], Callable[[re.Match[str]], When | None]]
"""Whether it takes a digit, words of which it takes one (empty: any), a pattern, what it makes of a match."""


@cache
def _printed(language: str) -> tuple[dict[str, int], dict[str, int]]:
    """Names of months (1-12) and days (0-6) of a language, long and short, as CLDR prints them."""
    months, days = calendar(language)
    months |= {name: int(number) for name, number in lexicon(language).values("month").items()}
    for name, number in _SPOKEN.get(language, {}).items():
        (months if name == "Sept" else days)[name] = number
    return months, days


@cache
def _names(language: str) -> tuple[dict[str, int], dict[str, int]]:
    """The same with folded names, for look-up."""
    months, days = ({folded(name): n for name, n in reversed(t.items())} for t in _printed(language))
    return months, days


def _shown(names: dict[str, int], language: str) -> set[str]:
    """Names as printed, without accents, and in capitals where names have one anyway."""
    forms = {*names, *map(folded, names)}
    if language not in _CAPITALISED:
        return forms
    return {w[:1].upper() + w[1:] for w in forms} | {w.upper() for w in forms if len(w) > 3}


def _clipped(name: str, days: dict[str, int]) -> bool:
    """Whether a name is the short form of a day: "ter" is a verb in Portuguese, "zo" is so in Dutch."""
    begins = any(day != name and day.startswith(name) for day in days)  # the Finnish "maanantai" does too
    return len(name) < SHORT or (len(name) <= CLIPPED and begins)


def _choice(shown: set[str]) -> str:
    """A pattern for names."""
    listed = "|".join(map(re.escape, sorted(shown, key=lambda w: (-len(w), w)))) or "(?!)"
    return listed.replace("ا", "[اأإآ]")  # which texts write with its sign and without


@cache
def grammar(language: str) -> tuple[Rule, ...]:
    """The patterns of a language, most telling first."""
    any_ = frozenset[str]()
    rules: list[Rule] = [(True, any_, _ISO, _iso), (True, any_, _DOTTED, lambda m: _dotted(m, language))]
    clock: Rule = (True, any_, _CLOCK, lambda m: _clock(m, language))
    if language in {"ja", "zh"}:
        return (*rules, (False, any_, _HAN, _han), (False, any_, _HAN_DAY, _han_day), clock)
    spoken_clock: Rule = (False, CLOCK_WORDS, _SPOKEN_CLOCK, _spoken)
    bare: Rule = (True, _NTH, _ON_THE, lambda m: _checked(None, None, int(m.group(1))))
    rules += (*_named_rules(language), clock, spoken_clock, (True, any_, _YEAR, _year))
    pointed: Rule = (True, _TIMES_OF_DAY | calendar_words(language), _POINTED, _pointed)
    old: Rule = (True, any_, _OLD_YEAR, _old_year)
    four: Rule = (True, any_, _FOUR, _four)
    more = {"en": (four, old, bare, pointed), "de": ((True, any_, _DAY_MONTH, _day_month),)}
    return (*rules, *more.get(language, ()))


def _named_rules(language: str) -> tuple[Rule, ...]:
    """The patterns with the name of a month or a day."""
    (months, days), (in_month, in_week) = _names(language), map(_words_of, _names(language))
    flag = 0 if language in _CAPITALISED else re.IGNORECASE
    shown, weekdays = (_shown(names, language) for names in _printed(language))
    name, weekday = _choice(shown), _choice(weekdays)
    # To compile all names takes as long as to read ten sentences: where names are words, any word is taken.
    month, day = rf"(?P<m>{_WORD if all(map(str.isalpha, shown)) else name})", r"(?P<d>\d{1,2})"
    of = r"(?:\s(?:de|of|do)\s|\s|,\s)"
    plural, several = ("s?", {f"{word}s" for word in in_week}) if language == "en" else ("", set[str]())
    year = rf"(?:{of}?\s?(?P<y>\d{{4}})(?![\d,.]\d))?"

    def named(match: re.Match[str]) -> When | None:
        known = folded(match["m"]) in months if flag else match["m"] in shown
        return _named(match, months) if known else None

    def of_the_week(match: re.Match[str]) -> When | None:
        name = folded(match.group(1))
        word = name in _WORDS_TOO or (flag and _clipped(name, days))
        if _NIGHT_TO.search(match.string, max(0, match.start() - _LEAD), match.start()):
            return None  # the night to Tuesday is that of Monday as well
        return None if word and match.group(2) != "." else When(weekday=days[name])

    dated = (
        rf"\b{month}\b\.?\s{day}(?:st|nd|rd|th)?\b(?!:\d){year}",
        rf"\b{day}(?:st|nd|rd|th|er|[.ºª])?{of}{month}\b\.?{year}",
        rf"\b{month}\b\.?{of}(?P<y>\d{{4}})(?!\d)",
    )
    return (
        *((True, in_month, re.compile(pattern, flag), named) for pattern in dated),
        (False, in_month, re.compile(rf"\b{month}(?!\w)", flag), named),
        (False, in_week | several, re.compile(rf"\b({weekday}){plural}(?!\w)(\.?)", flag), of_the_week),
    )


def _checked(year: int | None, month: int | None, day: int | None) -> When | None:
    try:
        date(year or 2000, month or 1, day or 1)
    except ValueError:
        return None
    return When(year, month, day)


def _iso(match: re.Match[str]) -> When | None:
    return _checked(*(int(g) for g in match.groups()))


def _dotted(match: re.Match[str], language: str) -> When | None:
    first, second, year = (int(g) for g in match.groups())
    slashed = "/" in match.group()
    if slashed and language == "en":
        if first <= 12 and second <= 12 and first != second:
            return None
        if second > 12:
            first, second = second, first
    return _checked(year if year > 99 else 2000 + year, second, first)


def _day_month(match: re.Match[str]) -> When | None:
    """A day and its month in digits: "am 4.5.", "vom 04. 05."."""
    before = _ON.search(match.string, max(0, match.start() - _LEAD), match.start())
    return _checked(None, int(match.group(2)), int(match.group(1))) if before else None


def _named(match: re.Match[str], months: dict[str, int]) -> When | None:
    groups = match.groupdict()
    name = folded(groups["m"])
    day, year = groups.get("d"), groups.get("y")
    if not day and not year:
        before = match.string[: match.start()].split()
        alone = not before or folded(before[-1]) not in lexicon("en").words("before_month")
        if alone and (name in _WORDS_TOO or (len(name) < 4 and name.isascii())):
            return None
    return _checked(int(year) if year else None, months[name], int(day) if day else None)


def _han_number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    if "十" not in text:
        return int("".join("0" if c in "〇零" else str("一二三四五六七八九".find(c) + 1) for c in text))
    tens, _, ones = text.partition("十")
    return 10 * (_han_number(tens) if tens else 1) + (_han_number(ones) if ones else 0)


def _han(match: re.Match[str]) -> When | None:
    if not match.group():
        return None
    year, month, day = (g and _han_number(g) for g in match.groups())
    return _checked(year or None, month or None, day or None)


def _han_day(match: re.Match[str]) -> When | None:
    return When(weekday=_HAN_WEEK[match.group(1) or match.group(2)])


def _clock(match: re.Match[str], language: str) -> When | None:
    hour, minute, ampm, minute2, marked, minute3 = match.groups()
    if marked and not (language == "pt" or (language == "fr" and minute3)):
        return None
    h, m = int(hour), int(minute or minute2 or minute3 or 0)
    if h > 23 or m > 59 or (ampm and h > 12):
        return None
    if ampm:
        h = h % 12 + (12 if ampm.lower() == "p" else 0)
    return When(minute=60 * h + m, half=(language == "en" and not ampm and 0 < h < 13))


def _four(match: re.Match[str]) -> When | None:
    """An hour in four digits: "at 0915", "1430 GMT", "at 1430 hours", but not "in 1430"."""
    text, (start, end), (hour, minute) = match.string, match.span(), map(int, match.groups())
    ended = _FOUR_END.match(text, end)
    led = _FOUR_LEAD.search(text, max(0, start - _LEAD), start) and (ended or text[start] == "0")
    zoned = ended and not ended[0].endswith("rs")
    return When(minute=60 * hour + minute) if hour < 24 and (led or zoned) else None


def _pointed(match: re.Match[str]) -> When | None:
    """An hour with a point, "at 10.45 on Monday", but no price."""
    text, start = match.string, match.start()
    if not _AT.search(text, max(0, start - _LEAD), start) or not _PRICED.isdisjoint(words_in(text)):
        return None
    hour = int(match.group(1))
    return When(minute=60 * hour + int(match.group(2)), half=0 < hour < 13) if hour < 24 else None


def _spoken(match: re.Match[str]) -> When | None:
    how, hour, morning, later = match.groups()
    h = int(hour) if hour.isdigit() else _HOURS.index(hour.lower())
    if h > 23:
        return None
    size, *_, way = how.lower().split()
    minute = 60 * (h % 12) + (1 if way == "past" else -1) * _FROM_HOUR[size]
    return When(minute=(minute + (720 if later else 0)) % 1440, half=not morning and not later)


def _old_year(match: re.Match[str]) -> When | None:
    """A year that a number could be as well: "in 1387", "dates to 1412", but not "in 1200 homes"."""
    near = match.string[max(0, match.start() - 3 * _LEAD) : match.start()]
    return When(year=int(match.group(1))) if _OLD_LEAD.search(near) else None


def _year(match: re.Match[str]) -> When | None:
    text, start = match.string, match.start()
    lead = max(0, start - _LEAD)
    marked = text[lead:start].rstrip().endswith((",", "("))
    cleft = _CLEFT.search(text, lead, start) and _AFTER_CLEFT.match(text, match.end())
    if cleft or _NEAR_YEAR.search(text, lead, start) or (marked and _AFTER_YEAR.match(text, match.end())):
        return When(year=int(match.group(1)))
    return None

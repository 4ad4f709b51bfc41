"""Ages: "40-year-old", "aged 40", "a girl of six", "Ilse Tarn, 40,", "she was 40", and whose they are."""

import re

from core.findings.beside import people
from core.findings.kind import Mention
from core.findings.language import Lexicon, lexicon
from core.findings.numbers.quantity import Found, Quantity
from core.findings.text import Statement, folded

YEAR = 31557600
"""Seconds."""
_NAMED = re.compile(r"(?<!\w)[^\W\d_a-z][^\W\d_]+, (?:now )?$")
_IN_ROLE = re.compile(
    r"(?<!\w)(?P<name>[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)*), (?:the|an?) (?:[a-z-]+ ){0,2}"
    r"(?P<noun>[a-z-]+), (?:now )?$"
)
_NAME = r"[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)*"
_NAMES = re.compile(
    rf"(?<!\w)({_NAME}(?:, {_NAME}){{0,5}} and {_NAME}), ((?:\d{{1,3}}, ){{0,5}}(?:\d{{1,3}} and )?)$"
)
"""Several names, and the first of their ages: "Ned and Tom Farr, 19 and 23"."""
_AGES = re.compile(r"(?:\d{1,3}, ){0,5}\d{1,3} and \d{1,3}(?=[,.;)]|$)")
_GOES_ON = re.compile(r"(?:,| and) \d")
_IN_BRACKETS = re.compile(r"\(\d")
_BRACKETED = re.compile(r"(?<!\w)[^\W\d_a-z][\w'’-]+ [^\W\d_a-z][\w'’-]+ \($")
_ENDED = re.compile(r"[,.;)]|\sand\b|$")
_KIN = re.compile(r"(?<!\w)([^\W\d_]+), $")
_IS = re.compile(
    r"(?:(?<!\w)(?P<name>[^\W\d_a-z][^\W\d_]+ [^\W\d_a-z][\w'’-]+)(?:, who|,)?"
    r"|\b(?:[Hh]e|[Ss]he|who|(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir) (?:[a-z-]+ )?(?P<noun>[a-z-]+))) "
    r"(?:is|was|has turned|had turned|turned|turns) (?:now |only |just )?$"
)
_AT = re.compile(r"(?:^|[,;] |\band )[Aa]t (?:just |only )?$")
_AT_BEHIND = re.compile(
    r", (?:the|h?s?he|an?)\b| s?he\b|, (?P<name>[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)*)"
)
_DIED_AT = re.compile(r"\b(?:[Dd]ie[ds]|[Dd]ead) (?:[\w-]+ ){0,3}at $")
_ARE = re.compile(r"\b(?:who|twins|brothers|sisters|couple|pair) (?:are|were) (?:both |\d{1,3} and )?$")
_AVERAGE = re.compile(r"\b(?:average|mean|median) age (?:of [a-z ]{2,40} )?(?:is|was) (?:now |only |just )?$")
_OF_AGE = re.compile(r"(?: and \d{1,3})?[,.;)]|\s(?:when|at the time)\b|$")
_APPOSED = re.compile(r"(?<!\w)[^\W\d_a-z][^\W\d_]+, (?:the|an?|now an?) $")
_TENS = re.compile(r"([2-9]0)s\b")
LEAD = 80
"""Characters before a number that tell whose age it is: two long names and a verb."""
APPOSED = 7
"""Characters between a name and the age behind it: ", now ", and the end of a line."""
_LEAST, _GROWN = 4, 13
"""Years from which a number behind a name is an age, and from which one behind "at" is no hour."""
_DOES = ("er", "or", "ist", "ian", "man", "woman", "eer")
"""How nouns of people end: the baker is 54, the tower is no person."""


def age_of(
    statement: Statement, place: tuple[int, int], tokens: tuple[int, int], unit: str, point: float
) -> frozenset[str] | None:
    """Tell whether a number is an age, and whose.

    Args:
        statement: The sentence.
        place: Half-open range of the characters of the number and its unit, in the source's text.
        tokens: The same of its tokens.
        unit: Its class: "time" for years, else "count".
        point: Its value in base units.

    Returns:
        Folded words of the person's name, empty where none is given; None for a number that is no age.
    """
    (start, end), (first, last), words = place, tokens, lexicon(statement.language)
    if unit == "time":
        old = _years_old(statement, first, last, words)
        return _whose_years(statement, start, last, words) if old else None
    if unit != "count" or not 0 < point < 120 or point % 1:
        return None
    before = statement.sequence[max(0, first - 2) : first]
    if before[-1:] == ("and",) and len(before) == 2 and before[0].isdigit():  # "aged 14 and 16"
        before = statement.sequence[max(0, first - 4) : first - 2]
    at, behind = start - statement.start, end - statement.start
    ended = _ENDED.match(statement.text, behind)
    goes_on = point >= _GROWN and _tells(statement, last, words)
    told = before[-1:] in {("aged",), ("age",)} or (
        before[-1:] == ("of",) and _of_age(before[0], words, ended=ended is not None or goes_on)
    )
    apposed = ended and ", " in statement.text[max(0, at - APPOSED) : at]
    named = bool(apposed and point >= _LEAST and _before(_NAMED, statement, start))
    if (listed := _listed(statement.text, at, behind)) is not None:
        return listed
    if point >= _LEAST and statement.text[behind : behind + 1] == ")" and (own := _bracketed(statement, at)):
        return own
    if told or named:
        return _who(statement, first - (before[-1:] == ("now",))) if named else frozenset()
    whose = _in_apposition(statement, start, point, words) if apposed else None
    return whose if whose is not None else _stated(statement, start, behind, point, words)


def _whose_years(statement: Statement, start: int, last: int, words: Lexicon) -> frozenset[str]:
    """The name beside "a 44-year-old", behind it or before it."""
    behind = last + (last < len(statement.sequence) and statement.sequence[last] in words.words("old"))
    behind += statement.language == "de" and _person(statement, behind, words)  # a noun, no name
    return _who_after(statement, behind) or _apposed(statement, start)


def _tells(s: Statement, n: int, words: Lexicon) -> bool:
    """Whether no noun can begin with a word: "a fisherman of 71 was", "a nurse of 29 pulled"."""
    if n >= len(s.forms):
        return False
    return not s.forms[n][3] or s.sequence[n].endswith("ed") or s.sequence[n] in words.values("irregular")


def _listed(text: str, at: int, behind: int) -> frozenset[str] | None:
    """Whose age one of several is behind as many names, "Ned and Tom Farr, 19 and 23"; else nobody's."""
    if not _GOES_ON.match(text, behind) and text[at - 4 : at] != "and ":
        return None
    names = _NAMES.search(text, max(0, at - LEAD), at)
    ages = names and _AGES.match(text, names.start(2) if names[2] else at)
    if not names or not ages:
        return None
    told = re.split(", | and ", names[1])
    if len(told) != len(re.findall(r"\d+", ages[0])):
        return frozenset()
    return frozenset(map(folded, told[len(re.findall(r"\d+", names[2] or ""))].split()))


def _bracketed(statement: Statement, at: int) -> frozenset[str]:
    """Who is named in full before the one number of a sentence in brackets: "Ilse Tarn (40)"."""
    if (
        not _BRACKETED.search(statement.text, max(0, at - LEAD), at)
        or len(_IN_BRACKETS.findall(statement.text)) > 1
    ):
        return frozenset()
    return _who(statement, statement.tokens_in(statement.start + at, statement.start + at + 1)[0])


def _in_apposition(statement: Statement, start: int, point: float, words: Lexicon) -> frozenset[str] | None:
    """Whose age stands between commas behind what somebody is: "Ilse Tarn, the night watchman, 68,"."""
    role = _before(_IN_ROLE, statement, start) if point >= _LEAST else None
    if role and _somebody(role["noun"], words):
        return frozenset(map(folded, role["name"].split()))
    kin = _before(_KIN, statement, start)
    if kin and (kin[1] in words.words("child", "kin") or (point >= _LEAST and _somebody(kin[1], words))):
        return frozenset()
    return None


def _of_age(word: str, words: Lexicon, *, ended: bool) -> bool:
    """Whether a word before "of" makes a number an age: "the age of 14", "a boy of 14"."""
    several = word.removesuffix("s")  # "two boys of 12 and 15"
    return several == "age" or several in words.words("child") or (ended and _somebody(several, words))


def _years_old(statement: Statement, first: int, last: int, words: Lexicon) -> bool:
    """Whether a span of time is an age by what stands beside it: "40 years old", "a baby of 18 months"."""
    if not words.words("old").isdisjoint(statement.sequence[last : last + 1]):
        return True
    if statement.forms[last - 1][0].startswith("Jährig"):  # "der 63-Jährige", but "das 100-jährige Jubiläum"
        return True
    if statement.sequence[last - 1] in words.words("old") and _person(statement, last, words):
        return True  # "der 63-jährige Wirt"
    if _is_given(statement, first, last, words):
        return True
    lead = statement.sequence[max(0, first - 2) : first]
    return lead[-1:] == ("of",) and lead[0] in words.words("child", "kin")


def _is_given(statement: Statement, first: int, last: int, words: Lexicon) -> bool:
    """Whether years end a clause behind whom they are given to: "ему 43 года", "учителю 43 года"."""
    whom, dative = words.words("to_whom"), tuple(words.words("dative"))
    if (
        not whom
        or first == 0
        or not _ENDED.match(statement.text, statement.tokens[last - 1].end - statement.start)
    ):
        return False
    told = statement.sequence[first - 1]
    return told in whom or (told.endswith(dative) and _person(statement, first - 1, words))


def _person(statement: Statement, n: int, words: Lexicon) -> bool:
    """Whether a token is a noun of one person, or ends with one: "Radfahrer"."""
    if n >= len(statement.forms):
        return False
    _, word, stem, _ = statement.forms[n]
    known = words.words("somebody", "child", "kin", "voice")
    return word in known or stem in people(statement.language) or word.endswith(tuple(known) or ("\0",))


def _stated(
    statement: Statement, start: int, behind: int, point: float, words: Lexicon
) -> frozenset[str] | None:
    """Whose age a number is behind a verb or "at": "she was 40", "the baker is 54", "at 19, Ilse Tarn"."""
    at = _AT_BEHIND.match(statement.text, behind) if point >= _GROWN else None
    if at and _before(_AT, statement, start):
        return frozenset(map(folded, (at["name"] or "").split()))
    of_age = _OF_AGE.match(statement.text, behind)
    if of_age and (
        _before(_ARE, statement, start)
        or _before(_AVERAGE, statement, start)
        or (point >= _GROWN and _before(_DIED_AT, statement, start))
    ):
        return frozenset()
    is_ = _before(_IS, statement, start) if of_age else None
    if is_ is not None and not (is_["noun"] and not _somebody(is_["noun"], words)):
        return frozenset(map(folded, (is_["name"] or "").split()))
    return None


def _somebody(noun: str, words: Lexicon) -> bool:
    """Whether a noun is of one person: baker, pianist, widow."""
    if noun in words.words("somebody", "child", "kin", "title"):
        return True
    return noun.endswith(_DOES) and len(noun) > 4 and noun not in words.words("no_doer")


def decades(statement: Statement, words: Lexicon) -> list[Found]:
    """Ages to the decade: "a man in his late twenties", "in her 40s"."""
    tokens, tens = statement.tokens, words.values("decade_of_life")
    found: list[Found] = []
    if "in" not in statement.words:
        return found
    for n in range(2, len(tokens)):
        worth = tens.get(tokens[n].word)
        digits = _TENS.match(statement.text, tokens[n].start - statement.start)
        low = float(worth) if worth else float(digits.group(1)) if digits else 0.0
        owner = n - 1 - (tokens[n - 1].word in words.words("part_of_decade"))
        if (
            low
            and owner > 0
            and tokens[owner].word in words.words("owner")
            and tokens[owner - 1].word == "in"
        ):
            end = statement.start + digits.end() if digits and not worth else tokens[n].end
            found.append((tokens[n].start, end, Quantity(low, low + 9, low + 5, "age", printed=low)))
    return found


def _apposed(statement: Statement, start: int) -> frozenset[str]:
    """Folded words of the name in front of an age: "Ilse Tarn, the 40-year-old"."""
    comma = _before(_APPOSED, statement, start)
    if not comma:
        return frozenset()
    return _who(
        statement, statement.tokens_in(statement.start + comma.group().index(",") + comma.start(), start)[0]
    )


def _before(pattern: re.Pattern[str], statement: Statement, start: int) -> re.Match[str] | None:
    """What a pattern finds directly before a number, no farther back than tells whose age it is."""
    at = start - statement.start
    return pattern.search(statement.text, max(0, at - LEAD), at)


def _who(statement: Statement, first: int) -> frozenset[str]:
    """Folded capitalised words that stand directly before an age, no mark between."""
    names: list[str] = []
    for n in range(first - 1, max(0, first - 3) - 1, -1):
        token = statement.tokens[n]
        if not token.text[0].isupper() or (names and statement.gaps[n + 1].strip(" '’-.")):
            break
        names.append(token.word)
    return frozenset(names)


def _who_after(statement: Statement, at: int) -> frozenset[str]:
    """Folded words of a name that follows an age within three words: "40-year-old pilot Ilse Tarn"."""
    tokens = statement.tokens
    n = next((k for k in range(at, min(len(tokens), at + 4)) if tokens[k].text[0].isupper()), None)
    if n is None or any(not t.content for t in tokens[at:n]):
        return frozenset()
    gap = statement.text[tokens[at - 1].end - statement.start : tokens[n].start - statement.start]
    if any(c in ",.;:" for c in gap):
        return frozenset()
    last = n
    while last < len(tokens) and tokens[last].text[0].isupper():
        last += 1
    return frozenset(t.word for t in tokens[n:last])


def stands_for_name(age: Mention) -> bool:
    """Whether an age stands for whoever has it: "the 24-year-old left", not "the 24-year-old striker"."""
    s, words = age.statement, lexicon(age.statement.language)
    old = words.words("old")
    if words.words("definite").isdisjoint(s.sequence[max(0, age.first - 1) : age.first]) or old.isdisjoint(
        s.words
    ):
        return False
    behind = age.last + (not old.isdisjoint(s.sequence[age.last : age.last + 1]))
    if behind == len(s.forms) or s.gaps[behind].strip() or not s.forms[behind][3]:
        return True
    verb = s.sequence[behind]
    if verb.endswith("ed"):  # "signed a contract", but "the 60-year-old retired nurse"
        return not any(form[3] for form in s.forms[behind + 1 : behind + 2])
    return verb in words.values("irregular")

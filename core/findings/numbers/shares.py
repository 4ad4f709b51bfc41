"""Numbers without a numeral: fractions, dozens, "a mile", "half a mile", "over a hundred"."""

import re
from collections.abc import Sequence

from core.findings.language import Lexicon
from core.findings.numbers.numerals import Numeral
from core.findings.numbers.quantity import Found, Quantity, bounds, noun_after
from core.findings.numbers.units import named_unit
from core.findings.text import Statement, Token, folded

SCORE = 20
"""What a score is worth, where it is a number."""
ROUNDED = 2.5
"""Points by which a share told as a fraction may be rounded: three quarters of what a table gives as 76 %."""
_SCORE = re.compile(r"(?<![\d.,:])(\d{1,3})(?::(?=\d(?![\d:]))|[比対](?=\d))(\d{1,3})(?![\d:%])")

_SIDES = re.compile(
    r"(?<!\d, )(?<![\w'’-])([A-Z][\w'’-]+) (\d{1,3}), (?:[A-Z][\w'’-]+ ){0,2}?([A-Z][\w'’-]+) (\d{1,3})"
    r"(?=\s*(?:$|[.;:)]|\s[-–—]\s|, (?![A-Z][\w'’ -]* \d)))"
)
"""Two names, each with its number: the names, and the numbers of both."""
_TALLIED = re.compile(r"\d, [A-Z]")
"""What every such pair has: asked first, as this begins with a digit."""


def shares(statement: Statement, words: Lexicon) -> list[Found]:
    """Fractions and dozens: "two thirds", "half of the 240", "half a dozen", "a year and a half"."""
    parts, tokens = words.values("fraction"), statement.tokens
    found: list[Found] = []
    dozens = words.values("dozen")
    for n, word in enumerate(statement.sequence):
        if word in dozens:
            found += filter(None, [_dozen(statement, n, words)])
        elif word in parts and not _ranks(tokens, n, words):
            above, first = numerator(tokens, n, words)
            nxt = tokens[n + 1].word if n + 1 < len(tokens) else ""
            if n > 1 and above and tokens[n - 2].word == "and" and (long := _and_a_half(tokens, n, words)):
                found.append(long)
            if (
                above is None
                or (n > 1 and tokens[n - 2].word == "and")
                or nxt in dozens
                or nxt in {"hour", "past", "a", "time"}
                or nxt in words.values("magnitude")
                or [t.word for t in tokens[n + 1 : n + 3]] == ["of", "a"]  # "a quarter of a point"
            ):
                continue
            found.append(_share(tokens, first, n, 100 * above / float(parts[word]), words))
    return found


def _share(tokens: Sequence[Token], first: int, n: int, share: float, words: Lexicon) -> Found:
    """A fraction that begins with one token and ends with another, in per cent, with what bounds it."""
    low, high = bounds([t.word for t in tokens[max(0, first - 4) : first]], share, share, words)
    around = ROUNDED * (low == high)
    value = Quantity(low - around, high + around, share, "%", noun=noun_after(tokens, n + 1))
    return tokens[first].start, tokens[n].end, value


def ratios(statement: Statement, words: Lexicon) -> list[Found]:
    """So many in so many, as a share: "one in ten", "three flats out of five"."""
    small = words.values("ones")
    if not statement.digits and statement.words.isdisjoint(small):
        return []
    tokens, joints, units = statement.tokens, words.words("ratio"), words.values("unit")
    found: list[Found] = []
    stop = words.words("stop")  # of the words without content the others are numbers
    forms = enumerate(statement.forms)
    told = [n for n, (_, word, _, content) in forms if word in small or not (content or word in stop)]
    for n in told if len(told) > 1 else ():
        token = tokens[n]
        part = worth(token, words)
        for at in range(n + 1, min(n + 3, len(tokens) - 1)) if part else ():
            long = f"{tokens[at].word} {tokens[at + 1].word}" in joints
            if not long and tokens[at].word not in joints:
                continue
            last = at + 1 + long
            whole = worth(tokens[last], words) if last < len(tokens) else None
            timed = last + 1 < len(tokens) and units.get(tokens[last + 1].word, "").startswith("time")
            if (
                part
                and whole
                and part < whole <= 1000
                and not timed
                and (at == n + 1 or tokens[n + 1].content)
            ):
                share = 100 * part / whole
                noun = noun_after(tokens, n + 1) if at > n + 1 else noun_after(tokens, last + 1)
                quantity = Quantity(share, share, share, "%", noun=noun, printed=share)
                found.append((token.start, tokens[last].end, quantity))
            break
    return found


def every(statement: Statement, words: Lexicon) -> list[Found]:
    """One of so many, as a share: "every third pupil", but "every third week"."""
    ranks, units, small = words.values("ordinal"), words.values("unit"), words.words("stop")
    told, tokens = statement.sequence, statement.tokens
    found: list[Found] = []
    for n in range(len(told) - 2):
        counted = told[n] in words.words("every") and told[n + 1] in ranks and tokens[n + 2].text.islower()
        if counted and told[n + 2] not in units and told[n + 2] not in small:
            share = 100 / float(ranks[told[n + 1]])
            value = Quantity(share, share, share, "%", noun=noun_after(tokens, n + 2), printed=share)
            found.append((tokens[n].start, tokens[n + 1].end, value))
    return found


def scores(statement: Statement, words: Lexicon) -> list[Found]:
    """Scores in words, "five goals to one", and with a colon, "3:1": minutes have two digits."""
    found: list[Found] = []
    if statement.digits and statement.language != "en":  # where it is a ratio or a verse
        for match in _SCORE.finditer(statement.text):
            value = Quantity(0, 0, float(match[1]), "score", second=float(match[2]))
            found.append((statement.start + match.start(), statement.start + match.end(), value))
    return found + _of_sides(statement, words) + _scored(statement, words)


def _scored(statement: Statement, words: Lexicon) -> list[Found]:
    """Scores with a small word between: "five goals to one", "trois buts à un", "drei zu eins", "3 a 1".

    Without goals the greater number stands first and no "from" before: "de 3 a 5 anos".
    """
    found: list[Found] = []
    said, tokens, counted = statement.sequence, statement.tokens, words.words("score_of")
    for n in [n for n, word in enumerate(said[:-1]) if n and word in words.words("score_to")]:
        goals = said[n - 1] in counted
        first = n - 1 - goals
        one, two = worth(tokens[first], words) if first >= 0 else None, worth(tokens[n + 1], words)
        if one and two is not None and (goals or _bare_score(statement, first, one, two, words)):
            value = Quantity(0, 0, one, "score", second=two)
            found.append((tokens[first].start, tokens[n + 1].end, value))
    return found


def _bare_score(statement: Statement, first: int, one: float, two: float, words: Lexicon) -> bool:
    """Whether two numbers with a small word between are a score without a noun that says so."""
    if two > one or not words.words("score_lead").isdisjoint(statement.sequence[max(0, first - 1) : first]):
        return False
    votes = statement.language == "de" and any(
        f[0][0].isupper() for f in statement.forms[first + 3 : first + 4]
    )
    return statement.language != "en" and not votes


def _of_sides(statement: Statement, words: Lexicon) -> list[Found]:
    """Read "Kites 84, Otters 79" as a score: two names, the greater number first, and no third."""
    found: list[Found] = []
    for match in _SIDES.finditer(statement.text) if _TALLIED.search(statement.text) else ():
        one, two = float(match[2]), float(match[4])
        named = {folded(match[1]), folded(match[3])}
        if one >= two and len(named) == 2 and named.isdisjoint(words.words("numbered", "episode")):
            start, end = statement.start + match.start(2), statement.start + match.end(4)
            found.append((start, end, Quantity(0, 0, one, "score", second=two)))
    return found


def worth(token: Token, words: Lexicon) -> float | None:
    """The worth of a small number in digits or in a word of the list of a language."""
    if token.word[0].isdigit():
        return plain(token)
    listed = words.values("ones").get(token.word)
    return float(listed) if listed else None


def _lasting(tokens: Sequence[Token], n: int, unit: str, size: float) -> Quantity:
    """About one of a unit of time: "year-long"."""
    near = 0.1 * size
    return Quantity(
        size - near, size + near, size, unit, noun_after(tokens, n + 2), printed=1, measure=tokens[n].word
    )


def single(statement: Statement, words: Lexicon) -> list[Found]:
    """Read "a mile", "half a mile": the article is a number before a length or a volume.

    It is left out in "the year-long restoration".
    """
    found: list[Found] = []
    tokens, units = statement.tokens, words.values("unit")
    for n in [n for n, word in enumerate(statement.sequence) if n and word in units]:
        token = tokens[n]
        unit, _, factor = units[token.word].partition(":")
        if unit == "time" and statement.sequence[n + 1 : n + 2] == ("long",) and statement.gaps[n + 1] == "-":
            found.append((token.start, tokens[n + 1].end, _lasting(tokens, n, unit, float(factor))))
            continue
        if tokens[n - 1].word not in {"a", "an", "one"} or not (
            unit in {"length", "volume"} or (unit == "time" and _is_term(tokens, n - 1, words))
        ):
            continue
        if n > 2 and tokens[n - 2].word == "of" and tokens[n - 3].word in words.values("fraction"):
            continue
        half = n > 1 and tokens[n - 2].word == "half"
        first, value = n - 1 - half, float(factor) * (0.5 if half else 1)
        near = 0.1 * value * (unit == "time" and not half)  # "for a month": four weeks
        low, high = bounds(
            [t.word for t in tokens[max(0, first - 4) : first]], value - near, value + near, words
        )
        noun = noun_after(tokens, n + 1)
        quantity = Quantity(
            low,
            high,
            value,
            unit,
            noun=noun,
            printed=value / float(factor),
            measure=token.word,
            weak=unit == "time" and not half and tokens[first - 1].word not in words.words("term_of"),
        )
        found.append((tokens[first].start, token.end, quantity))
    return found


def magnitudes(statement: Statement, words: Lexicon) -> list[Found]:
    """Read "over a hundred", "a quarter of a million"; "a million" that nothing bounds is seldom counted."""
    tokens, sizes = statement.tokens, words.values("magnitude")
    found: list[Found] = []
    for n in [n for n, word in enumerate(statement.sequence) if n and len(word) > 2 and word in sizes]:
        more = statement.sequence[n + 1 : n + 2]
        goes_on = more == ("and",) or not words.words("spoken").isdisjoint(more)
        if goes_on or tokens[n - 1].word not in {"a", "an"}:
            continue
        share, first = _share_of(tokens, n - 1, words)
        size = share * float(sizes[tokens[n].word])
        around = 0.9 * size, 1.1 * size
        low, high = bounds([t.word for t in tokens[max(0, first - 4) : first]], *around, words)
        numeral = Numeral(tokens[first].start, tokens[n].end, size, size, words=True)
        unit, factor, end, used = named_unit(tokens, numeral, n + 1, words)
        quantity = Quantity(
            low * factor,
            high * factor,
            size * factor,
            unit,
            noun=noun_after(tokens, used),
            printed=size,
            weak=(low, high) == around and share == 1,
            measure=tokens[used - 1].word if used > n + 1 else "",
        )
        found.append((tokens[first].start, end, quantity))
    return found


def _share_of(tokens: Sequence[Token], at: int, words: Lexicon) -> tuple[float, int]:
    """How much of "a million" is told, and the first token that says so: "a quarter of a million"."""
    whole = words.values("fraction").get(tokens[at - 2].word) if at > 1 else None
    above, first = numerator(tokens, at - 2, words) if whole else (None, at)
    return (above / float(whole), first) if whole and above and tokens[at - 1].word == "of" else (1, at)


def _is_term(tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Whether "a month" is a length of time: "within a month", "a month later", but not "twice a month"."""
    if at + 2 < len(tokens) and tokens[at + 2].word in words.words("after_term"):
        return True
    return at > 0 and tokens[at - 1].word in words.words("before_term")


def _ranks(tokens: Sequence[Token], n: int, words: Lexicon) -> bool:
    """Whether a fraction word is a rank here: "the third time", "second half"."""
    token = tokens[n]
    before = tokens[n - 1].word if n else ""
    if before in words.values("ordinal"):
        return True
    after = tokens[n + 1].word if n + 1 < len(tokens) else ""
    ranked = token.word in words.values("ordinal")
    return ranked and not (
        before in {"a", "one"}
        and (after in {"of", "to", "in", ""} or after in words.words("stop", "fraction_of"))
    )


def _and_a_half(tokens: Sequence[Token], n: int, words: Lexicon) -> Found | None:
    """Read "a year and a half": the half belongs to the unit before it."""
    measure = words.values("unit").get(tokens[n - 3].word) if n > 3 else None
    if measure is None or tokens[n - 4].word not in {"a", "an", "one"}:
        return None
    unit, factor = measure.split(":")
    value = 1.5 * float(factor)
    return tokens[n - 4].start, tokens[n].end, Quantity(value, value, value, unit, measure=tokens[n - 3].word)


def numerator(tokens: Sequence[Token], n: int, words: Lexicon) -> tuple[float | None, int]:
    """Numerator of a fraction word, and its first token."""
    small = words.values("ones")
    if n and tokens[n - 1].word in small:
        return float(small[tokens[n - 1].word]), n - 1
    if n and tokens[n - 1].word in {"a", "an"}:
        return 1, n - 1
    return (1, n) if tokens[n].word in words.words("half") else (None, n)


def _dozen(statement: Statement, n: int, words: Lexicon) -> Found | None:
    """Read "two dozen", "half a dozen", "three score sheep"; a score that nothing counts is a result."""
    tokens, size = statement.tokens, float(words.values("dozen")[statement.tokens[n].word])
    before = [t.word for t in tokens[max(0, n - 3) : n]]
    factor, first = 1.0, n
    some = float(words.values("ones").get(before[-1], 0)) if before else 0
    if before[-2:] == ["half", "a"]:
        factor, first = 0.5, n - 2
    elif before and before[-1] in words.words("half_a"):  # "meia dúzia", "ein halbes Dutzend"
        factor, first = 0.5, n - 1
    elif some == 1 or before[-1:] == ["a"]:
        first = n - 1
    elif 1 < some < 10:
        factor, first = some, n - 1
    elif statement.language != "en":  # "Dutzende": how many is not said
        return None
    noun = noun_after(tokens, n + 1)
    if size == SCORE and (factor < 2 or not noun or before[-2:-1] == ["the"]):
        return None
    value = size * factor
    return tokens[first].start, tokens[n].end, Quantity(value, value, value, "count", noun=noun)


def plain(token: Token) -> float | None:
    """The worth of a whole number in digits."""
    digits = token.word.replace(",", "")
    return float(digits) if digits.isdecimal() else None

"""Capitalised runs: what may be a name, with its titles and the small words inside."""

import re
from collections.abc import Container, Sequence
from functools import cache

from core.findings.beside import tells_who
from core.findings.countries import peoples
from core.findings.language import Lexicon, lexicon
from core.findings.names.written import Written
from core.findings.text import POSSESSIVE, Statement, Token

_INSIDE = re.compile(r"[\s\u00a0]?|[-–’']|\.\s?|\s&\s")
CAMPUS = 2
"""Words of the name of a campus at the most: Lomb, San Karro."""
_INDEFINITE = frozenset({"a", "an"})
_OPENS, _CLOSES = frozenset({' "', " “", " ‘", " '"}), frozenset({'" ', "” ", "’ ", "' "})


def runs(statement: Statement, taken: Container[int]) -> list[tuple[int, int]]:
    """Find the capitalised words that stand together.

    Args:
        statement: The sentence.
        taken: Tokens that are something else.

    Returns:
        Half-open ranges of tokens, rising.
    """
    tokens, found, last = statement.tokens, [], 0
    connectors = _connectors(statement.language)
    for n in [n for n, form in enumerate(statement.forms) if form[0][0].isupper()]:
        if n < last or n in taken:
            continue
        last = n + 1
        while last < len(tokens) and last not in taken and _joined(statement, last):
            if tokens[last].text[0].isupper() or _syllable(statement, last):
                last += 1
            elif (
                (tokens[last].word in connectors or _of_body(statement, last))
                and last + 1 < len(tokens)
                and _joined(statement, last + 1)
            ):
                if not tokens[last + 1].text[0].isupper():
                    break
                last += 2
            else:
                break
        found.append((n, last))
    chained = _chained(statement, found)
    if len(chained) > 1 and "university" in statement.words:
        chained = _with_campus(statement, chained)
    return _spelled_out(statement, chained) if len(chained) > 1 and "and" in statement.words else chained


@cache
def _connectors(language: str) -> frozenset[str]:
    words = lexicon(language)
    return words.words("connector") - words.words("no_connector")


def _syllable(statement: Statement, n: int) -> bool:
    """Whether a small word is the second half of a first name: Joon-ho Pak."""
    return statement.gaps[n] == "-" and statement.tokens[n].word in lexicon(statement.language).words(
        "syllable"
    )


def _of_body(statement: Statement, n: int) -> bool:
    """Whether "of" belongs to the name of a body: the Union of Dockers."""
    tokens = statement.tokens
    return tokens[n].word == "of" and tokens[n - 1].word in lexicon(statement.language).words("body")


def _chained(statement: Statement, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs that "a" makes one body: "a Karr Rail and Harbour Trust, Boats and Docks crew"."""
    if len(runs) < 2 or statement.words.isdisjoint(_INDEFINITE):
        return runs
    tokens = statement.tokens
    chained: list[tuple[int, int]] = []
    for first, last in runs:
        if chained and _goes_on(statement, chained[-1], first):
            chained[-1] = chained[-1][0], last
        else:
            chained.append((first, last))
    whole = [r for r in chained if r in runs or (r[1] < len(tokens) and not statement.gaps[r[1]].strip())]
    return whole if len(whole) == len(chained) else runs


def _spelled_out(statement: Statement, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs that the letters behind them make one body: "the Rail and Harbour Guild (RHG)", "or RHG"."""
    tokens, found = statement.tokens, runs[:1]
    for first, last in runs[1:]:
        start, end = found[-1]
        if first == end + 1 and tokens[end].word == "and" and last < len(tokens):
            n = last + (tokens[last].word == "or")
            initials = "".join(t.text[0] for t in tokens[start:last] if t.text[0].isupper())
            if (
                tokens[n : n + 1]
                and tokens[n].text == initials
                and statement.gaps[n].strip() in {"", "(", ","}
            ):
                found[-1] = start, last
                continue
        found.append((first, last))
    return found


def _with_campus(statement: Statement, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs with the campus behind a university: of Karr, Lomb; of Karr at Lomb; as "of Karr-Lomb" is one."""
    said, gaps, found = statement.sequence, statement.gaps, runs[:1]
    bodies = lexicon(statement.language).words("body")
    for first, last in runs[1:]:
        start, end = found[-1]
        of = ("university", "of") in (said[start:end][-3:-1], said[start:end][-4:-2])
        at = first == end + 1 and said[end] == "at" and not (gaps[end] + gaps[first]).strip()
        listed = first == end and gaps[first].strip() == "," and (last == len(said) or gaps[last].strip())
        if of and (at or listed) and last - first <= CAMPUS and bodies.isdisjoint(said[first:last]):
            found[-1] = start, last
        else:
            found.append((first, last))
    return found


def _goes_on(statement: Statement, before: tuple[int, int], first: int) -> bool:
    """Whether a run that stands behind "a" is carried on by the next one over "and" or a comma."""
    tokens = statement.tokens
    start, last = before
    if _INDEFINITE.isdisjoint(statement.sequence[max(0, start - 1) : start + 1]):
        return False
    return (first == last + 1 and tokens[last].word == "and") or (
        first == last and statement.gaps[first].strip() == ","
    )


def _joined(statement: Statement, n: int) -> bool:
    """Whether a token belongs to the same run as the one before it."""
    before, token = statement.tokens[n - 1], statement.tokens[n]
    between = statement.gaps[n]
    if between in {"' ", "’ "}:  # "the Workers' Union"
        return before.word.endswith("s") and token.word in lexicon(statement.language).words("body")
    if between != " " and not _INSIDE.fullmatch(between):
        return nicknamed(statement, n)
    if before.text.endswith(POSSESSIVE):  # "Weaver's Yard"
        return token.word in lexicon(statement.language).words("spot") and token.text[0].isupper()
    return (
        "." not in between
        or len(before.text) <= 2
        or before.word in {"mr", "mrs", "ms", "dr", "gen", "sen"}
        or before.word in lexicon(statement.language).values("abbreviated")
    )


def nicknamed(statement: Statement, n: int) -> bool:
    """Whether a token is a nickname in marks inside a name, or stands behind one: Ida “Iron” Brenn."""
    tokens, gaps = statement.tokens, statement.gaps
    for k in (n - 1, n):
        marked = 0 < k < len(gaps) - 1 and gaps[k] in _OPENS and gaps[k + 1] in _CLOSES
        if marked and tokens[k + 1].text[0].isupper():
            return tokens[k - 1].text[0].isupper()
    return False


def trim(
    statement: Statement, place: tuple[int, int], words: Lexicon, written: Written
) -> tuple[int, int] | None:
    """The name in a run, without leading articles, titles and common words; None if nothing is left."""
    tokens = statement.tokens
    first, last = place
    start = first
    titles, fields = words.words("title"), words.words("portfolio")
    of_office = first > 1 and tokens[first - 1].word == "of" and tokens[first - 2].word in titles
    for n in range(first, last):
        token = tokens[n]
        names = token.content or acronym(token) or _initial(statement, n)  # no function word
        leading = (
            (token.word in titles and not _of_spot(statement, n, last))
            or (n == first and last - n > 1 and _common(statement, n, written))
            or (of_office and n == start and token.word in fields and last - n > 2)
            or (n == 0 and last > 1 and _trade(statement, written))
        )
        marked = n == start and n + 1 < last and nicknamed(statement, n) and nicknamed(statement, n + 1)
        if (leading and not _initial(statement, n)) or marked or not names:
            start = n + 1 if n == start or token.word in titles else start
    if start >= last or (last == 1 and statement.gaps[1:2] == [": "]):  # "RELATED: …" says what a line is
        return None
    run = tokens[start:last]
    if run[0].word in words.words("scale") or (len(run) == 1 and not _alone(run[0], start, words, written)):
        return None
    titled = start > first and tokens[start - 1].word in titles
    if statement.language == "de" and not _german(run, words, titled=titled):
        return None
    return start, last


def _alone(token: Token, at: int, words: Lexicon, written: Written) -> bool:
    """Whether one word is a name by itself; where a sentence starts, only if it is one elsewhere too."""
    if acronym(token):
        return len(token.word) > 1
    known = at or token.word in written.proper or token.word in words.words("known_body")
    return bool(known) and token.content and len(token.word) > 1


def _common(statement: Statement, n: int, written: Written) -> bool:
    """Whether a word before a name is an ordinary one: of people, or with a capital as something begins."""
    word = statement.tokens[n].word
    begins = n == 0 or bool(statement.gaps[n].strip(" '’-"))
    return word in written.common and (begins or tells_who(word, statement.language))


def _trade(statement: Statement, written: Written) -> bool:
    """Whether a word that begins a sentence is no name but says who or how many: "Keeper Brenn"."""
    word, words = statement.tokens[0].word, lexicon(statement.language)
    listed = words.words("voice", "determiner"), peoples(statement.language), words.values("ones")
    return word not in written.proper and any(word in own for own in listed)


def _of_spot(statement: Statement, n: int, last: int) -> bool:
    """Whether a title belongs to the name of a street or a body: King Street, Karr General Hospital."""
    kinds = lexicon(statement.language).words("spot", "body")
    return n + 2 == last and statement.tokens[n + 1].word in kinds


def _initial(statement: Statement, n: int) -> bool:
    end, titles = statement.tokens[n].end - statement.start, lexicon(statement.language).words("title")
    if statement.tokens[n].word in titles:  # "M. Girard"
        return False
    return len(statement.tokens[n].text) == 1 and statement.text[end : end + 1] == "."


def _german(run: Sequence[Token], words: Lexicon, *, titled: bool) -> bool:
    """Whether a run is a name where every noun has a capital: several words or a title, none an article."""
    nouns = words.words("article"), words.values("magnitude"), words.values("currency")
    if any(t.word in listed for t in run for listed in nouns):
        return False
    return len(run) > 1 or titled or acronym(run[0])


def acronym(token: Token) -> bool:
    """Whether a word is written in capitals."""
    return len(token.text) > 1 and token.text.isupper()

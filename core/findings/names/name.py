"""Names of people, places and bodies: capitalised runs, with the role words beside them."""

import re
from collections.abc import Sequence

from core.findings import beside
from core.findings.kind import Mention
from core.findings.language import SPACELESS, lexicon
from core.findings.names.capitals import acronym, runs, trim
from core.findings.names.headline import headline
from core.findings.names.written import Written
from core.findings.text import POSSESSIVE, Statement, folded
from core.findings.tie import Name, initials
from core.model import FindingKind

KIND = FindingKind.NAME
_JAPANESE = "(?:^|[にはのがをとで、。])((?:(?![にのがを])[\u3400-\u9fff\u3040-\u30ff]){2,8}?)(?:氏|さん|議員)"
"""Compiled where there is Japanese: that takes longer than to read ten sentences."""
_ROMAN = {"ii": "two", "iii": "three", "iv": "four", "2": "two", "3": "three"}
_LETTERS_OF = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae"})

_LIGATURES = str.maketrans({"æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
"""Letters with no accent to take away, and how they are written without them: Kjærgård, Kjaergard."""


def readings(statement: Statement, earlier: Sequence[Mention], written: Written) -> list[Mention]:
    """Find the names of a sentence.

    Args:
        statement: The sentence.
        earlier: What other kinds have read in it: no name begins inside.
        written: How the sources write words.

    Returns:
        The names, rising.
    """
    if statement.language in SPACELESS:
        return _japanese(statement) if statement.language == "ja" else []
    rest = statement.text[1:]
    if rest == rest.lower() and not (statement.words and _begins_with_name(statement, written)):
        return []
    taken = {n for m in earlier for n in range(m.first, m.last)}
    if headline(statement):
        taken |= {n for n, t in enumerate(statement.tokens) if not written.names(t.word)}
    words = lexicon(statement.language)
    found: list[Mention] = []
    for first, last in runs(statement, taken):
        trimmed = trim(statement, (first, last), words, written)
        if trimmed is None or (found and _repeats(statement, found[-1], *trimmed)):
            continue
        one = _mention(statement, trimmed, first, written)
        if found and _spells_out(statement, found[-1], one):
            found.pop()
        found.append(one)
    return found


def _begins_with_name(statement: Statement, written: Written) -> bool:
    first = statement.sequence[0]
    return first in written.proper or first in lexicon(statement.language).words("known_body")


def _repeats(statement: Statement, before: Mention, first: int, last: int) -> bool:
    """Whether a name is the acronym of the one before it, in brackets or behind a comma or "or"."""
    token, ors = statement.tokens[first], statement.sequence[first - 1] == "or"
    apposed = statement.gaps[first - ors].strip() in {"(", ",", ""} and first - ors == before.last
    return apposed and last == first + 1 and acronym(token) and initials((token.word,), before.value.words)


def _spells_out(statement: Statement, before: Mention, found: Mention) -> bool:
    """Whether a name is what the acronym before it stands for: "the KRC, the Karr Rail Council"."""
    n = found.first - (statement.tokens[found.first - 1].word in lexicon(statement.language).words("article"))
    apposed = n == before.last and statement.gaps[n].strip() in {"(", ","}
    return apposed and bool(before.value.acronym) and initials(before.value.words, found.value.words)


def _mention(statement: Statement, place: tuple[int, int], lead: int, written: Written) -> Mention:
    first, last = place
    tokens, words = statement.tokens, lexicon(statement.language)
    run = tokens[first:last]
    small = words.words("connector")
    kept = [t for t in run if t.word not in small and t.word not in {"and", "of"}] or [run[0]]
    spelled = [t.word if t.text.isascii() else t.word.translate(_LIGATURES) for t in kept]
    expanded = tuple([t.word if t.text.isascii() else _expanded(t.text) for t in kept])
    short = words.values("abbreviated")
    plain = [_ROMAN.get(word, word) if n else short.get(word, word) for n, word in enumerate(spelled)]
    if len(plain) > 1:
        plain[-1] = words.values("road").get(plain[-1], plain[-1])
    titled = not words.words("title").isdisjoint(statement.sequence[lead:first])
    at = lead if tokens[lead].content else first  # "In Karr"
    known = len(run) == 1 and run[0].word in words.words("known_body")
    name = Name(
        tuple(plain),
        beside.role(statement, first, last, lead),
        not (titled or known) and _is_place(statement, (at, last), plain),
        known or (len(run) == 1 and acronym(run[0])),
        beside.head(statement, lead, last, written.nouns),
        expanded if expanded != tuple(plain) else (),
    )
    end = run[-1].end - (2 if run[-1].text.endswith(POSSESSIVE) else 0)
    said = statement.text[run[0].start - statement.start : end - statement.start]
    return Mention(KIND, statement, run[0].start, end, first, last, name, " ".join(said.split()))


def _expanded(printed: str) -> str:
    """A word, folded, with ae, oe, ue and ss for the letters that may be written so."""
    return folded(printed.lower().translate(_LETTERS_OF))


def _is_place(statement: Statement, place: tuple[int, int], name: Sequence[str]) -> bool:
    at, last = place
    return beside.is_place(statement, at) or beside.is_seat(statement, last) or _on(statement, at, name)


def _on(statement: Statement, lead: int, name: Sequence[str]) -> bool:
    """Whether "on" stands before a name that ends as those of streets, hills and islands do."""
    words = lexicon(statement.language)
    before = statement.forms[lead - 1][1] if lead else ""
    return before in words.words("on") and name[-1] in words.words("spot", "land")


def _japanese(statement: Statement) -> list[Mention]:
    found = []
    for match in re.finditer(_JAPANESE, statement.text):
        start, end = statement.start + match.start(1), statement.start + match.end(1)
        first, last = statement.tokens_in(start, end)
        name = Name((match.group(1),), frozenset(), False, False)
        found.append(Mention(KIND, statement, start, end, first, last, name, match.group(1)))
    return found

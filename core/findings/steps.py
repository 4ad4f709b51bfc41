"""Steps of one affair: what begins and what ends, what is asked and what is granted, are told apart."""

from collections import defaultdict
from functools import cache

from core.findings.kind import Mention
from core.findings.language import lexicon, stemmer
from core.findings.text import Token
from core.model import FindingKind

NEAR = 8
"""Words before a value, then behind it, in which the nearest of a row says which step it belongs to."""
Places = dict[str, tuple[tuple[int, int], ...]]
"""Stem -> the rows that have it, each with the number of the step."""


def other_step(x: Mention, y: Mention) -> bool:
    """Whether two values belong to two steps of one affair: "opened in March", "closes in July"."""
    language = x.statement.language
    if language != y.statement.language:
        return False
    dated = x.kind is FindingKind.DATE
    if dated and (_one_more(x, y) or _from_and_until(x, y) or _from_and_until(y, x)):
        return True
    places = _places(language, "step_of_time" if dated else "step_of_deed")
    if not places or not (here := _steps(x, places)) or not (there := _steps(y, places)):
        return False
    apart = [row for row in here.keys() & there.keys() if here[row] != there[row]]
    return any(
        (row, there[row]) not in _all(x, places) and (row, here[row]) not in _all(y, places) for row in apart
    )


def _steps(m: Mention, places: Places) -> dict[int, int]:
    """Row -> the step that a value belongs to, by the nearest word before it, else behind it."""
    tokens = m.statement.tokens
    before = tokens[max(0, m.first - NEAR) : m.first][::-1]
    found: dict[int, int] = {}
    for token in before + tokens[m.last : m.last + NEAR]:
        for row, step in places.get(token.stem, ()):
            if row not in found:
                found[row] = 0 if _reopens(m, token, row, places) else step
    return found


def _reopens(m: Mention, token: Token, row: int, places: Places) -> bool:
    """Whether "until" stands where something is closed until then: then it opens."""
    if token.word not in lexicon(m.statement.language).words("till"):
        return False
    return any(t.stem != token.stem and (row, 1) in places.get(t.stem, ()) for t in m.statement.tokens)


def _all(m: Mention, places: Places) -> set[tuple[int, int]]:
    """Every row and step of which a sentence has a word."""
    return {place for token in m.statement.tokens for place in places.get(token.stem, ())}


def _from_and_until(x: Mention, y: Mention) -> bool:
    """Whether one is when something begins and the other when it ends: "from Monday", "until Friday"."""
    words = lexicon(x.statement.language)
    here, there = (m.statement.tokens[m.first - 1].word if m.first else "" for m in (x, y))
    return here in words.words("range_from") and there in words.words("till")


def _one_more(x: Mention, y: Mention) -> bool:
    """Whether one sentence alone tells of one more of a kind: "another eight", "a second quake"."""
    more = lexicon(x.statement.language).words("one_more")
    return more.isdisjoint(x.statement.words) != more.isdisjoint(y.statement.words)


@cache
def _places(language: str, key: str) -> Places:
    stem, irregular = stemmer(language), lexicon(language).values("irregular")
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, row in enumerate(lexicon(language).rows(key)):
        for step, words in enumerate(row):
            for word in {irregular.get(w, w) for w in words}:
                places[stem.stemWord(word) if stem else word].append((number, step))
    return {word: tuple(sorted(set(found))) for word, found in places.items()}

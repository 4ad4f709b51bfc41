"""Numbers in words of their own: "twice as many", "doubled", "over a hundred", "a quarter of a million"."""

from collections.abc import Iterator

from core.findings.language import Lexicon
from core.findings.numbers.numerals import Numeral
from core.findings.numbers.quantity import Found, Quantity, bounds, noun_after
from core.findings.numbers.units import named_unit
from core.findings.text import Statement

FOLD = "fold"
"""The class of how many times one thing is another."""
_TIMES = frozenset({"as", "the", "more", "higher", "bigger", "larger", "longer", "faster"})
"""What stands behind "twice" or "three times" where these compare: "twice as many", not "was hit twice"."""


def multiples(statement: Statement, words: Lexicon) -> list[Found]:
    """How many times one thing is another, or something happened."""
    grown = words.values("multiple")
    if statement.words.isdisjoint(grown) and "times" not in statement.words:
        return []
    return [*_grown(statement, grown), *_times(statement, words)]


def _grown(statement: Statement, grown: dict[str, str]) -> Iterator[Found]:
    """Read "twice", "doubled", "threefold"."""
    tokens = statement.tokens
    for n, token in enumerate(tokens):
        if worth := grown.get(token.word):
            value, nxt = float(worth), tokens[n + 1].word if n + 1 < len(tokens) else ""
            counted = token.word == "twice" and nxt not in _TIMES
            noun = ("time",) if counted else ()
            quantity = Quantity(value, value, value, "count" if counted else FOLD, noun=noun, printed=value)
            yield token.start, token.end, quantity


def _times(statement: Statement, words: Lexicon) -> Iterator[Found]:
    """Read "three times as many"."""
    tokens, ones = statement.tokens, words.values("ones")
    for n in range(len(tokens) - 2):
        small = ones.get(tokens[n].word, tokens[n].word)
        if tokens[n + 1].word == "times" and tokens[n + 2].word in _TIMES and small.isdecimal():
            value = float(small)
            yield tokens[n].start, tokens[n + 1].end, Quantity(value, value, value, FOLD, printed=value)


def magnitudes(statement: Statement, words: Lexicon) -> list[Found]:
    """Read "over a hundred", "a quarter of a million"; "a million" that nothing bounds is seldom counted."""
    tokens, sizes, parts = statement.tokens, words.values("magnitude"), words.values("fraction")
    found: list[Found] = []
    if statement.words.isdisjoint(sizes):
        return found
    for n in range(1, len(tokens)):
        size = float(sizes.get(tokens[n].word, 0)) if len(tokens[n].word) > 2 else 0.0
        more = tokens[n + 1].word if n + 1 < len(tokens) else ""
        if not size or tokens[n - 1].word not in {"a", "an"} or more in words.words("spoken") | {"and"}:
            continue
        lead = [t.word for t in tokens[max(0, n - 5) : n - 1]]
        share, first = 1.0, n - 1
        if lead[-1:] == ["of"] and len(lead) > 1 and lead[-2] in parts:
            above = {"two": 2.0, "three": 3.0}.get(lead[-3] if len(lead) > 2 else "", 1.0)
            counted = len(lead) > 2 and lead[-3] in {"a", "one", "two", "three"}
            share, first = above / float(parts[lead[-2]]), n - 3 - counted
            lead = lead[: -2 - counted]
        value = share * size
        low, high = bounds(lead, 0.9 * value, 1.1 * value, words)
        bound = low < 0.9 * value or high > 1.1 * value
        numeral = Numeral(tokens[first].start, tokens[n].end, value, size, words=True)
        unit, factor, end, used = named_unit(tokens, numeral, n + 1, words)
        quantity = Quantity(
            low * factor,
            high * factor,
            value * factor,
            unit,
            noun=noun_after(tokens, used),
            printed=value,
            weak=share == 1 and not bound,
            measure=tokens[used - 1].word if used > n + 1 else "",
        )
        found.append((tokens[first].start, end, quantity))
    return found

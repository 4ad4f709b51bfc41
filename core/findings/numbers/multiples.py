"""Numbers in words of their own: "twice as many", "doubled", "over a hundred"."""

from collections.abc import Sequence

from core.findings.language import Lexicon
from core.findings.numbers.numerals import Numeral
from core.findings.numbers.quantity import Found, Quantity, bounds, noun_after
from core.findings.numbers.shares import numerator
from core.findings.numbers.units import named_unit
from core.findings.text import Statement, Token


def multiples(statement: Statement, words: Lexicon) -> list[Found]:
    """How many times one thing is another: "twice", "doubled", "threefold"."""
    grown = words.values("multiple")
    told = [(t, float(grown[t.word])) for t in statement.tokens if t.word in grown]
    return [(t.start, t.end, Quantity(times, times, times, "fold", printed=times)) for t, times in told]


def magnitudes(statement: Statement, words: Lexicon) -> list[Found]:
    """Read "over a hundred"; "a million" that nothing bounds is seldom counted."""
    tokens, sizes = statement.tokens, words.values("magnitude")
    found: list[Found] = []
    for n in range(1, len(tokens)):
        size = float(sizes.get(tokens[n].word, 0)) if len(tokens[n].word) > 2 else 0.0
        more = tokens[n + 1].word if n + 1 < len(tokens) else ""
        if not size or tokens[n - 1].word not in {"a", "an"} or more in words.words("spoken") | {"and"}:
            continue
        share, first = _share_of(tokens, n - 1, words)
        size *= share
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

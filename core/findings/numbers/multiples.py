"""Numbers in words of their own: "twice as many", "doubled", "over a hundred"."""

from core.findings.language import Lexicon
from core.findings.numbers.numerals import Numeral
from core.findings.numbers.quantity import Found, Quantity, bounds, noun_after
from core.findings.numbers.units import named_unit
from core.findings.text import Statement


def magnitudes(statement: Statement, words: Lexicon) -> list[Found]:
    """Read "over a hundred"; "a million" that nothing bounds is seldom counted."""
    tokens, sizes = statement.tokens, words.values("magnitude")
    found: list[Found] = []
    for n in range(1, len(tokens)):
        size = float(sizes.get(tokens[n].word, 0)) if len(tokens[n].word) > 2 else 0.0
        more = tokens[n + 1].word if n + 1 < len(tokens) else ""
        if not size or tokens[n - 1].word not in {"a", "an"} or more in words.words("spoken") | {"and"}:
            continue
        around = 0.9 * size, 1.1 * size
        low, high = bounds([t.word for t in tokens[max(0, n - 5) : n - 1]], *around, words)
        numeral = Numeral(tokens[n - 1].start, tokens[n].end, size, size, words=True)
        unit, factor, end, used = named_unit(tokens, numeral, n + 1, words)
        quantity = Quantity(
            low * factor,
            high * factor,
            size * factor,
            unit,
            noun=noun_after(tokens, used),
            printed=size,
            weak=(low, high) == around,
            measure=tokens[used - 1].word if used > n + 1 else "",
        )
        found.append((tokens[n - 1].start, end, quantity))
    return found

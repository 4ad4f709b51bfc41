"""How many times one thing is another: "twice as many", "doubled"."""

from core.findings.language import Lexicon
from core.findings.numbers.quantity import Found, Quantity
from core.findings.text import Statement


def multiples(statement: Statement, words: Lexicon) -> list[Found]:
    """How many times one thing is another: "twice", "doubled", "threefold"."""
    grown = words.values("multiple")
    told = [(t, float(grown[t.word])) for t in statement.tokens if t.word in grown]
    return [(t.start, t.end, Quantity(times, times, times, "fold", printed=times)) for t, times in told]

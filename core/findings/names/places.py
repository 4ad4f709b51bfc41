"""Places: how large, and whether something is there, comes from there or goes there."""

from core.findings.kind import Mention
from core.findings.language import lexicon
from core.findings.names.bodies import is_body
from core.findings.slots import alike, synonyms

ENDS = 4
"""Words before the second of two names that "between" stands before."""


def inside(m: Mention) -> bool:
    """Whether a preposition of place stands before a name; "to" and "from" stand before people too."""
    return m.value.place and preposition(m) not in {"to", "from"}


def preposition(m: Mention) -> str:
    """The word before a name and its article; empty where it begins its sentence."""
    tokens, n = m.statement.tokens, m.first - 1
    n -= n > 0 and tokens[n].word in lexicon(m.statement.language).words("article")
    return tokens[n].word if n >= 0 else ""


def off(x: Mention, y: Mention) -> bool:
    """Whether a ship or the like is off both: one may be a country, and neither is a town of the other."""
    return all(preposition(m) in lexicon(m.statement.language).words("off") for m in (x, y))


def other_places(x: Mention, y: Mention) -> bool:
    """Whether two places are of other sizes, a street and a town, or one is left and the other reached."""
    left = [preposition(m) in lexicon(m.statement.language).words("leaving") for m in (x, y)]
    if left[0] != left[1] and (x.value.place or y.value.place):
        return True
    entered = all(preposition(m) in lexicon(m.statement.language).words("entering") for m in (x, y))
    if not (entered or (x.value.place and y.value.place)) or is_body(x) or is_body(y):
        return False
    starts = [preposition(m) == "from" for m in (x, y)]
    bound = all(preposition(m) in {"to", "for"} for m in (x, y))
    return (
        (_size(x) != _size(y) and not (bound or off(x, y)))
        or starts[0] != starts[1]
        or (all(starts) and _natives(x, y))
    )


def _natives(x: Mention, y: Mention) -> bool:
    """Whether two places are where different people come from: fishermen from Karr, divers from Lomb."""
    table = synonyms(x.statement.language)
    who = [m.statement.tokens[m.first - 2] if m.first > 1 else None for m in (x, y)]
    if any(t is None or not t.content for t in who):
        return False
    p, q = (table.get(t.stem, t.stem) for t in who if t)
    verbal = any(t is not None and t.word.endswith(("ed", "ing")) for t in who)
    return not verbal and not alike(p, q) and p != q


def _size(m: Mention) -> str:
    """Spot or land, by the last word of the name, the first, or a noun behind it; else a town, or unknown."""
    tokens, words = m.statement.tokens, lexicon(m.statement.language)
    behind = m.last < len(tokens) and not m.statement.gaps[m.last].strip() and tokens[m.last].word
    of = m.first > 1 and tokens[m.first - 1].word == "of" and tokens[m.first - 2].word
    said = {tokens[m.first].word, tokens[m.last - 1].word}
    if (said | {behind}) & words.words("land") or of in words.words("unit_of"):
        return "land"
    return "spot" if tokens[m.last - 1].word in words.words("spot") else ""


def on_a_way(m: Mention) -> str:
    """What makes a name an end of a stretch, or a place on a way: "between Karr and Lomb", "via Lomb"."""
    words = lexicon(m.statement.language)
    before = m.statement.sequence[max(0, m.first - ENDS) : m.first]
    if not words.words("between").isdisjoint(before):
        return "between"
    return "via" if preposition(m) in words.words("via") else ""

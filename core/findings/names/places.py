"""Places: how large, and whether something is there, comes from there or goes there."""

from itertools import pairwise

from core.findings.beside import is_seat
from core.findings.countries import COMPASS
from core.findings.kind import Mention
from core.findings.language import lexicon
from core.findings.names.bodies import is_body

SEAT = 5
"""Words before a place in which it is told that it is a firm's seat."""
OF = frozenset({"of", "de", "do", "da", "del", "du", "di", "della", "la"})
"""What leads from the noun for a place to its name."""


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
    """Whether two places are of other sizes, one is left and the other reached, or both lie beside a third.

    A street and a town; from Karr, to Karr; north of Karr, south of Lomb; or one is the seat of a firm.
    """
    if is_body(x) or is_body(y):
        return False
    if (here := _side(x)) and (there := _side(y)) and here != there:
        return True
    if _seat(x) != _seat(y) or {_of_unit(x), _of_unit(y)} == {"spot_of", "unit_of"}:
        return True
    words, here, there = lexicon(x.statement.language), preposition(x), preposition(y)
    placed = x.value.place, y.value.place
    if (any(placed) or OF & {here, there}) and _left(x) != _left(y):
        return True
    within = all(placed) or {here, there} <= words.words("entering")
    return within and not {here, there} <= {"to", "for"} and _size(x) != _size(y) and not off(x, y)


def _left(m: Mention) -> bool:
    """Whether something comes from there: "from Karr", "left Karr", "parti de Karr"."""
    leaving, before = lexicon(m.statement.language).words("leaving"), preposition(m)
    near = m.statement.sequence[max(0, m.first - 3) : m.first]
    return before in leaving or (before in OF and not leaving.isdisjoint(near))


def _seat(m: Mention) -> bool:
    """Whether a firm has its seat there: what it makes and does is elsewhere; not where it moves it to."""
    if is_seat(m.statement, m.last):
        return True
    if preposition(m) in {"to", "from"}:
        return False
    seat = lexicon(m.statement.language).words("seat")
    near = m.statement.sequence[max(0, m.first - SEAT) : m.first]
    return not seat.isdisjoint(near) or any(f"{a} {b}" in seat for a, b in pairwise(near))


def _of_unit(m: Mention) -> str:
    """Whether the noun before a name or its first word makes it a spot or a wider area: "praia do Karr"."""
    words, said = lexicon(m.statement.language), m.statement.sequence
    at = m.first - 1 - (m.first > 1 and said[m.first - 1] in OF)
    near = {said[m.first], *said[max(0, at) : at + 1]}
    return next((key for key in ("spot_of", "unit_of") if not words.words(key).isdisjoint(near)), "")


def _side(m: Mention) -> str:
    """On which side of a place something lies: "north of Karr"."""
    words = m.statement.sequence[max(0, m.first - 2) : m.first]
    return words[0] if len(words) == 2 and words[1] == "of" and words[0] in COMPASS else ""


def _size(m: Mention) -> str:
    """Spot or land, by the last word of the name, the first, or a noun behind it; else a town, or unknown."""
    tokens, words = m.statement.tokens, lexicon(m.statement.language)
    behind = m.last < len(tokens) and not m.statement.gaps[m.last].strip() and tokens[m.last].word
    of = m.first > 1 and tokens[m.first - 1].word == "of" and tokens[m.first - 2].word
    said = {tokens[m.first].word, tokens[m.last - 1].word}
    if (said | {behind}) & words.words("land") or of in words.words("unit_of"):
        return "land"
    return "spot" if tokens[m.last - 1].word in words.words("spot") else ""

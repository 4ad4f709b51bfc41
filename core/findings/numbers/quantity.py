"""Quantities: intervals of something, and what the words around a number make of them."""

from collections.abc import Sequence

from core.findings.language import Lexicon
from core.findings.text import Token
from core.frozen import frozen


@frozen()
class Quantity:
    """An interval of something."""

    low: float
    """Least value that the text allows, in base units of its class."""
    high: float
    """Greatest value that it allows."""
    point: float
    """The value as printed, in base units."""
    unit: str
    """Its class: count, %, rank, age, score, money:EUR, time, length, …"""
    noun: tuple[str, ...] = ()
    """Stems of the first content words to the right: what is counted."""
    toll: str = ""
    """Which of the lists of `TOLLS` stands nearest."""
    who: frozenset[str] = frozenset()
    """Folded words of the person whose age it is."""
    weak: bool = False
    """Whether it may settle a reading but never conflict (one, dozens)."""
    part: bool = False
    """Whether the text counts only a part (including, another, of whom)."""
    room: bool = False
    """Whether there is room for so many, however many there were."""
    rate: str = ""
    """Per what, if it is a rate."""
    measure: str = ""
    """The unit as printed, folded."""
    printed: float = 0.0
    """The number as printed, before its unit."""
    whole: float | None = None
    """How many there are of which it counts some (20 of the 80)."""
    second: float | None = None
    """The other half of a score; the lower end of a range."""

    def __hash__(self) -> int:
        """Hash what mostly differs: all fifteen fields take five times as long."""
        return hash((self.point, self.unit))


_CLAUSE = frozenset({"who", "which", "that", "had", "have", "has"})
"""Words behind which nothing more is counted."""
_HEADLESS = _CLAUSE | frozenset(
    {"for", "when", "after", "before", "at", "in", "on", "by", "to", "from", "with", "as", "while", "since"}
    | {"until", "without", "during", "against", "and", "but", "was", "were", "is", "are"}
)
"""Those, and words behind a number of what was named before: "two for perjury", "12 when it sank"."""
Found = tuple[int, int, Quantity]
"""First character, one past the last, and the quantity."""


def noun_after(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    """Stems of the first two content words, within five tokens and before a mark; none behind "who had …"."""
    found: list[str] = []
    for n in range(at, min(len(tokens), at + 5)):
        token = tokens[n]
        if (not found and token.word in _HEADLESS) or (n and token.start - tokens[n - 1].end > 1):
            break
        if token.content:
            found.append(token.stem)
    return tuple(found[:2])


def bounds(
    before: Sequence[str], low: float, high: float, words: Lexicon, *, range_: bool = False
) -> tuple[float, float]:
    """The interval that the words before a number allow; "under 2 to 3 feet of snow" bounds no range."""
    ends = words.ends("least", "most", "nearly", "about")
    for size in range(len(before) if ends.issuperset(before[-1:]) else 0, 0, -1):
        phrase = ("" if "\u3040" <= before[-1][0] <= "\u9fff" else " ").join(before[-size:])
        unbound = range_ and phrase in words.words("least", "most")
        if unbound or phrase in words.words("no_bound"):
            break
        least = phrase in words.words("least")
        if least or phrase in words.words("most"):
            above = least is not _denied(before[:-size], words)
            return (low, float("inf")) if above else (float("-inf"), high)
        if phrase in words.words("nearly"):
            return 0.9 * low, 1.02 * high
        if phrase in words.words("about"):
            return 0.9 * low, 1.1 * high
    return low, high


def _denied(before: Sequence[str], words: Lexicon) -> bool:
    """Whether words before a bound turn it round: "nicht mehr als 40", "cannot go beyond 4.5 per cent"."""
    denying = words.words("negator") - words.words("no", "nobody")  # "no child under 12"
    apart = before[-2:-1] if words.words("idiom").isdisjoint(before[-1:]) else ()
    return not denying.isdisjoint((*apart, *before[-1:]))


def bounds_behind(
    said: Sequence[str], at: tuple[int, int], low: float, high: float, words: Lexicon
) -> tuple[float, float]:
    """The interval that words behind a number, its unit or the next word allow: "40 or more", "40 or so"."""
    after, used = at
    if words.ends("least_behind", "most_behind", "about_behind").isdisjoint(said[after : used + 3]):
        return low, high
    runs = [said[n : n + 2] for n in (after, used, used + 1)]
    phrases = {joint.join(run[:size]) for run in runs for size in (1, 2) for joint in (" ", "")}
    if not phrases.isdisjoint(words.words("least_behind")):
        return low, float("inf")
    if not phrases.isdisjoint(words.words("most_behind")):
        return float("-inf"), high
    about = not phrases.isdisjoint(words.words("about_behind"))
    return (0.9 * low, 1.1 * high) if about else (low, high)

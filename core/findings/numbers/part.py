"""Parts and wholes: "20 of the 80", "including 12 children", and numbers of what there is room for."""

from functools import cache

from core.findings.language import Lexicon
from core.findings.numbers.shares import worth
from core.findings.text import Statement, Token

_ALL_OF = frozenset({"there", "all"})
"""What stands before a number of the whole: "there were 60 of them"."""
FAR = 20
"""Words before a number in which its whole is named."""
ALONE, PLACE = 12, 5
"""Words between a number and the place or time that it is of alone; and of that place."""
ROOM = 7
"""Words before a number in which it is told that there is room for so many."""


def is_part(statement: Statement, first: int, after: int, words: Lexicon) -> bool:
    """Whether a number counts only some of a whole: "including 12 children", "12 of whom", "ten to go"."""
    said, part = statement.sequence, words.words("part")
    before, behind = said[max(0, first - 3) : first], said[after : after + 3]
    if behind and statement.gaps[after].strip():
        behind = ()  # "47, of whom three": the three are the part
    if _marks(words).isdisjoint(before + behind):
        return False
    before = tuple([word for word in before if word != "more"])  # "more than" is a bound
    if not part.isdisjoint(before):
        return True
    if not _ALL_OF.isdisjoint(before):
        return False
    phrases = {" ".join(behind[:2]), " ".join(before[-2:])}
    if "each" not in before and not phrases.isdisjoint(words.words("partof")):
        return True  # "each of them 300 francs" is of all
    go_on = "to" in behind[:-1] and behind[behind.index("to") + 1] in words.words("to_go")
    return go_on or not part.isdisjoint(behind[:1])


def is_of_one_place(statement: Statement, first: int, words: Lexicon) -> bool:
    """Whether a number is of a place or a time alone: "In Karr alone 240 had to leave", "allein in Karr"."""
    lone, said = _lone(words), statement.sequence
    if statement.words.isdisjoint(lone):
        return False
    near = range(max(0, first - ALONE), min(len(said), first + ALONE))
    return any(said[n] in lone and _is_lone_place(statement, n, words) for n in near)


def _is_lone_place(statement: Statement, n: int, words: Lexicon) -> bool:
    """Whether a word for "alone" is said of a place or time; not "lives alone", "the guard alone"."""
    said = statement.sequence
    if any(" ".join(said[n : n + size]) in words.words("alone_at") for size in (2, 3)):
        return True
    if said[n] not in words.words("alone") or not n or statement.gaps[n].strip():
        return False
    timed = words.values("unit").get(said[n - 1], "").startswith("time")
    at = next(
        (k for k in range(n - 1, max(0, n - PLACE) - 1, -1) if said[k] in words.words("alone_in")), None
    )
    return timed or (at is not None and not "".join(statement.gaps[at + 1 : n]).strip(" -'’"))


@cache
def _lone(words: Lexicon) -> frozenset[str]:
    """Words for "alone", and those with which its phrases begin."""
    return words.words("alone") | frozenset([phrase.split()[0] for phrase in words.words("alone_at")])


@cache
def _marks(words: Lexicon) -> frozenset[str]:
    """Words of which one stands beside every number of a part."""
    return words.words("part") | words.ends("partof") | {"to"}


def is_room(statement: Statement, first: int, after: int, words: Lexicon) -> bool:
    """Whether a number says how many there is room for: "can carry 40 people and 12 carts", "50 seats"."""
    if statement.words.isdisjoint(_telling(words)):
        return False
    if not words.words("room_noun").isdisjoint(statement.sequence[after : after + 1]):
        return True
    lead = statement.sequence[max(0, first - ROOM) : first]
    far, near = (
        f" {' '.join(lead)} ",
        f" {' '.join(statement.sequence[max(1, first - 2) : first])} ",
    )  # "seats 400", but "of the seats seven"
    return any(f" {phrase} " in (far if " " in phrase else near) for phrase in words.words("room"))


@cache
def _telling(words: Lexicon) -> frozenset[str]:
    """What there is room in, and the longest word of each phrase of it: others stand in most sentences."""
    return frozenset([max(phrase.split(), key=len) for phrase in words.words("room", "room_noun")])


def named_whole(statement: Statement, first: int, words: Lexicon) -> Token | None:
    """The number of the whole that the sentence begins with, before another number: "Of the 40 boats, 12"."""
    if not 0 < first <= FAR or statement.sequence[0] not in words.words("part_of"):
        return None
    return next((t for t in statement.tokens[:first] if t.text[0].isdigit()), None)


def whole_of(
    statement: Statement, named: Token | None, after: int, value: float, words: Lexicon
) -> float | None:
    """How many there are of which a number counts some: "of the 40 boats, 12 sank", "12 of the 40"."""
    tokens, of = statement.tokens, statement.sequence[after : after + 2]
    counted = of[1:] and of[0] in words.words("part_of")
    bare = bool(counted and worth(tokens[after + 1], words))  # "12 of 40", "nine of ten"
    owned = counted and (bare or of[1] in words.words("part_owner"))
    at = after + 2 - bare + (statement.sequence[after + 2 : after + 3] in {("last",), ("first",)})
    behind = owned and tokens[at : at + 1]
    named = behind[0] if behind else named
    whole = worth(named, words) if named else None
    return whole if whole and whole > value else None

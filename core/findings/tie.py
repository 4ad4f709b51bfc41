"""What two names are to each other, by their words alone: `tie`.

One name may be written with initials, a nickname, a title, without a first name or as an acronym. What is
left is another spelling, another first name or another name.
"""

import re
from enum import Enum
from functools import cache, lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from core.findings.countries import COMPASS, kin, nation, one_nation, two_countries
from core.findings.kind import Mention, Relation
from core.findings.language import lexicon
from core.frozen import frozen

_ENDING = re.compile(r"[iy]+(?=[aeou]|\b)")
SPELLED = "one name in two spellings"
"""Why two forms of a name conflict, in words for the reader."""
CLIPPED = 3
"""Letters from which a first name may stand for a longer one that begins so: Doug, Douglas."""
LONG = 6
"""Letters from which a word that lacks one letter at the end is a spelling, no short form: Kestrel,
Kestrell."""
_SUFFIXES = frozenset({"jr", "sr"})
_WAYS = (
    ("tch", "ch"),
    ("ye", "e"),
    ("kh", "h"),
    ("ff", "v"),
    ("w", "v"),
    ("ks", "x"),
    ("ou", "u"),
    ("q", "k"),
    ("g", "h"),
    ("e", "i"),
    ("o", "u"),
)
"""Ways to write one sound of Russian, Ukrainian or Arabic, of a name with a first name of these: Chaikin,
Tchaikin; Galenko, Halenko; Hamedi, Hamidi."""
_FEMININE = frozenset({"a", "e", "ia", "ina", "ine", "ella", "ette", "us", "s"})
"""Endings that make another name: Paul, Paula; Mark, Markus."""
_ALIKE, LETTERS = 0.85, 4
"""Jaro-Winkler likeness, and letters, from which two words may be spellings of one name."""
_FAR_ALIKE = 0.88
"""The likeness where they are three letters apart: Hardenhall is Hardnal, Robertson is not Robinson."""


class Tie(Enum):
    """What two names are to each other."""

    SAME = "same"
    """One name in two forms: Ida Brenn, Brenn, I. Brenn."""
    RELATED = "related"
    """A people and its country, a plural: neither the same nor rivals."""
    SPELLING = "spelling"
    """Perhaps one name, spelled in two ways: Bohler, Boehler."""
    GIVEN = "given"
    """Same family name, another first name."""
    DIFFERENT = "different"
    """Two names."""


ONE = (Tie.SAME, Tie.RELATED)
"""What two names are to each other that do not conflict."""


@frozen()
class Name:
    """A name, and what the words beside it say of whom it names."""

    words: tuple[str, ...]
    """Its words without case, accents, titles and connectors."""
    role: frozenset[str]
    """Stems of the words beside it that say what the named one is: captain."""
    place: bool
    """Whether it stands where a place stands."""
    acronym: bool
    """Whether it is one word in capitals."""
    head: str = ""
    """Stem of a noun that the name stands before, or that is "of" the name: what the named one does or is."""
    expanded: tuple[str, ...] = ()
    """Its words with ae, oe, ue and ss for letters that may be written so; empty where there are none."""


def compare(a: Mention, b: Mention) -> Relation:
    """Compare two names by their words alone."""
    return {
        Tie.SAME: Relation.SAME,
        Tie.RELATED: Relation.COMPATIBLE,
    }.get(tie(a.value, b.value), Relation.CONFLICT)


def tie(a: Name, b: Name) -> Tie:
    """What two names are to each other.

    Args:
        a: A name.
        b: Another one, or the same.

    Returns:
        The tie; the same whichever name comes first.
    """
    if (a.expanded and a.expanded == b.words) or (b.expanded and b.expanded == a.words):
        return Tie.SAME
    words = (a.words, b.words) if a.words < b.words else (b.words, a.words)
    return _tie(*words, a.acronym or b.acronym)


def may_be_one(a: Name, b: Name) -> bool:
    """Whether two names can be SAME or RELATED at all, in a fiftieth of the time that `tie` takes."""
    short = a.acronym or b.acronym or a.expanded or b.expanded or not a.words or not b.words
    return bool(short) or not _beginnings(a.words).isdisjoint(_beginnings(b.words))


@lru_cache(maxsize=100_000)
def _beginnings(words: tuple[str, ...]) -> frozenset[str]:
    """The first two letters of each word and what it is the nation of; none of a point of the compass."""
    own = {form[:2] for word in words for form in (word, _latin(word))}
    own |= {of for of in map(nation, (words, *zip(words))) if of}
    return frozenset(own if COMPASS.isdisjoint(words) else {*own, ""})


@cache
def _nicknames(language: str) -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    words = lexicon(language)
    groups = [group for line in words.rows("nick") + words.rows("romanised") for group in line]
    for row, names in enumerate(groups):
        for name in names:
            table.setdefault(name, set()).add(row)
    return {name: frozenset(rows) for name, rows in table.items()}


@lru_cache(maxsize=100_000)
def _tie(x: tuple[str, ...], y: tuple[str, ...], acronym: bool) -> Tie:
    short, long = (x, y) if (len(x), x) <= (len(y), y) else (y, x)
    if set(short) <= set(long) or (acronym and initials(short, long)) or _shortened(short, long):
        return Tie.SAME
    if two_countries(x, y):
        return Tie.DIFFERENT
    if _related(short, long) or (acronym and _lengthened(short, long)):
        return Tie.RELATED
    family = len(short) > 1 and _latin(short[-1]) == _latin(long[-1])
    family = family and not set(short) ^ set(long) <= COMPASS  # no East is a West
    if family and _first_names_fit(short[:-1], long[:-1]):
        return Tie.SAME
    if _spelled(short, long):
        return Tie.SPELLING
    return Tie.GIVEN if family else Tie.DIFFERENT


def _related(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether two names are of a country and its people, a plural, or differ in points of the compass."""
    if one_nation(short, long) or (len(short) == 1 and any(kin(short[0], w) for w in long)):
        return True
    points = set(short) ^ set(long)
    if points <= COMPASS:  # one may leave it out, and "Northern" is of a region
        return any(point.endswith("ern") for point in points) or not (points & {*short} and points & {*long})
    listed = _romanised().keys()
    spelled = _letters if listed & set(short) and listed & set(long) else _latin
    return [*map(spelled, short)] == [*map(spelled, long)]


@cache
def _romanised() -> dict[str, str]:
    """Names of another script, and of towns in two languages -> one way to write them: Turin, Torino."""
    words = lexicon("en")
    groups = (group for line in words.rows("romanised") + words.rows("exonym") for group in line)
    return {name: min(group) for group in groups for name in group}


@lru_cache(maxsize=100_000)
def _latin(word: str) -> str:
    """A word with i for y, iy or yy at the end and before a vowel: names of another script have any of them.

    Between consonants, and before one, it is another spelling (Heidal, Heydal) but in a listed name: Aysha.
    """
    return _romanised().get(word) or _ENDING.sub("i", word)


def _letters(word: str) -> str:
    """A word of a name of another script with one way to write what several letters stand for."""
    if word in _romanised():
        return _romanised()[word]
    for several, one in _WAYS:
        word = word.replace(several, one)
    return _latin(word)


def initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one word is the initials of the others, give or take a letter."""
    if len(short) > 1 or len(long) < 2:
        return False
    word, initials = short[0], "".join(w[0] for w in long)
    if word.replace("o", "") == initials.replace("o", ""):  # "of" may have its letter
        return True
    if len(word) - len(initials) <= 2 and word.endswith(initials):  # the (Food and) Drug Administration
        return True
    slack = min(len(word), len(initials)) > 3  # a letter more or less only where three others hold
    return OSA.distance(word, initials) <= slack


def _shortened(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one name has initials for what the other has in full: Karr CC, Karr County Court."""
    p, q = [w for w in short if w not in long], [w for w in long if w not in short]
    return len(p) == 1 < len(q) < len(long) and p[0] == "".join(w[0] for w in q)


def _lengthened(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a word of one name begins with an acronym: the KR, the KRCI index, the KRC."""
    return len(short) == 1 < len(short[0]) and any(w.startswith(short[0]) for w in long)


def _first_names_fit(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """Whether first names can be those of one person: equal, initials, a nickname, one left out."""
    nick = _nicknames("en")
    for p, q in zip(x, y, strict=False):
        initial = (len(p) == 1 or len(q) == 1) and p[0] == q[0]
        if p != q and not (initial or _clipped(p, q) or nick.get(p, frozenset()) & nick.get(q, frozenset())):
            return False
    return True


def _clipped(p: str, q: str) -> bool:
    """Whether one first name is the beginning of the other, and not a man's to a woman's."""
    short, long = sorted((p, q), key=len)
    if len(long) - len(short) == 1 and len(short) >= LONG:
        return False
    return len(short) >= CLIPPED and long.startswith(short) and long[len(short) :] not in _FEMININE


def _spelled(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether all words agree but one pair, written almost alike, or each is surely the same word."""
    if len(short) != len(long) and len(short) > 1:
        short, long = _without_initials(short), _without_initials(long)
    if len(short) == len(long):
        odd = [(p, q) for p, q in zip(short, long, strict=True) if p != q]
    else:
        odd = [(short[-1], long[-1])] if len(short) == 1 else []
    if len(odd) == 1:
        return spelled_alike(*odd[0])
    return 0 < len(odd) == len(short) and all(_one_word(p, q) for p, q in odd)


def _without_initials(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name without what another account leaves out: Dana R. Kessler Jr."""
    return tuple([w for n, w in enumerate(words) if not n or (len(w) > 1 and w not in _SUFFIXES)])


def _one_word(p: str, q: str) -> bool:
    """Whether two words are surely of one name: a letter apart, or a nickname of each other."""
    nick = _nicknames("en")
    nicknamed = p in nick and q in nick and not nick[p].isdisjoint(nick[q])
    return nicknamed or (OSA.distance(p, q, score_cutoff=1) == 1 and spelled_alike(p, q))


def spelled_alike(p: str, q: str) -> bool:
    """Whether two words can be spellings of one name.

    They have four letters or more and are one letter apart; or two where the shorter has six; or three where
    it has seven and the longer nine.
    """
    short, long = sorted((len(p), len(q)))
    reach = 1 if short < 6 else 3 if short >= 7 and long >= 9 else 2
    if short < LETTERS or long - short > reach:
        return False
    apart = OSA.distance(p, q, score_cutoff=reach)
    if not 0 < apart <= reach or kin(p, q) or _latin(p) == _latin(q) or {p, q} <= COMPASS:
        return False
    if apart == 1 and short >= 6 and p[0] == q[0]:
        return True
    return JaroWinkler.similarity(p, q) >= (_FAR_ALIKE if apart == 3 else _ALIKE)


def same_sound(a: Name, b: Name) -> bool:
    """Whether the words in which two names differ begin with one letter and sound alike: Trewdy, Trudy.

    More letters may differ than in a spelling: asked only where each stands for the other again and again.
    """
    left, right = ([w for w in x.words if w not in y.words] for x, y in ((a, b), (b, a)))
    return len(left) == len(right) and all(
        p[0] == q[0] and min(len(p), len(q)) >= LETTERS and JaroWinkler.similarity(p, q) >= _ALIKE
        for p, q in zip(left, right, strict=True)
    )


def common_noun(m: Mention) -> bool:
    """Whether the last word of a name is a common noun for a body or a place: Karr Harbour."""
    words = lexicon(m.statement.language)
    return m.value.words[-1] in words.words("body", "spot", "land")

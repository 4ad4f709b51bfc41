"""Countries, their peoples and their short forms: US, Americans, the United States."""

from functools import cache, lru_cache

from core.findings.cldr import countries
from core.findings.kind import Mention
from core.findings.language import lexicon

COMPASS = frozenset(
    f"{point}{ending}"
    for point in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
    for ending in ("", "ern")
)
"""Words of a name that another account may leave out."""
_POINTS = COMPASS | {"n", "e", "s", "w", "ne", "nw", "se", "sw"}
"""The same as a headline writes them: an initial of a person, where no country is behind it."""
CLIPPED = 3
"""Letters of a country's name that may stand for it in a headline: Pak."""
_KIN = frozenset({"s", "es", "n", "an", "ian", "ish", "ese", "i", "er", "ns", "ans", "ians", "nese"})


def kin(x: str, y: str) -> bool:
    """Whether two words are a plural or a people's name of each other: Brent, Brents; Ital, Italian."""
    short, long = sorted((x, y), key=len)
    ending = long[len(short) :] if long.startswith(short) else long[len(short) - 1 :]
    return len(short) >= 4 and long.startswith(short[:-1]) and ending in _KIN


@cache
def _alphabet(language: str) -> dict[str, list[str]]:
    """Three letters -> the countries that begin with them: a people's name does as well."""
    table: dict[str, list[str]] = {}
    for country in countries(language):
        table.setdefault(country[:3], []).append(country)
    return table


@cache
def _nations(language: str) -> dict[str, int]:
    """Folded names of a country, its people and its short forms -> the row that they share."""
    rows = lexicon(language).rows("nation")
    return {name: n for n, row in enumerate(rows) for names in row for name in names}


@cache
def peoples(language: str) -> frozenset[str]:
    """Folded names of peoples: Swede, Swedish; only of those whose names differ from their country's."""
    return frozenset[str]().union(*(row[1] for row in lexicon(language).rows("nation")))


_BRITISH, _HOME = frozenset({"british", "briton"}), frozenset({"english", "scottish", "welsh"})
"""Who is one of the second is one of the first as well."""
_ADJECTIVES = ("n", "an", "ian", "ese", "ish", "i")
"""Endings that make a country the word for its people: Cuba, Cuban."""


@cache
def demonyms(language: str) -> frozenset[str]:
    """Words with a capital for what is of a country, Swedish and Cuban; none where no peoples are listed."""
    listed = peoples(language)
    own = [c.capitalize() for c in countries(language) if c.isalpha()] if listed else []
    stems = {*own, *(country[:-1] for country in own)}
    return frozenset([stem + e for stem in stems for e in _ADJECTIVES]).union(map(str.capitalize, listed))


def both_british(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """Whether one of two names is that of the British, and the other of some of them."""
    both = {*x, *y}
    return len(x) == len(y) == 1 and not (both.isdisjoint(_BRITISH) or both.isdisjoint(_HOME))


def is_country(m: Mention) -> bool:
    """Whether a name is that of a country, or of its people, in the language of its sentence."""
    return named_country(m.value.words, m.statement.language)


@cache
def named_country(words: tuple[str, ...], language: str) -> bool:
    """Whether folded words are the name of a country or of its people."""
    name = " ".join(words)
    if name in lexicon(language).words("no_country"):
        return False
    if name in countries(language) or name in _nations(language):
        return True
    return len(words) == 1 and any(kin(words[0], c) for c in _alphabet(language).get(words[0][:3], ()))


@lru_cache(maxsize=100_000)
def nation(words: tuple[str, ...]) -> str:
    """What stands for all English names of one country; empty where the words name none of the list."""
    row = _nations("en").get(" ".join(words))
    return "" if row is None else f"#{row}"


def one_nation(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """Whether two names differ in nothing but what a country or its people is called.

    Points of the compass are no matter: Spain, Spanish; the Spanish Guild, the Guild of Spain; Pak, NW
    Pakistan.
    """
    if nation(x) and nation(x) == nation(y):
        return True
    if x[-1:] == y[-1:] and x[-1] in countries("en") and _POINTS.issuperset((*x[:-1], *y[:-1])):
        return True
    there, here = _POINTS.union(y), _POINTS.union(x)
    p, q = [w for w in x if w not in there], [w for w in y if w not in here]
    return len(p) == len(q) == 1 and _one(p[0], q[0])


def _one(p: str, q: str) -> bool:
    """Whether two words name one country."""
    if nation((p,)) and nation((p,)) == nation((q,)):
        return True
    short, long = sorted((p, q), key=len)
    told = countries("en")
    if short in told and long in told:  # Niger, Nigeria
        return False
    if kin(p, q):
        return short in told or long in told
    return len(short) >= CLIPPED and long.startswith(short) and long in told


def two_countries(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """Whether two names are those of two countries, however alike they are written: Iran, Iraq."""
    told = countries("en")
    return x != y and " ".join(x) in told and " ".join(y) in told

"""What sort of thing a name names, as far as the words beside it tell: two sorts are never rivals."""

from collections.abc import Sequence, Set
from functools import cache, lru_cache
from itertools import pairwise

from core.findings.alike import alike, synonyms
from core.findings.beside import APPOSED, people
from core.findings.countries import both_british, is_country, named_country
from core.findings.kind import Mention
from core.findings.language import SPACELESS, lexicon, stems
from core.findings.names.acts import KEPT, act, by
from core.findings.names.bodies import is_body, stands_for_body
from core.findings.names.places import inside, off, other_places, preposition
from core.findings.names.seats import other_seat
from core.findings.tie import common_noun

_UNLIKE = (
    *({"place", "actor"}, {"place", "body"}, {"place", "person"}, {"place", "vessel"}),
    *({"body", "vessel"}, {"body", "person"}),
)
"""Sorts that are never rivals; what acts is no place that something is in."""
FATES = ("dead", "hurt", "missing", "arrested", "hostages", "living", "homeless", "in_hospital")
"""Lists of words for what befalls several people at once."""
INFLECTED = frozenset({"ru"})
"""Languages whose names change their endings."""
TITLED = frozenset({"fr", "es", "pt", "it"})
"""Languages in which towns may have an article of their own."""
STEM, ENDING = 3, 3
"""Letters that two forms of one word share, and letters that an ending has at most."""
KIN = 4
"""Letters with which two words that have to do with each other begin: a town and its people."""
BESIDE = 4
"""Words beside a name that tell its end of an affair."""
PLAIN = 4
"""Words that two sentences share at least, where they tell the same word for word."""
NEAR = 6
"""Words beside a name among which stands what befell the named one, or that there are more."""


def inflected(x: Mention, y: Mention) -> bool:
    """Whether two names are the same but for their endings, in a language whose names have some."""
    if x.statement.language not in INFLECTED:
        return False
    p, q = x.value.words, y.value.words
    return len(p) == len(q) and all(map(_one_stem, p, q))


def _one_stem(p: str, q: str) -> bool:
    return alike(p, q) or (p[:STEM] == q[:STEM] and max(len(p), len(q)) - STEM <= ENDING)


def akin(x: Mention, y: Mention) -> bool:
    """Whether a word of one name is a form of one of the other, begins like it, or is a people of its own.

    People with equal first names are no kin.
    """
    p, q = x.value.words, y.value.words
    if x.statement.language in SPACELESS:
        return any(x.said[n : n + 2] in y.said for n in range(len(x.said) - 1))
    if half_named(x, y):
        return False
    if both_british(p, q):
        return True
    others = ((v, w) for v in p for w in q if v != w)
    return any(alike(v, w) or (len(v) >= KIN and v[:KIN] == w[:KIN]) for v, w in others)


def half_named(x: Mention, y: Mention) -> bool:
    """Whether two names of as many words have one in common."""
    p, q = x.value.words, y.value.words
    return len(p) == len(q) and p != q and bool(set(p) & set(q)) and not common_noun(x)


def apart(x: Mention, y: Mention) -> bool:
    """Whether two names are of different sorts, or of people or things of which there may be several.

    Args:
        x: A name.
        y: A name of another source.

    Returns:
        True for a body and a place, a country and no country, a street and a town, where something comes from
        and where it goes, people with other offices or trades, two victims, who reports it.
    """
    return (
        _is_told(x)
        or _is_told(y)
        or (
            is_country(x) != is_country(y)
            and not (stands_for_body(x) and stands_for_body(y))
            and not off(x, y)
        )
        or {sort(x), sort(y)} in _UNLIKE
        or other_places(x, y)
        or other_article(x, y)
        or (_of(x) != _of(y) and not half_named(x, y))
        or _other_end(x, y)
        or of_many(x, y)
        or _house(x, y)
        or _by_birth(x) != _by_birth(y)
        or (sort(x) == "vessel" and y.value.place)
        or (sort(y) == "vessel" and x.value.place)
        or other_seat(x, y)
    )


def _by_birth(m: Mention) -> bool:
    """Whether a name tells where somebody was born alone: the Italian-born engineer may be a Swiss."""
    return m.statement.sequence[m.last : m.last + 1] == ("born",) and m.statement.joined(m.last)


def _house(x: Mention, y: Mention) -> bool:
    """Whether a noun for a body or a house tells one of two full names, and nothing tells the other."""
    if any(m.value.place or m.value.acronym or len(m.value.words) < 2 or _told(m) for m in (x, y)):
        return False
    return (is_body(x) or common_noun(x)) != (is_body(y) or common_noun(y))


def _told(m: Mention) -> bool:
    """Whether words beside a name say what it names: "the firm of Karr Iron"."""
    return bool(m.value.role) or (m.first > 1 and m.statement.tokens[m.first - 1].word == "of")


@lru_cache(KEPT)
def sort(m: Mention) -> str:
    """Place, body, vessel, person, or whoever acts; empty where nothing tells."""
    if is_body(m):
        return "body"
    if m.value.role & stems("vessel", m.statement.language):
        return "vessel"
    if inside(m):
        return "place"
    if offices(m):
        return "person"
    done = act(m)
    return "actor" if done is not None and done.agent else ""


def offices(m: Mention) -> frozenset[str]:
    """The stems of the titles and trades directly beside a name."""
    role: frozenset[str] = m.value.role
    return role & people(m.statement.language)


def other_offices(x: Mention, y: Mention) -> bool:
    """Whether two people bear titles or trades, but no common one: a coach, a captain."""
    if half_named(x, y):
        return False
    table = synonyms(x.statement.language)
    here, there = ({table.get(office, office) for office in offices(m)} for m in (x, y))
    if not here or not there:
        return False
    return _rank(x) != _rank(y) or not (here & there or (_word_for_word(x, y) and not speaks(x)))


def _word_for_word(x: Mention, y: Mention) -> bool:
    """Whether two sentences have the same words, but for two names and what says who these are."""
    here, there = (
        {f[2] for n, f in enumerate(m.statement.forms) if f[3] and not m.first <= n < m.last} for m in (x, y)
    )
    told = here - x.value.role - y.value.role
    return len(told) >= PLAIN and told == there - x.value.role - y.value.role


def _rank(m: Mention) -> bool:
    """Whether a word beside a name takes from an office: the deputy mayor, a former minister."""
    apposed = m.first and m.statement.gaps[m.first].strip() == ","  # "the vice-president of the guild, …"
    reach = APPOSED + 1 if apposed else BESIDE
    before = {t.stem for t in m.statement.tokens[max(0, m.first - reach) : m.first]}
    return not stems("rank_beside", m.statement.language).isdisjoint(m.value.role | before)


def other_article(x: Mention, y: Mention) -> bool:
    """Whether an article stands before one of two names that are not both bodies: "the Owls", "Ida Brenn".

    It tells nothing of ships ("the Merlin", "the ferry Merlin"), nor of places where towns have their own: o
    Porto, La Rochelle.
    """
    if (is_body(x) and is_body(y)) or x.value.acronym or y.value.acronym:
        return False
    if "vessel" in {sort(x), sort(y)} or (x.value.place and y.value.place and x.statement.language in TITLED):
        return False
    return _article(x) != _article(y)


def _other_end(x: Mention, y: Mention) -> bool:
    """Whether the words beside two names tell of the two ends of one affair: who sells, who buys."""
    ends, known = lexicon(x.statement.language).rows("ends"), _at_ends(x.statement.language)
    here, there = ([word for word in _around(m) if word in known] for m in (x, y))
    return bool(here and there) and any(_end(here, row) * _end(there, row) < 0 for row in ends)


@cache
def _at_ends(language: str) -> frozenset[str]:
    """Every word of one end of an affair or the other."""
    return frozenset(word for row in lexicon(language).rows("ends") for end in row for word in end)


def _end(around: Sequence[str], ends: Sequence[Set[str]]) -> int:
    """Of which of two ends the nearest of some words is, 1 or -1; 0 where none of them is of either."""
    return next((1 if word in ends[0] else -1 for word in around if word in ends[0] or word in ends[1]), 0)


def _around(m: Mention) -> tuple[str, ...]:
    """The words beside a name, those before it first, the nearest of each side leading."""
    words = m.statement.sequence
    return (*words[max(0, m.first - BESIDE) : m.first][::-1], *words[m.last : m.last + BESIDE])


def _of(m: Mention) -> bool:
    """Whether "of" stands before a name that is no body, behind no word for a place: the bishop of Karr."""
    tokens, words = m.statement.tokens, lexicon(m.statement.language)
    if (
        m.first < 2 or stands_for_body(m) or m.value.place or not tokens[m.first - 2].content
    ):  # "that of Ida Brenn"
        return False
    apposed = words.words("place_of") | words.words("body")  # "the island of Karr", "the firm of Karr"
    return tokens[m.first - 1].word == "of" and tokens[m.first - 2].word not in apposed and by(m) is None


def _article(m: Mention) -> bool:
    """Whether an article stands before a name, and not before a people: "the Swede Ida Brenn"."""
    first = m.value.words[:1]
    if len(m.value.words) > 2 and named_country(first, m.statement.language):
        return False
    if m.value.place and m.last < len(m.statement.tokens) and m.statement.tokens[m.last].content:
        return False  # that of a noun behind it: "in a Karr garage"
    before = m.statement.tokens[m.first - 1] if m.first and not m.statement.gaps[m.first].strip() else None
    return before is not None and before.word in lexicon(m.statement.language).words("article")


def of_many(x: Mention, y: Mention) -> bool:
    """Whether two names are of people of whom there may be more: relatives, who "also" did it."""
    if not _may_be_many(x, y):
        return False
    words, near = lexicon(x.statement.language), [_near(m) for m in (x, y)]
    before = [m.statement.sequence[: m.first] for m in (x, y)]
    told = {*near[0], *near[1], *map(" ".join, (*pairwise(near[0]), *pairwise(near[1])))}
    return not words.words("several").isdisjoint(told) or _both(words.words("one_of"), before)


def both_victims(x: Mention, y: Mention) -> bool:
    """Whether it is told of two people what befalls several at once: they are dead, hurt, missing."""
    fates = lexicon(x.statement.language).words(*FATES)
    return _may_be_many(x, y) and _both(fates, [_near(m) for m in (x, y)])


def _may_be_many(x: Mention, y: Mention) -> bool:
    return not (any(m.value.place or is_body(m) for m in (x, y)) or one_title(x, y))


def _both(words: frozenset[str], told: Sequence[Sequence[str]]) -> bool:
    return not any(map(words.isdisjoint, told))


def _near(m: Mention) -> tuple[str, ...]:
    return m.statement.sequence[max(0, m.first - NEAR) : m.last + NEAR]


def one_is_kin(x: Mention, y: Mention) -> bool:
    """Whether one alone is told as somebody's kin: "his brother, Max Karr", "the suspect, Paul Karr"."""
    kin = stems("kin", x.statement.language) - stems("grown", x.statement.language)
    return kin.isdisjoint(x.value.role) != kin.isdisjoint(y.value.role)


def _is_told(m: Mention) -> bool:
    """Whether "told" stands before a name, as before that of a paper: who reports, not who acts."""
    return preposition(m) in lexicon(m.statement.language).words("tell")


def speaks(m: Mention) -> bool:
    """Whether a verb of speech stands beside a name, of no place: whom one report asks, another need not.

    Who "was told", or "was recalled", is spoken to.
    """
    said, words = m.statement.sequence, lexicon(m.statement.language)
    behind = said[m.last : m.last + 2]
    near = said[max(0, m.first - 3) : m.first] + (behind if words.words("be").isdisjoint(behind[:1]) else ())
    return not inside(m) and not (words.words("say") - words.words("deed")).isdisjoint(near)


def one_title(x: Mention, y: Mention) -> bool:
    """Whether two names have a title in common: there is one mayor."""
    return bool(x.value.role & y.value.role & stems("title", x.statement.language))

"""One name in two spellings, over whole articles: a fact about two articles, wherever the name stands.

Candidates are capitalised words that one article has and the other has not, and that become equal when
one or two letters are left out of each (the deletion neighbourhood of Garbe's SymSpell). They count where
a word of the name beside them is the same: Ann Bergson, Ann Bergsson.

Inside one article a form that stands once is a slip of one a letter apart that stands again and again.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations, islice

from rapidfuzz.distance import OSA

from core.findings.kind import Conflict, Mention, Readings
from core.findings.labels import of_spelling
from core.findings.names.bearer import inflected
from core.findings.names.countries import is_country
from core.findings.names.name import LETTERS, SPELLED, Name, Tie, spelled_alike, tie
from core.findings.text import Article, folded
from core.model import FindingKind
from core.progress import Tick, let_go, silent, sorted_ticked, ticked

VOCABULARY, PAIRS = 10_000, 20_000
"""Capitalised words that some article lacks up to which two letters may differ, and pairs of words that are
looked at in full: five and ten times those of two novels. Of 20,000 long words, the keys take 115 MB."""
CROWD, MET = 50, 200_000
"""Words that one key may have in common, and meetings of two words over all keys: four times those of 10,900
capitalised words from 400 files of news. 20,000 words of eight letters from a to e meet 10,000,000 times."""
OFTEN = 5
"""How often the other form of a slip stands: fewer are two names as often as not."""
SURE = 6
"""Letters from which a word is a slip of another: Mark and Mary are two people."""


def conflicts(
    articles: Sequence[Article], names: Readings, common: frozenset[str], tick: Tick = silent
) -> list[Conflict]:
    """Find names that two articles spell differently.

    Args:
        articles: The articles, in an order that does not depend on how they were given.
        names: Gives the names of a sentence.
        common: Words that some source writes in lower case: no names.
        tick: Told now and then; what it raises stops the search.

    Returns:
        One conflict for each pair of articles and spellings, at the first full name in each, and for each
        slip inside one article.
    """
    places = [_places(a, common, tick) for a in articles]
    holders: dict[str, set[int]] = defaultdict(set)
    for n, own in enumerate(places):
        for word in own:
            holders[word].add(n)
    found = [c for a, own in zip(articles, places, strict=True) for c in _slips(a, own, names, tick)]
    lacked = sorted(word for word, own in holders.items() if len(own) < len(articles))
    for p, q in _variants(lacked, tick):
        tick(0.0)
        if holders[p] & holders[q]:
            continue
        for i in sorted(holders[p]):
            for j in sorted(holders[q]):
                pair = _full(articles[i], places[i][p], articles[j], places[j][q], names)
                if pair is not None:
                    found.append(_conflict(*(pair[:2] if i < j else pair[1::-1]), pair[2]))
    return found


def _slips(article: Article, places: dict[str, list[int]], names: Readings, tick: Tick) -> Iterator[Conflict]:
    """Names of one article that stand once, beside another that stands often and is a letter apart."""
    often: dict[str, list[str]] = defaultdict(list)
    for word, own in places.items():
        if len(own) >= OFTEN and len(word) >= SURE:
            for key in _deletions(word, twice=False):
                often[key].append(word)
    for word, own in ticked(list(places.items()) if often else (), tick):
        if len(own) > 1 or len(word) < SURE:
            continue
        near = {o for key in often.keys() & _deletions(word, twice=False) for o in often[key]}
        for other in sorted(o for o in near if _slip(word, o)):
            pair = _in_one(article, own[0], places[other], names)
            if pair is not None:
                yield _conflict(*pair[:2], pair[2])


def _slip(word: str, often: str) -> bool:
    """Whether two words are a letter apart inside: endings make other words, "Turner" and "Turned"."""
    inside = word[0] == often[0] and word[-2:] == often[-2:]
    return inside and spelled_alike(word, often) and OSA.distance(word, often, score_cutoff=1) == 1


def _in_one(
    article: Article, at: int, places: Sequence[int], names: Readings
) -> tuple[Mention, Mention, Sequence[Mention]] | None:
    """The name at a place, the first of some others that is the same but for a letter, and all of these."""
    others = [m for p in places[:8] if (m := _name_at(article, p, names)) is not None and not is_country(m)]
    x = _name_at(article, at, names) or _first_word(article, at)
    y = x and next((m for m in others if tie(x.value, m.value) is Tie.SPELLING), None)
    if x is None or y is None or is_country(x) or inflected(x, y):
        return None
    return (x, y, others) if x.start < y.start else (y, x, others)


def _first_word(article: Article, at: int) -> Mention | None:
    """A word that begins a sentence, where no more is known of it than its capital; no noun of German."""
    number = article.within(at)
    statement = article.statement(number) if number is not None else None
    if statement is None or statement.start != at or statement.language == "de":
        return None
    token = statement.tokens[0]
    value = Name((token.word,), frozenset(), place=False, acronym=False)
    return Mention(FindingKind.NAME, statement, token.start, token.end, 0, 1, value, token.text)


def _conflict(x: Mention, y: Mention, named: Sequence[Mention]) -> Conflict:
    shared = [t.text for t in x.statement.tokens[x.first : x.last] if t.word in y.value.words]
    return Conflict(x, y, 3.0, of_spelling(x, y, *named), SPELLED, tuple(shared), once=True)


def _places(article: Article, common: frozenset[str], tick: Tick) -> dict[str, list[int]]:
    """Folded capitalised words of an article -> where they stand."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, printed in ticked(article.capitals, tick):
        if len(printed) >= LETTERS and printed[0].isupper():
            word = folded(printed)
            if word not in common:
                places[word].append(at)
    return places


def _variants(words: Sequence[str], tick: Tick) -> list[tuple[str, str]]:
    """Pairs of words that can be spellings of one name."""
    first: dict[str, str] = {}
    several: dict[str, list[str]] = {}
    for word in ticked(words, tick):
        for key in _deletions(word, twice=len(words) <= VOCABULARY):
            if (other := first.setdefault(key, word)) is not word:
                several.setdefault(key, [other]).append(word)
    pairs = {two for members in ticked(_crowds(several, tick), tick) for two in combinations(members, 2)}
    let_go(first, tick, 0.0)
    let_go(several, tick, 0.0)
    rising = sorted_ticked(list(pairs), tick, 0.0)
    return list(islice((two for two in ticked(rising, tick) if spelled_alike(*two)), PAIRS))


def _crowds(index: dict[str, list[str]], tick: Tick) -> list[list[str]]:
    """The words of each key that several have, without the largest crowds where too many words meet."""
    crowds = [own for own in ticked(list(index.values()), tick) if len(own) < CROWD]
    often = Counter(map(len, crowds))
    met = accumulate(often[size] * size * (size - 1) // 2 for size in range(CROWD))
    most = bisect_right(list(met), MET)
    return [own for own in crowds if len(own) < most]


def _deletions(word: str, *, twice: bool) -> set[str]:
    """The word with at most one letter left out, or, if asked for, two from six letters on."""
    found = {word, *map("".join, combinations(word, len(word) - 1))}
    if twice and 6 <= len(word) <= 14:
        found.update(map("".join, combinations(word, len(word) - 2)))
    return found


def _full(
    a: Article, at: Sequence[int], b: Article, to: Sequence[int], names: Readings
) -> tuple[Mention, Mention, Sequence[Mention]] | None:
    """The first pair of full names around two spellings that differ in nothing else, and all of them."""
    left = [m for p in at[:8] if (m := _name_at(a, p, names)) is not None and len(m.value.words) > 1]
    right = [m for p in to[:8] if (m := _name_at(b, p, names)) is not None and len(m.value.words) > 1]
    for x in left:
        for y in right:
            if tie(x.value, y.value) is Tie.SPELLING and not inflected(x, y):
                return x, y, (*left, *right)
    return None


def _name_at(article: Article, place: int, names: Readings) -> Mention | None:
    number = article.within(place)
    if number is None:
        return None
    return next((m for m in names(article.statement(number)) if m.start <= place < m.end), None)

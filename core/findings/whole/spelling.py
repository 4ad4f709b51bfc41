"""One name in two spellings, over whole articles: a fact about two articles, wherever the name stands.

Candidates are capitalised words that one article has and the other has not, and that become equal when
one or two letters are left out of each (the deletion neighbourhood of Garbe's SymSpell). They count where
a word of the name beside them is the same: Ann Bergson, Ann Bergsson.

Inside one article a form that stands once is a slip of one a letter apart that stands again and again, or of
the family name of somebody told in full where it stands alone. Who else has the right form carries it.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations, islice, product

from rapidfuzz.distance import OSA

from core.findings.article import Article
from core.findings.kind import Conflict, Mention, Reader
from core.findings.names.bearer import inflected
from core.findings.names.labels import of_spelling
from core.findings.numbers.comparing import same_person
from core.findings.text import folded
from core.findings.tie import LETTERS, SPELLED, Name, Tie, spelled_alike, tie
from core.findings.whole.event import Accounts
from core.model import FindingKind
from core.progress import Tick, let_go, sorted_ticked, ticked

VOCABULARY, PAIRS = 10_000, 20_000
"""Capitalised words that some article lacks up to which two letters may differ, and pairs of words that are
looked at in full: five and ten times those of two novels. Of 20,000 long words, the keys take 115 MB."""
CROWD, MET = 50, 200_000
"""Words that one key may have in common, and meetings of two words over all keys: four times those of 10,900
capitalised words from 400 files of news. 20,000 words of eight letters from a to e meet 10,000,000 times."""
LONGEST = 60
"""Letters of a name at most: the longest of a place in Britain has 58. One letter after the other left out,
100,000 letters took 60 s and, where they are not all alike, the square of that in memory."""
OFTEN = 5
"""How often the other form of a slip stands: fewer are two names as often as not."""
SURE = 6
"""Letters from which a word is a slip of another: Mark and Mary are two people."""


def conflicts(accounts: Accounts) -> list[Conflict]:
    """Find names that two articles spell differently.

    Args:
        accounts: The articles, with what reads them.

    Returns:
        One conflict for each pair of articles and spellings, at the first full name in each, and for each
        slip inside one article.
    """
    articles, names, tick = accounts.articles, accounts.names, accounts.tick
    places = [_places(a, accounts.common, tick) for a in articles]
    holders: dict[str, set[int]] = defaultdict(set)
    for n, own in enumerate(places):
        for word in own:
            holders[word].add(n)
    asked = sorted(w for w, own in holders.items() if len(own) < len(articles) or len(w) >= SURE)
    found: list[Conflict] = []
    for p, q in _variants(asked, tick):
        tick(0.0)
        told: list[Conflict] = []
        for i, j in product(sorted(holders[p]), sorted(holders[q])) if not holders[p] & holders[q] else ():
            pair = _full(articles[i], places[i][p], articles[j], places[j][q], names)
            if pair is not None:
                told.append(_conflict(*(pair[:2] if i < j else pair[1::-1]), pair[2]))
        found += told or [*_slips(articles, places, (p, q), names), *_slips(articles, places, (q, p), names)]
    return found


def _slips(
    articles: Sequence[Article],
    places: Sequence[dict[str, list[int]]],
    words: tuple[str, str],
    names: Reader,
) -> Iterator[Conflict]:
    """A word that stands once, against another that its article has often or in full, and others have too."""
    word, other = words
    at = [n for n, own in enumerate(places) if word in own]
    i = at[0]
    once = len(at) == len(places[i][word]) == 1 and len(word) >= SURE
    if not once or other not in places[i] or not _slip(word, other):
        return
    x = _name_at(articles[i], places[i][word][0], names) or _first_word(articles[i], places[i][word][0])
    y = x and _in_one(x, articles[i], places[i][other], names)
    if x is None or y is None:
        return
    yield _conflict(*((x, y) if x.start < y.start else (y, x)), (y,))
    for j, own in enumerate(places):
        z = _in_one(x, articles[j], own.get(other, ()), names) if i != j else None
        if z is not None and same_person(frozenset(y.value.words), frozenset(z.value.words)):
            yield _conflict(*((x, z) if i < j else (z, x)), (y, z))


def _slip(word: str, often: str) -> bool:
    """Whether two words are a letter apart inside: endings make other words, "Turner" and "Turned"."""
    inside = word[0] == often[0] and word[-2:] == often[-2:]
    return inside and spelled_alike(word, often) and OSA.distance(word, often, score_cutoff=1) == 1


def _in_one(x: Mention, article: Article, places: Sequence[int], names: Reader) -> Mention | None:
    """The first of the names at some places that is another but for a letter.

    It stands there often, or in full beside the other alone: a family name that nobody was given with.
    """
    near = [m for p in places[:8] if (m := _name_at(article, p, names)) is not None]
    if len(places) < OFTEN:
        near = [m for m in near if len(m.value.words) > len(x.value.words) == 1 and not m.value.place]
    return next((m for m in near if tie(x.value, m.value) is Tie.SPELLING), None)


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
        if LETTERS <= len(printed) <= LONGEST and printed[0].isupper():
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
    a: Article, at: Sequence[int], b: Article, to: Sequence[int], names: Reader
) -> tuple[Mention, Mention, Sequence[Mention]] | None:
    """The first pair of full names around two spellings that differ in nothing else, and all of them."""
    left = [m for p in at[:8] if (m := _name_at(a, p, names)) is not None and len(m.value.words) > 1]
    right = [m for p in to[:8] if (m := _name_at(b, p, names)) is not None and len(m.value.words) > 1]
    for x in left:
        for y in right:
            if tie(x.value, y.value) is Tie.SPELLING and not inflected(x, y):
                return x, y, (*left, *right)
    return None


def _name_at(article: Article, place: int, names: Reader) -> Mention | None:
    number = article.within(place)
    if number is None:
        return None
    return next((m for m in names(article.statement(number)) if m.start <= place < m.end), None)

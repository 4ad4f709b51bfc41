"""Names that fill the same slot in two accounts: spellings, first names, rivals in a role, swapped roles."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from core.findings import exchange
from core.findings.beside import phrase, tells_who
from core.findings.exchange import DETERMINERS
from core.findings.kind import Conflict, Mention
from core.findings.language import lexicon, stemmer
from core.findings.name import Tie, is_country, tie
from core.findings.slots import Pair, Window, alike
from core.findings.text import words_in
from core.model import FindingKind

_COMMA = re.compile(r"\s*(?:,|,?\s(?:and|or|und|oder|et|ou|y|e|и|или)\s)\s*")
LEAST = {Tie.SPELLING: 1.35, Tie.GIVEN: 1.5, Tie.DIFFERENT: 1.35}
"""Score from which two names surely fill one slot."""
BONUS = {Tie.SPELLING: 1.2, Tie.GIVEN: 0.9, Tie.DIFFERENT: 0.0}
SIZE = 4
"""Content words from which the coverage of a sentence tells something by itself."""
PLAIN = 2
"""Aligned words with a small letter that two names with nothing in common need around them."""
LONE, LONE_SIZE, LONE_PLAIN = 0.5, 6, 3
"""Added where nothing else differs; content words of either sentence and aligned plain words it takes."""
REST, LONGER_REST = 0.5, 0.4
"""Share of the words of the shorter, and of the longer window that are aligned where only names differ."""
ONLY = 0.5
"""Added where that says so: it takes no likeness close by."""
PERSON = frozenset({"he", "she"})
"""Where one side alone has such a word, it may stand for the name of the other."""
HEAD = 1.5
"""Added where both names belong to one noun: a boat of the police, a coast guard boat."""
FATES = ("dead", "hurt", "missing", "arrested", "hostages", "living", "homeless", "in_hospital")
"""Lists of words for what befalls several people at once."""
NEAR = 6
"""Words between a name and what befell the named one."""
RULE = {
    Tie.SPELLING: "one name in two spellings",
    Tie.GIVEN: "same family name, another first name",
    Tie.DIFFERENT: "another name in the same place of the sentence",
}


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands around two names."""

    cover: float
    """Share of the content words of the shorter sentence that are aligned, 0-1."""
    left: int
    """Equal words directly left of both, at most four."""
    right: int
    """Equal words directly right."""
    size: int
    """Content words of the shorter sentence, without the name."""
    plain: int
    """Aligned words that are no names."""
    close: int
    """Aligned words within four of both."""
    role: bool
    """Whether both have a role word in common."""
    head: bool
    """Whether both belong to the same noun, and another word near both is the same."""
    lone: bool = False
    """Whether they are the one thing that differs: two bodies, two places or members of one list."""


def conflicts(
    pair: Pair, a: Sequence[Mention], b: Sequence[Mention], known: tuple[frozenset[str], frozenset[str]]
) -> list[Conflict]:
    """Find names that conflict between two windows.

    Args:
        pair: The two windows.
        a: Names of the first.
        b: Names of the second.
        known: Every word of each side's whole article: who is named anywhere there is no rival.

    Returns:
        At most one conflict for each name.
    """
    here, there = pair.a.telling, pair.b.telling
    open_a = [m for m in a if not set(m.value.words) <= there and not _same_as_any(m, b)]
    open_b = [m for m in b if not set(m.value.words) <= here and not _same_as_any(m, a)]
    alone = (a, b) if len(open_a) == 1 == len(open_b) else None
    surplus = 0.15 * abs(sum(not m.value.place for m in open_a) - sum(not m.value.place for m in open_b))
    new = [(x, y) for x in open_a for y in open_b if _both_new(x, y, known)]
    scored = [(_score(pair, x, y, alone) - surplus, x, y) for x, y in new]
    scored.sort(key=lambda c: (-c[0], c[1].start, c[2].start))
    found: list[Conflict] = []
    used: set[Mention] = set()
    for score, x, y in scored:
        if not {x, y} & used and score >= LEAST[tie(x.value, y.value)]:
            used |= {x, y}
            found.append(_conflict(pair, x, y, score))
    return found or exchange.conflicts(pair, a, b)


def _same_as_any(m: Mention, others: Sequence[Mention]) -> bool:
    return any(tie(m.value, o.value) in {Tie.SAME, Tie.RELATED} for o in others)


def _both_new(x: Mention, y: Mention, known: tuple[frozenset[str], frozenset[str]]) -> bool:
    return not set(x.value.words) <= known[1] and not set(y.value.words) <= known[0]


def _conflict(pair: Pair, x: Mention, y: Mention, score: float) -> Conflict:
    how: Tie = tie(x.value, y.value)
    place = how is Tie.DIFFERENT and x.value.place and y.value.place and not (_titled(x) or _titled(y))
    if place:
        x, y = _as_place(x), _as_place(y)
    return Conflict(
        x, y, score, label(pair, x, y), RULE[how] if not place else "another place", pair.context(x, y)
    )


def _titled(m: Mention) -> bool:
    """Whether a title stands before a name: whoever bears one is no place."""
    return not m.value.role.isdisjoint(_title_stems(m.statement.language))


def _as_place(m: Mention) -> Mention:
    return Mention(FindingKind.PLACE, m.statement, m.start, m.end, m.first, m.last, m.value, m.said)


def label(pair: Pair, x: Mention, y: Mention) -> str:
    """What the named one is or does, in the words beside one of the names; else what stands near both."""
    if tie(x.value, y.value) is Tie.SPELLING:
        return who_is(x, y) or f"spelling of {max((len(m.said), m.said) for m in (x, y))[1]}"
    if x.value.head and x.value.head == y.value.head:
        return next(t.text.lower() for t in x.statement.tokens if t.stem == x.value.head)
    return role_words(x, y) or " ".join(w for w in pair.context(x, y)[:3] if w.islower()) or "name"


def who_is(*named: Mention) -> str:
    """The same where it has a noun of people or bodies and is no mere title; else nothing."""
    words, language = role_words(*named), named[0].statement.language
    told = [w for w in words_in(words) if tells_who(w, language)]
    return (
        words if told and (len(words.split()) > 1 or told[0] not in lexicon(language).words("title")) else ""
    )


def role_words(*named: Mention) -> str:
    """The phrase that says most often beside the names what the named one is, or the shortest, or nothing."""
    phrases = Counter(p for m in named if (p := phrase(m.statement, m.first, m.last)))
    return min(phrases, key=lambda p: (-phrases[p], len(p), p), default="")


def _score(
    pair: Pair, x: Mention, y: Mention, alone: tuple[Sequence[Mention], Sequence[Mention]] | None
) -> float:
    """How surely two names fill the same slot; 0 where a guard says that they do not.

    `alone` has all names of both sides, if no other of them is without its like on the other side.
    """
    how = tie(x.value, y.value)
    if how in {Tie.SAME, Tie.RELATED}:
        return 0
    shorter, _ = pair.cover(x.statement, y.statement, x, y)
    left, right = pair.sides(x, y)
    close = _close(pair, x, y)
    role = bool(x.value.role & y.value.role)
    head = _one_head(pair, x, y)
    listed = alone is not None and _one_list(x, y, *alone)
    only = alone is not None and _only(pair, x, y)
    lone = alone is not None and (only or _lone(pair, x, y, shorter))
    beside = Beside(
        shorter, left, right, min(_size(x), _size(y)), _plain(pair), close, role, head, lone or listed
    )
    if how is Tie.DIFFERENT and not _plausible(x, y, beside):
        return 0
    if how is Tie.GIVEN and shorter < _given_cover(x, y, alone):
        return 0
    both = bool(x.value.place and y.value.place)
    one = x.value.place != y.value.place and not lone
    score = 0.5 * min(pair.near(x, y), 2) + 0.12 * left + 0.12 * right + 0.35 * min(close, 2) + 0.8 * shorter
    score += BONUS[how]
    return score + HEAD * (head or listed) + LONE * lone + ONLY * only + 0.7 * role + 0.5 * both - 0.35 * one


def _plausible(x: Mention, y: Mention, beside: Beside) -> bool:
    """Whether two names that have nothing in common can be rivals."""
    p, q = x.value, y.value
    places, acronyms = p.place and q.place, p.acronym and q.acronym
    if max(len(p.words), len(q.words)) < 2 and not (places or acronyms or beside.lone) and _spaced(x):
        return False
    if _outlet(x) or _outlet(y) or _country_and_other(x, y) or _one_of_many(x, y):
        return False
    if _speaks(x) and _speaks(y) and not beside.role:
        return False
    if beside.lone:
        return True
    if beside.plain < PLAIN:
        return False
    cover, left, right = beside.cover, beside.left, beside.right
    return bool(
        (left and right and cover >= 0.55)
        or (beside.role and cover >= 0.5)
        or (beside.close >= 2 and beside.size >= SIZE and cover >= 0.85 and not p.place and not q.place)
        or (left >= 2 and cover >= 0.85 and (acronyms or places))
        or (left and cover >= 0.7 and places)
        or (places and cover >= 0.5 and _one_anchor(x, y))
        or (beside.head and max(len(p.words), len(q.words)) > 1)
    )


def _country_and_other(x: Mention, y: Mention) -> bool:
    """Whether one is a country or its people, and the other perhaps a place in it or a short form."""
    return is_country(x) != is_country(y)


def _one_of_many(x: Mention, y: Mention) -> bool:
    """Whether two names are of people of whom there may be more: victims, survivors, relatives of others."""
    if any(m.value.place or _is_body(m) for m in (x, y)):
        return False
    if x.value.role & y.value.role & _title_stems(x.statement.language):  # there is one mayor
        return False
    return all(_is_one_of(m) for m in (x, y)) or all(_suffers(m) for m in (x, y))


def _is_one_of(m: Mention) -> bool:
    """Whether words before a name make it one of several: "among the dead was", "relatives of"."""
    words = lexicon(m.statement.language)
    return any(t.word in words.words("one_of") for t in m.statement.tokens[: m.first])


def _suffers(m: Mention) -> bool:
    """Whether words near a name tell what befell several: they are killed, hurt, missing or held."""
    words = lexicon(m.statement.language)
    near = {t.word for t in m.statement.tokens[max(0, m.first - NEAR) : m.last + NEAR]}
    return any(not near.isdisjoint(words.words(t)) for t in FATES)


def _one_anchor(x: Mention, y: Mention) -> bool:
    """Whether one noun stands before the prepositions of two places: "a clinic in Karr / at Ostrel"."""
    nouns = [next((t for t in reversed(m.statement.tokens[: m.first]) if t.content), None) for m in (x, y)]
    near = all(n is not None and m.start - n.end <= 12 for n, m in zip(nouns, (x, y), strict=True))
    return near and nouns[0].stem == nouns[1].stem and nouns[0].text.islower()  # type: ignore[union-attr]


def _spaced(m: Mention) -> bool:
    return m.statement.language != "ja"


def _outlet(m: Mention) -> bool:
    """Whether a name stands after "told" or "with", or before a verb of speech: who reports, not who acts."""
    tokens = m.statement.tokens
    before = tokens[m.first - 1].word if m.first else ""
    return before == "with" or before in lexicon(m.statement.language).words("tell")


def _lone(pair: Pair, x: Mention, y: Mention, cover: float) -> bool:
    """Whether two bodies, or two places, are all that differs in two sentences about the same."""
    if min(_size(x), _size(y)) < LONE_SIZE or _plain(pair) < LONE_PLAIN:
        return False
    left, _ = pair.sides(x, y)
    if left > 2 and cover >= 0.85:  # "in the market square of Karr / of Ostrel"
        return True
    bodies = _is_body(x) and _is_body(y) and (cover >= 0.8 or (cover >= 0.6 and pair.whole >= 0.45))
    places = x.value.place and y.value.place and not _is_body(x) and not _is_body(y)
    return bodies or (places and cover >= 0.75 and pair.whole >= 0.7)


def _only(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether two names of one sort are all that differs, however the sentences are built."""
    if _plain(pair) < LONE_PLAIN or not _one_sort(x, y) or _speaks(x) or _speaks(y):
        return False
    if pair.a.has(PERSON) != pair.b.has(PERSON) or _other_titles(x, y):
        return False
    sizes = sorted((pair.a.content - _own(pair.a, x), pair.b.content - _own(pair.b, y)))
    both = len(pair.aligned)
    return both >= REST * sizes[0] and both >= LONGER_REST * sizes[1]


def _one_sort(x: Mention, y: Mention) -> bool:
    """Whether both may name people, or bodies, or places; an inflected name is no other one."""
    if _is_body(x) != _is_body(y) or _inside(x) != _inside(y):
        return False
    if x.statement.language == "de" and not _inside(x):  # two nouns look like a name
        return False
    if any(alike(p, q) for p in x.value.words for q in y.value.words):
        return False
    return min(len(x.value.words), len(y.value.words)) > 1 or _one_anchor(x, y)


def _inside(m: Mention) -> bool:
    """Whether a preposition of place stands before a name; "to", "from" and "by" stand before people too."""
    n = m.first - 1
    n -= n > 0 and m.statement.tokens[n].word in DETERMINERS
    return m.value.place and n >= 0 and m.statement.tokens[n].word not in {"to", "from", "by"}


def _own(window: Window, m: Mention) -> int:
    """Content words of a name, with the acronym behind it."""
    first, last = window.place(m)
    behind = window.tokens[last : last + 1]
    last += any(t.text.isupper() and len(t.text) > 1 for t in behind)
    return sum(t.content for t in window.tokens[first:last])


def _speaks(m: Mention) -> bool:
    """Whether a verb of speech stands beside a name: whom one report asks, another need not."""
    tokens, verbs = m.statement.tokens, lexicon(m.statement.language).words("say")
    near = tokens[max(0, m.first - 2) : m.first] + tokens[m.last : m.last + 2]
    return any(t.word in verbs for t in near)


def _given_cover(x: Mention, y: Mention, alone: tuple[Sequence[Mention], Sequence[Mention]] | None) -> float:
    """Coverage that two first names take; none where both bear one title: the captain has one name."""
    if x.value.role & y.value.role & _title_stems(x.statement.language):
        return 0
    return 0.4 if alone is not None and min(map(len, alone)) > 1 else 0.6


def _other_titles(x: Mention, y: Mention) -> bool:
    """Whether two people bear titles, but no common one: a coach, a captain."""
    titles = _title_stems(x.statement.language)
    here, there = x.value.role & titles, y.value.role & titles
    return bool(here and there) and not here & there


@cache
def _title_stems(language: str) -> frozenset[str]:
    stem = stemmer(language)
    return frozenset(stem.stemWord(w) if stem else w for w in lexicon(language).words("title"))


def _is_body(m: Mention) -> bool:
    return len(m.value.words) > 1 and m.value.words[-1] in lexicon(m.statement.language).words("body")


def _one_list(x: Mention, y: Mention, a: Sequence[Mention], b: Sequence[Mention]) -> bool:
    """Whether two names stand in lists of names that are otherwise the same: "to Karr, Ostrel and Vem"."""
    left, right = _beside_in_list(x, a), _beside_in_list(y, b)
    return len(left) == len(right) > 0 and all(_same_as_any(m, right) for m in left)


def _beside_in_list(m: Mention, names: Sequence[Mention]) -> list[Mention]:
    """The other names of the list that a name stands in, joined by commas or "and"."""
    own = [n for n in names if n.statement is m.statement]
    text, at = m.statement.text, m.statement.start
    lists: list[list[Mention]] = []
    for n in own:
        if lists and _COMMA.fullmatch(text, lists[-1][-1].end - at, n.start - at):
            lists[-1].append(n)
        else:
            lists.append([n])
    return [n for one in lists if m in one for n in one if n is not m]


def _one_head(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether both names belong to the same noun, and another word near both is the same."""
    noun = x.value.head
    if not noun or noun != y.value.head:
        return False
    inside = any(t.stem == noun for m in (x, y) for t in m.statement.tokens[m.first : m.last])
    return _near(pair, x, y) > (0 if inside else 1)


def _near(pair: Pair, x: Mention, y: Mention) -> int:
    """How many aligned words with a small letter stand within eight of both names."""
    (x0, x1), (y0, y1) = pair.a.place(x), pair.b.place(y)
    return sum(
        1
        for i, j in pair.aligned.items()
        if (x0 - 8 <= i < x0 or x1 <= i < x1 + 8) and (y0 - 8 <= j < y0 or y1 <= j < y1 + 8)
    )


def _size(m: Mention) -> int:
    return sum(t.content for n, t in enumerate(m.statement.tokens) if not m.first <= n < m.last)


def _plain(pair: Pair) -> int:
    """Aligned words that are no names, as far as a capital tells; in German it does not."""
    german = pair.a.statements[0].language == "de"
    return sum(german or not pair.a.tokens[i].text[0].isupper() for i in pair.aligned)


def _close(pair: Pair, x: Mention, y: Mention) -> int:
    """How many aligned words stand within four of both names."""
    (x0, x1), (y0, y1) = pair.a.place(x), pair.b.place(y)
    return sum(
        1
        for i, j in pair.aligned.items()
        if (x0 - 4 <= i < x0 or x1 <= i < x1 + 4) and (y0 - 4 <= j < y0 or y1 <= j < y1 + 4)
    )

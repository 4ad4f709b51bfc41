"""Polarity: whether a sentence says a word plainly or denies it, and where it stands on rows of opposites."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from core.findings.language import lexicon, stemmer
from core.findings.text import Statement, Token


class Said(Enum):
    """How a word is said in its clause."""

    PLAIN = "plain"
    DENIED = "denied"
    UNSURE = "unsure"
    """Asked, feared, wished for, possible, denied twice or in part: it contradicts nothing."""


class Reading(NamedTuple):
    """How a word is said in its clause."""

    said: Said
    negator: int
    """The token that denies it; -1 where none does."""
    ahead: bool | None
    """Whether it is told as to come; None where that is open: "to open"."""


class Stand(NamedTuple):
    """A word or phrase on one pole of a row of opposites."""

    row: int
    pole: int
    first: int
    """First token in the sentence."""
    last: int
    """One past the last."""


class Row(NamedTuple):
    """What kind of row of opposites it is."""

    loose: bool
    """Whether it needs equal neighbours on both sides: the words have many uses."""
    either: bool
    """Whether what is not on one pole is on the other: alive and dead, but not rose and fell."""
    act: bool = False
    """Whether its phrases say a whole act of the news: only who does it must be the same as well."""


KEPT = 1_000
"""Sentences of which it is kept what was found in them: a sentence stands in several pairs of windows."""
LETTERS = 4
"""Letters of a word from which a prefix before it is a prefix and no part of another word."""
_DEED = ("tion", "cion", "cao", "zione")
"""Endings of nouns of deeds, which prefixes turn into other deeds: plantation, implantation."""
REACH = 8
"""Words before a word within which its clause denies it or leaves it open."""
ABOVE = 3
"""Words before "that" which say how surely what follows is told."""
GAP = 2
"""Words that may stand between two of a phrase of an act: "give up the party leadership"."""
_KANA = "\u3041", "\u309f"
"""Letters of which the endings of Japanese verbs are made."""
_MARKS = frozenset(',;:.()[]–—"“”„«»…')
Phrase = tuple[str, ...]
Table = dict[str, list[tuple[Phrase, int, int]]]
"""A stem -> (stems, row, pole) of each word or phrase on a pole."""


@cache
def rows(language: str) -> tuple[tuple[Row, ...], Table]:
    """The rows of opposites of a language, and by their last stem where the words stand on them."""
    words = lexicon(language)
    kinds = {"opposite": Row(False, False), "either": Row(False, True), "loose": Row(True, False)}
    kinds["act"] = Row(False, True, act=True)
    listed = [(kind, row) for key, kind in kinds.items() for row in words.rows(key)]
    table: dict[str, set[tuple[Phrase, int, int]]] = defaultdict(set)
    for n, (_, row) in enumerate(listed):
        for pole, group in enumerate(row):
            for entry in _in_full(group, words.words("be")):
                phrase = tuple(stem_of(w, language) for w in entry.split())
                table[phrase[-1]].add((phrase, n, pole))
    return tuple(kind for kind, _ in listed), {last: [*entries] for last, entries in table.items()}


def _in_full(group: AbstractSet[str], be: AbstractSet[str]) -> Iterator[str]:
    """The words of a pole; a phrase with "be" in every form of it."""
    for entry in group:
        yield from [f"{form} {entry[3:]}" for form in be] if entry.startswith("be ") else (entry,)


@cache
def stem_of(word: str, language: str) -> str:
    """The stem under which a sentence has a word of a list."""
    stem = stemmer(language)
    word = lexicon(language).values("irregular").get(word, word)
    return stem.stemWord(word) if stem and word.isalpha() else word


@lru_cache(KEPT)
def _met(s: Statement) -> Table:
    """First stem -> the words and phrases on a pole of which a sentence has all, the longest first."""
    (_, table), stems = rows(s.language), s.stems
    met: Table = defaultdict(list)
    listed = [e for stem in stems & table.keys() for e in table[stem]]
    for entry in sorted([e for e in listed if stems.issuperset(e[0])], key=_longest):
        met[entry[0][0]].append(entry)
    return met


def _longest(entry: tuple[Phrase, int, int]) -> tuple[int, int, int]:
    phrase, row, pole = entry
    return -len(phrase), row, pole


@lru_cache(KEPT)
def places(s: Statement) -> frozenset[tuple[int, int]]:
    """Every (row, pole) that has a word, or all words of a phrase, in a sentence."""
    return frozenset([(row, pole) for entries in _met(s).values() for _, row, pole in entries])


@lru_cache(KEPT)
def stands(s: Statement) -> tuple[Stand, ...]:
    """Where a sentence stands on the rows of its language; of two phrases that begin alike, the longer.

    An act and the words it is told in are looked for apart: "accept the verdict" is an act, "accept" a word.
    """
    (kinds, _), table = rows(s.language), _met(s)
    found: list[Stand] = []
    taken = {True: 0, False: 0}
    for n, (text, word, first, _) in enumerate(s.forms):
        if first not in table or _doer(word, s.language):
            continue
        name = text[0].isupper() and s.language != "de"
        for phrase, row, pole in table[first]:
            act = kinds[row].act
            if name and not (act and n == 0 and len(phrase) > 1):
                continue
            end = _end(s, n, phrase, GAP if act else 0)
            if end and (n >= taken[act] or (found and found[-1].first == n and found[-1].last == end)):
                taken[act] = max(taken[act], end)
                found.append(Stand(row, pole, n, end))
    return tuple(found)


def _end(s: Statement, n: int, phrase: Phrase, gap: int) -> int:
    """One past the last word of a phrase that begins at a token; 0 where it does not stand there."""
    at = n
    for stem in phrase[1:]:
        here = range(at + 1, min(len(s.forms), at + 2 + gap))
        at = next((k for k in here if s.forms[k][2] == stem), 0)
        if not at or (gap and any(_parted(s, k) for k in range(n, at))):
            return 0
    return at + 1


@lru_cache(4096)
def _doer(word: str, language: str) -> bool:
    """Whether a word is of who does it, where a list has only what is done: supporter, survivor."""
    ends = tuple(lexicon(language).words("doer"))
    return bool(ends) and word.endswith(ends) and word not in _listed(language)


@cache
def _listed(language: str) -> frozenset[str]:
    words = lexicon(language)
    rows = [row for key in ("opposite", "either", "loose", "act") for row in words.rows(key)]
    return frozenset().union(*(group for row in rows for group in row))


def apart(row: Row, x: Stand, y: Stand, a: Said, b: Said) -> bool | None:
    """Whether two places on one row, and how each is said, conflict; None where they have nothing to do."""
    if x.pole == y.pole:
        return None if Said.UNSURE in (a, b) and a is not b else a is not b
    if a is b:
        return True if a is Said.PLAIN or (row.either and a is Said.DENIED) else None
    return False if row.either and Said.UNSURE not in (a, b) else None


@lru_cache(4 * KEPT)
def reading(s: Statement, n: int) -> Reading:
    """How a sentence says one of its words.

    Args:
        s: The sentence.
        n: The token.

    Returns:
        Plain, denied by a token, or unsure; and whether it is to come.
    """
    words, ahead = lexicon(s.language), _ahead(s, n)
    if s.words.isdisjoint(_shading(s.language)):
        return Reading(Said.PLAIN, -1, ahead)
    clause = _clause(s, n)
    before = {s.tokens[k].word for k in clause if not s.tokens[k].text[0].isupper() or k == 0}  # not "in May"
    above = {t.word for t in _above(s, clause.start)}
    unsure = words.words("unsure", "some")
    compared = n > 0 and s.tokens[n - 1].word in words.words("as")
    if compared or not unsure.isdisjoint(before | above) or (ahead and "have" in before):
        return Reading(Said.UNSURE, -1, ahead)
    found = [k for k in (*clause, *_behind(s, n)) if _denies(s, k, n)] or _ending(s, n)
    if not found:
        near = words.words("negator").isdisjoint(before | above)  # "no signs of falling" denies no fall
        return Reading(Said.PLAIN if near else Said.UNSURE, -1, ahead)
    twice = len(found) > 1 and not words.words("concord")
    twice = twice or any(_idiom(s, k, n) for k in found)
    return Reading(Said.UNSURE if twice else Said.DENIED, found[0], ahead)


@cache
def denying(language: str) -> frozenset[str]:
    """Words without any of which a sentence denies nothing; of an ending, its first character."""
    words = lexicon(language)
    return words.words("negator", "refusing", "lacking") | {ending[0] for ending in words.words("ending")}


@cache
def _shading(language: str) -> frozenset[str]:
    """Words without any of which a sentence says all that it says plainly."""
    return denying(language) | lexicon(language).words("unsure", "some", "as") | {"have"}


def open_to(s: Statement, n: int) -> bool:
    """Whether an act is only open to somebody: "can appeal", "has until Friday to appeal"."""
    leave = lexicon(s.language).words("leave")
    return any(s.tokens[k].word in leave for k in _clause(s, n))


def _above(s: Statement, start: int) -> Sequence[Token]:
    """The words that a clause with "that" hangs on: "fears that", "found no evidence that"."""
    hangs = 0 < start <= len(s.tokens) and s.tokens[start - 1].word in lexicon(s.language).words("that")
    return s.tokens[max(0, start - 1 - ABOVE) : start - 1] if hangs else ()


def _ahead(s: Statement, n: int) -> bool | None:
    """Whether a word is told as to come, by the small words before it."""
    words = lexicon(s.language)
    n -= 1
    while n >= 0 and (not s.tokens[n].content or s.tokens[n].word in words.words("light")):
        if s.tokens[n].word in words.words("future") or s.tokens[n].word.endswith("'ll"):
            return True
        if s.tokens[n].word == "to":
            return None
        n -= 1
    return False


def clause(s: Statement, n: int) -> range:
    """The tokens of the clause that a word stands in, up to a mark or a conjunction, a few on either side."""
    ends = lexicon(s.language).words("clause")
    last, most = n + 1, min(len(s.tokens), n + REACH)
    while last < most and not _parted(s, last - 1) and s.tokens[last].word not in ends:
        last += 1
    return range(_clause(s, n).start, last)


def _clause(s: Statement, n: int) -> range:
    """The tokens before a word that belong to its clause."""
    ends = lexicon(s.language).words("clause")
    first = n
    while first > max(0, n - REACH) and not _parted(s, first - 1) and s.tokens[first - 1].word not in ends:
        first -= 1
    return range(first, n)


def _parted(s: Statement, n: int) -> bool:
    """Whether a mark stands behind a token."""
    return s.gaps[n + 1] != " " and not _MARKS.isdisjoint(s.gaps[n + 1])


def _behind(s: Statement, n: int) -> range:
    """A pronoun that denies the verb before it: "told nobody"."""
    nobody = lexicon(s.language).words("nobody")
    has = n + 1 < len(s.tokens) and s.tokens[n + 1].word in nobody and not _parted(s, n)
    if has:
        return range(n + 1, n + 2)
    return _at_the_end(s, n)


def _ending(s: Statement, n: int) -> list[int]:
    """The ending of a verb that denies it, where verbs have one: 認めなかった, 辞任しない."""
    endings = tuple(lexicon(s.language).words("ending"))
    for k in range(n + 1, min(len(s.tokens), n + REACH) if endings else 0):
        if " ".join(t.word for t in s.tokens[k : k + 3]).startswith(endings):
            return [k]
        if _parted(s, k - 1) or (k > n + 1 and not _KANA[0] <= s.tokens[k].word <= _KANA[1]):
            break
    return []


def _at_the_end(s: Statement, n: int) -> range:
    """The negator that ends the clause of a finite verb: "verlässt das Stadion nicht"."""
    final = lexicon(s.language).words("final")
    if final.isdisjoint(s.words) or not _finite(s, n):
        return range(0)
    last = clause(s, n).stop - 1
    ended = last + 1 == len(s.tokens) or _parted(s, last)
    return range(last, last + 1) if ended and last > n and s.tokens[last].word in final else range(0)


def _finite(s: Statement, n: int) -> bool:
    """Whether a word is the first of its clause that has a small letter and no article before it."""
    articles = lexicon(s.language).words("article")

    def verbal(k: int) -> bool:
        t = s.tokens[k]
        return t.content and not t.text[0].isupper() and (k == 0 or s.tokens[k - 1].word not in articles)

    return verbal(n) and not any(verbal(k) for k in _clause(s, n))


def _denies(s: Statement, k: int, n: int) -> bool:
    """Whether the token k is a negator that reaches the token n.

    A pronoun or "no" at the head of a clause denies all of it, other negators the word they stand before.
    """
    words = lexicon(s.language)
    word = s.tokens[k].word
    if word not in words.words("negator") and not _refuses(s, k):
        return False
    if k > n:
        return True
    if any(t.text[0].isdigit() for t in s.tokens[k + 1 : n + 1]):
        return False  # "not the 900"
    light = words.words("light")
    if not any(t.content and t.word not in light and not t.word.endswith("ly") for t in s.tokens[k + 1 : n]):
        return True
    heads = words.words("nobody", "no")
    return word in heads and _clause(s, k).start == k and _verb(s, n)


def _refuses(s: Statement, k: int) -> bool:
    """Whether a word denies like a negator: "failed to", "refuses to", "lacks"."""
    words = lexicon(s.language)
    word, after = s.tokens[k].word, s.tokens[k + 1].word if k + 1 < len(s.tokens) else ""
    return word in words.words("lacking") or (word in words.words("refusing") and after == "to")


def _verb(s: Statement, n: int) -> bool:
    """Whether a word is a verb by its form, or by the one before it."""
    word = s.tokens[n].word
    words = lexicon(s.language)
    before = s.tokens[n - 1].word if n else ""
    return word.endswith("ed") or word in words.values("irregular") or before in words.words("passive")


def _idiom(s: Statement, k: int, n: int) -> bool:
    """Read "not only", "not all", "not X but Y", "no more than", "not as": denied in part or not at all."""
    words = lexicon(s.language)
    after = s.tokens[k + 1].word if k + 1 < len(s.tokens) else ""
    behind = {t.word for t in s.tokens[k + 1 : k + 8]}
    more = after in words.words("bounding") and k + 1 != n
    return bool(
        more
        or after in words.words("idiom")
        or behind & words.words("but")
        or {t.word for t in s.tokens[n + 1 : n + 5]} & words.words("comparing")
    )


@lru_cache(4096)
def plain(word: str, language: str) -> frozenset[str]:
    """What a word says without its negative prefix; nothing where it is no prefix, or turns nothing round.

    "in-" makes opposites of adjectives alone (form, inform), "dis-" of a few verbs (cover, discover).
    """
    words = lexicon(language)
    if word in words.words("unturned") or word.endswith(_DEED):
        return frozenset()
    found = {word.removeprefix(p) for p in words.words("prefix") if word.startswith(p)}
    if word.endswith(tuple(words.words("adjective_ending"))):
        found |= {word.removeprefix(p) for p in words.words("adjective_prefix") if word.startswith(p)}
    if word.startswith("dis") and word.startswith(tuple(words.words("turned"))):
        found.add(word.removeprefix("dis"))
    return frozenset(w for w in found if len(w) >= LETTERS)

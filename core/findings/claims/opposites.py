"""Rows of opposites, and where a sentence stands on them."""

from collections import defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from core.findings.claims.polarity import Said
from core.findings.clause import KEPT, clause, parted
from core.findings.language import lexicon
from core.findings.text import Forms, Statement


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


_CLOSE = frozenset("\"”“»«’'")
GAP = 2
"""Words that may stand between two of a phrase of an act: "give up the party leadership"."""
PARTED = frozenset({"de", "nl"})
"""Languages that set a part of the verb at the end of its clause."""
LETTERS = 4
"""Letters of a word from which a prefix before it is a prefix and no part of another word."""
_DEED = ("tion", "cion", "cao", "zione")
"""Endings of nouns of deeds, which prefixes turn into other deeds: plantation, implantation."""
Phrase = tuple[str, ...]
Pole = tuple[int, int]
"""A row and 0 or 1 for its end."""
Listed = tuple[str, list[Pole]]
"""A word or phrase as it is listed, and the poles it stands on."""
Entry = tuple[int, Pole, Phrase]
"""A word or phrase on a pole: less its words, the pole, its stems; sorted, the longest stands first."""


@cache
def rows(language: str) -> tuple[tuple[Row, ...], dict[str, list[Listed]]]:
    """The rows of opposites of a language; by the stem of the longest word, what stands on them."""
    words, forms = lexicon(language), _forms(language)
    kinds = {"opposite": Row(False, False), "either": Row(False, True), "loose": Row(True, False)}
    kinds["act"] = Row(False, True, act=True)
    listed = [(kind, row) for key, kind in kinds.items() for row in words.rows(key)]
    poles, table = defaultdict[str, list[Pole]](list), defaultdict[str, list[Listed]](list)
    for n, (_, row) in enumerate(listed):
        for pole, group in enumerate(row):
            here = n, pole
            for said in group:
                poles[said].append(here)
    for be in [said for said in poles if said.startswith("be ")]:
        own = poles.pop(be)
        for form in words.words("be"):
            poles[form + be[2:]] += own
    longest = {said: max(said.split(), key=len) if " " in said else said for said in poles}
    forms.learn(longest.values())
    for said, word in longest.items():
        table[forms[word][2]].append((said, poles[said]))
    return tuple(kind for kind, _ in listed), table


_forms = cache(Forms)
"""What is known of the words on the rows of a language."""


@cache
def _telling(language: str) -> frozenset[str]:
    """The stem of the longest word of each word and phrase on a pole."""
    return frozenset(rows(language)[1])


@cache
def _entries(stem: str, language: str) -> list[Entry]:
    """What stands on the rows by one stem, put together when a sentence first has it: most are in none."""
    forms = _forms(language)
    found: set[Entry] = set()
    for said, poles in rows(language)[1][stem]:
        phrase = tuple([forms[word][2] for word in said.split()])
        found.update([(-len(phrase), pole, phrase) for pole in poles])
    return [*found]


@lru_cache(KEPT)
def met(s: Statement) -> list[Entry]:
    """The words and phrases on a pole of which a sentence has all."""
    stems = s.stems
    return [
        entry
        for stem in stems & _telling(s.language)
        for entry in _entries(stem, s.language)
        if entry[0] == -1 or stems.issuperset(entry[2])
    ]


def places(s: Statement) -> frozenset[Pole]:
    """Every pole that has a word, or all words of a phrase, in a sentence."""
    return frozenset([pole for _, pole, _ in met(s)])


@lru_cache(KEPT)
def stands(s: Statement) -> tuple[Stand, ...]:
    """Where a sentence stands on the rows of its language; of two phrases that begin alike, the longer.

    An act and the words it is told in are looked for apart: "accept the verdict" is an act, "accept" a word.
    So are "is closed", "stays closed" and "closed".
    """
    begin: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(met(s)):
        begin[entry[2][0]].append(entry)
    kinds, small = rows(s.language)[0], lexicon(s.language).words("be", "light")
    found: list[Stand] = []
    taken = {True: 0, False: 0}
    for n in [n for n, form in enumerate(s.forms) if form[2] in begin]:
        text, word, first, _ = s.forms[n]
        if _doer(word, s.language) or _speaks(s, n):
            continue
        name = text[0].isupper() and s.language != "de"
        for _, (row, pole), phrase in begin[first]:
            act = kinds[row].act
            if name and not (act and n == 0 and len(phrase) > 1):
                continue
            end = n + 1 if len(phrase) == 1 else _end(s, n, phrase, GAP if act else _object(s, n))
            end = end or (n + 1 if _parts(s, n, phrase) else 0)
            if end and (n >= taken[act] or (found[-1].first == n and found[-1].last == end)):
                taken[act] = max(taken[act], n + 1 if word in small else end)
                found.append(Stand(row, pole, n, end))
    return tuple(found)


def _parts(s: Statement, n: int, phrase: Phrase) -> bool:
    """Whether a verb and the part of it that ends its clause are a phrase: "findet am Samstag statt"."""
    if s.language not in PARTED or len(phrase) != 2:
        return False
    last = clause(s, n).stop - 1
    return last > n and s.forms[last][2] == phrase[1] and parted(s, last)


def _speaks(s: Statement, n: int) -> bool:
    """Whether a word is the verb of speech behind a quotation: "…", he continued."""
    before = s.gaps[max(0, n - 2) : n + 1]
    return s.forms[n][1] in lexicon(s.language).words("say") and any(not _CLOSE.isdisjoint(g) for g in before)


def _object(s: Statement, n: int) -> int:
    """A pronoun that may stand between a verb and its particle: "turned it down"."""
    return int(n + 2 < len(s.forms) and s.forms[n + 1][1] in lexicon(s.language).words("object"))


def _end(s: Statement, n: int, phrase: Phrase, gap: int) -> int:
    """One past the last word of a phrase that begins at a token; 0 where it does not stand there.

    One that denies stands between no two of its words: "carried no gun".
    """
    at, no = n, lexicon(s.language).words("negator")
    for stem in phrase[1:]:
        here, before = range(at + 1, min(len(s.forms), at + 2 + gap)), at
        at = next((k for k in here if s.forms[k][2] == stem), 0)
        if not at or (gap and any(parted(s, k) for k in range(n, at))):
            return 0
        if at > before + 1 and any(form[1] in no for form in s.forms[before + 1 : at]):
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
    if x.pole == y.pole and Said.UNSURE in (a, b):
        return None if Said.DENIED in (a, b) else False
    if x.pole == y.pole:
        return a is not b
    if a is b:
        return True if a is Said.PLAIN or (row.either and a is Said.DENIED) else None
    return False if row.either and Said.UNSURE not in (a, b) else None


@cache
def pairs(key: str, language: str) -> tuple[tuple[str, str], ...]:
    """Prefixes, or endings, of which each two make opposites of one word."""
    return tuple(lexicon(language).values(key).items())


@lru_cache(4096)
def plain(word: str, language: str) -> frozenset[str]:
    """What a word says without its negative prefix, or with the other one of two; mostly nothing.

    "in-" makes opposites of adjectives alone (form, inform), "dis-" of a few verbs (cover, discover). Of two
    that are opposites, as "over-" and "under-" or "-less" and "-ful", the second stands in for the first.
    """
    words = lexicon(language)
    if word in words.words("unturned") or word.endswith(_DEED):
        return frozenset()
    found = {word.removeprefix(p) for p in words.words("prefix") if word.startswith(p)}
    if word.endswith(tuple(words.words("adjective_ending"))):
        found |= {word.removeprefix(p) for p in words.words("adjective_prefix") if word.startswith(p)}
    if word.startswith("dis") and word.startswith(tuple(words.words("turned"))):
        found.add(word.removeprefix("dis"))
    found = {w for w in found if len(w) >= LETTERS}
    for pre, other in pairs("prefix_pair", language):
        if word.startswith(pre) and len(word) >= len(pre) + LETTERS:
            found.add(other + word.removeprefix(pre))
    for ending, other in pairs("ending_pair", language):
        if word.endswith(ending):
            found.add(word.removesuffix(ending) + other)
    return frozenset(found)

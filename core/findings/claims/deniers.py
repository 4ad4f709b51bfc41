"""The words that deny others of their clause, and how far each reaches: "not", "nobody", "failed to"."""

from functools import cache, lru_cache
from typing import NamedTuple

from core.findings.clause import KEPT, REACH, clause, lead, parted
from core.findings.language import lexicon
from core.findings.text import Statement

BEHIND = 2
"""Words behind a word within which a pronoun denies it: "verletzt wurde niemand"."""
AFTER = 4
"""Words behind a verb within which "to" tells that it denies what follows: "failed again to pay"."""
_KANA = "\u3041", "\u309f"
"""Letters of which the endings of Japanese verbs are made."""


class Denier(NamedTuple):
    """A word that denies others of its clause."""

    at: int
    """Its token."""
    stop: int
    """One past the last word that it stands before: not the 900 in "not the 900"."""
    heads: bool
    """Whether it is a pronoun or "no" at the head of its clause, which denies a verb further on as well."""


@cache
def denying(language: str) -> frozenset[str]:
    """Words without any of which a sentence denies nothing; of an ending, its first character."""
    words = lexicon(language)
    return words.words("negator", "refusing", "lacking", "excluding") | {
        ending[0] for ending in words.words("ending")
    }


@lru_cache(KEPT)
def deniable(s: Statement) -> frozenset[int]:
    """The words that one which denies may reach, and maybe others; none of most sentences."""
    if s.words.isdisjoint(denying(s.language)):
        return frozenset()
    if lexicon(s.language).words("final", "ending"):  # a clause may end with what denies it
        return frozenset(range(len(s.forms)))
    reached: set[int] = set()
    for d in deniers(s):
        reached.update(range(d.at + 1, d.at + REACH + 1 if d.heads else d.stop))
        if s.forms[d.at][1] in lexicon(s.language).words("nobody"):
            reached.update(range(d.at - BEHIND, d.at))
    return frozenset(reached)


@lru_cache(KEPT)
def deniers(s: Statement) -> tuple[Denier, ...]:
    """The negators of a sentence, and the words that deny like one."""
    words, negators = denying(s.language), lexicon(s.language).words("negator")
    if s.words.isdisjoint(words):
        return ()
    told = [k for k, form in enumerate(s.forms) if form[1] in words]
    return tuple([_denier(s, k) for k in told if s.forms[k][1] in negators or _refuses(s, k)])


def _denier(s: Statement, k: int) -> Denier:
    """How far the token k, which denies, does so."""
    head, stop = s.forms[k][1] in lexicon(s.language).words("nobody", "no"), k + 1
    if _expletive(s, k) or _only(s, k) or _behind_verb(s, k):
        return Denier(k, stop, heads=False)
    while stop < min(len(s.forms), k + 1 + REACH) and (head or not s.forms[stop][0][0].isdigit()):
        stop += 1
        if stop == len(s.forms) or _telling(s, stop - 1):
            break
    return Denier(k, stop, heads=head and lead(s, k).start == k)


def _telling(s: Statement, n: int) -> bool:
    """Whether a word between a negator and another is denied in its place: not "take", but "call off"."""
    words, t = lexicon(s.language), s.tokens[n]
    light = t.word in words.words("light", "having") and s.tokens[n + 1].word not in words.words("particle")
    light = light or (t.text[0].isupper() and s.tokens[n - 1].word == "on")  # "refused on Monday to"
    return t.content and not light and not t.word.endswith("ly")


def _behind_verb(s: Statement, k: int) -> bool:
    """Whether a French negator has denied the verb before it: "n'exclut pas un incendie"."""
    return k > 0 and s.tokens[k].word in lexicon(s.language).words("behind_verb") and s.tokens[k - 1].content


def _only(s: Statement, k: int) -> bool:
    """Whether a French "ne" is met by "que" alone: "n'ouvrira que lundi" says when it opens."""
    if s.tokens[k].word not in {"ne", "n"}:
        return False
    near = [t.word for t in s.tokens[k + 1 : k + REACH]]
    whole = lexicon(s.language).words("negator") - {"ne", "n"}
    return not {"que", "qu"}.isdisjoint(near) and whole.isdisjoint([*near, "plus"][:-1])


def _expletive(s: Statement, k: int) -> bool:
    """Whether a negator denies nothing behind a conjunction that asks for it: "avant qu'il ne parte"."""
    words = lexicon(s.language)
    near = [t.word for t in s.tokens[max(0, k - REACH) : k]]
    return s.tokens[k].word in {"ne", "n"} and not words.words("expletive").isdisjoint(near)


def _refuses(s: Statement, k: int) -> bool:
    """Whether a word denies like a negator: "failed to", "se negó a", "lacks", "ruled out"."""
    words, word = lexicon(s.language), s.tokens[k].word
    after = [t.word for t in s.tokens[k + 1 : k + AFTER]]
    if word in words.words("excluding"):
        return after[:1] == ["out"] or bool(after and after[0].endswith("ing"))
    if word not in words.words("refusing"):
        return word in words.words("lacking")
    to = words.words("infinitive")
    if not to:
        return bool(after) and after[0].endswith(tuple(words.words("infinitive_ending")))
    return not to.isdisjoint(after) and after[0] in to | {"on", "again", "se"}


def reaches(s: Statement, d: Denier, n: int) -> bool:
    """Whether a word that denies reaches the token n."""
    if d.at > n:
        return d.at in _behind(s, n)
    return d.at in lead(s, n) and (n < d.stop or (d.heads and _verb(s, n)))


def _verb(s: Statement, n: int) -> bool:
    """Whether a word is a verb by its form, or by the one before it."""
    word = s.tokens[n].word
    words = lexicon(s.language)
    before = s.tokens[n - 1].word if n else ""
    return word.endswith("ed") or word in words.values("irregular") or before in words.words("passive")


def _behind(s: Statement, n: int) -> range:
    """A pronoun that denies the verb before it: "told nobody"."""
    nobody, passive = lexicon(s.language).words("nobody"), lexicon(s.language).words("be")
    if n + 2 < len(s.tokens) and s.tokens[n + 1].word in passive and s.tokens[n + 2].word in nobody:
        return range(n + 2, n + 3)  # "verletzt wurde niemand"
    has = n + 1 < len(s.tokens) and s.tokens[n + 1].word in nobody and not parted(s, n)
    if has:
        told = s.tokens[n + 1].word in lexicon(s.language).words("nothing") and n + 2 < len(s.tokens)
        wrong = told and s.tokens[n + 2].content and not parted(s, n + 1)
        return range(0) if wrong else range(n + 1, n + 2)  # "found nothing wrong" denies no find
    return _at_the_end(s, n)


def _at_the_end(s: Statement, n: int) -> range:
    """The negator that ends the clause of a finite verb: "verlässt das Stadion nicht"."""
    final = lexicon(s.language).words("final")
    if final.isdisjoint(s.words) or not _finite(s, n):
        return range(0)
    last = clause(s, n).stop - 1
    ended = last + 1 == len(s.tokens) or parted(s, last)
    return range(last, last + 1) if ended and last > n and s.tokens[last].word in final else range(0)


def _finite(s: Statement, n: int) -> bool:
    """Whether a word is the first of its clause that has a small letter and no article before it."""
    articles = lexicon(s.language).words("article")

    def verbal(k: int) -> bool:
        t = s.tokens[k]
        return t.content and not t.text[0].isupper() and (k == 0 or s.tokens[k - 1].word not in articles)

    return verbal(n) and not any(verbal(k) for k in lead(s, n))


def ending(s: Statement, n: int) -> list[int]:
    """The ending of a verb that denies it, where verbs have one: 認めなかった, 辞任しない."""
    endings = tuple(lexicon(s.language).words("ending"))
    for k in range(n + 1, min(len(s.tokens), n + REACH) if endings else 0):
        if " ".join(t.word for t in s.tokens[k : k + 3]).startswith(endings):
            return [k]
        if parted(s, k - 1) or (k > n + 1 and not _KANA[0] <= s.tokens[k].word <= _KANA[1]):
            break
    return []

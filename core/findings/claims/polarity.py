"""Polarity: whether a sentence says a word plainly or denies it, and where it stands on rows of opposites."""

from collections.abc import Sequence
from enum import Enum
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from core.findings.language import lexicon
from core.findings.text import Statement


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


class Denier(NamedTuple):
    """A word that denies others of its clause."""

    at: int
    """Its token."""
    stop: int
    """One past the last word that it stands before: not the 900 in "not the 900"."""
    heads: bool
    """Whether it is a pronoun or "no" at the head of its clause, which denies a verb further on as well."""


KEPT = 1_000
"""Sentences of which it is kept what was found in them: a sentence stands in several pairs of windows."""
REACH = 8
"""Words before a word within which its clause denies it or leaves it open."""
ABOVE = 5
"""Words before "that" which say how surely what follows is told."""
BEHIND = 2
"""Words behind a word within which a pronoun denies it: "verletzt wurde niemand"."""
GAP = 2
"""Words that may stand between two of a phrase of an act: "give up the party leadership"."""
_KANA = "\u3041", "\u309f"
"""Letters of which the endings of Japanese verbs are made."""
_MARKS = frozenset(',;:.()[]–—"“”„«»…，；。：،؛।')


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
    clause, negators = _clause(s, n), words.words("negator")
    before, above = _before(s, clause), _above(s, clause.start)
    unsure = words.words("unsure", "some")
    if (
        not unsure.isdisjoint(before)
        or not (unsure | words.words("doubting")).isdisjoint(above)
        or (n > 0 and s.forms[n - 1][1] in words.words("as"))
        or (ahead and "have" in before)
        or _supposed(s, clause, n)
    ):
        return Reading(Said.UNSURE, -1, ahead)
    found = [d.at for d in _deniers(s) if _reaches(s, d, n)] or _ending(s, n)
    if not found:
        # "no signs of falling" denies no fall
        plain = negators.isdisjoint(before) and negators.isdisjoint(above)
        return Reading(Said.PLAIN if plain else Said.UNSURE, -1, ahead)
    twice = len(found) > 1 and not words.words("concord")
    twice = twice or any(_idiom(s, k, n) for k in found)
    return Reading(Said.UNSURE if twice else Said.DENIED, found[0], ahead)


def _supposed(s: Statement, clause: range, n: int) -> bool:
    """Whether a clause tells what was not so: "had it not paid, he would have left"."""
    words = lexicon(s.language)
    unreal = "have" in s.words and any(s.forms[k][1] == "had" for k in clause)
    if unreal and any(form[1] in words.words("unreal") for form in s.forms[:-1]):
        return True
    but, untrue, he = words.words("but"), words.words("untrue"), words.words("person", "pronoun")
    if but.isdisjoint(s.words) and untrue.isdisjoint(s.words):
        return False
    if clause.start > 1 and s.tokens[clause.start - 2].word == "anything":
        return True  # "anything but full"
    if any(t.word == "all" and u.word in but for t, u in pairwise(s.tokens)):
        return True  # "restored to all but 600 homes": of these the other account tells
    if any(t.word in {"was", "were"} and u.word == "to" for t, u in pairwise(s.tokens[clause.start : n])):
        return True  # "was to be sold, but"
    behind = s.tokens[n + 1 :] if _above(s, clause.start) else ()
    gainsaid = any(t.word in but and u.word in he for t, u in pairwise(behind))
    return gainsaid or any(t.word in untrue for t in behind)


@cache
def denying(language: str) -> frozenset[str]:
    """Words without any of which a sentence denies nothing; of an ending, its first character."""
    words = lexicon(language)
    return words.words("negator", "refusing", "lacking", "excluding") | {
        ending[0] for ending in words.words("ending")
    }


@cache
def _shading(language: str) -> frozenset[str]:
    """Words without any of which a sentence says all that it says plainly."""
    return (
        denying(language)
        | lexicon(language).words("unsure", "some", "as", "doubting", "but", "untrue")
        | {"have"}
    )


@lru_cache(KEPT)
def deniable(s: Statement) -> frozenset[int]:
    """The words that one which denies may reach, and maybe others; none of most sentences."""
    if s.words.isdisjoint(denying(s.language)):
        return frozenset()
    if lexicon(s.language).words("final", "ending"):  # a clause may end with what denies it
        return frozenset(range(len(s.forms)))
    reached: set[int] = set()
    for d in _deniers(s):
        reached.update(range(d.at + 1, d.at + REACH + 1 if d.heads else d.stop))
        if s.forms[d.at][1] in lexicon(s.language).words("nobody"):
            reached.update(range(d.at - BEHIND, d.at))
    return frozenset(reached)


@lru_cache(KEPT)
def _deniers(s: Statement) -> tuple[Denier, ...]:
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
    return Denier(k, stop, heads=head and _clause(s, k).start == k)


def _before(s: Statement, clause: range) -> set[str]:
    """The words of a clause before a word, and "if", which begins it; not "May", "could" in "could not"."""
    words, forms = lexicon(s.language), s.forms
    able, negators = words.words("ability"), words.words("negator")
    small = [k for k in clause if k == 0 or not forms[k][0][0].isupper()]
    before = {forms[k][1] for k in small if not (forms[k][1] in able and forms[k + 1][1] in negators)}
    return before | {forms[clause.start - 1][1]} if clause.start else before


def doubted(s: Statement, n: int) -> bool:
    """Whether the clause of a word hangs on a denial: "denied that it had polluted"."""
    doubting = lexicon(s.language).words("doubting")
    return not doubting.isdisjoint(s.words) and not doubting.isdisjoint(_above(s, _clause(s, n).start))


def open_to(s: Statement, n: int) -> bool:
    """Whether an act is only open to somebody: "can appeal", "has until Friday to appeal"."""
    leave = lexicon(s.language).words("leave")
    return not leave.isdisjoint(s.words) and any(s.forms[k][1] in leave for k in _clause(s, n))


def _above(s: Statement, start: int) -> Sequence[str]:
    """The words that a clause with "that" hangs on: "fears that", "found no evidence that"."""
    hangs = 0 < start <= len(s.forms) and s.forms[start - 1][1] in lexicon(s.language).words("that")
    return [form[1] for form in s.forms[max(0, start - 1 - ABOVE) : start - 1]] if hangs else ()


def _ahead(s: Statement, n: int) -> bool | None:
    """Whether a word is told as to come, by the small words before it; open in "voted for leaving"."""
    words, forms = lexicon(s.language), s.forms
    if n and forms[n][1].endswith("ing") and forms[n - 1][1] in words.words("before_deed"):
        return None
    future, passed = words.words("future"), words.words("light", "negator")
    for k in range(n - 1, -1, -1):
        _, word, _, content = forms[k]
        if content and word not in passed:
            break
        if word in future or word.endswith("'ll"):
            return True
        if word == "to":
            return True if k and forms[k - 1][1] in words.words("plan") else None
    return False


@lru_cache(KEPT)
def clause(s: Statement, n: int) -> range:
    """The tokens of the clause that a word stands in, up to a mark or a conjunction, a few on either side."""
    ends = lexicon(s.language).words("clause")
    last, most = n + 1, min(len(s.forms), n + REACH)
    while last < most and not parted(s, last - 1) and s.forms[last][1] not in ends:
        last += 1
    return range(_clause(s, n).start, last)


def whole(s: Statement, n: int) -> range:
    """The same with all before the word, however far its clause begins."""
    return range(_begins(s)[n], clause(s, n).stop)


def _clause(s: Statement, n: int) -> range:
    """The tokens before a word that belong to its clause."""
    return range(max(0, n - REACH, _begins(s)[n]), n)


@lru_cache(KEPT)
def _begins(s: Statement) -> list[int]:
    """For each token, the first of its clause: behind a mark or a conjunction."""
    ends, first, begins = lexicon(s.language).words("clause"), 0, [0]
    for n, (form, gap) in enumerate(zip(s.forms, s.gaps[1:], strict=False), 1):
        if form[1] in ends or (gap != " " and not _MARKS.isdisjoint(gap)):
            first = n
        begins.append(first)
    return begins


def parted(s: Statement, n: int) -> bool:
    """Whether a mark stands behind a token, or the sentence ends there."""
    return n + 1 == len(s.gaps) or (s.gaps[n + 1] != " " and not _MARKS.isdisjoint(s.gaps[n + 1]))


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


def _ending(s: Statement, n: int) -> list[int]:
    """The ending of a verb that denies it, where verbs have one: 認めなかった, 辞任しない."""
    endings = tuple(lexicon(s.language).words("ending"))
    for k in range(n + 1, min(len(s.tokens), n + REACH) if endings else 0):
        if " ".join(t.word for t in s.tokens[k : k + 3]).startswith(endings):
            return [k]
        if parted(s, k - 1) or (k > n + 1 and not _KANA[0] <= s.tokens[k].word <= _KANA[1]):
            break
    return []


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

    return verbal(n) and not any(verbal(k) for k in _clause(s, n))


def _reaches(s: Statement, d: Denier, n: int) -> bool:
    """Whether a word that denies reaches the token n."""
    if d.at > n:
        return d.at in _behind(s, n)
    return d.at in _clause(s, n) and (n < d.stop or (d.heads and _verb(s, n)))


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
    after = [t.word for t in s.tokens[k + 1 : k + 2 + GAP]]
    if word in words.words("excluding"):
        return after[:1] == ["out"] or bool(after and after[0].endswith("ing"))
    if word not in words.words("refusing"):
        return word in words.words("lacking")
    to = words.words("infinitive")
    if not to:
        return bool(after) and after[0].endswith(tuple(words.words("infinitive_ending")))
    return not to.isdisjoint(after) and after[0] in to | {"on", "again", "se"}


def _verb(s: Statement, n: int) -> bool:
    """Whether a word is a verb by its form, or by the one before it."""
    word = s.tokens[n].word
    words = lexicon(s.language)
    before = s.tokens[n - 1].word if n else ""
    return word.endswith("ed") or word in words.values("irregular") or before in words.words("passive")


def _none_more(s: Statement, k: int) -> bool:
    """Whether "no" makes a comparative the most: "no mayor is younger" says who is the youngest."""
    words = lexicon(s.language)
    if s.tokens[k].word not in words.words("nobody", "no"):
        return False
    near = pairwise(t.word for t in s.tokens[k + 1 : k + REACH])
    return any(be in words.words("be") and word.endswith("er") and len(word) > GAP + 2 for be, word in near)


def _idiom(s: Statement, k: int, n: int) -> bool:
    """Read "not only", "not all", "not X but Y", "no more than", "not as", "none is older": no denial."""
    words = lexicon(s.language)
    after = s.tokens[k + 1].word if k + 1 < len(s.tokens) else ""
    behind = {t.word for t in s.tokens[k + 1 : k + 8]}
    more = after in words.words("bounding") and k + 1 != n
    return bool(
        more
        or after in words.words("idiom")
        or _none_more(s, k)
        or behind & words.words("but")
        or {t.word for t in s.tokens[n + 1 : n + 5]} & words.words("comparing")
    )

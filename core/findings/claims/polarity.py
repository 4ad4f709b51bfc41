"""Polarity: whether a sentence says a word plainly or denies it, and where it stands on rows of opposites."""

from collections.abc import Sequence
from enum import Enum
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from core.findings.language import lexicon
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


KEPT = 1_000
"""Sentences of which it is kept what was found in them: a sentence stands in several pairs of windows."""
REACH = 8
"""Words before a word within which its clause denies it or leaves it open."""
ABOVE = 5
"""Words before "that" which say how surely what follows is told."""
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
    clause = _clause(s, n)
    before = {s.tokens[k].word for k in clause if _small(s, k) and not _unable(s, k)}
    before |= {s.tokens[clause.start - 1].word} if clause.start else set()  # "if", which begins it
    above = {t.word for t in _above(s, clause.start)}
    unsure = words.words("unsure", "some")
    unsure_above = unsure | words.words("doubting")
    compared = n > 0 and s.tokens[n - 1].word in words.words("as")
    if (
        compared
        or not (unsure.isdisjoint(before) and unsure_above.isdisjoint(above))
        or (ahead and "have" in before)
        or _supposed(s, clause, n)
    ):
        return Reading(Said.UNSURE, -1, ahead)
    found = [k for k in (*clause, *_behind(s, n)) if _denies(s, k, n)] or _ending(s, n)
    if not found:
        near = words.words("negator").isdisjoint(before | above)  # "no signs of falling" denies no fall
        return Reading(Said.PLAIN if near else Said.UNSURE, -1, ahead)
    twice = len(found) > 1 and not words.words("concord")
    twice = twice or any(_idiom(s, k, n) for k in found)
    return Reading(Said.UNSURE if twice else Said.DENIED, found[0], ahead)


def _supposed(s: Statement, clause: range, n: int) -> bool:
    """Whether a clause tells what was not so: "had it not paid, he would have left"."""
    words = lexicon(s.language)
    unreal = "have" in s.words and "had" in {s.tokens[k].word for k in clause}
    if unreal and any(s.tokens[k].word in words.words("unreal") for k in range(len(s.tokens) - 1)):
        return True
    but, untrue, he = words.words("but"), words.words("untrue"), words.words("person", "pronoun")
    if (but | untrue).isdisjoint(s.words):
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


def _small(s: Statement, k: int) -> bool:
    """Whether a word has a small letter or begins the sentence: not "in May"."""
    return k == 0 or not s.tokens[k].text[0].isupper()


def _unable(s: Statement, k: int) -> bool:
    """Whether "could" leaves nothing open, as "not" follows it."""
    words = lexicon(s.language)
    behind = s.tokens[k + 1].word if k + 1 < len(s.tokens) else ""
    return s.tokens[k].word in words.words("ability") and behind in words.words("negator")


def doubted(s: Statement, n: int) -> bool:
    """Whether the clause of a word hangs on a denial: "denied that it had polluted"."""
    words = lexicon(s.language).words("doubting")
    return any(t.word in words for t in _above(s, _clause(s, n).start))


def open_to(s: Statement, n: int) -> bool:
    """Whether an act is only open to somebody: "can appeal", "has until Friday to appeal"."""
    leave = lexicon(s.language).words("leave")
    return any(s.tokens[k].word in leave for k in _clause(s, n))


def _above(s: Statement, start: int) -> Sequence[Token]:
    """The words that a clause with "that" hangs on: "fears that", "found no evidence that"."""
    hangs = 0 < start <= len(s.tokens) and s.tokens[start - 1].word in lexicon(s.language).words("that")
    return s.tokens[max(0, start - 1 - ABOVE) : start - 1] if hangs else ()


def _ahead(s: Statement, n: int) -> bool | None:
    """Whether a word is told as to come, by the small words before it; open in "voted for leaving"."""
    words = lexicon(s.language)
    passed = words.words("light", "negator")
    if n and s.tokens[n].word.endswith("ing") and s.tokens[n - 1].word in words.words("before_deed"):
        return None
    n -= 1
    while n >= 0 and (not s.tokens[n].content or s.tokens[n].word in passed):
        if s.tokens[n].word in words.words("future") or s.tokens[n].word.endswith("'ll"):
            return True
        if s.tokens[n].word == "to":
            return True if n and s.tokens[n - 1].word in words.words("plan") else None
        n -= 1
    return False


def clause(s: Statement, n: int) -> range:
    """The tokens of the clause that a word stands in, up to a mark or a conjunction, a few on either side."""
    ends = lexicon(s.language).words("clause")
    last, most = n + 1, min(len(s.tokens), n + REACH)
    while last < most and not parted(s, last - 1) and s.tokens[last].word not in ends:
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
    for n, form in enumerate(s.forms[:-1], 1):
        if form[1] in ends or parted(s, n - 1):
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
    if _expletive(s, k) or _only(s, k) or _behind_verb(s, k):
        return False
    heads = words.words("nobody", "no")
    if word not in heads and any(t.text[0].isdigit() for t in s.tokens[k + 1 : n + 1]):
        return False  # "not the 900"
    if not any(_telling(s, m) for m in range(k + 1, n)):
        return True
    return word in heads and _clause(s, k).start == k and _verb(s, n)


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

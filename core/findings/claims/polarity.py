"""Polarity: whether a sentence says a word plainly or denies it."""

from collections.abc import Sequence
from enum import Enum
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from core.findings.claims.deniers import deniers, denying, ending, reaches
from core.findings.clause import KEPT, REACH, lead
from core.findings.language import lexicon
from core.findings.text import Statement

LETTERS = 4
"""Letters past which a word in -er may be a comparative."""
ABOVE = 5
"""Words before "that" which say how surely what follows is told."""


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
    clause, negators = lead(s, n), words.words("negator")
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
    found = [d.at for d in deniers(s) if reaches(s, d, n)] or ending(s, n)
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
        return True  # "all but three survived": of the three the other account tells
    if any(t.word in {"was", "were"} and u.word == "to" for t, u in pairwise(s.tokens[clause.start : n])):
        return True  # "was to be sold, but"
    behind = s.tokens[n + 1 :] if _above(s, clause.start) else ()
    gainsaid = any(t.word in but and u.word in he for t, u in pairwise(behind))
    return gainsaid or any(t.word in untrue for t in behind)


@cache
def _shading(language: str) -> frozenset[str]:
    """Words without any of which a sentence says all that it says plainly."""
    return (
        denying(language)
        | lexicon(language).words("unsure", "some", "as", "doubting", "but", "untrue")
        | {"have"}
    )


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
    return not doubting.isdisjoint(s.words) and not doubting.isdisjoint(_above(s, lead(s, n).start))


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


def _none_more(s: Statement, k: int) -> bool:
    """Whether "no" makes a comparative the most: "no mayor is younger" says who is the youngest."""
    words = lexicon(s.language)
    if s.tokens[k].word not in words.words("nobody", "no"):
        return False
    near = pairwise(t.word for t in s.tokens[k + 1 : k + REACH])
    return any(be in words.words("be") and word.endswith("er") and len(word) > LETTERS for be, word in near)


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

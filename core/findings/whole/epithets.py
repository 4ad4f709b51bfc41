"""Who is meant by "the 24-year-old": the last somebody before it, if other articles tell that one's age."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from core.findings.article import Article
from core.findings.beside import people
from core.findings.kind import Mention, Reader
from core.findings.language import lexicon
from core.findings.numbers.comparing import same_person
from core.findings.text import Statement

BACK = 4
"""Sentences before an age in which the last somebody is looked for."""
NEAR = 3
"""Years by which two ages of one person differ at the most: what reports confuse lies near."""
LEAD = 3
"""Words before a noun of people among which an article or an owner stands: "a young student"."""

Known = Mapping[frozenset[str], float]
"""Folded words of a name, and the age that other articles tell of it."""


def meant(article: Article, age: Mention, names: Reader, known: Known) -> frozenset[str]:
    """Folded words of the name for which "the 24-year-old" stands; none where it may be anybody.

    Args:
        article: The article.
        age: The age, of one that stands for a name.
        names: Gives the names of a sentence.
        known: People whose age other articles tell.
    """
    near = {who for who, other in known.items() if _near(age.value.point, other)}
    if not near:
        return frozenset()
    at = age.statement.number
    who = frozenset[str]()
    for s in article.statements(range(max(0, at - BACK), at + 1)):
        end = age.first if s is age.statement else len(s.forms)
        if any(n < end for n in _unnamed(s, "indefinite")):
            return frozenset()
        others = ((n, frozenset[str]()) for n in _unnamed(s, "definite"))
        told = [(n, own) for n, own in (*_named(s, names, known), *others) if n < end]
        who = max(told, default=(0, who), key=lambda last: last[0])[1]
    return who if who in near else frozenset()


def _near(point: float, other: float) -> bool:
    """Whether one of two ages may be told for the other."""
    return abs(point - other) <= NEAR or sorted(f"{point:g}") == sorted(f"{other:g}")


def _named(s: Statement, names: Reader, known: Known) -> Iterator[tuple[int, frozenset[str]]]:
    """Where a sentence names somebody, with the name of whoever is known, and nobody's for another person."""
    telling = lexicon(s.language).words("say", "joining")  # "Strand said", "Hebbel and Strand"
    for m in names(s):
        words = frozenset(m.value.words)
        who = sorted((own for own in known if same_person(words, own)), key=len)
        beside = s.sequence[max(0, m.first - 1) : m.first] + s.sequence[m.last : m.last + 1]
        if who or _is_person(m) or not (m.value.place or telling.isdisjoint(beside)):
            one = all(same_person(x, y) for x, y in pairwise(who))
            yield m.first, who[-1] if who and one else frozenset()


def _is_person(m: Mention) -> bool:
    """Whether what stands beside a name is a noun of people: "coach Ilse Tarn"."""
    kinds = people(m.statement.language)
    return not kinds.isdisjoint(m.value.role) if kinds else bool(m.value.role)


def _unnamed(s: Statement, lead_by: str) -> Iterator[int]:
    """Where a sentence tells of somebody without a name, by words of a list: "a student", "the owner"."""
    words = lexicon(s.language)
    nouns, new = _nouns(s.language), words.words(lead_by)
    for n in () if nouns.isdisjoint(s.words) else range(1, len(s.forms)):
        if s.sequence[n] not in nouns or _before_name(s, n):
            continue
        lead = next((k for k in range(n - 1, max(0, n - LEAD) - 1, -1) if s.sequence[k] in new), None)
        if lead is None:
            continue
        before = s.sequence[max(0, lead - 1) : lead]
        if s.gaps[lead].strip() != "," and words.words("known_as").isdisjoint(before):
            yield n  # but "Ilse Tarn, a student,", "she came as a student"


def _before_name(s: Statement, n: int) -> bool:
    """Whether a word with a capital stands right behind a noun: "the striker Ilse Tarn"."""
    behind = s.forms[n + 1 : n + 2]
    return bool(behind) and behind[0][0][0].isupper() and s.gaps[n + 1] == " "


@cache
def _nouns(language: str) -> frozenset[str]:
    """Nouns for one of the people; as words, as "investigation" has the stem of "investigator"."""
    words = lexicon(language)
    return words.words("somebody", "child", "kin", "voice", "title") - words.words("body", "courtesy")

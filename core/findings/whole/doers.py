"""Who did what one person did: found the body, brokered the deal, drove the car.

A report names the doer wherever it comes to the deed: "was uncovered by an auditor, Ida Brenn" in one, "Luc
Karr, the bookkeeper who exposed the fraud" far down in another.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import combinations
from typing import NamedTuple

from core.findings.beside import people
from core.findings.claims.polarity import Said, reading, whole
from core.findings.countries import is_country
from core.findings.kind import Conflict, Mention, Reader
from core.findings.language import lexicon, stemmer
from core.findings.names.acts import LEAD, behind, by
from core.findings.names.bodies import is_body
from core.findings.slots import synonyms
from core.findings.text import Article, Statement
from core.findings.tie import ONE, tie
from core.findings.whole.event import IN_YEAR, Capitals, of_one_event
from core.findings.whole.spots import Places
from core.progress import Tick, silent, ticked

RULE = "another name for who did it"
BACK = 4
"""Words between a verb and its subject: "who had then"."""
NOUN = 6
"""Words of what something is done to, at the most, and those of an office before "who"."""
FULL = range(2, 5)
"""Words of a full name."""
_AGE = re.compile(r",? \(?(?:aged? )?\d{1,3}\b")
_IN_NOUN = " '’-"
"""What may stand between the words of a noun."""
_JOINING = frozenset({"and", "with", "or"})
_THEN = re.compile(r"\b(?:day|night|week|month|year)s? (?:before|earlier|after|later)\b")
BESIDE = 8
"""Characters behind a clause in which it is told that it was before: "the day before"."""
_TELLING_LITTLE = frozenset({"new"})
"""Stems that one account may leave out: the new bridge is the bridge, the old one is another."""


class Deed(NamedTuple):
    """What is done, by the words of one sentence."""

    family: str
    """The deed, as a verb in the past."""
    noun: str
    """Stem of what it is done to, one for all synonyms."""
    more: frozenset[str]
    """Stems of what tells it from others: the second car."""


class Told(NamedTuple):
    """Where a sentence tells of a deed."""

    statement: Statement
    """The sentence."""
    first: int
    """First token of the verb."""
    last: int
    """One past its last token."""
    object: str
    """What it is done to, as printed."""


Deeds = dict[Deed, list[Told]]
"""A deed -> where an article tells of it."""


def conflicts(
    told: Sequence[tuple[Article, Places]], names: Reader, capitals: Capitals, tick: Tick = silent
) -> list[Conflict]:
    """Find what two articles on one event say of two people to have done.

    Args:
        told: The articles, in an order that does not depend on how they were given, and what each says where.
        names: Gives the names of a sentence.
        capitals: Gives the words of a source that have a capital.
        tick: Told now and then; what it raises stops the search.

    Returns:
        The conflicts of each two articles of which neither has the other's name anywhere.
    """
    deeds = [(a, own) for a, places in ticked(told, tick) if (own := _deeds(a, places))]
    doer = cache(lambda n, deed: _doer(deeds[n][1][deed], names))
    found: list[Conflict] = []
    for (n, (a, here)), (m, (b, there)) in combinations(ticked(list(enumerate(deeds)), tick), 2):
        for deed in sorted(here.keys() & there.keys(), key=lambda deed: (*deed[:2], sorted(deed.more))):
            x, y = doer(n, deed), doer(m, deed)
            if x is None or y is None or _knows(capitals(b.source.id), x) or _knows(capitals(a.source.id), y):
                continue
            if _alike(x, y) or of_one_event(a, b, capitals):
                label = f"who {deed.family} the {here[deed][0].object}"
                found.append(Conflict(x, y, 2.0, label, RULE, once=True))
    return found


def _alike(x: Mention, y: Mention) -> bool:
    """Whether the sentences of two doers share a name: "the truce in Karr"."""
    here, there = (
        {w for text, w, _, content in m.statement.forms[1:] if content and text[0].isupper()} for m in (x, y)
    )
    return not here.isdisjoint(there)


def _knows(words: AbstractSet[str], m: Mention) -> bool:
    """Whether an article has the family name of somebody."""
    return m.value.words[-1] in words


def _deeds(article: Article, places: Places) -> Deeds:
    """What an article tells as done, wherever it does."""
    found: Deeds = defaultdict(list)
    for family, own in places.items():
        for start, end in own:
            s = article.statement(article.at(start))
            first, last = s.tokens_in(start, end)
            if (deed := _deed(s, first, last, family)) is not None:
                found[deed[0]].append(deed[1])
    return dict(found)


def _deed(s: Statement, first: int, last: int, family: str) -> tuple[Deed, Told] | None:
    """What is done by a verb, if it is told plainly and of now."""
    kin, (done, _, noun) = synonyms(s.language), family.partition(":")
    if noun:
        stem = stemmer(s.language)(noun)
        return Deed(done, kin.get(stem, stem), frozenset()), Told(s, first, last, noun)
    object_ = _before(s, first) if _is_undergone(s, first, last) else _behind(s, last)
    if not object_ or s.text.endswith("?") or _of_another(s, range(first, last), object_):
        return None
    stems = [s.forms[n][2] for n in object_]
    head = kin.get(stems[-1], stems[-1])
    return Deed(done, head, frozenset(stems[:-1]) - _TELLING_LITTLE), Told(
        s, first, last, s.forms[object_[-1]][0]
    )


def _of_another(s: Statement, verb: range, noun: range) -> bool:
    """Whether a clause tells of another time or thing: "in 1987", "the letter that", "for the club"."""
    words, own = lexicon(s.language), whole(s, verb.start)
    start, end = s.tokens[own.start].start, s.tokens[own.stop - 1].end
    text = s.text[start - s.start : end - s.start + BESIDE]
    if IN_YEAR.search(text) is not None or _THEN.search(text) is not None:
        return True
    told = words.words("again", "not_now")
    if not told.isdisjoint(s.sequence[own.start : max(own.stop, noun.stop)]):
        return True
    behind_it = s.sequence[noun.stop : noun.stop + 1] + s.sequence[verb.stop : verb.stop + 1]
    return not words.words("singling_out").isdisjoint(behind_it)


def _is_undergone(s: Statement, first: int, last: int) -> bool:
    """Whether a verb tells what is done to something: "was first found", "brokered by"."""
    if s.sequence[first].endswith("ing"):
        return False
    led = s.sequence[max(0, first - 2) : first]
    be = lexicon(s.language).words("be")
    return not be.isdisjoint(led) or s.sequence[last : last + 1] == ("by",)


def _before(s: Statement, first: int) -> range:
    """The nouns before a passive, behind an article: "the body of the boy had been found"."""
    words, n = lexicon(s.language), first
    articles, places = words.words("definite", "owner"), words.words("before_place") | {"of"}
    while n and first - n <= BACK and not (s.forms[n - 1][3] or s.gaps[n].strip()):
        n -= 1
    for _ in range(BACK):
        last = n
        while (
            n
            and last - n <= NOUN
            and s.forms[n - 1][3]
            and not s.gaps[n].strip(_IN_NOUN + "," * (n == first))
        ):
            n -= 1  # "the deal, brokered by"
        lead = n - (n > 0 and s.sequence[n - 1] in words.words("article", "definite"))
        if lead and s.sequence[lead - 1] in places and n < last:
            n = lead - 1
            continue
        return range(n, last) if lead < n < last and s.sequence[lead] in articles else range(0)
    return range(0)


def _behind(s: Statement, last: int) -> range:
    """The nouns that a verb has right behind it, with an article: "found the body"."""
    words = lexicon(s.language)
    if last >= len(s.forms) or s.gaps[last].strip() or s.sequence[last] not in words.words("definite"):
        return range(0)
    end, places = last + 1, words.words("before_place", "linking")
    while end < len(s.forms) and end - last <= NOUN and s.forms[end][3] and not s.gaps[end].strip(_IN_NOUN):
        if s.sequence[end] in places:
            break
        end += 1
    return range(last + 1, end)


def _doer(told: Sequence[Told], names: Reader) -> Mention | None:
    """The one person by a full name of whom an article tells a deed; None where there are more, or none."""
    doers: list[Mention] = []
    for t in told:
        how = reading(t.statement, t.first)
        if how.said is not Said.PLAIN or how.ahead or (m := _agent(t, names(t.statement))) is None:
            continue
        if not _is_alone(m, t):
            return None
        doers.append(m)
    full = next((m for m in doers if _is_person(m)), None)
    return full if full and all(tie(m.value, full.value) in ONE for m in doers) else None


def _agent(t: Told, names: Sequence[Mention]) -> Mention | None:
    """Who is told to do it: "by X", "X did it", "X, the agent who did it", "X went there and did it"."""
    verb = range(t.first, t.last)
    done = [(m, a) for m in names for a in (by(m), behind(m)) if a is not None and a.agent]
    if own := [m for m, a in done if a.verb in verb and not is_country(m)]:  # "the Swiss envoy Ida Brenn"
        return own[0]
    if _is_undergone(t.statement, t.first, t.last):
        return None
    s, n = t.statement, t.first
    small = lexicon(s.language).words("be", "passive", "before_verb") - {"to", "that", "which"}
    while n and t.first - n <= BACK and s.sequence[n - 1] in small and not s.gaps[n].strip(" ,"):
        n -= 1
    if "who" in s.sequence[n : t.first]:
        return next((m for m in names if m.last in {n, _office(s, n)}), None)
    if n and s.sequence[n - 1] == "and":
        before = [m for m, a in done if m.last < n and a.verb < n]
        return before[0] if len({m.start for m in before}) == 1 else None
    return None


def _office(s: Statement, end: int) -> int:
    """Where an office between a comma and "who" begins: "X, the agent who"; -1 where there is none."""
    n = end
    while n and end - n <= NOUN and s.forms[n - 1][3] and not s.gaps[n].strip(_IN_NOUN):
        n -= 1
    n -= 1
    article = n > 0 and n + 1 < end and s.sequence[n] in lexicon(s.language).words("article")
    return n if article and s.gaps[n].strip() == "," else -1


def _is_alone(m: Mention, t: Told) -> bool:
    """Whether nobody else is told to have done it too: "X and a friend", "his friend X", "X's team"."""
    s, words = m.statement, lexicon(m.statement.language)
    if not words.words("jointly").isdisjoint(s.sequence[: t.first] + s.sequence[t.last :]):
        return False
    for n in range(m.first - 1, max(-1, m.first - 1 - LEAD), -1):
        if s.sequence[n] in _JOINING:  # not "the owner and manager, Ida Brenn"
            return not (n + 1 == m.first or not s.forms[n + 1][3] or (n and s.forms[n - 1][0][0].isupper()))
        if not s.forms[n][3] and s.sequence[n] not in words.words("article"):
            break
    behind_it = s.forms[m.last : m.last + 2]
    if len(behind_it) < 2 or behind_it[0][1] not in _JOINING:
        return True
    printed, word, _, _ = behind_it[1]
    return printed.islower() and word not in words.words("article") and not word.isdigit()


def _is_person(m: Mention) -> bool:
    """Whether a name is surely that of a person in full: an office, an age or "who" stands beside it."""
    if len(m.value.words) not in FULL or m.value.place or m.value.acronym or is_body(m) or is_country(m):
        return False
    s = m.statement
    beside = s.sequence[m.last : m.last + 1] == ("who",) or _AGE.match(s.text, m.end - s.start) is not None
    led = len(m.value.words) > 2 and s.forms[m.first][2] in people(s.language)  # "Porter Ida Brenn"
    bodies = lexicon(s.language).words("body")
    return beside or led or (bool(m.value.role) and bodies.isdisjoint(m.value.role))

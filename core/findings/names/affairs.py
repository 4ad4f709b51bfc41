"""Affairs between two parties, told from either end: Karr sells to Lomb, Lomb buys from Karr."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from core.findings.kind import Mention
from core.findings.language import lexicon, stemmer
from core.findings.names.acts import behind, by
from core.findings.text import Statement

REACH = 4
"""Words between a verb and the other name."""
CLAUSE = 10
"""Words behind a verb among which the preposition of the other party may stand."""
MIDDLE = 3
"""Words behind a verb among which its particle stands: "took it over"."""
_PREPOSITIONS = frozenset({"to", "from", "of", "for", "under", "in", "on", "against"})

_PARTICLES = frozenset({"over", "up", "out", "down", "off", "away"})


class Part(NamedTuple):
    """What a party is to an affair."""

    party: Mention
    """Who."""
    affair: int
    """Row of the list of affairs; -1 for any other verb."""
    first: bool
    """Whether they are who does it, or, of an affair of the list, the party named first in its row."""
    verb: int
    """Token of the verb in the sentence."""
    passive: bool
    """Whether it is told of who is acted upon."""
    preposition: str = ""
    """What stands before the second party of a verb of no list, if it is not "to"; empty for an object."""


class _Form(NamedTuple):
    """A way to tell an affair."""

    particles: tuple[str, ...]
    """Stems that stand behind the verb."""
    preposition: str
    """What stands before the other party; empty where it is the object."""
    affair: int
    """Row of the list."""
    first: bool
    """Whether the subject is the first party."""


@cache
def _forms(language: str) -> dict[str, list[_Form]]:
    """Stem of a verb -> the ways to tell an affair with it, those of most words first."""
    stem = stemmer(language)
    table: dict[str, list[_Form]] = {}
    for row, groups in enumerate(lexicon(language).rows("affair")):
        for first, group in zip((True, False), groups, strict=False):
            for phrase in sorted(group):
                verb, *behind_it = map(stem, phrase.split())
                last = behind_it.pop() if behind_it and behind_it[-1] in _PREPOSITIONS else ""
                table.setdefault(verb, []).append(_Form(tuple(behind_it), last, row, first))
    return {
        verb: sorted(forms, key=lambda f: (-len(f.particles), not f.preposition))
        for verb, forms in table.items()
    }


def parts(statement: Statement, parties: Sequence[Mention]) -> Iterator[Part]:
    """What the parties of a sentence, rising, do to each other.

    Args:
        statement: The sentence.
        parties: Who is told of in it.

    Yields:
        For each verb with a party beside it what each of its parties is.
    """
    subjects: dict[int, tuple[Mention, bool]] = {}
    agents: dict[int, Mention] = {}
    for m in parties:
        if (done := by(m)) is not None:
            agents[done.verb] = m
        elif not _below(m) and (done := behind(m)) is not None:
            subjects.setdefault(done.verb, (m, done.agent))
            if done.agent and (verb := _outcome(statement, parties, done.verb)) >= 0:
                subjects.setdefault(verb, (m, True))
        if m.value.role:
            yield from _named(m)
    mutual = lexicon(statement.language).words("mutual")
    for verb in sorted({*subjects, *agents}):
        if statement.tokens[verb].word not in mutual:
            yield from _parts(statement, parties, verb, subjects.get(verb), agents.get(verb))


def _outcome(statement: Statement, parties: Sequence[Mention], verb: int) -> int:
    """The verb of an affair that another leads to: "came from behind to beat Karr"; else -1.

    Not of one that is only meant, and not past another party, who may be the one to do it.
    """
    said, words = statement.sequence, lexicon(statement.language)
    last = min([verb + CLAUSE, len(said) - 1, *(m.first for m in parties if m.first > verb)])
    for n in range(verb, last):
        if said[n] in words.words("wish", "negative", "negator") or (n > verb and statement.gaps[n].strip()):
            break
        if said[n] == "to" and statement.stemmed[n + 1] in _forms(statement.language):
            return n + 1
    return -1


def _below(m: Mention) -> bool:
    """Whether a name hangs on the noun before it, which then is the subject: "the flood in Karr reached"."""
    tokens, words = m.statement.tokens, lexicon(m.statement.language)
    n = m.first - 1
    while n > 0 and tokens[n].word in words.words("article"):
        n -= 1
    if tokens[0].word in words.words("before_place"):  # "in the final at Lake Corran Sands won"
        return n == 0
    return n > 0 and tokens[n].word in words.words("before_place", "part_of")


@cache
def _nouns(language: str) -> dict[str, list[tuple[int, bool]]]:
    """Stem of a noun for a party -> the affairs that it is one of, and whether it is the first: a lender."""
    stem = stemmer(language)
    table: dict[str, list[tuple[int, bool]]] = {}
    for row, groups in enumerate(lexicon(language).rows("affair")):
        for first, group in zip((True, False), groups[2:], strict=False):
            for noun in group:
                table.setdefault(stem(noun), []).append((row, first))
    return table


def _named(m: Mention) -> Iterator[Part]:
    """What the words beside a party say that it is to an affair."""
    table = _nouns(m.statement.language)
    for noun in sorted(table.keys() & m.value.role):
        at = next((n for n, t in enumerate(m.statement.tokens) if t.stem == noun), m.first)
        for affair, first in table[noun]:
            yield Part(m, affair, first, at, False)


def _parts(
    statement: Statement,
    parties: Sequence[Mention],
    verb: int,
    subject: tuple[Mention, bool] | None,
    agent: Mention | None,
) -> Iterator[Part]:
    passive = agent is not None or (subject is not None and not subject[1])
    form, other = _form(statement, parties, verb)
    affair, first = (form.affair, form.first) if form else (-1, True)
    doer = agent if passive else subject and subject[0]
    small = ""
    if form is None or not form.preposition:
        other = subject[0] if passive and subject else None if passive else _object(parties, verb, statement)
    if form is None and other is None and not passive:
        small, other = _behind_preposition(statement, parties, verb)
    if doer:
        yield Part(doer, affair, first, verb, passive, small)
    if other and other is not doer:
        yield Part(other, affair, not first, verb, passive, small)


def _behind_preposition(
    statement: Statement, parties: Sequence[Mention], verb: int
) -> tuple[str, Mention | None]:
    """The party behind a preposition in the clause of a verb, with that; "owes Karr" is "owes to Karr"."""
    for n in range(verb + 1, min(len(statement.tokens), verb + CLAUSE)):
        if statement.gaps[n].strip(" '’-"):
            break
        word = statement.tokens[n].word
        if word in _PREPOSITIONS and (other := _object(parties, n, statement)):
            return word if word != "to" else "", other
    return "", None


def _form(statement: Statement, parties: Sequence[Mention], verb: int) -> tuple[_Form | None, Mention | None]:
    """The way in which a verb tells an affair, and who stands behind its preposition."""
    tokens = statement.tokens
    behind_it = [t.stem for t in tokens[verb + 1 : verb + 1 + MIDDLE]]
    for form in _forms(statement.language).get(tokens[verb].stem, ()):
        if any(p not in behind_it for p in form.particles):
            continue
        if not form.preposition:
            return form, None
        for n in range(verb + 1, min(len(tokens), verb + CLAUSE)):
            if statement.gaps[n].strip(" '’-"):
                break
            if tokens[n].word == form.preposition and (other := _object(parties, n, statement)):
                return form, other
    return None, None


def _object(parties: Sequence[Mention], at: int, statement: Statement) -> Mention | None:
    """The first party behind a word, with nothing but articles and nouns between."""
    words = lexicon(statement.language).words("article") | {"to"}
    if statement.tokens[at + 1 : at + 2] and statement.tokens[at + 1].word in _PARTICLES:
        at += 1
    for m in parties:
        between = statement.tokens[at + 1 : m.first]
        if m.first > at and len(between) <= REACH:
            return m if all(t.content or t.word in words for t in between) else None
    return None

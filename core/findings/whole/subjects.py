"""Of what a phrase says something: the words before its verb, and what they name.

A state is of one thing or person: of "the factory's sprinkler system" the sprinklers, of "production in the
east hall" production. A part, a number, one of several or anybody else is none.
"""

from typing import NamedTuple

from core.findings.kind import Reader
from core.findings.language import lexicon
from core.findings.text import POSSESSIVE, Article, Statement

LONG = 8
"""Words of a subject: one with more has a clause of its own."""
ABOVE = 5
"""Words before "that" among which stands who says it."""
NONE = 3
"""Words in which it is denied of every one: "not a single"."""


class Readers(NamedTuple):
    """What gives the readings of a sentence."""

    names: Reader
    """Its names."""
    dates: Reader
    """Its dates and times of day."""


def subject_before(s: Statement, lead: int) -> range:
    """The words before a verb from where its clause begins; of a second verb those before the first one."""
    words = lexicon(s.language)
    begin = lead
    while begin > max(0, lead - LONG) and not _parted(s, begin):
        begin -= 1
    joined = begin and s.sequence[begin - 1] in words.words("joining")
    if joined and begin == lead:
        verb = words.words("be", "befell_having")
        return range(next((n for n in range(min(begin, LONG)) if s.sequence[n] in verb), 0))
    if joined and s.sequence[begin] not in words.words("article"):
        return range(lead, lead)  # "between Karr and Lomb"
    return range(begin, lead) if joined or _free(s, begin) else range(lead, lead)


def _free(s: Statement, begin: int) -> bool:
    """Whether a clause hangs on no noun and no time: "said that the bridge", not "the tram that overran"."""
    words = lexicon(s.language)
    if begin == 0 or s.gaps[begin].strip() or s.sequence[begin - 1] not in words.words("clause"):
        return True
    said = s.sequence[max(0, begin - 1 - ABOVE) : begin]
    return not words.words("say").isdisjoint(said[-1:]) or (
        said[-1] in words.words("that") and not words.words("say").isdisjoint(said)
    )


def _parted(s: Statement, n: int) -> bool:
    """Whether a clause begins at a token."""
    words = lexicon(s.language)
    return bool(s.gaps[n].strip(" -'’")) or s.sequence[n - 1] in words.words("clause", "say")


def none_of(s: Statement, subject: range) -> int:
    """How many words at the head of a subject deny it of every one: "not one", "no", "none of the"."""
    denying = lexicon(s.language).words("not_one")
    told = [" ".join(s.sequence[subject.start : n]) for n in subject[:NONE]] if subject else []
    told.append(" ".join(s.sequence[subject.start : min(subject.stop, subject.start + NONE)]))
    return max((len(phrase.split()) for phrase in told if phrase in denying), default=0)


def thing(
    article: Article, s: Statement, subject: range, family: str, readers: Readers
) -> tuple[str, ...] | None:
    """Stems of what a subject tells, the thing itself first; nothing of a part, a number or nothing."""
    words = lexicon(s.language)
    if family == "meets":
        return ("",)
    if family == "free":
        return _person(article, s, subject, readers)
    said = frozenset(s.sequence[subject.start : subject.stop])
    if not words.words("some", "spoken", "others", "person", "be", "befell_having", "future").isdisjoint(
        said
    ):
        return None
    days = {n for m in readers.dates(s) for n in range(m.first, m.last)}
    told = [n for n in subject if s.forms[n][3] and n not in days]
    if family == "warned":
        everybody = not words.words("inhabitant").isdisjoint(said)
        return ("", *[s.forms[n][2] for n in told if n and s.forms[n][0][0].isupper()]) if everybody else None
    told = [n for n in told if s.sequence[n] not in words.words("generic")]
    within = next((n for n in subject[1:] if s.sequence[n] in words.words("of_thing")), subject.stop)
    heads = [n for n in told if n < within and not s.forms[n][0].endswith(POSSESSIVE)]
    if not heads or any(s.sequence[n][0].isdigit() for n in subject):
        return None
    head = s.forms[heads[-1]]
    return head[1] if family == "held" else head[2], *[s.forms[n][2] for n in told]


def _person(article: Article, s: Statement, subject: range, readers: Readers) -> tuple[str, ...] | None:
    """The last word of a name right before a state, or of the only one told before "he" or "she"."""
    while subject and s.sequence[subject[-1]] in lexicon(s.language).words("infinitive", "carrying"):
        subject = subject[:-1]  # "allowed Karr to remain free", "Karr was allowed to"
    if subject and s.forms[subject[-1]][3]:
        text, word, _, _ = s.forms[subject[-1]]
        return (word,) if text[0].isupper() else None
    persons = lexicon(s.language).words("person")
    if (
        s.number == 0
        or s.sequence[0] not in persons
        or not persons.issuperset(s.sequence[n] for n in subject)
    ):
        return None
    own = {m.value.words[-1] for m in readers.names(article.statement(s.number - 1)) if not m.value.place}
    return tuple(own) if len(own) == 1 else None

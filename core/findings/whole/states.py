"""In which of two states a thing is: "night buses are running as usual", "not one night bus left the depot".

Two reports of one event that tell it otherwise of one thing are at odds wherever they stand, if each tells
one state alone, and nothing says that it is of another time, part or thing.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, product
from typing import NamedTuple

from core.findings.claims import polarity
from core.findings.claims.claims import mention
from core.findings.claims.guards import at_odds
from core.findings.claims.polarity import Said
from core.findings.dates import date
from core.findings.kind import Conflict, Mention, Reader
from core.findings.language import lexicon
from core.findings.text import POSSESSIVE, Article, Statement
from core.findings.whole.event import IN_YEAR, Capitals, of_one_event
from core.findings.whole.spots import Places
from core.findings.whole.subjects import Readers, none_of, subject_before, thing
from core.progress import Tick, silent, ticked

RULE = "opposite states of one thing"
LASTING = frozenset({"held", "works", "free", "warned", "meets"})
"""States that hold of a whole event: a road may be closed on one day and open on the next."""
OPEN_END = frozenset({"free", "meets"})
"""States that are told until a day, or again."""

REPORT = 300
"""Sentences of a report of one event: what stands further on in a book is not looked for."""


class State(NamedTuple):
    """What an article says of a thing."""

    denied: bool
    """Whether a word denies the other state: what is told plainly says more."""
    good: bool
    """Whether it runs, is open, works, takes place."""
    head: str
    """Stem of the thing; empty where the state has no subject."""
    of: frozenset[str]
    """Stems of all that tells which thing it is."""
    owner: frozenset[str]
    """Those of its owner among them, whom the other article need not name."""
    now: bool
    """Whether it is told as what is, not as what was."""
    ever: bool
    """Whether it is so of every one, or as ever: "not one bus", "as usual"."""
    mention: Mention
    """The state with its subject."""


def conflicts(
    told: Sequence[tuple[Article, Places]], readers: Readers, capitals: Capitals, tick: Tick = silent
) -> list[Conflict]:
    """Find things that two articles on one event tell to be in two states of which each excludes the other.

    Args:
        told: The articles, in an order that does not depend on how they were given, and what each says where.
        readers: Gives the names and the dates of a sentence.
        capitals: Gives the words of a source that have a capital.
        tick: Told now and then; what it raises stops the search.

    Returns:
        For each two articles and each thing at most one conflict.
    """
    read = [(a, own) for a, places in ticked(told, tick) if (own := _states(a, places, readers))]
    found: list[Conflict] = []
    for (a, left), (b, right) in combinations(ticked(read, tick), 2):
        for family, head in sorted(left.keys() & right.keys()):
            pairs = product(left[family, head], right[family, head])
            rivals = [(x, y) for x, y in pairs if _apart(family, x, y, readers.dates)]
            if rivals and of_one_event(a, b, capitals):
                same = [(x, y) for x, y in rivals if _told(y, x, a) and _told(x, y, b)]
                found += [Conflict(x.mention, y.mention, 1.5, _label(x, y), RULE) for x, y in same[:1]]
    return found


def _label(x: State, y: State) -> str:
    """The thing as it is printed, or what the fuller of two states says."""
    m = max(x, y, key=lambda state: len(state.of)).mention
    tokens, of = m.statement.tokens[m.first : m.last], x.of | y.of
    named = [t.text for t in tokens if t.content and (t.stem in of or t.word in of)]
    return " ".join(named) or m.said


def _apart(family: str, x: State, y: State, dates: Reader) -> bool:
    """Whether two states of one thing exclude each other, as far as they and their days tell."""
    if x.good == y.good or (x.of - y.of and y.of - x.of):
        return False
    here, there = (dates(state.mention.statement) for state in (x, y))
    if x.ever and y.ever:
        return True
    if at_odds(here, there, date.compare):
        return False
    return family in LASTING or (x.now is y.now and bool(here) == bool(there))


def _told(x: State, y: State, article: Article) -> bool:
    """Whether the article of one state has all that the other one tells the thing by, but for its owner."""
    left = set(x.of - y.of - x.owner)
    for n in range(min(REPORT, len(article.places)) if left else 0):
        left -= article.statement(n).stems
    return not left


def _states(article: Article, places: Places, readers: Readers) -> dict[tuple[str, str], list[State]]:
    """What an article says of things by kind of state and thing; nothing of what it tells in both states."""
    found: dict[tuple[str, str], list[State]] = defaultdict(list)
    for said, own in places.items():
        for start, end in own:
            s = article.statement(article.at(start))
            for family in said[:-1].split(","):
                state = _state(article, s, s.tokens_in(start, end), family + said[-1], readers)
                if state is not None:
                    found[family, state.head].append(state)
    return {
        key: sorted(own, key=lambda state: (state.denied, state.mention.start))
        for key, own in found.items()
        if len({state.good for state in own}) == 1
    }


def _state(article: Article, s: Statement, at: tuple[int, int], said: str, readers: Readers) -> State | None:
    """What a phrase of a sentence says of its subject."""
    words, (first, last), family = lexicon(s.language), at, said[:-1]
    lead = first
    while lead and s.sequence[lead - 1] in words.words("carrying"):
        lead -= 1
    carried = s.sequence[lead:first]
    if not _lasts(s, last, family) or not _finite(s, first, last, carried):
        return None
    subject = subject_before(s, lead)
    none = none_of(s, subject)
    if said == "meets-" and (readers.dates(s) or not words.words("for_today").isdisjoint(s.words)):
        return None  # "no further talks are planned for today"
    denied = _denied(s, first, carried, none=none > 0 or family == "meets")
    if denied is None:
        return None
    of = thing(article, s, subject[none:], family, readers)
    if of is None:
        return None
    as_ever = [n for n in range(last, len(s.forms))[:2] if s.sequence[n] in words.words("as_ever")]
    denied = denied and family != "meets"
    return State(
        denied=denied,
        good=(said[-1] == "+") != denied,
        head=of[0],
        of=frozenset(of),
        owner=frozenset(
            [form[2] for form in s.forms[subject.start : subject.stop] if form[0].endswith(POSSESSIVE)]
        ),
        now=words.words("be_past").isdisjoint(carried),
        ever=bool(none or as_ever) or "never" in carried,
        mention=mention(
            s, subject.start if subject and subject.stop == lead else lead, max([last - 1, *as_ever]) + 1
        ),
    )


def _denied(s: Statement, first: int, carried: Sequence[str], *, none: bool) -> bool | None:
    """Whether a state is denied; None where it is open, to come, or denied twice."""
    words = lexicon(s.language)
    if none:
        plain = words.words("negator").isdisjoint(carried) and words.words("unsure").isdisjoint(s.words)
        return True if plain else None
    how = polarity.reading(s, first)
    return None if how.ahead or how.said is Said.UNSURE else how.said is Said.DENIED


def _lasts(s: Statement, last: int, family: str) -> bool:
    """Whether a sentence tells a state as one that goes on, of the whole thing."""
    words = lexicon(s.language)
    if "?" in s.text or IN_YEAR.search(s.text) or not words.words("before_now").isdisjoint(s.words):
        return False
    behind = s.sequence[last : last + 1]
    if family in OPEN_END:
        return words.words("warned_of").isdisjoint(behind)
    if family == "warned":
        return words.words("warned_of").isdisjoint(s.sequence[last : polarity.clause(s, last - 1).stop])
    if family == "works" and not words.words("before_place").isdisjoint(behind):
        return False
    return words.words("narrowing").isdisjoint(behind) and words.words("passing").isdisjoint(s.words)


def _finite(s: Statement, first: int, last: int, carried: Sequence[str]) -> bool:
    """Whether a phrase is no bare verb, or one behind "did not"."""
    words = lexicon(s.language)
    bare = " ".join(s.sequence[first:last]) in words.words("bare")
    return not bare or not words.words("do").isdisjoint(carried)

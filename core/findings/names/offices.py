"""Two names that stand for each other: people with exchanged offices, what was chosen and what was not."""

from collections.abc import Mapping, Sequence
from itertools import product

from core.findings.beside import people
from core.findings.kind import MANY, Conflict, Mention
from core.findings.language import lexicon
from core.findings.names.name import Tie, may_be_one, tie
from core.findings.slots import Pair
from core.findings.text import Token

REACH = 5
"""Words behind a name among which an office is read: "stays on as its clerk"."""
LEAD = 3
"""Words before a name among which one says that another was chosen: "instead of the Karr Bank"."""


def conflicts(pair: Pair, a: Sequence[Mention], b: Sequence[Mention]) -> list[Conflict]:
    """Find two names, known to both sides, that stand for each other.

    Args:
        pair: Two windows.
        a: Names of the first.
        b: Names of the second.

    Returns:
        At most one conflict: of who is what, or of what was chosen over what.
    """
    if min(len(a), len(b)) < 2 or len(a) * len(b) > MANY:
        return []
    return _chosen(pair, a, b) or _exchanged(pair, a, b)


def _chosen(pair: Pair, a: Sequence[Mention], b: Sequence[Mention]) -> list[Conflict]:
    """The first two names of which each side has turned down the one that the other has not."""
    telling = lexicon(pair.a.statements[0].language).words("instead_by")
    if not (pair.a.has(telling) and pair.b.has(telling)):
        return []
    left, right = ([m for m in names if _instead(m)] for names in (a, b))
    for y, x in product(left, right):
        here, there = _only(x, a, left), _only(y, b, right)
        if here and there and not _same(x, y) and _always(y, a, left) and _always(x, b, right):
            rule = "each account has the one chosen that the other has turned down"
            label = f"{here.said} or {there.said}"
            return [Conflict(here, there, 2.0, label, rule, pair.context(here, there))]
    return []


def _only(m: Mention, names: Sequence[Mention], denied: Sequence[Mention]) -> Mention | None:
    """The name of one side that is that of a mention of the other, if it is never turned down there."""
    own = [n for n in names if _same(m, n)]
    return own[0] if own and not any(n in denied for n in own) else None


def _always(m: Mention, names: Sequence[Mention], denied: Sequence[Mention]) -> bool:
    """Whether one side names somebody only to say that another was chosen."""
    return all(n in denied for n in names if _same(m, n))


def _exchanged(pair: Pair, a: Sequence[Mention], b: Sequence[Mention]) -> list[Conflict]:
    """The first two people of whom one has the office here that the other has there."""
    nouns = people(pair.a.statements[0].language)
    if not nouns & pair.a.stems & pair.b.stems or min(len(nouns & w.stems) for w in (pair.a, pair.b)) < 2:
        return []
    here, there = ({m: told for m in names if (told := _told(m))} for names in (a, b))
    if min(len(here), len(there)) < 2:
        return []
    for x, y in product(here, there):
        office = _office(x, here)
        if (
            not _same(x, y)
            and office == _office(y, there)
            and _other(_office(x, there), office)
            and _other(_office(y, here), office)
        ):
            label = " ".join(t.text for t in here[x])
            return [Conflict(x, y, 2.0, label, "two people with their offices exchanged", pair.context(x, y))]
    return []


def _same(x: Mention, y: Mention) -> bool:
    return may_be_one(x.value, y.value) and tie(x.value, y.value) is Tie.SAME


def _other(office: frozenset[str], other: frozenset[str]) -> bool:
    """Whether there is an office, and it is another one."""
    return bool(office) and office != other


def _office(m: Mention, told: Mapping[Mention, Sequence[Token]]) -> frozenset[str]:
    """The stems of the offices of whoever a mention names, as one side tells them."""
    return frozenset(t.stem for n in told if _same(m, n) for t in told[n])


def _instead(m: Mention) -> bool:
    """Whether "not", "instead of" or "rather than" stands before a name."""
    tokens, gaps, words = m.statement.tokens, m.statement.gaps, lexicon(m.statement.language)
    small, n = words.words("article", "before_place"), m.first
    while n > max(0, m.first - LEAD) and not gaps[n].strip() and tokens[n - 1].word in small:
        n -= 1
    if not n or gaps[n].strip():
        return False
    before = [t.word for t in tokens[max(0, n - 2) : n]]
    return not words.words("instead").isdisjoint((before[-1], " ".join(before)))


def _told(m: Mention) -> list[Token]:
    """The words of an office right behind a name, or else directly before it, with what qualifies it."""
    nouns = people(m.statement.language)
    if m.statement.stems.isdisjoint(nouns):
        return []
    tokens, gaps, words = m.statement.tokens, m.statement.gaps, lexicon(m.statement.language)
    small = words.words("become", "article", "owner", "adjective", "particle")
    found: list[Token] = []
    for n in range(m.last, min(len(tokens), m.last + REACH)):
        if gaps[n].strip(" -(,") or (n > m.last and "," in gaps[n]):
            break
        if tokens[n].stem in nouns or tokens[n].word in words.words("rank_of_office"):
            found.append(tokens[n])
        elif found and tokens[n].word in words.words("for_a_time"):
            return []
        elif found or tokens[n].word not in small:
            break
    n = m.first
    while n and not gaps[n].strip(" -") and tokens[n - 1].stem in nouns:
        n -= 1
    return found or list(tokens[n : m.first])

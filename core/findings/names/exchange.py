"""Roles exchanged: "Brenn accused Vale" against "Brenn was accused by Vale"."""

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

from core.findings.claims.guards import other_day
from core.findings.kind import MANY, Conflict, Mention
from core.findings.language import lexicon, stems
from core.findings.names.acts import KEPT, act, surely_verb
from core.findings.names.affairs import Part, parts
from core.findings.names.listed import members
from core.findings.names.same_role import one_deed, rest, sole
from core.findings.slots import Pair
from core.findings.text import POSSESSIVE, Statement
from core.findings.tie import Name, Tie, may_be_one, tie
from core.findings.window import Window
from core.model import FindingKind

SHARE = 0.6
"""Share of the words that are aligned from which nouns are parties as names are."""
LITTLE = 2
"""Words of either sentence without their like, where the two verbs may be other words for one act."""
MUCH = 6
"""The same, past which the two sentences may tell of two affairs."""
SURE = 2
"""What two nouns exceed, multiplied: no "first" in "the first novel" and "the best first novel"."""


class Deed(NamedTuple):
    """An affair between two parties, as far as one side tells who they are."""

    part: Part
    """One of them."""
    other: Mention | None
    """The other one; None if it is not told."""
    verb: int
    """Token of the verb in the window."""


def conflicts(pair: Pair, a: Sequence[Mention], b: Sequence[Mention]) -> list[Conflict]:
    """Find the first affair that two windows tell with the two parties exchanged.

    Args:
        pair: The two windows.
        a: Names of the first.
        b: Names of the second.

    Returns:
        At most one conflict, of those who act.
    """
    return _parties_exchanged(pair, a, b) or list(islice(_other_doers(pair, a, b), 1))


def _parties_exchanged(pair: Pair, a: Sequence[Mention], b: Sequence[Mention]) -> list[Conflict]:
    nouns = _nouns(pair, a, b)
    a, b = [*a, *nouns[0]], [*b, *nouns[1]]
    if len(a) < 2 or len(b) < 2 or len(_parties(a, b)) < 2:
        return []  # either side tells of both parties
    here = list(_deeds(pair.a, a))
    there = list(_deeds(pair.b, b)) if here else []
    if len(here) * len(there) > MANY:
        return []
    for p, q in product(here, there):
        if (
            _exchanged(p, q)
            and _one_affair(pair, p, q)
            and all(_told(p.other or q.other, names) for names in (a, b))
        ):
            x, y = _actor(p), _actor(q)
            if x is not None and y is not None:
                verb = pair.a.forms[p.verb][0]
                rule = f'the roles in "{verb}" are exchanged'
                return [Conflict(x, y, 2.0, verb, rule, pair.context(x, y))]
    return []


def _other_doers(pair: Pair, a: Sequence[Mention], b: Sequence[Mention]) -> Iterator[Conflict]:
    """What one alone can do, done by either of two whom both accounts name: who directs, who plays."""
    deeds = stems("sole_deed", pair.a.statements[0].language)
    if deeds.isdisjoint(pair.a.stems) or deeds.isdisjoint(pair.b.stems) or len(_parties(a, b)) < 2:
        return
    for x, y in product(_doers(a), _doers(b)):
        if (
            tie(x.value, y.value) is Tie.DIFFERENT
            and one_deed(pair, x, y)
            and _told(x, b)
            and _told(y, a)
            and not other_day(pair, x.statement, y.statement)
            and (done := act(x))
        ):
            verb = x.statement.forms[done.verb][0]
            yield Conflict(x, y, 2.0, verb, f'"{verb}" is told of either', pair.context(x, y))


def _doers(names: Sequence[Mention]) -> list[Mention]:
    """Who alone does what one alone can do: not "by Karr and Lomb", "by Karr with Lomb", "by Karr's men"."""
    return [
        m
        for m in names
        if sole(m)
        and len(members(m, names)) == 1
        and not _joined(m)
        and not m.statement.tokens[m.last - 1].text.endswith(POSSESSIVE)
    ]


def _joined(m: Mention) -> bool:
    """Whether another did it too: "with" stands directly behind a name, or before it."""
    said, along = m.statement.sequence, lexicon(m.statement.language).words("along")
    return not along.isdisjoint((*said[max(0, m.first - 1) : m.first], *said[m.last : m.last + 1]))


def _parties(a: Sequence[Mention], b: Sequence[Mention]) -> set[tuple[str, ...]]:
    """The names of one side that the other has too, in whatever form."""
    there = {y.value.words: y for y in b}
    others = [x for x in a if x.value.words not in there]
    return {x.value.words for x in a if x.value.words in there} | {
        x.value.words for x in others if any(_same(x, y) for y in there.values())
    }


def _nouns(pair: Pair, a: Sequence[Mention], b: Sequence[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Words that both sides have behind an article or as the first of a sentence: parties without a name."""
    if not pair.shares(SHARE):
        return [], []
    named = [
        {n for m in names for n in range(*window.place(m))} for window, names in ((pair.a, a), (pair.b, b))
    ]
    found = [
        (i, j)
        for i, j in pair.aligned.items()
        if not (i in named[0] and j in named[1])
        and _noun(pair.a, i) * _noun(pair.b, j) > SURE
        and not (_names_behind(pair.a, i, named[0]) or _names_behind(pair.b, j, named[1]))  # a title
    ]
    before_a, before_b = {i - 1 for i, _ in found}, {j - 1 for _, j in found}  # "the old lion": no "old"
    return (
        [_party(*pair.a.at(i)) for i, _ in found if i not in named[0] | before_a],
        [_party(*pair.b.at(j)) for _, j in found if j not in named[1] | before_b],
    )


def _names_behind(window: Window, at: int, named: Set[int]) -> bool:
    """Whether a name follows a word, with nothing but nouns between: "the chain Karr"."""
    statement, n = window.at(at)
    forms, first = statement.forms, at - n
    n += 1
    while n < len(forms) and forms[n][3] and first + n not in named:
        if statement.gaps[n].strip() or surely_verb(statement, n):
            return False
        n += 1
    return first + n in named


def _noun(window: Window, at: int) -> int:
    """How surely a word is a noun, 0-3.

    3 as the last of two behind an article, 2 as the first there or of the sentence, 1 as the second of more.
    """
    statement, n = window.at(at)
    printed = window.forms[at][0]
    if printed.endswith(POSSESSIVE):
        return 0
    if n == 0 or printed[0].isupper():
        return 2 * printed[0].isupper()
    articles = lexicon(statement.language).words("article")
    if statement.sequence[n - 1] in articles:
        return 2
    if not statement.content_of[n - 1] or statement.sequence[max(0, n - 2)] not in articles:
        return 0
    beside = statement.gaps[n].strip() or printed.endswith("ly")  # "rammed the launch shortly before dawn"
    return 0 if beside else 1 + 2 * _ends(statement, n + 1)


def _ends(statement: Statement, n: int) -> bool:
    """Whether no noun goes on before a token: a mark, a small word or a verb is there: "the old lion had"."""
    if n == len(statement.forms) or statement.gaps[n].strip() or not statement.content_of[n]:
        return True
    return surely_verb(statement, n)


@lru_cache(KEPT)
def _party(statement: Statement, n: int) -> Mention:
    """A noun as a party; the same in every window, so that what it does is read once."""
    token = statement.tokens[n]
    value = Name((token.word,), frozenset(), place=False, acronym=False)
    return Mention(FindingKind.NAME, statement, token.start, token.end, n, n + 1, value, token.text)


def _deeds(window: Window, names: Sequence[Mention]) -> Iterator[Deed]:
    """What the names of a window, rising, do to each other."""
    for statement in window.statements:
        if own := _rising(names, statement):
            at = window.offset[statement.number]
            for part, other in _told_of(statement, own):
                yield Deed(part, other, at + part.verb)


@lru_cache(KEPT)
def _told_of(statement: Statement, names: tuple[Mention, ...]) -> list[tuple[Part, Mention | None]]:
    """What some names of a sentence are to an affair, each with the other party."""
    told = list(parts(statement, names))
    return [
        (part, next((o.party for o in told if o.verb == part.verb and o.first != part.first), None))
        for part in told
    ]


def _rising(names: Sequence[Mention], statement: Statement) -> tuple[Mention, ...]:
    return tuple(sorted([m for m in names if m.statement is statement], key=_first))


def _first(m: Mention) -> int:
    return m.first


def _same(x: Mention, y: Mention) -> bool:
    p, q = x.value, y.value
    return p.words == q.words or (may_be_one(p, q) and tie(p, q) is Tie.SAME)


def _exchanged(p: Deed, q: Deed) -> bool:
    """Whether one party is on the other end in the other account, and nothing speaks against the other's."""
    if p.part.first == q.part.first or not _same(p.part.party, q.part.party):
        return False
    others = [o for o in (p.other, q.other) if o is not None]
    if not others or (len(others) == 2 and not _same(*others)):
        return False
    return all(tie(o.value, p.part.party.value) is Tie.DIFFERENT for o in others)


def _told(other: Mention | None, names: Sequence[Mention]) -> bool:
    return other is not None and any(_same(m, other) for m in names)


def _one_affair(pair: Pair, p: Deed, q: Deed) -> bool:
    """Whether two verbs tell of one affair, or are the same, or all that two sentences differ in."""
    most = max(rest(pair, p.part.party, q.part.party))
    if p.part.affair != q.part.affair or other_day(pair, p.part.party.statement, q.part.party.statement):
        return False
    if p.part.affair >= 0:
        return most <= MUCH
    if p.other is None or q.other is None or p.part.preposition != q.part.preposition:
        return False
    if p.verb in pair.aligned or q.verb in pair.back:
        return pair.aligned.get(p.verb) == q.verb
    return p.part.passive != q.part.passive and most <= LITTLE


def _actor(p: Deed) -> Mention | None:
    """Who is the first party in an account, if it tells so."""
    return p.part.party if p.part.first else p.other

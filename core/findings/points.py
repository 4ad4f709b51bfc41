"""Conflicts of two mentions each -> points, and the readings of a point: 24 (C), 20 (A, B).

Conflicts are of one point if they share a mention, wherever they stand, or if the same words stand against
each other again. A mention that carries a value of the point in a linked sentence is added to it. The
mentions of one value are one reading.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from core.findings import tie
from core.findings.alike import synonyms
from core.findings.dates import date
from core.findings.kind import Compare, Conflict, Mention, Relation
from core.findings.numbers import number
from core.findings.numbers.quantity import Quantity
from core.findings.quotations import speakers
from core.findings.text import content_stems
from core.model import FindingKind
from core.progress import Tick, silent, ticked
from core.standing import Standing

COMPARE: dict[FindingKind, Compare] = {
    FindingKind.NUMBER: number.compare,
    FindingKind.DATE: date.compare,
    FindingKind.NAME: tie.compare,
    FindingKind.PLACE: tie.compare,
    FindingKind.ATTRIBUTION: speakers.compare,
}
"""What tells whether two mentions carry one value; all other kinds go by their words."""
NEAR, ALIKE = 8, 2
"""Words on either side of a weekday, and content words of them that another place must share to carry it."""
EXAMPLES = 50
"""Wordings and values of a point with which each mention is compared; past them, only equal words make one
reading. Prose has a dozen at most, and a list that names thousands would take the square of its length."""
Place = tuple[FindingKind, str, int, int]
"""Kind, source, start and end of a mention."""
Carriers = Callable[[Mention], Iterable[Mention]]
"""Gives what is read in the sentences that are linked with that of a mention."""
Readings = list[list[Mention]]
"""The readings of a point: each the mentions of one value."""


def row_of(mention: Mention, standing: Standing) -> int:
    """Index of the passage that holds a mention; -1 where none does."""
    return standing.row(mention.statement.source, mention.start)


def divided(readings: Readings, standing: Standing) -> list[int]:
    """Indices of the passages in which two sources carry different readings, rising."""
    held: dict[int, tuple[set[int], set[str]]] = defaultdict(lambda: (set(), set()))
    for n, same in enumerate(readings):
        for m in same:
            told, sources = held[row_of(m, standing)]
            told.add(n)
            sources.add(m.statement.source)
    several = (row for row, sides in held.items() if all(len(side) > 1 for side in sides))
    return sorted(row for row in several if row >= 0)


def stands(point: Sequence[Conflict], readings: Readings) -> bool:
    """Whether two sources, or two places of one, still disagree when all that carries the values is known.

    A source that tells the other's value as well, of the same thing in a linked sentence, does not contradict
    it: 3 of 3 such findings on real news were of two years, two sums or the parts of one.
    """
    if any(c.a.statement.source == c.b.statement.source for c in point):
        return len(readings) > 1
    if {any(isinstance(m.value, Quantity) and m.value.room for m in same) for same in readings} == {
        True,
        False,
    }:
        return False  # "carries 400": others say that there is room for 400, which is not how many there were
    told = {frozenset(m.statement.source for m in same) for same in readings}
    return any(x - y and y - x for x, y in combinations(told, 2))


def place(m: Mention) -> Place:
    """What tells a mention from every other one; a town is the same whether read as a name or as a place."""
    kind = FindingKind.NAME if m.kind is FindingKind.PLACE else m.kind
    return kind, m.statement.source, m.start, m.end


def points(conflicts: Sequence[Conflict], tick: Tick = silent) -> list[list[Conflict]]:
    """Put the conflicts of one point together; the points are in the order of their first conflicts."""
    point_of: dict[object, int] = {}
    held: dict[int, list[Conflict]] = {}
    joined: dict[int, int] = {}
    torn = _torn(conflicts)
    for n, c in enumerate(ticked(conflicts, tick)):
        marks = [(m, toll(c)) if m in torn else m for m in _marks(c)]
        first, *others = sorted({_now(joined, point_of[m]) for m in marks if m in point_of}) or [n]
        point = held.setdefault(first, [])
        for old in others:
            point += held.pop(old)
            joined[old] = first
        point.append(c)
        point_of.update(dict.fromkeys(marks, first))
    return list(held.values())


def _torn(conflicts: Sequence[Conflict]) -> set[object]:
    """Places of counts of people that stand against the dead of one account and the hurt of another.

    What became of those counted there is not told, so that they would join two points that are two.
    """
    tolls: dict[object, set[str]] = defaultdict(set)
    for c in conflicts:
        if became := toll(c):
            for m in (c.a, c.b):
                tolls[place(m)].add(became)
    return {m for m, several in tolls.items() if len(several) > 1}


def toll(c: Conflict) -> str:
    """What became of the people whom two counts at odds are of, if one of them says so."""
    said = (m.value.toll for m in (c.a, c.b) if isinstance(m.value, Quantity))
    return next(filter(None, said), "")


def _now(joined: dict[int, int], n: int) -> int:
    """The point that a point is part of by now: union-find, with paths halved."""
    while n in joined:
        joined[n] = joined.get(joined[n], joined[n])
        n = joined[n]
    return n


def _marks(c: Conflict) -> list[object]:
    """What conflicts of one point may have in common; one is enough: a mention, or the words at odds."""
    here = place(c.a)
    said: list[object] = [here, place(c.b)]
    x, y = c.a.value, c.b.value
    if isinstance(x, tie.Name) and isinstance(y, tie.Name):
        if tie.tie(x, y) is not tie.Tie.DIFFERENT:
            return [*said, *((here[0], words) for words in _differing(x, y))]
        if c.once:
            return [*said, (here[0], frozenset((x.words, y.words)))]
    sources = c.a.statement.source, c.b.statement.source
    return [
        *said,
        (c.a.kind, frozenset(zip(sources, (c.a.said.casefold(), c.b.said.casefold()), strict=True))),
    ]


def _differing(x: tie.Name, y: tie.Name) -> list[frozenset[str]]:
    """Each two words in which the forms of one name differ: of a full name, and of its last word alone."""
    if len(x.words) == len(y.words):
        return [frozenset(words) for words in zip(x.words, y.words, strict=True) if len(set(words)) > 1]
    return [frozenset((x.words[-1], y.words[-1]) if x.words[-1] != y.words[-1] else {*x.words} ^ {*y.words})]


def readings(
    point: Sequence[Conflict], order: dict[str, int], carriers: Carriers, tick: Tick = silent
) -> Readings:
    """Gather the mentions of a point, and of what carries its values in linked sentences, into readings.

    Args:
        point: Its conflicts.
        order: Source -> place among the sources.
        carriers: Gives what is read in linked sentences.
        tick: Told before each mention; what it raises stops the gathering.

    Returns:
        The readings, in the order in which they are first told.
    """
    against: dict[Place, set[Place]] = defaultdict(set)
    mentions: dict[Place, Mention] = {}
    for c in point:
        x, y = place(c.a), place(c.b)
        against[x].add(y)
        against[y].add(x)
        mentions |= {x: c.a, y: c.b}
    if not all(map(_exchanges, point)):
        _carry(mentions, _telling(point), carriers, tick)
    groups = _Groups()
    for m in sorted(mentions.values(), key=lambda m: (order[m.statement.source], m.start)):
        tick(1.0)
        groups.add(m, against[place(m)])
    return groups.mentions


class _Groups:
    """Mentions, those that are one reading together."""

    def __init__(self) -> None:
        self.mentions: Readings = []
        self._places: list[set[Place]] = []
        self._worded: dict[str, set[int]] = defaultdict(set)
        """The groups that have a wording."""
        self._examples: dict[tuple[str, object], tuple[int, Mention]] = {}
        """One mention of each wording and value, with its group."""

    def add(self, m: Mention, against: set[Place]) -> None:
        """Put a mention into the first group that has the same and nothing it is against, or a new one."""
        said = m.said.casefold()
        alike = self._worded[said]
        others = {n for n, o in self._examples.values() if n not in alike and _equal(m, o)}
        home = next(
            (n for n in sorted(others.union(alike)) if against.isdisjoint(self._places[n])),
            len(self.mentions),
        )
        if home == len(self.mentions):
            self.mentions.append([])
            self._places.append(set())
        self.mentions[home].append(m)
        self._places[home].add(place(m))
        alike.add(home)
        if len(self._examples) < EXAMPLES:
            self._examples.setdefault((said, m.value), (home, m))


def _exchanges(c: Conflict) -> bool:
    """Whether a conflict is of who did what, where both accounts name both, and may do so elsewhere."""
    return isinstance(c.a.value, tie.Name) and not c.once


def _telling(point: Sequence[Conflict]) -> set[str]:
    """Words of the names of a point that not all of them have."""
    names = [set(m.value.words) for c in point for m in (c.a, c.b) if isinstance(m.value, tie.Name)]
    return set[str]().union(*names) - (set[str].intersection(*names) if names else set())


def _carry(mentions: dict[Place, Mention], telling: set[str], carriers: Carriers, tick: Tick) -> None:
    """Add what carries a value of the point in linked sentences, and in those linked with them."""
    ahead = list(mentions.values())
    told = {m.statement for m in ahead}
    while ahead:
        tick(1.0)
        m = ahead.pop()
        for o in carriers(m):
            if isinstance(o.value, tie.Name) and o.statement in told:  # both names in one: exchanged roles
                continue
            if (at := place(o)) not in mentions and _carries(m, o, telling):
                mentions[at] = o if o.kind is m.kind else replace(o, kind=m.kind)
                ahead.append(mentions[at])


def _carries(m: Mention, o: Mention, telling: set[str]) -> bool:
    """Whether a mention in a linked sentence has the same value in the same slot."""
    if not _equal(m, o):
        return False
    if isinstance(m.value, tie.Name):
        return bool(set(m.value.words) & set(o.value.words) & telling)
    if m.kind is FindingKind.DATE and m.value.minute is None and m.value.day is None:
        return _one_event(m, o)
    return not isinstance(m.value, Quantity) or _one_slot(m, o)


def _one_event(m: Mention, o: Mention) -> bool:
    """Whether the words near both of two days tell of one thing: a sentence may name days of several."""
    if m.statement.language != o.statement.language:
        return True
    near = [content_stems(d.statement.tokens[max(0, d.first - NEAR) : d.last + NEAR]) for d in (m, o)]
    own = content_stems(m.statement.tokens[m.first : m.last])
    return len((near[0] & near[1]) - own) >= ALIKE


def _one_slot(m: Mention, o: Mention) -> bool:
    """Whether two equal quantities are of one thing, as far as what is counted tells."""
    p, q = m.value, o.value
    alike = (p.part, p.rate) == (q.part, q.rate) and (not p.toll or p.toll == q.toll)
    whose = p.who == q.who or bool(p.who & q.who)  # "Holworth (58)", "Hallworth, who is 58"
    counted = p.unit != "count" or bool(p.toll) or _counted(m) == _counted(o) or _counted(m) & _counted(o)
    return alike and whose and p.unit == q.unit and bool(counted)


def _counted(m: Mention) -> set[str]:
    """The stems of what a number counts, one for all words of one thing: kids, children."""
    same = synonyms(m.statement.language)
    return {same.get(noun, noun) for noun in m.value.noun}


def _equal(a: Mention, b: Mention) -> bool:
    """Whether two mentions are one reading: the same words or the same value."""
    compare = COMPARE.get(a.kind)
    if a.kind is b.kind is FindingKind.NEGATION and _stems(a) == _stems(b):
        return True
    return a.said.casefold() == b.said.casefold() or (compare is not None and compare(a, b) is Relation.SAME)


def _stems(m: Mention) -> tuple[str, ...]:
    """The words of a claim, whatever their tense: "denied" and "denies"."""
    return (m.statement.language, *(t.stem for t in m.statement.tokens[m.first : m.last]))

"""Roles exchanged: "Brenn accused Vale" against "Brenn was accused by Vale"."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from core.findings.acts import PARTICLES, act, behind
from core.findings.kind import MANY, Conflict, Mention
from core.findings.language import lexicon
from core.findings.name import Tie, tie
from core.findings.same_role import rest
from core.findings.slots import Pair, Window

REACH = 4
"""Words between a verb and the other name."""
BESIDE = 4
"""Names before and behind one that may be the other one of its act."""
LITTLE = 2
"""Words of either sentence without their like, where the two verbs may be other words for one act."""


class Deed(NamedTuple):
    """An act between two names."""

    verb: int
    """Token of the verb in the window."""
    agent: Mention
    """Who does it."""
    patient: Mention
    """To whom."""
    passive: bool
    """Whether it is told of the patient: "was hired by"."""


def conflicts(pair: Pair, a: Sequence[Mention], b: Sequence[Mention]) -> list[Conflict]:
    """Find the first act that two windows tell with agent and patient exchanged.

    Args:
        pair: The two windows.
        a: Names of the first.
        b: Names of the second.

    Returns:
        At most one conflict, of the agents.
    """
    if len(a) < 2 or len(b) < 2:
        return []
    here, there = list(_deeds(pair.a, a)), list(_deeds(pair.b, b))
    if len(here) * len(there) > MANY:
        return []
    for p, q in product(here, there):
        if _exchanged(p, q) and _one_act(pair, p, q):
            verb = pair.a.tokens[p.verb].text
            rule = f'the roles in "{verb}" are exchanged'
            return [Conflict(p.agent, q.agent, 2.0, verb, rule, pair.context(p.agent, q.agent))]
    return []


def _deeds(window: Window, names: Sequence[Mention]) -> Iterator[Deed]:
    """What the names of a window, rising, do to those beside them."""
    for k, m in enumerate(names):
        done = act(m)
        if done is None or not done.agent:
            continue
        at = window.offset[m.statement.number]
        near = [n for n in names[max(0, k - BESIDE) : k + BESIDE] if n.statement is m.statement]
        after = next((n for n in near if done.verb < n.first), None)
        if m.last > done.verb:
            bound = ((n, behind(n)) for n in near if n.last <= done.verb)
            yield from (
                Deed(at + its.verb, m, n, passive=True)
                for n, its in bound
                if its is not None and not its.agent and 0 <= done.verb - its.verb <= PARTICLES
            )
        elif after is not None and _object(after, done.verb):
            yield Deed(at + done.verb, m, after, passive=False)


def _object(m: Mention, verb: int) -> bool:
    """Whether nothing but articles, "to" and nouns stands between a verb and a name behind it."""
    words = lexicon(m.statement.language).words("article") | {"to"}
    between = m.statement.tokens[verb + 1 : m.first]
    return len(between) <= REACH and all(t.content or t.word in words for t in between)


def _exchanged(p: Deed, q: Deed) -> bool:
    """Whether who acts in one deed is acted upon in the other, and the other way round."""
    if tie(p.agent.value, p.patient.value) is not Tie.DIFFERENT:
        return False
    return all(tie(x.value, y.value) is Tie.SAME for x, y in ((p.agent, q.patient), (p.patient, q.agent)))


def _one_act(pair: Pair, p: Deed, q: Deed) -> bool:
    """Whether two verbs are the same, or all that two sentences differ in."""
    if p.verb in pair.aligned or q.verb in pair.back:
        return pair.aligned.get(p.verb) == q.verb
    return p.passive != q.passive and max(rest(pair, p.agent, q.agent)) <= LITTLE

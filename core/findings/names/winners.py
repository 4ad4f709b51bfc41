"""Who won, where both accounts name both: "Brenn passed Vale and won", "Vale won the race from Brenn"."""

from collections.abc import Iterator, Sequence
from itertools import product

from core.findings.claims.guards import other_day
from core.findings.kind import MANY, Conflict, Mention
from core.findings.language import lexicon
from core.findings.names.acts import behind, by
from core.findings.names.affairs import below
from core.findings.names.listed import members
from core.findings.names.name import Tie, tie
from core.findings.slots import Pair, Window

NEAR = 6
"""Words beside a verb among which stands what is won."""


def conflicts(pair: Pair, a: Sequence[Mention], b: Sequence[Mention]) -> list[Conflict]:
    """Find the first thing that two windows say another one of the same two has won.

    Args:
        pair: The two windows.
        a: Names of the first.
        b: Names of the second.

    Returns:
        At most one conflict, of the two winners.
    """
    if min(len(a), len(b)) < 2 or len(a) * len(b) > MANY:
        return []
    won = lexicon(a[0].statement.language).words("won")
    if not (pair.a.has(won) and pair.b.has(won)):
        return []
    here, there = list(_winners(pair.a, a)), list(_winners(pair.b, b))
    both = [m for m, _ in here], [m for m, _ in there]
    for (x, i), (y, j) in product(here, there):
        rivals = tie(x.value, y.value) is Tie.DIFFERENT and _named(y, a) and _named(x, b)
        rivals = rivals and not (_named(y, both[0]) or _named(x, both[1]))
        if not rivals or pair.aligned.get(i) != j or other_day(pair, x.statement, y.statement):
            continue
        if _same_prize(pair, i, j, (x, y)):
            label = f"who {pair.a.forms[i][0]}"
            return [Conflict(x, y, 2.0, label, "each account has the other one win", pair.context(x, y))]
    return []


def _winners(window: Window, names: Sequence[Mention]) -> Iterator[tuple[Mention, int]]:
    """Who wins in a window, and the word of the window that says so."""
    for s in window.statements:
        won = lexicon(s.language).words("won")
        own = [m for m in names if m.statement is s] if not won.isdisjoint(s.words) else ()
        for n, form in enumerate(s.forms if own else ()):
            if form[1] in won and (m := _winner(own, n)) and not below(m) and len(members(m, own)) == 1:
                yield m, window.offset[s.number] + n


def _winner(names: Sequence[Mention], verb: int) -> Mention | None:
    """Who does a verb: "won by Brenn", "Vale, who won"; of "passed Vale and won", who does the first."""
    before = names[0].statement.tokens[verb - 1].word if verb else ""
    for m in names:
        agent = by(m)
        if agent is not None and agent.verb == verb:
            return m
        done = behind(m) if agent is None or before == "who" else None
        if done and done.agent and (done.verb < verb if before in {"and", "to"} else done.verb == verb):
            return m
    return None


def _named(m: Mention, names: Sequence[Mention]) -> bool:
    return any(tie(m.value, o.value) is Tie.SAME for o in names)


def _same_prize(pair: Pair, i: int, j: int, winners: tuple[Mention, Mention]) -> bool:
    """Whether a word of what is won is the same, and of neither name."""
    named = {*range(*pair.a.place(winners[0]))}, {*range(*pair.b.place(winners[1]))}
    here, there = _prize(pair.a, i), _prize(pair.b, j)
    met = {pair.aligned[n] for n in here if n in pair.aligned and n not in named[0]}
    return any(m in there and m not in named[1] and pair.b.forms[m][0][0].islower() for m in met)


def _prize(window: Window, verb: int) -> range:
    """The words behind a verb of winning; of "won by Brenn", those before it."""
    s, n = window.at(verb)
    if s.sequence[n + 1 : n + 2] == ("by",):
        return range(verb - min(n, NEAR), verb)
    return range(verb + 1, verb + min(len(s.forms) - n, NEAR + 1))

"""A word that denies and is all that two sentences differ in: "could not reach him", "could reach him"."""

from itertools import product

from core.findings.claims.claims import mention
from core.findings.claims.polarity import Said, reading
from core.findings.kind import Conflict
from core.findings.language import lexicon
from core.findings.slots import PLAIN, Pair
from core.findings.text import Statement


def conflicts(pair: Pair) -> list[Conflict]:
    """Find two sentences that are the same but for one negator.

    What may or may not be contradicts nothing; who could is told to have been able to.

    Args:
        pair: The two windows.

    Returns:
        At most one conflict.
    """
    for s, t in product(pair.a.statements, pair.b.statements):
        turned = len(s.sequence) < len(t.sequence)
        long, short = (t, s) if turned else (s, t)
        n = _negator(long, short)
        if n:
            denied, plain = mention(long, n - 1, n + 2), mention(short, n - 1, n + 1)
            a, b = (plain, denied) if turned else (denied, plain)
            word = short.forms[n][0]
            return [Conflict(a, b, 1.0, word, f'one account denies "{word}"', pair.context(a, b))]
    return []


def _negator(long: Statement, short: Statement) -> int:
    """The place of the negator that one sentence has more than the other; 0 where they differ otherwise."""
    words, told = lexicon(long.language), short.sequence
    negators = words.words("negator")
    if len(long.sequence) != len(told) + 1 or short.content < PLAIN or negators.isdisjoint(long.words):
        return 0
    n = next((k for k, word in enumerate(told) if word != long.sequence[k]), 0)
    if not n or long.sequence[n] not in negators or long.sequence[n + 1 :] != told[n:]:
        return 0
    sure = told[n - 1] in words.words("ability") or reading(short, n).said is Said.PLAIN
    return n if sure and told[n] not in words.words("idiom") and not long.text.endswith("?") else 0

"""What a run of sentences has that another run may contradict: most pairs have nothing in common there."""

import re
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from core.findings.claims import opposites
from core.findings.claims.deniers import deniable
from core.findings.claims.opposites import Pole, met, stands
from core.findings.clause import KEPT
from core.findings.language import lexicon
from core.findings.text import Statement

_NO_POLES: frozenset[Pole] = frozenset()
_NO_WORDS: frozenset[str] = frozenset()


class Ground(NamedTuple):
    """What a run of sentences has that another run may contradict."""

    poles: frozenset[Pole]
    """Every pole of a row of opposites that has its words in one of the sentences."""
    opposite: frozenset[Pole]
    """The other ends of the rows."""
    denying: frozenset[Pole]
    """The poles on which a word stands that one that denies may reach."""
    deniable: frozenset[int]
    """Places of the words that may be denied, counted from the first of the run."""
    plain: frozenset[str]
    """What any of its words says without a negative prefix."""


@lru_cache(KEPT)
def ground(statements: tuple[Statement, ...]) -> Ground:
    """Gather what a run of sentences has that another may contradict."""
    poles = frozenset([pole for s in statements for _, pole, _ in met(s)])
    denying = [s for s in statements if deniable(s)]
    return Ground(
        poles,
        frozenset([(row, 1 - pole) for row, pole in poles]),
        _NO_POLES.union(*map(_denying, denying)),
        _deniable(statements) if denying else frozenset(),
        _NO_WORDS.union(*map(_plain, statements)),
    )


def _denying(s: Statement) -> frozenset[Pole]:
    """The poles of a sentence on which a word that may be denied stands."""
    reached = deniable(s)
    return frozenset([(p.row, p.pole) for p in stands(s) if not reached.isdisjoint(range(p.first, p.last))])


def _deniable(statements: tuple[Statement, ...]) -> frozenset[int]:
    starts = accumulate([len(s.forms) for s in statements], initial=0)
    return frozenset([at + n for at, s in zip(starts, statements, strict=False) for n in deniable(s)])


@lru_cache(KEPT)
def _plain(s: Statement) -> frozenset[str]:
    """What any word of a sentence says without a negative prefix or ending."""
    affixed = _affixed(s.language).findall(f" {' '.join(s.words)} ")
    return _NO_WORDS.union(*[opposites.plain(word, s.language) for word in affixed])


@cache
def _affixed(language: str) -> re.Pattern[str]:
    """A word that begins or ends like a negative one: one search of a sentence, not two of each word."""
    words = lexicon(language)
    prefixes = {"dis", *words.words("prefix", "adjective_prefix"), *words.values("prefix_pair")}
    ends = [f"[^ ]+{ending}(?= )" for ending in words.values("ending_pair")]
    return re.compile(f" ({'|'.join([*[prefix + '[^ ]+' for prefix in sorted(prefixes)], *ends])})")

"""Of which matter something is told: fishing for bass and fishing for mullet, one charge and another."""

from itertools import dropwhile

from core.findings.claims.claims import OF, Claim, Rivals
from core.findings.clause import clause, parted, whole
from core.findings.language import lexicon
from core.findings.slots import Pair
from core.findings.text import Statement
from core.findings.window import Window
from core.model import FindingKind

AGENT = 4
"""Words behind "by" that tell by whom."""
OBJECT = 3
"""Words behind a claim among which its object stands."""


def other_matter(pair: Pair, r: Rivals) -> bool:
    """Whether two claims are of two matters: of two things of one kind, of two charges, by two agents."""
    if (r.rule == "act" and _other_charge(pair, r)) or _against_it(r):
        return True
    return _other_complement(pair, r) or _other_agent(pair, r)


def _other_agent(pair: Pair, r: Rivals) -> bool:
    denied = r.rule in {"denied", "pole denied"}
    return denied and by_others(pair, (r.x.statement, r.x.last), (r.y.statement, r.y.last))


def by_others(pair: Pair, here: tuple[Statement, int], there: tuple[Statement, int]) -> bool:
    """Whether "by" leads from two verbs to other agents: "not killed by police", "killed by a landmine".

    Each verb is given by its sentence and the token behind it.
    """
    (s, n), (t, m) = here, there
    own, other = _agent(s, n), _agent(t, m)
    at, to = pair.a.offset[s.number], pair.b.offset[t.number]
    return bool(own and other) and not any(pair.aligned.get(at + k, -1) - to in other for k in own)


def _agent(s: Statement, n: int) -> list[int]:
    """The content words behind "by" at a token; none where it does not stand there, nor of "by anybody"."""
    if n >= len(s.forms) or s.forms[n][1] not in lexicon(s.language).words("by"):
        return []
    behind = range(n + 1, min(clause(s, n).stop, n + 1 + AGENT))
    if not lexicon(s.language).words("whoever").isdisjoint(s.sequence[behind.start : behind.stop]):
        return []
    return [k for k in behind if s.forms[k][3]]


def _against_it(r: Rivals) -> bool:
    """Whether one alone is told of what is brought against a matter: rejected an appeal, upheld the ban."""
    words = lexicon(r.x.statement.language)
    asked, small = words.words("matter_of"), words.words("article")
    told = []
    for c in (r.x, r.y):
        behind = dropwhile(small.__contains__, c.statement.sequence[c.last : c.last + OBJECT])
        told.append(next(behind, "") in asked)
    return told[0] != told[1]


def _other_charge(pair: Pair, r: Rivals) -> bool:
    """Whether "of" leads from two acts to other words, one of which the other account has elsewhere.

    "Convicted of fraud", "cleared of assault": of assault the first account tells as well.
    """
    n, m = map(_charge, (r.x, r.y))
    if n < 0 or m < 0:
        return False
    i, j = pair.a.offset[r.x.statement.number] + n, pair.b.offset[r.y.statement.number] + m
    return pair.aligned.get(i) != j and (i in pair.aligned or j in pair.back)


def _charge(c: Claim) -> int:
    """The content word that "of" at the end of a claim, or right behind it, leads to; -1 without one."""
    s, n = c.statement, c.last - 1
    n += s.forms[n][1] not in OF
    if n + 1 >= len(s.forms) or s.forms[n][1] not in OF:
        return -1
    return next((k for k in range(n + 1, min(len(s.forms), n + 3)) if s.forms[k][3]), -1)


def _other_complement(pair: Pair, r: Rivals) -> bool:
    """Whether one noun or verb of both clauses has two objects, neither of which the other sentence has.

    "Picking mussels is banned", "the picking of cockles is allowed".
    """
    here, there = pair.a.words_of(r.x.statement), pair.b.words_of(r.y.statement)
    at, to = here.start, there.start
    for n in whole(r.x.statement, r.x.first):
        m = pair.aligned.get(at + n, -1) - to
        if m not in whole(r.y.statement, r.y.first) or r.x.first <= n < r.x.last or r.y.first <= m < r.y.last:
            continue
        p, of = _object(pair.a, r.x, n)
        q, also = _object(pair.b, r.y, m)
        if min(p, q) < 0 or not (of or also):
            continue
        if pair.aligned.get(at + p, -1) not in there and pair.back.get(to + q, -1) not in here:
            return True
    return False


def _object(window: Window, c: Claim, n: int) -> tuple[int, bool]:
    """The content word right behind a word or behind "of", and whether "of" leads to it; -1 for none."""
    s, small = c.statement, lexicon(c.statement.language).words("article")
    days = {k for m in window.told(FindingKind.DATE, s) for k in range(m.first, m.last)}
    k, of = n + 1, False
    while k < len(s.forms) and not parted(s, k - 1) and (s.forms[k][1] in small or s.forms[k][1] in OF):
        of = of or s.forms[k][1] in OF
        k += 1
    told = k < len(s.forms) and not parted(s, k - 1) and s.forms[k][3]
    return (k if told and k not in days and not c.first <= k < c.last else -1), of

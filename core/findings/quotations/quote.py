"""How two quotations of the same words lie on each other, over all sources.

Quotations are rare and long, so they are matched over whole articles: candidates share two words in a
row, and Levenshtein opcodes (RapidFuzz) on stems tell what was changed. Inside quotations order is kept,
so opcodes are right.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from rapidfuzz.distance import Levenshtein, Opcodes

from core.findings.kind import Mention
from core.findings.quotations.changes import FULL, Near, blocks, changes_of
from core.frozen import frozen
from core.progress import Tick, silent, sorted_ticked, ticked

EQUAL, SHARE = 3, 0.6
"""Two quotations belong together at so many equal words, and so much of the shorter."""
SAYING, SURE = 7, 0.85
"""Equal words, and their share of the shorter, from which on small words count."""
OVERLAP = 10
"""Equal words from which two quotations that are cut at other ends belong together by what they share."""
KEYED = 6
"""Words up to which a single telling word makes two quotations candidates."""
MOST = 60
"""Quotations that may share two words in a row before the two words tell nothing."""
CANDIDATES = 1_500_000
"""Pairs of quotations that share two words, twice each for every two: past them, only rarer words count."""
SHORT = 4
"""Words up to which a quotation is a phrase: it needs the same words around it."""


def candidates(quotes: Sequence[Mention], tick: Tick = silent) -> list[tuple[Mention, Mention]]:
    """Pairs of quotations of different sources that share two words in a row, or one if one is short."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, q in enumerate(ticked(quotes, tick)):
        for key in _keys(q):
            index[key].append(n)
    shared = [members for members in ticked(list(index.values()), tick) if 1 < len(members) <= MOST]
    most = MOST
    while most and sum(len(m) ** 2 for m in ticked(shared, tick) if len(m) <= most) > CANDIDATES:
        most -= 5
    found: set[tuple[int, int]] = set()
    for members in shared:
        if len(members) <= most:
            tick(0.0)
            source = {n: quotes[n].statement.source for n in members}
            found.update((n, m) for n, m in combinations(members, 2) if source[n] != source[m])
    return [(quotes[n], quotes[m]) for n, m in ticked(sorted_ticked(list(found), tick, 0.0), tick)]


def _keys(q: Mention) -> set[tuple[str, ...]]:
    """Two words in a row, at least one of them telling; single telling words of a short quotation."""
    stems, tokens = q.value.stems, q.statement.tokens
    telling = [p >= 0 and tokens[p].content for p in q.value.places]
    keys = {(stems[k], stems[k + 1]) for k in range(len(stems) - 1) if telling[k] or telling[k + 1]}
    short = {(s,) for s, tells in zip(stems, telling, strict=True) if tells} if len(stems) <= KEYED else set()
    return keys | short or ({stems} if len(stems) > KEYED - 2 else set())


@frozen()
class Match:
    """How two quotations lie on each other."""

    equal: int
    """Words they share, in order."""
    share: float
    """The same as a share of the shorter, 0-1."""
    telling: float
    """Share of the content words of the shorter that they have in common, 0-1."""
    told: int
    """How many content words they have in common."""
    plain: int
    """How many of these have a small letter: no names."""
    replaced: int
    """Places at which either has content words that the other lacks."""
    changes: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
    """For each changed wording, the tokens in both sentences; not looked for where too little is shared."""


def match(a: Mention, b: Mention, near: Near) -> Match:
    """Lay two quotations on each other, word by word.

    Args:
        a: The first.
        b: The second.
        near: Gives the stems of a sentence and those beside it.
    """
    p, q = a.value, b.value
    if p.stems == q.stems:
        return _equal(a, b)
    ops = Levenshtein.opcodes(p.stems, q.stems)
    least = max(1, min(len(p.stems), len(q.stems)) - ("*" in p.stems or "*" in q.stems))
    shared = sum([op.src_end - op.src_start for op in ops if op.tag == "equal"])
    if shared >= OVERLAP and shared < SHARE * least:
        least = max(shared, _overlap(ops)) if shared >= SURE * _overlap(ops) else least
    laid = Match(shared, shared / least, 0.0, 0, 0, 0, ())
    if not belongs(laid) and shared + 1 < len(p.stems):  # as most candidates do
        return laid
    at = [i for op in ops if op.tag == "equal" for i in range(op.src_start, op.src_end)]
    tokens = [a.statement.tokens[p.places[i]] for i in at if p.places[i] >= 0]
    both = sum(t.content for t in tokens)
    nouns = a.statement.language == "de"  # which writes them with a capital
    plain = sum(t.content and (nouns or not t.text[0].isupper()) for t in tokens)
    fewest = max(1, min(_telling(a), _telling(b)))
    changes = tuple(
        changes_of(
            a, b, ops, near if shared >= FULL else None, sure=shared >= SAYING and shared >= SURE * least
        )
    )
    shared = shared if both else 0
    return Match(shared, shared / least, both / fewest, both, plain, _replaced(a, b, ops), changes)


def _overlap(ops: Opcodes) -> int:
    """Words from the first to the last that two quotations share: each may be cut at another end."""
    equal = [op for op in ops if op.tag == "equal"]
    first, last = equal[0], equal[-1]
    return min(last.src_end - first.src_start, last.dest_end - first.dest_start)


def _equal(a: Mention, b: Mention) -> Match:
    """How a quotation lies on an equal one: so do most of near copies."""
    stems, tokens = a.value.stems, [a.statement.tokens[p] for p in a.value.places if p >= 0]
    telling = [t.text[0].isupper() for t in tokens if t.content]
    both, plain = len(telling), telling.count(False)
    shared = len(stems) if both or len(stems) > KEYED - 2 else 0
    fewest = max(1, min(both, _telling(b)))
    return Match(shared, shared / max(1, len(stems) - ("*" in stems)), both / fewest, both, plain, 0, ())


def _replaced(a: Mention, b: Mention, ops: Opcodes) -> int:
    """At how many places either has content words that the other has nowhere."""
    here, there = set(a.value.stems), set(b.value.stems)

    def own(q: Mention, at: range, other: set[str]) -> bool:
        tokens = [q.statement.tokens[n] for n in q.value.places[at.start : at.stop] if n >= 0]
        return any(t.content and t.stem not in other for t in tokens)

    return sum(own(a, src, there) and own(b, dst, here) for src, dst in blocks(ops))


def _telling(q: Mention) -> int:
    return sum([q.statement.tokens[p].content for p in q.value.places if p >= 0])


def belongs(found: Match) -> bool:
    """Whether two quotations are reports of the same words."""
    return found.equal >= EQUAL and found.share >= SHARE

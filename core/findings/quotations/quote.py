"""Quotations: the same words reported otherwise, over all sources.

Quotations are rare and long, so they are matched over whole articles: candidates share two words in a
row, and Levenshtein opcodes (RapidFuzz) on stems tell what was changed. Inside quotations order is kept,
so opcodes are right.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise

from rapidfuzz.distance import Levenshtein, Opcodes

from core.findings.kind import Mention
from core.findings.language import lexicon
from core.findings.slots import alike
from core.findings.text import Statement, Token
from core.model import FindingKind
from core.progress import Tick, silent, sorted_ticked, ticked

KIND = FindingKind.QUOTE
_MARK = re.compile(r"[,;:.!?—–]")
_WILD = re.compile(r"\[[^\]]*\]|\.\s?\.\s?\.|…")
_HYPHENS = frozenset("-‐‑")
EQUAL, SHARE = 3, 0.6
"""Two quotations belong together at so many equal words, and so much of the shorter."""
KEYED = 6
"""Words up to which a single telling word makes two quotations candidates."""
MOST = 60
"""Quotations that may share two words in a row before the two words tell nothing."""
CANDIDATES = 1_500_000
"""Pairs of quotations that share two words, twice each for every two: past them, only rarer words count."""
CLIP = 4
"""Words shown on either side of the differing ones."""
REACH = 10
"""Words within which a mark ends what is shown."""
TOPIC = 7
"""Words of the label."""
WHOLE = 16
"""Words up to which a quotation is shown whole."""
PUT_IN = 4
"""Words that one side alone has in the middle and that are another wording; more are a shortening."""
BESIDE = 2
"""Equal words on either side of them."""
FULL = 6
"""Equal words beside which words that one side alone has count."""
SHORT = 4
"""Words up to which a quotation is a phrase: it needs the same words around it."""


Near = Callable[[Statement], Set[str]]


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words of a quotation, or of its part in one sentence."""

    stems: tuple[str, ...]
    """What is compared; an asterisk where the author left something out."""
    places: tuple[int, ...]
    """Token of each stem in its sentence; -1 for an asterisk."""


def mention(statement: Statement, start: int, end: int) -> Mention | None:
    """The part of a quotation that stands in one sentence, as a reading; None if it is a single word."""
    start, end = max(start, statement.start), min(end, statement.end)
    first, last = statement.tokens_in(start, end)
    if last - first < 2:
        return None
    at, tokens = statement.start, statement.tokens
    holes = [m.span() for m in _WILD.finditer(statement.text, start - at, end - at)]
    if holes:
        value = _with_holes(statement, first, last, holes)
    else:
        value = Quoted(tuple([t.stem for t in tokens[first:last]]), tuple(range(first, last)))
    start, end = tokens[first].start, tokens[last - 1].end
    said = " ".join(statement.text[start - at : end - at].split())
    return Mention(KIND, statement, start, end, first, last, value, said)


def _with_holes(statement: Statement, first: int, last: int, holes: Sequence[tuple[int, int]]) -> Quoted:
    """The words of a quotation from which something is left out at some places of its sentence."""
    stems: list[str] = []
    places: list[int] = []
    end = statement.tokens[first].start - statement.start
    for n, token in enumerate(statement.tokens[first:last], first):
        at, before = token.start - statement.start, end
        end = token.end - statement.start
        inside = any(a <= at < b for a, b in holes)
        if (inside or (stems and any(before <= a and b <= at for a, b in holes))) and stems[-1:] != ["*"]:
            stems.append("*")
            places.append(-1)
        if not inside:
            stems.append(token.stem)
            places.append(n)
    return Quoted(tuple(stems), tuple(places))


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


@dataclass(frozen=True, slots=True)
class Match:
    """How two quotations lie on each other."""

    equal: int
    """Words they share, in order."""
    share: float
    """The same as a share of the shorter, 0-1."""
    telling: float
    """Share of the content words of the shorter that they have in common, 0-1."""
    plain: int
    """How many of these have a small letter: no names."""
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
    laid = Match(shared, shared / least, 0.0, 0, ())
    if not belongs(laid) and shared + 1 < len(p.stems):  # as most candidates do
        return laid
    at = [i for op in ops if op.tag == "equal" for i in range(op.src_start, op.src_end)]
    tokens = [a.statement.tokens[p.places[i]] for i in at if p.places[i] >= 0]
    both = sum(t.content for t in tokens)
    nouns = a.statement.language == "de"  # which writes them with a capital
    plain = sum(t.content and (nouns or not t.text[0].isupper()) for t in tokens)
    fewest = max(1, min(_telling(a), _telling(b)))
    changes = tuple(_changes(a, b, list(_blocks(ops)), near if shared >= FULL else None))
    shared = shared if both else 0
    return Match(shared, shared / least, both / fewest, plain, changes)


def _changes(
    a: Mention, b: Mention, blocks: Sequence[tuple[range, range]], near: Near | None
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The tokens of each changed wording; words left out are looked for if `near` is given."""
    p, q = a.value, b.value
    gone = Counter(p.stems[i] for src, _ in blocks for i in src)
    moved = gone & Counter(q.stems[j] for _, dst in blocks for j in dst)
    for src, dst in (part for block in blocks for part in _unbroken(p, q, *block)):
        left = [i for i in src if p.stems[i] not in moved]
        right = [j for j in dst if q.stems[j] not in moved]
        if _changed(a, b, left, right):
            yield tuple(p.places[i] for i in left), tuple(q.places[j] for j in right)
        elif near and (len(left), len(right)) == (len(src), len(dst)) and _left_out(a, b, src, dst, near):
            yield _around(p, src), _around(q, dst)


def _unbroken(p: Quoted, q: Quoted, src: range, dst: range) -> list[tuple[range, range]]:
    """A block; where one side leaves something out in it, the words behind the gap against as many.

    "is, if I may say so, an insult" and "is … a victory" differ in what follows the gap.
    """
    for gap, whole, turned in ((src, dst, False), (dst, src, True)):
        near, far = (q, p) if turned else (p, q)
        holes = [k for k in gap if near.stems[k] == "*"]
        if not holes or "*" in far.stems[whole.start : whole.stop]:
            continue
        behind = range(holes[-1] + 1, gap.stop)
        if not 0 < len(behind) <= len(whole):
            continue
        there = range(whole.stop - len(behind), whole.stop)
        return [(there, behind) if turned else (behind, there)]
    return [(src, dst)]


def _equal(a: Mention, b: Mention) -> Match:
    """How a quotation lies on an equal one: so do most of near copies."""
    stems, tokens = a.value.stems, [a.statement.tokens[p] for p in a.value.places if p >= 0]
    telling = [t.text[0].isupper() for t in tokens if t.content]
    both, plain = len(telling), telling.count(False)
    shared = len(stems) if both or len(stems) > KEYED - 2 else 0
    fewest = max(1, min(both, _telling(b)))
    return Match(shared, shared / max(1, len(stems) - ("*" in stems)), both / fewest, plain, ())


def _telling(q: Mention) -> int:
    return sum([q.statement.tokens[p].content for p in q.value.places if p >= 0])


def _blocks(ops: Opcodes) -> Iterator[tuple[range, range]]:
    """Runs of operations that are not equal, as ranges of both sides."""
    src = dst = None
    for op in ops:
        if op.tag == "equal":
            if src is not None and dst is not None:
                yield src, dst
            src = dst = None
        else:
            src = range(src.start if src is not None else op.src_start, op.src_end)
            dst = range(dst.start if dst is not None else op.dest_start, op.dest_end)
    if src is not None and dst is not None:
        yield src, dst


def _changed(a: Mention, b: Mention, left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether a block is changed wording, and not shortening, a gap or a form of the same word."""
    here, there = a.value.places, b.value.places
    if any(here[i] < 0 for i in left) or any(there[j] < 0 for j in right):
        return False
    x = [a.statement.tokens[here[i]] for i in left]
    y = [b.statement.tokens[there[j]] for j in right]
    if any(_numeral(q, at) for q, at in ((a, left), (b, right))):
        return False
    last = max(left, default=-1) == len(here) - 1 or max(right, default=-1) == len(there) - 1
    cut = bool(x) != bool(y) and last  # "never", "never, never"
    if (_other_denial(a.statement.language, x, y) and not cut) or _other_kind(a.statement.language, x, y):
        return True
    if not left or not right or max(len(x), len(y)) > 4:
        return False
    p, q = [t for t in x if t.content], [t for t in y if t.content]
    sized = _compounds(a, p) == _compounds(b, q) <= 2 or len(x) == len(y) <= 2  # "go on", "turn back"
    if "".join(t.word for t in x) == "".join(t.word for t in y):
        return False  # written as one word, with a hyphen or a space
    return sized and bool(p and q) and not any(_one_word(s, t) for s in p for t in q)


def _left_out(a: Mention, b: Mention, src: range, dst: range, near: Near) -> bool:
    """Whether one side alone has some telling words between words that both have, and no mark says so.

    Not if the other has them in a sentence beside: a statement told in two quotations loses nothing.
    """
    own, other, at, there = (a, b, src, dst) if src else (b, a, dst, src)
    if there or not 0 < len(at) <= PUT_IN or not _held(a.value.stems, b.value.stems, src, dst):
        return False
    places = [own.value.places[k] for k in at]
    telling = {own.statement.tokens[n].stem for n in places if own.statement.tokens[n].content}
    return min(places) >= 0 and bool(telling) and telling.isdisjoint(near(other.statement))


def _held(p: Sequence[str], q: Sequence[str], src: range, dst: range) -> bool:
    """Whether two equal words, and no gap, stand on either side of a block."""
    if min(src.start, dst.start) < BESIDE:
        return False
    before, behind = p[src.start - BESIDE : src.start], p[src.stop : src.stop + BESIDE]
    left, right = q[dst.start - BESIDE : dst.start], q[dst.stop : dst.stop + BESIDE]
    return before == left and behind == right and len(right) == BESIDE and "*" not in (*left, *right)


def _around(quote: Quoted, at: range) -> tuple[int, ...]:
    """The tokens of a block; of an empty one those on either side."""
    return tuple(quote.places[k] for k in (at or range(at.start - 1, at.start + 1)))


def _compounds(q: Mention, tokens: Sequence[Token]) -> int:
    """How many words these are where those that a hyphen joins are one: savoir-faire."""
    text, at = q.statement.text, q.statement.start
    return len(tokens) - sum(text[s.end - at : t.start - at] in _HYPHENS for s, t in pairwise(tokens))


def _other_denial(language: str, x: Sequence[Token], y: Sequence[Token]) -> bool:
    """Whether one side alone denies: "no plans", "big plans"; "will", "won't"; but not "never", "neuer"."""
    negators = lexicon(language).words("negator")
    denied = [any(t.word in negators for t in side) for side in (x, y)]
    alone = denied[0] != denied[1] and max(len(x), len(y)) <= 2
    met = (_one_word(s, t) for s in x for t in y if not negators.isdisjoint((s.word, t.word)))
    return alone and not any(met)


def _other_kind(language: str, x: Sequence[Token], y: Sequence[Token]) -> bool:
    """If only a small word differs, and is of another kind: "had to" and "could", "all" and "some"."""
    table = _kinds(language)
    left, right = (table.get(" ".join(t.word for t in side)) for side in (x, y))
    return left is not None and right is not None and left != right


@cache
def _kinds(language: str) -> dict[str, int]:
    """Modal verb, or word for how many of some -> its kind."""
    words = lexicon(language)
    rows = words.rows("modal") + words.rows("quantifier")
    return {w: n for n, row in enumerate(rows) for w in row[0]}


def _numeral(quote: Mention, at: Sequence[int]) -> bool:
    """Whether a block holds or follows a number: "2.7M" and "2.7 million" are for the numbers to judge."""
    places = [quote.value.places[n] for n in at]
    near = [*places, *(p - 1 for p in places if p > quote.first)]
    return any(quote.statement.tokens[p].text[0].isdigit() for p in near if p >= 0)


def _one_word(s: Token, t: Token) -> bool:
    """Whether two tokens are forms or spellings of one word."""
    least = min(len(s.stem), len(t.stem)) - 1  # "forgive", "forget" begin alike
    if s.stem[:least] == t.stem[:least] and alike(s.stem, t.stem):
        return True
    return min(len(s.word), len(t.word)) >= 5 and Levenshtein.distance(s.word, t.word, score_cutoff=2) <= 2


def belongs(found: Match) -> bool:
    """Whether two quotations are reports of the same words."""
    return found.equal >= EQUAL and found.share >= SHARE


def topic(a: Mention, b: Mention) -> str:
    """The words that two quotations share, in the order of the first: “Israel … its position”."""
    tokens, at, words, left = a.statement.tokens, a.statement.start, [], TOPIC
    for op in Levenshtein.opcodes(a.value.stems, b.value.stems):
        places = [p for p in a.value.places[op.src_start : op.src_end] if p >= 0]
        if op.tag == "equal" and any(tokens[p].content for p in places) and left > 0:
            while not tokens[places[-1]].content:
                places.pop()
            start, end = tokens[places[0]].start, tokens[places[:left][-1]].end
            words.append(" ".join(a.statement.text[start - at : end - at].split()))
            left -= len(places)
    return f"quotation “{' … '.join(words)}”" if words else "quotation"


def clipped(quote: Mention, changed: Sequence[int]) -> Mention:
    """The differing words of a quotation with what stands around them, up to a mark or for a few words."""
    first, last = quote.first, quote.last
    cut = False, False
    if last - first > WHOLE and changed:
        first, before = _reach(quote, min(changed), -1)
        last, behind = _reach(quote, max(changed) + 1, 1)
        cut = before, behind
    statement = quote.statement
    start, end = statement.tokens[first].start, statement.tokens[last - 1].end
    said = " ".join(statement.text[start - statement.start : end - statement.start].split())
    shown = f"“{'…' * cut[0]}{said}{'…' * cut[1]}”"
    return Mention(KIND, statement, start, end, first, last, quote.value, shown, cut)


def _reach(quote: Mention, at: int, step: int) -> tuple[int, bool]:
    """The token border to show a quotation to, and whether it lies in the middle of a phrase."""
    tokens, text, start = quote.statement.tokens, quote.statement.text, quote.statement.start
    edge = quote.last if step > 0 else quote.first
    for n in range(at, at + step * REACH, step):
        if n == edge:
            return edge, False
        if _MARK.search(text[tokens[n - 1].end - start : tokens[n].start - start]) and n != at:
            return n, False
    return at + step * CLIP, True

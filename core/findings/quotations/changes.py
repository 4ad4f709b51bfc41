"""What was changed between two quotations of the same words: another wording, or words left out silently.

A quotation that is shortened, has a gap that is marked, or spells a word otherwise was not changed.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence, Set
from functools import cache
from itertools import pairwise

from rapidfuzz.distance import Levenshtein, Opcodes

from core.findings.alike import alike
from core.findings.kind import Mention
from core.findings.language import lexicon
from core.findings.quotations.quoted import Quoted
from core.findings.text import Statement, Token
from core.frozen import frozen

_MARK = re.compile(r"[,;:—–]|\s-\s")
_SHORT = (("can't", "can not"), ("won't", "will not"), ("n't", " not"), ("'ll", " will"))
"""Short forms that hold a modal verb, or stand behind one."""
_HYPHENS = frozenset("-‐‑")
OTHER, HELD = 4, 6
"""Words of another wording; the same between equal words, where one side may have more than the other."""
PUT_IN = 4
"""Words that one side alone has in the middle and that are another wording; more are a shortening."""
LONG = 10
"""The same where nearly all other words are equal."""
BESIDE = 2
"""Equal words on either side of them."""
FULL = 6
"""Equal words beside which words that one side alone has count."""

Near = Callable[[Statement], Set[str]]


def changes_of(
    a: Mention, b: Mention, ops: Opcodes, near: Near | None, *, sure: bool
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The tokens of each changed wording in both sentences.

    Args:
        a: A quotation.
        b: One of the same words.
        ops: How its words lie on those of the first.
        near: The stems of a sentence and those beside it, if words left out are to be looked for.
        sure: Whether so much is equal that small words and longer omissions count.
    """
    p, q, apart = a.value, b.value, list(blocks(ops))
    gone = Counter(p.stems[i] for src, _ in apart for i in src)
    moved = gone & Counter(q.stems[j] for _, dst in apart for j in dst)
    for src, dst in (part for block in apart for part in _unbroken(p, q, *block)):
        left = [i for i in src if p.stems[i] not in moved]
        right = [j for j in dst if q.stems[j] not in moved]
        whole = len(left) + len(right) == len(src) + len(dst)  # nothing in it has moved
        block = Block(a, b, src, dst)
        held = whole and block.held
        if _changed(a, b, left, right, held=held):
            yield tuple(p.places[i] for i in left), tuple(q.places[j] for j in right)
        elif near and held and block.differs(near, sure=sure):
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


def blocks(ops: Opcodes) -> Iterator[tuple[range, range]]:
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


def _changed(a: Mention, b: Mention, left: Sequence[int], right: Sequence[int], *, held: bool) -> bool:
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
    if not left or not right or max(len(x), len(y)) > (HELD if held else OTHER):
        return False
    p, q = [t for t in x if t.content], [t for t in y if t.content]
    sized = _compounds(a, p) == _compounds(b, q) <= 2 or len(x) == len(y) <= 2  # "go on", "turn back"
    if "".join(t.word for t in x) == "".join(t.word for t in y):
        return False  # written as one word, with a hyphen or a space
    return (sized or held) and bool(p and q) and not any(_one_word(s, t) for s in p for t in q)


@frozen()
class Block:
    """Words that differ between words that two quotations both have."""

    a: Mention
    """A quotation."""
    b: Mention
    """One of the same words."""
    src: range
    """Where the words stand among those of the first."""
    dst: range
    """The same in the second; empty where it has none."""

    @property
    def held(self) -> bool:
        """Whether equal words, and no gap, stand on either side: two, or one with which both begin or end."""
        src, dst = self.src, self.dst
        return self._meet(src.start - 1, dst.start - 1, -1) and self._meet(src.stop, dst.stop, 1)

    def _meet(self, i: int, j: int, step: int) -> bool:
        p, q = self.a.value.stems, self.b.value.stems
        for met in range(BESIDE):
            here, there = 0 <= i < len(p), 0 <= j < len(q)
            if not (here and there):
                return met > 0 and not (here or there)
            if p[i] != q[j] or p[i] == "*":
                return False
            i, j = i + step, j + step
        return True

    @property
    def idle(self) -> bool:
        """Whether the words of one side alone only fill in ("you know") or say again ("very, very")."""
        own, at = (self.a, self.src) if self.src else (self.b, self.dst)
        if self.src and self.dst:
            return False
        stems, size = own.value.stems, len(at)
        again = stems[at.start : at.stop]
        if again in (stems[max(0, at.start - size) : at.start], stems[at.stop : at.stop + size]):
            return True
        words = [own.statement.tokens[n].word for n in own.value.places[at.start : at.stop] if n >= 0]
        return " ".join(words) in lexicon(own.statement.language).words("filler")

    def differs(self, near: Near, *, sure: bool) -> bool:
        """Whether words left out, or other small words, tell something."""
        return not self.idle and (self.left_out(near, sure=sure) or (sure and self.reworded(near)))

    def left_out(self, near: Near, *, sure: bool) -> bool:
        """Whether one side alone has some telling words, and no mark says so.

        Not if the other has them in a sentence beside: a statement told in two quotations loses nothing.
        Where nearly all other words are equal more of them count, but for a clause between two marks.
        """
        own, other, at = (self.a, self.b, self.src) if self.src else (self.b, self.a, self.dst)
        if (self.src and self.dst) or len(at) > (LONG if sure else PUT_IN):
            return False
        places = [own.value.places[k] for k in at]
        if min(places) < 0 or (len(at) > PUT_IN and _set_off(own.statement, places[0], places[-1] + 1)):
            return False
        telling = {own.statement.tokens[n].stem for n in places if own.statement.tokens[n].content}
        return bool(telling) and telling.isdisjoint(near(other.statement))

    def reworded(self, near: Near) -> bool:
        """Whether the words are others: "is no excuse", "is not an excuse".

        Not if they tell something that the other has in a sentence beside, nor if small words differ that
        are printed or left out at will.
        """
        words = lexicon(self.a.statement.language)
        optional, small = words.words("optional"), words.words("article", "optional")
        if not optional or max(len(self.src), len(self.dst)) > PUT_IN:
            return False
        sides = []
        for q, at, other in ((self.a, self.src, self.b), (self.b, self.dst, self.a)):
            places = [q.value.places[k] for k in (at.start - 1, *at)]
            tokens = [q.statement.tokens[n] for n in places]
            if min(places) < 0 or not all(t.text.isalpha() for t in tokens):  # "we've built", "we have built"
                return False
            if not near(other.statement).isdisjoint({t.stem for t in tokens[1:] if t.content}):
                return False
            sides.append([t.word for t in tokens[1:] if t.word not in small])
        x, y = "".join(sides[0]), "".join(sides[1])
        least = min(len(x), len(y))
        return Levenshtein.distance(x, y) > min(2, max(0, least - 3))  # "among", "amongst"


def _set_off(statement: Statement, first: int, last: int) -> bool:
    """Whether a mark stands on either side of some tokens: an aside."""
    return all(_MARK.search(gap) for gap in (statement.gaps[first], statement.gaps[last]))


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
    p, q = _in_full(x), _in_full(y)
    left = table.get(" ".join(w for w in p if w not in q))
    right = table.get(" ".join(w for w in q if w not in p))
    return left is not None and right is not None and left != right


def _in_full(tokens: Sequence[Token]) -> list[str]:
    """Some words without their short forms: "shouldn't" is "should not"."""
    words = " ".join(t.word for t in tokens)
    if "'" in words:
        for short, full in _SHORT:
            words = words.replace(short, full)
    return words.split()


@cache
def _kinds(language: str) -> dict[str, int]:
    """Modal verb, or word for how many of some or for which way -> its kind."""
    words = lexicon(language)
    rows = words.rows("modal") + words.rows("quantifier") + words.rows("way")
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

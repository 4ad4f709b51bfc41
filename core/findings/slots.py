"""Two windows of sentences laid on each other word by word: what tells whether two readings fill one slot.

Words are paired by equal stem, long common prefix or synonym, each with one other, best first, whatever their
order: an alignment that keeps the order loses reworded sentences (.825 of pairs right against .969).
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import sqrt

from core.findings.alike import alike
from core.findings.kind import Mention
from core.findings.language import lexicon
from core.findings.text import ARTICLES, Statement
from core.findings.window import CROWD, Window
from core.model import FindingKind

_NONE = range(0)
REACH = 8
"""Words on either side of a reading within which an aligned word counts as near it."""
STEP = 6
"""Words by which a word of another sentence counts as further away."""
PLAIN = 4
"""Content words that two sentences share at least, where they tell the same word for word."""


class Pair:
    """Two windows that tell the same thing, with the word alignment between them, made when first needed."""

    def __init__(self, a: Window, b: Window) -> None:
        self.a, self.b = a, b

    @cached_property
    def aligned(self) -> dict[int, int]:
        """Place in a -> place in b of each two content words that are paired."""
        return _align_words(self)

    @cached_property
    def candidates(self) -> list[tuple[int, int, float]]:
        """Place in a, place in b, and how alike they are, of each two words that may be paired."""
        return _candidates(self.a, self.b)

    def shares(self, least: float) -> bool:
        """Whether so much of the shorter window is aligned; mostly told before words are paired."""
        few = len(self.candidates) < least * max(1, min(self.a.content, self.b.content))
        return not few and self.whole >= least

    @property
    def names(self) -> tuple[Sequence[Mention], Sequence[Mention]]:
        """The names of both windows."""
        return self.a.mentions.get(FindingKind.NAME, ()), self.b.mentions.get(FindingKind.NAME, ())

    @cached_property
    def back(self) -> dict[int, int]:
        """The same from b to a."""
        return {j: i for i, j in self.aligned.items()}

    def cover(
        self, a: Statement, b: Statement, x: Mention | None = None, y: Mention | None = None
    ) -> tuple[float, float]:
        """Share of the content words of two sentences that are aligned with each other.

        Args:
            a: A sentence of the first window.
            b: A sentence of the second.
            x: A reading of a whose own words do not count.
            y: A reading of b whose own words do not count.

        Returns:
            The share of the shorter and of the longer sentence, 0-1: the greater of those of the sentences
            alone and of those with the sentence before, where one goes on with it (`thought`).
        """
        own, its = _own(self.a, x), _own(self.b, y)
        here, there = self.a.words_of(a), self.b.words_of(b)
        shorter, longer = self._shares(here, there, own, its)
        left, right = self.thought(self.a, a, own), self.thought(self.b, b, its)
        if left != here or right != there:
            joined = self._shares(left, right, own, its)
            return max(shorter, joined[0]), max(longer, joined[1])
        return shorter, longer

    def _shares(self, left: range, right: range, own: range, its: range) -> tuple[float, float]:
        """Share of the words in two ranges that are aligned, of the shorter and of the longer one."""
        both = sum(
            [i in left and j in right and i not in own and j not in its for i, j in self.aligned.items()]
        )
        sizes = self.a.telling_in(left, own), self.b.telling_in(right, its)
        return min(1.0, both / max(1, min(sizes))), both / max(1, *sizes)

    def thought(self, window: Window, statement: Statement, own: range) -> range:
        """Places of the words of a sentence, and of the one before it that it goes on with: "He is 77".

        Not of that one where the sentence tells what the other side lacks: "It was founded in 1868".

        Args:
            window: The side that has it.
            statement: The sentence.
            own: Places of a reading whose own words do not count.

        Returns:
            The half-open range.
        """
        words = window.words_of(statement)
        before = window.offset.get(statement.number - 1) if statement.goes_on else None
        if before is None or self.adds(window, statement, own):
            return words
        return range(before, words.stop)

    def adds(self, window: Window, statement: Statement, own: range) -> bool:
        """Whether a sentence of one side has a telling word that the other lacks, but for some places."""
        matched = self.aligned if window is self.a else self.back
        scant = lexicon(statement.language).words("scant", "say")
        words = ((n, window.forms[n]) for n in window.words_of(statement))
        return any(f[3] and f[1] not in scant and n not in own and n not in matched for n, f in words)

    @cached_property
    def whole(self) -> float:
        """Share of the content words of the shorter window that are aligned, 0-1."""
        return len(self.aligned) / max(1, min(self.a.content, self.b.content))

    def near(self, a: Mention, b: Mention) -> float:
        """How much of what stands close to both readings is the same.

        Returns:
            The sum over paired words within `REACH` of both, each the less the farther it is from either:
            0 for none, 2 for many.
        """
        (a0, a1), (b0, b1) = self.a.place(a), self.b.place(b)
        total = 0.0
        here, there = range(a0 - REACH, a1 + REACH), range(b0 - REACH, b1 + REACH)
        for i, j in self.aligned.items():
            if i in here and j in there:
                da = _distance(i, a0, a1, self.a, a)
                db = _distance(j, b0, b1, self.b, b)
                if 0 < da <= REACH and 0 < db <= REACH:
                    total += 1 / sqrt((1 + da) * (1 + db))
        return total

    def context(self, a: Mention, b: Mention, most: int = 4) -> tuple[str, ...]:
        """The paired words nearest to two readings in their sentences, in the words of the first."""
        return tuple([a.statement.forms[n][0] for n in self.beside(a, b, most)])

    def beside(self, a: Mention, b: Mention, most: int) -> list[int]:
        """The tokens of the first sentence nearest to two readings that are paired with one of the second."""
        at, to = self.a.offset[a.statement.number], self.b.offset[b.statement.number]
        ours, theirs = (range(n, n + len(m.statement.tokens)) for n, m in ((at, a), (to, b)))
        told = {*range(at + a.first, at + a.last)}, {*range(to + b.first, to + b.last)}
        both = [
            i
            for i, j in self.aligned.items()
            if i in ours and j in theirs and i not in told[0] and j not in told[1]
        ]
        near = sorted(both, key=lambda i: min(abs(i - at - a.first), abs(i - at - a.last)))[:most]
        return [i - at for i in sorted(near)]

    def sides(self, a: Mention, b: Mention) -> tuple[int, int]:
        """How many words of equal stem stand directly left and right of both readings, at most four each."""
        (a0, a1), (b0, b1) = self.a.place(a), self.b.place(b)
        x, y = self.a.forms, self.b.forms
        a0 -= a0 > 0 and x[a0 - 1][1] in ARTICLES
        b0 -= b0 > 0 and y[b0 - 1][1] in ARTICLES
        left = right = 0
        while left < 4 and left < a0 and left < b0 and x[a0 - 1 - left][2] == y[b0 - 1 - left][2]:
            left += 1
        room = min(len(x) - a1, len(y) - b1, 4)
        while right < room and x[a1 + right][2] == y[b1 + right][2]:
            right += 1
        return left, right


def word_for_word(x: Mention, y: Mention) -> bool:
    """Whether two sentences have the same words in the same order, but for two readings: one slot."""
    s, t = x.statement, y.statement
    if s.stemmed[: x.first] != t.stemmed[: y.first] or s.stemmed[x.last :] != t.stemmed[y.last :]:
        return False
    own = sum(s.content_of[x.first : x.last])
    return bool(s.content - own >= PLAIN)


def _own(window: Window, mention: Mention | None) -> range:
    """Places of a mention's own words."""
    return range(*window.place(mention)) if mention else _NONE


def _align_words(pair: Pair) -> dict[int, int]:
    """Pair the content words of two windows, one to one, those that are most alike first.

    Args:
        pair: The windows.

    Returns:
        Place of a word in a -> place of its like in b.
    """
    x, y, long, its = pair.a.index.between, pair.b.index.between, len(pair.a.forms), len(pair.b.forms)
    scored = []
    for i, j, base in pair.candidates:  # how much it is alike, equal words around it included
        near = (x[i] == y[j]) + (x[i + 1] == y[j + 1]) + (x[i + 3] == y[j + 3]) + (x[i + 4] == y[j + 4])
        apart = i / long - j / its
        scored.append(((0.05 if apart > 0 else -0.05) * apart - base - 0.075 * near, i, j))
    scored.sort()
    there: dict[int, int] = {}
    back: dict[int, int] = {}
    for _, i, j in scored:
        if i not in there and j not in back:
            there[i], back[j] = j, i
    return there


def _candidates(a: Window, b: Window) -> list[tuple[int, int, float]]:
    """Places in both windows whose words may be one, and how much they are: the same, a form, a synonym."""
    here, ours_often, _, ours = a.index
    there, its_often, _, theirs = b.index
    often, found = ours_often | its_often, _synonymous(a, b, ours, theirs)
    for start in here.keys() & there.keys():
        places = there[start]
        for i in here[start]:
            if (stem := a.forms[i][2]) in often:
                continue
            for j in places if len(places) <= CROWD else b.crowded.get(stem, ()):
                if (other := b.forms[j][2]) == stem:
                    found.append((i, j, 1.0))
                elif other not in often and alike(stem, other):
                    found.append((i, j, 0.8))
    return found


def _synonymous(
    a: Window, b: Window, ours: Mapping[str, set[str]], theirs: Mapping[str, set[str]]
) -> list[tuple[int, int, float]]:
    """Places of two words that stand for one thing."""
    met = [row for row in ours.keys() & theirs.keys() if ours[row] != theirs[row] or len(ours[row]) > 1]
    if not met or a.statements[0].language != b.statements[0].language:
        return []
    here, there = a.synonymous, b.synonymous
    if len(here) * len(there) > CROWD**2:
        return []
    return [(i, j, 0.7) for i, x, kin in here for j, y, its in there if kin == its and x != y]


def _distance(at: int, first: int, last: int, window: Window, mention: Mention) -> int:
    """Words between a token and a mention; 0 for a token of the mention itself."""
    if first <= at < last:
        return 0
    apart = first - at if at < first else at - last + 1
    own = window.statements[window.sentence_of[at]] is mention.statement
    return apart if own else apart + STEP

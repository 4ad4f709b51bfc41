"""Do two readings fill the same slot? The words around them, aligned by stem, tell.

Tokens are paired greedily by equal stem or long common prefix, best first, free of order: opcodes keep
order and lose reworded sentences (dev pairs right .969 against .825).
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property
from itertools import accumulate
from math import sqrt

from core.findings.kind import Mention
from core.findings.language import lexicon, stemmer
from core.findings.text import Statement, Token
from core.model import FindingKind

PREFIX, SHARE = 4, 0.6
"""A common prefix of so many letters, and so much of the longer stem, pairs two words."""
OFTEN = 12
"""A stem that a side repeats more often than that tells no place from another."""
REACH = 8
"""Words around a reading that tell which slot it fills."""
ARTICLES = frozenset({"the", "a", "an", "der", "die", "das", "den", "dem", "la", "le", "el", "o", "os", "il"})
"""Small words before a name or number that do not tell one slot from another."""
STEP = 6
"""How much further a word of another sentence is."""


class Window:
    """A run of sentences of one source, as one sequence of tokens."""

    def __init__(
        self, statements: tuple[Statement, ...], mentions: Mapping[FindingKind, Sequence[Mention]]
    ) -> None:
        self.statements = statements
        self.mentions = mentions
        """The readings of each kind that there are, rising."""

    @cached_property
    def tokens(self) -> list[Token]:
        """Its words, rising."""
        return [t for s in self.statements for t in s.tokens]

    @cached_property
    def sentence_of(self) -> list[int]:
        """Index of the sentence of each token."""
        return [n for n, s in enumerate(self.statements) for _ in s.tokens]

    @cached_property
    def offset(self) -> dict[int, int]:
        """Number of a statement -> place of its first token."""
        ends = accumulate((len(s.tokens) for s in self.statements), initial=0)
        return {s.number: at for s, at in zip(self.statements, ends, strict=False)}

    @cached_property
    def content(self) -> int:
        """How many of its words are neither function words nor numbers."""
        return sum(t.content for t in self.tokens)

    def has(self, words: AbstractSet[str]) -> bool:
        """Whether one of some folded words stands in it."""
        return any(not words.isdisjoint(s.words) for s in self.statements)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its words."""
        return frozenset([form[2] for s in self.statements for form in s.forms])

    @cached_property
    def telling(self) -> frozenset[str]:
        """Its words but for function words: "who" is not WHO."""
        return frozenset(t.word for t in self.tokens if t.content or t.text.isupper())

    def place(self, mention: Mention) -> tuple[int, int]:
        """Half-open range of a mention's tokens in the window."""
        at = self.offset[mention.statement.number]
        return at + mention.first, at + mention.last


class Pair:
    """Two windows that tell the same thing, with the word alignment between them, made when first needed."""

    def __init__(self, a: Window, b: Window) -> None:
        self.a, self.b = a, b

    @cached_property
    def aligned(self) -> dict[int, int]:
        """Token of a -> token of b, content words only."""
        language = self.a.statements[0].language
        kin = synonyms(language) if language == self.b.statements[0].language else {}
        return align_words(self.a.tokens, self.b.tokens, kin)

    @cached_property
    def back(self) -> dict[int, int]:
        """Token of b -> token of a."""
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
            The share of the shorter and of the longer sentence, 0-1.
        """
        i, j = self.a.offset[a.number], self.b.offset[b.number]
        own = {i + k for k in range(x.first, x.last)} if x else set()
        its = {j + k for k in range(y.first, y.last)} if y else set()
        left = [k for k in range(i, i + len(a.tokens)) if k not in own]
        right = {k for k in range(j, j + len(b.tokens)) if k not in its}
        both = sum(self.aligned.get(k, -1) in right for k in left)
        sizes = sum(self.a.tokens[k].content for k in left), sum(self.b.tokens[k].content for k in right)
        return min(1.0, both / max(1, min(sizes))), both / max(1, *sizes)

    @cached_property
    def whole(self) -> float:
        """Share of the content words of the shorter window that are aligned, 0-1."""
        return len(self.aligned) / max(1, min(self.a.content, self.b.content))

    def near(self, a: Mention, b: Mention) -> float:
        """How much of what stands close to both readings is the same: 0 for nothing, 2 for much."""
        (a0, a1), (b0, b1) = self.a.place(a), self.b.place(b)
        total = 0.0
        for i, j in self.aligned.items():
            da = _distance(i, a0, a1, self.a, a)
            db = _distance(j, b0, b1, self.b, b)
            if 0 < da <= REACH and 0 < db <= REACH:
                total += 1 / sqrt((1 + da) * (1 + db))
        return total

    def context(self, a: Mention, b: Mention, most: int = 4) -> tuple[str, ...]:
        """The nearest words that both sentences share, as printed in the first, in its order."""
        at, to = self.a.offset[a.statement.number], self.b.offset[b.statement.number]
        inside = range(to, to + len(b.statement.tokens))
        both = [
            i for i, j in self.aligned.items() if j in inside and i in range(at, at + len(a.statement.tokens))
        ]
        near = sorted(both, key=lambda i: min(abs(i - at - a.first), abs(i - at - a.last)))[:most]
        return tuple(self.a.tokens[i].text for i in sorted(near))

    def sides(self, a: Mention, b: Mention) -> tuple[int, int]:
        """How many equal words stand directly left and right of both readings, at most four each."""
        (a0, a1), (b0, b1) = self.a.place(a), self.b.place(b)
        x, y = self.a.tokens, self.b.tokens
        a0 -= a0 > 0 and x[a0 - 1].word in ARTICLES
        b0 -= b0 > 0 and y[b0 - 1].word in ARTICLES
        left = right = 0
        while left < 4 and left < a0 and left < b0 and x[a0 - 1 - left].stem == y[b0 - 1 - left].stem:
            left += 1
        room = min(len(x) - a1, len(y) - b1, 4)
        while right < room and x[a1 + right].stem == y[b1 + right].stem:
            right += 1
        return left, right


@cache
def synonyms(language: str) -> dict[str, str]:
    """Stem -> first stem of the row of words that news uses for one thing: pupils, schoolchildren."""
    stem, table = stemmer(language), {}
    for row in lexicon(language).lines.get("synonym", ()):
        stems = [stem.stemWord(w) if stem else w for w in row.split()]
        table.update(dict.fromkeys(stems, stems[0]))
    return table


def align_words(
    a: Sequence[Token], b: Sequence[Token], kin: Mapping[str, str] | None = None
) -> dict[int, int]:
    """Pair the content words of two runs of tokens, one to one, best first, whatever their order.

    Args:
        a: Tokens of one side.
        b: Tokens of the other.
        kin: Stem -> what stands for all its synonyms.

    Returns:
        Index in a -> index in b.
    """
    scored = sorted((-_likeness(a, b, i, j, base), i, j) for i, j, base in _candidates(a, b, kin or {}))
    there: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in scored:
        if i not in there and j not in taken:
            there[i] = j
            taken.add(j)
    return there


def alike(x: str, y: str) -> bool:
    """Whether two stems begin alike enough to be forms of one word."""
    longer = max(len(x), len(y))
    if min(len(x), len(y)) < PREFIX or x[:PREFIX] != y[:PREFIX]:
        return False
    same = next((n for n, (p, q) in enumerate(zip(x, y, strict=False)) if p != q), min(len(x), len(y)))
    return same >= SHARE * longer


def _candidates(
    a: Sequence[Token], b: Sequence[Token], kin: Mapping[str, str]
) -> list[tuple[int, int, float]]:
    by_prefix: dict[str, list[int]] = defaultdict(list)
    often = {s for side in (a, b) for s, n in Counter(t.stem for t in side).items() if n > OFTEN}
    for j, t in enumerate(b):
        if t.content and t.stem not in often:
            by_prefix[t.stem[:PREFIX]].append(j)
    found = []
    for i, t in enumerate(a):
        if t.content and t.stem not in often:
            for j in by_prefix.get(t.stem[:PREFIX], ()):
                if t.stem == b[j].stem:
                    found.append((i, j, 1.0))
                elif alike(t.stem, b[j].stem):
                    found.append((i, j, 0.8))
    return found + _synonymous(a, b, kin)


def _synonymous(
    a: Sequence[Token], b: Sequence[Token], kin: Mapping[str, str]
) -> list[tuple[int, int, float]]:
    by_row: dict[str, list[int]] = defaultdict(list)
    for j, t in enumerate(b):
        if t.stem in kin and t.text[0].islower():
            by_row[kin[t.stem]].append(j)
    return [
        (i, j, 0.7)
        for i, t in enumerate(a)
        if by_row and t.stem in kin and t.text[0].islower()
        for j in by_row[kin[t.stem]]
        if b[j].stem != t.stem
    ]


def _likeness(a: Sequence[Token], b: Sequence[Token], i: int, j: int, base: float) -> float:
    near = sum(
        0 <= i + d < len(a) and 0 <= j + d < len(b) and a[i + d].stem == b[j + d].stem for d in (-2, -1, 1, 2)
    )
    return base + 0.075 * near - 0.05 * abs(i / len(a) - j / len(b))


def _distance(at: int, first: int, last: int, window: Window, mention: Mention) -> int:
    """Words between a token and a mention; 0 for a token of the mention itself."""
    if first <= at < last:
        return 0
    apart = first - at if at < first else at - last + 1
    own = window.statements[window.sentence_of[at]] is mention.statement
    return apart if own else apart + STEP

"""A window: a run of sentences of one source, as one sequence of words with the readings in them."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain, compress, count
from typing import Any, NamedTuple

from core.findings.alike import PREFIX, synonyms
from core.findings.kind import Mention
from core.findings.text import Form, Statement
from core.model import FindingKind

OFTEN = 12
"""A stem that a window has more often than this is not aligned: it tells no place from another."""
CROWD = 50
"""Words of a window that begin alike past which only equal ones pair: no prose has so many."""


NO_WORDS: frozenset[str] = frozenset()


class Index(NamedTuple):
    """What the alignment of words looks up in a window."""

    by_prefix: dict[str, list[int]]
    """First letters -> place of each content word that begins so."""
    often: frozenset[str]
    """Stems that it repeats so often that they tell no place from another."""
    between: list[object]
    """Its stems with two places on either side, which are like nothing in another window."""
    synonymous: dict[str, set[str]]
    """What stands for all synonyms -> those of its stems that it stands for."""


class Window:
    """A run of sentences of one source, as one sequence of words.

    A place in it is the number of a word, from 0, counted through all of its sentences.
    """

    def __init__(
        self, statements: tuple[Statement, ...], mentions: Mapping[FindingKind, Sequence[Mention]]
    ) -> None:
        self.statements = statements
        self.mentions = mentions
        """The readings of each kind that there are, rising."""
        self.forms: list[Form] = []
        """What each of its words is."""
        self.offset: dict[int, int] = {}
        """Number of a statement -> place of its first token."""
        for s in statements:
            self.offset[s.number] = len(self.forms)
            self.forms += s.forms
        self.words = NO_WORDS.union(*[s.words for s in statements])
        """Its words, folded."""
        self.stems = NO_WORDS.union(*[s.stems for s in statements])
        """Their stems."""
        self.content: int = sum([s.content for s in statements])
        """How many of its words are neither function words nor numbers."""

    @cached_property
    def sentence_of(self) -> list[int]:
        """Index of the sentence of each token."""
        return [n for n, s in enumerate(self.statements) for _ in s.forms]

    def has(self, words: AbstractSet[str]) -> bool:
        """Whether one of some folded words stands in it."""
        return not words.isdisjoint(self.words)

    @cached_property
    def index(self) -> Index:
        """What the alignment of words looks up in it."""
        stems = [*chain.from_iterable([s.stemmed for s in self.statements])]
        table: dict[str, list[int]] = defaultdict(list)
        for n in compress(count(), self.content_of):
            table[stems[n][:PREFIX]].append(n)
        often = NO_WORDS
        if len(stems) - len(self.stems) >= OFTEN:  # as in hardly any
            often = frozenset([stem for stem, n in Counter(stems).items() if n > OFTEN])
        edge = object()  # the window itself would be a cycle, and none is searched for while comparing
        kin, synonymous = synonyms(self.statements[0].language), defaultdict(set)
        for stem in self.stems & kin.keys():
            synonymous[kin[stem]].add(stem)
        return Index(table, often, [edge, edge, *stems, edge, edge], synonymous)

    @cached_property
    def crowded(self) -> dict[str, list[int]]:
        """Stem -> places of its words, for words of which more than `CROWD` begin alike."""
        table: dict[str, list[int]] = defaultdict(list)
        for places in self.index.by_prefix.values():
            for n in places if len(places) > CROWD else ():
                table[self.forms[n][2]].append(n)
        return table

    @cached_property
    def synonymous(self) -> list[tuple[int, str, str]]:
        """Place, stem, and what stands for all synonyms, of each word without a capital that has some."""
        kin = synonyms(self.statements[0].language)
        return [
            (n, stem, kin[stem])
            for n, (text, _, stem, _) in enumerate(self.forms)
            if stem in kin and not text[0].isupper()
        ]

    @cached_property
    def content_of(self) -> list[bool]:
        """Whether each of its words is a content word."""
        return [*chain.from_iterable([s.content_of for s in self.statements])]

    def telling_in(self, places: range, own: range) -> int:
        """How many content words stand in some places, without those of a reading among them."""
        content = self.content_of
        return sum(content[places.start : places.stop]) - sum(content[own.start : own.stop])

    @cached_property
    def values(self) -> dict[FindingKind, frozenset[Any]]:
        """The values of its numbers, and of its dates."""
        kinds = (FindingKind.NUMBER, FindingKind.DATE)
        return {kind: frozenset([m.value for m in self.mentions.get(kind, ())]) for kind in kinds}

    @cached_property
    def telling(self) -> frozenset[str]:
        """Its words, folded, without function words, but with such as are printed in capitals: WHO."""
        return frozenset([word for text, word, _, content in self.forms if content or text.isupper()])

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Its words with a capital, folded."""
        return frozenset([word for text, word, _, _ in self.forms if text[0].isupper()])

    def at(self, place: int) -> tuple[Statement, int]:
        """The sentence that has the word at a place, and the number of the word in that sentence."""
        statement = self.statements[self.sentence_of[place]]
        return statement, place - self.offset[statement.number]

    def told(self, kind: FindingKind, statement: Statement) -> list[Mention]:
        """Its readings of a kind in one of its sentences."""
        return [m for m in self.mentions.get(kind, ()) if m.statement is statement]

    def words_of(self, statement: Statement) -> range:
        """Places of the words of one of its sentences."""
        at = self.offset[statement.number]
        return range(at, at + len(statement.forms))

    def place(self, mention: Mention) -> tuple[int, int]:
        """Half-open range of a mention's tokens in the window."""
        at = self.offset[mention.statement.number]
        return at + mention.first, at + mention.last

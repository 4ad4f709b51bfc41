"""An article whose sentences are read when they are first asked for."""

import re
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator, MutableMapping
from functools import cached_property
from itertools import pairwise
from typing import TypeVar
from weakref import WeakValueDictionary

from core.findings.language import detect
from core.findings.text import Forms, Statement, words_in
from core.model import Sentence, Source
from core.progress import Tick, let_go, silent, ticked

_CAPITAL = re.compile(r"[^\W\d_a-z](?<![^\W\d_].)[^\W\d_]*")
"""A word with a capital; what is rare stands first, so that a search skips to it."""
_RUN = re.compile(r"\w+")
KEPT = 1_000
"""Sentences of one article that are kept."""
LONGEST = 3_000
"""Characters of a sentence that are read: what goes on without a full stop for longer is no prose."""
BLOCK = 200_000
"""Characters that are searched between two ticks: some 20 ms."""
SAMPLE = 5_000
"""Characters that tell the language of a source, where the source does not."""
K = TypeVar("K")
V = TypeVar("V")


class Kept(OrderedDict[K, V]):
    """A dictionary that lets its oldest entry go when it is full: all at once takes .3 s in a book."""

    def __init__(self, most: int, spare: MutableMapping[K, V] | None = None) -> None:
        super().__init__()
        self.most = most
        """Entries it holds."""
        self.spare = spare
        """Where those go that it lets go."""

    def __setitem__(self, key: K, value: V) -> None:
        """Put an entry in, and the oldest out if it is full."""
        if len(self) >= self.most and key not in self:
            oldest = self.popitem(last=False)
            if self.spare is not None:
                self.spare.update([oldest])
        super().__setitem__(key, value)


class Article:
    """A source whose sentences are read when they are first asked for."""

    def __init__(self, source: Source, known: dict[str, Forms] | None = None, tick: Tick = silent) -> None:
        """Lay out a source.

        Args:
            source: A segmented source.
            known: Language -> what is known of its words, for articles that are read side by side.
            tick: Told now and then while the whole article is gone through; what it raises stops that.
        """
        self.source = source
        self._tick = tick
        sample = source.text[:SAMPLE]
        self.language = source.language or detect(sample, words_in(sample))
        """ISO 639-1 code."""
        known = {} if known is None else known
        if self.language not in known:
            known[self.language] = Forms(self.language)
        self._forms = known[self.language]
        self._alive: WeakValueDictionary[int, Statement] = WeakValueDictionary()
        self._read: Kept[int, Statement] = Kept(KEPT, self._alive)

    @cached_property
    def places(self) -> list[tuple[int, Sentence]]:
        """(paragraph, sentence) of every sentence, rising."""
        return [(p.index, s) for p in ticked(self.source.paragraphs, self._tick) for s in p.sentences]

    @cached_property
    def starts(self) -> list[int]:
        """First character of every sentence, for look-up."""
        return [s.start for _, s in ticked(self.places, self._tick)]

    @property
    def blocks(self) -> Iterator[tuple[int, int]]:
        """Its text in half-open parts that end with a line, or at least with a word; ticks before each."""
        text, start = self.source.text, 0
        while start < len(text):
            self._tick(0.0)
            end = start + BLOCK
            if end < len(text):
                end = (
                    max(text.rfind("\n", start + 1, end), text.rfind(" ", start + 1, end - LONGEST)) + 1
                    or end
                )
            yield start, min(end, len(text))
            start = end

    @cached_property
    def words(self) -> frozenset[str]:
        """Every different run of letters and digits of its text, as printed."""
        found: set[str] = set()
        for start, end in self.blocks:  # all blocks in one call took .48 s of a book, and 130 MB
            found.update(_RUN.findall(self.source.text, start, end))
        return frozenset(found)

    @cached_property
    def capitals(self) -> list[tuple[int, str]]:
        """First character and letters of every word with a capital, or without small letters of ASCII."""
        found: list[tuple[int, str]] = []
        for start, end in self.blocks:
            found += [(m.start(), m.group()) for m in _CAPITAL.finditer(self.source.text, start, end)]
        return found

    @cached_property
    def full(self) -> list[tuple[int, str, str]]:
        """Every two such words with one space between, the first longer than a letter: where, and the two."""
        text = self.source.text
        return [
            (at, word, following)
            for (at, word), (start, following) in pairwise(ticked(self.capitals, self._tick))
            if start == at + len(word) + 1 and len(word) > 1 and text[start - 1].isspace()
        ]

    def at(self, start: int) -> int:
        """Number of the last sentence that starts at a character or before it; -1 where none does."""
        return bisect_right(self.starts, start) - 1

    def within(self, place: int) -> int | None:
        """Number of the sentence that a character is read in; None where the report has none."""
        n = self.at(place)
        return n if n >= 0 and place < min(self.places[n][1].end, self.starts[n] + LONGEST) else None

    def length(self, first: int, last: int) -> int:
        """Characters between the starts of two sentences."""
        return abs(self.starts[last] - self.starts[first])

    def statement(self, number: int) -> Statement:
        """A sentence by its number: the same for as long as anything that was read in it is kept."""
        read = self._read.get(number) or self._alive.get(number)
        if read is None:
            paragraph, place = self.places[number]
            text = self.source.text[place.start : min(place.end, place.start + LONGEST)]
            where = self.source.id, paragraph, number, place.start
            read = self._read[number] = Statement(where, text, self._forms)
        return read

    def clear(self, tick: Tick) -> None:
        """Let every sentence go, part by part."""
        let_go(self._read, tick, 0.0)

    def statements(self, numbers: Iterable[int]) -> tuple[Statement, ...]:
        """Several sentences, in the order given."""
        return tuple([self.statement(n) for n in numbers])

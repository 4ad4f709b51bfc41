"""Sentences as tokens: what every kind of finding reads from."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from core.findings.language import detect, lexicon, stemmer
from core.model import Source
from core.safe import fold

_TOKEN = re.compile(
    "[\u3040-\u30ff\u3400-\u9fff]"
    "|\\d+(?:[.,:]\\d+)*"
    "|(?:[^\\W\\d_]|[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u0670\u0900-\u0963\u0970-\u0dff])+"
    "(?:['’](?:s|t|re|ve|ll|d|m)(?!\\w))?",
    re.IGNORECASE,
)


class Token(NamedTuple):
    """One word, number or character of a script without spaces. A tuple: there are very many of them."""

    start: int
    """First character, in the source's text."""
    end: int
    """One past the last."""
    text: str
    """As printed."""
    word: str
    """Without case, accents and a possessive s."""
    stem: str
    """What is compared."""
    content: bool
    """Neither a function word nor a number."""


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One sentence of one source. Equal only to itself."""

    source: str
    """ID of the source."""
    paragraph: int
    """Index of its paragraph."""
    number: int
    """Its place among the sentences of the source, from 0."""
    start: int
    """First character, in the source's text."""
    text: str
    """Its characters."""
    language: str
    """ISO 639-1 code."""
    tokens: tuple[Token, ...]
    """Its words, rising."""
    starts: tuple[int, ...]
    """First character of each token, for look-up."""
    words: frozenset[str]
    """Its words, folded: most readers ask first whether any of theirs is among them."""
    digits: bool
    """Whether it holds a digit of any script."""

    @property
    def place(self) -> tuple[str, int]:
        """Source and number: what tells it from every other sentence."""
        return self.source, self.number

    @property
    def end(self) -> int:
        """One past its last character."""
        return self.start + len(self.text)

    def tokens_in(self, start: int, end: int) -> tuple[int, int]:
        """Half-open range of the tokens that stand between two characters of the source's text."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)


def folded(text: str) -> str:
    """A word without case, accents and a possessive s."""
    word = text.lower() if text.isascii() else fold(text.replace("’", "'"))
    return word.removesuffix("'s")


KEPT = 4_000
"""Sentences of one article that are kept."""
LONGEST = 3_000
"""Characters of a sentence that are read: what goes on without a full stop for longer is no prose."""
_DIGIT = re.compile(r"\d")
Forms = dict[str, tuple[str, str, str, bool]]
"""Word as printed -> printed, folded, stem, whether it is a content word; each is worked out once."""
K = TypeVar("K")
V = TypeVar("V")


def statement(
    where: tuple[str, int, int, int], text: str, language: str, tokens: tuple[Token, ...]
) -> Statement:
    """Make a sentence of its tokens.

    Args:
        where: Source, paragraph, number and first character.
        text: Its characters.
        language: ISO 639-1 code.
        tokens: Its words.

    Returns:
        The sentence.
    """
    starts = tuple(t.start for t in tokens)
    words = frozenset(t.word for t in tokens)
    return Statement(*where, text, language, tokens, starts, words, _DIGIT.search(text) is not None)


def tokenize(text: str, offset: int, language: str, forms: Forms) -> tuple[Token, ...]:
    """Cut a text into tokens.

    Args:
        text: One sentence.
        offset: Where it starts in its source.
        language: ISO 639-1 code.
        forms: What is known of words, filled on the way.

    Returns:
        The tokens, rising.
    """
    tokens = []
    for match in _TOKEN.finditer(text):
        printed = match.group()
        known = forms.get(printed)
        if known is None:
            known = forms[printed] = _form(printed, language)
        start, end = match.span()
        tokens.append(Token(offset + start, offset + end, *known))
    return tuple(tokens)


def _form(printed: str, language: str) -> tuple[str, str, str, bool]:
    words, stem = lexicon(language), stemmer(language)
    word = folded(printed) or printed  # a lone accent folds to nothing
    base = words.values("irregular").get(word, word)
    content = word not in words.words("stop") and not word[0].isdigit()
    return printed, word, stem.stemWord(base) if stem and word.isalpha() else word, content


class Kept(dict[K, V]):
    """A dictionary that starts anew when it is full."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self.most = most
        """Entries it holds before it lets go of all."""

    def __setitem__(self, key: K, value: V) -> None:
        """Put an entry in, and everything else out if it is full."""
        if len(self) >= self.most:
            self.clear()
        super().__setitem__(key, value)


class Article:
    """A source whose sentences are read when they are first asked for."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.places = [(p.index, s) for p in source.paragraphs for s in p.sentences]
        """(paragraph, sentence) of every sentence, rising."""
        self.starts = [s.start for _, s in self.places]
        sample = source.text[:5000]
        words = [folded(m.group()) for m in _TOKEN.finditer(sample)]
        self.language = source.language or detect(sample, words)
        """ISO 639-1 code."""
        self._forms: Forms = {}
        self._read: Kept[int, Statement] = Kept(KEPT)

    def at(self, start: int) -> int:
        """Number of the sentence that starts at a character, or holds it."""
        n = bisect_left(self.starts, start)
        return n if n < len(self.starts) and self.starts[n] == start else n - 1

    def statement(self, number: int) -> Statement:
        """A sentence by its number."""
        read = self._read.get(number)
        if read is None:
            paragraph, place = self.places[number]
            text = self.source.text[place.start : min(place.end, place.start + LONGEST)]
            tokens = tokenize(text, place.start, self.language, self._forms)
            where = self.source.id, paragraph, number, place.start
            read = self._read[number] = statement(where, text, self.language, tokens)
        return read

    def statements(self, numbers: Iterable[int]) -> tuple[Statement, ...]:
        """Several sentences, in the order given."""
        return tuple(self.statement(n) for n in numbers)


def content_stems(tokens: Sequence[Token]) -> set[str]:
    """The stems that carry meaning."""
    return {t.stem for t in tokens if t.content}

"""Sentences as tokens: what every kind of finding reads from."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

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


LONGEST = 3_000
"""Characters of a sentence that are read: what goes on without a full stop for longer is no prose."""
Forms = dict[str, tuple[str, str, bool]]
"""Word as printed -> folded, stem, whether it is a content word; each word is worked out once."""


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
        tokens.append(Token(offset + start, offset + end, printed, *known))
    return tuple(tokens)


def _form(printed: str, language: str) -> tuple[str, str, bool]:
    words, stem = lexicon(language), stemmer(language)
    word = folded(printed) or printed  # a lone accent folds to nothing
    base = words.values("irregular").get(word, word)
    content = word not in words.words("stop") and not word[0].isdigit()
    return word, stem.stemWord(base) if stem and word.isalpha() else word, content


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
        self._read: dict[int, Statement] = {}

    def at(self, start: int) -> int:
        """Number of the sentence that starts at a character, or holds it."""
        n = bisect_left(self.starts, start)
        return n if n < len(self.starts) and self.starts[n] == start else n - 1

    def statement(self, number: int) -> Statement:
        """A sentence by its number."""
        if number not in self._read:
            paragraph, place = self.places[number]
            text = self.source.text[place.start : min(place.end, place.start + LONGEST)]
            tokens = tokenize(text, place.start, self.language, self._forms)
            self._read[number] = Statement(
                self.source.id,
                paragraph,
                number,
                place.start,
                text,
                self.language,
                tokens,
                tuple(t.start for t in tokens),
            )
        return self._read[number]

    def statements(self, numbers: Iterable[int]) -> tuple[Statement, ...]:
        """Several sentences, in the order given."""
        return tuple(self.statement(n) for n in numbers)


def content_stems(tokens: Sequence[Token]) -> set[str]:
    """The stems that carry meaning."""
    return {t.stem for t in tokens if t.content}

"""Sentences as tokens: what every kind of finding reads from."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property, partial
from itertools import accumulate
from typing import NamedTuple

from core.findings.language import lexicon, stems_of
from core.safe import fold

_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u0670\u0900-\u0963\u0970-\u0dff"
_SINGLE = "\u3040-\u30ff\u3400-\u9fff"
_TOKEN = re.compile(
    rf"([\w{_MARKS}{_SINGLE}]"
    rf"(?:(?<![\d_{_SINGLE}])[^\W\d_]*+(?:[{_MARKS}]++[^\W\d_]*+)*+(?:['’](?i:s|t|re|ve|ll|d|m)(?!\w))?"
    r"|(?<=\d)\d*+(?:[.,:]\d+)*+"
    r"|(?<!_)))"
)
"""Begins with what any token begins with and looks back from there, so that a search skips to it: a word with
its accents and a short form behind it, a number, or one character of a script without spaces."""
_ASCII = re.compile(
    r"([^\W_](?:(?<!\d)[A-Za-z]*+(?:'(?i:s|t|re|ve|ll|d|m)(?!\w))?|\d*+(?:[.,:]\d+)*+))", re.ASCII
)
"""The same in plain letters, found in two thirds of the time."""


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


_token = partial(tuple.__new__, Token)
"""Make a token of its fields, without a call in Python for each."""


def all_folded(words: Sequence[str]) -> list[str]:
    """Several words folded, none of which has a line end."""
    text = "\n".join([*words, ""])
    text = text.lower() if text.isascii() else fold(text.replace("’", "'"))
    return text.replace("'s\n", "\n").split("\n")[:-1]


def folded(text: str) -> str:
    """A word without case, accents and a possessive s."""
    word = text.lower() if text.isascii() else fold(text.replace("’", "'"))
    return word.removesuffix("'s")


POSSESSIVE = ("'s", "’s")
"""What an owner ends with."""
ARTICLES = frozenset({"the", "a", "an", "der", "die", "das", "den", "dem", "la", "le", "el", "o", "os", "il"})
"""Small words before a name or number that do not tell one slot from another."""
FEW = 3
"""Content words of a sentence that tells little by itself."""
_DIGIT = re.compile(r"\d")
Form = tuple[str, str, str, bool]
"""A word as printed, folded, its stem, and whether it is a content word."""


def _tokens(text: str) -> re.Pattern[str]:
    """Finds the tokens of a text."""
    return _ASCII if text.isascii() else _TOKEN


def words_in(text: str) -> list[str]:
    """The words of a text, folded."""
    return all_folded(_tokens(text).findall(text))


class Forms(dict[str, Form]):
    """Word as printed -> what it is in a language; each is worked out once."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        """ISO 639-1 code."""
        words, self._stems = lexicon(language), stems_of(language)
        self._small, self._irregular = words.words("stop"), words.values("irregular")

    def __missing__(self, printed: str) -> Form:
        """Work a word out."""
        self.learn([printed])
        return self[printed]

    def learn(self, printed: Iterable[str]) -> None:
        """Work out those of some words that are new, all at once: half of the words of a sentence are."""
        new = [own for own in {*printed} if own not in self]  # a set would walk all words known so far
        if not new:
            return
        # A lone accent folds to nothing. Vowel signs of Devanagari are no letters for Python.
        words = [word or own for word, own in zip(all_folded(new), new, strict=True)]
        stems = self._stems([*map(self._irregular.get, words, words)])
        for own, word, stem, alpha in zip(new, words, stems, map(str.isalpha, words), strict=True):
            spelled = alpha or "\u0900" <= word[0] <= "\u097f"
            kept = stem if spelled and stem[1:] else word  # in Hindi, a mother and Maya are one letter each
            self[own] = own, word, kept, word not in self._small and (spelled or not word[0].isdigit())


class Statement:
    """One sentence of one source, with its words and where they stand. Equal only to itself."""

    def __init__(self, where: tuple[str, int, int, int], text: str, forms: Forms) -> None:
        """Read the words of a sentence.

        Args:
            where: Source, paragraph, number among the sentences of the source, and first character.
            text: Its characters.
            forms: What is known of words.
        """
        self.source, self.paragraph, self.number, self.start = where
        self.place = self.source, self.number
        """Source and number: what tells it from every other sentence."""
        self.text = text
        self.language = forms.language
        """ISO 639-1 code."""
        parts = _tokens(text).split(text)
        self.gaps = parts[:-1:2]
        """What stands before each token, behind the one before it."""
        self._edges = [*accumulate(map(len, parts), initial=self.start)]
        self.starts = self._edges[1:-1:2]
        """First character of each token, for look-up."""
        forms.learn(parts[1::2])
        self.forms = [forms[printed] for printed in parts[1::2]]
        """What each of its words is."""
        columns = [*zip(*self.forms, strict=True)] or [()] * 4
        _, self.sequence, self.stemmed, self.content_of = columns
        """Its words as they stand: folded, their stems, and whether each is a content word."""
        self.words = frozenset(self.sequence)
        """The same for look-up: most readers ask first whether any of theirs is among them."""
        self.stems = frozenset(self.stemmed)
        """Their stems, for look-up."""
        self.content = sum(self.content_of)
        """How many of its words are neither function words nor numbers."""
        self.digits = _DIGIT.search(text) is not None
        """Whether it holds a digit of any script."""

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words, rising. Made when asked for: in a book four sentences in five have nothing to read."""
        return tuple(
            map(_token, zip(self.starts, self._edges[2::2], *zip(*self.forms, strict=True), strict=True))
        )

    @cached_property
    def goes_on(self) -> bool:
        """Whether it begins with a word for something told before it, or tells little by itself."""
        words = lexicon(self.language)
        if not self.forms or self.sequence[0] in words.words("pronoun", "owner", "resuming"):
            return bool(self.forms)
        if self.content > FEW:
            return False
        return self.language == "de" or not any(t.content and t.text[0].isupper() for t in self.tokens[1:])

    def joined(self, n: int) -> bool:
        """Whether a hyphen, an apostrophe or nothing stands between a token and the one before it."""
        return n > 0 and self.gaps[n] in {"", "-", "’", "'"}

    @property
    def end(self) -> int:
        """One past its last character."""
        return self.start + len(self.text)

    def tokens_in(self, start: int, end: int) -> tuple[int, int]:
        """Half-open range of the tokens that stand between two characters of the source's text."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)


def content_stems(tokens: Sequence[Token]) -> set[str]:
    """The stems that carry meaning."""
    return {t.stem for t in tokens if t.content}

"""Text -> the terms it is compared by: words in one spelling, their stems and character n-grams.

Light to import: what only tells words apart needs no numbers.
"""

import re
from collections.abc import Sequence

from core.figures import figure

STEM, GRAM = 4, 4
"""Letters of a stem and of an n-gram."""
_TELLING = 4
"""Least letters of a word that tells what happened: shorter ones are mostly articles and prepositions, but in
scripts without spaces two characters are a word."""

# Marks that belong to a word though they are no letters: accents, Hebrew and Arabic points, the vowel signs
# of the Indic scripts (without the dandas, which end sentences), joiners.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0966-\u0dff\u200c\u200d"
)
# Scripts that set no space between words: Thai, Lao, Myanmar, Khmer, kana, Han with extensions.
_UNSPACED = (
    "\u0e00-\u0eff",
    "\u1000-\u109f",
    "\u1780-\u17ff",
    "\u3005-\u3005",
    "\u3040-\u30ff",
    "\u3400-\u4dbf",
    "\u4e00-\u9fff",
    "\uf900-\ufaff",
    "\U00020000-\U0003ffff",
)
_TOKEN = re.compile(rf"\d+(?:[.,:]\d+)*|[{''.join(_UNSPACED)}]+|\w[\w{_MARKS}]*")
_ASCII = re.compile(r"\w(?:(?<!\d)\w*+|\d*(?:[.,:]\d+)*)", re.ASCII)
"""The same in plain letters, found in six tenths of the time; most English sentences have no others."""


def tokens_of(text: str) -> list[str]:
    """The tokens of a text: numbers with inner marks, words, runs of characters of unspaced scripts."""
    return (_ASCII if text.isascii() else _TOKEN).findall(text)


def words(text: str) -> list[str]:
    """The words of a text: its tokens, and of unspaced scripts pairs of characters."""
    return [word for token in tokens_of(text) for word in parts(token)]


def parts(token: str) -> Sequence[str]:
    """A token, or the overlapping pairs of its characters (about a word each) when its script is unspaced."""
    if token.isascii() or len(token) < 3 or not _unspaced(token[0]):
        return (token,)
    return [token[i : i + 2] for i in range(len(token) - 1)]


def spelled(word: str) -> str:
    """A word in the one spelling by which it is compared: in lower case, a number in figures."""
    return figure(word.lower())


def stem(word: str) -> str:
    """A spelled word cut to its first letters, which its inflections share; a number as it is."""
    return word if word[0].isdigit() else word[:STEM]


def grams(word: str) -> list[str]:
    """The character n-grams of a spelled word with a space on both sides; a short word is one gram."""
    spaced = f" {word} "
    return [spaced[i : i + GRAM] for i in range(len(spaced) - GRAM + 1 or 1)]


def tells(name: str) -> bool:
    """Whether a stem is a word that tells what happened, no number and no short word."""
    return not name[0].isdigit() if len(name) >= _TELLING else _unspaced(name[0])


def is_word(token: str) -> bool:
    """Whether a token is a word with spaces around it, whose length tells how common it is; no number."""
    return not (token[0].isdigit() or _unspaced(token[0]))


def _unspaced(character: str) -> bool:
    """Whether a character is of a script that sets no spaces. No pattern: such sets take 2 ms to compile."""
    return character >= _UNSPACED[0][0] and any(x[0] <= character <= x[-1] for x in _UNSPACED)

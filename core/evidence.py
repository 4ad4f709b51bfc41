"""Sentences -> weighted terms, by which two sentences can be compared.

A sentence is counted as stems (first letters of its words) and as character n-grams, weighted by how rare
they are inside the articles that have them. Terms are numbered in sorted order, so that no sum depends on
hashing or on the order of the articles.

Sources: TF-IDF and cosine are Salton and Buckley, Term-weighting Approaches in Automatic Text Retrieval
(1988); the softened norm follows Singhal, Buckley and Mitra, Pivoted Document Length Normalization (1996);
character n-grams across word forms McNamee and Mayfield, Character N-Gram Tokenization (2004).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from core.figures import figure
from core.sparse import BLOCK, Floats, Ints, Rows, Tick, blocks, distinct

STEM, GRAM = 4, 4
"""Letters of a stem and of an n-gram."""
_TELLING = 4
"""Least letters of a word that tells what happened: shorter ones are mostly articles and prepositions."""

# Marks that belong to a word though they are no letters: accents, Hebrew and Arabic points, the vowel signs
# of the Indic scripts (without the dandas, which end sentences), joiners.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0966-\u0dff\u200c\u200d"
)
# Scripts that set no space between words: Thai, Lao, Myanmar, Khmer, kana, Han with extensions.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
)
_TOKEN = re.compile(rf"\d+(?:[.,:]\d+)*|[{_UNSPACED}\U00020000-\U0003ffff]+|[^\W{_UNSPACED}][\w{_MARKS}]*")
_RUN = re.compile(f"[{_UNSPACED}\U00020000-\U0003ffff]")


def words(text: str) -> list[str]:
    """The tokens of a text: numbers with inner marks, words, pairs of characters of unspaced scripts."""
    return [word for token in _TOKEN.findall(text) for word in _parts(token)]


def _parts(token: str) -> Sequence[str]:
    """A token, or the overlapping pairs of its characters (about a word each) when its script is unspaced."""
    if token.isascii() or len(token) < 3 or not _RUN.match(token):
        return (token,)
    return [token[i : i + 2] for i in range(len(token) - 1)]


def stem(word: str) -> str:
    """A number in figures; another lower-case word cut to its first letters, which its inflections share."""
    word = figure(word)
    return word if word[0].isdigit() else word[:STEM]


def grams(word: str) -> list[str]:
    """The character n-grams of a lower-case word with a space on both sides; a short word is one gram."""
    spaced = f" {figure(word)} "
    return [spaced[i : i + GRAM] for i in range(max(1, len(spaced) - GRAM + 1))]


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """All sentences by one kind of term."""

    weight: Rows
    """Scaled weights: the cosine of two sentences is the sum of their products."""
    rarity: Floats
    """How rare each term is inside the articles that have it, at least .05; shape (terms,)."""
    names: Sequence[str]
    """The terms, sorted; shape (terms,)."""


def weigh(sentences: Sequence[str], article: Ints, tick: Tick) -> tuple[Terms, Terms]:
    """Count and weight the stems and the character n-grams of all sentences.

    Args:
        sentences: Their texts, article by article.
        article: Number of the article of each, rising; shape (sentences,).
        tick: Told how far it is.

    Returns:
        The stems and the n-grams.
    """
    types: dict[str, int] = {}
    token: list[int] = []
    length = [0]
    for n, sentence in enumerate(sentences):
        found = words(sentence)
        token += [types.setdefault(word, len(types)) for word in found]
        length.append(len(found))
        if n % 1000 == 0:
            tick(0.4 * n / len(sentences))
    tokens = np.array(token, dtype=np.int64)
    first = np.cumsum(length, dtype=np.int64)
    known = [word.lower() for word in types]

    def terms(of_type: list[list[str]], done: float) -> Terms:
        names = sorted(set(chain.from_iterable(of_type)))
        counted = _count(first, tokens, _numbered(of_type, names), lambda part: tick(done + 0.3 * part))
        rare = rarity(counted, article)
        return Terms(_scaled(counted, rare), rare, names)

    return terms([[stem(word)] for word in known], 0.4), terms([grams(word) for word in known], 0.7)


def telling(stems: Terms) -> Floats:
    """Rarity of the stems that tell what happened, 0 for numbers and short words; shape (terms,)."""
    long = np.array([len(name) >= _TELLING and not name[0].isdigit() for name in stems.names], dtype=bool)
    return np.where(long, stems.rarity, 0.0)


def _numbered(of_type: list[list[str]], names: list[str]) -> Rows:
    """For each type of token, the numbers of its terms."""
    number = {name: n for n, name in enumerate(names)}
    first = np.cumsum([0, *map(len, of_type)], dtype=np.int64)
    flat = np.array([number[name] for own in of_type for name in own], dtype=np.int32)
    return Rows(first, flat, np.ones(len(flat)), len(names))


def _count(first: Ints, tokens: Ints, of_type: Rows, tick: Tick) -> Rows:
    """Count terms in every sentence, a block of sentences at a time so that memory stays even."""
    sentences, width = len(first) - 1, of_type.width
    size, term, value = [np.zeros(1, np.int64)], [np.zeros(0, np.int32)], [np.zeros(0)]
    for low, high in blocks(first * 6, BLOCK):
        tick(low / sentences)
        owner, at = of_type.spread(tokens[first[low] : first[high]])
        row = np.repeat(np.arange(high - low), np.diff(first[low : high + 1]))[owner]
        key, count = np.unique(row * width + of_type.term[at], return_counts=True)
        size.append(np.bincount(key // width, minlength=high - low))
        term.append((key % width).astype(np.int32))
        value.append(count.astype(np.float64))
    return Rows(np.concatenate(size).cumsum(), np.concatenate(term), np.concatenate(value), width)


def rarity(counted: Rows, article: Ints) -> Floats:
    """How rare each term is inside the articles that have it.

    Not over all articles: a word is not common because five articles tell the same thing.

    Args:
        counted: Sentences by terms.
        article: Number of the article of each sentence; shape (sentences,).

    Returns:
        `max(.05, 1 + ln((1 + B) / (1 + m)))` with m twice the mean number of sentences that have the term,
        over the articles that have it, and B twice the mean number of sentences of an article;
        shape (terms,).
    """
    of = np.repeat(article, np.diff(counted.first))
    several = int(article[-1]) + 1 if len(article) else 1
    pairs = distinct(counted.term * np.int64(several) + of)
    articles = np.bincount(pairs // several, minlength=counted.width)
    mean = 2 * np.bincount(counted.term, minlength=counted.width) / np.maximum(1, articles)
    whole = 2 * len(article) / max(1, len(np.unique(article)))
    rare: Floats = np.maximum(0.05, 1 + np.log((1 + whole) / (1 + mean)))
    return rare


def weight(count: Floats, rare: Floats) -> Floats:
    """What terms weigh in a sentence, by how often it has them and how rare they are; of one shape."""
    return (1 + np.log(count)) * rare**1.5


def _scaled(counted: Rows, rare: Floats) -> Rows:
    """Weights over the norm of their sentence, softened towards the mean: short sentences gain less."""
    scaled = weight(counted.value, rare[counted.term])
    rows = len(counted.first) - 1
    row = np.repeat(np.arange(rows), np.diff(counted.first))
    norm = np.sqrt(np.bincount(row, scaled * scaled, minlength=rows))
    # Sorted, because a sum of floats depends on the order in which the articles are given.
    soft = 0.9 * norm + 0.1 * (np.sort(norm).sum() / max(1, rows))
    return Rows(counted.first, counted.term, scaled / soft[row], counted.width)

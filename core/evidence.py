"""Sentences -> weighted terms, by which two sentences can be compared.

A sentence is counted as stems (first letters of its words) and as character n-grams, weighted by how rare
they are inside the articles that have them. Terms are numbered in sorted order, so that no sum depends on
hashing or on the order of the articles.

Sources: TF-IDF and cosine are Salton and Buckley, Term-weighting Approaches in Automatic Text Retrieval
(1988); the softened norm follows Singhal, Buckley and Mitra, Pivoted Document Length Normalization (1996);
character n-grams across word forms McNamee and Mayfield, Character N-Gram Tokenization (2004).
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain, count, pairwise

import numpy as np
from numpy.typing import NDArray

from core.frozen import frozen
from core.progress import Tick, dict_ticked, let_go, silent, sorted_ticked, ticked
from core.sparse import (
    BLOCK,
    MOST,
    Floats,
    Ints,
    Rows,
    blocks,
    counted,
    damped,
    distinct,
    joined,
    spread,
    tally,
)
from core.terms import grams, is_word, parts, spelled, stem, tells, tokens_of

_FEW = 3
"""Sentences of an article under which they do not tell which words are rare: of 1,581 pairs of passages laid
out one to one, 36 were not linked and 19 are; of as many passages on other things 12 were and 7 are."""
_SHORT, _OFTEN, _SELDOM = 4, 0.5, 0.05
"""Letters up to which a word is taken for an article or a preposition; the share of the sentences of any text
that are taken to have such a word; and that for any other word."""


@frozen(eq=False)
class Terms:
    """All sentences by one kind of term."""

    weight: Rows
    """What they weigh: the cosine of two sentences is the sum of the products of their weights."""
    rarity: Floats
    """How rare each term is inside the articles that have it, at least .05; shape (terms,)."""
    names: Sequence[str]
    """The terms, sorted; shape (terms,)."""


def weigh(sentences: Sequence[str], article: Ints, tick: Tick) -> tuple[Terms, Terms]:
    """Count and weight the stems and the character n-grams of all sentences.

    Args:
        sentences: Their texts, article by article.
        article: Number of the article of each, rising; shape (sentences,).
        tick: Told how far it is, 0-1; what it raises stops the work.

    Returns:
        The sentences by stems, and by character n-grams.
    """
    types, first, tokens = _read(sentences, lambda part: tick(0.4 * part))

    few = len(sentences) < _FEW * len(distinct(article))
    spelt = [
        [spelled(token)] if token.isascii() else [spelled(word) for word in parts(token)]
        for token in ticked(types, tick, 0.4, 0.4)
    ]

    def terms(cut: Callable[[str], list[str]], done: float) -> Terms:
        of_type = [
            cut(own[0]) if len(own) == 1 else [term for word in own for term in cut(word)]
            for own in ticked(spelt, tick, done, done + 0.05)
        ]
        counted, names = _counted(first, tokens, of_type, lambda part: tick(done + 0.05 + 0.15 * part))
        tick(done + 0.2)
        rare = rarity(counted, article, _likely(names, types, of_type) if few else 0.0)
        counted = replace(counted, scale=weight(np.ones(len(rare), np.int64), rare))
        return Terms(
            replace(counted, norm=_norm(counted, lambda part: tick(done + 0.2 + 0.1 * part))), rare, names
        )

    return terms(lambda word: [stem(word)], 0.4), terms(grams, 0.7)


def weight(often: Ints, rare: Floats) -> Floats:
    """What terms weigh in a sentence.

    Args:
        often: How often the sentence has each, from 1; shape (terms,).
        rare: How rare each is, as `rarity` gives it; shape (terms,).

    Returns:
        `(1 + ln often) * rare ** 1.5`; shape (terms,).
    """
    return damped(often) * rare**1.5


def telling(stems: Terms, tick: Tick = silent) -> Floats:
    """Rarity of the stems that tell what happened (`core.terms.tells`), 0 for all others; shape (terms,)."""
    told = [tells(name) for name in ticked(stems.names, tick, 0.0, 0.0)]
    return np.where(np.array(told, dtype=bool), stems.rarity, 0.0)


def _read(sentences: Sequence[str], tick: Tick) -> tuple[list[str], Ints, NDArray[np.int32]]:
    """The different tokens of all sentences; where each sentence begins; and its tokens by number."""
    number: dict[str, int] = defaultdict(count().__next__)
    tokens, length = array("i"), [0]
    for sentence in ticked(sentences, tick):
        found = tokens_of(sentence)
        tokens.extend(map(number.__getitem__, found))
        length.append(len(found))
    return list(number), np.cumsum(length, dtype=np.int64), np.array(tokens, dtype=np.int32)


def _counted(
    first: Ints, tokens: NDArray[np.int32], of_type: list[list[str]], tick: Tick
) -> tuple[Rows, list[str]]:
    """Count the terms of every sentence, a block of sentences at a time so that memory stays even.

    Returns:
        The counts, not yet weighted, and the terms, sorted.
    """
    names = _named(of_type, tick)
    number = dict_ticked(names, range(len(names)), tick, 0.0)
    tick(0.0)
    begin = np.cumsum([0, *map(len, of_type)], dtype=np.int64)
    every = chain.from_iterable(ticked(of_type, tick, 0.0, 0.0))
    flat = np.fromiter(map(number.__getitem__, every), np.int64, begin[-1])
    let_go(number, tick, 0.0)
    sentences, width = len(first) - 1, len(names)
    size, term, times = [np.zeros(1, np.int64)], [np.zeros(0, np.uint16)], [np.zeros(0, np.uint8)]
    for low, high in blocks(first * 6, BLOCK):
        tick(low / sentences)
        said = tokens[first[low] : first[high]]
        owner, at = spread(begin[said], begin[said + 1] - begin[said])
        row = np.repeat(np.arange(high - low), np.diff(first[low : high + 1]))[owner]
        key = row * width + flat[at]
        key, often = counted(key.astype(np.min_scalar_type((high - low) * width)))
        row, column = np.divmod(key, width)
        size.append(np.bincount(row, minlength=high - low))
        term.append(column.astype(np.min_scalar_type(width)))
        times.append(np.minimum(often, MOST).astype(np.uint8))
    lines = (np.concatenate(size).cumsum(), joined(term, tick, 0.99), joined(times, tick, 0.99))
    return Rows(*lines, np.ones(width), np.ones(sentences)), names


def _named(of_type: list[list[str]], tick: Tick) -> list[str]:
    """The different terms, sorted."""
    known = set(chain.from_iterable(ticked(of_type, tick, 0.0, 0.0)))
    return sorted_ticked(list(known), tick, 0.0)


def rarity(counted: Rows, article: Ints, likely: Floats | float = 0.0) -> Floats:
    """How rare each term is inside the articles that have it.

    Not over all articles: a word is not common because five articles tell the same thing. Articles of one
    sentence or two tell nothing of that; they are counted as if they went on for some sentences.

    Args:
        counted: Sentences by terms.
        article: Number of the article of each sentence, rising; shape (sentences,).
        likely: Share of the sentences of any text that have each term, 0-1; shape (terms,). For short
            articles alone.

    Returns:
        `max(.05, 1 + ln((1 + B) / (1 + m)))` with m twice the mean number of sentences that have the term,
        over the articles that have it, and B twice the mean number of sentences of an article; where B is
        under twice `_FEW`, the sentences that lack are added to B, and the likely ones among them to m;
        shape (terms,).
    """
    having, articles = np.zeros(counted.width, np.int64), np.zeros(counted.width, np.int64)
    ends = np.append(np.flatnonzero(np.diff(article)) + 1, len(article)) if len(article) else article
    for low, high in pairwise(counted.first[np.concatenate(([0], ends))].tolist()):
        own = tally(counted.term[low:high], counted.width)
        having += own
        articles += own > 0
    mean = 2 * having / np.maximum(1, articles)
    whole = 2 * len(article) / max(1, len(ends))
    lacking = max(0.0, 2 * _FEW - whole)
    rare: Floats = np.maximum(0.05, 1 + np.log((1 + whole + lacking) / (1 + mean + lacking * likely)))
    return rare


def _likely(names: Sequence[str], types: Sequence[str], of_type: Sequence[Sequence[str]]) -> Floats:
    """Share of the sentences of any text that have each term, by the length of the words it stands in.

    In every language short words are the common ones: Zipf, The Psycho-Biology of Language (1935).
    """
    likely = dict.fromkeys(names, _SELDOM)
    for word, found in zip(types, of_type, strict=True):
        if len(word) <= _SHORT and is_word(word):
            likely.update(dict.fromkeys(found, _OFTEN))
    return np.array([likely[name] for name in names])


def _norm(rows: Rows, tick: Tick) -> Floats:
    """Lengths of the rows of weights, drawn a tenth towards their mean; shape (sentences,).

    Short sentences then gain less by being short.
    """
    norm = np.zeros(len(rows.norm))
    for low, high in blocks(rows.first, BLOCK):
        tick(low / len(norm))
        weight = rows.weights(slice(rows.first[low], rows.first[high]))
        row = np.repeat(np.arange(high - low), np.diff(rows.first[low : high + 1]))
        norm[low:high] = np.sqrt(np.bincount(row, weight * weight, minlength=high - low))
    # Sorted, because a sum of floats depends on the order in which the articles are given.
    soft: Floats = 0.9 * norm + 0.1 * (np.sort(norm).sum() / max(1, len(norm)))
    return soft

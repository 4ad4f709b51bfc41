"""Sentences -> weighted terms -> how much two sentences share. A first, exact form of the measured recipe."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log, sqrt

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|\w+")
STEM, GRAM = 5, 4


@dataclass(frozen=True, slots=True)
class Terms:
    """One sentence as counted terms."""

    stems: Counter[str]
    """Stem -> count."""
    grams: Counter[str]
    """Character n-gram -> count."""


def terms(text: str) -> Terms:
    """Count the stems and character n-grams of a sentence."""
    stems: Counter[str] = Counter()
    grams: Counter[str] = Counter()
    for token in _TOKEN.findall(text.lower()):
        stems[token if token[0].isdigit() else token[:STEM]] += 1
        spaced = f" {token} "
        grams.update(spaced[i : i + GRAM] for i in range(max(1, len(spaced) - GRAM + 1)))
    return Terms(stems, grams)


def rarity(articles: Sequence[Sequence[Iterable[str]]]) -> dict[str, float]:
    """How rare each term is inside the articles that have it.

    Args:
        articles: For each article, for each sentence, its terms.

    Returns:
        Term -> rarity, at least .05.
    """
    per_article: dict[str, list[int]] = defaultdict(list)
    for article in articles:
        for term, n in Counter(t for sentence in article for t in set(sentence)).items():
            per_article[term].append(n)
    b = 2 * sum(map(len, articles)) / max(1, len(articles))
    return {t: max(0.05, 1 + log((1 + b) / (1 + 2 * sum(n) / len(n)))) for t, n in per_article.items()}


def vectors(counts: Sequence[Counter[str]], rare: dict[str, float]) -> list[dict[str, float]]:
    """Weight the terms of each sentence and scale it by its softened norm."""
    weighted = [{t: (1 + log(c)) * rare[t] ** 1.5 for t, c in one.items()} for one in counts]
    norms = [sqrt(sum(w * w for w in one.values())) for one in weighted]
    mean = sum(norms) / max(1, len(norms))
    return [
        {t: w / (0.9 * norm + 0.1 * mean) for t, w in one.items()}
        for one, norm in zip(weighted, norms, strict=True)
    ]

"""Articles made with a fixed seed, with gold links: Zipf words, edited copies, splits, merges, shuffles."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from random import Random

SIZES = {"M": (12, 60), "L": (2, 5_000), "XL": (100, 100), "XXL": (2, 50_000)}
"""Name -> number of articles, paragraphs of each."""
WORDS, SENTENCES = 16, 5
"""Words of a sentence and sentences of a paragraph, on average: some 80 words."""
_TOLD = 0.6
"""Share of an article's paragraphs that come from the common story; the rest no other article has."""
_EDITS = (0.0, 0.05, 0.15, 0.3)
"""Share of the words that verbatim, light, medium and heavy edits change."""

_ONSETS = (
    "b",
    "bl",
    "br",
    "c",
    "ch",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pl",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "w",
)
Paragraph = list[list[str]]
"""Sentences of words."""
Place = tuple[int, int]
"""Article and paragraph."""


@dataclass(frozen=True, slots=True)
class Made:
    """Articles and which of their paragraphs tell the same."""

    texts: tuple[str, ...]
    """One text for each article, paragraphs apart by blank lines."""
    gold: frozenset[tuple[Place, Place]]
    """Pairs of paragraphs of different articles that come from the same paragraph of the story."""


def make(name: str, seed: int = 2026) -> Made:
    """Make the articles of a size."""
    articles, paragraphs = SIZES[name]
    random = Random(f"{name} {seed}")  # noqa: S311 - not for secrets
    draw = _Words(random, 8_000 + articles * paragraphs // 5)
    told = round(paragraphs * _TOLD)
    # Two articles share all of the story; of many, each tells a part of it.
    story = [draw.paragraph() for _ in range(told if articles == 2 else told * min(articles, 20) // 3)]
    texts: list[str] = []
    told_at: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    for article in range(articles):
        blocks = [(n, draw.edited(story[n])) for n in random.sample(range(len(story)), told)]
        blocks += [(-1, draw.paragraph()) for _ in range(paragraphs - told)]
        random.shuffle(blocks)
        body = _split_and_merged(random, blocks)
        for place, (origins, _) in enumerate(body):
            for origin in origins:
                told_at[origin][article].add(place)
        texts.append("\n\n".join(_text(paragraph) for _, paragraph in body))
    gold = {
        ((i, p), (j, q))
        for origin, places in told_at.items()
        if origin >= 0
        for i, j in combinations(sorted(places), 2)
        for p in places[i]
        for q in places[j]
    }
    return Made(tuple(texts), frozenset(gold))


def _split_and_merged(
    random: Random, blocks: list[tuple[int, Paragraph]]
) -> list[tuple[set[int], Paragraph]]:
    """Cut one paragraph in twenty in two, and join one pair in twenty."""
    body: list[tuple[set[int], Paragraph]] = []
    for origin, paragraph in blocks:
        chance = random.random()
        if chance < 0.05 and len(paragraph) > 3:
            body += [({origin}, paragraph[:2]), ({origin}, paragraph[2:])]
        elif chance < 0.1 and body:
            body[-1] = (body[-1][0] | {origin}, body[-1][1] + paragraph)
        else:
            body.append(({origin}, paragraph))
    return body


def _text(paragraph: Paragraph) -> str:
    return " ".join(" ".join([s[0].capitalize(), *s[1:]]) + "." for s in paragraph)


class _Words:
    """Draws words by Zipf's law, and paragraphs of them."""

    def __init__(self, random: Random, vocabulary: int) -> None:
        self._random = random
        known: dict[str, None] = {}
        while len(known) < vocabulary:
            # Frequent words are short, as in any language.
            syllables = 1 + (len(known) > 80) + (len(known) > 800) + (random.random() < 0.3)
            known["".join(self._syllable() for _ in range(syllables))] = None
        self._known = list(known)
        weights = [1 / (n + 3) for n in range(len(self._known))]
        total = 0.0
        self._cumulated = [total := total + w for w in weights]

    def _syllable(self) -> str:
        onset = self._random.choice(_ONSETS)
        return onset + self._random.choice("aeiouy") + self._random.choice(["", "", "n", "r", "s", "l", "t"])

    def words(self, count: int) -> list[str]:
        return self._random.choices(self._known, cum_weights=self._cumulated, k=count)

    def paragraph(self) -> Paragraph:
        return [
            self.words(self._random.randint(WORDS // 2, WORDS * 3 // 2))
            for _ in range(self._random.randint(SENTENCES - 1, SENTENCES + 1))
        ]

    def edited(self, paragraph: Paragraph) -> Paragraph:
        """A copy with words changed, left out and put in; a heavy edit also shuffles the sentences."""
        share = self._random.choice(_EDITS)
        copy = [self._edited(sentence, share) for sentence in paragraph]
        if share == _EDITS[-1]:
            self._random.shuffle(copy)
        return copy

    def _edited(self, sentence: list[str], share: float) -> list[str]:
        copy: list[str] = []
        for word in sentence:
            chance = self._random.random() / share if share else 1
            if chance >= 1:
                copy.append(word)
            elif chance < 0.5:
                copy += self.words(1)
            elif chance < 0.75:
                copy += [word, *self.words(1)]
        return copy or self.words(1)


def found(
    pairs: set[tuple[Place, Place]], gold: frozenset[tuple[Place, Place]]
) -> tuple[float, float, float]:
    """Precision, recall and F1 of pairs of paragraphs."""
    right = len(pairs & gold)
    precision, recall = right / max(1, len(pairs)), right / max(1, len(gold))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)

"""Evidence -> links: which sentences of different articles tell the same thing.

Untrained lexical alignment. Every pair of sentences that shares a stem is scored by the cosines of its
stems and character n-grams, lifted by the pairs around it, by place and by what is said beside the names,
weighed against its rivals, and gated by how much the two articles have in common. The task and its human
links: Ernst et al., Summary- Source Proposition-level Alignment (2021), and The Power of Summary-Source
Alignments (2024). What each step is worth is measured in docs/decisions/0001-alignment.md.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import product
from typing import NamedTuple

import numpy as np

from core.candidates import Reach, candidates
from core.evidence import Terms, telling, weigh
from core.frozen import frozen
from core.model import Cell, Grounds, Link, Source
from core.order import in_order
from core.progress import Progress, Tick, dict_ticked, still, ticked
from core.sparse import Bools, Floats, Ints, Pairs, begins, distinct, merged, pairs_of, shared

WEAK = 20.0
"""Least score of a pair that is kept: a live threshold stops here, where one pair in five is confirmed."""
_FLOOR = 0.09
"""Least evidence of its own (`Own.value`) that a linked pair has: context may lift a pair but makes none."""
_WORTH = 0.035
"""Evidence of the stems (their cosine, less where little is shared) under which a pair is dropped before its
n-grams are compared."""
_GROUND, _LOOKED = 2_500, 25_000
"""Sure pairs whose ground is walked, and pairs that are looked around, between two ticks: some 30 ms."""
_SURE = 0.25
"""Own evidence from which on the pairs around a pair are looked at even if they share too little to be
found."""
_MASS = 3.0
"""Rarity of all shared stems together at which the evidence counts half: what stops short fragments."""
_SAID = 0.03
"""Exponent by which each unit of shared rarity of long words lifts a pair: much said alike counts more than
one rare name."""
_LIFT = 0.65
"""Exponent by which each unit of evidence around a pair lifts it."""
_AROUND, _BAND, _BESIDE = 4, 2, 0.8
"""Sentences that the neighbourhood reaches, how far off the diagonal, and what a pair with one end in common
counts there."""
_PLACE, _REACH = 0.4, 0.07
"""Share that the same place in both articles adds, and how far apart, in lengths of the article, leaves a
third of that."""
_ORDER, _APART = 0.08, 5.0
"""Exponent by which the same number of sentences before both lifts a pair, and how many sentences more on one
side leave a third of that: reports of any length open with the same points."""
_LONG, _CHANCE = 60, 0.35
"""Sentences of an article past which evidence shrinks, as more of it comes by chance; and the power by
which."""
_IDENTICAL = 4.0
"""Factor of a pair of equal sentences: more than neighbours and place can give, or two lines of a list that
have changed places would be taken for two changed lines."""
_NEAR_BEST = 0.75
"""Share of the lesser of its sentences' best partners that a pair must reach to be kept: a short sentence
need only be near its own best."""
_RIVAL = 0.4
"""Power of the share of its best partners that a pair reaches: what better partners take from it."""
_AS_GOOD = 0.99
"""Share of both sentences' best partners from which a pair is the best of both: 1, but for rounding."""
_COMMON = 0.2
"""Mean, over the sentences of two articles, of the best evidence under which they have little in common."""
_HALF = 0.39
"""Strength of a pair, after all that lifts and lowers it, at which its score is 50: people confirm half."""
_TOLD = 1.2
"""Factor from which on the neighbours, and the place (at most 1.4), are told to the reader as reasons."""


class Aligned(NamedTuple):
    """What the alignment found."""

    links: tuple[Link, ...]
    """The pairs with a score from the threshold on, sorted by the place of the first end, then of the
    second."""
    weak: tuple[Link, ...]
    """The weaker pairs with a score from 20 (`WEAK`) on, sorted likewise."""
    rarity: Mapping[str, float]
    """How rare each stem is inside the articles that have it, at least .05."""


def align(sources: Sequence[Source], threshold: float, progress: Progress) -> Aligned:
    """Link the sentences of different sources that tell the same thing.

    Args:
        sources: Segmented sources with IDs.
        threshold: Least score of a link, 0-100.
        progress: Told ("weigh" or "align", fraction done 0-1) at least every 50 ms or so.

    Returns:
        The links, the weaker pairs, and how rare words are. Both ends of a link are whole sentences.

    Raises:
        Cancelled: `progress` raised it.
    """
    cells: list[Cell] = []
    article: list[int] = []
    for n, source in enumerate(sources):
        for p in ticked(source.paragraphs, partial(progress, "weigh"), 0.0, 0.0):
            cells += [Cell(source.id, p.index, t.start, t.end) for t in p.sentences]
        article += [n] * (len(cells) - len(article))
    where = ticked(list(zip(article, cells, strict=True)), partial(progress, "weigh"), 0.0, 0.0)
    texts = [sources[n].text[c.start : c.end] for n, c in where]
    layout = Layout.of(
        ticked(texts, partial(progress, "weigh"), 0.0, 0.0), np.array(article, dtype=np.int64), len(sources)
    )
    progress("weigh", 0.0)
    stems, grams = weigh(texts, layout.article, partial(progress, "weigh"))
    del texts  # of two books a tenth of all that is held
    pairs = _score(stems, grams, layout, lambda done: progress("align", 0.9 * done))
    made = _links(cells, pairs, lambda done: progress("align", 0.9 + 0.1 * done))
    progress("align", 1.0)
    links = tuple(x for x in made if x.score >= threshold)
    weak = tuple(x for x in made if x.score < threshold)
    progress("align", 1.0)
    rarity = dict_ticked(stems.names, stems.rarity.tolist(), partial(progress, "align"), 1.0)
    progress("align", 1.0)
    return Aligned(links, weak, rarity)


@frozen(eq=False)
class Layout:
    """Where the sentences of all articles stand; they are numbered through, article by article."""

    article: Ints
    """Number of the article of each sentence, rising; shape (sentences,)."""
    size: Ints
    """Sentences of each article; shape (articles,)."""
    nth: Ints
    """How many sentences of its article stand before each; shape (sentences,)."""
    place: Floats
    """Where each sentence stands in its article, 0-1; shape (sentences,)."""
    chance: Floats
    """Factor of a sentence's evidence by the length of its article, 0-1: 1 up to 60; shape (sentences,)."""
    twin: Ints
    """Number of the first sentence of any article with the same words; shape (sentences,)."""

    @classmethod
    def of(cls, texts: Iterable[str], article: Ints, articles: int) -> "Layout":
        """Lay out sentences by the number of their article, rising."""
        first: dict[str, int] = {}
        twin = np.array([first.setdefault(t, n) for n, t in enumerate(texts)], dtype=np.int64)
        size = np.bincount(article, minlength=articles)
        nth = np.arange(len(article)) - (size.cumsum() - size)[article]
        place = (nth + 0.5) / size[article]
        return cls(article, size, nth, place, (_LONG / np.maximum(_LONG, size[article])) ** _CHANCE, twin)


class Scored(NamedTuple):
    """Pairs of sentences and what made their score; every array has the shape (pairs,)."""

    score: Floats
    """The chance in per cent that a reader confirms the pair."""
    a: Ints
    """Number of the sentence of the earlier article."""
    b: Ints
    """Number of the other one."""
    rival_a: Ints
    """Number of the best partner of the first sentence in the other article; often the second."""
    rival_b: Ints
    """Number of the best partner of the second sentence."""
    neighbours: Bools
    """The evidence around the pair lifts it so much that it is told."""
    place: Bools
    """So does the same place in both articles."""
    apart: Bools
    """The two articles have little in common."""


def _links(cells: Sequence[Cell], pairs: Scored, tick: Tick) -> list[Link]:
    """The pairs as links, in order; those with the same grounds share them."""
    made: list[Link] = []
    shared = {(n, p, a): Grounds(n, p, a) for n, p, a in product((False, True), repeat=3)}
    every = list(zip(*(part.tolist() for part in pairs), strict=True))
    for score, a, b, rival_a, rival_b, *told in ticked(every, tick):
        grounds = shared[tuple(told)]
        if (rival_a, rival_b) != (b, a):
            better = [cells[rival] for rival, own in ((rival_a, b), (rival_b, a)) if rival != own]
            grounds = Grounds(grounds.neighbours, grounds.place, grounds.apart, tuple(better))
        made.append(Link(cells[a], cells[b], score, grounds))
    return made


def _score(stems: Terms, grams: Terms, layout: Layout, tick: Tick) -> Scored:
    """Score every pair that shares enough, and keep what is near its best and above the weakest score."""
    pairs = _looked_at(stems, grams, layout, lambda done: tick(0.8 * done))
    strong = pairs.value >= _FLOOR
    around = _around(pairs, strong, layout.article, lambda done: tick(0.8 + 0.1 * done))
    a, b, own, said = pairs.a[strong], pairs.b[strong], pairs.value[strong], pairs.said[strong]
    del pairs  # half of all that is held of them
    tick(0.9)
    place = 1 + _PLACE * np.exp(-np.abs(layout.place[a] - layout.place[b]) / _REACH)
    order = np.exp(-np.abs(layout.nth[a] - layout.nth[b]) / _APART)
    chance = np.minimum(layout.chance[a], layout.chance[b])
    x = own * np.exp(_LIFT * around + _SAID * said + _ORDER * order) * place * chance
    x[layout.twin[a] == layout.twin[b]] *= _IDENTICAL
    best_a, best_b = _rivals(a, b, x, layout, lambda: tick(0.92))
    sure = (x >= _HALF) & (x >= _AS_GOOD * np.sqrt(best_a.value * best_b.value))
    gain = np.exp(in_order(a, b, sure, layout.article, lambda done: tick(0.94 + 0.02 * done)))
    if gain.max(initial=1.0) > 1:
        x *= gain
        best_a, best_b = _rivals(a, b, x, layout, lambda: tick(0.96))
    gate = _gate(a, b, (_plain(a, best_a, layout), _plain(b, best_b, layout)), layout)
    tick(0.98)
    y = x * (x / np.sqrt(best_a.value * best_b.value)) ** _RIVAL * gate
    score = 100 * y * y / (y * y + _HALF**2)
    kept = (x >= _NEAR_BEST * np.minimum(best_a.value, best_b.value)) & (score >= WEAK)
    tick(0.99)
    lifted, near, apart = np.exp(_LIFT * around) >= _TOLD, place * gain >= _TOLD, gate < 1
    rivals = best_a.partner[kept], best_b.partner[kept]
    return Scored(score[kept], a[kept], b[kept], *rivals, lifted[kept], near[kept], apart[kept])


class Own(NamedTuple):
    """Pairs of sentences with the evidence in their own words; every array has the shape (pairs,)."""

    a: Ints
    """The sentence of the earlier article."""
    b: Ints
    """The other one."""
    value: Floats
    """The mean of the two cosines, less where little is shared."""
    said: Floats
    """Rarity of the long words that they share."""


def _looked_at(stems: Terms, grams: Terms, layout: Layout, tick: Tick) -> Own:
    """The pairs that share enough and those around sure ones, in order, with their own evidence."""
    reach = Reach.of(len(layout.article), _WORTH)
    own = partial(_own, (stems, grams), (stems.rarity, telling(stems, tick)))
    likely = candidates(stems.weight, layout.article, reach, lambda done: tick(0.4 * done))
    found = own(reach.least, likely, lambda done: tick(0.4 + 0.4 * done))
    if reach.whole:  # whatever shares enough was found
        return found
    beside = _beside(found, layout, lambda done: tick(0.8 + 0.05 * done))
    more = own(_WORTH, beside, lambda done: tick(0.85 + 0.15 * done))
    # Stable, for that merges two runs that rise already.
    order = np.argsort(np.concatenate([_key(x, layout) for x in (found, more)]), kind="stable")
    tick(1.0)
    return Own(*(np.concatenate(parts)[order] for parts in zip(found, more, strict=True)))


def _key(pairs: Own, layout: Layout) -> Ints:
    """One number for each pair, rising with them; shape (pairs,)."""
    return pairs.a * len(layout.article) + pairs.b


def _own(
    terms: tuple[Terms, Terms], worth: Sequence[Floats], least: float, asked: Sequence[Pairs], tick: Tick
) -> Own:
    """The own evidence of pairs, given in parts; without those whose stems alone do not reach `least`."""
    (stems, grams), found = terms, []
    for n, pairs in enumerate(asked):
        told = still(tick, n / len(asked))
        cosine, mass, said = shared(stems.weight, pairs, worth, told)
        amount = mass / (mass + _MASS)
        kept = cosine * amount >= least
        a, b, amount, said = pairs[0][kept], pairs[1][kept], amount[kept], said[kept]
        cosine = cosine[kept] + shared(grams.weight, (a, b), (), told)[0]
        found.append(Own(a, b, cosine / 2 * amount, said))
    return Own(*(np.concatenate(parts) for parts in zip(*found, strict=True)))


def _beside(found: Own, layout: Layout, tick: Tick) -> list[Pairs]:
    """Pairs around sure ones that were not found: in long articles only context makes them likely."""
    known = _key(found, layout)
    sure, around = np.flatnonzero(found.value >= _SURE), [np.zeros(0, np.int64)]
    for low in range(0, len(sure), _GROUND):
        tick(0.5 * low / len(sure))
        some = sure[low : low + _GROUND]
        around.append(distinct(_ground(known[some], found.a[some], found.b[some], layout)))

    def fresh(near: Ints) -> Ints:
        at = np.minimum(np.searchsorted(known, near), len(known) - 1)
        return near[known[at] != near] if len(known) else near

    every = merged(around, lambda done: tick(0.5 + 0.5 * done))
    return pairs_of(map(fresh, every), len(layout.article))


def _ground(key: Ints, a: Ints, b: Ints, layout: Layout) -> Ints:
    """Numbers of the pairs in the same two articles as some pairs and around them; they repeat."""
    step = np.arange(-_AROUND, _AROUND + 1)

    def inside(sentence: Ints) -> Bools:
        """Whether each step stays in the article of each sentence; shape (sentences, steps)."""
        nth = layout.nth[sentence, None] + step
        return (nth >= 0) & (nth < layout.size[layout.article[sentence], None])

    near = np.abs(step[:, None] - step) <= _AROUND
    keys = key[:, None, None] + (step[:, None] * len(layout.article) + step)
    found: Ints = keys[inside(a)[:, :, None] & inside(b)[:, None] & near]
    return found


def _around(pairs: Own, wanted: Bools, article: Ints, tick: Tick) -> Floats:
    """Evidence of the pairs around the wanted ones in the same two articles, less the farther they are."""
    # Empty places between articles: a neighbour never lies in the next one.
    place = np.arange(len(article)) + _AROUND * article
    width = len(article) + _AROUND * (int(article.max(initial=0)) + 1)
    key = place[pairs.a] * width + place[pairs.b]
    every = key[wanted]
    total = np.zeros(len(every))
    for low in range(0, len(every), _LOOKED):
        tick(low / len(every))
        here = every[low : low + _LOOKED]
        for p, q, weight in _neighbourhood():
            # In twos that change places when the articles do, so that the sum is the same either way.
            one, other = (_at(key, pairs.value, here + step) for step in (p * width + q, q * width + p))
            total[low : low + _LOOKED] += weight * (one + other)
    return total


def _at(key: Ints, own: Floats, there: Ints) -> Floats:
    """The evidence of the pairs with some keys, 0 where there is none; keys rise."""
    found = np.minimum(np.searchsorted(key, there), len(key) - 1)
    return np.where(key[found] == there, own[found], 0.0)


def _neighbourhood() -> Iterator[tuple[int, int, float]]:
    """Steps in the first and in the second article, the first not longer, and what the pair there counts."""
    for p in range(_AROUND + 1):
        for q in range(max(1, p), min(_AROUND, p + _BAND) + 1):
            if p:
                weight = (0.5 if p == q else 1.0) / q
                yield p, q, weight
                yield -p, -q, weight
    yield 0, 1, _BESIDE
    yield 0, -1, _BESIDE


class _Best(NamedTuple):
    """The best pair of each sentence in each other article."""

    value: Floats
    """For each pair, the best value of its sentence; shape (pairs,)."""
    partner: Ints
    """For each pair, the partner that has it, the earlier of two; shape (pairs,)."""
    once: Ints
    """Indices of the best pairs, each once."""


def _rivals(a: Ints, b: Ints, x: Floats, layout: Layout, tick: Callable[[], None]) -> tuple[_Best, _Best]:
    """The best pairs of the first sentences and of the second ones."""
    return _best(a, layout.article[b], x, b, tick), _best(b, layout.article[a], x, a, tick)


def _best(sentence: Ints, other: Ints, x: Floats, partner: Ints, tick: Callable[[], None]) -> _Best:
    """Find the best pair of each sentence in each other article; partners of a sentence rise."""
    group = sentence * (int(other.max(initial=0)) + 1) + other
    order = np.argsort(group, kind="stable")
    tick()
    first = begins(group[order])
    nth, value = np.cumsum(first) - 1, x[order]
    most = np.maximum.reduceat(value, np.flatnonzero(first)) if len(value) else value
    tops = np.flatnonzero(value == most[nth])
    once = order[tops[begins(nth[tops])]]
    of_group = np.empty_like(nth)
    of_group[order] = nth
    return _Best(most[of_group], partner[once][of_group], once)


def _plain(sentence: Ints, best: _Best, layout: Layout) -> tuple[Ints, Floats]:
    """The best pairs, and their values without the factor of equal sentences.

    One quotation that both print makes two articles no more alike.
    """
    once = best.once
    same = layout.twin[sentence[once]] == layout.twin[best.partner[once]]
    return once, np.where(same, best.value[once] / _IDENTICAL, best.value[once])


def _gate(a: Ints, b: Ints, best: Sequence[tuple[Ints, Floats]], layout: Layout) -> Floats:
    """Factor of each pair by how much its two articles have in common, 0-1: 1 unless that is little."""
    articles = len(layout.size)
    first, second = layout.article[a], layout.article[b]
    pair = first * articles + second

    def total(once: Ints, value: Floats) -> Floats:
        return np.bincount(pair[once], value, minlength=articles * articles).astype(np.float64)

    common = total(*best[0]) + total(*best[1])
    mean = common[pair] / (layout.size[first] + layout.size[second])
    gate: Floats = np.sqrt(np.minimum(1.0, mean / _COMMON))
    return gate

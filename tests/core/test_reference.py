"""The scores against a slow and obvious reading of the formula, and the sums against a double loop."""

import re
from collections import Counter
from itertools import combinations
from math import exp, inf, log, sqrt

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from core.align import align
from core.candidates import Reach, _asked, candidates
from core.sparse import Ints, Rows, shared
from tests.core.made import article

WORDS = [
    "ferry",
    "harbour",
    "storm",
    "captain",
    "rescue",
    "night",
    "crew",
    "storms",
    "captains",
    "12",
    "twelve",
    "1.5",
    "1,5",
    "the",
    "a",
]
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(
    lambda w: " ".join(w).capitalize() + "."
)
ARTICLES = st.lists(st.lists(SENTENCE, min_size=1, max_size=7), min_size=2, max_size=4)


def _terms(sentence: str) -> tuple[Counter[str], Counter[str]]:
    found = re.findall(r"\d+(?:[.,:]\d+)*|\w+", sentence.lower())
    tokens = [{"twelve": "12"}.get(t, re.sub("[.,:]", "", t)) for t in found]
    stems = Counter(t if t[0].isdigit() else t[:4] for t in tokens)
    spaced = [f" {t} " for t in tokens]
    grams = Counter(t[i : i + 4] for t in spaced for i in range(max(1, len(t) - 3)))
    return stems, grams


def _rarity(articles: list[list[Counter[str]]]) -> dict[str, float]:
    b = 2 * sum(map(len, articles)) / len(articles)
    lacking = max(0, 6 - b)  # articles of less than three sentences: as if others followed
    rare = {}
    for term in {t for a in articles for s in a for t in s}:
        having = [n for a in articles if (n := sum(term in s for s in a))]
        likely = 0.5 if any(term in terms for w in WORDS if _short(w) for terms in _terms(w)) else 0.05
        m = 2 * sum(having) / len(having) + lacking * likely
        rare[term] = max(0.05, 1 + log((1 + b + lacking) / (1 + m)))
    return rare


def _short(word: str) -> bool:
    return len(word) <= 4 and not word[0].isdigit()


def _cosines(articles: list[list[Counter[str]]]) -> dict[tuple[int, int, int, int], tuple[float, float]]:
    """Cosine and shared rarity of every pair of sentences."""
    rare = _rarity(articles)
    weight = [[{t: (1 + log(c)) * rare[t] ** 1.5 for t, c in s.items()} for s in a] for a in articles]
    norm = [[sqrt(sum(w * w for w in s.values())) for s in a] for a in weight]
    mean = sum(map(sum, norm)) / sum(map(len, norm))
    result = {}
    for i, j in combinations(range(len(articles)), 2):
        for k, x in enumerate(weight[i]):
            for m, y in enumerate(weight[j]):
                product = sum(x[t] * y[t] for t in x.keys() & y.keys())
                scale = (0.9 * norm[i][k] + 0.1 * mean) * (0.9 * norm[j][m] + 0.1 * mean)
                result[i, k, j, m] = product / scale, sum(rare[t] for t in x.keys() & y.keys())
    return result


def _telling(articles: list[list[Counter[str]]]) -> dict[tuple[int, int, int, int], float]:
    """Shared rarity of the long words of every pair of sentences."""
    rare = _rarity(articles)
    return {
        (i, k, j, m): sum(rare[t] for t in x.keys() & y.keys() if len(t) == 4 and not t[0].isdigit())
        for i, j in combinations(range(len(articles)), 2)
        for k, x in enumerate(articles[i])
        for m, y in enumerate(articles[j])
    }


# The pairs around a pair, and what each counts: beside it, and along the diagonal as far as 4 sentences.
STEPS = [(0, 1, 0.8), (1, 0, 0.8), (0, -1, 0.8), (-1, 0, 0.8)] + [
    (s * p, s * q, 1 / max(p, q))
    for s in (1, -1)
    for p in range(1, 5)
    for q in range(1, 5)
    if abs(p - q) <= 2
]


def _bests(here: dict[tuple[int, int], float]) -> tuple[dict[int, float], dict[int, float]]:
    """The value of the best pair of each sentence of the first article, and of the second."""
    return (
        {k: max(x for (p, _), x in here.items() if p == k) for k, _ in here},
        {m: max(x for (_, q), x in here.items() if q == m) for _, m in here},
    )


def _ordered(here: dict[tuple[int, int], float], ends: tuple[int, int]) -> dict[tuple[int, int], float]:
    """The values of the pairs of two articles, lifted where these are versions that keep one order."""
    best_k, best_m = _bests(here)
    sure = [(k, m) for (k, m), x in here.items() if x >= 0.39 and x >= 0.99 * sqrt(best_k[k] * best_m[m])]
    turned = [pair[::-1] for pair in sure]
    either = {p: (_between(p, sure, ends), _between(p[::-1], turned, ends[::-1])) for p in here}
    order = {pair: (one[0] + other[0]) / 4 for pair, (one, other) in either.items()}
    kept = sum(order[pair] for pair in sure) / (len(sure) + 10)
    lift = {p: (one[1] + other[1]) / 2 * max(0, order[p]) for p, (one, other) in either.items()}
    return {pair: x * exp(8 * max(0, kept - 0.4) * lift[pair]) for pair, x in here.items()}


def _between(pair: tuple[int, int], sure: list[tuple[int, int]], ends: tuple[int, int]) -> tuple[int, float]:
    """Of the nearest sure pairs, 1 for each in order and -1 for each crossed; and how near their line."""
    one, other = pair
    before = max((s for s in sure if s[0] < one), default=None)
    after = min((s for s in sure if s[0] > one), default=None)
    signs = [s * ((other > at[1]) - (other < at[1])) for s, at in ((1, before), (-1, after)) if at]
    (x, y), (x1, y1) = before or (-1, -1), after or ends
    return sum(signs), exp(-abs(other - y - (one - x) * (y1 - y) / (x1 - x)) / 3)


def reference(texts: list[list[str]]) -> dict[tuple[int, int, int, int], float]:
    """(article, sentence, later article, sentence) -> score, of what is near its best and not under 20."""
    counted = [[_terms(s) for s in a] for a in texts]
    stems = _cosines([[s for s, _ in a] for a in counted])
    grams = _cosines([[g for _, g in a] for a in counted])
    amount = {p: mass / (mass + 3) for p, (_, mass) in stems.items()}
    own = {
        p: (cosine + grams[p][0]) / 2 * amount[p]
        for p, (cosine, _) in stems.items()
        if cosine * amount[p] >= 0.035
    }
    telling = _telling([[s for s, _ in a] for a in counted])
    whole = {}
    for (i, k, j, m), d in own.items():
        if d < 0.09:
            continue
        n, o = len(texts[i]), len(texts[j])
        around = sum(own.get((i, k + p, j, m + q), 0) * w for p, q, w in STEPS)
        x = d * exp(0.65 * around + 0.03 * telling[i, k, j, m] + 0.08 * exp(-abs(k - m) / 5))
        x *= 1 + 0.4 * exp(-abs((k + 0.5) / n - (m + 0.5) / o) / 0.07)
        x *= 4 if texts[i][k] == texts[j][m] else 1
        whole[i, k, j, m] = x * (60 / max(60, n, o)) ** 0.35
    found = {}
    for i, j in combinations(range(len(texts)), 2):
        here = {(k, m): x for (p, k, q, m), x in whole.items() if (p, q) == (i, j)}
        here = _ordered(here, (len(texts[i]), len(texts[j])))
        best_k, best_m = _bests(here)
        # Articles are alike by more than the same words once.
        bests = (
            [p for p, x in here.items() if x == best_k[p[0]]],
            [p for p, x in here.items() if x == best_m[p[1]]],
        )
        plain = {(k, m): x / 4 if texts[i][k] == texts[j][m] else x for (k, m), x in here.items()}
        alike = sum({k: plain[k, m] for k, m in bests[0]}.values())
        alike += sum({m: plain[k, m] for k, m in bests[1]}.values())
        common = alike / (len(texts[i]) + len(texts[j]))
        for (k, m), x in here.items():
            y = x * (x / sqrt(best_k[k] * best_m[m])) ** 0.4 * sqrt(min(1, common / 0.2))
            score = 100 * y * y / (y * y + 0.39**2)
            if x >= 0.75 * min(best_k[k], best_m[m]) - 1e-12 and score >= 20:
                found[i, k, j, m] = score
    return found


TOPICS = [
    "anchor",
    "bridge",
    "compass",
    "deck",
    "engine",
    "funnel",
    "galley",
    "hull",
    "island",
    "jetty",
    "keel",
]
"""What the sentences of a text are about, one each."""


@st.composite
def versions(draw: st.DrawFn) -> list[list[str]]:
    """Two texts that tell nearly the same points in nearly the same order, each in words of its own."""
    texts = []
    for _ in range(2):
        left_out = draw(st.sets(st.sampled_from(TOPICS), max_size=2))
        said = [t for t in TOPICS if t not in left_out]
        said.insert(draw(st.integers(0, 8)), said.pop(draw(st.integers(0, 8))))
        own = st.lists(st.sampled_from(WORDS), max_size=3)
        texts.append([" ".join([t, t + "s", *draw(own)]).capitalize() + "." for t in said])
    return texts


@settings(max_examples=60, deadline=None)
@given(ARTICLES)
def test_scores_are_the_formula(texts: list[list[str]]) -> None:
    _holds(texts)


@settings(max_examples=30, deadline=None)
@given(versions())
def test_scores_of_versions_are_the_formula(texts: list[list[str]]) -> None:
    _holds(texts)


def _holds(texts: list[list[str]]) -> None:
    """Compare the program with the formula."""
    sources = [article(n, a) for n, a in enumerate(texts)]
    links, weak, _ = align(sources, 33, lambda *_: None)
    place = {(s.id, p.start): (n, k) for n, s in enumerate(sources) for k, p in enumerate(s.paragraphs)}
    found = {(*place[x.a.source, x.a.start], *place[x.b.source, x.b.start]): x.score for x in (*links, *weak)}
    expected = reference(texts)
    clear = {pair for pair, score in expected.items() if abs(score - 20) > 1e-6}
    assert clear <= found.keys() <= expected.keys()
    assert all(abs(found[pair] - expected[pair]) < 1e-6 for pair in found)


ROWS = st.lists(st.dictionaries(st.integers(0, 11), st.integers(1, 9), max_size=6), min_size=2, max_size=9)
SCALE = [0.1 + t / 8 for t in range(12)]


def _rows(given: list[dict[int, int]]) -> Rows:
    rising = [sorted(row.items()) for row in given]
    return Rows(
        np.cumsum([0, *map(len, rising)]),
        np.array([t for row in rising for t, _ in row], dtype=np.uint16),
        np.array([n for row in rising for _, n in row], dtype=np.uint8),
        np.array(SCALE),
        np.arange(1.0, 1.0 + len(given)),
    )


def _candidates(given: list[dict[int, int]], article: Ints, most: float) -> list[tuple[int, int]]:
    """The pairs with a cosine of .03, for each row some of each article at most."""
    parts = candidates(_rows(given), article, Reach(0.03, most, inf), lambda _: None)
    return [pair for a, b in parts for pair in zip(a.tolist(), b.tolist(), strict=True)]


def _product(given: list[dict[int, int]], p: int, q: int) -> float:
    """The sum over the terms of two rows of the products of their weights."""
    return sum(
        SCALE[t] ** 2 * (1 + log(given[p][t])) * (1 + log(given[q][t])) / (1 + p) / (1 + q)
        for t in given[p].keys() & given[q].keys()
    )


@settings(deadline=None)
@given(ROWS, st.data())
def test_what_rows_share_is_summed_over_their_terms(given: list[dict[int, int]], data: st.DataObject) -> None:
    rows = _rows(given)
    index = st.integers(0, len(given) - 1)
    pairs = sorted(data.draw(st.lists(st.tuples(index, index), max_size=12)))
    a, b = np.array([p for p, _ in pairs], dtype=np.int64), np.array([q for _, q in pairs], dtype=np.int64)
    worth = np.arange(12, dtype=np.float64) + 0.5
    products, sums = shared(rows, (a, b), (worth,), lambda _: None)
    assert np.allclose(products, [_product(given, p, q) for p, q in pairs])
    assert np.allclose(sums, [sum(worth[t] for t in given[p].keys() & given[q].keys()) for p, q in pairs])


@settings(deadline=None)
@given(ROWS, st.data())
def test_candidates_are_all_pairs_that_share_evidence(
    given: list[dict[int, int]], data: st.DataObject
) -> None:
    drawn = sorted(data.draw(st.lists(st.integers(0, 3), min_size=len(given), max_size=len(given))))
    article = np.array(drawn, dtype=np.int64)
    found = _candidates(given, article, 20.0)
    every = [(p, q) for p, q in combinations(range(len(given)), 2) if drawn[p] < drawn[q]]
    assert [x for x in every if _product(given, *x) > 0.03 + 1e-9] == [
        x for x in found if _product(given, *x) > 0.03 + 1e-9
    ]
    assert all(_product(given, *x) > 0.03 - 1e-9 for x in found)
    assert set(found) <= set(every)


@settings(deadline=None)
@given(ROWS, st.integers(1, 3))
def test_each_row_keeps_its_likeliest_partners(given: list[dict[int, int]], most: int) -> None:
    article = np.array([n % 2 for n in range(len(given))]).cumsum() // 2
    found = set(_candidates(given, article, most))
    for p, q in combinations(range(len(given)), 2):
        if article[p] == article[q] or _product(given, p, q) < 0.03 + 1e-9:
            continue
        better = [
            sum(article[x] == article[other] and _product(given, x, own) > product - 1e-9 for x in rest)
            for own, other, rest in ((p, q, range(len(given))), (q, p, range(len(given))))
            for product in [_product(given, p, q)]
        ]
        if min(better) <= most:
            assert (p, q) in found


@settings(deadline=None)
@given(ROWS, st.integers(1, 30))
def test_a_row_asks_its_rarest_terms_as_far_as_its_budget_goes(
    given: list[dict[int, int]], budget: int
) -> None:
    rows = _rows(given)
    often = np.bincount(rows.term, minlength=12)
    asked = [(row, term) for part in _asked(rows, often, budget) for row, term, _ in zip(*part, strict=True)]
    assert [row for row, _ in asked] == sorted(row for row, _ in asked)
    chosen = set(asked)
    for row in range(len(given)):
        entries = range(int(rows.first[row]), int(rows.first[row + 1]))
        rarest = sorted(entries, key=lambda e: (often[rows.term[e]], rows.term[e]))
        spent = 0
        for entry in rarest:
            spent += int(often[rows.term[entry]])
            assert ((row, rows.term[entry]) in chosen) == (spent <= budget)

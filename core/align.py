"""Evidence -> links. A first, exact form of the measured recipe."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations
from math import exp, sqrt

from rapidfuzz import fuzz

from core.evidence import Terms, rarity, terms, vectors
from core.model import Cell, Evidence, Link, Source, Wording

Progress = Callable[[str, float], None]
"""Told (stage, fraction done 0-1); raises `Cancelled` to stop."""


def align(
    sources: Sequence[Source], threshold: float, progress: Progress
) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Link the sentences of different sources that tell the same thing.

    Args:
        sources: Segmented sources with IDs.
        threshold: Least score of a link.
        progress: Told how far it is.

    Returns:
        The links, and the pairs under the threshold.
    """
    cells = [
        [Cell(s.id, p.index, t.start, t.end) for p in s.paragraphs for t in p.sentences] for s in sources
    ]
    counted = [[terms(s.text[c.start : c.end]) for c in own] for s, own in zip(sources, cells, strict=True)]
    stem_rare = rarity([[t.stems for t in a] for a in counted])
    gram_rare = rarity([[t.grams for t in a] for a in counted])
    flat = [t for a in counted for t in a]
    stem_vectors = vectors([t.stems for t in flat], stem_rare)
    gram_vectors = vectors([t.grams for t in flat], gram_rare)
    first, at = [], 0
    for own in cells:
        first.append(at)
        at += len(own)
    links, weak = [], []
    pairs = list(combinations(range(len(sources)), 2))
    for done, (i, j) in enumerate(pairs):
        progress("align", done / len(pairs))
        scored = _pair(first[i], cells[i], first[j], cells[j], flat, stem_vectors, gram_vectors, stem_rare)
        for k, m, score in scored:
            a, b = cells[i][k], cells[j][m]
            ta, tb = sources[i].text[a.start : a.end], sources[j].text[b.start : b.end]
            link = Link(a, b, score, wording(ta, tb), Evidence())
            (links if score >= threshold else weak).append(link)
    return tuple(links), tuple(weak)


def wording(a: str, b: str) -> Wording:
    """How alike two texts are worded."""
    alike = fuzz.token_sort_ratio(a.lower(), b.lower())
    return Wording.SAME if alike >= 97 else Wording.NEAR if alike >= 75 else Wording.REWORDED


def _pair(
    fa: int,
    ca: Sequence[Cell],
    fb: int,
    cb: Sequence[Cell],
    flat: Sequence[Terms],
    sv: Sequence[dict[str, float]],
    gv: Sequence[dict[str, float]],
    rare: dict[str, float],
) -> list[tuple[int, int, float]]:
    na, nb = len(ca), len(cb)
    own = {}
    for k in range(na):
        for m in range(nb):
            shared = flat[fa + k].stems.keys() & flat[fb + m].stems.keys()
            if not shared:
                continue
            mass = sum(rare[t] for t in sorted(shared))
            x, y = sv[fa + k], sv[fb + m]
            cs = sum(x[t] * y[t] for t in sorted(shared))
            x, y = gv[fa + k], gv[fb + m]
            cg = sum(x[t] * y[t] for t in sorted(x.keys() & y.keys()))
            own[k, m] = (cs + cg) / 2 * mass / (mass + 4)
    whole = {}
    best_a: dict[int, float] = defaultdict(float)
    best_b: dict[int, float] = defaultdict(float)
    for (k, m), d in own.items():
        if d < 0.07:
            continue
        near = sum(own.get((k + p, m + p), 0) for p in (1, -1)) + 0.5 * sum(
            own.get((k + p, m + q), 0) for p, q in ((2, 2), (-2, -2), (2, 1), (1, 2), (-2, -1), (-1, -2))
        )
        x = (d + 0.1 * near) * (1 + 0.4 * exp(-abs((k + 0.5) / na - (m + 0.5) / nb) / 0.07))
        x *= (30 / max(30, na, nb)) ** 0.1
        whole[k, m] = x
        best_a[k], best_b[m] = max(best_a[k], x), max(best_b[m], x)
    rho = (sum(best_a.values()) + sum(best_b.values())) / max(1, na + nb)
    gate = sqrt(min(1, rho / 0.12))
    result = []
    for (k, m), x in sorted(whole.items()):
        if x < 0.8 * min(best_a[k], best_b[m]):
            continue
        y = x * (x / sqrt(best_a[k] * best_b[m])) ** 0.4 * gate
        score = 100 * y * y / (y * y + 0.22**2)
        if score >= 10:
            result.append((k, m, score))
    return result

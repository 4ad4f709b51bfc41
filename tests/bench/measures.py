"""What is measured: the whole comparison, its peers, and the floor under all of them."""

from __future__ import annotations

import difflib
import re
import resource
import time
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.made import Made, Place, found, make

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from core.model import Comparison

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
_SLICE = 1_000
"""Paragraphs of each side that cdist and TF-IDF are measured on where all of them would take minutes."""


def _made(size: str) -> Made:
    if size != "S":
        return make(size)
    texts = [p.read_text(encoding="utf-8") for p in sorted(SEEDS.iterdir()) if p.name != "README.md"]
    return Made(tuple(texts), frozenset())


def _memory() -> float:
    """Most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def compare(size: str) -> dict[str, object]:
    """The whole comparison with findings and the marks of every passage, by stage."""
    from core.marks import passage_marks
    from core.model import Source
    from core.pipeline import compare as run

    made = _made(size)
    sources = [Source.from_text(text, title=str(n)) for n, text in enumerate(made.texts)]
    run(sources[:1])
    before, spent = _memory(), _Stages()
    comparison = run(sources, progress=spent)
    spent("marks", 0.0)
    for passage in comparison.passages:
        passage_marks(comparison, passage)
    spent("", 1.0)
    text = sum(len(t) for t in made.texts) / 1e6
    measured: dict[str, object] = {"cpu": spent.total, **spent.stages}
    measured |= {
        "text_mb": text,
        "memory_mb": _memory() - before,
        "memory_per_text": (_memory() - before) / text,
    }
    return measured | _quality(_linked(comparison), made)


class _Stages:
    """A progress callback that adds up the CPU seconds of every stage."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}
        self._stage, self._since = "", time.process_time()

    def __call__(self, stage: str, _: float) -> None:
        now = time.process_time()
        if self._stage:
            self.stages[self._stage] = self.stages.get(self._stage, 0.0) + now - self._since
        self._stage, self._since = stage, now

    @property
    def total(self) -> float:
        return sum(self.stages.values())


def _linked(comparison: Comparison) -> set[tuple[Place, Place]]:
    from core.model import source_index

    return {
        ((source_index(x.a.source), x.a.paragraph), (source_index(x.b.source), x.b.paragraph))
        for x in comparison.links
    }


def _quality(pairs: set[tuple[Place, Place]], made: Made) -> dict[str, object]:
    if not made.gold:
        return {"pairs": len(pairs)}
    precision, recall, f1 = found(pairs, made.gold)
    return {"precision": precision, "recall": recall, "f1": f1}


def _paragraphs(made: Made) -> list[list[str]]:
    return [[p for p in text.split("\n\n") if p.strip()] for text in made.texts]


def _pairs(made: Made) -> Iterable[tuple[tuple[int, list[str]], tuple[int, list[str]]]]:
    return combinations(enumerate(_paragraphs(made)), 2)


def cdist(size: str) -> dict[str, object]:
    """rapidfuzz.process.cdist with token_set_ratio over all pairs of paragraphs, on one core."""
    import numpy as np
    from rapidfuzz import fuzz, process

    made = _made(size)
    whole = sum(len(a) * len(b) for (_, a), (_, b) in _pairs(made))
    done, scored, began = 0, [], time.process_time()
    for (i, a), (j, b) in _pairs(made):
        if done > _SLICE * _SLICE:
            break
        left, right = a[:_SLICE], b[:_SLICE]
        scores = process.cdist(left, right, scorer=fuzz.token_set_ratio, dtype=np.uint8, workers=1)
        done += len(left) * len(right)
        scored.append((i, j, scores))
    seconds = (time.process_time() - began) * whole / done
    measured: dict[str, object] = {"cpu": seconds, "extrapolated_from_share": done / whole}
    if done == whole and made.gold:
        measured |= _best_threshold(scored, made, range(40, 100, 5))
    return measured


def tfidf(size: str) -> dict[str, object]:
    """scikit-learn's TF-IDF over paragraphs and the sparse product of every pair of articles, in blocks."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    made = _made(size)
    began = time.process_time()
    articles = _paragraphs(made)
    matrix = TfidfVectorizer(sublinear_tf=True).fit_transform([p for a in articles for p in a]).tocsr()
    ends = [0]
    for article in articles:
        ends.append(ends[-1] + len(article))
    parts = [matrix[low:high] for low, high in pairwise(ends)]
    kept: dict[tuple[Place, Place], float] = {}
    for i, j in combinations(range(len(parts)), 2):
        for low in range(0, parts[i].shape[0], 500):
            product = (parts[i][low : low + 500] @ parts[j].T).tocoo()
            strong = product.data >= 0.1
            rows, columns = product.row[strong] + low, product.col[strong]
            for p, q, score in zip(
                rows.tolist(), columns.tolist(), product.data[strong].tolist(), strict=True
            ):
                kept[(i, p), (j, q)] = score
    measured: dict[str, object] = {"cpu": time.process_time() - began}
    if made.gold:
        tried = ({pair for pair, score in kept.items() if score >= t / 100} for t in range(10, 70, 5))
        measured |= max((_quality(pairs, made) for pairs in tried), key=lambda q: str(q["f1"]))
    return measured


def _best_threshold(scored: Sequence[tuple[int, int, object]], made: Made, tried: range) -> dict[str, object]:
    import numpy as np

    best: dict[str, object] = {"f1": 0.0}
    for threshold in tried:
        pairs = {
            ((i, int(p)), (j, int(q)))
            for i, j, scores in scored
            for p, q in zip(*np.nonzero(np.asarray(scores) >= threshold), strict=True)
        }
        best = max(best, _quality(pairs, made), key=lambda q: str(q["f1"]))
    return best


def difflib_ratio(size: str) -> dict[str, object]:
    """The standard library's difflib over all pairs of paragraphs."""
    made = _made(size)
    began = time.process_time()
    for (_, a), (_, b) in _pairs(made):
        matcher = difflib.SequenceMatcher(autojunk=False)
        for right in b:
            matcher.set_seq2(right)
            for left in a:
                matcher.set_seq1(left)
                matcher.ratio()
    return {"cpu": time.process_time() - began}


def floor(size: str) -> dict[str, object]:
    """One pass of re.findall over the text: what reading the words alone costs."""
    text = "\n\n".join(_made(size).texts)
    began = time.process_time()
    re.findall(r"\w+", text)
    return {"cpu": time.process_time() - began}


MEASURES: dict[str, Callable[[str], dict[str, object]]] = {
    "compare": compare,
    "cdist": cdist,
    "tfidf": tfidf,
    "difflib": difflib_ratio,
    "findall": floor,
}
"""Name -> what measures it for a size."""

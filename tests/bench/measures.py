"""What is measured: the whole comparison, its peers, and the floor under all of them."""

from __future__ import annotations

import difflib
import json
import re
import resource
import time
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, cast

from tests.bench.made import SIZES, Made, Place, found, make

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from core.model import Comparison
    from core.progress import Progress
    from core.sparse import Floats

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
_OTHERS, _MOST = Path(__file__).resolve().parents[1] / "pairs" / "tune.jsonl", 40
"""Pairs of short texts on other events, and how many of them make two articles to compare before."""
_SLICE = 1_400
"""Paragraphs that cdist is measured on, the first of each article, where all of them would take minutes."""
_TOP, _ROWS = 3, 100
"""Partners of a paragraph in each other article that TF-IDF keeps, and paragraphs in one product."""
_SMALL, _RUNS = 0.1, 5
"""Megabytes up to which cdist is run beside a comparison: cores are half as fast at one time as at another;
and how often."""
_WARM = 2_000
"""Characters that are compared before the clock starts, so that imports do not count."""


def store(size: str, folder: Path) -> None:
    """Make the articles of a size in a process of its own: what making them takes is in no measurement."""
    made = _made(size)
    for n, text in enumerate(made.texts):
        (folder / f"{n:03}.txt").write_text(text, encoding="utf-8")
    (folder / "gold.json").write_text(json.dumps(sorted(made.gold)), encoding="utf-8")


def _made(size: str) -> Made:
    if size in SIZES:
        return make(size)
    articles = SEEDS if size == "S" else Path(size)
    texts = [p.read_text(encoding="utf-8") for p in sorted(articles.iterdir()) if p.name != "README.md"]
    return Made(tuple(texts), frozenset())


def _texts(folder: Path) -> list[str]:
    return [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt"))]


def _gold(folder: Path) -> frozenset[tuple[Place, Place]]:
    pairs = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return frozenset(((i, p), (j, q)) for (i, p), (j, q) in pairs)


def _memory() -> float:
    """Most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def compare(folder: Path) -> dict[str, object]:
    """The whole comparison with findings and the marks of every passage, by stage: the first of a process."""
    return _compared(folder, [_texts(folder)[0][:_WARM]])


def compare_loaded(folder: Path) -> dict[str, object]:
    """The same in a process that has compared two articles on other events before, one of them Markdown.

    Then every module is imported and every list of words is read; of these articles nothing is known.
    """
    lines = _OTHERS.read_text(encoding="utf-8").splitlines()[:_MOST]
    pairs = [json.loads(line) for line in lines]
    one, other = ("\n\n".join(pair[side] for pair in pairs) for side in "ab")
    return _compared(folder, [f"# In brief\n\n{one}\n\n## More\n\n- One\n- Two", other])


def _run(texts: list[str], spent: Progress) -> Comparison:
    from core.marks import passage_marks
    from core.model import Source
    from core.pipeline import compare as run

    sources = [Source.from_text(text, title=str(n)) for n, text in enumerate(texts)]
    spent("", 0.0)
    comparison = run(sources, progress=spent)
    spent("marks", 0.0)
    for passage in comparison.passages:
        passage_marks(comparison, passage)
    spent("", 1.0)
    return comparison


def _compared(folder: Path, earlier: list[str]) -> dict[str, object]:
    """Measure a comparison after one of other texts; where cdist takes no time, against one right behind."""
    texts = _texts(folder)
    _run(earlier, Stages())
    before, spent = _memory(), Stages()
    comparison = _run(texts, spent)
    size, most = sum(map(len, texts)) / 1e6, _memory() - before
    measured: dict[str, object] = {"cpu": spent.total, **spent.stages}
    measured |= {"text_mb": size, "memory_mb": most, "memory_per_text": most / size}
    measured["judge_per_align"] = spent.stages["judge"] / (spent.stages["weigh"] + spent.stages["align"])
    if size < _SMALL:
        measured["per_cdist"] = spent.total / median(
            cast("float", cdist(folder)["cpu"]) for _ in range(_RUNS)
        )
    return (
        measured
        | {"longest_gap": max(gap for stage, gap in spent.gaps.items() if stage != "marks")}
        | _quality(_linked(comparison), _gold(folder))
    )


class Stages:
    """A progress callback that adds up the CPU seconds of every stage."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}
        self.gaps: dict[str, float] = {}
        """Longest time between two calls of each stage: how long a cancelled comparison may run on."""
        self._stage, self._since = "", time.process_time()

    def __call__(self, stage: str, _: float) -> None:
        now = time.process_time()
        if self._stage:
            self.stages[self._stage] = self.stages.get(self._stage, 0.0) + now - self._since
            self.gaps[self._stage] = max(self.gaps.get(self._stage, 0.0), now - self._since)
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


def _quality(pairs: set[tuple[Place, Place]], gold: frozenset[tuple[Place, Place]]) -> dict[str, object]:
    if not gold:
        return {"pairs": len(pairs)}
    precision, recall, f1 = found(pairs, gold)
    return {"precision": precision, "recall": recall, "f1": f1}


Scored = dict[tuple["Place", "Place"], float]
"""Pairs of paragraphs -> likeness, 0-1."""


def _at_best(scored: Scored, gold: frozenset[tuple[Place, Place]]) -> dict[str, object]:
    """Quality at the threshold that suits the size best."""
    tried = ({pair for pair, score in scored.items() if score >= t / 100} for t in range(10, 100, 5))
    return max((_quality(pairs, gold) for pairs in tried), key=lambda q: str(q.get("f1")))


def _paragraphs(folder: Path) -> list[list[str]]:
    """The paragraphs of each article that a comparison has: a Markdown list is one for each item, not one."""
    from core.model import Source
    from core.segment import segment

    sources = [segment(Source.from_text(text)) for text in _texts(folder)]
    return [[source.text[p.start : p.end] for p in source.paragraphs] for source in sources]


def _pairs(folder: Path) -> list[tuple[tuple[int, list[str]], tuple[int, list[str]]]]:
    return list(combinations(enumerate(_paragraphs(folder)), 2))


def cdist(folder: Path) -> dict[str, object]:
    """rapidfuzz.process.cdist with token_set_ratio in one call over all paragraphs, on one core.

    It computes each pair once, also those of one article; `between_articles` is the share of the others.
    """
    import numpy as np
    from rapidfuzz import fuzz, process

    articles, gold, before = _paragraphs(folder), _gold(folder), _memory()
    most = -(-_SLICE // len(articles))
    places = [(i, p) for i, article in enumerate(articles) for p in range(len(article[:most]))]
    taken = [articles[i][p] for i, p in places]
    began = time.process_time()
    scores = process.cdist(taken, taken, scorer=fuzz.token_set_ratio, dtype=np.uint8, workers=1)
    seconds = time.process_time() - began
    near = [(places[x], places[y], scores[x, y]) for x, y in np.argwhere(scores >= 40).tolist()]
    scored = {(x, y): float(score) / 100 for x, y, score in near if x[0] < y[0]}
    inside = frozenset(pair for pair in gold if all(p < most for _, p in pair))
    whole = sum(map(len, articles))
    share = _between(list(map(len, articles)))
    measured: dict[str, object] = {"cpu": seconds * (whole / len(taken)) ** 2}
    measured |= {"measured_share": (len(taken) / whole) ** 2, "between_articles": share}
    return measured | {"memory_mb": _memory() - before} | _at_best(scored, inside)


def _between(sizes: list[int]) -> float:
    """The share of the pairs of paragraphs, each counted once, that are of two articles."""
    return sum(a * b for a, b in combinations(sizes, 2)) / (sum(sizes) * (sum(sizes) + 1) / 2)


def tfidf(folder: Path) -> dict[str, object]:
    """scikit-learn's TF-IDF over paragraphs, the sparse product, the likeliest partners in every article."""
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer

    articles, before, began = _paragraphs(folder), _memory(), time.process_time()
    matrix = TfidfVectorizer(sublinear_tf=True).fit_transform([p for a in articles for p in a]).tocsr()
    ends = np.cumsum([0, *map(len, articles)])
    kept: list[tuple[int, int, int, NDArray[np.intp], Floats]] = []
    for i in range(len(articles) - 1):
        others = matrix[ends[i + 1] :].T.tocsr()
        for low in range(ends[i], ends[i + 1], _ROWS):
            product = (matrix[low : min(low + _ROWS, ends[i + 1])] @ others).toarray()
            for j in range(i + 1, len(articles)):
                scores = product[:, ends[j] - ends[i + 1] : ends[j + 1] - ends[i + 1]]
                top = np.argpartition(scores, -_TOP, axis=1)[:, -_TOP:]
                kept.append((i, j, int(low - ends[i]), top, np.take_along_axis(scores, top, 1)))
    seconds, most = time.process_time() - began, _memory() - before
    scored = {
        ((i, low + row), (j, q)): score
        for i, j, low, top, scores in kept
        for row, (own, of) in enumerate(zip(top.tolist(), scores.tolist(), strict=True))
        for q, score in zip(own, of, strict=True)
        if score >= 0.1
    }
    return {"cpu": seconds, "memory_mb": most} | _at_best(scored, _gold(folder))


def difflib_ratio(folder: Path) -> dict[str, object]:
    """The standard library's difflib over all pairs of paragraphs."""
    began = time.process_time()
    for (_, a), (_, b) in _pairs(folder):
        matcher = difflib.SequenceMatcher(autojunk=False)
        for right in b:
            matcher.set_seq2(right)
            for left in a:
                matcher.set_seq1(left)
                matcher.ratio()
    return {"cpu": time.process_time() - began}


def floor(folder: Path) -> dict[str, object]:
    """One pass of re.findall over the text: what reading the words alone costs."""
    text = "\n\n".join(_texts(folder))
    began = time.process_time()
    re.findall(r"\w+", text)
    return {"cpu": time.process_time() - began}


MEASURES: dict[str, Callable[[Path], dict[str, object]]] = {
    "compare": compare,
    "compare, loaded": compare_loaded,
    "cdist": cdist,
    "tfidf": tfidf,
    "difflib": difflib_ratio,
    "findall": floor,
}
"""Name -> what measures it for a folder of articles."""

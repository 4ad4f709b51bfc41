"""Score the findings on minimal pairs: do they say diverge where, and only where, two passages conflict?

    python tests/pairs/score.py [FILE.jsonl ...] [--list]

Up to 16 pairs of one language make two articles, the second in another order, so that each pair has to
be aligned before it can be judged. A pair is judged diverge when a finding joins a place of one side with
a place of the other; a finding that joins two different pairs is stray.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from bisect import bisect_right
from itertools import accumulate, combinations
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
CHUNK = 16
Pair = dict[str, Any]


class Hit(NamedTuple):
    """A finding on one pair: its kind and, for each side, the characters from and to."""

    kind: str
    a: tuple[int, int]
    b: tuple[int, int]


class Judged(NamedTuple):
    """A pair and what was found on it."""

    pair: Pair
    hits: list[Hit]

    @property
    def is_right(self) -> bool:
        return bool(self.hits) is (self.pair["expect"] == "diverge")


class Score(NamedTuple):
    """Shares from 0 to 1, and a count of stray findings."""

    right: float
    precision: float
    recall: float
    kind: float
    place: float
    stray: int


def load(path: Path) -> list[Pair]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def starts(texts: list[str]) -> list[int]:
    return [0, *accumulate(len(text) + 2 for text in texts)][:-1]


def judge(pairs: list[Pair]) -> tuple[list[Judged], int]:
    """Compare the pairs of one chunk in one call; the second value counts stray findings."""
    from core import Source, compare

    order = list(range(len(pairs)))
    random.Random(7).shuffle(order)  # noqa: S311 - an order, not a secret
    left, right = [p["a"] for p in pairs], [pairs[n]["b"] for n in order]
    result = compare([Source.from_text("\n\n".join(t), title=n) for n, t in (("one", left), ("two", right))])
    begins = {"A": starts(left), "B": starts(right)}
    judged, stray = [Judged(p, []) for p in pairs], 0
    for finding in result.findings:
        for one, other in combinations(finding.readings, 2):
            spans = [(x, y) for x in one.spans for y in other.spans if x.source != y.source]
            for x, y in (sorted(s, key=lambda span: span.source) for s in spans):
                n, m = (bisect_right(begins[s.source], s.start) - 1 for s in (x, y))
                if n != order[m]:
                    stray += 1
                    continue
                a, b = begins["A"][n], begins["B"][m]
                hit = Hit(finding.kind.value, (x.start - a, x.end - a), (y.start - b, y.end - b))
                judged[n].hits.append(hit)
    return judged, stray


def judge_all(pairs: list[Pair]) -> tuple[list[Judged], int]:
    judged: list[Judged] = []
    stray = 0
    for language in sorted({p["lang"] for p in pairs}):
        rows = [p for p in pairs if p["lang"] == language]
        random.Random(3).shuffle(rows)  # noqa: S311
        for at in range(0, len(rows), CHUNK):
            more, strays = judge(rows[at : at + CHUNK])
            judged, stray = judged + more, stray + strays
    return judged, stray


def touches(text: str, part: str, span: tuple[int, int]) -> bool:
    at = text.find(part)
    return at < span[1] and span[0] < at + len(part)


def in_place(pair: Pair, hit: Hit) -> bool:
    wanted = pair["findings"]
    return any(touches(pair["a"], f["a"], hit.a) and touches(pair["b"], f["b"], hit.b) for f in wanted)


def score(judged: list[Judged], stray: int) -> Score:
    called = [j for j in judged if j.hits]
    true = [j for j in called if j.is_right]
    wanted = sum(j.pair["expect"] == "diverge" for j in judged)
    kinds = sum(any(h.kind == f["kind"] for h in j.hits for f in j.pair["findings"]) for j in true)
    placed = sum(any(in_place(j.pair, h) for h in j.hits) for j in true)
    return Score(
        right=sum(j.is_right for j in judged) / len(judged),
        precision=len(true) / max(1, len(called)),
        recall=len(true) / max(1, wanted),
        kind=kinds / max(1, len(true)),
        place=placed / max(1, len(true)),
        stray=stray,
    )


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("files", nargs="*", type=Path, default=sorted(HERE.glob("*.jsonl")))
    cli.add_argument(
        "--list", action="store_true", help="print the pairs judged wrongly (not for held pairs)"
    )
    given = cli.parse_args()
    for path in given.files:
        judged, stray = judge_all(load(path))
        figures = score(judged, stray)._asdict().items()
        line = "  ".join(f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in figures)
        sys.stdout.write(f"{path.name}: {len(judged)} pairs  {line}\n")
        for j in (j for j in judged if given.list and not j.is_right):
            texts = f"{j.pair['a']} | {j.pair['b']}"
            sys.stdout.write(f"  {j.pair['id']}: expected {j.pair['expect']} | {texts} | {j.hits}\n")


if __name__ == "__main__":
    main()

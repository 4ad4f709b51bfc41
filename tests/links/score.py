"""Score the links of the program against links made by hand, on the articles of seeds/.

    python tests/links/score.py [--by FILE ...] [--list]

sentences.tsv numbers the sentences of the five articles by their first words; a sentence ends where the next
begins or its paragraph ends, so that other segmentations can be scored as well. first.txt and second.txt are
two annotations of all pairs of sentences of different articles by one annotator,
third.txt is another's; `?` marks a pair held loosely.

must: pairs that all the annotations scored by link and hold firm. may: pairs that any of them links.
precision: links of the program that hold a pair of may; recall: pairs of must that a link of the program
holds. agreement: one annotation against another, F1 and Cohen's kappa over all pairs.
"""

from __future__ import annotations

import argparse
import re
import sys
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.model import Cell, Comparison

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parents[1] / "seeds"
FIRST_ANNOTATOR = ("first.txt", "second.txt")
Pair = tuple[str, str]


class Place(NamedTuple):
    """Where a numbered sentence stands in its source, half-open."""

    start: int
    end: int


class Score(NamedTuple):
    """Shares from 0 to 1, then counts."""

    precision: float
    recall: float
    f1: float
    links: int
    must: int
    may: int


@cache
def names() -> dict[str, str]:
    """The first words of each numbered sentence."""
    lines = (HERE / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


def annotation(name: str) -> dict[Pair, bool]:
    """The pairs of one annotation, and whether they are held firm."""
    pairs = {}
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        left, rights = line.split(":")
        for right in rights.split():
            pairs[order(left, right.rstrip("?"))] = not right.endswith("?")
    return pairs


def order(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def places(texts: dict[str, str]) -> dict[str, Place]:
    """Find the numbered sentences in the articles."""
    starts: dict[str, list[tuple[int, str]]] = {source: [(0, "")] for source in texts}
    for name, words in names().items():
        so_far = starts[name[0]]
        so_far.append((texts[name[0]].index(words, so_far[-1][0]), name))
    found = {}
    for source, text in texts.items():
        rows = [*starts[source][1:], (len(text), "")]
        for (start, name), (following, _) in pairwise(rows):
            gap = re.compile(r"\n\s*\n").search(text, start)
            found[name] = Place(start, min(following, gap.start() if gap else following))
    return found


def named(cell: Cell, where: dict[str, Place]) -> list[str]:
    """The numbered sentences that a cell holds: those it shares half of the shorter of the two with."""

    def share(place: Place) -> float:
        common = min(cell.end, place.end) - max(cell.start, place.start)
        return common / max(1, min(cell.end - cell.start, place.end - place.start))

    half = 0.5
    return [name for name, place in where.items() if name[0] == cell.source and share(place) >= half]


def linked(comparison: Comparison) -> list[set[Pair]]:
    """For each link of the program, the pairs of numbered sentences it holds."""
    where = places({source.id: source.text for source in comparison.sources})
    return [
        {order(a, b) for a in named(link.a, where) for b in named(link.b, where)} for link in comparison.links
    ]


def must_and_may(by: Sequence[str] = FIRST_ANNOTATOR) -> tuple[set[Pair], set[Pair]]:
    given = [annotation(name) for name in by]
    firm = [{pair for pair, is_firm in pairs.items() if is_firm} for pairs in given]
    return set.intersection(*firm), set().union(*given)


def score(comparison: Comparison, by: Sequence[str] = FIRST_ANNOTATOR) -> Score:
    must, may = must_and_may(by)
    links = linked(comparison)
    right = sum(bool(pairs & may) for pairs in links)
    found = len(must & set().union(*links))
    precision, recall = right / max(1, len(links)), found / len(must)
    f1 = 2 * precision * recall / (precision + recall) if right and found else 0.0
    return Score(precision, recall, f1, len(links), len(must), len(may))


def agreement(left: str, right: str) -> tuple[float, float]:
    """F1 and kappa of two annotations."""
    one, other = set(annotation(left)), set(annotation(right))
    total = sum(a[0] != b[0] for a, b in combinations(names(), 2))
    agreed = len(one & other)
    observed = (total - len(one ^ other)) / total
    chance = (len(one) * len(other) + (total - len(one)) * (total - len(other))) / total**2
    return 2 * agreed / (len(one) + len(other)), (observed - chance) / (1 - chance)


def compared() -> Comparison:
    from core.pipeline import compare
    from core.read import load

    return compare(load([str(SEEDS)]).sources)


def differences(comparison: Comparison, by: Sequence[str] = FIRST_ANNOTATOR) -> list[str]:
    must, may = must_and_may(by)
    links = linked(comparison)
    missed = sorted(must - set().union(*links))
    false = [link for link, pairs in zip(comparison.links, links, strict=True) if not pairs & may]
    lines = [f"missed  {a} {b}  {names()[a]} … | {names()[b]} …" for a, b in missed]
    return lines + [f"false   {comparison.text(x.a)} | {comparison.text(x.b)} ({x.score:.0f})" for x in false]


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--list", action="store_true", help="print what was missed and what is false")
    cli.add_argument(
        "--by", nargs="+", default=FIRST_ANNOTATOR, metavar="FILE", help="the annotations to score by"
    )
    given = cli.parse_args()
    comparison = compared()
    figures = score(comparison, given.by)._asdict().items()
    lines = ["  ".join(f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in figures)]
    for left, right in combinations((*FIRST_ANNOTATOR, "third.txt"), 2):
        f1, kappa = agreement(left, right)
        lines += [f"{left} against {right}: f1 {f1:.3f}  kappa {kappa:.3f}"]
    lines += differences(comparison, given.by) if given.list else []
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()

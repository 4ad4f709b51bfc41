"""A comparison -> every row in the order of a base. No screen here; made in the worker."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from core.model import Comparison, Finding, Paragraph, ParagraphKind, Passage, Wording
from core.ties import SURE
from tui.rows import Listing, Row


class Traits(NamedTuple):
    """What the rows tell of the passages of a comparison besides their text, by the ID of each."""

    findings: Mapping[str, tuple[Finding, ...]]
    """The findings to be seen at it."""
    tied: Container[str]
    """Those that a link joins with another row."""
    wordings: Mapping[str, Wording]
    """How it is worded, when it is of several sources."""
    strengths: Mapping[str, float]
    """How sure it is, when it is of several sources."""


def wordings_of(comparison: Comparison) -> dict[str, Wording]:
    """How the passages of several sources are worded, by ID; those that diverge too."""
    from core.wording import least_alike  # heavy, as in `all_rows`

    several = (p for p in comparison.passages if len(p.cells) > 1)
    return {
        p.id: p.wording or least_alike(combinations([comparison.text(c) for c in p.cells], 2))
        for p in several
    }


def all_rows(comparison: Comparison, traits: Traits, base: str) -> Listing:
    """Every row in the order of a base: the passages, and what was left out at its place.

    A paragraph that was left out follows the passage of the paragraph before it in its own source.

    Args:
        comparison: Whose rows.
        traits: What they tell besides the text.
        base: ID of the source that leads.
    """
    from core.rebase import rebase  # heavy; the first frame does not need it

    passages = comparison.passages if base == comparison.sources[0].id else rebase(comparison, base)
    left_out = _left_out(comparison, passages)
    rows = list(left_out.get(-1, ()))
    for n, passage in enumerate(passages):
        rows.append(_row(passage, traits))
        rows.extend(left_out.get(n, ()))
    return Listing.of(rows)


def _row(passage: Passage, traits: Traits) -> Row:
    key = passage.id
    own, wording = traits.findings.get(key, ()), traits.wordings.get(key)
    weak = traits.strengths.get(key, SURE) < SURE
    return Row(key, passage, own, wording=wording, elsewhere=key in traits.tied, weak=weak)


def _left_out(comparison: Comparison, passages: Sequence[Passage]) -> dict[int, list[Row]]:
    """Rows of the paragraphs that were left out, by the place of the passage they follow (-1 for none)."""
    noise = {
        source.id: [p for p in source.paragraphs if p.kind is ParagraphKind.NOISE]
        for source in comparison.sources
    }
    places: dict[str, list[tuple[int, int]]] = {source: [] for source, own in noise.items() if own}
    for n, passage in enumerate(passages) if places else ():
        for cell in passage.cells:
            if cell.source in places:
                places[cell.source].append((cell.start, n))
    found: defaultdict[int, list[tuple[str, Paragraph]]] = defaultdict(list)
    for source, own in places.items():
        own.sort()
        for paragraph in noise[source]:
            before = bisect_right(own, (paragraph.start, -1)) - 1
            found[own[before][1] if before >= 0 else -1].append((source, paragraph))
    return {
        n: [
            Row(f"{source}¶{p.index + 1}", None, (), source, p, gap=int(last))
            for last, (source, p) in zip([False] * (len(group) - 1) + [True], group, strict=True)
        ]
        for n, group in found.items()
    }

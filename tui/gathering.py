"""A comparison -> every row in the order of a base. No screen here; made in the worker."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from itertools import combinations

from core.model import Comparison, Finding, Paragraph, ParagraphKind, Passage, Wording
from tui.rows import Listing, Row


def wordings_of(comparison: Comparison) -> dict[str, Wording]:
    """How the passages of several sources are worded, by ID; those that diverge too."""
    from core.wording import least_alike  # heavy, as in `all_rows`

    several = (p for p in comparison.passages if len(p.cells) > 1)
    return {
        p.id: p.wording or least_alike(combinations([comparison.text(c) for c in p.cells], 2))
        for p in several
    }


def all_rows(
    comparison: Comparison,
    findings: Mapping[str, tuple[Finding, ...]],
    tied: Container[str],
    base: str,
    wordings: Mapping[str, Wording],
) -> Listing:
    """Every row in the order of a base: the passages, and what was left out at its place.

    A paragraph that was left out follows the passage of the paragraph before it in its own source.

    Args:
        comparison: Whose rows.
        findings: The findings to be seen at each passage, by its ID.
        tied: IDs of the passages that a link joins with another row.
        base: ID of the source that leads.
        wordings: How the passages of several sources are worded, by ID.
    """
    from core.rebase import rebase  # heavy; the first frame does not need it

    passages = comparison.passages if base == comparison.sources[0].id else rebase(comparison, base)
    left_out = _left_out(comparison, passages)
    rows = list(left_out.get(-1, ()))
    for n, passage in enumerate(passages):
        own, wording = findings.get(passage.id, ()), wordings.get(passage.id)
        rows.append(Row(passage.id, passage, own, wording=wording, elsewhere=passage.id in tied))
        rows.extend(left_out.get(n, ()))
    return Listing.of(rows)


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

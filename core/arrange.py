"""Links -> passages: rows with at most one cell for each source. A first form."""

from collections import defaultdict
from collections.abc import Sequence

from core.model import Cell, Link, Passage, Source, Status, source_index


def arrange(sources: Sequence[Source], links: Sequence[Link]) -> tuple[Passage, ...]:
    """Gather linked sentences into rows, and what is left over into rows of one source.

    Args:
        sources: Segmented sources with IDs.
        links: The links between their sentences.

    Returns:
        The passages in the order of the first source, without findings.
    """
    nodes = [Cell(s.id, p.index, t.start, t.end) for s in sources for p in s.paragraphs for t in p.sentences]
    place = {node: n for n, node in enumerate(nodes)}
    group = list(range(len(nodes)))
    members: dict[int, dict[str, list[int]]] = {n: {c.source: [n]} for n, c in enumerate(nodes)}
    for link in sorted(links, key=lambda x: (-x.score, place[x.a], place[x.b])):
        g, h = group[place[link.a]], group[place[link.b]]
        if g == h:
            continue
        merged = {s: sorted(members[g].get(s, []) + members[h].get(s, [])) for s in members[g] | members[h]}
        if all(_run(nodes, run) for run in merged.values()):
            members[g] = merged
            for run in members.pop(h).values():
                for n in run:
                    group[n] = g
    rows = [[run for _, run in sorted(m.items(), key=lambda x: source_index(x[0]))] for m in members.values()]
    rows = _join_lone(nodes, rows)
    return tuple(
        _passage(n, [_cell(nodes, run) for run in row]) for n, row in enumerate(_ordered(nodes, rows))
    )


def _run(nodes: Sequence[Cell], run: Sequence[int]) -> bool:
    return run[-1] - run[0] == len(run) - 1 and nodes[run[0]].paragraph == nodes[run[-1]].paragraph


def _cell(nodes: Sequence[Cell], run: Sequence[int]) -> Cell:
    first, last = nodes[run[0]], nodes[run[-1]]
    return Cell(first.source, first.paragraph, first.start, last.end)


def _join_lone(nodes: Sequence[Cell], rows: list[list[list[int]]]) -> list[list[list[int]]]:
    """Runs of sentences that no other source tells become one row for each paragraph."""
    rows.sort(key=lambda row: row[0][0])
    joined: list[list[list[int]]] = []
    lone: dict[int, int] = {}
    for row in rows:
        if len(row) == 1 and (before := lone.get(row[0][0] - 1)) is not None:
            run = joined[before][0] + row[0]
            if _run(nodes, run):
                joined[before] = [run]
                lone[run[-1]] = before
                continue
        if len(row) == 1:
            lone[row[0][-1]] = len(joined)
        joined.append(row)
    return joined


def _ordered(nodes: Sequence[Cell], rows: list[list[list[int]]]) -> list[list[list[int]]]:
    """Rows by the first source; a row that it lacks stands after the row before it in its own source."""
    by_source: dict[str, list[int]] = defaultdict(list)
    for r, row in enumerate(rows):
        for run in row:
            by_source[nodes[run[0]].source].append(r)
    order: list[int] = []
    for ids in by_source.values():
        last = -1
        for r in sorted(ids, key=lambda r, s=nodes[rows[ids[0]][0][0]].source: 0):  # type: ignore[misc]
            if r in order:
                last = order.index(r)
            else:
                last += 1
                order.insert(last, r)
    return [rows[r] for r in order]


def _passage(number: int, cells: list[Cell]) -> Passage:
    status = Status.AGREE if len(cells) > 1 else Status.ONLY
    return Passage(f"P{number + 1}", tuple(cells), status, None)

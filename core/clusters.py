"""Sources so alike that they are one wire text."""

from collections.abc import Iterable, Sequence

Groups = Sequence[Sequence[str]]
"""IDs of sources that are one wire text, in groups."""
COPIED = 0.8
"""Share of wording from which one source counts as a copy of another, or as a shortened one.

Five reports written apart share up to .06 of their words, rewritings of one wire text up to .70, copies and
shortened ones from .86.
"""


def clusters(ids: Sequence[str], shared: Sequence[Sequence[float]]) -> tuple[tuple[str, ...], ...]:
    """Gather the sources that are one wire text.

    Args:
        ids: IDs of sources.
        shared: Entry i, j is the share of the words of source i that source j has too, 0 to 1.

    Returns:
        The groups of two or more, each joined by copies (single linkage): a text and two halves of it are one
        group, though the halves share nothing. The first sources first; no source is in two groups.
    """
    places = range(len(ids))
    group = list(places)
    for i in places:
        for j in range(i):
            if group[i] != group[j] and max(shared[i][j], shared[j][i]) >= COPIED:
                kept, gone = sorted((group[i], group[j]))
                group = [kept if n == gone else n for n in group]
    found = {n: tuple(ids[place] for place in places if group[place] == n) for n in sorted(set(group))}
    return tuple(members for members in found.values() if len(members) > 1)


def wire_texts(ids: Sequence[str], shared: Sequence[Sequence[float]]) -> tuple[tuple[str, ...], ...]:
    """The groups of sources that are one wire text beside others that are not.

    None where no other source is left, as among two: every passage would say so, and two editions of one
    book are no wire text. The arguments are those of `clusters`.
    """
    return tuple(group for group in clusters(ids, shared) if len(group) < len(ids))


def one_text(sources: Iterable[str], groups: Groups) -> bool:
    """Whether what some sources tell is one wire text alone, and so told once.

    Args:
        sources: IDs of all that tell it.
        groups: Sources that are one wire text, as `wire_texts` gathers them.
    """
    told = frozenset(sources)
    return len(told) > 1 and any(told <= frozenset(group) for group in groups)

"""Cells of a passage -> which words every source has, some have, one alone has.

Words are compared without case and accents by RapidFuzz's Levenshtein opcodes (Hyyrö 2003), pair by pair of
cells: `replace` spans read well, and order is kept, so that a mark never jumps.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import accumulate, combinations

from rapidfuzz.distance import Levenshtein

from core.model import Comparison, Mark, Passage, WordMark
from core.safe import fold

_WORD = re.compile(
    "[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]"  # scripts that set no spaces: one character is a word
    "|\\d+(?:[.,:]\\d+)*"
    "|(?:[^\\W\\d_]|[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u0670\u0900-\u0963\u0970-\u0dff])+"
)
_LEAST = 4
"""Letters that a shared run needs: a lone "the" between changed words tells a reader nothing."""

Marks = tuple[tuple[Mark, ...], ...]
"""For each cell of a passage, its marks."""
Words = list[tuple[int, int, str]]
"""(start, end, folded) of each word of a cell, offsets in its source's text."""


def passage_marks(comparison: Comparison, passage: Passage) -> Marks:
    """Mark the words of a passage; made when asked for, never stored.

    Args:
        comparison: The result the passage belongs to.
        passage: One of its rows.

    Returns:
        For each cell, in order, its marks: rising, half-open, never overlapping, holding whole words, each as
        long as the run of words goes that the same number of sources have. All empty for one source.
    """
    last = len(passage.cells) - 1
    if not last:
        return ((),)
    cells = [_words(comparison.source(c.source).text, c.start, c.end) for c in passage.cells]
    counts = _shared_counts(cells)
    return tuple(_runs(words, count, last) for words, count in zip(cells, counts, strict=True))


def matrix(comparison: Comparison, marks: Mapping[str, Marks] | None = None) -> tuple[tuple[float, ...], ...]:
    """How much wording each pair of sources shares.

    Args:
        comparison: Whose sources.
        marks: For the ID of each passage its marks, where they are made already.

    Returns:
        A square of shares from 0 to 1: entry i, j is the share of the words of source i that lie in passages
        it has in common with source j and are marked shared. A source shares all of its words with itself.
    """
    order = {s.id: n for n, s in enumerate(comparison.sources)}
    totals = [sum(1 for _ in _WORD.finditer(s.text)) for s in comparison.sources]
    shared = [[0] * len(order) for _ in order]
    for passage in comparison.passages:
        if len(passage.cells) < 2:
            continue
        ids = [order[c.source] for c in passage.cells]
        marked = marks[passage.id] if marks else passage_marks(comparison, passage)
        for i, own in zip(ids, marked, strict=True):
            text = comparison.sources[i].text
            n = sum(len(_WORD.findall(text, m.start, m.end)) for m in own if m.mark is WordMark.SHARED)
            for j in ids:
                shared[i][j] += n
    return tuple(
        tuple(1.0 if i == j else n / max(1, totals[i]) for j, n in enumerate(row))
        for i, row in enumerate(shared)
    )


def _words(text: str, start: int, end: int) -> Words:
    found = [(m.start(), m.end(), m.group()) for m in _WORD.finditer(text, start, end)]
    return [(a, b, w.lower() if w.isascii() else fold(w) or w) for a, b, w in found]  # an accent alone


def _shared_counts(cells: Sequence[Words]) -> list[list[int]]:
    """For each word of each cell, how many of the other cells have it too."""
    edges = [[0] * (len(words) + 1) for words in cells]
    number: dict[str, int] = {}
    # Numbers in place of strings: RapidFuzz then hashes no word again for each of the pairs.
    said = [[number.setdefault(w, len(number)) for _, _, w in words] for words in cells]
    telling = [_letters(w) for w in number]
    told = [list(accumulate((telling[n] for n in own), initial=0)) for own in said]
    for i, j in combinations(range(len(cells)), 2):
        same = said[i] == said[j]
        for op in Levenshtein.opcodes(said[i], said[j]):
            if op.tag == "equal" and (same or told[i][op.src_end] - told[i][op.src_start] >= _LEAST):
                edges[i][op.src_start] += 1
                edges[i][op.src_end] -= 1
                edges[j][op.dest_start] += 1
                edges[j][op.dest_end] -= 1
    return [list(accumulate(own[:-1])) for own in edges]


def _letters(word: str) -> int:
    """How much a word tells: its letters; a number or a word of another script tells enough."""
    return _LEAST if word[0].isdigit() or not word[0].isascii() else len(word)


def _runs(words: Words, counts: Sequence[int], last: int) -> tuple[Mark, ...]:
    """Neighbouring words with the same mark as one."""
    marks: list[Mark] = []
    for (start, end, _), n in zip(words, counts, strict=True):
        mark = WordMark.SHARED if n == last else WordMark.PARTIAL if n else WordMark.OWN
        if marks and marks[-1].mark is mark:
            marks[-1] = Mark(marks[-1].start, end, mark)
        else:
            marks.append(Mark(start, end, mark))
    return tuple(marks)

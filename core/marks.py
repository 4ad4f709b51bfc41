"""Cells of a passage -> which words every source has, some have, one alone has.

Words are compared without case and accents by RapidFuzz's Levenshtein opcodes (Hyyrö 2003), pair by pair of
cells: `replace` spans read well, and order is kept, so that a mark never jumps.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations, count, groupby, pairwise

from rapidfuzz.distance import Levenshtein

from core.model import Comparison, Finding, FindingKind, Mark, Passage, Source, Span, WordMark
from core.progress import Tick, silent, still, ticked
from core.safe import fold

_WORD = re.compile(
    "([\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]"  # scripts that set no spaces: one character is a word
    "|\\d+(?:[.,:]\\d+)*"
    "|(?:[^\\W\\d_]++|[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u0670\u0900-\u0963\u0970-\u0dff]++)++)"
)
_ASCII = re.compile(r"([^\W_](?:(?<!\d)[A-Za-z]*+|\d*+(?:[.,:]\d+)*+))", re.ASCII)
"""The same in plain letters, found in half the time."""
_LEAST = 4
"""Letters that a shared run needs: a lone "the" between changed words tells a reader nothing."""
_LONGEST = 10_000
"""Words of a cell that are compared at once: 140,000, a book without a full stop, took 9 s."""
_WORDINGS = 12
"""Readings of a quotation that each place of it is laid on; prose has three at most."""

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


def differing(comparison: Comparison, finding: Finding) -> tuple[Span, ...]:
    """The words by which the readings of a finding differ, rising in each place.

    Args:
        comparison: The result that the finding belongs to.
        finding: One of its findings.

    Returns:
        Of a quotation in several wordings the words that not all of them have, so that a reading which only
        leaves some out may have none; of any other finding, and where nothing but marks differs, all of them.
    """
    held = [(n, span) for n, reading in enumerate(finding.readings) for span in reading.spans]
    if finding.kind is not FindingKind.QUOTE:
        return tuple(span for _, span in held)
    cells = [_words(comparison.source(s.source).text, s.start, s.end) for _, s in held]
    said, told = _numbered(cells)
    first = {n: i for i, (n, _) in reversed(list(enumerate(held))) if n < _WORDINGS}
    found: list[Span] = []
    for i, (n, span) in enumerate(held):
        others = [said[k] for other, k in first.items() if other != n]
        edges = [0] * (len(cells[i]) + 1)
        for a, _, size in (run for o in others for run in _runs_in_common(said[i], o, told[i])):
            edges[a] += 1
            edges[a + size] -= 1
        own = [shared < len(others) for shared in accumulate(edges[:-1])]
        found += (Span(span.source, start, end) for start, end in _stretches(cells[i], own))
    return tuple(found) or tuple(span for _, span in held)


def _stretches(words: Words, own: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Where neighbouring words that are meant begin and end."""
    for meant, run in groupby(zip(words, own, strict=True), key=lambda pair: pair[1]):
        if meant:
            placed = [word for word, _ in run]
            yield placed[0][0], placed[-1][1]


def matrix(comparison: Comparison, tick: Tick = silent) -> tuple[tuple[float, ...], ...]:
    """How much wording each pair of sources shares.

    Only the two of a pair are laid against each other, so that what a third one writes in a passage changes
    nothing; cells of the same words are compared once.

    Args:
        comparison: Whose sources.
        tick: Told how far it is; may raise to stop.

    Returns:
        A square of shares from 0 to 1: entry i, j is the share of the words of source i that source j has
        too in a passage of both, in the same order. A source shares all of its words with itself.
    """
    order = {s.id: n for n, s in enumerate(comparison.sources)}
    totals = [_length(s, still(tick, 0.0)) for s in comparison.sources]
    shared = [[0] * len(order) for _ in order]
    for done, passage in enumerate(comparison.passages):
        tick(done / len(comparison.passages))
        ids = [order[c.source] for c in passage.cells]
        for i, j, n in _in_common(comparison, passage):
            shared[ids[i]][ids[j]] += n
            shared[ids[j]][ids[i]] += n
    return tuple(
        tuple(1.0 if i == j else n / max(1, totals[i]) for j, n in enumerate(row))
        for i, row in enumerate(shared)
    )


def _length(source: Source, tick: Tick) -> int:
    """Words of a source; a sentence begins a new one: "14." ends it, even where figures are glued to it."""
    starts = [sentence.start for paragraph in source.paragraphs for sentence in paragraph.sentences]
    edges = list(pairwise([0, *starts, len(source.text)]))
    return sum(1 for start, end in ticked(edges, tick) for _ in _WORD.finditer(source.text, start, end))


def _in_common(comparison: Comparison, passage: Passage) -> Iterator[tuple[int, int, int]]:
    """How many words each two cells of a passage share: the numbers of both cells, and the words."""
    if len(passage.cells) < 2:
        return
    cells = [_words(comparison.source(c.source).text, c.start, c.end) for c in passage.cells]
    said, told = _numbered(cells)
    known: dict[tuple[tuple[int, ...], tuple[int, ...]], int] = {}
    for i, j in combinations(range(len(said)), 2):
        pair = said[i], said[j]
        if pair not in known:
            n = sum(n for _, _, n in _runs_in_common(*pair, told[i]))
            known[pair] = known[pair[::-1]] = n
        yield i, j, known[pair]


def _words(text: str, start: int, end: int) -> Words:
    said = text[start:end]
    if said.isascii():
        parts = _ASCII.split(said.lower())
        words = parts[1::2]
    else:
        parts = _WORD.split(said)
        words = [w.lower() if w.isascii() else fold(w) or w for w in parts[1::2]]  # an accent alone
    edges = [*accumulate(map(len, parts), initial=start)]
    return [*zip(edges[1:-1:2], edges[2::2], words, strict=True)]


def _shared_counts(cells: Sequence[Words]) -> list[list[int]]:
    """For each word of each cell, how many of the other cells have it too."""
    edges = [[0] * (len(words) + 1) for words in cells]
    said, told = _numbered(cells)
    for i, j in combinations(range(len(cells)), 2):
        for a, b, n in _runs_in_common(said[i], said[j], told[i]):
            edges[i][a] += 1
            edges[i][a + n] -= 1
            edges[j][b] += 1
            edges[j][b + n] -= 1
    return [list(accumulate(own[:-1])) for own in edges]


def _numbered(cells: Sequence[Words]) -> tuple[list[tuple[int, ...]], list[list[int]]]:
    """The words of each cell as numbers, and how much they tell up to each of them.

    Numbers in place of strings: RapidFuzz then hashes no word again for each of the pairs.
    """
    number: dict[str, int] = defaultdict(count().__next__)
    said = [tuple([number[w] for _, _, w in words]) for words in cells]
    telling = [_letters(w) for w in number]
    return said, [list(accumulate(map(telling.__getitem__, own), initial=0)) for own in said]


def _runs_in_common(
    here: tuple[int, ...], there: tuple[int, ...], told: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    """The runs of words that two cells share: where they begin in either, and how many words they are."""
    if here == there:
        yield 0, 0, len(here)
        return
    for a, b, n in _equal(here, there):
        if told[a + n] - told[a] >= _LEAST:
            yield a, b, n


def _equal(a: Sequence[int], b: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Where two rows of words have the same run, and its length; very long rows are compared part by part."""
    parts = max(len(a), len(b)) // _LONGEST + 1
    for n in range(parts):
        left, right = len(a) * n // parts, len(b) * n // parts
        rows = a[left : len(a) * (n + 1) // parts], b[right : len(b) * (n + 1) // parts]
        for here, there, size in Levenshtein.opcodes(*rows).as_matching_blocks()[:-1]:  # an empty one ends
            yield left + here, right + there, size


def _letters(word: str) -> int:
    """How much a word tells: its letters; a number or a word of another script tells enough."""
    return _LEAST if word[0].isdigit() or not word[0].isascii() else len(word)


def _runs(words: Words, counts: Sequence[int], last: int) -> tuple[Mark, ...]:
    """Neighbouring words with the same mark as one."""
    marks, at = [], 0
    kinds = [WordMark.OWN, *[WordMark.PARTIAL] * (last - 1), WordMark.SHARED]
    for mark, run in groupby(map(kinds.__getitem__, counts)):
        end = at + len(list(run))
        marks.append(Mark(words[at][0], words[end - 1][1], mark))
        at = end
    return tuple(marks)

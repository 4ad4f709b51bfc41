"""Words that are one in two texts: forms that begin alike, and what news uses for one thing."""

from functools import cache
from math import ceil

from core.findings.language import lexicon, stems_of

PREFIX, SHARE = 4, 0.6
"""Letters, and share of the longer stem, that two stems must begin with alike to be forms of one word."""


def alike(x: str, y: str) -> bool:
    """Whether two stems begin alike enough to be forms of one word."""
    same = max(PREFIX, ceil(SHARE * max(len(x), len(y))))
    return x[:same] == y[:same] and min(len(x), len(y)) >= same


@cache
def synonyms(language: str) -> dict[str, str]:
    """Stem -> first stem of the row of words that news uses for one thing: pupils, schoolchildren."""
    stems_in, table = stems_of(language), {}
    for row in lexicon(language).lines.get("synonym", ()):
        stems = stems_in(row.split())
        table.update(dict.fromkeys(stems, stems[0]))
    return table

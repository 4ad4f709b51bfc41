"""Where articles have the phrases that facts of whole articles go by: found before a sentence is read."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from core.findings.article import Article
from core.findings.language import lexicon
from core.safe import fold

_PLAIN = {c: own for c in range(0x250) if len(own := fold(chr(c))) == 1} | dict.fromkeys(b"\t\xa0", " ")
"""Letters of Latin scripts without case and accents, as many as there were; white space as one space."""
_WORD = re.compile(r"\w+")
LISTS = {
    "fate": ("fate", "fate_done", "fate_noun"),
    "befell": ("befell", "befallen"),
    "moment": ("moment",),
}
"""Kind of phrase -> the lists of words that hold them. A phrase has a family, one for all that say the
same."""
OFTEN = 30
"""Places in which an article may speak of one kind of thing: with more it tells of many events, and comparing
them all with each other took 42 s for 2,000."""

Places = dict[str, tuple[tuple[int, int], ...]]
"""Family -> the half-open ranges of characters in which an article has a phrase of it, rising."""


class _Phrase(NamedTuple):
    said: str
    """In plain letters."""
    kind: str
    """A key of `LISTS`."""
    family: str
    """What it says, in every language alike."""


def plain(text: str) -> str:
    """A text without case and accents, as long as it was."""
    # By lines: most are in plain letters, in which each character takes a tenth of the time.
    return " ".join([line.translate(_PLAIN) for line in text.split("\n")])


@cache
def _phrases(language: str) -> dict[str, list[_Phrase]]:
    """First word -> the phrases that begin with it. An expression for all of them takes 8 ms to make."""
    found: dict[str, list[_Phrase]] = defaultdict(list)
    for kind, keys in LISTS.items():
        for said, family in {p for key in keys for p in lexicon(language).values(key).items()}:
            found[_WORD.findall(said)[0]].append(_Phrase(said, kind, family))
    return dict(found)


def spots(article: Article) -> dict[str, Places]:
    """Search the sentences of an article in plain letters: nothing is found in what is no part of the report.

    Args:
        article: The article.

    Returns:
        Where it has phrases of each kind; nothing of a family of which it has very many.
    """
    phrases = _phrases(article.language)
    begun = phrases.keys() & set(plain("-".join(article.words)).split("-")) if phrases else ()
    told = [phrase for word in begun for phrase in phrases[word]]
    found: dict[str, dict[str, list[tuple[int, int]]]] = {kind: defaultdict(list) for kind in LISTS}
    for start, end in article.blocks if told else ():
        text = plain(article.source.text[start:end])
        for said, kind, family in [p for p in told if p.said in text]:
            for at in _within(text, said):
                if article.within(start + at) is not None:
                    found[kind][family].append((start + at, start + at + len(said)))
    return {
        kind: {family: tuple(sorted(own)) for family, own in places.items() if len(own) <= OFTEN}
        for kind, places in found.items()
    }


def _within(text: str, said: str) -> Iterator[int]:
    """Where a text has some whole words."""
    at = text.find(said)
    while at >= 0:
        end = at + len(said)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            yield at
        at = text.find(said, end)

"""How the articles write words: with a capital inside a sentence, in small letters, behind an article."""

import re
from collections.abc import Sequence

from core.findings.article import Article
from core.findings.names.headline import in_text
from core.findings.text import folded
from core.frozen import frozen
from core.progress import Tick, ticked

_INNER = re.compile(r"(?<=[^\W\d_][ ,])|(?<=[^\W\d_][ ,] )")
_NOUN = re.compile(r"[ahit](?<!\w.)(?:(?<=a)n?|(?<=t)he(?:ir)?|(?<=h)(?:is|er)|(?<=i)ts)\s+([a-z]{3,})")
_NAMED_NOUN = re.compile(r"[Aa](?<!\w.)n?\s(?:[A-Z][\w.]*,?\s(?:and\s)?){1,8}([a-z]{3,})")
_LOWER = re.compile(r"(?<!\w)[^\W\d_A-Z]+")


@frozen()
class Written:
    """How the sources write words: what tells a name from a word at a sentence start."""

    common: frozenset[str] = frozenset()
    """Words that some source writes in lower case: at the start of a name they tell its role."""
    proper: frozenset[str] = frozenset()
    """Words, folded, with a capital inside a sentence: alone at the start of one, only they are names."""
    nouns: frozenset[str] = frozenset()
    """Words that some source writes behind an article."""

    def names(self, word: str) -> bool:
        """Whether a folded word has a capital in every sentence: part of a name in a headline too."""
        return word in self.proper and word not in self.common


def written(articles: Sequence[Article], tick: Tick) -> Written:
    """How some articles write words; `tick` is told between the blocks of each, and may raise to stop."""
    common: set[str] = set()
    proper: set[str] = set()
    nouns: set[str] = set()
    for article in articles:
        text = article.source.text
        small = {word for word in article.words if word.islower() and word.isalpha()}
        common.update(small, _LOWER.findall("\n".join(article.words - small)))
        for start, end in article.blocks:
            tick(0.0)
            nouns.update(_NOUN.findall(text, start, end), _NAMED_NOUN.findall(text, start, end))
        tick(0.0)
        proper.update(_inside(article, tick))
    return Written(frozenset(common), frozenset(proper), frozenset(nouns))


def _inside(article: Article, tick: Tick) -> set[str]:
    """Words, folded, with a capital behind another word, which neither sentence start nor headline gives."""
    text = article.source.text
    inner = {w for at, w in in_text(article, tick) if len(w) > 1 and _INNER.match(text, at)}
    return {folded(w) for w in ticked(list(inner), tick)}

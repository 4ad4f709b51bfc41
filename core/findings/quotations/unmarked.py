"""A letter, a post or a speech that one article prints itself, without marks, and another quotes."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from operator import itemgetter

from rapidfuzz.distance import Levenshtein

from core.findings.article import Article
from core.findings.kind import Mention
from core.findings.language import lexicon
from core.findings.quotations import quote, quoted
from core.findings.quotations.changes import Near
from core.findings.text import Statement, Token

LEAST, SHARE = 12, 0.9
"""Words of a quotation, and the share of them, that stand in a plain sentence if it prints what is quoted."""
BESIDE = 3
"""Sentences on either side, one of which says "I" or "we": those of who reports a speech do not."""

Ranges = Mapping[str, Sequence[tuple[int, int]]]
"""What stands between quotation marks in each article."""


def unmarked(
    quotes: Iterable[Mention],
    articles: Mapping[str, Article],
    ranges: Ranges,
    told: Callable[[Statement], Iterable[tuple[str, int]]],
    near: Near,
) -> Iterator[tuple[Mention, Mention, quote.Match]]:
    """Find sentences without quotation marks that print what another article quotes, in other words.

    Args:
        quotes: The quotations of all articles.
        articles: The articles by source.
        ranges: What stands between quotation marks.
        told: Gives the sentences that one is linked with, rising.
        near: Gives the stems of a sentence and those beside it.

    Yields:
        A quotation, the words that it quotes, and how they lie on each other.
    """
    for q in quotes:
        if len(q.value.stems) < LEAST:
            continue
        for source, number in told(q.statement):
            article = articles[source]
            if not _plain(article, number, ranges[source]):
                continue
            plain = _part(q, article.statement(number))
            match = plain and _match(q, plain, near)
            if plain and match and _prints(q, plain, match) and _speaks(article, number, ranges[source]):
                yield q, plain, match


def _part(q: Mention, statement: Statement) -> Mention | None:
    """The words of a sentence from the first to the last that a quotation has too, if it has nearly all."""
    stems, forms = q.value.stems, _agreeing(q.statement.language)
    verbs = {forms[word] for word in statement.words & forms.keys()}
    told = [q.statement.tokens[n].word for n in q.value.places if n >= 0]
    told = [word for word in told if forms.get(word) in verbs and word not in statement.words]
    if sum(stem in statement.stems for stem in stems) + len(told) < SHARE * len(stems):
        return None
    blocks = Levenshtein.opcodes(stems, [t.stem for t in statement.tokens])
    equal = [(op.dest_start, op.dest_end) for op in blocks if op.tag == "equal"]
    first, last = equal[0][0], equal[-1][1]
    return quoted.mention(statement, statement.tokens[first].start, statement.tokens[last - 1].end)


def _match(q: Mention, plain: Mention, near: Near) -> quote.Match:
    """How a quotation and plain words lie on each other; a verb that follows its subject is not changed."""
    match, forms = quote.match(q, plain, near), _agreeing(q.statement.language)
    x, y = q.statement.tokens, plain.statement.tokens

    def other(change: tuple[tuple[int, ...], tuple[int, ...]]) -> bool:
        verbs = [forms.get(x[n].word) for n in change[0]], [forms.get(y[n].word) for n in change[1]]
        return verbs[0] != verbs[1] or None in verbs[0]

    return replace(match, changes=tuple(c for c in match.changes if other(c)))


def _prints(q: Mention, plain: Mention, match: quote.Match) -> bool:
    """Whether words of both differ, and none of those that differ as well in what somebody is said to say."""
    if not match.changes:
        return False
    small, forms = lexicon(q.statement.language).words("article", "optional"), _agreeing(q.statement.language)
    equal = match.equal
    for op in Levenshtein.opcodes(q.value.stems, plain.value.stems):
        if op.tag == "equal":
            continue
        x, y = _tokens(q, op.src_start, op.src_end), _tokens(plain, op.dest_start, op.dest_end)
        verbs = [[forms[t.word] for t in side if t.word in forms] for side in (x, y)]
        if verbs[0] != verbs[1] or any(not t.content and t.word not in small | forms.keys() for t in x + y):
            return False
        equal += len(verbs[0])
    return equal >= max(LEAST, SHARE * len(q.value.stems))


def _tokens(q: Mention, first: int, last: int) -> list[Token]:
    return [q.statement.tokens[n] for n in q.value.places[first:last] if n >= 0]


@cache
def _agreeing(language: str) -> Mapping[str, int]:
    """Form of a verb -> the verb and its tense: "do" and "does" are one."""
    return {word: n for n, row in enumerate(lexicon(language).rows("agreeing")) for word in row[0]}


def _plain(article: Article, number: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether nothing in a sentence stands between quotation marks."""
    _, place = article.places[number]
    at = bisect_left(ranges, place.start, key=itemgetter(1))
    return at == len(ranges) or ranges[at][0] >= place.end


def _speaks(article: Article, number: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether a plain sentence, or one of some beside it, is in the first person."""
    beside = range(max(0, number - BESIDE), min(number + BESIDE + 1, len(article.places)))
    return any(
        not lexicon(s.language).words("myself").isdisjoint(s.words)
        for s in article.statements(n for n in beside if _plain(article, n, ranges))
    )

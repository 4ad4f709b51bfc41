"""Quotations over all sources: which were worded otherwise, and which were given to another speaker."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial

from core.findings.article import Article
from core.findings.kind import Conflict, Mention, Reader
from core.findings.language import lexicon
from core.findings.quotations import marks, quote, quoted, shown
from core.findings.quotations.changes import Near
from core.findings.quotations.laid import Laid, best_of, in_wholes
from core.findings.quotations.speakers import Voices
from core.findings.quotations.unmarked import unmarked
from core.findings.text import Statement
from core.findings.tie import Tie, tie
from core.progress import Tick, silent, ticked

TOLD = 0.5
"""Share of telling words that linked ones have in common: two that begin with "we will" share small words."""
PHRASE = 2
"""Words of a phrase that two may speak of one thing independently: "a shame"."""


def conflicts(
    articles: Sequence[Article],
    names: Reader,
    told: Callable[[Statement], Set[tuple[str, int]]],
    tick: Tick = silent,
) -> list[Conflict]:
    """Match the quotations of all articles and find what conflicts.

    Args:
        articles: The articles, in an order that does not depend on how they were given.
        names: Gives the names of a sentence.
        told: Gives the sentences, as source and number, that tell the same thing as one.
        tick: Told now and then; what it raises stops the search.

    Returns:
        Changed wordings, and quotations that two sources give to different speakers.
    """
    ranges = {article.source.id: marks.quotations(article.source, tick) for article in articles}
    quotes = [q for article in articles for q in _quotes(article, ranges[article.source.id], tick)]
    voices, by_source = Voices(articles, ranges, names), {a.source.id: a for a in articles}
    near = partial(_near, by_source)
    worded: list[Laid] = []
    same: list[Laid] = []
    found: list[Conflict] = []
    every = _laid(quotes, told, near, tick)
    for laid in ticked(in_wholes(quotes, best_of(every, tick), tick), tick):
        if not (laid.worded or laid.same):
            continue
        (worded if laid.worded else same).append(laid)
        if laid.spoken:
            found += _attributed(laid.a, laid.b, voices)
    quoted_there = {side for one in ticked(every, tick) for side in one.sides}
    rising = partial(_rising, told, tick)
    for q, plain, match in unmarked(ticked(quotes, tick), by_source, ranges, rising, near):
        if (q, plain.statement.source) not in quoted_there:
            worded.append(Laid(q, plain, match, linked=True))
    return _worded(worded, same, tick) + found


def _rising(
    told: Callable[[Statement], Set[tuple[str, int]]], tick: Tick, statement: Statement
) -> Iterator[tuple[str, int]]:
    """The sentences that tell the same as one, in order; ticks before each: two take a millisecond."""
    for place in sorted(told(statement)):
        tick(0.0)
        yield place


def _laid(
    quotes: Sequence[Mention],
    told: Callable[[Statement], Set[tuple[str, int]]],
    near: Near,
    tick: Tick,
) -> list[Laid]:
    """Every two quotations that may report the same words."""
    found: list[Laid] = []
    for a, b in quote.candidates(quotes, tick):
        tick(0.0)  # two of 3,000 characters take a millisecond
        match = quote.match(a, b, near)
        linked = b.statement.place in told(a.statement)
        if _phrases(a, b):
            equal = linked and len(a.value.stems) > PHRASE and a.value.stems == b.value.stems
            if (equal or _one_word_apart(a, b, match)) and _context(a, b) >= 2:
                found.append(Laid(a, b, match, linked, short=True))
        elif quote.belongs(match) and _one_saying(a, b, match, told=linked):
            found.append(Laid(a, b, match, linked))
    return found


def _one_saying(a: Mention, b: Mention, match: quote.Match, *, told: bool) -> bool:
    """Whether two alike quotations are of one saying, not of a name or a set phrase that they share."""
    if a.value.stems == b.value.stems and told:
        return True
    short = min(len(a.value.stems), len(b.value.stems)) <= quote.KEYED
    enough = match.telling >= TOLD or short if told else match.telling > quote.SHARE
    return bool(match.plain) and enough and (match.replaced < 2 or match.told > match.replaced)


def _one_word_apart(a: Mention, b: Mention, match: quote.Match) -> bool:
    size = len(a.value.stems)
    return size == len(b.value.stems) == match.equal + 1 and len(match.changes) == 1


def _near(articles: Mapping[str, Article], statement: Statement) -> set[str]:
    """The stems of a sentence and of those beside it."""
    article, n = articles[statement.source], statement.number
    beside = article.statements(range(max(0, n - 1), min(n + 2, len(article.places))))
    return {token.stem for s in beside for token in s.tokens}


def _quotes(article: Article, ranges: Sequence[tuple[int, int]], tick: Tick) -> list[Mention]:
    """The quotations of an article, in parts where they run over sentences."""
    found = []
    for start, end in ranges:
        number = article.at(start)
        tick(0.0)
        while number < len(article.starts) and article.starts[number] < end:
            found += quoted.mentions(article.statement(max(0, number)), start, end)
            number += 1
    return found


def _phrases(a: Mention, b: Mention) -> bool:
    return min(len(a.value.stems), len(b.value.stems)) <= quote.SHORT - 1


def _context(a: Mention, b: Mention) -> int:
    """How many content words within eight of both quotations are the same."""

    def around(m: Mention) -> set[str]:
        tokens = m.statement.tokens
        return {
            t.stem
            for t in (*tokens[max(0, m.first - 8) : m.first], *tokens[m.last : m.last + 8])
            if t.content
        }

    return len(around(a) & around(b))


def _worded(laid: Sequence[Laid], same: Sequence[Laid], tick: Tick) -> list[Conflict]:
    """Conflicts of wording; a quotation is clipped alike wherever it conflicts, so that it is one reading.

    One that is a part of a longer one is one reading with it.
    """
    changed: dict[Mention, set[int]] = defaultdict(set)
    long: set[Mention] = set()
    for one in laid:
        for left, right in one.match.changes:
            changed[one.a].update(left)
            changed[one.b].update(right)
        if max(q.last - q.first for q in (one.a, one.b)) > shown.WHOLE:
            long |= {one.a, one.b}  # one whole and one cut would differ in what was cut off
    clipped = {q: shown.clipped(q, sorted(places) if q in long else ()) for q, places in changed.items()}
    for one in same:
        part, whole = sorted((one.a, one.b), key=lambda q: len(q.value.stems))
        if part in clipped and whole in clipped:
            clipped[part] = replace(clipped[part], said=clipped[whole].said)
    rule = "one quotation in two wordings"
    return [
        Conflict(
            clipped[one.a],
            clipped[one.b],
            one.match.share + 0.1 * _context(one.a, one.b),
            shown.topic(one.a, one.b),
            rule,
            _shared(one.a, one.b),
        )
        for one in ticked(laid, tick)
    ]


def _shared(a: Mention, b: Mention) -> tuple[str, ...]:
    there = set(b.value.stems)
    tokens = [a.statement.tokens[p] for p in a.value.places if p >= 0]
    return tuple(dict.fromkeys(t.text for t in tokens if t.content and t.stem in there))[:4]


def _attributed(a: Mention, b: Mention, voices: Voices) -> list[Conflict]:
    x, y = voices.of(a), voices.of(b)
    if x is None or y is None:
        return []
    named = isinstance(x.value, str), isinstance(y.value, str)
    lone = not any(named) and len(x.value.words) == len(y.value.words) == 1
    if named[0] != named[1] or not _other(x, y) or (lone and not (voices.known(x) and voices.known(y))):
        return []
    told = x.statement is not a.statement or y.statement is not b.statement
    if (told or lone) and not (voices.stranger(x, y) and voices.stranger(y, x)):
        return []
    return [Conflict(x, y, 1.0, f"who said {shown.opening(a)}", "one quotation, two speakers", _shared(a, b))]


def _other(x: Mention, y: Mention) -> bool:
    """Whether two speakers cannot be the same."""
    if isinstance(x.value, str):
        heads = [m.statement.tokens[m.last - 1] for m in (x, y)]
        anonymous = lexicon(x.statement.language).words("anonymous")
        there = [{t.stem for t in m.statement.tokens} for m in (y, x)]
        met = any(h.stem in stems for h, stems in zip(heads, there, strict=True))  # who is told it there
        return not met and not any(h.word in anonymous for h in heads)
    for m, o in ((x, y), (y, x)):
        own = set(m.value.words) - set(o.value.words)  # kin share a name
        if not own or {t.word for t in o.statement.tokens} & own:
            return False
    return tie(x.value, y.value) in {Tie.DIFFERENT, Tie.GIVEN}

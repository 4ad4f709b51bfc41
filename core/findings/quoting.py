"""Quotations over all sources: which were worded otherwise, and which were given to another speaker."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from operator import itemgetter

from core.findings import quote
from core.findings.beside import gap, tells_who
from core.findings.kind import Conflict, Mention
from core.findings.language import lexicon
from core.findings.name import Tie, tie
from core.findings.text import Article, Statement, Token
from core.model import FindingKind, ParagraphKind
from core.progress import Tick, silent, ticked

_PERSON = frozenset({"he", "she"})
_WORD = re.compile(r"\w+")
_BELONGS = frozenset({"of", "in", "at", "for"})
AUXILIARIES = 2
"""Small words between a quotation and the verb of speech."""
ALIKE = 0.8
"""Share of the shorter of two quotations that makes them one, if no word was changed."""
Names = Callable[[Statement], Sequence[Mention]]
"""Gives the names of a sentence."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Two quotations of different sources laid on each other."""

    a: Mention
    """The first."""
    b: Mention
    """The second."""
    match: quote.Match
    """How they lie."""
    linked: bool
    """Whether their sentences were judged to tell the same thing."""
    short: bool = False
    """Whether one is a phrase of a few words."""
    lone: bool = False
    """Whether either lies on no other quotation of the other's source: no set phrase."""

    @property
    def sides(self) -> tuple[tuple[Mention, str], tuple[Mention, str]]:
        """Each quotation with the source of the other."""
        return (self.a, self.b.statement.source), (self.b, self.a.statement.source)

    @property
    def rank(self) -> tuple[bool, bool, bool, float]:
        """The greater, the surer they are the same: alike as a whole, linked, unchanged, then by share."""
        whole = self.match.equal >= ALIKE * max(len(m.value.stems) for m in (self.a, self.b))
        unchanged = not self.match.changes and self.match.share >= ALIKE
        return whole and unchanged, self.linked, unchanged, self.match.share


def conflicts(
    articles: Sequence[Article],
    names: Names,
    linked: Callable[[Statement, Statement], bool],
    tick: Tick = silent,
) -> list[Conflict]:
    """Match the quotations of all articles and find what conflicts.

    Args:
        articles: The articles, in an order that does not depend on how they were given.
        names: Gives the names of a sentence.
        linked: Whether two sentences were judged to tell the same thing.
        tick: Told now and then; what it raises stops the search.

    Returns:
        Changed wordings, and quotations that two sources give to different speakers.
    """
    quotes = [q for article in articles for q in _quotes(article, tick)]
    voices = Voices(articles, names)
    worded: list[Laid] = []
    found: list[Conflict] = []
    for laid in ticked(_best(_laid(quotes, linked, tick), tick), tick):
        if laid.match.changes:
            if laid.linked or laid.lone:
                worded.append(laid)
        elif not laid.short and laid.match.share >= ALIKE and laid.match.equal >= 4:
            found += _attributed(laid.a, laid.b, voices)
    return _worded(worded, tick) + found


def _laid(
    quotes: Sequence[Mention], linked: Callable[[Statement, Statement], bool], tick: Tick
) -> list[Laid]:
    """Every two quotations that may report the same words."""
    found: list[Laid] = []
    for a, b in ticked(quote.candidates(quotes, tick), tick):
        match = quote.match(a, b)
        told = linked(a.statement, b.statement)
        if _phrases(a, b):
            if _one_word_apart(a, b, match) and _context(a, b) >= 2:
                found.append(Laid(a, b, match, told, short=True))
        elif quote.belongs(match) and match.plain and (told or match.telling > quote.SHARE):
            found.append(Laid(a, b, match, told))
    return found


def _best(laid: Sequence[Laid], tick: Tick) -> list[Laid]:
    """The pairs of which neither quotation lies better on another one of the same two sources.

    A talk of set phrases lies on many; what stands alike in both articles is settled, wherever else a part
    of it returns. One long quotation may be told in several: of linked ones only what stands alike is better.
    """
    rank: dict[tuple[Mention, str], tuple[bool, bool, bool, float]] = {}
    rivals: Counter[tuple[Mention, str]] = Counter()
    for one in ticked(laid, tick):
        for side in one.sides:
            rank[side] = max(rank.get(side, one.rank), one.rank)
            rivals[side] += 1
    best = [one for one in ticked(laid, tick) if all(_first(one, rank[side]) for side in one.sides)]
    return [replace(one, lone=all(rivals[side] == 1 for side in one.sides)) for one in ticked(best, tick)]


def _first(one: Laid, best: tuple[bool, bool, bool, float]) -> bool:
    return one.rank == best or (one.linked and bool(one.match.changes) and not best[0])


def _one_word_apart(a: Mention, b: Mention, match: quote.Match) -> bool:
    size = len(a.value.stems)
    return size == len(b.value.stems) == match.equal + 1 and len(match.changes) == 1


def _quotes(article: Article, tick: Tick) -> list[Mention]:
    found = []
    for paragraph in ticked(article.source.paragraphs, tick):
        if paragraph.kind is ParagraphKind.NOISE or not paragraph.sentences:
            continue
        for start, end in quote.quotations(article.source.text, paragraph.start, paragraph.end):
            number = article.at(start)
            tick(0.0)
            while number < len(article.starts) and article.starts[number] < end:
                if (piece := quote.mention(article.statement(max(0, number)), start, end)) is not None:
                    found.append(piece)
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


def _worded(laid: Sequence[Laid], tick: Tick) -> list[Conflict]:
    """Conflicts of wording; a quotation is clipped alike wherever it conflicts, so that it is one reading."""
    changed: dict[Mention, set[int]] = defaultdict(set)
    for one in laid:
        for left, right in one.match.changes:
            changed[one.a].update(left)
            changed[one.b].update(right)
    shown = {q: quote.clipped(q, sorted(places)) for q, places in changed.items()}
    rule = "one quotation in two wordings"
    return [
        Conflict(
            shown[one.a],
            shown[one.b],
            one.match.share + 0.1 * _context(one.a, one.b),
            quote.topic(one.a, one.b),
            rule,
            _shared(one.a, one.b),
        )
        for one in ticked(laid, tick)
    ]


def _shared(a: Mention, b: Mention) -> tuple[str, ...]:
    there = set(b.value.stems)
    tokens = [a.statement.tokens[p] for p in a.value.places if p >= 0]
    return tuple(dict.fromkeys(t.text for t in tokens if t.content and t.stem in there))[:4]


class Voices:
    """Who speaks a quotation, by its own sentence or the one before it."""

    def __init__(self, articles: Sequence[Article], names: Names) -> None:
        self.articles = {a.source.id: a for a in articles}
        self.names = names
        self._speakers: dict[Mention, Mention | None] = {}
        self._ranges: dict[tuple[str, int], list[tuple[int, int]]] = {}
        self._words: dict[str, frozenset[str]] = {}

    def of(self, q: Mention) -> Mention | None:
        """The speaker, also where a pronoun stands for the one name of the sentence before."""
        if q not in self._speakers:
            found = speaker(q, self.names, self._quoted(q.statement)) or self._before(q)
            self._speakers[q] = found
        return self._speakers[q]

    def _quoted(self, statement: Statement) -> frozenset[int]:
        """The words of a sentence that stand in quotation marks: whatever they name, nobody there speaks."""
        key = statement.source, statement.paragraph
        if key not in self._ranges:
            source = self.articles[statement.source].source
            paragraph = source.paragraphs[statement.paragraph]
            self._ranges[key] = list(quote.quotations(source.text, paragraph.start, paragraph.end))
        ranges = self._ranges[key]
        inside: set[int] = set()
        first = bisect_left(ranges, statement.start, key=itemgetter(1))
        for start, end in ranges[first : bisect_left(ranges, statement.end, key=itemgetter(0))]:
            inside.update(range(*statement.tokens_in(start, end)))
        return frozenset(inside)

    def _before(self, q: Mention) -> Mention | None:
        """The one full name of the sentence before, in the same paragraph, for "she said"."""
        statement = q.statement
        words = lexicon(statement.language)
        verbs = words.words("say")
        near = [t.word for n, t in enumerate(statement.tokens) if not q.first <= n < q.last]
        pairs = {frozenset(p) for p in pairwise(near)}
        if not statement.number or not any(p & _PERSON and p & verbs for p in pairs):
            return None
        before = self.articles[statement.source].statement(statement.number - 1)
        people = [m for m in self.names(before) if len(m.value.words) > 1 and not m.value.place]
        if before.paragraph != statement.paragraph or len(people) != 1 or _possessed(people[0]):
            return None
        here = [m for m in self.names(statement) if m.last <= q.first and not m.value.place]
        return None if here else _as_speaker(people[0], people[0].value)

    def stranger(self, x: Mention, y: Mention) -> bool:
        """Whether a speaker is named nowhere in the article of the other."""
        last, source = x.said.split()[-1], y.statement.source
        text = self.articles[source].source.text
        if source not in self._words:
            self._words[source] = frozenset(_WORD.findall(text))
        if _WORD.fullmatch(last):
            return last not in self._words[source]
        return not re.search(rf"\b{re.escape(last)}\b", text)


def _attributed(a: Mention, b: Mention, voices: Voices) -> list[Conflict]:
    x, y = voices.of(a), voices.of(b)
    if x is None or y is None:
        return []
    named = isinstance(x.value, str), isinstance(y.value, str)
    if named[0] != named[1] or not _other(x, y):
        return []
    told = x.statement is not a.statement or y.statement is not b.statement
    if told and not (voices.stranger(x, y) and voices.stranger(y, x)):
        return []
    said = " ".join(a.said.split()[:8])
    return [Conflict(x, y, 1.0, f"who said “{said}”", "one quotation, two speakers", _shared(a, b))]


def _other(x: Mention, y: Mention) -> bool:
    """Whether two speakers cannot be the same."""
    if isinstance(x.value, str):
        heads = [m.statement.tokens[m.last - 1] for m in (x, y)]
        anonymous = lexicon(x.statement.language).words("anonymous")
        there = [{t.stem for t in m.statement.tokens} for m in (y, x)]
        met = any(h.stem in stems for h, stems in zip(heads, there, strict=True))  # who is told it there
        return not met and not any(h.word in anonymous for h in heads)
    long = max(len(x.value.words), len(y.value.words)) > 1
    for m, o in ((x, y), (y, x)):
        if {t.word for t in o.statement.tokens} & set(m.value.words):
            return False
    return long and tie(x.value, y.value) in {Tie.DIFFERENT, Tie.GIVEN}


def speaker(q: Mention, names: Names, quoted: frozenset[int]) -> Mention | None:
    """Who is said to have spoken: what stands directly left of the nearest verb of speech, else right of it.

    Whoever is told, a name that only says where one belongs, and a pronoun are no speakers.

    Args:
        q: The quotation, or a piece of it.
        names: Gives the names of a sentence.
        quoted: The words of the sentence that stand in quotation marks.
    """
    statement, words = q.statement, lexicon(q.statement.language)
    tokens = statement.tokens
    verbs = words.words("say") | words.words("speaker")
    outside = [n for n in range(len(tokens)) if n not in quoted]
    spoken = [n for n in outside if tokens[n].word in verbs or _in_the_words(tokens, n)]
    if not spoken:
        return None
    verb = min(spoken, key=lambda n: min(abs(n - q.first), abs(n - q.last)))
    own = [m for m in names(statement) if m.first not in quoted]
    according = tokens[verb].word in {"according", "by", "words"}
    left = [m for m in own if m.last <= verb and _leads(m, verb)]
    if left and not according:
        best: Mention | None = left[-1]
    else:
        right = [m for m in own if 0 < m.first - verb <= 6 and not _goes_on(m)]
        best = right[0] if right and (according or _opens(tokens, verb, quoted)) else None
    if best is not None and not _possessed(best):
        return _as_speaker(best, best.value)
    return _phrase(statement, verb, quoted, after=according)


def _opens(tokens: Sequence[Token], verb: int, quoted: frozenset[int]) -> bool:
    """Whether a verb of speech begins its clause, but for an auxiliary: « … », a déclaré."""
    n = verb - 1
    while n >= 0 and verb - n <= AUXILIARIES and n not in quoted and not tokens[n].content:
        n -= 1
    return n < 0 or n in quoted


def _in_the_words(tokens: Sequence[Token], n: int) -> bool:
    """Whether "in the words of" stands around a token."""
    return tokens[n].word == "words" and [t.word for t in tokens[max(0, n - 2) : n + 2]] == [
        "in",
        "the",
        "words",
        "of",
    ]


def _leads(m: Mention, verb: int) -> bool:
    """Whether a name stands directly before a verb, or with nothing but an apposition between."""
    tokens = m.statement.tokens
    if m.last == verb:
        return True
    gap = m.statement.text[m.end - m.statement.start : tokens[m.last].start - m.statement.start]
    before = m.statement.text[: tokens[verb].start - m.statement.start].rstrip()
    return gap.strip() == "," and before.endswith(",") and verb - m.last <= 8


def _goes_on(m: Mention) -> bool:
    """Whether a noun follows a name directly: "Karr resident Ida Brenn"."""
    tokens = m.statement.tokens
    if m.last >= len(tokens) or not tokens[m.last].content:
        return False
    gap = m.statement.text[m.end - m.statement.start : tokens[m.last].start - m.statement.start]
    return not gap.strip()


def _possessed(m: Mention) -> bool:
    """Whether a name only owns who speaks ("Kendre's boss") or is where one belongs ("of the agency")."""
    tokens = m.statement.tokens
    before = [t.word for t in tokens[max(0, m.first - 2) : m.first] if t.word != "the"]
    owns = tokens[m.last - 1].text.endswith(("'s", "’s", "s'", "s’"))
    return owns or before[-1:] in (["of"], ["in"], ["at"], ["for"])


def _phrase(statement: Statement, verb: int, quoted: frozenset[int], *, after: bool) -> Mention | None:
    """The nouns directly left of a verb of speech, or right of "according to"."""
    tokens = statement.tokens
    pronouns = lexicon(statement.language).words("pronoun")
    if after:
        near = range(verb + 1, min(len(tokens), verb + 6))
        run = list(takewhile(lambda n: n == verb + 1 or not gap(statement, n).strip(), near))
        run = [n for n in run if n not in quoted]
        run = [n for n in run if tokens[n].word not in {"to", "of", "the", "a", "an"}]
        stop = next((k for k, n in enumerate(run) if not tokens[n].content), len(run))
        run = run[:stop]
    else:
        run = []
        for n in range(verb - 1, max(-1, verb - 6), -1):
            if n in quoted:
                break
            if not tokens[n].content:
                if tokens[n].word in {"has", "have", "had", "is", "was"} and not run:
                    continue
                break
            run.insert(0, n)
        run = _behind_where(tokens, run)
    words = [tokens[n] for n in run]
    if any(t.word in pronouns for t in words) or not any(_speaks(t, statement.language) for t in words):
        return None
    if not after and run[0] and tokens[run[0]].text[0].isupper() and tokens[run[0] - 1].word in _BELONGS:
        return None
    return _as_speaker_run(statement, run[0], run[-1] + 1)


def _behind_where(tokens: Sequence[Token], run: list[int]) -> list[int]:
    """The nouns of a speaker, where a run only says which place or body they belong to."""
    if not run or run[0] < 2 or tokens[run[0] - 1].word not in _BELONGS or tokens[run[0]].text[0].islower():
        return run
    return [run[0] - 2] if tokens[run[0] - 2].content else run


def _speaks(token: Token, language: str) -> bool:
    """Whether a noun is of those who speak: people, offices, trades and bodies; or a name."""
    return token.text[0].isupper() or tells_who(token.word, language)


def _as_speaker(m: Mention, value: object) -> Mention:
    return Mention(FindingKind.ATTRIBUTION, m.statement, m.start, m.end, m.first, m.last, value, m.said)


def _as_speaker_run(statement: Statement, first: int, last: int) -> Mention:
    start, end = statement.tokens[first].start, statement.tokens[last - 1].end
    said = " ".join(statement.text[start - statement.start : end - statement.start].split())
    return Mention(FindingKind.ATTRIBUTION, statement, start, end, first, last, said, said)

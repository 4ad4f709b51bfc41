"""Quotations over all sources: which were worded otherwise, and which were given to another speaker."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

from core.findings import quote
from core.findings.kind import Conflict, Mention
from core.findings.language import lexicon
from core.findings.name import Tie, tie
from core.findings.text import Article, Statement, Token
from core.model import FindingKind, ParagraphKind

_PERSON = frozenset({"he", "she"})
Names = Callable[[Statement], Sequence[Mention]]
"""Gives the names of a sentence."""


def conflicts(
    articles: Sequence[Article], names: Names, linked: Callable[[Statement, Statement], bool]
) -> list[Conflict]:
    """Match the quotations of all articles and find what conflicts.

    Args:
        articles: The articles, in an order that does not depend on how they were given.
        names: Gives the names of a sentence.
        linked: Whether two sentences were judged to tell the same thing.

    Returns:
        Changed wordings, and quotations that two sources give to different speakers.
    """
    quotes = [q for article in articles for q in _quotes(article)]
    worded: list[tuple[Mention, Mention, quote.Match]] = []
    found: list[Conflict] = []
    for a, b in quote.candidates(quotes):
        match = quote.match(a, b)
        if _phrases(a, b):
            if _context(a, b) >= 2 and _one_word_apart(a, b, match):
                worded.append((a, b, match))
        elif quote.belongs(match) and match.plain:
            if match.telling <= quote.SHARE and not linked(a.statement, b.statement):
                continue
            if match.changes:
                worded.append((a, b, match))
            elif match.share >= 0.8 and match.equal >= 4:
                found += _attributed(a, b, Voices(articles, names))
    return _worded(worded) + found


def _one_word_apart(a: Mention, b: Mention, match: quote.Match) -> bool:
    size = len(a.value.stems)
    return size == len(b.value.stems) == match.equal + 1 and len(match.changes) == 1


def _quotes(article: Article) -> list[Mention]:
    found = []
    for paragraph in article.source.paragraphs:
        if paragraph.kind is ParagraphKind.NOISE or not paragraph.sentences:
            continue
        for start, end in quote.quotations(article.source.text, paragraph.start, paragraph.end):
            number = article.at(start)
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


def _worded(matches: Sequence[tuple[Mention, Mention, quote.Match]]) -> list[Conflict]:
    """Conflicts of wording; a quotation is clipped alike wherever it conflicts, so that it is one reading."""
    changed: dict[Mention, set[int]] = defaultdict(set)
    for a, b, match in matches:
        for left, right in match.changes:
            changed[a].update(left)
            changed[b].update(right)
    shown = {q: quote.clipped(q, sorted(places)) for q, places in changed.items()}
    rule = "one quotation in two wordings"
    return [
        Conflict(
            shown[a], shown[b], match.share + 0.1 * _context(a, b), quote.topic(a, b), rule, _shared(a, b)
        )
        for a, b, match in matches
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

    def of(self, q: Mention) -> Mention | None:
        """The speaker, also where a pronoun stands for the one name of the sentence before."""
        return speaker(q, self.names) or self._before(q)

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
        return not re.search(
            rf"\b{re.escape(x.said.split()[-1])}\b", self.articles[y.statement.source].source.text
        )


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


def speaker(q: Mention, names: Names) -> Mention | None:
    """Who is said to have spoken: what stands directly left of the nearest verb of speech, else right of it.

    Whoever is told, a name that only says where one belongs, and a pronoun are no speakers.
    """
    statement, words = q.statement, lexicon(q.statement.language)
    tokens = statement.tokens
    verbs = words.words("say") | words.words("speaker")
    outside = [n for n in range(len(tokens)) if not q.first <= n < q.last]
    spoken = [n for n in outside if tokens[n].word in verbs or _in_the_words(tokens, n)]
    if not spoken:
        return None
    verb = min(spoken, key=lambda n: min(abs(n - q.first), abs(n - q.last)))
    own = [m for m in names(statement) if m.last <= q.first or m.first >= q.last]
    according = tokens[verb].word in {"according", "by", "words"}
    left = [m for m in own if m.last <= verb and _leads(m, verb)]
    if left and not according:
        best: Mention | None = left[-1]
    else:
        right = [m for m in own if 0 < m.first - verb <= 6 and not _goes_on(m)]
        empty = verb == 0 or verb - 1 == q.last - 1 or according
        best = right[0] if right and empty else None
    if best is not None and not _possessed(best):
        return _as_speaker(best, best.value)
    return _phrase(q, verb, according)


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


def _phrase(q: Mention, verb: int, after: bool) -> Mention | None:
    """The nouns directly left of a verb of speech, or right of "according to"."""
    tokens = q.statement.tokens
    pronouns = lexicon(q.statement.language).words("pronoun")
    if after:
        run = [n for n in range(verb + 1, min(len(tokens), verb + 6)) if not q.first <= n < q.last]
        run = [n for n in run if tokens[n].word not in {"to", "of", "the", "a", "an"}]
        stop = next((k for k, n in enumerate(run) if not tokens[n].content), len(run))
        run = run[:stop]
    else:
        run = []
        for n in range(verb - 1, max(-1, verb - 6), -1):
            if q.first <= n < q.last:
                break
            if not tokens[n].content:
                if tokens[n].word in {"has", "have", "had", "is", "was"} and not run:
                    continue
                break
            run.insert(0, n)
    if not run or any(tokens[n].word in pronouns for n in run):
        return None
    if run[0] and tokens[run[0]].text[0].isupper() and tokens[run[0] - 1].word in {"of", "in", "at", "for"}:
        return None
    return _as_speaker_run(q.statement, run[0], run[-1] + 1)


def _as_speaker(m: Mention, value: object) -> Mention:
    return Mention(FindingKind.ATTRIBUTION, m.statement, m.start, m.end, m.first, m.last, value, m.said)


def _as_speaker_run(statement: Statement, first: int, last: int) -> Mention:
    start, end = statement.tokens[first].start, statement.tokens[last - 1].end
    said = " ".join(statement.text[start - statement.start : end - statement.start].split())
    return Mention(FindingKind.ATTRIBUTION, statement, start, end, first, last, said, said)

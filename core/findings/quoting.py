"""Quotations over all sources: which were worded otherwise, and which were given to another speaker."""

from collections.abc import Callable, Sequence

from core.findings import quote
from core.findings.kind import Conflict, Mention
from core.findings.language import lexicon
from core.findings.name import Tie, tie
from core.findings.text import Article, Statement
from core.model import FindingKind, ParagraphKind

Names = Callable[[Statement], Sequence[Mention]]
"""Gives the names of a sentence."""


def conflicts(articles: Sequence[Article], names: Names) -> list[Conflict]:
    """Match the quotations of all articles and find what conflicts.

    Args:
        articles: The articles, in an order that does not depend on how they were given.
        names: Gives the names of a sentence.

    Returns:
        Changed wordings, and quotations that two sources give to different speakers.
    """
    quotes = [q for article in articles for q in _quotes(article)]
    found: list[Conflict] = []
    for a, b in quote.candidates(quotes):
        match = quote.match(a, b)
        near = _context(a, b)
        if _phrases(a, b):
            if match.equal and len(match.changes) == 1 and near >= 2:
                found.append(_worded(a, b, match, near))
        elif quote.belongs(match):
            if match.changes:
                found.append(_worded(a, b, match, near))
            elif match.share >= 0.8 and match.equal >= 4:
                found += _attributed(a, b, names)
    return found


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


def _worded(a: Mention, b: Mention, match: quote.Match, near: int) -> Conflict:
    x = quote.clipped(a, [n for left, _ in match.changes for n in left])
    y = quote.clipped(b, [n for _, right in match.changes for n in right])
    score = match.share + 0.1 * near
    return Conflict(x, y, score, "quotation", "one quotation in two wordings", _shared(a, b))


def _shared(a: Mention, b: Mention) -> tuple[str, ...]:
    there = set(b.value.stems)
    tokens = [a.statement.tokens[p] for p in a.value.places if p >= 0]
    return tuple(dict.fromkeys(t.text for t in tokens if t.content and t.stem in there))[:4]


def _attributed(a: Mention, b: Mention, names: Names) -> list[Conflict]:
    x, y = speaker(a, names), speaker(b, names)
    if x is None or y is None:
        return []
    named = isinstance(x.value, str), isinstance(y.value, str)
    if named[0] != named[1] or not _other(x, y):
        return []
    said = " ".join(a.said.split()[:8])
    return [Conflict(x, y, 1.0, f"who said “{said}”", "one quotation, two speakers", _shared(a, b))]


def _other(x: Mention, y: Mention) -> bool:
    """Whether two speakers cannot be the same."""
    if isinstance(x.value, str):
        heads = [m.statement.tokens[m.last - 1] for m in (x, y)]
        anonymous = lexicon(x.statement.language).words("anonymous")
        return heads[0].stem != heads[1].stem and not any(h.word in anonymous for h in heads)
    long = max(len(x.value.words), len(y.value.words)) > 1
    return long and tie(x.value, y.value) in {Tie.DIFFERENT, Tie.GIVEN}


def speaker(q: Mention, names: Names) -> Mention | None:
    """Who is said to have spoken: a name or else a phrase left of the nearest verb of speech."""
    statement, words = q.statement, lexicon(q.statement.language)
    verbs = words.words("say") | words.words("speaker")
    outside = [n for n in range(len(statement.tokens)) if not q.first <= n < q.last]
    spoken = [n for n in outside if statement.tokens[n].word in verbs]
    if not spoken:
        return None
    verb = min(spoken, key=lambda n: min(abs(n - q.first), abs(n - q.last)))
    after = statement.tokens[verb].word in {"according", "by"}
    own = [m for m in names(statement) if m.last <= q.first or m.first >= q.last]
    left = [m for m in own if m.last <= verb and not after and verb - m.last <= 6]
    right = [m for m in own if m.first > verb and m.first - verb <= 6]
    best = max(left, key=lambda m: m.last) if left else min(right, key=lambda m: m.first) if right else None
    if best is not None and not _possessed(best):
        return _as_speaker(best, best.value)
    return _phrase(q, verb, after)


def _possessed(m: Mention) -> bool:
    """Whether a name only owns who speaks ("Medlin's boss") or is where one belongs ("of the agency")."""
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
        run = [n for n in run if tokens[n].word not in {"to", "the", "a", "an"}]
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
    return _as_speaker_run(q.statement, run[0], run[-1] + 1)


def _as_speaker(m: Mention, value: object) -> Mention:
    return Mention(FindingKind.ATTRIBUTION, m.statement, m.start, m.end, m.first, m.last, value, m.said)


def _as_speaker_run(statement: Statement, first: int, last: int) -> Mention:
    start, end = statement.tokens[first].start, statement.tokens[last - 1].end
    said = " ".join(statement.text[start - statement.start : end - statement.start].split())
    return Mention(FindingKind.ATTRIBUTION, statement, start, end, first, last, said, said)

"""Who speaks a quotation: by the verb of speech in its sentence, or the sentence before it."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import dropwhile, pairwise, takewhile
from operator import itemgetter

from core.findings.article import Article
from core.findings.beside import past_apposition, tells_who
from core.findings.kind import Mention, Reader, Relation
from core.findings.language import lexicon
from core.findings.text import POSSESSIVE, Statement, Token
from core.findings.tie import Name, Tie, tie
from core.model import FindingKind

_BELONGS = frozenset({"of", "in", "at", "for"})
AUXILIARIES = 2
"""Small words between a quotation and the verb of speech."""
NEAR = 6
"""Words from a verb of speech on in which the one who speaks is named, or the body that this one leads."""
ASIDE, RELATED = 8, 20
"""Words between two commas that may stand between a name and its verb; the same behind "who" or "whose"."""
APPOSED = 7
"""Words of a phrase that says where a speaker belongs."""
CLEFT = 7
"""Words between "it was" and a name: "it was the home side's captain, Will Karr, who"."""
_PERSON, _WHO = frozenset({"he", "she"}), frozenset({"who", "whose"})
_ONE = frozenset({Tie.SAME, Tie.RELATED, Tie.SPELLING})
_WORD = re.compile(r"\w+")


class Voices:
    """Who speaks a quotation, by its own sentence or the one before it."""

    def __init__(
        self, articles: Sequence[Article], ranges: Mapping[str, Sequence[tuple[int, int]]], names: Reader
    ) -> None:
        self.articles = {a.source.id: a for a in articles}
        self.names = names
        self._ranges = ranges
        self._speakers: dict[Mention, Mention | None] = {}
        self._inside: dict[tuple[str, int], frozenset[int]] = {}
        self._words: dict[str, frozenset[str]] = {}

    def of(self, q: Mention) -> Mention | None:
        """The speaker, also where a pronoun stands for the one name of the sentence before."""
        if q not in self._speakers:
            found = speaker(q, self.names, self._quoted(q.statement)) or self._before(q) or self._behind(q)
            self._speakers[q] = found
        return self._speakers[q]

    def _quoted(self, statement: Statement) -> frozenset[int]:
        """The words of a sentence that stand in quotation marks: whatever they name, nobody there speaks."""
        if statement.place not in self._inside:
            self._inside[statement.place] = self._between_marks(statement)
        return self._inside[statement.place]

    def _between_marks(self, statement: Statement) -> frozenset[int]:
        ranges = self._ranges[statement.source]
        inside: set[int] = set()
        first = bisect_left(ranges, statement.start, key=itemgetter(1))
        for start, end in ranges[first : bisect_left(ranges, statement.end, key=itemgetter(0))]:
            inside.update(range(*statement.tokens_in(start, end)))
        return frozenset(inside)

    def _before(self, q: Mention) -> Mention | None:
        """The one full name of the sentence before, or the one that begins it, for "she said"."""
        statement = q.statement
        words = lexicon(statement.language)
        verbs = words.words("say")
        near = [t.word for n, t in enumerate(statement.tokens) if not q.first <= n < q.last]
        pairs = {frozenset(p) for p in pairwise(near)}
        if not statement.number or not any(p & _PERSON and p & verbs for p in pairs):
            return None
        before = self.articles[statement.source].statement(statement.number - 1)
        people = [m for m in self.names(before) if len(m.value.words) > 1 and not m.value.place]
        if before.paragraph != statement.paragraph or not people or _possessed(people[0]):
            return None
        if len(people) > 1 and not _begins(people[0]):
            return None
        here = [m for m in self.names(statement) if m.last <= q.first and not m.value.place]
        return None if here else _as_speaker(people[0], people[0].value)

    def _behind(self, q: Mention) -> Mention | None:
        """Who is named behind a quotation that stands alone: "That is how Ida Brenn put it"."""
        statement, article = q.statement, self.articles[q.statement.source]
        if q.first or q.last < len(statement.tokens) or statement.number + 1 >= len(article.places):
            return None
        behind, words = article.statement(statement.number + 1), lexicon(statement.language)
        first = behind.forms[0][1] if behind.forms else ""
        if behind.paragraph != statement.paragraph or first not in words.words("deictic"):
            return None
        verbs = words.words("say", "speaker")
        verb = next((n for n, form in enumerate(behind.forms) if form[1] in verbs), -1)
        named = (m for m in self.names(behind) if m.last <= verb and _leads(m, verb))
        found = next((_as_speaker(m, m.value) for m in named), None)
        return found or (_phrase(behind, verb, frozenset(), after=False) if verb > 0 else None)

    def known(self, x: Mention) -> bool:
        """Whether an article has the one last name of a speaker behind a first name as well."""
        return any(last == x.said for _, _, last in self.articles[x.statement.source].full)

    def stranger(self, x: Mention, y: Mention) -> bool:
        """Whether a speaker is named nowhere in the article of the other."""
        last, source = x.said.split()[-1], y.statement.source
        text = self.articles[source].source.text
        if source not in self._words:
            self._words[source] = frozenset(_WORD.findall(text))
        if _WORD.fullmatch(last):
            return last not in self._words[source]
        return not re.search(rf"\b{re.escape(last)}\b", text)


def speaker(q: Mention, names: Reader, quoted: frozenset[int]) -> Mention | None:
    """Who is said to have spoken: what stands directly left of the nearest verb of speech, else right of it.

    Whoever is told, a name that only says where one belongs, and a pronoun are no speakers.

    Args:
        q: The quotation, or a piece of it.
        names: Gives the names of a sentence.
        quoted: The words of the sentence that stand in quotation marks.
    """
    statement, words = q.statement, lexicon(q.statement.language)
    tokens = statement.tokens
    verbs = words.words("say", "speaker")
    outside = [n for n in range(len(tokens)) if n not in quoted]
    spoken = [n for n in outside if tokens[n].word in verbs or _are_words_of(statement, n)]
    own = [m for m in names(statement) if m.first not in quoted]
    if not spoken:
        found = next((m for m in own if m.last <= q.first and _who_did(m)), None) or _led_in(q, own)
        return _as_speaker(found, found.value) if found is not None else None
    verb = min(spoken, key=lambda n: min(abs(n - q.first), abs(n - q.last)))
    according = tokens[verb].word in {"according", "by", "from"} or _are_words_of(statement, verb)
    left = [m for m in own if m.last <= verb and _leads(m, verb)]
    if left and not according:
        best: Mention | None = next((m for m in reversed(left) if not _possessed(m)), left[-1])
    else:
        best = _behind_verb(own, verb) if according or _opens(statement, verb, quoted) else None
    if best is not None and not _possessed(best):
        return _as_speaker(best, best.value)
    return _phrase(statement, verb, quoted, after=according or _opens(statement, verb, quoted))


def _who_did(m: Mention) -> bool:
    """Whether a name is who did what leads to a quotation: "it was Ida Brenn who found the words: …"."""
    said, n = m.statement.sequence, m.last
    before = said[max(0, m.first - CLEFT) : m.first]
    return said[n : n + 1] == ("who",) and ("it", "was") in pairwise(before)


def _led_in(q: Mention, names: Sequence[Mention]) -> Mention | None:
    """The one name before a colon, of whom it says what they were: "Ida Brenn was blunt: …"."""
    statement = q.statement
    named = [m for m in names if m.last <= q.first and not m.value.place]
    if len(named) != 1 or ":" not in statement.gaps[q.first] or not _begins(named[0]):
        return None
    words, verb = lexicon(statement.language), past_apposition(statement, named[0].last)
    told = statement.sequence[verb : verb + 1]
    answer = words.words("word") if _owns(named[0]) else words.words("be")
    return None if answer.isdisjoint(told) else named[0]


def _begins(m: Mention) -> bool:
    """Whether a name begins its sentence, but for what somebody is: "the warden, Ida Brenn"."""
    statement = m.statement
    lead = statement.forms[: m.first]
    marked = any(statement.gaps[n].strip() not in {"", ","} for n in range(1, m.first + 1))
    small = {form[1] for form in lead if not form[3]}
    return len(lead) <= NEAR and not marked and small <= {"the", "a", "an"}


def _behind_verb(names: Sequence[Mention], verb: int) -> Mention | None:
    """Who is named first behind a verb of speech, or behind what they lead: "the mayor of Karr, Ida"."""
    behind = [m for m in names if m.first > verb]
    if not behind or behind[0].first - verb > NEAR:
        return None
    while len(behind) > 1 and _possessed(behind[0]) and behind[1].first == behind[0].last:
        del behind[0]
    near = (m for m in behind if m is behind[0] or m.first - verb <= NEAR)
    return next((m for m in near if not _goes_on(m)), None)


def compare(x: Mention, y: Mention) -> Relation:
    """Compare two speakers: "Brenn" is Ida Brenn, in whatever spelling; phrases are one if equal."""
    if not (isinstance(x.value, Name) and isinstance(y.value, Name)):
        return Relation.SAME if x.value == y.value else Relation.CONFLICT
    return Relation.SAME if tie(x.value, y.value) in _ONE else Relation.CONFLICT


def _opens(statement: Statement, verb: int, quoted: frozenset[int]) -> bool:
    """Whether a verb of speech begins its clause, but for an auxiliary: « … », a déclaré."""
    tokens, subjects = statement.tokens, lexicon(statement.language).words("pronoun")
    n = verb - 1
    while n >= 0 and verb - n <= AUXILIARIES and n not in quoted and not tokens[n].content:
        if tokens[n].word in subjects:  # "she said after the fire in Karr"
            return False
        n -= 1
    return n < 0 or n in quoted


def _are_words_of(statement: Statement, n: int) -> bool:
    """Whether "words of" begins at a token, "a statement by" or the like."""
    behind = statement.sequence[n + 1] if n + 1 < len(statement.sequence) else ""
    words, word = lexicon(statement.language), statement.sequence[n]
    by = behind in {"by", "from"} and word in words.words("message")
    return by or (behind == "of" and word in words.words("word"))


def _leads(m: Mention, verb: int) -> bool:
    """Whether a name stands directly before a verb, or with nothing but an apposition between."""
    tokens = m.statement.tokens
    if m.last == verb or _belonging(m, verb) or (m.last == verb - 1 and tokens[m.last].word == "who"):
        return True
    if tokens[verb - 1].word == "and" and 1 < verb - m.last <= APPOSED:  # ", Ida Brenn, rose and said"
        return not any(m.statement.gaps[n].strip(" '’-") for n in range(m.last + 1, verb + 1))
    before = m.statement.text[: tokens[verb].start - m.statement.start].rstrip()
    reach = RELATED if tokens[m.last].word in _WHO else ASIDE
    return m.statement.gaps[m.last].strip() == "," and before.endswith(",") and verb - m.last <= reach


def _belonging(m: Mention, verb: int) -> bool:
    """Whether only a phrase of where somebody belongs stands between: "Ida Karr of the guild says"."""
    statement = m.statement
    between = range(m.last, verb)
    if not 1 < len(between) <= APPOSED or statement.tokens[m.last].word not in _BELONGS | {"from"}:
        return False
    return not any(statement.gaps[n].strip(" '’-") for n in (*between, verb))


def _goes_on(m: Mention) -> bool:
    """Whether a noun follows a name directly: "Karr resident Ida Brenn"."""
    tokens = m.statement.tokens
    return m.last < len(tokens) and tokens[m.last].content and not m.statement.gaps[m.last].strip()


def _owns(m: Mention) -> bool:
    """Whether a name is that of an owner: "Kendre's boss"."""
    return m.statement.tokens[m.last - 1].text.endswith((*POSSESSIVE, "s'", "s’"))


def _possessed(m: Mention) -> bool:
    """Whether a name only owns who speaks ("Kendre's boss") or is where one belongs ("of the agency")."""
    before = [t.word for t in m.statement.tokens[max(0, m.first - 2) : m.first] if t.word != "the"]
    return _owns(m) or not _BELONGS.isdisjoint(before[-1:])


def _phrase(statement: Statement, verb: int, quoted: frozenset[int], *, after: bool) -> Mention | None:
    """The nouns directly left of a verb of speech, or right of "according to"."""
    tokens = statement.tokens
    pronouns = lexicon(statement.language).words("pronoun")
    owners = lexicon(statement.language).words("owner")
    if after:
        near = range(verb + 1, min(len(tokens), verb + 6))
        run = list(takewhile(lambda n: n == verb + 1 or not statement.gaps[n].strip(), near))
        run = [n for n in run if n not in quoted]
        run = [*dropwhile(lambda n: tokens[n].word in owners | {"to", "of", "from", "the", "a", "an"}, run)]
        stop = next((k for k, n in enumerate(run) if not tokens[n].content), len(run))
        run = run[:stop]
    else:
        run = []
        behind = verb - _cleft(tokens, verb)
        for n in range(behind - 1, max(-1, behind - 6), -1):
            if n in quoted:
                break
            if not tokens[n].content:
                if tokens[n].word in {"has", "have", "had", "is", "was"} and not run:
                    continue
                break
            run.insert(0, n)
        run = _behind_where(tokens, run, statement.language)
    words = [tokens[n] for n in run]
    if any(t.word in pronouns for t in words) or not any(_speaks(t, statement.language) for t in words):
        return None
    if not after and run[0] and tokens[run[0]].text[0].isupper() and tokens[run[0] - 1].word in _BELONGS:
        return None
    return _as_speaker_run(statement, run[0], run[-1] + 1)


def _behind_where(tokens: Sequence[Token], run: list[int], language: str) -> list[int]:
    """The nouns of a speaker, where a run only says where or to whom they belong: "sister of the dead"."""
    at = run[0] - 1 if run else 0
    at -= at > 0 and tokens[at].word == "the"  # "the builders of the Karr Bridge"
    if at < 1 or tokens[at].word not in _BELONGS:
        return run
    if tokens[run[0]].text[0].islower() and not tells_who(tokens[at - 1].word, language):
        return run
    return [at - 1] if tokens[at - 1].content else run


def _cleft(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb of speech stands behind "it was … who"."""
    begins = [t.word for t in tokens[:2]] in (["it", "was"], ["it", "is"])
    return begins and tokens[verb - 1].word in {"who", "that"}


def _speaks(token: Token, language: str) -> bool:
    """Whether a noun is of those who speak: people, offices, trades and bodies; or a name."""
    return token.text[0].isupper() or tells_who(token.word, language)


def _as_speaker(m: Mention, value: object) -> Mention:
    return Mention(FindingKind.ATTRIBUTION, m.statement, m.start, m.end, m.first, m.last, value, m.said)


def _as_speaker_run(statement: Statement, first: int, last: int) -> Mention:
    start, end = statement.tokens[first].start, statement.tokens[last - 1].end
    said = " ".join(statement.text[start - statement.start : end - statement.start].split())
    return Mention(FindingKind.ATTRIBUTION, statement, start, end, first, last, said, said)

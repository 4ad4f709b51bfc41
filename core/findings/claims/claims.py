"""Whether two claims that contradict each other fill one slot: one scale of evidence.

What is close to both and the same, the share of their sentences and passages that is, and equal neighbours
speak for it, other words beside them against it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from core.findings.claims.polarity import Reading, Said
from core.findings.clause import clause
from core.findings.kind import Mention
from core.findings.language import lexicon
from core.findings.slots import Pair
from core.findings.text import Statement
from core.findings.tie import Tie, tie
from core.findings.window import Window
from core.model import FindingKind

KIND = FindingKind.NEGATION
EVIDENCE = {
    "act": 0.4,
    "act denied": 0.4,
    "opposite": 1.05,
    "pole denied": 0.8,
    "denied": 1.4,
    "turned": 1.4,
    "loose": 1.5,
}
"""What two words need around them to fill one slot, by what sets them against each other: words close to both
that are the same, the share of both sentences and of both passages that is, and equal neighbours."""
OTHER = 0.35
"""Taken off for each side on which they have other words beside them."""
ALL, NEARLY = 0.5, 0.8
"""Added where nearly all words of the shorter passage are in the other one: nothing else is left to tell."""
CLAUSE = 0.45
"""Added for a denial if every telling word of its clause stands in that of the other claim: "no ransom was
paid" in a long sentence on who paid it. For opposites too it gave two false alarms (gain power, lose it)."""
DOER = 0.5
"""Added for two whole acts if somebody named before both is the same."""


OF = frozenset({"of", "de", "des", "du", "d", "do", "da", "del", "della", "di", "von", "vom", "van"})
"""What leads from a noun to its complement."""


class Claim(NamedTuple):
    """A word or phrase of a sentence and how it is said."""

    statement: Statement
    first: int
    """First token."""
    last: int
    """One past the last."""
    reading: Reading


class Rivals(NamedTuple):
    """A claim of either window, and what sets them against each other."""

    x: Claim
    y: Claim
    rule: str
    """A key of `EVIDENCE`."""


def reach(r: Rivals) -> int:
    """How far before the word its negator stands: the nearest word is what is denied."""
    return max(abs(c.first - c.reading.negator) * (c.reading.negator >= 0) for c in (r.x, r.y))


def evidence(pair: Pair, r: Rivals) -> float:
    """How much around two claims is the same."""
    x, y = spot(r.x), spot(r.y)
    shorter, longer = pair.cover(r.x.statement, r.y.statement, x, y)
    equal = sum(_next_content(r.x, step) == _next_content(r.y, step) != "" for step in (-1, 1))
    other = sum(beside(pair, r, step) is False for step in (-1, 1))
    return (
        min(pair.near(x, y), 2)
        + 0.5 * shorter
        + 0.3 * longer
        + 0.4 * pair.whole
        + ALL * (pair.whole >= NEARLY)
        + 0.25 * equal
        + CLAUSE * (r.rule.endswith("denied") and clause_told(pair, r))
        - OTHER * other
        + DOER * (r.rule.startswith("act") and _same_doer(pair, r) is True)
    )


def clause_told(pair: Pair, r: Rivals) -> bool:
    """Whether the clause of the other claim has all telling words of that of a denial, and there are some.

    What people say is none: "no official confirmation", "the official confirmed".
    """
    denied = r.x.reading.said is Said.DENIED
    window, c, other = (pair.a, r.x, pair.b) if denied else (pair.b, r.y, pair.a)
    own, there = span(window, c), span(other, r.y if denied else r.x)
    aligned, at = pair.aligned if denied else pair.back, window.offset[c.statement.number]
    say = lexicon(c.statement.language).words("say")
    words = [n for n in own if window.forms[n][3] and not at + c.first <= n < at + c.last]
    told = [m for n in words if (m := aligned.get(n, -1)) in there and other.forms[m][1] not in say]
    return len(told) == len(words) > 0


def _same_doer(pair: Pair, r: Rivals) -> bool | None:
    """Whether somebody named before both claims is the same; None where either has no name before it."""
    here, there = (_before(w, c) for w, c in ((pair.a, r.x), (pair.b, r.y)))
    if not here or not there:
        return None
    known = pair.b.capitals.intersection(*[m.value.words for m in here[-1:]])
    known |= pair.a.capitals.intersection(*[m.value.words for m in there[-1:]])
    return True if _tied(here, there) else None if known else False


def _tied(here: Sequence[Mention], there: Sequence[Mention]) -> bool:
    """Whether two lists of names have one in common."""
    return any(tie(m.value, o.value) not in {Tie.DIFFERENT, Tie.GIVEN} for m in here for o in there)


def _before(window: Window, c: Claim) -> list[Mention]:
    """The nearest name before a claim; behind "he" or "she" all names of the sentence before."""
    own = [m for m in window.mentions.get(FindingKind.NAME, ()) if not m.value.place]
    named = [m for m in own if m.statement is c.statement and m.last <= c.first]
    persons = lexicon(c.statement.language).words("person")
    if named or not any(t.word in persons for t in c.statement.tokens[: c.first]):
        return named[-1:]
    return [m for m in own if m.statement.number == c.statement.number - 1]


def beside(pair: Pair, r: Rivals, step: int) -> bool | str | None:
    """Whether the words beside two claims are aligned; "elsewhere" if one has its like in another clause."""
    n, m = (argument(w, c, step) for w, c in ((pair.a, r.x), (pair.b, r.y)))
    if n is None or m is None:
        return None
    if step < 0 and one_head(pair, r):
        return True
    i, j = pair.a.offset[r.x.statement.number] + n, pair.b.offset[r.y.statement.number] + m
    here, there = (span(w, c) for w, c in ((pair.a, r.x), (pair.b, r.y)))
    if step < 0 and (
        _contrasted(pair.a, pair.back.get(j), here) or _contrasted(pair.b, pair.aligned.get(i), there)
    ):
        return "elsewhere"
    if pair.aligned.get(i, -1) in there or pair.back.get(j, -1) in here:
        return True
    return "elsewhere" if i in pair.aligned or j in pair.back else False


def one_head(pair: Pair, r: Rivals) -> bool:
    """Whether the nouns that two clauses begin with are aligned: "the pool at Karr", "the pool in the park".

    Not if what follows either stands nowhere in the other account: two pools.
    """
    n, m = _head(r.x), _head(r.y)
    i, j = (argument(w, c, -1) for w, c in ((pair.a, r.x), (pair.b, r.y)))
    at, to = pair.a.offset[r.x.statement.number], pair.b.offset[r.y.statement.number]
    if n is None or m is None or i is None or j is None or pair.aligned.get(at + n) != to + m:
        return False
    return at + i in pair.aligned or to + j in pair.back


def _head(c: Claim) -> int | None:
    """The last of the telling words that a clause begins with, before a preposition that goes on with it."""
    tokens, words = c.statement.tokens, lexicon(c.statement.language)
    inside, small = clause(c.statement, c.first), words.words("article")
    n = inside.start + (tokens[inside.start].word in small)
    first = n
    while n < c.first and tokens[n].content and not c.statement.gaps[n + 1].strip():
        n += 1
    goes_on = n < c.first and tokens[n].word in words.words("before_place") | OF
    return n - 1 if first < n and goes_on else None


def _contrasted(window: Window, at: int | None, own: range) -> bool:
    """Whether a word begins another clause, set against the own one: "egg prices fell while lamb …"."""
    if at is None or at in own or at == 0:
        return False
    against = lexicon(window.statements[0].language).words("contrast")
    return any(form[1] in against for form in window.forms[max(0, at - 2) : at])


def argument(window: Window, c: Claim, step: int) -> int | None:
    """The next content word of the clause that says more than "got" and is neither adverb nor day.

    Behind "confirmed to" or "denied to" stands who is told, and none of what is said.
    """
    words = lexicon(c.statement.language)
    light = words.words("light", "wish") | (words.words("negator") - words.words("negative"))  # "won't"
    if (
        step > 0
        and words.words("say").intersection(c.statement.sequence[c.first : c.last])
        and (c.statement.sequence[c.last : c.last + 1] == ("to",))
    ):
        return None
    days = {k for m in window.told(FindingKind.DATE, c.statement) for k in range(m.first, m.last)}
    inside = clause(c.statement, c.first)
    n = c.first - 1 if step < 0 else c.last
    while n in inside:
        t = c.statement.tokens[n]
        if t.content and n not in days and t.word not in light and not t.word.endswith("ly"):
            return n
        n += step
    return None


def span(window: Window, c: Claim) -> range:
    """The clause of a claim as tokens of its window."""
    at, inside = window.offset[c.statement.number], clause(c.statement, c.first)
    return range(at + inside.start, at + inside.stop)


def _next_content(c: Claim, step: int) -> str:
    """The stem of the next content word of the sentence."""
    tokens = c.statement.tokens
    n = c.first - 1 if step < 0 else c.last
    while 0 <= n < len(tokens):
        if tokens[n].content:
            return tokens[n].stem
        n += step
    return ""


def spot(c: Claim) -> Mention:
    """A claim where it stands."""
    return mention(c.statement, c.first, c.last)


def mention(s: Statement, first: int, last: int) -> Mention:
    """Some words of a sentence as a reading."""
    start, end = s.tokens[first].start, s.tokens[last - 1].end
    said = " ".join(s.text[start - s.start : end - s.start].split())
    return Mention(KIND, s, start, end, first, last, said.casefold(), said)

"""Do two values that conflict fill the same slot? Guards say that they do not, coverage that they do."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from core.findings import date
from core.findings.kind import Mention
from core.findings.language import lexicon, stemmer
from core.findings.name import spelled_alike
from core.findings.quantity import Quantity
from core.findings.slots import ARTICLES, REACH, Pair, Window, synonyms
from core.findings.text import Token
from core.model import FindingKind

SPECIFIC = frozenset(
    {"%", "length", "mass", "volume", "area", "time", "speed", "age", "score", "rank", "money"}
)
"""Classes of which a passage seldom has two."""
NEAR = 0.6
"""How much alike two times of day stand near, where a longer sentence tells nearly all of a shorter one."""
FRAME = 4
"""Equal words around two counts of one noun that say that they fill one slot."""


_RELATIVE = re.compile(
    r"\bdays? (?:after|before|later|earlier)\b|\beve of\b"
    r"|\b(?:next|following|previous) (?:day|morning|night|evening)\b"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two values that conflict, and what else the two windows have of their kind."""

    pair: Pair
    """The two windows."""
    x: Mention
    """The value of the first."""
    y: Mention
    """That of the second."""
    a: Sequence[Mention]
    """All readings of the first."""
    b: Sequence[Mention]
    """All readings of the second."""
    lone: bool
    """Whether they are the only ones without their like on the other side, in windows that are alike."""


def _listed(x: Mention, y: Mention, a: Sequence[Mention], b: Sequence[Mention]) -> bool:
    """Whether both sentences also count what is named by the same two words: one list of counts."""
    return any(
        _one_phrase(p, q) and p.statement is x.statement and q.statement is y.statement for p in a for q in b
    )


def _one_phrase(x: Mention, y: Mention) -> bool:
    """Whether two numbers count what is named by the same two words: rescued miners."""
    return x.kind is FindingKind.NUMBER and len(x.value.noun) == 2 and x.value.noun == y.value.noun


def fits(c: Candidate) -> bool:
    """Whether two conflicting values fill the same slot, as far as guards and coverage tell."""
    pair, x, y = c.pair, c.x, c.y
    shorter, _ = pair.cover(x.statement, y.statement)
    framed = _framed(pair, x, y) or _told_alike(c)
    known = framed or shorter >= 0.75 or _listed(x, y, c.a, c.b) or _one_toll(c)
    if _numbered(x, y) or (not known and _strangers(pair, x, y)):
        return False
    if x.kind is FindingKind.DATE:
        return _date_fits(c, framed=framed)
    if not _rivals(x.value, y.value) or _among(x, y) or _among(y, x) or _other_things(x, y):
        return False
    p, q = x.value, y.value
    noun = bool(p.noun and q.noun and p.noun[0] == q.noun[0])
    return (
        framed
        or shorter >= 0.5
        or pair.whole >= 0.55
        or (bool(p.toll) and p.toll == q.toll and max(shorter, pair.whole) >= 0.25)
        or (transposed(x, y) and (max(shorter, pair.whole) >= 0.3 or noun))
        or (_only_one(p.unit, c.a) and _only_one(q.unit, c.b) and min(shorter, pair.whole) >= 0.4)
        or (p.unit == "age" and (bool(p.who & q.who) or _lone_age(c)))
    )


def _lone_age(c: Candidate) -> bool:
    """Whether two ages are the only ones in windows that are alike: "a roofer of 58", "He was 38"."""
    return _only_one("age", c.a) and _only_one("age", c.b) and c.pair.whole >= 0.45


def _rivals(p: Quantity, q: Quantity) -> bool:
    """Whether two numbers can be of one thing at all: no part, no other rate, toll or order of size."""
    if p.weak or q.weak or p.part != q.part or (p.rate and q.rate and p.rate != q.rate):
        return False
    if (p.toll != q.toll and p.toll and q.toll) or p.room != q.room:
        return False
    return not _far(p, q) or _same_lead(p.printed, q.printed)


def _among(x: Mention, y: Mention) -> bool:
    """Whether one counts people of a kind, and the other more people of any kind: 12 children, 40 people."""
    if not (x.value.unit == y.value.unit == "count" and x.value.noun and y.value.noun):
        return False
    anybody = _stems(x.statement.language, "anybody")
    kinds = _stems(x.statement.language, "kind_of_people")
    few, many = x.value.noun[0] in kinds, y.value.noun[0] in anybody
    return few and many and x.value.point < y.value.point


@cache
def _stems(language: str, key: str) -> frozenset[str]:
    stem = stemmer(language)
    return frozenset(stem.stemWord(w) if stem else w for w in lexicon(language).words(key))


def _date_fits(c: Candidate, *, framed: bool) -> bool:
    pair, x, y = c.pair, c.x, c.y
    shorter, longer = pair.cover(x.statement, y.statement)
    if _a_day_apart(x, y) or _reporting(x) or _reporting(y) or _other_year(x, y):
        return False
    two = date.shared_fields(x.value, y.value) >= 2
    clock = x.value.minute is not None
    least = 0.5 if _plain_year(x) != _plain_year(y) else 0.35
    alike = longer >= least and (shorter >= 0.5 or pair.whole >= 0.55 or (two and shorter >= 0.3))
    whole = clock and shorter >= 0.75 and pair.near(x, y) >= NEAR
    return alike or c.lone or framed or whole or (clock and min(shorter, pair.whole) >= 0.4)


def _a_day_apart(x: Mention, y: Mention) -> bool:
    """Whether one account alone counts days from another event: "on Thursday, a day after the quake"."""
    weekdays = all(m.value.weekday is not None and m.value.day is None for m in (x, y))
    return weekdays and sum(_RELATIVE.search(m.statement.text) is not None for m in (x, y)) == 1


def _framed(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether equal words stand directly around two values, one of them telling: "will reopen on".

    Three before both are enough; two, when the sentences share another word shortly before: who is
    "suspended until"; four on both sides, when they count the same.
    """
    left, right = pair.sides(x, y)
    start = x.first - 1 if x.first and x.statement.tokens[x.first - 1].word in ARTICLES else x.first
    if left >= 2 and any(t.content for t in x.statement.tokens[max(0, start - left) : start]):
        return x.kind is FindingKind.DATE and (left >= 3 or _same_subject(pair, x, y, left))
    return left > 0 and left + right >= FRAME and _one_noun(x, y)


def _same_subject(pair: Pair, x: Mention, y: Mention, left: int) -> bool:
    """Whether an aligned word stands shortly before the equal words that lead to both values."""
    (x0, _), (y0, _) = pair.a.place(x), pair.b.place(y)
    here = range(max(pair.a.offset[x.statement.number], x0 - left - REACH), x0 - left)
    there = range(max(pair.b.offset[y.statement.number], y0 - left - REACH), y0 - left)
    return any(pair.aligned.get(i) in there for i in here)


def _one_noun(x: Mention, y: Mention) -> bool:
    return x.kind is FindingKind.NUMBER and x.value.noun[:1] == y.value.noun[:1] != ()


def _told_alike(c: Candidate) -> bool:
    """Whether both values stand close to the same run of words, telling enough to be of one event."""
    pair, x, y = c.pair, c.x, c.y
    if x.kind is FindingKind.NUMBER and not (_one_noun(x, y) and transposed(x, y)):
        return False
    (x0, x1), (y0, y1) = pair.a.place(x), pair.b.place(y)
    here, there = pair.a.sentence_of, pair.b.sentence_of
    for i, j in pair.aligned.items():
        if here[i] == here[x0] and there[j] == there[y0]:
            n = _run(pair, i, j)
            near = min(abs(x0 - i - n), abs(i - x1)) <= REACH and min(abs(y0 - j - n), abs(j - y1)) <= REACH
            if near and _telling([t for t in pair.a.tokens[i : i + n] if t.content]):
                return True
    return False


def _telling(words: Sequence[Token]) -> bool:
    """Whether a run has four content words, with a name and a plain word among them."""
    return len(words) >= 4 and len({t.text[0].isupper() for t in words}) == 2


def _run(pair: Pair, i: int, j: int) -> int:
    """How many equal words follow in both windows."""
    n = 0
    a, b = pair.a.tokens, pair.b.tokens
    while i + n < len(a) and j + n < len(b) and a[i + n].stem == b[j + n].stem:
        n += 1
    return n


def _one_toll(c: Candidate) -> bool:
    """Whether two languages tell of one toll, which stands once on either side: "11 hurt", "13 verletzt"."""
    x, y = c.x, c.y
    if x.statement.language == y.statement.language or x.kind is FindingKind.DATE or not x.value.toll:
        return False
    return all(sum(m.value.toll == x.value.toll for m in side) == 1 for side in (c.a, c.b))


def _other_things(x: Mention, y: Mention) -> bool:
    """Whether one counts people and the other vehicles: 80 cars, 27 crew."""
    if not (x.value.unit == y.value.unit == "count" and x.value.noun and y.value.noun):
        return False
    language = x.statement.language
    people = _stems(language, "people") | _stems(language, "anybody") | _stems(language, "kind_of_people")
    p, q, vehicles = x.value.noun[0], y.value.noun[0], _stems(language, "vehicle")
    return (p in people and q in vehicles) or (q in people and p in vehicles)


def _reporting(m: Mention) -> bool:
    """Whether a weekday is the day of the report: "said on Monday"."""
    if m.value.weekday is None or m.value.day is not None:
        return False
    verbs = lexicon(m.statement.language).words("say")
    return any(t.word in verbs for t in m.statement.tokens[max(0, m.first - 3) : m.first])


def bare_year(m: Mention) -> bool:
    """Whether a date is a year and nothing else."""
    return m.kind is FindingKind.DATE and m.value.year is not None and m.value.month is None


def _plain_year(m: Mention) -> bool:
    """Whether a date is a year alone: beside a day or a season of another year it is seldom of one event."""
    return bare_year(m) and m.value.season is None


def _other_year(x: Mention, y: Mention) -> bool:
    """Whether two sentences give figures of two years: "in 2007 9 million", "in 2014 16 million"."""
    if not (bare_year(x) and bare_year(y)):
        return False
    here, there = (
        next((t.word for t in m.statement.tokens[m.last : m.last + 5] if t.text[0].isdigit()), "")
        for m in (x, y)
    )
    return bool(here and there) and here != there


def _strangers(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether both sentences name somebody whom the other window does not name: other people's figures."""
    return _unknown(_names(x), pair.b) and _unknown(_names(y), pair.a)


def _unknown(names: set[str], window: Window) -> bool:
    """Whether one of some names stands in a window in no spelling."""
    rest = names.difference(*(s.words for s in window.statements))
    return any(not any(spelled_alike(word, other) for other in window.capitals) for word in rest)


def _numbered(x: Mention, y: Mention) -> bool:
    """Whether both sentences number the same thing otherwise: Grade 3, Grade 4."""
    here, there = _labels(x), _labels(y)
    return any(here[w].isdisjoint(there[w]) for w in here.keys() & there.keys())


def _labels(m: Mention) -> dict[str, set[str]]:
    """Capitalised word -> numbers directly behind it in a mention's sentence, its own left out."""
    labels: dict[str, set[str]] = {}
    if not m.statement.digits:
        return labels
    for n, (before, token) in enumerate(pairwise(m.statement.tokens), 1):
        if token.text[0].isdigit() and before.text[0].isupper() and not m.first <= n < m.last:
            labels.setdefault(before.word, set()).add(token.word)
    return labels


def _names(m: Mention) -> set[str]:
    """Folded capitalised words of a mention's sentence, without its first word and its dates."""
    words = set()
    for n, token in enumerate(m.statement.tokens):
        if n and token.text[0].isupper() and token.content and not m.first <= n < m.last:
            words.add(token.word)
    return words - {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}


def score(pair: Pair, x: Mention, y: Mention) -> float:
    """How surely two values fill one slot, to pair the best first; comparable within a kind."""
    shorter, _ = pair.cover(x.statement, y.statement)
    left, right = pair.sides(x, y)
    score = 0.5 * min(pair.near(x, y), 2) + 0.15 * left + 0.15 * right + 0.6 * shorter + 0.3 * pair.whole
    if x.kind is FindingKind.DATE:
        return score + 0.35
    p, q = x.value, y.value
    score += 0.5 * _noun(p.noun, q.noun, (x.statement.language, y.statement.language)) + 0.4 * transposed(
        x, y
    )
    if p.unit.split(":")[0] in SPECIFIC:
        score += 0.35 + 0.3 * (p.unit in {"age", "score"})
    return score + 0.6 * bool(p.toll and p.toll == q.toll) + 0.6 * bool(p.who & q.who)


def _noun(p: tuple[str, ...], q: tuple[str, ...], languages: tuple[str, str]) -> float:
    """How far what is counted is the same: 1 the same, -.5 something else, 0 not said."""
    if not p or not q:
        return 0
    if p[0] == q[0]:
        return 1
    if set(p) & set(q):
        return 0.8
    kin = synonyms(languages[0])
    if p[0] in kin and kin[p[0]] == kin.get(q[0]):
        return 0.9
    return 0.4 if _people(p[0], languages[0]) and _people(q[0], languages[1]) else -0.5


def _people(stem: str, language: str) -> bool:
    return any(stem[:4] == w[:4] for w in lexicon(language).words("people"))


def _only_one(unit: str, mentions: Sequence[Mention]) -> bool:
    own = unit.split(":", maxsplit=1)[0]
    return own in SPECIFIC and sum(m.value.unit.split(":")[0] == own for m in mentions) == 1


def _far(p: Quantity, q: Quantity) -> bool:
    small, large = sorted((abs(p.point), abs(q.point)))
    return large > 10 * small


def _same_lead(x: float, y: float) -> bool:
    """Whether two numbers begin with the same digits: 14 million, 14 billion."""
    return f"{x:.6e}".partition("e")[0] == f"{y:.6e}".partition("e")[0]


def transposed(x: Mention, y: Mention) -> bool:
    """Whether one number is the other with digits exchanged: 206 / 260, 3.75 / 3.57."""
    p, q = f"{x.value.point:g}", f"{y.value.point:g}"
    return len(p) > 1 and p != q and sorted(p) == sorted(q) and x.value.unit == y.value.unit

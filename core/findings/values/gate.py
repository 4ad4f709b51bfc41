"""Can two values that conflict fill the same slot at all? Guards say when they cannot."""

import re
from itertools import pairwise
from math import isclose

from core.findings.clause import clause, told_as, told_in, whole
from core.findings.dates.reported import of_report, only_told
from core.findings.dates.vague import tied
from core.findings.kind import Mention
from core.findings.language import lexicon, stems
from core.findings.numbers.age import stands_for_name
from core.findings.numbers.quantity import Quantity
from core.findings.numbers.shares import worth
from core.findings.numbers.tolls import feared_more
from core.findings.numbers.ways import of_two_ways
from core.findings.values.odds import transposed
from core.findings.values.steps import other_step
from core.model import FindingKind

RECKONED = frozenset({"%", "money"})
"""Classes of figures that are reckoned in several ways."""
MANY = 100
"""How many there are at most of whom each gets so much."""
EXACT = 0.01
"""Share of a number by which a reckoned one may be off: people round."""
LEAD = 8
"""Words before a number in which it is told that somebody has so many."""
FAR = 2.5
"""How many times as many somebody has as are told of, where the others are left out."""
CAME = 5
"""Words before a number in which it is told that something came to it: "weakened slightly to class 2"."""
TERMS = frozenset({"term", "mandat", "stint", "spell"})
"""Stems of times in office."""

_AGO = re.compile(
    r"(?: [\w'’-]+){0,2} ?\b(?:[Aa]n?|one|two|three|four|five|ten|\d+) (?:week|month|year|decade|centur)\w* "
    r"(?:ago|before|earlier)\b"
)
"""How long ago it was, right behind a number or what it counts."""
_LAST = re.compile(r"\b(?:last|previous)\b[^.;]*\b(?:((?:1[5-9]|20)\d\d)|years ago)\b")


def fits(x: Mention, y: Mention) -> bool:
    """Whether two values that conflict can fill one slot at all, as far as their two sentences tell.

    Args:
        x: A number or a date.
        y: One of the same kind, of another account.

    Returns:
        False as soon as one guard says that they are of two things.
    """
    if x.kind is FindingKind.DATE:
        told = of_report(x) or of_report(y) or only_told(x, y) or _of_before(x, y)
        return not (told or tied(x) != tied(y) or _of_more(x) != _of_more(y) or other_step(x, y))
    p, q = x.value, y.value
    if not _rivals(p, q) or (p.part != q.part and p.unit == q.unit and not _of_one_whole(x, y)):
        return _part_exceeds(x, y) or _part_exceeds(y, x)
    told = any(of_two(x, y) or of_two(y, x) for of_two in _ONE_WAY)
    return not (told or any(of_two(x, y) for of_two in _EITHER_WAY))


def _of_more(m: Mention) -> bool:
    """Whether the clause of a date tells of more than there were before: "another 30 came on Sunday"."""
    s, words = m.statement, lexicon(m.statement.language)
    more = words.words("more_of")
    if more.isdisjoint(s.words):
        return False
    inside = whole(s, m.first)
    own = pairwise(s.sequence[inside.start : inside.stop])
    return any(a in more and (b[0].isdigit() or b in words.words("spoken")) for a, b in own)


def _back_then(x: Mention, y: Mention) -> bool:
    """Whether one toll alone is that of an event long before: "the last flood, in 1974, killed 12"."""
    if not (x.value.toll and y.value.toll):
        return False
    here, there = (_LAST.search(m.statement.text) for m in (x, y))
    then, other = (here, y) if here else (there, x)
    if not then or (here and there):
        return False
    return then[1] is None or then[1] not in other.statement.text


def _other_units(x: Mention, y: Mention) -> bool:
    """Whether numbers without a unit stand beside two of one class: "73 miles an hour; the limit is 50"."""
    if any(m.value.unit != "count" or m.value.noun for m in (x, y)):
        return False
    sizes: list[dict[str, set[str]]] = [{}, {}]
    for m, found in zip((x, y), sizes, strict=True):
        units = lexicon(m.statement.language).values("unit")
        for sort, _, size in (units[w].partition(":") for w in m.statement.words & units.keys()):
            found.setdefault(sort, set()).add(size)
    return any(sizes[0][sort].isdisjoint(sizes[1][sort]) for sort in sizes[0].keys() & sizes[1].keys())


def _apiece(x: Mention, y: Mention) -> bool:
    """Whether one number alone is told for each of some, or of some days, and the other for them all.

    45 million each, 90 million; 100,000 a month, 1.2 million.
    """
    if _for_each(x) == _for_each(y):
        return False
    small, large = (x, y) if _for_each(x) else (y, x)
    times = large.value.point / (small.value.point or 1)
    return 1 < round(times) < MANY and isclose(times, round(times), rel_tol=EXACT)


def _before_now(x: Mention, y: Mention) -> bool:
    """Whether one alone was so much before: "4.9 per cent a year ago", "had 280 members a year earlier"."""
    if x.value.toll or y.value.toll or x.value.unit == "time":
        return False
    for m, o in ((x, y), (y, x)):
        if _AGO.match(m.statement.text, m.end - m.statement.start):
            return _AGO.search(o.statement.text) is None
    return False


def _of_before(x: Mention, y: Mention) -> bool:
    """Whether one alone is told as what it was at first: "originally to open on 2 March", "initially 12"."""
    here, there = (told_as(m.statement, m.first, "initially") for m in (x, y))
    return here != there


def _of_variants(x: Mention, y: Mention) -> bool:
    """Whether one figure alone is told as reckoned in some way: "seasonally adjusted", "the core rate"."""
    if x.value.unit.partition(":")[0] not in RECKONED:
        return False
    here, there = (_of_variant(m) for m in (x, y))
    return here != there


def _of_variant(m: Mention) -> bool:
    """Whether the clause of a figure, or what stands before it, tells how it was reckoned."""
    words, s = lexicon(m.statement.language), m.statement
    if words.ends("variant").isdisjoint(s.words):
        return False
    return told_in(s.sequence[: clause(s, m.first).stop], words.words("variant"))


def _of_all(x: Mention, y: Mention) -> bool:
    """If one alone is what somebody has, far more than the other: a choir has 40 singers, 11 are stuck."""
    small, large = sorted((x, y), key=lambda m: float(m.value.point))
    if not x.value.unit == y.value.unit == "count" or large.value.point < FAR * small.value.point:
        return False
    return _had(large) and not _had(small) and not transposed(x, y)


def _had(m: Mention) -> bool:
    """Whether somebody has, or is with, so many: "which has 40 singers", "with more than 40 singers"."""
    words, lead = lexicon(m.statement.language), m.statement.sequence[max(0, m.first - LEAD) : m.first]
    owns, bounds = words.words("owns"), words.words("rule_lead", "about", "nearly")
    return next((w in owns for w in reversed(lead) if w in owns or w not in bounds), False)


def _for_each(m: Mention) -> bool:
    """Whether a number is a rate, or a word in its sentence says that it is that of each."""
    return bool(m.value.rate) or not lexicon(m.statement.language).words("apiece").isdisjoint(
        m.statement.words
    )


def _part_exceeds(x: Mention, y: Mention) -> bool:
    """Whether "280 of them" are more than there are for the other account: 180 farmers."""
    of = [t.word for t in x.statement.tokens[x.last : x.last + 2]]
    them = len(of) > 1 and of[0] == "of" and of[1] in lexicon(x.statement.language).words("object")
    return them and _rivals(x.value, y.value) and not y.value.part and x.value.low > y.value.high


def _rest(x: Mention, y: Mention) -> bool:
    """Whether two shares make up a whole: nine of the ten are open, 10 % shut; 8 % run, 92 % do not.

    Two that are told in per cent tell the same only where one alone is denied.
    """
    shares = _share(x.value), _share(y.value)
    if "%" not in {x.value.unit, y.value.unit} or not all(shares) or abs(sum(shares) - 100) >= 1:
        return False
    words = lexicon(x.statement.language)
    denying = words.words("negator", "negative") - words.words("idiom")
    rest = words.words("rest")
    sure = (
        x.value.whole
        or y.value.whole
        or rest.isdisjoint(x.statement.words) != rest.isdisjoint(y.statement.words)
    )
    return bool(sure) or denying.isdisjoint(x.statement.words) != denying.isdisjoint(y.statement.words)


def _share(q: Quantity) -> float:
    """What share a number tells, in per cent; 0 for none."""
    return q.point if q.unit == "%" else 100 * q.point / q.whole if q.whole else 0.0


def _of_two_people(x: Mention, y: Mention) -> bool:
    """Whether two ages are of two people: "Tarn, 56", "Tarn met a 52-year-old man", "the 24-year-old left".

    `whole/ages.py` says for whose name the last one stands.
    """
    if not x.value.unit == y.value.unit == "age":
        return False
    if stands_for_name(x) != stands_for_name(y):
        return True
    if _somebody_new(x, y) or _somebody_new(y, x):
        return True
    named, other = (x, y) if x.value.who else (y, x)
    if other.value.who or named.value.who.isdisjoint(other.statement.words):
        return False
    lead = other.statement.sequence[max(0, other.first - 2) : other.first]
    return lead[-1:] in {("a",), ("an",)} and lead[0] not in lexicon(other.statement.language).words("become")


def _somebody_new(x: Mention, y: Mention) -> bool:
    """Whether the sentence of one age tells of whom the other is as of somebody else: "his passenger"."""
    own, other, s = _noun_of_age(x), _noun_of_age(y), y.statement
    if not own or not other or own == other or own not in s.words:
        return False
    new = lexicon(s.language).words("indefinite")
    at = [n - 1 for n, word in enumerate(s.sequence) if n and word == own]
    return any(s.sequence[n] in new and s.gaps[n].strip() != "," for n in at)  # "the driver, a student,"


def _noun_of_age(m: Mention) -> str:
    """The noun of whom an age is told: "a 19-year-old passenger", "the driver, 23,"."""
    s = m.statement
    old = lexicon(s.language).words("old")
    behind = m.last + (not old.isdisjoint(s.sequence[m.last : m.last + 1]))
    if behind > m.first + 1:
        return s.sequence[behind] if behind < len(s.forms) and not s.gaps[behind].strip() else ""
    return s.sequence[m.first - 1] if m.first and s.gaps[m.first].strip() == "," else ""


def _of_term(x: Mention, y: Mention) -> bool:
    """Whether two ranks are of times in office: who has one may tell of the one before and of the next."""
    p, q = x.value, y.value
    return p.unit == q.unit == "rank" and p.noun[:1] == q.noun[:1] and not TERMS.isdisjoint(p.noun[:1])


def _two_bearers(x: Mention, y: Mention) -> bool:
    """Whether two ranks are those of two people whom both name: "Brenn was first", "Vahl is second"."""
    if not x.value.unit == y.value.unit == "rank":
        return False
    a, b = _bearer(x), _bearer(y)
    return bool(a and b) and a.isdisjoint(b) and a <= y.statement.words and b <= x.statement.words


def _bearer(m: Mention) -> frozenset[str]:
    """Folded words of the name that is said to have a rank: "Ida Brenn is only the second"."""
    tokens, become = m.statement.tokens, lexicon(m.statement.language).words("become")
    n = m.first - 1
    while n > 0 and not tokens[n].content and tokens[n].word not in become:
        n -= 1
    if n < 1 or tokens[n].word not in become:
        return frozenset()
    first = n
    while (
        first and tokens[first - 1].text[0].isupper() and (first == n or not m.statement.gaps[first].strip())
    ):
        first -= 1
    return frozenset([t.word for t in tokens[first:n]])


def _of_one_whole(x: Mention, y: Mention) -> bool:
    """Whether the whole of which one counts a part stands beside the other too: of the 26, a squad of 26."""
    whole = {m.value.whole for m in (x, y)} - {None}
    told = [{worth(t, lexicon(m.statement.language)) for t in m.statement.tokens} for m in (x, y)]
    return any(w in told[0] and w in told[1] for w in whole)


def _rivals(p: Quantity, q: Quantity) -> bool:
    """Whether two numbers can be of one thing at all: no part, no other rate or toll."""
    if p.weak or q.weak or (p.rate and q.rate and p.rate != q.rate):
        return False
    return not (p.toll != q.toll and p.toll and q.toll) and p.room == q.room


def _among(x: Mention, y: Mention) -> bool:
    """Whether one counts people of a kind, and the other more people of any kind: 12 children, 40 people."""
    if not (x.value.unit == y.value.unit == "count" and x.value.noun and y.value.noun):
        return False
    if x.value.point >= y.value.point or y.value.noun[0] not in stems("anybody", x.statement.language):
        return False
    return x.value.noun[0] in stems("kind_of_people", x.statement.language)


def came_to(x: Mention, y: Mention) -> bool:
    """Whether one account alone tells that a count rose or fell past the other: "climbed to 27", 19 dead."""
    if x.value.unit != "count":
        return False
    words = lexicon(x.statement.language)
    lead = x.statement.sequence[max(0, x.first - CAME) : x.first]
    if words.words("to").isdisjoint(lead):
        return False
    for ups, downs in words.rows("came"):
        if not y.statement.words.isdisjoint(ups | downs):
            return False
        if not ups.isdisjoint(lead):
            return bool(x.value.point > y.value.point)
        if not downs.isdisjoint(lead):
            return bool(x.value.point < y.value.point)
    return False


_ONE_WAY = (came_to, _among)
"""What one of two numbers says by itself: each is asked of either."""
_EITHER_WAY = (
    _apiece,
    _other_units,
    _back_then,
    _rest,
    _of_two_people,
    _of_term,
    _two_bearers,
    of_two_ways,
    feared_more,
    _of_all,
    _before_now,
    _of_before,
    _of_variants,
    other_step,
)
"""What two numbers say together, whichever comes first."""

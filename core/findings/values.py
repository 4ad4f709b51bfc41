"""Values that fill the same slot and conflict: what numbers and dates have in common.

A value that the other side has anywhere is settled; what is left over is seldom more than one a side. Of
leftovers that conflict, those count whose surroundings say that they fill the same slot; they pair best
first, one to one.
"""

from collections.abc import Sequence
from itertools import pairwise

from core.findings import date
from core.findings.kind import Compare, Conflict, Mention, Relation
from core.findings.language import lexicon
from core.findings.quantity import Quantity
from core.findings.slots import ARTICLES, Pair, synonyms
from core.model import FindingKind

LEAST = {FindingKind.NUMBER: 0.72, FindingKind.DATE: 0.9}
"""Score under which two values do not surely fill one slot."""
LONE, LONE_WHOLE, LONE_NEAR = 0.6, 0.55, 0.25
"""Score, share of aligned words and nearness from which two values fill one slot when all others agree."""
SPECIFIC = frozenset(
    {"%", "length", "mass", "volume", "area", "time", "speed", "age", "score", "rank", "money"}
)
"""Classes of which a passage seldom has two."""
TABLE = 2_500
"""Pairs of values from which two windows are tables, not prose."""
RIVAL = 0.2
"""What a candidate must score more when another one comes within .3."""


def conflicts(pair: Pair, a: Sequence[Mention], b: Sequence[Mention], compare: Compare) -> list[Conflict]:
    """Find the values of one kind that conflict between two windows.

    Args:
        pair: The two windows.
        a: Readings of the first, rising.
        b: Readings of the second.
        compare: The comparison of the kind.

    Returns:
        At most one conflict for each reading.
    """
    if len(a) * len(b) > TABLE:
        return []
    relations = {(x, y): compare(x, y) for x in a for y in b}
    settled = {m for xy, r in relations.items() if r in {Relation.SAME, Relation.COMPATIBLE} for m in xy}
    against = [xy for xy, r in relations.items() if r is Relation.CONFLICT]
    rivals = {m for x, y in against if _one_noun(x, y) for m in (x, y)}
    settled |= _summed(a, b) | _summed(b, a) | (_left(a, b) | _left(b, a)) - (rivals - settled)
    open_ = [xy for xy in against if not settled & set(xy)]
    lone = len(open_) == 1 and pair.whole >= LONE_WHOLE and pair.near(*open_[0]) >= LONE_NEAR
    scored = [(s, x, y) for x, y in open_ if _fits(pair, x, y, a, b, lone) and (s := _score(pair, x, y)) > 0]
    scored.sort(key=lambda c: (-c[0], c[1].start, c[2].start))
    found: list[Conflict] = []
    used: set[Mention] = set()
    for score, x, y in scored:
        if {x, y} & used:
            continue
        near = [s for s, p, q in scored if (p is x) != (q is y) and not {p, q} & used and score - s < 0.3]
        if score >= (LONE if lone else LEAST[x.kind] + RIVAL * bool(near)):
            used |= {x, y}
            found.append(Conflict(x, y, score, label(x, y), _rule(x), pair.context(x, y)))
    return found


def _listed(x: Mention, y: Mention, a: Sequence[Mention], b: Sequence[Mention]) -> bool:
    """Whether both sentences also count what is named by the same two words: one list of counts."""
    return any(
        _one_phrase(p, q) and p.statement is x.statement and q.statement is y.statement for p in a for q in b
    )


def _one_phrase(x: Mention, y: Mention) -> bool:
    """Whether two numbers count what is named by the same two words: rescued miners."""
    return x.kind is FindingKind.NUMBER and len(x.value.noun) == 2 and x.value.noun == y.value.noun


def _one_noun(x: Mention, y: Mention) -> bool:
    """Whether two numbers count the same noun."""
    return x.kind is FindingKind.NUMBER and x.value.noun[:1] == y.value.noun[:1] != ()


def _summed(own: Sequence[Mention], other: Sequence[Mention]) -> set[Mention]:
    """Counts that are the sum of two or three of the other side: 28 + 20 = 48 people.

    The living do not add up to the dead.
    """
    found = set()
    for m in own:
        if _is_count(m):
            against = {"dead": "living", "living": "dead"}.get(m.value.toll, "-")
            counts = [o.value.point for o in other if _is_count(o) and o.value.toll != against]
            sums = {x + y for n, x in enumerate(counts) for y in counts[n + 1 :]}
            if m.value.point in sums or (len(counts) == 3 and m.value.point == sum(counts)):
                found.add(m)
    return found


def _left(own: Sequence[Mention], other: Sequence[Mention]) -> set[Mention]:
    """Counts that are the difference of two of the other side: 48 people, 20 alive, so 28 dead."""
    counts = _counts(other)
    rest = {x - y for x in counts for y in counts if x > y}
    return {m for m in own if _is_count(m) and m.value.point in rest}


def _counts(mentions: Sequence[Mention]) -> list[float]:
    return [m.value.point for m in mentions if _is_count(m)]


def _is_count(m: Mention) -> bool:
    return m.kind is FindingKind.NUMBER and m.value.unit == "count"


def _fits(pair: Pair, x: Mention, y: Mention, a: Sequence[Mention], b: Sequence[Mention], lone: bool) -> bool:
    """Whether two conflicting values fill the same slot, as far as guards and coverage tell.

    `lone`: they are the only ones without their like on the other side, in passages that are alike.
    """
    shorter, longer = pair.cover(x.statement, y.statement)
    if _numbered(x, y) or (shorter < 0.75 and _strangers(pair, x, y) and not _listed(x, y, a, b)):
        return False
    if x.kind is FindingKind.DATE:
        return _date_fits(pair, x, y, shorter, longer, lone)
    if not _rivals(x.value, y.value):
        return False
    p, q = x.value, y.value
    noun = bool(p.noun and q.noun and p.noun[0] == q.noun[0])
    return (
        shorter >= 0.5
        or pair.whole >= 0.55
        or (bool(p.toll) and p.toll == q.toll and max(shorter, pair.whole) >= 0.25)
        or (_transposed(x, y) and (max(shorter, pair.whole) >= 0.3 or noun))
        or (_only_one(p.unit, a) and _only_one(q.unit, b) and min(shorter, pair.whole) >= 0.4)
        or (p.unit == "age" and bool(p.who & q.who))
    )


def _rivals(p: Quantity, q: Quantity) -> bool:
    """Whether two numbers can be of one thing at all: no part, no other rate, toll or order of size."""
    if p.weak or q.weak or p.part != q.part or (p.rate and q.rate and p.rate != q.rate):
        return False
    if p.toll != q.toll and p.toll and q.toll:
        return False
    return not _far(p, q) or _same_lead(p.printed, q.printed)


def _date_fits(pair: Pair, x: Mention, y: Mention, shorter: float, longer: float, lone: bool) -> bool:
    if _reporting(x) or _reporting(y) or _other_year(x, y):
        return False
    two = date.shared_fields(x.value, y.value) >= 2
    clock = x.value.minute is not None
    alike = longer >= 0.35 and (shorter >= 0.5 or pair.whole >= 0.55 or (two and shorter >= 0.3))
    lone = lone and (shorter >= 0.5 or not any(_bare_year(m) for m in (x, y)))
    return alike or lone or (clock and min(shorter, pair.whole) >= 0.4) or _same_lead_in(pair, x, y)


def _same_lead_in(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether three equal words, one of them telling, stand directly before both: "will reopen on"."""
    left, _ = pair.sides(x, y)
    start = x.first - 1 if x.first and x.statement.tokens[x.first - 1].word in ARTICLES else x.first
    return left >= 3 and any(t.content for t in x.statement.tokens[start - 3 : start])


def _reporting(m: Mention) -> bool:
    """Whether a weekday is the day of the report: "said on Monday"."""
    if m.value.weekday is None or m.value.day is not None:
        return False
    verbs = lexicon(m.statement.language).words("say")
    return any(t.word in verbs for t in m.statement.tokens[max(0, m.first - 3) : m.first])


def _bare_year(m: Mention) -> bool:
    return m.value.year is not None and m.value.month is None


def _other_year(x: Mention, y: Mention) -> bool:
    """Whether two sentences give figures of two years: "in 2007 9 million", "in 2014 16 million"."""
    if not (_bare_year(x) and _bare_year(y)):
        return False
    here, there = (
        next((t.word for t in m.statement.tokens[m.last : m.last + 5] if t.text[0].isdigit()), "")
        for m in (x, y)
    )
    return bool(here and there) and here != there


def _strangers(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether both sentences name somebody whom the other window does not name: other people's figures."""
    here = _names(x) - {t.word for t in pair.b.tokens}
    there = _names(y) - {t.word for t in pair.a.tokens}
    return bool(here and there)


def _numbered(x: Mention, y: Mention) -> bool:
    """Whether both sentences number the same thing otherwise: Grade 3, Grade 4."""
    here, there = _labels(x), _labels(y)
    return any(here[w].isdisjoint(there[w]) for w in here.keys() & there.keys())


def _labels(m: Mention) -> dict[str, set[str]]:
    """Capitalised word -> numbers directly behind it in a mention's sentence, its own left out."""
    labels: dict[str, set[str]] = {}
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


def _score(pair: Pair, x: Mention, y: Mention) -> float:
    shorter, _ = pair.cover(x.statement, y.statement)
    left, right = pair.sides(x, y)
    score = 0.5 * min(pair.near(x, y), 2) + 0.15 * left + 0.15 * right + 0.6 * shorter + 0.3 * pair.whole
    if x.kind is FindingKind.DATE:
        return score + 0.35
    p, q = x.value, y.value
    score += 0.5 * _noun(p.noun, q.noun, x.statement.language) + 0.4 * _transposed(x, y)
    if p.unit.split(":")[0] in SPECIFIC:
        score += 0.35 + 0.3 * (p.unit in {"age", "score"})
    return score + 0.6 * bool(p.toll and p.toll == q.toll) + 0.6 * bool(p.who & q.who)


def _noun(p: tuple[str, ...], q: tuple[str, ...], language: str) -> float:
    """How far what is counted is the same: 1 the same, -.5 something else, 0 not said."""
    if not p or not q:
        return 0
    if p[0] == q[0]:
        return 1
    if set(p) & set(q):
        return 0.8
    kin = synonyms(language)
    if p[0] in kin and kin[p[0]] == kin.get(q[0]):
        return 0.9
    people = lexicon(language).words("people")
    return 0.4 if any(p[0][:4] == w[:4] for w in people) and any(q[0][:4] == w[:4] for w in people) else -0.5


def _only_one(unit: str, mentions: Sequence[Mention]) -> bool:
    own = unit.split(":", maxsplit=1)[0]
    return own in SPECIFIC and sum(m.value.unit.split(":")[0] == own for m in mentions) == 1


def _far(p: Quantity, q: Quantity) -> bool:
    small, large = sorted((abs(p.point), abs(q.point)))
    return large > 10 * small


def _same_lead(x: float, y: float) -> bool:
    """Whether two numbers begin with the same digits: 14 million, 14 billion."""
    return f"{x:.6e}".partition("e")[0] == f"{y:.6e}".partition("e")[0]


def _transposed(x: Mention, y: Mention) -> bool:
    """Whether one number is the other with digits exchanged: 206 / 260, 3.75 / 3.57."""
    p, q = f"{x.value.point:g}", f"{y.value.point:g}"
    return len(p) > 1 and p != q and sorted(p) == sorted(q) and x.value.unit == y.value.unit


def label(x: Mention, y: Mention) -> str:
    """What is counted or dated, in words that stand beside both values or else beside one."""
    if x.kind is FindingKind.DATE:
        return _beside(x) or _beside(y) or "date"
    if x.value.unit == "age":
        who = " ".join(_printed_names(x) or _printed_names(y))
        return f"age of {who}" if who else "age"
    there = {w.lower() for w in _after(y)}
    shared = [w for w in _after(x) if w.lower() in there]
    words = " ".join(shared or _after(x) or _after(y)) or _beside(x) or "number"
    toll = _toll(x) if x.value.toll == y.value.toll else ""
    return words if toll.lower() in words.lower() else f"{words} {toll}"


def _toll(m: Mention) -> str:
    """The nearest word that says what became of the people counted, as printed."""
    words = lexicon(m.statement.language).words(m.value.toll)
    near = [
        (min(abs(n - m.first), abs(n - m.last + 1)), n)
        for n, t in enumerate(m.statement.tokens)
        if t.word in words
    ]
    return m.statement.tokens[min(near)[1]].text if near else ""


def _printed_names(m: Mention) -> list[str]:
    tokens = m.statement.tokens[max(0, m.first - 3) : m.first]
    return [t.text for t in tokens if t.word in m.value.who]


def _after(m: Mention) -> list[str]:
    """Up to three words that follow a number, as far as they name what is counted."""
    words: list[str] = []
    end = m.end
    for token in m.statement.tokens[m.last : m.last + 4]:
        gap = m.statement.text[end - m.statement.start : token.start - m.statement.start]
        if (
            gap.strip(" -")
            or token.text[0].isdigit()
            or (not token.content and (words or token.word != "of"))
        ):
            break
        if words and token.word.endswith(("ed", "ing")):  # what happened to them, no longer what they are
            break
        if token.content:
            words.append(token.text)
        end = token.end
    return words[:3]


def _beside(m: Mention) -> str:
    """The two nearest content words on the left with what stands between, else the nearest on the right."""
    tokens, text, at = m.statement.tokens, m.statement.text, m.statement.start
    near = [n for n in range(max(0, m.first - 6), m.first) if tokens[n].content][-2:]
    if not near:
        return next((t.text for t in tokens[m.last :] if t.content), "")
    words = text[tokens[near[0]].start - at : tokens[near[-1]].end - at]
    return " ".join(words.split()) if words.replace(" ", "").isalpha() else tokens[near[-1]].text


def _rule(x: Mention) -> str:
    if x.kind is FindingKind.DATE:
        return "different times" if x.value.minute is not None else "different dates"
    return {"age": "different ages", "score": "different scores", "rank": "different ranks"}.get(
        x.value.unit, "different numbers"
    )

"""What says that two claims are no rivals, however alike the sentences are: one list of guards.

They are of things, parts, days, counts, states and conditions that differ; `met.py` has those of denials.
"""

from collections.abc import Sequence

from core.findings.claims import opposites, polarity
from core.findings.claims.claims import Claim, Rivals, argument, beside, span
from core.findings.claims.met import met
from core.findings.claims.polarity import Reading, Said
from core.findings.dates import date
from core.findings.kind import Compare, Mention, Relation
from core.findings.language import lexicon, stems
from core.findings.numbers import number
from core.findings.slots import Pair
from core.findings.text import Statement
from core.model import FindingKind

TILL = 4
"""Words on either side of a claim among which "until" says how long it holds."""
BEHIND = 2
"""Words behind "open" or "close" in which it is told at what price."""


def guarded(pair: Pair, r: Rivals) -> bool:
    """Whether something says that two claims are no rivals, however alike the sentences are."""
    x, y = r.x, r.y
    if "?" in x.statement.text + y.statement.text:
        return True
    if (
        any(map(_in_another_sense, (x, y)))
        or _other_moment(pair, r)
        or _other_counts(pair, r)
        or _formerly(r)
        or _until(pair, r)
        or _other_condition(r)
    ):
        return True
    if r.rule == "act":
        return _both_poles(x) or _both_poles(y)
    if (_other_time(x.reading, y.reading) and not _decided(r)) or (
        Said.DENIED in (x.reading.said, y.reading.said) and met(r)
    ):
        return True
    return r.rule != "act denied" and _other_beside(pair, r)


def _in_another_sense(c: Claim) -> bool:
    """Whether something opens or closes at a price, or is not caught: "close 0.4 % higher", "caught fire"."""
    s, words = c.statement, lexicon(c.statement.language)
    stem, behind = s.tokens[c.first].stem, [t.word for t in s.tokens[c.last : c.last + BEHIND + 1]]
    if stem == "catch":
        return behind[:1] in (["fire"], ["up"])
    return stem in {"open", "close"} and not words.words("priced").isdisjoint(behind)


def _formerly(r: Rivals) -> bool:
    """Whether one alone tells what was so at first: "did not give the goal at first", "first refused"."""
    former = lexicon(r.x.statement.language).words("former")
    told = []
    for c in (r.x, r.y):
        said = f" {' '.join(form[1] for form in c.statement.forms)} "
        first = c.first > 0 and c.statement.tokens[c.first - 1].word == "first"
        told.append(first or any(f" {phrase} " in said for phrase in former))
    return told[0] != told[1]


def _both_poles(c: Claim) -> bool:
    """Whether a sentence has the opposite of the words of an act too: "talks failed in May but succeeded"."""
    own = [p for p in opposites.stands(c.statement) if c.first <= p.first < c.last]
    met = opposites.places(c.statement)
    kinds, _ = opposites.rows(c.statement.language)
    return any((p.row, 1 - p.pole) in met for p in own if not kinds[p.row].act)


def _other_moment(pair: Pair, r: Rivals) -> bool:
    """Whether the clauses of two claims tell of different days, or else their sentences do."""
    days: list[list[Mention]] = []
    for window, c in ((pair.a, r.x), (pair.b, r.y)):
        own = window.told(FindingKind.DATE, c.statement)
        inside = polarity.clause(c.statement, c.first)
        days.append([m for m in own if m.first in inside] or own)
    return at_odds(days[0], days[1], date.compare)


def _other_time(x: Reading, y: Reading) -> bool:
    """Whether one is told as what was and the other as what is to come."""
    return None not in (x.ahead, y.ahead) and x.ahead != y.ahead


def _decided(r: Rivals) -> bool:
    """Whether what is told as past is a decision on what is to come: called off, will go ahead."""
    past = r.y if r.x.reading.ahead else r.x
    token = past.statement.tokens[past.first]
    return r.rule == "opposite" and token.stem in stems("deciding", past.statement.language)


def _other_beside(pair: Pair, r: Rivals) -> bool:
    """Whether the words beside two claims say that they are of other things."""
    sides = [beside(pair, r, step) for step in (-1, 1)]
    if r.rule in {"loose", "opposite"} and _turned_round(pair, r):
        return True
    if "elsewhere" in sides or sides == [False, False] or (r.rule == "denied" and not _beside_met(pair, r)):
        return True
    return r.rule in {"loose", "turned"} and not (_same_subject(pair, r) and sides[1] is not False)


def _beside_met(pair: Pair, r: Rivals) -> bool:
    """Whether a word beside either claim, left or right, is aligned into the clause of the other."""
    here, there = (span(w, c) for w, c in ((pair.a, r.x), (pair.b, r.y)))
    for window, claim, aligned, other in ((pair.a, r.x, pair.aligned, there), (pair.b, r.y, pair.back, here)):
        words = (argument(window, claim, step) for step in (-1, 1))
        at = window.offset[claim.statement.number]
        if any(n is not None and aligned.get(at + n, -1) in other for n in words):
            return True
    return False


def _same_subject(pair: Pair, r: Rivals) -> bool:
    """Whether the word before either claim is aligned to one before the other, or neither has any.

    One before and one behind are the two ends of one affair: X sold to Y, Y bought from X.
    """
    n, m = (argument(w, c, -1) for w, c in ((pair.a, r.x), (pair.b, r.y)))
    if n is None or m is None:
        return n is m
    at, to = pair.a.offset[r.x.statement.number], pair.b.offset[r.y.statement.number]
    here, there = (span(w, c) for w, c in ((pair.a, r.x), (pair.b, r.y)))
    return (
        there.start <= pair.aligned.get(at + n, -1) < to + r.y.first
        or here.start <= pair.back.get(to + m, -1) < at + r.x.first
    )


def _turned_round(pair: Pair, r: Rivals) -> bool:
    """Whether what two words are told of changes places: "Karr before Lomb", "Lomb after Karr"."""
    n, m = (argument(w, c, 1) for w, c in ((pair.a, r.x), (pair.b, r.y)))
    if n is None or m is None or not (_named(r.x, n) and _named(r.y, m)):
        return False
    at, to = pair.a.offset[r.x.statement.number], pair.b.offset[r.y.statement.number]
    return (
        to <= pair.aligned.get(at + n, -1) < to + r.y.first
        and at <= pair.back.get(to + m, -1) < at + r.x.first
    )


def _named(c: Claim, n: int) -> bool:
    """Whether a word behind a claim is a name, or what something lies beside or is compared with."""
    tokens = c.statement.tokens
    return tokens[n].text[0].isupper() or not {"than", "of"}.isdisjoint(t.word for t in tokens[c.first : n])


def _until(pair: Pair, r: Rivals) -> bool:
    """Whether one state lasts until the other comes: "open until 2027", "will close at the end of 2027"."""
    words = lexicon(r.x.statement.language)
    lasts = [
        not (words.words("till") - words.words("by")).isdisjoint(
            t.word for t in c.statement.tokens[max(0, c.first - TILL) : c.last + TILL]
        )
        for c in (r.x, r.y)
    ]
    dated = all(w.told(FindingKind.DATE, c.statement) for w, c in ((pair.a, r.x), (pair.b, r.y)))
    return dated and lasts[0] != lasts[1]


def _other_condition(r: Rivals) -> bool:
    """Whether their conditions are opposites as well: "opens if it thaws", "stays shut unless it thaws"."""
    denials = []
    for c in (r.x, r.y):
        words = lexicon(c.statement.language)
        told = f" {' '.join(form[1] for form in c.statement.forms)} "
        unless = sum(f" {phrase} " in told for phrase in words.words("unless"))
        if not unless and not any(f" {phrase} " in told for phrase in words.words("condition")):
            return False
        own = polarity.clause(c.statement, c.first)
        negators = words.words("negator") - words.words("unless")
        others = any(t.word in negators for n, t in enumerate(c.statement.tokens) if n not in own)
        denials.append((unless + others) % 2)
    return denials[0] != denials[1]


def at_odds(a: Sequence[Mention], b: Sequence[Mention], compare: Compare) -> bool:
    """Whether both sides have readings of a kind, and none of one agrees with any of the other."""
    return bool(a and b) and all(compare(x, y) is Relation.CONFLICT for x in a for y in b)


def other_day(pair: Pair, s: Statement, t: Statement) -> bool:
    """Whether a sentence of either window tells of another day than the other."""
    return at_odds(pair.a.told(FindingKind.DATE, s), pair.b.told(FindingKind.DATE, t), date.compare)


def _other_counts(pair: Pair, r: Rivals) -> bool:
    """Whether both clauses count, and not the same: "12 survived" and "three died".

    Of what one denies, whether both sentences tell shares: "two thirds have no car", "a third has a car".
    """
    denied = Said.DENIED in (r.x.reading.said, r.y.reading.said)
    a, b = (
        [
            m
            for m in w.told(FindingKind.NUMBER, c.statement)
            if (m.value.unit == "%" if denied else m.first in polarity.whole(c.statement, c.first))
        ]
        for w, c in ((pair.a, r.x), (pair.b, r.y))
    )
    wholes = {m.value.whole for m in (*a, *b)} - {None}
    a, b = ([m for m in side if m.value.unit == "%" or m.value.point not in wholes] for side in (a, b))
    return at_odds(a, b, number.compare)

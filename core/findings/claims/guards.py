"""What says that two claims are no rivals, however alike the sentences are: one list of guards.

They are of things, parts, days, counts, states and conditions that differ; `met.py` has those of denials.
"""

from collections.abc import Mapping
from itertools import product

from core.findings.claims import opposites, polarity
from core.findings.claims.claims import NEARLY, Claim, Rivals, argument, beside, one_head, span
from core.findings.claims.matters import other_matter
from core.findings.claims.met import met
from core.findings.claims.polarity import Reading, Said
from core.findings.claims.turned import turned
from core.findings.clause import clause, whole
from core.findings.dates import date
from core.findings.kind import Mention, Relation, at_odds
from core.findings.language import lexicon, stems
from core.findings.numbers import number
from core.findings.slots import Pair
from core.findings.subject import alone
from core.findings.text import Statement
from core.findings.window import Window
from core.model import FindingKind

SAID = 0.5
"""Share of what somebody confirms that the account of a denial has, or the other way round."""
TILL = 4
"""Words on either side of a claim among which "until" says how long it holds."""


def guarded(pair: Pair, r: Rivals) -> bool:
    """Whether something says that two claims are no rivals, however alike the sentences are."""
    x, y = r.x, r.y
    if "?" in x.statement.text + y.statement.text:
        return True
    if (
        turned(pair, r)
        or _other_moment(pair, r)
        or _other_counts(pair, r)
        or _other_state(pair, r)
        or _other_condition(r)
        or _other_subject(pair, r)
        or _other_saying(pair, r)
        or other_matter(pair, r)
    ):
        return True
    if r.rule == "act":
        return _both_poles(x) or _both_poles(y) or _denied_beside(r)
    if (_other_time(x.reading, y.reading) and not _decided(r)) or (
        Said.DENIED in (x.reading.said, y.reading.said) and met(r)
    ):
        return True
    return r.rule != "act denied" and _other_beside(pair, r)


def _other_subject(pair: Pair, r: Rivals) -> bool:
    """Whether the clause of each begins with what the other does not tell of: a reading room, a hall.

    In the passive it is who does it: "backed by Ida Karr".
    """
    sides = (pair.a, r.x, pair.aligned), (pair.b, r.y, pair.back)
    return all(
        _strange_agent(window, c, matched) or alone(window, c.statement, c.first, matched)
        for window, c, matched in sides
    )


def _strange_agent(window: Window, c: Claim, matched: Mapping[int, int]) -> bool:
    """Whether "by" stands behind a claim, before somebody named of whom the other account has no word."""
    s, n = c.statement, c.last
    if n == len(s.sequence) or s.sequence[n] not in lexicon(s.language).words("by"):
        return False
    at, named = window.offset[s.number], window.told(FindingKind.NAME, s)
    first = next((m for m in named if n < m.first <= n + TILL), None)
    return first is not None and not any(at + k in matched for k in range(first.first, first.last))


def _other_saying(pair: Pair, r: Rivals) -> bool:
    """Whether of what one confirms and the other denies either account has but little of the other's."""
    words = lexicon(r.x.statement.language)
    say, that, shares = words.words("say"), words.words("that"), []
    for window, c, matched in ((pair.a, r.x, pair.aligned), (pair.b, r.y, pair.back)):
        if say.isdisjoint(c.statement.sequence[c.first : c.last]):
            return False
        days = {k for m in window.told(FindingKind.DATE, c.statement) for k in range(m.first, m.last)}
        at, forms = window.offset[c.statement.number], c.statement.forms
        first = next(
            (n for n in range(c.last, c.last + TILL) if forms[n : n + 1] and forms[n][1] in that), c.last
        )
        behind = [at + n for n in range(first, len(forms)) if forms[n][3] and n not in days]
        shares.append(sum(n in matched for n in behind) / len(behind) if behind else 1)
    return max(shares) < SAID


def _other_condition(r: Rivals) -> bool:
    """Whether their conditions are opposites as well: "opens if it thaws", "stays shut unless it thaws"."""
    denials = []
    for c in (r.x, r.y):
        words = lexicon(c.statement.language)
        told = f" {' '.join(form[1] for form in c.statement.forms)} "
        unless = sum(f" {phrase} " in told for phrase in words.words("unless"))
        if not unless and not any(f" {phrase} " in told for phrase in words.words("condition")):
            return False
        own = clause(c.statement, c.first)
        negators = words.words("negator") - words.words("unless")
        others = any(t.word in negators for n, t in enumerate(c.statement.tokens) if n not in own)
        denials.append((unless + others) % 2)
    return denials[0] != denials[1]


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


def _denied_beside(r: Rivals) -> bool:
    """Whether the clause of one act alone denies something else: "without a permit nobody may enter"."""
    denied = []
    for c in (r.x, r.y):
        negators = lexicon(c.statement.language).words("negator")
        inside = [n for n in clause(c.statement, c.first) if not c.first <= n < c.last]
        denied.append(any(c.statement.tokens[n].word in negators for n in inside))
    return denied[0] != denied[1]


def _other_moment(pair: Pair, r: Rivals) -> bool:
    """Whether the clauses of two claims tell of different days, or else their sentences do."""
    days: list[list[Mention]] = []
    for window, c in ((pair.a, r.x), (pair.b, r.y)):
        own = window.told(FindingKind.DATE, c.statement)
        inside = clause(c.statement, c.first)
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
    if r.x.reading.said is Said.UNSURE and not (
        _one_wish(pair.a, r.x, pair.aligned) and _one_wish(pair.b, r.y, pair.back)
    ):
        return True
    if "elsewhere" in sides or sides == [False, False] or (r.rule == "denied" and not _beside_met(pair, r)):
        return True
    return r.rule in {"loose", "turned"} and not (_same_subject(pair, r) and sides[1] is not False)


def _one_wish(window: Window, c: Claim, aligned: Mapping[int, int]) -> bool:
    """Whether all words before what is wished for have their like: no two wish for opposites."""
    own = span(window, c)
    before = range(own.start, window.offset[c.statement.number] + c.first)
    wish = lexicon(c.statement.language).words("wish")
    return all(n in aligned for n in before if window.forms[n][3] and window.forms[n][1] not in wish)


def _beside_met(pair: Pair, r: Rivals) -> bool:
    """Whether a word beside either claim, left or right, is aligned into the clause of the other.

    Where neither clause has one ("We will appeal"), whether nearly all words of the passages are.
    """
    if one_head(pair, r):
        return True
    here, there = (span(w, c) for w, c in ((pair.a, r.x), (pair.b, r.y)))
    alone = True
    for window, claim, aligned, other in ((pair.a, r.x, pair.aligned, there), (pair.b, r.y, pair.back, here)):
        words = [n for step in (-1, 1) if (n := argument(window, claim, step)) is not None]
        at = window.offset[claim.statement.number]
        if any(aligned.get(at + n, -1) in other for n in words):
            return True
        alone = alone and not words
    return alone and pair.whole >= NEARLY


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


def _other_state(pair: Pair, r: Rivals) -> bool:
    """Whether both can hold: one after the other, or long before it."""
    return (
        _until(pair, r)
        or _long_ago(pair, r)
        or _formerly(r)
        or _not_yet(pair, r)
        or _both_deny(pair.a, r.x, pair.b, pair.aligned)
        or _both_deny(pair.b, r.y, pair.a, pair.back)
    )


def _not_yet(pair: Pair, r: Rivals) -> bool:
    """Whether one is denied for now alone, and no day that both tell says that they are of one time."""
    yet = lexicon(r.x.statement.language).words("yet")
    denied = next((c for c in (r.x, r.y) if c.reading.said is Said.DENIED), None)
    if denied is None or yet.isdisjoint(denied.statement.sequence[denied.reading.negator + 1 :]):
        return False
    days = (w.told(FindingKind.DATE, c.statement) for w, c in ((pair.a, r.x), (pair.b, r.y)))
    return not any(date.compare(m, o) is Relation.SAME for m, o in product(*days))


def _both_deny(window: Window, c: Claim, other: Window, aligned: Mapping[int, int]) -> bool:
    """Whether the other account denies it too: "denied a quarrel", "there was no quarrel"."""
    n = argument(window, c, 1)
    denies = c.statement.tokens[c.first].word in lexicon(c.statement.language).words("doubting")
    to = aligned.get(window.offset[c.statement.number] + n) if n is not None and denies else None
    if to is None:
        return False
    s = other.statements[other.sentence_of[to]]
    return polarity.reading(s, to - other.offset[s.number]).said is Said.DENIED


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


def _long_ago(pair: Pair, r: Rivals) -> bool:
    """Whether one is told of a year, the other of a weekday or of now: "joined in 1999", "quit on Friday"."""
    told = []
    for window, c in ((pair.a, r.x), (pair.b, r.y)):
        inside = clause(c.statement, c.first)
        days = window.told(FindingKind.DATE, c.statement)
        now = lexicon(c.statement.language).words("now") & c.statement.words
        told.append({m.value.grain for m in days if m.first in inside} or ({"weekday"} if now else set()))
    return {"year"} in told and {"weekday"} in told


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
            if (m.value.unit == "%" if denied else m.first in whole(c.statement, c.first))
        ]
        for w, c in ((pair.a, r.x), (pair.b, r.y))
    )
    wholes = {m.value.whole for m in (*a, *b)} - {None}
    a, b = ([m for m in side if m.value.unit == "%" or m.value.point not in wholes] for side in (a, b))
    return at_odds(a, b, number.compare)

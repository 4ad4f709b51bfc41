"""Can two values that conflict be of one thing, as far as the windows around them tell?

`gate.py` asks the same of the two sentences alone.
"""

from collections.abc import Mapping, Sequence

from core.findings.alike import synonyms
from core.findings.clause import clause, told_as, told_in
from core.findings.dates.when import When
from core.findings.kind import Mention
from core.findings.language import lexicon
from core.findings.numbers.shares import worth
from core.findings.slots import Pair
from core.findings.subject import alone
from core.findings.values.odds import framed, transposed
from core.findings.window import Window
from core.model import FindingKind

FIGURES = frozenset({"%", "money"})
"""Classes of which a report of business gives many, each of another thing. Of all classes this guard lost
40 true pairs of some 600: what is counted and when it was are told in other words as often as not."""

GAVE = 4
"""Words before a number in which somebody had or sent so many."""
OPENS = 3
"""Words with which a sentence begins that goes on with others."""
OF = 3
"""Words from a stretch of time to the longer one that it is part of: "half of the year"."""
TIMES = frozenset({"time", "age"})
"""Classes of which no stretch of time tells anything."""
DAY = 4
"""Words between a time of day and the day that it is of."""
JOINTS = {FindingKind.DATE: frozenset({"to", "and", "or"}), FindingKind.NUMBER: frozenset({"to"})}
"""What joins two days, and two numbers, that are told as one: "Monday to Friday"."""
JOINT = 2
"""Words between them at the most: "eight votes to three"."""
BODY = 2.5
"""How many times as many votes are those of another body."""
WEEK, NOON = 7, 720
"""Days of a week, and minutes from midnight to noon."""


def apart(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether what stands beside two values in their windows says that they are of two things."""
    if x.kind is FindingKind.DATE:
        return _of_days(pair, x, y) or _of_two_clocks(pair, x, y) or _over_midnight(pair, x, y)
    counted = x.value.unit == y.value.unit == "count"
    return (
        _other_figures(pair, x, y)
        or _of_periods(pair, x, y)
        or _of_stretches(x, y)
        or _of_parts(pair, x, y)
        or (counted and (_with_others(pair, x, y) or _so_far(pair, x, y)))
        or (counted and (_of_one_giver(pair, x, y) or _numbered_apart(pair, x, y)))
        or (counted and _of_two_bodies(pair, x, y))
    )


def told_with(m: Mention, others: Sequence[Mention]) -> list[Mention]:
    """Which of some values are told as one with another: "Monday to Friday", "eight votes to three"."""
    found, s = [], m.statement
    for o in others:
        if o is not m and o.statement is s:
            first, last = (m, o) if m.first < o.first else (o, m)
            between = s.sequence[first.last : last.first]
            found += [o] if 0 < len(between) <= JOINT and between[-1] in JOINTS[m.kind] else []
    return found


def votes(m: Mention, others: Sequence[Mention]) -> float:
    """How many votes a number and the one told with it are; 0 where there is none."""
    return float(m.value.point + others[0].value.point) if others else 0.0


def _of_two_bodies(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether two votes are of two bodies: a committee's nine to six, a parliament's 121 to 88."""
    if "to" not in x.statement.words or "to" not in y.statement.words:
        return False
    here, there = (
        told_with(m, w.told(FindingKind.NUMBER, m.statement)) for w, m in ((pair.a, x), (pair.b, y))
    )
    if not here or not there or here[0].value.point == there[0].value.point:
        return False
    small, large = sorted((votes(x, here), votes(y, there)))
    return large >= BODY * small


def _other_figures(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether two shares or sums are of other things: sales rose by 8 %, profit by 5 %, and both say 40 %.

    Both accounts have another figure of the class in common, and no word of one value's clause is told in the
    clause of the other.
    """
    if x.statement.language != y.statement.language or transposed(x, y):
        return False
    unit = x.value.unit
    if unit.partition(":")[0] not in FIGURES or not _figures(pair.a, unit) & _figures(pair.b, unit):
        return False
    here, there = _told(pair.a, x), _told(pair.b, y)
    if not here or not there or any(pair.aligned.get(i) in there for i in here):
        return False
    kin = synonyms(x.statement.language)
    forms = [
        {kin.get(w.forms[n][2], w.forms[n][2]) for n in own} for w, own in ((pair.a, here), (pair.b, there))
    ]
    return forms[0].isdisjoint(forms[1])


def _figures(window: Window, unit: str) -> set[float]:
    """The values of a class that an account gives."""
    numbers = window.mentions.get(FindingKind.NUMBER, ())
    return {m.value.point for m in numbers if m.value.unit == unit}


def _told(window: Window, m: Mention) -> set[int]:
    """Places of the telling words of a value's clause, without the value's own and its unit's."""
    units, at = lexicon(m.statement.language).values("unit"), window.offset[m.statement.number]
    own, forms = range(m.first, m.last), m.statement.forms
    inside = clause(m.statement, m.first)
    return {at + n for n in inside if n not in own and forms[n][3] and forms[n][1] not in units}


def _of_days(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether two times of day are of two days: 11 p.m. on Saturday, 2 a.m. on Sunday."""
    if x.value.minute is None or y.value.minute is None:
        return False
    here, there = (_day_beside(w, m) for w, m in ((pair.a, x), (pair.b, y)))
    return None not in (here, there) and here != there


def _of_two_clocks(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether two days are those of hours by two clocks: "23:40 UTC on Tuesday", "7:40 on Wednesday"."""
    if x.value.minute is not None or y.value.minute is not None:
        return False
    zones = lexicon(x.statement.language).words("zone")
    told = [
        zones & m.statement.words
        for w, m in ((pair.a, x), (pair.b, y))
        if any(d.value.minute is not None for d in w.told(FindingKind.DATE, m.statement))
    ]
    return len(told) == 2 and told[0] != told[1]


def _over_midnight(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether two days are of an evening and of the morning behind it: 9 p.m. on Monday, 2:30 on Tuesday."""
    if x.value.weekday is None or y.value.weekday is None:
        return False
    later = (y.value.weekday - x.value.weekday) % WEEK
    if later not in {1, WEEK - 1}:
        return False
    sides = ((pair.a, x), (pair.b, y)) if later == 1 else ((pair.b, y), (pair.a, x))
    evening, morning = (_hour_beside(w, m) for w, m in sides)
    return evening is not None and morning is not None and morning < NOON <= evening


def _hour_beside(window: Window, m: Mention) -> int | None:
    """The minute of the time of day that stands beside a day."""
    found = window.told(FindingKind.DATE, m.statement)
    hours = [d for d in found if -DAY <= m.first - d.last < DAY and d.value.minute is not None]
    return hours[0].value.minute if hours else None


def _day_beside(window: Window, m: Mention) -> int | None:
    """The day of the week that stands beside a time of day."""
    found = window.told(FindingKind.DATE, m.statement)
    days = [d for d in found if -DAY <= d.first - m.last < DAY and d.value.weekday is not None]
    return days[0].value.weekday if days else None


def _of_periods(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether two numbers are of a month and of a year: 900 ships last year, 60 this month."""
    here, there = (_periods(w, m) for w, m in ((pair.a, x), (pair.b, y)))
    return bool(here and there) and all(
        p.period != q.period and p.away != q.away for p in here for q in there
    )


def _periods(window: Window, m: Mention) -> list[When]:
    """The periods counted from now that stand in the sentence of a number."""
    return [d.value for d in window.told(FindingKind.DATE, m.statement) if d.value.period]


def _of_parts(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether two figures are of two parts of a month or year: "at the start of May", "late in May"."""
    here, there = (_part(w, m) for w, m in ((pair.a, x), (pair.b, y)))
    return bool(here and there) and here.isdisjoint(there)


def _part(window: Window, m: Mention) -> set[str]:
    """The parts of a month or year that are told before the dates in the sentence of a number."""
    s, parts = m.statement, lexicon(m.statement.language).values("part_of_month")
    if parts.keys().isdisjoint(s.words):
        return set()
    lead = [w for d in window.told(FindingKind.DATE, s) for w in s.sequence[max(0, d.first - 2) : d.first]]
    return {parts[w] for w in lead if w in parts}


def _of_stretches(x: Mention, y: Mention) -> bool:
    """Whether two figures are of a quarter and of a year: "closed the year with", "in the final quarter".

    The dead and hurt of one event are the same in any: "killed 12 this year".
    """
    if x.value.unit in TIMES or x.value.toll or y.value.toll:
        return False
    here = _stretch(x)
    there = _stretch(y) if here else ""
    return bool(there) and here != there


def _stretch(m: Mention) -> str:
    """Of which stretch of time a figure is told, by the nearest word for one in its clause; "" for none."""
    s, named = m.statement, lexicon(m.statement.language).values("stretch")
    if named.keys().isdisjoint(s.words):
        return ""
    words, told = lexicon(s.language), list[int]()
    for n in clause(s, m.first):
        last = told[-1] if told else -OF - 1
        if (
            s.sequence[n] in named
            and n > last + OF  # "the first half of the year"
            and n
            and not m.first <= n < m.last
            and not worth(s.tokens[n - 1], words)
        ):
            told.append(n)
    return named[s.sequence[min(told, key=lambda n: abs(n - m.first))]] if told else ""


def _with_others(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether behind the smaller count alone there are others: "twelve were flown out; the rest walked"."""
    sides = (x, pair.a), (y, pair.b)
    (few, window), (many, elsewhere) = sorted(sides, key=lambda side: float(side[0].value.point))
    if few.value.toll == many.value.toll != "" or transposed(x, y):
        return False
    if not _others(window, few) or _others(elsewhere, many):
        return False
    return not (framed(x, pair.sides(x, y)[0]) or _one_deed(x, y))


def _one_deed(x: Mention, y: Mention) -> bool:
    """Whether words for one thing stand right before two counts: "destroyed 12", "wrecked 15"."""
    if not (x.first and y.first):
        return False
    here, there = (synonyms(m.statement.language).get(m.statement.forms[m.first - 1][2]) for m in (x, y))
    return here is not None and here == there


def _others(window: Window, m: Mention) -> bool:
    """Whether the rest is told of behind a count, in its sentence or at the start of the next."""
    words, s = lexicon(m.statement.language), m.statement
    ends, phrases = words.ends("others"), words.words("others")
    if not ends.isdisjoint(s.words) and told_in(s.sequence[m.last :], phrases):
        return True
    following = (o for o in window.statements if o.number == s.number + 1 and not ends.isdisjoint(o.words))
    return any(told_in(o.sequence[:OPENS], phrases) for o in following)


def _so_far(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether there are so many so far, and more in the account that does not say so: "so far 29 were paid".

    Two figures of one day are of one moment; victims so far are those that there are.
    """
    if x.value.toll == y.value.toll != "":
        return False
    small, large = sorted((x, y), key=lambda m: float(m.value.point))
    told = [told_as(m.statement, m.first, "so_far") for m in (small, large)]
    sides = (pair.a, x), (pair.b, y)
    here, there = ({d.value for d in w.told(FindingKind.DATE, m.statement)} for w, m in sides)
    return told == [True, False] and here.isdisjoint(there)


def _of_one_giver(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether the smaller count alone is what one had or sent of whom the other does not tell.

    "Karr station sent 3 engines", "the air force has two helicopters there".
    """
    sides = (x, pair.a, pair.aligned), (y, pair.b, pair.back)
    (few, window, matched), (many, *_) = sorted(sides, key=lambda side: float(side[0].value.point))
    if few.value.toll or few.value.point == many.value.point or _gave(many) is not None:
        return False
    verb = _gave(few)
    if verb is None or few.statement.language != many.statement.language or transposed(x, y):
        return False
    passive = lexicon(few.statement.language).words("be")
    if not passive.isdisjoint(few.statement.sequence[verb : few.first]):
        return False
    at, forms = window.offset[few.statement.number], few.statement.forms
    lead = clause(few.statement, verb).start
    named = any(forms[n][3] and forms[n][0][0].isupper() and at + n not in matched for n in range(lead, verb))
    return named or alone(window, few.statement, verb, matched)


def _numbered_apart(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether two things are told by their numbers, and of each what is told of it alone: "line 3 is cut"."""
    for m in (x, y):
        if m.value.toll or not m.first or any(f[3] for f in m.statement.forms[m.last : m.last + 1]):
            return False
    heads = [m.statement.forms[m.first - 1] for m in (x, y) if m.statement.gaps[m.first] == " "]
    if len(heads) < 2 or heads[0][2] != heads[1][2] or not heads[0][3]:
        return False
    return _tells_more(pair.a, x, pair.aligned) and _tells_more(pair.b, y, pair.back)


def _tells_more(window: Window, m: Mention, matched: Mapping[int, int]) -> bool:
    """Whether a word behind a value, in its clause, has no like in the other account."""
    at, forms = window.offset[m.statement.number], m.statement.forms
    behind = clause(m.statement, m.last) if m.last < len(forms) else range(0)
    return any(n >= m.last and forms[n][3] and at + n not in matched for n in behind)


def _gave(m: Mention) -> int | None:
    """Place of the word before a number that says that somebody had or sent so many."""
    gave = lexicon(m.statement.language).words("gave")
    lead = range(max(0, m.first - GAVE), m.first)
    return next((n for n in lead if m.statement.sequence[n] in gave), None)

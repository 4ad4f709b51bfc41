"""Can two values that conflict fill the same slot at all? Guards say when they cannot."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from core.findings.beside import tells_who
from core.findings.dates.when import between
from core.findings.kind import Mention
from core.findings.language import lexicon, stemmer
from core.findings.numbers.quantity import Quantity
from core.findings.numbers.shares import worth
from core.findings.numbers.tolls import other_tolls
from core.findings.slots import Pair, alike, synonyms
from core.findings.steps import other_step
from core.model import FindingKind

_RELATIVE = re.compile(
    r"\bdays? (?:after|before|later|earlier)\b|\beve of\b"
    r"|\b(?:next|following|previous) (?:day|morning|night|evening)\b"
)
_YEAR = re.compile(r"\b(?:1[5-9]\d\d|20\d\d)\b")
HOUSEHOLD = 1.5, 6
"""How many people a home has."""
KEPT = 1_000
"""Numbers of which it is kept whether they are of before: each meets every other one of its class."""
EARLIER = 4
"""Words before a number that tell that it is one of before."""
BESIDE = 6
"""Words on either side of a number in which a year before may be told."""
CAME = 5
"""Words before a number in which it is told that something came to it: "weakened slightly to class 2"."""
_DESCRIBES = ("ed", "ing", "al", "ic", "ous", "ful", "ive", "ian", "ese", "ish", "ern", "en", "an", "y")
"""How words end that tell what kind the counted are of, not of what they are: "injured", "local", "young"."""
_DOERS = ("ers", "ors", "ists", "ians", "men")
"""How plurals of people end, whom two words may tell: divers, swimmers."""
_WHEN = frozenset({"when", "als", "quand", "cuando", "quando", "когда"})
_THEN = re.compile(r"\b((?:1[5-9]|20)\d\d),? when\b[^.;]*$|\b[a-z]{4,} of (1[5-9]\d\d|20\d\d) [^.;]*$")
"""A year of which the clause goes on to tell: "since 1974, when 12", "the flood of 1974 killed 12"."""


def fits(x: Mention, y: Mention) -> bool:
    """Whether two conflicting values can fill one slot at all, as far as the guards tell."""
    if x.kind is FindingKind.DATE:
        told = _a_day_apart(x, y) or _reporting(x) or _reporting(y) or _other_year(x, y)
        told = told or _day_named(x, y) or _day_named(y, x)
        return not (told or _numbered(x, y) or other_step(x, y))
    p, q = x.value, y.value
    if not _rivals(p, q) or (p.part != q.part and p.unit == q.unit and not _of_one_kind(x, y)):
        return False
    told = (
        _to_go(x) != _to_go(y)
        or _came_to(x, y)
        or _came_to(y, x)
        or _rest(x, y)
        or _two_parts(p, q)
        or _is_earlier(x) != _is_earlier(y)
        or _then_and_now(x, y)
        or _back_then(x, y)
        or _back_then(y, x)
    )
    other = (
        _among(x, y)
        or _among(y, x)
        or _some_of(x, y)
        or _some_of(y, x)
        or _other_things(x, y)
        or _other_heads(x, y)
        or _numbered(x, y)
    )
    return not (told or other or other_step(x, y))


def passes(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether an account tells the time that passes between two times or days.

    "shut at 8, for six hours" and "open at 2"; "on 3 June, two days before" and "on 5 June, two days after".
    """
    apart = between(x.value, y.value) if x.kind is FindingKind.DATE else None
    if not apart:
        return False
    told = [
        [
            m
            for m in w.mentions.get(FindingKind.NUMBER, ())
            if m.value.unit == "time" and m.value.point in apart
        ]
        for w in (pair.a, pair.b)
    ]
    if x.value.minute is not None:
        return any(told)
    behind = [{t.word for m in side for t in m.statement.tokens[m.last : m.last + 1]} for side in told]
    ways = lexicon(x.statement.language).words("after_term")
    return (behind[0] & ways) != (behind[1] & ways)


def within(a: Sequence[Mention], b: Sequence[Mention]) -> set[Mention]:
    """The dates of either side that lie within a time of the other, as Saturday from Friday to Sunday."""
    here, there = _spans(a), _spans(b)
    ends = {m for span in (*here, *there) for m in span}
    inside = [(m, span) for days, spans in ((a, there), (b, here)) for span in spans for m in days]
    return {m for m, span in inside if m not in ends and _lies_within(m, span)}


def _spans(days: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Two weekdays or months that are joined as from when to when."""
    return [(p, q) for p, q in pairwise(days) if p.statement is q.statement and _joined(p, q)]


def _joined(p: Mention, q: Mention) -> bool:
    """Whether a word or a dash between two dates says that a time goes from one to the other."""
    between = p.statement.tokens[p.last : q.first]
    if not between:
        return p.statement.gaps[q.first].strip() in {"-", "–"}
    return len(between) == 1 and between[0].word in lexicon(p.statement.language).words("range_to")


def _lies_within(m: Mention, span: tuple[Mention, Mention]) -> bool:
    """Whether a weekday or a month lies between two others."""
    for field, cycle in (("weekday", 7), ("month", 12)):
        here, first, last = (getattr(d.value, field) for d in (m, *span))
        if None not in {here, first, last} and all(d.value.day is None for d in (m, *span)):
            return bool(0 < (here - first) % cycle < (last - first) % cycle)
    return False


def _rest(x: Mention, y: Mention) -> bool:
    """Whether two parts make up a whole, and one alone is denied, or is what is left: "shrunk to 60 %"."""
    p, q = x.value, y.value
    whole = 100 if p.unit == q.unit == "%" else p.whole or q.whole
    if p.unit != q.unit or whole is None or abs(p.point + q.point - whole) >= 1:
        return False
    denied, left = [], []
    for m in (x, y):
        words = lexicon(m.statement.language)
        denied.append(
            not m.statement.words.isdisjoint(words.words("negator", "negative") - words.words("idiom"))
        )
        left.append(m.first > 0 and m.statement.tokens[m.first - 1].word in words.words("to"))
    return denied[0] != denied[1] or (p.unit == "%" and left[0] != left[1])


def _to_go(m: Mention) -> bool:
    """Whether a time is what is left of one: "with 20 minutes to play"."""
    tokens = m.statement.tokens[m.last : m.last + 2]
    words = lexicon(m.statement.language).words("to_go")
    return m.value.unit == "time" and not words.isdisjoint(
        {" ".join(t.word for t in tokens), *(t.word for t in tokens[:1])}
    )


def _two_parts(p: Quantity, q: Quantity) -> bool:
    """Whether two parts make up a whole: 14 and 106 of 120; 4 of 6 won, 2 lost."""
    return ((p.part and q.part) or bool(p.whole and q.whole)) and p.point + q.point in {p.whole, q.whole}


@lru_cache(KEPT)
def _is_earlier(m: Mention) -> bool:
    """Whether a figure is told as one of before: "up from 36 %", "compared with 12 last year"."""
    before = m.statement.tokens[max(0, m.first - EARLIER) : m.first]
    other = max((n for n, t in enumerate(before, 1) if t.text[0].isdigit()), default=0)  # "from 9 % to 7.8 %"
    lead = " ".join(t.word for t in before[other:])
    words = lexicon(m.statement.language)
    return any(f" {phrase} " in f" {lead} " for phrase in words.words("earlier")) or _year_before(m)


def _year_before(m: Mention) -> bool:
    """Whether a year before is told beside a figure: "79 % a year earlier", but "9 % a year ago, now 6 %"."""
    words, tokens = lexicon(m.statement.language), m.statement.tokens
    if m.statement.words.isdisjoint(words.ends("earlier_behind")):
        return False
    run = range(max(0, m.first - BESIDE), min(len(tokens), m.last + BESIDE))
    for phrase in words.words("earlier_behind"):
        told = phrase.split()
        for n in run:
            if [t.word for t in tokens[n : n + len(told)]] == told:
                lead, behind = tokens[max(0, n - 3) : n], tokens[n + len(told) : m.first]
                of_it = n > m.first or any(t.word in _WHEN for t in behind)
                other = not of_it and any(t.text[0].isdigit() for t in lead)
                return not other and words.words("earlier_from").isdisjoint(t.word for t in lead)
    return False


def _of_one_kind(x: Mention, y: Mention) -> bool:
    """Whether one is part of a whole that the other names, or of others than the dead: "30 others hurt"."""
    part = x if x.value.part else y
    return _of_one_whole(x, y) or (x.value.toll == y.value.toll != "" and other_tolls(part))


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
    anybody = _stems(x.statement.language, "anybody")
    kinds = _stems(x.statement.language, "kind_of_people")
    few, many = x.value.noun[0] in kinds, y.value.noun[0] in anybody
    return few and many and x.value.point < y.value.point


def _some_of(x: Mention, y: Mention) -> bool:
    """Whether one counts some of those whom the other counts: nine of the people arrested, 14 arrested."""
    if x.value.point >= y.value.point or x.value.unit != "count":
        return False
    tokens = x.statement.tokens
    of = [t.word for t in tokens[x.last : x.last + 2]]
    if of != ["of", "the"]:
        return False
    befell = {t.stem for t in tokens[x.last + 2 : x.last + CAME] if t.word.endswith("ed")}
    return not befell.isdisjoint(t.stem for t in y.statement.tokens[y.last : y.last + CAME])


def _came_to(x: Mention, y: Mention) -> bool:
    """Whether one account alone tells that a count rose or fell past the other: "climbed to 27", 19 dead."""
    tokens, words = x.statement.tokens, lexicon(x.statement.language)
    lead = [t.word for t in tokens[max(0, x.first - CAME) : x.first]]
    if x.value.unit != "count" or words.words("to").isdisjoint(lead):
        return False
    for ups, downs in words.rows("came"):
        if not y.statement.words.isdisjoint(ups | downs):
            return False
        if not ups.isdisjoint(lead):
            return bool(x.value.point > y.value.point)
        if not downs.isdisjoint(lead):
            return bool(x.value.point < y.value.point)
    return False


@cache
def _stems(language: str, key: str) -> frozenset[str]:
    stem = stemmer(language)
    return frozenset(stem.stemWord(w) if stem else w for w in lexicon(language).words(key))


def _a_day_apart(x: Mention, y: Mention) -> bool:
    """Whether one account alone counts days from another event: "on Thursday, a day after the quake"."""
    weekdays = all(m.value.weekday is not None and m.value.day is None for m in (x, y))
    return weekdays and sum(_RELATIVE.search(m.statement.text) is not None for m in (x, y)) == 1


def _other_things(x: Mention, y: Mention) -> bool:
    """Whether one counts people and the other things or homes: 80 cars, 27 crew; 40 homes, 100 people."""
    if not (x.value.unit == y.value.unit == "count" and x.value.noun and y.value.noun):
        return False
    few, many = sorted((x.value, y.value), key=lambda q: float(q.point))
    language = x.statement.language
    homes, things = _stems(language, "household"), _stems(language, "vehicle")
    people = _stems(language, "people") | _stems(language, "anybody") | _stems(language, "kind_of_people")
    p, q = few.noun[0], many.noun[0]
    if (p in people and q in things) or (q in people and p in things):
        return True
    lived_in = p in homes and q in people - homes
    return bool(lived_in and HOUSEHOLD[0] * few.point <= many.point <= HOUSEHOLD[1] * few.point)


def _other_heads(x: Mention, y: Mention) -> bool:
    """Whether one noun stands before two that are counted, not of people: turtle nests, eggs."""
    p, q = x.value.noun, y.value.noun
    if len(p) < 2 or len(q) < 2 or p[0] != q[0] or p[1] == q[1]:  # which most have
        return False
    here, there = _compound(x), _compound(y)
    if not here or not there or here[0] != there[0] or alike(here[1], there[1]):
        return False
    kin = synonyms(x.statement.language)
    heads = [m.statement.tokens[m.last + 1].word for m in (x, y)]
    people = all(tells_who(w, "en") or w.endswith(_DOERS) for w in heads)
    return not people and kin.get(here[1], here[1]) != kin.get(there[1], there[1])


def _compound(m: Mention) -> tuple[str, str] | None:
    """The stems of a noun in the singular and of the plural behind it, which is what is counted."""
    run = m.statement.tokens[m.last : m.last + 2]
    if m.statement.language != "en" or len(run) < 2 or m.statement.gaps[m.last + 1].strip():
        return None
    attribute, head = (t.word for t in run)
    if not run[0].content or not run[1].content or m.value.unit != "count":
        return None
    plural = head.endswith("s") and not head.endswith("ss") and not attribute.endswith("s")
    described = attribute.endswith(_DESCRIBES) or attribute in lexicon("en").words("adjective")
    return (run[0].stem, run[1].stem) if plural and not described else None


def _then_and_now(x: Mention, y: Mention) -> bool:
    """Whether one sentence tells of a year, and the other of today."""
    today = lexicon(x.statement.language).words("today")
    now, then = (x, y) if not today.isdisjoint(x.statement.words) else (y, x)
    if today.isdisjoint(now.statement.words) or not today.isdisjoint(then.statement.words):
        return False
    return _YEAR.search(then.statement.text) is not None and _YEAR.search(now.statement.text) is None


def _back_then(x: Mention, y: Mention) -> bool:
    """Whether one sentence looks back: "the worst since 1974, when 12 people died", the other not."""
    behind = _THEN.search(x.statement.text, 0, x.start - x.statement.start)
    return behind is not None and (behind[1] or behind[2]) not in y.statement.text


def _reporting(m: Mention) -> bool:
    """Whether a weekday is the day of the report: "said on Monday"."""
    if m.value.weekday is None or m.value.day is not None:
        return False
    verbs = lexicon(m.statement.language).words("say")
    return any(t.word in verbs for t in m.statement.tokens[max(0, m.first - 3) : m.first])


def bare_year(m: Mention) -> bool:
    """Whether a date is a year and nothing else."""
    return m.kind is FindingKind.DATE and m.value.year is not None and m.value.month is None


def _day_named(x: Mention, y: Mention) -> bool:
    """Whether a sentence has the other's day as well, without its month: from 3 March, there on the 12th."""
    if x.value.month is None or x.value.month != y.value.month or not y.value.day:
        return False
    day, tokens = str(y.value.day), x.statement.tokens[x.last :]
    return any(t.word in {day, f"{day}th", f"{day}st", f"{day}nd", f"{day}rd"} for t in tokens)


def _other_year(x: Mention, y: Mention) -> bool:
    """Whether two sentences give figures of two years: "in 2007 9 million", "in 2014 16 million"."""
    if not (bare_year(x) and bare_year(y)):
        return False
    here, there = (
        next((t.word for t in m.statement.tokens[m.last : m.last + 5] if t.text[0].isdigit()), "")
        for m in (x, y)
    )
    return bool(here and there) and here != there


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

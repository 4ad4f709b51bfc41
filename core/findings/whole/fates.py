"""How many were arrested, driven out or sent to a fire in one event, told once in each whole article.

A report gives such a total wherever it comes to it: "37 people were arrested" in the lead of one, "73 people
were behind bars" far down in another. A family of words says what became of them, in every language alike.
"""

from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from itertools import product
from math import inf
from typing import NamedTuple

from core.findings import labels
from core.findings.article import Article
from core.findings.kind import Conflict, Mention, Reader, at_odds, at_one, each_with_first
from core.findings.language import lexicon
from core.findings.numbers import number
from core.findings.numbers.quantity import Quantity
from core.findings.numbers.tolls import feared_more
from core.findings.text import Statement
from core.findings.values.sums import with_another
from core.findings.whole.event import IN_YEAR, OPENING, Accounts, Capitals, of_both
from core.findings.whole.spots import plain
from core.findings.whole.toll import COSTS

FAR, NUMBER_OF = 8, 4
"""Most words between a count of people and what became of them; and before a noun, back to "the number
of"."""
FEW = 3
"""From so many times as many on, the smaller number is of a part: what reports confuse lies nearer (37,
73)."""


class Said(StrEnum):
    """How a phrase says what became of people; each is a list of phrases with their families."""

    STATE = "fate"
    """As a state: the count stands before it ("37 were behind bars", "37 driven from their homes")."""
    DONE = "fate_done"
    """As a deed done to them: "37 were arrested", "arrested 37", but not "37 officers arrested a man"."""
    NOUN = "fate_noun"
    """As what is counted: "37 arrests"."""


class Total(NamedTuple):
    """A number of people of whom it is said what became of them."""

    mention: Mention
    """The number."""
    phrase: str
    """What says it, as printed."""
    kind: str
    """Who they are: "en officer"; empty for people by whatever word."""

    @property
    def quantity(self) -> Quantity:
        """How many."""
        found: Quantity = self.mention.value
        return found


def conflicts(accounts: Accounts) -> list[Conflict]:
    """Find totals of people that two articles on one event give otherwise.

    Args:
        accounts: The articles, with what reads them.

    Returns:
        The conflicts of each two articles, if neither contradicts itself and neither has the other's total
        anywhere.
    """
    numbers = accounts.numbers
    totals = cache(lambda article, places: _totals(article, places, numbers))
    found: list[Conflict] = []
    for family, (a, here), (b, there) in of_both(accounts.told("fate"), accounts.tick):
        if family in COSTS and _opens(a, here) and _opens(b, there):
            continue  # what openings count is compared there
        both = (a, totals(a, here)), (b, totals(b, there))
        for _, (_, left), (_, right) in of_both(both, accounts.tick):
            if not (_at_odds(left, right, accounts.dates) and accounts.of_one_event(a, b)):
                continue
            rivals = (a, right), (b, left)
            if not any(_settles(o, told, numbers, accounts.capitals) for o, told in rivals):
                found += _between(left, right)
    return found


def _between(left: Sequence[Total], right: Sequence[Total]) -> list[Conflict]:
    """The conflicts of the totals of two articles."""
    x, y = left[0].mention, right[0].mention
    who = labels.of_value(x, y)
    anybody = who.lower() in lexicon(x.statement.language).words("anybody")
    label = f"{who} {left[0].phrase}" if anybody else who  # "people arrested", "arrests"
    rivals = each_with_first(left, right)
    return [Conflict(o.mention, p.mention, 2.0, label, "different numbers") for o, p in rivals]


@cache
def _phrases(language: str) -> dict[str, tuple[str, tuple[Said, ...]]]:
    """Phrase, folded -> its family, and how it says it."""
    said: dict[str, list[Said]] = defaultdict(list)
    families: dict[str, str] = {}
    for way in Said:
        for phrase, family in lexicon(language).values(way.value).items():
            said[phrase].append(way)
            families[phrase] = family
    return {phrase: (families[phrase], tuple(ways)) for phrase, ways in said.items()}


def _opens(article: Article, places: Sequence[tuple[int, int]]) -> bool:
    """Whether the first of some places stands in the opening of an article."""
    return article.at(places[0][0]) < OPENING


def _totals(article: Article, places: Sequence[tuple[int, int]], numbers: Reader) -> dict[str, list[Total]]:
    """The totals of a family in an article by the kind of people, of those of which no two are at odds."""
    told: dict[str, list[Total]] = defaultdict(list)
    for start, end in places:
        if (total := _total(article, start, end, numbers)) is not None:
            told[total.kind].append(total)
    return {kind: own for kind, own in told.items() if at_one([t.mention for t in own], number.compare)}


def _exact(told: Sequence[Total]) -> list[Total]:
    """Totals without those that have no end where another tells the same: of 118 and "at least 118" one."""
    closed = {t.quantity.point for t in told if not _open(t.quantity)}
    return [t for t in told if t.quantity.point not in closed or not _open(t.quantity)]


def _open(q: Quantity) -> bool:
    """Whether a number is the least or the most that there may be."""
    return inf in (-q.low, q.high)


def _total(article: Article, start: int, end: int, numbers: Reader) -> Total | None:
    """The people of whom a phrase between two characters of an article says what became of them."""
    s = article.statement(article.at(start))
    words = lexicon(s.language)
    told = s.digits or not s.words.isdisjoint(words.words("spoken"))
    if not told or IN_YEAR.search(s.text) or not words.words("before_now", "unsettled").isdisjoint(s.words):
        return None
    printed, counts = article.source.text[start:end], numbers(s)
    first, last = s.tokens_in(start, end)
    for way in _phrases(s.language)[plain(printed)][1] if counts else ():
        m = _whose(s, counts, way, first, last)
        if m is not None and _is_total(m):
            return Total(m, " ".join(printed.split()), _kind(m, first, last))
    return None


def _whose(s: Statement, counts: Sequence[Mention], way: Said, first: int, last: int) -> Mention | None:
    """The number of those of whom a phrase between two tokens speaks."""
    behind = next((m for m in counts if m.first >= last), None)
    if behind is not None and way is not Said.STATE:
        done = way is Said.DONE and _bounded(s, last, behind.first)
        if done or _numbered(s, first, last, behind):
            return behind
    before = next((m for m in reversed(counts) if m.last <= first and not _is_where(s, m)), None)
    if before is None or first - before.last > FAR or _parted(s, before.last, first):
        return None
    between = s.forms[before.last : first]
    if way is Said.NOUN:
        return before if len(between) <= 1 or not any(content for _, _, _, content in between) else None
    return before if way is Said.STATE or _undergone(s, before.last, first, last) else None


def _is_where(s: Statement, m: Mention) -> bool:
    """Whether a number says from where or in how many places: "from eleven towns"."""
    return s.sequence[max(0, m.first - 1) : m.first] in {("from",), ("in",), ("aus",), ("de",), ("von",)}


def _numbered(s: Statement, first: int, last: int, m: Mention) -> bool:
    """Whether a number stands behind what it counts: "the number of infections rose to 118"."""
    lead = s.sequence[max(0, first - NUMBER_OF) : last]
    told = not lexicon(s.language).words("how_many").isdisjoint(lead)
    return told and not m.value.noun and m.first - last <= FAR and not _parted(s, last, m.first)


def _bounded(s: Statement, first: int, last: int) -> bool:
    """Whether nothing stands between two tokens but what bounds a number: "arrested at least 37"."""
    words = lexicon(s.language)
    between = " ".join(s.sequence[first:last])
    free = not any(gap.strip() for gap in s.gaps[first : last + 1])
    return free and (not between or between in words.words("least", "most", "nearly", "about", "total"))


def _parted(s: Statement, first: int, last: int) -> bool:
    """Whether a mark, or a word that begins a clause or joins two, stands between two tokens."""
    ends, between = lexicon(s.language).words("clause", "joining"), range(first, last)
    return any(s.sequence[n] in ends and not _joins_nouns(s, first, n) for n in between) or any(
        gap.strip(" -'’") for gap in s.gaps[first : last + 1]
    )


def _joins_nouns(s: Statement, first: int, at: int) -> bool:
    """Whether "and" joins two kinds of people who are counted together: "2,400 drivers and fitters"."""
    words, near = lexicon(s.language), [*s.forms[first:at], *s.forms[at + 1 : at + 2]]
    if at != first + 1 or len(near) < 2 or s.sequence[at] not in words.words("joining"):
        return False
    deeds = words.words("spoken", *COSTS) | words.values("dozen").keys() | words.values("irregular").keys()
    return all(content and word not in deeds and not word.endswith("ed") for _, word, _, content in near)


def _undergone(s: Statement, before: int, first: int, last: int) -> bool:
    """Whether something was done to those before a verb: "37 were arrested", "37 people arrested in Karr"."""
    words = lexicon(s.language)
    between = s.forms[before:first]
    behind = s.forms[last][1] if last < len(s.forms) else ""
    if not words.words("be").isdisjoint([behind, *[form[1] for form in between]]):
        return True
    return len(between) <= 1 and behind not in words.words("article") and not behind.isdigit()


def _is_total(m: Mention) -> bool:
    """Whether a number is one of people of any kind, all of them."""
    q = m.value
    if q.unit != "count" or q.weak or q.part or q.room or q.rate or q.whole is not None:
        return False
    words, lead = lexicon(m.statement.language), m.statement.sequence[max(0, m.first - 2) : m.first]
    whole = lead[:1] and lead[0] in words.words("part_of") and lead[-1] in words.words("article")
    return not whole and not with_another(m)  # "one of the 19 hurt died"


def _at_odds(left: Sequence[Total], right: Sequence[Total], dates: Reader) -> bool:
    """Whether the totals of two articles are at odds, and of one area and time."""
    mine, yours = _exact(left), _exact(right)
    apart = at_odds([x.mention for x in mine], [y.mention for y in yours], number.compare)
    rivals = [*product(mine, yours)] if apart else ()
    return (
        apart
        and all(_near(x.quantity, y.quantity) and _wide(x) is _wide(y) for x, y in rivals)
        and not any(feared_more(x.mention, y.mention) for x, y in rivals)
        and not _other_day(left, right, dates)
    )


def _near(p: Quantity, q: Quantity) -> bool:
    """Whether neither of two numbers can be that of a few of the other's: two who looted, of 37 arrested."""
    return p.point < FEW * q.point and q.point < FEW * p.point


def _wide(total: Total) -> bool:
    """Whether a total is told of a whole country or of elsewhere."""
    s = total.mention.statement
    return not lexicon(s.language).words("wide").isdisjoint(s.words)


def _settles(article: Article, told: Sequence[Total], numbers: Reader, capitals: Capitals) -> bool:
    """Whether an article has the total of another one, or lacks a place that it is told of: "22 in Karr"."""
    known = capitals(article.source.id)
    return any(_where(t.mention.statement) - known for t in told) or _tells(article, told[0], numbers)


def _other_day(left: Sequence[Total], right: Sequence[Total], dates: Reader) -> bool:
    """Whether two articles name days for their totals, and not one day of both."""
    days = [
        {m.value.weekday for t in side for m in dates(t.mention.statement)} - {None} for side in (left, right)
    ]
    return all(days) and days[0].isdisjoint(days[1])


def _where(s: Statement) -> set[str]:
    """The names behind words of place in a sentence; in German, where every noun has a capital, none."""
    before = lexicon(s.language).words("before_place") if s.language != "de" else frozenset[str]()
    return {
        w
        for n, (text, w, _, _) in enumerate(s.forms)
        if n and text[0].isupper() and s.sequence[n - 1] in before
    }


def _kind(m: Mention, first: int, last: int) -> str:
    """Who is counted, if a word of their own tells: "12 officers"; not "37 people", "37 arrests"."""
    s, words = m.statement, lexicon(m.statement.language)
    behind = next((n for n in range(m.last, len(s.forms)) if s.forms[n][3]), last)
    word = s.sequence[behind] if behind < len(s.forms) else ""
    people = words.words("anybody") - words.words("travelling")  # the crew is aboard too
    if not m.value.noun or first <= behind < last or word in people:
        return ""
    return words.values("corps").get(word, f"{s.language} {m.value.noun[0]}")


def _tells(article: Article, total: Total, numbers: Reader) -> bool:
    """Whether an article has a number of people, or of nothing told, that another one has as its total."""
    every = (m for n in range(len(article.places)) for m in numbers(article.statement(n)))
    alike = (m for m in every if m.value.unit == "count" and m.value.point == total.quantity.point)
    return any(_kind(m, m.last, m.last) in {"", total.kind} for m in alike)

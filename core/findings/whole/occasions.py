"""On which day something was, or will be, of which one affair has one: the funeral, the medical.

A report sets such a day wherever it comes to it: "the funeral will be held on Friday" at the end of one, "at
the funeral on Saturday" in the caption of another.
"""

from collections.abc import Sequence
from itertools import combinations, product

from core.findings.claims.polarity import parted
from core.findings.dates import date
from core.findings.gate import fits
from core.findings.kind import Conflict, Mention, Reader, at_odds, at_one
from core.findings.language import lexicon
from core.findings.text import POSSESSIVE, Article, Statement
from core.findings.whole.event import IN_YEAR, Capitals, of_one_event
from core.findings.whole.spots import Places
from core.progress import Tick, silent, ticked

FAR = 12
"""Words between an occasion and its day."""
_HE = {"he": frozenset({"his", "he", "him"}), "she": frozenset({"her", "she", "hers"})}


def conflicts(
    told: Sequence[tuple[Article, Places]], dates: Reader, capitals: Capitals, tick: Tick = silent
) -> list[Conflict]:
    """Find days on which two articles on one event set the same occasion.

    Args:
        told: The articles, in an order that does not depend on how they were given, and what each says where.
        dates: Gives the dates and times of day of a sentence.
        capitals: Gives the words of a source that have a capital.
        tick: Told now and then; what it raises stops the search.

    Returns:
        The conflicts of each two articles that have one day of it each.
    """
    found: list[Conflict] = []
    for (a, here), (b, there) in combinations(ticked(told, tick), 2):
        for family in sorted(here.keys() & there.keys()):
            left, right = (_days(o, p[family], dates) for o, p in ((a, here), (b, there)))
            apart = left and right and at_odds(left, right, date.compare)
            rivals = [*product(left, right)] if apart else []
            if (
                rivals
                and all(fits(x, y) and _of_one(x, y) for x, y in rivals)
                and of_one_event(a, b, capitals)
            ):
                start, end = here[family][0]
                label = " ".join(a.source.text[start:end].split())
                found += [Conflict(x, y, 2.0, label, "different dates") for x, y in rivals]
    return found


def _days(article: Article, places: Sequence[tuple[int, int]], dates: Reader) -> list[Mention]:
    """The days on which an article sets an occasion, if they are one and it tells of one such occasion."""
    found: list[Mention] = []
    for start, end in places:
        s = article.statement(article.at(start))
        first, last = s.tokens_in(start, end)
        if _another(s, first):
            return []
        if (m := _day(s, first, last, dates)) is not None:
            found.append(m)
    return found if at_one(found, date.compare) else []


def _another(s: Statement, first: int) -> bool:
    """Whether an occasion is one of several: "the second funeral", "another hearing"."""
    words = lexicon(s.language)
    several = words.words("again", "restricting", "one_of", "one_of_several")
    return not several.isdisjoint(s.sequence[max(0, first - 2) : first])


def _day(s: Statement, first: int, last: int, dates: Reader) -> Mention | None:
    """The one day in the sentence of an occasion, if it is that of the occasion."""
    if IN_YEAR.search(s.text) or not lexicon(s.language).words("before_now").isdisjoint(s.words):
        return None
    days = [m for m in dates(s) if m.value.weekday is not None or m.value.day is not None]
    m = days[0] if len(days) == 1 else None
    return m if m and (_leads(s, m.last, first) or _follows(s, first, last, m.first)) else None


def _leads(s: Statement, day: int, first: int) -> bool:
    """Whether nothing but an article stands between a day and an occasion: "on Friday the funeral"."""
    between = s.sequence[day:first]
    return day <= first < day + 2 and lexicon(s.language).words("article").issuperset(between)


def _follows(s: Statement, first: int, last: int, day: int) -> bool:
    """Whether an occasion is set on the day behind it: "the funeral on Friday", "will be held on Friday"."""
    if not last <= day <= last + FAR or any(parted(s, n) for n in range(last - 1, day - 1)):
        return False
    words = lexicon(s.language)
    small = words.words("be", "modal", "passive")
    between = [w for w in s.sequence[last:day] if w not in small]
    if len(between) <= 1:
        return words.words("on_day").issuperset(between)
    led = not words.words("occasion_of").isdisjoint(s.sequence[max(0, first - 2) : first])
    return not led and between[-1] in words.words("on_day") and between[0] in words.words("occasion_held")


def _of_one(x: Mention, y: Mention) -> bool:
    """Whether two occasions may be those of one person: not his and hers, nor those of two names."""
    told = (_him(x), _him(y)), (_named(x), _named(y))
    return not any(p and q and p.isdisjoint(q) for p, q in told)


def _him(m: Mention) -> frozenset[str]:
    """Which of "he" and "she" a sentence speaks of."""
    return frozenset([he for he, forms in _HE.items() if not forms.isdisjoint(m.statement.words)])


def _named(m: Mention) -> frozenset[str]:
    """The names, folded, of which an occasion may be that: "Karr's funeral", "the funeral of Ida"."""
    s, found = m.statement, set[str]()
    for n, (text, word, _, content) in enumerate(s.forms):
        if (
            content
            and text[0].isupper()
            and (text.endswith(POSSESSIVE) or s.sequence[n - 1] in {"of", "for"})
        ):
            found.add(word)
    return frozenset(found)

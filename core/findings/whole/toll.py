"""What an event cost, by the openings of articles: the dead, the missing, the hurt.

Two reports of one event both open with it, in words that share too little to be linked: "Nine killed as
express derails", and four paragraphs on "Twelve people lost their lives in the wreck of the night train".
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import combinations, product

from core.findings import labels
from core.findings.article import Article
from core.findings.kind import Conflict, Mention, Reader, Relation, at_odds, at_one, each_with_first
from core.findings.language import lexicon
from core.findings.numbers import number
from core.findings.numbers.age import YEAR
from core.findings.numbers.tolls import feared_more
from core.findings.text import Statement
from core.findings.values.sums import with_another
from core.findings.whole.event import IN_YEAR, Accounts, of_both, opening_of
from core.progress import Tick, ticked

COSTS = ("dead", "missing", "hurt")
"""What becomes of people that a report opens with, each a list of words."""


def conflicts(accounts: Accounts) -> list[Conflict]:
    """Find the openings that count the victims of one event otherwise.

    Args:
        accounts: The articles, with what reads them.

    Returns:
        The conflicts of each two articles that are at one with themselves; none where one of them has a count
        of the other's anywhere.
    """
    numbers, tick = accounts.numbers, accounts.tick
    told = [(a, own) for a in ticked(accounts.articles, tick) if (own := _victims(a, numbers))]
    everywhere = cache(lambda article: _everywhere(article, numbers, tick))
    found: list[Conflict] = []
    for _, (a, left), (b, right) in of_both(told, tick):
        if not (_at_odds(left, right) and accounts.of_one_event(a, b)):
            continue
        rivals = (a, right[0]), (b, left[0])
        if not any(_leads(o, m, numbers) or _has(everywhere(o), m) for o, m in rivals):
            label = labels.of_value(left[0], right[0])
            told_apart = each_with_first(left, right)
            found += [Conflict(x, y, 2.0, label, "different numbers") for x, y in told_apart]
    return found


def _victims(article: Article, numbers: Reader) -> dict[tuple[str, str], list[Mention]]:
    """The victims that an article opens with, by what became of whom; not those of a year before."""
    words = lexicon(article.language).words(*COSTS)
    found: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for s in opening_of(article):
        for m in () if words.isdisjoint(s.words) else numbers(s):
            if _counts(m) and not _past(s, numbers):
                found[_kind(m)].append(m)
    return found


def _counts(m: Mention) -> bool:
    """Whether a number is one of people of any kind, all of them."""
    q, words = m.value, lexicon(m.statement.language)
    of = m.statement.sequence[m.last : m.last + 2]  # "two of the dead"
    named = of[1:] and of[0] in words.words("part_of") and of[1] in words.words("article")
    all_ = not (q.weak or q.part or q.room or q.rate or named or with_another(m))
    return all_ and q.unit == "count" and q.toll in COSTS


def _past(s: Statement, numbers: Reader) -> bool:
    """Whether a sentence looks back over years."""
    return IN_YEAR.search(s.text) is not None or any(
        m.value.unit == "time" and m.value.point >= YEAR for m in numbers(s)
    )


def _at_odds(left: Sequence[Mention], right: Sequence[Mention]) -> bool:
    """Whether each opening is at one with itself, and at odds with the other about the same people."""
    one = at_one(left, number.compare) and at_one(right, number.compare)
    if not (one and at_odds(left, right, number.compare)):
        return False
    rivals = list(product(left, right))
    return any(_of_one(x, y) for x, y in rivals) and not any(feared_more(x, y) for x, y in rivals)


def _of_one(x: Mention, y: Mention) -> bool:
    """Whether two counts are of people by whatever word, or of one kind of them: nine killed, five pilots."""
    p, q = x.value.noun[:1], y.value.noun[:1]
    return p == q or bool(_kind(x)[1]) or all(_anybody(m) for m in (x, y))


def _kind(m: Mention) -> tuple[str, str]:
    """What became of those counted, and which body they belong to in any language: policemen, "agentes"."""
    bodies = lexicon(m.statement.language).values("corps")
    return m.value.toll, next(
        (bodies[w] for w in m.statement.sequence[m.last : m.last + 2] if w in bodies), ""
    )


def _anybody(m: Mention) -> bool:
    """Whether what is counted is told by no word of its own: "nine killed", "12 bodies", "nine people"."""
    words = lexicon(m.statement.language)
    behind = m.statement.tokens[m.last : m.last + 1]
    anybody = words.words(*COSTS, "anybody")
    return not m.value.noun or any(t.word in anybody for t in behind)


def _everywhere(article: Article, numbers: Reader, tick: Tick) -> list[Mention]:
    """What an article counts of anybody dead, missing or hurt."""
    words = lexicon(article.language).words(*COSTS)
    statements = map(article.statement, ticked(range(len(article.places)), tick))
    told = (s for s in statements if not words.isdisjoint(s.words))
    return [m for s in told for m in numbers(s) if m.value.toll in COSTS]


def _has(told: Sequence[Mention], m: Mention) -> bool:
    """Whether one of some counts is of the same people, and no rival of another one."""
    alike = (o for o in told if o.value.toll == m.value.toll)
    return any(number.compare(m, o) is not Relation.CONFLICT for o in alike)


def _leads(article: Article, m: Mention, numbers: Reader) -> bool:
    """Whether an opening tells a number without a noun, or in parts: "spoke of 11"; "five, and two more"."""
    told = [n.value for s in opening_of(article) for n in numbers(s) if n.value.unit == "count"]
    bare = {q.point for q in told if not (q.toll or q.noun)}
    alike = [q for q in told if q.toll == m.value.toll]
    sums = {p.point + q.point for p, q in combinations(alike, 2) if p.part != q.part}
    return m.value.point in bare | sums

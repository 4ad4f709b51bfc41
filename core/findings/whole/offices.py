"""Which of several offices somebody has, of which one person has one: chief executive, operations director.

Articles that give one person two such offices are at odds, wherever they tell it in passing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from core.findings.kind import Conflict, Mention, Reader
from core.findings.language import lexicon
from core.findings.numbers.comparing import same_person
from core.findings.text import POSSESSIVE, Article, Statement
from core.findings.tie import Name
from core.findings.whole.spots import Places
from core.model import FindingKind
from core.progress import Tick, silent, ticked

RULE = "another office"
LEAD, FAR = 3, 5
"""Words before an office that tell of which body or time it is; and between it and a name before it."""
FULL = 2
"""Words of a full name."""


class Held(NamedTuple):
    """An office that an article gives somebody."""

    name: Mention
    """Who has it."""
    row: str
    """Offices of one row exclude each other."""
    post: frozenset[str]
    """The word that stands for an office, whatever it is called, or its own words."""
    of: frozenset[str]
    """Names beside it: of which body it is."""
    first: int
    """First token of the office."""
    last: int
    """One past the last."""

    @property
    def who(self) -> frozenset[str]:
        """The folded words of the name."""
        return frozenset(self.name.value.words)


def conflicts(told: Sequence[tuple[Article, Places]], names: Reader, tick: Tick = silent) -> list[Conflict]:
    """Find people to whom two articles give offices that exclude each other.

    Args:
        told: The articles, in an order that does not depend on how they were given, and what each says where.
        names: Gives the names of a sentence.
        tick: Told now and then; what it raises stops the search.

    Returns:
        For each two articles and each person, at most one conflict.
    """
    rows = Counter(row for _, places in told for row in {*map(_row, places)})
    held = [_held(a, places, rows, names) for a, places in ticked(told, tick)]
    found: list[Conflict] = []
    for here, there in combinations(ticked(held, tick), 2):
        for family in sorted(here.keys() & there.keys()):
            rivals = [(x, y) for x, y in product(here[family], there[family]) if same_person(x.who, y.who)]
            if rivals and all(_at_odds(x, y) for x, y in rivals):
                x, y = rivals[0]
                label = f"office of {max(x.name.text, y.name.text, key=len)}"
                found.append(Conflict(_mention(x), _mention(y), 2.0, label, RULE, once=True))
    return found


def _row(family: str) -> str:
    """The row of an office."""
    return family.partition(":")[0]


def _at_odds(x: Held, y: Held) -> bool:
    """Whether two offices are of one row and one body, and neither is short for the other."""
    if x.row != y.row or x.post & y.post:
        return False
    return not (x.of and y.of and x.of.isdisjoint(y.of))


def _held(article: Article, places: Places, rows: Counter[str], names: Reader) -> dict[str, list[Held]]:
    """Family name -> the offices, of rows that another article has too, of people of that name."""
    found: dict[str, list[Held]] = defaultdict(list)
    for family, own in places.items():
        if rows[_row(family)] > 1:
            for start, end in own:
                s = article.statement(article.at(start))
                for held in _bearer(s, *s.tokens_in(start, end), family, names):
                    found[held.name.value.words[-1]].append(held)
    return dict(found)


def _bearer(s: Statement, first: int, last: int, family: str, names: Reader) -> Iterator[Held]:
    """Who has an office, if its name stands beside it and the office is of now."""
    words = lexicon(s.language)
    beside = s.sequence[max(0, first - LEAD) : first] + s.sequence[last : last + 1]
    if not words.words("rank_beside", "not_now", "before_now", "for_a_time").isdisjoint(beside):
        return
    row, _, post = family.partition(":")
    for m in names(s):
        full = len(m.value.words) >= FULL and not m.value.place
        if full and (_behind(s, last, m) or _before(s, m, first, last)):
            yield Held(m, row, frozenset(post.split("+")), _bodies(s, m, first, last), first, last)


def _bodies(s: Statement, m: Mention, first: int, last: int) -> frozenset[str]:
    """The names beside an office and its bearer, folded: of which body it may be."""
    told = {*range(max(1, first - LEAD), min(len(s.forms), max(last, m.last) + LEAD))}
    rest = sorted(told - {*range(first, last), *range(m.first, m.last)})
    return frozenset([s.forms[n][1] for n in rest if s.forms[n][3] and s.forms[n][0][0].isupper()])


def _behind(s: Statement, last: int, m: Mention) -> bool:
    """Whether a name stands right behind an office: "chief executive Ida Brenn", "the chief, Ida Brenn,"."""
    if m.first != last:
        return False
    gap, end = s.gaps[last].strip(), s.gaps[m.last].strip() if m.last < len(s.gaps) else "."
    return gap in {"", "."} or (gap == "," and end[:1] in {",", ".", ";", ")"})


def _before(s: Statement, m: Mention, first: int, last: int) -> bool:
    """Whether a name stands before an office: "Ida Brenn, 52, the chief executive of Karr Iron"."""
    if not 0 <= first - m.last <= FAR or s.gaps[min(m.last, first)].strip() != ",":
        return False
    if last < len(s.forms) and s.forms[last][0][0].isupper() and not s.gaps[last].strip():
        return False  # "Ida Brenn, chief executive Luc Karr and"
    articles = lexicon(s.language).words("article", "definite")
    return all(
        word in articles or word.isdigit() or text[0].isupper() or text.endswith(POSSESSIVE)
        for text, word, _, _ in s.forms[m.last : first]
    )


def _mention(held: Held) -> Mention:
    """An office where it stands."""
    s = held.name.statement
    start, end = s.tokens[held.first].start, s.tokens[held.last - 1].end
    said = " ".join(s.text[start - s.start : end - s.start].split())
    value = Name(s.sequence[held.first : held.last], frozenset(), place=False, acronym=False)
    return Mention(FindingKind.NAME, s, start, end, held.first, held.last, value, said)

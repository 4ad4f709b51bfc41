"""Names that fill the same slot in two accounts: spellings, first names, rivals in a role, swapped roles."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from core.findings.claims.guards import other_day
from core.findings.claims.opposites import stands
from core.findings.clause import clause, told_in
from core.findings.countries import is_country
from core.findings.kind import MANY, Conflict, Mention, at_odds
from core.findings.language import lexicon
from core.findings.names import exchange
from core.findings.names.acts import act
from core.findings.names.bearer import (
    akin,
    apart,
    both_victims,
    half_named,
    inflected,
    of_many,
    one_is_kin,
    one_title,
    other_article,
    other_offices,
    sort,
    speaks,
)
from core.findings.names.bodies import is_body, spelled_out
from core.findings.names.labels import of_name
from core.findings.names.listed import fellows, uneven
from core.findings.names.same_role import barely, kinship, one_act, one_deed, one_head, score, turned
from core.findings.names.seats import other_seat
from core.findings.numbers import number
from core.findings.slots import Pair, word_for_word
from core.findings.text import FEW
from core.findings.tie import ONE, SPELLED, Tie, initials, may_be_one, tie
from core.model import FindingKind

RULE = {
    Tie.SPELLING: SPELLED,
    Tie.GIVEN: "same family name, another first name",
    Tie.DIFFERENT: "another name in the same place of the sentence",
}


def conflicts(
    pair: Pair, a: Sequence[Mention], b: Sequence[Mention], known: tuple[frozenset[str], frozenset[str]]
) -> list[Conflict]:
    """Find names that conflict between two windows.

    Args:
        pair: The two windows.
        a: Names of the first.
        b: Names of the second.
        known: Every word of each side's whole article: who is named anywhere there is no rival.

    Returns:
        At most one conflict for each name.
    """
    news = len(a) * len(b) > MANY or (_tells_new(a, known[1]) and _tells_new(b, known[0]))
    left = list(_lacked(a, b, pair.b.telling)) if news else []
    right = list(islice(_lacked(b, a, pair.a.telling), MANY // len(left) + 1)) if left else []
    if len(left) * len(right) > MANY:
        return []
    scored = [
        (score(pair, x, y, left, right), x, y)
        for x in left
        for y in right
        if _both_new(x, y, known) and not uneven(x, y, a, b) and not _unlike(pair, x, y)
    ]
    return _best(pair, scored) or exchange.conflicts(pair, a, b)


def _best(pair: Pair, scored: list[tuple[float, Mention, Mention]]) -> list[Conflict]:
    """The conflicts of rivals that score enough, each name in one, the surest first."""
    scored.sort(key=lambda c: (-c[0], c[1].start, c[2].start))
    found: list[Conflict] = []
    used: set[Mention] = set()
    for points, x, y in scored:
        if not {x, y} & used and points >= 0:
            used |= {x, y}
            found.append(_conflict(pair, x, y, points))
    return found


def _lacked(names: Sequence[Mention], others: Sequence[Mention], there: frozenset[str]) -> Iterator[Mention]:
    """The names that are none of some others, and not all of whose words stand there anyhow."""
    families = {o.value.words[-1:] for o in others if len(o.value.words) > 1}
    full = [o for o in others if o.value.words not in families]
    return (m for m in names if not (there.issuperset(m.value.words) or any(_same(m, o) for o in full)))


def _same(x: Mention, y: Mention) -> bool:
    """Whether two names are of one, as far as their words tell."""
    one = may_be_one(x.value, y.value) and tie(x.value, y.value) in ONE
    return one or inflected(x, y) or (x.value.acronym != y.value.acronym and spelled_out(x, y))


def _both_new(x: Mention, y: Mention, known: tuple[frozenset[str], frozenset[str]]) -> bool:
    return not (known[1].issuperset(x.value.words) or known[0].issuperset(y.value.words))


def _tells_new(names: Sequence[Mention], known: frozenset[str]) -> bool:
    return not known.issuperset([word for m in names for word in m.value.words])


def _unlike(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether a word rules out that two names with nothing in common are rivals, or none speaks for it.

    Two languages have two nouns for one thing, or one alone has it in the name: the Karr Reservoir, der
    Karr-Stausee; the St Ida hospital, das Krankenhaus St. Ida.
    """
    if x.statement.language != y.statement.language:
        p, q = x.value.words, y.value.words
        if half_named(x, y) or (len(p) != len(q) and p[-1] == q[-1]):
            return True
    if kinship(x, y) is not Tie.DIFFERENT:
        return kinship(x, y) is Tie.GIVEN and (other_article(x, y) or one_is_kin(x, y) or other_seat(x, y))
    if one_head(pair, x, y):
        return is_country(x) != is_country(y)
    if word_for_word(x, y) and is_country(x) == is_country(y):
        more = not is_country(x) and (of_many(x, y) or _fell(pair, x, y))
        return more or akin(x, y) or _shortens(x, y) or _shortens(y, x)
    if (
        akin(x, y)
        or apart(x, y)
        or (other_offices(x, y) and not one_deed(pair, x, y))
        or barely(pair, x, y)
        or turned(pair, x, y)
        or _opposed(x, y)
        or _other_facts(pair, x, y)
        or _fell(pair, x, y)
        or _of_two_terms(x, y)
    ):
        return True
    return (speaks(x) and speaks(y) and not one_title(x, y)) or _of_two_things(pair, x, y)


def _other_facts(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether the sentences of two names tell other figures, or other days: 12 dead in Karr, 30 in Lomb.

    Not of who has one office, nor of people where another name stands in both: two accounts may be at odds
    twice. One storm takes roofs in many places.
    """
    s, t = x.statement, y.statement
    sides = (pair.a.told(FindingKind.NAME, s), pair.b.told(FindingKind.NAME, t))
    here, there = ({word for m in told for word in m.value.words} for told in sides)
    if one_title(x, y) or (here & there and not (x.value.place or y.value.place)):
        return False
    if other_day(pair, s, t):
        return True
    return at_odds(pair.a.told(FindingKind.NUMBER, s), pair.b.told(FindingKind.NUMBER, t), number.compare)


def _fell(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether two names are of people whom one thing befell, and no list has the others of them."""
    return both_victims(x, y) and not fellows(x, y, *pair.names)


def _shortens(x: Mention, y: Mention) -> bool:
    """Whether one name is the initials of the other, in small letters too: BoK, the Bank of Karr."""
    return initials(x.value.words, y.value.words)


def _opposed(x: Mention, y: Mention) -> bool:
    """Whether one does the opposite of what the other does: Karr attacked it, Lomb defended it."""
    p, q = act(x), act(y)
    if p is None or q is None or p.agent != q.agent:
        return False
    here, there = (
        {(s.row, s.pole) for s in stands(m.statement) if s.first <= done.verb < s.last}
        for m, done in ((x, p), (y, q))
    )
    return any((row, 1 - pole) in there for row, pole in here)


def _of_two_terms(x: Mention, y: Mention) -> bool:
    """Whether one leaves an office and the other takes it: "sacked its coach", "named Lomb as coach"."""
    if x.value.place or y.value.place:
        return False
    return {_step_of_office(x), _step_of_office(y)} == {"office_left", "office_taken"}


def _step_of_office(m: Mention) -> str:
    """The list of which words stand in the sentence of a name, if they are of one alone."""
    words, s = lexicon(m.statement.language), m.statement
    told = [
        key
        for key in ("office_left", "office_taken")
        if not words.ends(key).isdisjoint(s.words) and told_in(s.sequence, words.words(key))
    ]
    return told[0] if len(told) == 1 else ""


def _of_two_things(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether two sentences share no word themselves, and neither goes on with the one before."""
    if any(m.statement.goes_on or _points_back(pair, m, o) for m, o in ((x, y), (y, x))):
        return False
    return not pair.cover(x.statement, y.statement, x, y)[0]


def _points_back(pair: Pair, m: Mention, other: Mention) -> bool:
    """Whether a clause adds little to what stands before it: "Karr will pay", "the board chose Ida Brenn"."""
    s, own = m.statement, clause(m.statement, m.first)
    if sum(s.content_of[n] for n in own if not m.first <= n < m.last) > FEW:
        return False
    chosen = lexicon(s.language).words("choosing")
    return one_act(pair, m, other) or not chosen.isdisjoint(s.sequence[own.start : own.stop])


def _conflict(pair: Pair, x: Mention, y: Mention, points: float) -> Conflict:
    how = kinship(x, y)
    place = how is Tie.DIFFERENT and _where(x, y)
    if place:
        x, y = replace(x, kind=FindingKind.PLACE), replace(y, kind=FindingKind.PLACE)
    rule = RULE[how] if not place else "another place"
    return Conflict(x, y, points, of_name(pair, x, y), rule, pair.context(x, y), once=True)


def _where(x: Mention, y: Mention) -> bool:
    """Whether both stand where places stand, or one surely does and the other is a single word."""
    if x.value.place and y.value.place:
        return not (is_body(x) or is_body(y))
    return any(sort(m) == "place" and len(o.value.words) == 1 for m, o in ((x, y), (y, x)))

"""How surely two names fill one role: one scale for people, bodies, vessels and places.

Each of the names stands in one account alone, in linked sentences. Whether both are of one who did, was or
had the same is told by how little else differs, and by what stands directly beside them.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from core.findings.alike import alike, synonyms
from core.findings.clause import clause, whole
from core.findings.kind import Mention
from core.findings.language import lexicon, stemmer, stems
from core.findings.names.acts import Act, act, by
from core.findings.names.bearer import half_named, sort, speaks
from core.findings.names.bodies import stands_for_body
from core.findings.names.listed import fellows
from core.findings.slots import Pair, word_for_word
from core.findings.tie import Tie, common_noun, tie
from core.findings.window import Window

SURE = 10
"""What is added where two sentences differ in nothing else."""
OWN = 2
"""Words of its own that a sentence has at most which shares a single one."""
MOST = 12
"""Words without their like that count."""
AROUND = 8
"""Words around a name in which a shared word supports a shared noun."""


class Standing(NamedTuple):
    """What speaks for one role, and what against; or the weight of each."""

    shared: float
    """Share of the words that are aligned, names left out, 0-1: of the shorter and of the longer run of
    sentences, in the mean."""
    rest: float
    """Content words that have no like on the other side, of that of the two sentences that has more."""
    alone: float
    """Whether no other name of their sort lacks its like."""
    role: float
    """Whether a word beside them says that they are the same: a title, a trade, a kind of vessel; or all
    other members of a list that each is in."""
    act: float
    """Whether they do the same, or the same is done to them."""
    other_act: float
    """Whether they do different things, as far as the words tell."""
    head: float
    """Whether both belong to the same noun: a police boat, a boat of the coast guard."""
    speaks: float
    """Whether a verb of speech stands beside one of them."""
    bodies: float
    """Whether both are bodies."""
    places: float
    """Whether both stand where places stand."""
    family: float
    """Whether they share a family name, or a first one."""
    spelled: float
    """Whether they are written almost alike."""
    in_full: float
    """Whether they are so with as many words."""
    linked: float = 1
    """The same for all: what holds before anything is known."""


WEIGHTS = Standing(
    shared=0.6,
    rest=-0.3,
    alone=1.3,
    role=1.4,
    act=0.3,
    other_act=-0.5,
    head=5.0,
    speaks=-1.4,
    bodies=1.8,
    places=0.8,
    family=1.4,
    spelled=3.0,
    in_full=2.0,
    linked=-0.3,
)
"""Those of a logistic regression, rounded: on all sets of pairs but the one that it was tried on, and on
2,500 pairs of names in linked sentences of real news, of which none is a conflict."""


def score(pair: Pair, x: Mention, y: Mention, left: Sequence[Mention], right: Sequence[Mention]) -> float:
    """How surely two names fill one role.

    Args:
        pair: The linked runs of sentences that they stand in.
        x: A name of the first.
        y: A name of the second.
        left: The names of the first that the second has not.
        right: The names of the second that the first has not.

    Returns:
        A score; above 0 they surely do.
    """
    told = _standing(pair, x, y, left, right)
    return SURE * word_for_word(x, y) + sum(
        weight * value for weight, value in zip(WEIGHTS, told, strict=True)
    )


def kinship(x: Mention, y: Mention) -> Tie:
    """What two names are to each other; two schools share no family name."""
    how: Tie = tie(x.value, y.value)
    common = how is Tie.GIVEN and common_noun(x)
    return Tie.DIFFERENT if common else how


def turned(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether one of two names does what is done to the other: "by Karr", "Lomb was sold"."""
    p, q = act(x), act(y)
    if p is None or q is None or p.agent == q.agent or _chosen(x, p) or _chosen(y, q):
        return False
    return by(x if p.agent else y) is not None or _one_verb(pair, (x, p.verb), (y, q.verb))


def _chosen(m: Mention, done: Act) -> bool:
    """Whether one is named to an office, which is to act in it: "was put in charge of the inquiry"."""
    s = m.statement
    return not done.agent and s.sequence[done.verb] in lexicon(s.language).words("choosing")


def one_act(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether one verb tells what both do."""
    p, q = act(x), act(y)
    if p is None or q is None:
        return False
    return _one_verb(
        pair,
        *(((x, p.verb), (y, q.verb)) if x.statement in pair.a.statements else ((y, q.verb), (x, p.verb))),
    )


def one_deed(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether both do the same, which one alone can have done: "designed it", "heads the inquiry"."""
    p, q = act(x), act(y)
    if p is None or q is None or not (sole(x) and sole(y) and _one_verb(pair, (x, p.verb), (y, q.verb))):
        return False
    here, there = _clause(pair.a, x, p), _clause(pair.b, y, q)
    return _to_one(pair.a, x, p, pair.aligned, there) and _to_one(pair.b, y, q, pair.back, here)


def sole(m: Mention) -> bool:
    """Whether a name does what one alone can do."""
    done = act(m)
    return (
        done is not None
        and done.agent
        and m.statement.stemmed[done.verb] in stems("sole_deed", m.statement.language)
    )


def _clause(window: Window, m: Mention, done: Act) -> range:
    """Where the clause of a verb stands in its window."""
    inside, at = whole(m.statement, done.verb), window.offset[m.statement.number]
    return range(at + inside.start, at + inside.stop)


def _to_one(window: Window, m: Mention, done: Act, matched: Mapping[int, int], other: range) -> bool:
    """Whether the first word behind a verb has its like in the other's clause: it is done to one thing."""
    s, at = m.statement, window.offset[m.statement.number]
    if done.verb < m.first and by(m) == done:
        return True
    behind = next((n for n in clause(s, done.verb) if n > done.verb and s.content_of[n]), None)
    return behind is None or matched.get(at + behind, -1) in other


def _standing(
    pair: Pair, x: Mention, y: Mention, left: Sequence[Mention], right: Sequence[Mention]
) -> Standing:
    p, q, how = act(x), act(y), kinship(x, y)
    same = p is not None and q is not None and _one_verb(pair, (x, p.verb), (y, q.verb))
    acts = p is not None and q is not None and not (x.value.place or y.value.place)
    bodies, spelled = stands_for_body(x) and stands_for_body(y), how is Tie.SPELLING
    return Standing(
        shared=_shared(pair, x, y),
        rest=min(MOST, max(rest(pair, x, y))),
        alone=_alone(x, left) and _alone(y, right),
        role=_one_role(x, y) or fellows(x, y, *pair.names),
        act=same,
        other_act=acts and not same,
        head=one_head(pair, x, y),
        speaks=speaks(x) or speaks(y),
        bodies=bodies,
        places=x.value.place and y.value.place and not bodies,
        family=how is Tie.GIVEN or half_named(x, y),
        spelled=spelled,
        in_full=spelled and len(x.value.words) == len(y.value.words),
    )


def barely(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether the runs of sentences share no word, or one alone while each sentence tells more of its own."""
    both = _shared_words(pair, x, y)
    return not both or (both == 1 and min(rest(pair, x, y)) > OWN)


def _shared_words(pair: Pair, x: Mention, y: Mention) -> int:
    """How many words are aligned, two names left out."""
    here, there = range(*pair.a.place(x)), range(*pair.b.place(y))
    return sum(i not in here and j not in there for i, j in pair.aligned.items())


def _shared(pair: Pair, x: Mention, y: Mention) -> float:
    here, there, both = range(*pair.a.place(x)), range(*pair.b.place(y)), _shared_words(pair, x, y)
    own = sum([pair.a.forms[i][3] for i in here]), sum([pair.b.forms[j][3] for j in there])
    shorter, longer = sorted((pair.a.content - own[0], pair.b.content - own[1]))
    return (min(1.0, both / max(1, shorter)) + both / max(1, longer)) / 2


def rest(pair: Pair, x: Mention, y: Mention) -> tuple[int, int]:
    """Content words of the sentences of two names that have no like, the names left out."""
    found = []
    for window, m, matched in ((pair.a, x, pair.aligned), (pair.b, y, pair.back)):
        at, own = window.offset[m.statement.number], range(m.first, m.last)
        words = (n for n, t in enumerate(m.statement.tokens) if t.content and n not in own)
        found.append(sum(at + n not in matched for n in words))
    return found[0], found[1]


def _alone(m: Mention, names: Sequence[Mention]) -> bool:
    own = sort(m)
    return not any(n is not m and (not own or sort(n) in {own, ""}) for n in names)


def _one_role(x: Mention, y: Mention) -> bool:
    """Whether a role word of one is the same as one of the other, a form of it or a synonym."""
    table = synonyms(x.statement.language)
    return any(
        p == q or (p in table and table[p] == table.get(q)) or alike(p, q)
        for p in x.value.role
        for q in y.value.role
    )


def _one_verb(pair: Pair, x: tuple[Mention, int], y: tuple[Mention, int]) -> bool:
    """Whether two verbs are aligned, or tell of one act: "fund", "pay for"."""
    rows = _same_acts(x[0].statement.language)
    row = rows.get(x[0].statement.stemmed[x[1]])
    if row is not None and row == rows.get(y[0].statement.stemmed[y[1]]):
        return True
    at, to = (window.offset[m.statement.number] + verb for window, (m, verb) in ((pair.a, x), (pair.b, y)))
    return pair.aligned.get(at) == to


@cache
def _same_acts(language: str) -> dict[str, int]:
    """Stem of a verb -> the row of verbs that tell of one act where they are no synonyms elsewhere."""
    stem, rows = stemmer(language), lexicon(language).rows("same_act")
    return {stem(verb): n for n, row in enumerate(rows) for verb in row[0]}


def one_head(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether two names, one of several words, belong to one noun beside another word that is the same."""
    noun = x.value.head
    if not noun or noun != y.value.head or max(len(x.value.words), len(y.value.words)) < 2:
        return False
    inside = any(t.stem == noun for m in (x, y) for t in m.statement.tokens[m.first : m.last])
    return _near(pair, x, y) > (0 if inside else 1)


def _near(pair: Pair, x: Mention, y: Mention) -> int:
    """How many aligned words stand near both names."""
    here, there = _beside(*pair.a.place(x)), _beside(*pair.b.place(y))
    return sum(i in here and j in there for i, j in pair.aligned.items())


def _beside(first: int, last: int) -> set[int]:
    return {*range(first - AROUND, first), *range(last, last + AROUND)}

"""What turns two claims that look like opposites into two ways, or two times, of telling one thing."""

from itertools import product

from core.findings.claims.claims import Claim, Rivals, argument
from core.findings.claims.opposites import stands
from core.findings.claims.polarity import Said
from core.findings.clause import clause, whole
from core.findings.language import SPACELESS, lexicon
from core.findings.slots import Pair
from core.findings.text import Statement

SAME = 0.5
"""Share of the words of the longer sentence that have their like, where two attributes are rivals."""
BEHIND = 2
"""Words behind "open" or "close" in which it is told at what price."""


def turned(pair: Pair, r: Rivals) -> bool:
    """Whether two claims are turned round, hang on a condition, are of another, or of prices by the hour."""
    claims = r.x, r.y
    return (
        _other_way_round(pair, r)
        or sum(map(_if_behind, claims)) == 1
        or _another(r)
        or any(map(_in_another_sense, claims))
        or all(map(_mere, claims))
        or _told_of_noun(r)
        or _of_two(pair, r)
    )


def _other_way_round(pair: Pair, r: Rivals) -> bool:
    """Whether other words follow before and after: freed after 30 hours, 30 hours before divers came."""
    told = {c.statement.tokens[c.first].word for c in (r.x, r.y)}
    if told != {"before", "after"}:
        return False
    i, j = (argument(w, c, 1) for w, c in ((pair.a, r.x), (pair.b, r.y)))
    if i is None or j is None:
        return False
    at, to = pair.a.offset[r.x.statement.number] + i, pair.b.offset[r.y.statement.number] + j
    return pair.aligned.get(at) != to and (at in pair.aligned or to in pair.back)


def _if_behind(c: Claim) -> bool:
    """Whether it would be so if: "would support it if the tax went"."""
    s, words = c.statement, lexicon(c.statement.language)
    inside = clause(s, c.first)
    if "would" not in {s.tokens[n].word for n in inside} or inside.stop >= len(s.tokens):
        return False
    return s.tokens[inside.stop].word in words.words("condition", "unless")


def _another(r: Rivals) -> bool:
    """Whether one side says it of another, and the other denies it: speak another language, not this one."""
    for c, o in ((r.x, r.y), (r.y, r.x)):
        others = lexicon(c.statement.language).words("another")
        if (
            o.reading.said is Said.DENIED
            and c.reading.said is Said.PLAIN
            and not others.isdisjoint(_clause(c))
        ):
            return others.isdisjoint(_clause(o))
    return False


def _clause(c: Claim) -> set[str]:
    return {c.statement.tokens[n].word for n in clause(c.statement, c.first)}


def _in_another_sense(c: Claim) -> bool:
    """Whether something opens or closes at a price, or is not caught: "close 0.4 % higher", "caught fire"."""
    s, words = c.statement, lexicon(c.statement.language)
    stem, behind = s.tokens[c.first].stem, [t.word for t in s.tokens[c.last : c.last + BEHIND + 1]]
    if stem == "catch":
        return behind[:1] in (["fire"], ["up"])
    if stem == "act":
        return behind[:1] in (["for"], ["as"])
    return stem in {"open", "close"} and not words.words("priced").isdisjoint(behind)


def _mere(c: Claim) -> bool:
    """Whether a claim of a language without spaces is a verb that only helps another: 会, 不会."""
    if c.statement.language not in SPACELESS:
        return False
    light = lexicon(c.statement.language).words("light")
    return all(t.word in light for t in c.statement.tokens[c.first : c.last])


def _told_of_noun(r: Rivals) -> bool:
    """Whether one alone tells which: "the levels are not dangerous", "hazardous levels stay below".

    The same of "no official confirmation" and "the official confirmed", which is a noun.
    """
    denied = r.rule in {"denied", "pole denied"}
    return denied and _attribute(r.x) != _attribute(r.y)


def _attribute(c: Claim) -> bool:
    """Whether a word with the ending of an adjective stands before a noun, with no article before it."""
    s, words = c.statement, lexicon(c.statement.language)
    if c.last >= len(s.tokens) or not s.tokens[c.last - 1].word.endswith(
        tuple(words.words("adjective_ending")) or ("\0",)
    ):
        return False
    behind = s.tokens[c.last]
    led = c.first > 0 and s.tokens[c.first - 1].word in words.words("article")
    return not led and behind.content and s.gaps[c.last] == " " and not behind.word.endswith("ed")


def _of_two(pair: Pair, r: Rivals) -> bool:
    """Whether each tells of its own one of two: "the north bridge is shut", "the south bridge is open"."""
    s, t = r.x.statement, r.y.statement
    here, there = (whole(c.statement, c.first) for c in (r.x, r.y))
    near, far = (
        [p for p in stands(c.statement) if p.first in inside] for c, inside in ((r.x, here), (r.y, there))
    )
    rivals = [(p, q) for p, q in product(near, far) if p.row == q.row and p.pole != q.pole]
    told = [(p.first, q.first) for p, q in rivals]
    colours = lexicon(s.language).words("colour")
    if not (colours.isdisjoint(s.words) or colours.isdisjoint(t.words)):
        both = ([n for n in inside if o.sequence[n] in colours] for o, inside in ((s, here), (t, there)))
        told += [(n, m) for n, m in product(*both) if s.sequence[n] != t.sequence[m]]
    at, to = pair.a.offset[s.number], pair.b.offset[t.number]
    apart = [
        (n, m)
        for n, m in told
        if _before_noun(s, n) and _before_noun(t, m) and pair.aligned.get(at + n + 1, -1) == to + m + 1
    ]
    own = (r.x.first, r.y.first) in apart
    return len(rivals) > 1 or _told_otherwise(pair, r) if own else bool(apart)


def _told_otherwise(pair: Pair, r: Rivals) -> bool:
    """Whether of what two attributes tell apart other things are told, names and the noun left out."""
    if r.x.statement.goes_on or r.y.statement.goes_on:
        return False  # of what was told before
    both, own = 0, 0
    for window, c, matched in ((pair.a, r.x, pair.aligned), (pair.b, r.y, pair.back)):
        at, names = window.offset[c.statement.number], c.statement.language != "de"
        words = ((n, f) for n, f in enumerate(c.statement.forms) if f[3] and not c.first <= n <= c.last)
        told = [at + n for n, f in words if not (names and f[0][0].isupper())]
        both, own = sum(n in matched for n in told), max(own, len(told))
    return both < SAME * own


def _before_noun(s: Statement, n: int) -> bool:
    """Whether an article stands before a word and only a space behind it: it is of the noun behind it."""
    led = n > 0 and s.sequence[n - 1] in lexicon(s.language).words("article")
    return led and n + 1 < len(s.tokens) and s.gaps[n + 1] == " "

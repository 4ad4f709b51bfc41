"""Ways between two places, told from either end: "Lomb, 40 km north of Karr", "Karr, 25 km south of Lomb"."""

from functools import lru_cache

from core.findings.kind import Mention
from core.findings.language import lexicon
from core.findings.text import Token, content_stems

CONVERSION = 5
"""Words in brackets behind a measure, at the most, that tell it in other units."""
KEPT = 10_000
"""Measures of which it is kept where they lead."""
BACK = {"north": "south", "south": "north", "east": "west", "west": "east"} | {
    "northeast": "southwest",
    "southwest": "northeast",
    "northwest": "southeast",
    "southeast": "northwest",
}
"""A direction -> the one back."""
_LANDMARK = frozenset({"from", "of", "off", "von", "de", "entfernt"})
_DIRECTION = frozenset(
    {"away", "north", "south", "east", "west", "down", "up", "just", "distance", "to", "the"}
)


def _behind(m: Mention) -> int:
    """The first word behind a measure and what it is in other units: "85 miles (137 km) south"."""
    gaps = m.statement.gaps
    if m.last >= len(gaps) or gaps[m.last] != " (":
        return m.last
    closed = (n for n in range(m.last + 1, min(len(gaps), m.last + CONVERSION)) if ")" in gaps[n])
    return next(closed, m.last)


def landmark(mention: Mention) -> list[Token]:
    """What a length is measured from: the words after "from" or "of", up to the next mark or small word."""
    tokens, text, at = mention.statement.tokens, mention.statement.text, mention.statement.start
    n = first = _behind(mention)
    while n < len(tokens) and tokens[n].word in _DIRECTION and n - first < 3:
        n += 1
    if n >= len(tokens) or tokens[n].word not in _LANDMARK:
        return []
    run: list[Token] = []
    stop = lexicon(mention.statement.language).words("before_place") | {
        "and",
        "or",
        "but",
        "that",
        "which",
        "when",
    }
    for k in range(n + 1, min(len(tokens), n + 8)):
        if text[tokens[k - 1].end - at : tokens[k].start - at].strip(" '’-") or tokens[k].word in stop:
            break
        run.append(tokens[k])
    return run


def point(m: Mention) -> str:
    """The direction in which a length is told: north."""
    n = _behind(m)
    return next((w for w in m.statement.sequence[n : n + 3] if w in BACK), "")


@lru_cache(KEPT)
def ends(m: Mention) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of what a length is measured from, and of what is told before it: what lies so far from there."""
    run = landmark(m)
    before = m.statement.tokens[: m.first] if run else ()
    return frozenset(content_stems(run)), frozenset(content_stems(before))


def from_either_end(x: Mention, y: Mention) -> bool:
    """Whether each of two ways leads from what lies at the other end of the other one."""
    (p, here), (q, there) = ends(x), ends(y)
    return not (p.isdisjoint(there) or q.isdisjoint(here))


def of_two_ways(x: Mention, y: Mention) -> bool:
    """Whether two lengths are measured from two landmarks, neither being the other end of the other way."""
    if not x.value.unit == y.value.unit == "length":
        return False
    p, q = ends(x)[0], ends(y)[0]
    return bool(p and q) and p.isdisjoint(q) and not from_either_end(x, y)

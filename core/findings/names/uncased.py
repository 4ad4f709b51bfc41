"""Names and places in scripts without capitals: what stands in one slot of two sentences.

Nothing in the letters tells a name, so none is read in one sentence alone. Where two linked sentences differ
in a few words in a row and the word beside these is a title, a preposition of place or a noun that places or
bodies end with, the words are what that one tells.
"""

from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.distance import OSA

from core.findings.claims.guards import other_day
from core.findings.claims.opposites import stands
from core.findings.kind import Conflict, Mention, at_odds
from core.findings.language import SPACELESS, lexicon
from core.findings.numbers import number
from core.findings.slots import Pair
from core.findings.text import Statement
from core.findings.tie import Name
from core.findings.window import Window
from core.model import FindingKind

LANGUAGES = frozenset({"zh", "ja", "ar", "hi", "de"})
"""Written without capitals, or with a capital for every noun."""
ALIKE = 0.5
"""Share of the content words of the shorter sentence that the other has."""
LONGEST, REST = {True: 7, False: 3}, {True: 6, False: 2}
"""Words of a name at the most, and words beside it that the other lacks (twice as many beside a
title); without spaces, characters."""
FEWEST = {True: 4, False: 3}
"""Words that two sentences share at least; characters without spaces."""
LEAD = 3
"""Words of an office between a title and a name: "minister of transport"."""
SAME = 2
"""Letters with which two forms of a title begin."""
TAIL = 5
"""Characters of a noun behind a name."""
_THE, _IS = "ال", "是"
"""The Arabic article, which is written with its noun; the Chinese word for "is": "the new mayor is"."""
LETTERS = 4
"""Letters of a word from which another spelling of it is told by one letter."""


class Hole(NamedTuple):
    """Words in a row of a sentence that the other sentence has no like of."""

    statement: Statement
    first: int
    """First token."""
    last: int
    """One past the last."""
    rest: int
    """Other words that the other sentence lacks."""


def conflicts(pair: Pair) -> list[Conflict]:
    """Find names and places that stand in one slot.

    Args:
        pair: Two windows.

    Returns:
        At most one conflict for each sentence of the first; none in a script with capitals.
    """
    language = pair.a.statements[0].language
    if language not in LANGUAGES or pair.b.statements[0].language != language:
        return []
    found = []
    for s in pair.a.statements:
        for t in pair.b.statements:
            if pair.cover(s, t)[0] < ALIKE or _other_facts(pair, s, t):
                continue
            rivals = [
                (x, y, kind)
                for x in _holes(pair, s, pair.a)
                for y in _holes(pair, t, pair.b)
                if (kind := _kind(x, y)) and not _one_word(x, y)
            ]
            if len(rivals) == 1:
                found.append(_conflict(pair, *rivals[0]))
                break
    return found


def _other_facts(pair: Pair, s: Statement, t: Statement) -> bool:
    """Whether two sentences share few words, or tell of another day or of other figures."""
    i, j = pair.a.offset[s.number], pair.b.offset[t.number]
    here, there = range(i, i + len(s.forms)), range(j, j + len(t.forms))
    shared = sum(n in here and m in there for n, m in pair.aligned.items())
    if shared < FEWEST[s.language in SPACELESS] or other_day(pair, s, t):
        return True
    return at_odds(pair.a.told(FindingKind.NUMBER, s), pair.b.told(FindingKind.NUMBER, t), number.compare)


def _holes(pair: Pair, s: Statement, window: Window) -> Iterator[Hole]:
    """The words of a sentence that may be a name; none if it has much else that the other lacks."""
    matched = pair.aligned if window is pair.a else pair.back
    at, spaceless = window.offset[s.number], s.language in SPACELESS
    taken = {
        n
        for kind in window.mentions.values()
        for m in kind
        if m.statement is s and m.kind is not FindingKind.NAME
        for n in range(m.first, m.last)
    }
    taken |= {n for p in stands(s) for n in range(p.first, p.last)}
    runs: list[list[int]] = []
    for n, form in enumerate(s.forms):
        if form[3] and at + n not in matched and n not in taken:
            if runs and runs[-1][-1] == n - 1:
                runs[-1].append(n)
            else:
                runs.append([n])
    missing = sum(map(len, runs))
    for run in runs:
        if len(run) <= LONGEST[spaceless] and missing - len(run) <= 2 * REST[spaceless]:
            yield Hole(s, run[0], run[-1] + 1, missing - len(run))


def _barred(h: Hole, key: str, end: str = "") -> bool:
    """Whether a word of a list stands in a run, or at its end: what is no name, what is no place."""
    words = lexicon(h.statement.language)
    if h.statement.language not in SPACELESS:
        return any(form[1] in words.words(key) for form in h.statement.forms[h.first : h.last])
    said = _text(h, h.first, h.last)
    return any(w in said for w in words.words(key)) or said.endswith(tuple(words.words(end)))


def _kind(x: Hole, y: Hole) -> FindingKind | None:
    """What two runs of words name by the words directly beside both; None where nothing tells."""
    before = _word(x, x.first - 1) == _word(y, y.first - 1) != "" or _one_title(x, y)
    behind = _word(x, x.last) == _word(y, y.last)
    if not before and not (behind and _word(x, x.last)):
        return None
    if not (_worded(x) and _worded(y)):
        return None
    if _named(x, y, both=before and behind):
        return None if _barred(x, "no_name") or _barred(y, "no_name") else FindingKind.NAME
    if max(x.rest, y.rest) > REST[x.statement.language in SPACELESS]:
        return None
    spaced = x.statement.language not in SPACELESS and _noun(x) and _noun(y)
    leads = before and (behind or spaced) and _placed(x) and _placed(y)
    if leads or (behind and _tail(x, "place_after") and _tail(y, "place_after")):
        return None if any(_barred(h, "no_place", "no_place_end") for h in (x, y)) else FindingKind.PLACE
    return None


def _worded(h: Hole) -> bool:
    """Whether a run can be a name: no preposition; one character alone only before what ends names."""
    words, said = lexicon(h.statement.language), [form[1] for form in h.statement.forms[h.first : h.last]]
    if words.words("place_before").issuperset(said):
        return False
    if h.statement.language not in SPACELESS or len(said) > 1:
        return True
    return any(_tail(h, key) for key in ("called", "body", "place_after"))


def _noun(h: Hole) -> bool:
    """Whether a run has a capital where the language has one for every noun."""
    return h.statement.language != "de" or all(
        form[0][0].isupper() for form in h.statement.forms[h.first : h.last]
    )


def _named(x: Hole, y: Hole, *, both: bool) -> bool:
    """Whether words beside two runs say that both are names; `both` if these are the same on both sides."""
    if (_titled(x) and _titled(y)) or (_called(x) and _called(y)):
        return True
    return both and ((_tail(x, "body") and _tail(y, "body")) or (_surname(x) and _surname(y)))


def _word(h: Hole, n: int) -> str:
    return h.statement.forms[n][2] if 0 <= n < len(h.statement.forms) else ""


def _said(h: Hole, n: int) -> str:
    return h.statement.forms[n][1] if 0 <= n < len(h.statement.forms) else ""


def _titled(h: Hole) -> bool:
    """Whether a title stands before a run, up to a surname, or before the words of an office."""
    words, forms = lexicon(h.statement.language), h.statement.forms
    if h.statement.language in SPACELESS:
        lead = _lead(h)
        family = lead[-1:] in words.words("surname")
        return lead.endswith(tuple(words.words("title"))) or (
            family and lead[:-1].endswith(tuple(words.words("title")))
        )
    for n in range(h.first - 1, max(-1, h.first - 2 - LEAD), -1):
        if {forms[n][1], forms[n][1].removeprefix(_THE)} & words.words("title"):
            return True
        if h.statement.language != "ar" or not forms[n][1].startswith(_THE):
            return False
    return False


def _one_title(x: Hole, y: Hole) -> bool:
    """Whether a title stands before both, maybe in two forms, as of a woman and a man."""
    titles = lexicon(x.statement.language).words("title")
    if x.statement.language in SPACELESS:
        return any(all(_lead(h).endswith(title) for h in (x, y)) for title in titles)
    p, q = _said(x, x.first - 1), _said(y, y.first - 1)
    return p in titles and q in titles and p[:SAME] == q[:SAME]


def _lead(h: Hole) -> str:
    """The characters before a run, without a last "is"."""
    return _text(h, 0, h.first).removesuffix(_IS)


def _called(h: Hole) -> bool:
    """Whether a title stands right behind a run."""
    tail = _text(h, h.last, h.last + TAIL)
    return h.statement.language in SPACELESS and tail.startswith(
        tuple(lexicon(h.statement.language).words("called"))
    )


def _surname(h: Hole) -> bool:
    """Whether a run is as long as a name and begins with a family name."""
    return 2 <= h.last - h.first <= 3 and _word(h, h.first) in lexicon(h.statement.language).words("surname")


def _placed(h: Hole) -> bool:
    """Whether a preposition of place, or a word for one, stands before a run."""
    return _said(h, h.first - 1) in lexicon(h.statement.language).words("place_before")


def _tail(h: Hole, key: str) -> bool:
    """Whether a word of a list stands right behind a run; for a body, a few characters further."""
    words = lexicon(h.statement.language).words(key)
    if h.statement.language in SPACELESS:
        tail = _text(h, h.last, h.last + TAIL)
        return any(w in tail for w in words) if key == "body" else tail.startswith(tuple(words))
    return _said(h, h.last) in words


def _text(h: Hole, first: int, last: int) -> str:
    return "".join(form[1] for form in h.statement.forms[max(0, first) : last])


def _one_word(x: Hole, y: Hole) -> bool:
    """Whether two runs share a word, or are one name in two spellings."""
    p, q = (h.statement.forms[h.first : h.last] for h in (x, y))
    if x.statement.language in SPACELESS:
        return False
    short, long = sorted((p, q), key=len)
    return any(v[2] == w[2] for v in p for w in q) or all(
        any(_alike(v[1], w[1]) for w in long) for v in short
    )


def _alike(v: str, w: str) -> bool:
    """Whether two words are a letter apart, or one ends the other: Bayern, Niederbayern."""
    if min(len(v), len(w)) < LETTERS:
        return False
    return OSA.distance(v, w) <= 1 or v.endswith(w) or w.endswith(v)


def _conflict(pair: Pair, x: Hole, y: Hole, kind: FindingKind) -> Conflict:
    a, b = _mention(x, kind), _mention(y, kind)
    rule = "another place" if kind is FindingKind.PLACE else "another name in the same place of the sentence"
    shared = pair.context(a, b)
    return Conflict(a, b, 1.0, " ".join(shared) or a.said, rule, shared, once=True)


def _mention(h: Hole, kind: FindingKind) -> Mention:
    s = h.statement
    start, end = s.tokens[h.first].start, s.tokens[h.last - 1].end
    said = s.text[start - s.start : end - s.start]
    value = Name((" ".join(said.split()),), frozenset(), kind is FindingKind.PLACE, False)
    return Mention(kind, s, start, end, h.first, h.last, value, value.words[0])

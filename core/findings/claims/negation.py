"""Polarity: the same thing said and denied, and words that are opposites.

Where a word or phrase of two linked sentences is said plainly on one side and denied on the other, or stands
on the other pole of a row of opposites, they conflict if what stands around them is the same (`EVIDENCE`) and
none of the guards says that they tell of different things, parts or times.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from core.findings.borders import pieced, printed, tells_when
from core.findings.claims import gainsaid, inserted, opposites, polarity
from core.findings.claims.claims import (
    EVIDENCE,
    Claim,
    Rivals,
    clause_told,
    evidence,
    mention,
    reach,
    spot,
)
from core.findings.claims.deniers import deniable
from core.findings.claims.ground import Ground, ground
from core.findings.claims.guards import guarded, other_day
from core.findings.claims.matters import by_others
from core.findings.claims.opposites import Pole, Row, Stand, stands
from core.findings.claims.polarity import Said, reading
from core.findings.clause import KEPT
from core.findings.kind import Conflict, Mention
from core.findings.language import lexicon
from core.findings.slots import Pair
from core.findings.text import Statement
from core.findings.window import Window

_FOLLOWING = 5
"""Words from what is denied on that a label is taken from."""
RULE = "one account denies what the other says"


def conflicts(pair: Pair) -> list[Conflict]:
    """Find what one window says and the other denies.

    Args:
        pair: The two windows.

    Returns:
        At most one conflict.
    """
    language = pair.a.statements[0].language
    if language != pair.b.statements[0].language:
        return []
    here, there = ground(pair.a.statements), ground(pair.b.statements)
    if (here.deniable or there.deniable) and (undergone := _undergone(pair)):
        return undergone
    told = [
        (not r.rule.startswith("act"), -reach(r), score, r)
        for r in (*_opposed(pair, here, there), *_turned(pair, here, there), *_denied(pair, here, there))
        if (score := evidence(pair, r) - EVIDENCE[r.rule]) >= 0 and not guarded(pair, r)
    ]
    if not told:
        deny = here.deniable or there.deniable
        return (inserted.conflicts(pair) if deny else []) or gainsaid.conflicts(pair)
    return [_conflict(pair, *max(told, key=lambda t: t[:3])[2:])]


def _opposed(pair: Pair, here: Ground, there: Ground) -> Iterator[Rivals]:
    """Words of both sides on two poles of a row, or on one that one side denies; what a side has as well."""
    met = here.poles & there.opposite | here.denying & there.poles | here.poles & there.denying
    if not met:
        return
    kinds, _ = opposites.rows(pair.a.statements[0].language)
    left, right = _standing(pair.a, met), _standing(pair.b, met)
    for row in sorted({row for row, _ in met}):
        x, y = ([(s, p) for s, p in side if p.row == row] for side in (left, right))
        told = {p.pole for _, p in (*x, *y)}
        if len(told) == 2 or any(not deniable(s).isdisjoint(range(p.first, p.last)) for s, p in (*x, *y)):
            yield from _on_row(kinds[row], _claims(x), _claims(y))


def _on_row(row: Row, a: list[tuple[Stand, Claim]], b: list[tuple[Stand, Claim]]) -> Iterator[Rivals]:
    """Claims of both sides on one row that conflict, if each conflicts with all that it has to do with."""
    told = [[opposites.apart(row, p, q, *_said(x, y)) for q, y in b] for p, x in a]
    for n, (p, x) in enumerate(a):
        for m, (q, y) in enumerate(b):
            settled = False in told[n] or any(t[m] is False for t in told)
            if told[n][m] and not settled:
                yield Rivals(x, y, _rule(row, same=p.pole == q.pole))


def _said(x: Claim, y: Claim) -> tuple[Said, Said]:
    """How two claims are said; of what is wished for in both, one wish stands against the other."""
    said = x.reading.said, y.reading.said
    return (Said.PLAIN, Said.PLAIN) if said == (Said.UNSURE,) * 2 and _wished(x) and _wished(y) else said


def _wished(c: Claim) -> bool:
    """Whether "wants to" or the like stands directly before a claim."""
    before, words = c.statement.sequence[max(0, c.first - 2) : c.first], lexicon(c.statement.language)
    return len(before) == 2 and before[0] in words.words("wish") and before[1] in words.words("infinitive")


def _standing(window: Window, poles: frozenset[Pole]) -> list[tuple[Statement, Stand]]:
    """Where the sentences of a window stand on the rows of some poles."""
    rows = {row for row, _ in poles}
    asked = {(row, pole) for row in rows for pole in (0, 1)}
    near = [s for s in window.statements if not asked.isdisjoint(opposites.places(s))]
    return [(s, p) for s in near for p in stands(s) if p.row in rows]


def _claims(told: list[tuple[Statement, Stand]]) -> list[tuple[Stand, Claim]]:
    """The claims of one side on a row."""
    return [(p, _claim(s, p.first, p.last)) for s, p in told]


def _rule(row: Row, *, same: bool) -> str:
    if row.act:
        return "act denied" if same else "act"
    if same:
        return "denied" if row.loose else "pole denied"
    return "loose" if row.loose else "opposite"


def _turned(pair: Pair, here: Ground, there: Ground) -> Iterator[Rivals]:
    """Words that only a negative prefix tells apart, as "allowed" and "disallowed"; no side has both."""
    for window, other, own in ((pair.a, pair.b, here), (pair.b, pair.a, there)):
        if not own.plain or not other.has(own.plain):
            continue
        for s, n, word in _words(window):
            plain = opposites.plain(word, s.language)
            if not plain or word in other.words or window.has(plain):
                continue
            x = _claim(s, n, n + 1)
            for y in (_claim(o, m, m + 1) for o, m, bare in _words(other) if bare in plain):
                if x.reading.said is y.reading.said is Said.PLAIN:
                    yield Rivals(*((x, y) if window is pair.a else (y, x)), "turned")


def _words(window: Window) -> Iterator[tuple[Statement, int, str]]:
    """Every word of a window with a small letter, and where it stands."""
    for s in window.statements:
        for n, (text, word, _, _) in enumerate(s.forms):
            if text[0].islower():
                yield s, n, word


def _denied(pair: Pair, here: Ground, there: Ground) -> Iterator[Rivals]:
    """Aligned words of which one is denied and the other is not."""
    ours, its = here.deniable, there.deniable
    for i, j in pair.aligned.items() if ours or its else ():
        if i not in ours and j not in its:
            continue
        (s, n), (t, m) = pair.a.at(i), pair.b.at(j)
        if _named(s, n) and _named(t, m):
            continue
        x = _claim(s, n, n + 1)
        if x.reading.said is not Said.DENIED and j not in its:
            continue
        y = _claim(t, m, m + 1)
        told = Rivals(x, y, "denied")
        odds = {x.reading.said, y.reading.said} == {Said.PLAIN, Said.DENIED}
        some = not odds and _none_and_some(x, y) and (pair.whole == 1 or clause_told(pair, told))
        if (odds or some) and not _both(pair, x, y):
            yield told


def _none_and_some(x: Claim, y: Claim) -> bool:
    """Whether "no" stands directly before one of two nouns, and "some" or "several" before the other."""
    none, some = (x, y) if x.reading.said is Said.DENIED else (y, x)
    if (none.reading.said, some.reading.said) != (Said.DENIED, Said.UNSURE) or not (
        none.first and some.first
    ):
        return False
    words = lexicon(x.statement.language)
    before = some.statement.sequence[: some.first]
    return (
        none.statement.sequence[none.first - 1] in words.words("no")
        and before[-1] in words.words("some_such")
        and words.words("unsure").isdisjoint(before)
        and words.words("some_such").isdisjoint(before[:-1])
    )


def _named(s: Statement, n: int) -> bool:
    """Whether a word has a capital that tells a name: not in German, where every noun has one."""
    return s.tokens[n].text[0].isupper() and s.language != "de"


def _both(pair: Pair, x: Claim, y: Claim) -> bool:
    """Whether either side says the word in both ways: "one had a permit, the other had none"."""
    stems = {c.statement.tokens[c.first].stem for c in (x, y)}
    for window, own in ((pair.a, x), (pair.b, y)):
        for s in window.statements:
            told = {reading(s, n).said for n, t in enumerate(s.tokens) if t.stem in stems}
            if told - {own.reading.said}:
                return True
    return False


def _claim(s: Statement, first: int, last: int) -> Claim:
    behind = bool(lexicon(s.language).words("ending"))  # where the verb's ending denies it
    return Claim(s, first, last, reading(s, last - 1 if behind else first))


def _shown(c: Claim) -> Mention:
    """A claim with the word that denies it."""
    if c.reading.said is not Said.DENIED:
        return spot(c)
    return mention(c.statement, min(c.first, c.reading.negator), max(c.last, c.reading.negator + 1))


def _conflict(pair: Pair, score: float, r: Rivals) -> Conflict:
    x, y = _shown(r.x), _shown(r.y)
    shared = pair.context(x, y)
    if r.rule in {"denied", "pole denied", "act denied"}:
        plain = r.y if r.x.reading.said is Said.DENIED else r.x
        word = plain.statement.tokens[plain.first].text
        return Conflict(x, y, 1.0 + score, _phrase(plain), f'one account denies "{word}"', shared)
    return Conflict(x, y, 1.0 + score, _topic(pair, x, y), "opposite words", shared)


def _phrase(plain: Claim) -> str:
    """What one account denies, with the words behind it up to the next mark: "told" alone says nothing."""
    s, last = plain.statement, plain.first
    for n in range(plain.first + 1, min(plain.first + _FOLLOWING, len(s.tokens))):
        if s.gaps[n].strip():
            break
        last = n if s.tokens[n].content else last
    start, end = s.tokens[plain.first].start - s.start, s.tokens[last].end - s.start
    return " ".join(s.text[start:end].split())


def _topic(pair: Pair, x: Mention, y: Mention) -> str:
    """What both say beside two opposites: "company … toxic waste"."""
    s = x.statement
    shared = [n for n in pair.beside(x, y, 8) if s.tokens[n].text.isalpha()]
    plain = [n for n in shared if s.tokens[n].text.islower()]
    ordinal = lexicon(s.language).words("part_beside")  # "last year"
    near = plain[:3] or shared[:2]
    told = [n for n in near if s.tokens[n].word not in ordinal and not tells_when(s.tokens[n], s.language)]
    return pieced(s, told, range(x.first, x.last)) or "what happened"


def _undergone(pair: Pair) -> list[Conflict]:
    """What befell somebody named, and did not: "Karr was informed", "Karr was not fully informed".

    The passive says all of it, so that the rest of the sentences need not be alike.
    """
    denying = filter(deniable, chain(pair.a.statements, pair.b.statements))
    if not any(denied for s in denying for *_, denied in _passives(s)):
        return []
    there = {(who, verb): (t, at) for t in pair.b.statements for who, verb, *at in _passives(t)}
    for s in pair.a.statements:
        for who, verb, first, last, denied in _passives(s):
            t, at = there.get((who, verb), (s, [0, 0, denied]))
            if at[2] != denied and not (other_day(pair, s, t) or by_others(pair, (s, last), (t, at[1]))):
                x, y = mention(s, first, last), mention(t, at[0], at[1])
                label = f"{_subject_printed(s, first - 1)} {s.tokens[last - 1].text}"
                return [Conflict(x, y, 1.0, label, RULE, pair.context(x, y))]
    return []


@lru_cache(KEPT)
def _passives(s: Statement) -> list[tuple[str, str, int, int, bool]]:
    """(who, stem of the verb, first and last token, denied) of each passive with a telling subject."""
    words, tokens = lexicon(s.language), s.tokens
    between, negators = words.words("passive"), words.words("negator")
    found = []
    for n in [n for n, form in enumerate(s.forms[1:]) if form[1] in between]:
        last = n + 2
        while last < len(tokens) and tokens[last].word in between:
            last += 1
        if last < len(tokens) and tokens[last].word.endswith("ed") and tokens[last].text[0].islower():
            denied = any(t.word in negators for t in tokens[n + 1 : last])
            if denied and not words.words("yet").isdisjoint(s.sequence[n + 1 : last]):
                continue  # for now alone: only with its day is it at odds with what was done
            if (who := _subject(s, n)) and not polarity.doubted(s, last):
                found.append((who, tokens[last].stem, n + 1, last + 1, denied))
    return found


def _subject_printed(s: Statement, n: int) -> str:
    """The subject that ends with a token, as printed: a whole name, or two words."""
    first = n
    while (
        first
        and s.tokens[first - 1].content
        and s.gaps[first] == " "
        and (s.tokens[first - 1].text[0].isupper() or first == n)
    ):
        first -= 1
    return printed(s, first, n + 1)


def _subject(s: Statement, n: int) -> str:
    """A name, or two content words in a row: one common noun alone may be anybody."""
    token = s.tokens[n]
    if not token.content:
        return ""
    if token.text[0].isupper():
        return token.word
    before = s.tokens[n - 1] if n else None
    return f"{before.word} {token.word}" if before is not None and before.content else ""


def carried(m: Mention, s: Statement) -> list[Mention]:
    """Where a linked sentence has the word of a pole that another one has, plainly and not its opposite."""
    if m.statement.language != s.language or _others(s) - m.statement.words:
        return []
    own = {(p.row, p.pole) for p in stands(m.statement) if (p.first, p.last) == (m.first, m.last)}
    if own.isdisjoint(opposites.places(s)):
        return []
    there = stands(s)
    if any((p.row, 1 - p.pole) in own for p in there):
        return []
    words = [t.word for t in m.statement.tokens[m.first : m.last]]
    for p in there:
        same = (p.row, p.pole) in own and [t.word for t in s.tokens[p.first : p.last]] == words
        if same and reading(s, p.first).said is Said.PLAIN:
            return [mention(s, p.first, p.last)]
    return []


@lru_cache(KEPT)
def _others(s: Statement) -> frozenset[str]:
    """Words with a capital inside a sentence, where only names have one: who else it may be of."""
    named = s.forms[1:] if s.language != "de" else ()
    return frozenset([word for text, word, _, content in named if content and text[0].isupper()])

"""Polarity: the same thing said and denied, and words that are opposites.

A negator counts only where nothing on the other side is negative in any way, and where the word it
negates is aligned: without that guard 12 false alarms became 51 on 959 pairs.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from core.findings.kind import Conflict, Mention
from core.findings.language import lexicon, stemmer
from core.findings.slots import Pair, Window
from core.findings.text import Statement, Token
from core.model import FindingKind

KIND = FindingKind.NEGATION
RULE = "one account denies what the other says"
OPPOSITE, LOOSE = 1.0, 1.45
"""Score from which two opposite words fill one slot; loose rows need both neighbours as well."""


KEPT = 1_000
"""Sentences of which it is kept what was found in them: a sentence stands in several pairs of windows."""
LETTERS = 4
"""Letters of a word from which a prefix before it is a prefix and no part of another word."""
_DEED = ("tion", "cion", "cao", "zione")
"""Endings of nouns of deeds, which prefixes turn into other deeds: plantation, implantation."""
Poles = dict[str, tuple[tuple[int, int, bool], ...]]
"""Stem -> (row, pole, loose) of every row of opposites it stands in."""


@cache
def _poles(language: str) -> Poles:
    table: dict[str, list[tuple[int, int, bool]]] = {}
    words, stem = lexicon(language), stemmer(language)
    rows = [(row, False) for row in words.rows("opposite")] + [(row, True) for row in words.rows("loose")]
    for n, (row, loose) in enumerate(rows):
        for pole, group in enumerate(row):
            for word in {stem.stemWord(w) if stem else w for w in group}:
                table.setdefault(word, []).append((n, pole, loose))
    return {word: tuple(places) for word, places in table.items()}


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
    found: list[Conflict] = []
    negators = lexicon(language).words("negator")
    if pair.a.has(negators) or pair.b.has(negators):
        found = _denied(pair, language) or _undergone(pair)
    return found or _opposed(pair, language)


def _denied(pair: Pair, language: str) -> list[Conflict]:
    words = lexicon(language)
    negators = words.words("negator")
    for s in pair.a.statements:
        for t in pair.b.statements:
            denies = not negators.isdisjoint(s.words)
            if denies == (not negators.isdisjoint(t.words)):
                continue
            x, y = (s, t) if denies else (t, s)
            found = _one_denied(pair, x, y, [n for n, k in enumerate(x.tokens) if k.word in negators])
            if found is not None:
                return [found]
    return []


def _one_denied(pair: Pair, s: Statement, t: Statement, negators: Sequence[int]) -> Conflict | None:
    """A word negated in s and plainly said in t; s may stand on either side of the pair."""
    words = lexicon(s.language)
    negative = words.words("negative")
    if "?" in s.text + t.text or not (negative.isdisjoint(s.words) and negative.isdisjoint(t.words)):
        return None
    if not all(_joins(s.tokens[n : m + 1]) for n, m in pairwise(negators)):
        return None  # of two, one may deny the other: "not a shop that it had not reached"
    found = [_denial(pair, s, t, n) for n in negators]
    return found[0] if all(found) else None


def _joins(between: Sequence[Token]) -> bool:
    """Whether a conjunction puts two negators side by side: "did not go and did not call"."""
    return any(t.word in {"and", "or", "nor"} for t in between)


def _denial(pair: Pair, s: Statement, t: Statement, n: int) -> Conflict | None:
    """The word that one negator of s negates, plainly said in t."""
    longer = s.tokens[n].word == "no" and n + 1 < len(s.tokens) and s.tokens[n + 1].word == "longer"
    ahead = range(n + 1 + longer, min(len(s.tokens), n + 5 + longer))
    target = next((k for k in ahead if s.tokens[k].content), None)
    if target is None or _idiom(s, n) or _parted(s, n, target):
        return None
    there = _aligned(pair, s, t, target)
    if there is None or _same_word(s.tokens[n].word, t, there - (target - n)):
        return None
    return _conflict(pair, s, t, (n, target), there) if _covered(pair, s, t, target, there) else None


def _same_word(negator: str, t: Statement, n: int) -> bool:
    """Whether the other side has the negator at the same place in an older spelling: never, neuer."""
    there = t.tokens[n].word if n >= 0 else ""
    return len(negator) > LETTERS and len(there) == len(negator) and OSA.distance(negator, there) == 1


def _parted(s: Statement, n: int, target: int) -> bool:
    """Whether a mark or a number parts a negator from a word: "and no more, will", "not the 900 it"."""
    between = s.text[s.tokens[n].end - s.start : s.tokens[target].start - s.start]
    return any(c in ",;:–—" or c.isdigit() for c in between)


def _idiom(s: Statement, n: int) -> bool:
    """Read "not only", "whether or not", "not X but Y": no denial."""
    words = lexicon(s.language)
    after = s.tokens[n + 1].word if n + 1 < len(s.tokens) else ""
    before = {t.word for t in s.tokens[max(0, n - 3) : n]}
    behind = {t.word for t in s.tokens[n + 1 : n + 8]}
    if after in words.words("bounding"):
        return True  # "no more than 40"
    return after in words.words("idiom") or bool(before & {"whether", "if"} or behind & words.words("but"))


def _holds(window: Window, s: Statement) -> bool:
    return s in window.statements


def _aligned(pair: Pair, s: Statement, t: Statement, n: int) -> int | None:
    """Token of t that is aligned with a token of s."""
    if _holds(pair.a, s):
        to = pair.aligned.get(pair.a.offset[s.number] + n, -1) - pair.b.offset[t.number]
    else:
        to = pair.back.get(pair.b.offset[s.number] + n, -1) - pair.a.offset[t.number]
    return to if 0 <= to < len(t.tokens) else None


def _covered(pair: Pair, s: Statement, t: Statement, n: int, m: int) -> bool:
    a, b = (s, t) if _holds(pair.a, s) else (t, s)
    shorter, longer = pair.cover(a, b)
    left = _next_content(s, n, -1) == _next_content(t, m, -1) != ""
    right = _next_content(s, n, 1) == _next_content(t, m, 1) != ""
    if left and right:
        return shorter >= 0.6 and longer >= 0.35
    if shorter >= 0.85 and longer >= 0.8:
        return True
    return (left or right) and shorter >= 0.7 and longer >= 0.5


def _next_content(s: Statement, n: int, step: int) -> str:
    n += step
    while 0 <= n < len(s.tokens):
        if s.tokens[n].content:
            return s.tokens[n].stem
        n += step
    return ""


def _mention(s: Statement, first: int, last: int) -> Mention:
    start, end = s.tokens[first].start, s.tokens[last - 1].end
    said = " ".join(s.text[start - s.start : end - s.start].split())
    return Mention(KIND, s, start, end, first, last, said.casefold(), said)


def _conflict(pair: Pair, s: Statement, t: Statement, at: tuple[int, int], to: int) -> Conflict:
    x, y = _mention(s, at[0], at[1] + 1), _mention(t, to, to + 1)
    a, b = (x, y) if _holds(pair.a, s) else (y, x)
    word = t.tokens[to].text
    return Conflict(a, b, 1.0, word, f'one account denies "{word}"', pair.context(a, b))


def _undergone(pair: Pair) -> list[Conflict]:
    """What befell somebody named, and did not: "Karr was informed", "Karr was not fully informed".

    The passive says all of it, so that the rest of the sentences need not be alike.
    """
    there = {(who, verb): (t, at) for t in pair.b.statements for who, verb, *at in _passives(t)}
    for s in pair.a.statements:
        for who, verb, first, last, denied in _passives(s):
            t, at = there.get((who, verb), (s, [0, 0, denied]))
            if at[2] != denied:
                x, y = _mention(s, first, last), _mention(t, at[0], at[1])
                return [
                    Conflict(
                        x, y, 1.0, f"{who.capitalize()} {s.tokens[last - 1].text}", RULE, pair.context(x, y)
                    )
                ]
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
            if who := _subject(s, n):
                found.append((who, tokens[last].stem, n + 1, last + 1, denied))
    return found


def _subject(s: Statement, n: int) -> str:
    """A name, or two content words in a row: one common noun alone may be anybody."""
    token = s.tokens[n]
    if not token.content:
        return ""
    if token.text[0].isupper():
        return token.word
    before = s.tokens[n - 1] if n else None
    return f"{before.word} {token.word}" if before is not None and before.content else ""


def _opposed(pair: Pair, language: str) -> list[Conflict]:
    best: tuple[float, Mention, Mention] | None = None
    for i, j, loose in (*_listed(pair, _poles(language)), *_prefixed(pair, language)):
        score = _opposition(pair, i, j, loose)
        if score and (best is None or score > best[0]):
            best = score, _at(pair.a, i), _at(pair.b, j)
    if best is None:
        return []
    score, x, y = best
    return [Conflict(x, y, score, _topic(pair, x, y), "opposite words", pair.context(x, y))]


def _listed(pair: Pair, poles: Poles) -> list[tuple[int, int, bool]]:
    """Tokens of both sides that stand on two poles of a row, which neither side has both of."""
    here, there = (frozenset().union(*map(_sides, w.statements)) for w in (pair.a, pair.b))
    rows = {row for row, _ in here - there} & {row for row, _ in there - here}
    if not rows:
        return []
    a, b = (
        [
            (n, row, loose)
            for n, t in enumerate(w.tokens)
            if t.text[0].islower()
            for row, pole, loose in poles.get(t.stem, ())
            if row in rows and (row, pole) not in known
        ]
        for w, known in ((pair.a, there), (pair.b, here))
    )
    return [(i, j, loose) for i, row, loose in a for j, other, _ in b if row == other]


@lru_cache(KEPT)
def _sides(s: Statement) -> frozenset[tuple[int, int]]:
    """(row, pole) of every word of a sentence that stands in a row of opposites."""
    poles = _poles(s.language)
    return frozenset([(row, pole) for form in s.forms for row, pole, _ in poles.get(form[2], ())])


def _prefixed(pair: Pair, language: str) -> list[tuple[int, int, bool]]:
    """Tokens that only a negative prefix tells apart, as "allowed" and "disallowed"; no side has both.

    They are loose: of two such pairs in real news one was "two unnamed women" and "women, named as".
    """
    found = []
    for window, other, turned in ((pair.a, pair.b, False), (pair.b, pair.a, True)):
        if not any(map(other.has, filter(None, map(_turned, window.statements)))):
            continue
        for n, t in enumerate(window.tokens):
            plain = frozenset() if t.text[0].isupper() else _plain(t.word, language)
            if not plain or other.has({t.word}) or window.has(plain):
                continue
            for m, o in enumerate(other.tokens):
                if o.word in plain and o.text[0].islower():
                    found.append((m, n, True) if turned else (n, m, True))
    return found


@lru_cache(4096)
def _plain(word: str, language: str) -> frozenset[str]:
    """What a word says without its negative prefix; nothing where it is no prefix, or turns nothing round.

    "in-" makes opposites of adjectives alone (form, inform), "dis-" of a few verbs (cover, discover).
    """
    words = lexicon(language)
    if word in words.words("unturned") or word.endswith(_DEED):
        return frozenset()
    plain = {word.removeprefix(p) for p in words.words("prefix") if word.startswith(p)}
    if word.endswith(tuple(words.words("adjective_ending"))):
        plain |= {word.removeprefix(p) for p in words.words("adjective_prefix") if word.startswith(p)}
    if word.startswith("dis") and word.startswith(tuple(words.words("turned"))):
        plain.add(word.removeprefix("dis"))
    return frozenset(w for w in plain if len(w) >= LETTERS)


@lru_cache(KEPT)
def _turned(s: Statement) -> frozenset[str]:
    """What any word of a sentence says without a negative prefix."""
    prefixes = _prefixes(s.language)
    prefixed = [w for w in s.words if w.startswith(prefixes)]
    return frozenset([plain for word in prefixed for plain in _plain(word, s.language)])


@cache
def _prefixes(language: str) -> tuple[str, ...]:
    words = lexicon(language)
    return ("dis", *words.words("prefix"), *words.words("adjective_prefix"))


def carried(m: Mention, s: Statement) -> list[Mention]:
    """Where a linked sentence has the word of a pole that another one has, plainly and not its opposite."""
    poles, word = _poles(s.language), m.statement.tokens[m.first]
    sides = {(row, pole) for row, pole, _ in poles.get(word.stem, ())}
    against = any(row == other and pole != turned for row, pole in sides for other, turned in _sides(s))
    if m.statement.language != s.language or m.last - m.first != 1 or not sides or against:
        return []
    negators = lexicon(s.language).words("negator")
    for n, t in enumerate(s.tokens):
        if t.word == word.word and negators.isdisjoint(o.word for o in s.tokens[max(0, n - 3) : n]):
            return [_mention(s, n, n + 1)]
    return []


def _topic(pair: Pair, x: Mention, y: Mention) -> str:
    shared = [w for w in pair.context(x, y, 8) if w.isalpha()]
    plain = [w for w in shared if w.islower()]
    return " ".join(plain[:3] or shared[:2]) or "what happened"


def _at(window: Window, n: int) -> Mention:
    s = window.statements[window.sentence_of[n]]
    n -= window.offset[s.number]
    return _mention(s, n, n + 1)


def _opposition(pair: Pair, i: int, j: int, loose: bool) -> float:
    """How surely two opposite words fill one slot; 0 where a guard says that they do not."""
    if i in pair.aligned or j in pair.back or _negated(pair.a, i) or _negated(pair.b, j):
        return 0
    x, y = _at(pair.a, i), _at(pair.b, j)
    shorter, longer = pair.cover(x.statement, y.statement)
    left = _next_content(x.statement, x.first, -1) == _next_content(y.statement, y.first, -1) != ""
    right = _next_content(x.statement, x.first, 1) == _next_content(y.statement, y.first, 1) != ""
    if loose and not (left and right):
        return 0
    score = min(pair.near(x, y), 2) + 0.5 * shorter + 0.3 * longer + 0.25 * (left + right)
    return score if score >= (LOOSE if loose else OPPOSITE) else 0


def _negated(window: Window, n: int) -> bool:
    negators = lexicon(window.statements[0].language).words("negator")
    return any(t.word in negators for t in window.tokens[max(0, n - 3) : n])

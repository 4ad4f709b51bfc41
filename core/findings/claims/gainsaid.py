"""What somebody says in one account and denies in the other: "Karr said that …", "Karr denied that …"."""

from collections.abc import Iterator
from typing import NamedTuple

from core.findings.borders import pieced
from core.findings.claims.claims import mention
from core.findings.kind import Conflict
from core.findings.language import lexicon
from core.findings.slots import Pair
from core.findings.text import POSSESSIVE, Statement
from core.findings.window import Window

SUBJECT = 6
"""Words before a verb of speech among which its subject stands."""
TOLD, SHARE = 3, 0.75
"""Telling words that what is said and what is denied share, and so much of the shorter."""
SHOWN = 7
"""Words that are shown from the verb on."""
RULE = "one account denies what the other has the same one say"


class Speech(NamedTuple):
    """A clause that tells what somebody says or denies."""

    statement: Statement
    verb: int
    """Token of the verb of speech."""
    speaker: frozenset[str]
    """Stems of the telling words before it."""
    told: range
    """Tokens behind it, up to a mark."""
    denied: bool
    """Whether the verb denies what is told."""


def conflicts(pair: Pair) -> list[Conflict]:
    """Find what somebody is told to say in one window and to deny in the other.

    Args:
        pair: The two windows.

    Returns:
        At most one conflict.
    """
    deny = lexicon(pair.a.statements[0].language).words("gainsay")
    if not (pair.a.has(deny) or pair.b.has(deny)):
        return []
    spoken = [*_speeches(pair.b)]
    for x in _speeches(pair.a):
        for y in spoken:
            if x.denied != y.denied and _one_speech(pair, x, y):
                a, b = (mention(s.statement, s.verb, min(s.told.stop, s.verb + SHOWN)) for s in (x, y))
                shared = pair.context(a, b)
                return [Conflict(a, b, 1.0, _label(y if x.denied else x), RULE, shared)]
    return []


def _speeches(window: Window) -> Iterator[Speech]:
    """Every verb of speech of a window with what stands on either side of it, but for what is not said."""
    for s in window.statements:
        words = lexicon(s.language)
        deny, say, but = words.words("gainsay"), words.words("say"), words.words("but")
        shaded = words.words("negator", "unsure", "untrue")
        for n in [n for n, word in enumerate(s.sequence) if word in deny or word in say]:
            first, last = n, n + 1 + (s.language == "de" and s.gaps[n + 1 : n + 2] == [", "])
            while (
                first > max(0, n - SUBJECT) and not s.gaps[first].strip() and s.sequence[first - 1] not in but
            ):
                first -= 1
            while last < len(s.forms) and not s.gaps[last].strip() and s.sequence[last] not in but:
                last += 1
            named = [form for form in s.forms[first:n] if form[3] and not form[0].endswith(POSSESSIVE)]
            if named and shaded.isdisjoint(s.sequence[:last]):
                yield Speech(
                    s, n, frozenset([form[2] for form in named]), range(n + 1, last), s.sequence[n] in deny
                )


def _one_speech(pair: Pair, x: Speech, y: Speech) -> bool:
    """Whether one speaks in both, and what is told shares nearly all telling words."""
    if x.speaker.isdisjoint(y.speaker):
        return False
    at, to = pair.a.offset[x.statement.number], pair.b.offset[y.statement.number]
    both = sum([i - at in x.told and j - to in y.told for i, j in pair.aligned.items()])
    least = min(sum([s.statement.forms[n][3] for n in s.told]) for s in (x, y))
    return both >= TOLD and both >= SHARE * least


def _label(said: Speech) -> str:
    """The last telling words of what is said."""
    s = said.statement
    return pieced(s, [n for n in sorted(said.told) if s.tokens[n].content][-3:], range(0))

"""The seat of an office: the mayor of Karr and the mayor of Lomb are two."""

from functools import lru_cache

from core.findings.alike import alike
from core.findings.beside import APPOSED, people
from core.findings.kind import Mention
from core.findings.language import lexicon
from core.findings.names.acts import KEPT
from core.findings.names.places import OF
from core.findings.text import POSSESSIVE

BETWEEN = 4
"""Words between "of" and the name of a seat: "of the neighbouring town of Karr"."""
OWNED = 2
"""Words between the owner of an office and its noun: "Karr's new foreign minister"."""
_OF = OF | {"at", "von", "van"}


def other_seat(x: Mention, y: Mention) -> bool:
    """Whether two people hold their offices in two towns, countries or houses."""
    here, there = seat(x), seat(y)
    if not here or not there or here <= there or there <= here:
        return False
    return not any(alike(v, w) for v in here - there for w in there - here)


@lru_cache(KEPT)
def seat(m: Mention) -> frozenset[str]:
    """The words with a capital that tell of what somebody holds the office that stands beside the name."""
    held = m.value.role & people(m.statement.language)
    if not held:
        return frozenset()
    forms, gaps = m.statement.forms, m.statement.gaps
    near = [*range(max(0, m.first - APPOSED - 1), m.first)]
    if m.last < len(forms) and gaps[m.last].strip() == ",":
        near += range(m.last, min(len(forms), m.last + APPOSED))
    for n in near:
        if forms[n][2] in held and (told := _behind(m, n) or _owner(m, n)):
            return told
    return frozenset()


def _behind(m: Mention, n: int) -> frozenset[str]:
    """The capitalised words that "of" leads to from an office."""
    forms, gaps, small = m.statement.forms, m.statement.gaps, lexicon(m.statement.language).words("article")
    if n + 2 >= len(forms) or forms[n + 1][1] not in _OF or (gaps[n + 1] + gaps[n + 2]).strip(" '’"):
        return frozenset()
    first = n + 2
    while first < min(len(forms) - 1, n + 2 + BETWEEN) and not forms[first][0][0].isupper():
        if gaps[first + 1].strip() or not (forms[first][3] or forms[first][1] in _OF | small):
            return frozenset()
        first += 1
    last = first + 1
    while last < len(forms) and forms[last][0][0].isupper() and not gaps[last].strip(" '’-"):
        last += 1
    if first <= m.first < last or not forms[first][0][0].isupper():
        return frozenset()
    return frozenset([form[1] for form in forms[first:last]])


def _owner(m: Mention, n: int) -> frozenset[str]:
    """The owner before an office: "Karr's mayor"."""
    forms, gaps = m.statement.forms, m.statement.gaps
    for k in range(n - 1, max(-1, n - 2 - OWNED), -1):
        if gaps[k + 1].strip():
            break
        if forms[k][0].endswith(POSSESSIVE):
            return frozenset([forms[k][1]]) if forms[k][0][0].isupper() else frozenset()
    return frozenset()

"""By which clock a time of day is told: "14:20 GMT", "9 p.m. Tokyo time", "1 a.m. Central European Time"."""

from core.findings.language import lexicon
from core.findings.text import Statement

_JOINTS = " .("
"""What may stand before a zone: "9 p.m. Tokyo time"."""
_ANY = frozenset({"standard", "local"})
"""Words that do not tell which zone it is."""
LONGEST = 4
"""Words of a zone at the most."""
LOCAL = "local"
"""The clock of the place, if it is told by a word."""


def zone(statement: Statement, last: int) -> tuple[str, int]:
    """Find the zone that stands right behind a time of day.

    Args:
        statement: Its sentence.
        last: One past its last token.

    Returns:
        The zone, folded, empty for none; and one past its last token.
    """
    n = last
    while n < min(len(statement.forms), last + LONGEST) and not statement.gaps[n].strip(_JOINTS):
        printed, word = statement.forms[n][0], statement.sequence[n]
        if n == last and word in lexicon(statement.language).words("zone") - {LOCAL} and printed.isupper():
            return word, n + 1
        if word == "time" and n > last:
            return " ".join(w for w in statement.sequence[last:n] if w not in _ANY) or LOCAL, n + 1
        if not printed[0].isupper() and word != LOCAL:
            break
        n += 1
    return "", last

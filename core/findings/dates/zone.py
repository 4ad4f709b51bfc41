"""By which clock a time of day is told: "14:20 GMT", "9 p.m. Tokyo time", "1 a.m. Central European Time"."""

from core.findings.language import lexicon
from core.findings.text import Statement

_JOINTS = " .("
"""What may stand before a zone: "9 p.m. Tokyo time"."""
LONGEST = 4
"""Words of a zone at the most."""


def zone(statement: Statement, last: int) -> tuple[str, int]:
    """Find the zone that stands right behind a time of day.

    Args:
        statement: Its sentence.
        last: One past its last token.

    Returns:
        The zone, folded, empty for local time and for none; and one past its last token.
    """
    n = last
    while n < min(len(statement.forms), last + LONGEST) and not statement.gaps[n].strip(_JOINTS):
        printed, word = statement.forms[n][0], statement.sequence[n]
        if n == last and word in lexicon(statement.language).words("zone") - {"local"} and printed.isupper():
            return word, n + 1
        if word == "time" and n > last:
            return " ".join(statement.sequence[last:n]).removesuffix(" standard").removeprefix("local"), n + 1
        if not printed[0].isupper() and word != "local":
            break
        n += 1
    return "", last

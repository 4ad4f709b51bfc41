"""Figures whose clauses have nothing in common, beside one that both accounts give: sales, profit, margin."""

from core.findings.claims.polarity import clause
from core.findings.kind import Mention
from core.findings.language import lexicon
from core.findings.slots import Pair, Window, synonyms
from core.model import FindingKind

FIGURES = frozenset({"%", "money"})
"""Classes of which a report of business gives many, each of another thing. Of all classes this guard lost
40 true pairs of some 600: what is counted and when it was are told in other words as often as not."""


def other_figures(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether two shares or sums are of other things: sales rose by 8 %, profit by 5 %, and both say 40 %.

    Both accounts have another figure of the class in common, and no word of one value's clause is told in the
    clause of the other.
    """
    if x.kind is not FindingKind.NUMBER or x.statement.language != y.statement.language:
        return False
    unit = x.value.unit
    if unit.partition(":")[0] not in FIGURES or not _figures(pair.a, unit) & _figures(pair.b, unit):
        return False
    here, there = _told(pair.a, x), _told(pair.b, y)
    if not here or not there or any(pair.aligned.get(i) in there for i in here):
        return False
    kin = synonyms(x.statement.language)
    stems = [
        {kin.get(w.forms[n][2], w.forms[n][2]) for n in own} for w, own in ((pair.a, here), (pair.b, there))
    ]
    return stems[0].isdisjoint(stems[1])


def _figures(window: Window, unit: str) -> set[float]:
    """The values of a class that an account gives."""
    numbers = window.mentions.get(FindingKind.NUMBER, ())
    return {m.value.point for m in numbers if m.value.unit == unit}


def _told(window: Window, m: Mention) -> set[int]:
    """Places of the telling words of a value's clause, without the value's own and its unit's."""
    units, at = lexicon(m.statement.language).values("unit"), window.offset[m.statement.number]
    own, forms = range(m.first, m.last), m.statement.forms
    inside = clause(m.statement, m.first)
    return {at + n for n in inside if n not in own and forms[n][3] and forms[n][1] not in units}

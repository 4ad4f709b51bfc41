"""How surely two names fill one role: what tells for it and what against, each by itself."""

import pytest

from core.findings.desk import Desk
from core.findings.names.same_role import WEIGHTS, score
from core.findings.slots import Pair
from core.findings.window import Window
from core.model import FindingKind
from tests.findings.linked import told


def scored(a: str, b: str) -> float:
    """The score of the last name of one sentence and that of another."""
    desk = Desk([told(a, "A"), told(b, "B")])
    statements = [desk.articles[s].statement(0) for s in "AB"]
    names = [desk.names(s) for s in statements]
    windows = [Window((s,), {FindingKind.NAME: n}) for s, n in zip(statements, names, strict=True)]
    left, right = ([n[-1]] for n in names)
    return score(Pair(*windows), left[0], right[0], left, right)


def test_a_synonym_of_the_trade_speaks_for_one_role() -> None:
    # The two trades stand for each other in the sentences as well, so that nothing else differs.
    synonym = scored("In Karr the lawyer Ida Brenn won.", "In Karr the attorney Ulla Vale won.")
    same = scored("In Karr the lawyer Ida Brenn won.", "In Karr the lawyer Ulla Vale won.")
    assert synonym == same


def test_the_same_act_speaks_for_one_role() -> None:
    same = scored("The hall was painted by Ida Brenn.", "The hall was painted by Ulla Vale.")
    none = scored("They painted the hall, and Ida Brenn.", "They painted the hall, and Ulla Vale.")
    assert same - none == pytest.approx(WEIGHTS.act)

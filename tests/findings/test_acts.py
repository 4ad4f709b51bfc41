"""Who acts and who is acted upon, as far as the words around a name tell."""

import pytest

from core.findings.desk import Desk
from core.findings.names.acts import act
from tests.findings.linked import told
from tests.findings.test_scripts import kinds


@pytest.mark.parametrize(
    ("text", "verb", "agent"),
    [
        ("The mill was sold by Ida Brenn on Monday.", "sold", True),
        ("The mill was taken on by the miller Ida Brenn.", "taken", True),
        ("Built by Ida Brenn, the mill was sold in May.", "built", True),
        ("In May Ida Brenn sold the mill.", "sold", True),
        ("In May Ida Brenn, a miller, is selling the mill.", "selling", True),
        ("In May Ida Brenn, a miller, was sent to Ostrel.", "sent", False),
        ("In May Ida Brenn is being taken to Ostrel.", "taken", False),
        ("The miller who was seen by Ida Brenn left.", "seen", True),
        ("The miller met Ida Brenn in the mill.", None, None),
        ("By noon Ida Brenn of Ostrel had left.", None, None),
    ],
)
def test_the_verb_of_a_name(text: str, verb: str | None, agent: bool | None) -> None:
    desk = Desk([told(text, "A")])
    statement = desk.order[0].statement(0)
    named = next(m for m in desk.names(statement) if m.value.words == ("ida", "brenn"))
    done = act(named)
    assert (done and statement.tokens[done.verb].word, done and done.agent) == (verb, agent)


def test_who_made_it_is_no_rival_of_what_was_sold() -> None:
    assert not kinds(
        "Produced by Karr Pictures, the film was sold in 2017.", "Nine Lanterns was sold in 2017."
    )

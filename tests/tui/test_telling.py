"""What the header of a passage says of how sure it is, and of who else tells it."""

from dataclasses import replace

from core.model import Comparison, Link, Status
from tests.tui import story
from tui.look import Look
from tui.spread import spread_out
from tui.state import View
from tui.telling import header


def said(comparison: Comparison, passage: str) -> str:
    spread = spread_out(comparison)
    return header(Look(spread, View.READINGS, spread.ids), comparison.passage(passage)).text


def test_a_row_of_weak_links_says_so() -> None:
    made = story.comparison()
    assert "weak" not in said(made, "P1")
    weak = tuple(replace(x, score=49.0) for x in made.links)
    assert said(replace(made, links=weak), "P1").endswith(
        "agree, in other words, weak match; conflicts with another row"
    )
    assert "diverge, weak match" in said(replace(made, links=weak), "P2")


def test_what_another_row_tells_too_is_not_told_by_one_source_alone() -> None:
    made = story.comparison()
    assert said(made, "P4").endswith("only A")
    outward = Link(made.passages[3].cells[0], made.passages[0].cells[1], 60.0)
    tied = replace(made, links=(*made.links, outward))
    assert said(tied, "P4").endswith("only A here  told too in P1 (B)")
    assert spread_out(tied).counts[Status.ONLY] == spread_out(made).counts[Status.ONLY] - 1

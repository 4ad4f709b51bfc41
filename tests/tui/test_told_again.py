"""A conflict that several rows tell: met once by walking, with the rows it stands in."""

from dataclasses import replace

import pytest

from core.model import Source
from core.settings import Settings
from tests.tui.test_moves import gone
from tui import moves
from tui.asking import why
from tui.chrome import status
from tui.desk import Desk, moved, state_in, taken
from tui.paint import paint
from tui.screens.parts import _found
from tui.sheet import FindingSheet
from tui.state import Pane, View
from tui.telling import in_words
from tui.work import Report, compare_job

_TEXTS = (
    "A fire on the ferry Solveig killed {} people off Karsund on Tuesday night, the coast guard said.",
    "The blaze broke out in the engine room shortly after the ship had left the harbour.",
    "The mayor, Anna Brekke, said the town mourned the {} people who were killed in the fire.",
    "The ferry company promised to pay for the funerals of the victims.",
    "Prosecutors have opened an inquiry into the fire that killed {} people on the ferry.",
)


@pytest.fixture(scope="module")
def desk() -> Desk:
    """Two accounts: 12 killed, 14 killed, in three rows."""
    sources = [Source.from_text("\n\n".join(_TEXTS).format(n, n, n), title=f"{n} killed") for n in (12, 14)]
    made = compare_job(sources, Settings())(Report(lambda *_: None, lambda _: None))
    empty = Desk(size=(120, 40))
    return moved(taken(empty, made), state_in(empty, made))


def rows_told(desk: Desk) -> list[str]:
    return [row.key for row in desk.rows if row.findings]


def words(desk: Desk, key: str) -> str:
    row = desk.rows[desk.rows.place(key)]
    return "\n".join("".join(piece.text for piece in line) for line in paint(desk.look, row, 100))


def at(desk: Desk, key: str) -> Desk:
    return gone(desk, moves.Move(replace(desk.state, cursor=key, finding=None)))


def test_it_is_met_once_and_counted_once(desk: Desk) -> None:
    first, *others = rows_told(desk)
    assert (len(desk.spread.comparison.findings), len(others)) == (3, 2)
    assert [desk.rows[n].key for n, _ in desk.rows.stops] == [first]
    assert sum(desk.rows.kinds.values()) == 1
    for key in (first, *others):
        assert len(desk.rows[desk.rows.place(key)].findings) == 1
    for key in others:
        there = moves.finding(at(desk, key), 1)
        assert (there.state.cursor, there.turned) == (first, "again from the first")
    met = gone(at(desk, "P2"), moves.finding(at(desk, "P2"), -1))
    assert met.state.cursor == first


def test_each_of_its_rows_tells_of_the_others_and_leads_to_them(desk: Desk) -> None:
    first, second, third = rows_told(desk)
    for key, others in ((first, (second, third)), (second, (third, first)), (third, (first, second))):
        assert f"also in {', '.join(others)}" in words(desk, key)
        assert moves.follow(at(desk, key)).state.cursor == others[0]
        told = "\n".join(line.text for line in why(desk.look, at(desk, key).row or desk.rows[0]))
        assert f"also in {', '.join(others)}: p goes from one of these rows to the next" in told
        line = status(
            desk.look, desk.rows, at(desk, key).row, every=desk.choice.walked, found=_found(desk), width=80
        )
        assert "finding 1 of 1" in "".join(piece.text for piece in line)


def test_the_other_rows_stand_behind_the_finding_or_below_all_its_readings(desk: Desk) -> None:
    first, second, third = rows_told(desk)
    (finding,) = desk.rows[desk.rows.place(first)].findings
    also = f"also in {second}, {third}"
    assert in_words(desk.look, finding, first, 90)[0].text.endswith(f"14 (B)  {also}")
    for width in (50, 24):
        *told, last = in_words(desk.look, finding, first, width)
        assert last.text == also
        assert told[-1].text.endswith("14 (B)")


def test_the_overview_and_the_list_have_it_once_with_the_number_of_its_rows(desk: Desk) -> None:
    first, second, _ = rows_told(desk)
    overview = gone(desk, moves.Move(replace(desk.state, view=View.OVERVIEW)))
    assert "number, in 3 rows  people killed" in words(overview, first)
    assert f"number, as in {first}" in words(overview, second)
    sheet = FindingSheet(desk.look, desk.choice.walked, desk.rows.met(desk.rows.place(second)))
    assert (len(sheet), sheet.cursor) == (1, 0)
    assert "people killed, in 3 rows" in "".join(piece.text for piece in sheet.paint(0, 60)[0])
    listed = moves.pane(at(desk, second), 1)
    assert (listed.state.pane, listed.state.cursor) == (Pane.FINDINGS, second)


def test_where_a_filter_hides_its_first_row_the_next_one_is_met(desk: Desk) -> None:
    _, second, _ = rows_told(desk)
    rest = desk.rows.where(bytes(n >= desk.rows.place(second) for n in range(len(desk.rows))))
    assert [rest[n].key for n, _ in rest.stops] == [second]

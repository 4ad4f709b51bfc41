"""Where keys lead on a desk, and what is told of it; no application runs."""

from dataclasses import replace

from tests.tui import story
from tui import desk as desks
from tui import moves
from tui.desk import Desk, moved, state_in, taken, with_hits
from tui.filters import Filter
from tui.natures import Show
from tui.state import Pane, View
from tui.work import Report, compare_job


def opened() -> Desk:
    """The story on a desk of 120 x 40."""
    empty, spread = Desk(size=(120, 40)), story.spread()
    return moved(taken(empty, spread), state_in(empty, spread))


def gone(desk: Desk, move: moves.Move) -> Desk:
    """The desk that a move leads to."""
    found = moved(desk, move.state)
    return with_hits(found, desks.found_at_once(found) or found.hits)


def test_a_desk_without_a_comparison_takes_every_key() -> None:
    empty = Desk()
    for move in (moves.step(empty, 1), moves.edge(empty, 1), moves.back(empty), moves.hide(empty)):
        assert move.state == replace(empty.state, cursor="")
    assert moves.finding(empty, 1).said == "No conflicting readings are shown."
    assert moves.view(empty).state.view is View.SOURCE  # the one after the readings


def test_a_source_is_hidden_and_shown_again() -> None:
    desk = gone(opened(), moves.number(opened(), 2))
    move = moves.hide(desk)
    assert (set(move.state.hidden), move.said) == ({"B"}, "B is hidden: X shows all sources.")
    less = gone(desk, move)
    assert "B" not in less.shown
    assert moves.number(less, 2).said == "B is hidden: X shows all sources."
    again = moves.show_all(less, leaving=False)
    assert (set(again.state.hidden), again.said) == (set(), "All sources are shown.")
    assert moves.show_all(gone(less, again), leaving=False).said == "No source is hidden or moved."


def test_the_keys_that_move_act_on_the_pane_that_has_them() -> None:
    desk = opened()
    desk = replace(desk, state=replace(desk.state, pane=Pane.FINDINGS))
    first, second = (moves.step(desk, by).state.finding for by in (1, 2))
    assert first == desk.choice.walked.stops[0][1]
    assert second == desk.choice.walked.stops[1][1]
    assert moves.edge(desk, 1).state.finding == desk.choice.walked.stops[-1][1]
    assert moves.to_passages(desk).state.pane is Pane.PASSAGES


def test_the_rows_with_a_hit_are_looked_for_anew_only_among_others() -> None:
    desk = opened()
    desk = gone(desk, moves.Move(replace(desk.state, query="ferry")))
    assert desk.hit_rows.at
    assert with_hits(moved(desk, moves.step(desk, 1).state), desk.hits).hit_rows is desk.hit_rows
    fewer = gone(desk, moves.within(desk))
    assert fewer.hit_rows.rows is fewer.rows is not desk.rows


def test_rows_are_chosen_anew_only_when_something_else_is_asked_for() -> None:
    desk = opened()
    assert moved(desk, moves.step(desk, 1).state).choice is desk.choice
    assert moved(desk, moves.show(desk, "agree").state).choice.left is desk.choice.left
    assert not desks.leaves_out(
        desk, replace(desk.state, hidden=frozenset("B"))
    )  # these few are made at once


def test_a_place_is_gone_to_by_its_number_and_what_hides_it_gives_way() -> None:
    desk = opened()
    fewer = moved(desk, moves.show(desk, "only").state)
    assert fewer.rows.place("P1") < 0
    move = moves.to_place(fewer, "1")
    assert (move.state.cursor, move.state.only) == ("P1", desk.state.only)
    assert moves.to_place(desk, "99").said.startswith("There is no such passage here")


def test_another_comparison_keeps_what_was_written_and_lets_problems_go() -> None:
    old = replace(opened(), written="a.md", problems=("told",), busy="Comparing")
    spread = compare_job(story.comparison().sources, story.comparison().settings)(Report(lambda *_: None))
    assert desks.notice_of(old, spread, again=True) == ("told",)
    new = taken(old, spread)
    assert (new.written, new.problems, new.busy) == ("a.md", (), "")
    assert new.shared.matrix is None


def test_a_lead_is_followed_into_an_article_that_holds_it() -> None:
    # whichever article is open, and whether or not a filter hides where the lead goes
    for source in "ABCD":
        for only in ("all", "agree", "only"):
            desk = opened()
            chosen = replace(desk.state, source=source, view=View.SOURCE)
            desk = moved(desk, replace(chosen, only=replace(chosen.only, show=Show(only))))
            for row in desk.rows:
                here = moved(desk, replace(desk.state, cursor=row.key))
                move = moves.follow(here)
                if move.said != "This passage points to no other one.":
                    there = moved(here, move.state)
                    assert (there.state.cursor, there.state.home) == (move.state.cursor, "")
                    assert bool(move.said) == (there.state.only != here.state.only)


def test_going_back_twice_returns_and_what_a_filter_hides_is_shown_again() -> None:
    desk = opened()
    assert moves.back(desk).said.startswith("There is no jump")
    first = desk.state.cursor
    there = gone(desk, moves.finding(desk, 1))
    again = gone(there, moves.back(there))
    assert [again.state.cursor, gone(again, moves.back(again)).state.cursor] == [first, there.state.cursor]
    assert moves.back(gone(there, moves.step(there, -1))).said == "You are where the last jump came from."
    only = gone(there, moves.show(there, Show.FINDINGS))
    assert only.rows.place(first) < 0
    back = moves.back(only)
    assert back.said == "The filter hid it: all passages are shown."
    assert gone(only, back).state.cursor == first


def test_going_back_to_a_row_of_hidden_sources_says_so() -> None:
    desk = opened()
    at_d = gone(desk, moves.Move(replace(desk.state, cursor="P6", back="", source="D")))
    away = gone(at_d, moves.finding(at_d, 1))
    less = gone(away, moves.hide(gone(away, moves.choose(away, "D"))))
    assert moves.back(less).said == "The row you came from is hidden: X shows all sources."


def test_a_filter_is_told_among_the_others_with_how_many_passages_each_shows() -> None:
    desk, seen = opened(), []
    for _ in range(5):
        move = moves.show(desk, "")
        desk = gone(desk, move)
        seen.append(move.said.replace("\u00a0", " "))
        there = f"{desk.rows.passages or len(desk.rows)}]"
        assert move.said.partition("[")[2].partition(" · ")[0].endswith(there)
    assert seen[0] == "passages: all 7 · [findings 4] · agree 1 · only 2 · moved 1 · left out 1"
    assert seen[1] == "passages: all 7 · findings 4 · [agree 1] · only 2 · moved 1 · left out 1"
    assert moves.show(desk, "told elsewhere").said == "Nothing to show: told elsewhere."
    assert moves.show(gone(desk, moves.show(desk, "")), "").state.only.show is Show.FINDINGS


def test_the_filters_of_an_article_are_told_with_its_own_passages() -> None:
    desk = opened()
    desk = gone(desk, moves.Move(replace(desk.state, view=View.SOURCE, source="D")))
    told = moves.show(desk, "").said.replace("\u00a0", " ")
    assert told == "passages: all 3 · [findings 2] · only 1 · moved 1"


def test_kinds_and_wordings_are_told_so_too_and_what_gives_way_is_counted() -> None:
    desk = opened()
    of_kind = moves.kind(desk)
    assert of_kind.said.replace("\u00a0", " ") == "findings: all 3 · [number 1] · date 1 · name 1"
    only = gone(desk, of_kind)
    assert moves.show(only, "agree").said.replace("\u00a0", " ").startswith("passages: all 1 · findings 1 ")
    assert moves.wording(desk).said.replace("\u00a0", " ") == "passages: all 7 · [reworded 4]"
    agree = gone(desk, moves.show(desk, "agree"))
    assert moves.kind(agree).state.only == of_kind.state.only
    assert moves.wording(gone(desk, moves.wording(desk))).state.only == desk.state.only


def test_kinds_are_counted_as_in_the_list_of_findings() -> None:
    desk = opened()
    for _ in desk.choice.left.kinds:
        move = moves.kind(desk)
        desk = gone(desk, move)
        assert f"[{desk.state.only.kind}\u00a0{len(desk.choice.walked.stops)}]" in move.said


def test_filters_that_do_not_fit_are_told_closer_together() -> None:
    desk = replace(opened(), size=(60, 24))
    assert (
        moves.show(desk, "").said.replace("\u00a0", " ")
        == "all 7 [findings 4] agree 1 only 2 moved 1 left out 1"
    )


def test_a_filter_that_would_show_nothing_is_passed_over() -> None:
    desk = opened()
    desk = gone(desk, moves.Move(replace(desk.state, source="D", only=Filter(source="D"))))
    seen = set()
    for _ in range(6):
        move = moves.show(desk, "")
        desk = gone(desk, move)
        seen.add(desk.state.only.show)
        assert desk.rows
        assert "\u00a00" not in move.said
    assert Show.ALL in seen
    assert Show.LEFT_OUT not in seen

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import Source
from core.settings import Settings
from tests.tui.driving import app, settle, shown
from tests.tui.worlds import spreads
from tui import state as moves
from tui.hiding import without
from tui.keeping import changes, followed, kept, moved_to
from tui.rows import Listing
from tui.spread import Spread
from tui.state import ViewState
from tui.work import Report, change_job, compare_job, job_of, read_again, remove, rename

ONE = "A boat sank off Port Sorrel.\n\nTwelve people were saved.\n\nThe owner was fined.\n"
TWO = "The owner was fined on Friday.\n\nA boat sank off Port Sorrel at dawn.\n\nTwelve were saved.\n"
WORDS = st.text(alphabet="ab c", max_size=12)


QUIET = Report(lambda *_: None)
"""Tells nobody."""


def spread(*texts: str) -> Spread:
    sources = [Source.from_text(text, title=f"T{n}", origin=f"{n}.txt") for n, text in enumerate(texts)]
    return compare_job(sources, Settings())(QUIET)


def on(of: Spread, words: str) -> tuple[ViewState, str]:
    """A state whose cursor is on the passage with some words, and its key."""
    row = next(
        r for r in of.rows("A") if r.passage and any(words in of.comparison.text(c) for c in r.passage.cells)
    )
    return ViewState(cursor=row.key), row.key


def words_at(of: Spread, state: ViewState) -> str:
    row = of.rows(state.base)[of.rows(state.base).place(state.cursor)]
    assert row.passage
    return " ".join(of.comparison.text(c) for c in row.passage.cells)


def keep(state: ViewState, old: Spread, new: Spread) -> ViewState:
    rows = old.rows(state.base)
    at = moves.position(state, rows)
    return kept(state, rows[at] if at >= 0 else None, old, new)


@given(WORDS, WORDS, WORDS, WORDS)
def test_words_that_nobody_touched_are_found_whatever_is_put_around_them(
    before: str, after: str, put: str, behind: str
) -> None:
    words = "Twelve people were saved."
    old, new = before + words + after, put + before + words + after + behind
    at = moved_to(old, new, len(before), len(before) + len(words))
    assert new[at : at + len(words)] == words


@given(st.text(max_size=20), st.text(min_size=1, max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_a_place_is_always_inside_the_new_text(old: str, new: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(old)), min(b, len(old))))
    assert 0 <= moved_to(old, new, start, end) <= len(new)


def test_of_two_places_with_the_same_words_the_nearest_is_taken() -> None:
    old, new = "x. Yes. y. Yes. z.", "xx. Yes. yy. Yes. zz."
    assert moved_to(old, new, 11, 15) == 13


def test_words_told_three_times_keep_their_turn_when_the_text_grows_before_them() -> None:
    old = "Yes. Yes. Yes."
    assert [moved_to(old, "Oh. " + old, at, at + 4) for at in (0, 5, 10)] == [4, 9, 14]


def test_sources_are_followed_by_words_then_by_origin() -> None:
    old = spread(ONE, TWO, "Something else happened here today.").comparison.sources
    new = compare_job([old[2], replace(old[0], text=ONE + "More.")], Settings())(QUIET).comparison.sources
    assert followed(old, new) == {"A": "B", "C": "A"}


def test_twins_are_followed_in_their_order() -> None:
    old = spread(ONE, ONE, TWO).comparison.sources
    assert followed(old, old) == {"A": "A", "B": "B", "C": "C"}


def test_the_cursor_stays_with_its_words_when_a_source_goes() -> None:
    old = spread("Something else happened here today.", ONE, TWO)
    state, _ = on(old, "Twelve")
    state = replace(state, source="C", hidden=frozenset("A"), order=("B", "A", "C"), base="B")
    new = compare_job([s for s in old.comparison.sources if s.id != "A"], Settings())(QUIET)
    after = keep(state, old, new)
    assert "Twelve" in words_at(new, after)
    assert (after.base, after.source, after.hidden, after.order) == ("A", "B", frozenset(), ("A", "B"))


def test_neither_the_base_nor_the_chosen_source_is_hidden_when_others_go() -> None:
    old = spread(ONE, TWO, "Something else happened here today.", ONE + "More.")
    state = ViewState(base="A", source="A", hidden=frozenset("BD"))
    new = compare_job(old.comparison.sources[1:], Settings())(QUIET)  # B leads now
    after = keep(state, old, new)
    assert (after.base, after.source, after.hidden) == ("A", "A", frozenset("C"))


def test_marks_stay_with_their_words_and_go_with_them() -> None:
    old = spread(ONE, TWO)
    _, saved = on(old, "Twelve")
    state, fined = on(old, "fined")
    state = replace(state, marked=frozenset((saved, fined)))
    new = spread("New at the top of it all.\n\n" + ONE.replace("The owner was fined.\n", ""), TWO)
    after = keep(state, old, new)
    assert {words_at(new, replace(after, cursor=key))[:6] for key in after.marked} == {"Twelve", "The ow"}
    gone = spread("New at the top of it all.", "Nothing of that sort was told.")
    assert keep(state, old, gone).marked == frozenset()
    assert keep(state, old, gone).cursor


@given(spreads(), st.integers(0, 9))
def test_the_same_comparison_keeps_everything(of: Spread, step: int) -> None:
    rows = of.rows("A")
    state = moves.go(ViewState(), rows, step)
    assert keep(state, of, of) == replace(state, finding=None)


def files(folder: Path) -> tuple[Path, Path]:
    one, two = folder / "one.txt", folder / "two.txt"
    one.write_text(ONE)
    two.write_text(TWO)
    return one, two


def test_changed_files_are_read_again(tmp_path: Path) -> None:
    one, two = files(tmp_path)
    old = job_of((str(one), str(two)), Settings(40.0))(QUIET)
    two.write_text("A first line that is new here.\n\n" + TWO)
    new = change_job(old, (read_again,))(QUIET)
    assert changes(old, new) == "Read again: B (paragraphs: 1 added)."
    assert new.comparison.source("B").text.startswith("A first line")
    assert new.comparison.settings.threshold == 40.0
    state, _ = on(old, "Twelve")
    assert "Twelve" in words_at(new, keep(state, old, new))


def test_of_a_source_that_was_removed_it_is_told_how_it_comes_back(tmp_path: Path) -> None:
    one, two = files(tmp_path)
    three = tmp_path / "three.txt"
    three.write_text("A third account of it all.")
    old = job_of((str(one), str(two), str(three)), Settings())(QUIET)
    told = changes(old, change_job(old, (remove("B"),))(QUIET))
    assert told == f"Removed: B. C is B now. s, a adds again: {two}"


def test_what_changed_in_a_file_is_counted(tmp_path: Path) -> None:
    one, two = files(tmp_path)
    one.write_text("Boat lost\n\nIt sank.\n\nIt was late.\n\nNobody knows.")
    old = job_of((str(one), str(two)), Settings())(QUIET)
    one.write_text("Boat lost\n\nIt sank at ten.\n\nIt was early.")
    two.write_text(TWO.replace("\n\n", "\n\n\n"))
    assert (
        changes(old, change_job(old, (read_again,))(QUIET))
        == "Read again: A (paragraphs: 2 changed, 1 removed), B."
    )


def test_nothing_is_compared_again_when_nothing_has_changed(tmp_path: Path) -> None:
    one, two = files(tmp_path)
    old = job_of((str(one), str(two)), Settings())(QUIET)
    new = change_job(old, (read_again,))(QUIET)
    assert new.comparison is old.comparison
    assert changes(old, new) == ""


def test_what_came_what_went_and_which_letters_are_others_is_told() -> None:
    old = spread(ONE, TWO, "Smoke was seen.\n", "Nobody was hurt.\n")
    sources = old.comparison.sources
    more = Source.from_text("It rained.", title="Rain")
    assert changes(old, compare_job(sources[:3], Settings())(QUIET)) == "Removed: D."
    assert changes(old, compare_job((sources[0], *sources[2:]), Settings())(QUIET)) == (
        "Removed: B. C-D are B-C now."
    )
    assert changes(old, compare_job((*sources[:2], sources[3]), Settings())(QUIET)) == (
        "Removed: C. D is C now."
    )
    assert changes(old, compare_job((*sources, more), Settings())(QUIET)) == "Added: E."
    assert changes(old, change_job(old, (rename("A", "Another"),))(QUIET)) == ""


def test_a_source_whose_file_is_gone_stays_and_is_told(tmp_path: Path) -> None:
    one, two = files(tmp_path)
    pasted = Source.from_text("A boat sank off Port Sorrel, it is said.", title="Pasted")
    old = job_of((str(one), str(two)), Settings(), others=(pasted,))(QUIET)
    one.unlink()
    two.write_text(TWO + "\nMore is to come tomorrow.\n")
    new = change_job(old, (read_again,))(QUIET)
    assert [str(p) for p in new.problems] == [f"{one}: does not exist: look at the name"]
    assert new.comparison.source("B").text == old.comparison.source("B").text
    assert changes(old, new) == "Read again: C (paragraphs: 1 added)."


def test_a_title_that_was_given_outlives_a_reload(tmp_path: Path) -> None:
    one, two = files(tmp_path)
    old = job_of((str(one), str(two)), Settings())(QUIET)
    named = change_job(old, (rename("A", "My name for it"),))(QUIET)
    one.write_text("Another beginning of it all\n\n" + ONE)
    two.write_text("Yet another beginning of it\n\n" + TWO)
    new = change_job(named, (read_again,))(QUIET)
    assert new.comparison.source("A").title == "My name for it"
    assert new.comparison.source("B").title != old.comparison.source("B").title


@given(spreads(), st.integers(0, 400))
def test_the_nearest_passage_is_the_last_that_begins_before(of: Spread, at: int) -> None:
    for source in of.ids:
        own = sorted((c.start, p.id) for p in of.comparison.passages for c in p.cells if c.source == source)
        before = [passage for start, passage in own if start <= at] or [passage for _, passage in own[:1]]
        assert of.nearest(source, at) == (before[-1] if before else "")


async def test_the_next_comparison_comes_with_its_rows_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[threading.Thread] = []

    def noted(*given: Any) -> Listing:
        made.append(threading.current_thread())
        return without(*given)

    async with app().run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("2", "x")
        await settle(pilot)
        for module in ("choice", "desk"):
            monkeypatch.setattr(f"tui.{module}.without", noted)
        await pilot.press(")")
        await settle(pilot)
        assert "hidden: B  (X shows all)" in shown(pilot)[2]
        assert made
        assert threading.main_thread() not in made

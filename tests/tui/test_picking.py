import sys
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from core.export.formats import Format, render
from core.model import Source
from core.pipeline import compare
from core.read import load
from core.settings import Settings
from tests.tui import story
from tests.tui.driving import app, settle, shown
from tui import picking
from tui.app import SidelightApp
from tui.cells import display
from tui.naming import PASTED
from tui.picking import Chosen, Entry
from tui.screens.comparison import ComparisonScreen
from tui.screens.paste import Page
from tui.work import Report, compare_job, job_of


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(picking, "user_state_path", lambda _: tmp_path / "state")
    inside = tmp_path / "articles"
    inside.mkdir()
    for name in ("A", "B"):
        (inside / f"{name}.txt").write_text("\n\n".join(story.TEXTS[name]), "utf-8")
    (inside / "more").mkdir()
    (inside / ".hidden").write_text("x")
    monkeypatch.chdir(inside)
    return inside


def names(picker: picking.Picker) -> list[str]:
    return [entry.name for entry in picker.entries]


def test_a_folder_lists_what_can_be_chosen(folder: Path) -> None:
    assert names(picking.open_folder(str(folder))) == ["../", "more/", "A.txt", "B.txt"]


def test_choosing_twice_is_not_choosing(folder: Path) -> None:
    picker = picking.move(picking.open_folder(str(folder)), 2)
    chosen = picking.toggle(picker)
    assert chosen.chosen.paths == (str(folder / "A.txt"),)
    assert picking.toggle(chosen).chosen == Chosen()
    assert picking.toggle(picking.move(picker, -9)).chosen == Chosen()


def test_in_another_folder_the_cursor_is_on_what_is_in_it_or_on_the_one_that_was_left(folder: Path) -> None:
    (folder / "more" / "C.txt").write_text("x")
    again = picking.Entry("again", (str(folder / "A.txt"),), recent=True)
    here = picking.open_folder(str(folder), [again])
    assert here.entry() is again
    below = picking.go(here, str(folder / "more"))
    assert names(below) == ["again", "../", "C.txt"]
    assert below.entry() == below.entries[2]
    left = picking.go(below, str(folder), below.folder).entry()
    assert left is not None
    assert left.name == "more/"
    (folder / "more" / "C.txt").unlink()
    assert picking.go(here, str(folder / "more")).cursor == 1  # nothing is in it


def test_a_folder_that_cannot_be_opened_says_so(folder: Path) -> None:
    picker = picking.open_folder(str(folder / "none"))
    assert "cannot be opened" in picker.problem
    assert names(picker) == ["../"]


@pytest.mark.skipif(sys.platform == "darwin", reason="its file system refuses such names")
def test_names_are_safe_to_show(folder: Path) -> None:
    (folder / "x\x1b]0;t\x07\n[b].txt").write_text("x")
    shown_names = "".join(names(picking.open_folder(str(folder))))
    assert "\x1b" not in shown_names
    assert display(shown_names) == shown_names
    assert "[b].txt" in shown_names


def test_comparisons_of_late_come_back_while_their_files_are_there(folder: Path) -> None:
    one, two = str(folder / "A.txt"), str(folder / "B.txt")
    picking.remember([one, two])
    picking.remember([one])
    picking.remember([one, two])
    assert [e.paths for e in picking.recent()] == [(one, two), (one,)]
    Path(two).unlink()
    assert [e.paths for e in picking.recent()] == [(one,)]


def test_what_could_not_be_opened_is_not_remembered(folder: Path) -> None:
    bad = folder / "more" / "bad.txt"
    bad.write_bytes(b"\x00\x01\x02")
    one, two = str(folder / "A.txt"), str(folder / "B.txt")
    spread = job_of((one, two, str(bad)), Settings())(Report(lambda *_: None))
    assert len(spread.problems) == 1
    assert [e.paths for e in picking.recent()] == [(one, two)]
    job_of((str(bad), one), Settings())(Report(lambda *_: None))
    assert [e.paths for e in picking.recent()] == [(one, two)]  # one alone is no comparison


def test_what_was_added_is_remembered_with_what_it_was_added_to(folder: Path) -> None:
    one, two = str(folder / "A.txt"), str(folder / "B.txt")
    others = load((one,)).sources
    job_of((two,), Settings(), others=others)(Report(lambda *_: None))
    assert [e.paths for e in picking.recent()] == [(one, two)]


def test_a_report_of_ours_is_marked(folder: Path) -> None:
    sources = [Source.from_text("\n\n".join(story.TEXTS[n]), title=n) for n in "AB"]
    for name in (Format.MARKDOWN, Format.HTML):
        (folder / f"report.{name}").write_text(render(compare(sources), name), "utf-8")
    told = {words.text for words in picking.in_words(picking.open_folder(str(folder)))}
    assert {"[ ] report.md  a report of Sidelight", "[ ] report.html  a report of Sidelight"} <= told
    assert "[ ] A.txt" in told


async def test_a_report_of_ours_is_not_compared_in_silence(folder: Path) -> None:
    sources = [Source.from_text("\n\n".join(story.TEXTS[n]), title=n) for n in "AB"]
    (folder / "old.md").write_text(render(compare(sources), Format.MARKDOWN), "utf-8")
    job = job_of((str(folder / "A.txt"), str(folder / "B.txt"), "old.md"), Settings())
    async with SidelightApp(job).run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "old.md: a report of Sidelight on a comparison" in "\n".join(shown(pilot))


def test_a_comparison_of_late_is_remembered_without_steps_up(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "more")
    picking.remember(["../A.txt", "../B.txt"])
    assert [e.paths for e in picking.recent()] == [(str(folder / "A.txt"), str(folder / "B.txt"))]


def test_comparisons_of_the_same_names_are_told_apart(folder: Path) -> None:
    other = folder / "more" / "A.txt"
    other.write_text("x")
    for paths in ([folder / "A.txt", folder / "B.txt"], [other, folder / "B.txt"], [folder], [other]):
        picking.remember([str(path) for path in paths])
    lines = [words.text for words in picking.in_words(picking.open_folder(str(folder), picking.recent()))]
    assert len(set(lines[:4])) == 4
    assert lines[0] == f"again: A.txt  in {folder / 'more'}"
    assert lines[2] == f"again: {other}, {folder / 'B.txt'}"
    assert lines[3] == f"again: A.txt, B.txt  in {folder}"


def test_a_comparison_of_many_names_a_few_and_the_preview_all(folder: Path) -> None:
    paths = [folder / f"{n}.txt" for n in range(9)]
    for path in paths:
        path.write_text("x")
    picking.remember([str(path) for path in paths])
    (again,) = picking.recent()
    assert again.name == "0.txt, 1.txt, 7 more"
    assert [words.text for words in picking.preview(again)] == [str(path) for path in paths]


def test_a_damaged_memory_is_an_empty_one(folder: Path) -> None:
    picking.remember([str(folder)])
    picking._recent_file().write_text("{")
    assert picking.recent() == ()


def test_a_preview_is_safe_and_short(folder: Path) -> None:
    (folder / "A.txt").write_bytes(b"one\x1b[2J\xff\n" * 10_000)
    lines = picking.preview(Entry("A.txt", (str(folder / "A.txt"),)))
    assert 0 < len(lines) <= 80
    assert all("\x1b" not in words.text for words in lines)


def screen_of(pilot: Pilot[None]) -> ComparisonScreen:
    return next(s for s in pilot.app.screen_stack if isinstance(s, ComparisonScreen))


@pytest.mark.usefixtures("folder")
async def test_the_start_screen_chooses_and_compares() -> None:
    async with SidelightApp(None).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "choose the accounts" in shown(pilot)[0]
        await pilot.press("j", "j", "space", "c")
        await settle(pilot)
        assert "choose the accounts" in shown(pilot)[0]  # one is not enough
        await pilot.press("space", "c")
        await settle(pilot)
        assert len(screen_of(pilot).desk.spread.ids) == 2
    assert picking.recent()[0].name == "A.txt, B.txt"


@pytest.mark.usefixtures("folder")
async def test_leaving_the_start_screen_leaves() -> None:
    application = SidelightApp(None)
    async with application.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("q")
    assert not application.return_code


@pytest.mark.usefixtures("folder")
async def test_texts_can_be_pasted_and_are_made_safe() -> None:
    async with SidelightApp(None).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for name in "AC":
            await pilot.press("p")
            await settle(pilot)
            page = pilot.app.screen.query_one(Page)
            page.post_message(events.Paste("\x1b[2J" + "\n\n".join(story.TEXTS[name])))
            await settle(pilot)
            assert "\x1b" not in page.text
            await pilot.press("ctrl+s")
            await settle(pilot)
        await pilot.press("c")
        await settle(pilot)
        spread = screen_of(pilot).desk.spread
        assert [s.text.startswith("␛[2J") for s in spread.comparison.sources] == [True, True]
        await pilot.press("q")
        await settle(pilot)
        assert (
            shown(pilot)[-2].strip()
            == "Sources A B are in no file: e keeps the text in .json alone, q again quits."
        )
        await pilot.press("down", "q")
        await settle(pilot)
        assert pilot.app.is_running
        await pilot.press("q")
        await settle(pilot)
        assert not pilot.app.is_running


async def paste(pilot: Pilot[None], text: str) -> None:
    await pilot.press("p")
    await settle(pilot)
    pilot.app.screen.query_one(Page).text = text
    await pilot.press("ctrl+s")
    await settle(pilot)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("key", ["q", "escape"])
async def test_a_text_that_was_pasted_is_not_left_without_a_question(key: str) -> None:
    async with SidelightApp(None).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await paste(pilot, "Boat lost\n\nIt sank at ten.")
        await pilot.press(key)
        await settle(pilot)
        assert shown(pilot)[-2].strip() == "The pasted text is in no file: c compares, q again leaves."
        await pilot.press("j", key)  # what was told is gone, and is told again
        await settle(pilot)
        assert pilot.app.is_running
        await pilot.press(key)
        await settle(pilot)
        assert not pilot.app.is_running


@pytest.mark.usefixtures("folder")
async def test_what_was_told_in_between_takes_the_question_away() -> None:
    async with SidelightApp(None).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await paste(pilot, "Boat lost\n\nIt sank at ten.")
        await pilot.press("q", "c", "q")
        await settle(pilot)
        assert pilot.app.is_running
        assert shown(pilot)[-2].strip() == "The pasted text is in no file: c compares, q again leaves."


@pytest.mark.usefixtures("folder")
async def test_what_is_pasted_is_named_among_what_is_chosen() -> None:
    async with SidelightApp(None).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for headline in (
            "Ferry on fire off the coast of Ellwick, all aboard",
            "Smoke seen above the harbour",
        ):
            await pilot.press("p")
            await settle(pilot)
            pilot.app.screen.query_one(Page).text = f"{headline}\n\nIt burned for hours."
            await pilot.press("ctrl+s")
            await settle(pilot)
        (line,) = [line for line in shown(pilot) if "chosen:" in line]
        assert line.strip() == "chosen: Ferry on fire off the coast of E…, Smoke seen above the harbour"


async def test_sources_are_renamed_removed_and_added(folder: Path) -> None:
    sources = [Source.from_text("\n\n".join(story.TEXTS[n]), title=n * 3) for n in "ABC"]
    async with SidelightApp(compare_job(sources, Settings())).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("s", "j", "r")
        await settle(pilot)
        assert any("New title" in line for line in shown(pilot))
        await pilot.press(*"!", "enter")
        await settle(pilot)
        assert any("▌ B  !" in line for line in shown(pilot))  # the list again: the next may be named
        await pilot.press("k", "r", *"?", "enter", "j", "escape")
        await settle(pilot)
        assert [s.title for s in screen_of(pilot).desk.spread.comparison.sources] == ["?", "!", "CCC"]
        await pilot.press("s", "j", "d")
        await settle(pilot)
        assert [s.title for s in screen_of(pilot).desk.spread.comparison.sources] == ["?", "CCC"]
        assert any("Removed: B. C is B now." in line for line in shown(pilot))
        await pilot.press("s", "a")
        await settle(pilot)
        await pilot.press("j", "j", "space", "c")
        await settle(pilot)
        assert screen_of(pilot).desk.spread.comparison.sources[-1].origin == str(folder / "A.txt")


async def test_a_source_is_chosen_by_its_letter() -> None:
    sources = [Source.from_text("\n\n".join(story.TEXTS[n]), title=n * 3) for n in "ABCD"]
    async with SidelightApp(compare_job(sources, Settings())).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        assert any("Enter A-D Go to it" in line for line in shown(pilot))
        await pilot.press("end", "home", "end", "enter")
        await settle(pilot)
        assert screen_of(pilot).desk.state.source == "D"
        await pilot.press("home", "s", "home", "enter")
        await settle(pilot)
        assert screen_of(pilot).desk.state.source == "A"
        await pilot.press("s", "Z", "D")
        await settle(pilot)
        assert screen_of(pilot).desk.state.source == "D"
        await pilot.press("s", "k", "r", "A", "enter", "escape")  # a letter of the new title
        await settle(pilot)
        assert screen_of(pilot).desk.state.source != "A"


async def test_two_sources_must_stay() -> None:
    sources = [Source.from_text("\n\n".join(story.TEXTS[n]), title=n) for n in "AB"]
    async with SidelightApp(compare_job(sources, Settings())).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("s", "d")
        await settle(pilot)
        assert any("Two sources must stay" in line for line in shown(pilot))


async def test_one_account_alone_says_what_is_missing() -> None:
    alone = Source.from_text("\n\n".join(story.TEXTS["A"]), title="A")
    async with SidelightApp(compare_job([alone], Settings())).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert any("Only one account is open" in line for line in shown(pilot))


async def test_choosing_a_source_by_name() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("s", "j", "j", "enter")
        await settle(pilot)
        assert screen_of(pilot).desk.state.source == "C"


async def test_a_path_can_be_typed_and_is_added_to_what_is_chosen(folder: Path) -> None:
    sources = [Source.from_text("\n\n".join(story.TEXTS[n]), title=n) for n in "AB"]
    async with SidelightApp(compare_job(sources, Settings())).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("s", "a")
        await settle(pilot)
        assert "choose accounts to add to those open" in shown(pilot)[0]
        await pilot.press(*"/no/thing-here", "enter")
        await settle(pilot)
        assert "There is no such file" in "\n".join(shown(pilot))
        await pilot.press("escape")
        await pilot.press("/")
        field = pilot.app.screen.focused
        assert field is not None
        field.post_message(events.Paste(str(folder / "B.txt")[1:]))
        await pilot.press("enter")
        await settle(pilot)
        assert "chosen: B.txt" in "\n".join(shown(pilot))
        await pilot.press("c")
        await settle(pilot)
        assert screen_of(pilot).desk.spread.comparison.sources[-1].origin == str(folder / "B.txt")


async def test_a_text_is_pasted_from_the_list_of_sources() -> None:
    sources = [Source.from_text("\n\n".join(story.TEXTS[n]), title=n) for n in "AB"]
    async with SidelightApp(compare_job(sources, Settings())).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        assert "p Paste" in "\n".join(shown(pilot))
        await paste(pilot, "Boat lost\n\nIt sank at ten.")
        assert screen_of(pilot).desk.spread.comparison.sources[-1].warnings == (PASTED,)


async def test_who_chose_what_cannot_be_read_may_choose_again(folder: Path) -> None:
    (folder / "more" / "empty.txt").write_text("")
    async with SidelightApp(None).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("j", "space", "c")  # the folder "more", whose one file is empty
        await settle(pilot)
        assert pilot.app.is_running
        assert "empty.txt: is empty: give a file" in "".join(line.strip() for line in shown(pilot)[2:6])
        assert "nothing chosen yet" in shown(pilot)[-2]
        await pilot.press("j", "space", "space", "c")
        await settle(pilot)
        assert "2 sources" in shown(pilot)[0]

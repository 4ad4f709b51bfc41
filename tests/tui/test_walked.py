"""Walking findings and hits: round at the ends, and the screen says so."""

from tests.tui.driving import app, settle, shown


async def test_the_walk_of_the_findings_says_that_it_begins_again() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        seen = []
        for key in (*["full_stop"] * 4, "comma", "full_stop", "full_stop"):
            await pilot.press(key)
            seen.append("again from the " in shown(pilot)[-2])
        assert seen == [False, False, False, True, True, True, False]
        assert "finding 2 of 3" in shown(pilot)[-2]
        await pilot.press("comma", "comma")
        assert "finding 3 of 3  again from the last" in shown(pilot)[-2]
        await pilot.press("G", "full_stop")  # from a row behind the last finding
        assert "finding 1 of 3  again from the first" in shown(pilot)[-2]
        await pilot.press("j")
        assert "again" not in shown(pilot)[-2]


async def test_the_walk_of_the_hits_says_that_it_begins_again() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"bridge", "enter")
        await settle(pilot)
        seen = []
        for key in ("n", "N", "N", "n", "j", "j", "n"):
            await pilot.press(key)
            seen.append(shown(pilot)[-2].partition("in 1 passage")[2].split("  ")[0])
        again, back = ", again from the first", ", again from the last"
        assert seen == [again, back, back, again, ", n and N walk them", ", n and N walk them", again]


async def test_the_walk_of_the_hits_says_which_passage_of_how_many_this_is() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("slash", *"fire", "enter")
        await settle(pilot)
        count = int(shown(pilot)[-2].partition(" of ")[2].partition(",")[0])
        assert count > 1
        for n in (1, *range(2, count + 1), 1):
            assert f" hits, passage {n} of {count}, " in shown(pilot)[-2]
            await pilot.press("n")
        await pilot.press("g")  # a row without a hit
        assert f" hits in {count} passages, " in shown(pilot)[-2]

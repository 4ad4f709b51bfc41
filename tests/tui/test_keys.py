from pathlib import Path

from tui.keys import BESIDE, COMMANDS, FILTERED, HITS, LISTED, READING, in_force, page
from tui.screens.comparison import ComparisonScreen

ROOT = Path(__file__).parents[2]


def test_the_page_of_keys_is_current() -> None:
    assert (ROOT / "docs" / "keys.md").read_text("utf-8") == page(), "run: python -m tui.keys > docs/keys.md"


def test_every_command_has_its_action() -> None:
    names = {command.action.partition("(")[0] for command in COMMANDS}
    missing = [n for n in names if not n.startswith("app.") and not hasattr(ComparisonScreen, f"action_{n}")]
    assert missing == []


def test_ids_are_not_given_twice() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    shown = {name for footer in (BESIDE, FILTERED, HITS, LISTED, READING) for name, _ in footer}
    assert shown <= {command.id for command in COMMANDS}


def test_a_rebound_key_is_the_one_that_is_told() -> None:
    lines = in_force(COMMANDS, {"view": "w"})
    assert ("w", next(c.says for c in COMMANDS if c.id == "view")) in lines

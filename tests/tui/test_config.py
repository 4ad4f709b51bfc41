from pathlib import Path

import pytest
from textual.keys import Keys

from tui.config import Config, _is_key, config_path, load_config, overridden
from tui.keys import COMMANDS


def read(tmp_path: Path, text: str) -> tuple[Config, tuple[str, ...]]:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    return load_config(path)


def test_no_file_is_no_mistake(tmp_path: Path) -> None:
    assert load_config(tmp_path / "none.toml") == (Config(), ())


def test_everything_can_be_set(tmp_path: Path) -> None:
    keys = '[keys]\n"finding.next" = "n"\n"search.next" = "Z"\n'
    text = f'theme = "light"\nascii = true\ncopy_command = "pbcopy"\n{keys}'
    config, problems = read(tmp_path, text)
    assert problems == ()
    assert config == Config("light", True, "pbcopy", keys={"finding.next": "n", "search.next": "Z"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('theme = "pink"', "theme 'pink': choose dark, light, contrast"),
        ("theme = 3", "theme must be text in quotation marks"),
        ('ascii = "yes"', "ascii must be true or false"),
        ("colour = 1", "colour: no such setting; there are theme, ascii, copy_command, open_command, keys"),
        ("keys = 1", "keys must be a table: [keys]"),
        ('[keys]\njump = "J"', "[keys] jump: no such command"),
        ("[keys]\nview = 3", '[keys] view must be text, as in "j, down"'),
        ('[keys]\nview = "hyper+v"', "[keys] view: no such key 'hyper+v'"),
        ('[keys]\nview = "f"', "key 'f' is given to view and to filter: give one of them another"),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_is_used(tmp_path: Path, text: str, told: str) -> None:
    config, problems = read(tmp_path, text)
    assert problems == (f"config.toml: {told}",)
    assert config.theme == "dark"


def test_a_file_that_is_no_toml_says_where(tmp_path: Path) -> None:
    config, problems = read(tmp_path, "theme = \n")
    assert config == Config()
    assert "line 1" in problems[0]
    assert "is not used" in problems[0]


def test_what_a_file_says_cannot_act_on_the_terminal(tmp_path: Path) -> None:
    _, problems = read(tmp_path, '"\\u001b]0;x" = 1\n')
    assert "\x1b" not in problems[0]


def test_the_place_can_be_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIDELIGHT_CONFIG", str(tmp_path / "mine.toml"))
    assert config_path() == tmp_path / "mine.toml"
    monkeypatch.delenv("SIDELIGHT_CONFIG")
    assert config_path().name == "config.toml"


def test_every_key_of_ours_is_a_key() -> None:
    keys = [key for command in COMMANDS for key in command.keys.split(",")]
    assert all(_is_key(key) for key in keys)
    assert len(set(keys)) == len(keys)


def test_textual_knows_the_named_keys() -> None:
    known = {key.value for key in Keys}
    named = [
        key for command in COMMANDS for key in command.keys.split(",") if len(key) > 1 and "_" not in key
    ]
    plain = {"space", "slash", "comma", "apostrophe"}
    assert [key for key in named if key not in known | plain] == []


def test_the_environment_goes_before_the_file() -> None:
    told = {"SIDELIGHT_THEME": "light", "SIDELIGHT_ASCII": "1", "SIDELIGHT_OPEN_COMMAND": "firefox"}
    config, problems = overridden(Config("contrast", copy_command="pbcopy"), told)
    assert problems == ()
    assert config == Config("light", True, "pbcopy", "firefox")
    assert overridden(Config(ascii=True), {"SIDELIGHT_ASCII": "no"}) == (Config(), ())
    assert overridden(Config(ascii=True), {"SIDELIGHT_ASCII": ""}) == (Config(ascii=True), ())


def test_what_is_wrong_in_the_environment_is_told() -> None:
    config, problems = overridden(Config(), {"SIDELIGHT_THEME": "pink\x1b", "SIDELIGHT_ASCII": "maybe"})
    assert config == Config()
    assert "$SIDELIGHT_THEME is 'pink" in problems[0]
    assert problems[0].endswith("choose dark, light, contrast")
    assert problems[1] == "$SIDELIGHT_ASCII is 'maybe': choose 1, true, yes, 0, false, no"
    assert "\x1b" not in "".join(problems)

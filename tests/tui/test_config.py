import os
import re
from pathlib import Path

import pytest
from textual.keys import Keys

from core.settings import Limits
from tui.config import Config, _is_key, load_config, overridden
from tui.configured import config_path, limits_of
from tui.keys import COMMANDS


def read(tmp_path: Path, text: str) -> tuple[Config, tuple[str, ...]]:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    return load_config(path)


def test_the_example_of_the_readme_is_without_mistakes(tmp_path: Path) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)
    config, problems = read(tmp_path, example)
    assert problems == ()
    assert config.theme == "light"
    assert config.keys
    assert limits_of(tmp_path / "config.toml", {}) == (Limits(text_bytes=7_000_000), ())


def test_no_file_is_no_mistake(tmp_path: Path) -> None:
    assert load_config(tmp_path / "none.toml") == (Config(), ())


def test_a_pipe_a_device_and_a_folder_are_no_configuration(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert limits_of(tmp_path / "pipe", {}) == (Limits(), ())
    for path, said in ((Path("/dev/zero"), "it is longer than 1 MB"), (tmp_path, "Is a directory")):
        found, (problem,) = limits_of(path, {})
        assert found == Limits()
        assert problem == f"{path} is not used: {said}"


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
        (
            "colour = 1",
            "colour: no such setting; there are theme, ascii, copy_command, open_command, keys, limits",
        ),
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
    plain = {"space", "slash", "comma", "apostrophe", "colon"}
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


def limits(tmp_path: Path, text: str, variable: str = "") -> tuple[Limits, tuple[str, ...]]:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    return limits_of(path, {"SIDELIGHT_LIMITS": variable})


def test_limits_can_be_set_under_their_names(tmp_path: Path) -> None:
    assert limits_of(tmp_path / "none.toml", {}) == (Limits(), ())
    text = 'theme = "light"\n[limits]\ntext_bytes = 7_000_000\nparse_seconds = 0.5\n'
    assert limits(tmp_path, text) == (Limits(text_bytes=7_000_000, parse_seconds=0.5), ())
    assert read(tmp_path, text) == (Config("light"), ())
    told = limits(tmp_path, text, "text_bytes=9 files=3")
    assert told == (Limits(text_bytes=9, files=3, parse_seconds=0.5), ())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[limits]\nfile = 3", "limit 'file=3': give one of file_bytes, files, text_bytes, lines, "),
        ("[limits]\nfiles = true", "limit 'files=True': give a whole number from 0, as files=200"),
        ("[limits]\nfiles = '9'", "limit \"files='9'\": give a whole number from 0, as files=200"),
        ("[limits]\nfiles = 2.5", "limit 'files=2.5': give a whole number from 0, as files=200"),
        ("[limits]\nfiles = -1", "limit 'files=-1': give a whole number from 0, as files=200"),
        ("[limits]\nparse_seconds = nan", "limit 'parse_seconds=nan': give a number from 0"),
        ("limits = 3", "limits must be a table: [limits]"),
    ],
)  # fmt: skip
def test_a_limit_that_is_none_is_told_and_the_others_are_used(tmp_path: Path, text: str, told: str) -> None:
    found, problems = limits(tmp_path, text, "links=5 x\x1b=1")
    assert found == Limits(links=5)
    assert problems[0].startswith(f"config.toml: {told}")
    assert problems[1].startswith("$SIDELIGHT_LIMITS: limit 'x\\x1b=1': give one of")
    assert all(problem.isprintable() for problem in problems)


@pytest.mark.parametrize("text", ["limits = ", "a = " + "[" * 3000, "\x00", "[limits]\n[limits]\n"])
def test_a_file_that_cannot_be_used_leaves_the_limits_as_they_are(tmp_path: Path, text: str) -> None:
    found, (problem,) = limits(tmp_path, text)
    assert found == Limits()
    assert "is not used" in problem

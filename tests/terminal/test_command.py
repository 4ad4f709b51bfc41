"""The command without a screen: what it prints where, and its exit codes."""

import io
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.model import Wording
from tests.comparisons import Shape, made, plain_words
from tests.laws import check_document
from tui.cli import main
from tui.streams import Telling

COMMAND = [sys.executable, "-m", "tui"]
ROOT = Path(__file__).resolve().parents[2]

AGENCY = """\
A ferry with 240 people aboard caught fire off Ellwick on Thursday, the coast guard said.

At least 12 people died in the fire, the coast guard said.

The Marigold was built in 1998.
"""
DAILY = """\
A ferry with 240 people aboard caught fire off Ellwick on Thursday, the coast guard said.

At least 14 people died in the fire, the coast guard said.

The owner had been fined over missing doors.
"""


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with two articles that conflict on a number."""
    (tmp_path / "agency.txt").write_text(AGENCY)
    (tmp_path / "daily.txt").write_text(DAILY)
    monkeypatch.chdir(tmp_path)
    return tmp_path


Captured = pytest.CaptureFixture[str]


def one_line(error: str) -> str:
    """The only line of an error: safe to print, no traceback."""
    assert error.endswith("\n")
    line = error[:-1]
    assert line.isprintable()
    assert line.startswith("sidelight: ")
    return line


@pytest.mark.usefixtures("articles")
def test_the_report_goes_to_standard_output(capsys: Captured) -> None:
    assert main(["compare", "agency.txt", "daily.txt"]) == 0
    out, error = capsys.readouterr()
    assert out.startswith("# ")
    assert "alignment is automatic: check the originals" in out
    assert error == ""


@pytest.mark.usefixtures("articles")
def test_json_keeps_its_laws(capsys: Captured) -> None:
    assert main(["compare", ".", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    check_document(document)
    assert document["counts"]["sources"] == 2


def test_it_is_written_to_a_file_once(articles: Path, capsys: Captured) -> None:
    command = ["compare", "agency.txt", "daily.txt", "-o", "report.md", "--reproducible"]
    assert main(command) == 0
    first = (articles / "report.md").read_bytes()
    assert main(command) == 2
    assert "report.md: is there already" in one_line(capsys.readouterr().err)
    assert main([*command, "--force"]) == 0
    assert (articles / "report.md").read_bytes() == first


def test_an_article_is_never_overwritten(articles: Path, capsys: Captured) -> None:
    for files in (["agency.txt", "daily.txt"], ["."]):
        assert main(["compare", *files, "-o", "agency.txt", "--format", "md", "--force"]) == 2
        assert "one of the articles" in one_line(capsys.readouterr().err)
    assert (articles / "agency.txt").read_text() == AGENCY


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize("diverge", [True, False])
def test_check_tells_by_its_exit_code_whether_they_diverge(
    diverge: bool, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    shape = Shape(((True, True),), (diverge,), loose=False, wording=Wording.NEAR)
    comparison = made(plain_words(shape), shape)
    monkeypatch.setattr("core.pipeline.compare", lambda *_, **__: comparison)
    assert main(["compare", "agency.txt", "daily.txt", "--check"]) == int(diverge)
    assert main(["compare", "agency.txt", "daily.txt"]) == 0
    assert f"{int(diverge)} diverge" in capsys.readouterr().out


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["compare", "gone.txt", "agency.txt"], "gone.txt"),
        (["compare", "empty"], "empty"),
        (["compare", "agency.txt"], "one article only"),
        (["compare", "agency.txt", "daily.txt", "--threshold", "101"], "threshold 101"),
        (["compare", "agency.txt", "daily.txt", "--threshold", "nan"], "threshold nan"),
        (["compare", "agency.txt", "daily.txt", "--threshold", "x"], "'x' is no number: give one"),
        (["compare", "agency.txt", "daily.txt", "--language", "xx"], "'xx' is not known: give one of ar bg "),
        (["compare", "agency.txt", "daily.txt", "--format", "pdf"], "--format"),
        (["compare", "agency.txt", "daily.txt", "-o", "x.pdf"], "end it in .md, .json, .csv or .html"),
        (["compare", "gone.txt", "-o", "x\x1b[2J.PDF"], "end it in"),
        (["compare", "agency.txt", "daily.txt", "-o", "."], "is a folder"),
        (["compare", "agency.txt", "daily.txt", "-o", "gone/x.md"], "folder does not exist"),
        (["compare"], "FILE"),
        (["compare", "a.txt", "--nonsense\x1b[2J\u202e"], "nonsense"),
        (["compare", "gone\x1b]0;title\x07\u202e\n.txt", "agency.txt"], "gone"),
        (["compare", "caf\udce9.txt", "agency.txt"], "caf"),
        (["--nonsense"], "nonsense"),
        (["agency.txt", "daily.txt", "--check"], "give --check to the command, sidelight compare FILE"),
        (["agency.txt", "daily.txt", "--format=json"], "give --format to the command, sidelight compare"),
        (["compare", "agency.txt", "daily.txt", "--chekc"], "did you mean --check?"),
        (["compare", "agency.txt", "--frobnicate"], "did you mean --format?"),  # and not --force
        (["comapre", "agency.txt", "daily.txt"], "did you mean sidelight compare?"),
        (["confg", "--path"], "did you mean sidelight config?"),
        ([], "no terminal"),
    ],
)
def test_an_error_is_one_line_and_exit_code_2(capsys: Captured, arguments: list[str], reason: str) -> None:
    Path("empty").mkdir()
    there = sorted(Path().iterdir())
    assert main(arguments) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert sorted(Path().iterdir()) == there
    lines = error.splitlines(keepends=True)
    assert 1 <= len(lines) <= 2, "what could not be read, then that one article is not enough"
    assert reason in one_line(lines[0])


@pytest.mark.usefixtures("articles")
def test_the_others_are_compared_when_one_cannot_be_read(capsys: Captured) -> None:
    assert main(["compare", "agency.txt", "gone.txt", "daily.txt"]) == 2
    out, error = capsys.readouterr()
    assert "2 sources" in out
    assert "gone.txt" in one_line(error)


@pytest.mark.usefixtures("articles")
def test_a_warning_is_one_line_on_stderr(capsys: Captured) -> None:
    Path("odd.txt").write_bytes("The Café burned, the coast guard said.\n\nIt was Ñandú.".encode("cp1252"))
    assert main(["compare", "agency.txt", "odd.txt"]) == 0
    assert "odd.txt" in one_line(capsys.readouterr().err)


@pytest.mark.usefixtures("articles")
def test_a_file_whose_name_is_like_a_command_is_read(capsys: Captured) -> None:
    Path("compar").write_text(DAILY)
    assert main(["compar", "agency.txt"]) == 0
    assert "2 sources" in capsys.readouterr().out


@pytest.mark.usefixtures("articles")
def test_a_file_that_is_given_again_is_read_once_and_told(capsys: Captured) -> None:
    Path("link.txt").symlink_to("agency.txt")
    for again in (["agency.txt", "daily.txt", "./agency.txt"], ["agency.txt", "daily.txt", "link.txt"]):
        assert main(["compare", *again]) == 0
        out, error = capsys.readouterr()
        assert "2 sources" in out
        assert one_line(error) == "sidelight: agency.txt: given more than once, read once"
    Path("link.txt").unlink()
    assert main(["compare", "daily.txt", "."]) == 0
    out, error = capsys.readouterr()
    assert "2 sources" in out
    assert one_line(error) == "sidelight: daily.txt: given more than once, read once"


@pytest.mark.usefixtures("articles")
def test_names_that_look_like_arguments(capsys: Captured) -> None:
    Path("-dash.txt").write_text(AGENCY)
    Path("compare").write_text(DAILY)
    assert main(["compare", "--", "-dash.txt", "compare"]) == 0
    assert main(["./compare", "agency.txt"]) == 0
    assert main(["--", "compare", "-dash.txt"]) == 0
    assert capsys.readouterr().out.count("# A ferry") + 1 >= 3


@pytest.mark.usefixtures("articles")
def test_standard_input_and_output_have_a_dash(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DAILY.encode())))
    assert main(["compare", "agency.txt", "-", "-o", "-"]) == 0
    assert "2 sources" in capsys.readouterr().out


@pytest.mark.usefixtures("articles")
def test_without_a_terminal_the_app_is_the_report(capsys: Captured) -> None:
    assert main(["agency.txt", "daily.txt"]) == 0
    assert capsys.readouterr().out.startswith("# ")


def test_help_reads_in_eighty_columns(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for arguments in (["--help"], ["compare", "--help"]):
        assert main(arguments) == 0
        out = capsys.readouterr().out
        assert max(len(line) for line in out.splitlines()) <= 80
        assert "usage: sidelight" in out


@pytest.mark.usefixtures("articles")
def test_a_reader_that_goes_away_is_no_error() -> None:
    Path("long.txt").write_text("\n\n".join(f"Sentence number {n} of a long account." for n in range(3000)))
    command = [*COMMAND, "compare", "long.txt", "agency.txt"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.read(10)
        running.stdout.close()
        error = running.stderr.read()
        assert running.wait() == 0
        assert error == b""


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "en_US.ISO-8859-1"])
def test_the_report_is_utf_8_in_any_locale(locale: str) -> None:
    Path("odd.txt").write_text("Zwölf Menschen – “so viele” – starben.\n")
    environment = {**os.environ, "LC_ALL": locale, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "0"}
    command = [*COMMAND, "compare", "odd.txt", "agency.txt"]
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert "Zwölf Menschen – “so viele” – starben." in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_ends_it_quietly(number: signal.Signals, code: int) -> None:
    waiting = (
        "import core.read, signal, tui.cli\n"
        "core.read.load = lambda *_, **__: (print('waiting', flush=True), signal.pause())\n"
        "tui.cli.run()"
    )
    command = [sys.executable, "-c", waiting, "compare", "a.txt", "b.txt"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stdout.readline() == b"waiting\n"
        running.send_signal(number)
        out, error = running.communicate()
    assert (running.returncode, out, error) == (code, b"", b"")


def test_it_tells_where_the_configuration_is(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIDELIGHT_CONFIG", "settings/mine\x1b.toml")
    assert main(["config", "--path"]) == 0
    assert capsys.readouterr().out == "settings/mine\u241b.toml\n"
    assert main(["config"]) == 2


@pytest.mark.usefixtures("articles")
def test_a_limit_in_the_configuration_holds_for_reports_and_an_argument_goes_before_it(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("mine.toml").write_text("[limits]\nlinks = 0\nmany = 1\n")
    monkeypatch.setenv("SIDELIGHT_CONFIG", "mine.toml")
    two = ["compare", "agency.txt", "daily.txt"]
    assert main(two) == 2
    wrong, refused = capsys.readouterr().err.splitlines(keepends=True)
    assert "mine.toml: limit 'many=1'" in one_line(wrong)
    assert "at most 0 links" in one_line(refused)
    assert main([*two, "--limit", "links=99"]) == 0
    monkeypatch.setenv("SIDELIGHT_LIMITS", "links=99")
    assert main(two) == 0


BEGINNINGS = {"md": "# ", "json": '{\n "format"', "csv": "finding,", "html": "<!DOCTYPE"}


@pytest.mark.usefixtures("articles")
@pytest.mark.parametrize("format_", BEGINNINGS)
def test_every_format_is_written_by_its_name_or_that_of_the_file(format_: str, capsys: Captured) -> None:
    two = ["agency.txt", "daily.txt"]
    assert main(["compare", *two, "--format", format_, "-o", "report.txt"]) == 0
    assert main(["compare", *two, "--reproducible", "-o", f"report.{format_}"]) == 0
    assert main(["compare", *two, "--reproducible", "-o", f"LOUD.{format_.upper()}"]) == 0
    for name in ("report.txt", f"report.{format_}", f"LOUD.{format_.upper()}"):
        assert Path(name).read_text().startswith(BEGINNINGS[format_])
    assert capsys.readouterr() == ("", "")


def test_an_article_with_a_hostile_name_is_never_overwritten(articles: Path, capsys: Captured) -> None:
    hostile = articles / "evil\x1b[2J.txt"
    hostile.write_text(AGENCY)
    assert main(["compare", ".", "-o", str(hostile), "--format", "md", "--force"]) == 2
    assert "one of the articles" in one_line(capsys.readouterr().err)
    assert hostile.read_text() == AGENCY


def test_who_waits_longer_than_a_second_is_told(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr("tui.streams.monotonic", lambda: clock[0])
    telling = Telling(seen=True)
    for moment, stage, fraction in (
        (0.9, "align", 0.1),
        (1, "align", 0.5),
        (1.05, "align", 0.6),
        (1.2, "judge", 0),
    ):
        clock[0] = moment
        telling(stage, fraction)
    telling.clear()
    lines = [line.strip() for line in capsys.readouterr().err.split("\r")]
    assert [line for line in lines if line] == ["align 50%", "judge 0%"]
    assert lines[-2:] == ["", ""]


_COMPLETE = """
eval "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
_shtab_sidelight 2>/dev/null
printf '%s\\n' "${COMPREPLY[@]}"
"""


OFFERED = pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["comp"], {"compare", "completion"}),
        (["ag"], {"agency.txt"}),
        (["agency.txt", "da"], {"daily.txt"}),
        (["compare", "da"], {"daily.txt"}),
        (["--thr"], {"--threshold"}),
        (["compare", "agency.txt", "--fo"], {"--format", "--force"}),
        (["compare", "--format", ""], {"md", "json", "csv", "html"}),
        (["compare", "-o", "ag"], {"agency.txt"}),
        (["completion", ""], {"bash", "zsh", "fish"}),
        (["--fo"], {""}),
    ],
)


@OFFERED
@pytest.mark.usefixtures("articles")
def test_bash_completes_commands_options_and_files(
    words: list[str], offered: set[str], capsys: Captured
) -> None:
    assert main(["completion", "bash"]) == 0
    written = capsys.readouterr().out
    command = ["bash", "-c", _COMPLETE, "bash", written, "sidelight", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert set(done.stdout.splitlines()) == offered


@OFFERED
@pytest.mark.usefixtures("articles")
def test_fish_completes_them_too(words: list[str], offered: set[str], capsys: Captured) -> None:
    if shutil.which("fish") is None:
        pytest.skip("fish is not installed")
    assert main(["completion", "fish"]) == 0
    Path("sidelight.fish").write_text(capsys.readouterr().out)
    ask = 'source sidelight.fish; complete -C "$argv"'
    command = ["fish", "--no-config", "-c", ask, "sidelight", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert {line.split("\t")[0] for line in done.stdout.splitlines()} == offered - {""}


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_get_every_command_and_option(shell: str, capsys: Captured) -> None:
    assert main(["completion", shell]) == 0
    written = capsys.readouterr().out
    for word in ("compare", "config", "completion", "threshold", "format", "reproducible", "path"):
        assert word in written
    assert shell != "zsh" or '"*:an article' in written  # every file, not the first alone
    assert main(["completion", "tcsh"]) == 2

"""The house: who may import whom, what stays light, how long a file may be, what a wheel holds."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import pytest
from importlinter.cli import lint_imports

import core

ROOT = Path(__file__).resolve().parents[1]
CODE = sorted([*(ROOT / "core").rglob("*.py"), *(ROOT / "tui").rglob("*.py")])
TESTS = sorted((ROOT / "tests").rglob("*.py"))
HEAVY = (
    "textual",
    "rich",
    "rapidfuzz",
    "sentencex",
    "markdown_it",
    "babel",
    "numpy",
    "text_to_num",
    "Stemmer",
)


def fresh(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python code in an interpreter that has imported nothing."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)


def imported(code: str, *arguments: str) -> set[str]:
    """The top packages that a piece of code imports."""
    show = "\nimport sys; print('\\n', *{name.partition('.')[0] for name in sys.modules}, file=sys.stderr)"
    return set(fresh(code + show, *arguments).stderr.split())


def names(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_the_first_frame_waits_for_no_library_of_the_comparison() -> None:
    screens = "import tui.app, tui.screens.comparison"
    assert not imported(screens) & (
        set(HEAVY) - {"textual", "rich"} | {"lxml", "shtab", "charset_normalizer"}
    )


def test_the_first_frame_waits_for_no_screen_and_no_value_of_the_comparison() -> None:
    show = "import sys, tui.app; print(*(name for name in sys.modules if name.startswith(('core', 'tui'))))"
    loaded = set(fresh(show).stdout.split())
    assert "tui.opening" in loaded
    assert not loaded & {"core.model", "tui.screens", "tui.spread", "tui.rows", "core.read.decode"}


def test_reading_a_page_waits_for_nothing_that_cuts_or_compares() -> None:
    assert not imported("import core.read.html") & {*HEAVY}


def test_the_import_contracts_are_kept() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_the_exports_know_only_the_values_and_their_marks() -> None:
    allowed = {
        "across",
        "clusters",
        "errors",
        "export",
        "frozen",
        "marks",
        "model",
        "safe",
        "settings",
        "ties",
        "version",
    }
    for path in (ROOT / "core" / "export").glob("*.py"):
        known = {name.split(".")[1] for name in imports(path) if name.startswith("core.")}
        assert known <= allowed, f"{names(path)} imports {known - allowed}"


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


@pytest.mark.parametrize(
    "code",
    [
        "import core",
        "import core.model, core.settings, core.errors",
        "from core import Source, Settings, Limits, Comparison, SidelightError",
        "import tui.cli",
        "import tui.cli; tui.cli.main(['--help'])",
        "import tui.cli; tui.cli.main(['--version'])",
        "import tui.cli; tui.cli.main(['compare', '--help'])",
        "import tui.cli; tui.cli.main(['compare'])",
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(code: str) -> None:
    assert imported(code).isdisjoint(HEAVY)


def test_comparing_without_a_screen_imports_no_toolkit(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("The silo burst on Monday. Nobody was near it.\n")
    code = "import sys, tui.cli; assert tui.cli.main(['compare', *sys.argv[1:]]) == 0"
    for format_ in ("md", "json"):
        seen = imported(code, str(tmp_path), "--format", format_)
        assert {"core", "tui"} <= seen
        assert seen.isdisjoint({"textual", "rich"})


def test_the_version_is_the_distributions() -> None:
    from core.version import VERSION

    assert version("sidelight") == VERSION
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"] == VERSION
    done = fresh("import tui.cli; tui.cli.main(['--version'])")
    assert done.stdout == f"sidelight {VERSION}\n"


def test_the_public_face() -> None:
    assert core.__all__ == sorted(core.__all__)
    assert {"Source", "Settings", "compare", "to_json", "to_markdown"} <= set(core.__all__)
    assert all(getattr(core, name).__doc__ for name in core.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = core.nothing


@pytest.mark.parametrize("path", [*CODE, *TESTS], ids=names)
def test_no_file_is_long(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 400


@pytest.mark.parametrize("path", CODE, ids=names)
def test_no_function_is_long(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = code_lines(node)
            assert body <= 40, f"{node.name}: {body} lines of code"


def code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function without its signature and its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


DOCS = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "tests").rglob("README.md")),
]


@pytest.mark.parametrize("page", DOCS, ids=names)
def test_what_a_page_names_is_there(page: Path) -> None:
    code = "\n".join(re.findall(r"`([^`\n]+)`", page.read_text()))
    files = re.findall(r"(?<![\w./<>-])[\w/]+\.py\b", code)
    paths = re.findall(r"(?<![\w./<>-])(?:core|docs|tests|tui)/[\w/]+(?![\w/.<-])", code)
    missing = {file for file in files if not any(p.match(file) for p in (*CODE, *TESTS))}
    missing |= {path for path in paths if not (ROOT / path).is_dir()}
    assert not missing, f"{names(page)} names {missing}"


def test_the_packages_say_that_they_are_typed() -> None:
    assert all((ROOT / package / "py.typed").is_file() for package in ("core", "tui"))


def test_a_wheel_holds_the_two_packages_and_their_data(tmp_path: Path) -> None:
    from hatchling.builders.wheel import WheelBuilder

    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with ZipFile(wheel) as archive:
        files = {name for name in archive.namelist() if ".dist-info/" not in name}
    held = {
        names(path)
        for package in ("core", "tui")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert files == held
    assert {"core/py.typed", "tui/py.typed", "tui/app.tcss"} <= files

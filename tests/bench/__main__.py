"""Speed, memory and quality beside the peers: `python -m tests.bench [SIZE or FOLDER ...] [--json FILE]`.

Every measurement runs in a process of its own and is told in CPU seconds and in memory beyond the text. What
would take minutes is measured on a slice, and said so; of what takes milliseconds the middle one of several
runs is told. Sizes are S, M, L, XL and XXL; without one all five, in some ten minutes. The articles of a
folder are measured as those of S are.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from tests.bench.made import SIZES
from tests.bench.measures import MEASURES, store

_RUNS = 7
"""Processes of which the middle one counts on S: what takes milliseconds took thrice as long once."""
ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Run the measurements, each in a process of its own, and print one table for each size."""
    cli = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    cli.add_argument("sizes", nargs="*", help=f"S, {', '.join(SIZES)}, or a folder")
    cli.add_argument("--json", type=Path, help="also write what was measured to this file")
    cli.add_argument("--one", nargs=2, metavar=("MEASURE", "FOLDER"), help=argparse.SUPPRESS)
    given = cli.parse_args()
    if given.one:
        _measure(given.one[0], Path(given.one[1]), given.sizes)
        return
    measured: dict[str, dict[str, dict[str, object]]] = {}
    for size in given.sizes or ["S", *SIZES]:
        measured[size] = {}
        _say(f"\n## {size}\n")
        with TemporaryDirectory() as folder:
            _one("store", folder, size)
            for name in MEASURES:
                if name not in {"compare, loaded", "difflib"} or size not in SIZES:
                    measured[size][name] = _median(name, folder, 1 if size in SIZES else _RUNS)
                    _say(_line(name, measured[size]))
    if given.json:
        given.json.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _measure(name: str, folder: Path, sizes: list[str]) -> None:
    """Do one measurement in this process, or make the articles of a size."""
    if name == "store":
        store(sizes[0], folder)
        sys.stdout.write("{}")
    else:
        sys.stdout.write(json.dumps(MEASURES[name](folder)))


def _median(name: str, folder: str, runs: int) -> dict[str, object]:
    """The middle one of some runs by its CPU seconds, each in a process of its own."""
    measured = [_one(name, folder) for _ in range(runs)]
    return sorted(measured, key=lambda run: cast("float", run["cpu"]))[runs // 2]


def _one(name: str, folder: str, *sizes: str) -> dict[str, object]:
    command = [sys.executable, "-m", "tests.bench", *sizes, "--one", name, folder]
    run = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if run.returncode:
        why = run.stderr.strip().rpartition("\n")[2]
        raise SystemExit(f"{name} cannot be measured: {why}; is '.[dev,bench]' installed (make bench)?")
    result: dict[str, object] = json.loads(run.stdout)
    return result


def _line(name: str, measured: dict[str, dict[str, object]]) -> str:
    own = dict(measured[name])
    parts = [f"{name:15s}"]
    seconds = own.pop("cpu")
    assert isinstance(seconds, float)
    parts.append(f"{seconds:10.3f} s")
    if not name.startswith("compare"):
        whole = measured["compare"]["cpu"]
        assert isinstance(whole, float)
        parts.append(f"compare takes {whole / max(seconds, 1e-9):.4g} times that")
    parts += [
        f"{key} {value:.3f}" if isinstance(value, float) else f"{key} {value}" for key, value in own.items()
    ]
    return "  ".join(parts)


if __name__ == "__main__":
    main()

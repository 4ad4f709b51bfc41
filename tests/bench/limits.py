"""What the default limits let in, at its dearest: `python -m tests.bench.limits [ages] [distances] ...`.

CPU seconds and peak memory of one comparison, each in a process of its own: two articles that differ in one
word or figure of seventeen, together as long as the limits allow, every sentence full of what is judged.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_CHANGED = 1 / 17
"""Share of words and figures that the second article has otherwise."""
_MONTHS = ("January", "March", "April", "June", "July", "August", "October", "December")


def _word(random: Random) -> str:
    return "".join(random.choice(("ba", "den", "fo", "gil", "har", "kel", "mo", "tun")) for _ in range(3))


def _name(random: Random) -> str:
    return f"{_word(random).title()} {_word(random).title()}"


def _age(random: Random) -> str:
    return f"{_name(random)}, {random.randint(20, 80)}"


KINDS: dict[str, Callable[[Random], str]] = {
    "ages": lambda r: f"{_age(r)}, met {_age(r)}, and {_word(r).title()}, aged {r.randint(20, 80)}.",
    "distances": lambda r: (
        f"It lay {r.randint(2, 80)} miles from {_name(r)}, and held {r.randint(2, 900)} tonnes of {_word(r)}."
    ),
    "facts": lambda r: (
        f"On {r.randint(1, 28)} {r.choice(_MONTHS)} {_name(r)} told {_name(r)} that {r.randint(2, 900)} "
        f"{_word(r)} and {r.randint(2, 900)} {_word(r)} were lost at {_word(r).title()}: "
        f"“The {_word(r)} {_word(r)} {_word(r)} is gone.”"
    ),
    "quotations": lambda r: f"“The {_word(r)} {_word(r)} has a {_word(r)} of {_word(r)},” said {_name(r)}.",
}
"""Name -> a sentence."""


def texts(kind: str, size: int) -> tuple[str, str]:
    """Two near copies of so many bytes together, three sentences a paragraph."""
    random, told, length = Random(kind), [], 0  # noqa: S311 - not for secrets
    while length < 0.48 * size:
        told.append(" ".join(KINDS[kind](random) for _ in range(3)))
        length += len(told[-1].encode()) + 2

    def other(match: re.Match[str]) -> str:
        if random.random() > _CHANGED:
            return match.group()
        return str(random.randint(20, 80)) if match.group().isdigit() else _word(random)

    first = "\n\n".join(told)
    return first, re.sub(r"\b(?:\d+|[a-z]{6,})\b", other, first)


def main() -> None:
    """Compare each kind in a process of its own."""
    for kind in sys.argv[1:] or KINDS:
        command = f"from tests.bench.limits import one; one({kind!r})"
        subprocess.run([sys.executable, "-c", command], check=True)


def one(kind: str) -> None:
    """Compare one kind and print what it took."""
    from core.errors import SidelightError
    from core.model import Source
    from core.pipeline import compare
    from core.settings import Limits

    limits = Limits()
    sources = [Source.from_text(text, title=str(n)) for n, text in enumerate(texts(kind, limits.text_bytes))]
    began = time.process_time()
    try:
        found = compare(sources, limits=limits)
        told = f"{len(found.links)} links, {len(found.findings)} findings"
    except SidelightError as error:
        told = f"refused: {error}"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{kind:11s}{time.process_time() - began:6.1f} s  {peak:4.0f} MB  {told}\n")


if __name__ == "__main__":
    main()

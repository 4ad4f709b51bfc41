"""Longest time between two checks for cancelling: `python -m tests.bench.cancel [L] [XL] [XXL] [copies] ...`.

In CPU seconds, by stage: how long a comparison that was cancelled may run on. Beside the sizes of the
benchmark there are 2 MB of near copies, of text without spaces, and on one line. Without names, all but XXL.
"""

from __future__ import annotations

import sys
from random import Random
from typing import TYPE_CHECKING

from tests.bench.made import SIZES, make
from tests.bench.measures import Stages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_CHARACTERS = 1_000_000
"""Half of what the limits take: of text without spaces a third, for each takes three bytes."""


def _copies() -> list[str]:
    """Twenty articles with one word in a hundred changed."""
    words = make("L").texts[0][: _CHARACTERS // 10].split(" ")
    random = Random(1)  # noqa: S311 - not for secrets
    return [" ".join(w if random.random() < 0.99 else "zap" for w in words) for _ in range(20)]


def _unspaced() -> list[str]:
    """Two articles in a script without spaces, one character in ten changed."""
    random = Random(2)  # noqa: S311 - not for secrets
    story = [chr(0x4E00 + int(2_500 * random.random() ** 2)) for _ in range(_CHARACTERS // 3)]

    def told() -> str:
        signs = (c if random.random() > 0.1 else chr(0x4E00 + random.randrange(2_500)) for c in story)
        return "".join(
            c + ("。\n\n" if n % 100 == 99 else "。" * (n % 25 == 24)) for n, c in enumerate(signs)
        )

    return [told(), told()]


def _line() -> list[str]:
    """Two articles of one line."""
    return [text[:_CHARACTERS].replace("\n\n", " ") for text in make("L").texts]


MADE: dict[str, Callable[[], Sequence[str]]] = {
    **{size: lambda size=size: make(size).texts for size in SIZES},  # type: ignore[misc]
    "copies": _copies,
    "unspaced": _unspaced,
    "line": _line,
}
"""Name -> what makes the articles."""


def main() -> None:
    """Compare each and print the longest times."""
    from core.model import Source
    from core.pipeline import compare

    for name in sys.argv[1:] or [name for name in MADE if name != "XXL"]:
        sources = [Source.from_text(text, title=str(n)) for n, text in enumerate(MADE[name]())]
        compare([Source.from_text(sources[0].text[:2_000])])
        stages = Stages()
        compare(sources, progress=stages)
        stages("", 1.0)
        told = (f"{stage} {gap:.3f}" for stage, gap in stages.gaps.items())
        sys.stdout.write(f"{name:9s}{'  '.join(told)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()

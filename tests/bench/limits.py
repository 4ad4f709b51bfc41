"""What the default limits let in, at its dearest: `python -m tests.bench.limits [ages] [exports] ...`.

CPU seconds and peak memory, each in a process of its own: of whole comparisons, of reading and cutting what
is as long as a file may be, and of the exports of a comparison with thousands of findings.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

from tests.bench.dearest import COMPARED, READ

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.model import Comparison

EXPORTED = "an age each"
"""What is compared for the exports."""


def main() -> None:
    """Measure each in a process of its own."""
    for name in sys.argv[1:] or [*COMPARED, *READ, "exports"]:
        command = f"from tests.bench.limits import one; one({name!r})"
        subprocess.run([sys.executable, "-c", command], check=True)


def one(name: str) -> None:
    """Measure one and print what it took."""
    if name == "exports":
        _exported()
    elif name in READ:
        text = READ[name]()
        _told(name, partial(_cut, text))
    else:
        texts = COMPARED[name]()
        _told(name, partial(_found, texts))


def _told(name: str, measured: Callable[[], str]) -> None:
    """Print what something took, beside what it says."""
    before, began = _memory(), time.process_time()
    said = measured()
    spent = time.process_time() - began
    sys.stdout.write(f"{name:33s}{spent:6.1f} s {_memory():5.0f} MB ({before:.0f} before)  {said}\n")
    sys.stdout.flush()


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _compared(texts: list[str]) -> Comparison:
    from core.model import Source
    from core.pipeline import compare
    from core.settings import Limits, Settings

    sources = [Source.from_text(text, title=str(n)) for n, text in enumerate(texts)]
    return compare(sources, Settings(limits=Limits()))


def _found(texts: list[str]) -> str:
    from core.errors import LimitError

    size = sum(len(text.encode()) for text in texts) / 1e6
    try:
        found = _compared(texts)
    except LimitError as error:
        return f"{size:.2f} MB, refused: {error}"
    return f"{size:.2f} MB, {len(found.links)} links, {len(found.findings)} findings"


def _cut(text: str) -> str:
    from core.model import Source
    from core.segment import segment
    from core.settings import Limits

    cut = segment(Source.from_text(text), Limits())
    return f"{len(text.encode()) / 1e6:.1f} MB, {len(cut.paragraphs)} paragraphs"


def _exported() -> None:
    from core.export.csv import to_csv
    from core.export.html import to_html
    from core.export.json import to_json
    from core.export.markdown import to_markdown

    found = _compared(COMPARED[EXPORTED]())

    def size_of(write: Callable[[Comparison], str]) -> str:
        return f"{len(write(found).encode()) / 1e6:.1f} MB of {len(found.findings)} findings"

    for name, write in (
        ("Markdown", partial(to_markdown, full=True)),
        ("HTML", partial(to_html, full=True)),
        ("JSON", to_json),
        ("CSV", to_csv),
    ):
        _told(name, partial(size_of, write))


if __name__ == "__main__":
    main()

"""The footnotes of a report: where each paragraph that is quoted comes from."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from core.export.blocks import Block, Items, Place, Quote
from core.model import Comparison, Source


def notes(comparison: Comparison, blocks: Iterable[Block]) -> dict[Place, str]:
    """The footnotes that some blocks need, in the order of their first use.

    Returns:
        For each paragraph quoted: who published it, under which title, when, where, and which paragraph.
    """
    lists = (block.items for block in blocks if isinstance(block, Items))
    places = (item.place for items in lists for item in items if isinstance(item, Quote))
    called = origins(comparison.sources)
    return {place: _citation(comparison.source(place[0]), called[place[0]], place[1]) for place in places}


def origins(sources: Sequence[Source]) -> Mapping[str, str | None]:
    """What the files of sources are called, by ID: their names, or as they were given where two are alike."""
    given = {s.id: s.origin for s in sources}
    names = {n: PurePath(o).name if o and "://" not in o else o for n, o in given.items()}
    often = Counter(names.values())
    return {n: name if name and often[name] == 1 else given[n] for n, name in names.items()}


def note_name(place: Place) -> str:
    """The name of the footnote of a paragraph: A3 for the third of source A."""
    return f"{place[0]}{place[1] + 1}"


def _citation(source: Source, origin: str | None, paragraph: int) -> str:
    title = f"“{source.title}”" if source.title else None
    about = (title, source.outlet, source.published, origin, source.url, f"paragraph {paragraph + 1}")
    return f"{source.id}: {', '.join(value for value in about if value)}"

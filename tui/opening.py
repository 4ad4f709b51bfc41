"""What is shown while articles are first compared: their names, and how the first one begins. Pure."""

from collections.abc import Iterator, Sequence
from itertools import islice

from core.model import Source
from tui.cells import cut, display, wrap
from tui.ink import Line, Piece, Role
from tui.naming import name_of

_MARGIN = 2


def opening(sources: Sequence[Source], width: int, height: int) -> tuple[Line, ...]:
    """The names of the articles that were read, then the first one from its beginning, as it was written.

    Args:
        sources: The articles, read but not yet cut into sentences.
        width: Cells of a line.
        height: Lines there are room for.

    Returns:
        At most `height` lines.
    """
    return tuple(islice(_lines(sources, max(1, width - 2 * _MARGIN)), max(0, height)))


def _lines(sources: Sequence[Source], room: int) -> Iterator[Line]:
    for source in sources:
        yield _indented(cut(_name(source), room), Role.STRONG)
    yield ()
    for written in sources[0].text.splitlines():
        text = display(written)
        for start, end in wrap(text, 0, len(text), room) if text.strip() else ((0, 0),):
            yield _indented(text[start:end])


def _name(source: Source) -> str:
    """What an article is called before its title is known: its first line, which mostly is the title."""
    if source.title or source.outlet:
        return name_of(source)
    lines = (line.strip() for line in source.text.splitlines())
    return next((display(line) for line in lines if line), name_of(source))


def _indented(text: str, *roles: Role) -> Line:
    return (Piece(" " * _MARGIN + text, roles),)

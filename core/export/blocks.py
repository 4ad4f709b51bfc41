"""What a report is made of: blocks of plain text, which the writer of a format draws and escapes."""

from core.frozen import frozen

Place = tuple[str, int]
"""ID of a source and index of a paragraph, from 0."""


@frozen()
class Heading:
    """A heading."""

    level: int
    """1 for the title, 2 for a section, 3 for a point."""
    text: str
    """On one line."""


@frozen()
class Words:
    """A paragraph of our own."""

    text: str
    """On one line."""


@frozen()
class Table:
    """Short values."""

    head: tuple[str, ...]
    """The names of the columns."""
    rows: tuple[tuple[str, ...], ...]
    """The values, each on one line."""


@frozen()
class Quote:
    """What a source writes."""

    lead: str
    """Whose it is and where, said before the quotation."""
    text: str
    """The characters of the article."""
    strong: tuple[tuple[int, int], ...]
    """The words in it that differ or conflict: first character and one past the last."""
    place: Place
    """The paragraph that a footnote cites."""


@frozen()
class Remark:
    """A line of ours among the quotes."""

    lead: str
    """Of whom or what."""
    text: str
    """What is remarked."""
    quiet: bool = False
    """Whether it tells of an absence."""


@frozen()
class Items:
    """A list: what each source writes on one point."""

    items: tuple[Quote | Remark, ...]
    """At least one."""


Block = Heading | Words | Table | Items

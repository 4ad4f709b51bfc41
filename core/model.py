"""The values that pass between the stages, in the words of the product.

All are frozen. Offsets are characters (Python `str`) into a source's text, half-open. Scores are
floats from 0 to 100. Nothing here computes: only look-ups.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from core.safe import is_safe, make_safe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.settings import Settings


class ParagraphKind(StrEnum):
    """What a block of a source is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    NOISE = "noise"


class Status(StrEnum):
    """What the sources make of one passage."""

    AGREE = "agree"
    """Two or more sources tell it, no finding."""
    DIVERGE = "diverge"
    """At least one finding."""
    ONLY = "only"
    """One source alone tells it."""


class Wording(StrEnum):
    """How alike two accounts are worded."""

    SAME = "same"
    NEAR = "near"
    REWORDED = "reworded"


class FindingKind(StrEnum):
    """What the readings of a finding are."""

    __hash__ = str.__hash__  # that of an enumeration is a call in Python, of the name, not of the value

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    PLACE = "place"
    NEGATION = "negation"


class WordMark(StrEnum):
    """Who else has a run of words of a cell."""

    SHARED = "shared"
    """Every source of the passage."""
    PARTIAL = "partial"
    """Some of them."""
    OWN = "own"
    """This source alone."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of characters inside one paragraph; the unit of alignment."""

    start: int
    """First character."""
    end: int
    """One past the last; never white space before it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of one source, as the author set it."""

    index: int
    """Number in its source, from 0 (shown from 1)."""
    start: int
    """First character."""
    end: int
    """One past the last."""
    kind: ParagraphKind
    """What it is; noise is kept and shown, never aligned."""
    reason: str | None = None
    """Why it is noise, in words for the reader; None for everything else."""
    sentences: tuple[Sentence, ...] = ()
    """Its sentences, rising; together they hold every character that is not white space. Empty for noise."""


@dataclass(frozen=True, slots=True)
class Source:
    """One article. Make it with `from_text` or by `core.read`: both make the text safe.

    Raises:
        ValueError: the text or a name holds a character that could act on a terminal.
    """

    text: str
    """The decoded article: line ends are newlines, controls are visible signs, nothing else is changed."""
    title: str
    """Its headline, on one line; may be empty until the text is segmented."""
    id: str = ""
    """Its siglum (A, B, … Z, AA), given by `compare`; empty before."""
    origin: str | None = None
    """The path or URL it was read from, as it may be shown."""
    file: bytes | None = None
    """The path as the file system has it, by which it is read again. Bytes, for it may hold what must never
    reach a terminal, and where two names differ in that alone, `origin` leads to neither."""
    outlet: str | None = None
    """Who published it."""
    published: str | None = None
    """When, as an ISO 8601 date."""
    url: str | None = None
    """Where it can be read."""
    language: str | None = None
    """ISO 639-1 code, or None when not known."""
    markdown: bool | None = None
    """Whether the text is Markdown; None lets the segmentation look."""
    page: bool = False
    """Whether it was a web page: then `# ` and `- ` at the head of a block were put there by the reading, for
    headings and items, and nothing else in it is Markdown."""
    warnings: tuple[str, ...] = ()
    """What was changed or guessed while reading, one sentence each."""
    paragraphs: tuple[Paragraph, ...] = ()
    """Its blocks, rising, never overlapping; empty before `segment`."""
    checked: str = field(default="", repr=False, compare=False)
    """The text that was last found safe, so that `replace` on a source does not search the same text
    again."""

    def __post_init__(self) -> None:
        if self.checked is not self.text and not is_safe(self.text):
            raise ValueError("text of a source must go through Source.from_text")
        object.__setattr__(self, "checked", self.text)
        names = (self.title, self.origin, self.outlet, self.published, self.url, *self.warnings)
        if not all(is_safe(name, one_line=True) for name in names if name):
            raise ValueError("names and titles of a source must go through Source.from_text")

    @classmethod
    def from_text(  # noqa: PLR0913 - one keyword for each thing a reader may know of an article
        cls,
        text: str,
        *,
        title: str | None = None,
        origin: str | None = None,
        file: bytes | None = None,
        outlet: str | None = None,
        published: str | None = None,
        url: str | None = None,
        language: str | None = None,
        markdown: bool | None = None,
        page: bool = False,
        warnings: tuple[str, ...] = (),
    ) -> Source:
        """Make a source of any text whatever; what could act on a terminal becomes a visible sign.

        Each keyword is the field of that name, made safe like the text, whose line ends become newlines.
        Without a title, the text gives one when it is segmented.
        """
        clean, replaced = make_safe(text)
        if replaced:
            warnings = (*warnings, _signs_shown(replaced))
        return cls(
            clean,
            _one_line(title) or "",
            origin=_one_line(origin),
            file=file,
            outlet=_one_line(outlet),
            published=_one_line(published),
            url=_one_line(url),
            language=_one_line(language),
            markdown=markdown,
            page=page,
            warnings=tuple(make_safe(w, one_line=True)[0] for w in warnings),
        )


def _signs_shown(replaced: int) -> str:
    kind = "control, invisible or stacked"
    signs = f"1 {kind} character is" if replaced == 1 else f"{replaced} {kind} characters are"
    return f"{signs} shown as a sign"


def _one_line(name: str | None) -> str | None:
    return None if name is None else make_safe(name, one_line=True)[0]


@dataclass(frozen=True, slots=True)
class Cell:
    """A run of one or more whole sentences inside one paragraph of one source."""

    source: str
    """ID of the source."""
    paragraph: int
    """Index of the paragraph, from 0."""
    start: int
    """First character."""
    end: int
    """One past the last."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What raised or lowered the score of a link."""

    neighbours: bool = False
    """Whether the sentences around the two match as well."""
    place: bool = False
    """Whether they stand at the same place in both articles."""
    apart: bool = False
    """Whether the two articles have little in common, which lowered it."""
    rivals: tuple[Cell, ...] = ()
    """Better partners than the other end: that of the first sentence in the second article, then that of the
    second sentence in the first article; only those that there are."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two cells of different sources judged to tell the same thing."""

    a: Cell
    """The cell of the source that comes first."""
    b: Cell
    """The other one."""
    score: float
    """The chance in per cent that a reader confirms the pair."""
    grounds: Grounds = Grounds()
    """What raised or lowered it; `core.explain` tells the rest of why from the texts."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two sentences were linked, in terms a reader can follow."""

    wording: Wording
    """How alike they are worded."""
    shared: tuple[tuple[str, float], ...] = ()
    """The words they share, those that tell what happened first, and the share of evidence of each (0-1)."""
    notes: tuple[str, ...] = ()
    """What raised or lowered the score, in words: "neighbours also match", "same place", …"""


@dataclass(frozen=True, slots=True)
class Passage:
    """One row of the alignment: what each source has on one point."""

    id: str
    """P1, P2, … in the order of the first source."""
    cells: tuple[Cell, ...]
    """At most one for each source, in the order of the sources; never empty."""
    status: Status
    """Agree, diverge or only."""
    wording: Wording | None
    """How alike the cells are worded, at their least alike; None unless the sources agree."""
    moved: tuple[str, ...] = ()
    """IDs of the sources in which it stands at another place than its neighbours do."""
    findings: tuple[str, ...] = ()
    """IDs of its findings."""

    def cell(self, source: str) -> Cell | None:
        """What a source has on the point; None where it is silent."""
        return next((cell for cell in self.cells if cell.source == source), None)


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of words of a cell, and who else has it."""

    start: int
    """First character, in the text of the cell's source."""
    end: int
    """One past the last."""
    mark: WordMark
    """Shared, partial or own."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters of one source."""

    source: str
    """ID of the source."""
    start: int
    """First character."""
    end: int
    """One past the last."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One distinct value or wording at a point, and who carries it."""

    value: str
    """The value as a reader would write it."""
    sources: tuple[str, ...]
    """IDs of the sources that carry it, in order; one source may carry both readings of a self-conflict."""
    spans: tuple[Span, ...]
    """Where it stands; at least one for each source."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A point on which readings conflict."""

    id: str
    """F1, F2, … in the order of the passages."""
    kind: FindingKind
    """What conflicts."""
    passage: str | None
    """The passage it stands in; None for a self-conflict or one between cells that share no row."""
    label: str
    """What is counted, named or said, from the words around; never invented."""
    readings: tuple[Reading, ...]
    """At least two."""
    why: str = ""
    """The rule and the normalised values, in one line for a lay reader."""
    key: str = ""
    """Kind, label and values: an identity that survives small edits of the articles."""

    @property
    def subject(self) -> str:
        """The label, to stand beside the kind: what the kind says is not said again."""
        label = self.label.removeprefix("quotation " if self.kind is FindingKind.QUOTE else "")
        return "" if label == self.kind else label


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """The whole result: what a screen shows and an export writes. Equal only to itself."""

    sources: tuple[Source, ...]
    """The articles, segmented, with IDs."""
    passages: tuple[Passage, ...]
    """The rows, in the order of the first source."""
    links: tuple[Link, ...]
    """Every pair with a score from the threshold on, in the order of the sources; also those that no row
    shows."""
    findings: tuple[Finding, ...]
    """Every point on which readings conflict, in the order of the passages."""
    settings: Settings
    """What it was told."""
    weak: tuple[Link, ...] = ()
    """Pairs with a score from 20 up to the threshold: rivals, and what a lower threshold would link."""
    rarity: Mapping[str, float] = field(default_factory=dict)
    """How rare each stem is inside the articles that have it, at least .05: what a shared word weighs when a
    link is explained. A stem that it lacks counts 1."""

    def source(self, source_id: str) -> Source:
        """The source with this ID."""
        return self.sources[source_index(source_id)]

    def passage(self, passage_id: str) -> Passage:
        """The passage with this ID."""
        return self.passages[int(passage_id[1:]) - 1]

    def finding(self, finding_id: str) -> Finding:
        """The finding with this ID."""
        return self.findings[int(finding_id[1:]) - 1]

    def text(self, part: Cell | Span) -> str:
        """The characters of a cell or a span."""
        return self.source(part.source).text[part.start : part.end]


def source_id(index: int) -> str:
    """The siglum of the source at an index, counted from 0: A to Z, then AA, AB and so on."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def source_index(siglum: str) -> int:
    """The index, from 0, of the source with a siglum: the inverse of `source_id`."""
    index = 0
    for letter in siglum:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1

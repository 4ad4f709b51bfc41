"""What a comparison and a reading can be told, with the defaults that were measured."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from core.errors import SettingsError

_CODE = re.compile("[a-z]{2}")
_SHOWN = 80
"""Characters of a wrong setting that a message quotes."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read before a file or a folder is refused, and how much is compared at once."""

    file_bytes: int = 20_000_000
    """Largest file, in bytes."""
    files: int = 200
    """Most files in one comparison."""
    text_bytes: int = 800_000
    """Most text in one comparison, in bytes of UTF-8: some 160,000 words, or 200 long reports. In bytes, for
    text that sets no spaces takes three for a character and as much longer to align. Twice as much that is
    full of names, dates and numbers takes more than ten seconds."""
    lines: int = 60_000
    """Most lines with words in one comparison."""
    sentences: int = 60_000
    """Most sentences that are told apart in one article; past them, each paragraph is one."""
    pairs: int = 1_000_000
    """Most pairs of sentences that may turn out alike: of each two articles, the sentences of the one with
    fewer. It holds 200 articles of 50 sentences, and 20 of 5,000."""
    links: int = 12_000
    """Most links in one comparison: what the text in them allows where sentences are 125 letters long. 18,000
    of short sentences that tell one point over and over took 15 seconds."""
    linked_bytes: int = 2_500_000
    """Most text in the sentences of all links, both sides of each, in bytes of UTF-8: 18 copies of 8 KB. Each
    two copies are judged, and what that takes follows the length of what is linked."""
    markdown_chars: int = 2_000_000
    """Longest article, in characters, that is parsed as Markdown; a longer one is read as plain text."""
    markdown_lines: int = 50_000
    """Most lines, blank ones left out, of an article that is parsed as Markdown."""
    parse_seconds: float = 5.0
    """Longest time that a Markdown parser may take for one article before it is read as plain text. The two
    limits above stop it long before on any machine of today, so that a result does not hang on its speed."""

    def raised(self, given: Iterable[str]) -> "Limits":
        """These limits with some set by a reader.

        Args:
            given: Each as NAME=NUMBER, the name that of a field, as text_bytes=7000000.

        Raises:
            SettingsError: there is no such limit, or its number is none.
        """
        limits = self
        kinds = {one.name: type(getattr(limits, one.name)) for one in fields(self)}
        for one in given:
            name, _, number = one.partition("=")
            told = f"limit {one[:_SHOWN]!a}"
            if name not in kinds:
                raise SettingsError(f"{told}: give one of {', '.join(kinds)} as NAME=NUMBER")
            try:
                value = kinds[name](number)
            except ValueError:
                value = -1
            if not 0 <= value < float("inf"):
                whole = "a whole number" if kinds[name] is int else "a number"
                raise SettingsError(f"{told}: give {whole} from 0, as {name}={getattr(Limits(), name)}")
            limits = replace(limits, **{name: value})
        return limits


@dataclass(frozen=True, slots=True)
class Settings:
    """How sources are compared.

    Raises:
        SettingsError: a value is out of range.
    """

    threshold: float = 33.0
    """Least score, 0-100, of a link that counts. 33 is where F1 peaks on human links; 50 is cautious."""
    language: str | None = None
    """Language of the sources as an ISO 639-1 code; None finds it from each text. It chooses where sentences
    end, and the stems and word lists of the findings; a source that names its own keeps it."""

    limits: Limits | None = None
    """How much is compared; None compares whatever the machine can hold, and reads as by the defaults."""

    def __post_init__(self) -> None:
        if not 0 <= self.threshold <= 100:
            raise SettingsError(f"threshold {self.threshold:g} is out of range: give a number from 0 to 100")
        if self.language is not None and not _CODE.fullmatch(self.language):
            raise SettingsError(f"language {self.language!a} is no ISO 639-1 code: give two letters, as en")

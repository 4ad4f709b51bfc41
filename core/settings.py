"""What a comparison and a reading can be told, with the defaults that were measured."""

from dataclasses import dataclass

from core.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Settings:
    """How sources are compared.

    Raises:
        SettingsError: a value is out of range.
    """

    threshold: float = 33.0
    """Least score, 0-100, of a link that counts. 33 is where F1 peaks on human links; 50 is cautious."""
    language: str | None = None
    """Language of the sources as an ISO 639-1 code; None finds it from each text."""

    def __post_init__(self) -> None:
        if not 0 <= self.threshold <= 100:
            raise SettingsError(f"threshold {self.threshold:g} is out of range: give a number from 0 to 100")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read before a file or a folder is refused."""

    file_bytes: int = 20_000_000
    """Largest file, in bytes."""
    files: int = 200
    """Most files in one comparison."""
    lines: int = 300_000
    """Most lines with words in one article; a longer one is refused."""
    sentences: int = 300_000
    """Most sentences that are told apart in one article; past them, each paragraph is one."""
    markdown_chars: int = 2_000_000
    """Longest article, in characters, that is parsed as Markdown; a longer one is read as plain text."""
    markdown_lines: int = 50_000
    """Most lines, blank ones left out, of an article that is parsed as Markdown."""
    parse_seconds: float = 5.0
    """Longest time that a Markdown parser may take for one article before it is read as plain text. The two
    limits above stop it long before on any machine of today, so that a result does not hang on its speed."""

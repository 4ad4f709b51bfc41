"""What can go wrong, as a tree.

    SidelightError            one line a person can act on; the command line exits with 2
      ReadError               a file cannot be taken in: carries its path
      LimitError              articles that are too much for one comparison
      ExportError             a result cannot be written: carries its path
      SettingsError           a setting is out of range (also a ValueError)
    Cancelled                 not an error: the reader stopped a comparison

Misuse by a programmer is a plain ValueError.
"""


class SidelightError(Exception):
    """Something a reader can mend; the message says what, which file and what to do."""


class ReadError(SidelightError):
    """A file, folder or stream that cannot become a source."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        """The path as the reader gave it, made safe to print."""
        self.reason = reason
        """What is wrong and what to do, without the path."""
        self.file: bytes | None = None
        """The path as the file system has it, where it is known; never to be shown."""


class LimitError(SidelightError):
    """More than one comparison takes; the message names the limit."""


class ExportError(SidelightError):
    """A result that cannot be written where it was asked to go."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        """The path as the reader gave it, made safe to print."""
        self.reason = reason
        """What is wrong and what to do, without the path."""


class SettingsError(SidelightError, ValueError):
    """A setting that is out of its range."""


class Cancelled(Exception):  # noqa: N818 - nothing failed
    """Raised by a progress callback to stop a running comparison; `compare` lets it through."""

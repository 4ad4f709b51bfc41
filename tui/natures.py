"""What a row of the screen is, as one byte, and tables over it: 50,000 rows are asked at once."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from core.model import Finding, FindingKind, Passage, Status, Wording


class Show(StrEnum):
    """Which rows are shown."""

    ALL = "all"
    FINDINGS = "with findings"
    """Those with a finding, also one that stands between passages."""
    AGREE = "agree"
    """Those of several sources that conflict with nothing."""
    WEAK = "weak matches"
    """Those of several sources that fewer than half of readers would confirm."""
    ONLY = "only"
    """Those that one source alone tells."""
    ELSEWHERE = "told elsewhere"
    """Those of one source that a link joins with another row."""
    MOVED = "moved"
    """Those that stand at another place in a source."""
    LEFT_OUT = "left out"
    """Paragraphs that are no part of the report."""


_STATUS = {Status.AGREE: 1, Status.ONLY: 2, Status.DIVERGE: 3}
_KINDS = tuple(FindingKind)
_WORDINGS: tuple[Wording | None, ...] = (None, *Wording)


def nature(
    passage: Passage | None, wording: Wording | None, *, findings: bool, elsewhere: bool, weak: bool
) -> int:
    """What a row is.

    Args:
        passage: What it shows; None when it was left out of the comparison.
        wording: How its sources word it, when they are several.
        findings: Whether it has a finding, also one that stands between passages.
        elsewhere: Whether a link joins it with another row.
        weak: Whether it is a weak match.

    Returns:
        A byte: 0 to 3 by the status, 4 more with a finding, 8 when moved, 16 when another row tells it too,
        32, 64 or 96 by the wording, and 128 when it is a weak match.
    """
    status = _STATUS[passage.status] + 8 * bool(passage.moved) if passage is not None else 0
    return status + 4 * findings + 16 * elsewhere + 32 * _WORDINGS.index(wording) + 128 * weak


def kinds_of(findings: Iterable[Finding]) -> int:
    """The kinds of some findings, a bit each."""
    return sum({1 << _KINDS.index(finding.kind) for finding in findings})


def _where(holds: Callable[[int], bool]) -> bytes:
    """A table that translates the natures for which something holds to 1, the others to 0."""
    return bytes(map(holds, range(256)))


GRAVITY = bytes(3 if nature & 4 else nature & 3 for nature in range(256))
"""How grave each nature is: 0 left out, 1 agree, 2 only, 3 with a finding."""
SHOWN = {
    Show.ALL: bytes([1]) * 256,
    Show.FINDINGS: _where(lambda nature: GRAVITY[nature] == 3),
    Show.AGREE: _where(lambda nature: nature & 7 == 1),
    Show.WEAK: _where(lambda nature: nature & 128 == 128),
    Show.ONLY: _where(lambda nature: nature & 23 == 2),
    Show.ELSEWHERE: _where(lambda nature: nature & 23 == 18),
    Show.MOVED: _where(lambda nature: nature & 8 == 8),
    Show.LEFT_OUT: _where(lambda nature: nature & 3 == 0),
}
"""Which natures each way of filtering lets through."""
WORDED = {
    wording: bytes(nature >> 5 & 3 == n for nature in range(256)) for n, wording in enumerate(Wording, 1)
}
"""Which natures are of each wording."""
FOUND = _where(lambda nature: nature & 4 == 4)
"""Which natures have a finding."""
SORTS = (
    _where(lambda nature: nature & 135 == 1),
    _where(lambda nature: nature & 135 == 129),
    _where(lambda nature: nature & 3 == 3),
    _where(lambda nature: nature & 7 in (5, 6)),
    SHOWN[Show.ONLY],
    SHOWN[Show.ELSEWHERE],
)
"""Which natures are counted together: agree, agree by a weak match, diverge, conflict across rows, only, told
elsewhere."""
OF_KIND = {kind: bytes(kinds >> n & 1 for kinds in range(256)) for n, kind in enumerate(_KINDS)}
"""Which bytes of `kinds_of` hold each kind."""

"""A date as the fields that a text gives: only fields that both of two dates give are compared."""

from dataclasses import field

from core.findings.dates.zone import LOCAL
from core.findings.kind import Mention, Relation
from core.frozen import frozen

ABBREVIATED = 4
"""Letters of a zone at the most that one account may leave out: EST, but not "Tokyo time"."""
SLACK = 5
"""Minutes that two accounts of one moment may lie apart."""
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_SEASONS = ("spring", "summer", "autumn", "winter")
_MONTHS_OF = (range(3, 7), range(6, 10), range(9, 13), (12, 1, 2, 3))
"""Months of each season in the north, its first days and last days included."""


@frozen()
class When:
    """What a text gives of a date or a time of day; None for what it does not give."""

    year: int | None = None
    month: int | None = None
    """1-12."""
    day: int | None = None
    """1-31."""
    weekday: int | None = None
    """0 for Monday."""
    minute: int | None = None
    """Minutes after midnight."""
    half: bool = False
    """Whether the time may be twelve hours later."""
    early: int = 0
    """Minutes by which it may have been earlier: "before six", "around six"."""
    late: int = 0
    """Minutes by which it may have been later."""
    limit: bool = field(default=False, compare=False)
    """Whether a rule sets the time, so that another limit is another rule: "must close by 1 a.m."."""
    zone: str = ""
    """By which clock it is told: GMT, Tokyo's, or `LOCAL`; empty where it is not said."""
    season: int | None = None
    """0 for spring, 3 for winter."""
    decade: int | None = None
    """The first year of several."""
    span: int = 10
    """How many these are: ten, or the hundred of "the 1800s"."""
    period: str = ""
    """Whether it is a month or a year counted from now."""
    away: int = 0
    """How many of these it is away: 1 for the next."""

    @property
    def grain(self) -> str:
        """How exact it is: a clock time, a day, a weekday, a month, a season, or only years."""
        if self.minute is not None:
            return "clock"
        if self.day is not None:
            return "day"
        if self.weekday is not None:
            return "weekday"
        if self.period:
            return self.period
        return "month" if self.month is not None else "season" if self.season is not None else "year"


def compare(a: Mention, b: Mention) -> Relation:
    """Compare the fields that both give."""
    x, y = a.value, b.value
    if x.minute is not None and y.minute is not None:
        return _of_day(x, y, (y.minute - x.minute) % (720 if x.half or y.half else 1440))
    if x.period or y.period:
        return _from_now(x, y)
    common = [
        (p, q)
        for p, q in ((x.month, y.month), (x.day, y.day), (x.weekday, y.weekday))
        if p is not None and q is not None
    ]
    if x.year is not None and y.year is not None:
        common.append((x.year, y.year))
    fits: list[bool] = []
    if {x.season, y.season, x.decade, y.decade} != {None}:
        among = _in_season(x, y), _in_season(y, x), _in_decade(x, y), _in_decade(y, x), _one_decade(x, y)
        fits = [f for f in among if f is not None]
    if x.season is not None and y.season is not None:
        common.append((x.season, y.season))
    if any(p != q for p, q in common) or not all(fits):
        return Relation.CONFLICT
    return Relation.COMPATIBLE if fits else Relation.SAME if common else Relation.UNRELATED


def _of_day(x: When, y: When, later: int) -> Relation:
    """Compare two times of day, of which one is so much later, or the other by the rest of the cycle."""
    if not _one_clock(x.zone, y.zone):
        return Relation.UNRELATED
    cycle = 720 if x.half or y.half else 1440
    if x.limit and y.limit and SLACK < later < cycle - SLACK:
        return Relation.CONFLICT
    reached = later <= x.late + y.early + SLACK or cycle - later <= x.early + y.late + SLACK
    return Relation.SAME if not later else Relation.COMPATIBLE if reached else Relation.CONFLICT


def _one_clock(p: str, q: str) -> bool:
    """Whether two times may be told by one clock: the place's, which few name, or one that both name."""
    return p == q or {p, q} == {"", LOCAL} or (len(p + q) <= ABBREVIATED and not (p and q))


def _from_now(x: When, y: When) -> Relation:
    """Compare two periods counted from now.

    What is to come this year or the next is told of one thing; what was last year and is this year mostly of
    two. Last month was in last year in January alone.
    """
    if x.period == y.period:
        return Relation.CONFLICT if {x.away, y.away} == {0, 1} else Relation.COMPATIBLE
    return Relation.CONFLICT if x.period and y.period and x.away == y.away != 0 else Relation.UNRELATED


def _in_season(x: When, y: When) -> bool | None:
    """Whether the month of one can lie in the season of the other, north or south of the equator."""
    if x.season is None or y.month is None:
        return None
    return y.month in _MONTHS_OF[x.season] or y.month in _MONTHS_OF[(x.season + 2) % 4]


def _in_decade(x: When, y: When) -> bool | None:
    """Whether the year of one lies in the decade of the other."""
    return None if x.decade is None or y.year is None else x.decade <= y.year < x.decade + x.span


def _one_decade(x: When, y: When) -> bool | None:
    """Whether two decades, or a decade and a century, have a year in common."""
    if x.decade is None or y.decade is None:
        return None
    return x.decade < y.decade + y.span and y.decade < x.decade + x.span


def shared_fields(a: When, b: When) -> int:
    """How many of year, month and day are given by both and equal."""
    return sum(p is not None and p == q for p, q in ((a.year, b.year), (a.month, b.month), (a.day, b.day)))


def said(when: When) -> str:
    """A date as a reader would write it: 7 October 2023, October 2023, 14:30, Sunday."""
    if when.minute is not None:
        return f"{when.minute // 60}:{when.minute % 60:02}"
    if when.weekday is not None and when.day is None:
        return _DAYS[when.weekday]
    if when.period:
        return f"{('last', 'this', 'next')[when.away + 1]} {when.period}"
    if when.decade is not None:
        return f"{when.decade}s"
    month = _MONTHS[when.month - 1] if when.month else ""
    season = _SEASONS[when.season] if when.season is not None else ""
    return " ".join(str(part) for part in (when.day, month or season, when.year) if part)

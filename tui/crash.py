"""What is told when the program itself fails: short, with a place for the details, no text of an article."""

import traceback
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_state_path

from core.safe import make_safe
from core.version import VERSION


def crash_report(error: BaseException) -> str:
    """Write the log of a crash and say in three lines what happened.

    The log holds the calls that led to it without their variables; only the error's own message may quote
    what was worked on, so it is written to the log and not told.

    Args:
        error: What was raised.

    Returns:
        The kind of error, the line it comes from, and where the log is.
    """
    told = traceback.TracebackException.from_exception(error)
    last = told.stack[-1] if told.stack else None
    where = f" in {Path(last.filename).name}, line {last.lineno}" if last else ""
    log = user_state_path("sidelight") / "crash.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        head = f"Sidelight {VERSION}, {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n"
        log.write_text(head + "".join(told.format()), encoding="utf-8", errors="replace")
        place = f"The details are in {make_safe(str(log), one_line=True)[0]}"
    except OSError as refused:
        place = f"The details could not be written: {refused.strerror}"
    return (
        f"sidelight: {type(error).__name__}{where}: this is a fault of the program.\n"
        f"No article was changed. {place}\n"
        "Please report it with that file; it may quote what was being read."
    )

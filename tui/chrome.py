"""The lines around the list: title and counts, the sources, where the reader is, the keys. Pure."""

from collections.abc import Sequence
from typing import NamedTuple

from core.model import Comparison
from tui.cells import cut, display, width_of, wrap
from tui.filters import EVERYTHING
from tui.ink import Line, Piece, Role, fill, line_width
from tui.layout import EDGE, Layout, column_places
from tui.look import Look
from tui.naming import name_of, short_names
from tui.natures import Show
from tui.rows import Listing, Row
from tui.signs import Sign
from tui.state import Pane, View, ViewState

_NAMED = 10
"""Cells below which a name in the legend tells nothing: the letters stand alone then."""

_TITLE = 14
"""Cells below which a title tells nothing: the counts give way then."""


class Key(NamedTuple):
    """An entry of the footer."""

    key: str
    """The key as it is written."""
    says: str
    """What it does, in a word."""
    action: str
    """The action it runs."""


class Found(NamedTuple):
    """What the search found."""

    query: str
    hits: int | None
    rows: int
    at: int = 0
    """Which of these rows is under the cursor, from 1; 0 for none of them."""
    within: str = ""
    """ID of the only source that was searched; empty for all that are shown."""


def masthead(comparison: Comparison, look: Look, every: Listing, width: int) -> Line:
    """Title and counts of every row: as much of the counts as fits beside a title of some length.

    Of what is shown they say most, so the title gives way where the shortest ones would not fit.
    """
    title = display(comparison.source(look.shown[0]).title or "untitled")
    most, ways = max(width - 32, width // 2), _counts(look, every)
    least = ways[-1] if line_width(ways[-1]) + _TITLE <= width else ()
    counts = next((c for c in ways if line_width(c) <= most), least)
    room = max(0, width - line_width(counts) - 4)
    left = (Piece(" " + cut(title, room), (Role.STRONG,)),)
    return fill((*fill(left, width - line_width(counts) - 1), *counts), width)


def _counts(look: Look, every: Listing) -> list[Line]:
    """How many passages there are of each sort, the longest wording first; they add up to all.

    How many sources there are goes last.
    """
    by = every.counts
    all_ = f"{len(look.spread.ids)} source{'s' * (len(look.spread.ids) != 1)}"
    sources = f"{len(look.shown)} of {all_}" if look.hidden else all_
    brief = f"{len(look.shown)}/{all_}" if look.hidden else all_
    passages = f"{every.passages} passage{'s' * (every.passages != 1)}"
    heads = ((sources, passages), (sources,), (brief,))
    rows = [
        f"{Sign.AGREE} {by.agree} agree{f' + {by.weak} weak' * bool(by.weak)}",
        f"{Sign.DIVERGE} {by.diverge} diverge{f' + {by.across} across rows' * bool(by.across)}",
    ]
    whole = [*rows, f"{by.only} in one only"] + [f"{by.elsewhere} told elsewhere"] * bool(by.elsewhere)
    few = [f"{by.only} only"] + [f"{by.elsewhere} elsewhere"] * bool(by.elsewhere)
    short = [
        f"{by.agree}{f'+{by.weak}' * bool(by.weak)}{Sign.AGREE}",
        f"{by.diverge}{f'+{by.across}' * bool(by.across)}{Sign.DIVERGE}",
        *few,
    ]
    told = [_spaced(head, sorts) for sorts in (whole, [*rows, *few], short) for head in heads]
    return [*told, _spaced((), short)]


def _spaced(head: Sequence[str], sorts: Sequence[str]) -> Line:
    """What is counted, and the sorts of passages in their colours, two cells apart."""
    roles = (Role.AGREE, Role.DIVERGE, Role.ONLY, Role.ONLY)
    counted = [Piece(told, (role,)) for told, role in zip(sorts, roles, strict=False)]
    line = [part for piece in (*map(Piece, head), *counted) for part in (Piece("  "), piece)]
    return tuple(line[1:])


def legend(comparison: Comparison, look: Look, width: int, rail: int) -> Line:
    """The sources: above their columns where there are columns, else one after the other."""
    if look.view is View.COLUMNS:
        return fill(_heads(comparison, look, width - rail - EDGE), width)
    room = (width - 1) // len(look.shown) - 2
    if room < _NAMED:
        return _letters(comparison, look, width)
    line: list[Piece] = [Piece(" ")]
    for entry in _entries(comparison, look, look.shown, room):
        line += [entry, Piece("  ")]
    return fill(line, width)


def _letters(comparison: Comparison, look: Look, width: int) -> Line:
    """The letters of many sources, and the whole name of the chosen one."""
    line: list[Piece] = [Piece(" ")]
    for source in look.shown:
        line += [Piece(_letter(look, source), _roles(look, source), source), Piece(" ")]
    room = max(0, width - line_width(line) - 3)
    name = cut(f"{look.source}: {name_of(comparison.source(look.source))}", room)
    return fill((*line, Piece("  "), Piece(name, (Role.MUTED,))), width)


def _heads(comparison: Comparison, look: Look, width: int) -> Line:
    line: Line = ()
    places = column_places(width, len(look.columns))
    for entry, (left, _) in zip(_entries(comparison, look, look.columns, places[0][1]), places, strict=False):
        line = (*fill(line, left), entry)
    return fill(line, width)


def _entries(comparison: Comparison, look: Look, sources: Sequence[str], room: int) -> list[Piece]:
    """The letters of sources and their names, which stay apart however little room there is."""
    letters = [_letter(look, source) for source in sources]
    names = short_names(
        [name_of(comparison.source(source)) for source in sources], room - 1 - max(map(width_of, letters))
    )
    pairs = zip(sources, letters, names, strict=True)
    return [
        Piece(cut(f"{letter} {name}", room), _roles(look, source), source) for source, letter, name in pairs
    ]


def _letter(look: Look, source: str) -> str:
    return source + "*" * (source == look.shown[0])


def _roles(look: Look, source: str) -> tuple[Role, ...]:
    return (Role.CHOSEN if source == look.source else Role.STRONG,)


def rule(  # noqa: PLR0913 - one line tells of all of them
    look: Look, state: ViewState, rows: Listing, *, walked: Listing, width: int, plan: Layout
) -> Line:
    """The line under the legend: view, base, filter and threshold, and what stands beside the passages.

    Args:
        look: How things are shown.
        state: Where the reader is.
        rows: The rows that are shown.
        walked: Those whose findings are listed.
        width: Cells of the line.
        plan: What stands beside the passages.
    """
    found = f" {len(walked.stops)} finding{'s' * (len(walked.stops) != 1)} "
    over = state.pane is Pane.FINDINGS and not plan.rail
    rail = min(width, width_of(found) + 4) if over else plan.rail
    heads: list[Piece] = []
    for of, says, wide in ((Pane.ARTICLE, " article ", plan.context), (Pane.FINDINGS, found, rail)):
        head = cut(says, max(0, wide - 2))
        role = Role.CHOSEN if of is state.pane else Role.MUTED
        heads += [_ruled(min(2, wide)), Piece(head, (role,)), _ruled(wide - 2 - width_of(head))]
    noted = _noted(look, state, rows, width - rail - plan.context)
    line = [*heads, *noted] if over else [*noted, *heads]
    return tuple(piece for piece in line if piece.text)


def _ruled(cells: int) -> Piece:
    return Piece(Sign.RULE * max(0, cells), (Role.MUTED,))


def _noted(look: Look, state: ViewState, rows: Listing, width: int) -> list[Piece]:
    """What is shown and how, the longest wording that fits; a filter is never left out."""
    ways = [(way, note) for way in _ways_of_showing(look, state, rows) for note in _beyond(look)]
    fits = (pair for pair in ways if _cells(pair[0]) + 2 + width_of(pair[1]) <= width)
    told, beyond = next(fits, ways[-1])
    line = [_ruled(1)] if told else []
    for part in told:
        role = Role.STRONG if part.startswith("show: ") and state.only != EVERYTHING else Role.MUTED
        line.append(Piece(f" {cut(part, width - 3)} ", (role,)))
    left = max(0, width - line_width(line))
    note = cut(beyond, left)
    return [*line, _ruled(left - width_of(note)), Piece(note, (Role.MUTED,))]


def _cells(way: Sequence[str]) -> int:
    """Cells of what is told, a space on either side of each part."""
    return sum(width_of(part) + 2 for part in way)


def _ways_of_showing(look: Look, state: ViewState, rows: Listing) -> list[tuple[str, ...]]:
    """View, base, threshold and filter, the longest wording first."""
    comparison = look.spread.comparison
    view, base = look.view.value, f"base {look.shown[0]}"
    match = f"match: {comparison.settings.threshold:.0f}"
    if state.only == EVERYTHING and not look.hidden:
        return [(view, base, "show: all", match), (view, base, match), (view, match), (view,), ()]
    show = f"show: {_filter(state, rows, comparison, bool(look.hidden))}"
    of_what, short = f"{show.removesuffix(')')} passages)", show.partition(" (")[0]
    long = of_what if short != show and state.only.show is not Show.LEFT_OUT else show
    return [
        (view, base, long, match),
        (view, base, show, match),
        (view, show, match),
        (view, show),
        (show,),
        (short,),
    ]


def _beyond(look: Look) -> tuple[str, str]:
    """The sources without a column in sight, and those that are hidden; shorter, without how to see them."""
    out = [i for i in look.shown if i not in look.columns] if look.view is View.COLUMNS else []
    more, hidden = " ".join(out), " ".join(look.hidden)
    long = f" more columns: {more}  (h l) " * bool(more) + f" hidden: {hidden}  (X shows all) " * bool(hidden)
    return long, f" more: {more} " * bool(more) + f" hidden: {hidden} " * bool(hidden)


def status(  # noqa: PLR0913 - one line tells of all of them
    look: Look,
    rows: Listing,
    row: Row | None,
    *,
    every: Listing,
    found: Found,
    width: int,
    turned: str = "",
) -> Line:
    """Where the reader is: passage, finding, paragraphs, and at the right how sure the row is; the search.

    Of each side the longest wording that fits is taken.
    """
    places = _search(found, row, turned) if found.query else _where(look, rows, row, every, turned)
    score = look.spread.strengths.get(row.key) if row is not None else None
    scores = ["" if score is None or found.query else f"score {score:.0f}", ""]
    pairs = [(place, told) for told in scores for place in places]
    least = (cut(places[-1], max(0, width - 1)), "")
    left, right = next((p for p in pairs if _both(*p) <= width), least)
    whole = fill((Piece(" " + left),), width - width_of(right) - 1)
    return fill((*whole, Piece(right, (Role.MUTED,))) if right else whole, width)


def said(words: str, width: int) -> tuple[Line, ...]:
    """What is told in passing, in place of the status line: wrapped, so that none of it is lost."""
    text = display(words)
    lines = wrap(text, 0, len(text), max(4, width - 2))
    return tuple(fill((Piece(" "), Piece(text[a:b], (Role.STRONG,))), width) for a, b in lines)


def _both(left: str, right: str) -> int:
    """Cells of the two sides of the status line."""
    return 1 + width_of(left) + (2 + width_of(right) + 1 if right else 0)


def _search(found: Found, row: Row | None, turned: str) -> list[str]:
    """What a search found, the longest wording first; a walk that went on from the other end says so."""
    query = display(found.query)
    at = f"{row.key}  " if row else ""
    within = f" in {found.within}" if found.within else ""
    if found.hits is None:
        return [f"{at}“{query}”: searching", f"“{cut(query, 12)}”: searching"]
    if not found.hits:
        return [f"{at}“{query}”: no hits{within}", f"“{cut(query, 12)}”: no hits{within}"]
    told = f"{found.hits} hit{'s' * (found.hits != 1)}{within}"
    if not found.rows:
        return [f"{at}“{query}”: {told}, none in the rows shown", f"“{cut(query, 12)}”: {told}, none shown"]
    rows = f" in {found.rows} passage{'s' * (found.rows != 1)}"
    if found.at and found.rows > 1:
        rows = f", passage {found.at} of {found.rows}"
    end = f", {turned}" if turned else ""
    return [
        f"{at}“{query}”: {told}{rows}{end or ', n and N walk them'}",
        f"{at}“{query}”: {told}{rows}{end}",
        f"“{cut(query, 12)}”: {told}{rows}{end}",
        f"“{cut(query, 8)}”: {told}{end}",
    ]


def _filter(state: ViewState, rows: Listing, comparison: Comparison, hiding: bool) -> str:
    only = state.only
    other = only.kind or only.source or only.wording
    parts = [only.show.value if only.show is not Show.ALL or not other else ""]
    parts += [only.kind.value if only.kind else "", f"in {only.source}" if only.source else ""]
    parts += [only.wording.value if only.wording else ""]
    told = ", ".join(p for p in parts if p)
    if only.show is Show.LEFT_OUT:
        return f"{told} ({len(rows)})"
    count = f"{rows.passages} of {len(comparison.passages)}"
    if only == EVERYTHING:
        return count if hiding and rows.passages < len(comparison.passages) else told
    return f"{told} ({count})"


def _where(look: Look, rows: Listing, row: Row | None, every: Listing, turned: str) -> list[str]:
    """Where the reader is, the longest wording first; a walk that went on from the other end says so."""
    if row is None:
        return ["nothing to show with this filter: Esc shows all", "nothing to show: Esc"]
    if row.passage is None:
        place = f"{row.source} ¶{row.paragraph.index + 1 if row.paragraph else 0}"
        return [f"{place}, left out of the comparison", f"{place}, left out"]
    number = _number(every, look.finding or rows.met(rows.place(row.key)))
    key = [row.key, f"{rows.kind or 'finding'} {number}"] if number else [row.key]
    short = [row.key, f"{Sign.DIVERGE} {number}"] if number else [row.key]
    if turned:
        key, short = [*key, turned], [*short, turned]
    places = ", ".join(f"{c.source} ¶{c.paragraph + 1}" for c in row.passage.cells)
    ways = ([*key, places], key, short)
    return ["  ".join(way) for way in ways]


def _number(every: Listing, finding: str | None) -> str:
    """Which of all findings one is, or of all of its kind when only they are shown: the same in each view."""
    if finding is None or finding not in every.number:
        return ""
    return f"{every.number[finding] + 1} of {len(every.stops)}"


def footer(keys: Sequence[Key], width: int) -> tuple[tuple[Key, int, int], ...]:
    """Choose and place the keys that fit, whole; the last two are the first to be kept.

    Args:
        keys: What could be shown, in order of worth; help and quit last.
        width: Cells of the line.

    Returns:
        Each key that is shown, its first cell and one past its last.
    """
    widths = [width_of(f"{k.key} {k.says}") for k in keys]
    kept = list(range(len(keys)))
    while kept and 1 + sum(widths[n] + 2 for n in kept) - 2 > width:
        kept.pop(-3 if len(kept) > 2 else 0)
    placed = []
    left = 1
    for n in kept:
        placed.append((keys[n], left, left + widths[n]))
        left += widths[n] + 2
    return tuple(placed)


def footer_line(keys: Sequence[Key], width: int) -> Line:
    """The footer as a line."""
    line: Line = ()
    for key, left, _ in footer(keys, width):
        line = (*fill(line, left), Piece(key.key, (Role.KEY,)), Piece(f" {key.says}", (Role.MUTED,)))
    return fill(line, width)

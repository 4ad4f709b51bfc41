"""Passages and findings in words: headers, readings and who carries them. Pure."""

from collections.abc import Mapping, Sequence
from itertools import islice, takewhile

from core.across import rivals
from core.clusters import one_text
from core.model import Finding, FindingKind, Passage, Status, Wording
from core.ties import SURE, in_part, tellers, told_in
from tui.cells import display, width_of
from tui.ink import Role, Words
from tui.look import Look, coverage, paragraph_at
from tui.rows import Row
from tui.signs import Sign
from tui.state import View

_ROLES = {Status.AGREE: Role.AGREE, Status.DIVERGE: Role.DIVERGE, Status.ONLY: Role.ONLY}
_WORDING = {
    None: "agree",
    Wording.SAME: "agree, in the same words",
    Wording.NEAR: "agree, in nearly the same words",
    Wording.REWORDED: "agree, in other words",
}

_APART = (6, 3, 1)
"""Words of a quotation that are told above it, where it parts from another: the first number that fits."""
_PLACES = 3
"""Places of a reading that are named: a name in forty paragraphs must not hide the text."""
_AGAIN = 4
"""Other rows of a finding that are named."""
_PLACED = 4
"""Sources of a reading that are told with their paragraphs: of more, that all write it is what counts."""


def sign_of(row: Row) -> tuple[str, Role]:
    """The sign of a row and its role: one that conflicts with another never looks like one that agrees.

    A weak match has a second sign, and not the colour of those that surely agree.
    """
    own = row.passage.status if row.passage else Status.DIVERGE
    status = Status.DIVERGE if row.findings else own
    if not row.weak or status is not own:
        return Sign[status.name], _ROLES[status]
    return Sign[status.name] + Sign.WEAK, Role.MUTED if status is Status.AGREE else _ROLES[status]


def header(look: Look, row: Row, passage: Passage) -> Words:
    """Sign, ID, coverage and status of the passage of a row."""
    sign, role = sign_of(row)
    against, tied = _against(look, row, passage), _tied(look, passage)
    says = _says(look, row, passage, against)
    words = Words().add(f"{sign} {passage.id}  {coverage(look, passage)}  {says}", role)
    rows = {key: told for key, told in tied.items() if key not in against}  # a row is named once
    if passage.status is Status.ONLY and rows:
        words = words.add(f"  {_told(look, passage, rows)}", Role.MUTED)
    if passage.moved:
        words = words.add(f"  moved in {_moved(look, passage)}", Role.MUTED)
    seen = look.columns if look.view is View.COLUMNS else look.shown
    beyond = [c.source for c in passage.cells if c.source not in seen]
    if 0 < len(beyond) < len(passage.cells):
        words = words.add(f"  also in {' '.join(beyond)}", Role.MUTED)
    if passage.id in look.marked:
        words = words.add("  marked\u00a0*", Role.STRONG)
    return words


def _moved(look: Look, passage: Passage) -> str:
    """The sources in which a passage is moved; of one, its paragraph in the source that leads and there."""
    own = {c.source: paragraph_at(look.spread, c.source, c.start) for c in passage.cells}
    here = own.get(look.shown[0]) or next(iter(own.values()))
    there = own.get(passage.moved[0], here) if len(passage.moved) == 1 else here
    return " ".join(passage.moved) + (f" (¶{here} > ¶{there})" if there != here else "")


def absent(look: Look, row: Row, passage: Passage, source: str) -> str:
    """What is said of a source without a cell in a passage: where it is told, or that it is not."""
    places = (rows for f in row.findings for rows in look.spread.places[f.id])
    held = (key for rows in places for key, who in rows.items() if source in who)
    carries = any(source in reading.sources for f in row.findings for reading in f.readings)
    told = told_in(source, look.spread.elsewhere.get(passage.id, {}), held, carries=carries)
    return told.replace("perhaps told", "perhaps") or "not reported"


def _says(look: Look, row: Row, passage: Passage, against: Mapping[str, str]) -> str:
    """The status in words; of a row without a finding of its own, first which rows it conflicts with."""
    if passage.status is Status.DIVERGE or not row.findings:
        return _status(look, row, passage)
    told = f"conflicts with {_first([*against.values()])}" if against else "self-conflict"
    return f"{told}; here {_status(look, row, passage).removesuffix(' here')}"


def _against(look: Look, row: Row, passage: Passage) -> dict[str, str]:
    """The rows that hold another reading than this one, by ID: each with who tells it."""
    return _named(look, rivals((look.spread.places[f.id] for f in row.findings), passage.id))


def _tied(look: Look, passage: Passage) -> dict[str, str]:
    """The rows that links join a passage with, by ID: each with whose cells it has."""
    others = look.spread.elsewhere.get(passage.id, {})
    return _named(look, {row: [cell.source for cell in other.cells] for row, other in others.items()})


def _named(look: Look, rows: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Rows with those of their sources that are shown; a row of hidden ones alone is left out."""
    seen = {row: [source for source in own if source not in look.hidden] for row, own in rows.items()}
    return {row: f"{row} ({' '.join(own)})" for row, own in seen.items() if own}


def _first(rows: Sequence[str], most: int = 2) -> str:
    return ", ".join(rows[:most]) + (f" {Sign.MORE}" if len(rows) > most else "")


def in_rows(look: Look, finding: Finding, row: str) -> str:
    """In how many rows a finding is told, or in which it is met, to stand in one of them; nothing of one."""
    rows = look.rows.again.get(finding.id, ())
    return "" if not rows else f", in {len(rows)} rows" if row == rows[0] else f", as in {rows[0]}"


def _status(look: Look, row: Row, passage: Passage) -> str:
    """The status in words; a row that hangs together by a weak link says so."""
    if passage.status is Status.ONLY:
        if _tied(look, passage):
            return f"{passage.cells[0].source} here"
        others = len(look.spread.comparison.passage(passage.id).cells) > 1
        return f"only {passage.cells[0].source}{' of those shown' if others else ''}"
    weak = ", weak match" * row.weak
    if passage.status is Status.DIVERGE:
        return f"diverge{weak}"
    told = (*(cell.source for cell in passage.cells), *tellers(passage, look.spread.elsewhere))
    one = ", one wire text" if look.wires and one_text(told, look.wires) else ""
    return f"{_WORDING[passage.wording]}{one}{weak}"


def _told(look: Look, passage: Passage, rows: Mapping[str, str]) -> str:
    """In which rows a passage of one source is told too, all or a part; by weak links alone, perhaps."""
    others = look.spread.elsewhere[passage.id]
    seen = (told for told in others.values() if any(c.source not in look.hidden for c in told.cells))
    part = " in part" if in_part(look.spread.comparison, passage.cells[0], seen) else ""
    sure = [told for key, told in rows.items() if others[key].sure]
    return f"{'' if sure else 'perhaps '}told elsewhere{part}, in {_first(sure or [*rows.values()])}"


def pointer(look: Look, finding: Finding) -> Words:
    """A sign beside the finding under the cursor."""
    here = finding.id == look.finding
    return Words().add(f"  {Sign.HERE if here else ' '} ", Role.DIVERGE)


def label_of(finding: Finding) -> str:
    """What conflicts, to stand after the kind."""
    return display(finding.subject)


def also_in(look: Look, finding: Finding, row: str) -> str:
    """The other rows that tell a finding, to stand behind it; the next ones first, as they are gone to."""
    rows = _others(look, finding, row)
    return f"also in {_first(rows, _AGAIN)}" if rows else ""


def _others(look: Look, finding: Finding, row: str) -> tuple[str, ...]:
    """The other rows that tell a finding, from the one behind a row on, round at the end."""
    rows = look.rows.again.get(finding.id, ())
    at = rows.index(row) if row in rows else -1
    return (*rows[at + 1 :], *rows[: max(at, 0)])


def in_words(look: Look, finding: Finding, row: str, width: int) -> list[Words]:
    """What conflicts in a row, who says which, and in which other rows it is told."""
    lines = _in_words(look, finding, width)
    if not (also := also_in(look, finding, row)):
        return lines
    whole = lines[0].add(f"  {also}", Role.MUTED)
    fits = len(lines) == 1 and width_of(whole.text) <= width  # behind the last of several it is not of all
    return [whole] if fits else [*lines, Words().add(also, Role.MUTED)]


def _in_words(look: Look, finding: Finding, width: int) -> list[Words]:
    """Kind, label, and each reading with who carries it: on one line, or a line for each when it is long."""
    kind = Words().add(f"{finding.kind.value}  ", Role.MUTED)
    label = kind.add(f"{said}: ") if (said := label_of(finding)) else kind
    values = [display(reading.value) for reading in finding.readings]
    if not _read_below(look, finding):
        line, below = _carried(look, finding, label, values)
        return [line] if width_of(line.text) <= width else [label, *below]
    for most in _APART:
        apart = _apart(values, most)
        for start in (label, kind) if apart else ():
            line, _ = _carried(look, finding, start, apart)
            if width_of(line.text) <= width:
                return [line]
    return [label.add(" / ".join(who(look, finding, n) for n in range(len(values))))]


def brief(look: Look, finding: Finding, row: str, width: int) -> Words:
    """Kind, and each reading with who carries it, on one line; of quotations the words where they part."""
    kind = Words().add(f"{finding.kind.value}{in_rows(look, finding, row)}  ", Role.MUTED)
    values = [display(reading.value) for reading in finding.readings]
    ways = [_apart(values, most) for most in _APART] if finding.kind is FindingKind.QUOTE else []
    label = kind.add(f"{said}: ") if (said := label_of(finding)) else kind
    starts = [(start, way) for way in (*filter(None, ways), values) for start in (label, kind)]
    lines = [_carried(look, finding, start, way)[0] for start, way in starts]
    return next((x for x in lines if width_of(x.text) <= width), lines[1]).cut_to(width)


def leads(look: Look, row: Row) -> tuple[str, ...]:
    """IDs of the rows that a row points to: first where the chosen source tells it, if it is silent here."""
    if row.passage is None:
        return ()
    silent = [i for i in look.shown if row.passage.cell(i) is None]
    silent.sort(key=lambda i: i != look.source)
    told = [_where(look, row, row.passage, i) for i in silent]
    own = told[:1] if look.source in silent else []
    again = (key for finding in row.findings for key in _others(look, finding, row.key))
    keys = (*own, *_against(look, row, row.passage), *again, *_tied(look, row.passage), *told)
    return tuple(key for key in dict.fromkeys(keys) if key and key != row.passage.id)


def _where(look: Look, row: Row, passage: Passage, source: str) -> str:
    """The row in which a source tells a passage that it has no cell in, surely if it can be; or none."""
    others = look.spread.elsewhere.get(passage.id, {})
    tied = [key for key, other in others.items() if any(cell.source == source for cell in other.cells)]
    places = (rows for f in row.findings for rows in look.spread.places[f.id])
    held = (key for rows in places for key, who in rows.items() if source in who)
    sure = next((key for key in tied if others[key].score >= SURE), "") or next(held, "")
    return sure or next(iter(tied), "")


def _carried(
    look: Look, finding: Finding, label: Words, values: Sequence[str]
) -> tuple[Words, Sequence[Words]]:
    """What is told of each reading, and who carries it: on one line behind the label, and on lines below."""
    words, lines = label, []
    for n, value in enumerate(values):
        carriers = f" ({who(look, finding, n)})"
        words = (words.add(" / ", Role.MUTED) if n else words).add(value, Role.DIVERGE).add(carriers)
        lines.append(Words().add(value, Role.DIVERGE).add(carriers))
    return words, lines


def _apart(values: Sequence[str], most: int) -> list[str]:
    """The words of each value between those that all begin and end with, so many of them where they part.

    None when they share neither, or when what is left of them is the same.
    """
    split = [value.strip("“”…").split() for value in values]
    least = min(map(len, split))
    first = _alike(split, least)
    last = _alike([words[::-1] for words in split], least - first)
    if not first + last:
        return []
    if first + last == least:  # one lacks what the others add: the words around it show where
        first, last = max(first - 1, 0), max(last - 1, 0)
    apart = [words[first : len(words) - last] for words in split]
    parts = [words[:most] if first else words[-most:] for words in apart]
    if not all(parts) or len(set(map(tuple, parts))) < len(parts):
        return []
    return [
        _elided(part, len(part) < len(words), first, last) for part, words in zip(parts, apart, strict=True)
    ]


def _elided(words: Sequence[str], shortened: bool, first: int, last: int) -> str:
    """Words of a quotation, with signs of what stands before and after them."""
    before = first > 0 or shortened
    after = last > 0 or (shortened and first > 0)
    return f"“{'…' * before}{' '.join(words).rstrip('.,;:' if after else ',;:')}{'…' * after}”"


def _alike(split: Sequence[Sequence[str]], most: int) -> int:
    """How many words all of some begin with, whatever their case and marks; at most so many."""
    bare = ({word.strip(".,;:!?…“”").casefold() for word in column} for column in zip(*split, strict=False))
    return sum(1 for _ in takewhile(lambda column: len(column) == 1, islice(bare, most)))


def _read_below(look: Look, finding: Finding) -> bool:
    """Whether the quotations that conflict are read whole in the cells of the row: once is enough."""
    if finding.kind is not FindingKind.QUOTE or look.view not in (View.COLUMNS, View.READINGS):
        return False
    seen = set(look.columns if look.view is View.COLUMNS else look.shown)
    carried = all(seen.intersection(reading.sources) for reading in finding.readings)
    return carried and _in_one_passage(look, finding)


def who(look: Look, finding: Finding, n: int) -> str:
    """Who carries a reading; with paragraph numbers when they are few and not all in one passage."""
    reading = finding.readings[n]
    if len(reading.sources) > _PLACED or _in_one_passage(look, finding):
        return " ".join(reading.sources)
    places = dict.fromkeys((s.source, paragraph_at(look.spread, s.source, s.start)) for s in reading.spans)
    firsts = {place[0]: place for place in reversed(places)}.values()  # each source is named
    few = list(dict.fromkeys((*firsts, *places)))[: max(_PLACES, len(firsts))]
    told = ", ".join(f"{source}\u00a0¶{number}" for source, number in places if (source, number) in few)
    return f"{told} and {len(places) - len(few)} more" if len(few) < len(places) else told


def _in_one_passage(look: Look, finding: Finding) -> bool:
    """Whether every reading stands in the cells of the finding's own passage and nowhere else."""
    if finding.passage is None:
        return False
    own = {c.source: c for c in look.spread.comparison.passage(finding.passage).cells}
    spans = ((own.get(s.source), s) for r in finding.readings for s in r.spans)
    return all(cell and cell.start <= span.start and span.end <= cell.end for cell, span in spans)

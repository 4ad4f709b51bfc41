"""Why passages were matched and why a finding was made, in lines for a lay reader. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import compress
from operator import not_

from core.model import Cell, Link, Passage, Wording
from tui.boxes import cell_inks
from tui.cells import display
from tui.desk import Desk
from tui.ink import Role, Words
from tui.look import Look, paragraph_at
from tui.naming import name_of
from tui.pages import ArticleSheet, Searched, WordSheet
from tui.rows import Row
from tui.signs import Sign
from tui.telling import absent, also_in, header, label_of, who

_RIVALS = 5
"""Rivals of a passage that are named."""
_VALUES = 12
"""Values of a kind that are named of those which not all sources write: two lines or three."""
_WORDING = {
    Wording.SAME: "in the same words",
    Wording.NEAR: "in nearly the same words",
    Wording.REWORDED: "in other words",
}


def why(look: Look, row: Row) -> tuple[Words, ...]:
    """Why a row is what it is: its findings, its links with their evidence, and the links that came near."""
    if row.passage is None:
        reason = row.paragraph.reason if row.paragraph else None
        return (Words().add(f"{row.source}: left out of the comparison: {display(reason or 'no report')}."),)
    whole = replace(look, columns=look.spread.ids)  # here no source is out of sight
    lines = [header(whole, row, row.passage), Words(), *_findings(look, row)]
    lines += _uneven(look, row.passage)
    told = len(lines)
    near, least = look.spread.matches.touching(row.passage), look.spread.comparison.settings.threshold
    own = [_inside(x.a, row.passage) and _inside(x.b, row.passage) and x.score >= least for x in near]
    links = [*compress(near, own)]
    if links:
        scale = "Matched sentences; the number is the chance in 100 that a reader would confirm the pair"
        lines.append(Words().add(scale, Role.MUTED))
    for link in sorted(links, key=lambda x: -x.score):
        lines += _link(look, link)
    rivals = [*_rivals(look, row.passage, [*compress(near, map(not_, own))])]
    if len(lines) == told and rivals:
        rivals = rivals[1:]  # an empty line stands there
    if len(lines) == 2 and not rivals:
        rivals.append(Words().add("No other source has a sentence that matches this one."))
    return (*lines, *rivals)


def zoomed(look: Look, row: Row) -> tuple[Words, ...]:
    """The cell of the chosen source in a row, whole, with what conflicts in it below."""
    if row.passage is None:
        p = row.paragraph
        text = look.spread.texts[row.source][p.start : p.end] if p else ""
        return (Words().add(f"{row.source}: left out of the comparison", Role.MUTED), Words(), Words(text))
    head, conflicts = (header(look, row, row.passage), Words()), [*_findings(look, row)]
    cell = row.passage.cell(look.source)
    if cell is None:
        silent = Words().add(f"{look.source}: {absent(look, row, row.passage, look.source)}", Role.MUTED)
        return (*head, silent, Words(), *conflicts)
    words = Words(look.spread.texts[cell.source][cell.start : cell.end])
    inks = (
        i._replace(start=i.start - cell.start, end=i.end - cell.start) for i in cell_inks(look, row, cell)
    )
    place = Words().add(f"{_place(look, cell)}  ", Role.STRONG)
    place = place.add(name_of(look.spread.comparison.source(cell.source)), Role.MUTED)
    return (*head, place, replace(words, inks=tuple(inks)), Words(), *conflicts)


Page = tuple[str, Searched, int]
"""What a dialog shows: a title, the words, and the row to begin with."""


def article_of(desk: Desk) -> Page:
    """The article of the passage under the cursor: a title, the article, and the paragraph to begin with."""
    cell = desk.cell
    if cell is None:
        return "", WordSheet(()), -1
    title = f"{cell.source}: {desk.spread.comparison.source(cell.source).title}"
    return title, ArticleSheet(desk.look, cell), cell.paragraph


def cell_of(desk: Desk) -> Page:
    """What the chosen source has in the row under the cursor, alone, with a title."""
    row = desk.row
    if row is None:
        return "", WordSheet(()), -1
    return f"{row.key} in {desk.state.source}", WordSheet(zoomed(desk.look, row)), -1


def _inside(cell: Cell, passage: Passage) -> bool:
    return any(c.source == cell.source and c.start <= cell.start < c.end for c in passage.cells)


def _findings(look: Look, row: Row) -> Iterator[Words]:
    for finding in row.findings:
        what = " ".join(part for part in (Sign.DIVERGE, finding.kind.value, label_of(finding)) if part)
        yield Words().add(what, Role.DIVERGE)
        for n, reading in enumerate(finding.readings):
            yield (
                Words().add("  ").add(display(reading.value), Role.STRONG).add(f"  ({who(look, finding, n)})")
            )
        if finding.why:
            yield Words().add(f"  {display(finding.why)}", Role.MUTED)
        if also := also_in(look, finding, row.key):
            yield Words().add(f"  {also}: p goes from one of these rows to the next", Role.MUTED)
        yield Words()


def _uneven(look: Look, passage: Passage) -> Iterator[Words]:
    """The values that not all sources of a row write, and that were not called a conflict."""
    from core.uneven import uneven

    found = uneven(look.spread.comparison, passage)
    both = "both" if len(passage.cells) == 2 else "all"
    for kind in dict.fromkeys(one.kind for one in found):
        own = [f"{display(one.value)} ({' '.join(one.sources)})" for one in found if one.kind is kind]
        more = f" and {len(own) - _VALUES} more" if len(own) > _VALUES else ""
        yield Words().add(f"{kind.value}s not in {both}: ", Role.MUTED).add(", ".join(own[:_VALUES]) + more)
    if found:
        yield Words()


def _place(look: Look, cell: Cell) -> str:
    return f"{cell.source} ¶{paragraph_at(look.spread, cell.source, cell.start)}"


def _link(look: Look, link: Link) -> Iterator[Words]:
    from core.explain import explain

    evidence = explain(look.spread.comparison, link)
    pair = f"{_place(look, link.a)} and {_place(look, link.b)}"
    yield Words().add(f"{link.score:3.0f}  ", Role.STRONG).add(f"{pair}, {_WORDING[evidence.wording]}")
    shared = ", ".join(f"{display(word)} {share:.0%}" for word, share in evidence.shared)
    if shared:
        yield Words().add(f"     shared words and their weight: {shared}", Role.MUTED)
    if evidence.notes:
        yield Words().add(f"     {display('; '.join(evidence.notes))}", Role.MUTED)


def _rivals(look: Look, passage: Passage, near: Sequence[Link]) -> Iterator[Words]:
    """Links that touch a passage but lie outside it: weak ones, and those that no row shows."""
    near, least = sorted(near, key=lambda x: -x.score), look.spread.comparison.settings.threshold
    matched, under = ([x for x in near if (x.score >= least) is over] for over in (True, False))
    yield from _listed(look, passage, "Also matched; another row shows it", matched)
    yield from _listed(look, passage, "Came near, but not matched", under)


def _listed(look: Look, passage: Passage, says: str, links: Sequence[Link]) -> Iterator[Words]:
    if links:
        yield Words()
        yield Words().add(says, Role.MUTED)
    for link in links[:_RIVALS]:
        pair = f"{_place(look, link.a)} and {_place(look, link.b)}"
        yield Words().add(f"{link.score:3.0f}  {pair}{_apart(look, passage, link)}", Role.MUTED)


def _apart(look: Look, passage: Passage, link: Link) -> str:
    """In which row the other end of a link stands, and which cell has its place: one of a source to a row."""
    far = link.b if _inside(link.a, passage) else link.a
    key = look.spread.key_at(far.source, far.start)
    if key is None or key == passage.id:
        return ""
    near = link.a if far is link.b else link.b
    if link.score < look.spread.comparison.settings.threshold:
        return f": {far.source}'s is in {key}"
    there = look.spread.comparison.passage(key)
    ways = ((passage, far.source), (there, near.source))
    taken = [f"{p.id} has {_place(look, c)}" for p, source in ways for c in p.cells if c.source == source]
    return f": {far.source}'s is in {key}{', as ' * bool(taken)}{' and '.join(taken)}"

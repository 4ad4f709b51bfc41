"""What a reader is shown of two quotations: the words they share, and the differing ones of each."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from core.findings.borders import printed
from core.findings.kind import Mention
from core.findings.quotations.quoted import KIND

_MARK = re.compile(r"[,;:.!?—–]")
CLIP = 4
"""Words shown on either side of the differing ones."""
REACH = 10
"""Words within which a mark ends what is shown."""
TOPIC, OPENING = 7, 8
"""Words of the label: of those that two quotations share, and of one that two are said to have said."""
WHOLE = 16
"""Words up to which a quotation, and another wording of it, are shown whole."""


def topic(a: Mention, b: Mention) -> str:
    """The words that two quotations share, in the order of the first: “Israel … its position…”."""
    tokens, runs, left = a.statement.tokens, list[Sequence[int]](), TOPIC
    for op in Levenshtein.opcodes(a.value.stems, b.value.stems):
        places = [p for p in a.value.places[op.src_start : op.src_end] if p >= 0][: max(0, left)]
        while places and not tokens[places[-1]].content:
            places.pop()
        if op.tag == "equal" and places:
            runs.append(places)
            left -= len(places)
    if not runs:
        return "quotation"
    words = " … ".join(printed(a.statement, run[0], run[-1] + 1) for run in runs)
    before, behind = runs[0][0] > a.first, runs[-1][-1] < a.last - 1
    return f"quotation “{'…' * before}{words}{'…' * behind}”"


def opening(quote: Mention) -> str:
    """The first words of a quotation, in quotation marks: “I cannot promise that the tunnel will open…”."""
    end = min(quote.last, quote.first + OPENING)
    while end < quote.last and end > quote.first + 1 and not quote.statement.tokens[end - 1].content:
        end -= 1
    return f"“{printed(quote.statement, quote.first, end)}{'…' * (end < quote.last)}”"


def clipped(quote: Mention, changed: Sequence[int]) -> Mention:
    """The differing words of a quotation with what stands around them, up to a mark or for a few words.

    Args:
        quote: The quotation.
        changed: Places of its differing words, rising; without any it is shown whole.
    """
    first, last = quote.first, quote.last
    cut = False, False
    if changed:
        first, before = _reach(quote, min(changed), -1)
        last, behind = _reach(quote, max(changed) + 1, 1)
        cut = before, behind
    statement = quote.statement
    start, end = statement.tokens[first].start, statement.tokens[last - 1].end
    said = " ".join(statement.text[start - statement.start : end - statement.start].split())
    shown = f"“{'…' * cut[0]}{said}{'…' * cut[1]}”"
    return Mention(KIND, statement, start, end, first, last, quote.value, shown, cut)


def _reach(quote: Mention, at: int, step: int) -> tuple[int, bool]:
    """The token border to show a quotation to, and whether it lies in the middle of a phrase."""
    tokens, text, start = quote.statement.tokens, quote.statement.text, quote.statement.start
    edge = quote.last if step > 0 else quote.first
    for n in range(at, at + step * REACH, step):
        if n == edge:
            return edge, False
        if _MARK.search(text[tokens[n - 1].end - start : tokens[n].start - start]) and n != at:
            return n, False
    return at + step * CLIP, True

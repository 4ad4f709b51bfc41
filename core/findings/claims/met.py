"""What meets a denial without contradicting it: it is denied twice, in another word, or until a time."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from core.findings.claims import opposites
from core.findings.claims.claims import Claim, Rivals
from core.findings.claims.deniers import denying
from core.findings.claims.polarity import Said
from core.findings.clause import clause, parted
from core.findings.language import lexicon
from core.findings.text import Statement

LEAD = 4
"""Words before "no" among which it is said to be there."""
LETTERS = 4
"""Letters of a negator from which another spelling of it is told by one letter."""


def met(r: Rivals) -> bool:
    """Whether the other account may say the same as one that denies it."""
    return _double(r) or _met_twice(r) or _until_then(r) or _lacked(r)


def _lacked(r: Rivals) -> bool:
    """Whether what one denies to be there is wanting or at rest in the other, in a word of its own.

    "has not had a doctor", "is in need of a doctor"; "there are no trains", "trains remain suspended".
    """
    denied, plain = (r.x, r.y) if r.x.reading.said is Said.DENIED else (r.y, r.x)
    s, words, at = denied.statement, lexicon(denied.statement.language), denied.reading.negator
    absent = s.sequence[at] in words.words("no") and s.sequence[max(0, at - LEAD) : at]
    lead, between = absent or (), s.sequence[at + 1 : denied.first]
    if words.words("there_is").isdisjoint(lead) and words.words("owning").isdisjoint(between):
        return False
    told = f" {' '.join(plain.statement.sequence)} "
    return any(f" {phrase} " in told for phrase in words.words("wanting"))


def _double(r: Rivals) -> bool:
    """Whether a denial may be met by another negative word: a second negator, "only", "until", "ban"."""
    words = lexicon(r.x.statement.language)
    negators, negative = words.words("negator"), words.words("negative")
    shared = r.x.statement.words & r.y.statement.words  # "in spite of the ban", "because of the ban"
    negative -= shared - denying(r.x.statement.language)
    for claim in (r.x, r.y):
        if claim.reading.said is Said.DENIED and _of_one(claim):
            return True
        tokens = claim.statement.tokens
        others = [n for n, t in enumerate(tokens) if t.word in negators and n != claim.reading.negator]
        own = {claim.reading.negator, *range(claim.first, claim.last)}
        if any(
            t.word in negative and not _limits(claim.statement, n)
            for n, t in enumerate(tokens)
            if n not in own
        ):
            return True
        concord = claim.reading.negator >= 0 and words.words("concord")
        if not (concord or _joined(claim, others)):
            return True
        if claim.reading.said is Said.DENIED and _respelt(claim, r):
            return True
    return False


def _limits(s: Statement, n: int) -> bool:
    """Whether a word is of the number behind it: "after only five hours"."""
    spoken = lexicon(s.language).words("spoken")
    return any(text[0].isdigit() or word in spoken for text, word, _, _ in s.forms[n + 1 : n + 2])


def _of_one(c: Claim) -> bool:
    """Whether a denial tells one thing from others: "the car that has no roof" beside one that has."""
    words, n = lexicon(c.statement.language), clause(c.statement, c.first).start
    tokens = c.statement.tokens
    return (
        2 < n <= c.reading.negator <= n + 1  # an article, a noun, "that"
        and tokens[n - 1].word in words.words("that")
        and tokens[n - 2].content
        and not parted(c.statement, n - 2)
        and tokens[n - 3].word in words.words("definite")
    )


def _joined(claim: Claim, others: Sequence[int]) -> bool:
    """Whether a conjunction sets other negators beside a claim: "did not go and did not call".

    Of one that is said plainly, behind it alone ("paid, nor did he"): one before it may deny both, and what
    follows "and not" is denied of the same word ("paid the crew and not the cook").
    """
    tokens, at = claim.statement.tokens, claim.reading.negator
    joining = lexicon(claim.statement.language).words("joining")
    if at < 0:
        own = [
            n > claim.last and (tokens[n].word in joining or tokens[n - 1].word not in joining)
            for n in others
        ]
        if not all(own):
            return False
        at = claim.last
    return all(any(t.word in joining for t in tokens[slice(*sorted((at, n + 1)))]) for n in others)


def _respelt(claim: Claim, r: Rivals) -> bool:
    """Whether the other side has the negator in an older spelling: never, neuer."""
    word = claim.statement.tokens[claim.reading.negator].word
    other = r.y if claim is r.x else r.x
    return len(word) > LETTERS and any(
        len(t.word) == len(word) and OSA.distance(word, t.word) == 1 for t in other.statement.tokens
    )


def _met_twice(r: Rivals) -> bool:
    """Whether what is denied is an opposite in another word as well: "not held illegal", "held legal"."""
    if r.rule.startswith("act"):
        return False
    s, t = r.x.statement, r.y.statement
    own = {c.statement.tokens[n].word for c in (r.x, r.y) for n in range(c.first, c.last)}
    for a, b in ((s, t), (t, s)):
        if any(opposites.plain(word, a.language) & b.words for word in a.words - own):
            return True
    here, there = (_elsewhere(c) for c in (r.x, r.y))
    rows = {row for row, pole in here if (row, 1 - pole) in there}
    both = {row for side in (here, there) for row, pole in side if (row, 1 - pole) in side}
    return bool(rows - both)


def _elsewhere(c: Claim) -> set[tuple[int, int]]:
    """Where the words of a sentence but for a claim stand on rows, those of acts left out."""
    kinds, _ = opposites.rows(c.statement.language)
    found = opposites.stands(c.statement)
    own = {p.row for p in found if c.first <= p.first < c.last}
    return {(p.row, p.pole) for p in found if p.row not in own and not kinds[p.row].act}


def _until_then(r: Rivals) -> bool:
    """Whether one alone tells of the time before something, or of the last time; or both that it ended."""
    if _before_something(r.x.statement) != _before_something(r.y.statement):
        return True
    words = lexicon(r.x.statement.language)
    since, last = words.words("since"), words.words("last")
    denied, plain = (r.x, r.y) if r.x.reading.said is Said.DENIED else (r.y, r.x)
    if "longer" in denied.statement.words and not words.words("ceasing").isdisjoint(plain.statement.words):
        return True
    return not (since.isdisjoint(denied.statement.words) or last.isdisjoint(plain.statement.words))


def _before_something(s: Statement) -> bool:
    before = lexicon(s.language).words("before")
    return not before.isdisjoint(s.words) and any(
        t.word in before and not parted(s, n) for n, t in enumerate(s.tokens)
    )

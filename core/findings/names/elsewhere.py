"""Whether two names belong to different things that both accounts tell, and so are no rivals."""

from core.findings.kind import Mention
from core.findings.language import lexicon
from core.findings.names.acts import act, behind, governor, surely_verb
from core.findings.names.bearer import one_title
from core.findings.slots import Pair, Window
from core.findings.text import Statement

TOLD = 0.6
"""Share of the words of a sentence from which it is told elsewhere, without the name in it."""
RANKED = 4
"""Words beside a name that tell its rank, whose it is, or that something goes on there: "came third"."""


def elsewhere(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether two names belong to different things.

    Args:
        pair: The linked runs of sentences that they stand in.
        x: A name of the first.
        y: A name of the second.

    Returns:
        True for two who came in on other ranks, for the next stop, for a place where one was born
        and one where one studied, for who built and who launched a ship, and where only other sentences than
        theirs tell the same.
    """
    if _other_rank(x, y) or _next_stop(x, y) or _next_stop(y, x) or _left_out(pair, x, y):
        return True
    if any(_goes_on(s) for window in (pair.a, pair.b) for s in window.statements[1:]):
        return False
    return _other_sentence(pair, x, y) or _other_deed(pair, x, y)


def _left_out(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether another sentence than that of one name tells all that the other's tells, but for the name.

    The rest is of something else: "to close its mill in Karr", "to close its mill. It was built in Lomb".
    """
    if x.value.role & y.value.role:
        return False
    return _told_without(pair, x, y) or _told_without(pair, y, x)


def _told_without(pair: Pair, m: Mention, o: Mention) -> bool:
    """Whether the other side tells the sentence of a name in another one than that of its own name."""
    first = m.statement in pair.a.statements
    window, others = (pair.a, pair.b) if first else (pair.b, pair.a)
    matched = pair.aligned if first else pair.back
    own, its = range(*window.place(m)), range(*others.place(o))
    where = lexicon(m.statement.language).words("before_place")
    words = [n for n in window.words_of(m.statement) if window.forms[n][3] and n not in own]
    words = [n for n in words if window.forms[n][1] not in where]
    met, there = [matched[n] for n in words if n in matched], others.words_of(o.statement)
    if any(n in there for n in met) or len(met) < TOLD * max(1, len(words)):
        return False
    if _of_somebody(o):
        return True
    host = _host(m)
    if host is not None and window.offset[m.statement.number] + host in matched:
        return any(others.forms[n][3] and n not in its for n in there)
    return bool(m.value.place) and pair.adds(others, o.statement, its)


def _of_somebody(m: Mention) -> bool:
    """Whether words before a name say whose the named one is: "his lawyer, Ida Brenn"."""
    tokens, n = m.statement.tokens, m.first - 1
    while n > 0 and m.first - n < RANKED and tokens[n].content:
        n -= 1
    return n >= 0 and n + 1 < m.first and tokens[n].word in {"his", "her"}


def _host(m: Mention) -> int | None:
    """The word that a name hangs on: the noun before "by" or "of", its verb, or that of its clause."""
    tokens, words, n = m.statement.tokens, lexicon(m.statement.language), m.first - 1
    while n > 0 and tokens[n].word in words.words("article"):
        n -= 1
    if n > 0 and tokens[n].word in {"by", "of"} and tokens[n - 1].content:
        return n - 1
    done = act(m)
    return done.verb if done is not None else governor(m)


def _other_rank(x: Mention, y: Mention) -> bool:
    here, there = _ranks(x), _ranks(y)
    return bool(here and there) and not here & there


def other_relative(x: Mention, y: Mention) -> bool:
    """Whether two are told as other kin: "her husband, Paul Karr", "Max Karr, the singer's son"."""
    rows = lexicon(x.statement.language).rows("relative")
    here, there = (
        {n for row in rows for n, group in enumerate(row) if group & m.statement.words} for m in (x, y)
    )
    beside = any(group & m.value.role for row in rows for group in row for m in (x, y))
    return bool((here and there) or beside) and not here & there


def _next_stop(x: Mention, y: Mention) -> bool:
    """Whether one is where something goes on to: "opens in Karr", "then goes to Lomb"."""
    return _goes_to(x) and not _goes_to(y)


def _goes_to(m: Mention) -> bool:
    """Whether a word for going on stands before a place, and one for what comes next in its sentence."""
    words = lexicon(m.statement.language)
    near = m.statement.sequence[max(0, m.first - RANKED) : m.first]
    return not (words.words("going").isdisjoint(near) or m.statement.words.isdisjoint(words.words("next")))


def _ranks(m: Mention) -> set[int]:
    """First, second, third, by the words near a name."""
    rows = lexicon(m.statement.language).rows("placing")
    tokens = m.statement.tokens[max(0, m.first - RANKED) : m.last + RANKED]
    near = {t.word for t in tokens if t.text.islower()}
    return {n for n, row in enumerate(rows) if row[0] & near}


def _other_sentence(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether their two sentences share no word, and one shares some with another one."""
    if one_title(x, y):
        return False
    if not (x.value.place and y.value.place) and not any(behind(m) for m in (x, y)):
        return False
    here, there = pair.a.statements.index(x.statement), pair.b.statements.index(y.statement)
    shared = [(pair.a.sentence_of[i], pair.b.sentence_of[j]) for i, j in pair.aligned.items()]
    return (here, there) not in shared and any(i == here or j == there for i, j in shared)


def _goes_on(statement: Statement) -> bool:
    """Whether a sentence begins with a word for something in the one before it."""
    words = lexicon(statement.language)
    return statement.sequence[0] in words.words("pronoun", "owner") | {"its", "this"}


def _other_deed(pair: Pair, x: Mention, y: Mention) -> bool:
    """Whether the verb of one has its like on the other side, and it is not that of the other."""
    places = x.value.place and y.value.place
    verbs = [governor(m) if m.value.place else (done := act(m)) and done.verb for m in (x, y)]
    if verbs[0] is None or verbs[1] is None:
        return False
    at, to = pair.a.offset[x.statement.number] + verbs[0], pair.b.offset[y.statement.number] + verbs[1]
    there, here = pair.aligned.get(at, to), pair.back.get(to, at)
    if places and _aside(x, verbs[0]) != _aside(y, verbs[1]):
        return True
    if places:
        return _parted(pair.b, there, to) or _parted(pair.a, here, at) or (there != to and here != at)
    return not (_joined(pair.b, there, to) and _joined(pair.a, here, at))


def _aside(m: Mention, verb: int) -> bool:
    """Whether a place is told of in passing: "Brenn, based in Karr, builds", "whose mill in Karr burnt"."""
    s, home = m.statement, lexicon(m.statement.language).words("aside")
    if home.isdisjoint(s.words):
        return False
    begin = verb
    while begin and not s.gaps[begin].strip(" '’-"):
        begin -= 1
    return not home.isdisjoint(s.sequence[begin : verb + 1])


def _is_verb(window: Window, n: int) -> bool:
    return surely_verb(*window.at(n))


def _parted(window: Window, n: int, other: int) -> bool:
    return window.sentence_of[n] != window.sentence_of[other]


def _joined(window: Window, n: int, other: int) -> bool:
    """Whether two verbs are one, or "and" makes them the same one's: built and launched."""
    first, last = sorted((n, other))
    between = window.forms[first + 1 : last]
    return (
        first == last
        or not (_is_verb(window, n) and _is_verb(window, other))
        or any(form[1] == "and" for form in between)
    )

"""The day on which something is told is not the day on which it happened: "said on Monday that it sank"."""

from core.findings.clause import whole
from core.findings.dates import dateline
from core.findings.dates.vague import HOUR
from core.findings.kind import Mention
from core.findings.language import lexicon

SAID, SPEAKER = 3, 10
"""Words between a verb of speech and the day of it; behind a quotation, where the speaker stands between."""
TOLD = 12
"""Words on either side of a day in which its own verb stands, and what leads to what is told."""
_QUOTED = frozenset("\"”“»«'’")


def of_report(m: Mention) -> bool:
    """Whether a day or a part of it is that of the report: "said on Monday", '" said Karr, Monday night'."""
    when, tokens = m.value, m.statement.tokens
    if dateline.opens(m.statement.text, m.start - m.statement.start, m.end - m.statement.start):
        return True
    if when.day is not None or (when.weekday is None and min(when.early, when.late) <= HOUR):
        return False
    words = lexicon(m.statement.language)
    verbs, ends = words.words("say"), words.words("clause")
    for n in range(m.first - 1, max(0, m.first - SPEAKER) - 1, -1):
        if tokens[n].word in verbs:
            return n >= m.first - SAID or not _QUOTED.isdisjoint(m.statement.gaps[n])
        if tokens[n].word in ends:
            return False
    return False


def only_told(x: Mention, y: Mention) -> bool:
    """Whether one day alone is that on which it was told: "stolen on 3 May", "said on 6 May that it was"."""
    told = (_of_telling(x) and not _beside_telling(y)) or (_of_telling(y) and not _beside_telling(x))
    return told or _imparted(x, y) or _imparted(y, x)


def _imparted(x: Mention, y: Mention) -> bool:
    """Whether the clause of one day alone has a word of telling: "announced on 6 May", "died on 3 May"."""
    imparting = lexicon(x.statement.language).words("imparting")
    if imparting.isdisjoint(x.statement.words) or not imparting.isdisjoint(y.statement.words):
        return False
    inside = whole(x.statement, x.first)
    return not imparting.isdisjoint(x.statement.sequence[inside.start : inside.stop])


def _of_telling(m: Mention) -> bool:
    """Whether a day stands in a clause of telling that leads on to what is told: "said on 6 May that"."""
    s, words = m.statement, lexicon(m.statement.language)
    verbs, that = words.words("say", "tell", "learned"), words.words("that")
    if m.value.minute is not None or that.isdisjoint(s.words) or verbs.isdisjoint(s.words):
        return False
    first, least = m.first, max(0, m.first - TOLD)
    while first > least and not s.gaps[first].strip() and s.sequence[first - 1] not in that:
        first -= 1
    for n in range(m.last, min(len(s.forms), m.last + TOLD)):
        if s.sequence[n] in that:
            return not verbs.isdisjoint(s.sequence[first:n])
        if s.gaps[n].strip() and (n > m.last or first):  # "On 6 May, police said that"
            return False
    return False


def _beside_telling(m: Mention) -> bool:
    """Whether a verb of telling stands directly before a day, or the day is that of a clause of telling."""
    verbs = lexicon(m.statement.language).words("say", "tell", "learned")
    near = m.statement.sequence[max(0, m.first - SAID) : m.first]
    return not verbs.isdisjoint(near) or _of_telling(m)

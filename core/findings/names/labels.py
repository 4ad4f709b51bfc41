"""Who or what two names are of, in words from the articles."""

from collections import Counter
from functools import lru_cache

from core.findings.beside import phrase, tells_who
from core.findings.borders import is_determiner, printed, tells_when
from core.findings.dates.vague import telling
from core.findings.kind import Mention
from core.findings.language import lexicon
from core.findings.names.acts import KEPT
from core.findings.slots import Pair
from core.findings.text import Statement, folded
from core.findings.tie import Tie, common_noun, tie
from core.model import FindingKind

LONGEST = 5
"""Words of a phrase that says what somebody is."""
BEFORE, BEHIND = 6, 3
"""Words before a place in which it is told what happened there; words of what a verb is followed by."""


def of_name(pair: Pair, x: Mention, y: Mention) -> str:
    """What the named one is, in the words beside one of the names; else what both accounts tell near them."""
    how = tie(x.value, y.value)
    if how is not Tie.SPELLING and x.value.head and x.value.head == y.value.head:
        return next(t.text.lower() for t in x.statement.tokens if t.stem == x.value.head)
    places = x.kind is FindingKind.PLACE or (x.value.place and y.value.place)
    told = "" if places else _who_is(x, y)
    family = x.value.words[-1:] == y.value.words[-1:] and x.said.split()[-1]
    if how is Tie.GIVEN and family and not common_noun(x) and (not told or _is_title(told, x)):
        return f"first name of {family}"
    if how is Tie.SPELLING:
        return of_spelling(x, y)
    return told or _both_tell(pair, x) or str(x.kind)


def of_spelling(x: Mention, y: Mention, *others: Mention) -> str:
    """Who is named in two forms, in the words beside the names of them all, unless they are a mere title.

    Without such words both forms are named: a label that holds one of them takes a side.
    """
    told = _who_is(x, y, *others)
    forms = sorted((_apart(x.said, y.said), _apart(y.said, x.said)))
    return f"spelling of {' or '.join(forms)}" if not told or _is_title(told, x) else told


def _apart(name: str, other: str) -> str:
    """The words of a name that another form of it lacks, or all of them."""
    there = folded(other).split()
    return " ".join(word for word in name.split() if folded(word) not in there) or name


def _who_is(*named: Mention) -> str:
    """The phrase that says most often beside names what they are, if it has a noun of people or bodies."""
    beside = {m: words for m in named if (words := _role_words(m))}
    roles = {m: role for m, words in beside.items() if (role := _role(words, m.statement.language))}
    told = Counter([roles[m] for m in named if m in roles])
    best = min(told, key=lambda role: (-told[role], len(role), role), default="")
    printed = [words for words in beside.values() if folded(words) == best]
    return max(printed, default="")  # small letters come behind capitals: not as a sentence opens


def _role(printed: str, language: str) -> str:
    """What the words beside a name say that it is, folded; empty if none of them is of people or bodies."""
    words = folded(printed).split()
    told = len(words) <= LONGEST and any(tells_who(w, language) for w in words)
    return " ".join(words) if told else ""


@lru_cache(KEPT)
def _role_words(m: Mention) -> str:
    """The phrase beside a name that says what it is, without an article and up to a word of place."""
    words = phrase(m.statement, m.first, m.last).split()
    if not words:
        return ""
    language = lexicon(m.statement.language)
    if folded(words[0]) in language.words("article"):
        words = words[1:]
    places = language.words("before_place")
    stop = next((n for n, word in enumerate(words) if n and folded(word) in places), len(words))
    return " ".join(words[:stop])


def _is_title(words: str, m: Mention) -> bool:
    """Whether a phrase is a mere title: "Captain" says nothing."""
    return folded(words) in lexicon(m.statement.language).words("title")


def _both_tell(pair: Pair, m: Mention) -> str:
    """The words with a small letter nearest to a name that the other side has too, as they stand together.

    Of "burnt out near Ostrel on Sunday morning" neither the word of place nor the time, if there is more;
    of a place what stands before it, where it happened: "docked in Ostrel late".
    """
    at, tokens, language = pair.a.offset[m.statement.number], m.statement.tokens, m.statement.language
    words = lexicon(language)
    empty, around = words.words("adjective", "part_beside", "bounding"), words.words("before_place")
    shared = [
        n
        for n, t in enumerate(tokens)
        if at + n in pair.aligned and t.text[0].islower() and t.word not in empty
    ]
    if not shared:
        return ""
    around |= telling(language)
    solid = {n for n in shared if tokens[n].word not in around} or set(shared)
    before = {n for n in solid if m.kind is FindingKind.PLACE and m.first - BEFORE <= n < m.first}
    first = last = min(before or solid, key=lambda n: (min(abs(n - m.first), abs(n - m.last + 1)), n))
    while first - 1 in shared and not m.statement.gaps[first].strip():
        first -= 1
    while last + 1 in shared and not m.statement.gaps[last + 1].strip():
        last += 1
    run = [n for n in range(first, last + 1) if n in solid]
    return printed(m.statement, run[0], run[-1] + 1) if len(run) > 1 else _one_word(m, run[0])


def _one_word(m: Mention, n: int) -> str:
    """A word near a name with what makes it a phrase: "gathered in", "approved the emergency loan".

    A verb far from the name says nothing of it.
    """
    s, end, words = m.statement, m.first, lexicon(m.statement.language)
    while end > n + 1 and (is_determiner(s, end - 1) or s.tokens[end - 1].word in words.words("courtesy")):
        end -= 1
    first, last = (n + 1, end) if n < end else (m.last, n)
    between = s.tokens[first:last]
    apart = any(t.content and not tells_when(t, s.language) for t in between)
    if apart or any(s.gaps[k].strip() for k in range(n + 1 if n < end else m.last + 1, last + 1)):
        return "" if s.tokens[n].word.endswith(("ed", "ing")) else s.tokens[n].text
    if n > end:
        return printed(s, n, _object(s, n + 1))
    whole = not any(t.content or t.word in words.words("clause") for t in between)
    return printed(s, n, end if whole else n + 1)


def _object(s: Statement, end: int) -> int:
    """One past what a verb is followed by, if it begins with a small letter: run "the new camp"."""
    first = end + (end < len(s.tokens) and is_determiner(s, end) and not s.gaps[end].strip())
    n = first
    while n < min(len(s.tokens), first + BEHIND) and s.tokens[n].content and not s.gaps[n].strip():
        if not s.tokens[n].text.islower():
            break
        n += 1
    return n if n > first else end

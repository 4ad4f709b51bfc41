"""What two values are of, in words from the articles: what is counted, measured or dated."""

from core.findings.beside import tells_who
from core.findings.borders import closed, is_determiner, opened, printed, tells_when
from core.findings.kind import Mention
from core.findings.language import SPACELESS, Lexicon, lexicon
from core.findings.numbers.ways import landmark
from core.findings.text import Token
from core.model import FindingKind

REACH = 6
"""Words before a value among which what it is of is looked for."""
LEAST = 3
"""Letters of a word that says anything."""
IDEOGRAPHS = "\u3400"
"""The first of them; all kana stand before it."""
_BEFORE_COUNTED = frozenset({"of", "more"})
"""Small words between a number and what it counts: "half of the fleet", "200 more nurses"."""
_EMPTY = frozenset({"time", "times", "former", "latter"})
"""Words that say nothing of what is counted: "downloaded 40 million times"."""
_HOW = frozenset({"last", "next", "overnight", "aboard", "without"})
"""Words behind a number with which it is told when or how: "lost 2 million last year"."""


def of_value(x: Mention, y: Mention) -> str:
    """What is counted or dated, in words that stand beside both values or else beside one."""
    if x.kind is FindingKind.DATE:
        return max(_beside(x), _beside(y), key=_tells_more) or "date"
    if x.value.unit == "age":
        return _age(x, y)
    if x.value.unit == "length" and (far := _from(x) or _from(y)):
        return f"distance from {far}"
    here, there = _after(x), _after(y)
    shared = [w for w in here if w.lower() in {other.lower() for other in there}]
    whole = not shared or shared[-1].lower() not in {w.lower() for w in (here[-1], there[-1])}
    run = (here or there) if whole else shared  # of foreign pilots and foreign divers no "foreign"
    words = " ".join(run)
    toll = _toll(x) if x.value.toll == y.value.toll else ""
    if toll:
        same = lexicon(x.statement.language).words(x.value.toll)
        return words if any(w.lower() in same for w in run) else f"{words} {toll}".strip()
    if words.lower() in lexicon(x.statement.language).words("people", "anybody"):
        return _done(x, words) or _done(y, words) or words
    things = sorted((_beside(x, counted=True), _beside(y, counted=True)), key=_is_full_name)
    alone = _is_alone(x) and not _is_alone(y)
    return words or (_beside(y, counted=True) if alone else things[0]) or things[0] or things[1] or "number"


def _done(m: Mention, people: str) -> str:
    """People with what was done to them or what they did: freed seventeen "people", 5,000 "people" queued."""
    tokens, verbs = m.statement.tokens, lexicon(m.statement.language).words("say")
    for n in (m.first - 1, m.last + 1):
        word = tokens[n].text if 0 < n < len(tokens) else ""
        joined = not m.statement.gaps[n if n > m.last else m.first].strip() if word else False
        if joined and word.islower() and word.endswith("ed") and word not in verbs:
            return f"{people} {word}"
    return ""


def _toll(m: Mention) -> str:
    """The nearest word that says what became of the people counted, as what they underwent: kills, killed."""
    words, tokens = lexicon(m.statement.language).words(m.value.toll), m.statement.tokens
    near = [(min(abs(n - m.first), abs(n - m.last + 1)), n) for n, t in enumerate(tokens) if t.word in words]
    if not near:
        return ""
    n = min(near)[1]
    printed = tokens[n].text
    if tokens[n].word == "toll" and n and tokens[n - 1].content:
        return f"{tokens[n - 1].text} toll"
    act = printed.removesuffix("ing").removesuffix("s")
    return next((f"{act}{end}" for end in ("ed", "d") if f"{act}{end}".lower() in words), printed)


def _age(x: Mention, y: Mention) -> str:
    """Whose age it is: the name beside it, else the noun: "age of the driver"."""
    who = " ".join(_printed_names(x) or _printed_names(y))
    common = who.lower() if _is_noun_of_people(who, x.statement.language) else _aged(x) or _aged(y)
    if common and (not who or who.lower() == common):
        return f"age of the {common}"
    return f"age of {who}" if who else "age"


def _printed_names(m: Mention) -> list[str]:
    s = m.statement
    names: list[str] = []
    for n in range(m.first - 1, max(-1, m.first - 4), -1):
        if names and s.gaps[n + 1].strip():  # "in May. Ida Brenn, 68"
            break
        if s.tokens[n].word in m.value.who:
            names.insert(0, s.tokens[n].text)
    return names


def _aged(m: Mention) -> str:
    """The noun of people beside an age: "a boy of 11", "a 15-year-old pupil"."""
    s, old = m.statement, lexicon(m.statement.language).words("old")
    n = m.last
    while n < len(s.tokens) - 1 and s.tokens[n].word in old and not s.gaps[n].strip(" -"):
        n += 1
    behind = [n] if n < len(s.tokens) and not s.gaps[n].strip(" -") else []
    for n in (*behind, *range(m.first - 1, max(-1, m.first - 4), -1)):
        if _is_noun_of_people(s.tokens[n].word, s.language):
            return printed(s, n, n + 1).lower()
        if n < m.first and s.gaps[n].strip(" ,"):
            break
    return ""


def _is_noun_of_people(word: str, language: str) -> bool:
    return bool(word and lexicon(language).words("voice")) and tells_who(word.lower(), language)


def _after(m: Mention) -> list[str]:
    """Up to three words that follow a number, as far as they name what is counted."""
    words: list[str] = []
    s, known = m.statement, lexicon(m.statement.language)
    first = m.last
    while first < min(m.last + 2, len(s.tokens)) and _leads_to_counted(m, first):
        first += 1
    for n in range(first, min(first + 3, len(s.tokens))):
        token = s.tokens[n]
        if s.gaps[n].strip(" -") or not token.content or _names_no_more(token, known):
            break
        if words and token.word.endswith(("ed", "ing")):  # what happened to them, no longer what they are
            break
        words.append(token.text)
    compared = known.words("step")  # "5 % higher", "60 metres below" count nothing
    told = [word for word in words if _says(word, s.language)]
    idle = _EMPTY.issuperset(words) or compared.issuperset(w.lower() for w in words)
    return words if told and not idle else []


def _leads_to_counted(m: Mention, n: int) -> bool:
    """Whether a small word stands between a number and what it counts: "half of the fleet"."""
    s = m.statement
    if s.gaps[n].strip():
        return False
    before = s.tokens[n - 1].word
    return s.tokens[n].word in _BEFORE_COUNTED or (before == "of" and n > m.last and is_determiner(s, n))


def _names_no_more(token: Token, words: Lexicon) -> bool:
    """Whether a word behind a number no longer names what is counted, but where, when or why."""
    numeral = token.word[0].isdigit() or token.word in words.values("ones")
    return numeral or token.word in _HOW or token.word in words.words("before_place", "linking", "clause")


def _beside(m: Mention, *, counted: bool = False) -> str:
    """The phrase on the left that holds the two nearest content words, else the nearest word on the right.

    Of what is counted from an article on, if there is one: put the "damage" at.
    """
    s = m.statement
    near = [n for n in range(max(0, m.first - REACH), m.first) if _tells(m, n)][-2:]
    if not near or near == [0]:  # a lone word that opens a sentence: "Last autumn"
        return next((s.tokens[n].text for n in range(m.last, len(s.tokens)) if _tells(m, n)), "")
    first, last = near[0], near[-1]
    if not printed(s, first, last + 1).replace(" ", "").isalpha():
        first = last
    behind = [n + 1 for n in range(first, last) if is_determiner(s, n)] if counted else []
    first = behind[-1] if behind else first
    return printed(s, opened(s, first, last + 1), closed(s, last + 1, m.first))


def _is_alone(m: Mention) -> bool:
    """Whether a lone word left of a number says what it is of, without an article: "It weighs"."""
    near = [n for n in range(max(0, m.first - REACH), m.first) if _tells(m, n)]
    return len(near) == 1 and near[0] > 0 and not is_determiner(m.statement, near[0] - 1)


def _tells(m: Mention, n: int) -> bool:
    """Whether a word beside a value can say what it is of; not the m of "12 a.m."."""
    token = m.statement.tokens[n]
    language = lexicon(m.statement.language)
    bound = language.ends("nearly", "about", "least", "most")  # "weighed nearly"
    value = token.word in language.values("ones") or token.word in language.words("percent") | bound
    other = _names_no_more(token, language) or token.word in language.values("unit")
    idle = token.word in _EMPTY or (n >= m.last and other)
    if not token.content or value or idle or tells_when(token, m.statement.language):
        return False
    return _says(token.text, m.statement.language)


def _says(word: str, language: str) -> bool:
    """Whether a word is long enough to say something; where none are spaced, one ideograph is."""
    return len(word) >= LEAST or (language in SPACELESS and word[0] >= IDEOGRAPHS)


def _from(m: Mention) -> str:
    """What a length is measured from, as printed; not the snow of "20 centimetres of snow"."""
    run, s = landmark(m), m.statement
    stuff = s.sequence[m.last : m.last + 1] == ("of",) and s.sequence[m.first - 1] != "within"
    if not run or stuff:
        return ""
    return " ".join(s.text[run[0].start - s.start : run[-1].end - s.start].split())


def _tells_more(words: str) -> int:
    """How much a label says of when: a lone word little ("end"), a full name no more."""
    return bool(words) + (" " in words and not _is_full_name(words))


def _is_full_name(words: str) -> bool:
    """Whether a label is somebody who tells of a value, not what it is of: "said Ines Karr, at 2 million"."""
    return " " in words and all(word[0].isupper() for word in words.split())

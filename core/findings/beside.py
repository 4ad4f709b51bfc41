"""What stands beside a name: the role of the named one, the noun it belongs to, a preposition of place."""

from functools import cache
from itertools import takewhile

from core.findings.language import lexicon, stemmer, stems
from core.findings.text import Statement, Token

_BREAK = frozenset({"who", "which", "and", "of"})
_ARTICLES = frozenset({"the", "a", "den", "dem", "der", "la", "el", "o"})
_OF = frozenset({"of", "de", "di", "von", "van", "do", "da", "du", "del", "della"})
APPOSITION = 8
"""Words between two commas behind a name that only say who the named one is."""
REACH = 4
"""Words of an apposition that are read."""
APPOSED = 6
"""Words before the comma of one that stands before the name: "the leader of the opposition, Ida Brenn"."""


def past_apposition(statement: Statement, last: int) -> int:
    """The token behind the comma that ends what stands between commas behind a name."""
    if last >= len(statement.tokens) or statement.gaps[last].strip() != ",":
        return last
    for n in range(last + 1, min(len(statement.tokens), last + APPOSITION + 1)):
        if statement.gaps[n].strip() == ",":
            return n
    return last


def role(statement: Statement, first: int, last: int, lead: int) -> frozenset[str]:
    """Find the words that say what the named one is.

    Args:
        statement: The sentence.
        first: First token of the name.
        last: One past its last.
        lead: First token of the capitalised run, titles included.

    Returns:
        Stems of titles, of words directly before the name, of an apposition on either side, and of what the
        sentence says the named one is, becomes or is named.
    """
    titles = {t.stem for t in statement.tokens[lead:first] if t.content}
    before = _before(statement, lead)
    apposed = statement.gaps[lead].strip() == "," and not people(statement.language).isdisjoint(before)
    told = apposed or is_place(statement, lead)  # "the chair, Ida Brenn, signed"
    behind = set() if told else _behind(statement, last)
    return frozenset(titles | before | behind | _become(statement, last) | _served_as(statement, last))


def tells_who(word: str, language: str) -> bool:
    """Whether a folded noun is of people or bodies; any noun, in a language without a list."""
    who = _who(language)
    return not who or word in who or word.removesuffix("s") in who or word + "s" in who


@cache
def people(language: str) -> frozenset[str]:
    """The stems of nouns of people; none in a language without a list of titles."""
    words = lexicon(language)
    nouns = words.words("voice", "title", "kin", "kind_of_people")
    nouns -= words.words("body", "courtesy")
    return frozenset(map(stemmer(language), nouns))


@cache
def _who(language: str) -> frozenset[str]:
    words = lexicon(language)
    kinds = ("people", "kind_of_people", "kin", "child", "title", "voice", "body", "anonymous", "vessel")
    return frozenset[str]().union(*map(words.words, kinds)) if words.words("voice") else frozenset()


def phrase(statement: Statement, first: int, last: int) -> str:
    """The words beside a name that say what the named one is, as printed.

    Args:
        statement: The sentence.
        first: First token of the name.
        last: One past its last.

    Returns:
        The words directly before it ("retired judge"), else an apposition of at most seven words behind it or
        before it; empty where there is none.
    """
    tokens, n = statement.tokens, first
    verbs = lexicon(statement.language).words("say")
    while n and first - n < 4 and not statement.gaps[n].strip() and tokens[n - 1].content:
        n -= 1
    run = list(takewhile(_names_a_role, (t for t in reversed(tokens[n:first]) if t.word not in verbs)))[::-1]
    if any(len(t.text) > 3 for t in run):
        return " ".join(t.text for t in run)
    apposed = []
    if last < len(tokens) and statement.gaps[last].strip() == ",":
        apposed.append((last, _until(statement, last, 1)))
    if statement.gaps[first].strip() == ",":
        apposed.append((_until(statement, first, -1), first))
    for start, end in apposed:
        if 0 < end - start <= 7:
            words = tokens[start:end]
            told = {t.word for t in words}
            if any(t.content and len(t.text) > 3 for t in words) and told.isdisjoint(
                verbs | lexicon(statement.language).words("clause")
            ):
                return statement.text[words[0].start - statement.start : words[-1].end - statement.start]
    return ""


def _names_a_role(token: Token) -> bool:
    """Whether a word before a name can say what the named one is: no verb form, no preposition."""
    verb = token.text[0].islower() and token.word.endswith(("ing", "ed")) and len(token.word) > 4
    return not verb and token.word not in lexicon("en").words("linking")


def _until(statement: Statement, at: int, step: int) -> int:
    """The next token border with a mark, from a border on, to the right or to the left."""
    n = at + step
    while 0 < n < len(statement.tokens) and not statement.gaps[n].strip(" '’-"):
        n += step
    return max(0, min(n, len(statement.tokens)))


def head(statement: Statement, lead: int, last: int, nouns: frozenset[str]) -> str:
    """Find the noun of a name: "a Karr Police boat", "a boat of the Karr Police".

    Args:
        statement: The sentence.
        lead: First token of the capitalised run.
        last: One past its last.
        nouns: Words that some source writes behind an article.

    Returns:
        The stem; empty where there is none, or where it only says that somebody speaks.
    """
    tokens, words = statement.tokens, lexicon(statement.language)
    found = tokens[last - 1].word if last - lead > 2 else ""
    if found not in nouns and last < len(tokens) and not statement.gaps[last].strip():
        found = tokens[last].word
    if found not in nouns and lead > 2:
        n = lead - 1 - (tokens[lead - 1].word in _ARTICLES)
        found = tokens[n - 1].word if tokens[n].word == "of" else ""
    if found not in nouns or found in words.words("anonymous", "say", "title"):
        return ""
    token = next((t for t in tokens if t.word == found and t.content), None)
    return token.stem if token else ""


def is_seat(statement: Statement, last: int) -> bool:
    """Whether a name is that of a firm's seat: "the Karr-based maker"."""
    said = statement.sequence
    return last < len(said) and said[last] == "based" and statement.joined(last)


def is_place(statement: Statement, lead: int) -> bool:
    """Whether a preposition of place, or "island of", stands before a run."""
    tokens, words = statement.tokens, lexicon(statement.language)
    n = lead - 1
    while n >= 0 and tokens[n].word in _ARTICLES and lead - n < 3:
        n -= 1
    if n < 0 or statement.gaps[n + 1].strip():
        return False
    if tokens[n].word in words.words("before_place"):
        return True
    if tokens[n].word == "for":  # "bound from Karr for Ostrel"
        return any(t.word in words.words("bound") for t in tokens[max(0, n - 4) : n])
    if tokens[n].word not in _OF or n == 0:
        return False
    return tokens[n - 1].word in words.words("place_of") or _inside(statement, n - 1)


def _inside(statement: Statement, n: int) -> bool:
    """Whether a noun stands behind a preposition of place: "in a cellar of Karr", not "to be the son of"."""
    tokens, words = statement.tokens, lexicon(statement.language)
    back = n - 1
    while (
        back >= 0 and n - back < 4 and tokens[back].word not in _OF and not statement.gaps[back + 1].strip()
    ):
        if tokens[back].word in words.words("before_place"):
            return tokens[n].text[0].islower()
        if tokens[back].content and tokens[back + 1].word in _ARTICLES:
            return False
        back -= 1
    return False


def _before(statement: Statement, lead: int) -> set[str]:
    tokens, n = statement.tokens, lead
    found: set[str] = set()
    comma = n > 0 and statement.gaps[n].strip() == ","
    copula = n - 1 - (n > 1 and tokens[n - 1].word in _ARTICLES)
    if copula > 0 and tokens[copula].word in {"is", "was"}:  # "the surgeon was Ida Brenn"
        n = lead = copula
    words = lexicon(statement.language)
    small, where = words.words("article") | _OF if comma else set(), words.words("before_place")
    reach = APPOSED if comma else 3
    while n > 0 and lead - n < reach and (not statement.gaps[n].strip() or (comma and n == lead)):
        n -= 1
        if tokens[n].word in where:  # "near Karr"
            break
        if not tokens[n].content:
            if tokens[n].word in small:  # "the leader of the opposition, Ida Brenn"
                continue
            break
        if tokens[n].text[0].islower():
            found.add(tokens[n].stem)
    return found


def _behind(statement: Statement, last: int) -> set[str]:
    tokens, words = statement.tokens, lexicon(statement.language)
    if last == len(tokens) or statement.gaps[last].strip() != ",":
        return set()
    verbs = words.words("be", "passive", "modal")  # ", was jailed"
    return set() if tokens[last].word in verbs else _nouns(statement, last)


def _become(statement: Statement, last: int) -> set[str]:
    """What follows "is", "becomes" or "as" behind a name: "named Ida Brenn as its new captain"."""
    words = lexicon(statement.language).words("become")
    tokens, start = statement.tokens, past_apposition(statement, last)
    n = start
    while n < len(tokens) and n - start < 2 and tokens[n].word in words:
        if statement.gaps[n].strip() and (n > start or start == last):
            break
        n += 1
    if n == start or tokens[n - 1].word in lexicon(statement.language).words("modal"):  # "will host"
        return set()
    return _nouns(statement, n) - lexicon(statement.language).words("adjective")


def _served_as(statement: Statement, last: int) -> set[str]:
    """The office behind "as" further on in the clause: "quit on Friday as mayor"."""
    tokens, words = statement.tokens, lexicon(statement.language)
    for n in range(last + 1, min(len(tokens) - 1, last + APPOSITION)):
        if statement.gaps[n].strip(" '’-"):
            break
        if tokens[n].word in words.words("serving_as"):
            return _nouns(statement, n + 1) & stems("title", statement.language)
    return set()


def _nouns(statement: Statement, at: int) -> set[str]:
    tokens, words = statement.tokens, lexicon(statement.language)
    found: set[str] = set()
    ends = words.words("say", "clause")
    for n in range(at, min(len(tokens), at + REACH)):
        if tokens[n].word in ends or tokens[n].word in _BREAK or (n > at and statement.gaps[n].strip()):
            break
        capital = statement.language == "de" or tokens[n].word in words.words("title")
        if tokens[n].content and (capital or tokens[n].text[0].islower()):
            found.add(tokens[n].stem)
    return found

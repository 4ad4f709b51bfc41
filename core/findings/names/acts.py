"""What a name does in its sentence: the verb beside it, and whether the named one acts or is acted upon."""

from functools import lru_cache
from typing import NamedTuple

from core.findings.beside import APPOSITION, past_apposition
from core.findings.kind import Mention
from core.findings.language import lexicon
from core.findings.names.headline import headline
from core.findings.text import Statement, Token

SMALL = 4
"""Function words between a name and its verb."""
LEAD = 5
"""Words between "by" and a name: an article, a role."""

SHORTEST = 3
"""Letters of a verb that is told by its form."""
KEPT = 500
"""Names of which it is kept what they do: a sentence stands in several pairs of windows."""
PARTICLES = 2
"""Words between a verb and "by": "was taken on by"."""


class Act(NamedTuple):
    """A verb and what the named one is to it."""

    verb: int
    """Token of the verb in the sentence."""
    agent: bool
    """Whether the named one does it; else it is done to them."""


def act(m: Mention) -> Act | None:
    """The act of a name, by the words around it.

    Args:
        m: A name.

    Returns:
        The verb of "… by X", else the first one behind the name, past an apposition.
    """
    return by(m) or behind(m)


@lru_cache(KEPT)
def by(m: Mention) -> Act | None:
    """The verb before "by X": X is its agent."""
    tokens, words = m.statement.tokens, lexicon(m.statement.language)
    for n in range(m.first - 1, max(0, m.first - 1 - LEAD), -1):
        if m.statement.gaps[n + 1].strip(" ,"):
            return None
        if tokens[n].word == "of" and tokens[n - 1].word in words.words("command_of"):
            return Act(n - 1, agent=True)  # "is under the command of"
        if tokens[n].word in words.words("by"):
            verb = next((k for k in range(n - 1, max(-1, n - 1 - PARTICLES), -1) if tokens[k].content), -1)
            if verb < 0 or not surely_verb(m.statement, verb):  # "was taken to court by"
                verb = passive if (passive := _participle(m.statement, n)) >= 0 else verb
            told = verb >= 0 and (_is_verbal(tokens[verb]) or surely_verb(m.statement, verb))
            return Act(verb, agent=True) if told else None
        if not tokens[n].content and tokens[n].word not in words.words("article"):
            return None
    return None


def _participle(statement: Statement, by_at: int) -> int:
    """The verb of a passive that goes on before its "by": "was lent to Karr by"; -1 where there is none."""
    tokens, forms = statement.tokens, lexicon(statement.language).words("be")
    for n in range(by_at - 1, max(0, by_at - 1 - APPOSITION), -1):
        if statement.gaps[n + 1].strip(" '’-"):
            break
        if tokens[n - 1].word in forms and _is_verbal(tokens[n]):
            return n
    return -1


def surely_verb(statement: Statement, n: int) -> bool:
    """Whether a word is a verb by its form, or by the small word before it."""
    tokens, words = statement.tokens, lexicon(statement.language)
    if not (_is_verbal(tokens[n]) or (n == 0 and tokens[n].content)) or len(tokens[n].word) < SHORTEST:
        return False
    before = tokens[n - 1].word if n > 0 else ""
    small = before in words.words("be", "modal", "passive") or before in {"to", "has", "had", "have"}
    led = small and not statement.gaps[n].strip()
    if before in words.words("article", "owner") or (before == "to" and _without_object(statement, n)):
        return False  # "the stranded whale", "sent to prison in Karr"
    return led or tokens[n].word.endswith("ed") or tokens[n].word in words.values("irregular")


def _without_object(statement: Statement, n: int) -> bool:
    """Whether a mark, a small word or nothing stands behind a word."""
    if n + 1 == len(statement.tokens) or statement.gaps[n + 1].strip(" '’-"):
        return True
    token, words = statement.tokens[n + 1], lexicon(statement.language)
    return not token.content and token.word not in words.words("article", "owner", "pronoun")


@lru_cache(KEPT)
def behind(m: Mention) -> Act | None:
    """The first verb behind a name, past an apposition and auxiliaries."""
    tokens, words = m.statement.tokens, lexicon(m.statement.language)
    n, passive = past_apposition(m.statement, m.last), False
    small = words.words("be", "modal", "passive", "before_verb")
    for k in range(n, min(len(tokens), n + SMALL)):
        if k > n and m.statement.gaps[k].strip():
            return None
        ruling = k + 1 < len(tokens) and tokens[k].content and tokens[k + 1].word in words.words("article")
        if tokens[k].word not in small or ruling:  # "left her house", but "left unfinished"
            ongoing = tokens[k].word.endswith("ing")
            told = _is_verbal(tokens[k]) or (tokens[k].content and headline(m.statement))
            return Act(k, agent=ongoing or not passive) if told else None
        passive = (passive and tokens[k].word != "to") or tokens[k].word in words.words("be")
    return None


def _is_verbal(token: Token) -> bool:
    """Whether a token can be a verb: a content word with a small letter."""
    return token.content and token.text[0].islower()

"""Names of bodies, and of what has a common noun at its end: the Bank of Karr, Karr College."""

from functools import lru_cache
from itertools import pairwise

from core.findings.countries import is_country
from core.findings.kind import Mention
from core.findings.language import lexicon
from core.findings.names.acts import KEPT

SPELLED = 12
"""Words behind the first of a name among which those stand that its letters are taken from."""


@lru_cache(KEPT)
def is_body(m: Mention) -> bool:
    """Whether the last word of a name is one for a body, or the one before "of": the Bank of Karr.

    Or its letters stand in brackets behind it: "the United Dockers (UD)".
    """
    if len(m.value.words) < 2:
        return False
    gaps, n = m.statement.gaps, m.last
    if n < len(gaps) - 1 and gaps[n] == " (":
        letters = m.statement.forms[n][0]
        if letters.isupper() and len(letters) > 1 and letters[0].lower() == m.value.words[0][0]:
            return True
    words, own = lexicon(m.statement.language).words("body"), m.statement.sequence[m.first : m.last]
    return m.value.words[-1] in words or any(p in words and q == "of" for p, q in pairwise(own))


def spelled_out(x: Mention, y: Mention) -> bool:
    """Whether one is letters, the other the capital that begins what they stand for: "l'Office du bois", ODB.

    Of the words only the first has a capital in some languages; small ones may have no letter.
    """
    letters, name = (x, y) if x.value.acronym else (y, x)
    if not letters.value.acronym or name.value.acronym or name.statement.language == "en":
        return False
    word, forms = letters.value.words[0], name.statement.forms[name.first : name.first + SPELLED]
    small, all_ = ("".join([f[1][0] for f in forms if f[3] or every]) for every in (False, True))
    return len(word) > 2 and (small.startswith(word) or all_.startswith(word))


def stands_for_body(m: Mention) -> bool:
    """Whether a name is that of a body by its words, or letters that stand for one."""
    return is_body(m) or (m.value.acronym and not is_country(m))

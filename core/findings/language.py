"""What the findings know of a language: word lists, stems, how to tell one from another.

The lists are text files in `words/`, one for each language and one, `all.txt`, for every language. A line
is a key, a colon and words (case and accents do not matter); an underscore stands for a space,
`word=value` gives a value, and a key may come again. A new language is a new file.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import Stemmer

from core.safe import fold

_FOLDER = Path(__file__).with_name("words")
DETECTED = ("en", "de", "fr", "es", "pt", "it", "nl")
"""Languages told apart by their function words; the first one wins a tie."""

LEAST = 0.15
"""Share of function words under which a text is in none of them; prose has a third and more."""
SHORT = 15
"""Words of a text up to which a word tells no language if English has it too."""
_SHARED = frozenset(
    {"ai", "al", "con", "da", "dan", "den", "die", "dies", "door", "era", "eu", "la", "man", "met", "n"}
) | {"par", "plus", "son", "un", "war"}
"""Small words of other languages that stand in English headlines."""

_SCRIPTS = (
    ("ja", "\u3041", "\u30ff"),
    ("zh", "\u4e00", "\u9fff"),
    ("ru", "\u0400", "\u04ff"),
    ("ar", "\u0600", "\u06ff"),
    ("hi", "\u0900", "\u097f"),
)
_SNOWBALL = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "pt": "portuguese",
    "it": "italian",
    "nl": "dutch",
    "ru": "russian",
    "ar": "arabic",
    "hi": "hindi",
    "sv": "swedish",
    "da": "danish",
    "no": "norwegian",
    "fi": "finnish",
    "tr": "turkish",
    "hu": "hungarian",
    "ro": "romanian",
    "el": "greek",
}
SPACELESS = frozenset({"ja", "zh", "th"})
"""Languages that set no spaces between words."""


class Lexicon:
    """The word lists of one language; each is made when it is first asked for, and asked for very often."""

    def __init__(self, language: str) -> None:
        self.lines: dict[str, list[str]] = defaultdict(list)
        """Every line of a key, as it stands in the file."""
        for name in ("all", language):
            path = _FOLDER / f"{name}.txt"
            if path.is_file():
                for line in path.read_text(encoding="utf-8").splitlines():
                    key, _, words = (line if line.isascii() else fold(line)).partition(":")
                    self.lines[key].append(words)
        self.words: Callable[..., frozenset[str]] = cache(self._words)
        """The words and phrases of some keys together; empty where the language has none."""
        self.ends: Callable[..., frozenset[str]] = cache(self._ends)
        """Last words of the phrases of some keys, and last characters, for scripts without spaces.

        Asked before phrases are put together: most words end none."""
        self.values: Callable[[str], dict[str, str]] = cache(self._values)
        """Word -> value, for a key whose words carry one."""
        self.rows: Callable[[str], list[list[frozenset[str]]]] = cache(self._rows)
        """For each line of a key, the groups of words that stand between upright strokes."""

    def _words(self, *keys: str) -> frozenset[str]:
        return frozenset(self._listed(*keys))

    def _ends(self, *keys: str) -> frozenset[str]:
        phrases = self.words(*keys)
        return frozenset(end for p in phrases for end in (p.split()[-1], p[-1]))

    def _values(self, key: str) -> dict[str, str]:
        return dict(w.rsplit("=", 1) for w in self._listed(key))

    def _rows(self, key: str) -> list[list[frozenset[str]]]:
        return [[frozenset(_phrases(group)) for group in line.split("|")] for line in self.lines.get(key, ())]

    def _listed(self, *keys: str) -> list[str]:
        return _phrases(" ".join([line for key in keys for line in self.lines.get(key, ())]))


def _phrases(listed: str) -> list[str]:
    """Words, with spaces for underscores."""
    words = listed.split()
    return [word.replace("_", " ") for word in words] if "_" in listed else words


@cache
def lexicon(language: str) -> Lexicon:
    """The word lists of a language, read once; only what holds for every language where it has no file."""
    return Lexicon(language)


def detect(text: str, words: list[str]) -> str:
    """The language of a text by its script, else by the function words it uses most.

    Args:
        text: The text, or enough of it.
        words: Its words, folded.

    Returns:
        An ISO 639-1 code; English when nothing tells.
    """
    letters = max(1, sum(map(len, words)))
    written = Counter(text)
    for code, first, last in _SCRIPTS:
        if sum(n for c, n in written.items() if first <= c <= last) > letters * (
            0.1 if code == "ja" else 0.4
        ):
            return code
    counts = Counter(w for w in words if len(words) > SHORT or w not in _SHARED)
    scores = {code: sum(counts[w] for w in lexicon(code).words("stop")) for code in DETECTED}
    best = max(DETECTED, key=lambda code: scores[code])
    return best if scores[best] >= LEAST * len(words) else DETECTED[0]


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """Gives the Snowball stem of a word of a language; the word where there is no stemmer."""
    name = _SNOWBALL.get(language)
    # Without its cache: each word is asked for once (`Forms`), and to put it in takes longer than to stem it.
    stem: Callable[[str], str] = Stemmer.Stemmer(name, 0).stemWord if name else str
    return stem


@cache
def stems_of(language: str) -> Callable[[Sequence[str]], list[str]]:
    """Gives the Snowball stems of several words of a language; the words where there is no stemmer."""
    name = _SNOWBALL.get(language)
    stem: Callable[[Sequence[str]], list[str]] = Stemmer.Stemmer(name, 0).stemWords if name else list
    return stem


@cache
def stems(key: str, language: str) -> frozenset[str]:
    """The stems of a list of words."""
    return frozenset(map(stemmer(language), lexicon(language).words(key)))

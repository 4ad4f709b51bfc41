"""A paragraph -> its sentences, by sentencex, with the few mends that hold for any text."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sentencex import get_sentence_boundaries

from core.model import Sentence
from core.progress import Tick, silent, ticked

_TITLES = {
    "en": "Ms Mx Amb Atty Ft Vol approx",
    "de": "Hrn Dipl Abs geb gest",
    "fr": "M MM Mme Mmes Mlle Me Dr Mgr Pr St Ste",
    "es": "Cnel D Dña aprox",
    "pt": "Profa Cel Av núm D Pe",
    "nl": "mevr",
    "pl": "dr mgr inż gen płk ks św nr ok tys mln",
    "ru": "им млн млрд др",
    "sv": "bl t.ex kl",
    "tr": "Av Doç Sn",
}
"""Short forms after which no sentence ends and which sentencex 1.0 does not know, of the common ones."""
_SHORT = {
    language: re.compile(r"(?:^|[\s(\"'“‘«„])(?:" + "|".join(map(re.escape, forms.split())) + r")\.\s*$")
    for language, forms in _TITLES.items()
}
_ORDINAL_LANGUAGES = frozenset({"cs", "da", "de", "et", "fi", "hr", "hu", "no", "sk", "sl", "sr"})
_ORDINAL = re.compile(r"(?:^|\s)\d{1,2}\.\s*$")
"""Das 13. Haus: where ordinals have a stop, a small number at the end is one far more often than not."""
_VERB_LAST = re.compile(r"(?<=\s)[a-zß-ÿ]{5,}[.!?] (?=\d)")
"""Where sentencex takes any number behind a stop for an ordinal, a sentence ends with a word of small
letters, as most German ones do: short forms have fewer, or a capital."""
_ITEM = re.compile(r"[\"'“‘(*_#>\s-]{0,8}\d{1,3}\.\s*")
_INITIALS, _ONE_NAME = re.compile(r"(?<!\w)[A-Z]\.\s?[A-Z]\.$"), re.compile(r"[A-Z]\w+\.?")
"""Two initials, and the one name that ends the sentence behind them: "the work of A. M. Ferrand"."""
_HOUR = re.compile(r"\d\s?[ap]\.m\.\s*$")
_DAY = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[ECMPB][SD]?T\b|GMT\b|UTC\b|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]{0,7} \d|"
    r"(?!(?:Each|Every|Next|Last|This|That|Any|Some|By|First) )"
    r"[A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20}){0,2} [Tt]ime\b)"
)
"""What goes on behind an hour: its day or its zone, "6 p.m. Moscow time"."""
_WORDY = re.compile(r"[^\W_⁰¹²³⁴-⁹]")
"""A letter or a digit; raised ones are the mark of a note, which belongs to the sentence before it."""
_CLOSED = re.compile(r"[\"'”’»“]\s*$")
_OPENER = re.compile(r"(?<=\s)[\"'“‘«„(\[]\s*$")
_CLOSING = re.compile(r"(?<=\S)(?:[*_]{1,3}:?(?=[^\w*_]|$)|[⁰¹²³⁴-⁹]{1,3}(?!\w))")
"""Marks that end emphasis, as Markdown tells them from those that begin it: words before, none behind; and
the mark of a note right behind a stop."""
_STOPS = (". ", "! ", "? ", ".\n", "。", "！", "？", "। ", "؟ ")
_ENDS = ".!?。！？।؟…\n"
_WINDOW = 4000
"""Characters; five times an ordinary paragraph."""
_GLUED = re.compile(
    r"[.!?](?:(?<=[a-zà-ÿ]{3}[.!?])(?=[\"“]?[A-ZÀ-Þ][a-zà-ÿ]+ [a-zà-ÿ])"
    r"|(?<=\d [ap]\.m\.) (?=[\"“][A-Z][^\"”]{1,400}[,.!?][\"”]))"
)
"""A stop without the space after it, where a new sentence plainly starts, not a domain, not an initial; and
the end of an hour before a quotation that is a sentence, where sentencex goes on."""


def sentences_of(  # noqa: PLR0913 - a run of a text, how it is cut, and who is told
    text: str, start: int, end: int, language: str | None, most: int = 100_000, *, tick: Tick = silent
) -> tuple[Sentence, ...]:
    """Cut a run of a text into sentences.

    Args:
        text: The article.
        start: First character of the run.
        end: One past its last.
        language: ISO 639-1 code; None is read as English, whose rules sentencex falls back to anyway.
        most: A run that may hold more sentences than this is one sentence.
        tick: Told now and then that it goes on; what it raises stops the cutting.

    Returns:
        Sentences that rise, lie inside the run and together hold every character that is not white space.
    """
    run = text[start:end]
    crowded = most <= 0 or (len(run) > most and sum(map(run.count, _ENDS)) > most)
    edges = [0, len(run)] if crowded else _edges(run, language or "en", tick)
    found: list[Sentence] = []
    held = ""
    for left, right in ticked(list(pairwise(edges)), tick):
        piece = run[left:right]
        words = piece.strip()
        if not words:
            continue
        at = start + left + len(piece) - len(piece.lstrip())
        if found and _goes_on(held, words, language or "en"):
            found[-1] = Sentence(found[-1].start, at + len(words))
        else:
            found.append(Sentence(at, at + len(words)))
        held = piece
    return tuple(found)


def _edges(run: str, language: str, tick: Tick) -> list[int]:
    """Where pieces start, and the end.

    An opening quote left at the end of a piece goes to the next; marks that end emphasis to the one before.
    """
    starts = {0, *(match.end() for match in _GLUED.finditer(run))}
    if language in _ORDINAL_LANGUAGES:
        starts.update(match.end() for match in _VERB_LAST.finditer(run))
    for left, right, ended in _windows(run):
        tick(0.0)
        for cut in get_sentence_boundaries(language, run[left:right]):
            at = left + cut["start_index"]
            stray = _OPENER.search(run, max(0, at - 3), at)
            if at > left or ended:
                closing = _CLOSING.match(run, at)
                starts.add(stray.start() if stray else closing.end() if closing else at)
    return [*sorted(starts), len(run)]


def _windows(run: str) -> Iterator[tuple[int, int, bool]]:
    """A run in parts, and whether a sentence ends before each: sentencex is quadratic in open quotations."""
    left, ended = 0, True
    while len(run) - left > _WINDOW:
        stop = max(run.rfind(end, left, left + _WINDOW) for end in _STOPS)
        before, ended = ended, stop >= left + _WINDOW // 2
        if not ended:
            stop = max(run.rfind(" ", left, left + _WINDOW), left + _WINDOW // 2)
        yield left, stop + 1, before
        left = stop + 1
    yield left, len(run), ended


def _goes_on(before: str, after: str, language: str) -> bool:
    """Whether the piece before closed no sentence."""
    last = before[-24:].rstrip().rstrip("*_")
    if not _WORDY.search(after) or not _WORDY.search(before):
        return True
    if after[0].islower() or after[0] in ",;”»":
        return bool(_CLOSED.search(last))
    if _HOUR.search(last):
        return bool(_DAY.match(after))
    named = _INITIALS.search(last) and _ONE_NAME.fullmatch(after)
    if named or (len(before) < 16 and _ITEM.fullmatch(before)):
        return True
    if language in _ORDINAL_LANGUAGES and _ORDINAL.search(last):
        return True
    return language in _SHORT and bool(_SHORT[language].search(last))

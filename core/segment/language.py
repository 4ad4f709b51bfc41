"""The language of an article, from its script and its commonest small words.

It only chooses abbreviations and stems, so a table of a few words does. Looked at and left: lingua (models of
90 MB), langid (needs numpy), langdetect (slow to load, and its answers change from run to run).
"""

import re
from collections import Counter
from itertools import repeat
from math import fsum

_SAMPLE = 20_000
"""Characters that are looked at."""
_LEAST = 0.08
"""Share of the words that must be small words of the language: running text has 0.2 and more."""
_AROUND = ".,;:!?…\"'“”‘’„«»()[]*_#>-–—।،؟۔"
"""Signs around a word."""

_SMALL_WORDS = {
    "en": "the of and to in that is was for on with he said it at by from as has have not were who "
    "an had its which after their",
    "de": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch "
    "wurde nach am bei einer einem aus hat",
    "fr": "le la les des et du un une est dans que pour qui sur pas au par plus avec ce il aux "
    "sont de a en été après ne nous son ses selon à ont",
    "es": "el la los las de y en que un una por con del se para su al es lo como más fue ha a sus "
    "no desde entre este está hasta tras dijo según unos unas dos sin sobre años",
    "pt": "o a os as de e em que um uma do da no na não por com para dos das ao foi se mais à às "
    "pelo pela entre desde está num numa nos nas seu sua anos",
    "it": "il lo la gli di e che un una per del della è in con non si sono dei nel alla ha da a "
    "le i dal delle dopo stato al ai",
    "nl": "de het een en van in is dat op te zijn met voor niet aan door ook bij naar werd hij om",
    "sv": "och att det i som en på är av för med den till inte har de ett om var men från",
    "da": "og at det i som en på er af for med den til ikke har de et om var men fra blev",
    "no": "og at det i som en på er av for med den til ikke har de et om var men fra ble",
    "fi": "ja on ei että se oli hän mutta ovat kun myös joka tai sekä mukaan ole sen",
    "pl": "i w na z się nie do to że jest o jak od za po przez dla był oraz które",
    "cs": "a v se na je že z o s do k i ve by jsem ale za po která podle",
    "ro": "și în de la a cu pe că un o nu din este care pentru mai au fost sau",
    "hu": "a az és hogy nem is egy volt de meg el csak már ez mint vagy",
    "tr": "ve bir bu da de için ile olarak olan daha çok gibi ise ancak kadar sonra",
    "id": "yang dan di dari untuk dengan pada ini itu tidak dalam akan ke telah oleh",
    "ru": "и в не на что с по он как это но из за от для его было к о мы",
    "uk": "і в не на що з та по він як це але із за від для його було до є",
    "bg": "и в не на че с за от да се е по като са но към който ще",
    "sr": "и у не на да је се за од са што као али су по који",
    "ar": "في من على أن إلى التي الذي عن هذا هذه مع كان لا ما بعد قال",
    "fa": "در و به از که این را با است آن برای می یک شد بر تا",
    "ur": "کے میں کی ہے سے اور کا کو نے پر کہ یہ ہیں بھی گیا",
    "hi": "के में की है से और का को ने पर कि यह हैं भी गया",
    "mr": "आहे आणि या ते हा ही होते नाही मध्ये केले त्या",
}
_TABLE = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_SHARED = {
    word: [language for language, words in _TABLE.items() if word in words]
    for word in frozenset().union(*_TABLE.values())
}
"""Small word -> its languages: "a" and "de" tell little, and made short French texts Romanian."""

_LETTERS = {
    "en": "",
    "de": "äöüß",
    "fr": "àâæçéèêëîïôœùûü",
    "es": "áéíóúüñ",
    "pt": "áâãàçéêíóôõúü",
    "it": "àèéìíòóùú",
    "nl": "áéëïóèü",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
}
"""The letters of a language beyond the plain ones: a small word with another is a word of no such text."""
_FEW = 60
"""Words of a text up to which its letters are looked at: by small words alone 32 of 900 were told wrongly."""
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz'’-")

_SCRIPTS = (
    ("ja", "\u3040", "\u30ff"),
    ("ko", "\uac00", "\ud7af"),
    ("zh", "\u4e00", "\u9fff"),
    ("th", "\u0e00", "\u0e7f"),
    ("el", "\u0370", "\u03ff"),
    ("he", "\u0590", "\u05ff"),
    ("bn", "\u0980", "\u09ff"),
    ("ta", "\u0b80", "\u0bff"),
    ("hy", "\u0530", "\u058f"),
    ("ka", "\u10a0", "\u10ff"),
)
"""Scripts that name their language, first and last character; kana before Han, for Japanese uses both."""
_BEYOND = re.compile(f"[{min(first for _, first, _ in _SCRIPTS)}-\U0010ffff]")
"""Characters from the first of any of them on: most texts have few."""

CODES = tuple(sorted({*_TABLE, *(language for language, _, _ in _SCRIPTS)}))
"""The languages that an article can be told to be in."""


def detect_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text.

    Args:
        text: An article.

    Returns:
        The code, or None when the text is too short or its language is not in the tables.
    """
    sample = text[:_SAMPLE]
    beyond = Counter(_BEYOND.findall(sample))
    for language, first, last in _SCRIPTS:
        own = sum(n for c, n in beyond.items() if first <= c <= last)
        letters = own and sum(map(str.isalpha, sample))
        if letters and own >= (0.05 if language == "ja" else 0.3) * letters:
            return language
    words = sample.lower().split()
    counts = Counter(filter(_SHARED.__contains__, map(str.strip, words, repeat(_AROUND))))
    shares: dict[str, list[float]] = {language: [] for language in _TABLE}
    for word, n in counts.items():
        for language in _SHARED[word]:
            shares[language].append(n / len(_SHARED[word]))
    # Exact: a last digit, by the order of the words, once made Spanish Hungarian.
    scores = {language: fsum(own) for language, own in shares.items()}
    if len(words) <= _FEW:
        scores |= {language: scores[language] - _foreign(sample, own) for language, own in _LETTERS.items()}
    best = max(scores, key=lambda language: scores[language])
    return best if sum(counts[word] for word in _TABLE[best]) >= max(3, _LEAST * len(words)) else None


def _foreign(text: str, letters: str) -> int:
    """How many small words of a text have a letter that a language lacks."""
    own = _PLAIN.union(letters)
    words = (word.strip(_AROUND) for word in text.split())
    return sum(word.isalpha() and word.islower() and not own.issuperset(word) for word in words)

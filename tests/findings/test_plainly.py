"""What is left out where a sentence has none of some words is what would have been found to be nothing."""

import json
from pathlib import Path

import pytest

from core.findings.claims import deniers, polarity
from core.findings.language import detect, lexicon
from core.findings.text import Forms, Statement, words_in

DENIED = polarity.Said.DENIED
PAIRS = Path(__file__).parents[1] / "pairs" / "tune.jsonl"
LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "nl", "ru", "ar", "hi", "ja", "zh")


def statements() -> list[Statement]:
    """Both texts of the first pairs, each as one sentence, and one for each word of denial and doubt."""
    pairs = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()[:60]]
    texts = [(detect(t, words_in(t)), t) for pair in pairs for t in (pair["a"], pair["b"])]
    keys = ("negator", "lacking", "refusing", "unsure", "some", "as", "doubting", "ending", "final", "nobody")
    texts += [
        (language, f"{word} {word} that Ida Brenn has left")
        for language in LANGUAGES
        for key in keys
        for word in sorted(lexicon(language).words(key))
    ]
    return [Statement(("A", 0, n, 0), text, Forms(language)) for n, (language, text) in enumerate(texts)]


def test_a_sentence_without_a_word_that_shades_says_each_of_its_words_plainly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = polarity.reading.__wrapped__
    sentences = statements()
    soon = [[read(s, n) for n in range(len(s.forms))] for s in sentences]
    everything = frozenset(w for s in sentences for w in s.words)
    monkeypatch.setattr(polarity, "_shading", lambda _: everything)
    assert soon == [[read(s, n) for n in range(len(s.forms))] for s in sentences]


def test_a_word_that_is_denied_is_among_those_that_may_be() -> None:
    denied = [
        (s, n) for s in statements() for n in range(len(s.forms)) if polarity.reading(s, n).said is DENIED
    ]
    assert len({s.language for s, _ in denied}) == len(LANGUAGES)
    assert not [(s.text, n) for s, n in denied if n not in deniers.deniable(s)]

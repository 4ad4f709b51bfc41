"""The word lists: no word stands where nothing asks for it or finds it, and none in two rows of one thing."""

import re
from collections import Counter
from pathlib import Path

import pytest

import core.findings
from core.findings.claims import opposites
from core.findings.language import lexicon, stemmer
from core.findings.text import Forms, Statement

CODE = Path(core.findings.__file__).parent
LANGUAGES = sorted(path.stem for path in (CODE / "words").glob("??.txt"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stem_stands_in_one_row_of_synonyms(language: str) -> None:
    stem = stemmer(language)
    rows = lexicon(language).lines.get("synonym", ())
    stems = Counter(s for row in rows for s in set(map(stem, row.split())))
    assert [s for s, times in stems.items() if times > 1] == []


@pytest.mark.parametrize("language", ["all", *LANGUAGES])
def test_every_key_is_asked_for(language: str) -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in CODE.rglob("*.py"))
    asked = set(re.findall(r'"([a-z_]+)"', code))
    lines = (CODE / "words" / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    assert {line.partition(":")[0] for line in lines if line} <= asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_opposite_is_met_in_a_sentence_that_says_it(language: str) -> None:
    rows = [row for key in ("opposite", "either", "loose", "act") for row in lexicon(language).rows(key)]
    said = {phrase for row in rows for group in row for phrase in group}
    forms = Forms(language)
    assert [p for p in sorted(said) if not opposites.places(Statement(("A", 0, 0, 0), p, forms))] == []

"""Whatever an article holds, it is read with a word about it or refused in a line, and the others open."""

import json
import re
from pathlib import Path

import pytest

from core.export.json import to_json
from core.model import ParagraphKind, Source
from core.pipeline import compare
from core.read import load
from core.safe import make_safe
from core.segment import segment
from core.settings import Limits
from tests.hostile.make import READ, REFUSED, WARNED, Case, cases
from tests.hostile.outputs import drawn, harmless, written
from tests.hostile.texts import STORY
from tests.laws import check_document
from tui.cli import main

CASES = list(cases())
SMALL = [case for case in CASES if not case.large and case.outcome != REFUSED]
LARGE = [case for case in CASES if case.large]
PLAIN = [case for case in SMALL if case.outcome == READ and not case.name.startswith("a page: ")]
BAD = [case for case in CASES if case.outcome == REFUSED]


def ids(chosen: list[Case]) -> list[str]:
    return [re.sub(r"\W+", "-", case.name, flags=re.ASCII) for case in chosen]


def given(case: Case, folder: Path) -> list[str]:
    """The hostile article and, after it, one that is not."""
    (folder / "hostile").mkdir()
    good = folder / "good.txt"
    good.write_text(STORY)
    return [str(case.put(folder / "hostile")), str(good)]


def check_paragraphs(source: Source) -> None:
    at = 0
    for paragraph in source.paragraphs:
        assert not source.text[at : paragraph.start].strip()
        assert at <= paragraph.start < paragraph.end
        at = paragraph.end
        inner = paragraph.start
        for sentence in paragraph.sentences:
            assert not source.text[inner : sentence.start].strip()
            assert inner <= sentence.start < sentence.end
            inner = sentence.end
        if paragraph.kind is not ParagraphKind.NOISE:
            assert not source.text[inner : paragraph.end].strip()
    assert not source.text[at:].strip()


def test_the_corpus_is_large_and_its_names_are_distinct() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 120


@pytest.mark.parametrize("case", BAD, ids=ids(BAD))
def test_what_cannot_be_read_is_refused_in_a_line_and_the_rest_opens(case: Case, tmp_path: Path) -> None:
    path, good = given(case, tmp_path)

    loaded = load([path, good])

    assert [source.origin for source in loaded.sources] == [good]
    (problem,) = loaded.problems
    assert str(problem).isprintable()
    assert len(problem.reason) < 120


@pytest.mark.parametrize("case", BAD, ids=ids(BAD))
def test_the_command_refuses_it_in_one_harmless_line(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, _ = given(case, tmp_path)

    assert main(["compare", "--", path]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.removesuffix("\n").isprintable()


@pytest.mark.parametrize("case", SMALL, ids=ids(SMALL))
def test_what_can_be_read_is_compared_and_exported(case: Case, tmp_path: Path) -> None:
    loaded = load(given(case, tmp_path))
    comparison = compare(loaded.sources)

    hostile = loaded.sources[0]
    assert loaded.problems == ()
    assert hostile.origin
    assert bool(hostile.warnings) == (case.outcome == WARNED)
    for text in written(comparison):
        assert harmless(text)
        text.encode()
    assert all(harmless(line, one_line=True) for line in drawn(comparison, 80, rows=9))
    check_document(json.loads(to_json(comparison)))


@pytest.mark.parametrize("case", PLAIN, ids=ids(PLAIN))
def test_what_is_read_without_a_word_is_read_as_it_stands(case: Case, tmp_path: Path) -> None:
    path, _ = given(case, tmp_path)

    text = load([path]).sources[0].text

    assert text == make_safe(Path(path).read_bytes().decode())[0]
    assert make_safe(Path(path).read_bytes().decode())[1] == 0


@pytest.mark.parametrize("case", LARGE, ids=ids(LARGE))
def test_what_is_large_is_read_and_cut(case: Case, tmp_path: Path) -> None:
    source = segment(load(given(case, tmp_path)).sources[0])

    check_paragraphs(source)
    assert len(source.paragraphs) <= Limits().lines
    assert sum(len(p.sentences) for p in source.paragraphs) <= Limits().sentences + Limits().lines

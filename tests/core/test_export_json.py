"""The JSON document: its laws, and that its laws can fail."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.export.json import to_json
from core.model import Comparison, Wording
from core.pipeline import compare
from core.read import load
from core.settings import Settings
from tests.comparisons import Shape, hostile_words, made, plain_words, shapes
from tests.laws import LAWS, check_document, finding_set, link_set

TWO = Shape(((True, True), (True, False)), (True, False), loose=True, wording=Wording.NEAR)


def two() -> Comparison:
    return made(plain_words(TWO), TWO)


@given(data=st.data(), shape=shapes())
def test_the_document_keeps_its_laws_whatever_the_articles_hold(data: st.DataObject, shape: Shape) -> None:
    comparison = made(data.draw(hostile_words(shape)), shape)
    text = to_json(comparison)
    assert text.encode("utf-8").decode("utf-8") == text
    document = json.loads(text)
    check_document(document)
    assert [s["text"] for s in document["sources"]] == [s.text for s in comparison.sources]
    assert to_json(comparison) == text


def test_a_label_with_half_a_character_can_still_be_written() -> None:
    comparison = two()
    broken = replace(comparison.findings[0], label="half \ud83d of it")
    text = to_json(replace(comparison, findings=(broken, *comparison.findings[1:])))
    assert json.loads(text.encode("utf-8"))["findings"][0]["label"] == "half \ufffd of it"


def test_a_score_that_is_no_number_is_refused() -> None:
    comparison = two()
    link = replace(comparison.links[0], score=float("nan"))
    with pytest.raises(ValueError, match="JSON compliant"):
        to_json(replace(comparison, links=(link,)))


def test_the_settings_are_told() -> None:
    document = json.loads(to_json(made(plain_words(TWO), TWO, Settings(threshold=50))))
    assert document["settings"]["threshold"] == 50


def test_the_order_of_the_sources_changes_neither_links_nor_findings() -> None:
    sources = load([str(Path(__file__).parents[2] / "seeds")]).sources
    first, *others = (
        json.loads(to_json(compare(order)))
        for order in (sources, sources[::-1], (*sources[2:], *sources[:2]))
    )
    assert len(link_set(first)) == len(first["links"]) > 100
    assert len(finding_set(first)) == len(first["findings"]) > 10
    for document in others:
        assert link_set(document) == link_set(first)
        assert finding_set(document) == finding_set(first)


def broken(change: Callable[[Any], object]) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(to_json(two()))
    change(document)
    return document


BREAKS: dict[str, Callable[[Any], object]] = {
    "keys_stand_in_their_order": lambda d: d.update(settings=d.pop("settings")),
    "strings_are_safe_and_numbers_finite": lambda d: d["links"][0].update(score=float("inf")),
    "ids_count_up": lambda d: d["passages"].reverse(),
    "paragraphs_rise_and_hold_every_character": lambda d: d["sources"][0]["paragraphs"][0].update(end=3),
    "cells_lie_inside_one_paragraph": lambda d: d["passages"][0]["cells"][0].update(paragraph=1),
    "every_word_stands_in_one_cell": lambda d: d["passages"].pop(),
    "a_source_has_one_cell_in_a_passage": lambda d: d["passages"][0]["cells"].reverse(),
    "status_says_what_the_cells_say": lambda d: d["passages"][0].update(status="agree"),
    "marks_rise_inside_their_cell": lambda d: d["passages"][0]["cells"][0].update(
        marks=[{"start": 0, "end": 99, "mark": "own"}]
    ),
    "links_join_different_sources_once": lambda d: d["links"].append(d["links"][0]),
    "findings_hold_two_readings_with_their_spans": lambda d: d["findings"][0]["readings"].pop(),
    "matrix_is_square_and_of_shares": lambda d: d["matrix"]["shared"][0].append(0.5),
    "counts_count": lambda d: d["counts"].update(agree=7),
}


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_every_law_can_be_broken(law: Callable[[Any], None]) -> None:
    law(broken(lambda _: None))
    with pytest.raises(AssertionError):
        law(broken(BREAKS[law.__name__]))

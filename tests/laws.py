"""The laws of the JSON document `sidelight/1`, checked on a document.

    from tests.laws import check_document
    check_document(json.loads(to_json(comparison)))

Each law is one function; each raises AssertionError with a line that names the place. They read the
document alone, as somebody would who has nothing but the file.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from math import isfinite
from typing import Any

Document = dict[str, Any]

_TOP = ("format", "tool", "settings", "sources", "passages", "links", "findings", "matrix", "counts")
_SOURCE = (
    "id", "title", "origin", "outlet", "published", "url", "language", "sha256", "words", "warnings", "text",
    "paragraphs",
)  # fmt: skip
_PLACE = ("source", "paragraph", "start", "end")
_KINDS = {"number", "date", "name", "quote", "attribution", "place", "negation"}
_PARAGRAPHS = {"paragraph", "heading", "item", "quote", "noise"}
_MARKS = {"shared", "partial", "own"}
_WORDINGS = {"same", "near", "reworded"}


def check_document(document: Document) -> None:
    """Check every law.

    Raises:
        AssertionError: a law is broken; the message names the place.
    """
    for law in LAWS:
        law(document)


def keys_stand_in_their_order(document: Document) -> None:
    assert tuple(document) == _TOP
    assert document["format"] == "sidelight/1"
    assert tuple(document["tool"]) == ("name", "version")
    assert tuple(document["matrix"]) == ("ids", "shared")
    assert tuple(document["counts"]) == ("sources", "passages", "agree", "diverge", "only", "findings")
    shapes = {
        "sources": _SOURCE,
        "passages": ("id", "status", "wording", "moved", "cells", "findings"),
        "links": ("a", "b", "score"),
        "findings": ("id", "kind", "passage", "label", "readings"),
    }
    for name, shape in shapes.items():
        assert all(tuple(value) == shape for value in document[name]), name
    assert all(tuple(cell) == (*_PLACE, "marks") for cell in _cells(document))
    assert all(tuple(link[end]) == _PLACE for link in document["links"] for end in "ab")


def strings_are_safe_and_numbers_finite(document: Document) -> None:
    for value in _leaves(document):
        if isinstance(value, str):
            value.encode("utf-8")
        elif isinstance(value, float):
            assert isfinite(value)


def ids_count_up(document: Document) -> None:
    for name, prefix in (("passages", "P"), ("findings", "F")):
        ids = [value["id"] for value in document[name]]
        assert ids == [f"{prefix}{n}" for n in range(1, len(ids) + 1)], name
    ids = [source["id"] for source in document["sources"]]
    assert ids == [_siglum(n) for n in range(len(ids))]
    assert document["matrix"]["ids"] == ids


def paragraphs_rise_and_hold_every_character(document: Document) -> None:
    for source in document["sources"]:
        text, at = source["text"], 0
        for index, paragraph in enumerate(source["paragraphs"]):
            where = f"source {source['id']}, paragraph {index}"
            assert paragraph["index"] == index, where
            assert paragraph["kind"] in _PARAGRAPHS, where
            assert (paragraph["reason"] is not None) == (paragraph["kind"] == "noise"), f"{where}: reason"
            assert at <= paragraph["start"] < paragraph["end"] <= len(text), f"{where}: rises"
            assert not text[at : paragraph["start"]].strip(), f"{where}: left out {text[at:][:30]!r}"
            at = paragraph["end"]
        assert not text[at:].strip(), f"source {source['id']}: left out at the end"


def cells_lie_inside_one_paragraph(document: Document) -> None:
    spans = _paragraphs(document)
    places = [*_cells(document), *(link[end] for link in document["links"] for end in "ab")]
    for place in places:
        paragraph = spans[place["source"], place["paragraph"]]
        assert paragraph["kind"] != "noise", f"{place} is noise"
        assert paragraph["start"] <= place["start"] < place["end"] <= paragraph["end"], place


def every_word_stands_in_one_cell(document: Document) -> None:
    """Sentences hold every character that is not white space, so each such character lies in one cell."""
    held: Counter[tuple[str, int]] = Counter()
    for cell in _cells(document):
        held.update((cell["source"], at) for at in range(cell["start"], cell["end"]))
    for source in document["sources"]:
        for paragraph in source["paragraphs"]:
            wanted = 0 if paragraph["kind"] == "noise" else 1
            for at in range(paragraph["start"], paragraph["end"]):
                count = held[source["id"], at]
                if not source["text"][at].isspace():
                    assert count == wanted, f"source {source['id']}, character {at}: in {count} cells"


def a_source_has_one_cell_in_a_passage(document: Document) -> None:
    order = [source["id"] for source in document["sources"]]
    for passage in document["passages"]:
        ids = [cell["source"] for cell in passage["cells"]]
        assert ids, passage["id"]
        assert ids == sorted(set(ids), key=order.index), f"{passage['id']}: {ids}"
        assert set(passage["moved"]) <= set(ids), f"{passage['id']}: moved"


def status_says_what_the_cells_say(document: Document) -> None:
    for passage in document["passages"]:
        several = len(passage["cells"]) > 1
        expected = "diverge" if passage["findings"] else "agree" if several else "only"
        assert passage["status"] == expected, passage["id"]
        assert passage["wording"] in (_WORDINGS if several else {None}) | {None}, passage["id"]
        assert expected != "agree" or passage["wording"], f"{passage['id']}: how it is worded"


def marks_rise_inside_their_cell(document: Document) -> None:
    for cell in _cells(document):
        for mark in cell["marks"]:
            assert mark["mark"] in _MARKS, cell
            assert cell["start"] <= mark["start"] < mark["end"] <= cell["end"], (cell, mark)
        assert all(a["end"] <= b["start"] for a, b in pairwise(cell["marks"])), cell


def links_join_different_sources_once(document: Document) -> None:
    order = [source["id"] for source in document["sources"]]
    seen = set()
    for link in document["links"]:
        a, b = link["a"], link["b"]
        assert order.index(a["source"]) < order.index(b["source"]), link
        assert document["settings"]["threshold"] <= link["score"] + 0.01, link
        assert 0 <= link["score"] <= 100, link
        pair = tuple(end[name] for end in (a, b) for name in ("source", "start", "end"))
        assert pair not in seen, link
        seen.add(pair)


def findings_hold_two_readings_with_their_spans(document: Document) -> None:
    texts = {source["id"]: source["text"] for source in document["sources"]}
    held = {passage["id"]: passage["findings"] for passage in document["passages"]}
    for finding in document["findings"]:
        name = finding["id"]
        assert finding["kind"] in _KINDS, name
        assert len(finding["readings"]) >= 2, name
        assert finding["passage"] is None or name in held[finding["passage"]], name
        for reading in finding["readings"]:
            assert reading["value"], name
            assert len(set(reading["sources"])) == len(reading["sources"]) > 0, name
            assert {span["source"] for span in reading["spans"]} == set(reading["sources"]), name
            for span in reading["spans"]:
                assert 0 <= span["start"] < span["end"] <= len(texts[span["source"]]), (name, span)
    placed = [name for names in held.values() for name in names]
    assert sorted(placed) == sorted(f["id"] for f in document["findings"] if f["passage"] is not None)


def matrix_is_square_and_of_shares(document: Document) -> None:
    n = len(document["sources"])
    shared = document["matrix"]["shared"]
    assert [len(row) for row in shared] == [n] * n
    assert all(0 <= share <= 1 for row in shared for share in row)


def counts_count(document: Document) -> None:
    statuses = Counter(passage["status"] for passage in document["passages"])
    assert document["counts"] == {
        "sources": len(document["sources"]),
        "passages": len(document["passages"]),
        "agree": statuses["agree"],
        "diverge": statuses["diverge"],
        "only": statuses["only"],
        "findings": len(document["findings"]),
    }


LAWS: tuple[Callable[[Document], None], ...] = (
    keys_stand_in_their_order,
    strings_are_safe_and_numbers_finite,
    ids_count_up,
    paragraphs_rise_and_hold_every_character,
    cells_lie_inside_one_paragraph,
    every_word_stands_in_one_cell,
    a_source_has_one_cell_in_a_passage,
    status_says_what_the_cells_say,
    marks_rise_inside_their_cell,
    links_join_different_sources_once,
    findings_hold_two_readings_with_their_spans,
    matrix_is_square_and_of_shares,
    counts_count,
)
"""Every law, in the order in which they are checked."""


def link_set(document: Document) -> set[frozenset[tuple[str, int, int]]]:
    """The links without IDs or order: what stays when the sources are given in another order."""
    digests = {source["id"]: source["sha256"] for source in document["sources"]}
    return {
        frozenset((digests[link[end]["source"]], link[end]["start"], link[end]["end"]) for end in "ab")
        for link in document["links"]
    }


def finding_set(document: Document) -> set[tuple[str, frozenset[frozenset[tuple[str, int, int]]]]]:
    """The findings without IDs, order or labels: what stays when the sources are given in another order."""
    digests = {source["id"]: source["sha256"] for source in document["sources"]}
    return {
        (
            finding["kind"],
            frozenset(
                frozenset((digests[s["source"]], s["start"], s["end"]) for s in reading["spans"])
                for reading in finding["readings"]
            ),
        )
        for finding in document["findings"]
    }


def _cells(document: Document) -> Iterator[Document]:
    for passage in document["passages"]:
        yield from passage["cells"]


def _paragraphs(document: Document) -> dict[tuple[str, int], Document]:
    return {(s["id"], p["index"]): p for s in document["sources"] for p in s["paragraphs"]}


def _leaves(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
    else:
        yield value


def _siglum(index: int) -> str:
    """A … Z, AA, AB, …, counted out the slow way."""
    count, letters = index + 1, ""
    while count:
        count, rest = divmod(count - 1, 26)
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[rest] + letters
    return letters

"""The pipeline as a front end calls it: progress, cancelling, live threshold."""

from collections.abc import Iterator
from dataclasses import FrozenInstanceError, fields, is_dataclass, replace

import pytest

from core.bounds import too_alike
from core.errors import Cancelled, LimitError, SettingsError
from core.model import Cell, Link, Source, Status, source_id
from core.pipeline import compare, rearrange
from core.settings import Limits, Settings

A = "The mill in Fernhollow burned down on Sunday.\n\nIts owner, Jory Pell, was away."
B = "On Sunday the mill in Fernhollow burned down.\n\nHay prices are rising."


def _sources() -> list[Source]:
    return [Source.from_text(A, title="One"), Source.from_text(B, title="Two")]


def test_compare_gives_ids_in_the_order_of_the_sources() -> None:
    comparison = compare(_sources())
    assert [(s.id, s.title) for s in comparison.sources] == [("A", "One"), ("B", "Two")]
    assert [p.status for p in comparison.passages] == [Status.AGREE, Status.ONLY, Status.ONLY]


def _values(value: object) -> Iterator[object]:
    """A value and all that it holds."""
    if isinstance(value, tuple | list | frozenset | set):
        for held in value:
            yield from _values(held)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from _values(getattr(value, field.name))


def test_nothing_that_is_handed_out_can_be_changed() -> None:
    sources = [*_sources(), Source.from_text(A.replace("Jory Pell", "Hob Marsh").replace("Sunday", "Friday"))]
    comparison = compare(sources)
    seen = {type(value).__name__: value for value in _values(comparison)}
    assert {
        "Comparison",
        "Source",
        "Passage",
        "Cell",
        "Link",
        "Finding",
        "Reading",
        "Settings",
    } <= seen.keys()
    for value in seen.values():
        name = fields(value)[0].name  # type: ignore[arg-type]
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, None)


@pytest.mark.parametrize("texts", [[], [""], ["", ""], [A], ["…", "…"], [A, ""]])
def test_little_or_no_input_compares(texts: list[str]) -> None:
    comparison = compare([Source.from_text(t) for t in texts])
    assert len(comparison.sources) == len(texts)
    assert comparison.links == ()


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (Limits(text_bytes=100), "at most 0.0001 MB of text"),
        (Limits(lines=3), "at most 3 lines"),
        (Limits(pairs=1), "at most 1 pairs of sentences"),
        (Limits(links=0), "at most 0 links"),
        (Limits(linked_bytes=89), "at most 8.9e-05 MB of text in its links"),
    ],
)
def test_what_is_too_much_is_refused_with_its_limit_where_limits_are_given(limits: Limits, said: str) -> None:
    with pytest.raises(LimitError, match=said):
        compare(_sources(), Settings(limits=limits))
    just = Limits(text_bytes=len((A + B).encode()), lines=4, pairs=2, links=1, linked_bytes=90)
    assert compare(_sources(), Settings(limits=just)).links


def test_a_library_call_has_no_limits_unless_it_is_given_some() -> None:
    assert Settings().limits is None
    blank = [Source.from_text(A + " " * Limits().text_bytes), Source.from_text(B)]
    assert compare(blank).links
    with pytest.raises(LimitError, match=r"at most 0\.8 MB of text"):
        compare(blank, Settings(limits=Limits()))


def test_the_text_of_both_sides_of_a_link_counts() -> None:
    sources = [Source.from_text("Rain fell."), Source.from_text("Rain fell. Roads closed.")]
    for articles in (sources, sources[::-1]):
        cut = [replace(a, id=source_id(n)) for n, a in enumerate(articles)]
        whole = [Cell(a.id, 0, 0, len(a.text)) for a in cut]
        link = Link(whole[0], whole[1], 60.0)
        assert not too_alike(cut, [link], Limits(linked_bytes=34))
        assert "linked_bytes=N" in too_alike(cut, [link], Limits(linked_bytes=33))


def test_the_language_of_the_settings_cuts_and_stems_where_a_source_names_none() -> None:
    text = "Es geschah am 13. Mai in Veldby. Die Brücke fiel."
    own, given = Source.from_text(text, language="en"), Source.from_text(text)

    first, second = compare([own, given], Settings(language="de")).sources

    assert (first.language, second.language) == ("en", "de")
    assert [len(s.paragraphs[0].sentences) for s in (first, second)] == [3, 2]


@pytest.mark.parametrize("language", ["english", "../x", "EN", "", "e\x1b"])
def test_a_language_that_is_no_code_is_refused(language: str) -> None:
    with pytest.raises(SettingsError, match="give two letters, as en"):
        Settings(language=language)


def test_progress_rises_within_a_stage_and_stages_come_in_order() -> None:
    told: list[tuple[str, float]] = []
    compare(_sources(), progress=lambda stage, done: told.append((stage, done)))
    stages = list(dict.fromkeys(stage for stage, _ in told))
    assert stages == ["segment", "weigh", "align", "arrange", "judge"]
    for stage in stages:
        done = [d for s, d in told if s == stage]
        assert done == sorted(done)
        assert all(0 <= d <= 1 for d in done)


@pytest.mark.parametrize("stage", ["segment", "weigh", "align", "arrange", "judge"])
def test_a_comparison_can_be_cancelled_in_every_stage(stage: str) -> None:
    def cancel(name: str, _: float) -> None:
        if name == stage:
            raise Cancelled

    with pytest.raises(Cancelled):
        compare(_sources(), progress=cancel)


def test_rearrange_brings_weak_pairs_in_and_back() -> None:
    first = compare(_sources())
    strict = rearrange(first, Settings(threshold=100))
    assert strict.links == ()
    assert all(p.status is Status.ONLY for p in strict.passages)
    assert rearrange(strict, first.settings).passages == first.passages


def test_rearrange_tells_how_far_it_is() -> None:
    told: list[tuple[str, float]] = []
    rearrange(compare(_sources()), Settings(threshold=50), lambda *at: told.append(at))
    assert list(dict.fromkeys(stage for stage, _ in told)) == ["arrange", "judge"]
    for stage in ("arrange", "judge"):
        done = [d for s, d in told if s == stage]
        assert done == sorted(done)
        assert all(0 <= d <= 1 for d in done)


@pytest.mark.parametrize("stage", ["arrange", "judge"])
def test_rearranging_can_be_cancelled_in_every_stage(stage: str) -> None:
    def cancel(name: str, _: float) -> None:
        if name == stage:
            raise Cancelled

    with pytest.raises(Cancelled):
        rearrange(compare(_sources()), Settings(threshold=50), cancel)


def test_a_reader_sets_limits_by_name() -> None:
    assert Limits().raised(["text_bytes=7000000", "parse_seconds=.5"]) == Limits(
        text_bytes=7_000_000, parse_seconds=0.5
    )
    for wrong in ("text=1", "lines", "lines=", "lines=-1", "lines=1.5", "parse_seconds=nan", "=1", "\x1b=1"):
        with pytest.raises(SettingsError, match="give ") as caught:
            Limits().raised([wrong])
        assert str(caught.value).isprintable()


def test_cutting_tells_how_far_it_is_inside_an_article_and_can_be_stopped_there() -> None:
    told: list[float] = []

    def stop(stage: str, fraction: float) -> None:
        assert stage == "segment"
        told.append(fraction)
        if len(told) == 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        compare([Source.from_text("It rained.\n\n" * 2000), *_sources()], progress=stop)
    assert told == sorted(told)
    assert told[-1] < 1 / 3

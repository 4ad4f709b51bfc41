"""What a report says of wording that sources share."""

from dataclasses import replace

from core.export.markdown import passages_to_markdown, to_markdown
from core.model import Comparison, Link, Source
from core.pipeline import compare


def test_who_shares_how_much_wording_with_whom_is_a_table_from_three_sources_on() -> None:
    crane = "The crane at Ostrel lifted forty barges on Monday, the port said."
    texts = [crane, crane, "A dog slept all day long beside the old bakery."]
    sources = [Source.from_text(text) for text in texts]
    three, two = (to_markdown(compare(some)) for some in (sources, sources[:2]))
    table = three[three.index("## Shared wording") :].splitlines()[4:9]
    assert table == [
        "| Source | A | B | C |",
        "| --- | --- | --- | --- |",
        "| A | – | 100% | 0% |",
        "| B | 100% | – | 0% |",
        "| C | 0% | 0% | – |",
    ]
    copied = "\nOne wire text, where 80% or more of the words of one source stand in another: A, B."
    assert f"{copied} Passages that no other source tells: P1.\n" in three
    assert "Shared wording" not in two


def test_what_copies_alone_tell_is_told_apart_from_what_another_source_tells_too() -> None:
    crane = "The crane at Ostrel lifted forty barges on Monday, the port said."
    baker = "The baker of Tolvan closed his old shop after forty years."
    dog = "A dog slept all day long beside the mill, and nobody came to wake it before the evening bell rang."
    told = [f"{crane}\n\n{baker}", f"{crane}\n\n{baker}", f"{dog}\n\n{baker}"]
    comparison = compare([Source.from_text(text) for text in told])
    assert told_by_copies(comparison) == "P1"
    rows = {frozenset(c.source for c in p.cells): p for p in comparison.passages}
    assert set(rows) == {frozenset("AB"), frozenset("ABC"), frozenset("C")}
    ours, theirs = rows[frozenset("AB")].cells[0], rows[frozenset("C")].cells[0]
    tied = replace(comparison, links=(*comparison.links, Link(ours, theirs, 80.0)))
    assert told_by_copies(tied) == ""


def test_an_agreement_of_copies_alone_says_that_they_are_one_wire_text() -> None:
    crane = "The crane at Ostrel lifted forty barges on Monday, the port said."
    baker = "The baker of Tolvan closed his old shop after forty years."
    dog = "A dog slept all day long beside the mill, and nobody came to wake it before the evening bell rang."
    told = [f"{crane}\n\n{baker}", f"{crane}\n\n{baker}", f"{dog}\n\n{baker}"]
    three, two = (compare([Source.from_text(text) for text in some]) for some in (told, told[:2]))
    report = to_markdown(three)
    assert "\n### P1: A, B agree (same wording), one wire text\n" in report
    assert report.count(", one wire text\n") == 1  # C tells of the baker too
    assert "one wire text" in passages_to_markdown(three, three.passages[:1], [("A", "B")])
    assert "wire" not in passages_to_markdown(three, three.passages[:1])
    assert "wire" not in to_markdown(two)


def told_by_copies(comparison: Comparison) -> str:
    lines = to_markdown(comparison).splitlines()
    (said,) = (line for line in lines if line.startswith("One wire text"))
    return said.partition("Passages that no other source tells: ")[2].rstrip(".")

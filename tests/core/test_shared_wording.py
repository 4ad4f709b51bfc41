"""What a report says of wording that sources share."""

from dataclasses import replace

from core.export.markdown import to_markdown
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
    copied = "\nOne wire text, for 80% or more of the words of one stand in another: A, B."
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


def told_by_copies(comparison: Comparison) -> str:
    lines = to_markdown(comparison).splitlines()
    (said,) = (line for line in lines if line.startswith("One wire text"))
    return said.partition("Passages that no other source tells: ")[2].rstrip(".")

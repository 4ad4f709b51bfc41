from dataclasses import replace

from core.model import Comparison, Source
from core.pipeline import compare
from tests.tui import story
from tui.asking import why
from tui.look import Look
from tui.spread import spread_out
from tui.state import View
from tui.telling import header


def told(key: str, comparison: Comparison | None = None) -> str:
    spread = spread_out(comparison or story.comparison())
    look = Look(spread, View.READINGS, spread.ids)
    row = next(r for r in spread.rows("A") if r.key == key)
    return "\n".join(words.text for words in why(look, row))


def test_why_names_score_words_and_rule() -> None:
    text = told("P2")
    assert "number deaths" in text
    assert "at least 12 and 14 of the same thing: people who died" in text
    assert " 81  A ¶2 and B ¶3, in other words" in text
    assert (
        "shared words and their weight: coast 42%, guard 18%, died 9%, least 5%, people 5%, said 5%, 12 5%"
        in text
    )
    assert "neighbours also match" in text


def test_why_tells_which_values_were_not_called_a_conflict() -> None:
    texts = (
        "The ferry left Port Sorrel at noon with 312 people, 40 cars and Ida Brenn aboard.",
        "The ferry left Port Sorrel at noon with 296 people, 40 cars and Tom Ashby aboard.",
    )
    sources = [Source.from_text(f"{text}\n\nIt was a calm day.", title="") for text in texts]
    made = compare(sources)
    bare = replace(made, findings=(), passages=tuple(replace(p, findings=()) for p in made.passages))
    text = told("P1", bare)
    assert "numbers not in both: 312 (A), 296 (B)" in text
    assert "names not in both: Ida Brenn (A), Tom Ashby (B)" in text
    assert "dates" not in text
    assert not made.findings or "312 (A), 296 (B)" not in told("P1", made).split("not in both")[-1]


def test_why_tells_of_every_source_whatever_the_columns_show() -> None:
    spread = spread_out(story.comparison())
    look = Look(spread, View.COLUMNS, spread.ids[:2])
    row = next(r for r in spread.rows("A") if r.key == "P2")
    assert row.passage
    assert "also in" in header(look, row, row.passage).text
    assert "also in" not in "\n".join(words.text for words in why(look, row))


def test_a_passage_alone_says_that_nothing_matches() -> None:
    assert "No other source has a sentence that matches this one." in told("P5")


def test_a_paragraph_that_was_left_out_says_why() -> None:
    assert "share bar" in told("B¶1")


def test_rivals_are_told_apart_from_links() -> None:
    made = story.comparison()
    link = replace(made.links[0], a=made.passages[3].cells[0], b=made.passages[5].cells[0], score=21.0)
    weak = replace(made, weak=(link,))
    text = told("P4", weak)
    assert "Came near, but not matched" in text
    assert " 21  A ¶4 and D ¶3" in text
    assert "Also matched" not in text


def test_a_link_that_another_row_shows_is_no_rival() -> None:
    made = story.comparison()
    link = replace(made.links[0], a=made.passages[3].cells[0], b=made.passages[5].cells[0], score=64.0)
    text = told("P4", replace(made, links=(*made.links, link)))
    assert "Also matched; another row shows it" in text
    assert " 64  A ¶4 and D ¶3" in text
    assert "Came near" not in text

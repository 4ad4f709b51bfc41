"""Articles are cut by their structure, and whatever the text, nothing is lost."""

# ruff: noqa: E501 - texts are read on one line

import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock

from core.model import ParagraphKind, Source
from core.segment import segment
from core.segment.language import _TABLE, detect_language
from core.segment.sentences import sentences_of
from core.settings import Limits

_CASE = re.compile(r"^## (.+?)\n+```text\n(.*?)\n```\n\n```expect\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
CASES = _CASE.findall(Path(__file__).with_name("segment_cases.md").read_text(encoding="utf-8"))

_SCRAPS = st.sampled_from(
    [
        "#",
        "##",
        "- ",
        "1. ",
        "> ",
        "```",
        "---",
        "===",
        "**",
        "(",
        ")",
        "“",
        "”",
        '"',
        "'",
        ". ",
        "… ",
        "?! ",
        "\n",
        "\n\n",
        "Comments",
        "Photo",
        "Share this",
        "Mr. Hale",
        "U.S.",
        "5 p.m.",
        "Jan. 14",
        "    ",
        "\t",
        "[a]: b",
        "<p>",
        "<!--",
        "pic.twitter.com/AbC",
        " — Ann (@ann) May 3, 2026",
        "sources cited above.",
        "他说。",
        "قال.",
        "यह है।",
        "\u200d",
        "\u3000",
    ]
)
ARTICLES = st.one_of(st.text(), st.lists(_SCRAPS | st.text(max_size=5), max_size=30).map("".join))


def _check(source: Source) -> None:
    """The laws of the paragraphs of any source."""
    at = 0
    covered = []
    for number, paragraph in enumerate(source.paragraphs):
        assert paragraph.index == number
        assert at <= paragraph.start < paragraph.end
        at = paragraph.end
        covered.append(source.text[paragraph.start : paragraph.end])
        noise = paragraph.kind is ParagraphKind.NOISE
        assert noise == bool(paragraph.reason) == (not paragraph.sentences)
        _check_sentences(
            source.text, paragraph.start, paragraph.end, [(s.start, s.end) for s in paragraph.sentences]
        )
    assert at <= len(source.text)
    assert "".join("".join(covered).split()) == "".join(source.text.split())


def _check_sentences(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    at = start
    for first, last in spans:
        assert at <= first < last <= end
        assert not text[first].isspace()
        assert not text[last - 1].isspace()
        at = last
    if spans:
        assert "".join("".join(text[a:b] for a, b in spans).split()) == "".join(text[start:end].split())


@given(ARTICLES, st.sampled_from([None, True, False]), st.sampled_from([None, "en", "de", "xx"]))
@example("- a\nb\n- - c\n> d\ne\n\n1. f", True, None)
@example("a\nb\n---\nc\n===\n", True, None)
def test_paragraphs_and_sentences_hold_the_whole_text(
    text: str, markdown: bool | None, language: str | None
) -> None:
    source = segment(Source.from_text(text, markdown=markdown, language=language))

    _check(source)


@pytest.mark.parametrize(("title", "text", "expected"), CASES, ids=[title for title, _, _ in CASES])
def test_cases(title: str, text: str, expected: str) -> None:
    source = segment(Source.from_text(text))

    found = [
        f"{p.kind}{': ' + p.reason if p.reason else ''} | "
        + " / ".join(line.strip() for line in source.text[p.start : p.end].split("\n"))
        for p in source.paragraphs
    ]
    assert found == expected.split("\n"), title


SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.mark.parametrize("width", [60, 66, 72, 80])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_an_article_wrapped_by_hand_has_the_paragraphs_it_had(path: Path, width: int) -> None:
    paragraphs = [" ".join(p.split()) for p in path.read_text(encoding="utf-8").split("\n") if p.strip()]
    wrapped = "\n\n".join(textwrap.fill(p, width, break_on_hyphens=False) for p in paragraphs)

    found = segment(Source.from_text(wrapped))

    assert [" ".join(found.text[p.start : p.end].split()) for p in found.paragraphs] == paragraphs
    bare = segment(Source.from_text("\n".join(paragraphs)))
    assert [bare.text[p.start : p.end] for p in bare.paragraphs] == paragraphs


def test_all_cases_of_the_file_are_read() -> None:
    text = Path(__file__).with_name("segment_cases.md").read_text(encoding="utf-8")

    assert len(CASES) == text.count("```expect") > 10


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            [
                "On Jan. 14, 2026, U.S. envoy Tom Hale left.",
                "He met Ms. Brandt of St. Olm at 5 p.m. Monday.",
                "She spoke.",
            ],
        ),
        ("en", ["It closed at 5 p.m.", "Each time, police came.", "They left at 6 p.m. New York time."]),
        ("en", ["It closed at 5 p.m.", "“We are done,” he said."]),
        ("en", ["At 5 p.m. “Old Bob” came."]),
        ("en", ['"Is it safe?" asked Ann Moor.', '"No!"', "She left."]),
        ("en", ["“It fell. We heard it,” said Tilda Moor.", "Nobody was hurt.", "Then it rained."]),
        ("en", ["The road is closed.", "Trains run.¹²", "Nobody paid.³"]),
        ("en", ["1. The road is closed.", "2. Trains run."]),
        ("de", ["Der 13. Damm ist gefallen.", "3 fehlen.", "„Wirklich?“, rief Frau Dr. Moor.", "Sie ging."]),
        ("fr", ["M. Brandt est parti.", "Mme. Moor reste."]),
        ("ar", ["سقط الجسر ظهرا.", "هل أصيب أحد؟", "لا."]),
        ("hi", ["पुल गिर गया।", "कोई घायल नहीं हुआ।"]),
        ("zh", ["桥在中午倒塌。", "“没有人受伤。”"]),
    ],
)
def test_sentences(language: str, sentences: list[str]) -> None:
    text = ("" if language == "zh" else " ").join(sentences)

    found = [text[s.start : s.end] for s in sentences_of(text, 0, len(text), language)]

    assert found == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["**What happened?**", "The steering failed.", "_Was it so?_", "Nobody knows."],
        ["She said **no.**", "**Then** she left.", "*Note.*", "The ship is old."],
        ["**Who was there?**:", "The crew.", "It stood at 3 * 5.", "Nobody _ was hurt."],
    ],
)
def test_marks_that_end_emphasis_stay_with_the_sentence_they_end(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[s.start : s.end] for s in sentences_of(text, 0, len(text), "en")] == sentences


def test_a_missing_space_after_a_stop_hides_no_sentence() -> None:
    text = "The road is closed.Trains run as usual on example.org and in the U.S.A. today."

    found = [text[s.start : s.end] for s in sentences_of(text, 0, len(text), "en")]

    assert found == ["The road is closed.", "Trains run as usual on example.org and in the U.S.A. today."]


def test_a_long_paragraph_is_cut_as_a_short_one_is() -> None:
    sentences = [f"In the year {n} the bridge at Veldby was old." for n in range(1, 400)]
    text = " ".join(sentences)

    assert [text[s.start : s.end] for s in sentences_of(text, 0, len(text), "en")] == sentences
    assert len(sentences_of("a" * 10_000, 0, 10_000, "en")) == 1
    assert len(sentences_of("a b " * 10_000, 0, 40_000, "en")) == 1


def test_the_library_is_never_given_more_than_it_can_take(monkeypatch: pytest.MonkeyPatch) -> None:
    given_: list[int] = []

    def counted(_language: str, text: str) -> list[dict[str, int]]:
        given_.append(len(text))
        return []

    monkeypatch.setattr("core.segment.sentences.get_sentence_boundaries", counted)
    for text in ("“a. " * 5000, "a" * 20_000, "(a b" * 5000, "。" * 20_000):
        sentences_of(text, 0, len(text), "en")
        assert sum(given_) == len(text)
        assert max(given_) <= 4001
        given_.clear()


def test_too_many_sentences_are_one_with_a_warning() -> None:
    source = segment(Source.from_text("One. Two. Three.\n\nFour. Five.\n\nSix. Seven."), Limits(sentences=4))

    assert [len(p.sentences) for p in source.paragraphs] == [3, 1, 1]
    assert "more than 4 sentences" in source.warnings[0]
    crowded = "One. Two. Three. Four. Five. Six."
    assert len(sentences_of(crowded, 0, len(crowded), "en", most=3)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bridge fell at noon and the road to the coast is closed, the town said."),
        (
            "de",
            "Die Brücke ist am Mittag eingestürzt und die Straße zur Küste ist nach Angaben der Stadt gesperrt.",
        ),
        ("fr", "Le pont est tombé à midi et la route de la côte est fermée, selon la ville."),
        ("fr", "Le pont suspendu de Courlac a été fermé le 4 mars. Le musée a reçu un record de visiteurs."),
        ("es", "El puente cayó al mediodía y la carretera de la costa está cerrada, según el municipio."),
        ("pt", "A ponte caiu ao meio-dia e a estrada da costa não está aberta, segundo o município."),
        ("ru", "Мост упал в полдень, и дорога на побережье закрыта, а жители не знают, что с ними будет."),
        ("ar", "سقط الجسر ظهرا وأغلق الطريق إلى الساحل من قبل البلدية التي قالت إن لا أحد في خطر بعد الآن."),
        ("hi", "पुल दोपहर में गिर गया और तट की सड़क बंद है, नगर ने कहा है।"),
        ("zh", "桥在中午倒塌，通往海岸的道路已关闭。"),
        ("ja", "橋は正午に崩れ、海岸への道は閉ざされた。"),
        ("ja", "町議会臨時会開催、新年度予算案可決。町長、記者会見で防災計画見直し表明。"),  # hardly any kana
        (None, "Veldby"),
        (None, "Xyzzy plugh frobnicate quux."),
    ],
)
def test_language(language: str | None, text: str) -> None:
    assert detect_language(text) == language
    assert segment(Source.from_text(text)).language == language


def test_a_given_language_is_kept() -> None:
    assert segment(Source.from_text("The bridge and the road of the town.", language="nl")).language == "nl"


def test_the_title_is_the_headline_without_its_marks() -> None:
    assert segment(Source.from_text("# **Bridge** falls **\n\n## More\n\nIt rained.")).title == "Bridge falls"
    assert segment(Source.from_text("Bridge falls\n\nIt rained.")).title == "Bridge falls"
    assert segment(Source.from_text("Bridge falls\n\nIt rained.", title="Given")).title == "Given"


@pytest.mark.parametrize(("before", "found"), [(0, True), (2, True), (3, False)])
def test_the_headline_stands_among_the_first_three_blocks(before: int, found: bool) -> None:
    standfirst = [f"Standfirst number {n} told it all before noon." for n in range(before)]
    blocks = [*standfirst, "# The dam at Lorne gave way", "It gave way on Monday, the mayor of Lorne said."]
    source = segment(Source.from_text("\n\n".join(blocks), markdown=True))
    assert (source.title == "The dam at Lorne gave way") is found
    assert (source.paragraphs[before].kind is ParagraphKind.HEADING) is found


def test_of_two_lines_of_front_matter_with_one_name_the_first_counts() -> None:
    text = "---\ntitle: The dam\ntitle: The mill\n---\n\nIt gave way on Monday, the mayor said.\n"
    assert segment(Source.from_text(text)).title == "The dam"


def test_without_a_headline_the_first_words_stand_for_it() -> None:
    long = "The bridge at Veldby fell at noon after a week of rain that had washed out its middle pier. Nobody was hurt."

    title = segment(Source.from_text(long)).title

    assert title.endswith("…")
    assert long.startswith(title[:-1])
    assert segment(Source.from_text("")).title == ""


def test_markdown_that_is_too_much_is_read_as_plain_text_and_says_so() -> None:
    text = "# Bridge\n\n## Falls\n\nIt rained."

    source = segment(Source.from_text(text, origin="a.md"), Limits(markdown_chars=10))
    long = segment(Source.from_text(text, origin="a.md"), Limits(markdown_lines=2))
    slow = segment(Source.from_text(text), Limits(parse_seconds=-1))

    assert source.markdown is False
    assert source.warnings == ("a.md: read as plain text: its Markdown is longer than 10 characters",)
    assert long.warnings == ("a.md: read as plain text: its Markdown has more than 2 lines",)
    assert "takes longer than -1 s" in slow.warnings[0]
    _check(source)
    _check(slow)


def test_a_parser_that_never_ends_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(1000))  # a second for each look at it

    def forever(parser: ParserBlock, state: StateBlock, *_: int) -> None:
        while True:
            for rule in parser.ruler.getRules(""):
                rule(state, 0, 1, True)

    monkeypatch.setattr("core.segment.markdown.monotonic", lambda: next(clock))
    monkeypatch.setattr(ParserBlock, "tokenize", forever)

    source = segment(Source.from_text("# Bridge\n\nIt rained.", origin="a.md", markdown=True))

    assert source.warnings == ("a.md: read as plain text: its Markdown takes longer than 5 s to parse",)
    assert [p.kind for p in source.paragraphs] == ["heading", "paragraph"]
    _check(source)


FRONT = """---
title: "Bridge falls \x1b[2J"
date: 2026-05-11T12:00:00Z
publisher: Veldby Post
url: https://veldby.example/bridge
tags: [bridge, river]
---

It rained.
"""


@pytest.mark.parametrize("markdown", [True, False, None])
def test_front_matter_is_noise_and_fills_what_was_not_given(markdown: bool | None) -> None:
    source = segment(Source.from_text(FRONT, markdown=markdown))

    assert (source.title, source.outlet, source.published) == (
        "Bridge falls ␛[2J",
        "Veldby Post",
        "2026-05-11",
    )
    assert source.url == "https://veldby.example/bridge"
    assert [(p.kind, p.reason) for p in source.paragraphs] == [("noise", "front matter"), ("paragraph", None)]
    _check(source)
    given_ = segment(Source.from_text(FRONT, title="Given", url="https://b.example"))
    assert (given_.title, given_.url) == ("Given", "https://b.example")


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nA rule, then text.\n\n---\n\nMore.",
        "---\nNever closed: yes\n\nMore.",
        "--- \n---\n",
        "x\n---\na: b\n---\n",
    ],
)
def test_rules_are_no_front_matter(text: str) -> None:
    source = segment(Source.from_text(text, markdown=True))

    assert all(p.reason != "front matter" for p in source.paragraphs)
    _check(source)


def test_segmenting_twice_is_segmenting_once() -> None:
    once = segment(Source.from_text("# Bridge\n\n## Falls\n\nIt rained. It fell.\n\nComments"))

    assert segment(once) == once


@pytest.mark.parametrize(
    ("line", "noise"),
    [
        ("[Watch]: https://x.example/ 14 people died.", False),
        ("[Watch]: https://x.example/", True),
        ('[Watch]: https://x.example/ "The bridge"', True),
        ("[Watch]: https://x.example/ 'The bridge'", True),
        ("[Watch]: https://x.example/ (The bridge)", True),
        ('[Watch]: https://x.example/ "The bridge" fell.', False),
    ],
)
def test_only_a_title_may_stand_behind_the_address_of_a_definition(line: str, noise: bool) -> None:
    source = segment(Source.from_text(f"# Bridge\n\n{line}\n\nIt rained.", markdown=True))

    assert (source.paragraphs[1].kind is ParagraphKind.NOISE) is noise


def test_the_language_hangs_on_no_order_of_its_small_words(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "El terremoto dejó sin casa a treinta familias de Santa Olmeda."
    found = set()
    for turn in range(1, 40):
        turned = {code: [*sorted(words)[turn:], *sorted(words)[:turn]] for code, words in _TABLE.items()}
        monkeypatch.setattr("core.segment.language._TABLE", turned)
        found.add(detect_language(text))
    assert len(found) == 1

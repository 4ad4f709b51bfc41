"""In a headline every word has a capital: it names only who or what running text names."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from core.findings.article import Article
from core.findings.desk import Desk
from core.findings.names.headline import LEAST, headline
from core.findings.names.written import written
from core.findings.text import Forms, Statement
from tests.findings.linked import told

WORDS = [
    "storm",
    "ferry",
    "Karr",
    "harbour",
    "Ostrel",
    "mayor",
    "Brenn",
    "sinks",
    "three",
    "talks",
    "UN",
    "held",
]
SMALL = ["in", "of", "the", "at", "over", "by"]
PLAIN = "The storm hit the harbour of Ostrel, where mayor Ida Brenn held talks."
LINES = st.lists(st.sampled_from(WORDS), min_size=LEAST + 1, max_size=9, unique=True)


def sentence(text: str) -> Statement:
    return Statement(("A", 0, 0, 0), text, Forms("en"))


def titled(words: list[str], small: list[str]) -> str:
    """Words in Title Case, small ones after the first."""
    first, *others = (w[0].upper() + w[1:] for w in words)
    return " ".join([first, *small, *others])


@given(
    LINES,
    st.lists(st.sampled_from(SMALL), max_size=2),
    st.sampled_from([titled, lambda w, s: titled(w, s).upper()]),
)
def test_it_gives_no_name_that_running_text_has_not(
    words: list[str], small: list[str], case: Callable[[list[str], list[str]], str]
) -> None:
    line = case(words, small)
    desk = Desk([told(f"{line}\n\n{PLAIN}", "A")])
    assert headline(desk.order[0].statement(0))
    given_words = {word for m in desk.names(desk.order[0].statement(0)) for word in m.value.words}
    assert given_words <= {"ostrel", "ida", "brenn"}


@given(LINES, st.lists(st.sampled_from(SMALL), max_size=2))
def test_it_tells_of_no_word_that_it_is_a_name(words: list[str], small: list[str]) -> None:
    with_it, without = (Article(told(text, "A")) for text in (f"{titled(words, small)}\n\n{PLAIN}", PLAIN))
    assert written([with_it], lambda _: None).proper == written([without], lambda _: None).proper


def test_what_a_hyphen_or_a_figure_joins_belongs_to_the_word_before() -> None:
    assert headline(sentence("Thirty-six Ferry Men Win 3rd Wage Row in Ostrel"))


def test_running_text_is_none() -> None:
    for text in (
        PLAIN,
        "Ida Brenn is the Mayor of Ostrel, Karr and Lomb.",
        "On Monday Ida Brenn of the Karr Rail Council met Piet Venn in Ostrel.",
        "Mayor Ida Brenn of Ostrel",
    ):
        assert not headline(sentence(text))

"""The dearest articles that were found: what limits.py measures, by name."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

from core.settings import Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Texts = list[str]
_CHANGED = 1 / 17
"""Share of words and figures that another copy has otherwise."""
_MONTHS = ("January", "March", "April", "June", "July", "August", "October", "December")
_MONATE = ("Januar", "März", "April", "Juni", "Juli", "August", "Oktober", "Dezember")
_SYLLABLES = [
    "ba",
    "den",
    "fo",
    "gil",
    "har",
    "kel",
    "mo",
    "tun",
    "ri",
    "sa",
    "vo",
    "lem",
    "wic",
    "pra",
    "shu",
    "nor",
    "tel",
    "bru",
    "kai",
    "zem",
]
"""Enough for words to be rare: what only has common ones is hardly linked, and little is judged."""
_FULL = 0.97
"""Share of a limit that is filled."""


def _word(random: Random) -> str:
    return "".join(random.choices(_SYLLABLES, k=3))


def _name(random: Random) -> str:
    return f"{_word(random).title()} {_word(random).title()}"


def _age(random: Random) -> str:
    return f"{_name(random)}, {random.randint(20, 80)}"


def _signs(random: Random, many: int) -> str:
    return "".join(chr(0x4E00 + random.randrange(1_500)) for _ in range(many))


SENTENCES: dict[str, Callable[[Random], str]] = {
    "ages": lambda r: f"{_age(r)}, met {_age(r)}, and {_word(r).title()}, aged {r.randint(20, 80)}.",
    "distances": lambda r: (
        f"It lay {r.randint(2, 80)} miles from {_name(r)}, and held {r.randint(2, 900)} tonnes of {_word(r)}."
    ),
    "facts": lambda r: (
        f"On {r.randint(1, 28)} {r.choice(_MONTHS)} {_name(r)} told {_name(r)} that {r.randint(2, 900)} "
        f"{_word(r)} and {r.randint(2, 900)} {_word(r)} were lost at {_word(r).title()}: "
        f"“The {_word(r)} {_word(r)} {_word(r)} is gone.”"
    ),
    "facts in German": lambda r: (
        f"Am {r.randint(1, 28)}. {r.choice(_MONATE)} sagte {_name(r)} zu {_name(r)}, dass "
        f"{r.randint(2, 900)} {_word(r).title()} und {r.randint(2, 900)} {_word(r).title()} in "
        f"{_word(r).title()} verloren sind: "
        f"„Der {_word(r).title()} ist {_word(r)} und {_word(r)}.“"
    ),
    "facts in Chinese": lambda r: (
        f"{r.randint(1, 12)}月{r.randint(1, 28)}日，{_signs(r, 6)}说{r.randint(2, 900)}人{_signs(r, 8)}，"
        f"{r.randint(2, 900)}吨{_signs(r, 5)}：“{_signs(r, 9)}。”"
    ),
    "facts in Japanese": lambda r: (
        f"{r.randint(1, 12)}月{r.randint(1, 28)}日、{_signs(r, 2)}氏は{r.randint(2, 900)}人が{_signs(r, 4)}で"
        f"{_signs(r, 3)}したと述べ、「{_signs(r, 7)}」と{_signs(r, 2)}した。"
    ),
    "quotations": lambda r: f"“The {_word(r)} {_word(r)} has a {_word(r)} of {_word(r)},” said {_name(r)}.",
}
"""Name -> a sentence."""
TOLD: dict[str, tuple[str, Callable[[int, int], str]]] = {
    "one number": ("The {a} crane at {B} lifted {told} barges.", lambda _, side: str(40 + side)),
    "a number each": ("The {a} crane at {B} lifted {told} barges.", lambda n, side: str(40 + n + side)),
    "an age each": ("{B} {a}, {told}, sold a crane at noon.", lambda n, side: str(20 + (n + side) % 60)),
    "one captain": (
        "Nobody paid Captain {told} for the {a} lock at {B}.",
        lambda _, side: ("Trewdy", "Solvan")[side],
    ),
    "one quotation": ("“We saw the {told} on the old lock at night,” said Karr.", lambda n, s: _own(n + s)),
    "speakers": ("“We saw {a} of it at the lock,” said {told}.", lambda n, s: f"{_own(n).title()}{'e' * s}"),
    "full speakers": (
        "“We saw {a} of it at the lock,” said {B} {told}.",
        lambda n, s: f"{_own(n).title()}{'e' * s}",
    ),
}
"""Name -> a sentence that two articles tell over and over, and what each of them has in it."""


def _own(n: int) -> str:
    """A word of its own for each number, without a figure in it."""
    return "".join("bdfgklmnprst"[n // 12**k % 12] + "aeiou"[(n + k) % 5] for k in range(4))


def _story(sentence: Callable[[Random], str], size: float, random: Random) -> str:
    """Some bytes, three sentences a paragraph."""
    told, length = [""], 0
    while length < size:
        told.append(" ".join(sentence(random) for _ in range(3)))
        length += len(told[-1].encode()) + 2
    return "\n\n".join(told[1:])


def _copy(text: str, random: Random) -> str:
    """The same with one word or figure in seventeen changed; of what sets no spaces, a sign in fifty."""

    def other(match: re.Match[str]) -> str:
        found = match.group()
        if random.random() > (_CHANGED if found.isascii() else 0.02):
            return found
        if found.isdigit():
            return str(random.randint(20, 80))
        return _word(random) if found.isascii() else _signs(random, 1)

    return re.sub(r"(?<![^\W\d_])[a-z]{6,}|\d+|[\u4e00-\u9fff]", other, text)


def _near_copies(kind: str) -> Texts:
    random = Random(kind)  # noqa: S311 - not for secrets
    first = _story(SENTENCES[kind], _FULL / 2 * Limits().text_bytes, random)
    return [first, _copy(first, random)]


def _again(kind: str) -> Texts:
    """One point, told 2,200 times: two articles, a sentence a paragraph."""
    form, told = TOLD[kind]
    return [
        "\n\n".join(
            form.format(a=_own(3 * n), B=_own(3 * n + 1).title(), told=told(n, side)) for n in range(2_200)
        )
        for side in (0, 1)
    ]


def _twelve(values: Sequence[object], often: int) -> Texts:
    """Twelve articles that each tell another value, over and over."""
    form = "The {a} crane at {B} lifted {told}."
    return [
        "\n\n".join(form.format(a=_own(n), B=_own(n + 900).title(), told=told) for n in range(often))
        for told in values
    ]


def _misspelt(many: int, said: str) -> Texts:
    """Names, each with a letter changed in both words, in one paragraph."""
    random = Random(3)  # noqa: S311 - not for secrets
    names = [_name(random) for _ in range(many)]
    other = [re.sub(r"\w(?=\w\b)", "e", name) for name in names]
    few = said.count("{}")
    return [" ".join(said.format(*side[n : n + few]) for n in range(0, many, few)) for side in (names, other)]


def _alike_names() -> Texts:
    """9,000 names made of five letters, most of them a letter or two from hundreds of others."""
    random = Random(4)  # noqa: S311 - not for secrets
    names = ["".join(random.choices("abcde", k=8)).title() for _ in range(18_000)]
    return [" ".join(f"We met Ann {name}." for name in side) for side in (names[::2], names[1::2])]


def _small_copies(many: int, size: int) -> Texts:
    random = Random(many)  # noqa: S311 - not for secrets
    first = _story(SENTENCES["facts"], size, random)
    return [first, *(_copy(first, random) for _ in range(many - 1))]


def _mixed() -> Texts:
    """Two near copies and twenty short ones of their beginning: both limits at once."""
    random = Random(5)  # noqa: S311 - not for secrets
    first = _story(SENTENCES["facts"], 0.43 * Limits().text_bytes, random)
    begun = first[: first.index("\n\n", 3_400)]
    return [first, _copy(first, random), *(_copy(begun, random) for _ in range(20))]


def _different() -> Texts:
    """200 articles of 51 sentences that have nothing in common."""
    random = Random(6)  # noqa: S311 - not for secrets
    sentences = [" ".join(_word(random) for _ in range(8)).capitalize() + "." for _ in range(200 * 51)]
    return [" ".join(sentences[n : n + 51]) for n in range(0, len(sentences), 51)]


COMPARED: dict[str, Callable[[], Texts]] = {
    **{kind: lambda kind=kind: _near_copies(kind) for kind in SENTENCES},  # type: ignore[misc]
    "5,000 names in one paragraph": lambda: _misspelt(5_000, "We met {}."),
    "13,500 names, three a sentence": lambda: _misspelt(13_500, "Captain {}, Mayor {} and Judge {} spoke."),
    "names of five letters": _alike_names,
    "two large, twenty small": _mixed,
    **{kind: lambda kind=kind: _again(kind) for kind in TOLD},  # type: ignore[misc]
    "twelve numbers": lambda: _twelve([f"{n} barges" for n in range(40, 52)], 180),
    "twelve names": lambda: _twelve([f"Captain {_own(n).title()}" for n in range(12)], 180),
    "12 copies of 30 KB": lambda: _small_copies(12, 30_000),
    "50 copies of 5 KB": lambda: _small_copies(50, 5_000),
    "200 different": _different,
}
"""Name -> what makes the articles of a comparison under the default limits."""


def _line(unit: str) -> str:
    return unit * (20_000_000 // len(unit.encode()))


READ: dict[str, Callable[[], str]] = {
    "prose": lambda: _story(lambda r: " ".join(_word(r) for _ in range(15)) + ".", 20e6, Random(7)),  # noqa: S311
    "one line of `a. `": lambda: _line("a. "),
    "one line of opened quotations": lambda: _line("“a "),
    "one line of opened brackets": lambda: _line("["),
    "one line of emoji with joiners": lambda: _line("👨\u200d👩\u200d👧"),
    "one line of half an embed credit": lambda: _line("pic.example.com/a — A (@a) "),
    "290,000 paragraphs of one letter": lambda: "a\n\n" * 290_000,
}
"""Name -> an article as long as a file may be, for reading and cutting alone."""

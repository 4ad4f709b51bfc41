"""Names of months, days and countries as CLDR has them: from `words/cldr.txt`, else from Babel.

The file holds the languages that have word lists: to import Babel and load one language takes 17 ms, as long
as to judge a few articles. A test holds the file to Babel; `python -m core.findings.cldr` writes it anew.
"""

from functools import cache
from pathlib import Path

from core.findings.text import folded

_FILE = Path(__file__).with_name("words") / "cldr.txt"
LANGUAGES = ("ar", "de", "en", "es", "fr", "hi", "it", "nl", "pt", "ru")
"""ISO 639-1 codes of the languages in the file."""
Names = dict[str, int]
"""Name as printed -> its number: months from 1, days from 0 for Monday."""


@cache
def _listed(language: str) -> dict[str, list[str]]:
    """The lines of a language: what they list -> words, with spaces for underscores."""
    lines = _FILE.read_text(encoding="utf-8").splitlines() if language in LANGUAGES else []
    own = (line.removeprefix(f"{language} ").split(": ") for line in lines if line.startswith(f"{language} "))
    return {key: [word.replace("_", " ") for word in words.split()] for key, words in own}


def calendar(language: str) -> tuple[Names, Names]:
    """Names of months and of days, long and short, as printed; those of English where there are none."""
    listed = _listed(language)
    if not listed:
        return babel_calendar(language)
    months, days = ({w.split("=")[0]: int(w.split("=")[1]) for w in listed[k]} for k in ("months", "days"))
    return months, days


@cache
def countries(language: str) -> frozenset[str]:
    """Folded names of the territories of the world in a language; none where there are none."""
    listed = _listed(language)
    return frozenset(listed["countries"]) if listed else babel_countries(language)


def babel_calendar(language: str) -> tuple[Names, Names]:
    """The same names of months and days from Babel."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en")
    months: Names = {}
    days: Names = {}
    for form in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for table, names in ((months, locale.months), (days, locale.days)):
                for n, name in names[form][width].items():
                    if len(name) > 1 and not name[0].isdigit():
                        table.setdefault(name.rstrip("."), n)
    return months, days


def babel_countries(language: str) -> frozenset[str]:
    """The same names of territories from Babel."""
    from babel import Locale, UnknownLocaleError

    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return frozenset()
    return frozenset(" ".join(folded(w) for w in name.split()) for name in territories.values())


def written() -> str:
    """What the file should hold."""
    lines = []
    for language in LANGUAGES:
        for key, names in zip(("months", "days"), babel_calendar(language), strict=True):
            lines.append(f"{language} {key}: {' '.join(f'{name}={n}' for name, n in names.items())}")
        spaced = (name.replace(" ", "_") for name in sorted(babel_countries(language)))
        lines.append(f"{language} countries: {' '.join(spaced)}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    _FILE.write_text(written(), encoding="utf-8")

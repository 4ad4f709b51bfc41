import pytest

from tui.overview import HEAT
from tui.themes import PALETTES, Palette, style_of


def luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    """WCAG 2.2 contrast ratio, 1 to 21."""
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def pairs(p: Palette) -> dict[str, float]:
    texts = ("text", "muted", "agree", "diverge", "only", "partial", "error")
    grounds = ("ground", "surface", "cursor", "selection")
    found = {f"{t} on {g}": contrast(getattr(p, t), getattr(p, g)) for t in texts for g in grounds}
    found["conflict"] = contrast(p.conflict, p.conflict_ground)
    found["search"] = contrast(p.search, p.search_ground)
    found["the hit one is at"] = contrast(p.search, p.text)
    return found | {f"text on heat {n}": contrast(p.text, ground) for n, ground in enumerate(p.heat)}


@pytest.mark.parametrize("name", PALETTES)
def test_every_text_can_be_read_on_every_ground(name: str) -> None:
    low = {pair: round(ratio, 2) for pair, ratio in pairs(PALETTES[name]).items() if ratio < 4.5}
    assert low == {}


@pytest.mark.parametrize("name", PALETTES)
def test_the_heat_of_the_matrix_rises(name: str) -> None:
    steps = [luminance(ground) for ground in PALETTES[name].heat]
    assert steps == sorted(steps, reverse=not PALETTES[name].dark)
    assert len(set(steps)) == len(steps)


@pytest.mark.parametrize("name", PALETTES)
def test_only_copied_wording_is_bold_in_the_matrix(name: str) -> None:
    assert [style_of(role, name).bold or False for role in HEAT] == [False, False, False, False, True]

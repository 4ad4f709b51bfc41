"""The colours: three palettes made for colour-blind eyes, as Textual themes, and how each role is drawn.

Contrast of every role of text on every ground is held at 4.5 and more by a test. The grounds are chosen so
that the cut to 256 colours keeps them apart: do not shift them.
"""

from dataclasses import dataclass
from functools import lru_cache

from rich.style import Style
from textual.theme import Theme

from tui.ink import Role


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as #RRGGBB."""

    ground: str
    """Behind everything."""
    surface: str
    """Behind header and footer."""
    cursor: str
    """Behind the row under the cursor."""
    selection: str
    """Behind selected text."""
    text: str
    muted: str
    agree: str
    diverge: str
    only: str
    partial: str
    conflict: str
    """Text of a conflicting reading; its ground is `diverge_ground`."""
    conflict_ground: str
    search: str
    search_ground: str
    error: str
    heat: tuple[str, str, str, str, str]
    """Grounds of the matrix, from no wording shared to all of it; text on them is `text`."""
    dark: bool = True


DARK = Palette(
    "#14161A", "#1C1E22", "#2A2D33", "#1B2A57", "#E3E6EA", "#A3ABB6", "#6CB6E8", "#F0A030", "#F4F1DE",
    "#9CC9EC", "#14161A", "#F0A030", "#14161A", "#8FD3C8", "#FF8A7A",
    ("#14161A", "#152A3C", "#17395A", "#1C4A75", "#1F5785"),
)  # fmt: skip
LIGHT = Palette(
    "#FBFAF7", "#F3F1EC", "#E6E2D8", "#C4DAF2", "#1F2328", "#555B63", "#0B5C94", "#9A2E00", "#2B2F36",
    "#2A5578", "#FFFFFF", "#A34300", "#FFFFFF", "#0F6A5F", "#A0001A",
    ("#FBFAF7", "#DCE9F3", "#C3DBEE", "#A9CCE8", "#8FBCE0"), dark=False,
)  # fmt: skip
CONTRAST = Palette(
    "#000000", "#000000", "#1F1F1F", "#00205F", "#FFFFFF", "#D0D0D0", "#7FD0FF", "#FFC000", "#FFFFFF",
    "#B8E2FF", "#000000", "#FFC000", "#000000", "#80FFE5", "#FF9C90",
    ("#000000", "#00263D", "#003A5C", "#004A75", "#005A8C"),
)  # fmt: skip

PALETTES = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST}
"""The palettes by the names that the configuration knows."""


_DRAWN = {
    Role.MUTED: "{p.muted}",
    Role.NOISE: "dim {p.muted}",
    Role.STRONG: "bold",
    Role.AGREE: "{p.agree}",
    Role.DIVERGE: "bold {p.diverge}",
    Role.ONLY: "underline {p.only}",
    Role.PARTIAL: "italic {p.partial}",
    Role.OWN: "underline",
    Role.CONFLICT: "bold {p.conflict} on {p.conflict_ground}",
    Role.SEARCH: "underline {p.search} on {p.search_ground}",
    Role.HIT: "bold {p.search} on {p.text}",
    Role.SELECTED: "{p.text} on {p.selection}",
    Role.CURSOR: "on {p.cursor}",
    Role.BAR: "bold {p.diverge}",
    Role.CHOSEN: "bold reverse {p.agree}",
    Role.KEY: "bold {p.text}",
    Role.HEAT0: "{p.text} on {p.heat[0]}",
    Role.HEAT1: "{p.text} on {p.heat[1]}",
    Role.HEAT2: "{p.text} on {p.heat[2]}",
    Role.HEAT3: "{p.text} on {p.heat[3]}",
    Role.HEAT4: "bold {p.text} on {p.heat[4]}",
    Role.ERROR: "bold {p.error}",
}
"""How each role is drawn."""
_PLAIN = {
    Role.CONFLICT: "bold reverse",
    Role.SELECTED: "reverse",
    Role.SEARCH: "reverse underline",
    Role.HIT: "bold not reverse underline",
}
"""How some are drawn without colours, where the attributes alone carry the meaning."""


@lru_cache
def style_of(role: Role, theme: str, *, plain: bool = False) -> Style:
    """How a role is drawn, over whatever it is drawn on.

    Args:
        role: The role.
        theme: Name of a Textual theme; under one that is not ours the dark palette is taken.
        plain: Whether there are no colours.
    """
    palette = PALETTES.get(theme.removeprefix("sidelight-"), DARK)
    drawn = _PLAIN.get(role, _DRAWN[role]) if plain else _DRAWN[role]
    return Style.parse(drawn.format(p=palette))


def variables(palette: Palette) -> dict[str, str]:
    """The colours of the style sheet besides those that every theme has."""
    return {
        "sl-text": palette.text,
        "sl-muted": palette.muted,
        "sl-agree": palette.agree,
        "sl-error": palette.error,
        "sl-cursor": palette.cursor,
    }


def theme_after(theme: str) -> str:
    """The name of the next theme; after the last, of the first."""
    names = [f"sidelight-{name}" for name in PALETTES]
    return names[(names.index(theme) + 1) % len(names)]


def theme(name: str) -> Theme:
    """The Textual theme of a palette."""
    p = PALETTES[name]
    return Theme(
        f"sidelight-{name}",
        primary=p.agree,
        secondary=p.partial,
        accent=p.agree,
        warning=p.diverge,
        error=p.error,
        success=p.agree,
        foreground=p.text,
        background=p.ground,
        surface=p.surface,
        panel=p.surface,
        dark=p.dark,
        variables=variables(p),
    )
